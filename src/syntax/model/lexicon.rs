//! What is known of words before a sentence is read: which are frequent, and which clusters of like words they are in.
//!
//! In: a part of the model file. Out: an [`Entry`] for a word's hash. Clusters come from word vectors, a fine and a coarse
//! partition; rare words are seen by the parser only as their cluster, ending and shape, so that it learns about unknown
//! words too.

use super::bytes::varint;

/// What is known of a word; 0 stands for no cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::syntax) struct Entry {
    pub(in crate::syntax) fine: u16,
    pub(in crate::syntax) coarse: u8,
    pub(in crate::syntax) is_frequent: bool,
    /// The only class of tags that the word has in lower case, as far as training saw.
    pub(in crate::syntax) only: Option<u8>,
}

/// Words by hash.
#[derive(Clone, Debug, Default)]
pub(in crate::syntax) struct Lexicon {
    /// Sorted.
    hashes: Vec<u32>,
    entries: Vec<Entry>,
    /// Where hashes with these upper bits start, and one place behind the last.
    starts: Vec<u32>,
}

/// As many upper bits of a hash as `starts` goes by.
const BITS: u32 = 14;

/// The bit of an entry's upper byte that marks a frequent word.
const FREQUENT: u8 = 0x80;

impl Lexicon {
    /// What is known of a word.
    pub(in crate::syntax) fn entry(&self, word: u32) -> Entry {
        let upper = (word >> (32 - BITS)) as usize;
        let (from, to) = (self.starts[upper] as usize, self.starts[upper + 1] as usize);
        self.hashes[from..to].binary_search(&word).map_or(Entry::default(), |at| self.entries[from + at])
    }

    /// From entries by sorted hash.
    pub(in crate::syntax) fn new(words: impl IntoIterator<Item = (u32, Entry)>) -> Self {
        let (hashes, entries): (Vec<u32>, Vec<Entry>) = words.into_iter().unzip();
        let start = |upper: u32| hashes.partition_point(|hash| hash >> (32 - BITS) < upper) as u32;
        let starts = (0..=1 << BITS).map(start).collect();
        Self { hashes, entries, starts }
    }

    /// Reads what training wrote for so many classes of tags and moves `bytes` behind it; `None` where it is cut or broken.
    pub(in crate::syntax) fn read(bytes: &mut &[u8], classes: usize) -> Option<Self> {
        let clusters = varint(bytes)? as usize;
        let coarse = bytes.get(..clusters)?;
        *bytes = &bytes[clusters..];
        let count = varint(bytes)? as usize;
        let (mut hashes, mut hash) = (Vec::with_capacity(count.min(1 << 20)), 0u32);
        for _ in 0..count {
            hash = hash.checked_add(varint(bytes)?)?;
            hashes.push(hash);
        }
        let mut column = || {
            let column = bytes.get(..count)?;
            *bytes = &bytes[count..];
            Some(column)
        };
        let (low, high, only) = (column()?, column()?, column()?);
        let entry = |at: usize| {
            let fine = u16::from_le_bytes([low[at], high[at] & !FREQUENT]);
            let coarse = if fine == 0 { 0 } else { *coarse.get(usize::from(fine) - 1)? };
            let only = only[at].checked_sub(1);
            if only.is_some_and(|class| usize::from(class) >= classes) {
                return None;
            }
            Some((hashes[at], Entry { fine, coarse, is_frequent: high[at] & FREQUENT != 0, only }))
        };
        let words = (0..count).map(entry).collect::<Option<Vec<_>>>()?;
        Some(Self::new(words))
    }

    /// Writes what [`Self::read`] reads.
    #[cfg(feature = "train")]
    pub(in crate::syntax) fn write(&self, out: &mut Vec<u8>) {
        use super::bytes::put_varint;
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
        out.extend(self.entries.iter().map(|entry| entry.only.map_or(0, |class| class + 1)));
    }
}
