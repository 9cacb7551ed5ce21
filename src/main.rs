//! The binary: hands the command line to [`claimgraph::cli`] and leaves with its exit code.
//! 0 is fine, 1 ran and found problems, 2 could not run.

fn main() -> std::process::ExitCode {
    claimgraph::cli::run(std::env::args_os())
}
