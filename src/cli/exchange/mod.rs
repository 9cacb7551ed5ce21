//! The commands that trade files with other programs, one file each.

pub(in crate::cli) mod export;
pub(in crate::cli) mod import;
mod rdf;
pub(in crate::cli) mod texts;
