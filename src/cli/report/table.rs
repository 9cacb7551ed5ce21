//! Answers that fit the terminal: a table where every column has room for its words, else a card for each row.
//!
//! In: columns and rows of plain text. Out: text. A column named `sentence` is the evidence: on a card it stands on lines
//! of its own below the rest. Control characters of documents never reach the terminal.

use std::fmt::Write;

use comfy_table::{Attribute, Cell, ColumnConstraint, ContentArrangement, LineStyle, Table, Width, presets};

use super::terminal::{Tone, colour, tone};
use super::text::{clean, columns as width_of, padded, wrap};

/// Below this many columns a row with evidence becomes a card.
const CARD_WIDTH: usize = 140;
/// Prose in a column narrower than this is hard to read, unless it takes no more than three lines.
const PROSE: usize = 24;
/// The blanks beside a column's text, and the one between it and the next.
const BESIDE: usize = 3;

/// Columns and rows as text for people.
pub(in crate::cli) fn render(columns: &[String], rows: &[Vec<String>], width: usize) -> String {
    let evidence = columns.iter().position(|column| column == "sentence");
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| clean(cell)).collect()).collect();
    let least: Vec<usize> = (0..columns.len()).map(|at| least(columns, &rows, at)).collect();
    match evidence {
        Some(evidence) if width < CARD_WIDTH => cards(columns, &rows, evidence, width),
        _ if least.iter().map(|least| least + BESIDE).sum::<usize>() > width + 1 => records(columns, &rows, width),
        _ => table(columns, &rows, &least, width),
    }
}

/// How narrow a column can be: its longest word stands on a line, and prose has some words in each.
fn least(columns: &[String], rows: &[Vec<String>], at: usize) -> usize {
    let cells = || rows.iter().map(|row| &row[at]).chain([&columns[at]]);
    let words = cells().flat_map(|cell| cell.split(' ')).map(width_of).max().unwrap_or(0);
    let whole = cells().map(|cell| width_of(cell)).max().unwrap_or(0);
    words.max((whole / 3).min(PROSE))
}

fn table(columns: &[String], rows: &[Vec<String>], least: &[usize], width: usize) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    if colour() {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(columns.iter().map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    for row in rows {
        table.add_row(row);
    }
    let least = least.iter().map(|least| u16::try_from(least + BESIDE - 1).unwrap_or(u16::MAX));
    table.set_constraints(least.map(|least| ColumnConstraint::LowerBoundary(Width::Fixed(least))));
    let mut text = table.trim_fmt();
    text.push('\n');
    text
}

/// A card for each row, with a line for each value.
fn records(columns: &[String], rows: &[Vec<String>], width: usize) -> String {
    let widest = columns.iter().map(|name| width_of(name)).max().unwrap_or(0);
    let mut text = String::new();
    for row in rows {
        for (name, value) in columns.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
            let name = padded(&format!("{name}:"), widest + 1);
            let _ = writeln!(text, "{} {}", tone(&name, Tone::Strong), wrap(value, width, widest + 2));
        }
        text.push('\n');
    }
    ended(text)
}

/// A card for each row, with its evidence below.
fn cards(columns: &[String], rows: &[Vec<String>], evidence: usize, width: usize) -> String {
    let mut text = String::new();
    for row in rows {
        let others = (0..columns.len()).filter(|&at| at != evidence && !row[at].is_empty());
        let parts: Vec<String> = others.map(|at| part(&columns[at], &row[at])).collect();
        let _ = writeln!(text, "{}", tone(&wrap(&parts.join(" · "), width, 2), Tone::Strong));
        if !row[evidence].is_empty() {
            let _ = writeln!(text, "{}", tone(&quoted(&row[evidence], width), Tone::Faint));
        }
        text.push('\n');
    }
    ended(text)
}

/// A sentence of a document with a bar before it.
pub(in crate::cli) fn quoted(sentence: &str, width: usize) -> String {
    format!("  │ {}", wrap(&clean(sentence), width, 4).replace("\n    ", "\n  │ "))
}

fn ended(mut text: String) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_wider_than_the_terminal() {
        let columns: Vec<String> = ["who", "sentence"].map(String::from).to_vec();
        let rows = vec![vec!["a\u{1b}[31m".to_string(), "one thirteen 新疆维吾尔自治区 end ".repeat(5)]];
        for width in [40, 80, 200] {
            let text = render(&columns, &rows, width);
            assert!(text.lines().all(|line| width_of(line) <= width), "{width}\n{text}");
            assert!(!text.contains('\u{1b}'));
        }
    }

    #[test]
    fn no_column_is_narrower_than_its_words() {
        let columns: Vec<String> = ["entity", "id", "why"].map(String::from).to_vec();
        let cells = ["organisation/international-criminal-court", "https://ror.org/02dcm1f53", "same Wikidata id"];
        let rows = vec![cells.map(String::from).to_vec()];
        let wide = render(&columns, &rows, 100);
        assert!(cells.iter().all(|cell| wide.contains(cell)) && wide.contains('═'), "{wide}");
        let narrow = render(&columns, &rows, 60);
        assert_eq!(narrow.lines().next(), Some("entity: organisation/international-criminal-court"));
        assert_eq!(narrow.lines().count(), 3, "{narrow}");
    }

    #[test]
    fn ideographs_take_two_columns() {
        let columns: Vec<String> = ["who", "n"].map(String::from).to_vec();
        let rows = [["東京新聞", "1"], ["Asahi", "2"]].map(|row| row.map(String::from).to_vec());
        let text = render(&columns, &rows, 80);
        let ends: Vec<usize> = text.lines().filter(|line| line.contains(['1', '2'])).map(width_of).collect();
        assert_eq!(ends, [13, 13], "{text}");
    }
}
