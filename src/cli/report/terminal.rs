//! What the terminal can show: its width, whether it takes colour, whether lines may be drawn over.
//!
//! `COLUMNS` goes before what the terminal says of itself. No colour with `NO_COLOR`, none on a terminal that is `dumb`,
//! and none where stdout is a file or a pipe.

use std::io::{self, IsTerminal};

use terminal_size::terminal_size;

/// How wide output may be: as `COLUMNS` says, else as wide as the terminal is, else 100 columns.
pub(in crate::cli) fn width() -> usize {
    let given = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    let terminal = || terminal_size().map(|(width, _)| usize::from(width.0));
    given().or_else(terminal).filter(|width| *width >= 20).unwrap_or(100)
}

/// Whether stdout takes colour.
pub(in crate::cli) fn colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !refused && !is_dumb()
}

/// Whether stderr is a terminal on which a line can be drawn again and again.
pub(super) fn is_lively() -> bool {
    io::stderr().is_terminal() && !is_dumb()
}

fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|name| name == "dumb")
}

/// How text is set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Tone {
    /// What matters.
    Strong,
    /// What can be skipped.
    Faint,
    /// What is marked in a quotation.
    Marked,
}

/// The text with colour, where stdout takes it; each line by itself, so that a pager keeps it.
pub(in crate::cli) fn tone(text: &str, tone: Tone) -> String {
    let code = match tone {
        _ if !colour() => return text.to_string(),
        Tone::Strong => "1",
        Tone::Faint => "2",
        Tone::Marked => "1;33",
    };
    text.split('\n').map(|line| format!("\x1b[{code}m{line}\x1b[0m")).collect::<Vec<_>>().join("\n")
}
