//! Titles that stand with persons: "U.S. Secretary of State Mike Pompeo", "Jane Doe, director at Acme,".
//!
//! In: a scanned sentence and its mentions. Out: [`Role`]s with the title's words and the body or state that they name, and
//! the spans that are one name to the parser. A title without a body still tells an official from another person.

mod bodies;

use super::scan::Scan;
use super::{Mention, MentionId, Role};
use crate::document::Span;
use crate::gazetteer::leading::{is_chair, is_leader_behind_name};
use crate::gazetteer::{Class, TitleKind};
use crate::syntax::{Upos, Xpos};

/// The roles of a sentence; `first` is the number of its first mention in the document.
pub(super) fn find(scan: &Scan, mentions: &[Mention], first: usize, units: &mut Vec<Span>) -> Vec<Role> {
    let mut roles = Vec::new();
    for (number, mention) in mentions.iter().enumerate() {
        if !matches!(mention.class, Class::Person | Class::Official) {
            continue;
        }
        let tokens = |at: usize| scan.sentence.tokens[at].span;
        let Some(from) = (0..scan.len()).find(|&at| tokens(at).start == mention.span.start) else { continue };
        let Some(last) = (from..scan.len()).find(|&at| tokens(at).end >= mention.span.end) else { continue };
        let place = Place { scan, mentions, first, person: number };
        let suffix = |at: &usize| scan.is("name-suffix", *at);
        let after = (last + 1..scan.len()).find(|at| !suffix(at)).unwrap_or(scan.len());
        roles.extend(place.all(from, after));
        if let Some(start) = place.unit_start(from) {
            units.push(scan.span(start, last + 1));
        }
    }
    roles
}

/// What people do for a body, by nouns that are titles only behind its name.
const STAFF: [&str; 6] = ["agent", "officer", "operative", "employee", "staffer", "official"];

/// Most tokens from "according" to the comma behind who says it.
const SOURCE: usize = 10;

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

    /// The roles that stand around a name whose tokens are `from..after`: one before it, and one after it that names a body
    /// or stands alone.
    fn all(&self, from: usize, after: usize) -> Vec<Role> {
        // "Kenya's president, Mr Peter Doe,"
        let named = self.scan.title_before(from).filter(|(_, kind)| *kind == TitleKind::Honorific);
        let start = named.map_or(from, |(start, _)| start);
        let before = self
            .title_before(from)
            .or_else(|| self.title_of_body(start, after))
            .or_else(|| self.title_before_comma(start, after))
            .or_else(|| self.title_of_owner(start, after))
            .or_else(|| self.title_that_opens(start, after))
            .or_else(|| self.photo(from));
        // "Interior Minister Jane Doe of Acme": the body stands after the name.
        let before = before.map(|role| Role { body: role.body.or_else(|| self.body_beside(after)), ..role });
        // "China's Foreign Minister, State Councillor Jane Doe": the first of two titles has the body.
        let first = before.as_ref().filter(|role| role.body.is_none()).and_then(|role| self.token_at(role.title.start));
        let first = first.and_then(|at| self.title_before_comma(at, after));
        let after = self.behind_party(after);
        let follows = self.title_after(after).filter(|role| role.body.is_some() || before.is_none());
        let second = before.as_ref().and_then(|role| self.other_title(role));
        // "Acme leader and former minister Jane Doe" was no minister of Acme.
        let state = |body: &MentionId| {
            let own = self.mentions.get(body.index() - self.first);
            own.is_some_and(|mention| mention.class != Class::Organisation)
        };
        let shared = second.as_ref().and_then(|other| other.body).filter(state);
        let before = before.map(|role| Role { body: role.body.or(shared), ..role });
        first.into_iter().chain(second).chain(before).chain(follows).collect()
    }

    /// The first of two titles that "and" joins before a name: both are the person's, and of the same body or state.
    fn other_title(&self, role: &Role) -> Option<Role> {
        let (from, to, kind) = self.joined_title(self.token_at(role.title.start)?)?;
        self.role(from, to, kind, self.body_before(from))
    }

    /// The title that "and" joins to the one that begins at a token: "Prime Minister and Defence Minister Jane Doe". The first
    /// begins with a capital and has no article: "the prime minister and Defence Minister Jane Doe" are two.
    fn joined_title(&self, second: usize) -> Option<(usize, usize, TitleKind)> {
        let mut start = second;
        while matches!(self.scan.before(start), "former" | "deputy") {
            start -= 1;
        }
        let and = start.checked_sub(1).filter(|&at| self.scan.word(at) == "and")?;
        // "Acme leader and former minister Jane Doe", "Acme official and MP Jane Doe"
        let staff = || and.checked_sub(1).filter(|&work| STAFF.contains(&self.scan.form(work)));
        let title = self.scan.title_before(and).or_else(|| Some((staff()?, TitleKind::Role)))?;
        let (from, kind) = (self.behind_body(title.0, and), title.1);
        let body = self.body_before(from).filter(|&body| self.mentions[body].class == Class::Organisation);
        let start = body.and_then(|body| self.token_at(self.mentions[body].span.start));
        if start.is_some_and(|at| !matches!(self.scan.before(at), "the" | "a" | "an" | "'s")) {
            return Some((from, and, kind));
        }
        if kind != TitleKind::Office {
            return None;
        }
        let article = matches!(self.scan.before(from), "the" | "a" | "an" | "his" | "her" | "its" | "their");
        (self.scan.is_capital(from) && self.scan.is_capital(second) && !article).then_some((from, and, kind))
    }

    /// The token behind a name's party and seat: "Rep. Jane Doe, R-N.Y., chairwoman of …".
    fn behind_party(&self, after: usize) -> usize {
        let party = |at: usize| {
            matches!(self.scan.form(at), "R" | "D" | "I") && self.scan.form(at + 1) == "-"
                || ["R-", "D-", "I-"].iter().any(|party| self.scan.form(at).starts_with(party))
        };
        if self.scan.form(after) != "," || !party(after + 1) {
            return after;
        }
        (after + 2..(after + 6).min(self.scan.len())).find(|&at| self.scan.form(at) == ",").unwrap_or(after)
    }

    fn role(&self, from: usize, to: usize, kind: TitleKind, body: Option<usize>) -> Option<Role> {
        if kind == TitleKind::Honorific {
            return None;
        }
        let title = self.scan.span(from, to);
        let person = self.mentions[self.person].span;
        // Who leads a state's opposition or stands for election holds no office of the state.
        let outside =
            (from..to).any(|at| matches!(self.scan.word(at), "opposition" | "rebel" | "candidate" | "nominee"));
        let body = body.filter(|&body| !(outside && self.mentions[body].class == Class::Government));
        // "a religious leader in Chad" leads nobody who is named.
        let body = body.filter(|&body| !self.is_leader(from, to) || self.leads(from, to, body));
        Some(Role {
            person: self.id(self.person),
            title,
            body: body.map(|body| self.id(body)),
            office: self.is_office(from, to, kind, body),
            span: title.join(person),
        })
    }

    /// Whether a title is "leader" and no more.
    fn is_leader(&self, from: usize, to: usize) -> bool {
        from + 1 == to && self.scan.word(from) == "leader"
    }

    /// Whether a leader is the body's: "Chad's leader", "the Chadian leader", "the leader of Chad".
    fn leads(&self, from: usize, to: usize, body: usize) -> bool {
        let span = self.mentions[body].span;
        let before = self.body_before(from) == Some(body);
        // "the leader of the main opposition party, Acme", and not "of a protest in Chad".
        let start = self.token_at(span.start).unwrap_or(to);
        let phrase = |at: usize| {
            matches!(
                self.scan.upos(at),
                Some(Upos::Det | Upos::Adj | Upos::Adv | Upos::Noun | Upos::Propn | Upos::Punct | Upos::Part)
            ) || self.scan.is("party-side", at)
                || self.scan.word(at) == "leading"
        };
        before || self.scan.word(to) == "of" && to < start && (to + 1..start).all(phrase)
    }

    /// Whether a title is an office: not the staff's of a private body, but the chair's of a state's.
    fn is_office(&self, from: usize, to: usize, kind: TitleKind, body: Option<usize>) -> bool {
        let Some(body) = body else { return kind == TitleKind::Office && !self.is_leader(from, to) };
        let leads = |at: usize| is_chair(self.scan.word(at)) || self.scan.word(at) == "head";
        let first = self.token_at(self.mentions[body].span.start);
        let chamber = || first.is_some_and(|at| matches!(self.scan.form(at), "House" | "Senate" | "Parliament"));
        let public = || self.mentions[body].part_of.is_some() || chamber();
        // "Secretary of Iran's Supreme National Security Council"
        let states = || self.scan.word(to - 1) == "secretary" && self.is_states(body);
        !self.is_private(body) && (kind == TitleKind::Office || (from..to).any(leads) && public() || states())
    }

    /// "British Foreign Secretary Dominic Raab", "President of France Emmanuel Macron".
    fn title_before(&self, person: usize) -> Option<Role> {
        if let Some((from, kind)) = self.scan.office_before(person).filter(|(_, kind)| *kind != TitleKind::Honorific) {
            // "The High Commissioner for Refugees (UNHCR) Jane Doe": the brackets are no part of the title.
            let bracket = self.scan.opened_bracket(person).filter(|_| self.scan.title_before(person).is_none());
            let person = bracket.unwrap_or(person);
            let from = self.behind_body(from, person);
            let field = self.portfolio(from, person);
            // "Transportation Secretary Jane Doe"
            let minister = field < from && self.scan.is("ministry-field", from - 1);
            let kind = if minister { TitleKind::Office } else { kind };
            let body = self.body_before(field);
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

    /// Where a title begins behind a body whose last word might be its first: "Green Party leader Jane Doe".
    fn behind_body(&self, from: usize, to: usize) -> usize {
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
    fn portfolio(&self, from: usize, to: usize) -> usize {
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

    /// "The head of the Danish Refugee Council, Jane Doe,"; "CEO of Acme Jane Doe": title, body, name.
    fn title_of_body(&self, person: usize, after: usize) -> Option<Role> {
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
        let body = self.body_before(end).or_else(|| {
            // "the Bavaria region": the kind of body after its name.
            let noun =
                end.checked_sub(1).filter(|&at| self.scan.upos(at) == Some(Upos::Noun) && !self.scan.is_capital(at))?;
            self.body_before(noun)
        });
        let body = body.or_else(|| self.place_before(end))?;
        let start = self.token_at(self.mentions[body].span.start)?;
        let of = (start.saturating_sub(2)..start)
            .rev()
            .find(|&at| matches!(self.scan.word(at), "of" | "for" | "to" | "at"))?;
        let member = || (self.scan.before(of) == "member").then_some((of - 1, TitleKind::Role));
        let (from, kind) = self.scan.title_before(of).or_else(member)?;
        let sender = self.body_before(from);
        let sent = (from..of)
            .any(|at| matches!(self.scan.word(at), "envoy" | "ambassador" | "representative" | "coordinator"));
        if self.scan.word(of) == "to" || self.scan.word(of) == "for" && (sender.is_some() || sent) {
            // An ambassador's state, "the UN envoy for Syria": who sends stands before the title, what follows is where to.
            return self.role(from, person, kind, sender);
        }
        // In "the plan of the president of Acme, Jane Doe said" the name is not the president's.
        let opens = from == 0 || from == 1 && self.scan.word(0) == "the";
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
    fn title_that_opens(&self, person: usize, after: usize) -> Option<Role> {
        const FAR: usize = 14;
        let comma = person.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        let closed = self.scan.form(after) == "," || self.scan.is("speech-verb", after);
        let quote = |at: usize| matches!(self.scan.form(at), "“" | "”" | "\"" | "," | ";" | ":");
        let start = (comma.saturating_sub(FAR)..comma).rev().find(|&at| quote(at)).map_or(0, |at| at + 1);
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
        self.role(self.lesser(from, before), to, kind, before.or_else(|| self.body_after(to)))
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

    /// "China's U.N. ambassador, Zhang Jun,": the title and a comma before the name.
    fn title_before_comma(&self, person: usize, after: usize) -> Option<Role> {
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
    fn title_of_owner(&self, person: usize, after: usize) -> Option<Role> {
        let comma = person.checked_sub(1).filter(|&at| self.scan.form(at) == ",")?;
        let (from, kind) = self.scan.title_before(comma).filter(|(_, kind)| *kind == TitleKind::Office)?;
        let closed = self.scan.form(after) == "," || self.scan.is("speech-verb", after);
        let owned = matches!(self.scan.before(from), "its" | "their");
        if closed && owned { self.role(from, comma, kind, None) } else { None }
    }

    /// Whether a token is a word in small letters that may stand before a noun.
    fn modifies(&self, at: usize) -> bool {
        !self.scan.is_capital(at) && self.modify(at, at + 1) || self.scan.folded.get(at).is_some_and(String::is_empty)
    }

    /// Whether all tokens between two places are words that may stand before a noun.
    fn modify(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| matches!(self.scan.upos(at), Some(Upos::Adj | Upos::Noun | Upos::Propn)))
    }

    /// "Jane Doe, a senior researcher at Acme,"; "Jane Doe, Acme's director,".
    fn title_after(&self, after: usize) -> Option<Role> {
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

    /// Whether a person's name begins at a token, or behind honorifics there.
    fn person_at(&self, at: usize) -> bool {
        let Some(token) = self.scan.sentence.tokens.get(at) else { return false };
        let honorific = self.scan.title_at(at).filter(|(_, kind)| *kind == TitleKind::Honorific);
        let named = |mention: &Mention| {
            mention.span.start == token.span.start && matches!(mention.class, Class::Person | Class::Official)
        };
        self.mentions.iter().any(named) || honorific.is_some_and(|(length, _)| self.person_at(at + length))
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
        // "CEO of Acme Jane Doe"
        let of_body = self.title_of_body(person, person).filter(|_| self.scan.before(person) != ",");
        let mut start = of_body.and_then(|role| self.token_at(role.title.start)).unwrap_or(person);
        while let Some(from) = self
            .scan
            .office_before(start)
            .map(|(from, _)| from)
            .or_else(|| (start < person).then(|| self.joined_title(start)).flatten().map(|(from, ..)| from))
        {
            start = from;
        }
        if start == person {
            return None;
        }
        let body =
            self.body_before(start).filter(|_| self.scan.before(start) != "'s" && self.scan.before(start) != "the");
        let body = body.or_else(|| self.town_before(start));
        let at = body.and_then(|body| self.token_at(self.mentions[body].span.start));
        Some(at.unwrap_or(start))
    }
}
