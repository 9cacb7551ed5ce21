//! What pronouns and descriptions mean: short cases, and the links of the sample collection and of Wikinews read by eye.

use claimgraph::document::{self, Document, Span};
use claimgraph::entity::EntityId;
use claimgraph::pipeline::{self, Knowledge, examples};

/// Every link of a document: where the word stands, the word, and the entity's name.
fn links(document: &Document, knowledge: &Knowledge) -> Vec<(u32, String, String)> {
    pipeline::with_reading(document, knowledge, |reading| {
        let link = |(span, entity, _): (Span, EntityId, _)| {
            (span.start, span.of(&document.text).to_string(), reading.entities.list[entity.index()].name.clone())
        };
        reading.coreference.links().map(link).collect()
    })
}

/// Texts, a word in each, and what it means; nothing where the text does not tell, or not surely.
const CASES: &[(&str, &str, &str)] = &[
    ("Sweden's statement calls for China to abolish its camps.", "its", "China"),
    ("Sweden urged Iraq to release its prisoners at once.", "its", "Iraq"),
    ("Sweden said Iraq had closed its border.", "its", "Iraq"),
    ("Sweden will ask its allies to act.", "its", "Sweden"),
    (
        "Lars Holm wrote to a court. Discussing his plan in a speech, Norway's Prime Minister Jens Stoltenberg said it would fail.",
        "his",
        "Jens Stoltenberg",
    ),
    ("She was taken to Camp Bucca in Basra, which was run by soldiers.", "which", ""),
    ("Sweden criticized Iraq, which had closed the border.", "which", "Iraq"),
    ("Tom Ode was freed. The head of a court spoke of what he called a crime.", "he", ""),
    ("Peruvian President Rosa Vega met Vice President Tom Ode. The president was glad.", "president", "Rosa Vega"),
    ("Angela Merkel met Vladimir Putin. The Russian president was glad.", "president", "Vladimir Putin"),
    ("Peruvian President Rosa Vega met Prime Minister Tom Ode. The foreign minister was glad.", "minister", ""),
    ("Amnesty International published a report. The rights body was glad.", "body", "Amnesty International"),
    ("Protesters marched in Beijing. Turnout in the district was low.", "district", ""),
    ("Protesters marched in Xinjiang. Turnout in the region was low.", "region", "Xinjiang"),
    ("Sweden condemned the raid. In a letter to the UN, it said the camp was empty.", "it", "Sweden"),
    ("Tom Ode was freed. In his letter, Lars Holm said the camp was empty.", "his", "Lars Holm"),
    ("Rosa Vega was glad. Connie Ode said on Sunday she was not.", "she", "Connie Ode"),
    ("Ode Vega was glad. Rosa Holm, wife of Ode Vega, said he was not.", "he", "Ode Vega"),
    ("Syriza chief Tom Ode met envoys. The Syriza leader said it was over.", "leader", "Tom Ode"),
    ("NATO Secretary-General Tom Ode met envoys. The NATO chief was glad.", "chief", "Tom Ode"),
    ("Environment Canada said the ice was thin. The government was glad.", "government", "Canada"),
    ("Iranian President Omar Ode met envoys. The Ode government was glad.", "government", "Iran"),
    ("Prime Minister Tom Ode was glad. The former prime minister was not.", "minister", ""),
    ("Tom Ode was shot dead. He said the camp was empty.", "He", ""),
    ("Lars Holm met Tom Ode. “He has gone,” Holm said.", "He", "Tom Ode"),
    ("A Siemens spokesman said so. The spokesman was glad.", "spokesman", "Siemens"),
    ("UNICEF opened a camp. The agency was glad.", "agency", "United Nations Children's Fund"),
    ("The EU met in Oslo. The regional bloc was glad.", "bloc", "European Union"),
    ("UNICEF spoke to Reuters in Oslo. The agency was glad.", "agency", "United Nations Children's Fund"),
    ("Sweden kept Iraq out of the pact despite the latter's anger.", "latter", "Iraq"),
    ("Sweden regretted Iraq's decision and dismissed its claim that the vote was rigged.", "its", "Iraq"),
];

#[test]
fn pronouns_and_descriptions_mean_what_they_should() {
    let mut wrong = Vec::new();
    for (text, word, name) in CASES {
        let found = links(&examples::document(text), crate::knowledge());
        let meant = found.iter().find(|(_, form, _)| form == word).map_or("", |(_, _, name)| name);
        if meant != *name {
            wrong.push(format!("\"{word}\" means \"{meant}\", not \"{name}\": {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `tests/coreference/links.tsv`: every link made in input/ and in twelve Wikinews articles, each read in its sentence.
#[test]
fn links_read_by_eye_are_right_and_still_made() {
    let rows: Vec<Vec<&str>> =
        include_str!("coreference/links.tsv").lines().skip(1).map(|row| row.split('\t').collect()).collect();
    let right = rows.iter().filter(|row| row[5] == "right").count();
    assert!(rows.iter().all(|row| matches!(row[5], "right" | "wrong")) && rows.len() >= 100);
    assert!(right * 100 >= rows.len() * 90, "{right} of {} are right", rows.len());
    let collection = document::read(&[crate::root().join("input")], 1 << 26).expect("input/ is readable");
    let mut lost = Vec::new();
    for document in &collection.documents {
        let made = links(document, crate::knowledge());
        for row in rows.iter().filter(|row| row[0] == document.id && row[5] == "right") {
            let offset: u32 = row[1].parse().expect("a number");
            if !made.iter().any(|(at, form, name)| *at == offset && form == row[2] && name == row[3]) {
                lost.push(row.join(" "));
            }
        }
    }
    assert!(lost.is_empty(), "no longer made:\n{}", lost.join("\n"));
}

/// Two states' bodies of one name are two entities, and the bare name is the one spoken of last.
#[test]
fn bodies_of_one_name_are_told_apart_by_their_states() {
    let cases = [
        (
            "Kenya's health ministry met Uganda's health ministry. The health ministry was glad.",
            "kenya-health-ministry uganda-health-ministry uganda-health-ministry",
        ),
        (
            "Kenya's Ministry of Health met Uganda's Ministry of Health.",
            "kenya-ministry-of-health uganda-ministry-of-health",
        ),
        (
            "Sweden's Foreign Ministry met the Norwegian Defence Ministry. The defence ministry was glad.",
            "sweden-foreign-ministry norwegian-defence-ministry norwegian-defence-ministry",
        ),
        (
            "The Serbian foreign ministry met Kosovo's foreign ministry.",
            "serbian-foreign-ministry kosovo-foreign-ministry",
        ),
    ];
    for (text, expected) in cases {
        let record = examples::read(text, crate::knowledge());
        let key = |id: &String| record.entities.iter().find(|entity| entity.id == *id).map_or("", |entity| &entity.key);
        let keys = record.mentions.iter().filter_map(|mention| mention.entity.as_ref()).map(key);
        let bodies: Vec<&str> = keys.filter_map(|key| key.strip_prefix("organisation/")).collect();
        assert_eq!(bodies.join(" "), expected, "{text}");
    }
}
