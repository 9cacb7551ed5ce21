//! Longest match over words: a table from a first word to the names that begin with it.
//!
//! In: names split into folded words. Out: the longest of them at a place in a sentence. Folding makes apostrophes
//! straight, drops the stops of acronyms ("U.S." is "US") and leaves hyphens out, so that "Xinjiang-Uyghur" is found as
//! "Xinjiang Uyghur"; case is kept, since "WHO" is no "who". Cost: one table lookup a word.

use std::collections::HashMap;

use super::EntryId;

/// How a name stands for its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It is its name.
    Name,
    /// It is the adjective or the people of a state or region: "Chinese", "Britons".
    Demonym,
    /// It is a capital, whose name may stand for its government.
    Capital,
    /// It is a seat that stands for a body or state: "the Kremlin".
    Seat,
}

/// What a matched name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry; for a capital or seat the place's own, or the body's.
    pub entry: EntryId,
    /// For a capital: the state whose government it may stand for.
    pub government: Option<EntryId>,
    /// How it stands for it.
    pub form: Form,
    /// Whether the name is also something else and needs context.
    pub ambiguous: bool,
}

/// The rest of a name and its values.
type Listed<T> = (Vec<String>, Vec<T>);

/// Names by their first word.
#[derive(Clone, Debug)]
pub(super) struct Names<T> {
    /// For each first word, the rest of each name with its values; longest first.
    table: HashMap<String, Vec<Listed<T>>>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { table: HashMap::new() }
    }
}

impl<T> Names<T> {
    /// Adds a name; a name that stands already gets one more value.
    pub(super) fn insert(&mut self, words: Vec<String>, value: T) {
        let mut words = words.into_iter();
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let list = self.table.entry(first).or_default();
        match list.iter_mut().find(|(known, _)| *known == rest) {
            Some((_, values)) => values.push(value),
            None => {
                let place = list.partition_point(|(known, _)| known.len() > rest.len());
                list.insert(place, (rest, vec![value]));
            }
        }
    }

    /// The longest name at the beginning of `words`, and how many words it takes.
    pub(super) fn longest(&self, words: &[String]) -> Option<(usize, &[T])> {
        let (first, rest) = words.split_first()?;
        let list = self.table.get(first)?;
        let (name, values) = list.iter().find(|(name, _)| rest.starts_with(name))?;
        Some((name.len() + 1, values))
    }
}

/// A word as names are compared by: straight apostrophes, acronyms without stops; empty for a hyphen.
pub fn fold(word: &str) -> String {
    if matches!(word, "-" | "‑" | "–") {
        return String::new();
    }
    let dotted = word.ends_with('.') && word.chars().filter(|&c| c == '.').count() > 1;
    word.chars()
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c })
        .filter(|&c| !(dotted && c == '.'))
        .collect()
}
