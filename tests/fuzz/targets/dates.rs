//! Any text, published on any day or on none, has dates that stand in it in order, each with a value.
#![no_main]

use std::sync::LazyLock;

use claimgraph::mention::dates::dates;
use claimgraph::syntax::Syntax;
use libfuzzer_sys::fuzz_target;

static SYNTAX: LazyLock<Syntax> = LazyLock::new(|| Syntax::embedded().expect("the built-in model"));

fuzz_target!(|input: (Option<&str>, &str)| {
    let (published, text) = input;
    let mut at = 0;
    for mention in dates(text, &SYNTAX.sentences(text), published) {
        assert!(mention.span.start >= at && !mention.span.of(text).is_empty());
        at = mention.span.end;
    }
});
