//! A linear model with sparse integer weights: hashed feature in, scores of classes out.
//!
//! In: the bytes that training wrote. Out: [`Weights`], looked up by 32-bit feature hashes; every score is an integer sum,
//! so that it is the same on every machine. Weights are one byte each, square-root companded: the byte's sign and square
//! give the weight through a table of 256. Averaged perceptron: Collins, EMNLP 2002.

/// A feature's hash.
pub(in crate::syntax) type Key = u32;

/// Adds features' weights to the scores of the classes; the trained model and the one in training both do.
pub(in crate::syntax) trait Score {
    /// Adds the weights of all these features; `scores` has [`width`] places.
    fn add(&self, keys: &[Key], scores: &mut [i32]);
}

/// The places that scores of so many classes need: whole vectors of eight.
pub(in crate::syntax) fn width(classes: usize) -> usize {
    classes.next_multiple_of(8)
}

/// Mixes a template's number and the values it looks at into a key.
pub(in crate::syntax) fn key(template: u32, values: &[u32]) -> Key {
    let mut hash = (u64::from(template) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for &value in values {
        hash = (hash ^ u64::from(value)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        hash ^= hash >> 32;
    }
    (hash >> 16) as u32 ^ hash as u32
}

/// The hash of a word or part of one.
pub(in crate::syntax) fn hash(text: impl Iterator<Item = char>) -> u32 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    for c in text {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01B3);
    }
    (hash >> 32) as u32 ^ hash as u32
}

/// Trained weights, laid out for few cache misses: a slot with the key says where the row stands and how long it is.
#[derive(Clone, Debug)]
pub(in crate::syntax) struct Weights {
    /// A table on average half full; its length is a power of two. A feature for which a bucket has no room stands in a later one.
    buckets: Vec<Bucket>,
    /// The key's upper bits, shifted down by this, are the bucket to look at first.
    shift: u32,
    /// For each of so many keys' upper bits the feature with the longest row: small enough to stay near the processor.
    often: Vec<Slot>,
    /// Rows of two kinds: (class, byte) pairs, or a weight for each class where most classes have one.
    cells: Vec<u16>,
    width: usize,
}

/// A feature in the table; `row` is where its row starts and, in the lower bits, how many pairs it has.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    row: u32,
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
/// The length that stands for a row with a weight for each class.
const DENSE: u32 = (1 << LENGTH_BITS) - 1;
/// An empty slot's row; no row is empty.
const EMPTY: u32 = 0;
/// As many features as are looked up together.
const BATCH: usize = 96;

/// The weight that a byte stands for: its square, with its sign.
fn weight(byte: u8) -> i16 {
    let byte = i16::from(byte as i8);
    byte * byte.abs()
}

impl Weights {
    /// Reads what training wrote and moves `bytes` behind it; `None` where it is cut or broken.
    pub(in crate::syntax) fn read(bytes: &mut &[u8], classes: usize) -> Option<Self> {
        let count = varint(bytes)? as usize;
        let _scale = varint(bytes)?;
        let mut keys = Vec::with_capacity(count.min(1 << 24));
        let mut lengths = Vec::with_capacity(count.min(1 << 24));
        let (mut key, mut total) = (0u32, 0usize);
        for _ in 0..count {
            key = key.checked_add(varint(bytes)?)?;
            keys.push(key);
        }
        for _ in 0..count {
            let length = varint(bytes)? as usize;
            total = total.checked_add(length)?;
            lengths.push(length);
        }
        let (of_classes, of_weights) = (bytes.get(..total)?, bytes.get(total..total * 2)?);
        *bytes = &bytes[total * 2..];
        let bits = (count / 4 + 2).next_power_of_two().trailing_zeros();
        let mut found = Self {
            buckets: vec![Bucket::default(); 1 << bits],
            shift: 32 - bits,
            often: vec![Slot::default(); 1 << OFTEN_BITS],
            cells: Vec::new(),
            width: width(classes),
        };
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

    /// Lays a row down; `None` if it has too many classes or the table is too large.
    fn put_row(&mut self, classes: &[u8], bytes: &[u8]) -> Option<u32> {
        let start = u32::try_from(self.cells.len()).ok().filter(|&start| start < 1 << (32 - LENGTH_BITS))?;
        let (length, width) = (classes.len(), self.width);
        if length == 0 || length > width || classes.iter().any(|&class| usize::from(class) >= width) {
            return None;
        }
        if length * 5 > width || length >= DENSE as usize {
            let mut dense = vec![0; width];
            for (&class, &byte) in classes.iter().zip(bytes) {
                dense[usize::from(class)] = weight(byte) as u16;
            }
            self.cells.extend(dense);
            return Some(start << LENGTH_BITS | DENSE);
        }
        self.cells.extend(classes.iter().zip(bytes).map(|(&class, &byte)| u16::from(class) << 8 | u16::from(byte)));
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
    /// First all slots, then the beginnings of all rows, then the rows: the processor waits for many of them at once.
    fn add(&self, keys: &[Key], scores: &mut [i32]) {
        let (mut lasts, mut rows, mut firsts) = ([EMPTY; BATCH], [EMPTY; BATCH], [0; BATCH]);
        let mut others = [0; BATCH];
        for batch in keys.chunks(BATCH) {
            let (mut count, mut rare) = (0, 0);
            for &key in batch {
                let slot = self.often[(key >> (32 - OFTEN_BITS)) as usize];
                let is_often = slot.key == key && slot.row != EMPTY;
                rows[count] = slot.row;
                count += usize::from(is_often);
                others[rare] = key;
                rare += usize::from(!is_often);
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
            for (first, row) in firsts.iter_mut().zip(&rows[..count]) {
                *first = self.cells[(row >> LENGTH_BITS) as usize];
            }
            for (row, &first) in rows[..count].iter().zip(&firsts) {
                let start = (row >> LENGTH_BITS) as usize;
                if row & DENSE == DENSE {
                    for (score, cell) in scores.iter_mut().zip(&self.cells[start..start + self.width]) {
                        *score += i32::from(*cell as i16);
                    }
                } else {
                    scores[usize::from(first >> 8)] += i32::from(weight(first as u8));
                    for cell in &self.cells[start + 1..start + (row & DENSE) as usize] {
                        scores[usize::from(cell >> 8)] += i32::from(weight(*cell as u8));
                    }
                }
            }
        }
    }
}

/// Reads a variable-length integer, seven bits a byte, lowest first.
pub(in crate::syntax) fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Writes a variable-length integer.
#[cfg(feature = "train")]
pub(in crate::syntax) fn put_varint(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value as u8 & 0x7F) | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// The class with the highest score among those allowed, the first on a tie.
pub(in crate::syntax) fn best(scores: &[i32], allowed: impl Fn(usize) -> bool) -> Option<usize> {
    let mut best: Option<(usize, i32)> = None;
    for (class, &score) in scores.iter().enumerate() {
        if best.is_none_or(|(_, most)| score > most) && allowed(class) {
            best = Some((class, score));
        }
    }
    best.map(|(class, _)| class)
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
        let mut scores = vec![0; width(7)];
        weights.add(&[5, 6, 8], &mut scores);
        assert_eq!(scores, [5, 1, 1, 1, 1, 1, 91, 0]);
        assert!(Weights::read(&mut &bytes[..20], 7).is_none());
        bytes[7] = 200;
        assert!(Weights::read(&mut bytes.as_slice(), 7).is_none());
    }
}
