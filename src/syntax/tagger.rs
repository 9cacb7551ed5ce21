//! The taggers: a joint universal and Penn Treebank tag for each token, left to right, twice.
//!
//! In: the forms of a sentence's tokens. Out: one class a token. The first tagger is a linear model over the word, its shape,
//! prefixes and suffixes, its neighbours and the two tags before. What it was not sure of, a second one decides, which also
//! sees the first one's tags behind the token and on its verbs. Greedy: no search, so time is linear.

use super::model::keys::{Keys, hash, key};
use super::model::lexicon::{Entry, Lexicon};
use super::model::perceptron::{CLASSES, Score, Scores, lead};

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
        let lower: Vec<char> = lower(text).collect();
        let n = lower.len();
        let prefixes = [1, 2, 3].map(|k| if n > k { hash(lower[..k].iter().copied()) } else { NONE });
        let suffixes = [1, 2, 3, 4].map(|k| suffix(&lower, k));
        let word = hash(lower.iter().copied());
        let entry = lexicon.entry(word);
        let (lexeme, exact) = if entry.is_frequent {
            (word, hash(text.chars().map(plain)))
        } else {
            let kind = kind(text, entry, suffixes[1]);
            (kind, kind)
        };
        let (fine, coarse) = (u32::from(entry.fine), u32::from(entry.coarse));
        let only = entry.only.filter(|_| !text.contains(char::is_uppercase));
        Self { lexeme, fine, coarse, exact, shape: shape(text, first), prefixes, suffixes, only }
    }

    /// Only what the parser looks at: the lexeme and its clusters.
    pub(super) fn lexeme(text: &str, lexicon: &Lexicon) -> Self {
        let word = word(text);
        let entry = lexicon.entry(word);
        let lexeme = if entry.is_frequent {
            word
        } else {
            let lower: Vec<char> = lower(text).collect();
            kind(text, entry, suffix(&lower, 2))
        };
        Self { lexeme, fine: u32::from(entry.fine), coarse: u32::from(entry.coarse), ..Self::default() }
    }
}

/// The hash of a word in lower case, as the lexicon knows it.
pub(super) fn word(text: &str) -> u32 {
    hash(lower(text))
}

fn lower(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(plain).flat_map(char::to_lowercase)
}

/// The last so many characters of a longer word.
fn suffix(lower: &[char], length: usize) -> u32 {
    if lower.len() > length { hash(lower[lower.len() - length..].iter().copied()) } else { NONE }
}

/// What stands for a rare word: its cluster, ending and shape.
fn kind(text: &str, entry: Entry, suffix: u32) -> u32 {
    key(50, &[u32::from(entry.fine), suffix, shape(text, false)])
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
    let kind = |c: char| match c {
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c if c.is_numeric() => '0',
        c => c,
    };
    let mut last = [None; 2];
    let is_new = |&kind: &char| {
        let before = last;
        last = [before[1], Some(kind)];
        before != [Some(kind); 2]
    };
    hash(text.chars().map(kind).filter(is_new).chain([if first { '^' } else { ' ' }]))
}

/// The features of one token given the two tags before it.
pub(super) fn features(forms: &[Form], at: usize, previous: [u32; 2], found: &mut Keys) {
    let other = |offset: isize| at.checked_add_signed(offset).and_then(|i| forms.get(i)).copied();
    let word = |offset: isize| other(offset).map_or(NONE, |form| form.lexeme);
    let suffix = |offset: isize| other(offset).map_or(NONE, |form| form.suffixes[2]);
    let shape = |offset: isize| other(offset).map_or(NONE, |form| form.shape);
    let fine = |offset: isize| other(offset).map_or(NONE, |form| form.fine + 2);
    let coarse = |offset: isize| other(offset).map_or(NONE, |form| form.coarse + 2);
    let me = forms[at];
    let [one, two] = previous;
    let mut to = found.begin(0);
    to.add([]);
    to.add([me.lexeme]);
    to.add([me.exact]);
    to.add([me.shape]);
    for part in me.prefixes.into_iter().chain(me.suffixes) {
        to.add([part]);
    }
    to.add([me.suffixes[2], me.shape]);
    to.add([me.suffixes[1], one]);
    to.add([one]);
    to.add([two]);
    to.add([one, two]);
    to.add([one, me.lexeme]);
    to.add([one, two, me.lexeme]);
    to.add([word(-1)]);
    to.add([word(-2)]);
    to.add([word(1)]);
    to.add([word(2)]);
    to.add([word(-1), me.lexeme]);
    to.add([me.lexeme, word(1)]);
    to.add([word(-1), word(1)]);
    to.add([word(1), word(2)]);
    to.add([one, word(1)]);
    to.add([suffix(-1)]);
    to.add([suffix(1)]);
    to.add([suffix(2)]);
    to.add([shape(1), me.shape]);
    to.add([shape(-1), me.shape]);
    to.add([shape(1), me.lexeme]);
    to.add([one, suffix(1)]);
    to.add([me.suffixes[2], suffix(1)]);
    to.add([one, me.suffixes[2], suffix(1)]);
    to.add([word(-2), word(-1)]);
    to.add([me.fine]);
    to.add([me.fine, me.shape]);
    to.add([me.fine, me.suffixes[1]]);
    to.add([fine(-1)]);
    to.add([fine(1)]);
    to.add([me.fine, one]);
    to.add([me.fine, fine(1)]);
    to.add([fine(-1), me.fine]);
    to.add([me.lexeme, fine(1)]);
    to.add([me.lexeme, fine(-1)]);
    to.add([one, me.suffixes[1], coarse(1)]);
    to.add([coarse(-1), me.coarse, coarse(1)]);
    to.add([one, two, me.fine]);
    to.add([one, me.coarse, coarse(1), coarse(2)]);
    to.end();
}

/// A token that the first tagger is unsure of: its best class leads by less than this. Chosen on the dev parts, where more
/// costs time and gains nothing.
const SURE: i32 = 7000;

/// The features of one token for the second tagger, given the final tags before it and the first tagger's on the sentence;
/// `verbs` tells of each class whether it is a finite verb or a modal.
pub(super) fn features_again(forms: &[Form], at: usize, tags: &[u8], draft: &[u8], verbs: &[bool], found: &mut Keys) {
    let form = |offset: isize| at.checked_add_signed(offset).and_then(|i| forms.get(i)).copied();
    let word = |offset: isize| form(offset).map_or(NONE, |form| form.lexeme);
    let tag = |offset: usize| draft.get(at + offset).map_or(NONE, |&tag| u32::from(tag) + 2);
    let is_verb = |tag: &&u8| verbs[usize::from(**tag)];
    let left = tags.iter().rev().find(is_verb).map_or(NONE, |&tag| u32::from(tag) + 2);
    let right = draft[at + 1..].iter().find(is_verb).map_or(NONE, |&tag| u32::from(tag) + 2);
    let me = forms[at];
    let [one, two] = previous(tags);
    let (mine, next, later) = (tag(0), tag(1), tag(2));
    let mut to = found.begin(100);
    to.add([mine]);
    to.add([me.lexeme]);
    to.add([me.exact]);
    to.add([me.shape, mine]);
    to.add([me.suffixes[2], mine]);
    to.add([mine, me.lexeme]);
    to.add([one, mine, next]);
    to.add([one, next]);
    to.add([two, one, next]);
    to.add([one, next, later]);
    to.add([two, one, mine, next, later]);
    to.add([next, later]);
    to.add([next, later, tag(3)]);
    to.add([mine, next, later]);
    to.add([me.lexeme, next]);
    to.add([me.lexeme, one]);
    to.add([me.lexeme, one, next]);
    to.add([me.lexeme, two, one]);
    to.add([me.lexeme, next, later]);
    to.add([me.suffixes[2], next]);
    to.add([me.suffixes[2], one, next]);
    to.add([me.suffixes[1], one, next, later]);
    to.add([me.fine, one, next]);
    to.add([me.coarse, one, next, later]);
    to.add([me.shape, one, next]);
    to.add([word(-1), mine, next]);
    to.add([word(-1), me.lexeme]);
    to.add([word(1), one, mine]);
    to.add([me.lexeme, word(1)]);
    to.add([word(1), mine, later]);
    to.add([left, mine, right]);
    to.add([left, right, me.lexeme]);
    to.add([left, right, me.suffixes[2]]);
    to.add([left, right, one, next]);
    to.add([left, me.lexeme, one]);
    to.add([right, me.lexeme, next]);
    to.add([left, mine, one]);
    to.add([right, mine, next]);
    to.end();
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
    let (mut found, mut scores) = (Keys::new(), [0; CLASSES]);
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
    let (mut found, mut scores) = (Keys::new(), [0; CLASSES]);
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
fn decide(model: &impl Score, found: &Keys, scores: &mut Scores, classes: usize) -> (u8, i32) {
    scores.fill(0);
    model.add(found.list(), scores);
    let (class, lead) = lead(&mut scores[..classes]);
    (class as u8, lead)
}

/// The two last tags, as feature values.
pub(super) fn previous(tags: &[u8]) -> [u32; 2] {
    let back = |k: usize| tags.len().checked_sub(k).map_or(NONE, |at| u32::from(tags[at]) + 2);
    [back(1), back(2)]
}
