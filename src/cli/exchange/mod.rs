//! The commands that trade files with other programs, one file each.

pub(in crate::cli) mod export;
pub(in crate::cli) mod import;
pub(in crate::cli) mod link;
mod rdf;
pub(in crate::cli) mod texts;
