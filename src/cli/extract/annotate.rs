//! `claimgraph annotate`: what the documents say, one JSON object a document, as JSON Lines.
//!
//! The shape is that of [`mod@crate::claim::record`]. Nothing is kept: this is the command for scoring and for pipes.

use crate::cli::args::AnnotateArgs;
use crate::cli::exchange::export::write;
use crate::cli::{extract, report};

/// Runs the command.
pub(in crate::cli) fn run(args: &AnnotateArgs) -> anyhow::Result<bool> {
    extract::set_threads(args.reading.threads)?;
    let knowledge = extract::knowledge(&args.knowledge)?;
    let collection = crate::document::read(&args.reading.input, args.reading.max_size << 20)?;
    report::diagnostics(&collection.diagnostics);
    let progress = report::progress(collection.documents.len());
    let records = crate::pipeline::read_documents(&collection.documents, &knowledge, |_| progress.inc(1));
    progress.finish_and_clear();
    let mut lines = Vec::new();
    for record in &records {
        serde_json::to_writer(&mut lines, record)?;
        lines.push(b'\n');
    }
    write(&lines, args.output.as_deref())?;
    Ok(report::is_clean(&collection.diagnostics))
}
