//! `claimgraph rules …`: what a rule author needs: mistakes in the files, and the examples run.
//!
//! In: the built-in ontology, or folders. Out: diagnostics on stderr, results on stdout; exit code 1 where anything is wrong.

mod collection;
pub(super) mod why_not;

use std::fmt::Write as _;
use std::io::Write as _;

use super::args::{Knowledge as KnowledgeArgs, RulesArgs, RulesCommand};
use super::report::text::{count, counted};
use super::{extract, report};
use crate::diagnostic::Severity;
use crate::gazetteer::Gazetteer;
use crate::pipeline::{Knowledge, examples, knowledge};
use crate::rdf::store;
use crate::rules::{self, TEMPLATE};

/// Runs `claimgraph rules …`.
pub(super) fn run(args: &RulesArgs) -> anyhow::Result<bool> {
    match &args.command {
        RulesCommand::Check { knowledge } => check(knowledge),
        RulesCommand::Test { input, gold: Some(gold), knowledge } => collection::gold(input, gold, knowledge),
        RulesCommand::Test { knowledge, .. } => test(knowledge),
        RulesCommand::Cover(args) => collection::cover(args),
        RulesCommand::Diff(args) => collection::diff(args),
        RulesCommand::Compile { knowledge } => compile(knowledge),
        RulesCommand::New { id } => new(id),
        RulesCommand::Schema { knowledge } => schema(knowledge),
    }
}

/// `rules check`: every mistake in rules, gazetteers and vocabulary.
fn check(args: &KnowledgeArgs) -> anyhow::Result<bool> {
    let (knowledge, diagnostics) = Knowledge::load(&args.ontology)?;
    report::diagnostics(&diagnostics);
    let rules = &knowledge.rules;
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    report::tell(&format!(
        "{}, {}, {}, {}, {}; {}, {}\n",
        count(rules.frames.len(), "frame"),
        count(rules.sources.len(), "source rule"),
        count(rules.stances.len(), "stance rule"),
        count(rules.members.len(), "member rule"),
        count(knowledge.gazetteer.len(), "listed name"),
        count(errors, "mistake"),
        count(diagnostics.len() - errors, "remark"),
    ))?;
    Ok(errors == 0)
}

/// `rules compile`: writes the name lists of the whole stack in the form that loads fast, into its last folder.
fn compile(args: &KnowledgeArgs) -> anyhow::Result<bool> {
    let Some(folder) = args.ontology.iter().rev().find(|folder| folder.as_os_str() != "builtin") else {
        anyhow::bail!(
            "the built-in name lists need no compiling; name the folder with your own: --ontology builtin,my-pack"
        );
    };
    let files = knowledge::files(&args.ontology)?;
    let (gazetteer, diagnostics) = Gazetteer::load(&knowledge::lists(&files));
    report::diagnostics(&diagnostics);
    if diagnostics.iter().any(|found| found.severity == Severity::Error) {
        return Ok(false);
    }
    let bytes = gazetteer.compiled(knowledge::lists_hash(&files));
    let path = folder.join(knowledge::COMPILED);
    store::save(&path, |out| out.write_all(&bytes))?;
    let megabytes = bytes.len() as f64 / 1e6;
    let names = count(gazetteer.len(), "listed name");
    report::tell(&format!("{}: {names}, {megabytes:.1} MB\n", path.display()))
}

/// `rules new`: a commented frame to fill in.
fn new(id: &str) -> anyhow::Result<bool> {
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    anyhow::ensure!(
        id.split('.').all(word),
        "{id:?} is no id for a rule; write words of small letters, joined by dots or hyphens, such as own.merger"
    );
    let (knowledge, _) = Knowledge::load(&[])?;
    if let Some(known) = knowledge.rules.origins().find(|origin| origin.id == id) {
        anyhow::bail!("the id {id:?} is taken by a rule at {}; choose another", known.place);
    }
    let text = TEMPLATE.replace("\"ID\"", &format!("{id:?}"));
    report::print(|out| Ok(out.write_all(text.as_bytes())?))
}

/// `rules schema`: what editors need to complete and check rule files.
fn schema(args: &KnowledgeArgs) -> anyhow::Result<bool> {
    let knowledge = extract::knowledge(args)?;
    let schema = rules::schema(&knowledge.properties);
    report::print(|out| Ok(writeln!(out, "{}", serde_json::to_string_pretty(&schema)?)?))?;
    Ok(true)
}

/// `rules test`: runs the examples.
fn test(args: &KnowledgeArgs) -> anyhow::Result<bool> {
    let knowledge = extract::knowledge(args)?;
    let (examples, failures) = examples::run(&knowledge);
    let mut text = String::new();
    for failure in &failures {
        writeln!(text, "{} ({})\n  text     {}", failure.rule, failure.place, failure.text)?;
        for claim in &failure.missing {
            writeln!(text, "  missing  {claim}")?;
        }
        for claim in &failure.surplus {
            writeln!(text, "  surplus  {claim}")?;
        }
    }
    let fail = counted(failures.len(), "fails", "fail");
    writeln!(text, "{}, {fail}", count(examples, "example"))?;
    report::tell(&text)?;
    Ok(failures.is_empty())
}
