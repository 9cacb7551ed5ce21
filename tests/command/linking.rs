//! Links to open data: proposed by `link`, accepted by a person's row, put into the graph by `build`.

use super::Place;

/// Two bodies of one name, one that is alone, a person, a place of a body's name, a body with a Wikidata id.
const DATA: &str = r#"<https://ror.org/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#FormalOrganization> .
<https://ror.org/1> <http://www.w3.org/2000/01/rdf-schema#label> "Harbour Watch Foundation" .
<https://ror.org/1> <http://www.w3.org/2004/02/skos/core#altLabel> "HWF" .
<https://ror.org/2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#FormalOrganization> .
<https://ror.org/2> <http://www.w3.org/2000/01/rdf-schema#label> "Coastal Institute" .
<https://ror.org/3> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#FormalOrganization> .
<https://ror.org/3> <http://www.w3.org/2004/02/skos/core#altLabel> "The Coastal Institute" .
<https://ror.org/4> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person> .
<https://ror.org/4> <http://www.w3.org/2000/01/rdf-schema#label> "Brandt" .
<https://ror.org/5> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Place> .
<https://ror.org/5> <http://www.w3.org/2000/01/rdf-schema#label> "Harbour Watch Foundation" .
<https://ror.org/6> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#FormalOrganization> .
<https://ror.org/6> <http://www.w3.org/2000/01/rdf-schema#label> "HRW worldwide" .
<https://ror.org/6> <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q187052> .
<https://ror.org/7> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#FormalOrganization> .
<https://ror.org/7> <http://www.w3.org/2000/01/rdf-schema#label> "Harbour Watch Fondation" .
"#;

fn place() -> Place {
    let place = Place::new(&[(
        "a.txt",
        "The Harbour Watch Foundation accused the Coastal Institute of fraud. Adrian Brandt praised Human Rights Watch. \
         Brandt met with Sarah Okafor.",
    )]);
    place.build();
    place.write("ror.nt", DATA);
    place
}

#[test]
fn only_what_fits_alone_is_proposed_and_only_rows_link() {
    let place = place();
    let (code, table, said) = place.run(&["link", "ror.nt", "-o", "input/links.csv"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("2 links found; 1 entity is ambiguous."), "{said}\n{table}");
    for words in ["https://ror.org/1 ", "same Wikidata id Q187052", "not linked, 2 fit", "https://ror.org/3 "] {
        assert!(table.contains(words), "{words} is not in\n{table}");
    }
    assert!(["/4 ", "/5 ", "/7 "].iter().all(|id| !table.contains(&format!("https://ror.org{id}"))), "{table}");
    let rows = place.read("input/links.csv");
    assert_eq!(rows.lines().count(), 3, "{rows}");
    assert!(!place.read("graph/graph.nq").contains("https://ror.org/1"), "linked without the build");
    place.build();
    place.is_as_built_anew();
    let links = "exactMatch> <https://ror.org/1> <https://claimgraph.example/graph/links>";
    assert!(place.read("graph/graph.nq").contains(links));
    let (_, told, _) = place.run(&["explain", "Harbour Watch Foundation"]);
    assert!(told.contains("there: Harbour Watch Foundation (ror.nt) (input/links.csv:2)"), "{told}");
    let (_, _, said) = place.run(&["link", "ror.nt", "-o", "input/links.csv"]);
    assert!(said.contains("0 links found"), "{said}");
    assert_eq!(place.read("input/links.csv"), rows, "a person's file was changed");
    assert_eq!(place.run(&["verify"]).0, 0);
    place.run(&["import", "ror.nt", "--graph", "https://ror.org/"]);
    let (_, found, _) = place.run(&["ask", "ror", "--format", "csv"]);
    assert!(found.contains("Harbour Watch Foundation,https://ror.org/1"), "{found}");
    assert!(found.contains("Human Rights Watch,https://ror.org/6") && found.lines().count() == 3, "{found}");
    let (_, found, _) = place.run(&["ask", "identifiers", "--format", "csv"]);
    assert!(found.contains("https://ror.org/6") && found.contains("wd:Q187052"), "{found}");
}

#[test]
fn a_refused_link_is_not_proposed_again() {
    let place = place();
    let row = "different,organisation/harbour-watch-foundation,https://ror.org/1,it is the one in Vik\n";
    place.write("input/links.csv", &format!("decision,key,other,reason\n{row}"));
    place.build();
    let (_, table, _) = place.run(&["link", "ror.nt", "-o", "input/links.csv"]);
    assert!(!table.contains("https://ror.org/1 "), "{table}");
    let rows = place.read("input/links.csv");
    assert!(rows.contains(row) && rows.lines().count() == 3, "{rows}");
}

#[test]
fn tables_and_lines_are_open_data_too() {
    let place = place();
    place.write("people.csv", "name,id,class\nSarah Okafor,https://example.org/so,Person\nAdrian Brandt,lund,Person\n");
    let (code, table, said) = place.run(&["link", "people.csv"]);
    assert!(code == 0 && table.contains("https://example.org/so"), "{table}{said}");
    assert!(said.contains("people.csv:3"), "{said}");
    place.write("people.csv", "name,id\nSarah Okafor,https://example.org/so\n");
    let (_, table, said) = place.run(&["link", "people.csv"]);
    assert!(table.is_empty() && said.contains("--class"), "{table}{said}");
    assert!(place.run(&["link", "people.csv", "--class", "person"]).1.contains("https://example.org/so"));
    // An entity with a Wikidata id is known by its name to a table without such ids, and to none that gives another.
    place.write("bodies.csv", "name,id,class\nHuman Rights Watch,https://example.org/hrw,NGO\n");
    let (_, table, said) = place.run(&["link", "bodies.csv"]);
    assert!(table.contains("https://example.org/hrw") && table.contains("same name"), "{table}{said}");
    place.write("bodies.csv", "name,id,class,wikidata\nHuman Rights Watch,https://example.org/hrw,NGO,Q1\n");
    assert_eq!(place.run(&["link", "bodies.csv"]).1, "");
    let entity =
        r#"{"id": "NK-x", "caption": "Adrian Brandt", "schema": "Person", "properties": {"alias": ["A. Brandt"]}}"#;
    place.write("people.jsonl", &format!("{entity}\nno object\n"));
    let (code, table, said) = place.run(&["link", "people.jsonl"]);
    assert!(code == 1 && table.contains("https://www.opensanctions.org/entities/NK-x/"), "{table}{said}");
    assert!(said.contains("people.jsonl:2"), "{said}");
    place
        .write("broken.ttl", "<https://x.example/1> <http://www.w3.org/2000/01/rdf-schema#label> \"A B\" .\n<broken\n");
    let (code, _, said) = place.run(&["link", "broken.ttl"]);
    assert!(code == 1 && said.contains("broken.ttl:2"), "{said}");
}
