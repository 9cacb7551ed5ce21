//! Every rule earns its place: without it, or with its conditions taken away, some example fails.
//!
//! Each shipped frame rule is changed in turn, in memory: dropped, so that it never fits, and loosened, so that its word
//! lists no longer hold anything back. A rule whose loss no example notices does what
//! another does; a condition that no example notices is not needed, or not shown.

use claimgraph::pipeline::{Knowledge, examples};
use claimgraph::rules::{ClassSet, FrameRule};

/// A word that stands in no text.
const NOWHERE: &str = "\u{2205}";

#[test]
fn every_rule_is_missed_when_dropped_or_loosened() {
    let (mut knowledge, _) = Knowledge::load(&[]).expect("the built-in ontology loads");
    let mut unnoticed = Vec::new();
    for number in 0..knowledge.rules.frames.len() {
        for (name, change) in [("dropped", drop as fn(&mut FrameRule)), ("loosened", loosen)] {
            let kept = knowledge.rules.frames[number].clone();
            change(&mut knowledge.rules.frames[number]);
            let changed = knowledge.rules.frames[number] != kept;
            if changed && examples::run(&knowledge).1.is_empty() {
                unnoticed.push(format!("{} {name}", kept.origin.id));
            }
            knowledge.rules.frames[number] = kept;
        }
    }
    assert!(unnoticed.is_empty(), "no example notices:\n{}", unnoticed.join("\n"));
}

fn drop(rule: &mut FrameRule) {
    rule.about = vec![NOWHERE.to_string()];
    for role in [&mut rule.subject, &mut rule.object, &mut rule.content].into_iter().flatten() {
        role.required = true;
        for choice in &mut role.alternatives {
            choice.words = vec![NOWHERE.to_string()];
            choice.classes = ClassSet::default();
        }
    }
}

fn loosen(rule: &mut FrameRule) {
    rule.about.clear();
    rule.light.clear();
    rule.passive = None;
    for role in [&mut rule.subject, &mut rule.object, &mut rule.content, &mut rule.topic].into_iter().flatten() {
        for choice in &mut role.alternatives {
            choice.words.clear();
        }
    }
}
