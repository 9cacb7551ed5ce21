//! The whole order in one place: the only module that knows all stages.
//!
//! In: documents and [`Knowledge`]. Out: one [`DocumentRecord`] a document, in the order of the documents, the same at
//! any number of threads. [`read_document`] is the picture of the library's first page as code.

pub mod cover;
pub mod decisions;
pub mod examples;
pub mod folder;
pub mod knowledge;
pub mod score;
pub mod why_not;

use rayon::prelude::*;

pub use knowledge::Knowledge;

use crate::claim::record::DocumentRecord;
use crate::claim::{Parsed, Reading, record, statements};
use crate::document::{Document, Span, marks};
use crate::gazetteer::Class;
use crate::mention::Mentions;
use crate::syntax::Sentence;
use crate::syntax::frames::Phrases;
use crate::{entity, mention};

/// Reads many documents, in parallel; `done` is called after each.
pub fn read_documents(
    documents: &[Document],
    knowledge: &Knowledge,
    done: impl Fn(&Document) + Sync,
) -> Vec<DocumentRecord> {
    documents
        .par_iter()
        .map(|document| {
            let record = read_document(document, knowledge);
            done(document);
            record
        })
        .collect()
}

/// Reads one document through every stage. One that is not English yields listed names and dates only.
pub fn read_document(document: &Document, knowledge: &Knowledge) -> DocumentRecord {
    with_reading(document, knowledge, |reading| record(document, reading, &statements(reading)))
}

/// Reads one document up to its claims, and gives the reading to somebody who makes or explains them.
pub fn with_reading<T>(document: &Document, knowledge: &Knowledge, then: impl FnOnce(&Reading) -> T) -> T {
    let straightened = marks::straightened(&document.text).map(|text| Document { text, ..document.clone() });
    let document = straightened.as_ref().unwrap_or(document);
    let text = &document.text;
    let english = matches!(document.language.as_str(), "en" | "und");
    let mut sentences = knowledge.syntax.sentences(text);
    let dates = mention::dates::dates(text, &sentences, document.metadata.date.as_deref());
    let mut mentions = mention::recognize(text, &sentences, &knowledge.gazetteer, dates);
    if !english {
        mentions = listed_only(mentions);
    }
    mention::tag_names(text, &mut sentences, &mentions, &knowledge.syntax);
    let (entities, coreference) = entity::resolve(document, &sentences, &mentions, &knowledge.gazetteer);
    let parsed: Vec<Option<Parsed>> = sentences
        .iter()
        .map(|sentence| {
            let wanted = english && could_yield(text, sentence, knowledge);
            wanted.then(|| parse(text, sentence, &mentions, knowledge))
        })
        .collect();
    let reading = Reading {
        document,
        sentences: &sentences,
        parsed: &parsed,
        mentions: &mentions,
        entities: &entities,
        coreference: &coreference,
        gazetteer: &knowledge.gazetteer,
        rules: &knowledge.rules,
    };
    then(&reading)
}

/// A sentence's tree, phrases and frames.
fn parse<'a>(text: &'a str, sentence: &'a Sentence, mentions: &Mentions, knowledge: &Knowledge) -> Parsed<'a> {
    let units: Vec<Span> = mentions.units.iter().copied().filter(|unit| sentence.span.contains(*unit)).collect();
    let tree = knowledge.syntax.tree(text, sentence, &units);
    let phrases = Phrases::new(text, sentence, &tree);
    let frames = phrases.frames();
    Parsed { tree: phrases.tree(), phrases, frames }
}

/// Whether a sentence holds a word that triggers a rule: only then is it worth a parse, which costs most.
fn could_yield(text: &str, sentence: &Sentence, knowledge: &Knowledge) -> bool {
    let rules = &knowledge.rules;
    sentence.tokens.iter().any(|token| {
        rules.is_trigger(&token.lemma.to_lowercase()) || rules.begins_source(&token.span.of(text).to_lowercase())
    })
}

/// The listed names and the dates among mentions: what can be trusted in a language that the program does not read.
fn listed_only(mentions: Mentions) -> Mentions {
    let kept = |mention: &mention::Mention| mention.entry.is_some() || mention.class == Class::Date;
    Mentions { list: mentions.list.into_iter().filter(kept).collect(), ..Mentions::default() }
}
