//! Who holds an office that a description names: "the foreign minister", "the US president".
//!
//! In: the titles that stand with persons in a document, and the offices of listed persons. Out: whether a person holds
//! what a description names, and who of those spoken of does. All the words of the description must stand in one title of
//! the person; a deputy is not meant by the office, nor a prime minister by "the minister". Of several listed holders that
//! the text gives no title, none is chosen.

use std::collections::BTreeMap;

use super::discourse::Item;
use crate::entity::{Entities, EntityId};
use crate::gazetteer::leading::{is_head_of_state, is_leader, leads_body};
use crate::gazetteer::{Class, Gazetteer, TitleKind};
use crate::mention::Mentions;

/// Words that make another office of the one behind them.
const OTHERS: [&str; 8] = ["prime", "vice", "deputy", "assistant", "shadow", "under", "undersecretary", "former"];
/// Words before the title of an office that is held no more; they are none of it.
const PAST: [&str; 5] = ["former", "then", "late", "ousted", "deposed"];
/// Words before the title of an office that is held now; they are none of it either.
const PRESENT: [&str; 5] = ["new", "current", "outgoing", "acting", "embattled"];
/// How many items back a holder may stand.
const MOST: usize = 300;

/// A title that stands with a person, lower case, with the body it is held at, whether it stands before the name as the office
/// that is held now, and whether the text calls it a former one.
struct Title {
    words: Vec<String>,
    body: Option<EntityId>,
    sits: bool,
    former: bool,
}

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
            let before = mentions.list[role.person.index()].span.start > role.title.start;
            let first = role.body.map(|body| mentions.list[body.index()].span.start);
            let start = first.map_or(role.title.start, |first| first.min(role.title.start)) as usize;
            let last = |start: usize| text[..start].split_whitespace().next_back().unwrap_or("").to_lowercase();
            let past = |word: String| word == "ex-" || is_past(&word);
            let former = past(last(start))
                || past(last(role.title.start as usize))
                || words.first().is_some_and(|word| is_past(word));
            let sits = before && !former;
            let body = role.body.and_then(|body| entities.of(body));
            titles.entry(entity).or_default().push(Title { words, body, sits, former });
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
        let words = words[from..].iter().filter(|word| !is_past(word) && !PRESENT.contains(&word.as_str()));
        words.flat_map(|word| plain(word)).collect()
    }

    /// Whether words are the whole of a listed title of office.
    pub(super) fn is_office(&self, words: &[String]) -> bool {
        let is = |(length, kind)| length == words.len() && kind == TitleKind::Office;
        self.gazetteer.title(words).is_some_and(is)
    }

    /// Whether the text gives a person a title with all these words, and with no other office in it; at `state` if given.
    pub(super) fn holds(&self, person: EntityId, words: &[String], state: Option<EntityId>) -> bool {
        self.titles_with(person, words).any(|title| state.is_none() || title.body == state)
    }

    /// Whether the text gives a person such a title as one that is held now.
    pub(super) fn sits(&self, person: EntityId, words: &[String]) -> bool {
        self.titles_with(person, words).any(|title| title.sits)
    }

    /// Whether the text tells of a person only as one who held such an office once.
    pub(super) fn is_former(&self, person: EntityId, words: &[String]) -> bool {
        let mut titles = self.titles_with(person, words).peekable();
        titles.peek().is_some() && titles.all(|title| title.former)
    }

    /// A person's titles that have all these words, and no other office in them.
    fn titles_with(&self, person: EntityId, words: &[String]) -> impl Iterator<Item = &Title> {
        let other = |title: &Title| {
            title.words.iter().any(|word| OTHERS[..7].contains(&word.as_str()) && !words.contains(word))
        };
        // "The opposition" is not its leader.
        let head = |title: &Title| head(&title.words) == words.last();
        let whole = |title: &Title| words.iter().all(|word| title.words.contains(word));
        let titles = self.titles.get(&person).into_iter().flatten();
        titles.filter(move |title| head(title) && !other(title) && whole(title))
    }

    /// The last of those spoken of who leads a body, where a noun means its leader: "the Acme chief"; with `former`, who has led
    /// it too: "the former Kenyan leader".
    pub(super) fn leader(&self, noun: &str, body: EntityId, former: bool, items: &[Item]) -> Option<EntityId> {
        let state = self.entities.list[body.index()].class == Class::Government;
        let leads = |title: &&Title| {
            let lesser = title.words.iter().any(|word| OTHERS[1..].contains(&word.as_str()));
            let head = head(&title.words).map_or("", String::as_str);
            let leads = if state { is_head_of_state(head, &title.words) } else { leads_body(head, title.words.len()) };
            title.body == Some(body) && !lesser && leads && (former || !title.former)
        };
        let wanted = if state { noun == "leader" } else { is_leader(noun) };
        let person = |item: &&Item| item.class.is_some_and(Class::is_person);
        let mut spoken = items.iter().rev().take(MOST).filter(person).filter_map(|item| item.entity);
        spoken.find(|entity| wanted && self.titles.get(entity).is_some_and(|titles| titles.iter().any(|t| leads(&t))))
    }

    /// The state that the text says a person leads or led: Chad for "the Doe government" beside "Chadian President Jane Doe",
    /// and beside "former Chadian President Jane Doe" as well.
    pub(super) fn led_by(&self, person: EntityId) -> Option<EntityId> {
        let leads = |title: &&Title| {
            let head = head(&title.words).map_or("", String::as_str);
            is_head_of_state(head, &title.words) && !title.words.iter().any(|word| OTHERS[1..].contains(&word.as_str()))
        };
        let state = |body: EntityId| self.entities.list[body.index()].class == Class::Government;
        self.titles.get(&person)?.iter().filter(leads).filter_map(|title| title.body).find(|&body| state(body))
    }

    /// The last of those spoken of who holds an office of a state: by the text, else the only one by the lists.
    pub(super) fn holder(&self, words: &[String], state: EntityId, items: &[Item]) -> Option<EntityId> {
        let person = |item: &&Item| item.class.is_some_and(Class::is_person);
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

/// The word of a title that says what its holder is: the last before "of" and the like.
fn head(title: &[String]) -> Option<&String> {
    title.split(|word| matches!(word.as_str(), "of" | "for" | "to" | "in" | "at" | "on")).next()?.last()
}

/// Whether a word before a title says that its office is held no more.
pub(super) fn is_past(word: &str) -> bool {
    PAST.contains(&word)
}

/// The words of a title, lower case.
fn split(title: &str) -> Vec<String> {
    let words = title.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    words.flat_map(|word| plain(&word.to_lowercase())).collect()
}

/// A word of a title; a premier is a prime minister.
fn plain(word: &str) -> Vec<String> {
    match word {
        "premier" => vec!["prime".to_string(), "minister".to_string()],
        _ => vec![word.to_string()],
    }
}
