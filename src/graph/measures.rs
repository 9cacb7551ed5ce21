//! Numbers of vertices: degree, weighted PageRank, betweenness, component.
//!
//! Own code, since the crates at hand sum floating-point numbers in the order in which threads happen to finish, and
//! the same graph must give the same bytes. PageRank is the power iteration of Brin and Page (1998), betweenness the
//! algorithm of Brandes (2001), from at most [`PIVOTS`] evenly spread vertices (Brandes and Pich 2007): exact up to
//! that many. Cost: PageRank about 50 × edges, betweenness pivots × edges, on all threads.

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
/// Pivots whose sums are taken together; fixed, so that sums do not depend on the number of threads.
const TOGETHER: usize = 16;

/// Measures every vertex, communities aside.
pub fn measure(drawing: &mut PropertyGraph) {
    let count = drawing.graph.node_count();
    let mut measures = vec![Measures::default(); count];
    let mut union = UnionFind::<usize>::new(count);
    for edge in drawing.graph.edge_references() {
        let (from, to) = (edge.source().index(), edge.target().index());
        measures[from].degree += 1;
        measures[from].out_degree += 1;
        measures[to].in_degree += 1;
        if from != to {
            measures[to].degree += 1;
        }
        union.union(from, to);
    }
    let components = by_size(&union.into_labeling());
    let ranks = pagerank(drawing);
    let between = betweenness(&neighbours(drawing));
    for (at, vertex) in drawing.graph.node_weights_mut().enumerate() {
        let community = vertex.measures.community;
        vertex.measures = Measures {
            component: components[at],
            pagerank: ranks[at],
            betweenness: between[at],
            community,
            ..measures[at]
        };
    }
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

/// For each vertex the others that an edge joins it with, in whichever direction, ascending.
pub(super) fn neighbours(drawing: &PropertyGraph) -> Vec<Vec<u32>> {
    let mut beside: Vec<Vec<u32>> = vec![Vec::new(); drawing.graph.node_count()];
    for edge in drawing.graph.edge_references() {
        let (from, to) = (edge.source().index(), edge.target().index());
        if from != to {
            beside[from].push(to as u32);
            beside[to].push(from as u32);
        }
    }
    beside.par_iter_mut().for_each(|list| {
        list.sort_unstable();
        list.dedup();
    });
    beside
}

fn pagerank(drawing: &PropertyGraph) -> Vec<f64> {
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
        let stuck: f64 = ranks.iter().zip(&out).filter(|(_, out)| **out == 0.0).map(|(rank, _)| rank).sum();
        let base = (1.0 - DAMPING + DAMPING * stuck) / count as f64;
        let next: Vec<f64> = (steps.par_iter())
            .map(|steps| {
                let inflow: f64 =
                    steps.iter().map(|&(from, weight)| ranks[from as usize] * weight / out[from as usize]).sum();
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

fn betweenness(beside: &[Vec<u32>]) -> Vec<f64> {
    let count = beside.len();
    let stride = count.div_ceil(PIVOTS).max(1);
    let pivots: Vec<usize> = (0..count).step_by(stride).collect();
    let parts: Vec<Vec<f64>> = pivots.par_chunks(TOGETHER).map(|pivots| paths_from(beside, pivots)).collect();
    let mut sums = vec![0.0; count];
    for part in parts {
        sums.iter_mut().zip(part).for_each(|(sum, share)| *sum += share);
    }
    let pairs = (count as f64 - 1.0) * (count as f64 - 2.0);
    let scale = if count > 2 { count as f64 / pivots.len() as f64 / pairs } else { 0.0 };
    sums.into_iter().map(|sum| sum * scale).collect()
}

/// For each vertex the sum of its shares of the shortest paths that begin at one of the pivots.
fn paths_from(beside: &[Vec<u32>], pivots: &[usize]) -> Vec<f64> {
    let count = beside.len();
    let mut sums = vec![0.0; count];
    let mut distance = vec![u32::MAX; count];
    let mut paths = vec![0.0f64; count];
    let mut share = vec![0.0f64; count];
    for &pivot in pivots {
        distance.fill(u32::MAX);
        paths.fill(0.0);
        share.fill(0.0);
        (distance[pivot], paths[pivot]) = (0, 1.0);
        let mut order = vec![pivot as u32];
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            next += 1;
            let at = at as usize;
            for &other in &beside[at] {
                let to = other as usize;
                if distance[to] == u32::MAX {
                    distance[to] = distance[at] + 1;
                    order.push(other);
                }
                if distance[to] == distance[at] + 1 {
                    paths[to] += paths[at];
                }
            }
        }
        for &at in order.iter().rev() {
            let at = at as usize;
            for &other in &beside[at] {
                let from = other as usize;
                if distance[from] + 1 == distance[at] {
                    share[from] += paths[from] / paths[at] * (1.0 + share[at]);
                }
            }
            if at != pivot {
                sums[at] += share[at];
            }
        }
    }
    sums
}
