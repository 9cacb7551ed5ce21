//! `why-not`: it names the first element that fails, and never disagrees with what a build makes.

use claimgraph::claim::why::Explanation;
use claimgraph::pipeline::{Knowledge, examples, knowledge, why_not};

fn explain(rule: &str, text: &str, knowledge: &Knowledge) -> Explanation {
    why_not::why_not(rule, text, knowledge).unwrap_or_else(|| panic!("no rule {rule}")).explanation
}

/// A rule, a text, the element that fails first (none where it fires), and words that the step must hold.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("accuse.of", "Germany accused Huawei of spying.", "", "accuses(Germany, Huawei): spying"),
    ("accuse.of", "Germany visited Belarus.", "trigger", "accuse, suspect"),
    ("accuse.of", "Germany's accusation surprised Huawei.", "trigger", "“accusation” (NOUN “accusation”) is only akin"),
    ("accuse.of", "Germany accused the plan of failing.", "object", "“the plan” is no mention"),
    ("accuse.of", "Germany accused Huawei.", "content", "after “of”"),
    ("accuse.of", "Rumours accused Huawei of spying.", "claim", "means nobody known"),
    ("visit", "Angela Merkel visited Huawei.", "object", "“Huawei” is Organisation Huawei"),
    ("visit", "The plan visited Belarus.", "subject", "“The plan” is no mention"),
    ("condemnation", "The condemnation of Belarus was loud.", "act", "without stating it"),
    ("accuse.bare", "Germany accused Huawei of spying.", "rival", "accuse.of"),
    ("sanction", "Somebody said Germany sanctioned Huawei.", "claim", "somebody unnamed"),
    ("sanction", "France must sanction Belarus.", "claim", "open: \"must\""),
    ("visit", "Angela Merkel visited Belarus?", "claim", "question"),
    ("visit", "The tour of Belarus by Angela Merkel was short.", "trigger", "“tour” stands there as NOUN"),
    ("say", "Anna Lind said that talks had failed.", "", "says(Anna Lind)"),
    ("according-to", "According to Angela Merkel, Germany will help.", "", "says(Angela Merkel)"),
    ("according-to", "According to plan, Germany will help.", "source", "means nobody known"),
    ("according-to", "Germany will help.", "trigger", "according to"),
    ("stance.alleged", "Myanmar reportedly detained Rohingya.", "", "alleged detains(Myanmar, Rohingya)"),
    ("stance.alleged", "Germany may close its office.", "trigger", "“may” stands in a sentence that triggers no rule"),
    ("stance.planned", "France plans to sanction Belarus.", "", "planned sanctions"),
    ("stance.open", "France must sanction Belarus.", "", "as it should be"),
    ("member.state", "Chinese officials said the talks were over.", "", "fills a role of say"),
    ("member.state", "Local officials said the talks were over.", "body", "no name stands at it"),
    ("member.state", "France praised Chinese officials.", "argument", "takes no members"),
];

#[test]
fn the_first_element_that_fails_is_named() {
    for (rule, text, element, words) in CASES {
        let explanation = explain(rule, text, crate::knowledge());
        let best = explanation.best();
        let failed = best.steps.iter().find(|step| !step.holds);
        assert_eq!(failed.map_or("", |step| step.element), *element, "{rule}: {text}\n{best:#?}");
        assert_eq!(explanation.fires(), element.is_empty(), "{rule}: {text}");
        let last = best.steps.last().expect("an attempt has steps");
        assert!(last.words.contains(words), "{rule}: {text}\n{best:#?}");
    }
}

#[test]
fn voice_and_the_thing_acted_on_are_named() {
    let pack = "[[frame]]\nid = \"own.bought\"\nverbs = [\"acquire\"]\npassive = true\nclaim = \"funds\"\nsubject = \"Agent\"\n\
                object = \"Agent\"\nexamples = [{ text = \"Huawei was acquired by Reuters.\", claims = [\"funds(Reuters, Huawei)\"] }]\n\
                [[frame]]\nid = \"own.stake\"\nverbs = [\"hold\"]\nabout = [\"stake\"]\nclaim = \"funds\"\nsubject = \"Agent\"\n\
                object = { prep = [\"in\"], class = \"Agent\" }\n\
                examples = [{ text = \"Reuters holds a stake in Huawei.\", claims = [\"funds(Reuters, Huawei)\"] }]\n";
    let mut files = knowledge::files(&[]).expect("the built-in ontology");
    files.push(("rules/90-own.toml".into(), pack.into()));
    let (knowledge, found) = Knowledge::compile(&files).expect("it compiles");
    assert!(found.iter().all(|d| d.severity != claimgraph::diagnostic::Severity::Error), "{found:?}");
    for (rule, text, element) in [
        ("own.bought", "Huawei was acquired by Reuters.", ""),
        ("own.bought", "Reuters acquired Huawei.", "voice"),
        ("own.stake", "Reuters holds a stake in Huawei.", ""),
        ("own.stake", "Reuters holds a meeting in Huawei.", "about"),
    ] {
        let explanation = explain(rule, text, &knowledge);
        let failed = explanation.best().steps.iter().find(|step| !step.holds);
        assert_eq!(failed.map_or("", |step| step.element), element, "{text}\n{explanation:#?}");
    }
}

#[test]
fn it_agrees_with_a_build_on_every_example() {
    let knowledge = crate::knowledge();
    let rules = &knowledge.rules;
    let blocks = |id: &str| rules.frames.iter().any(|rule| rule.origin.id == id && rule.claim.is_none());
    let frames = rules.frames.iter().map(|rule| &rule.origin);
    for origin in frames.chain(rules.sources.iter().map(|rule| &rule.origin)) {
        for example in &origin.examples {
            let record = examples::read(&example.text, knowledge);
            let made = record.claims.iter().any(|claim| claim.rule == origin.id);
            let explanation = explain(&origin.id, &example.text, knowledge);
            assert!(
                blocks(&origin.id) || explanation.fires() == made,
                "{}: {}\n{explanation:#?}",
                origin.id,
                example.text
            );
        }
    }
}

#[test]
fn exit_codes_and_suggestions() {
    let run = |args: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_claimgraph")).args(args).output().expect("the program runs")
    };
    assert_eq!(run(&["why-not", "accuse.of", "Germany accused Huawei of spying."]).status.code(), Some(0));
    assert_eq!(run(&["why-not", "accuse.of", "Germany accused Huawei."]).status.code(), Some(1));
    let unknown = run(&["why-not", "acuse.off", "Germany accused Huawei."]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("accuse.of"));
}
