//! Law 2 seen from outside: a collection in which nothing is asserted, in every export and every saved question.
//!
//! The claims of `fixtures/docks.jsonl` are made to be all reported, alleged, planned, negated or denied in turn; then
//! nothing that the program gives may look like a fact.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use claimgraph::claim::record::DocumentRecord;
use claimgraph::pipeline::folder;
use claimgraph::rdf::query::Answer;
use claimgraph::rdf::store::Graph;
use claimgraph::rdf::{BuildDescription, dataset, question};
use oxigraph::model::Term;

const NAMESPACE: &str = "https://w3id.org/claimgraph/ns#";

/// Whose words a claim is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice {
    Document,
    Speaker,
    /// It stands inside another claim, whose speaker answers for it.
    Within,
}

/// A stance, and the polarity, modality and voice that make it.
const STANCES: [(&str, &str, &str, Voice); 7] = [
    ("reported", "positive", "asserted", Voice::Speaker),
    ("reported", "positive", "asserted", Voice::Within),
    ("denied", "negative", "asserted", Voice::Within),
    ("alleged", "positive", "alleged", Voice::Document),
    ("planned", "positive", "planned", Voice::Document),
    ("negated", "negative", "asserted", Voice::Document),
    ("denied", "negative", "asserted", Voice::Speaker),
];

/// Questions whose rows name no stance, and why: they count, list, or ask for one stance alone.
const WITHOUT: [&str; 11] = [
    "allegations",
    "answers",
    "companions",
    "contested",
    "documents",
    "identifiers",
    "plans",
    "reports",
    "ror",
    "sources",
    "voices",
];

fn records(polarity: &str, modality: &str, voice: Voice) -> Vec<DocumentRecord> {
    let text = include_str!("fixtures/docks.jsonl");
    let mut records: Vec<DocumentRecord> =
        text.lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect();
    for record in &mut records {
        let speaker = record.entities[0].id.clone();
        for claim in &mut record.claims {
            (claim.polarity, claim.modality) = (polarity.to_string(), modality.to_string());
            claim.speaker = (voice == Voice::Speaker).then(|| speaker.clone());
            claim.reported_in = (voice == Voice::Within).then(|| "c1".to_string());
        }
    }
    records
}

fn export(folder: &Path, format: &str, more: &[&str]) -> String {
    let program = Command::new(env!("CARGO_BIN_EXE_claimgraph"))
        .args(["export", "--format", format, "-g"])
        .arg(folder)
        .args(more)
        .output()
        .expect("the program runs");
    assert!(program.status.success(), "{}", String::from_utf8_lossy(&program.stderr));
    String::from_utf8(program.stdout).expect("UTF-8")
}

#[test]
fn no_export_makes_a_fact_of_what_nobody_asserts() {
    for (stance, polarity, modality, voice) in STANCES {
        let records = records(polarity, modality, voice);
        let place = tempfile::tempdir().expect("a folder");
        let header = folder::Header { base: "https://claimgraph.example/".into(), ..Default::default() };
        let vocabulary = claimgraph::rdf::vocabulary::TURTLE;
        folder::write(place.path(), &header, &records, vocabulary, |_, _| ()).expect("written");
        let claimed: Vec<String> = records
            .iter()
            .flat_map(|record| &record.claims)
            .map(|claim| format!("{NAMESPACE}{}", claim.predicate))
            .collect();
        for more in [&[][..], &["--around", "Norland"]] {
            let triples = export(place.path(), "ntriples", more);
            let fact = triples.lines().find(|line| claimed.iter().any(|iri| line.contains(&format!("> <{iri}> <"))));
            assert_eq!(fact, None, "{stance}");
            let table = export(place.path(), "csv-claims", more);
            let mut rows = csv::Reader::from_reader(table.as_bytes());
            let mut count = 0;
            for row in rows.records() {
                assert_eq!(row.expect("a row").get(1), Some(stance));
                count += 1;
            }
            assert!(count > 3, "{count} rows");
        }
        let mark = format!("({stance})");
        for (format, begins, edge) in
            [("graphml", "<data key=\"e-label\">", "<edge "), ("gexf", "\" label=\"", "<edge ")]
        {
            for view in ["entities", "claims"] {
                let drawn = export(place.path(), format, &["--view", view, "--no-layout"]);
                let claimed = |label: &str| records[0].claims.iter().any(|claim| label.starts_with(&claim.predicate));
                let edges = drawn.lines().filter(|line| line.contains(edge));
                let labels = edges.filter_map(|line| line.split_once(begins)?.1.split(['<', '"']).next());
                let plain: Vec<&str> = labels.filter(|label| claimed(label) && !label.contains(&mark)).collect();
                assert_eq!(plain, [""; 0], "{format} {view} {stance}");
            }
        }
    }
}

#[test]
fn no_question_makes_a_fact_of_what_nobody_asserts() {
    for (stance, polarity, modality, voice) in STANCES {
        let graph = Graph::of(&dataset(&records(polarity, modality, voice), &BuildDescription::default()))
            .expect("a graph in memory");
        let mark = format!("<{NAMESPACE}{stance}>");
        for question in question::builtin() {
            let Ok(Answer::Solutions { columns, rows }) = graph.query(&question.fill(&BTreeMap::new())) else {
                panic!("{} has no answer", question.name)
            };
            let Some(at) = columns.iter().position(|column| column == "stance") else {
                assert!(WITHOUT.contains(&question.name.as_str()), "{} tells no stance", question.name);
                let asked = [("allegations", "alleged"), ("plans", "planned")];
                if let Some((_, own)) = asked.iter().find(|(name, _)| *name == question.name) {
                    assert_eq!(rows.is_empty(), *own != stance, "{} of what is {stance}", question.name);
                }
                continue;
            };
            let marks = rows.iter().map(|row| row[at].as_ref().map_or(String::new(), Term::to_string));
            let other: Vec<String> = marks.filter(|found| *found != mark).collect();
            assert_eq!(other, [""; 0], "{}: something is not {stance}", question.name);
        }
    }
}
