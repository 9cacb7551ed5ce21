//! `claimgraph build`: reads documents and writes the graph; says what it did and what to do next.
//!
//! A build over a folder that is current writes nothing. Documents that did not change are not read again.

use std::io::Write;

use anyhow::Context;

use crate::claim::record::DocumentRecord;
use crate::cli::args::BuildArgs;
use crate::cli::{extract, report};
use crate::document::{Document, list, parse};
use crate::entity::ledger::Ledger;
use crate::pipeline::{self, decisions, folder, knowledge};
use crate::rdf::vocabulary::DEFAULT_BASE;

/// Runs the command.
pub(in crate::cli) fn run(args: &BuildArgs) -> anyhow::Result<bool> {
    extract::set_threads(args.reading.threads)?;
    let base = args.base.clone().unwrap_or_else(|| DEFAULT_BASE.to_string());
    oxigraph::model::NamedNode::new(&base)
        .with_context(|| format!("--base {base} is no IRI; give one such as {DEFAULT_BASE}"))?;
    let files = knowledge::files(&args.knowledge.ontology)?;
    let mut listing = list(&args.reading.input, args.reading.max_size << 20)?;
    let (ledger, mistakes) = Ledger::read(&listing.ledgers);
    listing.diagnostics.extend(mistakes);
    let header = folder::Header {
        version: env!("CARGO_PKG_VERSION").to_string(),
        knowledge: knowledge::fingerprint(&files),
        base,
        input: args.reading.input.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        files: listing.files.iter().map(|file| (file.path.clone(), file.sha256.clone())).collect(),
        manifests: listing.manifests(),
        ontology: args.knowledge.ontology.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        decisions: ledger.decisions().to_vec(),
    };
    let output = &args.output;
    if folder::is_current(output, &header) {
        report::diagnostics(&listing.diagnostics);
        eprintln!("{} is up to date: {} files, nothing changed.", output.display(), header.files.len());
        return Ok(report::is_clean(&listing.diagnostics));
    }
    let collection = parse(&listing, |_| true);
    report::diagnostics(&collection.diagnostics);
    let mut kept = folder::reusable(folder::load(output).ok(), &header);
    let mut records: Vec<Option<DocumentRecord>> = collection
        .documents
        .iter()
        .map(|document| kept.remove(&document.id).filter(|record| folder::is_of(record, document)))
        .collect();
    let changed: Vec<Document> = collection
        .documents
        .iter()
        .zip(&records)
        .filter(|(_, record)| record.is_none())
        .map(|(document, _)| document.clone())
        .collect();
    if !changed.is_empty() {
        let knowledge = extract::knowledge(&args.knowledge)?;
        let progress = report::progress(changed.len());
        let read = pipeline::read_documents(&changed, &knowledge, |_| progress.inc(1));
        progress.finish_and_clear();
        let mut read = read.into_iter();
        for record in records.iter_mut().filter(|record| record.is_none()) {
            *record = read.next();
        }
    }
    let records: Vec<DocumentRecord> = records.into_iter().flatten().collect();
    report::diagnostics(&decisions::unknown(&records, &ledger));
    let line = report::work("making the graph and its drawing", records.iter().map(|record| record.claims.len()).sum());
    let quads = folder::write(output, &header, &records, &knowledge::vocabulary(&files), report::placing(&line))?;
    line.finish_and_clear();
    summary(args, &records, &ledger, changed.len(), quads)?;
    Ok(report::is_clean(&collection.diagnostics))
}

/// What was built, and what to type next; on stderr.
fn summary(
    args: &BuildArgs,
    records: &[DocumentRecord],
    ledger: &Ledger,
    read: usize,
    quads: usize,
) -> anyhow::Result<()> {
    let mut keys: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
    for record in records {
        keys.extend(record.entities.iter().map(|entity| ledger.key_of(&entity.key, &record.id)));
    }
    let claims: usize = records.iter().map(|record| record.claims.len()).sum();
    let folder = args.output.display();
    let mut err = std::io::stderr().lock();
    writeln!(err, "{} documents ({read} read, {} unchanged)", records.len(), records.len() - read)?;
    writeln!(err, "{} entities, {claims} claims, {quads} quads", keys.len())?;
    let foreign: Vec<String> = records
        .iter()
        .filter(|record| !matches!(record.language.as_str(), "en" | "und"))
        .map(|record| format!("{} ({})", record.path, record.language))
        .collect();
    if !foreign.is_empty() {
        writeln!(err, "Not English, read for listed names and dates only: {}", foreign.join(", "))?;
    }
    writeln!(err, "Written to {folder}: graph.nq, graph.ttl, graph.graphml (open it in Gephi), annotations.jsonl")?;
    let option = if args.output.as_os_str() == "graph" { String::new() } else { format!(" -g {folder}") };
    writeln!(err, "\nNext:  claimgraph ask{option}                 the questions that you can ask")?;
    writeln!(err, "       claimgraph ask accusations{option}     who accuses whom of what")?;
    if let Some(name) = most_claimed(records) {
        writeln!(err, "       claimgraph explain {name:?}{option}     where it all comes from")?;
    }
    Ok(())
}

/// The name that most claims are about, to be shown as an example; the first of the alphabet among equals.
fn most_claimed(records: &[DocumentRecord]) -> Option<&str> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for record in records {
        for claim in &record.claims {
            let ids = [Some(&claim.subject), claim.object.as_ref()];
            for id in ids.into_iter().flatten() {
                let entity = record.entities.iter().find(|entity| entity.id == *id);
                *counts.entry(entity.map_or("", |entity| entity.name.as_str())).or_default() += 1;
            }
        }
    }
    counts
        .into_iter()
        .filter(|(name, _)| !name.is_empty())
        .max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)))
        .map(|(name, _)| name)
}
