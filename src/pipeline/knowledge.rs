//! Everything curated that reading needs, compiled: syntax model, gazetteer, rules.
//!
//! In: the ontology that is built into the program, or folders that replace or extend it. Out: [`Knowledge`], with a
//! hash over every file that went in, and a diagnostic for every mistake in them. Loading fails only where the world
//! does (a folder that can't be read).

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use oxigraph::io::{RdfFormat, RdfParser};
use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Place};
use crate::gazetteer::{self, Gazetteer};
use crate::rules::Rules;
use crate::syntax::Syntax;

static ONTOLOGY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/ontology");

/// Curated knowledge, ready for reading.
#[derive(Debug)]
pub struct Knowledge {
    /// Sentences, tags, trees.
    pub syntax: Syntax,
    /// The listed names.
    pub gazetteer: Gazetteer,
    /// The rules.
    pub rules: Rules,
    /// Local names of the vocabulary's properties, which rules may claim.
    pub properties: Vec<String>,
    /// SHA-256 over names and contents of all files, in hexadecimal digits.
    pub sha256: String,
}

/// Why knowledge could not be loaded at all.
#[derive(Debug, thiserror::Error)]
pub enum KnowledgeError {
    /// A folder or file can't be read.
    #[error("can't read {path}: {problem}; give --ontology a folder with gazetteer/ and rules/")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        problem: std::io::Error,
    },
    /// The model in the program is broken.
    #[error("the built-in syntax model can't be used: {0}")]
    Syntax(String),
}

/// The files of an ontology: path below it and text, sorted by path.
pub type Files = Vec<(String, String)>;

impl Knowledge {
    /// Loads the built-in ontology, or the folders that are given, later ones on top of earlier ones; a folder named
    /// `builtin` stands for the built-in one.
    pub fn load(folders: &[PathBuf]) -> Result<(Knowledge, Vec<Diagnostic>), KnowledgeError> {
        let files = files(folders)?;
        let (gazetteer, diagnostics) = compiled(folders, &files)?;
        let (knowledge, mut diagnostics) = match gazetteer {
            Some(gazetteer) => Self::with(gazetteer, diagnostics, &files)?,
            None => {
                let (gazetteer, more) = Gazetteer::load(&lists(&files));
                Self::with(gazetteer, diagnostics.into_iter().chain(more).collect(), &files)?
            }
        };
        for found in &mut diagnostics {
            found.place.file = opened(folders, &found.place.file);
        }
        Ok((knowledge, diagnostics))
    }

    /// Compiles files.
    pub fn compile(files: &Files) -> Result<(Knowledge, Vec<Diagnostic>), KnowledgeError> {
        let (gazetteer, diagnostics) = Gazetteer::load(&lists(files));
        Self::with(gazetteer, diagnostics, files)
    }

    /// Joins a gazetteer with the rest that the files hold.
    fn with(
        gazetteer: Gazetteer,
        mut diagnostics: Vec<Diagnostic>,
        files: &Files,
    ) -> Result<(Knowledge, Vec<Diagnostic>), KnowledgeError> {
        let syntax = Syntax::embedded().map_err(|problem| KnowledgeError::Syntax(problem.to_string()))?;
        diagnostics.extend(vocabularies(files).filter_map(|(name, text)| broken(name, text)));
        let properties = properties(&vocabulary(files));
        let (rules, more) = Rules::load(&of(files, "rules/", ".toml"), &properties);
        diagnostics.extend(more);
        let sha256 = fingerprint(files);
        Ok((Knowledge { syntax, gazetteer, rules, properties, sha256 }, diagnostics))
    }
}

fn is_in(name: &str, folder: &str, ending: &str) -> bool {
    name.starts_with(folder) && name.ends_with(ending)
}

fn of(files: &Files, folder: &str, ending: &str) -> Files {
    files.iter().filter(|(name, _)| is_in(name, folder, ending)).cloned().collect()
}

/// The name lists among files.
pub fn lists(files: &Files) -> Files {
    of(files, "gazetteer/", ".csv")
}

/// The file in an ontology's folder that holds the name lists of the whole stack, compiled.
pub const COMPILED: &str = "gazetteer.compiled";

/// The compiled name lists beside the last folder that has some, unless the lists say something else by now.
fn compiled(folders: &[PathBuf], files: &Files) -> Result<(Option<Gazetteer>, Vec<Diagnostic>), KnowledgeError> {
    for folder in folders.iter().rev() {
        let path = folder.join(COMPILED);
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => continue,
            Err(problem) => return Err(KnowledgeError::Unreadable { path, problem }),
        };
        return Ok(match Gazetteer::from_compiled(&bytes, lists_hash(files)) {
            Ok(gazetteer) => (Some(gazetteer), Vec::new()),
            Err(problem) => {
                let place = Place::file(path.to_string_lossy());
                let message = format!("the compiled name lists are not used: {problem}");
                let hint = "run `claimgraph rules compile` with the same --ontology again, or delete the file";
                (None, vec![Diagnostic::warning(place, "unused-compiled", message).hint(hint)])
            }
        });
    }
    Ok((None, Vec::new()))
}

/// A file of the ontology with the folder that it was read from: the last that has it.
fn opened(folders: &[PathBuf], name: &str) -> String {
    let own = folders.iter().rev().map(|folder| folder.join(name)).find(|path| path.is_file());
    own.map_or(name.to_string(), |path| path.to_string_lossy().replace('\\', "/"))
}

/// SHA-256 over the name lists among files.
pub fn lists_hash(files: &Files) -> [u8; 32] {
    let lists = files.iter().filter(|(name, _)| is_in(name, "gazetteer/", ".csv"));
    gazetteer::hash(lists.map(|(name, text)| (name.as_str(), text.as_str())))
}

/// SHA-256 over names and contents of files and over the syntax model, in hexadecimal digits.
pub fn fingerprint(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, text) in files {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    hash.update(Syntax::packed());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The vocabulary among files: `vocabulary.ttl` and what packs add to it, `vocabulary-….ttl`. A broken file is left out.
pub fn vocabulary(files: &Files) -> String {
    let sound = vocabularies(files).filter(|(name, text)| broken(name, text).is_none());
    sound.map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

fn vocabularies(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let part = |name: &str| name.starts_with("vocabulary") && name.ends_with(".ttl");
    files.iter().filter(move |(name, _)| part(name)).map(|(name, text)| (name.as_str(), text.as_str()))
}

/// The first mistake in a Turtle file.
fn broken(name: &str, text: &str) -> Option<Diagnostic> {
    let problem = RdfParser::from_format(RdfFormat::Turtle).for_slice(text.as_bytes()).find_map(Result::err)?;
    let number = |at: u64| u32::try_from(at + 1).unwrap_or(0);
    let (line, column) = problem.location().map_or((0, 0), |at| (number(at.start.line), number(at.start.column)));
    let place = Place { file: name.to_string(), line, column };
    let hint = "mend the file; until then nothing of it is read";
    Some(Diagnostic::error(place, "bad-vocabulary", problem.to_string()).hint(hint))
}

/// The files of the built-in ontology, or of folders on top of each other.
pub fn files(folders: &[PathBuf]) -> Result<Files, KnowledgeError> {
    let mut all: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    if folders.is_empty() {
        builtin(&ONTOLOGY, &mut all);
    }
    for folder in folders {
        if folder.as_os_str() == "builtin" {
            builtin(&ONTOLOGY, &mut all);
        } else {
            on_disk(folder, folder, &mut all)?;
        }
    }
    Ok(all.into_iter().collect())
}

fn builtin(folder: &Dir<'_>, all: &mut std::collections::BTreeMap<String, String>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if let Some(text) = file.contents_utf8().filter(|_| is_knowledge(&name)) {
            all.insert(name, text.to_string());
        }
    }
    for inner in folder.dirs() {
        builtin(inner, all);
    }
}

fn on_disk(
    root: &Path,
    folder: &Path,
    all: &mut std::collections::BTreeMap<String, String>,
) -> Result<(), KnowledgeError> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |problem| KnowledgeError::Unreadable { path, problem }
    };
    for entry in std::fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            on_disk(root, &path, all)?;
        } else if is_knowledge(&name) {
            all.insert(name, std::fs::read_to_string(&path).map_err(failed(&path))?);
        }
    }
    Ok(())
}

fn is_knowledge(name: &str) -> bool {
    [".csv", ".toml", ".ttl"].iter().any(|ending| name.ends_with(ending))
}

/// The local names of the vocabulary's claim properties: subjects of `a cg:ClaimProperty` or `rdf:Property` lines.
fn properties(vocabulary: &str) -> Vec<String> {
    let property = regex::Regex::new(r"(?m)^cg:([a-z]\w*)\s+a\s+[^;.]*\bcg:ClaimProperty\b").expect("a valid pattern");
    property.captures_iter(vocabulary).map(|found| found[1].to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_vocabulary_is_named_with_its_line_and_takes_no_other_with_it() {
        let prefix = "@prefix cg: <https://w3id.org/claimgraph/ns#> .\n";
        let files = [
            ("vocabulary-a.ttl", "cg:owns a cg:ClaimProperty .\n"),
            ("vocabulary-b.ttl", "cg:buys a cg:ClaimProperty ; .. \n"),
            ("vocabulary-c.ttl", "cg:sells a cg:ClaimProperty .\n"),
        ];
        let files: Files = files.map(|(name, text)| (name.to_string(), format!("{prefix}{text}"))).to_vec();
        let (knowledge, found) = Knowledge::compile(&files).expect("the built-in model");
        let places: Vec<_> = found.iter().map(|one| (one.code, one.place.file.as_str(), one.place.line)).collect();
        assert_eq!(places, [("bad-vocabulary", "vocabulary-b.ttl", 2)]);
        assert_eq!(knowledge.properties, ["owns", "sells"]);
    }
}
