//! Content in quotation marks: the quotation beside a predicate that it reports.
//!
//! In: a frame and the document's quotations. Out: the quotation that stands nearest, or that closes right before who says it.
//! One that another verb of the sentence reports, or that the predicate is a word of, is none.

use super::InFrame;
use crate::claim::attribution::quotation::Quotation;
use crate::document::Span;
use crate::syntax::frames::{Frame, Kind, Voice, is_speech, opens_occasion};
use crate::syntax::{Relation, Token, TokenId, Xpos};

impl InFrame<'_> {
    /// The quotation nearest to the predicate in its sentence, if the predicate stands outside it.
    pub(super) fn adjacent_quotation(&self) -> Option<Span> {
        let predicate = self.token(self.frame.predicate).span;
        let sentence = self.reading.sentences[self.sentence].span;
        // "…," a statement by X said: the verb reports it.
        let relation = self.tree().relations[self.frame.predicate.index()];
        // "…," X said in his remarks: so does this one.
        let head = self.tree().heads[self.frame.predicate.index()];
        let within = relation == Relation::Obl && head.is_some_and(|verb| is_speech(self.lemma(verb)));
        if self.frame.kind == Kind::Noun && (relation == Relation::Nsubj || within) {
            return None;
        }
        // A word of one quotation does not report another.
        if self.quotations.iter().any(|quotation| quotation.span.contains(predicate)) {
            return None;
        }
        // "“…,” he said, adding that …", "“…,” she said after the UN reported a rise": a participle, or the verb of a clause of
        // time or reason, reports what follows it.
        let follows = self.token(self.frame.predicate).xpos == Xpos::Vbg || self.is_occasion();
        let outside = |quotation: &&Quotation| {
            quotation.is_speech
                && quotation.span.overlaps(sentence)
                && !quotation.span.overlaps(predicate)
                && (!follows || quotation.span.start > predicate.end)
        };
        let distance = |span: Span| span.start.saturating_sub(predicate.end) + predicate.start.saturating_sub(span.end);
        let from = self.quotations.partition_point(|quotation| quotation.span.end <= sentence.start);
        let to = self.quotations.partition_point(|quotation| quotation.span.start < sentence.end);
        let nearest = self.quotations[from..to.max(from)]
            .iter()
            .filter(outside)
            .min_by_key(|quotation| distance(quotation.span))?;
        (!self.is_taken(nearest.span)).then_some(nearest.span)
    }

    /// "“It is late,” she said some days after the vote, and left": a quotation that ends with a comma right before who says it
    /// is what is said, whatever the parser hung behind the verb.
    pub(super) fn closed_quotation(&self) -> Option<Span> {
        const FAR: usize = 14;
        let predicate = self.token(self.frame.predicate);
        let opens = self.reading.sentences[self.sentence].span.start;
        // "The report, “Left to Die,” says": a title stands within.
        let before = |quotation: &Span| quotation.start <= opens && quotation.end <= predicate.span.start;
        let quotation = self.adjacent_quotation().filter(before)?;
        let words = self.reading.text(quotation).trim_end_matches(['"', '”', '’', '\'', ' ']);
        let between: Vec<&Token> = self.reading.sentences[self.sentence]
            .tokens
            .iter()
            .filter(|token| token.span.start >= quotation.end && token.span.end <= predicate.span.start)
            .collect();
        let who = between.len() <= FAR && !between.iter().any(|token| token.xpos.is_finite());
        (words.ends_with([',', '?', '!']) && who && predicate.xpos.is_finite()).then_some(quotation)
    }

    /// Whether the predicate's clause says when or why something else happened.
    fn is_occasion(&self) -> bool {
        // "“…,” as Doe said" says who spoke, and not when.
        let opens = |at: TokenId| opens_occasion(&self.lemma(at).to_lowercase()) && self.lemma(at) != "as";
        let (tree, predicate) = (self.tree(), self.frame.predicate);
        tree.kids(predicate).any(|at| at < predicate && tree.relations[at.index()] == Relation::Mark && opens(at))
    }

    /// Whether a quotation is what another verb says ("“…,” she said, accusing Chad of false statements"), or this one reports
    /// something else ("“…,” she said, adding that the ban was announced by Chad").
    fn is_taken(&self, quotation: Span) -> bool {
        let announced =
            self.frame.voice == Voice::Passive && self.frame.objects.iter().any(|&head| self.lemma(head) != "it");
        let reports = |frame: &Frame| {
            frame.kind == Kind::Verb && self.reading.rules.reporting(frame.kind, &frame.lemma).next().is_some()
        };
        let says = |frame: &Frame| {
            let outside = !quotation.overlaps(self.token(frame.predicate).span);
            outside && frame.clauses.iter().flat_map(|clause| &clause.spans).any(|&span| quotation.contains(span))
        };
        let other = |frame: &&Frame| frame.predicate != self.frame.predicate && reports(frame) && says(frame);
        announced || self.parsed().frames.iter().any(|frame| other(&frame))
    }
}
