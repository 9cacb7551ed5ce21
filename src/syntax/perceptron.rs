//! A linear model with sparse integer weights: hashed feature in, scores of classes out.
//!
//! In: the bytes that training wrote. Out: [`Weights`], looked up by 32-bit feature hashes; every score is an integer sum,
//! so that it is the same on every machine. Weights are one byte each, square-root companded: the byte's sign and square
//! give the weight through a table of 256. Averaged perceptron: Collins, EMNLP 2002.

/// A feature's hash.
pub(super) type Key = u32;

/// Adds a feature's weights to the scores of the classes; the trained model and the one in training both do.
pub(super) trait Score {
    /// Adds the weights of one feature.
    fn add(&self, key: Key, scores: &mut [i32]);
}

/// Mixes a template's number and the values it looks at into a key.
pub(super) fn key(template: u32, values: &[u32]) -> Key {
    let mut hash = (u64::from(template) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for &value in values {
        hash = (hash ^ u64::from(value)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        hash ^= hash >> 32;
    }
    (hash >> 16) as u32 ^ hash as u32
}

/// The hash of a word or part of one.
pub(super) fn hash(text: impl Iterator<Item = char>) -> u32 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    for c in text {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01B3);
    }
    (hash >> 32) as u32 ^ hash as u32
}

/// Trained weights.
#[derive(Clone, Debug)]
pub(super) struct Weights {
    /// For each value of a key's upper bits, the first index of its keys.
    buckets: Vec<u32>,
    keys: Vec<Key>,
    /// For each key, the start of its row; one more at the end.
    rows: Vec<u32>,
    classes: Vec<u8>,
    bytes: Vec<i8>,
    table: [i32; 256],
}

/// Upper bits of a key that select its bucket.
const BUCKET_BITS: u32 = 18;

impl Weights {
    /// Reads what training wrote and moves `bytes` behind it; `None` where it is cut or broken.
    pub(super) fn read(bytes: &mut &[u8]) -> Option<Self> {
        let count = varint(bytes)? as usize;
        let scale = varint(bytes)?;
        let (mut keys, mut rows) = (Vec::with_capacity(count.min(1 << 24)), Vec::with_capacity(count.min(1 << 24) + 1));
        let mut key = 0u32;
        let mut total = 0u32;
        for _ in 0..count {
            key = key.checked_add(varint(bytes)?)?;
            keys.push(key);
        }
        rows.push(0);
        for _ in 0..count {
            total = total.checked_add(varint(bytes)?)?;
            rows.push(total);
        }
        let total = total as usize;
        let classes = bytes.get(..total)?.to_vec();
        let weights = bytes.get(total..total * 2)?.iter().map(|&byte| byte as i8).collect();
        *bytes = &bytes[total * 2..];
        let mut buckets = vec![0u32; (1 << BUCKET_BITS) + 1];
        for &key in &keys {
            buckets[(key >> (32 - BUCKET_BITS)) as usize + 1] += 1;
        }
        for at in 1..buckets.len() {
            buckets[at] += buckets[at - 1];
        }
        let table = std::array::from_fn(|at| {
            let byte = i32::from(at as u8 as i8);
            byte.signum() * byte * byte * i32::try_from(scale).unwrap_or(1)
        });
        Some(Self { buckets, keys, rows, classes, bytes: weights, table })
    }

    /// Writes rows of (class, byte), sorted by key; a byte's square times `scale` is its weight.
    #[cfg(feature = "train")]
    pub(super) fn write(rows: &[(Key, Vec<(u8, i8)>)], scale: u32, out: &mut Vec<u8>) {
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
    fn add(&self, key: Key, scores: &mut [i32]) {
        let bucket = (key >> (32 - BUCKET_BITS)) as usize;
        let (from, to) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
        let Some(at) = self.keys[from..to].iter().position(|&known| known == key) else { return };
        let (start, end) = (self.rows[from + at] as usize, self.rows[from + at + 1] as usize);
        for (class, byte) in self.classes[start..end].iter().zip(&self.bytes[start..end]) {
            if let Some(score) = scores.get_mut(*class as usize) {
                *score += self.table[*byte as u8 as usize];
            }
        }
    }
}

/// Reads a variable-length integer, seven bits a byte, lowest first.
pub(super) fn varint(bytes: &mut &[u8]) -> Option<u32> {
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
pub(super) fn put_varint(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value as u8 & 0x7F) | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// The class with the highest score among those allowed, the first on a tie.
pub(super) fn best(scores: &[i32], allowed: impl Fn(usize) -> bool) -> Option<usize> {
    (0..scores.len()).filter(|&class| allowed(class)).max_by_key(|&class| (scores[class], std::cmp::Reverse(class)))
}
