//! What people see: diagnostics, failures, progress and the welcome, on stderr; data goes to stdout through [`print()`].
//!
//! Colour and progress only on a terminal, never with `NO_COLOR`. A reader that closes the pipe early is no failure.

pub(super) mod table;

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;

/// Writes data to stdout, buffered, into memory first so that a closed pipe shows as an error and not as a panic.
pub(super) fn print(write: impl FnOnce(&mut Vec<u8>) -> anyhow::Result<()>) -> anyhow::Result<bool> {
    let mut buffer = Vec::new();
    write(&mut buffer)?;
    let mut out = io::stdout().lock();
    out.write_all(&buffer)?;
    out.flush()?;
    Ok(true)
}

/// Whether a command failed only because its reader closed the pipe.
pub(super) fn is_broken_pipe(problem: &anyhow::Error) -> bool {
    problem
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe))
}

/// Says on stderr why a command could not run.
pub(super) fn failure(problem: &anyhow::Error) {
    eprintln!("error: {problem:#}");
}

/// Shows diagnostics on stderr.
pub(super) fn diagnostics(list: &[Diagnostic]) {
    for diagnostic in list {
        eprintln!("{diagnostic}");
    }
}

/// Whether no diagnostic is an error.
pub(super) fn is_clean(list: &[Diagnostic]) -> bool {
    list.iter().all(|found| found.severity != crate::diagnostic::Severity::Error)
}

/// A progress bar on stderr, shown only on a terminal and only for long work.
pub(super) fn progress(length: usize) -> indicatif::ProgressBar {
    if length < 20 || !io::IsTerminal::is_terminal(&io::stderr()) {
        return indicatif::ProgressBar::hidden();
    }
    indicatif::ProgressBar::new(length as u64)
}

/// What a first-time user sees who types only the program's name.
pub(super) fn welcome() -> anyhow::Result<bool> {
    print(|out| {
        out.write_all(
            b"claimgraph turns a folder of documents into a graph of who did what to whom, and who says so.\n\n\
              Start with:\n\
              \x20 claimgraph build input -o graph    read the documents and write the graph\n\
              \x20 claimgraph ask                     list the questions you can ask it\n\
              \x20 claimgraph ask accusations         ask one\n\
              \x20 claimgraph --help                  everything else\n",
        )?;
        Ok(())
    })
}
