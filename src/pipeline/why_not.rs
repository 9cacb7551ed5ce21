//! A rule and a sentence: what the sentence looks like to the rules, and why the rule does or does not fire in it.
//!
//! In: a rule's id, a text, compiled knowledge. Out: the text's words with tags, arcs and mentions, and the
//! [`Explanation`] of the claim stage. The text is read as a build would read it, so that the two can't disagree;
//! sentences that a build would not parse are parsed for the table only.

use super::{Knowledge, examples, parse, with_reading};
use crate::claim::Reading;
use crate::claim::why::{Explanation, explain};
use crate::syntax::{Sentence, TokenId, Tree};

/// A word as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Counted from 1 in its sentence.
    pub number: usize,
    /// As it stands.
    pub form: String,
    /// Its dictionary form.
    pub lemma: String,
    /// Universal and Penn tag.
    pub tags: String,
    /// Its relation and head: `nsubj → 2 accused`.
    pub arc: String,
    /// The mention that it begins or continues: `Government China`.
    pub mention: String,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNot {
    /// The text's sentences, word by word.
    pub sentences: Vec<Vec<Word>>,
    /// Why the rule fires, or does not.
    pub explanation: Explanation,
}

/// Tries a rule on a text; none where no rule has that id.
pub fn why_not(rule: &str, text: &str, knowledge: &Knowledge) -> Option<WhyNot> {
    let document = examples::document(text);
    with_reading(&document, knowledge, |reading| {
        let explanation = explain(reading, rule)?;
        let sentences = reading.sentences.iter().enumerate().map(|(at, sentence)| {
            let tree = match &reading.parsed[at] {
                Some(parsed) => parsed.tree.clone(),
                None => parse(text, sentence, reading.mentions, knowledge).tree,
            };
            words(reading, sentence, &tree)
        });
        Some(WhyNot { sentences: sentences.collect(), explanation })
    })
}

fn words(reading: &Reading, sentence: &Sentence, tree: &Tree) -> Vec<Word> {
    let form = |token: usize| sentence.tokens[token].span.of(&reading.document.text);
    let arc = |at: usize| match tree.heads[at] {
        Some(TokenId(head)) => format!("{} → {} {}", tree.relations[at].as_str(), head + 1, form(head as usize)),
        None => "root".to_string(),
    };
    let mention = |at: usize| {
        let span = sentence.tokens[at].span;
        let list = &reading.mentions.list;
        let found = list.iter().position(|mention| mention.span.contains(span))?;
        let name = match (reading.entities.of_mention[found], &list[found].date) {
            (Some((entity, _)), _) => reading.entities.list[entity.index()].name.clone(),
            (None, Some(date)) => date.value.clone(),
            _ => String::new(),
        };
        Some(format!("{} {name}", list[found].class.as_str()))
    };
    (0..sentence.tokens.len())
        .map(|at| {
            let token = &sentence.tokens[at];
            Word {
                number: at + 1,
                form: form(at).to_string(),
                lemma: token.lemma.clone(),
                tags: format!("{} {}", token.upos.as_str(), token.xpos.as_str()),
                arc: arc(at),
                mention: mention(at).unwrap_or_default(),
            }
        })
        .collect()
}
