//! The command line: arguments in, data on stdout, talk on stderr, an exit code out.
//!
//! 0 is fine, 1 ran and found problems, 2 could not run. One file a command; [`args`] holds the types only. A command
//! returns `Ok(true)` where all is fine and `Ok(false)` where it ran and found problems.

pub mod args;
mod exchange;
mod extract;
mod manual;
mod question;
mod report;
mod rules;

use std::ffi::OsString;
use std::process::ExitCode;

use args::{Cli, Command};
use clap::{CommandFactory, FromArgMatches};

/// Help that is wider is hard to read.
const HELP_WIDTH: usize = 100;

/// Runs the program on its arguments (the first is its own name).
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let width = report::terminal::width().min(HELP_WIDTH);
    let parsed = Cli::command().term_width(width).try_get_matches_from(args);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(problem) => {
            let code = if problem.use_stderr() { 2 } else { 0 };
            let _ = problem.print();
            return ExitCode::from(code);
        }
    };
    match dispatch(cli.command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(problem) if report::is_broken_pipe(&problem) => ExitCode::SUCCESS,
        Err(problem) => {
            report::failure(&problem);
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Option<Command>) -> anyhow::Result<bool> {
    match command {
        None => report::welcome(),
        Some(Command::Build(args)) => extract::build::run(&args),
        Some(Command::Annotate(args)) => extract::annotate::run(&args),
        Some(Command::Parse(args)) => extract::parse::run(&args),
        Some(Command::Ask(args)) => question::ask::run(&args),
        Some(Command::Query(args)) => question::query::run(&args),
        Some(Command::Explain(args)) => question::explain::run(&args),
        Some(Command::Dossier(args)) => question::dossier::run(&args),
        Some(Command::Verify(args)) => question::verify::run(&args),
        Some(Command::Stats(args)) => question::stats::run(&args),
        Some(Command::Export(args)) => exchange::export::run(&args),
        Some(Command::Import(args)) => exchange::import::run(&args),
        Some(Command::Link(args)) => exchange::link::run(&args),
        Some(Command::Rules(args)) => rules::run(&args),
        Some(Command::WhyNot(args)) => rules::why_not::run(&args),
        Some(Command::Completions { shell }) => report::print(|out| {
            clap_complete::generate(shell, &mut Cli::command(), "claimgraph", out);
            Ok(())
        }),
        Some(Command::Man) => report::print(|out| {
            let mut program = Cli::command().disable_help_subcommand(true);
            program.build();
            manual::pages(&program, out)
        }),
    }
}
