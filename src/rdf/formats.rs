//! The RDF files that other programs read: Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD.
//!
//! In: the sorted quads of a dataset. Out: bytes. Formats without graphs hold every triple, since none stands in two
//! graphs. Prefixes cover our terms, the vocabularies that we use, and the folders of the graph's own things, so that
//! `government:china` can be read. Nothing is filtered here.

use std::collections::BTreeSet;
use std::io::{self, Write};

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{NamedOrBlankNode, Quad, Triple};

use super::assert::Mint;
use super::vocabulary::{PREFIXES, PROFILE_PREFIXES};

/// The RDF formats with the names by which people ask for them.
pub const FORMATS: [(&str, RdfFormat); 6] = [
    ("turtle", RdfFormat::Turtle),
    ("trig", RdfFormat::TriG),
    ("ntriples", RdfFormat::NTriples),
    ("nquads", RdfFormat::NQuads),
    ("rdfxml", RdfFormat::RdfXml),
    ("jsonld", RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() }),
];

/// The format with that name, or with that file ending (`ttl`, `nq`, `jsonld` …).
pub fn format(name: &str) -> Option<RdfFormat> {
    let named = FORMATS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, format)| *format);
    named.or_else(|| RdfFormat::from_extension(name))
}

/// Writes a dataset.
pub fn write(quads: &[Quad], format: RdfFormat, base: &str, out: &mut impl Write) -> io::Result<()> {
    if format == RdfFormat::NQuads {
        return nquads(quads, out);
    }
    let mut serializer = with_prefixes(RdfSerializer::from_format(format), quads, base).for_writer(out);
    if format.supports_datasets() {
        let mut grouped: Vec<&Quad> = quads.iter().collect();
        grouped.sort_by_cached_key(|quad| quad.graph_name.to_string());
        for quad in grouped {
            serializer.serialize_quad(quad)?;
        }
    } else {
        for quad in quads {
            serializer.serialize_triple(quad.as_ref())?;
        }
    }
    serializer.finish()?.flush()
}

/// Writes triples, as CONSTRUCT and DESCRIBE give them.
pub fn write_triples(triples: &[Triple], format: RdfFormat, base: &str, out: &mut impl Write) -> io::Result<()> {
    let quads: Vec<Quad> =
        triples.iter().map(|triple| triple.clone().in_graph(oxigraph::model::GraphName::DefaultGraph)).collect();
    write(&quads, format, base, out)
}

/// Writes one line a quad.
pub fn nquads(quads: &[Quad], out: &mut impl Write) -> io::Result<()> {
    let mut line = Vec::with_capacity(512);
    for quad in quads {
        line.clear();
        writeln!(line, "{quad} .")?;
        out.write_all(&line)?;
    }
    out.flush()
}

fn with_prefixes(mut serializer: RdfSerializer, quads: &[Quad], base: &str) -> RdfSerializer {
    let mint = Mint::new(base);
    let base = mint.base();
    let mut folders: BTreeSet<&str> = BTreeSet::new();
    for quad in quads {
        if let NamedOrBlankNode::NamedNode(subject) = &quad.subject
            && let Some(path) = subject.as_str().strip_prefix(base)
            && let Some((folder, _)) = path.split_once('/')
        {
            folders.insert(folder);
        }
    }
    let used = |space: &str| quads.iter().any(|quad| quad.predicate.as_str().starts_with(space));
    let profile = PROFILE_PREFIXES.iter().filter(|(_, space)| used(space));
    let known = PREFIXES.iter().chain(profile).map(|(name, iri)| ((*name).to_string(), (*iri).to_string()));
    let plain = |folder: &&str| folder.bytes().all(|byte| byte.is_ascii_lowercase()) && !folder.is_empty();
    let own = folders.into_iter().filter(plain).filter(|folder| PREFIXES.iter().all(|(name, _)| name != folder));
    let own = own.map(|folder| (folder.to_string(), format!("{base}{folder}/")));
    for (name, iri) in known.chain(own) {
        serializer = match serializer.clone().with_prefix(name, iri) {
            Ok(more) => more,
            Err(_) => serializer,
        };
    }
    serializer
}
