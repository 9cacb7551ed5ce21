//! Law 2 in GraphML and GEXF: labels, stance columns, counts, colours and line styles, in every view and profile.

use std::collections::BTreeMap;

use claimgraph::graph::export::{Drawing, drawing, gexf, graphml};
use claimgraph::graph::looks;
use claimgraph::graph::view::View;

use super::generated::{PREDICATES, Truth};
use super::read::{Element, graph};

const VIEWS: [View; 4] = [View::Entities, View::Claims, View::Documents, View::CoMention];
const PROFILES: [graphml::Profile; 3] = [graphml::Profile::Gephi, graphml::Profile::Yed, graphml::Profile::Cytoscape];

#[test]
fn no_drawing_shows_more_than_is_asserted() {
    super::over(4, |records, truth| {
        for corpus in super::parts(records) {
            for view in VIEWS {
                let drawing = drawing(&corpus, Drawing { view, layout: false, ..Drawing::default() }, |_, _| ());
                let mut bytes = Vec::new();
                gexf::write_drawing(&drawing, &mut bytes).expect("written to memory");
                check(&graph(&bytes), view, truth, "gexf");
                for profile in PROFILES {
                    let mut bytes = Vec::new();
                    graphml::write_drawing(&drawing, profile, &mut bytes).expect("written to memory");
                    check(&graph(&bytes), view, truth, &format!("graphml {profile:?}"));
                }
            }
        }
    });
}

fn check(elements: &[Element], view: View, truth: &Truth, format: &str) {
    let key = |node: &Element| if node.get("key").is_empty() { node.get("@id") } else { node.get("key") }.to_string();
    let nodes = elements.iter().filter(|element| element.kind == "node");
    let keys: BTreeMap<&str, String> = nodes.clone().map(|node| (node.get("@id"), key(node))).collect();
    for node in nodes {
        let label = if node.get("label").is_empty() { node.get("@label") } else { node.get("label") };
        if node.get("class") == "Claim" {
            fits(label, truth.stances[node.get("sentence")], &format!("{format} {view:?} {node:?}"));
        } else {
            assert!(!PREDICATES.iter().any(|predicate| label.contains(predicate)), "{format} {node:?}");
        }
    }
    for edge in elements.iter().filter(|element| element.kind == "edge") {
        let at = format!("{format} {view:?} {edge:?}");
        let label = if edge.get("label").is_empty() { edge.get("@label") } else { edge.get("label") };
        match view {
            View::Entities => {
                let [from, to] = ["@source", "@target"].map(|end| keys[edge.get(end)].clone());
                let triple = (from, edge.get("predicate").to_string(), to);
                relation(edge, label, truth.asserted.contains(&triple), truth.is_plain(&triple), &at);
            }
            View::Claims => {
                let stance = truth.stances[edge.get("sample")];
                let label = label.split_once(" of ").expect("a role").1;
                fits(label, stance, &at);
                assert!(edge.get("stance") == stance || edge.get("stance") == "contested", "{at}");
            }
            View::Documents => assert_eq!((label, edge.get("stance")), ("mentions", ""), "{at}"),
            View::CoMention => assert_eq!((label, edge.get("stance")), ("named near", ""), "{at}"),
        }
    }
}

/// A label that names the stance, unless it is asserted.
fn fits(label: &str, stance: &str, at: &str) {
    assert!(label.contains(&format!("({stance}")) || stance == "asserted" && !label.contains('('), "{at}");
}

/// An edge between two things: `asserted` where a document asserts it, `plain` where nobody contests it either.
fn relation(edge: &Element, label: &str, asserted: bool, plain: bool, at: &str) {
    assert!(label != edge.get("predicate") || plain, "{at}: a plain label");
    assert!(edge.get("stance") != "asserted" || plain, "{at}: a plain stance");
    assert!(matches!(edge.get("asserted"), "" | "0") || asserted, "{at}: a count");
    let blue = looks::stance("asserted");
    let [r, g, b] = blue.map(|part| part.to_string());
    let colour =
        [edge.get("r"), edge.get("g"), edge.get("b")] == [&*r, &*g, &*b] || edge.get("colour") == looks::hex(blue);
    assert!(!colour || plain, "{at}: a plain colour");
    assert!(edge.get("line") != "line" || plain, "{at}: a full line");
    for name in ["name", "interaction"] {
        assert!(edge.get(name) != edge.get("predicate") || plain, "{at}: a plain {name}");
    }
}
