//! The tagger: a joint universal and Penn Treebank tag for each token, left to right.
//!
//! In: the forms of a sentence's tokens. Out: one class a token, by a linear model over the word, its shape, prefixes and
//! suffixes, its neighbours and the two tags before. Greedy: no search, so time is linear.

use super::perceptron::{Key, Score, best, hash, key, width};

/// What the tagger looks at of one token, hashed once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// Lower case, digits as 0.
    pub(super) word: u32,
    pub(super) exact: u32,
    pub(super) shape: u32,
    pub(super) prefixes: [u32; 3],
    pub(super) suffixes: [u32; 4],
}

const NONE: u32 = 1;

impl Form {
    /// Hashes a token; typographic quotes and dashes count as plain ones.
    pub(super) fn new(text: &str, first: bool) -> Self {
        let plain = |c: char| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '—' | '–' => '-',
            c if c.is_ascii_digit() => '0',
            c => c,
        };
        let lower: Vec<char> = text.chars().map(plain).flat_map(char::to_lowercase).collect();
        let part = |from: usize, to: usize| hash(lower[from..to].iter().copied());
        let n = lower.len();
        let prefixes = [1, 2, 3].map(|k| if n > k { part(0, k) } else { NONE });
        let suffixes = [1, 2, 3, 4].map(|k| if n > k { part(n - k, n) } else { NONE });
        Self { word: part(0, n), exact: hash(text.chars().map(plain)), shape: shape(text, first), prefixes, suffixes }
    }
}

/// Runs of upper case, lower case, digits and others, and whether the sentence begins here.
fn shape(text: &str, first: bool) -> u32 {
    let mut kinds: Vec<char> = Vec::new();
    for c in text.chars() {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '0',
            _ => c,
        };
        let repeats = kinds.len() >= 2 && kinds[kinds.len() - 1] == kind && kinds[kinds.len() - 2] == kind;
        if !repeats {
            kinds.push(kind);
        }
    }
    kinds.push(if first { '^' } else { ' ' });
    hash(kinds.into_iter())
}

/// The features of one token given the two tags before it.
pub(super) fn features(forms: &[Form], at: usize, previous: [u32; 2], found: &mut Vec<Key>) {
    found.clear();
    let other = |offset: isize| at.checked_add_signed(offset).and_then(|i| forms.get(i)).copied();
    let word = |offset: isize| other(offset).map_or(NONE, |form| form.word);
    let suffix = |offset: isize| other(offset).map_or(NONE, |form| form.suffixes[2]);
    let shape = |offset: isize| other(offset).map_or(NONE, |form| form.shape);
    let me = forms[at];
    let [one, two] = previous;
    let mut template = 0;
    let mut add = |values: &[u32]| {
        template += 1;
        found.push(key(template, values));
    };
    add(&[]);
    add(&[me.word]);
    add(&[me.exact]);
    add(&[me.shape]);
    for part in me.prefixes.into_iter().chain(me.suffixes) {
        add(&[part]);
    }
    add(&[me.suffixes[2], me.shape]);
    add(&[me.suffixes[1], one]);
    add(&[one]);
    add(&[two]);
    add(&[one, two]);
    add(&[one, me.word]);
    add(&[one, two, me.word]);
    add(&[word(-1)]);
    add(&[word(-2)]);
    add(&[word(1)]);
    add(&[word(2)]);
    add(&[word(-1), me.word]);
    add(&[me.word, word(1)]);
    add(&[word(-1), word(1)]);
    add(&[word(1), word(2)]);
    add(&[one, word(1)]);
    add(&[suffix(-1)]);
    add(&[suffix(1)]);
    add(&[suffix(2)]);
    add(&[shape(1), me.shape]);
    add(&[shape(-1), me.shape]);
    add(&[shape(1), me.word]);
    add(&[one, suffix(1)]);
    add(&[me.suffixes[2], suffix(1)]);
    add(&[one, me.suffixes[2], suffix(1)]);
    add(&[word(-2), word(-1)]);
}

/// Tags a sentence: one class a token.
pub(super) fn tag(model: &impl Score, classes: usize, forms: &[Form]) -> Vec<u8> {
    let mut tags = Vec::with_capacity(forms.len());
    let (mut found, mut scores) = (Vec::with_capacity(64), vec![0; width(classes)]);
    for at in 0..forms.len() {
        features(forms, at, previous(&tags), &mut found);
        scores.fill(0);
        model.add(&found, &mut scores);
        tags.push(best(&scores[..classes], |_| true).map_or(0, |class| class as u8));
    }
    tags
}

/// The two last tags, as feature values.
pub(super) fn previous(tags: &[u8]) -> [u32; 2] {
    let back = |k: usize| tags.len().checked_sub(k).map_or(NONE, |at| u32::from(tags[at]) + 2);
    [back(1), back(2)]
}
