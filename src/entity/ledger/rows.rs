//! The rows of a ledger file: a spreadsheet's lines become [`Decision`]s, or diagnostics with line and column.
//!
//! In: a file's name and its text; the first line names the columns `decision,key,other,reason`, in any order, with any
//! further ones; lines that begin with `#` are remarks. Out: the rows that can be used, and everything that is wrong with
//! the others. Whether rows contradict each other is not seen here.

use super::{Decision, Verdict};
use crate::diagnostic::{Diagnostic, Place};

/// The columns.
const COLUMNS: [&str; 4] = ["decision", "key", "other", "reason"];

/// The beginning of Wikidata's IRIs.
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

const ROW: &str =
    "a row is: same|different|link, key, other key or IRI, reason; `claimgraph explain NAME` shows a thing's key";

/// A file being read.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    delimiter: char,
    /// Where the columns of [`COLUMNS`] stand.
    columns: [Option<usize>; 4],
    /// How many columns there are.
    width: usize,
    diagnostics: Vec<Diagnostic>,
}

/// Reads a file's rows.
pub(super) fn read(file: &str, text: &str) -> (Vec<Decision>, Vec<Diagnostic>) {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
    let delimiter =
        [',', ';', '\t'].into_iter().max_by_key(|&sign| first.matches(sign).count() * 2 + usize::from(sign == ','));
    let delimiter = delimiter.unwrap_or(',');
    let mut reader = Reader { file, text, delimiter, columns: [None; 4], width: 0, diagnostics: Vec::new() };
    let mut rows = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter as u8)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut decisions = Vec::new();
    let mut header = true;
    for row in rows.records() {
        // The text is UTF-8 and rows may have any width, so that only a reader that fails could fail here.
        let Ok(row) = row else { continue };
        if row.get(0).is_some_and(|cell| cell.starts_with('#')) {
            continue;
        }
        if std::mem::take(&mut header) {
            if !reader.header(&row) {
                break;
            }
        } else if row.iter().any(|cell| !cell.is_empty()) {
            decisions.extend(reader.decision(&row));
        }
    }
    (decisions, reader.diagnostics)
}

impl Reader<'_> {
    /// Finds the columns; without all of them nothing can be read.
    fn header(&mut self, row: &csv::StringRecord) -> bool {
        let ours = |cell: &str| COLUMNS.contains(&cell.to_ascii_lowercase().as_str());
        if !row.iter().any(|cell| ours(cell) || Verdict::from_name(cell).is_some()) {
            let hint = format!("if it should decide who is who, its first line must be {}", COLUMNS.join(","));
            let found =
                Diagnostic::warning(self.place(row, 0), "no-ledger", "the file decides nothing, and was left alone");
            self.diagnostics.push(found.hint(hint));
            return false;
        }
        self.width = row.len();
        for (at, column) in COLUMNS.iter().enumerate() {
            self.columns[at] = row.iter().position(|cell| cell.eq_ignore_ascii_case(column));
            if self.columns[at].is_none() {
                let message = format!("the column `{column}` is missing");
                let hint = format!("the first line must name the columns: {}", COLUMNS.join(","));
                let place = self.place(row, 0);
                self.diagnostics.push(Diagnostic::error(place, "ledger-columns", message).hint(hint));
            }
        }
        self.columns.iter().all(Option::is_some)
    }

    fn decision(&mut self, row: &csv::StringRecord) -> Option<Decision> {
        // An open quotation mark makes one cell of many, a comma in a reason two of one. What is only left out is told below.
        if row.len() + 1 < COLUMNS.len() || row.iter().skip(self.width).any(|cell| !cell.is_empty()) {
            let message =
                format!("the row has another width than the first line: {} instead of {} cells", row.len(), self.width);
            let hint = "put a cell that holds a comma between double quotes, and close every quotation mark";
            let place = self.place(row, 0);
            self.diagnostics.push(Diagnostic::error(place, "wrong-width", message).hint(hint));
            return None;
        }
        let cell = |column: usize| self.columns[column].and_then(|at| row.get(at)).unwrap_or_default().to_owned();
        let [word, key, other, reason] = [cell(0), cell(1), cell(2), cell(3)];
        let mut wrong: Vec<(usize, &'static str, String)> = Vec::new();
        let verdict = Verdict::from_name(&word);
        if verdict.is_none() {
            wrong.push((0, "ledger-decision", format!("expected `same`, `different` or `link`, found `{word}`")));
        }
        if !is_key(&key) {
            wrong.push((1, "ledger-key", no_key(&key)));
        }
        let iri = iri(&other);
        match verdict {
            Some(Verdict::Link) if iri.is_none() => {
                wrong.push((
                    2,
                    "ledger-iri",
                    format!("`{other}` is no IRI: expected one such as https://ror.org/02yr08679, or Q148"),
                ));
            }
            Some(Verdict::Same) if !is_key(&other) => wrong.push((2, "ledger-key", no_key(&other))),
            Some(Verdict::Different) if !is_key(&other) && iri.is_none() => {
                wrong.push((2, "ledger-key", no_key(&other)));
            }
            _ if key == other => wrong.push((2, "ledger-key", format!("`{key}` is named twice"))),
            _ => (),
        }
        if reason.is_empty() {
            wrong.push((3, "ledger-reason", "the reason is missing: say how it is known".to_owned()));
        }
        let sound = wrong.is_empty();
        for (column, code, message) in wrong {
            let place = self.place(row, self.columns[column].unwrap_or(0));
            self.diagnostics.push(Diagnostic::error(place, code, message).hint(ROW));
        }
        let other = iri.unwrap_or(other);
        let place = self.place(row, 0);
        let at = format!("{}:{}", place.file, place.line);
        verdict.filter(|_| sound).map(|verdict| Decision { verdict, key, other, reason, at })
    }

    /// Where a row's cell stands; where the row is too short, its end.
    fn place(&self, row: &csv::StringRecord, cell: usize) -> Place {
        let (line, byte) = row.position().map_or((0, 0), |at| (at.line(), at.byte()));
        let start = usize::try_from(byte).unwrap_or(0);
        let rest = self.text.get(start..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let line = line + rest[..blank].matches('\n').count() as u64;
        let (mut column, mut seen, mut quoted) = (1, 0, false);
        for letter in rest[blank..].chars() {
            if seen == cell || (letter == '\n' && !quoted) {
                break;
            }
            quoted ^= letter == '"';
            seen += usize::from(letter == self.delimiter && !quoted);
            column += 1;
        }
        Place { file: self.file.to_owned(), line: u32::try_from(line).unwrap_or(0), column }
    }
}

/// Whether it has a class and a name, `person/ada-lovelace`, and no more slashes than that.
fn is_key(key: &str) -> bool {
    let (key, document) = key.split_once('@').map_or((key, None), |(key, document)| (key, Some(document)));
    let parts: Vec<&str> = key.split('/').collect();
    parts.len() == 2 && parts.iter().all(|part| !part.is_empty()) && document != Some("")
}

fn no_key(key: &str) -> String {
    format!("`{key}` is no key: expected class and name, such as person/ada-lovelace or person/ada-lovelace@DOCUMENT")
}

/// The IRI that is meant, Wikidata's ids and pages as its entities.
fn iri(text: &str) -> Option<String> {
    let page = text.strip_prefix("https://www.wikidata.org/wiki/").or_else(|| text.strip_prefix("wd:"));
    let id = page.unwrap_or(text);
    if id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())) {
        return Some(format!("{WIKIDATA}{id}"));
    }
    let sound = text.contains("://") && oxigraph::model::NamedNode::new(text).is_ok();
    sound.then(|| text.to_owned())
}
