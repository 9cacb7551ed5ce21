//! A second charge without its verb: "accused Togo of piracy and Benin of theft".
//!
//! In: a match whose content stands behind a preposition, right behind whom it is said of. Out: the same match cut before
//! "and", and one more for each name behind an "and" that the same preposition follows. A name with a name behind "of"
//! ("and Jo Doe of Togo") is charged with nothing.

use super::roles::unfit;
use super::{InFrame, Match, argument};
use crate::document::Span;
use crate::rules::FrameRule;
use crate::syntax::{TokenId, Upos, Xpos};

impl InFrame<'_> {
    /// Parts a match where its verb is left out the second time.
    pub(super) fn parted(&self, rule: &FrameRule, mut matched: Match) -> Vec<Match> {
        let mut all = Vec::new();
        while let Some(next) = self.gap(rule, &mut matched) {
            all.push(std::mem::replace(&mut matched, next));
        }
        all.push(matched);
        all
    }

    /// Cuts a match's content before the first name with a charge of its own, and makes the match for that name.
    fn gap(&self, rule: &FrameRule, matched: &mut Match) -> Option<Match> {
        let role = rule.object.as_ref().filter(|_| rule.reports && !matched.objects.is_empty())?;
        let &[content] = matched.content.as_slice() else { return None };
        let tokens = &self.reading.sentences[self.sentence].tokens;
        let form = |at: usize| self.reading.text(tokens[at].span);
        let first = tokens.iter().position(|token| token.span.start == content.start)?;
        let preposition = form(first.checked_sub(1)?);
        let inside = |at: usize| at < tokens.len() && content.contains(tokens[at].span);
        let charged = |at: usize| match tokens[at].xpos {
            Xpos::Vbg | Xpos::Nns => true,
            Xpos::Dt => matches!(form(at), "a" | "an"),
            xpos => xpos == Xpos::Nn && tokens[at].upos == Upos::Noun,
        };
        let again = (first + 3..tokens.len()).take_while(|&at| inside(at)).filter(|&at| {
            let opened = form(at) == preposition && tokens[at - 1].upos == Upos::Propn;
            opened && inside(at + 1) && charged(at + 1)
        });
        for at in again {
            let titled = |&before: &usize| {
                matches!(tokens[before].upos, Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det) && before > first
            };
            let start = (0..at).rev().take_while(titled).last()?;
            if start < first + 2 || form(start - 1) != "and" {
                continue;
            }
            let found = argument::arguments(self.reading, self.sentence, TokenId::at(at - 1));
            let fits = |argument: &argument::Argument| {
                argument.entity.is_some() && role.alternatives.iter().any(|choice| unfit(choice, argument).is_none())
            };
            let objects: Vec<_> = found.into_iter().filter(fits).collect();
            if objects.is_empty() {
                continue;
            }
            let end = if form(start - 2) == "," { start - 3 } else { start - 2 };
            matched.content = vec![Span { start: content.start, end: tokens[end].span.end }];
            let rest = Span { start: tokens[at + 1].span.start, end: content.end };
            return Some(Match { objects, content: vec![rest], ..matched.clone() });
        }
        None
    }
}
