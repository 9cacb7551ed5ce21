//! Writing and measuring a graph of 100,000 vertices and 1,000,000 edges: `cargo bench --bench scale`.
//!
//! In: a generated property graph. Out: edges a second for each format without layout, and what measures, communities and
//! layout cost. Best of three for the writers, one run for the rest; no thresholds, since machines differ.

use std::io;
use std::time::Instant;

use claimgraph::graph::export::{gexf, graphml};
use claimgraph::graph::property::{Edge, PropertyGraph, Vertex};
use claimgraph::graph::{communities, layout, looks, measures};
use petgraph::graph::{DiGraph, NodeIndex};

const VERTICES: usize = 100_000;
const EDGES: usize = 1_000_000;

fn generated() -> PropertyGraph {
    let mut graph = DiGraph::with_capacity(VERTICES, EDGES);
    for number in 0..VERTICES {
        graph.add_node(Vertex {
            id: format!("person/p{number}"),
            label: format!("Person {number}"),
            name: format!("Person {number}"),
            class: "Person".into(),
            documents: 3,
            mentions: 9,
            ..Vertex::default()
        });
    }
    let mut state = 1u64;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    for number in 0..EDGES {
        let hub = below(VERTICES) + 1;
        let (from, to) = (NodeIndex::new(below(hub)), NodeIndex::new(below(VERTICES)));
        let mut stances = [0; 6];
        stances[number % 6] = 1;
        let mut edge = Edge {
            predicate: ["meets", "accuses", "detains"][number % 3].into(),
            weight: 1,
            stances,
            sources: "The Gull & Sons".into(),
            documents: 1,
            first: Some("2021-05-02".into()),
            last: Some("2021-05-02".into()),
            sample: "A sentence of about the length that one has in news says who did what to whom.".into(),
            ..Edge::default()
        };
        edge.take_stance();
        graph.add_edge(from, to, edge);
    }
    PropertyGraph { graph, directed: true }
}

fn timed<T>(mut work: impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

fn main() {
    let mut drawing = generated();
    looks::dress(&mut drawing, looks::ColourBy::Class);
    let best = |work: &mut dyn FnMut()| (0..3).map(|_| timed(&mut *work)).fold(f64::INFINITY, f64::min);
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        for profile in [graphml::Profile::Gephi, graphml::Profile::Yed, graphml::Profile::Cytoscape] {
            let seconds = best(&mut || {
                pool.install(|| graphml::write_drawing(&drawing, profile, &mut io::sink())).expect("nothing is kept");
            });
            println!("graphml {profile:10?} {threads} threads {:>10.0} edges/s", EDGES as f64 / seconds);
        }
        let seconds =
            best(&mut || pool.install(|| gexf::write_drawing(&drawing, &mut io::sink())).expect("nothing is kept"));
        println!("gexf               {threads} threads {:>10.0} edges/s", EDGES as f64 / seconds);
    }
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let mut show = |what: &str, work: &mut (dyn FnMut(&mut PropertyGraph) + Send)| {
            let seconds = timed(|| pool.install(|| work(&mut drawing)));
            println!("{what:12} {threads} threads {seconds:>8.1} s");
        };
        show("communities", &mut communities::find);
        show("pagerank", &mut |drawing| drop(measures::pagerank(drawing)));
        show("betweenness", &mut |drawing| drop(measures::betweenness(drawing, |_, _| ())));
        show("all measures", &mut |drawing| measures::measure(drawing, |_, _| ()));
        show("layout", &mut |drawing| layout::place(drawing, |_, _| ()));
    }
}
