//! The rows of a list of names, and what can be seen to be wrong with them before anything is made of them.
//!
//! In: a CSV file's name and text, and the columns that it needs. Out: [`Row`]s with their places, and a diagnostic for every
//! row that has another width than the first line. [`check`] looks at all rows of the lists: ids that are none or stand twice
//! in one file, and sources that `sources.csv` does not list. What the cells mean is not known here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::Class;
use crate::diagnostic::{Diagnostic, Place, suggestion};

/// One row, with the names of its columns and its place.
pub(super) struct Row {
    header: Rc<csv::StringRecord>,
    cells: csv::StringRecord,
    pub(super) place: Place,
}

impl Row {
    pub(super) fn cell(&self, column: &str) -> &str {
        let at = self.header.iter().position(|name| name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", str::trim)
    }

    pub(super) fn list(&self, column: &str) -> Vec<&str> {
        self.cell(column).split('|').map(str::trim).filter(|name| !name.is_empty()).collect()
    }
}

/// The list of what external ids and names are taken from.
pub(super) const SOURCES: &str = "sources.csv";

/// Notes what is wrong with the rows of lists, each with the list's name; a person who held several offices has a row for each.
pub(super) fn check(rows: &[(Class, String, Row)], sources: &BTreeSet<String>, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(&str, &str), &Row> = HashMap::new();
    let mut unlisted: BTreeMap<(&str, &str), (&Row, usize)> = BTreeMap::new();
    for (class, _, row) in rows {
        let (id, source) = (row.cell("id"), row.cell("source"));
        if !id.is_empty() && !is_id(id) {
            let message = format!("\"{id}\" is no id");
            let hint = "write small letters from a to z and digits, joined by hyphens, such as `human-rights-watch`";
            diagnostics.push(Diagnostic::error(row.place.clone(), "bad-id", message).hint(hint));
        }
        let first = *seen.entry((&row.place.file, id)).or_insert(row);
        let again = *class == Class::Official && first.cell("name") == row.cell("name");
        if !id.is_empty() && first.place != row.place && !again {
            let message =
                format!("the id \"{id}\" stands twice: for {} and for {}", first.cell("name"), row.cell("name"));
            let hint = format!("the first is in line {}; rename one, or make one row of both", first.place.line);
            diagnostics.push(Diagnostic::error(row.place.clone(), "double-id", message).hint(hint));
        }
        if !source.is_empty() && !sources.is_empty() && !sources.contains(source) {
            unlisted.entry((&row.place.file, source)).or_insert((row, 0)).1 += 1;
        }
    }
    // A register of companies has the same source in each of its rows: one remark a file.
    for ((_, source), (row, count)) in unlisted {
        let near = suggestion(source, sources.iter().map(String::as_str));
        let rows = if count > 1 { format!(" (in {count} rows; this is the first)") } else { String::new() };
        let message = format!("no list of sources has \"{source}\"{rows}{near}");
        let hint = "correct it, or list it: a pack has gazetteer/sources-own.csv with the columns name,where,licence";
        diagnostics.push(Diagnostic::warning(row.place.clone(), "unknown-source", message).hint(hint));
    }
}

/// Whether a text can be the end of an entity's IRI as it is: words of small letters and digits, joined by hyphens.
fn is_id(id: &str) -> bool {
    id.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// The rows of a CSV file whose header has the columns that are needed.
pub(super) fn read(file: &str, text: &str, needed: &[&str], diagnostics: &mut Vec<Diagnostic>) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = Rc::new(reader.headers().cloned().unwrap_or_default());
    for column in needed.iter().filter(|column| !header.iter().any(|known| known == **column)) {
        let message = format!("the column `{column}` is missing");
        let hint = format!("the first line must name the columns: {}", needed.join(", "));
        let place = Place { file: file.to_string(), line: 1, column: 1 };
        diagnostics.push(Diagnostic::error(place, "missing-column", message).hint(hint));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |position| u32::try_from(position.line()).unwrap_or(0));
                let place = Place { file: file.to_string(), line, column: 1 };
                if record.len() != header.len() {
                    let message = format!("the row has {} cells, the header {}", record.len(), header.len());
                    let hint = "put cells that hold a comma between double quotes";
                    diagnostics.push(Diagnostic::error(place.clone(), "wrong-width", message).hint(hint));
                    continue;
                }
                rows.push(Row { header: Rc::clone(&header), cells: record, place });
            }
            Err(problem) => {
                let message = format!("the row can't be read: {problem}");
                let hint = "save the file as CSV with commas, in UTF-8";
                diagnostics.push(Diagnostic::error(Place::file(file), "bad-csv", message).hint(hint));
            }
        }
    }
    rows
}
