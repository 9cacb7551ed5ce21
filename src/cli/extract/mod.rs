//! The commands that read documents, one file each.

pub(in crate::cli) mod annotate;
pub(in crate::cli) mod build;
pub(in crate::cli) mod parse;
