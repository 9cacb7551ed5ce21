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
    /// Run the examples of the rules
    Test {
        #[command(flatten)]
        #[expect(missing_docs, reason = "flattened")]
        knowledge: super::Knowledge,
    },
}

/// Arguments of `why-not`.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  claimgraph why-not accuse.of \"Germany accused the plan of failing.\"
Exit code: 0 where the rule fires, 1 where it does not, 2 where no rule has that id")]
pub struct WhyNotArgs {
    /// Id of a frame, source, stance or member rule
    pub rule: String,
    /// The sentence, or several
    pub sentence: String,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub knowledge: super::Knowledge,
}
