//! The views: which vertices and edges a corpus is drawn as.
//!
//! `entities`: entities, and one edge for each subject, predicate and object. `claims`: entities and claims, so that
//! claims without object and speakers are seen too. `documents`: documents and the entities they mention.
//! `co-mention`: entities named close to each other. Out: a [`PropertyGraph`], not yet measured or placed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use petgraph::graph::{DiGraph, NodeIndex};

use super::corpus::{Corpus, Said, Thing, ThingId};
use super::interval::Interval;
use super::property::{Edge, PropertyGraph, Vertex};

/// What is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Entities and what they do to each other.
    #[default]
    Entities,
    /// Claims as vertices between entities.
    Claims,
    /// Documents and the entities that they mention.
    Documents,
    /// Entities named near each other.
    CoMention,
}

/// Two names stand near each other where at most this many code points lie between their beginnings: about two
/// sentences of news.
const NEAR: u32 = 300;

/// How many sources an edge names before it only counts them.
const SOURCES: usize = 8;

/// Vertices and edges of the part of the corpus that is looked at.
pub fn draw(corpus: &Corpus, view: View) -> PropertyGraph {
    let mut graph = DiGraph::new();
    let mut vertices: HashMap<ThingId, NodeIndex> = HashMap::new();
    for (id, thing) in corpus.shown() {
        vertices.insert(id, graph.add_node(entity(thing)));
    }
    let mut drawing = PropertyGraph { graph, directed: view != View::CoMention };
    for said in &corpus.claims {
        let Some(when) = &said.when else { continue };
        for id in [Some(said.subject), said.object].into_iter().flatten() {
            if let Some(&vertex) = vertices.get(&id) {
                stretch(&mut drawing.graph[vertex], when);
            }
        }
    }
    match view {
        View::Entities => relations(corpus, &vertices, &mut drawing),
        View::Claims => claims(corpus, &vertices, &mut drawing),
        View::Documents => documents(corpus, &vertices, &mut drawing),
        View::CoMention => near(corpus, &vertices, &mut drawing),
    }
    drawing
}

fn entity(thing: &Thing) -> Vertex {
    Vertex {
        id: thing.key.clone(),
        label: short(&thing.name),
        name: thing.name.clone(),
        class: thing.class.as_str().to_string(),
        wikidata: thing.wikidata.clone().unwrap_or_default(),
        aliases: thing.aliases.join("; "),
        documents: thing.documents.len() as u32,
        mentions: thing.mentions,
        ..Vertex::default()
    }
}

fn stretch(vertex: &mut Vertex, when: &Interval) {
    match (&mut vertex.first, &mut vertex.last) {
        (Some(first), Some(last)) => {
            if when.first < *first {
                first.clone_from(&when.first);
            }
            if when.last > *last {
                last.clone_from(&when.last);
            }
        }
        _ => {
            vertex.first = Some(when.first.clone());
            vertex.last = Some(when.last.clone());
        }
    }
}

fn relations(corpus: &Corpus, vertices: &HashMap<ThingId, NodeIndex>, drawing: &mut PropertyGraph) {
    let triple = |said: &Said| (said.subject, said.claim.predicate.clone(), said.object);
    let mut order: Vec<&Said> = corpus.claims.iter().filter(|said| said.object.is_some()).collect();
    order.sort_by(|a, b| (a.subject, &a.claim.predicate, a.object).cmp(&(b.subject, &b.claim.predicate, b.object)));
    for group in order.chunk_by(|a, b| triple(a) == triple(b)) {
        let ends = group[0].object.and_then(|object| Some((vertices.get(&group[0].subject)?, vertices.get(&object)?)));
        if let Some((&from, &to)) = ends {
            drawing.graph.add_edge(from, to, relation(corpus, group));
        }
    }
}

/// One edge for all claims of a subject, predicate and object.
fn relation(corpus: &Corpus, group: &[&Said]) -> Edge {
    let mut edge = Edge { predicate: group[0].claim.predicate.clone(), weight: group.len() as u32, ..Edge::default() };
    let mut when: Option<Interval> = None;
    let mut documents = BTreeSet::new();
    for said in group {
        edge.stances[said.stance as usize] += 1;
        edge.contested |= said.contested;
        documents.insert(said.document);
        match (&mut when, &said.when) {
            (Some(when), Some(other)) => when.join(other),
            (none, other) => none.clone_from(other),
        }
    }
    edge.documents = documents.len() as u32;
    edge.sources = sources(corpus, group);
    if let Some(Interval { first, last }) = when {
        edge.first = Some(first);
        edge.last = Some(last);
    }
    if let Some(best) = group.iter().min_by_key(|said| said.stance) {
        edge.sample.clone_from(&best.claim.quote);
    }
    edge.take_stance();
    edge
}

/// Who says it: the speaker, or the document's publisher (its id where that is unknown).
fn source<'a>(corpus: &'a Corpus, said: &Said) -> &'a str {
    let document = corpus.documents[said.document as usize];
    match said.speaker {
        Some(speaker) => corpus.name(speaker),
        None => document.publisher.as_deref().unwrap_or(&document.id),
    }
}

fn sources(corpus: &Corpus, group: &[&Said]) -> String {
    let names: BTreeSet<&str> = group.iter().map(|said| source(corpus, said)).collect();
    let mut list: Vec<String> = names.iter().take(SOURCES).map(|name| (*name).to_string()).collect();
    if names.len() > SOURCES {
        list.push(format!("{} more", names.len() - SOURCES));
    }
    list.join("; ")
}

fn claims(corpus: &Corpus, vertices: &HashMap<ThingId, NodeIndex>, drawing: &mut PropertyGraph) {
    for said in &corpus.claims {
        let document = corpus.document(said);
        let (first, last) = said.when.clone().map(|when| (when.first, when.last)).unzip();
        let vertex = drawing.graph.add_node(Vertex {
            id: format!("claim/{}", said.id(document)),
            label: said.label(),
            name: said.label(),
            class: "Claim".into(),
            documents: 1,
            mentions: 1,
            first,
            last,
            sentence: said.claim.quote.clone(),
            ..Vertex::default()
        });
        let roles = [("subject", Some(said.subject)), ("object", said.object), ("speaker", said.speaker)];
        for (role, id) in roles {
            let Some(&entity) = id.and_then(|id| vertices.get(&id)) else { continue };
            let (from, to) = if role == "object" { (vertex, entity) } else { (entity, vertex) };
            let edge = relation(corpus, &[said]);
            let label = format!("{role} of {}", said.label());
            drawing.graph.add_edge(from, to, Edge { predicate: role.into(), label, ..edge });
        }
    }
}

fn documents(corpus: &Corpus, vertices: &HashMap<ThingId, NodeIndex>, drawing: &mut PropertyGraph) {
    for (at, document) in corpus.shown_documents() {
        let mut counts: BTreeMap<NodeIndex, u32> = BTreeMap::new();
        let entities = document.mentions.iter().filter_map(|mention| mention.entity.as_deref());
        for vertex in entities.filter_map(|entity| vertices.get(&corpus.thing(at, entity)?)) {
            *counts.entry(*vertex).or_default() += 1;
        }
        if counts.is_empty() {
            continue;
        }
        let when = document.date.as_deref().and_then(Interval::parse);
        let (first, last) = when.map(|when| (when.first, when.last)).unzip();
        let title = document.title.as_ref().unwrap_or(&document.id);
        let from = drawing.graph.add_node(Vertex {
            id: format!("document/{}", document.id),
            label: short(title),
            name: title.clone(),
            class: "Document".into(),
            documents: 1,
            mentions: counts.values().sum(),
            first: first.clone(),
            last: last.clone(),
            ..Vertex::default()
        });
        for (to, weight) in counts {
            let (predicate, label) = ("mentions".to_string(), "mentions".to_string());
            let (first, last) = (first.clone(), last.clone());
            drawing.graph.add_edge(
                from,
                to,
                Edge { predicate, label, weight, documents: 1, first, last, ..Edge::default() },
            );
        }
    }
}

fn near(corpus: &Corpus, vertices: &HashMap<ThingId, NodeIndex>, drawing: &mut PropertyGraph) {
    let mut pairs: BTreeMap<(NodeIndex, NodeIndex), (u32, BTreeSet<u32>)> = BTreeMap::new();
    for (at, document) in corpus.shown_documents() {
        let mut places: Vec<(u32, NodeIndex)> = (document.mentions.iter())
            .filter_map(|mention| Some((mention.start, *vertices.get(&corpus.thing(at, mention.entity.as_deref()?)?)?)))
            .collect();
        places.sort_unstable();
        for (number, &(start, one)) in places.iter().enumerate() {
            let within = places[number + 1..].iter().take_while(|&&(next, _)| next - start <= NEAR);
            let others: BTreeSet<NodeIndex> = within.map(|&(_, other)| other).filter(|&other| other != one).collect();
            for other in others {
                let pair = pairs.entry((one.min(other), one.max(other))).or_default();
                pair.0 += 1;
                pair.1.insert(at);
            }
        }
    }
    for ((from, to), (weight, documents)) in pairs {
        let (predicate, label) = ("namedNear".to_string(), "named near".to_string());
        let documents = documents.len() as u32;
        drawing.graph.add_edge(from, to, Edge { predicate, label, weight, documents, ..Edge::default() });
    }
}

/// A label's most characters; longer names are cut at a word.
const LABEL: usize = 48;

/// A name that fits beside a vertex.
fn short(name: &str) -> String {
    let Some((cut, _)) = name.char_indices().nth(LABEL) else { return name.to_string() };
    let head = &name[..cut];
    let words = head.rfind(' ').filter(|&space| space > cut / 2).map_or(head, |space| &head[..space]);
    format!("{}…", words.trim_end_matches([',', ':', ';', ' ']))
}
