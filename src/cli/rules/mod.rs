//! The rule author's commands, one file each.

pub(in crate::cli) mod why_not;

use crate::cli::args::RulesArgs;

/// Runs `claimgraph rules …`.
pub(super) fn run(_args: &RulesArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
