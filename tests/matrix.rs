//! The stance matrix: sentences of sixteen kinds, each with the claims that it must yield, and what is taken for what.
//!
//! `tests/matrix/sentences.txt` has a heading for each kind (`# headline`) and a line for each sentence: the sentence, a
//! stroke, its claims in the notation of rule examples without contents, joined by semicolons. A claim is found if its property,
//! subject and object are; its stance is right if polarity, modality and voice are.

use std::collections::BTreeMap;

use claimgraph::pipeline::examples;
use claimgraph::rules::ExpectedClaim;

/// Properties that names alone yield.
const STRUCTURE: [&str; 4] = ["affiliatedWith", "holdsOffice", "locatedIn", "partOf"];

/// How many claims of one expected stance were found with which.
type Confusion = BTreeMap<String, BTreeMap<String, usize>>;

#[derive(Default)]
struct Count {
    right: usize,
    matched: usize,
    expected: usize,
    surplus: usize,
}

#[test]
fn stances_are_told_apart() {
    let path = crate::root().join("tests/matrix/sentences.txt");
    let text = std::fs::read_to_string(path).expect("sentences.txt");
    let (mut kinds, mut kind): (BTreeMap<&str, Count>, _) = (BTreeMap::new(), "");
    let (mut confusion, mut wrong, mut sentences) = (Confusion::new(), Vec::new(), 0);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(heading) = line.strip_prefix("# ") {
            kind = heading;
            continue;
        }
        sentences += 1;
        let (sentence, claims) = line.split_once('|').expect("a stroke behind the sentence");
        let parse = |claim: &str| ExpectedClaim::parse(claim).unwrap_or_else(|what| panic!("{claim}: {what}"));
        let expected: Vec<_> = claims.split(';').filter(|claim| !claim.trim().is_empty()).map(parse).collect();
        let record = examples::read(sentence.trim(), crate::knowledge());
        let mut found = examples::claims(&record);
        found.retain(|claim| !STRUCTURE.contains(&claim.predicate.as_str()));
        let count = kinds.entry(kind).or_default();
        for claim in expected {
            count.expected += 1;
            let place = found.iter().position(|other| key(other) == key(&claim));
            let other = place.map(|place| found.remove(place));
            let stance = other.as_ref().map_or("none".to_string(), stance);
            count.matched += usize::from(other.is_some());
            count.right += usize::from(stance == self::stance(&claim));
            if stance != self::stance(&claim) {
                wrong.push(format!("{kind}: {} | {claim} | {stance}", sentence.trim()));
            }
            *confusion.entry(self::stance(&claim)).or_default().entry(stance).or_default() += 1;
        }
        for claim in found {
            count.surplus += 1;
            wrong.push(format!("{kind}: {} | none | {claim}", sentence.trim()));
            *confusion.entry("none".to_string()).or_default().entry(stance(&claim)).or_default() += 1;
        }
    }
    println!("{}\n{}", wrong.join("\n"), table(&kinds, &confusion));
    let sum = |part: fn(&Count) -> usize| kinds.values().map(part).sum::<usize>() as f64;
    let (right, matched) = (sum(|count| count.right), sum(|count| count.matched));
    let (expected, surplus) = (sum(|count| count.expected), sum(|count| count.surplus));
    assert!(sentences >= 300 && kinds.len() == 16, "{sentences} sentences of {} kinds", kinds.len());
    assert!(right / matched >= 0.95, "stance right of {:.3}", right / matched);
    assert!(matched / expected >= 0.90, "found {:.3}", matched / expected);
    assert!(surplus / (matched + surplus) <= 0.05, "surplus {:.3}", surplus / (matched + surplus));
}

fn key(claim: &ExpectedClaim) -> (&str, &str, Option<&str>) {
    (&claim.predicate, &claim.subject, claim.object.as_deref())
}

/// Polarity, modality and whose words: `not alleged, told`.
fn stance(claim: &ExpectedClaim) -> String {
    let polarity = if claim.negative { "not " } else { "" };
    let voice = claim.speaker.as_ref().map_or(String::new(), |speaker| format!(" @ {speaker}"));
    format!("{polarity}{}{voice}", claim.modality)
}

fn table(kinds: &BTreeMap<&str, Count>, confusion: &Confusion) -> String {
    let plain = |stance: &str| stance.split_once(" @ ").map_or(stance.to_string(), |(stance, _)| format!("{stance} @"));
    let mut merged = Confusion::new();
    for (expected, row) in confusion {
        for (found, count) in row {
            let told_otherwise = expected != found && plain(expected) == plain(found);
            let found = if told_otherwise { "other voice".to_string() } else { plain(found) };
            *merged.entry(plain(expected)).or_default().entry(found).or_default() += count;
        }
    }
    let mut columns: Vec<String> = merged.values().flat_map(|row| row.keys().cloned()).collect();
    columns.sort();
    columns.dedup();
    let mut text = format!("{:24} right found expected surplus\n", "kind");
    for (kind, count) in kinds {
        let Count { right, matched, expected, surplus } = count;
        text.push_str(&format!("{kind:24} {right:5} {matched:5} {expected:8} {surplus:7}\n"));
    }
    text.push_str(&format!(
        "\n{:16} {}\n",
        "expected",
        columns.iter().map(|name| format!("{name:>14}")).collect::<String>()
    ));
    for (expected, row) in merged {
        let cells: String = columns.iter().map(|name| format!("{:>14}", row.get(name).copied().unwrap_or(0))).collect();
        text.push_str(&format!("{expected:16} {cells}\n"));
    }
    text
}
