//! Records to quads.
//!
//! In: records and the description of their build. Out: all quads, sorted, each triple in one graph. About 12 quads a
//! claim, 8 an entity, 10 a document. A direct triple is made only for a claim that a document asserts in its own voice:
//! positive, asserted, no speaker.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{GraphName, Literal, NamedNode, Quad, Term};
use sha2::{Digest, Sha256};

use super::describe::{self, Build};
use super::vocabulary::{Names, WIKIDATA, term};
use crate::claim::record::{ClaimRecord, DocumentRecord, EntityRecord, Stance};

/// The policy for direct triples, as the graph records it.
pub const POLICY: &str = "A direct triple stands for a claim that a document asserts in its own voice: polarity positive, \
                          modality asserted, no speaker.";

/// All quads of a collection, sorted.
pub fn dataset(records: &[DocumentRecord], build: &Build) -> Vec<Quad> {
    let mut writer = Writer { names: Names::new(&build.base), quads: BTreeMap::new() };
    for record in records {
        writer.document(record);
    }
    describe::describe(records, build, &mut writer);
    let mut quads: Vec<Quad> = writer.quads.into_values().collect();
    quads.sort_by_cached_key(ToString::to_string);
    quads
}

/// Quads under way; a triple that stands already in a graph is not put into another.
pub(super) struct Writer {
    pub(super) names: Names,
    quads: BTreeMap<String, Quad>,
}

impl Writer {
    /// Adds a quad.
    pub(super) fn add(&mut self, graph: &NamedNode, subject: &NamedNode, predicate: &str, object: impl Into<Term>) {
        self.triple(GraphName::NamedNode(graph.clone()), subject.clone(), term(predicate), object.into());
    }

    /// Adds a triple to a graph, unless it stands in another.
    pub(super) fn triple(&mut self, graph: GraphName, subject: NamedNode, predicate: NamedNode, object: Term) {
        let quad = Quad::new(subject, predicate, object, graph);
        let key = format!("{} {} {}", quad.subject, quad.predicate, quad.object);
        self.quads.entry(key).or_insert(quad);
    }

    fn text(&mut self, graph: &NamedNode, subject: &NamedNode, predicate: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.add(graph, subject, predicate, Literal::new_simple_literal(text));
        }
    }

    fn document(&mut self, record: &DocumentRecord) {
        let document = self.names.document(&record.id);
        let graph = self.names.graph(&format!("document/{}", record.id));
        self.add(&graph, &document, "rdf:type", term("cg:Document"));
        self.text(&graph, &document, "dcterms:identifier", Some(&record.id));
        let title = record.title.as_deref().unwrap_or(&record.id);
        self.text(&graph, &document, "dcterms:title", Some(title));
        self.text(&graph, &document, "dcterms:publisher", record.publisher.as_deref());
        self.text(&graph, &document, "dcterms:creator", record.author.as_deref());
        self.text(&graph, &document, "dcterms:language", Some(&record.language));
        self.text(&graph, &document, "cg:sha256", Some(&record.sha256));
        self.text(&graph, &document, "cg:path", Some(&record.path));
        if let Some(date) = &record.date {
            let date = self.date(date);
            self.add(&graph, &document, "dcterms:issued", date);
        }
        if let Some(url) = record.url.as_deref().and_then(|url| NamedNode::new(url).ok()) {
            self.add(&graph, &document, "dcterms:source", url);
        }
        let by_id: BTreeMap<&str, &EntityRecord> =
            record.entities.iter().map(|entity| (entity.id.as_str(), entity)).collect();
        for entity in &record.entities {
            self.entity(entity, &document);
        }
        let mut nodes: BTreeMap<&str, NamedNode> = BTreeMap::new();
        for claim in &record.claims {
            if let Some(node) = self.claim(record, claim, &by_id, &graph, &document) {
                nodes.insert(&claim.id, node);
            }
        }
        for claim in &record.claims {
            let outer = claim.reported_in.as_deref().and_then(|outer| nodes.get(outer));
            if let (Some(node), Some(outer)) = (nodes.get(claim.id.as_str()), outer) {
                self.add(&graph, node, "cg:reportedIn", outer.clone());
            }
        }
    }

    fn entity(&mut self, entity: &EntityRecord, document: &NamedNode) {
        let graph = self.names.graph("entities");
        let node = self.names.entity(&entity.key);
        self.add(&graph, &node, "rdf:type", term(&format!("cg:{}", entity.class.as_str())));
        self.text(&graph, &node, "rdfs:label", Some(&entity.name));
        for alias in entity.aliases.iter().filter(|alias| **alias != entity.name) {
            self.text(&graph, &node, "skos:altLabel", Some(alias));
        }
        self.add(&graph, &node, "cg:mentionedIn", document.clone());
        if let Some(id) = &entity.wikidata {
            let links = self.names.graph("links");
            self.add(&links, &node, "skos:exactMatch", NamedNode::new_unchecked(format!("{WIKIDATA}{id}")));
        }
    }

    fn claim(
        &mut self,
        record: &DocumentRecord,
        claim: &ClaimRecord,
        entities: &BTreeMap<&str, &EntityRecord>,
        graph: &NamedNode,
        document: &NamedNode,
    ) -> Option<NamedNode> {
        let subject = *entities.get(claim.subject.as_str())?;
        let object = claim.object.as_deref().and_then(|object| entities.get(object)).copied();
        let proposition = self.proposition(claim, subject, object);
        let span = format!("{:?} {:?}", claim.sentence, claim.trigger);
        let hash =
            short_hash(&[&record.id, &span, &claim.rule, proposition.as_str(), claim.speaker.as_deref().unwrap_or("")]);
        let node = self.names.node(&format!("claim/{hash}"));
        self.add(graph, &node, "rdf:type", term("cg:Claim"));
        self.add(graph, &node, "cg:proposition", proposition);
        if let Some(speaker) = claim.speaker.as_deref().and_then(|speaker| entities.get(speaker)) {
            let speaker = self.names.entity(&speaker.key);
            self.add(graph, &node, "prov:wasAttributedTo", speaker);
        }
        self.text(graph, &node, "cg:polarity", Some(&claim.polarity));
        self.text(graph, &node, "cg:modality", Some(&claim.modality));
        self.add(graph, &node, "cg:stance", term(&format!("cg:{}", claim.stance().as_str())));
        self.text(graph, &node, "cg:speechAct", claim.speech_act.as_deref());
        if let Some(date) = &claim.date {
            let date = self.date(date);
            self.add(graph, &node, "cg:date", date);
        }
        let rule =
            if claim.rule_at.is_empty() { claim.rule.clone() } else { format!("{} ({})", claim.rule, claim.rule_at) };
        self.text(graph, &node, "cg:rule", Some(&rule));
        let sentence = self.names.sentence(&record.id, claim.sentence);
        self.add(graph, &node, "prov:wasDerivedFrom", sentence.clone());
        self.add(graph, &sentence, "rdf:type", term("cg:Sentence"));
        self.add(graph, &sentence, "dcterms:isPartOf", document.clone());
        self.text(graph, &sentence, "oa:exact", Some(&claim.quote));
        for (property, at) in [("oa:start", claim.sentence[0]), ("oa:end", claim.sentence[1])] {
            self.add(graph, &sentence, property, Literal::from(u64::from(at)));
        }
        if let (Stance::Asserted, Some(object)) = (claim.stance(), object) {
            let direct = self.names.graph("direct");
            let (subject, object) = (self.names.entity(&subject.key), self.names.entity(&object.key));
            self.add(&direct, &subject, &format!("cg:{}", claim.predicate), object);
        }
        Some(node)
    }

    /// What a claim is about; the same for every document that speaks of it.
    fn proposition(&mut self, claim: &ClaimRecord, subject: &EntityRecord, object: Option<&EntityRecord>) -> NamedNode {
        let content = claim.content.as_deref().unwrap_or_default();
        let folded = content.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let object_key = object.map_or("", |object| object.key.as_str());
        let hash = short_hash(&[&subject.key, &claim.predicate, object_key, &folded]);
        let node = self.names.node(&format!("proposition/{hash}"));
        let graph = self.names.graph("propositions");
        self.add(&graph, &node, "rdf:type", term("cg:Proposition"));
        let subject = self.names.entity(&subject.key);
        self.add(&graph, &node, "rdf:subject", subject);
        self.add(&graph, &node, "rdf:predicate", term(&format!("cg:{}", claim.predicate)));
        if let Some(object) = object {
            let object = self.names.entity(&object.key);
            self.add(&graph, &node, "rdf:object", object);
        }
        if !folded.is_empty() && !self.has(&node, "cg:content") {
            self.text(&graph, &node, "cg:content", Some(content));
        }
        node
    }

    fn has(&self, subject: &NamedNode, predicate: &str) -> bool {
        let start = format!("{subject} {} ", term(predicate));
        self.quads.range(start.clone()..).next().is_some_and(|(key, _)| key.starts_with(&start))
    }

    /// A day, month, year, interval or season as an entity of OWL-Time.
    fn date(&mut self, value: &str) -> NamedNode {
        let graph = self.names.graph("entities");
        let node = self.names.node(&format!("date/{}", value.replace('/', "--")));
        let (class, property, datatype) = match value.len() {
            10 if is_day(value) => ("time:Instant", Some("time:inXSDDate"), "xsd:date"),
            7 if value.bytes().all(|b| b.is_ascii_digit() || b == b'-') => {
                ("time:ProperInterval", Some("time:inXSDgYearMonth"), "xsd:gYearMonth")
            }
            4 if value.bytes().all(|b| b.is_ascii_digit()) => {
                ("time:ProperInterval", Some("time:inXSDgYear"), "xsd:gYear")
            }
            _ => ("time:ProperInterval", None, ""),
        };
        self.add(&graph, &node, "rdf:type", term(class));
        self.text(&graph, &node, "rdfs:label", Some(value));
        if let Some(property) = property {
            self.add(&graph, &node, property, Literal::new_typed_literal(value, term(datatype)));
        }
        if let Some((start, end)) = value.split_once('/') {
            for (property, end) in [("time:hasBeginning", start), ("time:hasEnd", end)] {
                if end.starts_with(|c: char| c.is_ascii_digit()) && !end.contains('/') {
                    let end = self.date(end);
                    self.add(&graph, &node, property, end);
                }
            }
        }
        node
    }
}

fn is_day(value: &str) -> bool {
    value.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// The first 16 hexadecimal digits of a hash over parts.
fn short_hash(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The keys of all entities, each once.
pub(super) fn entity_keys(records: &[DocumentRecord]) -> BTreeSet<&str> {
    records.iter().flat_map(|record| record.entities.iter().map(|entity| entity.key.as_str())).collect()
}
