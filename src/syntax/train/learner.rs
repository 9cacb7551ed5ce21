//! The averaged perceptron while it learns: sparse rows of integer weights.
//!
//! In: features with the right and the wrong class. Out: averaged weights, written as one byte each. A feature scores only
//! after several updates, so that rare ones do not overfit; small averages are pruned.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::syntax::perceptron::{Key, Score, Weights};

/// Updates before a feature scores.
const MIN_UPDATES: u32 = 5;
/// Averages are kept in units of 1/SCALE of an update.
const SCALE: i64 = 32;

/// Keys are hashes already.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, &byte| hash << 8 | u64::from(byte));
    }
    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

#[derive(Default)]
struct Row {
    updates: u32,
    weights: Vec<Weight>,
}

struct Weight {
    class: u8,
    value: i32,
    total: i64,
    since: u32,
}

/// Weights under training.
#[derive(Default)]
pub(super) struct Learner {
    rows: HashMap<Key, Row, BuildHasherDefault<Identity>>,
    now: u32,
}

impl Score for Learner {
    fn add(&self, keys: &[Key], scores: &mut [i32]) {
        for row in keys.iter().filter_map(|key| self.rows.get(key)).filter(|row| row.updates >= MIN_UPDATES) {
            for weight in &row.weights {
                scores[usize::from(weight.class)] += weight.value;
            }
        }
    }
}

impl Learner {
    /// Counts one decision; averages are over decisions.
    pub(super) fn tick(&mut self) {
        self.now += 1;
    }

    /// Moves weight from the wrong class to the right one.
    pub(super) fn update(&mut self, features: &[Key], right: usize, wrong: usize) {
        for &key in features {
            let row = self.rows.entry(key).or_default();
            row.updates += 1;
            row.change(right as u8, 1, self.now);
            row.change(wrong as u8, -1, self.now);
        }
    }

    /// The averaged weights as (key, row) in the order of keys; averages in units of 1/[`SCALE`].
    fn averages(&self) -> Vec<(Key, Vec<(u8, i64)>)> {
        let mut rows: Vec<(Key, Vec<(u8, i64)>)> = self
            .rows
            .iter()
            .filter(|(_, row)| row.updates >= MIN_UPDATES)
            .map(|(&key, row)| (key, row.average(self.now)))
            .filter(|(_, row)| !row.is_empty())
            .collect();
        rows.sort_unstable_by_key(|(key, _)| *key);
        rows
    }

    /// Writes the weights: the byte's square times one scale for all.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let rows = self.averages();
        let largest = rows.iter().flat_map(|(_, row)| row.iter().map(|(_, weight)| weight.abs())).max().unwrap_or(1);
        // 127² steps reach the largest weight; weights are scaled up so that the step is a whole number.
        let fine = 1024;
        let step = (largest * fine / (127 * 127)).max(1);
        let byte = |weight: i64| {
            let root = ((weight.abs() * fine) as f64 / step as f64).sqrt().round().min(127.0) as i8;
            if weight < 0 { -root } else { root }
        };
        let packed: Vec<(Key, Vec<(u8, i8)>)> = rows
            .into_iter()
            .map(|(key, row)| {
                let row = row.into_iter().map(|(class, weight)| (class, byte(weight))).filter(|(_, byte)| *byte != 0);
                (key, row.collect::<Vec<_>>())
            })
            .filter(|(_, row)| !row.is_empty())
            .collect();
        eprintln!("{} features, {} weights", packed.len(), packed.iter().map(|(_, row)| row.len()).sum::<usize>());
        Weights::write(&packed, 1, out);
    }
}

impl Row {
    fn change(&mut self, class: u8, by: i32, now: u32) {
        let weight = match self.weights.iter().position(|weight| weight.class == class) {
            Some(at) => &mut self.weights[at],
            None => {
                self.weights.push(Weight { class, value: 0, total: 0, since: now });
                self.weights.last_mut().expect("just pushed")
            }
        };
        weight.total += i64::from(weight.value) * i64::from(now - weight.since);
        weight.since = now;
        weight.value += by;
    }

    fn average(&self, now: u32) -> Vec<(u8, i64)> {
        let mut row: Vec<(u8, i64)> = self
            .weights
            .iter()
            .map(|weight| {
                let total = weight.total + i64::from(weight.value) * i64::from(now - weight.since);
                (weight.class, total * SCALE / i64::from(now.max(1)))
            })
            .filter(|(_, weight)| weight.abs() * 2 >= SCALE)
            .collect();
        row.sort_unstable();
        row
    }
}
