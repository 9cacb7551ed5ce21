//! Parsing: from state to state by the best step, few features first.
//!
//! In: words. Out: a head and a relation for each. A small model decides the steps it is sure of; the others cost several times
//! as much, since the full model looks at all there is (cascades and dynamic features: Weiss and Taskar, AISTATS 2010; Strubell
//! et al., ACL 2015).

use super::features::{BOTH, FRONT, NEXT, Parts, STACK, TOP};
use super::{State, Step, Word};
use crate::syntax::model::perceptron::{Key, Score, best, width};

/// A step of the small model that leads by less than this is decided by the full one. Chosen on the dev parts, where more
/// costs time and gains nothing.
const SURE: i32 = 12_000;

/// Sums of the full model's weights, made where they are needed and kept while what they are about stays as it is.
struct Sums {
    width: usize,
    /// For each depth of the stack, the sums of [`STACK`] and behind them those of [`TOP`].
    stack: Vec<i32>,
    /// Which of them are there, by depth.
    stack_known: Vec<Parts>,
    /// The sums of [`FRONT`] and behind them those of [`NEXT`].
    buffer: Vec<i32>,
    buffer_known: Parts,
    all: Vec<i32>,
    found: Vec<Key>,
}

impl Sums {
    fn new(words: usize, width: usize) -> Self {
        Self {
            width,
            stack: vec![0; (words + 1) * 2 * width],
            stack_known: vec![0; words + 1],
            buffer: vec![0; 2 * width],
            buffer_known: 0,
            all: vec![0; width],
            found: Vec::with_capacity(128),
        }
    }

    /// Forgets what a step, which led to this state, has changed.
    fn forget(&mut self, step: Step, state: &State) {
        let stack = &mut self.stack_known[state.stack.len()];
        match step {
            Step::Shift => (*stack, self.buffer_known) = (0, 0),
            Step::Left(_) => self.buffer_known &= !NEXT,
            Step::Right(_) => *stack &= !TOP,
        }
    }

    /// The scores of a state.
    fn of(&mut self, state: &State, words: &[Word], model: &impl Score) -> &[i32] {
        let found = &mut self.found;
        let depth = state.stack.len();
        let from = depth * 2 * self.width;
        let (stack, top) = self.stack[from..from + 2 * self.width].split_at_mut(self.width);
        let (front, next) = self.buffer.split_at_mut(self.width);
        let sum = |sums: &mut [i32], found: &[Key]| {
            sums.fill(0);
            model.add(found, sums);
        };
        if self.stack_known[depth] & STACK == 0 {
            state.features::<STACK>(words, found);
            sum(stack, found);
        }
        if self.stack_known[depth] & TOP == 0 {
            state.features::<TOP>(words, found);
            sum(top, found);
        }
        if self.buffer_known & FRONT == 0 {
            state.features::<FRONT>(words, found);
            sum(front, found);
        }
        if self.buffer_known & NEXT == 0 {
            state.features::<NEXT>(words, found);
            sum(next, found);
        }
        (self.stack_known[depth], self.buffer_known) = (STACK | TOP, FRONT | NEXT);
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

/// The step that the small model is sure of.
fn easy(state: &State, scores: &[i32]) -> Option<usize> {
    let allowed = |class: usize| state.allows(Step::of(class));
    let class = best(scores, allowed)?;
    let second = best(scores, |other| other != class && allowed(other));
    second.is_none_or(|second| scores[class] - scores[second] >= SURE).then_some(class)
}

/// Parses a sentence: each token's head (`None` for the root) and relation.
pub(in crate::syntax) fn parse(
    small: &impl Score,
    full: &impl Score,
    relations: usize,
    words: &[Word],
) -> (Vec<Option<usize>>, Vec<u8>) {
    let mut state = State::new(words.len());
    let classes = 1 + 2 * relations;
    let mut sums = Sums::new(words.len(), width(classes));
    let (mut found, mut scores) = (Vec::with_capacity(32), vec![0; width(classes)]);
    while !state.is_done() {
        state.easy_features(words, &mut found);
        scores.fill(0);
        small.add(&found, &mut scores);
        let class = easy(&state, &scores[..classes]).unwrap_or_else(|| {
            let allowed = |class| state.allows(Step::of(class));
            best(&sums.of(&state, words, full)[..classes], allowed).expect("one step is always allowed")
        });
        let step = Step::of(class);
        state.take(step);
        sums.forget(step, &state);
    }
    let n = words.len();
    let heads = state.heads[..n].iter().map(|head| head.filter(|&head| head < n)).collect();
    (heads, state.labels[..n].to_vec())
}

#[cfg(test)]
mod tests {
    use super::super::features::ALL;
    use super::*;

    /// A small model that is never sure.
    struct Unsure;

    impl Score for Unsure {
        fn add(&self, _: &[Key], _: &mut [i32]) {}
    }

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
            let (heads, labels) = parse(&Unsure, &Arbitrary, relations, &words);
            let n = words.len();
            let wanted: Vec<Option<usize>> =
                state.heads[..n].iter().map(|head| head.filter(|&head| head < n)).collect();
            assert_eq!((heads, labels), (wanted, state.labels[..n].to_vec()));
        }
    }
}
