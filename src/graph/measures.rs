//! Numbers of vertices: degree, weighted PageRank, betweenness, component.
//!
//! Own code, since the crates at hand sum floating-point numbers in the order in which threads happen to finish, and
//! the same graph must give the same bytes. PageRank is the power iteration of Brin and Page (1998), betweenness the
//! algorithm of Brandes (2001), from at most [`PIVOTS`] evenly spread vertices (Brandes and Pich 2007): exact up to
//! that many. Cost: betweenness takes nearly all of it, pivots × edges on all threads; see [`seconds`].

use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;
use rayon::prelude::*;

use super::property::{Measures, PropertyGraph};

/// From how many vertices shortest paths are followed at most.
pub const PIVOTS: usize = 512;
/// Share of steps of the random walk that follow an edge.
const DAMPING: f64 = 0.85;
/// The walk is settled when all shares together change by less than this.
const SETTLED: f64 = 1e-10;
/// Pivots whose sums are taken together, and pivots between two reports of progress; fixed, so that sums do not depend on
/// the number of threads.
const TOGETHER: usize = 4;
const ROUND: usize = 64;

/// How long one thread needs for a graph of so many vertices and edges, communities included, roughly: 5 s for the
/// communities and 32 s for the rest of a million edges (`cargo bench --bench scale`).
pub fn seconds(vertices: usize, edges: usize) -> f64 {
    edges as f64 * (5e-6 + 6e-8 * vertices.min(PIVOTS) as f64)
}

/// Measures every vertex, communities aside; `progress` is told how much of the work is done, of how much.
pub fn measure(drawing: &mut PropertyGraph, progress: impl FnMut(u64, u64)) {
    let degrees = degrees(drawing);
    let components = components(drawing);
    let ranks = pagerank(drawing);
    let between = betweenness(drawing, progress);
    for (at, vertex) in drawing.graph.node_weights_mut().enumerate() {
        vertex.measures = Measures {
            component: components[at],
            pagerank: ranks[at],
            betweenness: between[at],
            community: vertex.measures.community,
            ..degrees[at]
        };
    }
}

/// The degrees of all vertices, and nothing else.
fn degrees(drawing: &PropertyGraph) -> Vec<Measures> {
    let mut degrees = vec![Measures::default(); drawing.graph.node_count()];
    for edge in drawing.graph.edge_references() {
        let (from, to) = (edge.source().index(), edge.target().index());
        degrees[from].degree += 1;
        degrees[from].out_degree += 1;
        degrees[to].in_degree += 1;
        if from != to {
            degrees[to].degree += 1;
        }
    }
    degrees
}

/// The number of each vertex's component; the largest is 0.
fn components(drawing: &PropertyGraph) -> Vec<u32> {
    let mut union = UnionFind::<usize>::new(drawing.graph.node_count());
    for edge in drawing.graph.edge_references() {
        union.union(edge.source().index(), edge.target().index());
    }
    by_size(&union.into_labeling())
}

/// Renumbers groups: the largest is 0, of equal ones the one with the first member comes first.
pub(super) fn by_size(groups: &[usize]) -> Vec<u32> {
    let mut sizes = vec![(0usize, usize::MAX); groups.iter().max().map_or(0, |most| most + 1)];
    for (at, &group) in groups.iter().enumerate() {
        sizes[group].0 += 1;
        sizes[group].1 = sizes[group].1.min(at);
    }
    let mut order: Vec<usize> = (0..sizes.len()).filter(|&group| sizes[group].0 > 0).collect();
    order.sort_by_key(|&group| (std::cmp::Reverse(sizes[group].0), sizes[group].1));
    let mut number = vec![0; sizes.len()];
    for (new, group) in (0..).zip(order) {
        number[group] = new;
    }
    groups.iter().map(|&group| number[group]).collect()
}

/// For each vertex the others that an edge joins it with, in whichever direction, ascending; one list after the other.
struct Neighbours {
    starts: Vec<usize>,
    others: Vec<u32>,
}

impl Neighbours {
    fn new(drawing: &PropertyGraph) -> Self {
        let ends = drawing.graph.edge_references().map(|edge| (edge.source().index(), edge.target().index()));
        let mut pairs: Vec<(u32, u32)> = ends
            .filter(|(from, to)| from != to)
            .flat_map(|(from, to)| [(from as u32, to as u32), (to as u32, from as u32)])
            .collect();
        pairs.par_sort_unstable();
        pairs.dedup();
        let starts = (0..=drawing.graph.node_count() as u32).map(|at| pairs.partition_point(|pair| pair.0 < at));
        Self { starts: starts.collect(), others: pairs.into_iter().map(|(_, other)| other).collect() }
    }

    fn of(&self, at: usize) -> &[u32] {
        &self.others[self.starts[at]..self.starts[at + 1]]
    }
}

/// Each vertex's share of a random walk that follows edges by weight.
pub fn pagerank(drawing: &PropertyGraph) -> Vec<f64> {
    let count = drawing.graph.node_count();
    if count == 0 {
        return Vec::new();
    }
    let mut out = vec![0.0; count];
    let mut steps: Vec<Vec<(u32, f64)>> = vec![Vec::new(); count];
    let mut step = |from: usize, to: usize, weight: f64| {
        out[from] += weight;
        steps[to].push((from as u32, weight));
    };
    for edge in drawing.graph.edge_references() {
        let (from, to, weight) = (edge.source().index(), edge.target().index(), f64::from(edge.weight().weight));
        step(from, to, weight);
        if !drawing.directed {
            step(to, from, weight);
        }
    }
    let mut ranks = vec![1.0 / count as f64; count];
    for _ in 0..100 {
        let flow: Vec<f64> = ranks.iter().zip(&out).map(|(rank, out)| rank / out).collect();
        let stuck: f64 = ranks.iter().zip(&out).filter(|(_, out)| **out == 0.0).map(|(rank, _)| rank).sum();
        let base = (1.0 - DAMPING + DAMPING * stuck) / count as f64;
        let next: Vec<f64> = (steps.par_iter())
            .map(|steps| {
                let inflow: f64 = steps.iter().map(|&(from, weight)| flow[from as usize] * weight).sum();
                base + DAMPING * inflow
            })
            .collect();
        let change: f64 = next.iter().zip(&ranks).map(|(new, old)| (new - old).abs()).sum();
        ranks = next;
        if change < SETTLED {
            break;
        }
    }
    ranks
}

/// Each vertex's share of the shortest paths between others; `progress` is told how many pivots are done, of how many.
pub fn betweenness(drawing: &PropertyGraph, mut progress: impl FnMut(u64, u64)) -> Vec<f64> {
    let beside = Neighbours::new(drawing);
    let count = drawing.graph.node_count();
    let stride = count.div_ceil(PIVOTS).max(1);
    let pivots: Vec<usize> = (0..count).step_by(stride).collect();
    let mut sums = vec![0.0; count];
    for (round, some) in pivots.chunks(ROUND).enumerate() {
        let parts: Vec<Vec<f64>> = some.par_chunks(TOGETHER).map(|pivots| paths_from(&beside, pivots)).collect();
        for part in parts {
            sums.iter_mut().zip(part).for_each(|(sum, share)| *sum += share);
        }
        progress((round * ROUND + some.len()) as u64, pivots.len() as u64);
    }
    let pairs = (count as f64 - 1.0) * (count as f64 - 2.0);
    let scale = if count > 2 { count as f64 / pivots.len() as f64 / pairs } else { 0.0 };
    sums.into_iter().map(|sum| sum * scale).collect()
}

/// For each vertex the sum of its shares of the shortest paths that begin at one of the pivots.
fn paths_from(beside: &Neighbours, pivots: &[usize]) -> Vec<f64> {
    let count = beside.starts.len() - 1;
    let mut sums = vec![0.0; count];
    let mut distance = vec![u32::MAX; count];
    let mut paths = vec![0.0f64; count];
    // Of each vertex its share by the number of paths to it: dividing once a vertex spares it for every edge.
    let mut share = vec![0.0f64; count];
    let mut order: Vec<u32> = Vec::with_capacity(count);
    for &pivot in pivots {
        distance.fill(u32::MAX);
        paths.fill(0.0);
        share.fill(0.0);
        (distance[pivot], paths[pivot]) = (0, 1.0);
        order.clear();
        order.push(pivot as u32);
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            next += 1;
            let (further, here) = (distance[at as usize] + 1, paths[at as usize]);
            for &other in beside.of(at as usize) {
                let to = other as usize;
                if distance[to] == u32::MAX {
                    distance[to] = further;
                    order.push(other);
                }
                if distance[to] == further {
                    paths[to] += here;
                }
            }
        }
        for &at in order[1..].iter().rev() {
            let at = at as usize;
            sums[at] += share[at] * paths[at];
            let (here, passed) = (distance[at], share[at] + 1.0 / paths[at]);
            for &other in beside.of(at) {
                if distance[other as usize] + 1 == here {
                    share[other as usize] += passed;
                }
            }
        }
    }
    sums
}
