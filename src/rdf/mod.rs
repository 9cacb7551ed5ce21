//! The sixth stage: records become RDF quads, kept as one dataset file and asked with SPARQL.
//!
//! In: [`crate::claim::record::DocumentRecord`]s. Out: the dataset of DESIGN's graph model: propositions that nobody says,
//! claims in their document's own graph, entities, links, direct triples under a recorded policy, and a description of
//! the dataset. Plain RDF 1.1, so that every tool reads it. No triple stands in two graphs.

pub mod assert;
pub mod describe;
pub mod formats;
pub mod store;
pub mod vocabulary;

pub use assert::dataset;
pub use describe::Build;
pub use store::Graph;
