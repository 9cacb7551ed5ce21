//! `claimgraph parse`.

use crate::cli::args::ParseArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &ParseArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
