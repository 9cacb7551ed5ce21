//! Components side by side: rows, as words stand on a page.
//!
//! In: places of each component's vertices, the largest component first. Out: places in one picture about as wide as
//! high, where no component overlaps another; vertices without edges stand in a grid at the end, with room for labels.

/// Room between components.
const MARGIN: f64 = 60.0;
/// Room of a vertex without edges: its label is wider than high.
const ALONE: [f64; 2] = [190.0, 44.0];

/// Moves the components apart into rows.
pub(super) fn rows(parts: Vec<Vec<[f64; 2]>>) -> Vec<Vec<[f64; 2]>> {
    let boxes: Vec<Frame> = parts.iter().map(|places| Frame::of(places)).collect();
    let area: f64 = boxes.iter().map(|frame| frame.size[0] * frame.size[1]).sum();
    let widest = boxes.iter().map(|frame| frame.size[0]).fold(0.0, f64::max);
    let width = widest.max(1.2 * area.sqrt());
    let (mut x, mut y, mut height) = (0.0, 0.0, 0.0f64);
    let mut moved = Vec::with_capacity(parts.len());
    for (places, frame) in parts.into_iter().zip(boxes) {
        if x > 0.0 && x + frame.size[0] > width {
            (x, y, height) = (0.0, y + height, 0.0);
        }
        let shift = [x - frame.corner[0], y - frame.corner[1]];
        // A drawing's second axis points up in Gephi, so rows go down.
        moved.push(places.into_iter().map(|place| [place[0] + shift[0], -(place[1] + shift[1])]).collect());
        x += frame.size[0];
        height = height.max(frame.size[1]);
    }
    moved
}

struct Frame {
    corner: [f64; 2],
    size: [f64; 2],
}

impl Frame {
    fn of(places: &[[f64; 2]]) -> Self {
        if let [place] = places {
            return Self { corner: *place, size: ALONE };
        }
        let least = |axis: usize| places.iter().map(|place| place[axis]).fold(f64::MAX, f64::min);
        let most = |axis: usize| places.iter().map(|place| place[axis]).fold(f64::MIN, f64::max);
        let corner = [least(0) - MARGIN, least(1) - MARGIN];
        Self { corner, size: [most(0) + MARGIN - corner[0], most(1) + MARGIN - corner[1]] }
    }
}
