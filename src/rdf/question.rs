//! Saved questions: SPARQL files with a header that says what they ask and what can be filled in.
//!
//! In: the text of a `.rq` file. Out: a [`Question`], or a diagnostic for every mistake in its header and query. The
//! header is comments, so the file is a query for any tool; a parameter `?x` is a line `VALUES ?x { UNDEF }` in each part
//! of the query that it narrows, which [`Question::fill`] fills or leaves out. Header lines: `# question:`, `# theme:`,
//! `# param: NAME TYPE DEFAULT DESCRIPTION` (default `-` is none, `!` is: must be given), `# columns:`.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use oxigraph::model::{Literal, NamedNode, Term};
use regex::Regex;

use super::assert::{Mint, date};
use super::query::{self, QueryError};
use super::vocabulary::{property, xsd};
use crate::diagnostic::{Diagnostic, Place};

static QUERIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/queries");

/// What a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An entity, by name, key, Wikidata id or IRI.
    Entity,
    /// A day, month or year.
    Date,
    /// A class or property of the vocabulary, by its local name.
    Term,
    /// A document, by its id.
    Document,
    /// A whole number.
    Number,
    /// Any words.
    Text,
}

/// Something that can be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name, and its variable's.
    pub name: String,
    /// What it takes.
    pub kind: Kind,
    /// Whether an answer without it makes no sense.
    pub required: bool,
    /// What it means, in a few words.
    pub description: String,
}

/// A saved question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The file's stem, by which it is asked.
    pub name: String,
    /// What it asks, in one sentence.
    pub question: String,
    /// Under which heading it is listed.
    pub theme: String,
    /// What can be filled in.
    pub parameters: Vec<Parameter>,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// The query, with its header.
    pub sparql: String,
}

/// The questions that are built into the program, by name.
pub fn builtin() -> Vec<Question> {
    let mut all: Vec<Question> = (QUERIES.files())
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "rq"))
        .filter_map(|file| {
            let name = file.path().file_stem()?.to_str()?;
            Question::parse(name, &file.path().to_string_lossy(), file.contents_utf8()?).ok()
        })
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

impl Question {
    /// Reads a question; `file` is how diagnostics name it.
    pub fn parse(name: &str, file: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut question = Self {
            name: name.to_string(),
            question: String::new(),
            theme: "Other".to_string(),
            parameters: Vec::new(),
            columns: Vec::new(),
            sparql: text.to_string(),
        };
        let mut mistakes = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let place = Place { file: file.to_string(), line: number, column: 1 };
            let Some(comment) = line.strip_prefix('#') else { continue };
            match comment.trim().split_once(':') {
                Some(("question", words)) => question.question = words.trim().to_string(),
                Some(("theme", words)) => question.theme = words.trim().to_string(),
                Some(("columns", words)) => question.columns = words.split_whitespace().map(str::to_string).collect(),
                Some(("param", words)) => match parameter(words.trim(), text) {
                    Ok(parameter) => question.parameters.push(parameter),
                    Err(problem) => mistakes.push(
                        Diagnostic::error(place, "question-param", problem)
                            .hint("write `# param: about entity - Whom it is about` and `VALUES ?about { UNDEF }`"),
                    ),
                },
                _ => {}
            }
        }
        if question.question.is_empty() {
            let missing = Diagnostic::error(Place::file(file), "question-missing", "no line `# question: …`");
            mistakes.push(missing.hint("say in one sentence what the query asks; `ask` lists it"));
        }
        if let Err(problem) = query::check(text) {
            let (place, message) = match problem {
                QueryError::Syntax { line, column, problem } => {
                    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                    (Place { file: file.to_string(), line: number(line), column: number(column) }, problem)
                }
                other => (Place::file(file), other.to_string()),
            };
            let hint = "mend the SPARQL there; every prefix that it uses must stand above it";
            mistakes.push(Diagnostic::error(place, "question-query", message).hint(hint));
        }
        if mistakes.is_empty() { Ok(question) } else { Err(mistakes) }
    }

    /// The query with values filled in; parameters without one that have no default ask for anything.
    pub fn fill(&self, values: &BTreeMap<String, Term>) -> String {
        let mut sparql = self.sparql.clone();
        for parameter in &self.parameters {
            let clause = clause(&parameter.name);
            let filled = match values.get(&parameter.name) {
                Some(value) => format!("VALUES ?{} {{ {value} }}", parameter.name),
                None if clause.find(&sparql).is_some_and(|found| found.as_str().contains("UNDEF")) => String::new(),
                None => continue,
            };
            sparql = clause.replace_all(&sparql, regex::NoExpand(&filled)).into_owned();
        }
        sparql
    }
}

impl Parameter {
    /// What a value stands for, where it needs no graph to tell; entities do.
    pub fn term(&self, value: &str, mint: &Mint) -> Result<Term, String> {
        let name = &self.name;
        Ok(match self.kind {
            Kind::Entity => NamedNode::new(value).map_err(|_| format!("{name}: {value:?} is no IRI"))?.into(),
            Kind::Date => {
                let unclear = || format!("{name}: {value:?} is no day, month or year like 2020-06-29, 2020-06, 2020");
                let (first, last) = date::bounds(value).ok_or_else(unclear)?;
                let day = if name == "until" { last.or(first) } else { first.or(last) };
                Literal::new_typed_literal(day.ok_or_else(unclear)?.to_string(), xsd::DATE).into()
            }
            Kind::Term => property(value.strip_prefix("cg:").unwrap_or(value)).into(),
            Kind::Document => mint.document(value).into(),
            Kind::Number => {
                let number: i64 = value.parse().map_err(|_| format!("{name}: {value:?} is no whole number"))?;
                Literal::from(number).into()
            }
            Kind::Text => Literal::new_simple_literal(value).into(),
        })
    }
}

/// Where a query holds the value of a parameter.
fn clause(name: &str) -> Regex {
    Regex::new(&format!(r"VALUES \?{}\s*\{{[^}}]*\}}", regex::escape(name))).expect("a name makes a valid pattern")
}

fn parameter(words: &str, text: &str) -> Result<Parameter, String> {
    let mut words = words.splitn(4, ' ');
    let (Some(name), Some(kind), Some(default), Some(description)) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err("expected `# param: NAME TYPE DEFAULT DESCRIPTION`".to_string());
    };
    let kind = match kind {
        "entity" => Kind::Entity,
        "date" => Kind::Date,
        "class" | "predicate" | "stance" => Kind::Term,
        "document" => Kind::Document,
        "number" => Kind::Number,
        "text" => Kind::Text,
        other => {
            let known = "entity, date, class, predicate, stance, document, number, text";
            return Err(format!("no type {other:?}; there are {known}"));
        }
    };
    if !clause(name).is_match(text) {
        return Err(format!("the query has no `VALUES ?{name} {{ UNDEF }}` to fill in"));
    }
    let (name, description) = (name.to_string(), description.trim().to_string());
    Ok(Parameter { name, kind, required: default == "!", description })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_saved_question_is_whole() {
        let mut count = 0;
        for file in QUERIES.files() {
            let text = file.contents_utf8().expect("UTF-8");
            let parsed = Question::parse("q", &file.path().to_string_lossy(), text);
            let question = parsed.unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
            count += 1;
            assert!(!question.columns.is_empty() && question.theme != "Other", "{}", file.path().display());
        }
        assert_eq!(builtin().len(), count);
    }

    #[test]
    fn a_value_is_filled_in_wherever_it_is_asked_for() {
        let text =
            "# question: Q?\n# param: a text - What\nSELECT * { { VALUES ?a { UNDEF } } { VALUES ?a { UNDEF } } }";
        let question = Question::parse("q", "queries/q.rq", text).expect("a question");
        let filled = question.fill(&BTreeMap::from([("a".to_string(), Literal::from("x").into())]));
        assert!(filled.ends_with("{ { VALUES ?a { \"x\" } } { VALUES ?a { \"x\" } } }"), "{filled}");
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        let text = "# theme: x\n# param: a thing - What\nSELECT * { ?s ?p }";
        let mistakes = Question::parse("q", "queries/q.rq", text).expect_err("three mistakes");
        let places: Vec<String> = mistakes.iter().map(|mistake| mistake.place.to_string()).collect();
        assert_eq!(places, ["queries/q.rq:2:1", "queries/q.rq", "queries/q.rq:3:19"]);
    }
}
