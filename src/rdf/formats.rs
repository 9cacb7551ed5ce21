//! Writing and reading RDF files: N-Quads as the dataset's own form, the others for other programs.
//!
//! In: quads. Out: bytes in a format of [`RdfFormat`], with prefixes where the format has them. Formats without named
//! graphs get the triples of all graphs, which is safe because no triple stands in two.

use std::io::{self, Write};

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{Quad, QuadRef};

use super::vocabulary::PREFIXES;

/// The formats by the names that people type.
pub const FORMATS: [(&str, RdfFormat); 6] = [
    ("turtle", RdfFormat::Turtle),
    ("trig", RdfFormat::TriG),
    ("ntriples", RdfFormat::NTriples),
    ("nquads", RdfFormat::NQuads),
    ("rdfxml", RdfFormat::RdfXml),
    ("jsonld", RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }),
];

/// Writes quads in a format.
pub fn write(quads: &[Quad], format: RdfFormat, base: &str, out: impl Write) -> io::Result<()> {
    if format == RdfFormat::NQuads {
        return nquads(quads, out);
    }
    let mut serializer = RdfSerializer::from_format(format);
    for (prefix, namespace) in PREFIXES {
        serializer = serializer.with_prefix(prefix, namespace).expect("our prefixes are valid IRIs");
    }
    if let Ok(with_base) = serializer.clone().with_prefix("", base) {
        serializer = with_base;
    }
    let mut writer = serializer.for_writer(out);
    let mut sorted: Vec<&Quad> = quads.iter().collect();
    if format.supports_datasets() {
        sorted.sort_by_cached_key(|quad| (quad.graph_name.to_string(), quad.subject.to_string()));
    }
    for quad in sorted {
        if format.supports_datasets() {
            writer.serialize_quad(QuadRef::from(quad))?;
        } else {
            writer.serialize_triple(QuadRef::from(quad))?;
        }
    }
    writer.finish()?;
    Ok(())
}

/// Sorted N-Quads: one quad a line, in the order that they have.
fn nquads(quads: &[Quad], out: impl Write) -> io::Result<()> {
    let mut out = io::BufWriter::new(out);
    for quad in quads {
        writeln!(out, "{quad} .")?;
    }
    out.flush()
}
