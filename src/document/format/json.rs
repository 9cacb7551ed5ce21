//! JSON and JSON Lines: one document an object, with `id`, `text`, `title`, `date`, `publisher`, `author`, `url`.
//!
//! In: decoded text: an array, one object, or one object a line. Out: documents; an object without text and a line that is
//! no JSON are diagnostics, the rest is read.

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Place, broken_json};
use crate::document::manifest::is_date;
use crate::document::read::SourceFile;
use crate::document::{Document, Metadata};

/// Reads the documents of a file.
pub(super) fn read(text: &str, file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Vec<Document> {
    let stem = super::stem(&file.path);
    let objects: Vec<(u32, String, Value)> = match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(list)) => list.into_iter().map(|value| (1, value.to_string(), value)).collect(),
        Ok(value) => vec![(1, text.to_string(), value)],
        Err(problem) => lines(text, file, &problem, diagnostics),
    };
    let single = objects.len() == 1;
    let mut documents = Vec::new();
    for (number, (line, raw, value)) in objects.into_iter().enumerate() {
        let field = |key: &str| {
            value.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty()).map(str::to_string)
        };
        let Some(text) = field("text") else {
            let place = Place { file: file.place().file, line, column: 0 };
            let hint = "give each object a `text`, and an `id`, `title`, `date`, `publisher`, `url` where known";
            diagnostics.push(Diagnostic::error(place, "no-text", "the object has no `text`").hint(hint));
            continue;
        };
        let unnamed = if single { stem.clone() } else { format!("{stem}-{}", number + 1) };
        let metadata = Metadata {
            title: field("title"),
            publisher: field("publisher"),
            author: field("author"),
            date: field("date")
                .and_then(|date| date.get(..10.min(date.len())).filter(|day| is_date(day)).map(str::to_string)),
            url: field("url"),
        };
        documents.push(Document {
            id: field("id").unwrap_or(unnamed),
            path: file.path.clone(),
            text,
            metadata,
            sha256: if single { file.sha256.clone() } else { super::hash_of(&raw) },
            language: String::new(),
        });
    }
    documents
}

/// One object a line; where no line is one, the whole is broken, and `problem` says where.
fn lines(
    text: &str,
    file: &SourceFile,
    problem: &serde_json::Error,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(u32, String, Value)> {
    let broken = |line: u32, problem: &serde_json::Error| {
        let hint = "write an object such as {\"text\": \"…\"}, a list of them, or one a line";
        broken_json(&file.place().file, line, problem).hint(hint)
    };
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for (number, line) in (1u32..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Value>(line) {
            Ok(value) => found.push((number, line.to_string(), value)),
            Err(problem) => wrong.push(broken(number, &problem)),
        }
    }
    if found.iter().any(|(_, _, value)| value.is_object()) {
        diagnostics.append(&mut wrong);
        return found;
    }
    diagnostics.push(broken(1, problem));
    Vec::new()
}
