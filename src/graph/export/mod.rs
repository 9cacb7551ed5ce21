//! The files that other programs open, one module a format.
//!
//! In: a corpus, or the drawing that [`drawing`] makes of it. Out: bytes, the same on every run and number of threads.
//! Each format says of every edge, row and line whether it is asserted, alleged, denied …; none leaves that out.

pub mod csv;
pub mod dossier;
pub mod ftm;
pub mod gexf;
pub mod graphml;
pub mod html;
mod page;
mod xml;

use super::corpus::Corpus;
use super::looks::ColourBy;
use super::property::PropertyGraph;
use super::view::View;
use super::{communities, layout, looks, measures, view};

/// How a drawing is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Which vertices and edges.
    pub view: View,
    /// What the colours of vertices stand for.
    pub colour: ColourBy,
    /// Whether vertices get places; without, they lie on each other until the program that opens the file places them.
    pub layout: bool,
}

impl Default for Drawing {
    fn default() -> Self {
        Self { view: View::Entities, colour: ColourBy::Class, layout: true }
    }
}

/// Draws the part of the corpus that is looked at: measured, coloured and placed. `progress` is told how much of the
/// layout's work is done, of how much.
pub fn drawing(corpus: &Corpus, how: Drawing, progress: impl FnMut(u64, u64)) -> PropertyGraph {
    let mut drawing = view::draw(corpus, how.view);
    communities::find(&mut drawing);
    measures::measure(&mut drawing);
    looks::dress(&mut drawing, how.colour);
    if how.layout {
        layout::place(&mut drawing, progress);
    }
    drawing
}
