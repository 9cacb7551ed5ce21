//! What is known of words before a sentence is read: which are frequent, and which clusters of like words they are in.
//!
//! In: a part of the model file. Out: an [`Entry`] for a word's hash. Clusters come from word vectors, a fine and a coarse
//! partition; rare words are seen by the parser only as their cluster, ending and shape, so that it learns about unknown
//! words too.

use super::perceptron::varint;

/// What is known of a word; 0 stands for no cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::syntax) struct Entry {
    pub(in crate::syntax) fine: u16,
    pub(in crate::syntax) coarse: u8,
    pub(in crate::syntax) is_frequent: bool,
}

/// Words by hash.
#[derive(Clone, Debug, Default)]
pub(in crate::syntax) struct Lexicon {
    /// Sorted.
    hashes: Vec<u32>,
    entries: Vec<Entry>,
}

/// The bit of an entry's upper byte that marks a frequent word.
const FREQUENT: u8 = 0x80;

impl Lexicon {
    /// What is known of a word.
    pub(in crate::syntax) fn entry(&self, word: u32) -> Entry {
        self.hashes.binary_search(&word).map_or(Entry::default(), |at| self.entries[at])
    }

    /// From entries by hash.
    #[cfg(feature = "train")]
    pub(in crate::syntax) fn new(words: std::collections::BTreeMap<u32, Entry>) -> Self {
        let (hashes, entries) = words.into_iter().unzip();
        Self { hashes, entries }
    }

    /// Reads what training wrote and moves `bytes` behind it; `None` where it is cut or broken.
    pub(in crate::syntax) fn read(bytes: &mut &[u8]) -> Option<Self> {
        let clusters = varint(bytes)? as usize;
        let coarse = bytes.get(..clusters)?;
        *bytes = &bytes[clusters..];
        let count = varint(bytes)? as usize;
        let (mut hashes, mut hash) = (Vec::with_capacity(count.min(1 << 20)), 0u32);
        for _ in 0..count {
            hash = hash.checked_add(varint(bytes)?)?;
            hashes.push(hash);
        }
        let (low, high) = (bytes.get(..count)?, bytes.get(count..count * 2)?);
        *bytes = &bytes[count * 2..];
        let entry = |(&low, &high): (&u8, &u8)| {
            let fine = u16::from_le_bytes([low, high & !FREQUENT]);
            let coarse = if fine == 0 { 0 } else { *coarse.get(usize::from(fine) - 1)? };
            Some(Entry { fine, coarse, is_frequent: high & FREQUENT != 0 })
        };
        let entries = low.iter().zip(high).map(entry).collect::<Option<Vec<_>>>()?;
        Some(Self { hashes, entries })
    }

    /// Writes what [`Self::read`] reads.
    #[cfg(feature = "train")]
    pub(in crate::syntax) fn write(&self, out: &mut Vec<u8>) {
        use super::perceptron::put_varint;
        let clusters = self.entries.iter().map(|entry| usize::from(entry.fine)).max().unwrap_or(0);
        let mut coarse = vec![0; clusters];
        for entry in self.entries.iter().filter(|entry| entry.fine > 0) {
            coarse[usize::from(entry.fine) - 1] = entry.coarse;
        }
        put_varint(clusters as u32, out);
        out.extend(coarse);
        put_varint(u32::try_from(self.hashes.len()).expect("fewer than 2^32 words"), out);
        let mut previous = 0;
        for &hash in &self.hashes {
            put_varint(hash - previous, out);
            previous = hash;
        }
        out.extend(self.entries.iter().map(|entry| entry.fine.to_le_bytes()[0]));
        let high = |entry: &Entry| entry.fine.to_le_bytes()[1] | if entry.is_frequent { FREQUENT } else { 0 };
        out.extend(self.entries.iter().map(high));
    }
}
