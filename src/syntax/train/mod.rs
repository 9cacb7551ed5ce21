//! Training of the syntax model from Universal Dependencies treebanks, and its scores.
//!
//! In: a folder with the `.conllu.xz` files of EWT and GUM. Out: the compressed model and a report; the same bytes on
//! every run, since order and random numbers come from a fixed seed. The parser learns on tags that a tagger gave which
//! had not seen them (jackknifing), and from the third pass on follows its own mistakes (dynamic oracle).

mod learner;
mod lemmas;
mod oracle;
mod report;
mod tags;

use std::io;
use std::path::Path;

use super::conllu::{self, Row};
use super::model::MAGIC;
use super::perceptron::put_varint;
use super::tagger::Form;

/// A sentence of a treebank with its hashed forms.
struct Sample {
    rows: Vec<Row>,
    forms: Vec<Form>,
}

impl Sample {
    fn new(rows: Vec<Row>) -> Self {
        let forms = rows.iter().enumerate().map(|(at, row)| Form::new(&row.form, at == 0)).collect();
        Self { rows, forms }
    }
}

/// Reads a treebank.
fn treebank(folder: &Path, name: &str) -> io::Result<Vec<Sample>> {
    let path = folder.join(format!("{name}.conllu.xz"));
    let mut input = io::BufReader::new(std::fs::File::open(path)?);
    let mut text = Vec::new();
    lzma_rs::xz_decompress(&mut input, &mut text)
        .map_err(|problem| io::Error::other(format!("{name}: {problem:?}")))?;
    let text = String::from_utf8(text).map_err(io::Error::other)?;
    Ok(conllu::read(&text).into_iter().map(Sample::new).collect())
}

/// Trains from the treebanks in `folder` and writes `english.zst` and `scores.txt` to `out`.
pub fn run(folder: &Path, out: &Path) -> io::Result<()> {
    let mut train = treebank(folder, "ewt-train")?;
    train.extend(treebank(folder, "gum-train")?);
    let model = build(&train);
    let packed = zstd::encode_all(model.as_slice(), 19)?;
    std::fs::write(out.join("english.zst"), &packed)?;
    evaluate(folder, out)
}

/// Scores the model in `out` on the treebanks in `folder` and writes `scores.txt` beside it.
pub fn evaluate(folder: &Path, out: &Path) -> io::Result<()> {
    let packed = std::fs::read(out.join("english.zst"))?;
    let bytes = zstd::decode_all(packed.as_slice())?;
    let model = super::Syntax::read(&bytes).ok_or_else(|| io::Error::other("the model can't be read"))?;
    let mut text = String::new();
    for name in ["ewt-dev", "gum-dev", "ewt-test", "gum-test", "pud"] {
        text.push_str(&report::scores(&model, name, &treebank(folder, name)?));
    }
    print!("{text}");
    std::fs::write(out.join("scores.txt"), report::header(folder, &packed)? + &text)
}

fn build(train: &[Sample]) -> Vec<u8> {
    let inventory = tags::inventory(train);
    let gold = tags::classes(&inventory, train);
    let tagger = tags::train(train, &gold, inventory.len(), |_| true);
    eprintln!("tagger trained");
    let jackknifed = tags::jackknife(train, &gold, inventory.len());
    eprintln!("tags for the parser made");
    let relations = oracle::inventory(train);
    let parser = oracle::train(train, &jackknifed, &inventory, &relations);
    let mut out = MAGIC.to_vec();
    let tag_lines: Vec<String> = inventory.iter().map(|(upos, xpos)| format!("{upos}|{xpos}")).collect();
    let relation_lines: Vec<&str> = relations.iter().map(|relation| relation.as_str()).collect();
    for text in [tag_lines.join("\n"), relation_lines.join("\n"), lemmas::exceptions(train)] {
        put_varint(u32::try_from(text.len()).expect("short"), &mut out);
        out.extend(text.bytes());
    }
    tagger.write(&mut out);
    parser.write(&mut out);
    out
}
