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

fn span(first: Option<&String>, last: Option<&String>) -> String {
    match (first, last) {
        (Some(first), Some(last)) => format!(" start=\"{first}\" end=\"{last}\""),
        _ => String::new(),
    }
}

fn column(piece: &mut Piece, name: &str, value: &str) {
    if !value.is_empty() {
        xml::empty(piece, &format!("attvalue for=\"{name}\" value=\"{}\"", xml::attribute(value)));
    }
}

fn colour(piece: &mut Piece, [red, green, blue]: Colour) {
    xml::empty(piece, &format!("viz:color r=\"{red}\" g=\"{green}\" b=\"{blue}\""));
}

fn write_vertex(piece: &mut Piece, at: usize, vertex: &Vertex) {
    let span = span(vertex.first.as_ref(), vertex.last.as_ref());
    xml::open(piece, &format!("node id=\"{at}\" label=\"{}\"{span}", xml::attribute(&vertex.label)));
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
        column(piece, name, &value.to_string());
    }
    column(piece, "pagerank", &format!("{:.9}", measures.pagerank));
    column(piece, "betweenness", &format!("{:.9}", measures.betweenness));
    xml::close(piece, "attvalues");
    xml::empty(piece, &format!("viz:size value=\"{:.2}\"", vertex.size));
    xml::empty(piece, &format!("viz:position x=\"{:.2}\" y=\"{:.2}\" z=\"0.0\"", vertex.place[0], vertex.place[1]));
    colour(piece, vertex.colour);
    xml::close(piece, "node");
    xml::line(piece);
}

fn write_edge(piece: &mut Piece, at: usize, (from, to): (usize, usize), edge: &Edge) {
    let span = span(edge.first.as_ref(), edge.last.as_ref());
    let (kind, label) = (xml::attribute(&edge.predicate), xml::attribute(&edge.label));
    let weight = edge.weight;
    xml::open(
        piece,
        &format!(
            "edge id=\"{at}\" source=\"{from}\" target=\"{to}\" kind=\"{kind}\" label=\"{label}\" weight=\"{weight}\"{span}"
        ),
    );
    xml::open(piece, "attvalues");
    column(piece, "predicate", &edge.predicate);
    column(piece, "stance", edge.stance);
    column(piece, "sources", &edge.sources);
    column(piece, "documents", &edge.documents.to_string());
    column(piece, "contested", if edge.contested { "true" } else { "false" });
    column(piece, "sample", &edge.sample);
    for (stance, count) in Stance::ALL.into_iter().zip(edge.stances) {
        column(piece, stance.as_str(), &count.to_string());
    }
    xml::close(piece, "attvalues");
    colour(piece, edge.colour);
    xml::close(piece, "edge");
    xml::line(piece);
}
