//! Where vertices are, for quick answers: a quadtree of their masses, and a grid of cells.
//!
//! The tree gives the push of all vertices on a place with far groups taken as one (Barnes and Hut 1986); the grid
//! gives the vertices that may touch one. Both are built in the order of the vertices and hold no randomness.

use std::collections::HashMap;

/// A group counts as one where its width is at most this part of its distance.
const FAR: f64 = 1.0;
/// Vertices in one square that is not divided further.
const LEAF: usize = 8;
/// Squares are divided at most so often, for vertices in one place.
const DEPTH: u32 = 40;

struct Square {
    centre: [f64; 2],
    mass: f64,
    width: f64,
    /// First child and number of children, or first member and number of members of a leaf.
    from: u32,
    count: u32,
    leaf: bool,
}

/// A quadtree of masses.
pub(super) struct Tree {
    squares: Vec<Square>,
    members: Vec<([f64; 2], f64)>,
}

impl Tree {
    pub(super) fn new(places: &[[f64; 2]], mass: &[f64]) -> Self {
        let mut order: Vec<u32> = (0..places.len() as u32).collect();
        let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
        for place in places {
            for axis in 0..2 {
                low[axis] = low[axis].min(place[axis]);
                high[axis] = high[axis].max(place[axis]);
            }
        }
        let mut tree = Self { squares: Vec::new(), members: Vec::with_capacity(places.len()) };
        if !places.is_empty() {
            let width = (high[0] - low[0]).max(high[1] - low[1]).max(1e-6);
            tree.squares.push(Square { centre: low, mass: 0.0, width, from: 0, count: 0, leaf: true });
            tree.fill(0, low, &mut order, places, mass, 0);
        }
        tree
    }

    fn fill(&mut self, at: usize, low: [f64; 2], order: &mut [u32], places: &[[f64; 2]], mass: &[f64], depth: u32) {
        let (mut total, mut centre) = (0.0, [0.0; 2]);
        for &id in order.iter() {
            let (place, mass) = (places[id as usize], mass[id as usize]);
            total += mass;
            centre[0] += mass * place[0];
            centre[1] += mass * place[1];
        }
        let half = self.squares[at].width / 2.0;
        self.squares[at].mass = total;
        self.squares[at].centre = [centre[0] / total, centre[1] / total];
        if order.len() <= LEAF || depth >= DEPTH {
            (self.squares[at].from, self.squares[at].count) = (self.members.len() as u32, order.len() as u32);
            self.members.extend(order.iter().map(|&id| (places[id as usize], mass[id as usize])));
            return;
        }
        let middle = [low[0] + half, low[1] + half];
        let quarter = |id: u32| {
            let place = places[id as usize];
            usize::from(place[0] >= middle[0]) + 2 * usize::from(place[1] >= middle[1])
        };
        order.sort_by_key(|&id| quarter(id));
        let first = self.squares.len();
        let groups: Vec<(usize, usize)> =
            order.chunk_by(|&a, &b| quarter(a) == quarter(b)).map(|group| (quarter(group[0]), group.len())).collect();
        for _ in &groups {
            self.squares.push(Square { centre: low, mass: 0.0, width: half, from: 0, count: 0, leaf: true });
        }
        let square = &mut self.squares[at];
        (square.from, square.count, square.leaf) = (first as u32, groups.len() as u32, false);
        let mut start = 0;
        for (child, (quarter, length)) in groups.into_iter().enumerate() {
            let low =
                [if quarter % 2 == 1 { middle[0] } else { low[0] }, if quarter >= 2 { middle[1] } else { low[1] }];
            self.fill(first + child, low, &mut order[start..start + length], places, mass, depth + 1);
            start += length;
        }
    }

    /// The push on a place: the sum of mass by distance, away from each vertex.
    pub(super) fn push(&self, place: [f64; 2]) -> [f64; 2] {
        let mut sum = [0.0; 2];
        let mut open: Vec<u32> = if self.squares.is_empty() { Vec::new() } else { vec![0] };
        while let Some(at) = open.pop() {
            let square = &self.squares[at as usize];
            let (x, y) = (place[0] - square.centre[0], place[1] - square.centre[1]);
            let distance = x * x + y * y;
            if square.width * square.width <= FAR * FAR * distance {
                sum[0] += x * square.mass / distance;
                sum[1] += y * square.mass / distance;
            } else if square.leaf {
                let members = &self.members[square.from as usize..(square.from + square.count) as usize];
                for (other, mass) in members {
                    let (x, y) = (place[0] - other[0], place[1] - other[1]);
                    let distance = x * x + y * y;
                    if distance > 1e-12 {
                        sum[0] += x * mass / distance.max(1e-2);
                        sum[1] += y * mass / distance.max(1e-2);
                    }
                }
            } else {
                open.extend(square.from..square.from + square.count);
            }
        }
        sum
    }
}

/// A grid of cells with the vertices in each.
pub(super) struct Cells {
    width: f64,
    members: HashMap<(i64, i64), Vec<usize>>,
}

/// Sorts vertices into cells.
pub(super) fn cells(places: &[[f64; 2]], width: f64) -> Cells {
    let mut cells = Cells { width, members: HashMap::new() };
    for (at, &place) in places.iter().enumerate() {
        cells.members.entry(cells.cell(place)).or_default().push(at);
    }
    cells
}

impl Cells {
    fn cell(&self, [x, y]: [f64; 2]) -> (i64, i64) {
        ((x / self.width).floor() as i64, (y / self.width).floor() as i64)
    }

    /// The vertices in the cell of a place and in the eight around it, in a fixed order.
    pub(super) fn around(&self, place: [f64; 2]) -> impl Iterator<Item = usize> + '_ {
        let (column, row) = self.cell(place);
        (column - 1..=column + 1)
            .flat_map(move |column| (row - 1..=row + 1).map(move |row| (column, row)))
            .filter_map(|cell| self.members.get(&cell))
            .flatten()
            .copied()
    }
}
