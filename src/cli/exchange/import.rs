//! `claimgraph import`: open data beside the graph, each set in a named graph of its own.
//!
//! In: RDF files in any format, told by their ending. Out: `imports.nq`, written whole, so that a mistake in any file
//! changes nothing. A triple that stands in our graph or in another import is left out, since no triple may stand in
//! two graphs; importing into a graph again replaces it. `build` leaves imports alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, bail};
use oxigraph::io::RdfParser;
use oxigraph::model::{BlankNode, GraphName, NamedNode, NamedOrBlankNode, Quad, Term};

use crate::cli::args::ImportArgs;
use crate::cli::question::open;
use crate::cli::report::{self, text::count};
use crate::diagnostic::suggestion;
use crate::rdf::store::{Graph, IMPORTS, read, save};
use crate::rdf::{assert, formats};

/// Runs the command.
pub(in crate::cli) fn run(args: &ImportArgs) -> anyhow::Result<bool> {
    let graph = open(&args.folder)?;
    let path = args.folder.join(IMPORTS);
    let name = name(args, &graph)?;
    if name.as_str().starts_with(graph.mint().base()) && args.graph_iri.is_some() {
        bail!("{} lies below the graph's own base; choose another IRI", name.as_str());
    }
    let target = GraphName::from(name.clone());
    let (old, mut kept): (Vec<Quad>, Vec<Quad>) = read(&path)?.into_iter().partition(|quad| quad.graph_name == target);
    if args.remove && old.is_empty() {
        let names: BTreeSet<String> = kept.iter().filter_map(|quad| graph_iri(&quad.graph_name)).collect();
        let known = suggestion(name.as_str(), names.iter().map(String::as_str));
        bail!("nothing was imported into {}{known}", name.as_str());
    }
    let before = kept.len();
    let mut known: BTreeSet<String> = graph.dataset()?.iter().chain(&kept).map(triple).collect();
    let mut double = 0;
    for file in &args.files {
        let line = report::reading(file);
        for quad in named_alike(parse(file)?, name.as_str(), file) {
            let quad = Quad { graph_name: target.clone(), ..quad };
            if known.insert(triple(&quad)) {
                kept.push(quad);
            } else {
                double += 1;
            }
        }
        line.finish_and_clear();
    }
    let added = kept.len() - before;
    save(&path, |mut out| formats::nquads(&assert::sorted(kept), &mut out))?;
    match args.remove {
        true => report::say(&format!("Took {} out: {}.", name.as_str(), count(old.len(), "triple"))),
        false => report::say(&format!(
            "{} in {}; {double} left out that stand elsewhere already.",
            count(added, "triple"),
            name.as_str()
        )),
    }
    Ok(true)
}

/// The graph's IRI: as given, else made from the first file's name.
fn name(args: &ImportArgs, graph: &Graph) -> anyhow::Result<NamedNode> {
    match &args.graph_iri {
        Some(iri) => NamedNode::new(iri)
            .with_context(|| format!("--graph {iri} is no IRI such as https://ror.org/; the folder is -g DIR")),
        None => {
            let stem = args.files.first().and_then(|file| file.file_stem()).unwrap_or_default();
            Ok(graph.mint().graph(&format!("import/{}", stem.to_string_lossy())))
        }
    }
}

fn graph_iri(graph: &GraphName) -> Option<String> {
    match graph {
        GraphName::NamedNode(iri) => Some(iri.as_str().to_string()),
        _ => None,
    }
}

fn triple(quad: &Quad) -> String {
    format!("{} {} {}", quad.subject, quad.predicate, quad.object)
}

fn parse(file: &Path) -> anyhow::Result<Vec<Quad>> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let format = formats::format(ending).with_context(|| {
        format!(
            "{}: no RDF format is known by its ending; there are .ttl .nt .nq .trig .rdf .xml .jsonld .n3",
            file.display()
        )
    })?;
    let bytes = std::fs::read(file).with_context(|| format!("can't read {}", file.display()))?;
    let base = format!("file:///{}", file.file_name().unwrap_or_default().to_string_lossy().replace(' ', "%20"));
    let parser = RdfParser::from_format(format);
    let parser = parser.clone().with_base_iri(base).unwrap_or(parser);
    let quads: Result<Vec<Quad>, _> = parser.for_slice(&bytes).collect();
    quads.map_err(|problem| {
        let place =
            problem.location().map_or(String::new(), |at| format!(":{}:{}", at.start.line + 1, at.start.column + 1));
        anyhow::anyhow!("{}{place}: {problem}; nothing was imported, mend the file and import it again", file.display())
    })
}

/// Blank nodes under names that depend on graph, file and order alone: parsers name them at random, and those of two files
/// are different things.
fn named_alike(mut quads: Vec<Quad>, graph: &str, file: &Path) -> Vec<Quad> {
    let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let prefix = &crate::document::sha256(format!("{graph}\n{file}").as_bytes())[..12];
    let mut names: BTreeMap<String, BlankNode> = BTreeMap::new();
    let mut name = |node: &BlankNode| {
        let next = names.len() + 1;
        let named = || BlankNode::new_unchecked(format!("b{prefix}n{next}"));
        names.entry(node.as_str().to_string()).or_insert_with(named).clone()
    };
    for quad in &mut quads {
        if let NamedOrBlankNode::BlankNode(node) = &mut quad.subject {
            *node = name(node);
        }
        if let Term::BlankNode(node) = &mut quad.object {
            *node = name(node);
        }
    }
    quads
}
