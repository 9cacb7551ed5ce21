//! GraphML, as Gephi, yEd and Cytoscape read it.
//!
//! Gephi's importer takes a key for a label, size, colour, weight or place only with `for="node"` or `for="edge"`, reads
//! `r`, `g`, `b` as whole numbers, drops columns of unknown types, and takes the XML attribute `label` of an edge for its
//! type: edges of one type between the same vertices are summed, so the predicate stands there. Columns are left out
//! where they have the default that their key names; label, weight, size, colour and place have none in Gephi. yEd draws `y:ShapeNode`, Cytoscape reads `name`.

use std::io::{self, Write};

use petgraph::graph::{EdgeReference, NodeIndex};
use petgraph::visit::EdgeRef;
use quick_xml::Writer;

use crate::claim::record::{DocumentRecord, Stance};

use super::super::corpus::Corpus;
use super::super::property::{Edge, PropertyGraph, Vertex};
use super::xml::{self, Piece};

/// For which program GraphML is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Gephi; networkx, igraph and graphology read it too.
    #[default]
    Gephi,
    /// yEd.
    Yed,
    /// Cytoscape.
    Cytoscape,
}

/// A column: what it belongs to, its id, name, type, and the value that is left out.
struct Column(&'static str, &'static str, &'static str, &'static str, Option<&'static str>);

const COLUMNS: [Column; 38] = [
    Column("node", "n-label", "label", "string", None),
    Column("node", "n-name", "name", "string", None),
    Column("node", "n-class", "class", "string", None),
    Column("node", "n-size", "size", "double", None),
    Column("node", "n-r", "r", "int", None),
    Column("node", "n-g", "g", "int", None),
    Column("node", "n-b", "b", "int", None),
    Column("node", "n-x", "x", "double", None),
    Column("node", "n-y", "y", "double", None),
    Column("node", "n-wikidata", "wikidata", "string", None),
    Column("node", "n-aliases", "aliases", "string", None),
    Column("node", "n-sentence", "sentence", "string", None),
    Column("node", "n-first", "first", "string", None),
    Column("node", "n-last", "last", "string", None),
    Column("node", "n-documents", "documents", "int", Some("0")),
    Column("node", "n-mentions", "mentions", "int", Some("0")),
    Column("node", "n-degree", "degree", "int", Some("0")),
    Column("node", "n-in", "in_degree", "int", Some("0")),
    Column("node", "n-out", "out_degree", "int", Some("0")),
    Column("node", "n-pagerank", "pagerank", "double", Some("0")),
    Column("node", "n-betweenness", "betweenness", "double", Some("0")),
    Column("node", "n-community", "community", "int", Some("0")),
    Column("node", "n-component", "component", "int", Some("0")),
    Column("edge", "e-label", "label", "string", None),
    Column("edge", "e-weight", "weight", "double", None),
    Column("edge", "e-r", "r", "int", None),
    Column("edge", "e-g", "g", "int", None),
    Column("edge", "e-b", "b", "int", None),
    Column("edge", "e-predicate", "predicate", "string", None),
    Column("edge", "e-stance", "stance", "string", None),
    Column("edge", "e-sources", "sources", "string", None),
    Column("edge", "e-documents", "documents", "int", Some("1")),
    Column("edge", "e-first", "first", "string", None),
    Column("edge", "e-last", "last", "string", None),
    Column("edge", "e-contested", "contested", "boolean", Some("false")),
    Column("edge", "e-sample", "sample", "string", None),
    Column("edge", "e-name", "name", "string", None),
    Column("edge", "e-interaction", "interaction", "string", None),
];

/// The tag that opens a column.
macro_rules! column {
    ($id:literal) => {
        concat!("<data key=\"", $id, "\">")
    };
}

/// Columns at the end of [`COLUMNS`] that only Cytoscape gets.
const FOR_CYTOSCAPE: usize = 2;

/// Writes what the records say as GraphML, entities as vertices, placed.
pub fn write(records: &[DocumentRecord], profile: &Profile, out: &mut impl Write) -> io::Result<()> {
    let drawing = super::drawing(&Corpus::new(records), super::Drawing::default(), |_, _| ());
    write_drawing(&drawing, *profile, out)
}

/// Writes a drawing as GraphML.
pub fn write_drawing(drawing: &PropertyGraph, profile: Profile, out: &mut impl Write) -> io::Result<()> {
    let vertices: Vec<&Vertex> = drawing.graph.node_weights().collect();
    let edges: Vec<EdgeReference<'_, Edge>> = drawing.graph.edge_references().collect();
    let ids: Vec<String> = vertices.iter().map(|vertex| xml::attribute(&vertex.id).into_owned()).collect();
    let id = |index: NodeIndex| ids[index.index()].as_str();
    out.write_all(&head(drawing.directed, profile))?;
    xml::pieces(&vertices, out, |piece, at, vertex| {
        xml::open(piece, &format!("node id=\"{}\"", ids[at]));
        match profile {
            Profile::Yed => shape(piece, vertex),
            Profile::Gephi | Profile::Cytoscape => looks_of(piece, vertex),
        }
        columns_of(piece, vertex);
        xml::close(piece, "node");
        xml::line(piece);
    })?;
    xml::pieces(&edges, out, |piece, at, reference| {
        let edge = reference.weight();
        tag_of(piece, at, (id(reference.source()), id(reference.target())), edge, profile);
        match profile {
            Profile::Yed => line(piece, edge, drawing.directed),
            Profile::Gephi | Profile::Cytoscape => {
                data(piece, column!("e-label"), &edge.label);
                colour(piece, edge);
            }
        }
        if profile == Profile::Cytoscape {
            data(piece, column!("e-name"), &edge.label);
            data(piece, column!("e-interaction"), &edge.label);
        }
        claims_of(piece, edge);
        xml::close(piece, "edge");
        xml::line(piece);
    })?;
    out.write_all(b"</graph>\n</graphml>\n")
}

fn head(directed: bool, profile: Profile) -> Vec<u8> {
    let mut piece = Writer::new(Vec::new());
    xml::declaration(&mut piece);
    let mut tag = "graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"".to_string();
    if profile == Profile::Yed {
        tag.push_str(" xmlns:y=\"http://www.yworks.com/xml/graphml\"");
    }
    xml::open(&mut piece, &tag);
    xml::line(&mut piece);
    let own = COLUMNS.len() - if profile == Profile::Cytoscape { 0 } else { FOR_CYTOSCAPE };
    for Column(of, id, name, kind, default) in &COLUMNS[..own] {
        if profile == Profile::Yed && matches!(*name, "r" | "g" | "b" | "x" | "y" | "size") {
            continue;
        }
        key(&mut piece, of, id, name, kind, *default);
    }
    for stance in Stance::ALL {
        key(&mut piece, "edge", &format!("e-{}", stance.as_str()), stance.as_str(), "int", Some("0"));
    }
    if profile == Profile::Yed {
        for kind in ["node", "edge"] {
            xml::empty(&mut piece, &format!("key id=\"{kind}graphics\" for=\"{kind}\" yfiles.type=\"{kind}graphics\""));
            xml::line(&mut piece);
        }
    }
    let direction = if directed { "directed" } else { "undirected" };
    xml::open(&mut piece, &format!("graph id=\"claimgraph\" edgedefault=\"{direction}\""));
    xml::line(&mut piece);
    piece.into_inner()
}

fn key(piece: &mut Piece, of: &str, id: &str, name: &str, kind: &str, default: Option<&str>) {
    let tag = format!("key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"");
    match default {
        None => xml::empty(piece, &tag),
        Some(default) => {
            xml::open(piece, &tag);
            xml::element(piece, "default", default);
            xml::close(piece, "key");
        }
    }
    xml::line(piece);
}

/// A column of text, left out where it is empty.
#[inline]
fn data(piece: &mut Piece, tag: &str, value: &str) {
    if !value.is_empty() {
        xml::raw(piece, &[tag]);
        xml::text(piece, value);
        xml::raw(piece, &["</data>"]);
    }
}

/// A column of whole numbers.
#[inline]
fn whole(piece: &mut Piece, tag: &str, value: u32) {
    xml::raw(piece, &[tag]);
    xml::digits(piece, value);
    xml::raw(piece, &["</data>"]);
}

/// A column of numbers with decimals.
fn decimal(piece: &mut Piece, tag: &str, value: f64, decimals: u32) {
    xml::raw(piece, &[tag]);
    xml::decimal(piece, value, decimals);
    xml::raw(piece, &["</data>"]);
}

/// A column of whole numbers, left out where it has its default.
#[inline]
fn count(piece: &mut Piece, tag: &str, value: u32, default: u32) {
    if value != default {
        whole(piece, tag, value);
    }
}

fn looks_of(piece: &mut Piece, vertex: &Vertex) {
    data(piece, column!("n-label"), &vertex.label);
    decimal(piece, column!("n-size"), vertex.size, 2);
    for (tag, value) in [column!("n-r"), column!("n-g"), column!("n-b")].into_iter().zip(vertex.colour) {
        whole(piece, tag, value.into());
    }
    decimal(piece, column!("n-x"), vertex.place[0], 2);
    decimal(piece, column!("n-y"), vertex.place[1], 2);
}

fn columns_of(piece: &mut Piece, vertex: &Vertex) {
    data(piece, column!("n-name"), &vertex.name);
    data(piece, column!("n-class"), &vertex.class);
    data(piece, column!("n-wikidata"), &vertex.wikidata);
    data(piece, column!("n-aliases"), &vertex.aliases);
    data(piece, column!("n-sentence"), &vertex.sentence);
    data(piece, column!("n-first"), vertex.first.as_deref().unwrap_or_default());
    data(piece, column!("n-last"), vertex.last.as_deref().unwrap_or_default());
    let measures = &vertex.measures;
    count(piece, column!("n-documents"), vertex.documents, 0);
    count(piece, column!("n-mentions"), vertex.mentions, 0);
    count(piece, column!("n-degree"), measures.degree, 0);
    count(piece, column!("n-in"), measures.in_degree, 0);
    count(piece, column!("n-out"), measures.out_degree, 0);
    decimal(piece, column!("n-pagerank"), measures.pagerank, 9);
    if measures.betweenness > 0.0 {
        decimal(piece, column!("n-betweenness"), measures.betweenness, 9);
    }
    count(piece, column!("n-community"), measures.community, 0);
    count(piece, column!("n-component"), measures.component, 0);
}

fn tag_of(piece: &mut Piece, at: usize, (from, to): (&str, &str), edge: &Edge, profile: Profile) {
    xml::raw(piece, &["<edge id=\"e"]);
    xml::digits(piece, u32::try_from(at).expect("petgraph counts edges in 32 bits"));
    xml::raw(piece, &["\" source=\"", from, "\" target=\"", to]);
    if profile == Profile::Gephi {
        xml::raw(piece, &["\" label=\"", &*xml::attribute(&edge.predicate)]);
    }
    xml::raw(piece, &["\">"]);
}

fn colour(piece: &mut Piece, edge: &Edge) {
    for (tag, value) in [column!("e-r"), column!("e-g"), column!("e-b")].into_iter().zip(edge.colour) {
        whole(piece, tag, value.into());
    }
}

const COUNTS: [&str; 6] = [
    column!("e-asserted"),
    column!("e-reported"),
    column!("e-alleged"),
    column!("e-planned"),
    column!("e-negated"),
    column!("e-denied"),
];

fn claims_of(piece: &mut Piece, edge: &Edge) {
    whole(piece, column!("e-weight"), edge.weight);
    data(piece, column!("e-predicate"), &edge.predicate);
    data(piece, column!("e-stance"), edge.stance);
    for (tag, value) in COUNTS.into_iter().zip(edge.stances) {
        count(piece, tag, value, 0);
    }
    data(piece, column!("e-sources"), &edge.sources);
    count(piece, column!("e-documents"), edge.documents, 1);
    data(piece, column!("e-first"), edge.first.as_deref().unwrap_or_default());
    data(piece, column!("e-last"), edge.last.as_deref().unwrap_or_default());
    if edge.contested {
        data(piece, column!("e-contested"), "true");
    }
    data(piece, column!("e-sample"), &edge.sample);
}

/// What yEd draws for a vertex.
fn shape(piece: &mut Piece, vertex: &Vertex) {
    let (size, [x, y]) = (vertex.size, vertex.place);
    data(piece, column!("n-label"), &vertex.label);
    xml::raw(piece, &[column!("nodegraphics")]);
    xml::open(piece, "y:ShapeNode");
    let (left, top) = (x - size / 2.0, y - size / 2.0);
    for (name, value) in [("<y:Geometry height=\"", size), ("\" width=\"", size), ("\" x=\"", left), ("\" y=\"", top)] {
        xml::raw(piece, &[name]);
        xml::decimal(piece, value, 2);
    }
    xml::raw(piece, &["\"/><y:Fill color=\""]);
    xml::hex(piece, vertex.colour);
    xml::raw(piece, &["\" transparent=\"false\"/>"]);
    xml::empty(piece, "y:BorderStyle color=\"#333333\" type=\"line\" width=\"1.0\"");
    xml::element(piece, "y:NodeLabel modelName=\"sides\" modelPosition=\"s\"", &vertex.label);
    xml::empty(piece, "y:Shape type=\"ellipse\"");
    xml::close(piece, "y:ShapeNode");
    xml::close(piece, "data");
}

/// What yEd draws for an edge: a full line where it is asserted and uncontested, else a dashed one.
fn line(piece: &mut Piece, edge: &Edge, directed: bool) {
    data(piece, column!("e-label"), &edge.label);
    xml::raw(piece, &[column!("edgegraphics"), "<y:PolyLineEdge><y:LineStyle color=\""]);
    xml::hex(piece, edge.colour);
    let kind = if edge.label == edge.predicate { "line" } else { "dashed" };
    xml::raw(piece, &["\" type=\"", kind, "\" width=\""]);
    xml::decimal(piece, (1.0 + f64::from(edge.weight).ln()).min(7.0), 1);
    let arrow = if directed { "standard" } else { "none" };
    xml::raw(piece, &["\"/><y:Arrows source=\"none\" target=\"", arrow, "\"/><y:EdgeLabel>"]);
    xml::text(piece, &edge.label);
    xml::raw(piece, &["</y:EdgeLabel></y:PolyLineEdge></data>"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alleged_edge_says_so_in_label_and_colour() {
        let record: DocumentRecord = serde_json::from_value(serde_json::json!({
            "id": "d", "date": "2020-06-29", "publisher": "The <Gazette>",
            "entities": [{"id": "a", "type": "Government", "name": "Ruritania"},
                         {"id": "b", "type": "Group", "name": "Hentzau & Sons"}],
            "claims": [{"predicate": "detains", "subject": "a", "object": "b", "modality": "alleged",
                        "polarity": "positive", "sentence": [0, 9], "quote": "They <allegedly> did."}],
        }))
        .expect("a record");
        let mut out = Vec::new();
        write(&[record], &Profile::Gephi, &mut out).expect("memory");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(text.contains("<data key=\"e-label\">detains (alleged)</data>"), "{text}");
        assert!(text.contains("<data key=\"e-alleged\">1</data>") && !text.contains("<data key=\"e-asserted\">"));
        assert!(text.contains("Hentzau &amp; Sons") && text.contains("The &lt;Gazette&gt;"));
    }
}
