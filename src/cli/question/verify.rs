//! `claimgraph verify`: the graph against the documents that it was built from, and against its own laws.
//!
//! Everything is read again: the files, the ontology, the dataset, the imports. What is wrong is data (stdout), one line each; the
//! summary is talk (stderr). Exit code 1 where something is wrong.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::Context;

use crate::cli::args::VerifyArgs;
use crate::cli::report::{self, text::count};
use crate::document;
use crate::entity::ledger::{Decision, Ledger};
use crate::pipeline::{Knowledge, folder};
use crate::rdf::store::{IMPORTS, read};
use crate::rdf::verify::{self, Finding};

/// Larger files were skipped by `build` already.
const MAX_BYTES: u64 = 4 << 30;

/// Runs the command.
pub(in crate::cli) fn run(args: &VerifyArgs) -> anyhow::Result<bool> {
    let kept = folder::load(&args.graph.graph)?;
    let graph = super::open(&args.graph.graph)?;
    let inputs: Vec<PathBuf> = match args.input.as_slice() {
        [] => kept.header.input.iter().map(PathBuf::from).collect(),
        given => given.to_vec(),
    };
    let hint = "give the folder that the graph was built from with --input";
    let listing = document::list(&inputs, MAX_BYTES).with_context(|| hint)?;
    let collection = document::parse(&listing);
    let by_id: BTreeMap<&str, &document::Document> =
        collection.documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let knowledge = knowledge(args, &kept.header)?;
    let progress = report::progress(kept.read.len());
    let mut findings: Vec<Finding> = Vec::new();
    for record in &kept.read {
        progress.inc(1);
        match by_id.get(record.id.as_str()) {
            Some(document) => findings.extend(verify::document(record, document, &knowledge.gazetteer)),
            None => findings.push(Finding {
                law: 3,
                place: record.id.clone(),
                message: format!("its file {} is not there; {hint}", record.path),
            }),
        }
    }
    progress.finish_and_clear();
    let decided = kept.clone().decided();
    // Where the documents lie elsewhere, so do their files of decisions.
    let what = |decision: &Decision| Decision { at: String::new(), ..decision.clone() };
    let decided_now: Vec<Decision> = Ledger::read(&listing.ledgers).0.decisions().iter().map(what).collect();
    if decided_now != kept.header.decisions.iter().map(what).collect::<Vec<_>>() {
        findings.push(Finding {
            law: 3,
            place: document::LEDGERS.join(", "),
            message: "what people decided has changed since the graph was built; build again".to_string(),
        });
    }
    let imports = read(&args.graph.graph.join(IMPORTS))?;
    findings.extend(verify::dataset(graph.mint(), &decided, &graph.dataset()?, &imports));
    let mut text = String::new();
    for finding in &findings {
        writeln!(text, "{}: {}: {}", finding.kind(), finding.place, finding.message)?;
    }
    report::tell(&text)?;
    let sum = |of: fn(&crate::claim::record::DocumentRecord) -> usize| kept.read.iter().map(of).sum::<usize>();
    report::say(&format!(
        "{}, {}, {} checked: {}",
        count(kept.read.len(), "document"),
        count(sum(|record| record.mentions.len()), "mention"),
        count(sum(|record| record.claims.len()), "claim"),
        if findings.is_empty() {
            "all is in order.".to_string()
        } else {
            format!("{}.", count(findings.len(), "finding"))
        }
    ));
    Ok(findings.is_empty())
}

/// The knowledge that the graph was built with: without it, every listed name would look invented.
fn knowledge(args: &VerifyArgs, header: &folder::Header) -> anyhow::Result<Knowledge> {
    let folders: Vec<PathBuf> = match args.ontology.as_slice() {
        [] => header.ontology.iter().map(PathBuf::from).collect(),
        given => given.to_vec(),
    };
    let shown = |folders: &[PathBuf]| match folders {
        [] => "the built-in ontology".to_string(),
        some => format!("--ontology {}", some.iter().map(|at| at.display().to_string()).collect::<Vec<_>>().join(",")),
    };
    let recorded: Vec<PathBuf> = header.ontology.iter().map(PathBuf::from).collect();
    let (knowledge, _) = Knowledge::load(&folders)
        .with_context(|| format!("the graph was built with {}; say where that is now", shown(&recorded)))?;
    let version = env!("CARGO_PKG_VERSION");
    anyhow::ensure!(
        knowledge.sha256 == header.knowledge,
        "the graph was built with {} by version {} ({}), and {} of version {version} is another ({}); \
         build again, or give the folders it was built with by --ontology",
        shown(&recorded),
        header.version,
        short(&header.knowledge),
        shown(&folders),
        short(&knowledge.sha256),
    );
    Ok(knowledge)
}

/// The beginning of a hash, for people.
fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}
