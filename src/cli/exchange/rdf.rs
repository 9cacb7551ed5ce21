//! `claimgraph export` as RDF: the whole dataset as it is kept, a part of it, or one of the profiles.
//!
//! A part is made of the records that the filter leaves, in the same way as the whole. NIF wants the documents' texts,
//! which the graph does not keep: they are read again where they are at hand.

use crate::claim::record::DocumentRecord;
use crate::cli::args::{ExportArgs, ExportProfile};
use crate::document::CodePoints;
use crate::graph::corpus::Corpus;
use crate::graph::filter::Filter;
use crate::pipeline::{Knowledge, folder};
use crate::rdf::profile::{self, Profile, nif};
use crate::rdf::{self, formats, store};

/// Writes RDF in a format of [`formats`].
pub(super) fn write(
    format: &str,
    filter: &Filter,
    corpus: &Corpus,
    args: &ExportArgs,
    bytes: &mut Vec<u8>,
) -> anyhow::Result<()> {
    let header = folder::load(&args.graph.graph)?.header;
    let build = header.description();
    let shape = match args.profile {
        Some(ExportProfile::Rdf12) => Some(Profile::Rdf12),
        Some(ExportProfile::Nanopub) => Some(Profile::Nanopub),
        Some(ExportProfile::Nif) => Some(Profile::Nif),
        _ => None,
    };
    let quads = match shape {
        None if filter.is_all() => store::read(&args.graph.graph.join(store::DATASET))?,
        None => rdf::dataset(&corpus.records(), &build),
        Some(shape) => {
            let records = corpus.records();
            let texts = if shape == Profile::Nif { texts(&header, &records)? } else { nif::Texts::new() };
            profile::quads(shape, &records, &build, &texts)
        }
    };
    let format = formats::format(format).expect("the formats' names are those of the module");
    Ok(formats::write(&quads, format, &header.base, bytes)?)
}

/// The texts of the records' documents with their sentences.
fn texts(header: &folder::Header, records: &[DocumentRecord]) -> anyhow::Result<nif::Texts> {
    let (knowledge, _) = Knowledge::load(&[])?;
    let found = super::texts::texts(header, records);
    let texts = found.into_iter().map(|(id, text)| {
        let points = CodePoints::new(&text);
        let sentences = knowledge.syntax.sentences(&text);
        let sentences = sentences.iter().map(|sentence| points.range(sentence.span)).collect();
        (id, nif::Text { sentences, text })
    });
    Ok(texts.collect())
}
