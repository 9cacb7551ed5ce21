//! The classes of things that documents speak of: the leaves of the vocabulary's class tree.
//!
//! They are few and closed, since rules, colours and columns depend on them; a new one is one variant here and one
//! class in `ontology/vocabulary.ttl`.

/// What kind of thing a mention or entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Class {
    /// A state or its government as an actor.
    Government,
    /// A named person who holds or held public, diplomatic or party office.
    Official,
    /// Any other named person.
    Person,
    /// A named body.
    Organisation,
    /// A document that carries information.
    Report,
    /// A law, treaty, resolution or motion.
    Instrument,
    /// A region, city, district or facility as a location.
    Place,
    /// An ethnic, religious or other population group.
    Group,
    /// A calendar expression.
    Date,
}

impl Class {
    /// Every class.
    pub const ALL: [Class; 9] = [
        Class::Government,
        Class::Official,
        Class::Person,
        Class::Organisation,
        Class::Report,
        Class::Instrument,
        Class::Place,
        Class::Group,
        Class::Date,
    ];

    /// The name, as in annotations and in the vocabulary.
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Government => "Government",
            Class::Official => "Official",
            Class::Person => "Person",
            Class::Organisation => "Organisation",
            Class::Report => "Report",
            Class::Instrument => "Instrument",
            Class::Place => "Place",
            Class::Group => "Group",
            Class::Date => "Date",
        }
    }

    /// Whether it is a named person's, in office or not.
    pub fn is_person(self) -> bool {
        matches!(self, Class::Person | Class::Official)
    }

    /// Whether it is that of somebody who acts: a person, a body or a state.
    pub fn is_agent(self) -> bool {
        self.is_person() || matches!(self, Class::Government | Class::Organisation)
    }

    /// The class with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == name)
    }
}
