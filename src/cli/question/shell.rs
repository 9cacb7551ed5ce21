//! Queries one after another on a terminal, with a history.
//!
//! A query ends with a line that ends in `;` or with an empty line. `.ask NAME` puts a saved question's query into the
//! history, `.help` and `.quit` do what they say. The history is kept in the user's cache folder, or not at all.

use std::path::PathBuf;

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::{answer, query};
use crate::cli::args::AnswerFormat;
use crate::cli::report::{self, text};
use crate::rdf::question;
use crate::rdf::store::Graph;

const HELP: &str = "\
End a query with `;` or an empty line.
Known prefixes: cg rdf rdfs owl xsd skos prov dcterms dc foaf org oa time schema void dcat wd.
  .ask          list the saved questions
  .ask NAME     show the query of one and put it into the history (arrow up)
  .help         this
  .quit         leave (also Ctrl-D)
";

/// Asks until the user leaves.
pub(super) fn run(graph: &Graph, format: AnswerFormat) -> anyhow::Result<bool> {
    let mut editor = DefaultEditor::new()?;
    let history = history();
    if let Some(path) = &history {
        // There is none before the first time.
        let _ = editor.load_history(path);
    }
    let quads = text::count(graph.store().len()?, "quad");
    report::say(&format!("{quads}. End a query with `;`; .help tells more."));
    let mut typed = String::new();
    loop {
        let prompt = if typed.is_empty() { "sparql> " } else { "     -> " };
        match editor.readline(prompt) {
            Ok(line) if typed.is_empty() && line.trim_start().starts_with('.') => {
                if !command(line.trim(), &mut editor)? {
                    break;
                }
            }
            Ok(line) => {
                let ends = line.trim().is_empty() || line.trim_end().ends_with(';');
                typed.push_str(line.trim_end().trim_end_matches(';'));
                typed.push('\n');
                if ends && !typed.trim().is_empty() {
                    editor.add_history_entry(typed.trim())?;
                    ask(graph, &typed, format)?;
                }
                if ends {
                    typed.clear();
                }
            }
            Err(ReadlineError::Interrupted) => typed.clear(),
            Err(ReadlineError::Eof) => break,
            Err(problem) => return Err(problem.into()),
        }
    }
    if let Some(path) = &history {
        // A history that can't be kept is no failure of the queries.
        let _ = editor.save_history(path);
    }
    Ok(true)
}

fn ask(graph: &Graph, text: &str, format: AnswerFormat) -> anyhow::Result<()> {
    match graph.query(text) {
        Ok(answer) => {
            query::unknown_terms(graph, text);
            if let Err(problem) = answer::print(graph, &answer, format, false) {
                report::failure(&problem);
            }
            if answer::is_empty(&answer) {
                report::say("No answers.");
            }
        }
        Err(problem) => report::say(&query::told(text, &problem)),
    }
    Ok(())
}

/// Carries out a line that begins with a stop; false to leave.
fn command(line: &str, editor: &mut DefaultEditor) -> anyhow::Result<bool> {
    match line.split_once(' ').unwrap_or((line, "")) {
        (".quit" | ".exit" | ".q", _) => return Ok(false),
        (".ask", "") => {
            for question in question::builtin() {
                report::say(&format!("  {:14}  {}", question.name, question.question));
            }
        }
        (".ask", name) => match question::builtin().into_iter().find(|question| question.name == name.trim()) {
            Some(question) => {
                report::say(question.sparql.trim_end());
                editor.add_history_entry(question.fill(&std::collections::BTreeMap::new()).trim())?;
            }
            None => report::say(&format!("no question {name:?}; .ask lists them")),
        },
        _ => report::say(HELP.trim_end()),
    }
    Ok(true)
}

/// Where the history is kept.
fn history() -> Option<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let folder = cache.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")))?.join("claimgraph");
    std::fs::create_dir_all(&folder).ok()?;
    Some(folder.join("history"))
}
