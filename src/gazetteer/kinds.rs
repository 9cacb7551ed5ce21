//! Words by their kinds, for asking often: which lists of words a word stands in.
//!
//! In: for each kind its words, as the files list them. Out: [`Kinds`], which finds the few kinds of a word by one look-up.

use std::collections::{BTreeSet, HashMap};

/// The kind of the words of `common-words.csv`.
pub(super) const COMMON: &str = "common";

/// The kinds that `words.csv` may give, all of which somebody asks for; `ontology/gazetteer/README.md` says what each does.
pub(super) const LISTED: [&str; 39] = [
    "body-noun",
    "body-part",
    "body-particle",
    "dispute-noun",
    "event-noun",
    "facility",
    "fielded-office",
    "foreign-head",
    "founder-noun",
    "instrument-generic",
    "instrument-noun",
    "kin-noun",
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
    "person-verb",
    "place-head",
    "place-kept",
    "place-noun",
    "place-preposition",
    "place-verb",
    "places-noun",
    "private-head",
    "quantity-noun",
    "report-noun",
    "speech-verb",
    "state-act",
    "state-organ",
    "state-whole",
    "thing-head",
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

    /// The kinds of a word.
    pub(super) fn of(&self, word: &str) -> &[KindId] {
        self.of.get(word).map_or(&[], Vec::as_slice)
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
        let words = include_str!("../../ontology/gazetteer/words.csv").lines().skip(1);
        let used: BTreeSet<&str> = words.filter_map(|line| line.rsplit(',').next()).collect();
        assert_eq!(used, BTreeSet::from(LISTED));
        let guide = include_str!("../../ontology/gazetteer/README.md");
        assert!(LISTED.iter().all(|kind| guide.contains(&format!("`{kind}`"))));
    }
}
