//! CoNLL-U: the treebanks' format, read for training and written for people.
//!
//! In: text of a `.conllu` file, or a sentence with its tree. Out: [`Row`]s, or lines. Only the columns that the program
//! uses are kept; ranges (1-2) and empty nodes (1.1) are skipped. Format: <https://universaldependencies.org/format.html>.

use super::{Relation, Sentence, Tree, Upos, Xpos};

/// A word of a treebank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The word.
    pub form: String,
    /// Its lemma.
    pub lemma: String,
    /// Universal tag.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub xpos: Xpos,
    /// 0-based index of its head; none for the root.
    pub head: Option<usize>,
    /// Relation to its head.
    pub relation: Relation,
    /// Whether a space stands after it.
    pub space: bool,
}

/// Reads the sentences of a file; words with unknown tags get `X`, unknown relations their base.
pub fn read(text: &str) -> Vec<Vec<Row>> {
    let mut sentences = Vec::new();
    let mut rows = Vec::new();
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !rows.is_empty() {
                sentences.push(std::mem::take(&mut rows));
            }
        } else if !line.starts_with('#') {
            rows.extend(row(line));
        }
    }
    sentences
}

fn row(line: &str) -> Option<Row> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, upos, xpos, _, head, relation, _, extra] = columns.as_slice() else { return None };
    id.parse::<usize>().ok()?;
    let head: usize = head.parse().ok()?;
    let alias = match *relation {
        "obl:tmod" | "obl:npmod" => "obl:unmarked",
        "nmod:npmod" | "nmod:tmod" => "nmod:unmarked",
        other => other,
    };
    let base = alias.split(':').next().unwrap_or(alias);
    let relation = Relation::from_name(alias).or_else(|| Relation::from_name(base)).unwrap_or(Relation::Dep);
    Some(Row {
        form: (*form).to_string(),
        lemma: (*lemma).to_string(),
        upos: Upos::from_name(upos).unwrap_or(Upos::X),
        xpos: Xpos::from_name(xpos).unwrap_or(Xpos::None),
        head: head.checked_sub(1),
        relation,
        space: !extra.contains("SpaceAfter=No"),
    })
}

/// Writes a sentence with its tree.
pub fn write(text: &str, sentence: &Sentence, tree: &Tree) -> String {
    let mut out = format!("# text = {}\n", sentence.span.of(text).replace(['\n', '\t'], " "));
    for (at, token) in sentence.tokens.iter().enumerate() {
        let head = tree.heads[at].map_or(0, |head| head.index() + 1);
        let next = sentence.tokens.get(at + 1);
        let space = if next.is_some_and(|next| next.span.start == token.span.end) { "SpaceAfter=No" } else { "_" };
        out.push_str(&format!(
            "{}\t{}\t{}\t{}\t{}\t_\t{head}\t{}\t_\t{space}\n",
            at + 1,
            token.span.of(text),
            token.lemma,
            token.upos,
            token.xpos,
            tree.relations[at],
        ));
    }
    out.push('\n');
    out
}
