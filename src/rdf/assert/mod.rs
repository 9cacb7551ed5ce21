//! From records to quads: the whole dataset of a build, sorted.
//!
//! In: records in any order, and the description of the build. Out: the quads of all graphs, each once, in the order
//! of their lines as N-Quads: the same for the same records, whatever their order. Graphs: one a document, and the shared
//! ones of propositions, entities, links, dates, facts, vocabulary and description.

pub mod claims;
pub mod date;
mod entities;
pub mod iri;

use std::collections::BTreeSet;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{GraphName, Quad};

use super::describe::{self, BuildDescription};
use crate::claim::record::DocumentRecord;

pub use iri::Mint;

/// The dataset that the records give.
pub fn dataset(records: &[DocumentRecord], build: &BuildDescription) -> Vec<Quad> {
    let mint = Mint::new(&build.base);
    let mut documents: Vec<&DocumentRecord> = records.iter().collect();
    documents.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    let mut quads = entities::quads(&mint, &documents, &build.links);
    let mut dates = BTreeSet::new();
    for &record in &documents {
        claims::document(&mint, record, &mut quads, &mut dates);
    }
    claims::propositions(&mint, &documents, &mut quads);
    claims::facts(&mint, &documents, &mut quads);
    for value in dates {
        quads.extend(date::quads(&mint, value));
    }
    quads.extend(vocabulary(&mint, &build.vocabulary));
    let counted = sorted(quads);
    let description = describe::quads(&mint, &documents, build, &counted);
    let mut all = counted;
    all.extend(description);
    sorted(all)
}

/// The quads in the order of their lines as N-Quads, each once; of a triple in several graphs the first is kept.
pub fn sorted(mut quads: Vec<Quad>) -> Vec<Quad> {
    quads.sort_by_cached_key(ToString::to_string);
    quads.dedup_by(|later, kept| {
        (&later.subject, &later.predicate, &later.object) == (&kept.subject, &kept.predicate, &kept.object)
    });
    quads
}

/// The vocabulary in its graph; where it can't be read it is left out, and `rules check` says why.
fn vocabulary(mint: &Mint, turtle: &str) -> Vec<Quad> {
    let graph = GraphName::from(mint.graph("vocabulary"));
    let parser = RdfParser::from_format(RdfFormat::Turtle).with_default_graph(graph);
    parser.for_slice(turtle.as_bytes()).filter_map(Result::ok).collect()
}
