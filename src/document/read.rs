//! Reading a collection: files and folders become documents, everything else a diagnostic.
//!
//! In: paths. Out: a [`Collection`], documents in the order of their paths, whatever the file system says. A file is read
//! in two steps, [`list`] (bytes and hash) and [`parse`] (text and metadata), so that an unchanged collection costs only
//! its bytes. Nothing is taken from the clock or from file times.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::format::{self, Format};
use super::manifest::Manifest;
use super::{Document, language};
use crate::diagnostic::{Diagnostic, Place};

/// A file that may hold documents.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Below the folder that was given, with `/`; `-` for standard input.
    pub path: String,
    /// Where it is.
    pub absolute: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
    format: Format,
}

/// Files, manifests and what could not be read.
#[derive(Debug, Default)]
pub struct Listing {
    /// In the order of their paths.
    pub files: Vec<SourceFile>,
    /// By folder.
    manifests: BTreeMap<PathBuf, Manifest>,
    /// The files and folders that were given.
    inputs: Vec<PathBuf>,
    /// The files in which people decide about identity, each a path and a text, in the order of their folders.
    pub ledgers: Vec<(String, String)>,
    /// The files of folders that tell where documents come from, and are no documents themselves.
    pub about: Vec<String>,
    /// What was skipped and why.
    pub diagnostics: Vec<Diagnostic>,
}

impl SourceFile {
    /// The file in diagnostics: unlike its path, it tells files of several folders apart.
    pub fn place(&self) -> Place {
        at(&self.absolute)
    }
}

impl Listing {
    /// SHA-256 over what the manifests say.
    pub fn manifests(&self) -> String {
        let said: Vec<String> = self.manifests.values().map(|manifest| format!("{manifest:?}")).collect();
        hash(said.join("\n").as_bytes())
    }
}

/// Documents and what could not be read.
#[derive(Debug, Default)]
pub struct Collection {
    /// In the order of their paths.
    pub documents: Vec<Document>,
    /// What was skipped and why.
    pub diagnostics: Vec<Diagnostic>,
}

/// An input that can't be used at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A path that was given does not exist or can't be read.
    #[error("can't read {path}: {problem}; give a file or a folder with documents")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        problem: std::io::Error,
    },
}

/// Reads a collection; files larger than `max_bytes` are skipped with a diagnostic.
pub fn read(inputs: &[PathBuf], max_bytes: u64) -> Result<Collection, ReadError> {
    let listing = list(inputs, max_bytes)?;
    Ok(parse(&listing))
}

/// Finds and hashes the files of a collection.
pub fn list(inputs: &[PathBuf], max_bytes: u64) -> Result<Listing, ReadError> {
    let mut listing = Listing { inputs: inputs.to_vec(), ..Listing::default() };
    for input in inputs {
        if input.as_os_str() == "-" {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes)
                .map_err(|problem| ReadError::Unreadable { path: input.clone(), problem })?;
            let sha256 = hash(&bytes);
            let (path, absolute) = ("-".to_string(), input.clone());
            listing.files.push(SourceFile { path, absolute, bytes, sha256, format: Format::Text });
            continue;
        }
        let found =
            std::fs::metadata(input).map_err(|problem| ReadError::Unreadable { path: input.clone(), problem })?;
        if found.is_dir() {
            std::fs::read_dir(input).map_err(|problem| ReadError::Unreadable { path: input.clone(), problem })?;
            walk(input, input, max_bytes, 0, &mut listing);
        } else {
            let root = input.parent().unwrap_or(Path::new(""));
            manifest(root, &mut listing);
            file(root, input, max_bytes, true, &mut listing);
        }
    }
    listing.files.sort_by(|a, b| a.path.cmp(&b.path));
    listing.files.dedup_by(|a, b| a.absolute == b.absolute && a.path == b.path);
    Ok(listing)
}

/// Deepest folder that is looked into, so that a loop of links ends.
const MAX_DEPTH: usize = 32;

fn walk(root: &Path, folder: &Path, max_bytes: u64, depth: usize, listing: &mut Listing) {
    manifest(folder, listing);
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(problem) => {
            let message = format!("the folder can't be read: {problem}");
            listing.diagnostics.push(Diagnostic::error(at(folder), "unreadable", message));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() && depth < MAX_DEPTH {
            walk(root, &path, max_bytes, depth + 1, listing);
        } else if !path.is_dir() {
            file(root, &path, max_bytes, false, listing);
        }
    }
}

/// A file in diagnostics: by the folder that was given and its path below it, as it can be opened.
pub(super) fn at(path: &Path) -> Place {
    Place::file(path.to_string_lossy().replace('\\', "/"))
}

fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The files of a folder that hold decisions about identity.
pub const LEDGERS: [&str; 2] = ["identities.csv", "links.csv"];

/// The files of a folder that say what is known of its documents.
pub(super) const MANIFESTS: [&str; 2] = ["manifest.toml", "manifest.json"];

/// The files of a folder that tell people where its documents come from and what may be done with them.
const ABOUT: [&str; 4] = ["SOURCE.md", "README.md", "LICENSE", "LICENSE.md"];

/// Reads what people say about a folder's documents and about those whom they name.
fn manifest(folder: &Path, listing: &mut Listing) {
    if listing.manifests.contains_key(folder) {
        return;
    }
    let mut diagnostics = Vec::new();
    let read = Manifest::read(folder, &mut diagnostics);
    listing.diagnostics.append(&mut diagnostics);
    listing.manifests.insert(folder.to_path_buf(), read);
    for file in LEDGERS {
        let path = folder.join(file);
        match std::fs::read(&path) {
            Ok(bytes) => listing.ledgers.push((at(&path).file, format::decode(&bytes, Format::Text))),
            Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => (),
            Err(problem) => {
                let message = format!("the file can't be read: {problem}");
                listing.diagnostics.push(Diagnostic::error(at(&path), "unreadable", message));
            }
        }
    }
}

fn file(root: &Path, path: &Path, max_bytes: u64, asked: bool, listing: &mut Listing) {
    let shown = name(root, path);
    let place = || at(path);
    let stem = path.file_name().map(|name| name.to_string_lossy().to_string()).unwrap_or_default();
    let is_one = |names: &[&str]| names.contains(&stem.as_str());
    if !asked && is_one(&ABOUT) {
        listing.about.push(place().file);
        return;
    }
    if !asked && (is_one(&MANIFESTS) || is_one(&LEDGERS)) {
        return;
    }
    let Some(format) = Format::of(path) else {
        let message = "the file's type is not known, so it was skipped";
        let hint = "known: .txt, .md, .html, .json, .jsonl";
        listing.diagnostics.push(Diagnostic::note(place(), "unknown-type", message).hint(hint));
        return;
    };
    let size = std::fs::metadata(path).map_or(0, |found| found.len());
    if size > max_bytes {
        let message = format!("the file has {} MB, more than the limit of {} MB", size >> 20, max_bytes >> 20);
        listing
            .diagnostics
            .push(Diagnostic::error(place(), "too-large", message).hint("raise the limit with --max-size MB"));
        return;
    }
    match std::fs::read(path) {
        Ok(bytes) => {
            let sha256 = hash(&bytes);
            listing.files.push(SourceFile { path: shown, absolute: path.to_path_buf(), bytes, sha256, format });
        }
        Err(problem) => {
            let message = format!("the file can't be read: {problem}");
            listing.diagnostics.push(Diagnostic::error(place(), "unreadable", message));
        }
    }
}

/// SHA-256 in lower-case hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the documents of the listed files.
pub fn parse(listing: &Listing) -> Collection {
    let mut collection = Collection { documents: Vec::new(), diagnostics: listing.diagnostics.clone() };
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut met: BTreeMap<&Path, BTreeSet<String>> = BTreeMap::new();
    for file in &listing.files {
        let folder = file.absolute.parent().unwrap_or(Path::new(""));
        let manifest = listing.manifests.get(folder);
        for mut document in format::documents(file.format, file, &mut collection.diagnostics) {
            if let Some(entry) = manifest.and_then(|manifest| manifest.entry(&document.id)) {
                document.metadata = entry.over(document.metadata);
            }
            met.entry(folder).or_default().insert(document.id.clone());
            document.language = language::of(&document.text);
            if let Some(first) = taken.get(&document.id) {
                let message = format!("the id \"{}\" is taken by {first}", document.id);
                let changed = format!("{}-{}", document.id, &document.sha256[..8]);
                let hint = format!("this document is called \"{changed}\"; rename one of the two");
                collection.diagnostics.push(Diagnostic::warning(file.place(), "double-id", message).hint(hint));
                document.id = changed;
            }
            taken.insert(document.id.clone(), file.place().file);
            collection.documents.push(document);
        }
    }
    // Of a folder of which only files were given, not all documents are known.
    let whole = |folder: &Path| listing.inputs.iter().any(|input| folder.starts_with(input));
    for (folder, manifest) in listing.manifests.iter().filter(|(folder, _)| whole(folder)) {
        let ids = met.remove(folder.as_path()).unwrap_or_default();
        collection.diagnostics.extend(manifest.unmet(folder, &ids));
    }
    if collection.documents.is_empty() {
        let inputs: Vec<String> = listing.inputs.iter().map(|input| at(input).file).collect();
        let none = Diagnostic::error(Place::file(inputs.join(", ")), "no-documents", "there is no document to read");
        collection
            .diagnostics
            .push(none.hint("give files, or a folder with files, that end in .txt, .md, .html, .json or .jsonl"));
    }
    collection
}
