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

/// Draws the part of the corpus that is looked at: measured, coloured and placed. `progress` is told how much of the work
/// is done, of how much, both in about milliseconds of one thread; before anything is done, too.
pub fn drawing(corpus: &Corpus, how: Drawing, mut progress: impl FnMut(u64, u64)) -> PropertyGraph {
    let mut drawing = view::draw(corpus, how.view);
    let (vertices, edges) = (drawing.graph.node_count(), drawing.graph.edge_count());
    let measuring = (1000.0 * measures::seconds(vertices, edges)) as u64;
    let placing = if how.layout { (1000.0 * layout::seconds(vertices, edges)) as u64 } else { 0 };
    let all = measuring + placing;
    progress(0, all);
    communities::find(&mut drawing);
    measures::measure(&mut drawing, |done, of| progress(measuring * done / of, all));
    looks::dress(&mut drawing, how.colour);
    if how.layout {
        layout::place(&mut drawing, |done, of| progress(measuring + placing * done / of, all));
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_begins_at_nothing_never_falls_and_ends_at_all() {
        let record = serde_json::from_value(serde_json::json!({
            "id": "d", "entities": [{"id": "a", "type": "Place", "name": "A"}, {"id": "b", "type": "Place", "name": "B"}],
            "claims": [{"predicate": "locatedIn", "subject": "a", "object": "b", "modality": "asserted",
                        "polarity": "positive", "sentence": [0, 9], "quote": "A is in B."}],
        }));
        let records = [record.expect("a record")];
        let mut told = Vec::new();
        drawing(&Corpus::new(&records), Drawing::default(), |done, all| told.push((done, all)));
        let all = told[0].1;
        assert!(told[0].0 == 0 && told.last() == Some(&(all, all)), "{told:?}");
        assert!(told.is_sorted() && told.iter().all(|one| one.1 == all), "{told:?}");
    }
}
