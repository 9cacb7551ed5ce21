//! The parser: greedy arc-hybrid transitions over tagged tokens.
//!
//! In: words and tags. Out: a head and a relation for each token. Stack and buffer; the next token is shifted, or the top
//! of the stack gets the next token (left) or the one below it (right) as its head. The root stands at the end of the
//! buffer. Transition system and oracle: Goldberg and Nivre, TACL 2013; templates after Zhang and Nivre, ACL 2011.

use super::Upos;
use super::perceptron::{Key, Score, best, key, width};
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

    /// The features of a state.
    pub(super) fn features(&self, words: &[Word], found: &mut Vec<Key>) {
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
        let mut add = |values: &[u32]| {
            template += 1;
            found.push(key(template, values));
        };
        add(&[]);
        for w in [ws0, ws1, ws2, wb0, wb1, wb2] {
            add(&[w.word]);
            add(&[w.tag]);
            add(&[w.word, w.tag]);
        }
        for (a, b) in [(ws0, wb0), (ws1, ws0), (ws1, wb0), (wb0, wb1), (ws0, wb1), (ws2, ws0), (ws1, wb1)] {
            add(&[a.word, b.word]);
            add(&[a.word, b.tag]);
            add(&[a.tag, b.word]);
            add(&[a.tag, b.tag]);
            add(&[a.word, a.tag, b.tag]);
            add(&[a.tag, b.word, b.tag]);
        }
        for (a, b, c) in
            [(ws0, wb0, wb1), (ws1, ws0, wb0), (ws2, ws1, ws0), (wb0, wb1, wb2), (ws1, ws0, wb1), (ws0, wb1, wb2)]
        {
            add(&[a.tag, b.tag, c.tag]);
            add(&[a.word, b.tag, c.tag]);
            add(&[a.tag, b.word, c.tag]);
            add(&[a.tag, b.tag, c.word]);
        }
        for (head, whead, children) in
            [(s0, ws0, [s0l, s0r, s0l2, s0r2]), (s1, ws1, [s1l, s1r, s1l2, s1r2]), (b0, wb0, [b0l, b0l2, None, None])]
        {
            let limit = if head == b0 { 2 } else { 4 };
            for &child in &children[..limit] {
                add(&[at(child).word]);
                add(&[at(child).tag, label(child)]);
                add(&[whead.tag, at(child).tag, label(child)]);
                add(&[whead.word, label(child)]);
            }
        }
        for child in [s0l, s0r, s1l, s1r, b0l] {
            let child = at(child);
            add(&[ws0.tag, wb0.tag, child.tag]);
            add(&[ws1.tag, ws0.tag, child.tag]);
            add(&[ws0.word, wb0.tag, child.tag]);
        }
        for (head, w) in [(s0, ws0), (s1, ws1)] {
            add(&[w.tag, label(l(head, 0)), label(l(head, 1))]);
            add(&[w.tag, label(r(head, 0)), label(r(head, 1))]);
            add(&[w.word, valency(head, 0)]);
            add(&[w.word, valency(head, 1)]);
            add(&[w.tag, valency(head, 0), valency(head, 1)]);
        }
        add(&[wb0.tag, valency(b0, 0)]);
        add(&[ws0.word, d0]);
        add(&[ws0.tag, wb0.tag, d0]);
        add(&[ws1.tag, ws0.tag, d1]);
        add(&[wb0.word, d0]);
        add(&[ws1.word, d1]);
        add(&[ws0.upos, wb0.upos, ws1.upos, wb1.upos]);
        add(&[ws0.upos, ws1.upos, ws2.upos, wb0.upos]);
        add(&[ws0.tag, label(s0l), label(s0r), wb0.tag]);
        add(&[ws1.tag, label(s1l), label(s1r), ws0.tag]);
        add(&[ws0.tag, wb0.tag, label(b0l)]);
        add(&[ws1.word, ws0.word, wb0.tag]);
        add(&[ws0.tag, ws1.word, wb0.word]);
        add(&[ws0.word, wb0.word, wb1.tag]);
        add(&[label(s0l), label(s0r), label(s1l), label(s1r)]);
        for w in [ws0, ws1, wb0] {
            add(&[w.fine]);
            add(&[w.fine, w.tag]);
        }
        for (a, b) in [(ws0, wb0), (ws1, ws0), (ws1, wb0)] {
            add(&[a.fine, b.fine]);
            add(&[a.fine, b.tag]);
            add(&[a.tag, b.fine]);
            add(&[a.coarse, a.tag, b.coarse, b.tag]);
        }
        let (s0l, s0l2, b0l, b0l2) = (at(s0l), at(s0l2), at(b0l), at(b0l2));
        add(&[ws1.word, s0l.word, ws0.tag]);
        add(&[ws1.fine, s0l.word, ws0.fine]);
        add(&[ws1.tag, s0l.word, ws0.tag]);
        add(&[ws1.tag, s0l.word, s0l2.word, ws0.tag]);
        add(&[ws0.word, b0l.word, wb0.tag]);
        add(&[ws0.tag, b0l.word, b0l2.word, wb0.tag]);
        let same = |a: Word, b: Word| u32::from(a.tag == b.tag) + 2 * u32::from(a.fine == b.fine);
        add(&[same(ws1, ws0), ws1.upos, ws0.upos, s0l.word]);
        add(&[same(ws1, wb0), ws1.upos, wb0.upos, ws0.upos]);
        add(&[ws0.tag, ws0.quoted, wb0.tag, wb0.quoted]);
        add(&[ws1.tag, ws1.quoted, ws0.tag, ws0.quoted]);
        add(&[ws0.word, ws0.quoted, wb0.quoted]);
        add(&[ws1.word, ws1.quoted, ws0.quoted]);
        add(&[wb0.word, wb0.quoted, ws0.quoted]);
        let wb3 = at(buffer(3));
        add(&[wb0.upos, wb1.upos, wb2.upos, wb3.upos]);
        add(&[ws0.tag, wb1.tag, wb2.tag, wb3.upos]);
    }
}

/// Parses a sentence: each token's head (`None` for the root) and relation.
pub(super) fn parse(model: &impl Score, relations: usize, words: &[Word]) -> (Vec<Option<usize>>, Vec<u8>) {
    let mut state = State::new(words.len());
    let classes = 1 + 2 * relations;
    let (mut found, mut scores) = (Vec::with_capacity(160), vec![0; width(classes)]);
    while !state.is_done() {
        state.features(words, &mut found);
        scores.fill(0);
        model.add(&found, &mut scores);
        let class =
            best(&scores[..classes], |class| state.allows(Step::of(class))).expect("one step is always allowed");
        state.take(Step::of(class));
    }
    let n = words.len();
    let heads = state.heads[..n].iter().map(|head| head.filter(|&head| head < n)).collect();
    (heads, state.labels[..n].to_vec())
}
