//! Records with claims of every stance between things of every class, and what is true of them: the oracle.
//!
//! The oracle knows nothing of the program's own notion of stance: it is stated here again, from the words of law 2.

use std::collections::{BTreeMap, BTreeSet};

use claimgraph::claim::record::DocumentRecord;
use serde_json::{Value, json};

pub(super) const PREDICATES: [&str; 9] =
    ["detains", "visits", "holdsOffice", "affiliatedWith", "partOf", "authored", "sanctions", "accuses", "supports"];
const CLASSES: [&str; 8] =
    ["Government", "Official", "Person", "Organisation", "Report", "Instrument", "Place", "Group"];

/// Subject, predicate and object by key.
pub(super) type Triple = (String, String, String);

/// What may be said plainly.
#[derive(Debug, Default)]
pub(super) struct Truth {
    /// The stance of each claim, by its sentence.
    pub(super) stances: BTreeMap<String, &'static str>,
    /// What a document asserts in its own voice, between two things.
    pub(super) asserted: BTreeSet<Triple>,
    /// What some claim and others reject.
    pub(super) contested: BTreeSet<Triple>,
    /// Names of things by key.
    pub(super) names: BTreeMap<String, String>,
}

impl Truth {
    /// Whether an edge for this triple may look like a fact.
    pub(super) fn is_plain(&self, triple: &Triple) -> bool {
        self.asserted.contains(triple) && !self.contested.contains(triple)
    }
}

fn stance(claim: &Value) -> &'static str {
    let own = claim["speaker"].is_null() && claim["reported_in"].is_null();
    match (claim["polarity"].as_str(), claim["modality"].as_str(), own) {
        (Some("negative"), _, true) => "negated",
        (Some("negative"), _, false) => "denied",
        (_, Some("planned"), _) => "planned",
        (_, Some("asserted"), true) => "asserted",
        (_, Some("asserted"), false) => "reported",
        _ => "alleged",
    }
}

fn key(number: usize) -> String {
    format!("{}/p{number}", CLASSES[number % 8].to_lowercase())
}

fn claim(random: &mut crate::Random, document: usize, number: usize) -> Value {
    let pick = |random: &mut crate::Random, list: &[Value]| list[random.below(list.len())].clone();
    let (subject, object) = (random.below(4), 8 + random.below(8));
    let maybe = |random: &mut crate::Random, value: Value| if random.below(4) > 0 { value } else { Value::Null };
    json!({
        "id": format!("c{number}"), "predicate": PREDICATES[random.below(9)],
        "subject": format!("e{subject}"), "object": maybe(random, format!("e{object}").into()),
        "content": pick(random, &[Value::Null, "chair".into(), "the harbour".into()]),
        "speaker": pick(random, &[Value::Null, Value::Null, Value::Null, "e1".into(), "e9".into(), "e99".into()]),
        "reported_in": if random.below(6) == 0 { "c0".into() } else { Value::Null },
        "modality": pick(random, &["asserted".into(), "asserted".into(), "alleged".into(), "planned".into(), "odd".into()]),
        "polarity": pick(random, &["positive".into(), "positive".into(), "positive".into(), "negative".into()]),
        "date": pick(random, &[Value::Null, "2021-05-02".into(), "2021".into()]),
        "sentence": [number * 20, number * 20 + 9], "trigger": [[number * 20, number * 20 + 3]],
        "quote": format!("Sentence {number} of {document}."), "rule": "r",
    })
}

/// Records, and the truth of them.
pub(super) fn records(random: &mut crate::Random) -> (Vec<DocumentRecord>, Truth) {
    let mut truth = Truth::default();
    let entities: Vec<Value> = (0..16)
        .map(|e| json!({"id": format!("e{e}"), "key": key(e), "type": CLASSES[e % 8], "name": format!("Thing {e}")}))
        .collect();
    truth.names = (0..16).map(|e| (key(e), format!("Thing {e}"))).collect();
    let mentions: Vec<Value> = (0..16)
        .map(|e| {
            json!({"id": format!("m{e}"), "start": e * 9, "end": e * 9 + 5, "text": "Thing", "type": CLASSES[e % 8],
            "entity": format!("e{e}")})
        })
        .collect();
    let mut sides: BTreeMap<Triple, (bool, bool)> = BTreeMap::new();
    let mut records = Vec::new();
    for document in 0..5 {
        let claims: Vec<Value> = (0..80).map(|number| claim(random, document, number)).collect();
        for claim in &claims {
            let stance = stance(claim);
            truth.stances.insert(claim["quote"].as_str().expect("a quote").to_string(), stance);
            let key = |role: &str| claim[role].as_str()?[1..].parse().ok().map(key);
            if let (Some(subject), Some(object)) = (key("subject"), key("object")) {
                let triple = (subject, claim["predicate"].as_str().expect("a predicate").to_string(), object);
                let side = sides.entry(triple.clone()).or_default();
                side.0 |= matches!(stance, "asserted" | "reported" | "alleged");
                side.1 |= matches!(stance, "negated" | "denied");
                if stance == "asserted" {
                    truth.asserted.insert(triple);
                }
            }
        }
        let record = json!({"id": format!("d{document}"), "language": "en", "text_length": 1600, "date": "2021-06-01",
            "publisher": "The Gull", "entities": entities, "mentions": mentions, "claims": claims});
        records.push(serde_json::from_value(record).expect("a record"));
    }
    truth.contested = sides.into_iter().filter(|(_, side)| *side == (true, true)).map(|(triple, _)| triple).collect();
    (records, truth)
}
