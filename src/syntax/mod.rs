//! The second stage: a document's text becomes [`Sentence`]s of tagged tokens, on demand with a [`Tree`] over them.
//!
//! In: text. Out: sentences, tokens, lemmas and Universal Dependencies tags for every document; dependency trees only
//! for sentences that could yield something, since parsing costs most. Names that are known are single words to the
//! parser. Later stages never read arcs: they read frames. Scheme: <https://universaldependencies.org/u/dep/>.

pub mod conllu;
mod correct;
pub mod frames;
mod lemma;
mod model;
mod parser;
mod split;
mod tagger;
pub mod tags;
#[cfg(feature = "train")]
pub mod train;

pub use model::{ModelError, Syntax};
pub use tags::{Relation, Upos, Xpos};

use crate::document::Span;

/// A token's index in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId(pub u32);

impl TokenId {
    /// As an index into [`Sentence::tokens`].
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The token at an index; sentences are far shorter than 2³² tokens.
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).expect("sentences are shorter than 2^32 tokens"))
    }
}

/// A word or mark of the text, tagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the document.
    pub span: Span,
    /// Its dictionary form, lower case except for proper names.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub xpos: Xpos,
}

/// A sentence, headline, list item or caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// In the order of the text; never empty.
    pub tokens: Vec<Token>,
    /// Whether it begins a block of the text (a paragraph, a list item, a heading).
    pub starts_block: bool,
    /// Whether it closes with `.`, `!`, `?` or `…` (before closing quotes); headlines and captions do not.
    pub has_stop: bool,
}

/// A dependency tree over a sentence's tokens; both vectors are as long as [`Sentence::tokens`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// Each token's head; `None` for the root.
    pub heads: Vec<Option<TokenId>>,
    /// Each token's relation to its head.
    pub relations: Vec<Relation>,
}

impl Tree {
    /// The tokens that hang on a token, in the order of the text.
    pub fn kids(&self, head: TokenId) -> impl Iterator<Item = TokenId> {
        (0..self.heads.len()).map(TokenId::at).filter(move |kid| self.heads[kid.index()] == Some(head))
    }

    /// Whether a word takes up what is told before it, for its verb to answer: "which" of "…, which Kigali denies".
    pub fn resumes(&self, word: TokenId) -> bool {
        let verb = self.heads[word.index()].filter(|&verb| word < verb);
        let answers = |verb: TokenId| self.relations[verb.index()] == Relation::AdvclRelcl;
        self.relations[word.index()] == Relation::Obj && verb.is_some_and(answers)
    }
}

/// The tokens of a stretch of text, without sentences or tags.
pub fn words(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    split::tokenize::tokens(text, Span::new(0, text.len()), &mut found);
    found
}
