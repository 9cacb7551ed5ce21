//! Every saved question, asked of a small invented collection (`fixtures/docks.jsonl`), and what it must answer.
//!
//! A question without a line here fails, so that none is saved untested.

use std::collections::BTreeMap;

use claimgraph::claim::record::DocumentRecord;
use claimgraph::rdf::query::Answer;
use claimgraph::rdf::store::Graph;
use claimgraph::rdf::{BuildDescription, dataset, question};
use oxigraph::model::Term;

/// A question, its parameters, how many rows it must find, and words that one of them must hold.
type Asked = (&'static str, &'static [(&'static str, &'static str)], usize, &'static str);

/// Question, what is filled in, how many rows, words that one row holds.
const ASKED: [Asked; 33] = [
    ("about", &[("about", "Harbour Watch")], 4, "Harbour Watch published The Silent Docks"),
    ("abuses", &[], 3, "Norland detains Ferrymen"),
    ("accusations", &[], 1, "Sudria Norland jailing Ferrymen"),
    ("accusations", &[("to", "Sudria")], 0, ""),
    ("affiliations", &[], 2, "Ministry of Trade partOf Norland"),
    ("aid", &[], 1, "alleged"),
    ("allegations", &[], 2, "Sudria funds Harbour Watch"),
    ("answers", &[("by", "Norland")], 2, "Ministry of Trade denies it"),
    ("attributed", &[], 3, "Ada Berg Norland detains Ferrymen denied"),
    ("calls", &[("by", "Berg")], 1, "Sudria wait"),
    ("companions", &[("with", "Tom Lund")], 9, "Tom Lund Harbour Watch 2 2"),
    ("contested", &[("about", "Ferrymen")], 3, "Ada Berg"),
    ("criticism", &[], 1, "Tom Lund condemns Norland"),
    ("denials", &[], 2, "Norland the charge"),
    ("documents", &[], 2, "Trouble at the docks The Daily Gull 2021-03-04"),
    ("encounters", &[], 1, "planned"),
    ("identifiers", &[], 3, "Q900001"),
    ("identifiers", &[("class", "Organisation")], 1, "Harbour Watch"),
    ("inquiries", &[], 1, "complainsTo Ministry of Trade"),
    ("laws", &[], 1, "Norland adopts Coast Act"),
    ("offices", &[], 1, "Ada Berg Norland foreign minister"),
    ("places", &[], 1, "Vik Norland"),
    ("plans", &[], 1, "Ada Berg visits Sudria"),
    ("reports", &[], 1, "The Silent Docks Tom Lund Harbour Watch 2 1"),
    ("ror", &[], 1, "https://ror.org/0example"),
    ("sanctions", &[], 1, "Sudria sanctions Ada Berg"),
    ("sources", &[("about", "Ferrymen")], 1, "Norland detains Ferrymen 2 3 0 1 1 0 1"),
    ("statements", &[("speaker", "Ada Berg")], 2, "Norland did not jail Ferrymen"),
    ("support", &[], 1, "Tom Lund opposes Coast Act"),
    ("timeline", &[], 2, "2021-05-02 Sudria sanctions"),
    ("timeline", &[("since", "2021-05")], 1, "sanctions"),
    ("voices", &[], 6, "Norland 2 0 1 0 2"),
    ("warnings", &[], 1, "a blockade"),
];

fn graph() -> Graph {
    let text = include_str!("fixtures/docks.jsonl");
    let records: Vec<DocumentRecord> =
        text.lines().map(|line| serde_json::from_str(line).expect("a record a line")).collect();
    let graph = Graph::of(&dataset(&records, &BuildDescription::default())).expect("a graph in memory");
    let ror = "<https://ror.org/0example> <http://www.w3.org/2004/02/skos/core#exactMatch> \
        <http://www.wikidata.org/entity/Q900003> <https://ror.org/> .\n<https://ror.org/0example> \
        <http://www.w3.org/2000/01/rdf-schema#label> \"Harbour Watch\" <https://ror.org/> .\n";
    graph.store().load_from_slice(oxigraph::io::RdfFormat::NQuads, ror).expect("two quads");
    graph
}

#[test]
fn every_saved_question_is_answered() {
    let (graph, questions) = (graph(), question::builtin());
    for question in &questions {
        assert!(ASKED.iter().any(|(name, ..)| *name == question.name), "{} is saved and not tested", question.name);
    }
    let mut wrong = String::new();
    for (name, filled, count, words) in ASKED {
        let question = questions.iter().find(|question| question.name == name).expect("a saved question");
        let mut values: BTreeMap<String, Term> = BTreeMap::new();
        for (parameter, value) in filled {
            let term = match graph.find(value).first() {
                Some(entity) => entity.iri.clone().into(),
                None => {
                    let known = question.parameters.iter().find(|known| known.name == *parameter);
                    known.expect("a parameter").term(value, graph.mint()).expect("a value")
                }
            };
            values.insert((*parameter).to_string(), term);
        }
        let Ok(Answer::Solutions { rows, columns }) = graph.query(&question.fill(&values)) else {
            panic!("{name} has no answer")
        };
        assert_eq!(columns, question.columns, "{name}: its header and its columns differ");
        let show =
            |row: &Vec<Option<Term>>| row.iter().flatten().map(|term| graph.show(term)).collect::<Vec<_>>().join(" ");
        let rows: Vec<String> = rows.iter().map(show).collect();
        if rows.len() != count || !(count == 0 || rows.iter().any(|row| row.contains(words))) {
            wrong.push_str(&format!("\n{name} {filled:?}: {} rows, expected {count} with {words:?}", rows.len()));
            rows.iter().for_each(|row| wrong.push_str(&format!("\n    {row}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_question_is_a_query_for_any_tool() {
    let graph = graph();
    for question in question::builtin() {
        let filled = graph.query(&question.fill(&BTreeMap::new())).expect("an answer");
        let plain = graph.query(&question.sparql).expect("an answer");
        assert_eq!(filled, plain, "{}", question.name);
    }
}
