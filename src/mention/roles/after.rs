//! Titles behind a name: "Jane Doe, a senior researcher at Acme,", "Jane Doe is the leader of Acme".
//!
//! In: a person's mention and the token behind it. Out: its [`Role`], if a title stands there that is nobody else's: what stands
//! between commas may as well be the title of the name that follows, or of somebody who has none.

use super::Place;
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Role;
use crate::syntax::{Upos, Xpos};

impl Place<'_> {
    /// "Jane Doe, a senior researcher at Acme,"; "Jane Doe, Acme's director,".
    pub(super) fn title_after(&self, after: usize) -> Option<Role> {
        // "Jane Doe (79) is"
        let aged = self.scan.form(after) == "(" && self.scan.form(after + 2) == ")";
        let number = self.scan.form(after + 1).parse::<u8>().is_ok();
        let after = if aged && number { after + 3 } else { after };
        // "Jane Doe is the leader of Acme", "who was a spokesman for Acme": only with nothing else between.
        let who = after
            + usize::from(self.scan.form(after) == "," && self.scan.word(after + 1) == "who")
            + usize::from(self.scan.form(after) == "," && self.scan.word(after + 1) == "who");
        let been = matches!(self.scan.word(who), "has" | "had") && self.scan.word(who + 1) == "been";
        let verb = if been { who + 1 } else { who };
        let article = matches!(self.scan.word(verb + 1), "a" | "an" | "the");
        // "Jane Doe has been president of Peru": an office with what it is of needs no article.
        let bare = || {
            let office = self.scan.title_at(verb + 1).filter(|(_, kind)| *kind == TitleKind::Office);
            office.is_some_and(|(length, _)| self.body_after(verb + 1 + length).is_some())
        };
        let is = (been || matches!(self.scan.word(who), "is" | "was")) && (article || bare());
        let after = if is { verb + usize::from(article) } else { after };
        if self.scan.form(after) != "," && !is {
            return None;
        }
        let condition = (0..after).any(|at| matches!(self.scan.word(at), "if" | "whether" | "unless"));
        if is
            && (condition || self.scan.sentence.tokens.last().is_some_and(|token| token.span.of(self.scan.text) == "?"))
        {
            return None;
        }
        let end = (after + 12).min(self.scan.len());
        // "deputy Asia director": "deputy" alone is a title too.
        let mut deputy = None;
        for from in after + 1..end {
            let joined =
                self.scan.form(from) == "and" && !(self.scan.is_capital(from - 1) && self.scan.is_capital(from + 1));
            if matches!(self.scan.form(from), "," | "." | "(" | "who" | "said" | "”") || joined || self.clause_at(from)
            {
                return None;
            }
            let title = self.scan.title_at(from).filter(|(_, kind)| *kind != TitleKind::Honorific);
            // "a senior member of Acme", "an official with Acme"
            let member = || match self.scan.word(from) {
                "member" => self.scan.word(from + 1) == "of",
                "official" => matches!(self.scan.word(from + 1), "with" | "at") && self.party_after(from + 1).is_some(),
                _ => false,
            };
            let Some((length, kind)) = title.or_else(|| member().then_some((1, TitleKind::Role))) else {
                continue;
            };
            if is && !self.modify(after + 1, from) && self.owner_in(after + 1, from).is_none() {
                return None;
            }
            let to = from + length;
            // "After meeting Doe, French President Roe said": the title is the next one's. "He met Doe, an Acme reporter saw":
            // somebody else saw it.
            if self.person_at(to) || matches!(self.scan.xpos(to), Some(Xpos::Vbd | Xpos::Vbz)) {
                return None;
            }
            let next_title =
                || (to..end).take_while(|&at| self.scan.form(at) != ",").any(|at| self.scan.title_at(at).is_some());
            if self.scan.word(from) == "deputy" && deputy.is_none() && next_title() {
                deputy = Some(from);
                continue;
            }
            // "UN envoy for Syria": who sends stands before the title.
            // "the UNICEF representative in Chad"
            let sender = self.body_before(from).filter(|&body| {
                let is_body = || self.mentions[body].class == Class::Organisation;
                matches!(self.scan.word(to), "for" | "to") || self.scan.word(to) == "in" && is_body()
            });
            // "leader of the opposition Green Party" leads the party.
            let party = (to..end).find(|&at| !self.modifies(at)).filter(|_| self.scan.word(to - 1) == "opposition");
            let party = party.and_then(|at| self.body_at(at));
            let of = (from..to).find(|&at| self.scan.word(at) == "of").filter(|_| party.is_some());
            let to = of.unwrap_or(to);
            let led = || party;
            if self.names_next(after, to) {
                return None;
            }
            // "Doe, the Philippine foreign affairs undersecretary,"
            let field = self.portfolio(from, to);
            let of_field = || self.body_before(field).filter(|_| after < field && self.modify(field, from));
            let near = sender.or_else(led).or_else(|| self.body_after(to)).or_else(|| self.body_before(from));
            let from = if near.is_none() && of_field().is_some() { field } else { from };
            let body = near.or_else(of_field);
            // "Doe, Peru's Minister of Health Roe": the title is the next one's, whatever it is of; "met Doe, a lawyer for
            // Acme said": the lawyer is another.
            if self.heads_next(to) || body.is_some_and(|body| self.speaks_behind(body)) {
                return None;
            }
            let owner = self.owner_in(after + 1, from).filter(|_| body.is_none());
            let body = body.or(owner.map(|(body, _)| body));
            // "Acme's Middle East and North Africa director": the region belongs to the title.
            let mut start = owner.map_or(from, |(_, sign)| sign + 1);
            while start > after + 1
                && self.scan.upos(start - 1) == Some(Upos::Propn)
                && body
                    .is_some_and(|body| !self.mentions[body].span.overlaps(self.scan.sentence.tokens[start - 1].span))
            {
                start -= 1;
            }
            return self.role(deputy.unwrap_or(start), to, kind, body);
        }
        None
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
