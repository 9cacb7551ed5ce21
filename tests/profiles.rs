//! The export profiles of RDF, over a small invented collection: each says what the dataset says, in its own shape.

use std::collections::{BTreeMap, BTreeSet};

use claimgraph::claim::record::DocumentRecord;
use claimgraph::rdf::profile::{Profile, nif, quads};
use claimgraph::rdf::vocabulary::{NAMESPACE, NANOPUB, NIF};
use claimgraph::rdf::{BuildDescription, dataset, formats};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::dataset::CanonicalizationAlgorithm;
use oxigraph::model::{Dataset, Quad, Term};

fn records() -> Vec<DocumentRecord> {
    let text = include_str!("fixtures/docks.jsonl");
    text.lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect()
}

fn made(profile: Profile) -> Vec<Quad> {
    quads(profile, &records(), &BuildDescription::default(), &nif::Texts::new())
}

fn written(quads: &[Quad], format: RdfFormat) -> Vec<Quad> {
    let mut bytes = Vec::new();
    formats::write(quads, format, "https://claimgraph.example/", &mut bytes).expect("written to memory");
    RdfParser::from_format(format).for_slice(&bytes).map(|quad| quad.expect("a quad")).collect()
}

#[test]
fn reifiers_say_what_propositions_said() {
    let plain = dataset(&records(), &BuildDescription::default());
    let reified = made(Profile::Rdf12);
    let count =
        |quads: &[Quad], name: &str| quads.iter().filter(|quad| quad.predicate.as_str().ends_with(name)).count();
    let claims = count(&plain, "ns#proposition");
    assert!(claims > 20);
    assert_eq!(count(&reified, "#reifies"), claims);
    assert_eq!(count(&reified, "ns#proposition") + count(&reified, "#predicate"), 0);
    let terms = reified.iter().filter(|quad| matches!(quad.object, Term::Triple(_)));
    assert!(terms.clone().all(|quad| quad.predicate.as_str().ends_with("reifies")));
    let facts = |quads: &[Quad]| -> BTreeSet<String> {
        let fact = |quad: &&Quad| quad.graph_name.to_string().ends_with("graph/facts>");
        quads.iter().filter(fact).map(ToString::to_string).collect()
    };
    assert_eq!(facts(&plain), facts(&reified));
    for format in [RdfFormat::Turtle, RdfFormat::TriG, RdfFormat::NTriples, RdfFormat::NQuads, RdfFormat::RdfXml] {
        assert_eq!(written(&reified, format).len(), reified.len(), "{format}");
    }
    let same = |quads: Vec<Quad>| {
        let mut dataset: Dataset = quads.iter().map(Quad::as_ref).collect();
        dataset.canonicalize(CanonicalizationAlgorithm::Unstable);
        dataset
    };
    assert!(same(written(&reified, RdfFormat::TriG)) == same(reified), "TriG keeps all");
}

#[test]
fn nanopublications_are_well_formed() {
    let quads = made(Profile::Nanopub);
    let heads: Vec<&Quad> =
        quads.iter().filter(|quad| quad.object.to_string() == format!("<{NANOPUB}Nanopublication>")).collect();
    let claims: usize = records().iter().map(|record| record.claims.len()).sum();
    assert_eq!(heads.len(), claims);
    let mut graphs: BTreeMap<String, Vec<&Quad>> = BTreeMap::new();
    for quad in &quads {
        graphs.entry(quad.graph_name.to_string()).or_default().push(quad);
    }
    assert_eq!(graphs.len(), 4 * claims, "no triple stands outside the four graphs");
    for head in heads {
        let iri = head.subject.to_string();
        let part = |name: &str| format!("{}#{name}>", iri.trim_end_matches('>'));
        let points: BTreeSet<String> = graphs[&part("head")].iter().map(|quad| quad.object.to_string()).collect();
        for name in ["assertion", "provenance", "pubinfo"] {
            assert!(points.contains(&part(name)) && graphs.contains_key(&part(name)), "{iri} {name}");
        }
        let speaks = |graph: &str, of: &str| graphs[&part(graph)].iter().any(|quad| quad.subject.to_string() == of);
        assert!(speaks("provenance", &part("assertion")) && speaks("pubinfo", &iri), "{iri}");
        let assertion = &graphs[&part("assertion")];
        let asserted = assertion.iter().any(|quad| quad.object.to_string() == format!("<{NAMESPACE}asserted>"));
        let plain = assertion.iter().any(|quad| {
            let subject = quad.subject.to_string();
            !subject.contains("/claim/") && !subject.contains("/proposition/")
        });
        assert!(asserted || !plain, "{iri} states what nobody asserts");
    }
}

#[test]
fn nif_strings_stand_in_their_context() {
    let text = "Ada “Ä” Berg met Tom. He left.".to_string();
    let record: DocumentRecord = serde_json::from_value(serde_json::json!({
        "id": "d", "language": "en", "text_length": text.chars().count(),
        "entities": [{"id": "e1", "key": "person/ada-berg", "type": "Person", "name": "Ada Berg", "wikidata": "Q1"}],
        "mentions": [{"id": "m1", "start": 0, "end": 12, "text": "Ada “Ä” Berg", "type": "Person", "entity": "e1"},
                     {"id": "m2", "start": 22, "end": 24, "text": "He", "type": "Person", "entity": "e1"}]}))
    .expect("a record");
    let texts = [("d".to_string(), nif::Text { text: text.clone(), sentences: vec![[0, 21], [22, 30]] })].into();
    let quads = quads(Profile::Nif, &[record], &BuildDescription::default(), &texts);
    let quads = written(&quads, RdfFormat::Turtle);
    let value = |subject: &str, local: &str| {
        let found =
            quads.iter().find(|q| q.subject.to_string() == subject && q.predicate.as_str() == format!("{NIF}{local}"));
        match found.map(|quad| &quad.object) {
            Some(Term::Literal(literal)) => literal.value().to_string(),
            Some(other) => other.to_string(),
            None => String::new(),
        }
    };
    let anchors: Vec<&Quad> = quads.iter().filter(|quad| quad.predicate.as_str() == format!("{NIF}anchorOf")).collect();
    assert_eq!(anchors.len(), 4);
    for quad in anchors {
        let iri = quad.subject.to_string();
        let at = |local| value(&iri, local).parse::<usize>().expect("an index");
        let whole = value(&value(&iri, "referenceContext"), "isString");
        let part: String = whole.chars().skip(at("beginIndex")).take(at("endIndex") - at("beginIndex")).collect();
        assert_eq!(value(&iri, "anchorOf"), part);
        assert!(iri.ends_with(&format!("#char={},{}>", at("beginIndex"), at("endIndex"))), "{iri}");
    }
    assert_eq!(quads.iter().filter(|quad| quad.predicate.as_str().ends_with("taIdentRef")).count(), 2);
}
