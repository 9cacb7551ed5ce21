//! The parser: greedy arc-hybrid transitions over tagged tokens.
//!
//! In: words and tags. Out: a head and a relation for each token. Stack and buffer; the next token is shifted, or the top
//! of the stack gets the next token (left) or the one below it (right) as its head. The root stands at the end of the
//! buffer. Transition system and oracle: Goldberg and Nivre, TACL 2013; templates after Zhang and Nivre, ACL 2011.

use super::Upos;
use super::model::perceptron::{Key, Score, best, key, width};
use super::tagger::Form;

/// A token as the parser sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    word: u32,
    /// The joint tag's class.
    tag: u32,
    /// The universal tag.
    upos: u32,
    fine: u32,
    coarse: u32,
    /// Whether it stands between quotation marks, which the parser does not see.
    quoted: u32,
}

const NONE: Word = Word { word: 1, tag: 1000, upos: 100, fine: 5000, coarse: 500, quoted: 2 };
const ROOT: Word = Word { word: 2, tag: 1001, upos: 101, fine: 5001, coarse: 501, quoted: 3 };

impl Word {
    /// A tagged form.
    pub(super) fn new(form: &Form, tag: u32, upos: Upos, quoted: bool) -> Self {
        let (word, fine, coarse) = (form.lexeme, form.fine, form.coarse);
        Self { word, tag, upos: upos as u32, fine, coarse, quoted: u32::from(quoted) }
    }
}

/// For each token whether it stands between double quotation marks; none for the marks themselves.
pub(super) fn quoted<'a>(tokens: impl Iterator<Item = &'a str>) -> Vec<Option<bool>> {
    let mut inside = false;
    let mut place = |token| match token {
        "“" | "„" | "«" => {
            inside = true;
            None
        }
        "”" | "»" => {
            inside = false;
            None
        }
        "\"" => {
            inside = !inside;
            None
        }
        _ => Some(inside),
    };
    tokens.map(&mut place).collect()
}

/// Parts of the templates, by what they look at.
pub(super) type Parts = u8;
/// The words of the stack, their left children, and the right children of all but the top: the same while the top stays.
const STACK: Parts = 1;
/// The right children of the top, too: the same until the top gets one.
const TOP: Parts = 2;
/// The next words: the same until one is shifted.
const FRONT: Parts = 4;
/// The left children of the next word: the same until it gets one or is shifted.
const NEXT: Parts = 8;
/// Stack and next words together: new at every step.
const BOTH: Parts = 16;
/// All parts, as training looks at them.
#[cfg(any(feature = "train", test))]
pub(super) const ALL: Parts = STACK | TOP | FRONT | NEXT | BOTH;

/// A parse under way.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) stack: Vec<usize>,
    pub(super) next: usize,
    pub(super) heads: Vec<Option<usize>>,
    pub(super) labels: Vec<u8>,
    left: Vec<[Option<usize>; 2]>,
    right: Vec<[Option<usize>; 2]>,
    valency: Vec<[u8; 2]>,
    n: usize,
}

/// What to do next; a relation is its number among the model's relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Shift,
    Left(u8),
    Right(u8),
}

impl Step {
    /// Class 0 is shift; then left and right arcs in pairs.
    pub(super) fn of(class: usize) -> Self {
        match class {
            0 => Step::Shift,
            odd if odd % 2 == 1 => Step::Left(((odd - 1) / 2) as u8),
            even => Step::Right(((even - 2) / 2) as u8),
        }
    }
}

impl State {
    /// `n` tokens, and the root behind them as number `n`.
    pub(super) fn new(n: usize) -> Self {
        Self {
            stack: Vec::with_capacity(n),
            next: 0,
            heads: vec![None; n + 1],
            labels: vec![0; n + 1],
            left: vec![[None; 2]; n + 1],
            right: vec![[None; 2]; n + 1],
            valency: vec![[0; 2]; n + 1],
            n,
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.stack.is_empty() && self.next == self.n
    }

    /// Whether a step can be taken; only one token may hang on the root.
    pub(super) fn allows(&self, step: Step) -> bool {
        match step {
            Step::Shift => self.next < self.n,
            Step::Left(_) => !self.stack.is_empty() && (self.next < self.n || self.stack.len() == 1),
            Step::Right(_) => self.stack.len() >= 2,
        }
    }

    pub(super) fn take(&mut self, step: Step) {
        match step {
            Step::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Step::Left(label) => {
                let child = self.stack.pop().expect("allowed only with a stack");
                self.attach(child, self.next, label);
            }
            Step::Right(label) => {
                let child = self.stack.pop().expect("allowed only with a stack");
                let head = *self.stack.last().expect("allowed only with two on the stack");
                self.attach(child, head, label);
            }
        }
    }

    fn attach(&mut self, child: usize, head: usize, label: u8) {
        self.heads[child] = Some(head);
        self.labels[child] = label;
        let side = if child < head { &mut self.left[head] } else { &mut self.right[head] };
        side[1] = side[0];
        side[0] = Some(child);
        let count = &mut self.valency[head][usize::from(child > head)];
        *count = count.saturating_add(1);
    }

    /// The features of a state, of those parts that are wanted.
    pub(super) fn features<const WANTED: Parts>(&self, words: &[Word], found: &mut Vec<Key>) {
        found.clear();
        let at = |index: Option<usize>| match index {
            Some(index) if index == self.n => ROOT,
            Some(index) => words[index],
            None => NONE,
        };
        let stack = |depth: usize| self.stack.len().checked_sub(depth + 1).map(|at| self.stack[at]);
        let buffer = |offset: usize| (self.next + offset <= self.n).then_some(self.next + offset);
        let label = |index: Option<usize>| index.map_or(200, |index| u32::from(self.labels[index]));
        let (s0, s1, s2) = (stack(0), stack(1), stack(2));
        let (b0, b1, b2) = (buffer(0), buffer(1), buffer(2));
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
        let wb3 = at(buffer(3));
        add(FRONT, &[wb0.upos, wb1.upos, wb2.upos, wb3.upos]);
        add(BOTH, &[ws0.tag, wb1.tag, wb2.tag, wb3.upos]);
    }
}

/// Sums of weights that are kept while what they are about stays as it is.
struct Sums {
    width: usize,
    /// For each depth of the stack, the sums of [`STACK`] and behind them those of [`TOP`].
    stack: Vec<i32>,
    /// The sums of [`FRONT`] and behind them those of [`NEXT`].
    buffer: Vec<i32>,
    all: Vec<i32>,
    found: Vec<Key>,
}

impl Sums {
    fn new(words: usize, width: usize) -> Self {
        Self {
            width,
            stack: vec![0; (words + 1) * 2 * width],
            buffer: vec![0; 2 * width],
            all: vec![0; width],
            found: Vec::with_capacity(128),
        }
    }

    /// The scores of a state that the step led to.
    fn after(&mut self, step: Step, state: &State, words: &[Word], model: &impl Score) -> &[i32] {
        let found = &mut self.found;
        let from = state.stack.len() * 2 * self.width;
        let (stack, top) = self.stack[from..from + 2 * self.width].split_at_mut(self.width);
        let (front, next) = self.buffer.split_at_mut(self.width);
        let sum = |sums: &mut [i32], found: &[Key]| {
            sums.fill(0);
            model.add(found, sums);
        };
        if step == Step::Shift {
            state.features::<STACK>(words, found);
            sum(stack, found);
            state.features::<FRONT>(words, found);
            sum(front, found);
        }
        if !matches!(step, Step::Left(_)) {
            state.features::<TOP>(words, found);
            sum(top, found);
        }
        if !matches!(step, Step::Right(_)) {
            state.features::<NEXT>(words, found);
            sum(next, found);
        }
        state.features::<BOTH>(words, found);
        sum(&mut self.all, found);
        for kept in [stack, top, front, next] {
            for (all, part) in self.all.iter_mut().zip(kept) {
                *all += *part;
            }
        }
        &self.all
    }
}

/// Parses a sentence: each token's head (`None` for the root) and relation.
pub(super) fn parse(model: &impl Score, relations: usize, words: &[Word]) -> (Vec<Option<usize>>, Vec<u8>) {
    let mut state = State::new(words.len());
    let classes = 1 + 2 * relations;
    let mut sums = Sums::new(words.len(), width(classes));
    let mut last = Step::Shift;
    while !state.is_done() {
        let scores = sums.after(last, &state, words, model);
        let class =
            best(&scores[..classes], |class| state.allows(Step::of(class))).expect("one step is always allowed");
        last = Step::of(class);
        state.take(last);
    }
    let n = words.len();
    let heads = state.heads[..n].iter().map(|head| head.filter(|&head| head < n)).collect();
    (heads, state.labels[..n].to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weights that no training gave, so that every feature counts.
    struct Arbitrary;

    impl Score for Arbitrary {
        fn add(&self, keys: &[Key], scores: &mut [i32]) {
            for &key in keys {
                for (class, score) in (0u32..).zip(scores.iter_mut()) {
                    *score += (key.wrapping_mul(2 * class + 1) >> 27) as i32 - 16;
                }
            }
        }
    }

    /// Sums that are kept come to what all features of each state come to.
    #[test]
    fn kept_sums_are_the_sums_of_all_features() {
        let relations = 3;
        let classes = 1 + 2 * relations;
        for seed in 0..200u32 {
            let value = |at: u32, most: u32| (seed * 31 + at).wrapping_mul(0x9E37_79B1) >> 16 & most;
            let word = |at: u32| Word {
                word: value(at, 63),
                tag: value(at + 1, 15),
                upos: value(at + 2, 7),
                fine: value(at + 3, 31),
                coarse: value(at + 4, 7),
                quoted: value(at + 5, 1),
            };
            let words: Vec<Word> = (0..seed % 23).map(word).collect();
            let (mut state, mut found) = (State::new(words.len()), Vec::new());
            while !state.is_done() {
                let mut scores = vec![0; width(classes)];
                state.features::<ALL>(&words, &mut found);
                Arbitrary.add(&found, &mut scores);
                let class = best(&scores[..classes], |class| state.allows(Step::of(class))).expect("a step");
                state.take(Step::of(class));
            }
            let (heads, labels) = parse(&Arbitrary, relations, &words);
            let n = words.len();
            let wanted: Vec<Option<usize>> =
                state.heads[..n].iter().map(|head| head.filter(|&head| head < n)).collect();
            assert_eq!((heads, labels), (wanted, state.labels[..n].to_vec()));
        }
    }
}
