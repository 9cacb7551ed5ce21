//! The committed syntax model on a small sample of treebank test data: a broken model can't land.

use claimgraph::document::Span;
use claimgraph::syntax::{Relation, Sentence, Upos, conllu};

#[test]
fn the_committed_model_scores_as_it_should() {
    let sample = std::fs::read_to_string(crate::root().join("tests/syntax_sample/sample.conllu")).expect("the sample");
    let syntax = &crate::knowledge().syntax;
    let (mut words, mut tags, mut scored, mut labelled) = (0, 0, 0, 0);
    for rows in conllu::read(&sample) {
        let (mut text, mut spans) = (String::new(), Vec::new());
        for row in &rows {
            spans.push(Span::new(text.len(), text.len() + row.form.len()));
            text.push_str(&row.form);
            if row.space {
                text.push(' ');
            }
        }
        let tokens = syntax.tag_tokens(&text, &spans);
        let sentence = Sentence { span: Span::new(0, text.len()), tokens, starts_block: true, has_stop: true };
        let tree = syntax.tree(&text, &sentence, &[]);
        for (at, row) in rows.iter().enumerate() {
            words += 1;
            tags += usize::from(sentence.tokens[at].upos == row.upos);
            if row.upos != Upos::Punct && row.relation != Relation::Punct {
                scored += 1;
                let head = tree.heads[at].map(|head| head.index());
                labelled += usize::from(head == row.head && tree.relations[at] == row.relation);
            }
        }
    }
    let (upos, las) = (tags as f64 / words as f64, labelled as f64 / scored as f64);
    assert!(upos > 0.93 && las > 0.79, "UPOS {upos:.4}, LAS {las:.4} over {words} words");
}
