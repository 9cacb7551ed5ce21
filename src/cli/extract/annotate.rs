//! `claimgraph annotate`.

use crate::cli::args::AnnotateArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &AnnotateArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
