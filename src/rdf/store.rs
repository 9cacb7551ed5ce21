//! The graph in memory, as an Oxigraph store, and the files that it is kept in.
//!
//! In: the folder that `build` wrote. Out: [`Graph`], which answers SPARQL over all named graphs together. `graph.nq` is
//! the dataset, sorted; `imports.nq` holds what was imported beside it. All SPARQL goes through here; nothing reaches the
//! network, and nothing changes the graph.

use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

use super::vocabulary::PREFIXES;

/// The dataset's file in a graph folder.
pub const DATASET: &str = "graph.nq";
/// The file of imported data.
pub const IMPORTS: &str = "imports.nq";

/// Why a graph can't be opened or asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no graph in the folder.
    #[error("no graph in {0}; run `claimgraph build INPUT -o {0}` first")]
    Missing(PathBuf),
    /// A file can't be read.
    #[error("can't read {path}: {problem}; run `claimgraph build` again")]
    Broken {
        /// Which.
        path: PathBuf,
        /// Why.
        problem: String,
    },
    /// The query has a mistake.
    #[error("the query can't be read: {0}")]
    Syntax(String),
    /// The query could not be answered.
    #[error("the query failed: {0}")]
    Evaluation(String),
}

/// A loaded graph.
pub struct Graph {
    store: Store,
}

impl Graph {
    /// Loads the dataset and the imports of a folder.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let dataset = folder.join(DATASET);
        if !dataset.is_file() {
            return Err(StoreError::Missing(folder.to_path_buf()));
        }
        let graph = Self::empty();
        for path in [dataset, folder.join(IMPORTS)] {
            if path.is_file() {
                let broken = |problem: String| StoreError::Broken { path: path.clone(), problem };
                let bytes = std::fs::read(&path).map_err(|problem| broken(problem.to_string()))?;
                let parser = RdfParser::from_format(RdfFormat::NQuads);
                let mut loader = graph.store.bulk_loader();
                loader.load_from_slice(parser, &bytes).map_err(|problem| broken(problem.to_string()))?;
                loader.commit().map_err(|problem| broken(problem.to_string()))?;
            }
        }
        Ok(graph)
    }

    /// A graph of given quads.
    pub fn of(quads: &[Quad]) -> Self {
        let graph = Self::empty();
        let loaded = graph.store.extend(quads.iter().cloned());
        loaded.expect("a store in memory takes every quad");
        graph
    }

    fn empty() -> Self {
        Self { store: Store::new().expect("a store in memory needs nothing of the world") }
    }

    /// Asks a query; prefixes of [`PREFIXES`] are known, and all named graphs together are the default graph.
    pub fn query(&self, query: &str) -> Result<QueryResults<'static>, StoreError> {
        let mut evaluator = SparqlEvaluator::new();
        for (prefix, namespace) in PREFIXES {
            evaluator = evaluator.with_prefix(prefix, namespace).expect("our prefixes are valid IRIs");
        }
        let mut prepared = evaluator.parse_query(query).map_err(|problem| StoreError::Syntax(problem.to_string()))?;
        if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        prepared.on_store(&self.store).execute().map_err(|problem| StoreError::Evaluation(problem.to_string()))
    }

    /// How many quads there are.
    pub fn len(&self) -> usize {
        self.store.len().unwrap_or(0)
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All quads, sorted by their N-Quads form.
    pub fn quads(&self) -> Vec<Quad> {
        let mut quads: Vec<Quad> = self.store.iter().flatten().collect();
        quads.sort_by_cached_key(ToString::to_string);
        quads
    }
}
