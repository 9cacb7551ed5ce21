//! Where the body, state or town stands that a title is held at: before it, behind it, as its owner.
//!
//! In: the mentions of a sentence and a place beside a title. Out: a mention's number, if one stands there.

use super::Place;
use crate::gazetteer::Class;
use crate::gazetteer::leading::{is_civil, is_elected, is_private_head, keeps_order};
use crate::mention::{Mention, MentionId};
use crate::syntax::{Upos, Xpos};

impl Place<'_> {
    /// The body that "of" ties to what stands before: "of the Czech Republic", "of the weekly newspaper Acme"; of two with their
    /// titles, to both: "Reporter Jane Doe and Editor Tom Roe of Acme".
    pub(super) fn body_beside(&self, at: usize) -> Option<MentionId> {
        if self.scan.word(at) == "and" {
            return self.body_beside(self.behind_titled(at + 1)?);
        }
        if self.scan.word(at) != "of" {
            return None;
        }
        let at = if self.scan.word(at + 1) == "the" { at + 2 } else { at + 1 };
        let small = |at: &usize| !self.scan.is_capital(*at) && self.modifies(*at);
        let kind = (at..self.scan.len()).take_while(small).filter(|&noun| self.scan.is("body-noun", noun)).last();
        let at = kind.map_or(at, |noun| noun + 1);
        let start = self.scan.sentence.tokens.get(at)?.span.start;
        let body = self.mentions.iter().position(|mention| mention.span.start == start && is_body(mention.class))?;
        Some(self.id(body))
    }

    /// The token behind the person whose title begins at a token.
    fn behind_titled(&self, title: usize) -> Option<usize> {
        let (length, _) = self.scan.title_at(title)?;
        let start = self.scan.sentence.tokens.get(title + length)?.span.start;
        let named = |mention: &&Mention| {
            mention.span.start == start && matches!(mention.class, Class::Person | Class::Official)
        };
        let end = self.mentions.iter().find(named)?.span.end;
        self.scan.sentence.tokens.iter().position(|token| token.span.start >= end)
    }

    /// Whether a name with a possessive owns what begins at a token, with nothing between but adjectives: "Chad's de facto head".
    pub(super) fn owns(&self, body: usize, at: usize) -> bool {
        self.owner_behind_adjectives(at).is_some_and(|(owner, _)| owner == body)
    }

    /// The body that owns what begins at a token, where only adjectives in small letters stand between, and where its sign is.
    pub(super) fn owner_behind_adjectives(&self, at: usize) -> Option<(usize, usize)> {
        const FAR: usize = 4;
        let (owner, sign) = self.owner_in(at.saturating_sub(FAR), at)?;
        let adjective = |at: usize| {
            !self.scan.is_capital(at)
                && (self.scan.upos(at) == Some(Upos::Adj) || matches!(self.scan.word(at), "de" | "facto"))
        };
        (sign + 1..at).all(adjective).then_some((owner, sign))
    }

    /// The body or state that sends an envoy, before the title and its adjectives: "the US permanent envoy".
    pub(super) fn sender_before(&self, title: usize) -> Option<usize> {
        let adjective = |at: &usize| self.scan.upos(*at) == Some(Upos::Adj) && !self.scan.is_capital(*at);
        let first = (0..title).rev().take_while(adjective).last();
        self.body_before(title).or_else(|| self.body_before(first?))
    }

    /// Whether a state's name owns a chamber of deputies: "Chad's parliament".
    pub(super) fn owns_chamber(&self, state: usize) -> bool {
        let end = self.mentions[state].span.end;
        let Some(sign) = self.scan.sentence.tokens.iter().position(|token| token.span.start >= end) else {
            return false;
        };
        let chamber = |at: usize| {
            matches!(self.scan.word(at), "parliament" | "legislature" | "senate" | "congress")
                || self.scan.word(at + 1) == "assembly" && matches!(self.scan.word(at), "national" | "legislative")
        };
        matches!(self.scan.word(sign), "'s" | "'") && chamber(sign + 1)
    }

    /// Whether an unlisted body's name ends as those of firms and clubs do: "Kenya Airways".
    pub(super) fn is_firm(&self, body: usize) -> bool {
        let mention = &self.mentions[body];
        let last = mention.span.of(self.scan.text).rsplit(' ').next().unwrap_or("").to_lowercase();
        mention.entry.is_none() && is_private_head(&last, self.scan.gazetteer)
    }

    /// Whether a body's name is that of a committee of deputies.
    pub(super) fn is_chambers(&self, body: usize) -> bool {
        let name = self.mentions[body].span.of(self.scan.text).to_lowercase().replace('‑', "-");
        ["subcommittee", "sub-committee", "select committee", "standing committee"]
            .iter()
            .any(|kind| name.contains(kind))
    }

    /// Whether a body's name, or a listed one's in full, is one whose heads hold an office.
    pub(super) fn is_elected(&self, body: usize) -> bool {
        self.full_name(body).is_some_and(|name| is_elected(name, self.scan.gazetteer))
    }

    /// Whether a body is a state's police, army or secret service.
    pub(super) fn keeps_order(&self, body: usize) -> bool {
        self.full_name(body).is_some_and(keeps_order)
    }

    /// An organisation's name, in full where it is listed.
    fn full_name(&self, body: usize) -> Option<&str> {
        let mention = Some(&self.mentions[body]).filter(|mention| mention.class == Class::Organisation)?;
        let listed = mention.entry.map(|entry| self.scan.gazetteer.entry(entry).name.as_str());
        Some(listed.unwrap_or(mention.span.of(self.scan.text)))
    }

    pub(super) fn token_at(&self, start: u32) -> Option<usize> {
        self.scan.sentence.tokens.iter().position(|token| token.span.start == start)
    }

    /// The body or state mention that ends right before a token, possessive and article skipped.
    pub(super) fn body_before(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while end > 0
            && matches!(
                self.scan.before(end),
                "'s" | "'" | "the" | "-" | "former" | "deputy" | "then" | "new" | "current"
            )
        {
            end -= 1;
        }
        // "World Trade Organization (WTO) Director": the acronym in brackets is the body's.
        end = self.scan.opened_bracket(end).unwrap_or(end);
        let end = self.scan.sentence.tokens.get(end.checked_sub(1)?)?.span.end;
        self.mentions.iter().position(|mention| mention.span.end == end && is_body(mention.class))
    }

    /// The body that owns what follows: "Acme's Middle East and North Africa director".
    pub(super) fn owner_in(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let sign = (from..to).rev().find(|&at| matches!(self.scan.word(at), "'s" | "'"))?;
        Some((self.body_before(sign)?, sign))
    }

    /// The body that owns the part of its work which a state's name right before a title says, and where that name stands.
    pub(super) fn owner_of(&self, state: usize) -> Option<(usize, usize)> {
        let start = self.token_at(self.mentions[state].span.start)?;
        let land = matches!(self.mentions[state].class, Class::Government | Class::Place);
        let sign = start.checked_sub(1).filter(|&at| land && matches!(self.scan.word(at), "'s" | "'"))?;
        let owner = self.body_before(sign).filter(|&owner| self.mentions[owner].class == Class::Organisation)?;
        Some((owner, start))
    }

    /// The body whose name begins at a token, behind a title that says what it leads: "leader of the opposition Green Party".
    pub(super) fn body_at(&self, at: usize) -> Option<usize> {
        let start = self.scan.sentence.tokens.get(at)?.span.start;
        self.mentions.iter().position(|mention| mention.span.start == start && mention.class == Class::Organisation)
    }

    /// Whether "for" at a token tells a land that somebody is an expert on, and not whose he is: "rapporteur for Serbia".
    pub(super) fn is_topic(&self, at: usize) -> bool {
        let expert = matches!(
            self.scan.before(at),
            "analyst"
                | "campaigner"
                | "coordinator"
                | "correspondent"
                | "expert"
                | "rapporteur"
                | "researcher"
                | "specialist"
        );
        expert && self.scan.word(at) == "for"
    }

    /// The body that stands after a title: "of France", "at Human Rights Watch", "for the ministry".
    pub(super) fn body_after(&self, at: usize) -> Option<usize> {
        if !matches!(self.scan.word(at), "of" | "at" | "for" | "to" | "with" | "in") {
            return None;
        }
        let about = self.is_topic(at);
        let near = (at + 1..self.scan.len().min(at + 7)).take_while(|&next| {
            // "the banned party", "the ruling party", "the Kenya-backed party"
            let banned = matches!(self.scan.xpos(next), Some(Xpos::Vbn | Xpos::Vbg | Xpos::Vbd))
                && (matches!(self.scan.upos(next - 1), Some(Upos::Det | Upos::Adv)) || self.scan.form(next - 1) == "-");
            let clause = matches!(self.scan.upos(next), Some(Upos::Verb | Upos::Aux | Upos::Punct)) && !banned;
            !clause || self.scan.folded[next].is_empty() && self.scan.form(next) == "-" || self.scan.is_capital(next)
        });
        near.filter_map(|next| self.scan.sentence.tokens.get(next))
            .filter_map(|token| self.mentions.iter().position(|mention| mention.span.start == token.span.start))
            .find(|&found| !self.is_qualifier(found))
            .filter(|&found| is_body(self.mentions[found].class))
            // "Parliament's rapporteur for Serbia" is none of Serbia's.
            .filter(|&found| !about || self.mentions[found].class == Class::Organisation)
            .map(|found| self.owned_by(found).unwrap_or(found))
    }

    /// Whether a name only tells more of the one behind it: "the Kenya-backed Green List", "the Lagos newspaper Acme".
    fn is_qualifier(&self, mention: usize) -> bool {
        let Mention { span, class, .. } = self.mentions[mention];
        let tokens = &self.scan.sentence.tokens;
        let Some(next) = tokens.iter().position(|token| token.span.start >= span.end) else { return false };
        let paper = class == Class::Place && self.scan.is("body-noun", next) && self.body_at(next + 1).is_some();
        self.scan.is_compound(next - 1) || paper
    }

    /// The body that a comma ties to the noun for what it is behind a title: "President of the main opposition party, the ZMP". None
    /// inside is a party of a state's that the words do not name.
    pub(super) fn apposed_body(&self, at: usize) -> Option<Option<usize>> {
        const FAR: usize = 9;
        if self.scan.word(at) != "of" {
            return None;
        }
        let phrase = |at: &usize| {
            let inside = [Upos::Det, Upos::Adj, Upos::Noun, Upos::Propn, Upos::Part, Upos::Adv, Upos::Pron];
            let participle = matches!(self.scan.xpos(*at), Some(Xpos::Vbg | Xpos::Vbn));
            self.scan.upos(*at).is_some_and(|upos| inside.contains(&upos)) || participle
        };
        let last = (at + 1..at + FAR).take_while(phrase).last()?;
        let kind = self.scan.is("body-noun", last) && !self.scan.is_capital(last) && self.scan.form(last + 1) == ",";
        let inside = self.scan.span(at, last + 1);
        let named = |mention: &Mention| mention.class == Class::Organisation && inside.contains(mention.span);
        if !kind || self.mentions.iter().any(named) {
            return None;
        }
        let name = last + 2 + usize::from(self.scan.word(last + 2) == "the");
        let party = matches!(self.scan.word(last), "party" | "union" | "movement" | "coalition");
        self.body_at(name).map(Some).or_else(|| party.then_some(None))
    }

    /// The town or region that a title of who leads one is of: "mayor of Kumasi", "the head of Peru's southern Cusco region".
    pub(super) fn region_after(&self, from: usize, to: usize) -> Option<usize> {
        const FAR: usize = 8;
        let title = self.scan.word(to.checked_sub(1)?);
        let heads = matches!(title, "head" | "leader") && from + 1 == to;
        if self.scan.word(to) != "of" || !heads && !is_regions(title) {
            return None;
        }
        let before = |at: &usize| {
            let small = matches!(self.scan.upos(*at), Some(Upos::Det | Upos::Adj)) || self.scan.word(*at) == "'s";
            small || self.scan.is_capital(*at)
        };
        let tokens = &self.scan.sentence.tokens;
        let begins = |at: usize| {
            let place =
                |mention: &Mention| mention.span.start == tokens[at].span.start && mention.class == Class::Place;
            self.mentions.iter().position(place)
        };
        let near = to + 1..(to + FAR).min(self.scan.len());
        let (at, place) = near.take_while(before).find_map(|at| Some((at, begins(at)?)))?;
        let between = self.scan.span(to, at);
        let body = |mention: &Mention| mention.class == Class::Organisation && between.overlaps(mention.span);
        let next = tokens.iter().position(|token| token.span.start >= self.mentions[place].span.end);
        let noun = next.filter(|&at| matches!(self.scan.upos(at), Some(Upos::Noun | Upos::Propn)));
        let region = noun.is_some_and(|noun| self.scan.is("place-noun", noun) || self.scan.word(noun) == "state");
        let fits = if noun.is_some() { region } else { !heads };
        (fits && !self.mentions.iter().any(body)).then_some(place)
    }

    /// The town or state of a union before the title of who leads it: "Kumasi Mayor Jane Doe".
    pub(super) fn region_before(&self, from: usize, to: usize) -> Option<usize> {
        let title = matches!(self.scan.word(to.checked_sub(1)?), "mayor" | "governor" | "premier");
        self.town_before(from).filter(|_| title)
    }

    /// Whether a state's name owns a body that stands right behind it: "Iran's Supreme National Security Council".
    pub(super) fn is_states(&self, body: usize) -> bool {
        let owner = |state: usize| self.owned_by(state) == Some(body);
        body.checked_sub(1).is_some_and(owner)
    }

    /// The body that a state owns right behind its name: "secretary of Iran's Supreme National Security Council".
    fn owned_by(&self, state: usize) -> Option<usize> {
        let tokens = &self.scan.sentence.tokens;
        let sign = tokens.iter().position(|token| token.span.start >= self.mentions[state].span.end)?;
        let owned = self.body_at(sign + 1)?;
        // "chair of Parliament's Committee on Health"
        let owns = match self.mentions[state].class {
            Class::Government => true,
            Class::Organisation => !self.is_private(state),
            _ => false,
        };
        (owns && matches!(self.scan.word(sign), "'s" | "'")).then_some(owned)
    }

    /// The organisation that stands after "with" or "at".
    pub(super) fn party_after(&self, at: usize) -> Option<usize> {
        self.body_after(at).filter(|&body| self.mentions[body].class == Class::Organisation)
    }

    /// Whether a body is no state's and no party: its people are its staff and hold no office.
    pub(super) fn is_private(&self, body: usize) -> bool {
        let mention = &self.mentions[body];
        match mention.entry {
            Some(entry) => self.scan.gazetteer.is_private(entry),
            None => {
                mention.class == Class::Organisation && is_civil(mention.span.of(self.scan.text), self.scan.gazetteer)
            }
        }
    }

    /// The region that a governor or mayor may stand for: "the president of the Bavaria region".
    pub(super) fn place_before(&self, end: usize) -> Option<usize> {
        let noun = |at: &usize| self.scan.upos(*at) == Some(Upos::Noun) && !self.scan.is_capital(*at);
        let end = end.checked_sub(1).map(|last| if noun(&last) { last } else { end })?;
        let end = self.scan.sentence.tokens.get(end.checked_sub(1)?)?.span.end;
        self.mentions.iter().position(|mention| mention.span.end == end && mention.class == Class::Place)
    }

    /// The town whose name stands right before a title: "Lagos Mayor Jane Doe", and not "in Lagos Mayor Jane Doe".
    pub(super) fn town_before(&self, title: usize) -> Option<usize> {
        let last = title.checked_sub(1)?;
        let last = if self.scan.is("side", last) { last.checked_sub(1)? } else { last };
        let end = self.scan.sentence.tokens.get(last)?.span.end;
        let town = self.mentions.iter().position(|mention| mention.span.end == end && mention.class == Class::Place)?;
        let from = self.token_at(self.mentions[town].span.start)?;
        (!self.scan.is("place-preposition", from.wrapping_sub(1))).then_some(town)
    }
}

/// Whether who has a title may lead a town or a region.
fn is_regions(title: &str) -> bool {
    matches!(title, "governor" | "mayor" | "premier" | "prefect" | "president")
}

pub(super) fn is_body(class: Class) -> bool {
    matches!(class, Class::Government | Class::Organisation | Class::Report)
}
