//! GEXF 1.3 (gexf.net), which Gephi reads with a timeline.
//!
//! Vertices and edges exist from the first to the last day of their claims; those without a day exist always. The kind
//! of an edge is its predicate, its label says whether it is asserted, and the counts by stance are columns.

use std::io::{self, Write};

use petgraph::graph::EdgeReference;
use petgraph::visit::EdgeRef;
use quick_xml::Writer;

use crate::claim::record::Stance;

use super::super::property::{Colour, Edge, PropertyGraph, Vertex};
use super::xml::{self, Piece};

/// Columns of vertices: id and type; the id is the name.
const OF_VERTICES: [(&str, &str); 15] = [
    ("name", "string"),
    ("class", "string"),
    ("wikidata", "string"),
    ("aliases", "string"),
    ("sentence", "string"),
    ("documents", "integer"),
    ("mentions", "integer"),
    ("degree", "integer"),
    ("in_degree", "integer"),
    ("out_degree", "integer"),
    ("pagerank", "double"),
    ("betweenness", "double"),
    ("community", "integer"),
    ("component", "integer"),
    ("key", "string"),
];

/// Columns of edges before the counts by stance.
const OF_EDGES: [(&str, &str); 6] = [
    ("predicate", "string"),
    ("stance", "string"),
    ("sources", "string"),
    ("documents", "integer"),
    ("contested", "boolean"),
    ("sample", "string"),
];

/// Writes a drawing as GEXF.
pub fn write_drawing(drawing: &PropertyGraph, out: &mut impl Write) -> io::Result<()> {
    let vertices: Vec<&Vertex> = drawing.graph.node_weights().collect();
    let edges: Vec<EdgeReference<'_, Edge>> = drawing.graph.edge_references().collect();
    out.write_all(&head(drawing.directed))?;
    out.write_all(b"<nodes>\n")?;
    xml::pieces(&vertices, out, |piece, at, vertex| write_vertex(piece, at, vertex))?;
    out.write_all(b"</nodes>\n<edges>\n")?;
    xml::pieces(&edges, out, |piece, at, edge| {
        write_edge(piece, at, (edge.source().index(), edge.target().index()), edge.weight());
    })?;
    out.write_all(b"</edges>\n</graph>\n</gexf>\n")
}

fn head(directed: bool) -> Vec<u8> {
    let mut piece = Writer::new(Vec::new());
    xml::declaration(&mut piece);
    xml::open(&mut piece, "gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\"");
    xml::line(&mut piece);
    xml::open(&mut piece, "meta");
    xml::element(&mut piece, "creator", "claimgraph");
    xml::close(&mut piece, "meta");
    xml::line(&mut piece);
    let kind = if directed { "directed" } else { "undirected" };
    xml::open(
        &mut piece,
        &format!(
            "graph mode=\"dynamic\" defaultedgetype=\"{kind}\" timeformat=\"date\" timerepresentation=\"interval\""
        ),
    );
    xml::line(&mut piece);
    let counts = Stance::ALL.map(|stance| (stance.as_str(), "integer"));
    declare(&mut piece, "node", &OF_VERTICES);
    declare(&mut piece, "edge", &[OF_EDGES.as_slice(), &counts].concat());
    piece.into_inner()
}

fn declare(piece: &mut Piece, class: &str, columns: &[(&str, &str)]) {
    xml::open(piece, &format!("attributes class=\"{class}\" mode=\"static\""));
    for (name, kind) in columns {
        xml::empty(piece, &format!("attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\""));
    }
    xml::close(piece, "attributes");
    xml::line(piece);
}

fn span(piece: &mut Piece, first: Option<&String>, last: Option<&String>) {
    if let (Some(first), Some(last)) = (first, last) {
        xml::raw(piece, &[" start=\"", first, "\" end=\"", last, "\""]);
    }
}

fn column(piece: &mut Piece, name: &str, value: &str) {
    if !value.is_empty() {
        xml::raw(piece, &["<attvalue for=\"", name, "\" value=\"", &*xml::attribute(value), "\"/>"]);
    }
}

/// A column of whole numbers.
fn count(piece: &mut Piece, name: &str, value: u32) {
    xml::raw(piece, &["<attvalue for=\"", name, "\" value=\""]);
    xml::digits(piece, value);
    xml::raw(piece, &["\"/>"]);
}

fn colour(piece: &mut Piece, colour: Colour) {
    xml::raw(piece, &["<viz:color"]);
    for (name, value) in [" r=\"", " g=\"", " b=\""].into_iter().zip(colour) {
        xml::raw(piece, &[name]);
        xml::digits(piece, value);
        xml::raw(piece, &["\""]);
    }
    xml::raw(piece, &["/>"]);
}

fn write_vertex(piece: &mut Piece, at: usize, vertex: &Vertex) {
    let at = u32::try_from(at).expect("petgraph counts vertices in 32 bits");
    xml::raw(piece, &["<node id=\""]);
    xml::digits(piece, at);
    xml::raw(piece, &["\" label=\"", &*xml::attribute(&vertex.label), "\""]);
    span(piece, vertex.first.as_ref(), vertex.last.as_ref());
    xml::raw(piece, &[">"]);
    xml::open(piece, "attvalues");
    column(piece, "name", &vertex.name);
    column(piece, "key", &vertex.id);
    column(piece, "class", &vertex.class);
    column(piece, "wikidata", &vertex.wikidata);
    column(piece, "aliases", &vertex.aliases);
    column(piece, "sentence", &vertex.sentence);
    let measures = &vertex.measures;
    for (name, value) in [
        ("documents", vertex.documents),
        ("mentions", vertex.mentions),
        ("degree", measures.degree),
        ("in_degree", measures.in_degree),
        ("out_degree", measures.out_degree),
        ("community", measures.community),
        ("component", measures.component),
    ] {
        count(piece, name, value);
    }
    let [x, y] = vertex.place;
    for (before, value, decimals) in [
        ("<attvalue for=\"pagerank\" value=\"", measures.pagerank, 9),
        ("\"/><attvalue for=\"betweenness\" value=\"", measures.betweenness, 9),
        ("\"/></attvalues><viz:size value=\"", vertex.size, 2),
        ("\"/><viz:position x=\"", x, 2),
        ("\" y=\"", y, 2),
    ] {
        xml::raw(piece, &[before]);
        xml::decimal(piece, value, decimals);
    }
    xml::raw(piece, &["\" z=\"0.0\"/>"]);
    colour(piece, vertex.colour);
    xml::close(piece, "node");
    xml::line(piece);
}

fn write_edge(piece: &mut Piece, at: usize, (from, to): (usize, usize), edge: &Edge) {
    xml::raw(piece, &["<edge id=\""]);
    for (name, index) in [("\" source=\"", at), ("\" target=\"", from), ("\" kind=\"", to)] {
        xml::digits(piece, u32::try_from(index).expect("petgraph counts in 32 bits"));
        xml::raw(piece, &[name]);
    }
    let (kind, label) = (xml::attribute(&edge.predicate), xml::attribute(&edge.label));
    xml::raw(piece, &[&*kind, "\" label=\"", &*label, "\" weight=\""]);
    xml::digits(piece, edge.weight);
    xml::raw(piece, &["\""]);
    span(piece, edge.first.as_ref(), edge.last.as_ref());
    xml::raw(piece, &[">"]);
    xml::open(piece, "attvalues");
    column(piece, "predicate", &edge.predicate);
    column(piece, "stance", edge.stance);
    column(piece, "sources", &edge.sources);
    count(piece, "documents", edge.documents);
    column(piece, "contested", if edge.contested { "true" } else { "false" });
    column(piece, "sample", &edge.sample);
    for (stance, count) in Stance::ALL.into_iter().zip(edge.stances) {
        self::count(piece, stance.as_str(), count);
    }
    xml::close(piece, "attvalues");
    colour(piece, edge.colour);
    xml::close(piece, "edge");
    xml::line(piece);
}
