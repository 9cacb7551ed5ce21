//! Open data beside the graph: every format, replaced when imported again, whole or not at all.

use super::Place;

const ISLAND: &str = "https://data.example/island";

fn place() -> Place {
    let place = Place::new(&[("a.txt", "France accused Belarus of piracy.")]);
    place.build();
    place
}

/// What the query answers, as lines without the header.
fn asked(place: &Place, query: &str) -> Vec<String> {
    let (code, answer, said) = place.run(&["query", "-e", query, "--format", "tsv"]);
    assert_eq!(code, 0, "{said}");
    answer.lines().skip(1).map(str::to_string).collect()
}

fn island(place: &Place) -> Vec<String> {
    asked(place, &format!("SELECT ?l {{ GRAPH <https://data.example/> {{ <{ISLAND}> rdfs:label ?l }} }} ORDER BY ?l"))
}

#[test]
fn formats_are_loaded_into_a_graph_and_replaced() {
    let place = place();
    let files = [
        (
            "a.ttl",
            format!(
                "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<{ISLAND}> rdfs:label \"One\" ; rdfs:seeAlso [ rdfs:label \"x\" ] .\n"
            ),
            "One",
        ),
        ("b.nt", format!("<{ISLAND}> <http://www.w3.org/2000/01/rdf-schema#label> \"Two\" .\n"), "Two"),
        (
            "c.rdf",
            format!(
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:rdfs=\"http://www.w3.org/2000/01/rdf-schema#\">\n<rdf:Description rdf:about=\"{ISLAND}\"><rdfs:label>Three</rdfs:label></rdf:Description></rdf:RDF>\n"
            ),
            "Three",
        ),
    ];
    for (name, text, label) in &files {
        place.write(name, text);
        let (code, _, said) = place.run(&["import", name, "--graph", "https://data.example/"]);
        assert_eq!(code, 0, "{said}");
        assert_eq!(island(&place), [format!("\"{label}\"")]);
    }
    let (_, _, said) = place.run(&["import", "a.ttl", "b.nt", "--graph", "https://data.example/"]);
    assert!(said.contains("4 triples"), "{said}");
    let first = place.read("graph/imports.nq");
    place.run(&["import", "a.ttl", "b.nt", "--graph", "https://data.example/"]);
    assert_eq!(place.read("graph/imports.nq"), first, "the same files give the same bytes");
    place.run(&["import", "c.rdf"]);
    assert_eq!(asked(&place, "SELECT DISTINCT ?g { GRAPH ?g { ?s rdfs:label \"Three\" } }").len(), 1);
    place.run(&["import", "--remove", "--graph", "https://data.example/"]);
    assert_eq!(island(&place), [""; 0]);
    assert_eq!(place.run(&["verify"]).0, 0);
    place.write("input/b.txt", "Germany praised France.");
    place.build();
    assert!(place.read("graph/imports.nq").contains("Three"), "a build took an import away");
}

#[test]
fn a_broken_file_is_named_by_line_and_changes_nothing() {
    let place = place();
    place.write("good.nt", &format!("<{ISLAND}> <http://www.w3.org/2000/01/rdf-schema#label> \"One\" .\n"));
    place.run(&["import", "good.nt", "--graph", "https://data.example/"]);
    let before = place.read("graph/imports.nq");
    place.write(
        "broken.nt",
        &format!("<{ISLAND}> <http://www.w3.org/2000/01/rdf-schema#label> \"Two\" .\n<{ISLAND}> \"no\" .\n"),
    );
    let (code, _, said) = place.run(&["import", "good.nt", "broken.nt", "--graph", "https://data.example/"]);
    assert!(code == 2 && said.contains("broken.nt:2:"), "{said}");
    let (code, _, said) = place.run(&["import", "good.nt", "--graph", "not an IRI"]);
    assert!(code == 2 && said.contains("not an IRI"), "{said}");
    assert!(place.run(&["import", "good.nt", "--graph", "https://claimgraph.example/mine"]).0 == 2);
    assert_eq!(place.read("graph/imports.nq"), before);
    assert_eq!(island(&place), ["\"One\""]);
}

#[test]
fn a_triple_of_ours_is_not_imported_again() {
    let place = place();
    let line =
        place.read("graph/graph.nq").lines().find(|line| line.contains("\"France\"")).expect("a label").to_string();
    let ours = line.rsplitn(3, ' ').nth(2).expect("a quad").to_string() + " .\n";
    place.write("ours.nt", &format!("{ours}<{ISLAND}> <http://www.w3.org/2000/01/rdf-schema#label> \"One\" .\n"));
    let (_, _, said) = place.run(&["import", "ours.nt", "--graph", "https://data.example/"]);
    assert!(said.contains("1 triple in https://data.example/; 1 left out"), "{said}");
    let (_, _, said) = place.run(&["import", "ours.nt", "--graph", "https://other.example/"]);
    assert!(said.contains("0 triples in https://other.example/; 2 left out"), "{said}");
    assert_eq!(asked(&place, "SELECT ?g { GRAPH ?g { ?s rdfs:label \"France\" } }").len(), 1);
    assert_eq!(place.run(&["verify"]).0, 0);
}

/// The file is renamed into its place: who had the old one open reads it to its end, and nothing half-written is seen.
#[test]
fn imports_are_replaced_whole() {
    let place = place();
    place.write("good.nt", &format!("<{ISLAND}> <http://www.w3.org/2000/01/rdf-schema#label> \"One\" .\n"));
    place.run(&["import", "good.nt", "--graph", "https://data.example/"]);
    let before = place.read("graph/imports.nq");
    std::fs::hard_link(place.path("graph/imports.nq"), place.path("old.nq")).expect("a second name");
    place.write("graph/.tmpkilled", "half a li");
    place.write("good.nt", &format!("<{ISLAND}> <http://www.w3.org/2000/01/rdf-schema#label> \"Two\" .\n"));
    place.run(&["import", "good.nt", "--graph", "https://data.example/"]);
    assert_eq!(place.read("old.nq"), before, "the old file was written into");
    assert_eq!(island(&place), ["\"Two\""]);
    let left = std::fs::read_dir(place.path("graph")).expect("a folder").flatten();
    let left: Vec<_> = left.filter(|entry| entry.file_name().to_string_lossy().starts_with(".tmp")).collect();
    assert_eq!(left.len(), 1, "a temporary file was left behind");
}
