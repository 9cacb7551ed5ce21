//! Every diagnostic has its section in `ontology/DIAGNOSTICS.md`, and every section its diagnostic.

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn codes_and_sections_are_the_same() {
    let page = std::fs::read_to_string(crate::root().join("ontology/DIAGNOSTICS.md")).expect("the page");
    let sections: BTreeSet<String> =
        page.lines().filter_map(|line| line.strip_prefix("### ")).map(String::from).collect();
    let mut codes = BTreeSet::new();
    collect(&crate::root().join("src"), &mut codes);
    assert!(codes.len() > 30, "{codes:?}");
    assert_eq!(codes.difference(&sections).collect::<Vec<_>>(), Vec::<&String>::new(), "codes without a section");
    assert_eq!(sections.difference(&codes).collect::<Vec<_>>(), Vec::<&String>::new(), "sections without a code");
}

/// The codes in source files: the first lower-case word or words with hyphens in quotation marks behind a maker of diagnostics.
fn collect(folder: &Path, codes: &mut BTreeSet<String>) {
    let makers =
        r"(?:Diagnostic::(?:error|warning|note)|source\.error|self\.(?:error|warning|note)|\bmistake|wrong\.push)\(";
    let pattern = regex::Regex::new(&format!(r#"(?s){makers}[^;]*?"([a-z]+(?:-[a-z]+)*)""#)).expect("a pattern");
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, codes);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            codes.extend(pattern.captures_iter(code).map(|found| found[1].to_string()));
        }
    }
}
