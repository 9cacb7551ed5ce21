//! Scores of a model on a treebank, with gold tokens and predicted tags, and what it was trained from.

use std::fmt::Write;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::Row;
use crate::document::Span;
use crate::syntax::{Relation, Sentence, Syntax, Upos};

/// Names and hashes of inputs and model.
pub(super) fn header(folder: &Path, model: &[u8]) -> io::Result<String> {
    let hex = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut text = format!("model english.zst: {} bytes, SHA-256 {}\n", model.len(), hex(model));
    for name in ["ewt-train", "gum-train"] {
        let bytes = std::fs::read(folder.join(format!("{name}.conllu.xz")))?;
        let _ = writeln!(text, "trained on {name}.conllu.xz: SHA-256 {}", hex(&bytes));
    }
    text.push_str("scores in per cent; attachment without punctuation, gold tokens, predicted tags;\ntreebanks differ in the case of words in names, so lemmas are counted with and without it; gold tags show the lemmatizer alone\n\n");
    Ok(text)
}

#[derive(Default)]
struct Count {
    right: usize,
    gold: usize,
    found: usize,
}

impl Count {
    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

/// One block of the report.
pub(super) fn scores(model: &Syntax, name: &str, sentences: &[Vec<Row>]) -> String {
    let (mut tags, mut fine, mut arcs, mut labelled, mut words, mut scored) = (0, 0, 0, 0, 0, 0);
    let (mut lemmas, mut uncased, mut told) = (0, 0, 0);
    let shown = ["nsubj", "nsubj:pass", "obj", "obl", "xcomp", "ccomp", "conj", "appos", "acl:relcl", "advcl", "nmod"];
    let mut by_relation: Vec<Count> = shown.iter().map(|_| Count::default()).collect();
    for rows in sentences {
        let (text, sentence) = sentence(model, rows);
        let tree = model.tree(&text, &sentence, &[]);
        for (at, row) in rows.iter().enumerate() {
            let token = &sentence.tokens[at];
            words += 1;
            tags += usize::from(token.upos == row.upos);
            fine += usize::from(token.xpos == row.xpos);
            lemmas += usize::from(token.lemma == row.lemma);
            uncased += usize::from(token.lemma.to_lowercase() == row.lemma.to_lowercase());
            told += usize::from(model.lemma(&row.form, row.xpos) == row.lemma);
            let head = tree.heads[at].map(|head| head.index());
            let same = tree.relations[at] == row.relation;
            for (count, relation) in by_relation.iter_mut().zip(shown) {
                let (gold, found) = (row.relation.as_str() == relation, tree.relations[at].as_str() == relation);
                count.gold += usize::from(gold);
                count.found += usize::from(found);
                count.right += usize::from(gold && found && head == row.head);
            }
            if row.relation != Relation::Punct && row.upos != Upos::Punct {
                scored += 1;
                arcs += usize::from(head == row.head);
                labelled += usize::from(head == row.head && same);
            }
        }
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let mut text = format!(
        "{name}: UPOS {:.2}  XPOS {:.2}  lemma {:.2} ({:.2} without case, {:.2} from gold tags)  UAS {:.2}  LAS {:.2}\n ",
        share(tags, words),
        share(fine, words),
        share(lemmas, words),
        share(uncased, words),
        share(told, words),
        share(arcs, scored),
        share(labelled, scored)
    );
    for (count, relation) in by_relation.iter().zip(shown) {
        let _ = write!(text, " {relation} {:.1}", count.f1());
    }
    text.push_str("\n\n");
    text
}

/// A treebank sentence as text and tagged tokens.
fn sentence(model: &Syntax, rows: &[Row]) -> (String, Sentence) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for row in rows {
        spans.push(Span::new(text.len(), text.len() + row.form.len()));
        text.push_str(&row.form);
        if row.space {
            text.push(' ');
        }
    }
    let tokens = model.tag_tokens(&text, &spans);
    let span = Span::new(0, text.len());
    (text, Sentence { span, tokens, starts_block: true, has_stop: true })
}
