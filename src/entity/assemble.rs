//! From clusters to entities: class, name, other names, key.
//!
//! In: clusters. Out: [`Entity`] values in the order of their first mention. A listed one takes the gazetteer's key and
//! name. Others are named by the fullest name in the text; a name that is too little to know a thing by in another document
//! (a lone surname, "Parliament", a report without title) gets a key with the document's id in it.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::{Cluster, Clusters, Family};
use super::{Entities, Entity, EntityId, name};
use crate::gazetteer::{Class, Gazetteer};
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
    let mut keys = BTreeSet::new();
    let mut unnamed: BTreeMap<&'static str, usize> = BTreeMap::new();
    for at in order {
        let mut entity = entity(text, mentions, &clusters.list[at], gazetteer);
        if entity.key.is_empty() {
            entity.key = key(
                id,
                &entity,
                &mut unnamed,
                own == Some(at),
                clusters.list[at].mentions.iter().any(|&m| mentions.list[m].form == Form::Name),
            );
        }
        entity.key = unused(entity.key, &mut keys);
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

/// The key of an entity that is not listed.
fn key(id: &str, entity: &Entity, unnamed: &mut BTreeMap<&'static str, usize>, own: bool, named: bool) -> String {
    let folder = folder(entity.class);
    if own {
        return format!("{folder}/{id}");
    }
    if !named {
        let number = unnamed.entry(folder).or_default();
        *number += 1;
        return format!("{folder}/{id}-{number}");
    }
    let words = name::words(&entity.name);
    let alone = match folder {
        "person" => words.len() < 2,
        "organisation" | "instrument" => name::is_bare_kind(&words),
        _ => false,
    };
    if alone {
        format!("{folder}/{id}-{}", name::slug(&entity.name))
    } else {
        format!("{folder}/{}", name::slug(&entity.name))
    }
}

/// A key that no other entity of the document has.
fn unused(key: String, keys: &mut BTreeSet<String>) -> String {
    let mut number = 1;
    let mut free = key.clone();
    while !keys.insert(free.clone()) {
        number += 1;
        free = format!("{key}-{number}");
    }
    free
}
