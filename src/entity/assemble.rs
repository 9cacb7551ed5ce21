//! From clusters to entities: class, name, other names, key.
//!
//! In: clusters. Out: [`Entity`] values in the order of their first mention. A listed one takes the gazetteer's key and
//! name. Others are named by the fullest name in the text; a name that is too little to know a thing by in another document
//! (a lone surname, "Parliament", a report without title) gets a key with the document's id in it.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::{Cluster, Clusters, Family};
use super::{Entities, Entity, EntityId, name};
use crate::gazetteer::{Class, EntryId, Gazetteer};
use crate::mention::{Form, Mentions};

/// Makes the entities of a document.
pub(super) fn assemble(
    text: &str,
    id: &str,
    mentions: &Mentions,
    clusters: &Clusters,
    own: Option<usize>,
    gazetteer: &Gazetteer,
) -> Entities {
    let mut order: Vec<usize> = (0..clusters.list.len()).filter(|&at| !clusters.list[at].mentions.is_empty()).collect();
    order.sort_by_key(|&at| clusters.list[at].mentions[0]);
    let mut list = Vec::new();
    let mut entity_of: BTreeMap<usize, EntityId> = BTreeMap::new();
    let mut keys = Keys { id: fit(id), gazetteer, unnamed: BTreeMap::new(), given: BTreeSet::new() };
    for at in order {
        let mut entity = entity(text, mentions, &clusters.list[at], gazetteer);
        if entity.key.is_empty() {
            let said = || clusters.list[at].mentions.iter().map(|&mention| &mentions.list[mention]);
            let named = said().any(|mention| mention.form == Form::Name);
            let part_of = said().find_map(|mention| mention.part_of);
            keys.call(&mut entity, named, own == Some(at), part_of);
        }
        entity.key = keys.unused(entity.key);
        entity_of.insert(at, EntityId(u32::try_from(list.len()).expect("a document has fewer than 2^32 entities")));
        list.push(entity);
    }
    let of_mention =
        clusters.of.iter().map(|link| link.and_then(|(at, rule)| Some((*entity_of.get(&at)?, rule)))).collect();
    Entities { list, of_mention }
}

/// An entity; its key is empty where no row gives one.
fn entity(text: &str, mentions: &Mentions, cluster: &Cluster, gazetteer: &Gazetteer) -> Entity {
    let row = cluster.entry.map(|entry| gazetteer.entry(entry));
    let named = cluster.mentions.iter().map(|&m| &mentions.list[m]).filter(|m| m.form == Form::Name);
    let mut forms: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    for mention in named {
        let form = mention.span.of(text);
        if seen.insert(form) {
            forms.push(form);
        }
    }
    let fullest = || {
        let described = || cluster.mentions.first().map(|&m| one_line(mentions.list[m].span.of(text)));
        let of = |list: &[&str]| {
            list.iter()
                .enumerate()
                .max_by_key(|(at, form)| (name::words(form).len(), form.len(), std::cmp::Reverse(*at)))
                .map(|(_, form)| one_line(form))
        };
        of(&forms).or_else(described).unwrap_or_default()
    };
    let name = row.map_or_else(fullest, |row| row.name.clone());
    let mut aliases: Vec<String> = Vec::new();
    for form in forms {
        let form = one_line(form);
        if form != name && !aliases.contains(&form) {
            aliases.push(form);
        }
    }
    Entity {
        key: row.map(|row| row.key.clone()).unwrap_or_default(),
        class: row.map_or_else(|| class(mentions, cluster), |row| row.class),
        name,
        aliases,
        entry: cluster.entry,
        wikidata: row.and_then(|row| row.wikidata.clone()),
    }
}

/// A form that a line end interrupts, in one line.
fn one_line(form: &str) -> String {
    form.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The most frequent class of the mentions, the earlier one of two; an official is one wherever one mention says so.
fn class(mentions: &Mentions, cluster: &Cluster) -> Class {
    let classes: Vec<Class> = cluster.mentions.iter().map(|&m| mentions.list[m].class).collect();
    if cluster.family == Family::Person && classes.contains(&Class::Official) {
        return Class::Official;
    }
    if cluster.family == Family::Organisation {
        return Class::Organisation;
    }
    let count = |class: Class| classes.iter().filter(|&&other| other == class).count();
    let mut kinds = classes.clone();
    kinds.sort();
    kinds.dedup();
    let first = |class: Class| classes.iter().position(|&other| other == class);
    kinds
        .into_iter()
        .max_by_key(|&class| (count(class), std::cmp::Reverse(first(class))))
        .unwrap_or(Class::Organisation)
}

/// The folder of a class's keys.
fn folder(class: Class) -> &'static str {
    match class {
        Class::Government => "government",
        Class::Official | Class::Person => "person",
        Class::Organisation => "organisation",
        Class::Report => "report",
        Class::Instrument => "instrument",
        Class::Place => "place",
        Class::Group => "group",
        Class::Date => "date",
    }
}

/// What keys are made from besides the entity.
struct Keys<'a> {
    /// The document's id, fit for an IRI.
    id: String,
    gazetteer: &'a Gazetteer,
    /// How many entities without a name each folder has.
    unnamed: BTreeMap<&'static str, usize>,
    /// The keys given so far.
    given: BTreeSet<String>,
}

impl Keys<'_> {
    /// Gives an entity that is not listed its key, and a body of any state's ("Senate") the name of its state beside its own.
    fn call(&mut self, entity: &mut Entity, named: bool, own: bool, part_of: Option<EntryId>) {
        let folder = folder(entity.class);
        if own {
            entity.key = format!("{folder}/{}", self.id);
            return;
        }
        if !named {
            let number = self.unnamed.entry(folder).or_default();
            *number += 1;
            entity.key = format!("{folder}/{}-{number}", self.id);
            return;
        }
        let words = name::words(&entity.name);
        let slug = name::slug(&entity.name);
        let vague = match folder {
            "person" => words.len() < 2,
            "organisation" | "instrument" => name::is_any_states(&words),
            _ => false,
        };
        let state = part_of.filter(|_| vague && folder == "organisation").map(|state| self.gazetteer.entry(state));
        entity.key = match state {
            Some(state) => format!("{folder}/{}-{slug}", state.key.rsplit('/').next().unwrap_or("")),
            None if vague => format!("{folder}/{}-{slug}", self.id),
            None => format!("{folder}/{slug}"),
        };
        if let Some(state) = state {
            let name = format!("{} ({})", entity.name, state.name);
            entity.aliases.insert(0, std::mem::replace(&mut entity.name, name));
        }
    }

    /// The key itself if no other entity of the document has it, else one of the document's own.
    fn unused(&mut self, key: String) -> String {
        if self.given.insert(key.clone()) {
            return key;
        }
        let (folder, slug) = key.split_once('/').unwrap_or(("entity", &key));
        let mut number = 1;
        loop {
            number += 1;
            let free = format!("{folder}/{}-{slug}-{number}", self.id);
            if self.given.insert(free.clone()) {
                return free;
            }
        }
    }
}

/// A document's id with nothing that an IRI would have to escape.
pub(super) fn fit(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.') { c } else { '-' }).collect()
}
