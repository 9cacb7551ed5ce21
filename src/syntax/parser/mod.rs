//! The parser: greedy arc-hybrid transitions over tagged tokens.
//!
//! In: words and tags. Out: a head and a relation for each token. Stack and buffer; the next token is shifted, or the top
//! of the stack gets the next token (left) or the one below it (right) as its head. The root stands at the end of the
//! buffer. Transition system and oracle: Goldberg and Nivre, TACL 2013; templates after Zhang and Nivre, ACL 2011.

mod features;
mod greedy;

#[cfg(feature = "train")]
pub(super) use features::ALL;
pub(super) use greedy::parse;

use super::Upos;
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

    /// The step, where there is no choice: nothing to attach, or only the root's child left, whose relation nobody asks for.
    fn only(&self) -> Option<Step> {
        match (self.stack.len(), self.next == self.n) {
            (0, false) => Some(Step::Shift),
            (1, true) => Some(Step::Left(0)),
            _ => None,
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
}
