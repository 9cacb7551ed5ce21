//! What the dataset says of itself: VoID, DCAT and PROV, without a clock.
//!
//! In: records and a [`Build`]. Out: quads of the graph `dataset`: tool version, hash of the curated knowledge, counts,
//! linkset to Wikidata, policy for direct triples; and the vocabulary in a graph of its own.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, Literal, NamedNode, NamedOrBlankNode, Term};

use super::assert::{POLICY, Writer, entity_keys};
use super::vocabulary::{WIKIDATA, term};
use crate::claim::record::DocumentRecord;

/// What a build was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Build {
    /// Version of the program.
    pub version: String,
    /// SHA-256 of the curated knowledge.
    pub knowledge: String,
    /// Beginning of the IRIs of the graph's own things.
    pub base: String,
    /// The vocabulary as Turtle.
    pub vocabulary: String,
}

/// Adds the description and the vocabulary.
pub(super) fn describe(records: &[DocumentRecord], build: &Build, writer: &mut Writer) {
    let graph = writer.names.graph("dataset");
    let dataset = writer.names.node("dataset");
    let tool = writer.names.node(&format!("tool/claimgraph-{}", build.version));
    let activity = writer.names.node("build");
    let text = |text: &str| Term::from(Literal::new_simple_literal(text));
    for class in ["void:Dataset", "dcat:Dataset", "prov:Entity"] {
        writer.add(&graph, &dataset, "rdf:type", term(class));
    }
    writer.add(&graph, &dataset, "dcterms:title", text("Claims of a collection of documents"));
    writer.add(&graph, &dataset, "cg:policy", text(POLICY));
    writer.add(&graph, &dataset, "prov:wasGeneratedBy", activity.clone());
    writer.add(&graph, &activity, "rdf:type", term("prov:Activity"));
    writer.add(&graph, &activity, "prov:wasAssociatedWith", tool.clone());
    writer.add(&graph, &activity, "cg:knowledge", text(&build.knowledge));
    writer.add(&graph, &tool, "rdf:type", term("prov:SoftwareAgent"));
    writer.add(&graph, &tool, "rdfs:label", text(&format!("claimgraph {}", build.version)));
    let claims: usize = records.iter().map(|record| record.claims.len()).sum();
    for (property, count) in
        [("void:entities", entity_keys(records).len()), ("void:documents", records.len()), ("cg:claims", claims)]
    {
        writer.add(&graph, &dataset, property, Literal::from(count as u64));
    }
    writer.add(&graph, &dataset, "void:uriSpace", text(&build.base));
    let linkset = writer.names.node("dataset/wikidata");
    writer.add(&graph, &linkset, "rdf:type", term("void:Linkset"));
    writer.add(&graph, &linkset, "void:subjectsTarget", dataset.clone());
    writer.add(&graph, &linkset, "void:objectsTarget", NamedNode::new_unchecked(WIKIDATA));
    writer.add(&graph, &linkset, "void:linkPredicate", term("skos:exactMatch"));
    for record in records {
        let document = writer.names.document(&record.id);
        writer.add(&graph, &activity, "prov:used", document);
    }
    vocabulary(build, writer);
}

fn vocabulary(build: &Build, writer: &mut Writer) {
    let graph = writer.names.graph("vocabulary");
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(&build.vocabulary).flatten() {
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject {
            writer.triple(
                GraphName::NamedNode(graph.clone()),
                subject.clone(),
                quad.predicate.clone(),
                quad.object.clone(),
            );
        }
    }
}
