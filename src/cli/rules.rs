//! `claimgraph rules …`: what a rule author needs: mistakes in the files, and the examples run.
//!
//! In: the built-in ontology, or folders. Out: diagnostics on stderr, results on stdout; exit code 1 where anything is wrong.

mod collection;
pub(super) mod why_not;

use std::io::Write;

use super::args::{Knowledge as KnowledgeArgs, RulesArgs, RulesCommand};
use super::{extract, report};
use crate::pipeline::{Knowledge, examples};

/// Runs `claimgraph rules …`.
pub(super) fn run(args: &RulesArgs) -> anyhow::Result<bool> {
    match &args.command {
        RulesCommand::Check { knowledge } => check(knowledge),
        RulesCommand::Test { input, gold: Some(gold), knowledge } => collection::gold(input, gold, knowledge),
        RulesCommand::Test { knowledge, .. } => test(knowledge),
        RulesCommand::Cover(args) => collection::cover(args),
        RulesCommand::Diff(args) => collection::diff(args),
    }
}

/// `rules check`: every mistake in rules, gazetteers and vocabulary.
fn check(args: &KnowledgeArgs) -> anyhow::Result<bool> {
    let (knowledge, diagnostics) = Knowledge::load(&args.ontology)?;
    report::diagnostics(&diagnostics);
    let rules = &knowledge.rules;
    report::print(|out| {
        writeln!(
            out,
            "{} frames, {} source rules, {} stance rules, {} member rules, {} listed names; {} mistakes",
            rules.frames.len(),
            rules.sources.len(),
            rules.stances.len(),
            rules.members.len(),
            knowledge.gazetteer.len(),
            diagnostics.len()
        )?;
        Ok(())
    })?;
    Ok(diagnostics.is_empty())
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
