//! Other shapes of the same statements, for programs that expect them: RDF 1.2, nanopublications, NIF 2.0.
//!
//! In: records, or the dataset that they give. Out: quads, which [`formats`](super::formats) writes. Every profile keeps
//! law 2: a claim that a document does not assert in its own voice is described, never stated as a triple of its own.
//! None of them has a clock.

pub mod nanopub;
pub mod nif;
pub mod reify;

use super::assert::Mint;
use super::describe::BuildDescription;
use crate::claim::record::DocumentRecord;
use crate::rdf::assert;
use oxigraph::model::Quad;

/// Which shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Claims are RDF 1.2 reifiers of a triple term.
    Rdf12,
    /// One nanopublication a claim.
    Nanopub,
    /// Texts, sentences and mentions in the NLP Interchange Format.
    Nif,
}

/// The quads of a profile; `texts` are those of the documents, where they are at hand.
pub fn quads(profile: Profile, records: &[DocumentRecord], build: &BuildDescription, texts: &nif::Texts) -> Vec<Quad> {
    let mint = Mint::new(&build.base);
    match profile {
        Profile::Rdf12 => reify::quads(&mint, assert::dataset(records, build)),
        Profile::Nanopub => nanopub::quads(&mint, records, build),
        Profile::Nif => nif::quads(&mint, records, texts),
    }
}
