//! The examples of the rules, run: each must yield what it says.
//!
//! In: compiled knowledge. Out: a [`Failure`] for each example that does not hold, with what was expected and what was
//! found. An example must name every claim of its rule's own property that its text yields; of other properties it may
//! name some. A text with `claims = []` must yield none of its rule's property.

use super::{Knowledge, read_document};
use crate::claim::record::DocumentRecord;
use crate::document::{Document, Metadata};
use crate::rules::{Example, ExpectedClaim, FrameRule};

/// An example that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule.
    pub rule: String,
    /// File and line of the example.
    pub place: String,
    /// Its text.
    pub text: String,
    /// What it names and the text does not yield.
    pub missing: Vec<String>,
    /// What the text yields and it does not name.
    pub surplus: Vec<String>,
}

/// Runs all examples; answers how many there are, and those that fail.
pub fn run(knowledge: &Knowledge) -> (usize, Vec<Failure>) {
    let rules = &knowledge.rules;
    let own = |id: &str| rules.frames.iter().find(|rule| rule.origin.id == id);
    let mut count = 0;
    let mut failures = Vec::new();
    for origin in rules.origins() {
        for example in &origin.examples {
            count += 1;
            let found = claims(&read(&example.text, knowledge));
            failures.extend(compare(&origin.id, example, own(&origin.id), &found));
        }
    }
    (count, failures)
}

/// Reads a text as a document of its own.
pub fn read(text: &str, knowledge: &Knowledge) -> DocumentRecord {
    read_document(&document(text), knowledge)
}

/// A text as a document of its own.
pub fn document(text: &str) -> Document {
    Document {
        id: "example".into(),
        path: "example.txt".into(),
        text: text.to_string(),
        metadata: Metadata { date: Some("2020-06-29".into()), ..Metadata::default() },
        sha256: String::new(),
        language: "en".into(),
    }
}

/// A record's claims in the notation of examples.
pub fn claims(record: &DocumentRecord) -> Vec<ExpectedClaim> {
    let name = |id: &str| {
        record.entities.iter().find(|entity| entity.id == id).map_or(String::new(), |entity| entity.name.clone())
    };
    record
        .claims
        .iter()
        .map(|claim| ExpectedClaim {
            predicate: claim.predicate.clone(),
            subject: name(&claim.subject),
            object: claim.object.as_deref().map(name),
            content: claim.content.clone(),
            speaker: claim.speaker.as_deref().map(name),
            modality: claim.modality.clone(),
            negative: claim.polarity == "negative",
        })
        .collect()
}

fn compare(rule: &str, example: &Example, frame: Option<&FrameRule>, found: &[ExpectedClaim]) -> Option<Failure> {
    let agrees = |expected: &ExpectedClaim, claim: &ExpectedClaim| {
        let content = expected.content.is_none() || expected.content == claim.content;
        let rest = ExpectedClaim { content: claim.content.clone(), ..expected.clone() };
        content && rest == *claim
    };
    // A rule answers for its own property; one that blocks, for all that it lets through.
    let counts = |claim: &ExpectedClaim| {
        frame.is_some_and(|frame| frame.claim.as_ref().is_none_or(|own| *own == claim.predicate))
    };
    let missing: Vec<String> = example
        .claims
        .iter()
        .filter(|expected| !found.iter().any(|claim| agrees(expected, claim)))
        .map(ToString::to_string)
        .collect();
    let surplus: Vec<String> = found
        .iter()
        .filter(|claim| counts(claim))
        .filter(|claim| !example.claims.iter().any(|expected| agrees(expected, claim)))
        .map(ToString::to_string)
        .collect();
    let holds = missing.is_empty() && surplus.is_empty();
    (!holds).then(|| Failure {
        rule: rule.to_string(),
        place: example.place.clone(),
        text: example.text.clone(),
        missing,
        surplus,
    })
}
