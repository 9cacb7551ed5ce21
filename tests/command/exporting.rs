//! Exports: what an option is for, what a broken graph gives, and that nothing but data is printed.

use super::Place;

fn place() -> Place {
    let place =
        Place::new(&[("a.txt", "France accused Belarus of piracy."), ("b.txt", "Belarus denied the accusations.")]);
    place.build();
    place
}

#[test]
fn an_option_that_the_format_does_not_use_is_refused() {
    let place = place();
    let refused = [
        (
            &["--format", "turtle", "--profile", "yed"][..],
            "the profile yed needs one of these formats: graphml; give one with --format",
        ),
        (&["--format", "gexf", "--profile", "yed"], "the profile yed needs one of these formats: graphml"),
        (
            &["--format", "csv-claims", "--view", "claims"],
            "--view makes no difference to csv-claims; leave it out, or give --format graphml or --format gexf",
        ),
        (&["--format", "html", "--colour", "community"], "--colour"),
        (&["--format", "nquads", "--no-layout"], "--no-layout"),
    ];
    for (args, words) in refused {
        let (code, data, said) = place.run(&[&["export"], args].concat());
        assert!(code == 2 && data.is_empty() && said.contains(words), "{args:?}: {said}");
    }
    for args in [
        &["--format", "graphml", "--profile", "yed", "--view", "claims", "--colour", "community", "--no-layout"][..],
        &["--format", "gexf", "--view", "documents", "--colour", "community"],
        &["--format", "turtle", "--around", "France", "--stance", "asserted"],
    ] {
        let (code, data, said) = place.run(&[&["export"], args].concat());
        assert!(code == 0 && !data.is_empty() && said.is_empty(), "{args:?}: {said}");
    }
}

#[test]
fn a_part_of_one_document_shows_nothing_of_another() {
    let place = place();
    let formats: [&[&str]; 11] = [
        &["--format", "turtle"],
        &["--format", "nquads"],
        &["--format", "jsonld"],
        &["--profile", "rdf12"],
        &["--profile", "nanopub"],
        &["--profile", "nif"],
        &["--format", "ftm"],
        &["--format", "html"],
        &["--format", "csv-claims"],
        &["--format", "graphml", "--view", "documents"],
        &["--format", "gexf", "--view", "documents"],
    ];
    let of_other =
        ["example/document/b", "document:b ", "document:b\\", "document/b\"", "b.txt", "{\"id\":\"b\"", "denied the"];
    for args in formats {
        let written = |more: &[&str]| place.run(&[&["export"], args, more].concat()).1;
        let traces = |data: &str| of_other.into_iter().filter(|trace| data.contains(trace)).count();
        assert!(traces(&written(&[])) > 0, "{args:?}: the whole tells of both");
        let part = written(&["--document", "a"]);
        assert!(part.contains("France") && traces(&part) == 0, "{args:?}: {part}");
    }
    let (_, table, _) = place.run(&["export", "--format", "csv-entities", "--document", "a"]);
    let belarus = table.lines().find(|line| line.contains("Belarus")).expect("Belarus");
    let (_, whole, _) = place.run(&["export", "--format", "csv-entities"]);
    assert!(!whole.contains(belarus), "counts of the part are those of the whole: {belarus}");
}

#[test]
fn every_command_refuses_a_broken_record_by_its_line() {
    let place = place();
    let good = place.read("graph/annotations.jsonl");
    place.write("graph/annotations.jsonl", &good.replacen("{\"id\":\"b\"", "{\"id\":b", 1));
    let commands: [&[&str]; 4] =
        [&["export", "--format", "csv-claims"], &["dossier", "France"], &["explain", "France"], &["verify"]];
    for args in commands {
        let (code, data, said) = place.run(args);
        assert!(code == 2 && data.is_empty() && said.contains("annotations.jsonl:3"), "{args:?}: {said}");
    }
    place.build();
    assert!(place.read("graph/annotations.jsonl") == good, "the build did not mend the records");
    let (code, _, said) = place.run(&["export", "--format", "graphml", "-g", "nowhere"]);
    assert!(code == 2 && said.contains("no graph in nowhere"), "{said}");
}
