//! What people see: diagnostics, failures, progress and the welcome, on stderr; data goes to stdout through [`print()`].
//!
//! Colour and progress only on a terminal (see [`terminal`]); there, too, long lines of prose break between words. A reader
//! that closes the pipe early is no failure.

pub(super) mod table;
pub(super) mod terminal;
pub(super) mod text;

use std::io::{self, IsTerminal, Write};

use crate::diagnostic::Diagnostic;

/// From how many seconds on a command says before it begins how long it will take.
const LONG: u64 = 10;

/// Writes data to stdout, buffered, into memory first so that a closed pipe shows as an error and not as a panic.
pub(super) fn print(write: impl FnOnce(&mut Vec<u8>) -> anyhow::Result<()>) -> anyhow::Result<bool> {
    let mut buffer = Vec::new();
    write(&mut buffer)?;
    let mut out = io::stdout().lock();
    out.write_all(&buffer)?;
    out.flush()?;
    Ok(true)
}

/// Writes prose for people to stdout.
pub(super) fn tell(text: &str) -> anyhow::Result<bool> {
    let folded = io::stdout().is_terminal().then(|| text::fold(text, terminal::width()));
    print(|out| Ok(out.write_all(folded.as_deref().unwrap_or(text).as_bytes())?))
}

/// Says something on stderr, without control characters that it may quote from a file.
pub(super) fn say(words: &str) {
    let words: String = words.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    let folded = io::stderr().is_terminal().then(|| text::fold(&words, terminal::width()));
    // Whoever reads may have gone; the work goes on.
    let _ = writeln!(io::stderr(), "{}", folded.unwrap_or(words));
}

/// Says which file was written.
pub(super) fn written(path: &std::path::Path) {
    say(&format!("Written to {}.", path.display()));
}

/// Whether a command failed only because its reader closed the pipe.
pub(super) fn is_broken_pipe(problem: &anyhow::Error) -> bool {
    problem
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe))
}

/// Says on stderr why a command could not run.
pub(super) fn failure(problem: &anyhow::Error) {
    say(&format!("error: {problem:#}"));
}

/// Shows diagnostics on stderr.
pub(super) fn diagnostics(list: &[Diagnostic]) {
    for diagnostic in list {
        say(&diagnostic.to_string());
    }
}

/// Whether no diagnostic is an error.
pub(super) fn is_clean(list: &[Diagnostic]) -> bool {
    list.iter().all(|found| found.severity != crate::diagnostic::Severity::Error)
}

/// A progress bar on stderr, shown only on a terminal and only for long work.
pub(super) fn progress(length: usize) -> indicatif::ProgressBar {
    if length < 20 || !terminal::is_lively() {
        return indicatif::ProgressBar::hidden();
    }
    indicatif::ProgressBar::new(length as u64)
}

/// A line on stderr that says which long work is going on, shown only on a terminal and only from 1000 things on.
pub(super) fn work(what: &'static str, size: usize) -> indicatif::ProgressBar {
    if size < 1000 || !terminal::is_lively() {
        return indicatif::ProgressBar::hidden();
    }
    let line = indicatif::ProgressBar::new_spinner().with_message(what);
    line.enable_steady_tick(std::time::Duration::from_millis(200));
    line
}

/// Such a line while a file is read, from a megabyte on.
pub(super) fn reading(file: &std::path::Path) -> indicatif::ProgressBar {
    let kilobytes = std::fs::metadata(file).map_or(0, |file| file.len() / 1000);
    work("reading open data", usize::try_from(kilobytes).unwrap_or(usize::MAX))
}

/// Shows on such a line how much of a drawing is done, and says before it begins how long it takes where that is long;
/// `quicker` is what then helps. Told the work done and all of it, in milliseconds of one thread.
pub(super) fn drawing<'a>(line: &'a indicatif::ProgressBar, quicker: &'a str) -> impl FnMut(u64, u64) + 'a {
    let mut shown = 0;
    move |done, all| {
        let seconds = all / 1000 / rayon::current_num_threads() as u64;
        if done == 0 && seconds >= LONG {
            line.suspend(|| say(&format!("Drawing so large a graph takes about {}.{quicker}", lasting(seconds))));
        }
        let percent = done * 100 / all.max(1);
        if percent != shown {
            shown = percent;
            line.set_message(format!("drawing the graph: {percent} %"));
        }
    }
}

/// A stretch of time in words, to two digits.
fn lasting(seconds: u64) -> String {
    match seconds {
        0..100 => format!("{seconds} seconds"),
        100..6000 => format!("{} minutes", seconds.div_ceil(60)),
        _ => format!("{} hours", seconds.div_ceil(3600)),
    }
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
