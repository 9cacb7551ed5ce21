//! `claimgraph rules …`: what a rule author needs: mistakes in the files, and the examples run.
//!
//! In: the built-in ontology, or folders. Out: diagnostics on stderr, results on stdout; exit code 1 where anything is wrong.

mod collection;
pub(super) mod why_not;

use std::io::Write;

use super::args::{Knowledge as KnowledgeArgs, RulesArgs, RulesCommand};
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
    report::print(|out| {
        writeln!(
            out,
            "{} frames, {} source rules, {} stance rules, {} member rules, {} listed names; {} mistakes, {} remarks",
            rules.frames.len(),
            rules.sources.len(),
            rules.stances.len(),
            rules.members.len(),
            knowledge.gazetteer.len(),
            errors,
            diagnostics.len() - errors
        )?;
        Ok(())
    })?;
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
    report::print(|out| Ok(writeln!(out, "{}: {} listed names, {megabytes:.1} MB", path.display(), gazetteer.len())?))?;
    Ok(true)
}

/// `rules new`: a commented frame to fill in.
fn new(id: &str) -> anyhow::Result<bool> {
    let text = TEMPLATE.replace("\"ID\"", &format!("{id:?}"));
    report::print(|out| Ok(out.write_all(text.as_bytes())?))?;
    Ok(true)
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
    let (count, failures) = examples::run(&knowledge);
    report::print(|out| {
        for failure in &failures {
            writeln!(out, "{} ({})\n  text     {}", failure.rule, failure.place, failure.text)?;
            for claim in &failure.missing {
                writeln!(out, "  missing  {claim}")?;
            }
            for claim in &failure.surplus {
                writeln!(out, "  surplus  {claim}")?;
            }
        }
        writeln!(out, "{count} examples, {} fail", failures.len())?;
        Ok(())
    })?;
    Ok(failures.is_empty())
}
