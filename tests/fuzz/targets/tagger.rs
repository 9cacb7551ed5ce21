//! Any text becomes sentences that stand in order, none empty, each word with a lemma.
#![no_main]

use std::sync::LazyLock;

use claimgraph::syntax::Syntax;
use libfuzzer_sys::fuzz_target;

static SYNTAX: LazyLock<Syntax> = LazyLock::new(|| Syntax::embedded().expect("the built-in model"));

fuzz_target!(|text: &str| {
    let mut at = 0;
    for sentence in SYNTAX.sentences(text) {
        assert!(!sentence.tokens.is_empty() && sentence.span.start >= at);
        at = sentence.span.start;
        for token in &sentence.tokens {
            assert!(token.span.start >= at && !token.span.of(text).is_empty() && !token.lemma.is_empty());
            at = token.span.end;
        }
        assert_eq!(at, sentence.span.end);
    }
});
