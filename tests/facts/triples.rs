//! Law 2 in RDF: in every format and profile, for the whole and for parts.

use claimgraph::claim::record::DocumentRecord;
use claimgraph::rdf::profile::{Profile, nif, quads};
use claimgraph::rdf::vocabulary::{DEFAULT_BASE, NAMESPACE};
use claimgraph::rdf::{BuildDescription, dataset, formats};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;

use super::generated::{PREDICATES, Truth};

fn written(quads: &[Quad], format: RdfFormat) -> Vec<Quad> {
    let mut bytes = Vec::new();
    formats::write(quads, format, DEFAULT_BASE, &mut bytes).expect("written to memory");
    RdfParser::from_format(format).for_slice(&bytes).map(|quad| quad.expect("a quad")).collect()
}

/// Every triple with a property of claims stands for something asserted; answers how many there are.
fn check(quads: &[Quad], truth: &Truth, at: &str) -> usize {
    let local = |term: String| term.trim_matches(['<', '>']).strip_prefix(DEFAULT_BASE).unwrap_or_default().to_string();
    let mut found = 0;
    for quad in quads {
        let predicate = quad.predicate.as_str().strip_prefix(NAMESPACE).unwrap_or_default();
        if PREDICATES.contains(&predicate) && quad.subject.to_string().starts_with(&format!("<{DEFAULT_BASE}")) {
            let triple = (local(quad.subject.to_string()), predicate.to_string(), local(quad.object.to_string()));
            assert!(truth.asserted.contains(&triple), "{at}: {quad}");
            found += 1;
        }
    }
    found
}

fn every_format(quads: &[Quad], truth: &Truth, at: &str, but: &[RdfFormat]) -> usize {
    let formats = formats::FORMATS.iter().filter(|(_, format)| !but.contains(format));
    formats.map(|(name, format)| check(&written(quads, *format), truth, &format!("{at} {name}"))).max().unwrap_or(0)
}

#[test]
fn no_triple_says_more_than_is_asserted() {
    let build = BuildDescription { vocabulary: String::new(), ..BuildDescription::default() };
    let texts = nif::Texts::new();
    super::over(3, |records, truth| {
        let mut most = 0;
        let parts: Vec<Vec<DocumentRecord>> =
            super::parts(records).iter().map(claimgraph::graph::corpus::Corpus::records).collect();
        for records in &parts {
            most = most.max(every_format(&dataset(records, &build), truth, "dataset", &[]));
            let json = RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() };
            every_format(&quads(Profile::Rdf12, records, &build, &texts), truth, "rdf12", &[json]);
            assert_eq!(every_format(&quads(Profile::Nif, records, &build, &texts), truth, "nif", &[]), 0);
            nanopubs(&written(&quads(Profile::Nanopub, records, &build, &texts), RdfFormat::TriG), truth);
        }
        assert_eq!(most, truth.asserted.len(), "what is asserted is there");
    });
}

/// A nanopublication states plainly what its own claim asserts, and nothing else.
fn nanopubs(quads: &[Quad], truth: &Truth) {
    check(quads, truth, "nanopub");
    for quad in quads.iter().filter(|quad| quad.predicate.as_str() == format!("{NAMESPACE}stance")) {
        let asserted = quad.object.to_string() == format!("<{NAMESPACE}asserted>");
        let own: Vec<Quad> = quads.iter().filter(|other| other.graph_name == quad.graph_name).cloned().collect();
        assert!(check(&own, truth, "nanopub") == 0 || asserted, "{quad}");
    }
}
