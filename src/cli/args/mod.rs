//! The arguments of every command, as types; no behaviour.

mod exchange;
mod extract;
mod question;
mod rules;

use clap::{Parser, Subcommand};

pub use exchange::{ExportArgs, ExportColour, ExportFormat, ExportProfile, ExportView, ImportArgs, LinkArgs, Part};
pub use extract::{AnnotateArgs, BuildArgs, Knowledge, ParseArgs, ParseFormat, Reading};
pub use question::{
    AnswerFormat, AskArgs, CountFormat, DossierArgs, ExplainArgs, Graph, QueryArgs, StatsArgs, Values, VerifyArgs,
};
pub use rules::{CoverArgs, DiffArgs, RulesArgs, RulesCommand, WhyNotArgs};

/// Documents in; a graph of who did what to whom, and who says so, out.
#[derive(Parser, Debug)]
#[command(name = "claimgraph", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands, one file each in `cli/`.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Read documents and write the graph
    Build(BuildArgs),
    /// Ask a saved question; without a name, list them
    Ask(AskArgs),
    /// Ask any SPARQL 1.1 query
    Query(QueryArgs),
    /// Show where a claim or an entity comes from: sentence, document, rule
    Explain(ExplainArgs),
    /// Write all that is known of an entity or a document, with the sentences
    Dossier(DossierArgs),
    /// Write the graph for another program
    Export(ExportArgs),
    /// Load an RDF file beside the graph
    Import(ImportArgs),
    /// Find entities in open data, for you to accept
    Link(LinkArgs),
    /// Check every name, claim and direct triple against the documents
    Verify(VerifyArgs),
    /// Count what the graph holds
    Stats(StatsArgs),
    /// Print what the documents say, one JSON object a document
    Annotate(AnnotateArgs),
    /// Print sentences as the rules see them
    Parse(ParseArgs),
    /// Check, test and compare rules
    Rules(RulesArgs),
    /// Show why a rule does or does not fire in a sentence
    WhyNot(WhyNotArgs),
    /// Print shell completions
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual: a page for each command, one after another
    Man,
}
