//! The third stage: places in the text where an entity or a date is named.
//!
//! In: a document's tagged sentences and the gazetteer. Out: [`Mentions`], flat and in the order of the text, each
//! with its class and the rule or gazetteer row that found it; and the titles that stand with persons. Which entity a
//! mention means is decided later, in [`crate::entity`]. Annotation scheme: a name is taken without article,
//! title, possessive or final 's; where two overlap, the longer wins.

pub mod dates;
mod later;
mod listed;
mod names;
mod nominal;
mod recognize;
mod roles;
mod scan;
mod short;
#[cfg(test)]
mod tests;

pub use recognize::{recognize, tag_names};

use crate::document::Span;
use crate::gazetteer::{Class, EntryId};

/// A mention's index in [`Mentions::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId(pub u32);

impl MentionId {
    /// As an index into [`Mentions::list`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By name.
    Name,
    /// By description: "the report", "a new resolution".
    Nominal,
    /// By pronoun; not a mention in the annotation scheme, but claims see through it.
    Pronoun,
}

/// A place in the text where an entity or a date is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What kind of thing it names.
    pub class: Class,
    /// Name, description or pronoun.
    pub form: Form,
    /// The gazetteer row it matched, if it is listed.
    pub entry: Option<EntryId>,
    /// The gazetteer row of the state or body that an unlisted name contains: China for "Chinese Foreign Ministry".
    pub part_of: Option<EntryId>,
    /// For a Date: its value.
    pub date: Option<dates::DateValue>,
    /// Which recognizer found it, for `explain`: `gazetteer`, `name.title`, `date.weekday` …
    pub rule: &'static str,
}

/// An office or affiliation that stands with a person's name: "British Foreign Secretary Dominic Raab".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The person.
    pub person: MentionId,
    /// The words of the title, without the body: "Foreign Secretary".
    pub title: Span,
    /// The body or state that it is held at, where the phrase names it.
    pub body: Option<MentionId>,
    /// Whether it is an office (`holdsOffice`) and not a mere affiliation (`affiliatedWith`).
    pub office: bool,
    /// The whole phrase, title and name together; the name alone where others stand between it and a title that they share.
    pub span: Span,
}

/// All mentions of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// In the order of the text; spans never overlap.
    pub list: Vec<Mention>,
    /// Offices and affiliations, in the order of the text.
    pub roles: Vec<Role>,
    /// Spans of two or more tokens that are one name to the parser (title and name together), in order, disjoint.
    pub units: Vec<Span>,
}
