//! Entities, as all documents together know them.
//!
//! In: records. Out: for each entity its class, its name (the one that most documents give it), its other names, and
//! the link to Wikidata where a source vouches for it, and the links that people decided. Entities are one by their key and by nothing else: likeness of
//! names never merges. Where documents disagree on the class, the first in the order of ids decides.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{Literal, NamedNode, Quad};

use super::iri::{Mint, key};
use crate::claim::record::{DocumentRecord, EntityRecord};
use crate::rdf::vocabulary::{self, WIKIDATA, rdf, rdfs, skos};

/// The quads of all entities.
pub(super) fn quads(mint: &Mint, records: &[&DocumentRecord], decided: &[(String, String)]) -> Vec<Quad> {
    let mut groups: BTreeMap<String, Vec<&EntityRecord>> = BTreeMap::new();
    for record in records {
        for entity in &record.entities {
            groups.entry(key(entity)).or_default().push(entity);
        }
    }
    let (graph, links) = (mint.graph("entities"), mint.graph("links"));
    let mut quads = Vec::new();
    for (key, other) in decided.iter().filter(|(key, _)| groups.contains_key(key)) {
        if let Ok(other) = NamedNode::new(other) {
            quads.push(Quad::new(mint.iri(key), skos::EXACT_MATCH, other, links.clone()));
        }
    }
    for (key, members) in groups {
        let iri = mint.iri(&key);
        let name = name(&members);
        let class = vocabulary::property(members[0].class.as_str());
        quads.push(Quad::new(iri.clone(), rdf::TYPE, class, graph.clone()));
        quads.push(Quad::new(iri.clone(), rdfs::LABEL, Literal::new_simple_literal(name), graph.clone()));
        for other in names(&members, name) {
            quads.push(Quad::new(iri.clone(), skos::ALT_LABEL, Literal::new_simple_literal(other), graph.clone()));
        }
        if let Some(wikidata) = members.iter().find_map(|entity| wikidata(entity)) {
            quads.push(Quad::new(iri, skos::EXACT_MATCH, wikidata, links.clone()));
        }
    }
    quads
}

/// The Wikidata entity, where the id looks like one.
fn wikidata(entity: &EntityRecord) -> Option<NamedNode> {
    let id = entity.wikidata.as_deref()?;
    let digits = id.strip_prefix('Q')?;
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| NamedNode::new_unchecked(format!("{WIKIDATA}{id}")))
}

fn name<'a>(members: &[&'a EntityRecord]) -> &'a str {
    let mut votes: BTreeMap<&str, u32> = BTreeMap::new();
    for entity in members {
        *votes.entry(&entity.name).or_default() += 1;
    }
    let most = votes.values().copied().max().unwrap_or(0);
    votes.iter().find(|&(_, &count)| count == most).map_or("", |(name, _)| name)
}

fn names<'a>(members: &[&'a EntityRecord], but: &str) -> BTreeSet<&'a str> {
    let all = members.iter().flat_map(|entity| entity.aliases.iter().chain([&entity.name]));
    all.map(String::as_str).filter(|name| *name != but && !name.is_empty()).collect()
}
