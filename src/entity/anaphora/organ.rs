//! Organs of a state that a text names in small letters: "India's foreign ministry … the foreign ministry said".
//!
//! In: phrases that hold a state's name and the noun for an organ, in the order of the text. Out: the state that a later
//! phrase with the same words means, since such an organ stands for its state. One that the text names in full is an entity
//! of its own and is found by its name before this is asked; an organ is remembered for as long as none of its kind comes.

use crate::entity::EntityId;

/// Nouns for organs that speak for their state.
const ORGANS: [&str; 8] = ["ministry", "office", "embassy", "army", "military", "parliament", "judiciary", "cabinet"];

/// The organs spoken of so far.
#[derive(Default)]
pub(super) struct Organs {
    /// The words behind the state's name, and the state.
    spoken: Vec<(Vec<String>, EntityId)>,
}

impl Organs {
    /// Remembers the organ in the words behind a state's name, if there is one.
    pub(super) fn note(&mut self, words: &[String], state: EntityId) {
        if let Some(last) = words.iter().position(|word| ORGANS.contains(&word.as_str())) {
            self.spoken.push((kind(&words[..=last]), state));
        }
    }

    /// The state whose organ a phrase without article means.
    pub(super) fn meant(&self, words: &[String]) -> Option<EntityId> {
        let wanted = kind(words);
        let same = |(known, _): &&(Vec<String>, EntityId)| *known == wanted;
        self.spoken.iter().rev().find(same).map(|(_, state)| *state)
    }
}

/// Words by which organs are compared: a foreign office is a foreign ministry.
fn kind(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    if let [.., field, last] = &mut words[..]
        && field == "foreign"
        && last == "office"
    {
        *last = "ministry".to_string();
    }
    words
}
