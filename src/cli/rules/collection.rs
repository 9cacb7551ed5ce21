//! Rules on a folder: `rules test FOLDER --gold FILE`, `rules cover`, `rules diff`.
//!
//! In: documents, rules, for scoring gold. Out: figures by rule, sentences without a claim, claims gained and lost, each
//! with its sentence. Nothing is kept. Exit code 0, also where claims are missed; where two sets of rules differ, or a
//! document can't be read, 1.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::claim::record::DocumentRecord;
use crate::cli::args::{CoverArgs, DiffArgs, Knowledge as KnowledgeArgs};
use crate::cli::report::text::{clean, count};
use crate::cli::{extract, report};
use crate::document::{Collection, read};
use crate::pipeline::score::{self, Tally};
use crate::pipeline::{Knowledge, cover, examples, read_documents};

const MAX_BYTES: u64 = 64 << 20;

/// `rules test FOLDER --gold FILE`.
pub(super) fn gold(input: &[PathBuf], gold: &Path, args: &KnowledgeArgs) -> anyhow::Result<bool> {
    let knowledge = extract::knowledge(args)?;
    let text = std::fs::read_to_string(gold).with_context(|| format!("can't read {}", gold.display()))?;
    let gold = score::read(&text)
        .with_context(|| format!("{} is no gold; one JSON object a line, as `annotate` prints it", gold.display()))?;
    let collection = read(input, MAX_BYTES)?;
    report::diagnostics(&collection.diagnostics);
    let records = read_documents(&collection.documents, &knowledge, |_| ());
    let texts: BTreeMap<String, String> =
        collection.documents.iter().map(|document| (document.id.clone(), document.text.clone())).collect();
    let score = score::score(&gold, &records, &texts);
    tell(|out| {
        let mut last = "";
        for wrong in &score.missed {
            if wrong.predicate != last {
                writeln!(out, "missed: {}", wrong.predicate)?;
                last = &wrong.predicate;
            }
            writeln!(out, "  {}  {}\n      {}", wrong.document, clean(&wrong.claim), clean(&wrong.sentence))?;
        }
        writeln!(out, "\n{:<22} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}", "", "P", "R", "F1", "right", "made", "gold")?;
        for (title, list) in [("predicate", &score.by_predicate), ("rule (R: of its predicates' gold)", &score.by_rule)]
        {
            writeln!(out, "{title}")?;
            for (name, tally) in list {
                writeln!(out, "  {}", line(name, *tally))?;
            }
        }
        writeln!(out, "{}", line("all claims", score.all))
    })?;
    Ok(report::is_clean(&collection.diagnostics))
}

/// Tells what is written: sentences, which break between words on a terminal.
fn tell(write: impl FnOnce(&mut String) -> std::fmt::Result) -> anyhow::Result<bool> {
    let mut text = String::new();
    write(&mut text)?;
    report::tell(&text)
}

fn line(name: &str, tally: Tally) -> String {
    let (precision, recall, f1) = tally.figures();
    let Tally { right, made, gold } = tally;
    format!("{name:<20} {precision:>6.3} {recall:>6.3} {f1:>6.3} {right:>6} {made:>6} {gold:>6}")
}

/// `rules cover`.
pub(super) fn cover(args: &CoverArgs) -> anyhow::Result<bool> {
    let knowledge = extract::knowledge(&args.knowledge)?;
    let collection = read(&args.input, MAX_BYTES)?;
    report::diagnostics(&collection.diagnostics);
    let cover = cover::cover(&collection.documents, &knowledge);
    tell(|out| {
        for gap in &cover.gaps {
            writeln!(out, "{}  [{}]\n      {}", clean(&gap.document), gap.triggers.join(", "), clean(&gap.sentence))?;
        }
        writeln!(out, "\nrules that never fired: {}", cover.idle.join(", "))?;
        let gaps = count(cover.gaps.len(), "sentence");
        writeln!(out, "{gaps} with a trigger or cue and no claim, of {} with one", cover.cued)?;
        writeln!(out, "{} of {} frame and source rules fired", cover.rules - cover.idle.len(), cover.rules)
    })?;
    Ok(report::is_clean(&collection.diagnostics))
}

/// `rules diff`.
pub(super) fn diff(args: &DiffArgs) -> anyhow::Result<bool> {
    let folders = |list: &str| KnowledgeArgs { ontology: list.split(',').map(PathBuf::from).collect() };
    let (old, new) = (extract::knowledge(&folders(&args.old))?, extract::knowledge(&folders(&args.new))?);
    let collection = read(&args.input, MAX_BYTES)?;
    report::diagnostics(&collection.diagnostics);
    let (before, after) = (claims(&collection, &old), claims(&collection, &new));
    let lost: Vec<_> = before.difference(&after).collect();
    let gained: Vec<_> = after.difference(&before).collect();
    tell(|out| {
        for (mark, list) in [("-", &lost), ("+", &gained)] {
            for (document, claim, sentence) in list {
                writeln!(out, "{mark} {}  {}\n      {}", clean(document), clean(claim), clean(sentence))?;
            }
        }
        let same = after.len() - gained.len();
        writeln!(out, "{} gained, {} lost, {same} the same", count(gained.len(), "claim"), lost.len())
    })?;
    Ok(lost.is_empty() && gained.is_empty() && report::is_clean(&collection.diagnostics))
}

/// Every claim of a collection with its document and sentence, once.
fn claims(collection: &Collection, knowledge: &Knowledge) -> BTreeSet<(String, String, String)> {
    let records = read_documents(&collection.documents, knowledge, |_| ());
    let of = |record: &DocumentRecord| {
        let shown = examples::claims(record);
        let list = shown.iter().zip(&record.claims);
        list.map(|(claim, made)| (record.path.clone(), claim.to_string(), made.quote.clone())).collect::<Vec<_>>()
    };
    records.iter().flat_map(of).collect()
}
