//! Words by their kinds, for asking often: which lists of words a word stands in, and which kinds there are.
//!
//! In: for each kind its words, as the files list them. Out: [`Kinds`], which finds the few kinds of a word by one look-up, and
//! the kinds that a file may give: the loader refuses any other, since nothing would ask for it.

use std::collections::{BTreeSet, HashMap};

/// The kind of the words of `common-words.csv`.
pub(super) const COMMON: &str = "common";

/// The kinds that `words.csv` may give, all of which somebody asks for; `ontology/gazetteer/README.md` says what each does.
pub(super) const LISTED: [&str; 55] = [
    "body-noun",
    "body-part",
    "body-particle",
    "civil-head",
    "code-field",
    "company-suffix",
    "contest-noun",
    "dispute-noun",
    "event-noun",
    "facility",
    "fielded-office",
    "foreign-head",
    "founder-noun",
    "inquiry-noun",
    "instrument-generic",
    "instrument-noun",
    "kin-noun",
    "law-noun",
    "lone-body",
    "military-thing",
    "ministry-field",
    "ministry-head",
    "name-particle",
    "name-suffix",
    "not-a-name",
    "not-an-acronym",
    "opposed",
    "organisation-head",
    "owner-noun",
    "part-noun",
    "party-side",
    "person-verb",
    "place-head",
    "place-kept",
    "place-noun",
    "place-preposition",
    "place-verb",
    "places-noun",
    "press-head",
    "press-noun",
    "private-head",
    "public-head",
    "quantity-noun",
    "report-noun",
    "seat-title",
    "section-head",
    "side",
    "speech-verb",
    "state-act",
    "state-organ",
    "state-verb",
    "state-whole",
    "thing-head",
    "town-noun",
    "treaty-noun",
];

/// A kind's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindId(u16);

/// For each listed word its kinds.
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds {
    names: Vec<String>,
    of: HashMap<String, Vec<KindId>>,
}

impl Kinds {
    pub(super) fn new<'a>(lists: impl Iterator<Item = (&'a String, &'a BTreeSet<String>)>) -> Self {
        let mut found = Self::default();
        for (name, words) in lists {
            let id = KindId(u16::try_from(found.names.len()).expect("fewer than 65,536 kinds of words"));
            found.names.push(name.clone());
            for word in words {
                found.of.entry(word.clone()).or_default().push(id);
            }
        }
        found
    }

    /// The kinds of a word; an abbreviation that is listed without its stop has those of the word: "Inc.".
    pub(super) fn of(&self, word: &str) -> &[KindId] {
        let bare = || self.of.get(word.strip_suffix('.').filter(|bare| bare.len() > 1)?);
        self.of.get(word).or_else(bare).map_or(&[], Vec::as_slice)
    }

    /// Whether a kind is among these.
    pub(super) fn holds(&self, kinds: &[KindId], kind: &str) -> bool {
        kinds.iter().any(|id| self.names[usize::from(id.0)] == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_kinds_is_that_of_the_words_and_of_the_guide() {
        let mut words = csv::Reader::from_reader(include_str!("../../ontology/gazetteer/words.csv").as_bytes());
        let kind = words.headers().expect("a first row").iter().position(|cell| cell == "kind").expect("a column");
        let rows: Vec<csv::StringRecord> = words.records().collect::<Result<_, _>>().expect("rows of one length");
        let used: BTreeSet<&str> = rows.iter().map(|row| &row[kind]).collect();
        assert_eq!(used, BTreeSet::from(LISTED));
        let guide = include_str!("../../ontology/gazetteer/README.md");
        assert!(LISTED.iter().all(|kind| guide.contains(&format!("`{kind}`"))));
    }
}
