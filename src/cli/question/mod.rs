//! The commands that ask the graph, one file each.

pub(in crate::cli) mod ask;
pub(in crate::cli) mod dossier;
pub(in crate::cli) mod explain;
pub(in crate::cli) mod query;
pub(in crate::cli) mod stats;
pub(in crate::cli) mod verify;
