//! `claimgraph why-not`.

use crate::cli::args::WhyNotArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &WhyNotArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
