//! Arguments of the commands that ask the graph: ask, query, explain, dossier, verify, stats.

use std::path::PathBuf;

use clap::Args;

/// Which graph is asked.
#[derive(Args, Debug)]
pub struct Graph {
    /// Folder that `build` wrote
    #[arg(short, long, value_name = "DIR", default_value = "graph")]
    pub graph: PathBuf,
}

/// Arguments of `ask`.
#[derive(Args, Debug)]
pub struct AskArgs {
    /// Name of the question
    pub name: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `query`.
#[derive(Args, Debug)]
pub struct QueryArgs {
    /// File with the query; `-` is standard input
    pub file: Option<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// A claim's id or IRI, or an entity's name, id or IRI
    pub what: String,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `dossier`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph dossier China -o china.md
  claimgraph dossier Uyghurs -o uyghurs.html
  claimgraph dossier --document 000_1b5cf901cfd745d5")]
pub struct DossierArgs {
    /// An entity's name, alias, key or Wikidata id
    #[arg(required_unless_present = "document", conflicts_with = "document")]
    pub name: Option<String>,
    /// A document's id or path, instead of an entity
    #[arg(long, value_name = "ID")]
    pub document: Option<String>,
    /// File to write to, HTML where it ends in .html; Markdown on standard output otherwise
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `verify`.
#[derive(Args, Debug)]
pub struct VerifyArgs {
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `stats`.
#[derive(Args, Debug)]
pub struct StatsArgs {
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}
