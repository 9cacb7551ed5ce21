//! Training the parser with a dynamic oracle for the arc-hybrid system (Goldberg and Nivre, TACL 2013).
//!
//! In: trees and tags. Out: weights. At each step every transition that loses no further gold arc is right; after two
//! passes the parser mostly follows its own choice, so that it learns to go on after a mistake.

use super::Sample;
use super::learner::Learner;
use crate::syntax::Relation;
use crate::syntax::model::Tag;
use crate::syntax::model::keys::Keys;
use crate::syntax::model::perceptron::{CLASSES, Score};
use crate::syntax::parser::{State, Step, Word, quoted};

const PASSES: usize = 9;
/// From this pass on the parser follows its own choices, nine times in ten.
const EXPLORE_FROM: usize = 2;

/// A small linear congruential generator, so that training is the same on every run.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }

    pub(super) fn shuffle(&mut self, list: &mut [usize]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// The relations of the training data, sorted.
pub(super) fn inventory(train: &[Sample]) -> Vec<Relation> {
    let all: std::collections::BTreeSet<Relation> =
        train.iter().flat_map(|sample| sample.rows.iter().map(|row| row.relation)).collect();
    all.into_iter().collect()
}

/// Writes a state's features.
pub(super) type Features = fn(&State, &[Word], &mut Keys);

/// Trains a parser on these features; `seed` tells the order of the sentences.
pub(super) fn train(
    features: Features,
    samples: &[Sample],
    tags: &[Vec<u8>],
    inventory: &[Tag],
    relations: &[Relation],
    seed: u64,
) -> Learner {
    let mut learner = Learner::new();
    let mut random = Random::new(seed);
    let trees: Vec<Gold> = samples.iter().map(|sample| Gold::new(sample, relations)).collect();
    let mut order: Vec<usize> = (0..samples.len()).filter(|&at| (2..=120).contains(&trees[at].heads.len())).collect();
    let words: Vec<Vec<Word>> =
        samples.iter().zip(tags).map(|(sample, tags)| self::words(sample, tags, inventory)).collect();
    for pass in 0..PASSES {
        random.shuffle(&mut order);
        for &number in &order {
            learn(
                &mut learner,
                features,
                &words[number],
                &trees[number],
                relations.len(),
                pass >= EXPLORE_FROM,
                &mut random,
            );
        }
        eprintln!("parser: pass {} of {PASSES}", pass + 1);
    }
    learner
}

fn words(sample: &Sample, tags: &[u8], inventory: &[Tag]) -> Vec<Word> {
    let places = quoted(sample.rows.iter().map(|row| row.form.as_str()));
    let word = |((form, &tag), place): ((_, &u8), &Option<bool>)| {
        place.map(|inside| Word::new(form, u32::from(tag), inventory[usize::from(tag)].0, inside))
    };
    sample.forms.iter().zip(tags).zip(&places).filter_map(word).collect()
}

fn learn(
    learner: &mut Learner,
    features: Features,
    words: &[Word],
    gold: &Gold,
    relations: usize,
    explore: bool,
    random: &mut Random,
) {
    let mut state = State::new(words.len());
    let (mut found, mut scores) = (Keys::new(), [0; CLASSES]);
    while !state.is_done() {
        features(&state, words, &mut found);
        scores.fill(0);
        learner.add(found.list(), &mut scores);
        let allowed = |class: usize| class < 1 + 2 * relations && state.allows(Step::of(class));
        let guess = best_among(&scores, allowed).expect("one step is always allowed");
        let costs =
            [gold.cost(&state, Step::Shift), gold.cost(&state, Step::Left(0)), gold.cost(&state, Step::Right(0))];
        let least = *costs.iter().min().expect("three costs");
        let right = |class: usize| {
            allowed(class)
                && match Step::of(class) {
                    Step::Shift => costs[0] == least,
                    Step::Left(label) => costs[1] == least && gold.label_fits(&state, state.next, label),
                    Step::Right(label) => {
                        let below = state.stack[state.stack.len() - 2];
                        costs[2] == least && gold.label_fits(&state, below, label)
                    }
                }
        };
        let wanted = best_among(&scores, right).expect("one step is always right");
        learner.tick();
        if !right(guess) {
            learner.update(found.list(), wanted, guess);
        }
        let follow = explore && random.below(10) > 0;
        state.take(Step::of(if follow { guess } else { wanted }));
    }
}

/// The class with the highest score among those allowed, the first on a tie.
fn best_among(scores: &[i32], allowed: impl Fn(usize) -> bool) -> Option<usize> {
    let mut best: Option<(usize, i32)> = None;
    for (class, &score) in scores.iter().enumerate() {
        if best.is_none_or(|(_, most)| score > most) && allowed(class) {
            best = Some((class, score));
        }
    }
    best.map(|(class, _)| class)
}

/// A gold tree; the root is token `n`.
struct Gold {
    heads: Vec<usize>,
    labels: Vec<u8>,
    children: Vec<Vec<usize>>,
}

/// The tree without crossing arcs, which the parser can't build: the shortest that crosses another is lifted to its head's head,
/// until none does (Nivre and Nilsson, ACL 2005). The root is token `n`.
fn projective(mut heads: Vec<usize>) -> Vec<usize> {
    let n = heads.len();
    loop {
        let arc = |child: usize| (child.min(heads[child]), child.max(heads[child]));
        let crosses = |&child: &usize| {
            let (a, b) = arc(child);
            (0..n).map(arc).any(|(c, d)| a < c && c < b && b < d || c < a && a < d && d < b)
        };
        let liftable = |&child: &usize| heads[child] < n && heads[heads[child]] < n;
        let crossing = (0..n).filter(liftable).filter(crosses);
        let Some(child) = crossing.min_by_key(|&child| child.abs_diff(heads[child])) else { return heads };
        heads[child] = heads[heads[child]];
    }
}

/// A cost that no allowed step has.
const NEVER: usize = usize::MAX;

impl Gold {
    fn new(sample: &Sample, relations: &[Relation]) -> Self {
        let places = quoted(sample.rows.iter().map(|row| row.form.as_str()));
        let kept: Vec<&super::Row> =
            sample.rows.iter().zip(&places).filter(|(_, place)| place.is_some()).map(|(row, _)| row).collect();
        let n = kept.len();
        let number = |at: usize| places[..at].iter().flatten().count();
        let head = |row: &&super::Row| {
            let mut head = row.head;
            for _ in 0..3 {
                head = head.and_then(|at| if places.get(at)?.is_some() { Some(at) } else { sample.rows[at].head });
            }
            head.filter(|&at| places.get(at).is_some_and(Option::is_some)).map_or(n, number)
        };
        let heads = projective(kept.iter().map(head).collect());
        let label = |row: &&super::Row| relations.iter().position(|known| *known == row.relation).unwrap_or(0) as u8;
        let mut children = vec![Vec::new(); n + 1];
        for (child, &head) in heads.iter().enumerate() {
            children[head].push(child);
        }
        Self { heads, labels: kept.iter().map(label).collect(), children }
    }

    /// How many gold arcs a step makes unreachable.
    fn cost(&self, state: &State, step: Step) -> usize {
        if !state.allows(step) {
            return NEVER;
        }
        let n = self.heads.len();
        let (next, stack) = (state.next, &state.stack);
        match step {
            Step::Shift => {
                let below = &stack[..stack.len().saturating_sub(1)];
                let head = usize::from(below.contains(&self.heads[next]));
                head + self.children[next].iter().filter(|child| stack.contains(child)).count()
            }
            Step::Left(_) => {
                let top = *stack.last().expect("allowed");
                let head = self.heads[top];
                let lost =
                    (head != next && head > next && head <= n) || stack.len() >= 2 && head == stack[stack.len() - 2];
                usize::from(lost) + self.children[top].iter().filter(|&&child| child >= next).count()
            }
            Step::Right(_) => {
                let top = *stack.last().expect("allowed");
                usize::from(self.heads[top] >= next) + self.children[top].iter().filter(|&&child| child >= next).count()
            }
        }
    }

    /// Whether a label is right for the top of the stack under a head: any label where the head is wrong.
    fn label_fits(&self, state: &State, head: usize, label: u8) -> bool {
        let top = *state.stack.last().expect("allowed");
        self.heads[top] != head || self.labels[top] == label
    }
}
