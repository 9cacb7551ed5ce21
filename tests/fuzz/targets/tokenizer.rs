//! Any text is split into words that stand in order, are not empty, and leave out nothing but white space.
#![no_main]

use claimgraph::syntax;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut at = 0;
    let left_out = |gap: &str| gap.chars().any(char::is_alphanumeric);
    for span in syntax::words(text) {
        assert!(!span.of(text).is_empty());
        assert!(!left_out(&text[at..span.start as usize]), "{:?}", &text[at..span.start as usize]);
        at = span.end as usize;
    }
    assert!(!left_out(&text[at..]));
});
