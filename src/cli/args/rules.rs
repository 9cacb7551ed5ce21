//! Arguments of the rule author's commands: rules, why-not.

use clap::{Args, Subcommand};

/// Arguments of `rules`.
#[derive(Args, Debug)]
pub struct RulesArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: RulesCommand,
}

/// The rule tools.
#[derive(Subcommand, Debug)]
pub enum RulesCommand {
    /// Find mistakes in rules, gazetteers and vocabulary
    Check {
        #[command(flatten)]
        #[expect(missing_docs, reason = "flattened")]
        knowledge: super::Knowledge,
    },
    /// Run the examples of the rules, or score them on a folder with gold: `rules test FOLDER --gold FILE`
    #[command(after_help = "Examples:
  claimgraph rules test
  claimgraph rules test news --gold news.jsonl
      precision, recall and F1 by rule; misses by predicate")]
    Test {
        /// Files or folders that the gold is about
        #[arg(requires = "gold")]
        input: Vec<std::path::PathBuf>,
        /// Gold in the shape of `annotate`, one JSON object a line
        #[arg(long, value_name = "FILE", requires = "input")]
        gold: Option<std::path::PathBuf>,
        #[command(flatten)]
        #[expect(missing_docs, reason = "flattened")]
        knowledge: super::Knowledge,
    },
    /// List sentences with a trigger or cue and no claim, and rules that never fired
    Cover(CoverArgs),
    /// Compare two sets of rules: claims gained and lost, with sentences
    Diff(DiffArgs),
    /// Compile the name lists of an ontology, so that a million names load in a moment
    #[command(after_help = "Example:
  claimgraph rules compile --ontology builtin,my-pack
      writes my-pack/gazetteer.compiled

The file is used while the lists stay as they are; when one changes, it is
left aside with a warning.")]
    Compile {
        #[command(flatten)]
        #[expect(missing_docs, reason = "flattened")]
        knowledge: super::Knowledge,
    },
    /// Print a commented frame to fill in
    #[command(after_help = "Example:
  claimgraph rules new own.merger >> my-pack/rules/ownership.toml")]
    New {
        /// Id of the new rule, unique among all
        id: String,
    },
    /// Print the JSON Schema of rule files, for editors that complete and check TOML
    #[command(after_help = "Example:
  claimgraph rules schema > rules.schema.json
      then, as a rule file's first line: #:schema ../rules.schema.json")]
    Schema {
        #[command(flatten)]
        #[expect(missing_docs, reason = "flattened")]
        knowledge: super::Knowledge,
    },
}

/// Arguments of `rules cover`.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  claimgraph rules cover input")]
pub struct CoverArgs {
    /// Files or folders to read
    #[arg(required = true)]
    pub input: Vec<std::path::PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub knowledge: super::Knowledge,
}

/// Arguments of `rules diff`.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  claimgraph rules diff builtin builtin,my-pack input")]
pub struct DiffArgs {
    /// The rules as they were: folders, joined by commas; `builtin` is the ontology in the program
    pub old: String,
    /// The rules as they are
    pub new: String,
    /// Files or folders to read
    #[arg(required = true)]
    pub input: Vec<std::path::PathBuf>,
}

/// Arguments of `why-not`.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  claimgraph why-not accuse.of \"Germany accused the plan of failing.\"

Exit code: 0 where the rule fires, 1 where it does not, 2 where no rule has
that id.")]
pub struct WhyNotArgs {
    /// Id of a frame, source, stance or member rule
    pub rule: String,
    /// The sentence, or several
    pub sentence: String,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub knowledge: super::Knowledge,
}
