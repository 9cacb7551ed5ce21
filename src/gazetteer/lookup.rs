//! Longest match over words: a sorted list of names, and a table of bits that says which words begin one.
//!
//! In: names split into folded words. Out: the longest of them at a place in a sentence. Folding makes apostrophes
//! straight, drops the stops of acronyms ("U.S." is "US") and leaves hyphens out, so that "Xinjiang-Uyghur" is found as
//! "Xinjiang Uyghur"; case is kept, since "WHO" is no "who".

use super::EntryId;

/// How a name stands for its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It is its name.
    Name,
    /// It is the adjective or the people of a state or region: "Chinese", "Britons".
    Demonym,
    /// It is a capital, whose name may stand for its government.
    Capital,
    /// It is a seat that stands for a body or state: "the Kremlin".
    Seat,
}

/// What a matched name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry; for a capital or seat the place's own, or the body's.
    pub entry: EntryId,
    /// For a capital: the state whose government it may stand for.
    pub government: Option<EntryId>,
    /// How it stands for it.
    pub form: Form,
    /// Whether the name is also something else and needs context.
    pub ambiguous: bool,
}

/// The bits of the table that says which first words begin a name, as a power of two.
const FIRST_BITS: u32 = 23;

/// Names with what they may mean, compact: a million of them take some fifty megabytes.
#[derive(Clone, Debug)]
pub(super) struct Names<T> {
    /// The names one after another, the words of each joined by spaces.
    pub(super) text: String,
    /// Sorted by name.
    pub(super) list: Vec<Name>,
    /// The values of the names, those of one name together.
    pub(super) values: Vec<T>,
    /// One bit for the hash of each first word: most words of a text begin no name.
    first: Vec<u64>,
}

/// A name: where its text and its values begin; both end where those of the next name begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) text: u32,
    pub(super) values: u32,
}

impl Name {
    /// Where its text and its values begin.
    pub(super) fn starts(&self) -> (usize, usize) {
        (self.text as usize, self.values as usize)
    }
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { text: String::new(), list: Vec::new(), values: Vec::new(), first: Vec::new() }
    }
}

impl<T> Names<T> {
    /// From names, each the folded words joined by spaces, with a value each; the values of a name keep their order, and of
    /// those that are the `same` the first one stays.
    pub(super) fn new(mut names: Vec<(String, T)>, same: impl Fn(&T, &T) -> bool) -> Self {
        names.retain(|(name, _)| !name.is_empty());
        names.sort_by(|(a, _), (b, _)| a.cmp(b));
        let place = |length: usize| u32::try_from(length).expect("names fit into four gigabytes");
        let mut found = Self::default();
        let mut last: Option<String> = None;
        for (name, value) in names {
            if last.as_ref() != Some(&name) {
                found.list.push(Name { text: place(found.text.len()), values: place(found.values.len()) });
                found.text.push_str(&name);
                last = Some(name);
            }
            let begun = found.list.last().map_or(0, |name| name.values as usize);
            if !found.values[begun..].iter().any(|known| same(known, &value)) {
                found.values.push(value);
            }
        }
        found.mark();
        found
    }

    /// From the parts that an earlier one had.
    pub(super) fn of_parts(text: String, list: Vec<Name>, values: Vec<T>) -> Self {
        let mut names = Self { text, list, values, first: Vec::new() };
        names.mark();
        names
    }

    /// Sets the bits of first words.
    fn mark(&mut self) {
        let mut first = vec![0; 1 << (FIRST_BITS - 6)];
        for at in 0..self.list.len() {
            let hash = hash(self.name(at).split(' ').next().unwrap_or(""));
            first[hash >> 6] |= 1 << (hash & 63);
        }
        self.first = first;
    }

    fn name(&self, at: usize) -> &str {
        let end = self.list.get(at + 1).map_or(self.text.len(), |next| next.text as usize);
        &self.text[self.list[at].text as usize..end]
    }

    fn values(&self, at: usize) -> &[T] {
        let end = self.list.get(at + 1).map_or(self.values.len(), |next| next.values as usize);
        &self.values[self.list[at].values as usize..end]
    }

    /// The longest name at the beginning of `words`, and how many words it takes. Cost: a bit for most words, else a binary
    /// search for each word of the name and one more.
    pub(super) fn longest(&self, words: &[String]) -> Option<(usize, &[T])> {
        if !self.may_begin(words.first()?) {
            return None;
        }
        let (mut wanted, mut from, mut longest) = (String::new(), 0, None);
        for (number, word) in words.iter().enumerate() {
            if number > 0 {
                wanted.push(' ');
            }
            wanted.push_str(word);
            from = self.find(&wanted, from);
            if from == self.list.len() || !self.name(from).starts_with(&wanted) {
                break;
            }
            if self.name(from).len() == wanted.len() {
                longest = Some((number + 1, from));
            }
        }
        longest.map(|(length, at)| (length, self.values(at)))
    }

    /// Whether a word may begin a name: surely not where its bit is not set.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let hash = hash(word);
        !word.is_empty() && self.first.get(hash >> 6).is_some_and(|bits| bits & (1 << (hash & 63)) != 0)
    }

    /// The first name from `from` on that is not before `wanted`.
    fn find(&self, wanted: &str, from: usize) -> usize {
        let (mut low, mut high) = (from, self.list.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.name(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// The place of a first word in the table of bits (FNV-1a).
fn hash(word: &str) -> usize {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
    let hash = word.as_bytes().iter().fold(0xCBF2_9CE4_8422_2325, step);
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - FIRST_BITS)) as usize
}

/// A word as names are compared by: straight apostrophes, acronyms without stops; empty for a hyphen.
pub fn fold(word: &str) -> String {
    if matches!(word, "-" | "‑" | "–") {
        return String::new();
    }
    let dotted = word.ends_with('.') && word.chars().filter(|&c| c == '.').count() > 1;
    word.chars()
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c })
        .filter(|&c| !(dotted && c == '.'))
        .collect()
}
