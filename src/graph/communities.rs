//! Communities: groups of vertices with more edges among them than chance would give.
//!
//! The Louvain method (Blondel et al. 2008) on weights, edges without direction; afterwards each community is split
//! into its connected parts, which is what Leiden (Traag et al. 2019) adds to it. Vertices are visited in their order
//! and ties go to the lower number, so the same graph always gives the same groups.

use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;

use super::measures::by_size;
use super::property::PropertyGraph;

/// A move must gain more than this, or rounding would keep vertices moving.
const GAIN: f64 = 1e-12;
/// Rounds over all vertices in one level at most; more than ten are rare.
const ROUNDS: usize = 32;

/// Weighted neighbours of each vertex, each pair on both sides, loops apart.
struct Level {
    beside: Vec<Vec<(u32, f64)>>,
    loops: Vec<f64>,
}

/// Gives every vertex the number of its community.
pub fn find(drawing: &mut PropertyGraph) {
    let count = drawing.graph.node_count();
    let mut level = first_level(drawing);
    let mut member: Vec<usize> = (0..count).collect();
    loop {
        let groups = settle(&level);
        let size = groups.iter().max().map_or(0, |most| most + 1);
        if size == level.beside.len() {
            break;
        }
        for group in &mut member {
            *group = groups[*group];
        }
        level = fold(&level, &groups, size);
    }
    let mut parts = UnionFind::<usize>::new(count);
    for edge in drawing.graph.edge_references() {
        let (from, to) = (edge.source().index(), edge.target().index());
        if member[from] == member[to] {
            parts.union(from, to);
        }
    }
    for (vertex, community) in drawing.graph.node_weights_mut().zip(by_size(&parts.into_labeling())) {
        vertex.measures.community = community;
    }
}

fn first_level(drawing: &PropertyGraph) -> Level {
    let count = drawing.graph.node_count();
    let mut level = Level { beside: vec![Vec::new(); count], loops: vec![0.0; count] };
    for edge in drawing.graph.edge_references() {
        let (from, to, weight) = (edge.source().index(), edge.target().index(), f64::from(edge.weight().weight));
        if from == to {
            level.loops[from] += weight;
        } else {
            level.beside[from].push((to as u32, weight));
            level.beside[to].push((from as u32, weight));
        }
    }
    level.beside.iter_mut().for_each(join);
    level
}

/// Sorts neighbours and adds up those that are the same.
fn join(list: &mut Vec<(u32, f64)>) {
    list.sort_by_key(|&(other, _)| other);
    list.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
}

/// Moves vertices to the neighbouring group that gains most, until none moves; groups are numbered from 0.
fn settle(level: &Level) -> Vec<usize> {
    let count = level.beside.len();
    let strength: Vec<f64> = (level.beside.iter().zip(&level.loops))
        .map(|(list, own)| list.iter().map(|(_, weight)| weight).sum::<f64>() + 2.0 * own)
        .collect();
    let all: f64 = strength.iter().sum();
    let mut group: Vec<usize> = (0..count).collect();
    let mut total = strength.clone();
    let mut links = vec![0.0; count];
    let mut near: Vec<usize> = Vec::new();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for at in 0..count {
            let own = group[at];
            near.clear();
            near.push(own);
            for &(other, weight) in &level.beside[at] {
                links[group[other as usize]] += weight;
                near.push(group[other as usize]);
            }
            near.sort_unstable();
            near.dedup();
            total[own] -= strength[at];
            let gain = |to: usize| links[to] - strength[at] * total[to] / all;
            let mut best = (own, gain(own));
            for &to in &near {
                if gain(to) > best.1 + GAIN {
                    best = (to, gain(to));
                }
            }
            total[best.0] += strength[at];
            group[at] = best.0;
            moved |= best.0 != own;
            near.iter().for_each(|&to| links[to] = 0.0);
        }
        if !moved {
            break;
        }
    }
    number(&group)
}

/// Numbers groups from 0 in the order of their first members.
fn number(group: &[usize]) -> Vec<usize> {
    let mut new = vec![usize::MAX; group.len()];
    let mut next = 0;
    (group.iter())
        .map(|&old| {
            if new[old] == usize::MAX {
                new[old] = next;
                next += 1;
            }
            new[old]
        })
        .collect()
}

/// The graph of the groups.
fn fold(level: &Level, groups: &[usize], size: usize) -> Level {
    let mut folded = Level { beside: vec![Vec::new(); size], loops: vec![0.0; size] };
    for (at, list) in level.beside.iter().enumerate() {
        let from = groups[at];
        folded.loops[from] += level.loops[at];
        for &(other, weight) in list {
            let to = groups[other as usize];
            if from == to {
                folded.loops[from] += weight / 2.0;
            } else {
                folded.beside[from].push((to as u32, weight));
            }
        }
    }
    folded.beside.iter_mut().for_each(join);
    folded
}
