//! The averaged perceptron while it learns: sparse rows of integer weights.
//!
//! In: features with the right and the wrong class. Out: averaged weights, written as one byte each. A feature scores only
//! after several updates, so that rare ones do not overfit. What is written is the mean of learners that saw the same
//! sentences in different orders, since less of it is chance (McDonald, Hall and Mann, NAACL 2010); small means are pruned.

use std::collections::BTreeMap;

use crate::syntax::model::keys::Key;
use crate::syntax::model::perceptron::{Score, Scores, Weights};

/// Updates before a feature scores.
const MIN_UPDATES: u16 = 5;
/// Averages are kept in units of 1/SCALE of an update.
const SCALE: i64 = 32;

/// A feature: where its row is in the list of weights, its length and the room it has.
#[derive(Clone, Copy, Default)]
struct Slot {
    key: Key,
    start: u32,
    length: u8,
    room: u8,
    /// None in an empty slot.
    updates: u16,
}

/// A class's weight, and what it lacks of `value` times decisions, for the average.
#[derive(Clone, Copy, Default)]
struct Weight {
    class: u8,
    value: i32,
    lacking: i64,
}

/// Weights under training: an open-addressing table, at most half full, and rows that move to where they have room.
pub(super) struct Learner {
    slots: Vec<Slot>,
    used: usize,
    weights: Vec<Weight>,
    now: i64,
}

/// As many features as are looked up together.
const BATCH: usize = 64;

impl Score for Learner {
    fn add(&self, keys: &[Key], scores: &mut Scores) {
        let mut slots = [Slot::default(); BATCH];
        for batch in keys.chunks(BATCH) {
            for (slot, &key) in slots.iter_mut().zip(batch) {
                *slot = self.slots[self.home(key)];
            }
            for (slot, &key) in slots.iter_mut().zip(batch) {
                if slot.key != key && slot.updates > 0 {
                    *slot = self.slots[self.find(key)];
                }
            }
            for slot in slots[..batch.len()].iter().filter(|slot| slot.updates >= MIN_UPDATES) {
                for weight in &self.weights[slot.start as usize..][..usize::from(slot.length)] {
                    scores[usize::from(weight.class)] += weight.value;
                }
            }
        }
    }
}

impl Learner {
    /// Nothing learned yet.
    pub(super) fn new() -> Self {
        Self { slots: vec![Slot::default(); 1 << 16], used: 0, weights: Vec::new(), now: 0 }
    }

    /// Counts one decision; averages are over decisions.
    pub(super) fn tick(&mut self) {
        self.now += 1;
    }

    /// Moves weight from the wrong class to the right one.
    pub(super) fn update(&mut self, features: &[Key], right: usize, wrong: usize) {
        for &key in features {
            let mut at = self.find(key);
            if self.slots[at].updates == 0 {
                if self.used * 2 >= self.slots.len() {
                    self.grow();
                    at = self.find(key);
                }
                self.used += 1;
                self.slots[at].key = key;
            }
            self.slots[at].updates = self.slots[at].updates.saturating_add(1);
            self.change(at, right as u8, 1);
            self.change(at, wrong as u8, -1);
        }
    }

    fn home(&self, key: Key) -> usize {
        (key.wrapping_mul(0x9E37_79B1) >> (32 - self.slots.len().trailing_zeros())) as usize
    }

    /// The key's slot, or the empty one where it belongs.
    fn find(&self, key: Key) -> usize {
        let mut at = self.home(key);
        while self.slots[at].updates > 0 && self.slots[at].key != key {
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }

    fn grow(&mut self) {
        let larger = vec![Slot::default(); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger).into_iter().filter(|slot| slot.updates > 0) {
            let at = self.find(slot.key);
            self.slots[at] = slot;
        }
    }

    fn change(&mut self, at: usize, class: u8, by: i32) {
        let slot = &mut self.slots[at];
        let (start, length) = (slot.start as usize, usize::from(slot.length));
        if let Some(weight) = self.weights[start..start + length].iter_mut().find(|weight| weight.class == class) {
            weight.value += by;
            weight.lacking += self.now * i64::from(by);
            return;
        }
        if slot.length == slot.room {
            slot.start = u32::try_from(self.weights.len()).expect("fewer than 2^32 weights");
            slot.room = (slot.room.saturating_mul(2)).max(2);
            self.weights.extend_from_within(start..start + length);
            self.weights.resize(slot.start as usize + usize::from(slot.room), Weight::default());
        }
        self.weights[slot.start as usize + length] = Weight { class, value: by, lacking: self.now * i64::from(by) };
        slot.length += 1;
    }

    /// The learner with its averages, in units of 1/[`SCALE`], in place of its weights.
    pub(super) fn averaged(mut self) -> Self {
        for weight in &mut self.weights {
            let total = i64::from(weight.value) * self.now - weight.lacking;
            weight.value = (total * SCALE / self.now.max(1)) as i32;
        }
        self
    }

    /// The averaged weights in the order of keys, in units of 1/[`SCALE`].
    pub(super) fn averages(&self) -> Rows {
        let average = |weight: &Weight| {
            let total = i64::from(weight.value) * self.now - weight.lacking;
            (weight.class, total * SCALE / self.now.max(1))
        };
        let row = |slot: &Slot| {
            let weights = &self.weights[slot.start as usize..][..usize::from(slot.length)];
            let mut row: Vec<_> = weights.iter().map(average).filter(|(_, weight)| *weight != 0).collect();
            row.sort_unstable();
            (slot.key, row)
        };
        let mut rows: Rows = self.slots.iter().filter(|slot| slot.updates >= MIN_UPDATES).map(row).collect();
        rows.sort_unstable_by_key(|(key, _)| *key);
        rows
    }
}

/// Weights by feature and class, sorted.
pub(super) type Rows = Vec<(Key, Vec<(u8, i64)>)>;

/// The mean of runs, without weights below `least`.
fn mean(runs: &[Rows], least: i64) -> Rows {
    let mut sums: BTreeMap<Key, BTreeMap<u8, i64>> = BTreeMap::new();
    for (key, row) in runs.iter().flatten() {
        let sum = sums.entry(*key).or_default();
        for &(class, weight) in row {
            *sum.entry(class).or_default() += weight;
        }
    }
    let count = i64::try_from(runs.len()).expect("a few runs");
    let row = |(key, sum): (Key, BTreeMap<u8, i64>)| {
        let means = sum.into_iter().map(|(class, sum)| (class, sum / count));
        (key, means.filter(|(_, weight)| weight.abs() >= least).collect::<Vec<_>>())
    };
    sums.into_iter().map(row).filter(|(_, row)| !row.is_empty()).collect()
}

/// Writes the mean of runs: the byte's square times one scale for all.
pub(super) fn write(runs: &[Rows], least: i64, out: &mut Vec<u8>) {
    let rows = mean(runs, least);
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
