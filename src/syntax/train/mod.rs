//! Training of the syntax model from Universal Dependencies treebanks, and its scores.
//!
//! In: a folder with the `.conllu.xz` files of EWT and GUM. Out: the compressed model and a report; the same bytes on
//! every run, since order and random numbers come from a fixed seed. The parser learns on tags that a tagger gave which
//! had not seen them (jackknifing), and from the third pass on follows its own mistakes (dynamic oracle).

pub mod clusters;
mod learner;
mod lemmas;
mod oracle;
mod report;
mod tags;

use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::Syntax;
use super::conllu::{self, Row};
use super::model::Tag;
use super::model::bytes::{put_varint, text};
use super::model::lexicon::{Entry, Lexicon};
use super::parser::{ALL, State};
use super::tagger::{self, Form};
use learner::{Learner, Rows};
use tags::Lesson;

/// A sentence of a treebank with its hashed forms.
struct Sample {
    rows: Vec<Row>,
    forms: Vec<Form>,
}

impl Sample {
    fn new(rows: Vec<Row>, lexicon: &Lexicon) -> Self {
        let forms = rows.iter().enumerate().map(|(at, row)| Form::new(&row.form, at == 0, lexicon)).collect();
        Self { rows, forms }
    }
}

/// Reads a treebank.
fn treebank(folder: &Path, name: &str) -> io::Result<Vec<Vec<Row>>> {
    let path = folder.join(format!("{name}.conllu.xz"));
    let mut input = io::BufReader::new(std::fs::File::open(path)?);
    let mut text = Vec::new();
    lzma_rs::xz_decompress(&mut input, &mut text)
        .map_err(|problem| io::Error::other(format!("{name}: {problem:?}")))?;
    let text = String::from_utf8(text).map_err(io::Error::other)?;
    Ok(conllu::read(&text))
}

/// Trains from the treebanks in `folder` and writes `english.zst` and `scores.txt` to `out`.
pub fn run(folder: &Path, out: &Path) -> io::Result<()> {
    let mut train = treebank(folder, "ewt-train")?;
    train.extend(treebank(folder, "gum-train")?);
    let inventory = tags::inventory(&train);
    let lexicon = lexicon(&std::fs::read_to_string(out.join("clusters.txt"))?, &train, &inventory);
    let train: Vec<Sample> = train.into_iter().map(|rows| Sample::new(rows, &lexicon)).collect();
    let model = build(&train, &lexicon, &inventory);
    let packed = zstd::encode_all(model.as_slice(), 19)?;
    std::fs::write(out.join("english.zst"), &packed)?;
    evaluate(folder, out)
}

/// Makes the lemma table of the model in `out` anew from the treebanks in `folder`, as after a change of the suffix rules; tagger
/// and parser stay as they are.
pub fn renew_lemmas(folder: &Path, out: &Path) -> io::Result<()> {
    let mut train = treebank(folder, "ewt-train")?;
    train.extend(treebank(folder, "gum-train")?);
    let packed = std::fs::read(out.join("english.zst"))?;
    let model = zstd::decode_all(packed.as_slice())?;
    let broken = || io::Error::other("the model can't be read");
    let mut rest = model.strip_prefix(Syntax::MAGIC).ok_or_else(broken)?;
    let (tags, relations) = (text(&mut rest).ok_or_else(broken)?, text(&mut rest).ok_or_else(broken)?);
    text(&mut rest).ok_or_else(broken)?;
    let mut out_bytes = Syntax::MAGIC.to_vec();
    put_texts([tags, relations, &lemmas::exceptions(train.iter().flatten())], &mut out_bytes);
    out_bytes.extend(rest);
    std::fs::write(out.join("english.zst"), zstd::encode_all(out_bytes.as_slice(), 19)?)?;
    evaluate(folder, out)
}

/// Scores the model in `out` on the treebanks in `folder` and writes `scores.txt` beside it.
pub fn evaluate(folder: &Path, out: &Path) -> io::Result<()> {
    let packed = std::fs::read(out.join("english.zst"))?;
    let bytes = zstd::decode_all(packed.as_slice())?;
    let model = Syntax::read(&bytes).ok_or_else(|| io::Error::other("the model can't be read"))?;
    let mut text = String::new();
    for name in ["ewt-dev", "gum-dev", "ewt-test", "gum-test", "pud"] {
        text.push_str(&report::scores(&model, name, &treebank(folder, name)?));
    }
    print!("{text}");
    std::fs::write(out.join("scores.txt"), report::header(folder, &packed)? + &text)
}

/// Words that stand fewer times than this in the training data are rare.
const FREQUENT: usize = 4;
/// The least average weights that are kept, in 1/32 of an update: chosen on the dev parts, where more costs accuracy.
const LEAST_TAGGER: i64 = 8;
const LEAST_PARSER: i64 = 32;
/// The small parser's: it must stay small.
const LEAST_SMALL: i64 = 96;
/// How often tagger and parser learn, for the mean: four runs are worth 0.4 points of attachment on the dev parts.
const RUNS: u64 = 8;
const FIRST_SEED: u64 = 11;

/// A word in lower case that stands so often in the training data, and in so many of a thousand cases with one tag, always has
/// that tag.
const OFTEN: usize = 50;
const ALWAYS: usize = 998;

/// The clusters of words, one a line after the number of the coarse cluster; which words are frequent, and which tags of
/// the inventory some always have.
fn lexicon(clusters: &str, train: &[Vec<Row>], inventory: &[Tag]) -> Lexicon {
    let mut words = std::collections::BTreeMap::new();
    for (line, fine) in clusters.lines().zip(1..) {
        let mut parts = line.split(' ');
        let coarse = parts.next().and_then(|number| number.parse::<u8>().ok()).map_or(0, |number| number + 1);
        for word in parts {
            words.entry(tagger::word(word)).or_insert(Entry { fine, coarse, ..Entry::default() });
        }
    }
    let mut counts = std::collections::BTreeMap::new();
    for row in train.iter().flatten() {
        *counts.entry(tagger::word(&row.form)).or_insert(0) += 1;
    }
    for (word, _) in counts.into_iter().filter(|(_, count)| *count >= FREQUENT) {
        words.entry(word).or_default().is_frequent = true;
    }
    for (word, tags) in tags::by_word(train) {
        let (tag, count) = tags.iter().max_by_key(|(_, count)| **count).expect("a word has tags");
        let all: usize = tags.values().sum();
        if all >= OFTEN && count * 1000 >= all * ALWAYS {
            let class = inventory.iter().position(|known| known == tag);
            words.entry(word).or_default().only = class.map(|class| class as u8);
        }
    }
    Lexicon::new(words)
}

fn build(train: &[Sample], lexicon: &Lexicon, inventory: &[Tag]) -> Vec<u8> {
    let gold = tags::classes(inventory, train);
    let verbs: Vec<bool> = inventory.iter().map(|(_, xpos)| xpos.is_finite()).collect();
    let first = Lesson { samples: train, gold: &gold, verbs: &verbs, drafts: None };
    let tagger = runs(|seed| first.train(|_| true, seed));
    eprintln!("first tagger trained");
    let drafts = first.jackknife();
    let second = Lesson { drafts: Some(&drafts), ..first };
    let second_tagger = runs(|seed| second.train(|_| true, seed));
    eprintln!("second tagger trained");
    let jackknifed: Vec<Vec<u8>> = second.jackknife().into_iter().map(|draft| draft.tags).collect();
    eprintln!("tags for the parser made");
    let relations = oracle::inventory(train);
    let parser = |features: oracle::Features| {
        runs(|seed| oracle::train(features, train, &jackknifed, inventory, &relations, seed))
    };
    let (small, full) = (parser(State::easy_features), parser(State::features::<ALL>));
    let mut out = Syntax::MAGIC.to_vec();
    let tag_lines: Vec<String> = inventory.iter().map(|(upos, xpos)| format!("{upos}|{xpos}")).collect();
    let relation_lines: Vec<&str> = relations.iter().map(|relation| relation.as_str()).collect();
    let exceptions = lemmas::exceptions(train.iter().flat_map(|sample| &sample.rows));
    put_texts([&tag_lines.join("\n"), &relation_lines.join("\n"), &exceptions], &mut out);
    lexicon.write(&mut out);
    learner::write(&tagger, LEAST_TAGGER, &mut out);
    learner::write(&second_tagger, LEAST_TAGGER, &mut out);
    learner::write(&small, LEAST_SMALL, &mut out);
    learner::write(&full, LEAST_PARSER, &mut out);
    out
}

/// Learns several times, each in an order of its own.
fn runs(train: impl Fn(u64) -> Learner + Sync) -> Vec<Rows> {
    (0..RUNS).into_par_iter().map(|run| train(FIRST_SEED + run).averages()).collect()
}

/// The first three parts of a model: tags, relations, exceptions of lemmas, each after its length.
fn put_texts(parts: [&str; 3], out: &mut Vec<u8>) {
    for part in parts {
        put_varint(u32::try_from(part.len()).expect("short"), out);
        out.extend(part.bytes());
    }
}
