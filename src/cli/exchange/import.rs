//! `claimgraph import`.

use crate::cli::args::ImportArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &ImportArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
