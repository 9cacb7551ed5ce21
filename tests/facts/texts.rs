//! Law 2 in tables, dossiers, the page's own words, and FollowTheMoney.

use std::collections::BTreeMap;

use claimgraph::claim::record::Stance;
use claimgraph::graph::corpus::{Corpus, ThingId};
use claimgraph::graph::export::{csv, dossier, ftm, html};
use serde_json::Value;

use super::read;

/// A line that begins with who and what: plain only where it is asserted.
fn says(line: &str, stance: &str, at: &str) {
    let predicate = line.split(" — ").nth(1).unwrap_or_else(|| panic!("{at}: no statement in {line:?}"));
    let named = predicate.contains(&format!("({stance}"));
    assert!(named || stance == "asserted", "{at}: {line:?} is {stance}");
}

#[test]
fn no_table_says_more_than_is_asserted() {
    super::over(4, |records, truth| {
        for corpus in super::parts(records) {
            let mut bytes = Vec::new();
            csv::claims(&corpus, &mut bytes).expect("written to memory");
            let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
            for row in reader.deserialize::<BTreeMap<String, String>>() {
                let row = row.expect("a row");
                let stance = truth.stances[&row["sentence"]];
                assert_eq!(row["stance"], stance);
                says(&row["statement"], stance, "csv-claims");
            }
        }
    });
}

#[test]
fn no_dossier_says_more_than_is_asserted() {
    super::over(3, |records, truth| {
        let corpus = Corpus::new(records);
        let things = (0..corpus.things.len() as u32).map(|id| dossier::of_entity(&corpus, ThingId(id)));
        let documents = corpus.documents.iter().filter_map(|document| dossier::of_document(&corpus, &document.id));
        let mut lines = 0;
        for dossier in things.chain(documents) {
            let (one, two) = (dossier::markdown::write(&dossier), dossier::html::write(&dossier));
            let (one, two) = (read::markdown(&one), read::html(&two));
            assert_eq!(one.len(), two.len());
            for (stance, line) in one.iter().chain(&two) {
                lines += 1;
                match stance.as_str() {
                    "contested" => assert!(line.split(" — ").nth(1).is_some_and(|what| what.contains('(')), "{line}"),
                    stance => says(line, stance, "dossier"),
                }
            }
            let groups = dossier.sections.iter().flat_map(|(_, groups)| groups);
            for (stance, line) in groups.flat_map(|(stance, lines)| lines.iter().map(move |line| (stance, line))) {
                let quote: String = line.quote.iter().map(|(text, _)| text.as_str()).collect();
                assert_eq!(stance.as_str(), truth.stances[&quote], "{line:?} stands in the wrong section");
            }
        }
        assert!(lines > 1000);
    });
}

#[test]
fn the_page_knows_every_stance() {
    super::over(2, |records, truth| {
        let mut bytes = Vec::new();
        html::write(&Corpus::new(records), &BTreeMap::new(), |_, _| (), &mut bytes).expect("written to memory");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let payload = text.split("id=\"payload\">").nth(1).and_then(|rest| rest.split("</script>").next());
        let payload: Value = serde_json::from_str(payload.expect("a payload")).expect("JSON");
        let claims = payload["claims"].as_array().expect("claims");
        assert_eq!(claims.len(), truth.stances.len());
        for claim in claims {
            let stance = Stance::ALL[claim["t"].as_u64().expect("a stance") as usize].as_str();
            assert_eq!(stance, truth.stances[claim["q"].as_str().expect("a sentence")]);
        }
    });
}

#[test]
fn no_relation_follows_what_is_not_asserted() {
    const RELATIONS: [&str; 5] = ["UnknownLink", "Membership", "Occupancy", "Documentation", "Sanction"];
    super::over(4, |records, truth| {
        for corpus in super::parts(records) {
            let mut bytes = Vec::new();
            let counts = ftm::write(&corpus, &mut bytes).expect("written to memory");
            let text = String::from_utf8(bytes).expect("UTF-8");
            let mut seen = ftm::Counts::default();
            for entity in text.lines().map(|line| serde_json::from_str::<Value>(line).expect("an object a line")) {
                let schema = entity["schema"].as_str().expect("a schema");
                let first = |name: &str| entity["properties"][name][0].as_str().unwrap_or_default().to_string();
                let quotes = entity["properties"]["description"].as_array().map_or(&[][..], Vec::as_slice);
                let mut stances = quotes.iter().map(|quote| truth.stances[quote.as_str().expect("a quote")]);
                if RELATIONS.contains(&schema) {
                    seen.relations += 1;
                    assert!(!quotes.is_empty() && stances.all(|stance| stance == "asserted"), "{entity}");
                } else if schema == "Note" {
                    seen.notes += 1;
                    says(&first("name"), stances.next().expect("a sentence"), "ftm");
                }
            }
            assert_eq!((seen.relations, seen.notes), (counts.relations, counts.notes));
            let asserted = corpus.claims.iter().any(|said| said.stance == Stance::Asserted && said.object.is_some());
            assert_eq!(counts.relations > 0, asserted, "what is asserted is there");
        }
    });
}
