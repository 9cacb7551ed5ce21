//! The fifth stage: who did what to whom, and who says so.
//!
//! In: sentences, frames, mentions, entities and the compiled rules. Out: a [`record::DocumentRecord`], everything that
//! one document says: attributions and claims, each with its sentence, its rule and its stance. An argument that can't
//! be resolved leaves the claim out.

pub mod record;
