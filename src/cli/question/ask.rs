//! `claimgraph ask`.

use crate::cli::args::AskArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &AskArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
