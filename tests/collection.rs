//! Rules on a folder: figures by rule against gold, sentences left unread, claims gained and lost.

use std::path::Path;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claimgraph")).args(args).output().expect("the program runs")
}

const TEXT: &str = "Germany accused Huawei of spying. France condemned Belarus. Germany accused the plan.";

/// A folder with a text, and gold that names its first claim and another that the text does not hold.
fn folder(root: &Path) -> (String, String) {
    let news = root.join("news");
    std::fs::create_dir(&news).expect("a folder");
    std::fs::write(news.join("a.txt"), TEXT).expect("a text");
    let mention = |id: &str, start: usize, text: &str, class: &str| serde_json::json!({ "id": id, "start": start, "end": start + text.len(), "text": text, "type": class, "entity": id });
    let entity = |id: &str, class: &str| serde_json::json!({ "id": id, "type": class, "name": id });
    let claim = |predicate: &str, hard: bool| {
        serde_json::json!({ "predicate": predicate, "subject": "Germany", "object": "Huawei", "content": null,
            "modality": "asserted", "polarity": "positive", "sentence": [0, 33], "hard": hard })
    };
    let gold = serde_json::json!({ "id": "a",
        "entities": [entity("Germany", "Government"), entity("Huawei", "Organisation")],
        "mentions": [mention("Germany", 0, "Germany", "Government"), mention("Huawei", 16, "Huawei", "Organisation")],
        "claims": [claim("accuses", false), claim("funds", false), claim("arms", true)] });
    let path = root.join("gold.jsonl");
    std::fs::write(&path, format!("{gold}\n")).expect("the gold");
    (news.to_string_lossy().into_owned(), path.to_string_lossy().into_owned())
}

#[test]
fn rules_are_scored_compared_and_covered_on_a_folder() {
    let root = tempfile::tempdir().expect("a folder");
    let (news, gold) = folder(root.path());
    let scored = String::from_utf8(run(&["rules", "test", &news, "--gold", &gold]).stdout).expect("UTF-8");
    let row = |name: &str| -> Vec<String> {
        let line =
            scored.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_else(|| panic!("{scored}"));
        line.trim_start()[name.len()..].split_whitespace().map(str::to_string).collect()
    };
    assert_eq!(row("accuse.of"), ["1.000", "1.000", "1.000", "1", "1", "1"], "{scored}");
    assert_eq!(row("condemn "), ["0.000", "0.000", "0.000", "0", "1", "0"], "{scored}");
    assert_eq!(row("all claims"), ["0.500", "0.500", "0.500", "1", "2", "2"], "{scored}");
    assert!(scored.contains("missed: funds") && !scored.contains("missed: arms"), "{scored}");
    assert!(scored.contains("Germany accused Huawei of spying."), "{scored}");

    let cover = String::from_utf8(run(&["rules", "cover", &news]).stdout).expect("UTF-8");
    assert!(cover.contains("Germany accused the plan."), "{cover}");
    assert!(!cover.contains("France condemned Belarus."), "{cover}");
    let idle = cover.lines().find(|line| line.starts_with("rules that never fired")).expect("the idle rules");
    assert!(idle.contains(" visit,") && !idle.contains(" accuse.of,"), "{idle}");

    let pack = root.path().join("pack");
    std::fs::create_dir_all(pack.join("rules")).expect("a folder");
    // In place of the shipped file; of its frames only the one that others are like.
    let praise = "[[frame]]\nid = \"praise\"\nverbs = [\"praise\"]\nclaim = \"supports\"\nsubject = \"Source\"\n\
        object = { class = \"Agent\" }\n\
        examples = [{ text = \"France praised Iran.\", claims = [\"supports(France, Iran)\"] }]\n";
    std::fs::write(pack.join("rules/20-accuse.toml"), praise).expect("a file");
    let stacked = format!("builtin,{}", pack.display());
    let diff = run(&["rules", "diff", "builtin", &stacked, &news]);
    let text = String::from_utf8(diff.stdout).expect("UTF-8");
    assert_eq!(diff.status.code(), Some(1), "{text}");
    assert!(text.contains("- a.txt  accuses(Germany, Huawei): spying"), "{text}");
    assert_eq!(run(&["rules", "diff", "builtin", "builtin", &news]).status.code(), Some(0));
}
