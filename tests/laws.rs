//! Laws 1 to 4 over the sample and over generated records.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use claimgraph::claim::record::{ClaimRecord, DocumentRecord};
use claimgraph::document::{self, CodePoints};
use claimgraph::pipeline;
use claimgraph::rdf::verify;

fn sample() -> (Vec<document::Document>, Vec<DocumentRecord>) {
    let collection = document::read(&[crate::root().join("input")], 1 << 26).expect("input/ is readable");
    let records = pipeline::read_documents(&collection.documents, crate::knowledge(), |_| ());
    (collection.documents, records)
}

/// Law 1: what a record cites stands in the text.
#[test]
fn nothing_is_invented() {
    let (documents, records) = sample();
    for (document, record) in documents.iter().zip(&records) {
        let points = CodePoints::new(&document.text);
        for mention in &record.mentions {
            assert_eq!(points.slice([mention.start, mention.end]), Some(mention.text.as_str()), "{}", record.id);
        }
        let named: BTreeSet<&str> = record.mentions.iter().filter_map(|mention| mention.entity.as_deref()).collect();
        for claim in &record.claims {
            assert_eq!(points.slice(claim.sentence), Some(claim.quote.as_str()), "{} {}", record.id, claim.id);
            let inside = |range: &[u32; 2]| claim.sentence[0] <= range[0] && range[1] <= claim.sentence[1];
            assert!(!claim.trigger.is_empty() && claim.trigger.iter().all(inside), "{} {}", record.id, claim.id);
            assert!(!claim.subject_at.is_empty() && claim.subject_at.iter().all(inside), "{} {}", record.id, claim.id);
            assert_eq!(claim.object.is_some(), !claim.object_at.is_empty(), "{} {}", record.id, claim.id);
            let parties = [Some(&claim.subject), claim.object.as_ref(), claim.speaker.as_ref()];
            for party in parties.into_iter().flatten() {
                // A state may be named inside the name of its body: "Chinese Foreign Ministry".
                let within = claim.predicate == "partOf" && claim.object_at == claim.subject_at;
                assert!(
                    within || named.contains(party.as_str()),
                    "{} {}: {party} is nowhere named",
                    record.id,
                    claim.id
                );
            }
            assert!(!claim.rule.is_empty() && !claim.rule_at.is_empty(), "{} {}", record.id, claim.id);
        }
        // Names and contents, as `verify` reads them again.
        let found = verify::document(record, document, &crate::knowledge().gazetteer);
        assert_eq!(found, [], "{}", record.id);
    }
}

/// Law 1: Switzerland is not in a text that speaks of Geneva; the United States is, where its Treasury's name holds them.
#[test]
fn a_state_is_there_only_where_a_name_or_claim_says_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "The United States Treasury Department sanctioned Dmitri Karlov. Officials met in Geneva.";
    std::fs::write(folder.path().join("a.txt"), text).expect("written");
    let collection = document::read(&[folder.path().to_path_buf()], 1 << 20).expect("readable");
    let records = pipeline::read_documents(&collection.documents, crate::knowledge(), |_| ());
    let names: Vec<&str> = records[0].entities.iter().map(|entity| entity.name.as_str()).collect();
    assert!(names.contains(&"United States") && names.contains(&"Geneva"), "{names:?}");
    assert!(!names.contains(&"Switzerland"), "{names:?}");
    assert_eq!(verify::document(&records[0], &collection.documents[0], &crate::knowledge().gazetteer), []);
}

/// Records with every mixture of polarity, modality and speaker.
fn generated(random: &mut crate::Random) -> Vec<DocumentRecord> {
    let pick = |random: &mut crate::Random, list: &[&str]| list[random.below(list.len())].to_string();
    (0..4)
        .map(|number| {
            let entities: Vec<_> = (1..=5)
                .map(|e| serde_json::json!({"id": format!("e{e}"), "key": format!("person/p{e}"), "type": "Person", "name": format!("P {e}")}))
                .collect();
            let claims: Vec<_> = (0..12u32)
                .map(|c| {
                    let speaker = if random.below(2) == 0 { serde_json::Value::Null } else { pick(random, &["e1", "e2"]).into() };
                    serde_json::json!({"id": format!("c{c}"), "predicate": pick(random, &["visits", "detains", "meets"]),
                        "subject": pick(random, &["e1", "e2", "e3"]), "object": pick(random, &["e4", "e5"]), "speaker": speaker,
                        "reported_in": (c > 0 && random.below(4) == 0).then_some("c0"), "modality": pick(random, &["asserted", "alleged", "planned"]), "polarity": pick(random, &["positive", "negative"]),
                        "sentence": [c * 10, c * 10 + 9], "quote": "P 1 met P.", "rule": "r", "rule_at": "rules/x.toml:1"})
                })
                .collect();
            let document = serde_json::json!({"id": format!("d{number}"), "language": "en", "entities": entities, "claims": claims});
            serde_json::from_value(document).expect("a record")
        })
        .collect()
}

fn quads(records: &[DocumentRecord]) -> Vec<oxigraph::model::Quad> {
    let folder = tempfile::tempdir().expect("a folder");
    let header = pipeline::folder::Header {
        version: "0".into(),
        knowledge: "0".into(),
        base: "https://claimgraph.example/".into(),
        input: vec![],
        files: BTreeMap::new(),
        manifests: String::new(),
        ..Default::default()
    };
    let vocabulary = std::fs::read_to_string(crate::root().join("ontology/vocabulary.ttl")).expect("the vocabulary");
    pipeline::folder::write(folder.path(), &header, records, &vocabulary, |_, _| ()).expect("written");
    let bytes = std::fs::read(folder.path().join("graph.nq")).expect("graph.nq");
    oxigraph::io::RdfParser::from_format(oxigraph::io::RdfFormat::NQuads)
        .for_slice(&bytes)
        .map(|quad| quad.expect("a quad"))
        .collect()
}

#[test]
fn sentences_of_the_graph_stand_in_their_documents() {
    let (documents, records) = sample();
    let mut parts: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for quad in quads(&records) {
        if let Some(part) = quad.predicate.as_str().strip_prefix("http://www.w3.org/ns/oa#") {
            let value = match &quad.object {
                oxigraph::model::Term::Literal(literal) => literal.value().to_string(),
                other => other.to_string(),
            };
            parts.entry(quad.subject.to_string()).or_default().insert(part.to_string(), value);
        }
    }
    assert!(parts.len() >= 50, "only {} sentences", parts.len());
    for (sentence, part) in parts {
        let source = &part["hasSource"];
        let document =
            documents.iter().find(|document| source.contains(&document.id)).expect("a document that was read");
        let number = |name: &str| part[name].parse::<u32>().expect("a number");
        let cited = CodePoints::new(&document.text);
        assert_eq!(cited.slice([number("start"), number("end")]), Some(part["exact"].as_str()), "{sentence}");
    }
}

/// Whether a document asserts a claim itself, told from the claim's own words and not from its stance.
fn in_own_voice(claim: &ClaimRecord) -> bool {
    claim.polarity == "positive"
        && claim.modality == "asserted"
        && claim.speaker.is_none()
        && claim.reported_in.is_none()
}

/// Law 2: a plain triple stands only for a claim that a document asserts in its own voice.
#[test]
fn nothing_denied_or_alleged_becomes_a_fact() {
    let mut random = crate::Random(1);
    for _ in 0..20 {
        let records = generated(&mut random);
        let asserted: BTreeSet<(String, String, String)> = records
            .iter()
            .flat_map(|record| record.claims.iter().filter(|claim| in_own_voice(claim)))
            .map(|claim| (claim.subject.clone(), claim.predicate.clone(), claim.object.clone().unwrap_or_default()))
            .collect();
        let property = "https://w3id.org/claimgraph/ns#";
        for quad in quads(&records) {
            let predicate = quad.predicate.as_str().strip_prefix(property).unwrap_or_default();
            if ["visits", "detains", "meets"].contains(&predicate) {
                let short = |term: String| format!("e{}", term.trim_end_matches('>').chars().last().expect("a key"));
                let triple = (short(quad.subject.to_string()), predicate.to_string(), short(quad.object.to_string()));
                assert!(asserted.contains(&triple), "{quad}");
            }
        }
    }
}

/// Law 4: one triple, one graph.
#[test]
fn no_triple_stands_in_two_graphs() {
    let (_, records) = sample();
    let mut random = crate::Random(2);
    // A thing whose key and name are a date's: both graphs would say how it is called.
    let mut dated = generated(&mut random);
    for record in &mut dated {
        (record.entities[0].key, record.entities[0].name) = ("date/2020-06-29".into(), "2020-06-29".into());
        record.claims[0].date = Some("2020-06-29".into());
    }
    for records in [records, generated(&mut random), dated] {
        let mut seen = BTreeMap::new();
        for quad in quads(&records) {
            let triple = format!("{} {} {}", quad.subject, quad.predicate, quad.object);
            if let Some(first) = seen.insert(triple.clone(), quad.graph_name.clone()) {
                panic!("{triple} stands in {first} and {}", quad.graph_name);
            }
        }
    }
}

fn build(input: &Path, output: &Path, threads: &str) {
    build_with(input, output, &["--threads", threads]);
}

fn build_with(input: &Path, output: &Path, more: &[&str]) {
    let done = Command::new(env!("CARGO_BIN_EXE_claimgraph"))
        .arg("build")
        .args(more)
        .arg("-o")
        .args([output, input])
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    ["graph.nq", "graph.ttl", "graph.graphml", "annotations.jsonl"]
        .iter()
        .map(|name| std::fs::read(folder.join(name)).expect(name))
        .collect()
}

/// Law 3: any sequence of adding, changing and deleting gives the same bytes as a clean build, at any number of threads.
#[test]
fn build_equals_rebuild() {
    let place = tempfile::tempdir().expect("a folder");
    let input = place.path().join("input");
    std::fs::create_dir(&input).expect("input");
    let texts = [
        ("a.txt", "The European Union accused Belarus of hijacking a plane on 23 May 2021."),
        ("b.txt", "Belarus denied the accusations. France met with Ukraine in Paris."),
        ("c.txt", "Human Rights Watch published a new report. The report found widespread torture."),
        ("a.txt", "The European Union sanctioned Belarus in June 2021, according to Reuters."),
    ];
    let grown = place.path().join("grown");
    for (number, (name, text)) in texts.iter().enumerate() {
        std::fs::write(input.join(name), text).expect("a document");
        build(&input, &grown, if number % 2 == 0 { "1" } else { "2" });
    }
    std::fs::remove_file(input.join("b.txt")).expect("removed");
    build(&input, &grown, "2");
    let clean = place.path().join("clean");
    build(&input, &clean, "1");
    assert!(files(&grown) == files(&clean), "the grown graph differs from the clean one");
    let before = std::fs::metadata(grown.join("graph.nq")).and_then(|found| found.modified()).expect("a time");
    build(&input, &grown, "1");
    let after = std::fs::metadata(grown.join("graph.nq")).and_then(|found| found.modified()).expect("a time");
    assert_eq!(before, after, "a build without a change wrote something");
    // Nor does it matter what somebody did to the folder in between.
    for (name, from, to) in [
        ("annotations.jsonl", "sanctions", "praises"),
        ("annotations.jsonl", "{\"id\"", "{id"),
        ("graph.nq", "asserted", "denied"),
        ("graph.ttl", "Belarus", "Russia"),
        ("graph.graphml", "<node", "<nod"),
    ] {
        let text = std::fs::read_to_string(grown.join(name)).expect(name);
        let changed = text.replacen(from, to, 1);
        assert!(changed != text, "{from} does not stand in {name}");
        std::fs::write(grown.join(name), changed).expect("written");
        build(&input, &grown, "1");
        assert!(files(&grown) == files(&clean), "{name} was changed by hand, and the build left it so");
    }
}

/// Law 3: names, rules and manifests may change in between, too.
#[test]
fn changed_knowledge_is_obeyed() {
    let place = tempfile::tempdir().expect("a folder");
    let path = |name: &str| place.path().join(name);
    for folder in ["input", "pack/gazetteer", "pack/rules"] {
        std::fs::create_dir_all(path(folder)).expect("a folder");
    }
    let write = |name: &str, text: &str| std::fs::write(path(name), text).expect("written");
    write("input/a.txt", "On Monday the Zorblax Institute zapped Belarus. France accused Belarus of piracy.");
    let rule = |claim: &str| {
        format!(
            "[[frame]]\nid = \"zap\"\nverbs = [\"zap\"]\nclaim = \"{claim}\"\nsubject = \"Agent\"\nobject = \"Agent\"\n\
             examples = [{{ text = \"France zapped Belarus.\", claims = [\"{claim}(France, Belarus)\"] }}]\n"
        )
    };
    let names = "id,name,aliases,wikidata,source,of,ambiguous\n";
    let steps = [
        ("pack/rules/90-zap.toml", rule("attacks")),
        ("pack/gazetteer/universities.csv", format!("{names}zorblax,Zorblax Institute,,,curated,,\n")),
        ("input/manifest.toml", "[a]\ndate = \"2020-06-29\"\n".to_string()),
        ("pack/rules/90-zap.toml", rule("detains")),
        ("pack/gazetteer/universities.csv", format!("{names}zorb,Zorblax Institute,ZI,,curated,,\n")),
        ("input/manifest.toml", "[a]\ndate = \"2021-06-29\"\n".to_string()),
    ];
    let pack = format!("builtin,{}", path("pack").display());
    let mut before = Vec::new();
    for (name, text) in steps {
        write(name, &text);
        build_with(&path("input"), &path("grown"), &["--ontology", &pack]);
        build_with(&path("input"), &path("clean"), &["--ontology", &pack]);
        assert!(files(&path("grown")) == files(&path("clean")), "{name}: the grown graph differs from the clean one");
        assert!(files(&path("grown")) != before, "{name} made no difference");
        before = files(&path("grown"));
        std::fs::remove_dir_all(path("clean")).expect("removed");
    }
}

/// Law 3: which document is done first makes no difference.
#[test]
fn threads_make_no_difference() {
    let place = tempfile::tempdir().expect("a folder");
    let input = place.path().join("input");
    std::fs::create_dir(&input).expect("a folder");
    for number in 0..12 {
        let text = format!("Germany accused Belarus of piracy in case {number}. ")
            .repeat(1 + 60 * usize::from(number % 4 == 0));
        std::fs::write(input.join(format!("{number:02}.txt")), text).expect("a document");
    }
    let (one, four) = (place.path().join("one"), place.path().join("four"));
    build(&input, &one, "1");
    build(&input, &four, "4");
    assert!(files(&one) == files(&four), "four threads give another graph than one");
}
