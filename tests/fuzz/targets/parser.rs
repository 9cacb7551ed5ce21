//! Any sentence, with any stretches of it given as single names, gets one tree: one root, no circle; frames can be read off.
#![no_main]

use std::sync::LazyLock;

use claimgraph::document::Span;
use claimgraph::syntax::{Syntax, frames};
use libfuzzer_sys::fuzz_target;

static SYNTAX: LazyLock<Syntax> = LazyLock::new(|| Syntax::embedded().expect("the built-in model"));

fuzz_target!(|input: (&str, Vec<(u8, u8)>)| {
    let (text, names) = input;
    for sentence in SYNTAX.sentences(text) {
        let n = sentence.tokens.len();
        let mut from = 0;
        let mut units: Vec<Span> = Vec::new();
        for &(skip, length) in &names {
            let (first, last) = (from + usize::from(skip), from + usize::from(skip) + usize::from(length % 8));
            if last >= n {
                break;
            }
            units.push(sentence.tokens[first].span.join(sentence.tokens[last].span));
            from = last + 1;
        }
        let tree = SYNTAX.tree(text, &sentence, &units);
        assert_eq!((tree.heads.len(), tree.relations.len()), (n, n));
        assert_eq!(tree.heads.iter().filter(|head| head.is_none()).count(), 1);
        for start in 0..n {
            let steps = std::iter::successors(Some(start), |&at| tree.heads[at].map(|head| head.index()));
            assert!(steps.take(n + 1).count() <= n, "a circle");
        }
    }
});
