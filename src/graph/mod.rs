//! The last stage: what all documents say together, as a property graph for drawing and measuring.
//!
//! [`corpus`] merges the records' entities by key and resolves their claims, [`filter`] takes a part of it, [`view`]
//! makes vertices and edges of that part, [`measures`], [`communities`] and [`layout`] add numbers and places, and
//! [`export`] writes the files that other programs open. Nothing here reads files, and nothing asserts: an edge or a
//! line that no document says in its own voice says so in its label.

pub mod communities;
pub mod corpus;
pub mod export;
pub mod filter;
pub mod interval;
pub mod layout;
pub mod looks;
pub mod measures;
pub mod property;
pub mod view;
