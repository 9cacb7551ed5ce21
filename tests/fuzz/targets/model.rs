//! Any bytes behind the head of a model are refused or read; what is read tags and parses without a fault.
#![no_main]

use claimgraph::syntax::Syntax;
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "The report, published on Monday, says that “China's officials deny it.” Who knows?";

fuzz_target!(|input: (bool, &[u8])| {
    let (whole, bytes) = input;
    // With the tags and relations in place, the deeper parts are reached soon.
    let inventory = b"\x18NOUN|NN\nVERB|VBZ\nPUNCT|.\x0ensubj\nobj\nroot";
    let model = if whole { bytes.to_vec() } else { [Syntax::MAGIC, inventory, bytes].concat() };
    if let Some(syntax) = Syntax::read(&model) {
        for sentence in syntax.sentences(TEXT) {
            let tree = syntax.tree(TEXT, &sentence, &[]);
            assert_eq!(tree.heads.len(), sentence.tokens.len());
        }
    }
});
