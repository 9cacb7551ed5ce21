//! `claimgraph query`: any SPARQL query, from a file, an option or standard input; on a terminal one after another.
//!
//! A mistake is shown in its line, with a mark below the column where reading stopped.

use std::io::{self, IsTerminal, Read};
use std::path::Path;

use anyhow::Context;

use super::{answer, shell};
use crate::cli::args::QueryArgs;
use crate::cli::report::{self, terminal, text};
use crate::diagnostic::suggestion;
use crate::rdf::query::QueryError;
use crate::rdf::store::Graph;

/// Runs the command.
pub(in crate::cli) fn run(args: &QueryArgs) -> anyhow::Result<bool> {
    let graph = super::open(&args.graph.graph)?;
    let sparql = match (&args.execute, &args.file) {
        (Some(sparql), _) => sparql.clone(),
        (None, Some(path)) if path != Path::new("-") => {
            std::fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?
        }
        (None, None) if io::stdin().is_terminal() => return shell::run(&graph, args.format),
        _ => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).context("can't read the query from standard input")?;
            text
        }
    };
    let answer = graph.query(&sparql).map_err(|problem| anyhow::anyhow!(told(&sparql, &problem)))?;
    unknown_terms(&graph, &sparql);
    answer::print(&graph, &answer, args.format, false)?;
    if answer::is_empty(&answer) && io::stderr().is_terminal() {
        report::say("No answers.");
    }
    Ok(true)
}

/// Warns of terms that the vocabulary does not have, for which nothing can be found.
pub(super) fn unknown_terms(graph: &Graph, sparql: &str) {
    let unknown = graph.unknown_terms(sparql);
    // All terms are gathered only where one is to be suggested, since in a large graph that takes a while.
    let known = if unknown.is_empty() { Vec::new() } else { graph.terms() };
    for name in unknown {
        let near = suggestion(&name, known.iter().map(String::as_str));
        report::say(&format!("warning: the vocabulary has no cg:{name}{near}"));
    }
}

/// A mistake with its line and a mark below its column.
pub(super) fn told(sparql: &str, problem: &QueryError) -> String {
    let QueryError::Syntax { line: number, column, .. } = problem else { return problem.to_string() };
    let Some(line) = sparql.lines().nth(number - 1) else { return problem.to_string() };
    // Half of what the terminal shows is what stands before the mistake, even where each letter takes two columns.
    let room = (terminal::width() - 4) / 2;
    let start = (column - 1).saturating_sub(room / 2);
    let letters = || line.chars().skip(start).map(|c| if c.is_control() { ' ' } else { c });
    let shown: String = letters().take(room).collect();
    let before: String = letters().take(column - 1 - start).collect();
    format!("the query has a mistake at {problem}\n  | {shown}\n  | {}^", " ".repeat(text::columns(&before)))
}
