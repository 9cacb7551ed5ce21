//! The fifth stage: who did what to whom, and who says so.
//!
//! In: sentences, frames, mentions, entities and the compiled rules, together a [`Reading`]. Out: [`Statements`],
//! everything that one document says: attributions and claims, each with its sentence, its rule and its stance; and,
//! for everything after this stage, a [`record::DocumentRecord`]. An argument that can't be resolved leaves the claim
//! out, and a claim inside the words of an unnamed source is not made, since nobody could answer for it.

mod attribution;
mod matching;
pub mod record;
mod stance;
mod statement;
mod structure;
mod time;
mod voice;
pub mod why;
mod write;

pub use statement::{Attribution, Claim, Modality, RuleRef, Statements};
pub use write::record;

use crate::document::{Document, Span};
use crate::entity::{Coreference, Entities, EntityId};
use crate::gazetteer::{Class, Gazetteer};
use crate::mention::{Mention, Mentions};
use crate::rules::Rules;
use crate::syntax::frames::{Frame, Phrases};
use crate::syntax::{Sentence, TokenId, Tree};

/// A sentence's tree and frames.
#[derive(Clone, Debug)]
pub struct Parsed<'a> {
    /// The dependency tree, with the parser's known errors mended.
    pub tree: Tree,
    /// Its phrases.
    pub phrases: Phrases<'a>,
    /// The frames over it.
    pub frames: Vec<Frame>,
}

impl Parsed<'_> {
    /// The frame of a predicate.
    pub(crate) fn frame(&self, predicate: TokenId) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.predicate == predicate)
    }
}

/// Everything that is known of a document before its claims are made.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// For each sentence its tree and frames; none where nothing can be claimed in it.
    pub parsed: &'a [Option<Parsed<'a>>],
    /// Its mentions.
    pub mentions: &'a Mentions,
    /// Its entities.
    pub entities: &'a Entities,
    /// What its pronouns and descriptions mean.
    pub coreference: &'a Coreference,
    /// The listed names.
    pub gazetteer: &'a Gazetteer,
    /// The rules.
    pub rules: &'a Rules,
}

impl<'a> Reading<'a> {
    fn text(&self, span: Span) -> &'a str {
        span.of(&self.document.text)
    }

    /// The mentions that lie inside a span.
    fn mentions_in(&self, span: Span) -> impl Iterator<Item = (usize, &'a Mention)> {
        let list = &self.mentions.list;
        let first = list.partition_point(|mention| mention.span.start < span.start);
        list[first..]
            .iter()
            .enumerate()
            .map(move |(at, mention)| (first + at, mention))
            .take_while(move |(_, mention)| mention.span.end <= span.end)
    }

    /// The mention that covers a span, if one does.
    fn mention_at(&self, span: Span) -> Option<(usize, &'a Mention)> {
        let list = &self.mentions.list;
        let after = list.partition_point(|mention| mention.span.start <= span.start);
        let at = after.checked_sub(1)?;
        list[at].span.contains(span).then(|| (at, &list[at]))
    }

    /// The entity that the mention at a span means, with its class.
    fn entity_at(&self, span: Span) -> Option<(EntityId, Class)> {
        let (at, _) = self.mention_at(span)?;
        let (entity, _) = self.entities.of_mention[at]?;
        Some((entity, self.entities.list[entity.index()].class))
    }

    /// The sentence in which a byte stands.
    fn sentence_at(&self, byte: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.span.start <= byte);
        after.checked_sub(1)
    }
}

/// Makes the attributions and claims of a document.
pub fn statements(reading: &Reading) -> Statements {
    let made = Made::new(reading);
    Statements { attributions: made.attributed.list, claims: made.claims }
}

/// A document's claims with every step on the way to them.
struct Made {
    quotations: Vec<attribution::quotation::Quotation>,
    matches: Vec<matching::Match>,
    attributed: attribution::Attributed,
    claims: Vec<Claim>,
}

impl Made {
    fn new(reading: &Reading) -> Self {
        let quotations = attribution::quotation::quotations(reading);
        let sentences = 0..reading.sentences.len();
        let matches: Vec<_> =
            sentences.flat_map(|sentence| matching::matches(reading, sentence, &quotations)).collect();
        let attributed = attribution::attributions(reading, &matches, &quotations);
        let claims = statement::claims(reading, &matches, &attributed);
        Self { quotations, matches, attributed, claims }
    }
}
