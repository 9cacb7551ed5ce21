//! `claimgraph verify`.

use crate::cli::args::VerifyArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &VerifyArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
