//! Law 7: the rules carry their examples, and each of them holds.

use claimgraph::pipeline::examples;

#[test]
fn every_example_of_every_rule_holds() {
    let (count, failures) = examples::run(crate::knowledge());
    let shown: Vec<String> = failures
        .iter()
        .map(|f| format!("{} ({}): {}\n  missing {:?}\n  surplus {:?}", f.rule, f.place, f.text, f.missing, f.surplus))
        .collect();
    assert!(count > 100, "only {count} examples");
    assert!(failures.is_empty(), "{}", shown.join("\n"));
}

#[test]
fn a_rule_without_an_example_is_refused() {
    let text =
        "[[frame]]\nid = \"x\"\nverbs = [\"visit\"]\nclaim = \"visits\"\nsubject = \"Agent\"\nobject = \"Place\"\n";
    let (_, found) = claimgraph::rules::Rules::load(&[("rules/x.toml".into(), text.into())], &["visits".into()]);
    assert!(found.iter().any(|d| d.code == "no-example"), "{found:?}");
}
