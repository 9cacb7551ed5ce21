//! `claimgraph dossier`.

use crate::cli::args::DossierArgs;

/// Runs the command.
pub(in crate::cli) fn run(_args: &DossierArgs) -> anyhow::Result<bool> {
    anyhow::bail!("not built yet")
}
