//! Sets of entity classes, as rules name them: a class, or one of three families.
//!
//! `Agent` can act (Government, Official, Person, Organisation), `Source` can speak (agents, reports, instruments),
//! `Victim` is a named group or person. Members and names are closed: an unknown one is a mistake in the rule's file.

use crate::gazetteer::Class;

/// A set of entity classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(u16);

impl ClassSet {
    /// Every class but Date.
    pub const ANY: ClassSet = ClassSet(0xFF);

    /// How many classes can speak.
    pub const SOURCES: u32 = 6;

    /// The families, with the classes they stand for.
    pub const FAMILIES: [(&'static str, &'static [Class]); 4] = [
        ("Agent", &[Class::Government, Class::Official, Class::Person, Class::Organisation]),
        (
            "Source",
            &[Class::Government, Class::Official, Class::Person, Class::Organisation, Class::Report, Class::Instrument],
        ),
        ("Victim", &[Class::Group, Class::Person, Class::Official]),
        (
            "Any",
            &[
                Class::Government,
                Class::Official,
                Class::Person,
                Class::Organisation,
                Class::Report,
                Class::Instrument,
                Class::Place,
                Class::Group,
            ],
        ),
    ];

    /// The set that a class's or family's name stands for.
    pub fn from_name(name: &str) -> Option<Self> {
        if let Some((_, classes)) = Self::FAMILIES.iter().find(|(family, _)| *family == name) {
            return Some(classes.iter().fold(Self::default(), |set, &class| set.with(class)));
        }
        Class::from_name(name).map(|class| Self::default().with(class))
    }

    /// Every name that [`ClassSet::from_name`] knows.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::FAMILIES.iter().map(|(name, _)| *name).chain(Class::ALL.iter().map(|class| class.as_str()))
    }

    /// The set in words: a family's name, or its classes joined by "or".
    pub fn name(self) -> String {
        let of = |name: &&(&'static str, &[Class])| Self::from_name(name.0) == Some(self);
        if let Some((family, _)) = Self::FAMILIES.iter().find(of) {
            return (*family).to_string();
        }
        let classes = Class::ALL.iter().filter(|&&class| self.contains(class)).map(|class| class.as_str());
        classes.collect::<Vec<_>>().join(" or ")
    }

    /// The set with one class more.
    #[must_use]
    pub fn with(self, class: Class) -> Self {
        Self(self.0 | bit(class))
    }

    /// Both sets together.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a class is in the set.
    pub fn contains(self, class: Class) -> bool {
        self.0 & bit(class) != 0
    }

    /// How many classes are in it.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

fn bit(class: Class) -> u16 {
    match class {
        Class::Government => 1,
        Class::Official => 2,
        Class::Person => 4,
        Class::Organisation => 8,
        Class::Report => 16,
        Class::Instrument => 32,
        Class::Place => 64,
        Class::Group => 128,
        Class::Date => 256,
    }
}
