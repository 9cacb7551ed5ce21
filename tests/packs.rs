//! The pack of the researcher's guide: its rules hold on top of the built-in ones, and the guide shows what stands in its files.

use std::path::PathBuf;

use claimgraph::pipeline::{Knowledge, examples, read_document};

/// What the documents of the guide say about owners.
const OWNERS: [&str; 5] = [
    "acquired(Nordwind Shipping, Harbour Lines) @ Nordwind Shipping",
    "alleged owns(Boeing, Harbour Lines)",
    "not owns(Nordwind Shipping, Harbour Lines) @ Per Lund",
    "owns(Siemens, Nordwind Shipping)",
    "planned mergesWith(Siemens, Varian) @ Reuters",
];

#[test]
fn a_pack_stands_on_top_of_the_built_in_ontology() {
    let pack = crate::root().join("tests/packs/ownership");
    let (knowledge, diagnostics) = Knowledge::load(&[PathBuf::from("builtin"), pack]).expect("the pack loads");
    assert_eq!(diagnostics, []);
    assert_eq!(examples::run(&knowledge).1, []);
    let mut found = Vec::new();
    for name in ["harbour.txt", "merger.txt"] {
        let path = crate::root().join("tests/packs/documents").join(name);
        let text = std::fs::read_to_string(path).expect("a document");
        let record = read_document(&examples::document(&text), &knowledge);
        found.extend(examples::claims(&record).iter().map(ToString::to_string));
    }
    let own = |claim: &String| ["owns(", "acquired(", "mergesWith("].iter().any(|name| claim.contains(name));
    found.retain(own);
    found.sort();
    assert_eq!(found, OWNERS);
}

#[test]
fn the_guide_shows_what_stands_in_the_pack() {
    let read = |path: &str| std::fs::read_to_string(crate::root().join(path)).expect(path);
    let guide = read("ontology/README.md");
    let files = [
        ("```turtle\n", read("tests/packs/ownership/vocabulary-ownership.ttl")),
        ("```csv\n", read("tests/packs/ownership/gazetteer/companies-ownership.csv")),
        ("```toml\n", read("tests/packs/ownership/rules/ownership.toml")),
    ];
    for (fence, file) in files {
        let block = guide.split_once(fence).and_then(|(_, rest)| rest.split_once("```")).expect(fence).0;
        assert!(file.contains(block), "the guide's block is not in the file:\n{block}");
    }
}

#[test]
fn the_template_and_the_schema_are_what_the_reader_takes() {
    let knowledge = crate::knowledge();
    let files = [("rules/new.toml".to_string(), claimgraph::rules::TEMPLATE.to_string())];
    let (rules, diagnostics) = claimgraph::rules::Rules::load(&files, &knowledge.properties);
    assert_eq!((rules.frames.len(), diagnostics), (1, vec![]));
    let schema = claimgraph::rules::schema(&knowledge.properties);
    for (kind, key) in ["frame", "source", "stance", "member"].into_iter().flat_map(|kind| {
        schema["$defs"][kind]["properties"].as_object().expect("keys").keys().map(move |key| (kind, key))
    }) {
        // A key that the reader does not know is told so; a table is the wrong type for each that it knows.
        let text = format!("[[{kind}]]\n{key} = [[[]]]\n");
        let (_, found) = claimgraph::rules::Rules::load(&[("rules/x.toml".into(), text)], &knowledge.properties);
        assert!(found.iter().all(|diagnostic| diagnostic.code != "unknown-key"), "{kind}.{key}: {found:?}");
    }
}

/// Compiled lists yield what the lists yield; once the lists change, they are read instead, with a warning.
#[test]
fn compiled_lists_are_used_while_the_lists_stay() {
    use claimgraph::gazetteer::Gazetteer;
    use claimgraph::pipeline::knowledge::{COMPILED, files, lists, lists_hash};
    let pack = tempfile::tempdir().expect("a folder");
    let list = pack.path().join("gazetteer/companies-own.csv");
    std::fs::create_dir(pack.path().join("gazetteer")).expect("a folder");
    std::fs::write(&list, "id,name,aliases,wikidata,source\nlemvig-marine,Lemvig Marine,Lemvig,,curated\n")
        .expect("a list");
    let stack = [PathBuf::from("builtin"), pack.path().to_path_buf()];
    let read = || {
        let (knowledge, diagnostics) = Knowledge::load(&stack).expect("the pack loads");
        let codes: Vec<&str> = diagnostics.iter().map(|found| found.code).collect();
        let text = "Lemvig Marine accused Zorvia Lines of fraud. Lemvig condemned China.";
        let record = examples::read(text, &knowledge);
        (examples::claims(&record).iter().map(ToString::to_string).collect::<Vec<_>>(), codes.join(" "))
    };
    let plain = read();
    assert!(plain.0.contains(&"condemns(Lemvig Marine, China)".to_string()), "{plain:?}");
    let all = files(&stack).expect("files");
    let compiled = Gazetteer::load(&lists(&all)).0.compiled(lists_hash(&all));
    std::fs::write(pack.path().join(COMPILED), &compiled).expect("a file");
    assert_eq!(read(), plain);
    std::fs::write(&list, "id,name,source\nzorvia-lines,Zorvia Lines,curated\n").expect("a list");
    assert_eq!(read().1, "unused-compiled");
    std::fs::write(pack.path().join(COMPILED), &compiled[..999]).expect("a file");
    assert_eq!(read().1, "unused-compiled");
}
