//! `claimgraph build`: reads documents and writes the graph; says what it did and what to do next.
//!
//! A build over a folder that is current writes nothing. Documents that did not change are not read again.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;

use crate::claim::record::DocumentRecord;
use crate::cli::args::BuildArgs;
use crate::cli::report::text::{columns, count, counted, padded};
use crate::cli::{extract, report};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Listing, list, parse};
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
    let mut header = header(args, base, knowledge::fingerprint(&files), &listing, &ledger);
    let output = &args.output;
    let current = folder::current(output, &header);
    if current == Some(false) {
        return up_to_date(args, &header, &listing.diagnostics);
    }
    let collection = parse(&listing);
    let mut diagnostics = collection.diagnostics;
    let kept = folder::reusable(folder::load(output).ok(), &header);
    let (records, changed) = records(args, &collection.documents, kept)?;
    diagnostics.extend(decisions::unknown(&records, &ledger));
    if current.is_some() {
        return up_to_date(args, &header, &diagnostics);
    }
    header.remarks = !diagnostics.is_empty();
    report::diagnostics(&diagnostics);
    if records.is_empty() && !output.join(folder::RECORDS).exists() {
        report::say(&format!("No document was found, so that nothing was written to {}.", output.display()));
        return Ok(false);
    }
    let line = report::work("making the graph and its drawing", records.iter().map(|record| record.claims.len()).sum());
    let quads = folder::write(output, &header, &records, &knowledge::vocabulary(&files), report::drawing(&line, ""))?;
    line.finish_and_clear();
    summary(args, &records, &ledger, changed, quads);
    about(&listing.about);
    if records.iter().any(|record| !record.claims.is_empty()) {
        report::say(&next(args, most_claimed(&records)));
    }
    Ok(report::is_clean(&diagnostics))
}

/// What the graph's folder says of the build: the input, by its hashes, and with what it was read.
fn header(args: &BuildArgs, base: String, knowledge: String, listing: &Listing, ledger: &Ledger) -> folder::Header {
    folder::Header {
        version: env!("CARGO_PKG_VERSION").to_string(),
        knowledge,
        base,
        input: args.reading.input.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        files: listing.files.iter().map(|file| (file.place().file, file.sha256.clone())).collect(),
        manifests: listing.manifests(),
        ontology: args.knowledge.ontology.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        decisions: ledger.decisions().to_vec(),
        remarks: false,
    }
}

/// The records of all documents, those that did not change taken from `kept`, and how many were read.
fn records(
    args: &BuildArgs,
    documents: &[Document],
    mut kept: BTreeMap<String, DocumentRecord>,
) -> anyhow::Result<(Vec<DocumentRecord>, usize)> {
    let mut records: Vec<Option<DocumentRecord>> = documents
        .iter()
        .map(|document| kept.remove(&document.id).filter(|record| folder::is_of(record, document)))
        .collect();
    let changed: Vec<Document> = documents
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
    Ok((records.into_iter().flatten().collect(), changed.len()))
}

/// Says that nothing was written, and again what is wrong with the documents.
fn up_to_date(args: &BuildArgs, header: &folder::Header, diagnostics: &[Diagnostic]) -> anyhow::Result<bool> {
    report::diagnostics(diagnostics);
    let files = count(header.files.len(), "file");
    report::say(&format!("{} is up to date: {files}, nothing changed.", args.output.display()));
    Ok(report::is_clean(diagnostics))
}

/// What was built; on stderr.
fn summary(args: &BuildArgs, records: &[DocumentRecord], ledger: &Ledger, read: usize, quads: usize) {
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for record in records {
        keys.extend(record.entities.iter().map(|entity| ledger.key_of(&entity.key, &record.id)));
    }
    let claims: usize = records.iter().map(|record| record.claims.len()).sum();
    let folder = args.output.display();
    let unchanged = records.len() - read;
    report::say(&format!("{} ({read} read, {unchanged} unchanged)", count(records.len(), "document")));
    let entities = counted(keys.len(), "entity", "entities");
    report::say(&format!("{entities}, {}, {}", count(claims, "claim"), count(quads, "quad")));
    let foreign: Vec<String> = records
        .iter()
        .filter(|record| !matches!(record.language.as_str(), "en" | "und"))
        .map(|record| format!("{} ({})", record.path, record.language))
        .collect();
    if !foreign.is_empty() {
        report::say(&format!("Not English, read for listed names and dates only: {}", foreign.join(", ")));
    }
    if records.is_empty() {
        report::say(&format!("No document was found: {folder} was emptied."));
        return;
    }
    report::say(&format!(
        "Written to {folder}: graph.nq, graph.ttl, graph.graphml (open it in Gephi), annotations.jsonl"
    ));
}

/// Names the files that were not read because of their names.
fn about(files: &[String]) {
    if !files.is_empty() {
        let files = files.join(", ");
        report::say(&format!("Not read, since they tell about the documents: {files} (give a file itself to read it)"));
    }
}

/// What to type next, in two columns.
fn next(args: &BuildArgs, name: Option<&str>) -> String {
    let folder = args.output.display().to_string();
    let option = if folder == "graph" { String::new() } else { format!(" -g {}", quoted(&folder)) };
    let mut lines = vec![
        (format!("claimgraph ask{option}"), "the questions that you can ask"),
        (format!("claimgraph ask accusations{option}"), "who accuses whom of what"),
    ];
    lines.extend(name.map(|name| (format!("claimgraph explain {}{option}", quoted(name)), "where it all comes from")));
    let widest = lines.iter().map(|(command, _)| columns(command)).max().unwrap_or(0);
    let line = |(command, what): (String, &str)| format!("{}  {what}", padded(&command, widest));
    format!("\nNext:  {}", lines.into_iter().map(line).collect::<Vec<_>>().join("\n       "))
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    if word.chars().all(plain) { word.to_string() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// The name that most claims are about, to be shown as an example; the first of the alphabet among equals.
fn most_claimed(records: &[DocumentRecord]) -> Option<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
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
