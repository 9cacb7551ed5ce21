//! The commands that read documents, one file each.

pub(in crate::cli) mod annotate;
pub(in crate::cli) mod build;
pub(in crate::cli) mod parse;

use anyhow::Context;

use super::args::Knowledge as KnowledgeArgs;
use super::report::{self, text::count};
use crate::diagnostic::Severity;
use crate::pipeline::Knowledge;

/// Loads the curated knowledge; mistakes in it are shown, and those that are errors stop the command.
pub(in crate::cli) fn knowledge(args: &KnowledgeArgs) -> anyhow::Result<Knowledge> {
    let (knowledge, diagnostics) = Knowledge::load(&args.ontology)?;
    report::diagnostics(&diagnostics);
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let mistakes = count(errors, "mistake");
    anyhow::ensure!(errors == 0, "the ontology has {mistakes}; mend the files, or see `claimgraph rules check`");
    Ok(knowledge)
}

/// Sets how many threads read documents.
pub(in crate::cli) fn set_threads(threads: Option<usize>) -> anyhow::Result<()> {
    let Some(threads) = threads else { return Ok(()) };
    anyhow::ensure!(threads > 0, "--threads must be at least 1");
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().context("can't start the threads")
}
