//! Whether a named person is "he" or "she": by a title, a noun that says so, or a first name that tells.
//!
//! In: a person's names and the words before them. Out: a [`Gender`], or none where nothing tells, and then both pronouns are
//! allowed. First names come from the gazetteer; a wrong guess only costs a link.

use std::collections::BTreeMap;

use crate::entity::{Entities, EntityId, apart};
use crate::gazetteer::{self, Gazetteer};
use crate::mention::Mentions;

/// Which third-person pronoun a person takes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::entity) enum Gender {
    He,
    She,
}

/// By a title or noun beside the name: "Mr", "spokeswoman", "nephew".
pub(in crate::entity) fn of_title(word: &str) -> Option<Gender> {
    let word = word.trim_end_matches('.').to_lowercase();
    let ends = |end: &str| word.ends_with(end);
    match word.as_str() {
        "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "pope" | "sheikh" | "imam" | "señor" | "actor"
        | "baron" | "man" | "boy" | "brother" | "husband" | "widower" | "boyfriend" | "fiance" | "nephew" | "uncle"
        | "son" | "grandson" | "stepson" => Some(Gender::He),
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "duchess" | "baroness" | "madame"
        | "actress" | "mme" | "woman" | "girl" | "sister" | "wife" | "widow" | "girlfriend" | "fiancée" | "niece"
        | "aunt" => Some(Gender::She),
        _ if ends("mother") || ends("daughter") || word.len() > 5 && ends("woman") => Some(Gender::She),
        _ if ends("father") || word.len() > 5 && ends("man") && word != "german" && word != "human" => Some(Gender::He),
        _ => None,
    }
}

/// By a first name that the gazetteer lists.
pub(super) fn of_first_name(name: &str, gazetteer: &Gazetteer) -> Option<Gender> {
    match gazetteer.given_name(name)? {
        gazetteer::Gender::Male => Some(Gender::He),
        gazetteer::Gender::Female => Some(Gender::She),
        gazetteer::Gender::Unknown => None,
    }
}

/// What titles, nouns beside the names and first names tell of each person.
pub(super) fn genders(
    text: &str,
    mentions: &Mentions,
    entities: &Entities,
    gazetteer: &Gazetteer,
) -> BTreeMap<EntityId, Gender> {
    let mut genders = BTreeMap::new();
    for role in &mentions.roles {
        let Some(entity) = entities.of(role.person) else { continue };
        if let Some(gender) = role.span.of(text).split_whitespace().find_map(of_title) {
            genders.entry(entity).or_insert(gender);
        }
    }
    for (index, mention) in mentions.list.iter().enumerate() {
        let Some((entity, _)) = entities.of_mention[index] else { continue };
        if !entities.list[entity.index()].class.is_person() {
            continue;
        }
        let before = text[..mention.span.start as usize].trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
        let kin = || apart::gender(text, mention.span, gazetteer);
        if let Some(gender) = of_title(before).or_else(kin) {
            genders.entry(entity).or_insert(gender);
        }
    }
    for (index, entity) in entities.list.iter().enumerate() {
        let id = EntityId(u32::try_from(index).expect("a document has fewer than 2^32 entities"));
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        let told =
            names.filter(|name| name.contains(' ')).find_map(|name| of_first_name(name.split(' ').next()?, gazetteer));
        if let Some(gender) = told.filter(|_| entity.class.is_person()) {
            genders.entry(id).or_insert(gender);
        }
    }
    genders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell() {
        assert_eq!(of_title("Mrs."), Some(Gender::She));
        assert_eq!(of_title("spokesman"), Some(Gender::He));
        assert_eq!(of_title("German"), None);
    }
}
