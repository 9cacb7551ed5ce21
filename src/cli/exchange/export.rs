//! `claimgraph export`.

use crate::cli::args::ExportArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &ExportArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
