//! `claimgraph explain`.

use crate::cli::args::ExplainArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &ExplainArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
