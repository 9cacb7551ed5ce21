//! Titles before a name: "U.S. Secretary of State Mike Pompeo", "the head of Acme, Jane Doe,".
//!
//! In: a person's mention and the token that it begins at. Out: the [`Role`] whose title ends right before it, or before its own
//! body or a comma, with the field of the office and what lessens it ("deputy"). A comma may part two people, so that there the
//! words around must say that both are one.

use super::{Place, SOURCE, STAFF};
use crate::gazetteer::leading::is_leader_behind_name;
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Role;
use crate::syntax::{Upos, Xpos};

impl Place<'_> {
    /// "British Foreign Secretary Dominic Raab", "President of France Emmanuel Macron".
    pub(super) fn title_before(&self, person: usize) -> Option<Role> {
        if let Some((from, kind)) = self.scan.office_before(person).filter(|(_, kind)| *kind != TitleKind::Honorific) {
            // "The High Commissioner for Refugees (UNHCR) Jane Doe": the brackets are no part of the title.
            let bracket = self.scan.opened_bracket(person).filter(|_| self.scan.title_before(person).is_none());
            let person = bracket.unwrap_or(person);
            let from = self.behind_body(from, person);
            let field = self.portfolio(from, person);
            // "Transportation Secretary Jane Doe"
            let minister = field < from && self.scan.is("ministry-field", from - 1);
            let kind = if minister { TitleKind::Office } else { kind };
            let owner = || self.owner_behind_adjectives(field).map(|(owner, _)| owner);
            let body = self.body_before(field).or_else(|| self.body_before_kind(field)).or_else(owner);
            let body = body.or_else(|| self.counterparts(field)).or_else(|| self.region_before(from, person));
            // "Acme's Kenya director Jane Doe": of the body, for the state.
            if let Some((owner, start)) = body.and_then(|body| self.owner_of(body)) {
                return self.role(start, person, kind, Some(owner));
            }
            return self.role(self.lesser(field, body), person, kind, body);
        }
        // "The former CIA officer Jane Doe": what a body's people do for it is a role behind its name alone.
        let leads = |work: usize| is_leader_behind_name(self.scan.form(work));
        let noun = |work: &usize| STAFF.contains(&self.scan.form(*work)) || leads(*work);
        let work = person.checked_sub(1).filter(noun);
        if let Some(work) = work
            && let Some(body) = self.body_before(work).filter(|&body| self.mentions[body].class == Class::Organisation)
        {
            let kind = if leads(work) { TitleKind::Office } else { TitleKind::Role };
            return self.role(work, person, kind, Some(body));
        }
        let honorific = self.scan.title_before(person).map(|(from, _)| from);
        if let Some(from) = honorific
            && let Some((start, kind)) = self.scan.title_before(from)
        {
            return self.role(start, from, kind, self.body_before(start));
        }
        None
    }

    /// "Her Chadian counterpart, outgoing President Jane Doe": the state whose office is the other's counterpart.
    fn counterparts(&self, title: usize) -> Option<usize> {
        let adjective = |at: &usize| {
            let participle = self.scan.xpos(*at) == Some(Xpos::Vbg);
            (participle || self.scan.upos(*at) == Some(Upos::Adj)) && !self.scan.is_capital(*at)
        };
        let first = (0..title).rev().take_while(adjective).last().unwrap_or(title);
        let comma = first.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        let noun = comma.checked_sub(1).filter(|&at| self.scan.word(at) == "counterpart")?;
        self.body_before(noun).filter(|&body| self.mentions[body].class == Class::Government)
    }

    /// Where a title begins behind a body whose last word might be its first: "Green Party leader Jane Doe".
    pub(super) fn behind_body(&self, from: usize, to: usize) -> usize {
        // "Kenya's U.N. Ambassador Jane Doe": at the UN, and of a state.
        if self.body_before(from).is_some() || self.scan.word(to - 1) == "ambassador" {
            return from;
        }
        let first = self.scan.sentence.tokens[from].span;
        let body =
            self.mentions.iter().find(|mention| mention.class == Class::Organisation && mention.span.overlaps(first));
        let end =
            body.and_then(|body| (from..to).find(|&at| self.scan.sentence.tokens[at].span.start >= body.span.end));
        end.filter(|&end| self.scan.title_before(to).is_some() && self.scan.title_at(end).is_some()).unwrap_or(from)
    }

    /// Where a minister's title begins, with the portfolio before it: "economy and finance minister".
    pub(super) fn portfolio(&self, from: usize, to: usize) -> usize {
        // "A foreign office spokeswoman" speaks for her field.
        if !self.scan.is("fielded-office", to - 1) && !self.scan.word(to - 1).starts_with("spokes") {
            return from;
        }
        let named =
            |at: usize| self.mentions.iter().any(|mention| mention.span.overlaps(self.scan.sentence.tokens[at].span));
        let mut start = from;
        for at in (from.saturating_sub(5)..from).rev() {
            let noun = matches!(self.scan.upos(at), Some(Upos::Noun | Upos::Adj | Upos::Propn)) && !named(at);
            // "Prime Minister and Defence Minister" are two titles.
            let between = self.scan.word(at) == "and" && at + 1 == start && self.scan.title_before(at).is_none();
            if noun && !matches!(self.scan.word(at), "former" | "deputy" | "then" | "new" | "current") {
                start = at;
            } else if !between {
                break;
            }
        }
        start
    }

    /// Where a title begins whose first word stands before it or before the state: "Assistant U.S. Secretary of State" is no
    /// secretary.
    fn lesser(&self, from: usize, body: Option<usize>) -> usize {
        const LESSER: [&str; 4] = ["assistant", "deputy", "vice", "associate"];
        let start = body.and_then(|body| self.token_at(self.mentions[body].span.start));
        let before_body = start.filter(|&at| at < from).and_then(|at| at.checked_sub(1));
        // "Russia's deputy energy minister"
        let words = [before_body, from.checked_sub(1)];
        words.into_iter().flatten().find(|&at| LESSER.contains(&self.scan.word(at))).unwrap_or(from)
    }

    /// "The head of the Danish Refugee Council, Jane Doe,"; "CEO of Acme Jane Doe": title, body, name.
    pub(super) fn title_of_body(&self, person: usize, after: usize) -> Option<Role> {
        let mut end = person;
        if self.scan.before(end) == "," {
            end -= 1;
        }
        if self.scan.before(end) == ")" {
            end = (end.saturating_sub(8)..end).rev().find(|&at| self.scan.form(at) == "(")?;
        }
        if let Some(role) = self.title_of_mission(end) {
            return Some(role);
        }
        // "A spokesman for the Chadian Embassy in Rome, Jane Doe,"
        let town = self.place_before(end).and_then(|town| self.token_at(self.mentions[town].span.start));
        let seat = town.map(|start| start.saturating_sub(1)).filter(|&at| matches!(self.scan.word(at), "in" | "at"));
        let end = seat.filter(|&at| self.scan.form(end) == "," && self.body_before(at).is_some()).unwrap_or(end);
        let body = self.body_before(end).or_else(|| {
            // "the Bavaria region": the kind of body after its name.
            let noun =
                end.checked_sub(1).filter(|&at| self.scan.upos(at) == Some(Upos::Noun) && !self.scan.is_capital(at))?;
            self.body_before(noun)
        });
        let body = body.or_else(|| self.place_before(end))?;
        let start = self.token_at(self.mentions[body].span.start)?;
        // "The former governor of Kenya's western Busia region, Jane Doe": the state owns the region.
        let owner = || self.owner_behind_adjectives(start).filter(|_| self.mentions[body].class == Class::Place);
        let owned = owner().and_then(|(owner, _)| self.token_at(self.mentions[owner].span.start));
        let start = owned.unwrap_or(start);
        // "the leader of the Kenya-backed Green List, Jane Doe,"
        let hyphen = |&at: &usize| self.scan.folded[at].is_empty() && self.scan.form(at) == "-";
        let backed = start.checked_sub(2).filter(hyphen).and_then(|at| at.checked_sub(1));
        let start = backed.unwrap_or(start);
        let of = (start.saturating_sub(2)..start)
            .rev()
            .find(|&at| matches!(self.scan.word(at), "of" | "for" | "to" | "at"))?;
        let member = || (self.scan.before(of) == "member").then_some((of - 1, TitleKind::Role));
        let (from, kind) = self.scan.title_before(of).or_else(member)?;
        let sender = self.sender_before(from);
        let sent = (from..of)
            .any(|at| matches!(self.scan.word(at), "envoy" | "ambassador" | "representative" | "coordinator"));
        let land = self.mentions[body].class != Class::Organisation && self.is_topic(of);
        if land || self.scan.word(of) == "to" || self.scan.word(of) == "for" && (sender.is_some() || sent) {
            // An ambassador's state, "the UN envoy for Syria": who sends stands before the title, what follows is where to.
            return self.role(from, person, kind, sender);
        }
        // In "the plan of the president of Acme, Jane Doe said" the name is not the president's.
        // "Regional Director at Acme, Jane Doe said"
        let before = |at: usize| matches!(self.scan.upos(at), Some(Upos::Det | Upos::Adj | Upos::Propn));
        // "Speaking of it, Regional Director at Acme, Jane Doe said"
        let comma = (0..from).rev().find(|&at| self.scan.form(at) == ",").filter(|_| self.scan.is_capital(from));
        let capital = |at: usize| comma.is_none() || self.scan.is_capital(at);
        // "As chair of Acme, Jane Doe met him"
        let opening = comma.map_or(0, |comma| comma + 1);
        let as_one = self.scan.form(opening) == "As" && opening + 1 == from;
        let opens = as_one || (opening..from).all(|at| before(at) && capital(at));
        let closed = matches!(self.scan.upos(after), None | Some(Upos::Punct));
        if person != end && self.scan.before(person) == "," && !opens && !closed {
            return None;
        }
        self.role(from, of, kind, Some(body))
    }

    /// "The head of the EU mission to Kenya Jane Doe": the body stands before its mission, where that is behind it.
    fn title_of_mission(&self, end: usize) -> Option<Role> {
        const MISSIONS: [&str; 5] = ["mission", "delegation", "embassy", "consulate", "office"];
        let place = self.body_before(end).or_else(|| self.place_before(end))?;
        let start = self.token_at(self.mentions[place].span.start)?;
        let to = (start.saturating_sub(2)..start).rev().find(|&at| matches!(self.scan.word(at), "to" | "in" | "at"))?;
        let noun = to.checked_sub(1).filter(|&noun| MISSIONS.contains(&self.scan.word(noun)))?;
        let body = self.body_before(noun)?;
        let start = self.token_at(self.mentions[body].span.start)?;
        let of = (start.saturating_sub(2)..start).rev().find(|&at| self.scan.word(at) == "of")?;
        let (from, kind) = self.scan.title_before(of)?;
        self.role(from, of, kind, Some(body))
    }

    /// "The deputy minister responsible for trade, Jane Doe, told": a title with what it is for opens the clause, and the name
    /// stands between commas or speaks.
    pub(super) fn title_that_opens(&self, person: usize, after: usize) -> Option<Role> {
        const FAR: usize = 14;
        let comma = person.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        let closed = self.scan.form(after) == "," || self.scan.is("speech-verb", after);
        // "“…,” said the UN Special Rapporteur on torture, Jane Doe."
        let the = |at: usize| self.scan.word(at + 1) == "the";
        let said = |at: usize| self.scan.is("speech-verb", at) && the(at);
        // "threats against the minister for trade, Jane Doe,"
        let whom = |at: usize| {
            the(at) && self.scan.form(after) == "," && matches!(self.scan.word(at), "against" | "by" | "from" | "with")
        };
        // "on extrajudicial, summary or arbitrary executions"
        let adjective = |at: usize| self.scan.upos(at) == Some(Upos::Adj);
        let listed = |at: usize| self.scan.form(at) == "," && at > 0 && adjective(at - 1) && adjective(at + 1);
        let quote = |at: usize| matches!(self.scan.form(at), "“" | "”" | "\"" | "," | ";" | ":") && !listed(at);
        let start = (comma.saturating_sub(FAR)..comma)
            .rev()
            .find(|&at| quote(at) || said(at) || whom(at))
            .map_or(0, |at| at + 1);
        let ends = || start > 0 && said(start - 1) && matches!(self.scan.form(after), "." | "" | ";");
        let closed = closed || ends();
        if !closed || comma - start > FAR || self.scan.word(start) != "the" {
            return None;
        }
        let inside = |at: usize| matches!(self.scan.upos(at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Part));
        let (from, (length, kind)) = (start + 1..comma)
            .take_while(|&at| inside(at) || self.scan.folded[at].is_empty())
            .find_map(|at| Some((at, self.scan.title_at(at).filter(|(_, kind)| *kind != TitleKind::Honorific)?)))?;
        let to = from + length;
        let field = matches!(self.scan.word(to), "for" | "of" | "on" | "responsible" | "in")
            || (from..to).any(|at| matches!(self.scan.word(at), "for" | "of"));
        let verb = |at: usize| matches!(self.scan.upos(at), Some(Upos::Verb | Upos::Aux));
        if !field || (to..comma).any(verb) || (start..comma).any(|at| self.person_at(at)) {
            return None;
        }
        // "The Assistant U.S. Secretary of State": the state may stand inside the title.
        let before = self.body_before(from);
        let body = self.apposed_body(to).unwrap_or_else(|| before.or_else(|| self.body_after(to)));
        self.role(self.lesser(from, before), to, kind, body)
    }

    /// "China's U.N. ambassador, Zhang Jun,": the title and a comma before the name.
    pub(super) fn title_before_comma(&self, person: usize, after: usize) -> Option<Role> {
        let comma = person.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        // "According to an Acme spokesman, Doe would": the comma ends who says it, and Doe is another.
        let source = (comma.saturating_sub(SOURCE)..comma)
            .any(|at| self.scan.word(at) == "according" && self.scan.word(at + 1) == "to");
        if source && self.scan.form(after) != "," {
            return None;
        }
        let (from, kind) = self.scan.title_before(comma)?;
        // "the EU climate action commissioner, Jane Doe,"
        let field = self.portfolio(from, comma);
        let mut start =
            if self.body_before(from).is_none() && self.body_before(field).is_some() { field } else { from };
        // "U.N. ambassador": a body between the state and the title belongs to the title.
        let mut body = self.body_before(start);
        if let Some(near) = body {
            let at =
                self.scan.sentence.tokens.iter().position(|token| token.span.start == self.mentions[near].span.start);
            if let Some(outer) =
                at.and_then(|at| self.body_before(at).filter(|_| self.scan.before(at) == "'s").map(|outer| (at, outer)))
            {
                (start, body) = (outer.0, Some(outer.1));
            }
        }
        // "NATO's supreme military commander, Jane Doe,"
        let far = || self.owner_in(start.saturating_sub(4), start).filter(|(_, sign)| self.modify(sign + 1, start));
        if let Some((owner, sign)) = body.is_none().then(far).flatten() {
            (start, body) = (sign + 1, Some(owner));
        }
        body?;
        self.role(start, comma, kind, body)
    }

    /// "Kazakhstan and its president, Jane Doe, said": an office whose body a pronoun names.
    pub(super) fn title_of_owner(&self, person: usize, after: usize) -> Option<Role> {
        let comma = person.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        let (from, kind) = self.scan.title_before(comma).filter(|(_, kind)| *kind == TitleKind::Office)?;
        let closed = self.scan.form(after) == "," || self.scan.is("speech-verb", after);
        let owned = matches!(self.scan.before(from), "its" | "their");
        if closed && owned { self.role(from, comma, kind, None) } else { None }
    }

    /// "Spokesperson for Acme: Jane Doe": a line that begins with the title.
    pub(super) fn title_label(&self, person: usize) -> Option<Role> {
        person.checked_sub(1).filter(|&at| self.scan.form(at) == ":")?;
        let (length, kind) = self.scan.title_at(0)?;
        self.role(0, length, kind, Some(self.body_after(length)?))
    }

    /// "(AP Photo/Jane Doe)": a photo credit.
    pub(super) fn photo(&self, person: usize) -> Option<Role> {
        let slash = person.checked_sub(2).filter(|_| self.scan.form(person - 1) == "/")?;
        if self.scan.word(slash) != "photo" {
            return None;
        }
        let body = self.body_before(slash)?;
        self.role(slash, slash + 1, TitleKind::Role, Some(body))
    }
}
