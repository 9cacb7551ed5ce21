//! Titles behind a name: "Jane Doe, a senior researcher at Acme,", "Jane Doe is the leader of Acme".
//!
//! In: a person's mention and the token behind it. Out: its [`Role`], if a title stands there that is nobody else's: what stands
//! between commas may as well be the title of the name that follows, or of somebody who has none.

use super::Place;
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Role;
use crate::syntax::{Upos, Xpos};

/// What opens a title behind a name.
struct Opening {
    /// The token before its first word.
    at: usize,
    /// Whether that says "is", and not a comma that something stands beside the name.
    is: bool,
}

/// The tokens `from..to` of a title.
struct Title {
    from: usize,
    to: usize,
    kind: TitleKind,
}

impl Place<'_> {
    /// "Jane Doe, a senior researcher at Acme,"; "Jane Doe, Acme's director,".
    pub(super) fn title_after(&self, after: usize) -> Option<Role> {
        let Opening { at: after, is } = self.opening(self.behind_age(after))?;
        let end = self.end_of(after);
        // "deputy Asia director": "deputy" alone is a title too.
        let mut deputy = None;
        for from in after + 1..end {
            // "the beating of the mayor, Jane Doe, by the president of Chad": what stands behind a preposition is another.
            let other = from == after + 1 && matches!(self.scan.word(from), "by" | "against" | "with" | "to" | "for");
            // "Doe, a defender of the former president of Acme,": nor is what stands behind the "of" of a noun.
            let other = other || self.scan.word(from) == "of" && self.scan.upos(from - 1) == Some(Upos::Noun);
            if other || self.is_past(from) {
                return None;
            }
            let Some((length, kind)) = self.title_or_member(from) else { continue };
            let to = from + length;
            let apart = is && !self.modify(after + 1, from) && self.owner_in(after + 1, from).is_none();
            if apart || self.is_anothers(to) {
                return None;
            }
            let next_title =
                || (to..end).take_while(|&at| self.scan.form(at) != ",").any(|at| self.scan.title_at(at).is_some());
            if self.scan.word(from) == "deputy" && deputy.is_none() && next_title() {
                deputy = Some(from);
                continue;
            }
            return self.title_behind(after, deputy, Title { from, to, kind });
        }
        None
    }

    /// The token behind a name's age: "Jane Doe (79) is".
    fn behind_age(&self, after: usize) -> usize {
        let aged = self.scan.form(after) == "(" && self.scan.form(after + 2) == ")";
        let number = self.scan.form(after + 1).parse::<u8>().is_ok();
        if aged && number { after + 3 } else { after }
    }

    /// What may open a title behind a name: a comma, or "is" with nothing else between, unless it asks or sets a condition.
    fn opening(&self, after: usize) -> Option<Opening> {
        // "Jane Doe is the leader of Acme", "who was a spokesman for Acme"
        let relative = self.scan.form(after) == "," && self.scan.word(after + 1) == "who";
        let who = if relative { after + 2 } else { after };
        let been = matches!(self.scan.word(who), "has" | "had") && self.scan.word(who + 1) == "been";
        let verb = if been { who + 1 } else { who };
        let article = matches!(self.scan.word(verb + 1), "a" | "an" | "the");
        // "Jane Doe has been president of Peru": an office with what it is of needs no article.
        let bare = || {
            let office = self.scan.title_at(verb + 1).filter(|(_, kind)| *kind == TitleKind::Office);
            office.is_some_and(|(length, _)| self.body_after(verb + 1 + length).is_some())
        };
        let is = (been || matches!(self.scan.word(who), "is" | "was")) && (article || bare());
        let given = if is { None } else { self.before_given_title(after) };
        if !is && given.is_none() {
            return (self.scan.form(after) == ",").then_some(Opening { at: after, is });
        }
        let (at, is) = (given.unwrap_or(verb + usize::from(article)), true);
        let condition = (0..at).any(|at| matches!(self.scan.word(at), "if" | "whether" | "unless"));
        let question = self.scan.sentence.tokens.last().is_some_and(|token| token.span.of(self.scan.text) == "?");
        (!condition && !question).then_some(Opening { at, is })
    }

    /// Where the search for a title that opens at a token ends.
    fn end_of(&self, after: usize) -> usize {
        const FAR: usize = 12;
        (after + FAR).min(self.scan.len())
    }

    /// Whether a title that opens before a token must have come by now.
    fn is_past(&self, at: usize) -> bool {
        let joined = self.scan.form(at) == "and" && !(self.scan.is_capital(at - 1) && self.scan.is_capital(at + 1));
        matches!(self.scan.form(at), "," | "." | "(" | "who" | "said" | "”") || joined || self.clause_at(at)
    }

    /// The title at a token, or "a senior member of Acme", "an official with Acme".
    fn title_or_member(&self, from: usize) -> Option<(usize, TitleKind)> {
        let title = self.scan.title_at(from).filter(|(_, kind)| *kind != TitleKind::Honorific);
        let member = || match self.scan.word(from) {
            "member" => self.scan.word(from + 1) == "of",
            "official" => matches!(self.scan.word(from + 1), "with" | "at") && self.party_after(from + 1).is_some(),
            _ => false,
        };
        title.or_else(|| member().then_some((1, TitleKind::Role)))
    }

    /// "After meeting Doe, French President Roe said": whether the title that ends at a token is the next one's; "He met Doe, an
    /// Acme reporter saw": somebody else saw it.
    fn is_anothers(&self, to: usize) -> bool {
        self.person_at(to) || matches!(self.scan.xpos(to), Some(Xpos::Vbd | Xpos::Vbz))
    }

    /// The role of a title behind a name, with the body that stands at it.
    fn title_behind(&self, after: usize, deputy: Option<usize>, title: Title) -> Option<Role> {
        let Title { from, to, kind } = title;
        let sender = self.sender(from, to);
        let party = self.opposition_party(to, self.end_of(after));
        let of = (from..to).find(|&at| self.scan.word(at) == "of").filter(|_| party.is_some());
        let to = of.unwrap_or(to);
        if self.names_next(after, to) {
            return None;
        }
        // "Doe, the Philippine foreign affairs undersecretary,"
        let field = self.portfolio(from, to);
        let region = || self.region_after(from, to);
        let near =
            || sender.or(party).or_else(region).or_else(|| self.body_after(to)).or_else(|| self.body_before(from));
        let near = self.apposed_body(to).unwrap_or_else(near);
        let of_field = match near {
            None => self.body_before(field).filter(|_| after < field && self.modify(field, from)),
            Some(_) => None,
        };
        let from = if of_field.is_some() { field } else { from };
        let body = near.or(of_field);
        // "Doe, Peru's Minister of Health Roe": the title is the next one's, whatever it is of; "met Doe, a lawyer for
        // Acme said": the lawyer is another.
        if self.heads_next(to) || body.is_some_and(|body| self.speaks_behind(body)) {
            return None;
        }
        let owner = self.owner_in(after + 1, from).filter(|_| body.is_none());
        let body = body.or(owner.map(|(body, _)| body));
        let start = self.with_region(owner.map_or(from, |(_, sign)| sign + 1), after, body);
        self.role(deputy.unwrap_or(start), to, kind, body)
    }

    /// Who sends stands before the title: "UN envoy for Syria", "the UNICEF representative in Chad".
    fn sender(&self, from: usize, to: usize) -> Option<usize> {
        self.sender_before(from).filter(|&body| {
            let is_body = || self.mentions[body].class == Class::Organisation;
            matches!(self.scan.word(to), "for" | "to") || self.scan.word(to) == "in" && is_body()
        })
    }

    /// "leader of the opposition Green Party" leads the party.
    fn opposition_party(&self, to: usize, end: usize) -> Option<usize> {
        let party = (to..end).find(|&at| !self.modifies(at)).filter(|_| self.scan.word(to - 1) == "opposition");
        party.and_then(|at| self.body_at(at))
    }

    /// "Acme's Middle East and North Africa director": where a title begins with the region that belongs to it.
    fn with_region(&self, start: usize, after: usize, body: Option<usize>) -> usize {
        let region = |at: usize| {
            let span = self.scan.sentence.tokens[at].span;
            let apart = body.is_some_and(|body| !self.mentions[body].span.overlaps(span));
            self.scan.upos(at) == Some(Upos::Propn) && apart
        };
        (after + 1..start).rev().take_while(|&at| region(at)).last().unwrap_or(start)
    }

    /// "Jane Doe, a historian and one of the founders of Acme,": the second of two titles, with what it is of.
    pub(super) fn title_behind_and(&self, after: usize) -> Option<Role> {
        const FAR: usize = 8;
        if self.scan.form(after) != "," {
            return None;
        }
        let article = matches!(self.scan.word(after + 1), "a" | "an");
        // "Jane Doe, founder and director of Acme,"
        let start = after + 1 + usize::from(article || self.scan.word(after + 1) == "the");
        let and = (start + 1..after + FAR).find(|&at| self.scan.word(at) == "and")?;
        let whole = self.scan.title_at(start).is_some_and(|(length, _)| start + length == and);
        if !(article || whole) || !self.modify(start, and) || (start..and).any(|at| self.person_at(at)) {
            return None;
        }
        let one =
            self.scan.word(and + 1) == "one" && self.scan.word(and + 2) == "of" && self.scan.word(and + 3) == "the";
        let begins = if one { and + 4 } else { and + 1 };
        let begins = begins + usize::from(matches!(self.scan.word(begins), "a" | "an"));
        let title = |from: usize| {
            let member = || (self.scan.word(from) == "member").then_some((1, TitleKind::Role));
            self.scan.title_at(from).filter(|(_, kind)| *kind != TitleKind::Honorific).or_else(member)
        };
        let from = (begins..begins + 4)
            .find(|&at| title(at).is_some() || self.scan.upos(at) != Some(Upos::Adj))
            .filter(|&at| title(at).is_some())?;
        let (length, kind) = title(from)?;
        let to = from + length;
        let body = self.body_after(to).filter(|&body| !self.speaks_behind(body))?;
        let from = if whole && from == and + 1 { start } else { from };
        if self.heads_next(to) { None } else { self.role(from, to, kind, Some(body)) }
    }

    /// Whether a verb in the past stands right behind a body's name.
    fn speaks_behind(&self, body: usize) -> bool {
        let end = self.mentions[body].span.end;
        let next = self.scan.sentence.tokens.iter().position(|token| token.span.start >= end);
        next.is_some_and(|at| self.scan.xpos(at) == Some(Xpos::Vbd) && self.scan.is("speech-verb", at))
    }

    /// Whether a name stands right behind a title's "of" or "for" phrase.
    fn heads_next(&self, to: usize) -> bool {
        let joins = |at: usize| matches!(self.scan.word(at), "of" | "for" | "to" | "and" | "the" | "'s");
        let phrase = |&at: &usize| joins(at) || self.scan.is_capital(at) && !self.person_at(at);
        if !matches!(self.scan.word(to), "of" | "for" | "to") {
            return false;
        }
        let end = (to..self.scan.len()).take_while(phrase).last().map_or(to, |last| last + 1);
        end > to + 1 && self.person_at(end) && !joins(end - 1)
    }

    /// "After meeting Doe, the president of Acme, Jane Roe, said": behind a phrase that opens the sentence, what stands between
    /// the commas names who follows.
    fn names_next(&self, after: usize, to: usize) -> bool {
        let opens = matches!(self.scan.upos(0), Some(Upos::Adp | Upos::Sconj | Upos::Adv))
            || self.scan.xpos(0) == Some(Xpos::Vbg);
        let Some(comma) = (to..(to + 8).min(self.scan.len())).find(|&at| self.scan.form(at) == ",") else {
            return false;
        };
        opens && self.scan.word(after + 1) == "the" && self.person_at(comma + 1)
    }

    /// Whether a verb that no title follows stands at a token: "Jane Doe, saying the president …"; not "acting president".
    fn clause_at(&self, at: usize) -> bool {
        let finite = matches!(self.scan.xpos(at), Some(Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb | Xpos::Md));
        let participle = self.scan.xpos(at) == Some(Xpos::Vbg)
            && !matches!(self.scan.word(at), "acting" | "outgoing" | "sitting" | "founding" | "managing" | "leading");
        (finite || participle) && self.scan.upos(at) != Some(Upos::Propn)
    }
}
