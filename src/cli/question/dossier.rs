//! `claimgraph dossier`: all that is known of an entity or a document, as Markdown or HTML.

use std::path::Path;

use anyhow::{Context, bail};

use crate::cli::args::DossierArgs;
use crate::cli::exchange::export::write;
use crate::graph::corpus::Corpus;
use crate::graph::export::dossier::{self, html, markdown};
use crate::graph::filter::named;
use crate::pipeline::folder;

/// Runs the command.
pub(in crate::cli) fn run(args: &DossierArgs) -> anyhow::Result<bool> {
    let is_html = is_html(args.output.as_deref())?;
    let records = folder::load(&args.graph.graph)?.decided();
    let corpus = Corpus::new(&records);
    let no_document = |id: &str| format!("no document {id:?}{}", corpus.near_document(id));
    let dossier = match (&args.document, &args.name) {
        (Some(id), _) => dossier::of_document(&corpus, id).with_context(|| no_document(id))?,
        (None, name) => dossier::of_entity(&corpus, named(&corpus, name.as_deref().unwrap_or_default())?),
    };
    let text = match is_html {
        true => html::write(&dossier),
        false => markdown::write(&dossier),
    };
    write(text.as_bytes(), args.output.as_deref())
}

/// Whether the file becomes HTML, as its ending says; Markdown is text, and any other ending is refused.
fn is_html(file: Option<&Path>) -> anyhow::Result<bool> {
    let ending = file.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => Ok(true),
        None | Some("md" | "markdown" | "txt") => Ok(false),
        Some(other) => bail!("a dossier can't be written as .{other}; give a file that ends in .md or .html"),
    }
}
