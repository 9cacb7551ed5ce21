//! The trained model and what it does: [`Syntax`] turns text into tagged sentences, and sentences into trees.
//!
//! In: the model file `ontology/syntax/english.zst`, built into the program. Out: sentences and trees. Before parsing,
//! names that are known become single words and double quotation marks are taken out; afterwards both are put back. The
//! file holds, after a magic word: tag names, relation names, lemma exceptions, words, the weights
//! of the taggers and of the parser.

pub(super) mod bytes;
pub(super) mod keys;
pub(super) mod lexicon;
pub(super) mod perceptron;

use std::sync::Arc;

use bytes::text;
use lexicon::Lexicon;
use perceptron::Weights;

use super::lemma::Lemmas;
use super::parser::{self, Word};
use super::tagger::{self, Form};
use super::{Relation, Sentence, Token, TokenId, Tree, Upos, Xpos, correct, split};
use crate::document::Span;

static MODEL: &[u8] = include_bytes!("../../../ontology/syntax/english.zst");

/// A joint tag.
pub(super) type Tag = (Upos, Xpos);

/// A model that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// It can't be decompressed.
    #[error("it can't be decompressed: {0}")]
    Compression(#[from] std::io::Error),
    /// It ends early or holds unknown names.
    #[error("it is cut or was written by another version")]
    Broken,
}

/// Sentences, tags, lemmas and trees for English.
#[derive(Clone, Debug)]
pub struct Syntax {
    /// The joint tags, by class.
    tags: Vec<Tag>,
    /// Of each class, whether it is a finite verb or a modal.
    verbs: Vec<bool>,
    relations: Vec<Relation>,
    lemmas: Lemmas,
    lexicon: Arc<Lexicon>,
    tagger: Weights,
    second_tagger: Weights,
    small_parser: Weights,
    parser: Weights,
}

impl Syntax {
    /// The first bytes of a model of this version.
    pub const MAGIC: &[u8] = b"claimgraph syntax 4\n";

    /// The model that is built into the program.
    pub fn embedded() -> Result<Self, ModelError> {
        Self::read(&zstd::decode_all(MODEL)?).ok_or(ModelError::Broken)
    }

    /// The bytes of the model that is built into the program, compressed; they are part of what a build depends on.
    pub fn packed() -> &'static [u8] {
        MODEL
    }

    /// Reads a decompressed model; `None` where it is cut or broken.
    pub fn read(mut bytes: &[u8]) -> Option<Self> {
        bytes = bytes.strip_prefix(Self::MAGIC)?;
        let text = text(&mut bytes)?;
        let tag = |line: &str| {
            let (upos, xpos) = line.split_once('|')?;
            Some((Upos::from_name(upos)?, Xpos::from_name(xpos)?))
        };
        let tags = text.lines().map(tag).collect::<Option<Vec<_>>>()?;
        let relations = self::text(&mut bytes)?.lines().map(Relation::from_name).collect::<Option<Vec<_>>>()?;
        let exceptions = self::text(&mut bytes)?;
        let lexicon = Arc::new(Lexicon::read(&mut bytes, tags.len())?);
        if relations.is_empty() {
            return None;
        }
        let lemmas = Lemmas::read(exceptions, Arc::clone(&lexicon));
        let tagger = Weights::read(&mut bytes, tags.len())?;
        let second_tagger = Weights::read(&mut bytes, tags.len())?;
        let small_parser = Weights::read(&mut bytes, 1 + 2 * relations.len())?;
        let parser = Weights::read(&mut bytes, 1 + 2 * relations.len())?;
        let verbs = tags.iter().map(|(_, xpos)| xpos.is_finite()).collect();
        Some(Self { tags, verbs, relations, lemmas, lexicon, tagger, second_tagger, small_parser, parser })
    }

    /// The lemma of a form with a tag.
    #[cfg(feature = "train")]
    pub(super) fn lemma(&self, form: &str, tag: Xpos) -> String {
        self.lemmas.lemma(form, tag)
    }

    /// Splits a text into sentences of tagged, lemmatized tokens.
    pub fn sentences(&self, text: &str) -> Vec<Sentence> {
        split::sentences(text)
            .into_iter()
            .map(|raw| {
                let mut tokens = self.tag_tokens(text, &raw.tokens);
                correct::finite(text, &mut tokens, raw.has_stop, &self.lemmas);
                let span = raw.tokens[0].join(*raw.tokens.last().expect("sentences are not empty"));
                Sentence { span, tokens, starts_block: raw.starts_block, has_stop: raw.has_stop }
            })
            .collect()
    }

    /// Tags a sentence again, where the tagger took a name for something else; `names` says of each token whether it is one.
    pub fn tag_again(&self, text: &str, sentence: &mut Sentence, names: &[bool]) {
        let name = self.tags.iter().position(|tag| *tag == (Upos::Propn, Xpos::Nnp)).map(|class| class as u8);
        let known: Vec<Option<u8>> = names.iter().map(|&is_name| name.filter(|_| is_name)).collect();
        let spans: Vec<Span> = sentence.tokens.iter().map(|token| token.span).collect();
        sentence.tokens = self.tag_known(text, &spans, &known);
        correct::finite(text, &mut sentence.tokens, sentence.has_stop, &self.lemmas);
    }

    /// Tags and lemmatizes tokens of one sentence, given by their spans in a text.
    pub fn tag_tokens(&self, text: &str, spans: &[Span]) -> Vec<Token> {
        self.tag_known(text, spans, &[])
    }

    /// The same, where the classes of some tokens are known.
    fn tag_known(&self, text: &str, spans: &[Span], known: &[Option<u8>]) -> Vec<Token> {
        let capitals = is_all_capitals(text, spans);
        let forms: Vec<Form> = spans
            .iter()
            .enumerate()
            .map(|(at, span)| match capitals {
                true => Form::new(&span.of(text).to_lowercase(), at == 0, &self.lexicon),
                false => Form::new(span.of(text), at == 0, &self.lexicon),
            })
            .collect();
        let known: Vec<Option<u8>> =
            forms.iter().enumerate().map(|(at, form)| known.get(at).copied().flatten().or(form.only)).collect();
        let draft = tagger::draft(&self.tagger, self.tags.len(), &forms, &known);
        let classes = tagger::again(&self.second_tagger, &self.verbs, &forms, &draft);
        let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        let mut tags: Vec<Tag> = classes.into_iter().map(|class| self.tags[usize::from(class)]).collect();
        correct::words(&words, &mut tags, capitals, &self.lemmas);
        let token = |((&span, word), (upos, xpos)): ((&Span, &str), Tag)| Token {
            span,
            lemma: self.lemmas.lemma(word, xpos),
            upos,
            xpos,
        };
        spans.iter().zip(words).zip(tags).map(token).collect()
    }

    /// The tree of a sentence; each of `units`, spans of the document, is one word to the parser.
    pub fn tree(&self, text: &str, sentence: &Sentence, units: &[Span]) -> Tree {
        let n = sentence.tokens.len();
        // For each token, the token that stands for it before the parser; quotes stand for nothing.
        let quoted = parser::quoted(sentence.tokens.iter().map(|token| token.span.of(text)));
        // "experts* today": neither does the mark of a footnote.
        let footnote = |at: usize| {
            let (span, before) =
                (sentence.tokens[at].span, at.checked_sub(1).map(|before| sentence.tokens[before].span));
            matches!(span.of(text), "*" | "†") && before.is_some_and(|before| before.end == span.start)
        };
        let mut head_of: Vec<Option<usize>> =
            (0..n).map(|at| quoted[at].filter(|_| !footnote(at)).map(|_| at)).collect();
        for unit in units {
            let inside: Vec<usize> = (0..n).filter(|&at| unit.contains(sentence.tokens[at].span)).collect();
            if let Some(&last) = inside.last() {
                for at in inside {
                    head_of[at] = Some(last);
                }
            }
        }
        let mut is_unit = vec![false; n];
        for (at, head) in head_of.iter().enumerate() {
            if let Some(head) = head.filter(|&head| head != at) {
                is_unit[head] = true;
            }
        }
        let kept: Vec<usize> = (0..n).filter(|&at| head_of[at] == Some(at)).collect();
        let words: Vec<Word> = kept
            .iter()
            .map(|&at| self.word(text, &sentence.tokens[at], is_unit[at], quoted[at] == Some(true)))
            .collect();
        let (heads, labels) = parser::parse(&self.small_parser, &self.parser, self.relations.len(), &words);
        let mut tree = Tree { heads: vec![None; n], relations: vec![Relation::Punct; n] };
        for (number, &at) in kept.iter().enumerate() {
            tree.heads[at] = heads[number].map(|head| TokenId::at(kept[head]));
            tree.relations[at] = self.relations[usize::from(labels[number])];
            if tree.heads[at].is_none() {
                tree.relations[at] = Relation::Root;
            }
        }
        let root = kept.iter().copied().find(|&at| tree.heads[at].is_none()).unwrap_or(0);
        for (at, head) in head_of.iter().enumerate() {
            match *head {
                Some(head) if head != at => {
                    tree.heads[at] = Some(TokenId::at(head));
                    tree.relations[at] = Relation::Flat;
                }
                None => tree.heads[at] = (at != root).then(|| TokenId::at(root)),
                _ => {}
            }
        }
        tree
    }

    fn word(&self, text: &str, token: &Token, unit: bool, quoted: bool) -> Word {
        let (upos, xpos) = if unit { (Upos::Propn, Xpos::Nnp) } else { (token.upos, token.xpos) };
        let tag = self.tags.iter().position(|known| *known == (upos, xpos)).unwrap_or(0);
        Word::new(&Form::lexeme(token.span.of(text), &self.lexicon), tag as u32, upos, quoted)
    }
}

/// Whether a line is set in capitals, as headlines of some agencies are: its words are tagged as if in lower case.
fn is_all_capitals(text: &str, spans: &[Span]) -> bool {
    let words =
        spans.iter().map(|span| span.of(text)).filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let (mut all, mut capitals) = (0, 0);
    for word in words {
        all += 1;
        capitals += usize::from(!word.chars().any(char::is_lowercase));
    }
    all >= 4 && capitals == all
}
