//! Titles that stand with persons: "U.S. Secretary of State Mike Pompeo", "Jane Doe, director at Acme,".
//!
//! In: a scanned sentence and its mentions. Out: [`Role`]s with the title's words and the body or state that they name, and
//! the spans that are one name to the parser. A title without a body still tells an official from another person.

use super::scan::Scan;
use super::{Mention, MentionId, Role};
use crate::document::Span;
use crate::gazetteer::{Class, TitleKind};

/// The roles of a sentence; `first` is the number of its first mention in the document.
pub(super) fn find(scan: &Scan, mentions: &[Mention], first: usize, units: &mut Vec<Span>) -> Vec<Role> {
    let mut roles = Vec::new();
    for (number, mention) in mentions.iter().enumerate() {
        if !matches!(mention.class, Class::Person | Class::Official) {
            continue;
        }
        let tokens = |at: usize| scan.sentence.tokens[at].span;
        let Some(from) = (0..scan.len()).find(|&at| tokens(at).start == mention.span.start) else { continue };
        let Some(last) = (from..scan.len()).find(|&at| tokens(at).end == mention.span.end) else { continue };
        let place = Place { scan, mentions, first, person: number };
        let before = place.title_before(from);
        let found = before.or_else(|| place.title_before_comma(from)).or_else(|| place.photo(from)).or_else(|| {
            let suffix = |at: &usize| scan.is("name-suffix", *at);
            let after = (last + 1..scan.len()).find(|at| !suffix(at)).unwrap_or(scan.len());
            place.title_after(after)
        });
        let Some(role) = found else { continue };
        if let Some(start) = place.unit_start(from) {
            units.push(scan.span(start, last + 1));
        }
        roles.push(role);
    }
    roles
}

struct Place<'a> {
    scan: &'a Scan<'a>,
    mentions: &'a [Mention],
    first: usize,
    person: usize,
}

impl Place<'_> {
    fn id(&self, number: usize) -> MentionId {
        MentionId(u32::try_from(self.first + number).expect("fewer than 2^32 mentions"))
    }

    /// The body or state mention that ends right before a token, possessive and article skipped.
    fn body_before(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end > 0
            && matches!(
                self.scan.before(end),
                "'s" | "'" | "the" | "-" | "former" | "deputy" | "then" | "new" | "current"
            )
        {
            end -= 1;
        }
        let end = self.scan.sentence.tokens.get(end.checked_sub(1)?)?.span.end;
        self.mentions.iter().position(|mention| mention.span.end == end && is_body(mention.class))
    }

    /// The body that stands after a title: "of France", "at Human Rights Watch", "for the ministry".
    fn body_after(&self, at: usize) -> Option<usize> {
        if !matches!(self.scan.word(at), "of" | "at" | "for" | "to" | "with" | "in") {
            return None;
        }
        let limit = self.scan.sentence.tokens.get((at + 5).min(self.scan.len() - 1))?.span.end;
        let from = self.scan.sentence.tokens[at].span.end;
        self.mentions
            .iter()
            .position(|mention| mention.span.start >= from && mention.span.end <= limit && is_body(mention.class))
    }

    fn role(&self, from: usize, to: usize, kind: TitleKind, body: Option<usize>) -> Option<Role> {
        if kind == TitleKind::Honorific {
            return None;
        }
        let title = self.scan.span(from, to);
        let person = self.mentions[self.person].span;
        Some(Role {
            person: self.id(self.person),
            title,
            body: body.map(|body| self.id(body)),
            office: kind == TitleKind::Office,
            span: title.join(person),
        })
    }

    /// "British Foreign Secretary Dominic Raab", "President of France Emmanuel Macron".
    fn title_before(&self, person: usize) -> Option<Role> {
        if let Some((from, kind)) = self.scan.title_before(person).filter(|(_, kind)| *kind != TitleKind::Honorific) {
            let body = self.body_before(from);
            return self.role(from, person, kind, body);
        }
        let honorific = self.scan.title_before(person).map(|(from, _)| from);
        if let Some(from) = honorific
            && let Some((start, kind)) = self.scan.title_before(from)
        {
            return self.role(start, from, kind, self.body_before(start));
        }
        let body = self.body_before(person)?;
        let start =
            self.scan.sentence.tokens.iter().position(|token| token.span.start == self.mentions[body].span.start)?;
        let of = (start.saturating_sub(2)..start).find(|&at| matches!(self.scan.word(at), "of" | "for"))?;
        let (from, kind) = self.scan.title_before(of)?;
        self.role(from, of, kind, Some(body))
    }

    /// "China's U.N. ambassador, Zhang Jun,": the title and a comma before the name.
    fn title_before_comma(&self, person: usize) -> Option<Role> {
        let comma = person.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        let (from, kind) = self.scan.title_before(comma)?;
        let mut start = from;
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
        body?;
        self.role(start, comma, kind, body)
    }

    /// "Jane Doe, a senior researcher at Acme,"; "Jane Doe, Acme's director,".
    fn title_after(&self, after: usize) -> Option<Role> {
        if self.scan.form(after) != "," {
            return None;
        }
        let end = (after + 9).min(self.scan.len());
        for from in after + 1..end {
            if matches!(self.scan.form(from), "," | "." | "(" | "who" | "said" | "and" | "”") {
                return None;
            }
            let Some((length, kind)) = self.scan.title_at(from).filter(|(_, kind)| *kind != TitleKind::Honorific)
            else {
                continue;
            };
            let to = from + length;
            let body = self.body_after(to).or_else(|| self.body_before(from));
            let mut start = from;
            while start > after + 1
                && self.scan.upos(start - 1) == Some(crate::syntax::Upos::Propn)
                && body
                    .is_some_and(|body| !self.mentions[body].span.overlaps(self.scan.sentence.tokens[start - 1].span))
            {
                start -= 1;
            }
            return self.role(start, to, kind, body);
        }
        None
    }

    /// "(AP Photo/Jane Doe)": a photo credit.
    fn photo(&self, person: usize) -> Option<Role> {
        let slash = person.checked_sub(2).filter(|_| self.scan.form(person - 1) == "/")?;
        if self.scan.word(slash) != "photo" {
            return None;
        }
        let body = self.body_before(slash)?;
        self.role(slash, slash + 1, TitleKind::Role, Some(body))
    }

    /// Where the name with its titles and body begins, for the parser.
    fn unit_start(&self, person: usize) -> Option<usize> {
        let mut start = person;
        while let Some((from, _)) = self.scan.title_before(start) {
            start = from;
        }
        if start == person {
            return None;
        }
        let body =
            self.body_before(start).filter(|_| self.scan.before(start) != "'s" && self.scan.before(start) != "the");
        let at = body.and_then(|body| {
            self.scan.sentence.tokens.iter().position(|token| token.span.start == self.mentions[body].span.start)
        });
        Some(at.unwrap_or(start))
    }
}

fn is_body(class: Class) -> bool {
    matches!(class, Class::Government | Class::Organisation | Class::Report)
}
