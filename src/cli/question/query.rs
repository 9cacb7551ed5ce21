//! `claimgraph query`: any SPARQL query, from a file, an option or standard input; on a terminal one after another.
//!
//! A mistake is shown in its line, with a mark below the column where reading stopped.

use std::io::{self, IsTerminal, Read};
use std::path::Path;

use anyhow::Context;

use super::{answer, shell};
use crate::cli::args::QueryArgs;
use crate::rdf::query::QueryError;

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
    answer::print(&graph, &answer, args.format, false)?;
    if answer::is_empty(&answer) && io::stderr().is_terminal() {
        eprintln!("No answers.");
    }
    Ok(true)
}

/// A mistake with its line and a mark below its column.
pub(super) fn told(sparql: &str, problem: &QueryError) -> String {
    let QueryError::Syntax { line, column, .. } = problem else { return problem.to_string() };
    let Some(text) = sparql.lines().nth(line - 1) else { return problem.to_string() };
    let start = column.saturating_sub(60);
    let shown: String = text.chars().skip(start).take(100).map(|c| if c == '\t' { ' ' } else { c }).collect();
    format!(
        "the query has a mistake at {problem}\n  | {shown}\n  | {}^",
        " ".repeat(column - 1 - start.min(column - 1))
    )
}
