//! Parsing: from state to state by the best step, few features first.
//!
//! In: words. Out: a head and a relation for each. A small model decides the steps it is sure of; the others cost several times
//! as much, since the full model looks at all there is (cascades and dynamic features: Weiss and Taskar, AISTATS 2010; Strubell
//! et al., ACL 2015).

use super::features::{BOTH, FRONT, NEXT, Parts, STACK, TOP};
use super::{State, Step, Word};
use crate::syntax::model::keys::Keys;
use crate::syntax::model::perceptron::{CLASSES, Score, Scores, best, lead};

/// A step of the small model that leads by less than this is decided by the full one. Chosen on the dev parts, where more
/// costs time and gains nothing.
const SURE: i32 = 12_000;

/// Sums of the full model's weights, made where they are needed and kept while what they are about stays as it is.
struct Sums {
    classes: usize,
    /// For each depth of the stack, the sums of [`STACK`] and those of [`TOP`].
    stack: Vec<[Scores; 2]>,
    /// Which of them are there, by depth.
    stack_known: Vec<Parts>,
    /// The sums of [`FRONT`] and those of [`NEXT`].
    buffer: [Scores; 2],
    buffer_known: Parts,
    all: Scores,
    found: Keys,
}

impl Sums {
    fn new(words: usize, classes: usize) -> Self {
        Self {
            classes,
            stack: Vec::new(),
            stack_known: vec![0; words + 1],
            buffer: [[0; CLASSES]; 2],
            buffer_known: 0,
            all: [0; CLASSES],
            found: Keys::new(),
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
    fn of(&mut self, state: &State, words: &[Word], model: &impl Score) -> &mut [i32] {
        let found = &mut self.found;
        let depth = state.stack.len();
        if self.stack.len() <= depth {
            self.stack.resize(depth + 1, [[0; CLASSES]; 2]);
        }
        let [stack, top] = &mut self.stack[depth];
        let [front, next] = &mut self.buffer;
        let sum = |sums: &mut Scores, found: &Keys| {
            sums.fill(0);
            model.add(found.list(), sums);
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
        for ((((all, a), b), c), d) in self.all.iter_mut().zip(stack).zip(top).zip(front).zip(next) {
            *all += *a + *b + *c + *d;
        }
        &mut self.all[..self.classes]
    }
}

/// Takes steps that are not allowed out of the choice.
fn forbid(state: &State, scores: &mut [i32]) {
    let (first, arcs) = scores.split_at_mut(1);
    if !state.allows(Step::Shift) {
        first[0] = i32::MIN;
    }
    for (number, step) in [Step::Left(0), Step::Right(0)].into_iter().enumerate() {
        if !state.allows(step) {
            arcs.iter_mut().skip(number).step_by(2).for_each(|score| *score = i32::MIN);
        }
    }
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
    let mut sums = Sums::new(words.len(), classes);
    let (mut found, mut scores) = (Keys::new(), [0; CLASSES]);
    while !state.is_done() {
        let step = state.only().unwrap_or_else(|| {
            state.easy_features(words, &mut found);
            scores.fill(0);
            small.add(found.list(), &mut scores);
            forbid(&state, &mut scores[..classes]);
            let (class, by) = lead(&mut scores[..classes]);
            if by >= SURE {
                return Step::of(class);
            }
            let scores = sums.of(&state, words, full);
            forbid(&state, scores);
            Step::of(best(scores))
        });
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
    use crate::syntax::model::keys::Key;

    /// A small model that is never sure.
    struct Unsure;

    impl Score for Unsure {
        fn add(&self, _: &[Key], _: &mut Scores) {}
    }

    /// Weights that no training gave, so that every feature counts.
    struct Arbitrary;

    impl Score for Arbitrary {
        fn add(&self, keys: &[Key], scores: &mut Scores) {
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
            let (mut state, mut found) = (State::new(words.len()), Keys::new());
            while !state.is_done() {
                let mut scores = [0; CLASSES];
                state.features::<ALL>(&words, &mut found);
                Arbitrary.add(found.list(), &mut scores);
                forbid(&state, &mut scores[..classes]);
                let step = state.only().unwrap_or_else(|| Step::of(best(&scores[..classes])));
                state.take(step);
            }
            let (heads, labels) = parse(&Unsure, &Arbitrary, relations, &words);
            let n = words.len();
            let wanted: Vec<Option<usize>> =
                state.heads[..n].iter().map(|head| head.filter(|&head| head < n)).collect();
            assert_eq!((heads, labels), (wanted, state.labels[..n].to_vec()));
        }
    }
}
