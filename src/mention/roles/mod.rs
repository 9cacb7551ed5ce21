//! Titles that stand with persons: "U.S. Secretary of State Mike Pompeo", "Jane Doe, director at Acme,".
//!
//! In: a scanned sentence and its mentions. Out: [`Role`]s with the title's words and the body or state that they name, and
//! the spans that are one name to the parser. A title without a body still tells an official from another person.

mod after;
mod before;
mod bodies;
mod list;
mod verb;

use super::scan::Scan;
use super::{Mention, MentionId, Role};
use crate::document::Span;
use crate::gazetteer::leading::{heads, is_head_of_state};
use crate::gazetteer::{Class, TitleKind};
use crate::syntax::Upos;

/// The roles of a sentence; `first` is the number of its first mention in the document.
pub(super) fn find(scan: &Scan, mentions: &[Mention], first: usize, units: &mut Vec<Span>) -> Vec<Role> {
    let mut roles = Vec::new();
    for (number, mention) in mentions.iter().enumerate() {
        if !mention.class.is_person() {
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
    share_state(scan, &mut roles, |id| &mentions[id.index() - first]);
    roles
}

/// "Kenyan President Jane Doe, Interior Minister John Roe and …": the ministers behind a head of state or government in one list
/// are of the same state.
fn share_state<'a>(scan: &Scan, roles: &mut [Role], mention: impl Fn(MentionId) -> &'a Mention) {
    let words =
        |role: &Role| -> Vec<String> { role.title.of(scan.text).split_whitespace().map(str::to_lowercase).collect() };
    let mut shared: Option<MentionId> = None;
    for at in 0..roles.len() {
        let joined = at.checked_sub(1).is_some_and(|before| {
            let gap = Span { start: mention(roles[before].person).span.end, end: roles[at].title.start };
            gap.start < gap.end && matches!(gap.of(scan.text).trim(), "," | "and" | ", and")
        });
        shared = shared.filter(|_| joined);
        let title = words(&roles[at]);
        let Some(head) = title.last() else { continue };
        let role = &mut roles[at];
        match role.body {
            None if role.office && title.len() > 1 && matches!(head.as_str(), "minister" | "secretary") => {
                role.body =
                    shared.filter(|_| title[0] != "prime" && mention(role.person).span.of(scan.text).contains(' '));
            }
            None => shared = None,
            Some(body) => {
                let state = mention(body);
                let before = state.class == Class::Government && state.span.start < role.title.start;
                shared = Some(body).filter(|_| before && is_head_of_state(head, &title));
            }
        }
    }
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
            .or_else(|| self.title_of_list())
            .or_else(|| self.title_of_field(from))
            .or_else(|| self.title_label(from))
            .or_else(|| self.photo(from));
        // "Interior Minister Jane Doe of Acme": the body stands after the name.
        let before = before.map(|role| Role { body: role.body.or_else(|| self.body_beside(after)), ..role });
        // "China's Foreign Minister, State Councillor Jane Doe": the first of two titles has the body.
        let first = before.as_ref().filter(|role| role.body.is_none()).and_then(|role| self.token_at(role.title.start));
        // "The commander of the Kenyan army, General Jane Doe,"
        let of_body = |at: usize| {
            let comma = at.checked_sub(1).filter(|&comma| self.scan.form(comma) == ",")?;
            // "The leader of the Kenyan delegation, General Jane Doe," leads no state.
            let leads = |role: &Role| role.title.of(self.scan.text).eq_ignore_ascii_case("leader");
            self.title_of_body(at, after).filter(|role| self.body_before(comma).is_some() || !leads(role))
        };
        // "Acme's Energy Spokesperson Senator Jane Doe": two titles beside each other.
        let beside = |at: usize| self.title_before(at).filter(|role| role.body.is_some());
        let first =
            first.and_then(|at| self.title_before_comma(at, after).or_else(|| of_body(at)).or_else(|| beside(at)));
        let after = self.behind_party(after);
        let follows = self.title_after(after).filter(|role| role.body.is_some() || before.is_none());
        let said = self.said_by_verb(after).filter(|_| follows.as_ref().is_none_or(|role| role.body.is_none()));
        let further = self.title_behind_and(after);
        let follows = follows.filter(|role| further.is_none() || role.body.is_some());
        let second = before.as_ref().and_then(|role| self.other_title(role));
        // "Acme leader and former minister Jane Doe" was no minister of Acme.
        let state = |body: &MentionId| {
            let own = self.mentions.get(body.index() - self.first);
            own.is_some_and(|mention| mention.class != Class::Organisation)
        };
        let shared = second.as_ref().and_then(|other| other.body).filter(state);
        let before = before.map(|role| Role { body: role.body.or(shared), ..role });
        first.into_iter().chain(second).chain(before).chain(follows).chain(further).chain(said).collect()
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
        let before = self.body_before(from) == Some(body) || self.owns(body, from);
        // "the leader of the main opposition party, Acme", and not "of a protest in Chad".
        let start = self.token_at(span.start).unwrap_or(to);
        let phrase = |at: usize| {
            matches!(
                self.scan.upos(at),
                Some(Upos::Det | Upos::Adj | Upos::Adv | Upos::Noun | Upos::Propn | Upos::Punct | Upos::Part)
            ) || self.scan.is("party-side", at)
                || self.scan.word(at) == "leading"
                // "the leader of the Kenya-backed Green List"
                || self.scan.form(at - 1) == "-"
        };
        before || self.scan.word(to) == "of" && to < start && (to + 1..start).all(phrase)
    }

    /// Whether a title is an office: not the staff's of a private body, but the chair's of a state's.
    fn is_office(&self, from: usize, to: usize, kind: TitleKind, body: Option<usize>) -> bool {
        let Some(body) = body else { return kind == TitleKind::Office && !self.is_leader(from, to) };
        let leads = |at: usize| heads(self.scan.word(at));
        let first = self.token_at(self.mentions[body].span.start);
        let chamber = || first.is_some_and(|at| matches!(self.scan.form(at), "House" | "Senate" | "Parliament"));
        let states_own = || self.mentions[body].part_of.is_some() && !self.is_firm(body);
        let public = || states_own() || chamber() || self.is_chambers(body) || self.is_elected(body);
        // "Chad's de facto head", "a member of Chad's parliament"
        let state = self.mentions[body].class == Class::Government;
        // "the head of Peru's Cusco region"
        let region = self.mentions[body].class == Class::Place;
        let heads_state = || state && to == from + 1 && self.scan.word(from) == "head" && self.owns(body, from);
        let sits = || state && self.scan.word(to - 1).starts_with("member") && self.owns_chamber(body);
        // "Secretary of Iran's Supreme National Security Council"
        let states = || self.scan.word(to - 1) == "secretary" && self.is_states(body);
        let chairs = || (from..to).any(leads) && public();
        // "the director of the National Police"
        let directs = || {
            ((from..to).any(leads) || matches!(self.scan.word(to - 1), "commander" | "director"))
                && self.keeps_order(body)
        };
        // "a commander of the Zorva Movement": who fights for no state.
        let group = || match self.mentions[body].entry {
            Some(entry) => self.scan.gazetteer.is_armed_group(entry),
            None => !states_own() && !self.keeps_order(body) && !self.is_states(body),
        };
        let organisation = self.mentions[body].class == Class::Organisation;
        let fights = self.scan.word(to - 1).starts_with("commander") && organisation && group();
        !self.is_private(body)
            && !fights
            && (kind == TitleKind::Office || region || chairs() || directs() || states() || heads_state() || sits())
    }

    /// Whether a token is a word in small letters that may stand before a noun.
    fn modifies(&self, at: usize) -> bool {
        !self.scan.is_capital(at) && self.modify(at, at + 1) || self.scan.folded.get(at).is_some_and(String::is_empty)
    }

    /// Whether all tokens between two places are words that may stand before a noun.
    fn modify(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| matches!(self.scan.upos(at), Some(Upos::Adj | Upos::Noun | Upos::Propn)))
    }

    /// Whether a person's name begins at a token, or behind honorifics there.
    fn person_at(&self, at: usize) -> bool {
        let Some(token) = self.scan.sentence.tokens.get(at) else { return false };
        let honorific = self.scan.title_at(at).filter(|(_, kind)| *kind == TitleKind::Honorific);
        let named = |mention: &Mention| mention.span.start == token.span.start && mention.class.is_person();
        self.mentions.iter().any(named) || honorific.is_some_and(|(length, _)| self.person_at(at + length))
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
