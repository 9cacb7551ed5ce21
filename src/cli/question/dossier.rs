//! `claimgraph dossier`: all that is known of an entity or a document, as Markdown or HTML.

use std::path::Path;

use anyhow::Context;

use crate::cli::args::DossierArgs;
use crate::cli::exchange::export::write;
use crate::graph::corpus::Corpus;
use crate::graph::export::dossier::{self, html, markdown};
use crate::graph::filter::named;
use crate::pipeline::folder;

/// Runs the command.
pub(in crate::cli) fn run(args: &DossierArgs) -> anyhow::Result<bool> {
    let records = folder::load(&args.graph.graph)?.decided();
    let corpus = Corpus::new(&records);
    let dossier = match (&args.document, &args.name) {
        (Some(id), _) => dossier::of_document(&corpus, id).with_context(|| no_document(&corpus, id))?,
        (None, name) => dossier::of_entity(&corpus, named(&corpus, name.as_deref().unwrap_or_default())?),
    };
    let ending = args.output.as_deref().and_then(Path::extension);
    let text = match ending.is_some_and(|ending| ending == "html" || ending == "htm") {
        true => html::write(&dossier),
        false => markdown::write(&dossier),
    };
    write(text.as_bytes(), args.output.as_deref())
}

fn no_document(corpus: &Corpus, id: &str) -> String {
    let known: Vec<&str> = corpus.documents.iter().take(8).map(|document| document.id.as_str()).collect();
    let more = if corpus.documents.len() > known.len() { " …" } else { "" };
    format!("no document {id:?}; there are {}{more}", known.join(", "))
}
