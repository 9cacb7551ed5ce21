//! The fourth stage: which mentions mean the same thing.
//!
//! In: a document's mentions. Out: [`Entities`], each with the mentions that mean it and the rule that linked each of
//! them. Similarity alone never merges two; a gazetteer row, a full name, a surname after it, an acronym in brackets or
//! a definite description does.

use crate::gazetteer::{Class, EntryId};
use crate::mention::MentionId;

/// An entity's index in [`Entities::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// As an index into [`Entities::list`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A thing that a document speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Readable and stable, the last part of its IRI: `government/china`, `person/adrian-zenz`,
    /// `report/000_1b5c-1` for a report without a name.
    pub key: String,
    /// What kind of thing it is.
    pub class: Class,
    /// The gazetteer's name, else the fullest name in the text.
    pub name: String,
    /// The other names by which this document calls it.
    pub aliases: Vec<String>,
    /// The gazetteer row, if it is listed.
    pub entry: Option<EntryId>,
    /// Its Wikidata id (`Q148`), where a source vouches for it.
    pub wikidata: Option<String>,
}

/// A document's entities and which mention means which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// In the order of their first mention.
    pub list: Vec<Entity>,
    /// For each mention of the document, the entity that it means and the rule that says so; dates have none.
    pub of_mention: Vec<Option<(EntityId, &'static str)>>,
}

impl Entities {
    /// The entity that a mention means.
    pub fn of(&self, mention: MentionId) -> Option<EntityId> {
        self.of_mention.get(mention.index()).copied().flatten().map(|(entity, _)| entity)
    }
}
