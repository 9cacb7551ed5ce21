//! The sixth stage: records become RDF quads, kept as one dataset file and asked with SPARQL.
//!
//! In: [`DocumentRecord`](crate::claim::record::DocumentRecord)s and a [`BuildDescription`]. Out: one sorted dataset
//! ([`dataset`]), the files that other programs read ([`formats`]), a [`Graph`](store::Graph) that answers queries.
//! Propositions assert nothing; claims say who takes which stance to them; only what a document asserts in its own
//! voice becomes a direct triple. No triple stands in two graphs.

pub mod assert;
pub mod describe;
pub mod formats;
mod names;
pub mod profile;
pub mod query;
pub mod question;
pub mod store;
pub mod verify;
pub mod vocabulary;

pub use assert::dataset;
pub use describe::BuildDescription;
pub use names::{Meant, NameProblem, Named};
