//! The names we know: rows of `ontology/gazetteer/*.csv`, compiled for longest-match lookup.
//!
//! In: CSV files that a person edits in a spreadsheet. Out: [`Entry`]s and a lookup over tokens. A row says what a
//! name is, where its external id comes from, and whether the name is ambiguous; it never says what a text means.

pub mod class;

pub use class::Class;

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
