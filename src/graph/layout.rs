//! Places for vertices, so that the first look at a graph is a picture and not a square.
//!
//! ForceAtlas2 (Jacomy et al. 2014), component by component: vertices repel each other by degree, edges pull, gravity
//! keeps the branches in; far vertices count as one (Barnes and Hut 1986), each vertex has its own speed. It starts
//! from a spiral and has no randomness. The components then stand in rows, the largest first. Cost: about n log n a
//! step; fewer steps for larger graphs (see [`steps`] and [`seconds`]).

mod pack;
mod tree;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use rayon::prelude::*;

use super::property::{PropertyGraph, Vertex};
use tree::Tree;

/// Strength of repulsion; the picture grows with its root.
const REPULSION: f64 = 500.0;
/// Strength of the pull to the middle.
const GRAVITY: f64 = 1.0;
/// How much of a vertex's swinging is tolerated before it is slowed.
const TOLERANCE: f64 = 1.0;
/// The longest way a vertex goes in one step.
const LONGEST: f64 = 40.0;
/// Least distance between the rims of two vertices after the last step.
const GAP: f64 = 6.0;

/// How many steps a graph of that many vertices gets.
pub fn steps(vertices: usize) -> usize {
    match vertices {
        0..=1 => 0,
        2..=2_000 => 600,
        _ => (1_200_000 / vertices).clamp(60, 600),
    }
}

/// How long one thread needs for a graph of so many vertices and edges in one component, roughly: 13 s for 60 steps of
/// 100,000 vertices and a million edges (`cargo bench --bench scale`).
pub fn seconds(vertices: usize, edges: usize) -> f64 {
    steps(vertices) as f64 * (1.7e-6 * vertices as f64 + 4e-8 * edges as f64)
}

/// Gives every vertex its place; `progress` is told how much of all work is done, for a bar.
pub fn place(drawing: &mut PropertyGraph, mut progress: impl FnMut(u64, u64)) {
    let parts = parts(drawing);
    let springs = springs(drawing, &parts);
    let work = |part: &Vec<usize>| (steps(part.len()) * part.len()) as u64;
    let all: u64 = parts.iter().map(work).sum();
    let mut done = 0;
    let mut places = Vec::with_capacity(parts.len());
    for part in &parts {
        places.push(arrange(drawing, part, &springs, || {
            done += part.len() as u64;
            progress(done, all);
        }));
    }
    for (part, places) in parts.iter().zip(pack::rows(places)) {
        for (&at, place) in part.iter().zip(places) {
            drawing.graph[NodeIndex::new(at)].place = place;
        }
    }
}

/// The components, the largest first; in each the members of a community beside each other.
fn parts(drawing: &PropertyGraph) -> Vec<Vec<usize>> {
    let vertices: Vec<&Vertex> = drawing.graph.node_weights().collect();
    let mut order: Vec<usize> = (0..vertices.len()).collect();
    order.sort_by_key(|&at| {
        let measures = vertices[at].measures;
        (measures.component, measures.community, std::cmp::Reverse(measures.degree), at)
    });
    order
        .chunk_by(|&a, &b| vertices[a].measures.component == vertices[b].measures.component)
        .map(<[usize]>::to_vec)
        .collect()
}

/// Places of a component's vertices, around its middle.
fn arrange(
    drawing: &PropertyGraph,
    part: &[usize],
    springs: &[Vec<(u32, f64)>],
    mut step: impl FnMut(),
) -> Vec<[f64; 2]> {
    let vertex = |&at: &usize| &drawing.graph[NodeIndex::new(at)];
    let mass: Vec<f64> = part.iter().map(|at| f64::from(vertex(at).measures.degree) + 1.0).collect();
    let mut places = spiral(part.len());
    let mut before = vec![[0.0; 2]; part.len()];
    let mut speed = 1.0;
    for _ in 0..steps(part.len()) {
        let tree = Tree::new(&places, &mass);
        let forces: Vec<[f64; 2]> =
            (0..part.len()).into_par_iter().map(|at| force(at, &places, &mass, &springs[part[at]], &tree)).collect();
        speed = advance(&mut places, &forces, &before, &mass, speed);
        before = forces;
        step();
    }
    let radii: Vec<f64> = part.iter().map(|at| vertex(at).size / 2.0).collect();
    spread(&mut places, &radii);
    places
}

/// For each vertex its neighbours, by their place in the component, and how strongly they pull: the logarithm of the
/// weight, plus one.
fn springs(drawing: &PropertyGraph, parts: &[Vec<usize>]) -> Vec<Vec<(u32, f64)>> {
    let mut local = vec![0; drawing.graph.node_count()];
    for part in parts {
        (0..).zip(part).for_each(|(new, &old)| local[old] = new);
    }
    let mut springs: Vec<Vec<(u32, f64)>> = vec![Vec::new(); drawing.graph.node_count()];
    for edge in drawing.graph.edge_references() {
        let (from, to) = (edge.source().index(), edge.target().index());
        if from != to {
            let pull = 1.0 + f64::from(edge.weight().weight).ln();
            springs[from].push((local[to], pull));
            springs[to].push((local[from], pull));
        }
    }
    springs
}

/// The start: a sunflower's spiral.
fn spiral(count: usize) -> Vec<[f64; 2]> {
    (0..count)
        .map(|turn| {
            let (angle, radius) = (turn as f64 * 2.399_963, 30.0 * (turn as f64 + 0.5).sqrt());
            [radius * angle.cos(), radius * angle.sin()]
        })
        .collect()
}

fn force(at: usize, places: &[[f64; 2]], mass: &[f64], springs: &[(u32, f64)], tree: &Tree) -> [f64; 2] {
    let [x, y] = places[at];
    let push = tree.push([x, y]);
    let distance = x.hypot(y).max(1e-9);
    let centre = GRAVITY * mass[at] / distance;
    let mut sum = [REPULSION * mass[at] * push[0] - x * centre, REPULSION * mass[at] * push[1] - y * centre];
    for &(other, pull) in springs {
        let [other_x, other_y] = places[other as usize];
        sum[0] += pull * (other_x - x);
        sum[1] += pull * (other_y - y);
    }
    sum
}

/// Moves every vertex, those that swing less far; gives the speed of the next step.
fn advance(places: &mut [[f64; 2]], forces: &[[f64; 2]], before: &[[f64; 2]], mass: &[f64], speed: f64) -> f64 {
    let swing = |at: usize| (forces[at][0] - before[at][0]).hypot(forces[at][1] - before[at][1]);
    let pull = |at: usize| (forces[at][0] + before[at][0]).hypot(forces[at][1] + before[at][1]) / 2.0;
    let swinging: f64 = (0..places.len()).map(|at| mass[at] * swing(at)).sum();
    let traction: f64 = (0..places.len()).map(|at| mass[at] * pull(at)).sum();
    let wanted = TOLERANCE * traction / swinging.max(1e-9);
    let speed = speed + (wanted - speed).min(0.5 * speed);
    for (at, place) in places.iter_mut().enumerate() {
        let own = 0.1 * speed / (1.0 + speed * (mass[at] * swing(at)).sqrt());
        let length = forces[at][0].hypot(forces[at][1]).max(1e-9);
        let own = own.min(LONGEST / length);
        place[0] += own * forces[at][0];
        place[1] += own * forces[at][1];
    }
    speed
}

/// Moves apart the vertices that overlap.
fn spread(places: &mut [[f64; 2]], radii: &[f64]) {
    let cell = 2.0 * radii.iter().copied().fold(1.0, f64::max) + GAP;
    for _ in 0..40 {
        let cells = tree::cells(places, cell);
        let shifts: Vec<[f64; 2]> = (0..places.len())
            .into_par_iter()
            .map(|at| {
                let mut shift = [0.0, 0.0];
                for other in cells.around(places[at]).filter(|&other| other != at) {
                    let (x, y) = (places[at][0] - places[other][0], places[at][1] - places[other][1]);
                    let distance = x.hypot(y);
                    let missing = radii[at] + radii[other] + GAP - distance;
                    if missing <= 0.0 {
                        continue;
                    }
                    let turn = (at.min(other) as f64) * 2.399_963 + if at < other { 0.0 } else { std::f64::consts::PI };
                    let way = if distance > 1e-6 { [x / distance, y / distance] } else { [turn.cos(), turn.sin()] };
                    shift[0] += way[0] * missing / 2.0;
                    shift[1] += way[1] * missing / 2.0;
                }
                shift
            })
            .collect();
        if shifts.iter().all(|shift| shift[0].abs() + shift[1].abs() < 0.5) {
            break;
        }
        for (place, shift) in places.iter_mut().zip(shifts) {
            place[0] += shift[0];
            place[1] += shift[1];
        }
    }
}
