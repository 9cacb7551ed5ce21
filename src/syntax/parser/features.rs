//! What the parser looks at: the features of a state.
//!
//! In: stack, next words, the arcs so far. Out: keys of weights, in parts that stay the same over some steps, so that their
//! sums can be kept; and the few features that are enough for easy steps. Templates after Zhang and Nivre, ACL 2011.

use super::{NONE, ROOT, State, Word};
use crate::syntax::model::perceptron::{Key, key};

/// Parts of the templates, by what they look at.
pub(in crate::syntax) type Parts = u8;
/// The words of the stack, their left children, and the right children of all but the top: the same while the top stays.
pub(super) const STACK: Parts = 1;
/// The right children of the top, too: the same until the top gets one.
pub(super) const TOP: Parts = 2;
/// The next words: the same until one is shifted.
pub(super) const FRONT: Parts = 4;
/// The left children of the next word: the same until it gets one or is shifted.
pub(super) const NEXT: Parts = 8;
/// Stack and next words together: new at every step.
pub(super) const BOTH: Parts = 16;
/// All parts, as training looks at them.
#[cfg(any(feature = "train", test))]
pub(in crate::syntax) const ALL: Parts = STACK | TOP | FRONT | NEXT | BOTH;

impl State {
    /// The word at a place; the root behind the last.
    fn word(&self, words: &[Word], index: Option<usize>) -> Word {
        match index {
            Some(index) if index == self.n => ROOT,
            Some(index) => words[index],
            None => NONE,
        }
    }

    /// The place on the stack at a depth, from the top.
    fn stacked(&self, depth: usize) -> Option<usize> {
        self.stack.len().checked_sub(depth + 1).map(|at| self.stack[at])
    }

    /// A place that is still to be shifted, from the next on.
    fn ahead(&self, offset: usize) -> Option<usize> {
        (self.next + offset <= self.n).then_some(self.next + offset)
    }

    /// The relation of a place, as a feature value.
    fn label(&self, index: Option<usize>) -> u32 {
        index.map_or(200, |index| u32::from(self.labels[index]))
    }

    /// The features of a state, of those parts that are wanted.
    pub(in crate::syntax) fn features<const WANTED: Parts>(&self, words: &[Word], found: &mut Vec<Key>) {
        found.clear();
        let at = |index: Option<usize>| self.word(words, index);
        let label = |index: Option<usize>| self.label(index);
        let (s0, s1, s2) = (self.stacked(0), self.stacked(1), self.stacked(2));
        let (b0, b1, b2) = (self.ahead(0), self.ahead(1), self.ahead(2));
        let (ws0, ws1, ws2) = (at(s0), at(s1), at(s2));
        let (wb0, wb1, wb2) = (at(b0), at(b1), at(b2));
        let l = |of: Option<usize>, k: usize| of.and_then(|of| self.left[of][k]);
        let r = |of: Option<usize>, k: usize| of.and_then(|of| self.right[of][k]);
        let (s0l, s0r, s1l, s1r, b0l) = (l(s0, 0), r(s0, 0), l(s1, 0), r(s1, 0), l(b0, 0));
        let (s0l2, s0r2, s1l2, s1r2, b0l2) = (l(s0, 1), r(s0, 1), l(s1, 1), r(s1, 1), l(b0, 1));
        let distance = |a: Option<usize>, b: Option<usize>| match (a, b) {
            (Some(a), Some(b)) => (b.abs_diff(a)).min(6) as u32 + u32::from(b.abs_diff(a) > 10),
            _ => 9,
        };
        let (d0, d1) = (distance(s0, b0), distance(s1, s0));
        let valency = |of: Option<usize>, side: usize| of.map_or(99, |of| u32::from(self.valency[of][side].min(5)));
        let mut template = 100;
        let mut add = |part: Parts, values: &[u32]| {
            template += 1;
            if WANTED & part != 0 {
                found.push(key(template, values));
            }
        };
        add(STACK, &[]);
        for (part, w) in [(STACK, ws0), (STACK, ws1), (STACK, ws2), (FRONT, wb0), (FRONT, wb1), (FRONT, wb2)] {
            add(part, &[w.word]);
            add(part, &[w.tag]);
            add(part, &[w.word, w.tag]);
        }
        for (part, a, b) in [
            (BOTH, ws0, wb0),
            (STACK, ws1, ws0),
            (BOTH, ws1, wb0),
            (FRONT, wb0, wb1),
            (BOTH, ws0, wb1),
            (STACK, ws2, ws0),
        ] {
            add(part, &[a.word, b.word]);
            add(part, &[a.word, b.tag]);
            add(part, &[a.tag, b.word]);
            add(part, &[a.tag, b.tag]);
        }
        for (part, a, b, c) in [
            (BOTH, ws0, wb0, wb1),
            (BOTH, ws1, ws0, wb0),
            (STACK, ws2, ws1, ws0),
            (FRONT, wb0, wb1, wb2),
            (BOTH, ws0, wb1, wb2),
        ] {
            add(part, &[a.tag, b.tag, c.tag]);
            add(part, &[a.word, b.tag, c.tag]);
            add(part, &[a.tag, b.word, c.tag]);
            add(part, &[a.tag, b.tag, c.word]);
        }
        add(BOTH, &[ws1.tag, ws0.tag, wb1.tag]);
        for (part, head, child) in [
            (STACK, ws0, s0l),
            (TOP, ws0, s0r),
            (STACK, ws0, s0l2),
            (TOP, ws0, s0r2),
            (STACK, ws1, s1l),
            (STACK, ws1, s1r),
            (STACK, ws1, s1l2),
            (STACK, ws1, s1r2),
            (NEXT, wb0, b0l),
            (NEXT, wb0, b0l2),
        ] {
            add(part, &[at(child).word]);
            add(part, &[at(child).tag, label(child)]);
            add(part, &[head.tag, at(child).tag, label(child)]);
            add(part, &[head.word, label(child)]);
        }
        for (part, child) in [(STACK, s0l), (TOP, s0r), (STACK, s1l), (STACK, s1r), (BOTH, b0l)] {
            let child = at(child);
            add(BOTH, &[ws0.tag, wb0.tag, child.tag]);
            add(part, &[ws1.tag, ws0.tag, child.tag]);
        }
        for (part, head, w) in [(TOP, s0, ws0), (STACK, s1, ws1)] {
            add(STACK, &[w.tag, label(l(head, 0)), label(l(head, 1))]);
            add(part, &[w.tag, label(r(head, 0)), label(r(head, 1))]);
            add(STACK, &[w.word, valency(head, 0)]);
            add(part, &[w.word, valency(head, 1)]);
            add(part, &[w.tag, valency(head, 0), valency(head, 1)]);
        }
        add(NEXT, &[wb0.tag, valency(b0, 0)]);
        add(BOTH, &[ws0.word, d0]);
        add(BOTH, &[ws0.tag, wb0.tag, d0]);
        add(STACK, &[ws1.tag, ws0.tag, d1]);
        add(BOTH, &[wb0.word, d0]);
        add(STACK, &[ws1.word, d1]);
        add(BOTH, &[ws0.upos, wb0.upos, ws1.upos, wb1.upos]);
        add(BOTH, &[ws0.upos, ws1.upos, ws2.upos, wb0.upos]);
        add(BOTH, &[ws0.tag, label(s0l), label(s0r), wb0.tag]);
        add(STACK, &[ws1.tag, label(s1l), label(s1r), ws0.tag]);
        add(BOTH, &[ws0.tag, wb0.tag, label(b0l)]);
        add(TOP, &[label(s0l), label(s0r), label(s1l), label(s1r)]);
        for (part, w) in [(STACK, ws0), (STACK, ws1), (FRONT, wb0)] {
            add(part, &[w.fine]);
            add(part, &[w.fine, w.tag]);
        }
        for (part, a, b) in [(BOTH, ws0, wb0), (STACK, ws1, ws0), (BOTH, ws1, wb0)] {
            add(part, &[a.fine, b.fine]);
            add(part, &[a.fine, b.tag]);
            add(part, &[a.tag, b.fine]);
            add(part, &[a.coarse, a.tag, b.coarse, b.tag]);
        }
        let (s0l, s0l2, b0l, b0l2) = (at(s0l), at(s0l2), at(b0l), at(b0l2));
        add(STACK, &[ws1.word, s0l.word, ws0.tag]);
        add(STACK, &[ws1.fine, s0l.word, ws0.fine]);
        add(STACK, &[ws1.tag, s0l.word, ws0.tag]);
        add(STACK, &[ws1.tag, s0l.word, s0l2.word, ws0.tag]);
        add(BOTH, &[ws0.tag, b0l.word, b0l2.word, wb0.tag]);
        let same = |a: Word, b: Word| u32::from(a.tag == b.tag) + 2 * u32::from(a.fine == b.fine);
        add(STACK, &[same(ws1, ws0), ws1.upos, ws0.upos, s0l.word]);
        add(BOTH, &[same(ws1, wb0), ws1.upos, wb0.upos, ws0.upos]);
        add(STACK, &[ws1.tag, ws1.quoted, ws0.tag, ws0.quoted]);
        add(STACK, &[ws1.word, ws1.quoted, ws0.quoted]);
        let wb3 = at(self.ahead(3));
        add(FRONT, &[wb0.upos, wb1.upos, wb2.upos, wb3.upos]);
        add(BOTH, &[ws0.tag, wb1.tag, wb2.tag, wb3.upos]);
    }
    /// The features of a state that are enough for easy steps: tags and words at hand.
    pub(in crate::syntax) fn easy_features(&self, words: &[Word], found: &mut Vec<Key>) {
        found.clear();
        let at = |index: Option<usize>| self.word(words, index);
        let label = |index: Option<usize>| self.label(index);
        let (s0, s1, b0) = (self.stacked(0), self.stacked(1), self.ahead(0));
        let (ws0, ws1, ws2) = (at(s0), at(s1), at(self.stacked(2)));
        let (wb0, wb1, wb2) = (at(b0), at(self.ahead(1)), at(self.ahead(2)));
        let l = |of: Option<usize>| of.and_then(|of| self.left[of][0]);
        let r = |of: Option<usize>| of.and_then(|of| self.right[of][0]);
        let distance = s0.zip(b0).map_or(9, |(s0, b0)| (b0 - s0).min(6) as u32);
        let mut template = 300;
        let mut add = |values: &[u32]| {
            template += 1;
            found.push(key(template, values));
        };
        add(&[ws0.tag, wb0.tag, wb1.tag]);
        add(&[ws1.tag, ws0.tag, wb0.tag]);
        add(&[ws1.tag, ws0.tag, wb0.tag, wb1.tag]);
        add(&[wb0.tag, wb1.tag, wb2.tag]);
        add(&[ws0.word, wb0.tag]);
        add(&[ws0.tag, wb0.word]);
        add(&[ws0.word, wb0.word]);
        add(&[ws1.word, ws0.tag]);
        add(&[ws1.tag, ws0.word]);
        add(&[ws1.word, ws0.word]);
        add(&[ws0.word, wb0.tag, wb1.tag]);
        add(&[ws0.tag, wb0.word, wb1.tag]);
        add(&[ws0.tag, label(l(s0)), label(r(s0)), wb0.tag]);
        add(&[ws1.tag, label(l(s1)), label(r(s1)), ws0.tag]);
        add(&[ws0.tag, wb0.tag, label(l(b0))]);
        add(&[ws0.tag, wb0.tag, distance]);
        add(&[ws2.upos, ws1.upos, ws0.upos, wb0.upos, wb1.upos]);
        add(&[ws0.fine, wb0.fine]);
        add(&[ws1.fine, ws0.fine]);
        add(&[at(r(s0)).tag, ws0.tag, wb0.tag]);
    }
}
