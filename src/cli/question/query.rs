//! `claimgraph query`.

use crate::cli::args::QueryArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &QueryArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
