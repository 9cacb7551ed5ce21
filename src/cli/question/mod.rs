//! The commands that ask the graph, one file each.

mod answer;
pub(in crate::cli) mod ask;
pub(in crate::cli) mod dossier;
pub(in crate::cli) mod explain;
pub(in crate::cli) mod query;
mod shell;
pub(in crate::cli) mod stats;
pub(in crate::cli) mod verify;
