//! What the rules leave unread in a collection: sentences with a trigger or cue and no claim, and rules that never fired.
//!
//! In: documents, compiled knowledge. Out: a [`Cover`]. A sentence counts as read where a claim's evidence overlaps it. A
//! rule counts as fired where a claim or an attribution is its own; stance and member rules only colour others' claims,
//! and are not counted.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Knowledge, could_yield, with_reading};
use crate::claim::{Reading, statements};
use crate::document::Document;

/// A sentence that triggers a rule and yields no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The document's path.
    pub document: String,
    /// The words that trigger rules or begin a source.
    pub triggers: Vec<String>,
    /// The sentence's words.
    pub sentence: String,
}

/// What the rules read of a collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// In the order of the documents and their sentences.
    pub gaps: Vec<Gap>,
    /// How many sentences hold a trigger or cue.
    pub cued: usize,
    /// Ids of frame and source rules that made no claim and no attribution.
    pub idle: Vec<String>,
    /// How many frame and source rules there are.
    pub rules: usize,
}

/// Reads documents and notes what stays unread.
pub fn cover(documents: &[Document], knowledge: &Knowledge) -> Cover {
    let of = |document: &Document| with_reading(document, knowledge, |reading| one(reading, knowledge));
    let parts: Vec<_> = documents.par_iter().map(of).collect();
    let mut cover = Cover::default();
    let mut fired = BTreeSet::new();
    for (gaps, cued, rules) in parts {
        cover.gaps.extend(gaps);
        cover.cued += cued;
        fired.extend(rules);
    }
    let frames = knowledge.rules.frames.iter().filter(|rule| rule.claim.is_some()).map(|rule| &rule.origin.id);
    let all: Vec<&String> = frames.chain(knowledge.rules.sources.iter().map(|rule| &rule.origin.id)).collect();
    cover.rules = all.len();
    cover.idle = all.into_iter().filter(|id| !fired.contains(*id)).cloned().collect();
    cover
}

fn one(reading: &Reading, knowledge: &Knowledge) -> (Vec<Gap>, usize, BTreeSet<String>) {
    let made = statements(reading);
    let text = &reading.document.text;
    let rules = &knowledge.rules;
    let mut gaps = Vec::new();
    let mut cued = 0;
    for (at, sentence) in reading.sentences.iter().enumerate() {
        if reading.parsed[at].is_none() || !could_yield(text, sentence, knowledge) {
            continue;
        }
        cued += 1;
        // A relation that two names state says nothing about the sentence's verbs.
        let stated =
            |claim: &&crate::claim::Claim| claim.rule.place != "names" && claim.sentence.overlaps(sentence.span);
        if made.claims.iter().any(|claim| stated(&claim)) {
            continue;
        }
        let cues = sentence.tokens.iter().filter(|token| {
            rules.is_trigger(&token.lemma.to_lowercase()) || rules.begins_source(&token.span.of(text).to_lowercase())
        });
        let triggers = cues.map(|token| token.span.of(text).to_string()).collect();
        let (document, sentence) = (reading.document.path.clone(), sentence.span.of(text).to_string());
        gaps.push(Gap { document, triggers, sentence });
    }
    let claims = made.claims.iter().map(|claim| claim.rule.id.clone());
    (gaps, cued, claims.chain(made.attributions.iter().map(|made| made.rule.id.clone())).collect())
}
