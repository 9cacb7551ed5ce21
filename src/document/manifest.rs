//! Manifests: what a person says about the documents of a folder.
//!
//! In: `manifest.toml` or `manifest.json`, one table for each file stem with `title`, `publisher`, `author`, `date`, `url`.
//! Out: [`Manifest`], and a diagnostic for every unknown key, wrong type and bad date. What it says wins over what the
//! document says of itself.

use std::collections::BTreeMap;
use std::path::Path;

use super::Metadata;
use super::read::at;
use crate::diagnostic::{Diagnostic, Place};

/// A folder's manifest.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    entries: BTreeMap<String, Metadata>,
}

const KEYS: [&str; 5] = ["title", "publisher", "author", "date", "url"];

impl Manifest {
    /// Reads a folder's manifest, if it has one.
    pub(super) fn read(folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let toml = folder.join("manifest.toml");
        let json = folder.join("manifest.json");
        if let Ok(text) = std::fs::read_to_string(&toml) {
            Self::from_toml(&at(&toml).file, &text, diagnostics)
        } else if let Ok(text) = std::fs::read_to_string(&json) {
            Self::from_json(&at(&json).file, &text, diagnostics)
        } else {
            Self::default()
        }
    }

    fn from_toml(file: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let (root, problems) = toml::de::DeTable::parse_recoverable(text);
        for problem in problems {
            let start = problem.span().map_or(0, |span| span.start);
            let found = Diagnostic::error(Place::of_byte(file, text, start), "bad-toml", problem.message());
            diagnostics.push(found.hint("write `[\"file-stem\"]`, and below it lines such as `date = \"2020-06-29\"`"));
        }
        let mut manifest = Self::default();
        for (stem, value) in root.get_ref() {
            let at = |offset: usize| Place::of_byte(file, text, offset);
            let Some(table) = value.get_ref().as_table() else {
                let hint = "write a table for each file: [\"file-stem\"]";
                let message = format!("`{}` is no table", stem.get_ref());
                diagnostics.push(Diagnostic::error(at(stem.span().start), "wrong-type", message).hint(hint));
                continue;
            };
            let entry = manifest.entries.entry(stem.get_ref().to_string()).or_default();
            for (key, value) in table {
                let text = value
                    .get_ref()
                    .as_str()
                    .map(str::to_string)
                    .or_else(|| value.get_ref().as_datetime().map(ToString::to_string));
                set(entry, key.get_ref(), text, at(key.span().start), diagnostics);
            }
        }
        manifest
    }

    fn from_json(file: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut manifest = Self::default();
        let root: serde_json::Map<String, serde_json::Value> = match serde_json::from_str(text) {
            Ok(root) => root,
            Err(problem) => {
                let line = u32::try_from(problem.line()).unwrap_or(0);
                let place =
                    Place { file: file.to_string(), line, column: u32::try_from(problem.column()).unwrap_or(0) };
                let hint = "write {\"file-stem\": {\"date\": \"2020-06-29\"}}";
                diagnostics.push(Diagnostic::error(place, "bad-json", problem.to_string()).hint(hint));
                return manifest;
            }
        };
        for (stem, value) in root {
            let entry = manifest.entries.entry(stem).or_default();
            for (key, value) in value.as_object().into_iter().flatten() {
                if value.is_null() {
                    continue;
                }
                set(entry, key, value.as_str().map(str::to_string), Place::file(file), diagnostics);
            }
        }
        manifest
    }

    /// What is said about a document.
    pub(super) fn entry(&self, stem: &str) -> Option<&Metadata> {
        self.entries.get(stem)
    }
}

fn set(entry: &mut Metadata, key: &str, value: Option<String>, place: Place, diagnostics: &mut Vec<Diagnostic>) {
    let Some(value) = value else {
        let found = Diagnostic::error(place, "wrong-type", format!("`{key}` must be a string"));
        diagnostics.push(found.hint(format!("write `{key} = \"…\"`")));
        return;
    };
    match key {
        "title" => entry.title = Some(value),
        "publisher" => entry.publisher = Some(value),
        "author" => entry.author = Some(value),
        "url" | "source" => entry.url = Some(value),
        "date" if is_date(&value) => entry.date = Some(value),
        "date" => {
            let message = format!("\"{value}\" is no date");
            diagnostics.push(Diagnostic::error(place, "bad-date", message).hint("write 2020-06-29, 2020-06 or 2020"));
        }
        _ if key == "licence" || key == "license" || key == "note" || key == "gold" => {}
        _ => {
            let message = format!("`{key}` is no key of a manifest");
            let hint = format!("known keys: {}", KEYS.join(", "));
            diagnostics.push(Diagnostic::warning(place, "unknown-key", message).hint(hint));
        }
    }
}

/// Whether a text is an ISO 8601 day, month or year.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let lengths = [4, 2, 2];
    if parts.is_empty() || parts.len() > 3 || !parts.iter().zip(lengths).all(|(part, length)| digits(part, length)) {
        return false;
    }
    parts.len() < 3 || text.parse::<jiff::civil::Date>().is_ok()
}

impl Metadata {
    /// What this says, and for what it leaves out, what `other` says.
    pub(super) fn over(&self, other: Metadata) -> Metadata {
        let pick = |mine: &Option<String>, theirs: Option<String>| mine.clone().or(theirs);
        Metadata {
            title: pick(&self.title, other.title),
            publisher: pick(&self.publisher, other.publisher),
            author: pick(&self.author, other.author),
            date: pick(&self.date, other.date),
            url: pick(&self.url, other.url),
        }
    }
}
