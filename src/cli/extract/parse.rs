//! `claimgraph parse`: sentences as the rules see them, for those who write rules and for measuring.
//!
//! In: files, folders or standard input. Out: CoNLL-U, or for each sentence its place (in code points), its words and one
//! line a frame (see [`show::line`]). Names are found first, as in a build, since they are single words to the parser;
//! but every sentence is parsed here, also those that a build would skip.

use std::io::Write;

use crate::cli::args::{ParseArgs, ParseFormat};
use crate::cli::{extract, report};
use crate::document::{CodePoints, Document, Span, read};
use crate::mention;
use crate::pipeline::Knowledge;
use crate::syntax::conllu;
use crate::syntax::frames::{Phrases, show};

const MAX_BYTES: u64 = 64 << 20;

/// Runs the command.
pub(in crate::cli) fn run(args: &ParseArgs) -> anyhow::Result<bool> {
    let knowledge = extract::knowledge(&args.knowledge)?;
    let collection = read(std::slice::from_ref(&args.input), MAX_BYTES)?;
    report::diagnostics(&collection.diagnostics);
    let all = |show: fn(&Document, &Knowledge) -> String| {
        collection.documents.iter().map(|document| show(document, &knowledge)).collect::<String>()
    };
    match args.format {
        ParseFormat::Conllu => report::print(|out| Ok(out.write_all(all(document_conllu).as_bytes())?))?,
        ParseFormat::Frames => report::tell(&all(document_frames))?,
    };
    Ok(report::is_clean(&collection.diagnostics))
}

fn document_conllu(document: &Document, knowledge: &Knowledge) -> String {
    let mut out = format!("# newdoc id = {}\n", document.id);
    let text = &document.text;
    for (sentence, units) in sentences(document, knowledge) {
        out.push_str(&conllu::write(text, &sentence, &knowledge.syntax.tree(text, &sentence, &units)));
        out.push('\n');
    }
    out
}

fn document_frames(document: &Document, knowledge: &Knowledge) -> String {
    let text = &document.text;
    let points = CodePoints::new(text);
    let mut out = format!("=== {}\n", document.path);
    for (sentence, units) in sentences(document, knowledge) {
        let tree = knowledge.syntax.tree(text, &sentence, &units);
        let phrases = Phrases::new(text, &sentence, &tree);
        let words = sentence.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&format!("\n[{}] {words}\n", points.offset(sentence.span.start)));
        for (number, frame) in phrases.frames().iter().enumerate() {
            out.push_str(&format!("  {number}. {}\n", show::line(&phrases, frame)));
        }
    }
    out
}

/// The sentences of a document, each with the names in it that are single words to the parser.
fn sentences(document: &Document, knowledge: &Knowledge) -> Vec<(crate::syntax::Sentence, Vec<Span>)> {
    let text = &document.text;
    let mut sentences = knowledge.syntax.sentences(text);
    let dates = mention::dates::dates(text, &sentences, document.metadata.date.as_deref());
    let mentions = mention::recognize(text, &sentences, &knowledge.gazetteer, dates);
    mention::tag_names(text, &mut sentences, &mentions, &knowledge.syntax);
    let inside = |sentence: &crate::syntax::Sentence| {
        mentions.units.iter().copied().filter(|unit| sentence.span.contains(*unit)).collect()
    };
    sentences.into_iter().map(|sentence| (sentence.clone(), inside(&sentence))).collect()
}
