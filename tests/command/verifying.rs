//! `verify` takes the ontology that the graph was built with, and says what to do where it is not there.

use super::Place;

fn place() -> Place {
    let place = Place::new(&[("a.txt", "The Zorblax Institute accused Belarus of piracy. Germany praised the ZI.")]);
    for folder in ["pack", "pack/gazetteer"] {
        std::fs::create_dir(place.path(folder)).expect("a folder");
    }
    let rows = "id,name,aliases,country,wikidata,source\nzorblax,Institute of Zorblax,Zorblax Institute|ZI,,,curated\n";
    place.write("pack/gazetteer/universities.csv", rows);
    place
}

#[test]
fn the_recorded_ontology_is_used() {
    let place = place();
    let (code, _, said) = place.run(&["build", "input", "--ontology", "builtin,pack"]);
    assert_eq!(code, 0, "{said}");
    assert!(place.read("graph/graph.nq").contains("\"Institute of Zorblax\""));
    let (code, found, said) = place.run(&["verify"]);
    assert_eq!((code, found.as_str()), (0, ""), "{said}");
    std::fs::rename(place.path("pack"), place.path("moved")).expect("renamed");
    let (code, _, said) = place.run(&["verify"]);
    assert!(code == 2 && said.contains("--ontology builtin,pack"), "{said}");
    let (code, found, said) = place.run(&["verify", "--ontology", "builtin,moved"]);
    assert_eq!((code, found.as_str()), (0, ""), "{said}");
}

#[test]
fn another_ontology_is_one_message_and_no_finding() {
    let place = place();
    place.run(&["build", "input", "--ontology", "builtin,pack"]);
    let (code, found, said) = place.run(&["verify", "--ontology", "builtin"]);
    assert_eq!((code, found.as_str()), (2, ""));
    assert!(said.contains("build again, or give the folders"), "{said}");
    place.write("pack/gazetteer/universities.csv", "id,name,aliases,country,wikidata,source\n");
    let (code, found, said) = place.run(&["verify"]);
    assert!(code == 2 && found.is_empty() && said.lines().count() == 1, "{said}");
}
