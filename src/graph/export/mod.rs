//! The graph formats, one file each.
