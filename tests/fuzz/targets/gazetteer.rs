//! Any text as a list of names is read, with a diagnostic for what is wrong; each entry is found by its key, and the compiled
//! form says the same.
#![no_main]

use claimgraph::gazetteer::{EntryId, Gazetteer, fold};
use claimgraph::syntax;
use libfuzzer_sys::fuzz_target;

const FILES: [&str; 10] = [
    "countries.csv", "capitals.csv", "seats.csv", "officials.csv", "ngos.csv", "offices.csv", "words.csv",
    "first-names.csv", "common-words.csv", "else.csv",
];

fuzz_target!(|input: (Vec<(u8, &str)>, &str)| {
    let (lists, text) = input;
    let files: Vec<(String, String)> = lists
        .iter()
        .map(|(file, rows)| (format!("gazetteer/{}", FILES[usize::from(*file) % FILES.len()]), rows.to_string()))
        .collect();
    let (gazetteer, _) = Gazetteer::load(&files);
    for number in 0..gazetteer.len() {
        let id = EntryId(number as u32);
        assert_eq!(gazetteer.by_key(&gazetteer.entry(id).key), Some(id));
    }
    let compiled = gazetteer.compiled([0; 32]);
    let again = Gazetteer::from_compiled(&compiled, [0; 32]).expect("what was written is read");
    assert_eq!(again.compiled([0; 32]), compiled);
    let words: Vec<String> = syntax::words(text).into_iter().map(|span| fold(span.of(text))).collect();
    for from in 0..words.len() {
        if let Some((length, hits)) = gazetteer.longest(&words[from..]) {
            assert!(length > 0 && from + length <= words.len() && !hits.is_empty());
        }
        gazetteer.title(&words[from..]);
    }
});
