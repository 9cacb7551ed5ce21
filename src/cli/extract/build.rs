//! `claimgraph build`.

use crate::cli::args::BuildArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &BuildArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
