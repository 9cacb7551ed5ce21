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
