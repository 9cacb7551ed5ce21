//! `claimgraph ask`: the saved questions, listed by theme, or one of them answered.
//!
//! Entities are given by what people call them; where several bear the name they are listed and nothing is guessed.
//! Tables, csv and tsv show names and quote the sentence; json and xml are the standard's, with IRIs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, bail};
use oxigraph::model::Term;

use super::{answer, query};
use crate::cli::args::{AskArgs, Values};
use crate::cli::report::{self, terminal, text};
use crate::diagnostic::suggestion;
use crate::rdf::question::{self, Kind, Parameter, Question};
use crate::rdf::store::Graph;

/// Runs the command.
pub(in crate::cli) fn run(args: &AskArgs) -> anyhow::Result<bool> {
    let Some(name) = &args.name else {
        return report::print(|out| {
            out.extend_from_slice(list(&question::builtin(), terminal::width()).as_bytes());
            Ok(())
        });
    };
    let Some(question) = named(name)? else { return Ok(false) };
    if args.show {
        return report::print(|out| {
            out.extend_from_slice(question.sparql.as_bytes());
            Ok(())
        });
    }
    let graph = super::open(&args.graph.graph)?;
    let values = values(&question, &args.values, &graph)?;
    let answer = graph.query(&question.fill(&values)).with_context(|| format!("{name} can't be answered"))?;
    if is_file(name) {
        query::unknown_terms(&graph, &question.sparql);
    }
    answer::print(&graph, &answer, args.format, true)?;
    if answer::is_empty(&answer) {
        let filled = if values.is_empty() { "" } else { "; ask again without what you filled in" };
        report::say(&format!("Nothing in this graph answers “{}”{filled}.", question.question));
    }
    Ok(true)
}

/// Whether a question is one of the user's own.
fn is_file(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "rq")
}

/// The question of that name, or in that file; its mistakes are shown.
fn named(name: &str) -> anyhow::Result<Option<Question>> {
    let all = question::builtin();
    if let Some(question) = all.iter().find(|question| question.name == name) {
        return Ok(Some(question.clone()));
    }
    let path = Path::new(name);
    if is_file(name) {
        let text = std::fs::read_to_string(path).with_context(|| format!("can't read {name}"))?;
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("question");
        return Ok(match Question::parse(stem, name, &text) {
            Ok(question) => Some(question),
            Err(mistakes) => {
                report::diagnostics(&mistakes);
                None
            }
        });
    }
    bail!("no question {name:?}{}", suggestion(name, all.iter().map(|question| &*question.name)));
}

/// The values of a question's parameters.
fn values(question: &Question, given: &Values, graph: &Graph) -> anyhow::Result<BTreeMap<String, Term>> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let options = [
        ("about", &given.about),
        ("by", &given.by),
        ("to", &given.to),
        ("speaker", &given.speaker),
        ("with", &given.with),
        ("class", &given.class),
        ("since", &given.since),
        ("until", &given.until),
    ];
    for (name, value) in options {
        all.extend(value.iter().map(|value| (name.to_string(), value.clone())));
    }
    for pair in &given.param {
        let (name, value) = pair.split_once('=').with_context(|| format!("--param {pair}: write NAME=VALUE"))?;
        all.insert(name.trim().to_string(), value.trim().to_string());
    }
    let takes = || match question.parameters.as_slice() {
        [] => "takes nothing to fill in".to_string(),
        some => format!("takes {}", some.iter().map(|one| format!("--{}", one.name)).collect::<Vec<_>>().join(", ")),
    };
    let mut values = BTreeMap::new();
    for (name, value) in all {
        let parameter = question.parameters.iter().find(|parameter| parameter.name == name);
        let parameter = parameter.with_context(|| format!("{} has no {name:?}; it {}", question.name, takes()))?;
        values.insert(name, term(parameter, &value, graph)?);
    }
    match question.parameters.iter().find(|one| one.required && !values.contains_key(&one.name)) {
        Some(one) => bail!("{} needs --{} ({})", question.name, one.name, one.description),
        None => Ok(values),
    }
}

fn term(parameter: &Parameter, value: &str, graph: &Graph) -> anyhow::Result<Term> {
    let (what, known) = match parameter.kind {
        Kind::Entity => return Ok(graph.one(value)?.iri.into()),
        Kind::Term => ("the vocabulary has no", graph.terms()),
        Kind::Document => ("there is no document", graph.documents()),
        _ => return parameter.term(value, graph.mint()).map_err(anyhow::Error::msg),
    };
    let value = value.strip_prefix("cg:").unwrap_or(value);
    if !known.iter().any(|name| name == value) {
        let near = suggestion(value, known.iter().map(String::as_str));
        bail!("--{}: {what} {value:?}{near}", parameter.name);
    }
    parameter.term(value, graph.mint()).map_err(anyhow::Error::msg)
}

/// The questions by theme.
fn list(questions: &[Question], width: usize) -> String {
    let themes: BTreeSet<&str> = questions.iter().map(|question| question.theme.as_str()).collect();
    let widest = questions.iter().map(|question| question.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for theme in themes {
        let _ = writeln!(out, "{}", terminal::tone(theme, terminal::Tone::Strong));
        for question in questions.iter().filter(|question| question.theme == theme) {
            let options: Vec<String> =
                question.parameters.iter().map(|parameter| format!("--{}", parameter.name)).collect();
            let words = text::wrap(&question.question, width, widest + 4);
            let _ = write!(out, "  {:widest$}  {words}", question.name);
            let last = words.lines().last().map_or(0, |line| text::columns(line.trim_start())) + widest + 4;
            let options = options.join(" ");
            if !options.is_empty() {
                let faint = terminal::tone(&options, terminal::Tone::Faint);
                let gap = if last + options.len() + 2 <= width {
                    " ".to_string()
                } else {
                    format!("\n{:1$}", "", widest + 4)
                };
                let _ = write!(out, "{gap}{faint}");
            }
            out.push('\n');
        }
        out.push('\n');
    }
    let last = "Ask one with `claimgraph ask NAME`; fill in with --about NAME and the like; --show prints its query.";
    let _ = writeln!(out, "{}", text::wrap(last, width, 0));
    out
}
