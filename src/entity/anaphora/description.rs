//! What definite descriptions mean that are no mentions: "the ministry", "the country", "the president".
//!
//! In: a noun with "the" and what was spoken of before. Out: the entity whose name holds the noun ("the ministry": the Foreign
//! Ministry), or the last of the class that the noun names ("the country", "the group"), or the person whose title holds it.
//! A body whose name says another kind is never meant: no ministry is "the company".

use super::discourse::{Item, Place};
use crate::entity::{Entities, EntityId, name};
use crate::gazetteer::Class;

/// Nouns for any body.
const GENERIC: &[&str] = &[
    "group",
    "organisation",
    "organization",
    "body",
    "agency",
    "company",
    "firm",
    "ngo",
    "charity",
    "tank",
    "institution",
    "outlet",
    "newspaper",
    "paper",
    "network",
    "broadcaster",
    "publication",
    "party",
    "coalition",
    "alliance",
    "bloc",
    "watchdog",
    "giant",
];

/// Kinds that exclude each other.
const STRONG: &[&str] = &[
    "ministry",
    "department",
    "court",
    "parliament",
    "senate",
    "congress",
    "council",
    "university",
    "army",
    "navy",
    "police",
    "party",
    "union",
    "commission",
    "committee",
    "embassy",
    "bank",
    "church",
    "tribunal",
    "agency",
    "news",
    "house",
    "office",
    "nations",
    "military",
    "forces",
    "assembly",
    "times",
    "post",
];

/// How many sentences back an entity may stand that a description means.
const BY_NAME: usize = 12;
const BY_CLASS: usize = 3;

/// What "the" and a noun mean; `titles` tells whether a person's title holds the noun.
pub(super) fn described(
    noun: &str,
    sentence: usize,
    items: &[Item],
    entities: &Entities,
    titles: &dyn Fn(EntityId, &str) -> bool,
) -> Option<(EntityId, &'static str)> {
    let latest = |reach: usize, fits: &dyn Fn(EntityId, Class) -> bool| {
        items
            .iter()
            .rev()
            .take_while(|item| item.sentence + reach >= sentence)
            .find(|item| item.entity.zip(item.class).is_some_and(|(entity, class)| fits(entity, class)))
            .and_then(|item| item.entity)
    };
    match noun {
        "country" | "nation" | "government" | "kingdom" | "republic" => {
            salient(items, sentence, Class::Government).map(|entity| (entity, "description: state spoken of before"))
        }
        "region" | "province" | "city" | "town" | "territory" | "district" | "island" | "county" | "village" => {
            latest(BY_CLASS, &|_, class| class == Class::Place)
                .map(|entity| (entity, "description: place spoken of before"))
        }
        _ if name::BODIES.contains(&noun) || GENERIC.contains(&noun) => {
            let words = |entity: EntityId| name::words(&entities.list[entity.index()].name);
            let called = latest(BY_NAME, &|entity, class| {
                class == Class::Organisation && words(entity).iter().any(|word| word == noun)
            });
            if let Some(entity) = called {
                return Some((entity, "description: noun of its name"));
            }
            let open =
                |entity: EntityId| words(entity).iter().all(|word| word == noun || !STRONG.contains(&word.as_str()));
            GENERIC
                .contains(&noun)
                .then(|| latest(BY_CLASS, &|entity, class| class == Class::Organisation && open(entity)))
                .flatten()
                .map(|entity| (entity, "description: body spoken of before"))
        }
        _ => latest(BY_NAME, &|entity, class| matches!(class, Class::Official | Class::Person) && titles(entity, noun))
            .map(|entity| (entity, "description: noun of the title")),
    }
}

/// The state most prominent just before: subjects and possessors before others, later before earlier.
fn salient(items: &[Item], sentence: usize, class: Class) -> Option<EntityId> {
    let mut best: Option<(usize, EntityId)> = None;
    for item in items.iter().rev().take_while(|item| item.sentence + BY_CLASS >= sentence) {
        let Some(entity) = item.entity.filter(|_| item.class == Some(class)) else { continue };
        let prominent = usize::from(matches!(item.place, Place::Subject | Place::Possessor));
        let score = (BY_CLASS + item.sentence - sentence) * 2 + prominent * 3;
        if best.is_none_or(|(other, _)| score > other) {
            best = Some((score, entity));
        }
    }
    best.map(|(_, entity)| entity)
}
