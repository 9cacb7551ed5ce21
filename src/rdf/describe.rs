//! What a dataset is and where it comes from, in VoID, DCAT and PROV-O, inside the dataset itself.
//!
//! In: the records, the build, the quads so far. Out: counts, licence, linksets, vocabularies, the program's version,
//! the hash of its knowledge, the documents that were read, and the policy of the direct triples. No clock: the same
//! records and knowledge give the same description on any day. Counts leave out the description itself.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{Literal, NamedNode, Quad, Term};

use super::assert::claims::Writer;
use super::assert::iri::Mint;
use super::vocabulary::{self, NAMESPACE, PREFIXES, WIKIDATA, cg, dcat, dcterms, prov, rdf, rdfs, skos, void};
use crate::claim::record::DocumentRecord;

/// What is known of a build beside its documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildDescription {
    /// Beginning of the IRIs of the graph's own things.
    pub base: String,
    /// The program's version.
    pub version: String,
    /// SHA-256 of the curated knowledge, in hexadecimal digits; empty where unknown.
    pub knowledge_sha256: String,
    /// IRI of the licence of what the program adds (not of the documents' words).
    pub licence: String,
    /// The dataset's title.
    pub title: String,
    /// The vocabulary as Turtle.
    pub vocabulary: String,
    /// Keys of entities, each with an IRI of another dataset that people decided to mean the same.
    pub links: Vec<(String, String)>,
}

impl Default for BuildDescription {
    fn default() -> Self {
        Self {
            base: vocabulary::DEFAULT_BASE.to_string(),
            version: env!("CARGO_PKG_VERSION").to_string(),
            knowledge_sha256: String::new(),
            licence: "https://creativecommons.org/publicdomain/zero/1.0/".to_string(),
            title: "What the documents say, and who says so".to_string(),
            vocabulary: vocabulary::TURTLE.to_string(),
            links: Vec::new(),
        }
    }
}

/// The policy of the direct triples, in words.
pub const POLICY: &str = "The graph of facts holds a direct triple for a claim with an object only where a document \
    asserts it in its own voice: polarity positive, modality asserted, no speaker, not inside another claim.";

const RIGHTS: &str = "The licence covers the statements; quoted sentences and titles remain those of their publishers.";

/// The quads of the description.
pub fn quads(mint: &Mint, records: &[&DocumentRecord], build: &BuildDescription, counted: &[Quad]) -> Vec<Quad> {
    let mut quads = Vec::new();
    let dataset = mint.iri("dataset");
    let mut out = Writer::new(&mut quads, mint.graph("description"));
    out.add(&dataset, rdf::TYPE, void::DATASET);
    out.add(&dataset, rdf::TYPE, dcat::DATASET);
    out.text(&dataset, dcterms::TITLE, &build.title);
    out.text(&dataset, dcterms::RIGHTS, RIGHTS);
    if let Ok(licence) = NamedNode::new(&build.licence) {
        out.add(&dataset, dcterms::LICENSE, licence);
    }
    out.text(&dataset, void::URI_SPACE, mint.base());
    out.number(&dataset, void::TRIPLES, counted.len());
    out.number(&dataset, void::DOCUMENTS, records.len());
    vocabularies(&dataset, counted, &mut out);
    partitions(mint, &dataset, counted, &mut out);
    linksets(mint, &dataset, counted, &mut out);
    distributions(mint, &dataset, &mut out);
    let facts = mint.graph("facts");
    out.add(&facts, cg::POLICY, cg::OWN_VOICE);
    out.text(&facts, dcterms::DESCRIPTION, POLICY);
    provenance(mint, &dataset, records, build, &mut out);
    quads
}

fn vocabularies(dataset: &NamedNode, counted: &[Quad], out: &mut Writer) {
    let used: BTreeSet<&str> = counted.iter().map(|quad| quad.predicate.as_str()).collect();
    for (_, space) in PREFIXES {
        if space != WIKIDATA && used.iter().any(|iri| iri.starts_with(space)) {
            out.add(dataset, void::VOCABULARY, NamedNode::new_unchecked(space.trim_end_matches('#')));
        }
    }
}

/// How many there are of each class of ours, and how often each property is used in propositions.
fn partitions(mint: &Mint, dataset: &NamedNode, counted: &[Quad], out: &mut Writer) {
    let mut classes: BTreeMap<&str, u64> = BTreeMap::new();
    let mut properties: BTreeMap<&str, u64> = BTreeMap::new();
    let (schema, propositions) = (mint.graph("vocabulary").into(), mint.graph("propositions").into());
    for quad in counted.iter().filter(|quad| quad.graph_name != schema) {
        let Term::NamedNode(object) = &quad.object else { continue };
        let Some(local) = object.as_str().strip_prefix(NAMESPACE) else { continue };
        if quad.predicate == rdf::TYPE {
            *classes.entry(local).or_default() += 1;
        } else if quad.predicate == rdf::PREDICATE && quad.graph_name == propositions {
            *properties.entry(local).or_default() += 1;
        }
    }
    for (local, count) in classes {
        let part = mint.iri(&format!("dataset/class/{local}"));
        out.add(dataset, void::CLASS_PARTITION, part.clone());
        out.add(&part, void::CLASS, vocabulary::property(local));
        out.number(&part, void::ENTITIES, count);
    }
    for (local, count) in properties {
        let part = mint.iri(&format!("dataset/property/{local}"));
        out.add(dataset, void::PROPERTY_PARTITION, part.clone());
        out.add(&part, void::PROPERTY, vocabulary::property(local));
        out.number(&part, void::TRIPLES, count);
    }
}

/// The links to Wikidata and to each other dataset that people linked, told apart by the host of their IRIs.
fn linksets(mint: &Mint, dataset: &NamedNode, counted: &[Quad], out: &mut Writer) {
    let links = mint.graph("links");
    let graph = links.clone().into();
    let mut hosts: BTreeMap<String, u64> = BTreeMap::from([("http://www.wikidata.org/".to_string(), 0)]);
    for quad in counted.iter().filter(|quad| quad.graph_name == graph) {
        let Term::NamedNode(object) = &quad.object else { continue };
        let host: Vec<&str> = object.as_str().splitn(4, '/').take(3).collect();
        *hosts.entry(format!("{}/", host.join("/"))).or_default() += 1;
    }
    for (host, count) in hosts {
        let set = match host.as_str() {
            "http://www.wikidata.org/" => links.clone(),
            _ => mint.iri(&format!("dataset/links/{}", host.split('/').nth(2).unwrap_or_default())),
        };
        out.add(dataset, void::SUBSET, set.clone());
        out.add(&set, rdf::TYPE, void::LINKSET);
        out.add(&set, void::SUBJECTS, dataset.clone());
        out.add(&set, void::OBJECTS, NamedNode::new_unchecked(host));
        out.add(&set, void::LINK, skos::EXACT_MATCH);
        out.number(&set, void::TRIPLES, count);
    }
}

fn distributions(mint: &Mint, dataset: &NamedNode, out: &mut Writer) {
    for (file, media) in [("graph.nq", "application/n-quads"), ("graph.ttl", "text/turtle")] {
        let part = mint.iri(&format!("dataset/{file}"));
        out.add(dataset, dcat::DISTRIBUTION, part.clone());
        out.add(&part, rdf::TYPE, dcat::DISTRIBUTION_CLASS);
        out.text(&part, dcterms::TITLE, file);
        let media = format!("https://www.iana.org/assignments/media-types/{media}");
        out.add(&part, dcat::MEDIA_TYPE, NamedNode::new_unchecked(media));
    }
}

fn provenance(mint: &Mint, set: &NamedNode, records: &[&DocumentRecord], build: &BuildDescription, out: &mut Writer) {
    let activity = mint.iri("build");
    let tool = mint.iri("build/claimgraph");
    out.add(set, prov::GENERATED, activity.clone());
    out.add(&activity, rdf::TYPE, prov::ACTIVITY);
    out.add(&activity, prov::ASSOCIATED, tool.clone());
    out.add(&tool, rdf::TYPE, prov::AGENT);
    out.text(&tool, rdfs::LABEL, "claimgraph");
    out.text(&tool, dcterms::VERSION, &build.version);
    if !build.knowledge_sha256.is_empty() {
        let knowledge = mint.iri("build/knowledge");
        out.add(&activity, prov::USED, knowledge.clone());
        out.add(&knowledge, rdf::TYPE, cg::KNOWLEDGE);
        out.add(&knowledge, cg::SHA256, Literal::from(build.knowledge_sha256.as_str()));
    }
    for record in records {
        out.add(&activity, prov::USED, mint.document(&record.id));
    }
}
