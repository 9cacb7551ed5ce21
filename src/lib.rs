//! claimgraph turns a folder of documents into a graph of who did what to whom, and who says so.
//!
//! ```text
//! read ──► parse ──► recognize ──► resolve ──► claim ──► assert ──► ask · draw
//! Document  Sentence   Mention       Entity      Claim     Quad       Solutions · PropertyGraph
//! ```
//!
//! Each stage is a pure function from earlier values and compiled knowledge to new values: [`document`], [`syntax`],
//! [`gazetteer`], [`rules`], [`mention`], [`entity`], [`claim`], [`rdf`], [`graph`]. [`pipeline`] puts them in order;
//! only [`cli`] talks to people. What people write wrongly comes back as a [`diagnostic`].

pub mod claim;
pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod entity;
pub mod gazetteer;
pub mod graph;
pub mod mention;
pub mod pipeline;
pub mod rdf;
pub mod rules;
pub mod syntax;
