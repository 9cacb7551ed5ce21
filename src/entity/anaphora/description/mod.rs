//! What definite descriptions mean that are no mentions: "the ministry", "the country", "the president".
//!
//! In: a noun with "the" and what was spoken of before. Out: the entity whose name holds the noun ("the ministry": the Foreign
//! Ministry), or the last of the class that the noun names ("the country", "the group"), or the person whose title holds it.
//! A body whose name says another kind is never meant: no ministry is "the company".

mod noun;
mod people;

use super::discourse::{Item, Place};
use crate::entity::{Entities, EntityId, name};
use crate::gazetteer::{Class, Gazetteer};

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

/// Fields of ministries and courts: a body of one is none of another.
const FIELDS: &[&str] = &[
    "foreign",
    "defence",
    "defense",
    "interior",
    "finance",
    "justice",
    "health",
    "education",
    "home",
    "trade",
    "energy",
    "information",
    "supreme",
    "constitutional",
    "high",
    "military",
    "criminal",
    "central",
    "security",
    "human",
];

/// Words before a noun for any body that tell little of which one it is.
const GENERAL: &[&str] = &[
    "human",
    "rights",
    "advocacy",
    "aid",
    "charity",
    "media",
    "news",
    "press",
    "campaign",
    "monitoring",
    "watchdog",
    "international",
    "global",
    "regional",
    "world",
    "relief",
    "environmental",
    "humanitarian",
];

/// How many sentences back an entity may stand that a description means.
const BY_NAME: usize = 12;
const BY_CLASS: usize = 3;
/// How many items back it may stand.
const MOST: usize = 300;

/// What has been spoken of so far.
pub(super) struct Spoken<'a> {
    pub(super) items: &'a [Item],
    /// How often, by entity.
    pub(super) often: &'a [usize],
    pub(super) entities: &'a Entities,
    pub(super) gazetteer: &'a Gazetteer,
}

/// What "the" and a noun mean; `between` are the words between, `holds` tells whether a person has the title that they are.
pub(super) fn described(
    noun: &str,
    between: &[String],
    sentence: usize,
    spoken: &Spoken<'_>,
    holds: &dyn Fn(EntityId) -> bool,
) -> Option<(EntityId, &'static str)> {
    let bare = between.is_empty();
    let general = !bare && between.iter().all(|word| GENERAL.contains(&word.as_str()));
    if let Some(entity) = called_so(noun, sentence, spoken, bare).filter(|_| bare || general) {
        return Some((entity, "description: what papers call it"));
    }
    let latest = |fits: &dyn Fn(EntityId, Class) -> bool| spoken.latest(sentence, fits);
    let called =
        |entity: EntityId| spoken.entities.list[entity.index()].aliases.iter().any(|name| name.ends_with(noun));
    let (found, rule) = match noun {
        "country" | "nation" | "government" | "kingdom" | "republic" | "regime" if bare => {
            // "The UK condemned the Chadian regime. The regime …": the state that was called one.
            let called = || latest(&|entity, class| class == Class::Government && called(entity));
            let found = if noun == "regime" { called() } else { None };
            let found = found.or_else(|| salient(spoken, sentence, Class::Government));
            (found, "description: state spoken of before")
        }
        // "The Bush administration … the administration": a state that was called one.
        "administration" if bare => {
            let found = latest(&|entity, class| class == Class::Government && called(entity));
            (found, "description: administration spoken of before")
        }
        "region" | "province" | "city" | "town" | "territory" if bare => {
            (salient(spoken, sentence, Class::Place), "description: place spoken of before")
        }
        // Too few places are districts for the last one to be meant, unless its name says so.
        "district" | "island" | "county" | "village" if bare => {
            let named = |entity: EntityId| spoken.words(entity).iter().any(|word| word == noun);
            let found = latest(&|entity, class| class == Class::Place && named(entity));
            (found, "description: noun of its name")
        }
        _ if is_body(noun) => return body(noun, between, sentence, spoken),
        _ => {
            let found = latest(&|entity, class| class.is_person() && holds(entity));
            (found, "description: noun of the title")
        }
    };
    found.map(|entity| (entity, rule))
}

impl Spoken<'_> {
    /// The entity spoken of last that fits.
    fn latest(&self, sentence: usize, fits: &dyn Fn(EntityId, Class) -> bool) -> Option<EntityId> {
        let mut near = self.items.iter().rev().take(MOST).take_while(|item| item.sentence + BY_NAME >= sentence);
        near.find(|item| item.entity.zip(item.class).is_some_and(|(entity, class)| fits(entity, class)))?.entity
    }

    /// The words of an entity's name.
    fn words(&self, entity: EntityId) -> Vec<String> {
        name::words(&self.entities.list[entity.index()].name)
    }
}

/// The body whose name holds the noun, or, with no more words between than tell little, the most prominent body.
fn body(noun: &str, between: &[String], sentence: usize, spoken: &Spoken<'_>) -> Option<(EntityId, &'static str)> {
    // "The foreign ministry" is not the defence ministry; "the rights group" has no need to be called one.
    let fields = between.iter().filter(|word| FIELDS.contains(&word.as_str()));
    let general = between.iter().all(|word| GENERAL.contains(&word.as_str())) && GENERIC.contains(&noun);
    let called = spoken.latest(sentence, &|entity, class| {
        let words = spoken.words(entity);
        class == Class::Organisation
            && words.iter().any(|word| word == noun)
            && fields.clone().all(|field| words.contains(field))
    });
    if let Some(entity) = called.filter(|_| between.is_empty() || !general) {
        return Some((entity, "description: noun of its name"));
    }
    let open =
        |entity: EntityId| spoken.words(entity).iter().all(|word| word == noun || !STRONG.contains(&word.as_str()));
    let found = if general { prominent(spoken, sentence, &open) } else { None };
    found.map(|entity| (entity, "description: body spoken of before"))
}

/// "UNHCR opened a camp. The agency …": the listed body that papers call so, where it was the subject or possessor of something;
/// none where one whose own name says so comes after it.
fn called_so(noun: &str, sentence: usize, spoken: &Spoken<'_>, bare: bool) -> Option<EntityId> {
    let Spoken { items, entities, gazetteer, .. } = *spoken;
    let near = items.iter().rev().take(MOST).take_while(|item| item.sentence + BY_NAME >= sentence);
    let mut bodies = near.filter(|item| item.class == Some(Class::Organisation));
    bodies
        .find_map(|item| {
            let entity = &entities.list[item.entity?.index()];
            let words = name::words(&entity.name);
            let bank = noun == "lender" && words.iter().any(|word| word == "bank");
            let called = bank || entity.entry.is_some_and(|entry| gazetteer.is_called(entry, noun));
            let leads = matches!(item.place, Place::Subject | Place::Possessor);
            let named = bare && words.iter().any(|word| word == noun);
            (called && leads || named).then_some((item.entity?, called))
        })
        .filter(|&(_, called)| called)
        .map(|(entity, _)| entity)
}

/// Whether a noun means a body.
pub(super) fn is_body(noun: &str) -> bool {
    name::BODIES.contains(&noun) || GENERIC.contains(&noun)
}

/// The body that was the subject or possessor of something last.
fn prominent(spoken: &Spoken<'_>, sentence: usize, fits: &dyn Fn(EntityId) -> bool) -> Option<EntityId> {
    let near = spoken.items.iter().rev().take(MOST).take_while(|item| item.sentence + BY_CLASS > sentence);
    near.filter(|item| {
        item.class == Some(Class::Organisation) && matches!(item.place, Place::Subject | Place::Possessor)
    })
    .filter_map(|item| item.entity)
    .find(|&entity| fits(entity))
}

/// The state or place most prominent just before: subjects and possessors before others, later before earlier, often named before
/// seldom named; one in a list of states is none of it.
fn salient(spoken: &Spoken<'_>, sentence: usize, class: Class) -> Option<EntityId> {
    const OFTEN: usize = 6;
    let items = spoken.items;
    let listed = |at: usize| {
        let near = |other: Option<&Item>| {
            other.is_some_and(|o| {
                o.class == Some(class)
                    && o.entity != items[at].entity
                    && o.sentence == items[at].sentence
                    && o.place == items[at].place
                    && o.token.abs_diff(items[at].token) <= 3
            })
        };
        near(at.checked_sub(1).and_then(|before| items.get(before))) || near(items.get(at + 1))
    };
    let mut best: Option<(usize, EntityId)> = None;
    for (at, item) in
        items.iter().enumerate().rev().take(MOST).take_while(|(_, item)| item.sentence + BY_CLASS >= sentence)
    {
        let Some(entity) = item.entity.filter(|_| item.class == Some(class) && !listed(at)) else { continue };
        let prominent = usize::from(matches!(item.place, Place::Subject | Place::Possessor));
        let often = spoken.often[entity.index()].min(OFTEN);
        let score = (BY_CLASS + item.sentence - sentence) * 2 + prominent * 3 + often;
        if best.is_none_or(|(other, _)| score > other) {
            best = Some((score, entity));
        }
    }
    best.map(|(_, entity)| entity)
}
