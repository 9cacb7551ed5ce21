//! What the parser looks at: the features of a state.
//!
//! In: stack, next words, the arcs so far. Out: keys of weights, in parts that stay the same over some steps, so that their
//! sums can be kept; and the few features that are enough for easy steps. Templates after Zhang and Nivre, ACL 2011.

use super::{NONE, ROOT, State, Word};
use crate::syntax::model::keys::{Keys, Templates};

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

/// A child of a word at hand, and its relation.
#[derive(Clone, Copy)]
struct Child {
    word: Word,
    label: u32,
}

/// Templates, of which those of some parts are wanted; which ones and how many they are is known when compiling.
struct Wanted<'a, const WANTED: Parts>(Templates<'a>);

impl<const WANTED: Parts> Wanted<'_, WANTED> {
    #[inline(always)]
    fn add<const N: usize>(&mut self, part: Parts, values: [u32; N]) {
        if WANTED & part != 0 { self.0.add(values) } else { self.0.skip() }
    }

    /// A word alone.
    #[inline(always)]
    fn word(&mut self, part: Parts, w: Word) {
        self.add(part, [w.word]);
        self.add(part, [w.tag]);
        self.add(part, [w.word, w.tag]);
    }

    /// Templates of as many values each.
    #[inline(always)]
    fn all<const N: usize, const ROWS: usize>(&mut self, part: Parts, rows: [[u32; N]; ROWS]) {
        for values in rows {
            self.add(part, values);
        }
    }

    /// Two words together.
    #[inline(always)]
    fn pair(&mut self, part: Parts, a: Word, b: Word) {
        self.all(part, [[a.word, b.word], [a.word, b.tag], [a.tag, b.word], [a.tag, b.tag]]);
    }

    /// Three tags together, and each word in its tag's place.
    #[inline(always)]
    fn triple(&mut self, part: Parts, a: Word, b: Word, c: Word) {
        let (words, tags) = ([a.word, b.word, c.word], [a.tag, b.tag, c.tag]);
        self.add(part, tags);
        for at in 0..3 {
            let mut values = tags;
            values[at] = words[at];
            self.add(part, values);
        }
    }

    /// A child of a word.
    #[inline(always)]
    fn child(&mut self, part: Parts, head: Word, child: Child) {
        self.add(part, [child.word.word]);
        self.add(part, [child.word.tag, child.label]);
        self.add(part, [head.tag, child.word.tag, child.label]);
        self.add(part, [head.word, child.label]);
    }

    /// The clusters of two words.
    #[inline(always)]
    fn clusters(&mut self, part: Parts, a: Word, b: Word) {
        self.all(part, [[a.fine, b.fine], [a.fine, b.tag], [a.tag, b.fine]]);
        self.add(part, [a.coarse, a.tag, b.coarse, b.tag]);
    }
}

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
    pub(in crate::syntax) fn features<const WANTED: Parts>(&self, words: &[Word], found: &mut Keys) {
        let at = |index: Option<usize>| self.word(words, index);
        let (s0, s1, s2) = (self.stacked(0), self.stacked(1), self.stacked(2));
        let (b0, b1, b2) = (self.ahead(0), self.ahead(1), self.ahead(2));
        let (ws0, ws1, ws2) = (at(s0), at(s1), at(s2));
        let (wb0, wb1, wb2) = (at(b0), at(b1), at(b2));
        let child = |index| Child { word: at(index), label: self.label(index) };
        let l = |of: Option<usize>, k: usize| child(of.and_then(|of| self.left[of][k]));
        let r = |of: Option<usize>, k: usize| child(of.and_then(|of| self.right[of][k]));
        let (s0l, s0r, s1l, s1r, b0l) = (l(s0, 0), r(s0, 0), l(s1, 0), r(s1, 0), l(b0, 0));
        let (s0l2, s0r2, s1l2, s1r2, b0l2) = (l(s0, 1), r(s0, 1), l(s1, 1), r(s1, 1), l(b0, 1));
        let distance = |a: Option<usize>, b: Option<usize>| match (a, b) {
            (Some(a), Some(b)) => (b.abs_diff(a)).min(6) as u32 + u32::from(b.abs_diff(a) > 10),
            _ => 9,
        };
        let (d0, d1) = (distance(s0, b0), distance(s1, s0));
        let valency = |of: Option<usize>, side: usize| of.map_or(99, |of| u32::from(self.valency[of][side].min(5)));
        let mut to = Wanted::<WANTED>(found.begin(100));
        to.add(STACK, []);
        for (part, w) in [(STACK, ws0), (STACK, ws1), (STACK, ws2), (FRONT, wb0), (FRONT, wb1), (FRONT, wb2)] {
            to.word(part, w);
        }
        let beside = [(BOTH, ws0, wb0), (STACK, ws1, ws0), (BOTH, ws1, wb0)];
        for (part, a, b) in beside.into_iter().chain([(FRONT, wb0, wb1), (BOTH, ws0, wb1), (STACK, ws2, ws0)]) {
            to.pair(part, a, b);
        }
        for (part, [a, b, c]) in [
            (BOTH, [ws0, wb0, wb1]),
            (BOTH, [ws1, ws0, wb0]),
            (STACK, [ws2, ws1, ws0]),
            (FRONT, [wb0, wb1, wb2]),
            (BOTH, [ws0, wb1, wb2]),
        ] {
            to.triple(part, a, b, c);
        }
        to.add(BOTH, [ws1.tag, ws0.tag, wb1.tag]);
        for (w, kids) in [
            (ws0, [(STACK, s0l), (TOP, s0r), (STACK, s0l2), (TOP, s0r2)]),
            (ws1, [(STACK, s1l), (STACK, s1r), (STACK, s1l2), (STACK, s1r2)]),
        ] {
            for (part, kid) in kids {
                to.child(part, w, kid);
            }
        }
        to.child(NEXT, wb0, b0l);
        to.child(NEXT, wb0, b0l2);
        for (part, child) in [(STACK, s0l), (TOP, s0r), (STACK, s1l), (STACK, s1r), (BOTH, b0l)] {
            to.add(BOTH, [ws0.tag, wb0.tag, child.word.tag]);
            to.add(part, [ws1.tag, ws0.tag, child.word.tag]);
        }
        to.add(STACK, [ws0.tag, s0l.label, s0l2.label]);
        to.add(TOP, [ws0.tag, s0r.label, s0r2.label]);
        to.add(STACK, [ws0.word, valency(s0, 0)]);
        to.add(TOP, [ws0.word, valency(s0, 1)]);
        to.add(TOP, [ws0.tag, valency(s0, 0), valency(s0, 1)]);
        to.add(STACK, [ws1.tag, s1l.label, s1l2.label]);
        to.add(STACK, [ws1.tag, s1r.label, s1r2.label]);
        to.add(STACK, [ws1.word, valency(s1, 0)]);
        to.add(STACK, [ws1.word, valency(s1, 1)]);
        to.add(STACK, [ws1.tag, valency(s1, 0), valency(s1, 1)]);
        to.add(NEXT, [wb0.tag, valency(b0, 0)]);
        to.add(BOTH, [ws0.word, d0]);
        to.add(BOTH, [ws0.tag, wb0.tag, d0]);
        to.add(STACK, [ws1.tag, ws0.tag, d1]);
        to.add(BOTH, [wb0.word, d0]);
        to.add(STACK, [ws1.word, d1]);
        to.add(BOTH, [ws0.upos, wb0.upos, ws1.upos, wb1.upos]);
        to.add(BOTH, [ws0.upos, ws1.upos, ws2.upos, wb0.upos]);
        to.add(BOTH, [ws0.tag, s0l.label, s0r.label, wb0.tag]);
        to.add(STACK, [ws1.tag, s1l.label, s1r.label, ws0.tag]);
        to.add(BOTH, [ws0.tag, wb0.tag, b0l.label]);
        to.add(TOP, [s0l.label, s0r.label, s1l.label, s1r.label]);
        for (part, w) in [(STACK, ws0), (STACK, ws1), (FRONT, wb0)] {
            to.add(part, [w.fine]);
            to.add(part, [w.fine, w.tag]);
        }
        for (part, a, b) in beside {
            to.clusters(part, a, b);
        }
        let (s0l, s0l2, b0l, b0l2) = (s0l.word, s0l2.word, b0l.word, b0l2.word);
        to.add(STACK, [ws1.word, s0l.word, ws0.tag]);
        to.add(STACK, [ws1.fine, s0l.word, ws0.fine]);
        to.add(STACK, [ws1.tag, s0l.word, ws0.tag]);
        to.add(STACK, [ws1.tag, s0l.word, s0l2.word, ws0.tag]);
        to.add(BOTH, [ws0.tag, b0l.word, b0l2.word, wb0.tag]);
        let same = |a: Word, b: Word| u32::from(a.tag == b.tag) + 2 * u32::from(a.fine == b.fine);
        to.add(STACK, [same(ws1, ws0), ws1.upos, ws0.upos, s0l.word]);
        to.add(BOTH, [same(ws1, wb0), ws1.upos, wb0.upos, ws0.upos]);
        to.add(STACK, [ws1.tag, ws1.quoted, ws0.tag, ws0.quoted]);
        to.add(STACK, [ws1.word, ws1.quoted, ws0.quoted]);
        let wb3 = at(self.ahead(3));
        to.add(FRONT, [wb0.upos, wb1.upos, wb2.upos, wb3.upos]);
        to.add(BOTH, [ws0.tag, wb1.tag, wb2.tag, wb3.upos]);
        to.0.end();
    }

    /// The features of a state that are enough for easy steps: tags and words at hand.
    pub(in crate::syntax) fn easy_features(&self, words: &[Word], found: &mut Keys) {
        let at = |index: Option<usize>| self.word(words, index);
        let label = |index: Option<usize>| self.label(index);
        let (s0, s1, b0) = (self.stacked(0), self.stacked(1), self.ahead(0));
        let (ws0, ws1, ws2) = (at(s0), at(s1), at(self.stacked(2)));
        let (wb0, wb1, wb2) = (at(b0), at(self.ahead(1)), at(self.ahead(2)));
        let l = |of: Option<usize>| of.and_then(|of| self.left[of][0]);
        let r = |of: Option<usize>| of.and_then(|of| self.right[of][0]);
        let distance = s0.zip(b0).map_or(9, |(s0, b0)| (b0 - s0).min(6) as u32);
        let mut to = found.begin(300);
        to.add([ws0.tag, wb0.tag, wb1.tag]);
        to.add([ws1.tag, ws0.tag, wb0.tag]);
        to.add([ws1.tag, ws0.tag, wb0.tag, wb1.tag]);
        to.add([wb0.tag, wb1.tag, wb2.tag]);
        to.add([ws0.word, wb0.tag]);
        to.add([ws0.tag, wb0.word]);
        to.add([ws0.word, wb0.word]);
        to.add([ws1.word, ws0.tag]);
        to.add([ws1.tag, ws0.word]);
        to.add([ws1.word, ws0.word]);
        to.add([ws0.word, wb0.tag, wb1.tag]);
        to.add([ws0.tag, wb0.word, wb1.tag]);
        to.add([ws0.tag, label(l(s0)), label(r(s0)), wb0.tag]);
        to.add([ws1.tag, label(l(s1)), label(r(s1)), ws0.tag]);
        to.add([ws0.tag, wb0.tag, label(l(b0))]);
        to.add([ws0.tag, wb0.tag, distance]);
        to.add([ws2.upos, ws1.upos, ws0.upos, wb0.upos, wb1.upos]);
        to.add([ws0.fine, wb0.fine]);
        to.add([ws1.fine, ws0.fine]);
        to.add([at(r(s0)).tag, ws0.tag, wb0.tag]);
        to.end();
    }
}
