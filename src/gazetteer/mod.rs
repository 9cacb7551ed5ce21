//! The names we know: rows of `ontology/gazetteer/*.csv`, compiled for longest-match lookup.
//!
//! In: CSV files that a person edits in a spreadsheet. Out: [`Gazetteer`]: entries, a lookup over the words of a sentence,
//! office titles, given names. A row says what a name is, where its external id comes from, and whether the name is
//! ambiguous; it never says what a text means.

pub mod class;
mod compiled;
mod kinds;
pub mod leading;
mod load;
mod lookup;
mod rows;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

pub use class::Class;
pub use compiled::{CompiledError, hash};
pub use kinds::KindId;
use leading::leads_state;
pub use lookup::{Form, Hit, fold};
pub use spelling::unaccented;

/// An entry's index in the compiled gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u32);

impl EntryId {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A listed thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Class and slug, unique: `government/china`; the last part of its IRI.
    pub key: String,
    /// What kind of thing it is.
    pub class: Class,
    /// Its name as people read it.
    pub name: String,
    /// The state or body that it belongs to.
    pub part_of: Option<EntryId>,
    /// Its Wikidata id (`Q148`), where a source vouches for it.
    pub wikidata: Option<String>,
}

/// What kind of title a listed title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleKind {
    /// Public, diplomatic or party office.
    Office,
    /// Any other role: professor, director, activist.
    Role,
    /// Mr, Dr, Sir.
    Honorific,
}

/// What a given name tells of gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Borne by women.
    Female,
    /// Borne by men.
    Male,
    /// Borne by both.
    Unknown,
}

/// An office that a listed person held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub person: EntryId,
    /// The office as listed: "Secretary of State".
    pub office: String,
    /// Of which state or body.
    pub of: Option<EntryId>,
    /// From: ISO 8601, a day, month or year; empty where unknown.
    pub start: String,
    /// Until; empty where open or unknown.
    pub end: String,
}

/// The kind under which the keys of NGOs, media, companies and universities are kept.
const PRIVATE: &str = "private-body";
/// The kind under which the keys of parties are kept.
const PARTY: &str = "party-body";
/// The kind under which the keys of media are kept.
const OUTLET: &str = "outlet";
/// The kind under which the keys of armies and armed groups are kept.
const ARMED: &str = "armed-body";
/// The kind under which the words are kept by which papers call a body again, each before its key.
const CALLED: &str = "called";

/// Whether a kind is of words, and not of entries.
fn is_of_words(kind: &str) -> bool {
    ![PRIVATE, OUTLET, PARTY, ARMED, CALLED].contains(&kind)
}

/// All listed names, compiled.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// All entries in the order of their keys.
    by_key: Vec<EntryId>,
    names: lookup::Names<Hit>,
    titles: lookup::Names<TitleKind>,
    given: BTreeMap<String, Gender>,
    holdings: Vec<Holding>,
    words: BTreeMap<String, BTreeSet<String>>,
    /// The same words, by word.
    kinds: kinds::Kinds,
}

impl Gazetteer {
    /// An entry.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.index()]
    }

    /// The entry with a key such as `government/china`.
    pub fn by_key(&self, key: &str) -> Option<EntryId> {
        let at = self.by_key.binary_search_by(|&id| self.entry(id).key.as_str().cmp(key)).ok()?;
        Some(self.by_key[at])
    }

    /// Puts the keys in order; to be called when the entries are complete.
    fn index(&mut self) {
        let mut order: Vec<EntryId> = (0..).map(EntryId).take(self.entries.len()).collect();
        order.sort_by(|&a, &b| self.entry(a).key.cmp(&self.entry(b).key));
        self.by_key = order;
        self.kinds = kinds::Kinds::new(self.words.iter().filter(|(kind, _)| is_of_words(kind)));
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The longest listed name that begins at the first of these folded words, and how many words it takes.
    /// A name is also found as listed without its accents; a body that is no state's in the other spelling, British or American.
    pub fn longest<'a>(&'a self, words: &[String]) -> Option<(usize, &'a [Hit])> {
        let written = self.names.longest(words);
        let bare = spelling::bare(words).and_then(|bare| self.names.longest(&bare));
        let written = bare.filter(|bare| written.is_none_or(|(length, _)| bare.0 > length)).or(written);
        // Most words begin no name in any spelling.
        if !words.first().is_some_and(|first| spelling::each(first).any(|first| self.names.may_begin(&first))) {
            return written;
        }
        let of_state =
            |hit: &Hit| self.entry(hit.entry).part_of.is_some_and(|of| self.entry(of).class == Class::Government);
        let body = |hit: &Hit| self.entry(hit.entry).class == Class::Organisation && !of_state(hit);
        spelling::others(words)
            .iter()
            .filter_map(|words| self.names.longest(words))
            .filter(|(_, hits)| hits.iter().all(body))
            .fold(
                written,
                |best, other| if best.is_none_or(|(length, _)| other.0 > length) { Some(other) } else { best },
            )
    }

    /// The offices that a listed person held, each with its state or body.
    pub fn offices(&self, person: EntryId) -> impl Iterator<Item = (&str, EntryId)> {
        let held = self.holdings.iter().filter(move |holding| holding.person == person);
        held.filter_map(|holding| {
            Some((holding.office.as_str(), holding.of.or_else(|| self.state_in(&holding.office))?))
        })
    }

    /// The longest listed title that begins at the first of these lower-case words.
    pub fn title(&self, words: &[String]) -> Option<(usize, TitleKind)> {
        self.titles.longest(words).map(|(length, kinds)| (length, kinds[0]))
    }

    /// What a given name tells of gender; none if it is not listed as one.
    pub fn given_name(&self, name: &str) -> Option<Gender> {
        self.given.get(name).copied()
    }

    /// Whether a word is listed in `words.csv` as of a kind: `organisation-head`, `report-noun` …; of kind
    /// `common` are those of `common-words.csv`, of kind `surname` the last names of listed officials.
    pub fn is(&self, kind: &str, word: &str) -> bool {
        self.is_of(self.kinds(word), kind)
    }

    /// The kinds of a word, for [`Gazetteer::is_of`].
    pub fn kinds(&self, word: &str) -> &[kinds::KindId] {
        self.kinds.of(word)
    }

    /// Whether a kind is among those of a word.
    pub fn is_of(&self, kinds: &[kinds::KindId], kind: &str) -> bool {
        self.kinds.holds(kinds, kind)
    }

    /// Whether an entry is an NGO, outlet, company or university.
    pub fn is_private(&self, entry: EntryId) -> bool {
        self.words.get(PRIVATE).is_some_and(|keys| keys.contains(&self.entry(entry).key))
    }

    /// Whether a listed body is a newspaper, broadcaster or agency.
    pub fn is_outlet(&self, entry: EntryId) -> bool {
        self.words.get(OUTLET).is_some_and(|keys| keys.contains(&self.entry(entry).key))
    }

    /// Whether a listed body is a party, which is no organ of its state, though its leaders hold an office.
    pub fn is_party(&self, entry: EntryId) -> bool {
        self.words.get(PARTY).is_some_and(|keys| keys.contains(&self.entry(entry).key))
    }

    /// Whether a listed body fights for no state: its commanders hold no office.
    pub fn is_armed_group(&self, entry: EntryId) -> bool {
        let body = self.entry(entry);
        body.part_of.is_none() && self.words.get(ARMED).is_some_and(|keys| keys.contains(&body.key))
    }

    /// Whether papers call a listed body by a word where they speak of it: the European Union "bloc", or "Brussels".
    pub fn is_called(&self, body: EntryId, word: &str) -> bool {
        self.words.get(CALLED).is_some_and(|called| called.contains(&format!("{word} {}", self.entry(body).key)))
    }

    /// The state whose head a listed person is or was; none where it was the head of several.
    pub fn state_led_by(&self, person: EntryId) -> Option<EntryId> {
        let held = self.holdings.iter().filter(|holding| holding.person == person && leads_state(&holding.office));
        let mut found = held.filter_map(|holding| holding.of.or_else(|| self.state_in(&holding.office)));
        let first = found.next()?;
        found.all(|of| of == first).then_some(first)
    }

    /// The state whose head a surname names: the United States for "Obama"; none where several states had one.
    pub fn state_of(&self, surname: &str) -> Option<EntryId> {
        let leads = |holding: &&Holding| {
            let name = self.entry(holding.person).name.rsplit(' ').next();
            // "The Assad government"
            let bare = name.and_then(|name| name.strip_prefix("al-").or_else(|| name.strip_prefix("el-")));
            (name == Some(surname) || bare == Some(surname)) && leads_state(&holding.office)
        };
        let state = |holding: &Holding| holding.of.or_else(|| self.state_in(&holding.office));
        let mut found = self.holdings.iter().filter(leads).filter_map(state);
        let first = found.next()?;
        found.all(|of| of == first).then_some(first)
    }

    /// The state that an office's name ends with: Russia in "President of Russia".
    fn state_in(&self, office: &str) -> Option<EntryId> {
        let (_, name) = office.split_once(" of ")?;
        let words: Vec<String> = name.split(' ').map(fold).collect();
        let (length, hits) = self.longest(&words)?;
        let state = hits.iter().find(|hit| self.entry(hit.entry).class == Class::Government)?;
        (length == words.len()).then_some(state.entry)
    }

    /// Who held an office of a state or body on a day (ISO 8601); none where nobody or several are listed.
    pub fn holder(&self, office: &str, of: EntryId, day: &str) -> Option<EntryId> {
        let covers = |holding: &&Holding| {
            holding.of == Some(of)
                && holding.office.eq_ignore_ascii_case(office)
                && !holding.start.is_empty()
                && holding.start.as_str() <= day
                && (holding.end.is_empty() || day <= holding.end.as_str())
        };
        let mut found = self.holdings.iter().filter(covers).map(|holding| holding.person);
        let first = found.next()?;
        found.all(|person| person == first).then_some(first)
    }
}
