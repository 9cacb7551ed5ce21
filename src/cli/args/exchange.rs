//! Arguments of the commands that trade with other programs: export, import.

use std::path::PathBuf;

use clap::Args;

/// Arguments of `export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: super::Graph,
}

/// Arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// RDF files
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}
