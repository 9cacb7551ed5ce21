//! What people have decided, carried into what documents say.
//!
//! In: records as the documents were read, and the ledger. Out: records in which each entity has the key that the ledger
//! keeps it under. An entity that is another takes that one's name, class and Wikidata id, and keeps its own name among the
//! other names; two of one document that are the same become one. Claims and mentions are not changed, only whom they mean.

use std::collections::BTreeMap;

use crate::claim::record::{DocumentRecord, EntityRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::entity::ledger::{Ledger, Verdict};
use crate::gazetteer::Class;
use crate::rdf::assert::iri::key;
use crate::rdf::vocabulary::WIKIDATA;

/// What all documents together call an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    class: Class,
    name: String,
    wikidata: Option<String>,
}

/// The records with the decisions obeyed.
pub fn decided(mut records: Vec<DocumentRecord>, ledger: &Ledger) -> Vec<DocumentRecord> {
    if ledger.is_empty() {
        return records;
    }
    let known = known(&records, ledger);
    let linked: BTreeMap<&str, &str> =
        ledger.links().filter_map(|(key, iri)| Some((key, iri.strip_prefix(WIKIDATA)?))).collect();
    for record in &mut records {
        for entity in &mut record.entities {
            let before = key(entity);
            let after = ledger.key_of(&before, &record.id);
            if after != before {
                rename(entity, &known[&after], after.clone());
            }
            if let Some(id) = linked.get(after.as_str()) {
                entity.wikidata = Some((*id).to_string());
            }
        }
        join(record);
    }
    records
}

/// Gives an entity another key, with what goes with it.
fn rename(entity: &mut EntityRecord, known: &Known, key: String) {
    entity.key = key;
    entity.class = known.class;
    entity.wikidata.clone_from(&known.wikidata);
    if entity.name != known.name {
        let other = std::mem::replace(&mut entity.name, known.name.clone());
        entity.aliases.retain(|alias| *alias != entity.name && *alias != other);
        entity.aliases.insert(0, other);
    }
}

/// What is known of each key that entities move to: what those say that have it of themselves, else those that get it.
fn known(records: &[DocumentRecord], ledger: &Ledger) -> BTreeMap<String, Known> {
    let mut order: Vec<&DocumentRecord> = records.iter().collect();
    order.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    let mut groups: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    for record in order {
        for entity in &record.entities {
            let before = key(entity);
            let after = ledger.key_of(&before, &record.id);
            let taken_out = ledger.is_taken_out(&before, &record.id);
            let moved = after != before;
            groups.entry(after).or_default().push(Member { entity, moved, taken_out });
        }
    }
    groups.into_iter().map(|(key, members)| (key, together(members))).collect()
}

/// An entity of a document, among those of one key.
struct Member<'a> {
    entity: &'a EntityRecord,
    /// Whether it had another key.
    moved: bool,
    /// Whether it is not what its key is elsewhere, so that it has nothing of that but the name.
    taken_out: bool,
}

fn together(mut members: Vec<Member>) -> Known {
    members.sort_by_key(|member| member.moved);
    let own = members.iter().filter(|member| member.moved == members[0].moved);
    let mut votes: BTreeMap<&str, u32> = BTreeMap::new();
    own.for_each(|member| *votes.entry(&member.entity.name).or_default() += 1);
    let most = votes.values().copied().max().unwrap_or(0);
    let name = votes.iter().find(|&(_, &count)| count == most).map_or("", |(name, _)| name);
    let listed = members.iter().filter(|member| !member.taken_out);
    let wikidata = listed.filter_map(|member| member.entity.wikidata.clone()).next();
    Known { class: members[0].entity.class, name: name.to_string(), wikidata }
}

/// Makes one of the entities of a document that have one key.
fn join(record: &mut DocumentRecord) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut now: BTreeMap<String, String> = BTreeMap::new();
    let mut kept: Vec<EntityRecord> = Vec::new();
    for entity in std::mem::take(&mut record.entities) {
        let Some(&at) = first.get(&key(&entity)) else {
            first.insert(key(&entity), kept.len());
            kept.push(entity);
            continue;
        };
        let one = &mut kept[at];
        now.insert(entity.id, one.id.clone());
        for name in std::iter::once(entity.name).chain(entity.aliases) {
            if name != one.name && !one.aliases.contains(&name) {
                one.aliases.push(name);
            }
        }
    }
    record.entities = kept;
    if now.is_empty() {
        return;
    }
    let rename = |id: &mut String| {
        if let Some(kept) = now.get(id) {
            id.clone_from(kept);
        }
    };
    record.mentions.iter_mut().filter_map(|mention| mention.entity.as_mut()).for_each(rename);
    record.attributions.iter_mut().filter_map(|attribution| attribution.entity.as_mut()).for_each(rename);
    for claim in &mut record.claims {
        rename(&mut claim.subject);
        claim.object.iter_mut().chain(&mut claim.speaker).for_each(rename);
    }
}

/// A warning for every key of the ledger that no document has.
pub fn unknown(records: &[DocumentRecord], ledger: &Ledger) -> Vec<Diagnostic> {
    let mut keys: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    if !ledger.is_empty() {
        for record in records {
            for entity in &record.entities {
                keys.insert(format!("{}@{}", key(entity), record.id));
                keys.insert(key(entity));
            }
        }
    }
    let mut diagnostics = Vec::new();
    for row in ledger.decisions() {
        // The key that a row keeps may be one that is only wished for.
        let needed = [(row.verdict != Verdict::Same).then_some(&row.key), Some(&row.other)];
        for name in needed.into_iter().flatten().filter(|name| !name.contains("://") && !keys.contains(*name)) {
            let (file, line) = row.at.rsplit_once(':').unwrap_or((&row.at, "0"));
            let place = Place { file: file.to_string(), line: line.parse().unwrap_or(0), column: 0 };
            let hint = "`claimgraph explain NAME` shows a thing's key; KEY@DOCUMENT takes a document's id";
            let found = Diagnostic::warning(place, "ledger-unknown", format!("no document names {name}"));
            diagnostics.push(found.hint(hint));
        }
    }
    diagnostics
}
