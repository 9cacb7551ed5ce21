//! Golden cases: folders with a text and the claims that it must yield, no Rust to add one.
//!
//! `tests/golden/<case>/text.txt` and `claims.txt`, one claim a line in the notation of rule examples, in any order. The
//! claims must be exactly these.

use claimgraph::pipeline::examples;

#[test]
fn golden_cases_yield_exactly_their_claims() {
    let folder = crate::root().join("tests/golden");
    let mut cases: Vec<_> =
        std::fs::read_dir(folder).expect("tests/golden").flatten().map(|entry| entry.path()).collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in &cases {
        let text = std::fs::read_to_string(case.join("text.txt")).expect("text.txt");
        let expected = std::fs::read_to_string(case.join("claims.txt")).expect("claims.txt");
        let mut expected: Vec<&str> = expected.lines().filter(|line| !line.trim().is_empty()).collect();
        let record = examples::read(&text, crate::knowledge());
        let mut found: Vec<String> = examples::claims(&record).iter().map(ToString::to_string).collect();
        expected.sort_unstable();
        found.sort_unstable();
        if found != expected {
            wrong.push(format!(
                "{}\n  expected\n    {}\n  found\n    {}",
                case.display(),
                expected.join("\n    "),
                found.join("\n    ")
            ));
        }
    }
    assert!(cases.len() >= 5, "only {} cases", cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
