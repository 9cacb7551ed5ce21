//! What a verb says that somebody is or does for a body: "Jane Doe, who heads Acme,", "works for Acme", "became president of Peru".
//!
//! In: a person's mention and the token behind it. Out: its [`Role`], whose title is the verb ("heads"), or where the title begins
//! that the verb gives or takes away ("was elected", "resigned as"). What is only hoped for, refused or denied tells nothing:
//! the verb must be the name's own, with nothing but auxiliaries before it.

use super::Place;
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Role;
use crate::syntax::{Upos, Xpos};

/// The auxiliaries before a verb, and where it stands.
struct Verb {
    at: usize,
    passive: bool,
    future: bool,
}

impl Place<'_> {
    /// "Jane Doe heads Acme", "Jane Doe, an activist who works for Acme,".
    pub(super) fn said_by_verb(&self, after: usize) -> Option<Role> {
        let Verb { at, passive, future } = self.verb_of_name(after)?;
        if future {
            return None;
        }
        let prepositions: &[&str] = match self.scan.word(at) {
            "heads" | "headed" | "leads" | "led" | "chairs" | "chaired" | "founded" if !passive => &[],
            "works" | "worked" if !passive => &["for", "at"],
            "teaches" | "taught" | "lectures" | "lectured" | "studies" | "studied" if !passive => &["at"],
            "employed" if passive => &["by"],
            "enrolled" if passive => &["at", "in"],
            _ => return None,
        };
        let from = if prepositions.is_empty() {
            at + 1
        } else {
            prepositions.contains(&self.scan.word(at + 1)).then_some(at + 2)?
        };
        let body = self.object_body(from)?;
        // "led Acme to believe it"
        let end = self.mentions[body].span.end;
        let behind = self.scan.sentence.tokens.iter().find(|token| token.span.start >= end);
        let led = behind.is_some_and(|token| token.xpos == Xpos::To);
        (!led).then(|| self.role(at, at + 1, TitleKind::Role, Some(body)))?
    }

    /// The token before the title that a verb gives to a name or takes from it: "became", "was elected", "stepped down as".
    pub(super) fn before_given_title(&self, after: usize) -> Option<usize> {
        let Verb { at, passive, future } = self.verb_of_name(after)?;
        let next = |ahead: usize, word: &str| self.scan.word(at + ahead) == word;
        let last = match self.scan.word(at) {
            "became" | "becomes" | "become" if !passive && !future => at,
            "elected" | "reelected" | "appointed" | "named" if passive && !future => at + usize::from(next(1, "as")),
            "sworn" if passive && next(1, "in") && next(2, "as") => at + 2,
            "served" | "serves" | "serving" | "acted" if !passive && next(1, "as") => at + 1,
            "resigned" | "resigns" | "resign" | "retired" | "quit" if !passive && next(1, "as") => at + 1,
            "stepped" | "steps" | "step" | "stood" | "stands" | "stand"
                if !passive && next(1, "down") && next(2, "as") =>
            {
                at + 2
            }
            _ => return None,
        };
        // "Doe resigned as the president of Acme spoke": a clause
        let clause =
            self.scan.word(last + 1) == "the" && !matches!(self.scan.word(at), "became" | "becomes" | "served");
        let article = matches!(self.scan.word(last + 1), "a" | "an" | "the");
        (!clause || passive).then_some(last + usize::from(article))
    }

    /// The verb whose subject a name is, right behind it or behind "who", with its auxiliaries.
    fn verb_of_name(&self, after: usize) -> Option<Verb> {
        let mut verb = Verb { at: self.behind_who(after).unwrap_or(after), passive: false, future: false };
        loop {
            match self.scan.word(verb.at) {
                "has" | "had" => verb.passive = false,
                "is" | "was" | "be" | "been" => verb.passive = true,
                "will" | "would" => verb.future = true,
                "not" | "never" | "no" | "n't" | "almost" | "nearly" => return None,
                _ if self.scan.upos(verb.at) == Some(Upos::Adv) => {}
                _ => return Some(verb),
            }
            verb.at += 1;
        }
    }

    /// The token behind the "who" of a name, with an apposition between: "Jane Doe, an activist who".
    fn behind_who(&self, after: usize) -> Option<usize> {
        const FAR: usize = 8;
        let comma = self.scan.form(after) == ",";
        let inside = |at: &usize| {
            let word =
                matches!(self.scan.upos(*at), Some(Upos::Det | Upos::Adj | Upos::Noun)) && !self.scan.is_capital(*at);
            word || self.scan.folded.get(*at).is_some_and(String::is_empty) && self.scan.form(*at) == "-"
        };
        let start = after + usize::from(comma);
        let words = (start..start + FAR).take_while(inside).filter(|_| comma).count();
        (self.scan.word(start + words) == "who").then_some(start + words + 1)
    }

    /// The body that is a verb's object at a token and does not only modify another noun: "the Acme organization", no "Acme
    /// team", no "Acme's campaign".
    fn object_body(&self, from: usize) -> Option<usize> {
        const FAR: usize = 6;
        let modifies = |at: &usize| {
            let small = !self.scan.is_capital(*at);
            small && matches!(self.scan.upos(*at), Some(Upos::Det | Upos::Adj | Upos::Noun))
                || self.scan.word(*at) == "the"
        };
        let begins = |at: usize| {
            let start = self.scan.sentence.tokens.get(at)?.span.start;
            self.mentions.iter().position(|mention| mention.span.start == start && mention.class == Class::Organisation)
        };
        let body = (from..from + FAR).find_map(|at| begins(at).map(|body| (at, body)));
        let (at, body) = body.filter(|&(at, _)| (from..at).all(|at| modifies(&at)))?;
        let end = (at..self.scan.len())
            .find(|&end| self.scan.sentence.tokens[end].span.end >= self.mentions[body].span.end)?;
        let next = end + 1;
        let noun = matches!(self.scan.upos(next), Some(Upos::Noun | Upos::Propn)) && !self.scan.is("body-noun", next);
        let hyphen = self.scan.xpos(next) == Some(Xpos::Hyph);
        let owns = matches!(self.scan.word(next), "'s" | "'");
        (!noun && !owns && !hyphen).then_some(body)
    }
}
