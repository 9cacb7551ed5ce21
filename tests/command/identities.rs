//! What people decide about identity, from the spreadsheet's row to the graph and back.

use super::Place;

const HEADER: &str = "decision,key,other,reason\n";

fn place() -> Place {
    Place::new(&[
        ("a.txt", "Adrian Brandt met with Sarah Okafor in Paris. Brandt praised France."),
        ("b.txt", "Andrian Brandt met with Tom Lund in Paris."),
        ("c.txt", "Sarah Okafor met with Tom Lund in Paris."),
    ])
}

#[test]
fn the_same_become_one_and_the_reason_is_told() {
    let place = place();
    place.build();
    assert!(place.read("graph/graph.nq").contains("/person/andrian-brandt>"));
    place.write(
        "input/identities.csv",
        &format!("{HEADER}same,person/adrian-brandt,person/andrian-brandt,a misspelling\n"),
    );
    let said = place.build();
    assert!(said.contains("(0 read, 3 unchanged)"), "{said}");
    place.is_as_built_anew();
    let graph = place.read("graph/graph.nq");
    assert!(!graph.contains("/person/andrian-brandt>"));
    assert!(graph.contains("/person/adrian-brandt> <http://www.w3.org/2004/02/skos/core#altLabel> \"Andrian Brandt\""));
    assert!(graph.contains("/person/adrian-brandt> <http://www.w3.org/2000/01/rdf-schema#label> \"Adrian Brandt\""));
    for asked in ["Adrian Brandt", "Andrian Brandt", "person/andrian-brandt"] {
        let (code, told, said) = place.run(&["explain", asked]);
        assert_eq!(code, 0, "{said}");
        assert!(told.contains("person/andrian-brandt: a misspelling (input/identities.csv:2)"), "{told}");
        assert!(told.contains("also      Andrian Brandt"), "{told}");
    }
    assert_eq!(place.run(&["verify"]).0, 0, "{:?}", place.run(&["verify"]));
    assert!(place.build().contains("up to date"));
    std::fs::remove_file(place.path("input/identities.csv")).expect("removed");
    let (code, found, _) = place.run(&["verify"]);
    assert!(code == 1 && found.contains("out of date: identities.csv, links.csv"), "{found}");
    place.build();
    place.is_as_built_anew();
    assert!(place.read("graph/graph.nq").contains("/person/andrian-brandt>"));
}

#[test]
fn two_of_one_document_become_one() {
    let place = place();
    place.write("input/identities.csv", &format!("{HEADER}same,person/sarah-okafor,person/adrian-brandt,a pen name\n"));
    place.build();
    place.is_as_built_anew();
    let graph = place.read("graph/graph.nq");
    assert!(!graph.contains("/person/adrian-brandt>"));
    assert!(graph.contains("/person/sarah-okafor> <https://w3id.org/claimgraph/ns#mentionedIn>"));
    let (_, told, _) = place.run(&["explain", "Sarah Okafor"]);
    assert!(told.contains("Sarah Okafor praises France") && told.contains("Named: 4 places"), "{told}");
    assert_eq!(place.run(&["verify"]).0, 0);
    let (code, drawn, _) = place.run(&["export", "--format", "csv-entities"]);
    assert!(code == 0 && !drawn.contains("person/adrian-brandt"), "{drawn}");
}

#[test]
fn different_ones_of_one_name_are_kept_apart() {
    let place = place();
    place.write(
        "input/identities.csv",
        &format!("{HEADER}different,person/tom-lund,person/tom-lund@c,born in other years\n"),
    );
    place.build();
    place.is_as_built_anew();
    let graph = place.read("graph/graph.nq");
    let named = "<https://w3id.org/claimgraph/ns#mentionedIn> <https://claimgraph.example/document/";
    assert!(graph.contains(&format!("/person/tom-lund> {named}b>")));
    assert!(graph.contains(&format!("/person/c-tom-lund> {named}c>")));
    assert!(!graph.contains(&format!("/person/tom-lund> {named}c>")));
    let (_, told, _) = place.run(&["explain", "person/c-tom-lund"]);
    assert!(told.contains("person/tom-lund is not person/tom-lund@c: born in other years"), "{told}");
    assert_eq!(place.run(&["verify"]).0, 0);
}

#[test]
fn links_stand_in_the_graph_of_links() {
    let place = place();
    let rows = "link,person/tom-lund,https://example.org/lund,his page\nlink,person/sarah-okafor,Q42,her page\n";
    place.write("input/links.csv", &format!("{HEADER}{rows}"));
    place.build();
    place.is_as_built_anew();
    let graph = place.read("graph/graph.nq");
    let link = "<http://www.w3.org/2004/02/skos/core#exactMatch>";
    let links = "<https://claimgraph.example/graph/links>";
    assert!(graph.contains(&format!("/person/tom-lund> {link} <https://example.org/lund> {links}")));
    assert!(graph.contains(&format!("/person/sarah-okafor> {link} <http://www.wikidata.org/entity/Q42> {links}")));
    assert!(graph.contains("dataset/links/example.org> <http://rdfs.org/ns/void#triples> \"1\""));
    let (_, told, _) = place.run(&["explain", "Sarah Okafor"]);
    assert!(told.contains("wikidata.org/wiki/Q42") && told.contains("her page (input/links.csv:3)"), "{told}");
}

#[test]
fn bad_rows_are_all_named_and_the_others_obeyed() {
    let place = place();
    let rows = "same,person/adrian-brandt,person/andrian-brandt,a misspelling\nsmae,person/a,person/b,x\n\
                link,person/tom-lund,lund,x\nsame,person/nobody,person/no-one,x\nsame,person/tom-lund,person/x-y,\n";
    place.write("input/identities.csv", &format!("{HEADER}{rows}"));
    let (code, _, said) = place.run(&["build", "input"]);
    assert_eq!(code, 1, "{said}");
    for place in ["ledger-decision", "identities.csv:3:1", "ledger-iri", "identities.csv:4:22", "identities.csv:6:33"] {
        assert!(said.contains(place), "{place} is not in\n{said}");
    }
    assert!(said.contains("no document names person/no-one\n  --> input/identities.csv:5"), "{said}");
    assert!(!place.read("graph/graph.nq").contains("/person/andrian-brandt>"));
}
