//! The texts of documents that a graph was built from, for exports that show them.
//!
//! In: the folder's header and its records. Out: texts by document id, of those documents that are still where `build`
//! read them and have not changed since; how many are missing is said on stderr.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::claim::record::DocumentRecord;
use crate::cli::report::{self, text::counted};
use crate::document;
use crate::pipeline::folder::Header;

/// Larger files were skipped by `build` already.
const MAX_BYTES: u64 = 4 << 30;

/// The texts of the records' documents.
pub(in crate::cli) fn texts(header: &Header, records: &[DocumentRecord]) -> BTreeMap<String, String> {
    let inputs: Vec<PathBuf> = header.input.iter().filter(|input| *input != "-").map(PathBuf::from).collect();
    let hashes: BTreeMap<&str, &str> = records.iter().map(|record| (&*record.id, &*record.sha256)).collect();
    let documents = document::read(&inputs, MAX_BYTES).map_or(Vec::new(), |collection| collection.documents);
    let same = |document: &document::Document| hashes.get(&*document.id) == Some(&&*document.sha256);
    let texts: BTreeMap<String, String> =
        documents.into_iter().filter(same).map(|document| (document.id, document.text)).collect();
    if texts.len() < records.len() {
        report::say(&format!(
            "note: {} of {} not where `build` read them, or changed since; their texts are left out",
            records.len() - texts.len(),
            counted(records.len(), "document is", "documents are")
        ));
    }
    texts
}
