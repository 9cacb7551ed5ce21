//! Answers on stdout, in every format that was asked for.
//!
//! In: an answer and a format. Out: bytes on stdout. For people (`table`, and `csv`/`tsv` of `ask`) IRIs are shown by
//! their names; the standard formats hold the terms as they are. Cells that a spreadsheet would take for a formula are
//! disarmed in those files that people open in one.

use std::io::Write;

use anyhow::bail;
use oxigraph::io::RdfFormat;
use oxigraph::sparql::results::QueryResultsFormat;

use crate::cli::args::{AnswerFormat, CountFormat};
use crate::cli::report::{self, table, terminal, text};
use crate::rdf::formats;
use crate::rdf::query::{self, Answer};
use crate::rdf::store::Graph;

/// Prints an answer; `named` shows names for IRIs in csv and tsv too.
pub(super) fn print(graph: &Graph, answer: &Answer, format: AnswerFormat, named: bool) -> anyhow::Result<bool> {
    let mut bytes = Vec::new();
    match (answer, kind(format)) {
        (Answer::Triples(triples), Kind::Table) => {
            formats::write_triples(triples, RdfFormat::Turtle, graph.mint().base(), &mut bytes)?;
        }
        (Answer::Triples(triples), Kind::Triples(format)) => {
            formats::write_triples(triples, format, graph.mint().base(), &mut bytes)?;
        }
        (Answer::Triples(_), Kind::Rows(_)) => {
            bail!("the answer is triples; give --format turtle, ntriples, nquads, trig, rdfxml or jsonld")
        }
        (_, Kind::Triples(_)) => bail!("the answer is no triples; give --format table, csv, tsv, json or xml"),
        (Answer::Truth(truth), Kind::Table) => writeln!(bytes, "{}", if *truth { "yes" } else { "no" })?,
        (Answer::Solutions { columns, .. }, Kind::Table) => {
            let (mut columns, mut rows) = (columns.clone(), rows(graph, answer));
            let bound: Vec<bool> = (0..columns.len()).map(|at| rows.iter().any(|row| !row[at].is_empty())).collect();
            if named {
                // A saved question has columns that only some graphs fill.
                columns = kept(columns, &bound);
                rows = rows.into_iter().map(|row| kept(row, &bound)).collect();
            } else if !rows.is_empty() {
                unbound(&columns, &bound, rows.len());
            }
            if !rows.is_empty() && !columns.is_empty() {
                bytes.extend_from_slice(table::render(&columns, &rows, terminal::width()).as_bytes());
            }
        }
        (Answer::Solutions { columns, .. }, Kind::Rows(kind @ (QueryResultsFormat::Csv | QueryResultsFormat::Tsv)))
            if named =>
        {
            let tab = kind == QueryResultsFormat::Tsv;
            sheet(columns, &rows(graph, answer), if tab { b'\t' } else { b',' }, &mut bytes)?;
        }
        (_, Kind::Rows(format)) => query::write(answer, format, &mut bytes)?,
    }
    report::print(|out| {
        out.append(&mut bytes);
        Ok(())
    })
}

fn kept<T>(cells: Vec<T>, which: &[bool]) -> Vec<T> {
    cells.into_iter().zip(which).filter(|(_, kept)| **kept).map(|(cell, _)| cell).collect()
}

/// Says what a table can't show: columns that no answer has a value for, and answers without any column.
fn unbound(columns: &[String], bound: &[bool], answers: usize) {
    let names: Vec<String> =
        columns.iter().zip(bound).filter(|(_, bound)| !**bound).map(|(name, _)| format!("?{name}")).collect();
    if columns.is_empty() {
        report::say(&format!("{} without a column: the query asks for no variable.", text::count(answers, "answer")));
    } else if !names.is_empty() {
        report::say(&format!("No answer has a value for {}.", names.join(", ")));
    }
}

/// Whether an answer holds nothing.
pub(super) fn is_empty(answer: &Answer) -> bool {
    match answer {
        Answer::Solutions { rows, .. } => rows.is_empty(),
        Answer::Triples(triples) => triples.is_empty(),
        Answer::Truth(_) => false,
    }
}

/// The values of an answer as people read them.
pub(super) fn rows(graph: &Graph, answer: &Answer) -> Vec<Vec<String>> {
    let Answer::Solutions { rows, .. } = answer else { return Vec::new() };
    let show = |value: &Option<_>| value.as_ref().map(|term| graph.show(term)).unwrap_or_default();
    rows.iter().map(|row| row.iter().map(show).collect()).collect()
}

/// Prints rows of our own making.
pub(super) fn print_rows(columns: &[String], rows: &[Vec<String>], format: CountFormat) -> anyhow::Result<bool> {
    let mut bytes = Vec::new();
    match format {
        CountFormat::Table => bytes.extend(table::render(columns, rows, terminal::width()).bytes()),
        CountFormat::Csv => sheet(columns, rows, b',', &mut bytes)?,
        CountFormat::Tsv => sheet(columns, rows, b'\t', &mut bytes)?,
        CountFormat::Json => {
            let object = |row: &Vec<String>| {
                let pairs = columns.iter().cloned().zip(row.iter().cloned().map(serde_json::Value::String));
                serde_json::Value::Object(pairs.collect())
            };
            serde_json::to_writer_pretty(&mut bytes, &rows.iter().map(object).collect::<Vec<_>>())?;
            bytes.push(b'\n');
        }
    }
    report::print(|out| {
        out.append(&mut bytes);
        Ok(())
    })
}

fn sheet(columns: &[String], rows: &[Vec<String>], delimiter: u8, out: &mut Vec<u8>) -> anyhow::Result<()> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(out);
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| disarm(cell)))?;
    }
    writer.flush()?;
    Ok(())
}

/// A cell that a spreadsheet takes for text (OWASP, CSV injection).
fn disarm(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell.to_string() }
}

enum Kind {
    Table,
    Rows(QueryResultsFormat),
    Triples(RdfFormat),
}

fn kind(format: AnswerFormat) -> Kind {
    let triples = |name| Kind::Triples(formats::format(name).expect("a format of the table"));
    match format {
        AnswerFormat::Table => Kind::Table,
        AnswerFormat::Csv => Kind::Rows(QueryResultsFormat::Csv),
        AnswerFormat::Tsv => Kind::Rows(QueryResultsFormat::Tsv),
        AnswerFormat::Json => Kind::Rows(QueryResultsFormat::Json),
        AnswerFormat::Xml => Kind::Rows(QueryResultsFormat::Xml),
        AnswerFormat::Turtle => triples("turtle"),
        AnswerFormat::Ntriples => triples("ntriples"),
        AnswerFormat::Nquads => triples("nquads"),
        AnswerFormat::Trig => triples("trig"),
        AnswerFormat::Rdfxml => triples("rdfxml"),
        AnswerFormat::Jsonld => triples("jsonld"),
    }
}
