//! Words by their kinds, for asking often: which lists of words a word stands in.
//!
//! In: for each kind its words, as the files list them. Out: [`Kinds`], which finds the few kinds of a word by one look-up.

use std::collections::{BTreeSet, HashMap};

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
