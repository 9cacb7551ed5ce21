//! Answers that fit the terminal: a table where it is wide, a card for each row where it is narrow.
//!
//! In: columns and rows of plain text. Out: text. A column named `sentence` is the evidence: on a card it stands on lines
//! of its own below the rest. Colour only on a terminal and never with `NO_COLOR`; control characters of documents never
//! reach the terminal.

use std::fmt::Write;
use std::io::{self, IsTerminal};

use comfy_table::{Attribute, Cell, ContentArrangement, LineStyle, Table, presets};

/// Below this many columns a row with evidence becomes a card.
const CARD_WIDTH: usize = 140;

/// How wide output may be: the terminal's width, else `COLUMNS`, else 100.
pub(in crate::cli) fn width() -> usize {
    let terminal = Table::new().width().map(usize::from);
    let given = || std::env::var("COLUMNS").ok()?.parse().ok();
    given().or(terminal).filter(|width| *width >= 20).unwrap_or(100)
}

/// Whether stdout takes colour.
pub(in crate::cli) fn colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
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

/// The text with colour, where stdout takes it.
pub(in crate::cli) fn tone(text: &str, tone: Tone) -> String {
    let code = match tone {
        _ if !colour() => return text.to_string(),
        Tone::Strong => "1",
        Tone::Faint => "2",
        Tone::Marked => "1;33",
    };
    format!("\x1b[{code}m{text}\x1b[0m")
}

/// The text on one line, without control characters.
pub(in crate::cli) fn clean(text: &str) -> String {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let direction = |c: &char| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().map(visible).filter(direction).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Breaks text into lines of at most `width` characters, the first after `first`, others after `indent` blanks.
pub(in crate::cli) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let room = width.saturating_sub(indent).max(10);
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for (at, piece) in letters.chunks(room).enumerate() {
            let blank = usize::from(used > 0 && at == 0);
            if used + blank + piece.len() > room {
                lines.push(String::new());
                used = 0;
            } else if blank == 1 {
                lines.last_mut().expect("never empty").push(' ');
                used += 1;
            }
            lines.last_mut().expect("never empty").extend(piece);
            used += piece.len();
        }
    }
    lines.join(&format!("\n{}", " ".repeat(indent)))
}

/// Columns and rows as text for people.
pub(in crate::cli) fn render(columns: &[String], rows: &[Vec<String>], width: usize) -> String {
    let evidence = columns.iter().position(|column| column == "sentence");
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| clean(cell)).collect()).collect();
    let used: Vec<usize> = (0..columns.len()).filter(|&at| rows.iter().any(|row| !row[at].is_empty())).collect();
    match evidence {
        Some(evidence) if width < CARD_WIDTH => cards(columns, &rows, &used, evidence, width),
        _ => table(columns, &rows, &used, width),
    }
}

fn table(columns: &[String], rows: &[Vec<String>], used: &[usize], width: usize) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    if colour() {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    let head = |at: &usize| Cell::new(&columns[*at]).add_attribute(Attribute::Bold);
    table.set_header(used.iter().map(head));
    for row in rows {
        table.add_row(used.iter().map(|&at| &row[at]));
    }
    let mut text = table.trim_fmt();
    text.push('\n');
    text
}

fn cards(columns: &[String], rows: &[Vec<String>], used: &[usize], evidence: usize, width: usize) -> String {
    let mut text = String::new();
    for row in rows {
        let others = used.iter().filter(|&&at| at != evidence && !row[at].is_empty());
        let parts: Vec<String> = others.map(|&at| part(&columns[at], &row[at])).collect();
        let line = wrap(&parts.join(" · "), width, 2);
        let _ = writeln!(text, "{}", toned(&line, Tone::Strong));
        if !row[evidence].is_empty() {
            let quote = wrap(&row[evidence], width, 4).replace("\n    ", "\n  │ ");
            let _ = writeln!(text, "  │ {}", toned(&quote, Tone::Faint));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// A value with its column's name, where the value alone would be unclear.
fn part(column: &str, value: &str) -> String {
    match column {
        "does" | "answer" | "act" | "stance" | "document" | "when" => value.to_string(),
        _ => format!("{column}: {value}"),
    }
}

/// Each line in a tone of its own, so that a pager keeps it.
fn toned(text: &str, kind: Tone) -> String {
    text.split('\n').map(|line| tone(line, kind)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_wider_than_the_terminal_and_nothing_is_lost() {
        let words = "one two thirteen fourteen-and-a-very-long-word-without-a-break end";
        let wrapped = wrap(words, 24, 4);
        assert!(wrapped.lines().all(|line| line.chars().count() <= 24), "{wrapped}");
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(letters(&wrapped), letters(words));
        let columns: Vec<String> = ["who", "sentence"].map(String::from).to_vec();
        let rows = vec![vec!["a\u{1b}[31m".to_string(), words.repeat(5)]];
        for width in [40, 80, 200] {
            let text = render(&columns, &rows, width);
            assert!(text.lines().all(|line| line.chars().count() <= width), "{width}\n{text}");
            assert!(!text.contains('\u{1b}'));
        }
    }
}
