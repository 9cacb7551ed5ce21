//! `claimgraph stats`: what the graph holds, in counts.
//!
//! Claims are counted as the graph holds them, so the figures equal those of the dataset's own description.

use anyhow::Context;

use super::answer;
use crate::cli::args::{CountFormat, StatsArgs};
use crate::cli::report::{self, table, terminal};

const COUNTS: [(&str, &str); 4] = [
    ("documents", "SELECT (COUNT(?x) AS ?n) { ?x a cg:Document }"),
    ("entities", "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x cg:mentionedIn ?d }"),
    ("propositions", "SELECT (COUNT(?x) AS ?n) { ?x a cg:Proposition }"),
    ("claims", "SELECT (COUNT(?x) AS ?n) { ?x a cg:Claim }"),
];

const PARTS: [(&str, &str); 4] = [
    (
        "entities by class",
        "SELECT ?class (COUNT(DISTINCT ?x) AS ?entities) (COUNT(DISTINCT ?w) AS ?wikidata) { ?x cg:mentionedIn ?d ; a ?class OPTIONAL { ?x skos:exactMatch ?w FILTER(STRSTARTS(STR(?w), \"http://www.wikidata.org/\")) } } GROUP BY ?class ORDER BY DESC(?entities) ?class",
    ),
    (
        "claims by stance",
        "SELECT ?stance (COUNT(?c) AS ?claims) { ?c cg:stance ?stance } GROUP BY ?stance ORDER BY DESC(?claims) ?stance",
    ),
    (
        "claims by predicate",
        "SELECT ?predicate (COUNT(?c) AS ?claims) { ?c cg:proposition ?p . ?p rdf:predicate ?predicate } GROUP BY ?predicate ORDER BY DESC(?claims) ?predicate",
    ),
    (
        "quads by graph",
        "SELECT ?graph (COUNT(*) AS ?quads) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY DESC(?quads) ?graph",
    ),
];

/// Runs the command.
pub(in crate::cli) fn run(args: &StatsArgs) -> anyhow::Result<bool> {
    let graph = super::open(&args.graph.graph)?;
    let mut totals = vec![vec!["quads".to_string(), graph.store().len()?.to_string()]];
    for (name, sparql) in COUNTS {
        let answer = graph.query(sparql).context("the graph can't be counted")?;
        let count = answer::rows(&graph, &answer).into_iter().flatten().next().unwrap_or_default();
        totals.push(vec![name.to_string(), count]);
    }
    if args.format != CountFormat::Table {
        let columns = ["what", "count"].map(String::from);
        let mut all = totals;
        for (name, sparql) in PARTS {
            for row in answer::rows(&graph, &graph.query(sparql)?) {
                all.push(vec![format!("{name}: {}", row[0]), row[1].clone()]);
            }
        }
        return answer::print_rows(&columns, &all, args.format);
    }
    let columns = ["what", "count"].map(String::from);
    let mut text = table::render(&columns, &totals, terminal::width());
    for (name, sparql) in PARTS {
        let answer = graph.query(sparql)?;
        let rows = answer::rows(&graph, &answer);
        if let (crate::rdf::query::Answer::Solutions { columns, .. }, false) = (&answer, rows.is_empty()) {
            text.push_str(&format!("\n{}\n", terminal::tone(name, terminal::Tone::Strong)));
            text.push_str(&table::render(columns, &rows, terminal::width()));
        }
    }
    report::print(|out| {
        out.extend_from_slice(text.as_bytes());
        Ok(())
    })
}
