//! A linear model with sparse integer weights: hashed feature in, scores of classes out.
//!
//! In: the bytes that training wrote. Out: [`Weights`], looked up by 32-bit feature hashes; every score is an integer sum,
//! so that it is the same on every machine. Weights are one byte each, square-root companded: the byte's sign and square
//! give the weight through a table of 256. Most of the time of tagging and parsing is spent here, waiting for memory and
//! adding, so loops have no branches that depend on what was found. Averaged perceptron: Collins, EMNLP 2002.

#[cfg(feature = "train")]
use super::bytes::put_varint;
use super::bytes::varint;
use super::keys::Key;

/// The most classes that there are; a fixed number, so that no place of a score needs to be checked.
pub(in crate::syntax) const CLASSES: usize = 128;

/// A score for each class.
pub(in crate::syntax) type Scores = [i32; CLASSES];

/// Adds features' weights to the scores of the classes; the trained model and the one in training both do.
pub(in crate::syntax) trait Score {
    /// Adds the weights of all these features.
    fn add(&self, keys: &[Key], scores: &mut Scores);
}

/// Trained weights, laid out for few cache misses: a slot with the key says where the row stands and how long it is.
#[derive(Clone, Debug)]
pub(in crate::syntax) struct Weights {
    /// A table about half full; its length is a power of two. A feature for which a bucket has no room stands in a later one.
    buckets: Vec<Bucket>,
    /// The key's upper bits, shifted down by this, are the bucket to look at first.
    shift: u32,
    /// For each of so many keys' upper bits the feature with the longest row: small enough to stay near the processor.
    often: Vec<Slot>,
    /// Sparse rows: a class and a byte for each weight.
    cells: Vec<u16>,
    /// Dense rows: a weight for each class. The first row is all zero.
    dense: Vec<i16>,
    /// How long a dense row is: whole vectors of eight.
    width: usize,
}

/// A feature in the table; `row` is where its sparse row starts and, in the lower bits, how long it is, or a dense row's number
/// and [`DENSE`].
#[derive(Clone, Copy, Debug)]
struct Slot {
    key: Key,
    row: u32,
}

impl Slot {
    /// The empty slot of keys with these upper bits; its own has others, so that it is never the one looked for.
    fn none(upper: u32) -> Self {
        Self { key: !(upper << (32 - OFTEN_BITS)), row: EMPTY }
    }
}

/// Eight features that lie together in memory, the first ones first.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Bucket {
    keys: [Key; 8],
    rows: [u32; 8],
}

impl Bucket {
    /// The row of a key; [`EMPTY`] if it is not here. All eight are compared at once.
    fn row(&self, key: Key) -> u32 {
        let same = |(known, row): (&Key, &u32)| if *known == key { *row } else { EMPTY };
        self.keys.iter().zip(&self.rows).map(same).fold(EMPTY, |a, b| a | b)
    }

    fn is_full(&self) -> bool {
        self.rows[7] != EMPTY
    }
}

/// The upper bits of a key that say its place among those looked up often.
const OFTEN_BITS: u32 = 14;
const LENGTH_BITS: u32 = 7;
/// As many bits of a cell stand below its class: those of its byte, and one that is free, so that no class is too large.
const CLASS_SHIFT: u32 = 9;
/// The length that stands for a row with a weight for each class.
const DENSE: u32 = (1 << LENGTH_BITS) - 1;
/// An empty slot's row; no row is empty.
const EMPTY: u32 = 0;
/// As many features as are looked up together.
const BATCH: usize = 96;
/// As many dense rows as are added at once.
const ROWS: usize = 4;

/// The weight that a byte stands for: its square, with its sign. Two of them are never too much for 16 bits.
const fn weight(byte: u8) -> i16 {
    let byte = byte as i8 as i16;
    byte * byte.abs()
}

/// The weights that all bytes stand for.
const WEIGHTS: [i32; 256] = {
    let (mut weights, mut byte) = ([0; 256], 0);
    while byte < 256 {
        weights[byte] = weight(byte as u8) as i32;
        byte += 1;
    }
    weights
};

impl Weights {
    /// Reads what training wrote and moves `bytes` behind it; `None` where it is cut or broken.
    pub(in crate::syntax) fn read(bytes: &mut &[u8], classes: usize) -> Option<Self> {
        if classes == 0 || classes > CLASSES {
            return None;
        }
        let count = varint(bytes)? as usize;
        let _scale = varint(bytes)?;
        let mut keys = Vec::with_capacity(count.min(1 << 24));
        let mut lengths = Vec::with_capacity(count.min(1 << 24));
        let (mut key, mut total) = (0u32, 0usize);
        for number in 0..count {
            let more = varint(bytes)?;
            // No feature stands twice.
            key = key.checked_add(more).filter(|_| more > 0 || number == 0)?;
            keys.push(key);
        }
        for _ in 0..count {
            let length = varint(bytes)? as usize;
            total = total.checked_add(length)?;
            lengths.push(length);
        }
        let (of_classes, of_weights) = (bytes.get(..total)?, bytes.get(total..total * 2)?);
        *bytes = &bytes[total * 2..];
        let bits = (count / 6 + 2).next_power_of_two().trailing_zeros();
        let mut found = Self {
            buckets: vec![Bucket::default(); 1 << bits],
            shift: 32 - bits,
            often: (0..1 << OFTEN_BITS).map(Slot::none).collect(),
            cells: Vec::new(),
            dense: Vec::new(),
            width: classes.next_multiple_of(8),
        };
        found.dense.resize(found.width, 0);
        let mut at = 0;
        let mut rows = Vec::with_capacity(keys.len());
        for (key, length) in keys.into_iter().zip(lengths) {
            rows.push((length, key, at));
            at += length;
        }
        // Long rows belong to features that are looked up often.
        rows.sort_unstable_by_key(|&(length, key, _)| (std::cmp::Reverse(length), key));
        for (length, key, at) in rows {
            let row = found.put_row(&of_classes[at..at + length], &of_weights[at..at + length])?;
            let often = &mut found.often[(key >> (32 - OFTEN_BITS)) as usize];
            if often.row == EMPTY {
                *often = Slot { key, row };
            } else {
                found.put_key(key, row);
            }
        }
        Some(found)
    }

    /// Lays a row down; `None` if it has classes past the width of a row, or the table is too large.
    fn put_row(&mut self, classes: &[u8], bytes: &[u8]) -> Option<u32> {
        let (length, width) = (classes.len(), self.width);
        if length == 0 || length > width || classes.iter().any(|&class| usize::from(class) >= width) {
            return None;
        }
        let place = |at: usize| u32::try_from(at).ok().filter(|&at| at < 1 << (32 - LENGTH_BITS));
        if length * 5 > width {
            let start = self.dense.len();
            self.dense.resize(start + width, 0);
            for (&class, &byte) in classes.iter().zip(bytes) {
                self.dense[start + usize::from(class)] = weight(byte);
            }
            return Some(place(start / width)? << LENGTH_BITS | DENSE);
        }
        let start = place(self.cells.len())?;
        self.cells
            .extend(classes.iter().zip(bytes).map(|(&class, &byte)| u16::from(class) << CLASS_SHIFT | u16::from(byte)));
        Some(start << LENGTH_BITS | length as u32)
    }

    fn put_key(&mut self, key: Key, row: u32) {
        let mut at = (key >> self.shift) as usize;
        while self.buckets[at].is_full() {
            at = (at + 1) & (self.buckets.len() - 1);
        }
        let bucket = &mut self.buckets[at];
        let place = bucket.rows.iter().position(|row| *row == EMPTY).expect("not full");
        (bucket.keys[place], bucket.rows[place]) = (key, row);
    }

    /// The row of a key that is not in the full bucket where it belongs.
    #[cold]
    fn later_row(&self, key: Key) -> u32 {
        let mut at = (key >> self.shift) as usize;
        loop {
            at = (at + 1) & (self.buckets.len() - 1);
            let row = self.buckets[at].row(key);
            if row != EMPTY || !self.buckets[at].is_full() {
                return row;
            }
        }
    }

    /// Writes the rows of features and says how many there are. First looks into all slots, since the processor waits for many
    /// of them at once.
    fn rows(&self, keys: &[Key], rows: &mut [u32; BATCH]) -> usize {
        let (mut others, mut lasts) = ([0; BATCH], [EMPTY; BATCH]);
        let (mut count, mut rare) = (0, 0);
        for &key in keys {
            let slot = self.often[(key >> (32 - OFTEN_BITS)) as usize];
            rows[count] = slot.row;
            count += usize::from(slot.key == key);
            others[rare] = key;
            rare += usize::from(slot.key != key);
        }
        let others = &others[..rare];
        for (last, key) in lasts.iter_mut().zip(others) {
            *last = self.buckets[(key >> self.shift) as usize].rows[7];
        }
        for (&last, &key) in lasts.iter().zip(others) {
            let mut row = self.buckets[(key >> self.shift) as usize].row(key);
            if row == EMPTY && last != EMPTY {
                row = self.later_row(key);
            }
            rows[count] = row;
            count += usize::from(row != EMPTY);
        }
        count
    }

    /// Adds rows to the scores: dense ones several at once, sparse ones after their beginnings have been waited for together.
    fn sum(&self, rows: &mut [u32], scores: &mut Scores) {
        let (mut dense, mut long, mut short) = ([0; BATCH + ROWS], 0, 0);
        for at in 0..rows.len() {
            let row = rows[at];
            dense[long] = row >> LENGTH_BITS;
            long += usize::from(row & DENSE == DENSE);
            rows[short] = row;
            short += usize::from(row & DENSE != DENSE);
        }
        // The zero row fills up the last few.
        dense[long..long + ROWS].fill(0);
        for rows in dense[..long.next_multiple_of(ROWS)].chunks_exact(ROWS) {
            let row = |at: usize| &self.dense[rows[at] as usize * self.width..][..self.width];
            for ((((score, a), b), c), d) in scores.iter_mut().zip(row(0)).zip(row(1)).zip(row(2)).zip(row(3)) {
                *score += i32::from(a + b) + i32::from(c + d);
            }
        }
        let (sparse, mut firsts) = (&rows[..short], [0; BATCH]);
        for (first, row) in firsts.iter_mut().zip(sparse) {
            *first = self.cells[(row >> LENGTH_BITS) as usize];
        }
        let mut add = |cell: u16| scores[usize::from(cell >> CLASS_SHIFT)] += WEIGHTS[usize::from(cell as u8)];
        for (row, &first) in sparse.iter().zip(&firsts) {
            let start = (row >> LENGTH_BITS) as usize;
            add(first);
            for &cell in &self.cells[start + 1..start + (row & DENSE) as usize] {
                add(cell);
            }
        }
    }

    /// Writes rows of (class, byte), sorted by key; a byte's square times `scale` is its weight.
    #[cfg(feature = "train")]
    pub(in crate::syntax) fn write(rows: &[(Key, Vec<(u8, i8)>)], scale: u32, out: &mut Vec<u8>) {
        put_varint(u32::try_from(rows.len()).expect("fewer than 2^32 features"), out);
        put_varint(scale, out);
        let mut previous = 0;
        for (key, _) in rows {
            put_varint(key - previous, out);
            previous = *key;
        }
        for (_, row) in rows {
            put_varint(u32::try_from(row.len()).expect("fewer than 256 classes"), out);
        }
        out.extend(rows.iter().flat_map(|(_, row)| row.iter().map(|(class, _)| *class)));
        out.extend(rows.iter().flat_map(|(_, row)| row.iter().map(|(_, byte)| *byte as u8)));
    }
}

impl Score for Weights {
    fn add(&self, keys: &[Key], scores: &mut Scores) {
        let mut rows = [EMPTY; BATCH];
        for batch in keys.chunks(BATCH) {
            let count = self.rows(batch, &mut rows);
            self.sum(&mut rows[..count], scores);
        }
    }
}

/// The class with the highest score, the first on a tie.
pub(in crate::syntax) fn best(scores: &[i32]) -> usize {
    let most = most(scores);
    scores.iter().position(|&score| score == most).unwrap_or(0)
}

/// The same, and by how much it leads; its score is lost.
pub(in crate::syntax) fn lead(scores: &mut [i32]) -> (usize, i32) {
    let class = best(scores);
    let score = std::mem::replace(&mut scores[class], i32::MIN);
    (class, score.saturating_sub(most(scores)))
}

fn most(scores: &[i32]) -> i32 {
    scores.iter().fold(i32::MIN, |most, &score| most.max(score))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows, one of a few classes and one of nearly all; the bytes of a broken model are refused.
    #[test]
    fn rows_are_found_again() {
        let mut bytes = vec![2, 1, 5, 3, 2, 7];
        bytes.extend([0, 6, 0, 1, 2, 3, 4, 5, 6]);
        bytes.extend([2, 0xFD, 1, 1, 1, 1, 1, 1, 10]);
        let weights = Weights::read(&mut bytes.as_slice(), 7).expect("two rows");
        let mut scores = [0; CLASSES];
        weights.add(&[5, 6, 8], &mut scores);
        assert_eq!(scores[..8], [5, 1, 1, 1, 1, 1, 91, 0]);
        assert!(Weights::read(&mut &bytes[..20], 7).is_none());
        bytes[7] = 200;
        assert!(Weights::read(&mut bytes.as_slice(), 7).is_none());
    }
}
