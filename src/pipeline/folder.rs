//! The folder that `build` keeps a graph in, and how a second build reuses the first.
//!
//! In: documents and knowledge. Out: `annotations.jsonl` (a header, then one record a line), `graph.nq`, `graph.ttl`,
//! `graph.graphml`. A record is kept as its document was read, and reused when that and the knowledge are the same; what
//! people decided stands in the header and is obeyed by everything after the records, which is made anew from all of them,
//! so that a build over an old folder equals a clean one, also where somebody damaged or edited a file of it. Files are written beside their places and renamed,
//! `annotations.jsonl` last: a build that is killed leaves a folder that the next one repairs.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::claim::record::DocumentRecord;
use crate::document::{Document, sha256};
use crate::entity::ledger::{Decision, Ledger};
use crate::graph::corpus::Corpus;
use crate::graph::export::{self, graphml};
use crate::rdf::{self, BuildDescription, formats, store};
use oxigraph::io::RdfFormat;

use super::decisions;

/// The file of records.
pub const RECORDS: &str = "annotations.jsonl";
/// How many files a build writes.
const FILES: usize = 4;

/// What a folder was built from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of the program.
    pub version: String,
    /// SHA-256 of the curated knowledge.
    pub knowledge: String,
    /// Beginning of the IRIs of the graph's own things.
    pub base: String,
    /// The input folders and files as they were given.
    pub input: Vec<String>,
    /// SHA-256 of each file below them, by the path that opens it.
    pub files: BTreeMap<String, String>,
    /// SHA-256 over what manifests say.
    pub manifests: String,
    /// The folders of the ontology, as they were given; empty for the built-in one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ontology: Vec<String>,
    /// What people decided about identity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// Whether the build had remarks on what it read: a second one reads it again, to repeat them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remarks: bool,
}

impl Header {
    /// What people decided.
    pub fn ledger(&self) -> Ledger {
        // Rows that did not hold were left out before they came here.
        Ledger::of(self.decisions.clone()).0
    }

    /// What the graph says of its build, with the built-in vocabulary.
    pub fn description(&self) -> BuildDescription {
        BuildDescription {
            version: self.version.clone(),
            knowledge_sha256: self.knowledge.clone(),
            base: self.base.clone(),
            links: self.ledger().links().map(|(key, iri)| (key.to_string(), iri.to_string())).collect(),
            ..BuildDescription::default()
        }
    }
}

#[derive(Serialize, Deserialize)]
struct HeaderLine {
    claimgraph: Header,
    /// SHA-256 of each file as it was written; of the records' own, of what follows its first line.
    #[serde(default)]
    written: BTreeMap<String, String>,
}

/// Why a folder can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no graph in it.
    #[error("no graph in {0}; run `claimgraph build INPUT -o {0}` first")]
    Missing(PathBuf),
    /// A line of its records is broken.
    #[error("{path}:{line}: the record can't be read ({problem}); run `claimgraph build` again")]
    Broken {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// Why.
        problem: String,
    },
    /// A file can't be read or written.
    #[error("can't use {path}: {problem}; check the folder's rights and the disk's space, then build again")]
    World {
        /// Which.
        path: PathBuf,
        /// Why.
        problem: std::io::Error,
    },
}

/// A folder's header and records.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What it was built from.
    pub header: Header,
    /// One record a document, as it was read: for what the graph says, see [`Kept::decided`].
    pub read: Vec<DocumentRecord>,
    /// Whether the records are those that `build` wrote.
    pub whole: bool,
}

impl Kept {
    /// The records as the graph has them: with what people decided.
    pub fn decided(self) -> Vec<DocumentRecord> {
        let ledger = self.header.ledger();
        decisions::decided(self.read, &ledger)
    }
}

/// Reads what a folder keeps.
pub fn load(folder: &Path) -> Result<Kept, FolderError> {
    let path = folder.join(RECORDS);
    let text = std::fs::read_to_string(&path).map_err(|problem| match problem.kind() {
        std::io::ErrorKind::NotFound => FolderError::Missing(folder.to_path_buf()),
        _ => FolderError::World { path: path.clone(), problem },
    })?;
    let broken = |line: usize, problem: String| FolderError::Broken { path: path.clone(), line, problem };
    let mut lines = text.lines().enumerate();
    let (_, first) = lines.next().ok_or_else(|| broken(1, "the file is empty".into()))?;
    let header: HeaderLine = serde_json::from_str(first).map_err(|problem| broken(1, problem.to_string()))?;
    let records = lines
        .map(|(at, line)| serde_json::from_str(line).map_err(|problem| broken(at + 1, problem.to_string())))
        .collect::<Result<_, _>>()?;
    let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
    let whole = header.written.get(RECORDS) == Some(&sha256(rest.as_bytes()));
    Ok(Kept { header: header.claimgraph, read: records, whole })
}

/// Where a folder's files are what a build from the same would write, whether that build had remarks on what it read;
/// nothing where a file was damaged or edited.
pub fn current(folder: &Path, header: &Header) -> Option<bool> {
    let records = std::fs::read(folder.join(RECORDS)).ok()?;
    let end = records.iter().position(|&byte| byte == b'\n').map_or(records.len(), |at| at + 1);
    let (first, rest) = records.split_at(end);
    let line = serde_json::from_slice::<HeaderLine>(first).ok()?;
    let as_written = |(name, hash): (&String, &String)| match name.as_str() {
        RECORDS => sha256(rest) == *hash,
        other => std::fs::read(folder.join(other)).is_ok_and(|bytes| sha256(&bytes) == *hash),
    };
    let remarks = line.claimgraph.remarks;
    let same = line.claimgraph == Header { remarks, ..header.clone() }
        && line.written.len() == FILES
        && line.written.iter().all(as_written);
    same.then_some(remarks)
}

/// The kept records whose documents are the same, by document; empty where the knowledge or the program changed.
pub fn reusable(kept: Option<Kept>, header: &Header) -> BTreeMap<String, DocumentRecord> {
    let same =
        |kept: &Kept| kept.whole && kept.header.version == header.version && kept.header.knowledge == header.knowledge;
    let records = kept.filter(same).map_or(Vec::new(), |kept| kept.read);
    records.into_iter().map(|record| (record.id.clone(), record)).collect()
}

/// Whether a record was made from this document.
pub fn is_of(record: &DocumentRecord, document: &Document) -> bool {
    let metadata = &document.metadata;
    record.sha256 == document.sha256
        && record.path == document.path
        && record.language == document.language
        && record.title == metadata.title
        && record.publisher == metadata.publisher
        && record.author == metadata.author
        && record.date == metadata.date
        && record.url == metadata.url
}

/// Writes all files of a folder, from the records as they were read; answers how many quads the dataset has. `progress`
/// is told how much of the drawing's work is done, of how much.
pub fn write(
    folder: &Path,
    header: &Header,
    records: &[DocumentRecord],
    vocabulary: &str,
    progress: impl FnMut(u64, u64),
) -> Result<usize, FolderError> {
    std::fs::create_dir_all(folder).map_err(world(folder))?;
    let ledger = header.ledger();
    let obeyed = (!ledger.is_empty()).then(|| decisions::decided(records.to_vec(), &ledger));
    let decided = obeyed.as_deref().unwrap_or(records);
    let quads = rdf::dataset(decided, &BuildDescription { vocabulary: vocabulary.to_string(), ..header.description() });
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    for (name, format) in [(store::DATASET, RdfFormat::NQuads), ("graph.ttl", RdfFormat::Turtle)] {
        let mut bytes = Vec::new();
        formats::write(&quads, format, &header.base, &mut bytes).map_err(world(&folder.join(name)))?;
        files.push((name, bytes));
    }
    let mut bytes = Vec::new();
    let drawing = export::drawing(&Corpus::new(decided), export::Drawing::default(), progress);
    graphml::write_drawing(&drawing, graphml::Profile::Gephi, &mut bytes)
        .map_err(world(&folder.join("graph.graphml")))?;
    files.push(("graph.graphml", bytes));
    files.push((RECORDS, lines(header, records, &files)));
    replace(folder, &files)?;
    Ok(quads.len())
}

/// The records' file: the header, with the hashes of all files, and one record a line.
fn lines(header: &Header, records: &[DocumentRecord], files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut rest = Vec::new();
    for record in records {
        serde_json::to_writer(&mut rest, record).expect("a record is plain data");
        rest.push(b'\n');
    }
    let mut written: BTreeMap<String, String> =
        files.iter().map(|(name, bytes)| ((*name).to_string(), sha256(bytes))).collect();
    written.insert(RECORDS.to_string(), sha256(&rest));
    let line = HeaderLine { claimgraph: header.clone(), written };
    let mut bytes = serde_json::to_vec(&line).expect("a header is plain data");
    bytes.push(b'\n');
    bytes.append(&mut rest);
    bytes
}

fn world(path: &Path) -> impl FnOnce(std::io::Error) -> FolderError {
    let path = path.to_path_buf();
    move |problem| FolderError::World { path, problem }
}

/// Puts files in the places of those that stand there.
fn replace(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), FolderError> {
    // Everything is on the disk before the first file is renamed, so that a full disk changes nothing.
    let mut ready = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        let mut file = store::temporary(folder).map_err(world(&path))?;
        file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(world(&path))?;
        ready.push((path, file));
    }
    // Between the renames the records are gone: a build that is killed here is repaired by the next.
    let records_file = folder.join(RECORDS);
    if records_file.exists() {
        std::fs::remove_file(&records_file).map_err(world(&records_file))?;
    }
    for (path, file) in ready {
        file.persist(&path).map_err(|problem| FolderError::World { path: path.clone(), problem: problem.error })?;
    }
    Ok(())
}
