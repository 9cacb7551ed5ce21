//! Training the tagger, and tags for the parser's training that come from taggers which had not seen the sentence.

use std::collections::BTreeMap;

use super::learner::Learner;
use super::{Row, Sample};
use crate::syntax::model::Tag;
use crate::syntax::model::keys::Keys;
use crate::syntax::model::perceptron::{CLASSES, Score, best};
use crate::syntax::tagger::{self, Draft};

const PASSES: usize = 6;
const FOLDS: usize = 5;
/// Joint tags that stand fewer times than this in the training data are not learned.
const MIN_COUNT: usize = 3;

/// How often something stands with a joint tag.
type Counts = BTreeMap<Tag, usize>;

/// The joint tags of the training data, sorted.
pub(super) fn inventory(train: &[Vec<Row>]) -> Vec<Tag> {
    let mut counts = Counts::new();
    for row in train.iter().flatten() {
        *counts.entry((row.upos, row.xpos)).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= MIN_COUNT).map(|(tag, _)| tag).take(CLASSES).collect()
}

/// The joint tags of each word in lower case, by its hash.
pub(super) fn by_word(train: &[Vec<Row>]) -> BTreeMap<u32, Counts> {
    let mut words: BTreeMap<u32, Counts> = BTreeMap::new();
    for row in train.iter().flatten().filter(|row| !row.form.contains(char::is_uppercase)) {
        *words.entry(tagger::word(&row.form)).or_default().entry((row.upos, row.xpos)).or_default() += 1;
    }
    words
}

/// Each token's class; a rare tag gets the first class with its universal tag.
pub(super) fn classes(inventory: &[Tag], samples: &[Sample]) -> Vec<Vec<u8>> {
    let class = |upos, xpos| {
        let exact = inventory.iter().position(|tag| *tag == (upos, xpos));
        exact.or_else(|| inventory.iter().position(|tag| tag.0 == upos)).unwrap_or(0) as u8
    };
    samples.iter().map(|sample| sample.rows.iter().map(|row| class(row.upos, row.xpos)).collect()).collect()
}

/// What a tagger learns from.
pub(super) struct Lesson<'a> {
    pub(super) samples: &'a [Sample],
    /// The right classes.
    pub(super) gold: &'a [Vec<u8>],
    /// Of each class, whether it is a finite verb or a modal.
    pub(super) verbs: &'a [bool],
    /// The first tagger's tags, for the second one.
    pub(super) drafts: Option<&'a [Draft]>,
}

impl Lesson<'_> {
    /// Trains a tagger on the sentences that `take` chooses by their number; `seed` tells their order.
    pub(super) fn train(&self, take: impl Fn(usize) -> bool, seed: u64) -> Learner {
        let mut learner = Learner::new();
        let mut order: Vec<usize> = (0..self.samples.len()).filter(|&at| take(at)).collect();
        let mut random = super::oracle::Random::new(seed);
        let (mut found, mut scores) = (Keys::new(), [0; CLASSES]);
        for _ in 0..PASSES {
            random.shuffle(&mut order);
            for &number in &order {
                let forms = &self.samples[number].forms;
                let mut tags: Vec<u8> = Vec::with_capacity(forms.len());
                for (at, &right) in self.gold[number].iter().enumerate() {
                    match self.drafts {
                        None => tagger::features(forms, at, tagger::previous(&tags), &mut found),
                        Some(drafts) => {
                            tagger::features_again(forms, at, &tags, &drafts[number].tags, self.verbs, &mut found);
                        }
                    }
                    scores.fill(0);
                    learner.add(found.list(), &mut scores);
                    let guess = best(&scores[..self.verbs.len()]);
                    let right = usize::from(right);
                    learner.tick();
                    if guess != right {
                        learner.update(found.list(), right, guess);
                    }
                    tags.push(guess as u8);
                }
            }
        }
        learner
    }

    /// Tags every sentence with a tagger that learned from the other folds; no tag counts as sure.
    pub(super) fn jackknife(&self) -> Vec<Draft> {
        use rayon::prelude::*;
        let learn = |fold| self.train(|at| at % FOLDS != fold, 7).averaged();
        let taggers: Vec<Learner> = (0..FOLDS).into_par_iter().map(learn).collect();
        let tag = |(at, sample): (usize, &Sample)| {
            let tagger = &taggers[at % FOLDS];
            let tags = match self.drafts {
                None => tagger::draft(tagger, self.verbs.len(), &sample.forms, &[]).tags,
                Some(drafts) => tagger::again(tagger, self.verbs, &sample.forms, &drafts[at]),
            };
            Draft { sure: vec![false; tags.len()], tags }
        };
        self.samples.iter().enumerate().map(tag).collect()
    }
}
