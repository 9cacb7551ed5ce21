//! Colours and sizes: what a drawing shows before anybody has changed anything.
//!
//! The colours are those of Okabe and Ito (jfly.uni-koeln.de/color, 2008), which people with any kind of colour vision
//! tell apart. Vertices are coloured by class or community, edges by stance; sizes grow with the root of the degree.

use super::property::{Colour, PropertyGraph};

const BLACK: Colour = [0x33, 0x33, 0x33];
const ORANGE: Colour = [0xE6, 0x9F, 0x00];
const SKY: Colour = [0x56, 0xB4, 0xE9];
const GREEN: Colour = [0x00, 0x9E, 0x73];
const YELLOW: Colour = [0xF0, 0xE4, 0x42];
const BLUE: Colour = [0x00, 0x72, 0xB2];
const VERMILION: Colour = [0xD5, 0x5E, 0x00];
const PURPLE: Colour = [0xCC, 0x79, 0xA7];
const GREY: Colour = [0x99, 0x99, 0x99];

/// What the colours of vertices stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourBy {
    /// The class.
    #[default]
    Class,
    /// The community.
    Community,
}

/// The colour of a class of vertices.
pub fn class(name: &str) -> Colour {
    match name {
        "Government" => BLUE,
        "Official" => SKY,
        "Person" => PURPLE,
        "Organisation" => GREEN,
        "Report" => YELLOW,
        "Instrument" => ORANGE,
        "Group" => VERMILION,
        "Place" => GREY,
        _ => BLACK,
    }
}

/// The colour of edges of a stance.
pub fn stance(name: &str) -> Colour {
    match name {
        "asserted" => BLUE,
        "reported" => SKY,
        "alleged" => ORANGE,
        "planned" => GREEN,
        "negated" | "denied" => VERMILION,
        "contested" => PURPLE,
        _ => GREY,
    }
}

/// The colour of a community; the seven largest have one of their own.
pub fn community(number: u32) -> Colour {
    let own = [BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE, YELLOW];
    own.get(number as usize).copied().unwrap_or(GREY)
}

/// Gives every vertex its size and every vertex and edge its colour.
pub fn dress(drawing: &mut PropertyGraph, by: ColourBy) {
    for vertex in drawing.graph.node_weights_mut() {
        vertex.size = 8.0 + 6.0 * f64::from(vertex.measures.degree).sqrt();
        vertex.colour = match by {
            ColourBy::Class => class(&vertex.class),
            ColourBy::Community => community(vertex.measures.community),
        };
    }
    for edge in drawing.graph.edge_weights_mut() {
        edge.colour = stance(edge.stance);
    }
}

/// A colour as `#rrggbb`.
pub fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
