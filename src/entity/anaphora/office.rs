//! Who holds an office that a description names: "the foreign minister", "the US president".
//!
//! In: the titles that stand with persons in a document, and the offices of listed persons. Out: whether a person holds
//! what a description names, and who of those spoken of does. All the words of the description must stand in one title of
//! the person; a deputy is not meant by the office, nor a prime minister by "the minister". Of several listed holders that
//! the text gives no title, none is chosen.

use std::collections::BTreeMap;

use super::discourse::Item;
use crate::entity::{Entities, EntityId};
use crate::gazetteer::{Class, Gazetteer, TitleKind};
use crate::mention::Mentions;

/// Words that make another office of the one behind them.
const OTHERS: [&str; 8] = ["prime", "vice", "deputy", "assistant", "shadow", "under", "undersecretary", "former"];
/// Words before a title that are none of it.
const TIMES: [&str; 10] =
    ["former", "then", "new", "current", "outgoing", "acting", "late", "ousted", "deposed", "embattled"];
/// How many items back a holder may stand.
const MOST: usize = 300;

/// A title that stands with a person, lower case, with the body it is held at.
type Title = (Vec<String>, Option<EntityId>);

/// The offices of a document's persons.
pub(super) struct Offices<'a> {
    titles: BTreeMap<EntityId, Vec<Title>>,
    entities: &'a Entities,
    gazetteer: &'a Gazetteer,
}

impl<'a> Offices<'a> {
    pub(super) fn new(text: &str, mentions: &Mentions, entities: &'a Entities, gazetteer: &'a Gazetteer) -> Self {
        let mut titles: BTreeMap<EntityId, Vec<Title>> = BTreeMap::new();
        for role in &mentions.roles {
            let Some(entity) = entities.of(role.person) else { continue };
            let words = split(role.title.of(text));
            titles.entry(entity).or_default().push((words, role.body.and_then(|body| entities.of(body))));
        }
        Self { titles, entities, gazetteer }
    }

    /// The words of a description that its holder's title must have: from the longest listed title on; for a minister the
    /// field too.
    pub(super) fn wanted(&self, words: &[String]) -> Vec<String> {
        let last = words.len() - 1;
        let whole =
            |from: &usize| self.gazetteer.title(&words[*from..]).is_some_and(|(length, _)| from + length > last);
        let mut from = (0..last).find(whole).unwrap_or(last);
        // "The army chief" is not the police chief.
        if self.gazetteer.is("fielded-office", &words[last]) || words[last] == "chief" {
            from = 0;
        }
        words[from..].iter().filter(|word| !TIMES.contains(&word.as_str())).cloned().collect()
    }

    /// Whether words are the whole of a listed title of office.
    pub(super) fn is_office(&self, words: &[String]) -> bool {
        let is = |(length, kind)| length == words.len() && kind == TitleKind::Office;
        self.gazetteer.title(words).is_some_and(is)
    }

    /// Whether the text gives a person a title with all these words, and with no other office in it; at `state` if given.
    pub(super) fn holds(&self, person: EntityId, words: &[String], state: Option<EntityId>) -> bool {
        let Some(titles) = self.titles.get(&person) else { return false };
        let other =
            |title: &[String]| title.iter().any(|word| OTHERS[..7].contains(&word.as_str()) && !words.contains(word));
        // "The opposition" is not its leader.
        let head = |title: &[String]| {
            let own = title.split(|word| matches!(word.as_str(), "of" | "for" | "to" | "in" | "at" | "on")).next();
            own.and_then(|own| own.last()) == words.last()
        };
        titles.iter().filter(|(title, _)| head(title)).any(|(title, body)| {
            (state.is_none() || *body == state) && !other(title) && words.iter().all(|word| title.contains(word))
        })
    }

    /// The last of those spoken of who holds an office of a state: by the text, else the only one by the lists.
    pub(super) fn holder(&self, words: &[String], state: EntityId, items: &[Item]) -> Option<EntityId> {
        let person = |item: &&Item| matches!(item.class, Some(Class::Official | Class::Person));
        let spoken = || items.iter().rev().take(MOST).filter(person).filter_map(|item| item.entity);
        if let Some(told) = spoken().find(|&entity| self.holds(entity, words, Some(state))) {
            return Some(told);
        }
        let mut listed: Vec<EntityId> = spoken().filter(|&entity| self.is_listed(entity, words, state)).collect();
        listed.sort();
        listed.dedup();
        match listed[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether the lists say that a person held an office of a state.
    fn is_listed(&self, person: EntityId, words: &[String], state: EntityId) -> bool {
        let entry = |entity: EntityId| self.entities.list[entity.index()].entry;
        let (Some(person), Some(state)) = (entry(person), entry(state)) else { return false };
        self.gazetteer.offices(person).any(|(office, of)| {
            let office = split(office);
            let other = office.iter().any(|word| OTHERS.contains(&word.as_str()) && !words.contains(word));
            of == state && !other && words.iter().all(|word| office.contains(word))
        })
    }
}

/// The words of a title, lower case.
fn split(title: &str) -> Vec<String> {
    let words = title.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    words.map(str::to_lowercase).collect()
}
