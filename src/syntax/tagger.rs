//! The taggers: a joint universal and Penn Treebank tag for each token, left to right, twice.
//!
//! In: the forms of a sentence's tokens. Out: one class a token. The first tagger is a linear model over the word, its shape,
//! prefixes and suffixes, its neighbours and the two tags before. What it was not sure of, a second one decides, which also
//! sees the first one's tags behind the token and on its verbs. Greedy: no search, so time is linear.

use super::model::lexicon::Lexicon;
use super::model::perceptron::{Key, Score, best, hash, key, width};

/// What the tagger looks at of one token, hashed once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// The word in lower case, digits as 0, if it is frequent, else what kind of word it is: cluster, ending, shape.
    pub(super) lexeme: u32,
    /// The clusters it is in; 0 for none.
    pub(super) fine: u32,
    pub(super) coarse: u32,
    pub(super) exact: u32,
    pub(super) shape: u32,
    pub(super) prefixes: [u32; 3],
    pub(super) suffixes: [u32; 4],
    /// The class that it always has.
    pub(super) only: Option<u8>,
}

const NONE: u32 = 1;

impl Form {
    /// Hashes a token.
    pub(super) fn new(text: &str, first: bool, lexicon: &Lexicon) -> Self {
        let lower: Vec<char> = text.chars().map(plain).flat_map(char::to_lowercase).collect();
        let part = |from: usize, to: usize| hash(lower[from..to].iter().copied());
        let n = lower.len();
        let prefixes = [1, 2, 3].map(|k| if n > k { part(0, k) } else { NONE });
        let suffixes = [1, 2, 3, 4].map(|k| if n > k { part(n - k, n) } else { NONE });
        let word = part(0, n);
        let entry = lexicon.entry(word);
        let (fine, coarse) = (u32::from(entry.fine), u32::from(entry.coarse));
        let kind = key(50, &[fine, suffixes[1], shape(text, false)]);
        let (lexeme, exact) = match entry.is_frequent {
            true => (word, hash(text.chars().map(plain))),
            false => (kind, kind),
        };
        let only = entry.only.filter(|_| !text.contains(char::is_uppercase));
        Self { lexeme, fine, coarse, exact, shape: shape(text, first), prefixes, suffixes, only }
    }
}

/// The hash of a word in lower case, as the lexicon knows it.
pub(super) fn word(text: &str) -> u32 {
    hash(text.chars().map(plain).flat_map(char::to_lowercase))
}

/// Typographic quotes and dashes count as plain ones, digits as 0.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '—' | '–' => '-',
        c if c.is_ascii_digit() => '0',
        c => c,
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
    let word = |offset: isize| other(offset).map_or(NONE, |form| form.lexeme);
    let suffix = |offset: isize| other(offset).map_or(NONE, |form| form.suffixes[2]);
    let shape = |offset: isize| other(offset).map_or(NONE, |form| form.shape);
    let fine = |offset: isize| other(offset).map_or(NONE, |form| form.fine + 2);
    let coarse = |offset: isize| other(offset).map_or(NONE, |form| form.coarse + 2);
    let me = forms[at];
    let [one, two] = previous;
    let mut template = 0;
    let mut add = |values: &[u32]| {
        template += 1;
        found.push(key(template, values));
    };
    add(&[]);
    add(&[me.lexeme]);
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
    add(&[one, me.lexeme]);
    add(&[one, two, me.lexeme]);
    add(&[word(-1)]);
    add(&[word(-2)]);
    add(&[word(1)]);
    add(&[word(2)]);
    add(&[word(-1), me.lexeme]);
    add(&[me.lexeme, word(1)]);
    add(&[word(-1), word(1)]);
    add(&[word(1), word(2)]);
    add(&[one, word(1)]);
    add(&[suffix(-1)]);
    add(&[suffix(1)]);
    add(&[suffix(2)]);
    add(&[shape(1), me.shape]);
    add(&[shape(-1), me.shape]);
    add(&[shape(1), me.lexeme]);
    add(&[one, suffix(1)]);
    add(&[me.suffixes[2], suffix(1)]);
    add(&[one, me.suffixes[2], suffix(1)]);
    add(&[word(-2), word(-1)]);
    add(&[me.fine]);
    add(&[me.fine, me.shape]);
    add(&[me.fine, me.suffixes[1]]);
    add(&[fine(-1)]);
    add(&[fine(1)]);
    add(&[me.fine, one]);
    add(&[me.fine, fine(1)]);
    add(&[fine(-1), me.fine]);
    add(&[me.lexeme, fine(1)]);
    add(&[me.lexeme, fine(-1)]);
    add(&[one, me.suffixes[1], coarse(1)]);
    add(&[coarse(-1), me.coarse, coarse(1)]);
    add(&[one, two, me.fine]);
    add(&[one, me.coarse, coarse(1), coarse(2)]);
}

/// A token that the first tagger is unsure of: its best class leads by less than this. Chosen on the dev parts, where more
/// costs time and gains nothing.
const SURE: i32 = 7000;

/// The features of one token for the second tagger, given the final tags before it and the first tagger's on the sentence;
/// `verbs` tells of each class whether it is a finite verb or a modal.
pub(super) fn features_again(
    forms: &[Form],
    at: usize,
    tags: &[u8],
    draft: &[u8],
    verbs: &[bool],
    found: &mut Vec<Key>,
) {
    found.clear();
    let form = |offset: isize| at.checked_add_signed(offset).and_then(|i| forms.get(i)).copied();
    let word = |offset: isize| form(offset).map_or(NONE, |form| form.lexeme);
    let tag = |offset: usize| draft.get(at + offset).map_or(NONE, |&tag| u32::from(tag) + 2);
    let is_verb = |tag: &&u8| verbs[usize::from(**tag)];
    let left = tags.iter().rev().find(is_verb).map_or(NONE, |&tag| u32::from(tag) + 2);
    let right = draft[at + 1..].iter().find(is_verb).map_or(NONE, |&tag| u32::from(tag) + 2);
    let me = forms[at];
    let [one, two] = previous(tags);
    let (mine, next, later) = (tag(0), tag(1), tag(2));
    let mut template = 100;
    let mut add = |values: &[u32]| {
        template += 1;
        found.push(key(template, values));
    };
    add(&[mine]);
    add(&[me.lexeme]);
    add(&[me.exact]);
    add(&[me.shape, mine]);
    add(&[me.suffixes[2], mine]);
    add(&[mine, me.lexeme]);
    add(&[one, mine, next]);
    add(&[one, next]);
    add(&[two, one, next]);
    add(&[one, next, later]);
    add(&[two, one, mine, next, later]);
    add(&[next, later]);
    add(&[next, later, tag(3)]);
    add(&[mine, next, later]);
    add(&[me.lexeme, next]);
    add(&[me.lexeme, one]);
    add(&[me.lexeme, one, next]);
    add(&[me.lexeme, two, one]);
    add(&[me.lexeme, next, later]);
    add(&[me.suffixes[2], next]);
    add(&[me.suffixes[2], one, next]);
    add(&[me.suffixes[1], one, next, later]);
    add(&[me.fine, one, next]);
    add(&[me.coarse, one, next, later]);
    add(&[me.shape, one, next]);
    add(&[word(-1), mine, next]);
    add(&[word(-1), me.lexeme]);
    add(&[word(1), one, mine]);
    add(&[me.lexeme, word(1)]);
    add(&[word(1), mine, later]);
    add(&[left, mine, right]);
    add(&[left, right, me.lexeme]);
    add(&[left, right, me.suffixes[2]]);
    add(&[left, right, one, next]);
    add(&[left, me.lexeme, one]);
    add(&[right, me.lexeme, next]);
    add(&[left, mine, one]);
    add(&[right, mine, next]);
}

/// What the first tagger says of a sentence.
pub(super) struct Draft {
    pub(super) tags: Vec<u8>,
    /// Whether a tag is sure enough to stand.
    pub(super) sure: Vec<bool>,
}

/// Tags a sentence: one class a token; those in `known` are given.
pub(super) fn draft(model: &impl Score, classes: usize, forms: &[Form], known: &[Option<u8>]) -> Draft {
    let mut draft = Draft { tags: Vec::with_capacity(forms.len()), sure: Vec::with_capacity(forms.len()) };
    let (mut found, mut scores) = (Vec::with_capacity(64), vec![0; width(classes)]);
    for at in 0..forms.len() {
        let (class, lead) = known.get(at).copied().flatten().map_or_else(
            || {
                features(forms, at, previous(&draft.tags), &mut found);
                decide(model, &found, &mut scores, classes)
            },
            |class| (class, i32::MAX),
        );
        draft.tags.push(class);
        draft.sure.push(lead >= SURE);
    }
    draft
}

/// Tags the unsure tokens of a draft again.
pub(super) fn again(model: &impl Score, verbs: &[bool], forms: &[Form], draft: &Draft) -> Vec<u8> {
    let (mut found, mut scores) = (Vec::with_capacity(64), vec![0; width(verbs.len())]);
    let mut tags: Vec<u8> = Vec::with_capacity(forms.len());
    for at in 0..forms.len() {
        if draft.sure[at] {
            tags.push(draft.tags[at]);
            continue;
        }
        features_again(forms, at, &tags, &draft.tags, verbs, &mut found);
        tags.push(decide(model, &found, &mut scores, verbs.len()).0);
    }
    tags
}

/// The best class by these features, and by how much it leads.
fn decide(model: &impl Score, found: &[Key], scores: &mut [i32], classes: usize) -> (u8, i32) {
    scores.fill(0);
    model.add(found, scores);
    let class = best(&scores[..classes], |_| true).unwrap_or(0);
    let second = best(&scores[..classes], |other| other != class).map_or(0, |other| scores[other]);
    (class as u8, scores[class] - second)
}

/// The two last tags, as feature values.
pub(super) fn previous(tags: &[u8]) -> [u32; 2] {
    let back = |k: usize| tags.len().checked_sub(k).map_or(NONE, |at| u32::from(tags[at]) + 2);
    [back(1), back(2)]
}
