//! Titles in the plural before a list of names: "Acme members Jane Doe and Tom Roe", "the leaders of Acme, Jane Doe and Tom Roe".
//!
//! In: a person's mention in a list of names. Out: the [`Role`] that the title before the list gives each of them. Where as many
//! bodies are named as persons ("the foreign ministers of Chad and Mali, Jane Doe and Tom Roe"), each has their own; where it is
//! unclear whose is whose, nobody has any.

use super::Place;
use super::bodies::is_body;
use crate::gazetteer::{Class, TitleKind};
use crate::mention::{Mention, Role};
use crate::syntax::{Token, Upos, Xpos};

/// Most tokens between a title in the plural and the list of names behind its body.
const FAR: usize = 20;

impl Place<'_> {
    /// The role that a title in the plural gives whoever stands in the list behind it.
    pub(super) fn title_of_list(&self) -> Option<Role> {
        let names = self.list();
        let first = self.token_at(self.mentions[*names.first()?].span.start)?;
        if self.scan.before(first) == "," {
            return self.title_of_bodies(&names, first - 1);
        }
        let (from, kind) = self.plural_before(first)?;
        let body = self.body_before(from).or_else(|| self.body_before_kind(from));
        self.shared_role(from, first, kind, body)
    }

    /// The role of a title that several persons share: the words of all but the first are their names alone.
    fn shared_role(&self, from: usize, to: usize, kind: TitleKind, body: Option<usize>) -> Option<Role> {
        let own = self.mentions[self.person].span;
        let title = self.scan.span(from, to);
        let between = |mention: &Mention| {
            let person = matches!(mention.class, Class::Person | Class::Official);
            person && mention.span.start >= title.end && mention.span.end <= own.start
        };
        let first = !self.mentions.iter().any(between);
        self.role(from, to, kind, body).map(|role| if first { role } else { Role { span: own, ..role } })
    }

    /// The persons of the list that this one stands in, by their mentions: "Jane Doe, Tom Roe, and Ann Lee", "Jane Doe of Acme and
    /// Tom Roe of Zorva".
    fn list(&self) -> Vec<usize> {
        let person = |at: &usize| matches!(self.mentions[*at].class, Class::Person | Class::Official);
        let persons: Vec<usize> = (0..self.mentions.len()).filter(person).collect();
        let Some(own) = persons.iter().position(|&at| at == self.person) else { return Vec::new() };
        let joined = |first: usize, second: usize| {
            let (end, start) = (self.mentions[first].span.end, self.mentions[second].span.start);
            let joins = |token: &Token| {
                let body = |mention: &Mention| is_body(mention.class) && mention.span.contains(token.span);
                let word = token.span.of(self.scan.text);
                matches!(word, "," | "and" | "&" | "of" | "the") || self.mentions.iter().any(body)
            };
            let tokens = self.scan.sentence.tokens.iter();
            let between: Vec<&Token> =
                tokens.filter(|token| token.span.start >= end && token.span.end <= start).collect();
            let parted = |token: &&Token| matches!(token.span.of(self.scan.text), "," | "and" | "&");
            between.iter().any(parted) && between.into_iter().all(joins)
        };
        let first = (1..=own).rev().take_while(|&at| joined(persons[at - 1], persons[at])).last();
        let first = first.map_or(own, |at| at - 1);
        let more = (first + 1..persons.len()).take_while(|&at| joined(persons[at - 1], persons[at]));
        std::iter::once(first).chain(more).map(|at| persons[at]).collect()
    }

    /// The title in the plural that ends right before a token: "co-leaders", "special rapporteurs", "members".
    fn plural_before(&self, at: usize) -> Option<(usize, TitleKind)> {
        const LONGEST: usize = 5;
        let last = at.checked_sub(1)?;
        // "Rapporteurs" may be tagged as one.
        let capital = || self.scan.xpos(last) == Some(Xpos::Nnp) && self.scan.word(last).ends_with('s');
        if !matches!(self.scan.xpos(last), Some(Xpos::Nns | Xpos::Nnps)) && !capital() {
            return None;
        }
        let ends = |from: usize| {
            let (length, kind) = self.scan.title_at(from)?;
            (from + length == at && kind != TitleKind::Honorific).then_some((from, kind))
        };
        let member = || (self.scan.word(last) == "members").then_some((last, TitleKind::Role));
        (at.saturating_sub(LONGEST)..at).find_map(ends).or_else(member)
    }

    /// "the leaders of the Green Party, Jane Doe and Tom Roe": the title stands before what it is of, a comma behind that.
    fn title_of_bodies(&self, names: &[usize], comma: usize) -> Option<Role> {
        let phrase = |at: &usize| {
            let verb = matches!(self.scan.upos(*at), Some(Upos::Verb | Upos::Aux | Upos::Pron | Upos::Sconj));
            !verb && !matches!(self.scan.form(*at), "." | ";" | ":" | "“" | "”" | "\"") && !self.person_at(*at)
        };
        let of = (comma.saturating_sub(FAR)..comma)
            .rev()
            .take_while(phrase)
            .find(|&at| matches!(self.scan.word(at), "of" | "for") && self.plural_before(at).is_some())?;
        let (from, kind) = self.plural_before(of)?;
        let bodies = self.bodies_in(of + 1, comma);
        let several = self.scan.xpos(comma - 1) == Some(Xpos::Nns);
        let number = names.iter().position(|&name| name == self.person)?;
        let body = match bodies.as_slice() {
            [one] if !several => *one,
            many if many.len() == names.len() => many[number],
            _ => return None,
        };
        self.shared_role(from, of, kind, Some(body))
    }

    /// "the UN Special Rapporteurs on slavery, Jane Doe, and on torture, Tom Roe": one title for several, each with a field.
    pub(super) fn title_of_field(&self, person: usize) -> Option<Role> {
        let comma = person.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        let field = |at: &usize| {
            let word =
                matches!(self.scan.upos(*at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Det | Upos::Cconj));
            word || matches!(self.scan.word(*at), "on" | "of") || self.scan.form(*at) == ","
        };
        let holds = |at: &usize| self.scan.word(*at) == "on" && self.plural_before(*at).is_some();
        let on = (comma.saturating_sub(FAR)..comma)
            .rev()
            .take_while(|at| field(at) && !self.person_at(*at))
            .find(|&at| self.scan.word(at) == "on")?;
        let further = || (on.saturating_sub(FAR)..on).rev().take_while(field).find(holds);
        let titled = if holds(&on) { on } else { further().filter(|_| self.scan.before(on) == "and")? };
        let (from, kind) = self.plural_before(titled)?;
        self.shared_role(from, titled, kind, Some(self.body_before(from)?))
    }

    /// The bodies and states that a phrase names side by side; another name for the one before ("Acme or ACM") is left out, as
    /// are whoever owns one and where it is.
    fn bodies_in(&self, from: usize, to: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = from;
        while at < to {
            let begins = |body: &usize| self.token_at(self.mentions[*body].span.start) == Some(at);
            let here = (0..self.mentions.len()).filter(|&body| is_body(self.mentions[body].class)).find(begins);
            let Some(body) = here else {
                if !found.is_empty() && matches!(self.scan.word(at), "in" | "on" | "to" | "at" | "for") {
                    break;
                }
                at += 1;
                continue;
            };
            let end = (at..to).find(|&end| self.scan.sentence.tokens[end].span.end >= self.mentions[body].span.end);
            at = end.map_or(to, |end| end + 1);
            let other_name = found.last().is_some() && matches!(self.scan.word(self.before_name(body)), "or" | "(");
            if !matches!(self.scan.word(at), "'s" | "'") && !other_name {
                found.push(body);
            }
        }
        found
    }

    /// The token before a mention.
    fn before_name(&self, mention: usize) -> usize {
        self.token_at(self.mentions[mention].span.start).map_or(0, |at| at.saturating_sub(1))
    }

    /// The body whose name stands before the noun for its kind: "Labour party activist Jane Doe".
    pub(super) fn body_before_kind(&self, at: usize) -> Option<usize> {
        let noun = at.checked_sub(1).filter(|&noun| self.scan.is("body-noun", noun) && !self.scan.is_capital(noun))?;
        self.body_before(noun).filter(|&body| self.mentions[body].class == Class::Organisation)
    }
}
