//! Arguments of the rule author's commands: rules.

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
