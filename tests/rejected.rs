//! Law 6: files that people write give all their mistakes at once, with line, code and hint.
//!
//! `tests/rejected/<name>.toml` (rules), `.rq` (questions), `identities*.csv` (decisions) or another `.csv` (gazetteer) and
//! beside it `<name>.expected`, one `line code` a line.

use claimgraph::entity::ledger::Ledger;
use claimgraph::gazetteer::Gazetteer;
use claimgraph::rdf::question::Question;
use claimgraph::rules::Rules;

#[test]
fn rejected_files_give_exactly_their_diagnostics() {
    let folder = crate::root().join("tests/rejected");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("tests/rejected").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut count = 0;
    for path in paths.iter().filter(|path| path.extension().is_none_or(|ending| ending != "expected")) {
        let text = std::fs::read_to_string(path).expect("a file");
        let name = path.file_name().expect("a name").to_string_lossy().to_string();
        let found = match path.extension().and_then(|ending| ending.to_str()) {
            Some("toml") => Rules::load(&[(format!("rules/{name}"), text)], &["visits".into(), "says".into()]).1,
            Some("rq") => Question::parse("broken", &name, &text).err().unwrap_or_default(),
            _ if name.starts_with("identities") => Ledger::read(&[(name.clone(), text)]).1,
            _ => Gazetteer::load(&[("gazetteer/ngos.csv".into(), text)]).1,
        };
        for one in &found {
            assert!(!one.place.file.is_empty() && !one.message.is_empty(), "{one}");
            assert!(!one.hints.is_empty(), "says what is wrong and not what to do: {one}");
        }
        let mut found: Vec<String> = found.iter().map(|d| format!("{} {}", d.place.line, d.code)).collect();
        found.sort();
        let expected = std::fs::read_to_string(path.with_extension("expected")).expect("the expected diagnostics");
        let mut expected: Vec<&str> = expected.lines().collect();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
        count += 1;
    }
    assert!(count >= 5, "only {count} files");
}
