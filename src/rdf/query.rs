//! Any SPARQL 1.1 query over a [`Graph`], and its answer in every result format.
//!
//! In: a query, in which our prefixes are known without being declared. Its default graph is the union of all graphs
//! unless it names some with FROM. Out: an [`Answer`], whole. Nothing is fetched: SERVICE is refused, and so are
//! updates. A mistake in the query is told with its line and column. Source: SPARQL 1.1 Query and its result formats.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::io::{self, Write};

use oxigraph::io::RdfFormat;
use oxigraph::model::{Term, Triple, Variable};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, SparqlEvaluator};
use spargebra::{Query, SparqlParser, SparqlSyntaxError};

use super::formats;
use super::store::Graph;
use super::vocabulary::{NAMESPACE, PREFIXES, property, rdf};
use crate::diagnostic::suggestion;

/// The words that a query begins with.
const FORMS: [&str; 4] = ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"];
/// The words that may stand before them.
const PROLOGUE: [&str; 3] = ["PREFIX", "BASE", "VERSION"];

/// What a query gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// SELECT: the columns, and for each solution their values.
    Solutions {
        /// The columns' names.
        columns: Vec<String>,
        /// The rows.
        rows: Vec<Vec<Option<Term>>>,
    },
    /// ASK.
    Truth(bool),
    /// CONSTRUCT or DESCRIBE.
    Triples(Vec<Triple>),
}

/// Why a query has no answer.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// It is no SPARQL query.
    #[error("line {line}, column {column}: {problem}")]
    Syntax {
        /// 1-based line.
        line: usize,
        /// 1-based column.
        column: usize,
        /// What was expected.
        problem: String,
    },
    /// There is none.
    #[error("the query is empty; write one such as SELECT ?subject ?object {{ ?subject cg:accuses ?object }}")]
    Empty,
    /// It would change the graph.
    #[error(
        "this is an update, and queries only read; documents change the graph with `build`, RDF files with `import`"
    )]
    Update,
    /// It would leave the machine.
    #[error("SERVICE is refused, since nothing here uses the network; load the data with `import` instead")]
    Service,
    /// It failed while it ran.
    #[error("the query failed: {0}")]
    Evaluation(#[from] QueryEvaluationError),
}

impl Graph {
    /// Asks the graph.
    pub fn query(&self, sparql: &str) -> Result<Answer, QueryError> {
        let query = self.parsed(sparql).map_err(|problem| refusal(sparql, &problem.to_string()))?;
        let mut prepared = SparqlEvaluator::new().for_query(query);
        if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        let results = prepared.on_store(self.store()).execute().map_err(failure)?;
        Ok(match results {
            QueryResults::Boolean(truth) => Answer::Truth(truth),
            QueryResults::Solutions(solutions) => {
                let columns = solutions.variables().iter().map(|column| column.as_str().to_string()).collect();
                let rows: Result<Vec<_>, _> = solutions.map(|row| row.map(|row| row.values().to_vec())).collect();
                Answer::Solutions { columns, rows: rows.map_err(failure)? }
            }
            QueryResults::Graph(triples) => {
                let mut triples: Vec<Triple> = triples.collect::<Result<_, _>>().map_err(failure)?;
                triples.sort_by_cached_key(ToString::to_string);
                triples.dedup();
                Answer::Triples(triples)
            }
        })
    }

    /// The local names of terms that a query takes from our vocabulary, and that the graph's vocabulary does not have.
    pub fn unknown_terms(&self, sparql: &str) -> Vec<String> {
        // The parsed query is printed with whole IRIs, whatever prefixes it was written with.
        let printed = self.parsed(sparql).map(|query| query.to_string()).unwrap_or_default();
        let named = printed.split('<').filter_map(|rest| rest.split_once('>')?.0.strip_prefix(NAMESPACE));
        let is_known = |name: &str| {
            let term = property(name);
            self.store().quads_for_pattern(Some((&term).into()), Some(rdf::TYPE), None, None).next().is_some()
        };
        let named: BTreeSet<&str> = named.filter(|name| !name.is_empty()).collect();
        named.into_iter().filter(|name| !is_known(name)).map(String::from).collect()
    }

    fn parsed(&self, sparql: &str) -> Result<Query, SparqlSyntaxError> {
        parser().with_base_iri(self.mint().base()).unwrap_or_else(|_| parser()).parse_query(sparql)
    }
}

/// Checks a query without asking anything.
pub fn check(sparql: &str) -> Result<(), QueryError> {
    parser().parse_query(sparql).map(|_| ()).map_err(|problem| refusal(sparql, &problem.to_string()))
}

fn parser() -> SparqlParser {
    let with = |parser: SparqlParser, (name, iri)| parser.with_prefix(name, iri).expect("the prefixes are IRIs");
    PREFIXES.into_iter().fold(SparqlParser::new(), with)
}

fn failure(problem: QueryEvaluationError) -> QueryError {
    match problem {
        QueryEvaluationError::UnsupportedService(_) => QueryError::Service,
        other => QueryError::Evaluation(other),
    }
}

/// What is wrong with a query, from the parser's words (`error at 3:5: expected one of …`).
fn refusal(sparql: &str, problem: &str) -> QueryError {
    if sparql.lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#')) {
        return QueryError::Empty;
    }
    if parser().parse_update(sparql).is_ok() {
        return QueryError::Update;
    }
    if let Some((line, column, problem)) = beginning(sparql) {
        return QueryError::Syntax { line, column, problem };
    }
    let place = problem.strip_prefix("error at ").and_then(|rest| {
        let (place, words) = rest.split_once(": ")?;
        let (line, column) = place.split_once(':')?;
        Some((line.parse().ok()?, column.parse().ok()?, words))
    });
    let (line, column, words) = place.unwrap_or((1, 1, problem));
    if words.contains("Prefix not found")
        && let Some((column, prefix)) = sparql.lines().nth(line - 1).and_then(|text| prefix(text, column))
    {
        let known: Vec<&str> = PREFIXES.iter().map(|(name, _)| *name).collect();
        let problem = format!(
            "the prefix {prefix}: is not known; begin the query with PREFIX {prefix}: <http://…>, or use one of {}",
            known.join(" ")
        );
        return QueryError::Syntax { line, column, problem };
    }
    let problem = plain(words);
    let problem =
        if ends_open(sparql, line, column) { format!("the query ends before its last }}; {problem}") } else { problem };
    QueryError::Syntax { line, column, problem }
}

/// Whether nothing stands behind a mistake and more braces open than close.
fn ends_open(sparql: &str, line: usize, column: usize) -> bool {
    let behind = |(number, text): (usize, &str)| match number.cmp(&line) {
        Ordering::Less => false,
        Ordering::Equal => text.chars().skip(column - 1).any(|c| !c.is_whitespace()),
        Ordering::Greater => !text.trim().is_empty(),
    };
    let count = |brace: char| sparql.matches(brace).count();
    !(1..).zip(sparql.lines()).any(behind) && count('{') > count('}')
}

/// What is wrong with the word that a query begins with, and where it stands; nothing where that may be right.
fn beginning(sparql: &str) -> Option<(usize, usize, String)> {
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with('#');
    let (number, line) = (1..).zip(sparql.lines()).find(|(_, line)| is_code(line))?;
    let start = line.len() - line.trim_start().len();
    let word = line[start..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if FORMS.iter().chain(&PROLOGUE).any(|form| word.eq_ignore_ascii_case(form)) {
        return None;
    }
    let near = suggestion(word, FORMS);
    let word = if word.is_empty() { &line[start..start + line[start..].chars().next()?.len_utf8()] } else { word };
    Some((number, line[..start].chars().count() + 1, format!("a query does not begin with {word:?}{near}")))
}

/// The prefix of the name that ends before a column, and the column at which it begins, both from 1.
fn prefix(line: &str, column: usize) -> Option<(usize, &str)> {
    let end = line.char_indices().nth(column - 1).map_or(line.len(), |(at, _)| at);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '%');
    let start = line[..end].trim_end_matches(is_part).len();
    let (prefix, _) = line[start..end].split_once(':')?;
    Some((line[..start].chars().count() + 1, prefix))
}

/// The parser's list of what it expected, in the order of length and at most eight of them.
fn plain(words: &str) -> String {
    let Some(list) = words.strip_prefix("expected one of ") else { return words.to_string() };
    let mut all: Vec<&str> = list.split(", ").map(|word| word.trim_matches('"')).collect();
    all.retain(|word| !word.starts_with('[') && !word.is_empty());
    all.sort_by_key(|word| (word.len(), *word));
    all.dedup();
    if !all.is_empty() && all.iter().all(|word| word.starts_with('\\')) {
        return "a text is not closed: expected a quotation mark".to_string();
    }
    let more = if all.len() > 8 { " …" } else { "" };
    all.truncate(8);
    format!("expected one of {}{more}", all.join(" "))
}

/// Writes solutions or a truth value as `json`, `xml`, `csv` or `tsv`, as the standards have them.
pub fn write(answer: &Answer, format: QueryResultsFormat, out: &mut impl Write) -> io::Result<()> {
    let serializer = QueryResultsSerializer::from_format(format);
    match answer {
        Answer::Truth(truth) => {
            serializer.serialize_boolean_to_writer(out, *truth)?;
        }
        Answer::Solutions { columns, rows } => {
            let names: Vec<Variable> = columns.iter().map(Variable::new_unchecked).collect();
            let mut writer = serializer.serialize_solutions_to_writer(out, names.clone())?;
            for row in rows {
                let known = names.iter().zip(row).filter_map(|(name, value)| Some((name, value.as_ref()?)));
                writer.serialize(known)?;
            }
            writer.finish()?;
        }
        Answer::Triples(triples) => formats::write_triples(triples, RdfFormat::Turtle, "", out)?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph() -> Graph {
        Graph::of(&crate::rdf::dataset(&[], &crate::rdf::BuildDescription::default())).expect("a graph in memory")
    }

    #[test]
    fn the_union_of_all_graphs_is_asked_and_our_prefixes_are_known() {
        let answer = graph().query("SELECT (COUNT(*) AS ?n) { ?p a cg:ClaimProperty }").expect("an answer");
        let Answer::Solutions { rows, .. } = answer else { panic!("solutions") };
        assert!(rows[0][0].as_ref().is_some_and(|n| n.to_string().starts_with("\"31\"")), "{rows:?}");
    }

    #[test]
    fn updates_services_and_mistakes_are_refused_with_a_reason() {
        let graph = graph();
        assert!(matches!(graph.query("INSERT DATA { <a:b> <a:b> <a:b> }"), Err(QueryError::Update)));
        let service = "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }";
        assert!(matches!(graph.query(service), Err(QueryError::Service)));
        let Err(QueryError::Syntax { line, column, .. }) = graph.query("SELECT *\n{ ?s ?p }") else {
            panic!("a mistake")
        };
        assert_eq!((line, column), (2, 10));
    }
}
