//! `claimgraph stats`.

use crate::cli::args::StatsArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &StatsArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
