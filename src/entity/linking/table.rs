//! A spreadsheet as open data: one thing a row.
//!
//! In: CSV whose first line names its columns: `name` (or `label`), `id` (an IRI, or `wikidata` with `Q148`), and, if there,
//! `class`, `aliases` (with `|` between them), `wikidata`. Out: a candidate a row; a diagnostic for each row without name or
//! id. Rows with one id are one thing.

use std::collections::BTreeMap;

use super::{Candidate, classes, iri, wikidata};
use crate::diagnostic::{Diagnostic, Place};

/// Reads a file.
pub(super) fn read(file: &str, bytes: &[u8]) -> (Vec<Candidate>, Vec<Diagnostic>) {
    let text = String::from_utf8_lossy(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header: Vec<String> =
        reader.headers().map(|row| row.iter().map(str::to_lowercase).collect()).unwrap_or_default();
    let column = |names: &[&str]| names.iter().find_map(|name| header.iter().position(|column| column == name));
    let name = column(&["name", "label", "caption"]);
    let id = column(&["id", "iri", "uri", "wikidata", "qid"]);
    let (Some(name), Some(id)) = (name, id) else {
        let message = "the first line must name the columns `name` and `id`";
        let hint = format!("it names {}", header.join(", "));
        let place = Place { file: file.to_owned(), line: 1, column: 1 };
        return (Vec::new(), vec![Diagnostic::error(place, "missing-column", message).hint(hint)]);
    };
    let more = [column(&["class", "type", "schema"]), column(&["aliases", "alias"]), column(&["wikidata", "qid"])];
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for row in reader.records().filter_map(Result::ok) {
        let cell = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or_default();
        let Some(iri) = iri(cell(Some(id))).filter(|_| !cell(Some(name)).is_empty()) else {
            let line = row.position().map_or(0, |position| u32::try_from(position.line()).unwrap_or(0));
            let place = Place { file: file.to_owned(), line, column: 0 };
            let message = format!("\"{}\" with the id \"{}\" can't be linked", cell(Some(name)), cell(Some(id)));
            let hint = "a row needs a name, and an IRI such as https://ror.org/02yr08679 or a Wikidata id such as Q148";
            diagnostics.push(Diagnostic::warning(place, "no-iri", message).hint(hint));
            continue;
        };
        let at = *places.entry(iri.clone()).or_insert_with(|| {
            candidates.push(Candidate { wikidata: wikidata(&iri), iri, ..Candidate::default() });
            candidates.len() - 1
        });
        let candidate = &mut candidates[at];
        let aliases = cell(more[1]).split('|').map(str::trim).filter(|alias| !alias.is_empty());
        candidate.names.extend(std::iter::once(cell(Some(name))).chain(aliases).map(str::to_owned));
        cell(more[0]).split('|').for_each(|kind| candidate.classes.extend(classes(kind.trim())));
        candidate.wikidata = candidate.wikidata.take().or_else(|| wikidata(cell(more[2])));
    }
    (candidates, diagnostics)
}
