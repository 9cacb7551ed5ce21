//! The commands that ask the graph, one file each.

mod answer;
pub(in crate::cli) mod ask;
pub(in crate::cli) mod dossier;
pub(in crate::cli) mod explain;
pub(in crate::cli) mod query;
mod shell;
pub(in crate::cli) mod stats;
pub(in crate::cli) mod verify;

use std::path::Path;

use super::report;
use crate::rdf::store::{DATASET, Graph, StoreError};

/// Opens a graph; a large one takes seconds, which a terminal is told.
pub(in crate::cli) fn open(folder: &Path) -> Result<Graph, StoreError> {
    let kilobytes = std::fs::metadata(folder.join(DATASET)).map_or(0, |file| file.len() / 1000);
    let line = report::work("loading the graph", usize::try_from(kilobytes / 20).unwrap_or(usize::MAX));
    let graph = Graph::open(folder);
    line.finish_and_clear();
    graph
}
