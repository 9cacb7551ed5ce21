//! Manifests: what a person says about the documents of a folder.
//!
//! In: `manifest.toml` or `manifest.json`, one table for each file stem with `title`, `publisher`, `author`, `date`, `url`.
//! Out: [`Manifest`], and a diagnostic for every unknown key, wrong type and bad date. What it says wins over what the
//! document says of itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::Metadata;
use super::format::{Format, decode};
use super::read::{MANIFESTS, at};
use crate::diagnostic::{Diagnostic, Place, broken_json, broken_toml, suggestion};

/// A folder's manifest.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    entries: BTreeMap<String, Metadata>,
    /// Whether it is broken, so that what it says may be another thing than what was meant.
    doubtful: bool,
}

const KEYS: [&str; 5] = ["title", "publisher", "author", "date", "url"];

impl Manifest {
    /// Reads a folder's manifest, if it has one.
    pub(super) fn read(folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let path = place(folder);
        let Ok(bytes) = std::fs::read(&path) else { return Self::default() };
        let (file, text) = (at(&path).file, decode(&bytes, Format::Text));
        match path.extension().is_some_and(|ending| ending == "json") {
            true => Self::from_json(&file, &text, diagnostics),
            false => Self::from_toml(&file, &text, diagnostics),
        }
    }

    fn from_toml(file: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let (root, problems) = toml::de::DeTable::parse_recoverable(text);
        let mut doubtful = Vec::new();
        let broken = broken_toml(file, text, &problems);
        let hint = "write `[\"file-stem\"]`, and below it lines such as `date = \"2020-06-29\"`";
        diagnostics.extend(broken.map(|found| found.hint(hint)));
        // What follows a mistake may only seem to be wrong.
        let diagnostics = if problems.is_empty() { diagnostics } else { &mut doubtful };
        let mut manifest = Self { doubtful: !problems.is_empty(), ..Self::default() };
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
                let hint = "write {\"file-stem\": {\"date\": \"2020-06-29\"}}";
                diagnostics.push(broken_json(file, 1, &problem).hint(hint));
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

    /// Warnings of documents that it tells of and that its folder does not have: of the first by name, of how many more.
    pub(super) fn unmet(&self, folder: &Path, ids: &BTreeSet<String>) -> Vec<Diagnostic> {
        const NAMED: usize = 5;
        let file = || at(&place(folder));
        let warning = |id: &String| {
            let near = suggestion(id, ids.iter().map(String::as_str));
            let message = format!("no document of this folder is called \"{id}\"{near}");
            let hint = "a document is called as its file is, without the ending, or by the `id` of its JSON object";
            Diagnostic::warning(file(), "unknown-document", message).hint(hint)
        };
        let unmet: Vec<&String> = self.entries.keys().filter(|id| !self.doubtful && !ids.contains(*id)).collect();
        let more = unmet.len().checked_sub(NAMED).filter(|&more| more > 0).map(|more| {
            let message = format!("{more} more documents of the manifest are not in this folder");
            Diagnostic::warning(file(), "unknown-document", message)
        });
        unmet.into_iter().take(NAMED).map(warning).chain(more).collect()
    }

    /// What is said about a document.
    pub(super) fn entry(&self, stem: &str) -> Option<&Metadata> {
        self.entries.get(stem)
    }
}

/// Where a folder has its manifest.
fn place(folder: &Path) -> PathBuf {
    let [toml, json] = MANIFESTS.map(|name| folder.join(name));
    if json.is_file() && !toml.is_file() { json } else { toml }
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
