//! What people see when something is not as they thought: broken documents, names that are not known, empty answers.

use clap::CommandFactory;
use unicode_width::UnicodeWidthStr;

use super::Place;

const DOCUMENTS: [(&str, &str); 2] =
    [("a.txt", "France accused Belarus of piracy."), ("b.txt", "Belarus denied the accusations.")];

fn place() -> Place {
    let place = Place::new(&DOCUMENTS);
    place.build();
    place
}

/// Each command can't run, and says these words.
fn are_refused(place: &Place, cases: &[(&[&str], &str)]) {
    for (args, words) in cases {
        let (code, data, said) = place.run(args);
        assert!(code == 2 && data.is_empty() && said.contains(words), "{args:?}: {code} {said}");
    }
}

#[test]
fn broken_documents_are_told_by_every_command_and_every_time() {
    let place = Place::new(&DOCUMENTS);
    place.write("input/broken.json", "{\"id\": ");
    std::fs::create_dir(place.path("more")).expect("a folder");
    place.write("more/broken.json", "{");
    let first = place.run(&["build", "input", "more"]);
    assert!(first.0 == 1 && first.2.contains("--> input/broken.json:1") && first.2.contains("--> more/broken.json:1"));
    let second = place.run(&["build", "input", "more"]);
    assert!(second.2.contains("graph is up to date: 4 files, nothing changed."), "{}", second.2);
    let errors = |said: &str| said.lines().filter(|line| line.contains("broken.json")).count();
    assert_eq!((second.0, errors(&second.2)), (1, errors(&first.2)));
    let commands: [&[&str]; 5] = [
        &["annotate", "input"],
        &["parse", "input"],
        &["rules", "cover", "input"],
        &["rules", "diff", "builtin", "builtin", "input"],
        &["rules", "test", "input", "--gold", "gold.jsonl"],
    ];
    place.write("gold.jsonl", "");
    for args in commands {
        let (code, _, said) = place.run(args);
        assert!(code == 1 && said.contains("--> input/broken.json:1"), "{args:?}: {code} {said}");
    }
    // Of a broken list the place where it breaks is told, and not each of its lines.
    place.write("input/broken.json", "[\n  {\n    \"text\": \"France praised Chad.\"\n    \"id\": \"x\"\n  }\n]\n");
    let (_, _, said) = place.run(&["annotate", "input"]);
    assert!(said.contains("--> input/broken.json:4:5") && said.matches("bad-json").count() == 1, "{said}");
    std::fs::remove_file(place.path("input/broken.json")).expect("removed");
    assert_eq!(place.run(&["build", "input"]).0, 0);
}

#[test]
fn mistakes_in_a_manifest_are_told() {
    let place = Place::new(&DOCUMENTS);
    place.write("input/manifest.toml", "[a]\ndate = \"2020-06-29\"\n[aa]\npublisher = \"Herald\"\n");
    let said = place.build();
    let words = "no document of this folder is called \"aa\"; there are a, b\n  --> input/manifest.toml";
    assert!(said.contains(words), "{said}");
    assert_eq!(place.run(&["annotate", "input/a.txt"]).2, "");
    place.write("input/manifest.toml", "[\"a\"\ndate = 2020-13-01\n[c]\ntitel = \"x\"\n");
    let (code, _, said) = place.run(&["build", "input"]);
    assert!(code == 1 && said.contains("--> input/manifest.toml:1:5"), "{said}");
    assert_eq!(said.matches("manifest.toml").count(), 1, "{said}");
}

#[test]
fn files_of_one_name_in_two_folders_are_told_apart() {
    let place = place();
    std::fs::create_dir(place.path("more")).expect("a folder");
    place.write("more/a.txt", "Germany praised France.");
    assert_eq!(place.run(&["build", "input", "more"]).0, 0);
    place.write("input/a.txt", "France accused Germany of piracy.");
    let (_, _, said) = place.run(&["build", "input", "more"]);
    assert!(said.contains("3 documents (1 read, 2 unchanged)"), "{said}");
}

#[test]
fn a_folder_without_documents_is_told() {
    let place = Place::new(&[]);
    let commands: [&[&str]; 5] = [
        &["build", "input"],
        &["build", "input"],
        &["annotate", "input"],
        &["parse", "input"],
        &["rules", "cover", "input"],
    ];
    for args in commands {
        let (code, _, said) = place.run(args);
        assert!(code == 1 && said.contains("there is no document to read\n  --> input\n"), "{args:?}: {said}");
        assert!(said.contains(".txt, .md, .html, .json or .jsonl"), "{said}");
        assert!(!said.contains("Next:") && !said.contains("Written to"), "{said}");
    }
    assert!(!place.path("graph").exists(), "a graph of nothing");
    place.write("input/a.txt", DOCUMENTS[0].1);
    place.build();
    std::fs::remove_file(place.path("input/a.txt")).expect("removed");
    let (code, _, said) = place.run(&["build", "input"]);
    assert!(code == 1 && said.contains("No document was found: graph was emptied."), "{said}");
    assert!(!place.read("graph/graph.nq").contains("piracy"));
}

#[test]
fn files_about_the_documents_are_named_as_not_read() {
    let place = Place::new(&DOCUMENTS);
    place.write("input/SOURCE.md", "Germany accused Chad of piracy.");
    let said = place.build();
    assert!(said.contains("2 documents (2 read, 0 unchanged)"), "{said}");
    assert!(said.contains("Not read, since they tell about the documents: input/SOURCE.md (give a file"), "{said}");
    let (_, _, said) = place.run(&["build", "input", "input/SOURCE.md"]);
    assert!(said.contains("3 documents (1 read, 2 unchanged)"), "{said}");
}

#[test]
fn mistakes_in_a_query_say_what_to_write() {
    let place = place();
    are_refused(
        &place,
        &[
            (&["query", "-e", " "], "the query is empty; write one such as SELECT"),
            (
                &["query", "-e", "SELECT ?x\n{ ?x foo:bar ?y }"],
                "at line 2, column 6: the prefix foo: is not known; begin the query with PREFIX foo: <",
            ),
            (
                &["query", "-e", "# who\n SELEC ?x { ?x a cg:Claim }"],
                "at line 2, column 2: a query does not begin with \"SELEC\"; did you mean SELECT?",
            ),
            (&["query", "-e", "SELECT ?x { ?x a cg:Claim\n"], "the query ends before its last }; expected one of"),
            (&["query", "-e", "ASK { ?x rdfs:label \"Chad }"], "a text is not closed: expected a quotation mark"),
        ],
    );
    let (code, shown, said) = place.run(&["query", "-e", "SELECT ?claim ?other { ?claim a cg:Claim }"]);
    assert!(code == 0 && shown.contains(" claim ") && shown.contains(" other"), "{shown}");
    assert_eq!(said, "No answer has a value for ?other.\n");
    let (code, _, said) =
        place.run(&["query", "-e", "SELECT * { ?a cg:acuses ?b ; a cg:Claim ; rdfs:lable \"cg:x\" }"]);
    assert_eq!((code, said.as_str()), (0, "warning: the vocabulary has no cg:acuses; did you mean accuses?\n"));
    place.write(
        "own.rq",
        "# question: Who?\nPREFIX own: <https://w3id.org/claimgraph/ns#>\nSELECT * { ?a own:Clam ?b }",
    );
    let (code, _, said) = place.run(&["ask", "own.rq"]);
    assert!(code == 0 && said.contains("the vocabulary has no cg:Clam; did you mean Claim"), "{said}");
    let (code, shown, said) = place.run(&["query", "-e", "SELECT * {}"]);
    assert!(code == 0 && shown.is_empty() && said.contains("1 answer without a column"), "{shown}{said}");
}

#[test]
fn names_that_are_not_known_say_what_was_meant() {
    let place = place();
    let unknown = "no entity is called \"Farnce\"; did you mean France?";
    are_refused(
        &place,
        &[
            (&["explain", "Farnce"], unknown),
            (&["dossier", "Farnce"], unknown),
            (&["ask", "about", "--about", "Farnce"], unknown),
            (&["export", "--format", "gexf", "--around", "Farnce"], unknown),
            (&["export", "--format", "gexf", "--class", "Persn"], "no class \"Persn\"; did you mean Person?"),
            (&["export", "--format", "gexf", "--predicate", "acuses"], "\"acuses\"; did you mean accuses?"),
            (&["export", "--format", "gexf", "--stance", "x"], "no stance \"x\"; there are asserted, reported"),
            (&["export", "--format", "gexf", "--document", "c"], "no document \"c\"; there are a, b"),
            (&["dossier", "--document", "c"], "no document \"c\"; there are a, b"),
            (&["ask", "identifiers", "--class", "Persn"], "no \"Persn\"; did you mean Person?"),
            (&["ask", "acusations"], "no question \"acusations\"; did you mean accusations?"),
            (&["why-not", "acuse.of", "x"], "no rule has the id \"acuse.of\"; did you mean accuse.of?"),
            (&["explain", "a#c9"], "no claim c9 in document a, which has 1 claim;"),
            (&["explain", "c#c1"], "no document \"c\"; there are a, b"),
            (&["explain", "claim/0123456789abcdef"], "no claim \"claim/0123456789abcdef\""),
            (&["explain", "input/a.txt"], "is a document; `claimgraph dossier --document a`"),
            (&["import", "--remove", "--graph", "https://x.example/"], "nothing was imported into https://x.example/"),
            (&["link", "nowhere.nt"], "there is no file nowhere.nt"),
            (&["build", "input", "--max-size", "0"], "give a whole number of megabytes from 1 on"),
            (&["rules", "new", "Merger of"], "is no id for a rule; write words of small letters"),
            (&["rules", "new", "accuse.of"], "is taken by a rule at rules/20-accuse.toml:"),
        ],
    );
    let (code, _, said) = place.run(&["export", "--format", "csv-claims", "--since", "2300"]);
    assert!(code == 0 && said.starts_with("Nothing in this graph fits the filters"), "{said}");
}

#[test]
fn marks_and_columns_stand_below_each_other_where_letters_are_wide() {
    let place = Place::new(&[("a.txt", "In 東京, France accused Belarus of piracy.")]);
    let column = |line: &str, word: &str| line[..line.find(word).unwrap_or_else(|| panic!("{word} in {line}"))].width();
    place.build();
    let (_, shown, said) = place.run(&["explain", "a#c1"]);
    let lines: Vec<&str> = shown.lines().skip_while(|line| !line.contains("In 東京")).collect();
    assert!(lines.len() > 1, "{shown}{said}");
    assert_eq!(column(lines[0], "accused"), column(lines[1], "^^^"), "{shown}");
    let (_, shown, _) = place.run(&["why-not", "accuse.of", "The 東京新聞 accused Belarus of piracy."]);
    let tags = |number: &str| shown.lines().find(|line| line.trim_start().starts_with(number)).expect("a row");
    assert_eq!(column(tags("2  "), "NOUN"), column(tags("3  "), "VERB"), "{shown}");
}

/// "Norway called on Chad" in Norway's own words: whoever performs a claim in a quotation is the one who says it.
#[test]
fn the_voice_of_a_quoted_call_is_named() {
    let place = Place::new(&[("a.txt", "“We call on Chad to free Jane Doe,” Norway said.")]);
    place.build();
    let (_, shown, said) = place.run(&["explain", "a#c1"]);
    assert!(shown.contains("callsOn") && shown.contains("said by Norway)"), "{shown}{said}");
    let (_, shown, said) = place.run(&["dossier", "Norway"]);
    assert!(shown.contains("Norway, as a reports"), "{shown}{said}");
}

#[test]
fn files_that_are_written_are_named() {
    let place = place();
    let commands: [(&[&str], &str); 3] = [
        (&["export", "-o", "x.gexf"], "x.gexf"),
        (&["dossier", "France", "-o", "x.md"], "x.md"),
        (&["annotate", "input", "-o", "x.jsonl"], "x.jsonl"),
    ];
    for (args, name) in commands {
        assert_eq!(place.run(args), (0, String::new(), format!("Written to {name}.\n")));
    }
    are_refused(&place, &[(&["dossier", "France", "-o", "x.pdf"], "give a file that ends in .md or .html")]);
    assert!(!place.path("x.pdf").exists());
}

#[test]
fn what_to_type_next_stands_in_columns() {
    let place = Place::new(&DOCUMENTS[..1]);
    let said = place.build();
    assert!(said.contains("1 document (1 read, 0 unchanged)\n2 entities, 1 claim, "), "{said}");
    let next: Vec<&str> = said.lines().skip_while(|line| !line.starts_with("Next:")).collect();
    let starts: Vec<usize> = next.iter().filter_map(|line| line.rfind("  ")).collect();
    assert!(next.len() == 3 && starts.iter().all(|start| *start == starts[0]), "{next:?}");
}

#[test]
fn mistakes_in_an_ontology_name_their_folder() {
    let place = Place::new(&[]);
    std::fs::create_dir_all(place.path("pack/rules")).expect("a folder");
    place.write("pack/rules/x.toml", "[[frame]]\nid = \"x\"\n");
    let (code, _, said) = place.run(&["rules", "check", "--ontology", "builtin,pack"]);
    assert!(code == 1 && said.contains("--> pack/rules/x.toml:2"), "{said}");
}

#[test]
fn verify_speaks_of_documents_and_not_of_laws() {
    let place = place();
    place.write("input/a.txt", "France accused Germany of piracy.");
    std::fs::remove_file(place.path("input/b.txt")).expect("removed");
    let (code, found, said) = place.run(&["verify"]);
    assert!(code == 1 && !found.contains("law"), "{found}");
    assert!(found.contains("out of date: a: the file has changed since the graph was built; build again"), "{found}");
    assert!(found.contains("out of date: b: its file b.txt is not there") && said.contains("2 findings."), "{found}");
}

#[test]
fn help_fits_a_terminal_of_eighty_columns_and_the_manual_has_it_all() {
    let mut commands = vec![claimgraph::cli::args::Cli::command()];
    let manual = String::from_utf8(super::run(&["man"]).stdout).expect("UTF-8");
    while let Some(command) = commands.pop() {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        for line in help.lines() {
            assert!(line.chars().count() <= 78, "{}: {line}", command.get_name());
        }
        let about = command.get_about().map(ToString::to_string).unwrap_or_default().replace('-', "\\-");
        assert!(manual.contains(&about), "the manual lacks {}", command.get_name());
        commands.extend(command.get_subcommands().cloned());
    }
}

#[test]
fn the_we_of_a_statement_is_who_publishes_it() {
    let text = "Oxfam on the raid in Mali\n\nWe condemn the raid. \u{201c}We were late,\u{201d} Jane Doe said.";
    let place = Place::new(&[("a.txt", text)]);
    let claims = || {
        place.build();
        let (code, shown, said) = place.run(&["export", "--format", "csv-claims"]);
        assert_eq!(code, 0, "{said}");
        shown
    };
    assert!(!claims().contains("condemns"));
    place.write("input/manifest.toml", "[a]\npublisher = \"Oxfam\"\n");
    let shown = claims();
    let condemns: Vec<&str> = shown.lines().filter(|line| line.contains("condemns")).collect();
    assert!(matches!(condemns[..], [line] if line.contains("Oxfam")), "{shown}");
    let (code, _, said) = place.run(&["verify"]);
    assert_eq!(code, 0, "{said}");
}
