//! `claimgraph link`: which entities an open dataset knows too, for a person to accept.
//!
//! In: a graph and files of open data. Out: a table of what fits and why, on stdout; with `-o`, rows for the ledger, added
//! to what stands there. Nothing is linked until that file stands beside the documents and `build` runs. What the ledger
//! has decided is not proposed again.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};

use super::export;
use crate::claim::record::{DocumentRecord, MentionRecord};
use crate::cli::args::LinkArgs;
use crate::cli::report::{
    self, table, terminal,
    text::{count, counted},
};
use crate::diagnostic::Diagnostic;
use crate::entity::ledger::Ledger;
use crate::entity::linking::{self, Candidate, Format, Proposal, Wanted};
use crate::gazetteer::Class;
use crate::graph::corpus::Corpus;
use crate::pipeline::folder;
use crate::rdf::assert::iri::key;
use crate::rdf::store::save;

/// The first line of a ledger file.
const HEADER: &str = "decision,key,other,reason";

/// A candidate that fits an entity.
struct Line {
    key: String,
    name: String,
    iri: String,
    why: String,
    /// Why it is not linked all the same.
    doubt: Option<String>,
    file: String,
}

/// Runs the command.
pub(in crate::cli) fn run(args: &LinkArgs) -> anyhow::Result<bool> {
    let given = args.class.as_deref().map(export::class).transpose()?;
    // Before the graph is loaded, which takes its time.
    if let Some(file) = args.files.iter().find(|file| !file.exists()) {
        bail!("there is no file {}; give RDF, .csv or .jsonl with the things to link to", file.display());
    }
    let kept = folder::load(&args.graph.graph)?;
    let ledger = kept.header.ledger();
    let wanted = wanted(&kept.decided());
    let (text, written) = standing(args.output.as_deref())?;
    let decided = |entity: &Wanted, candidate: &Candidate| {
        [&ledger, &written].iter().any(|ledger| ledger.has_decided(&entity.key, &candidate.iri))
    };
    let (mut lines, mut known, mut clean) = (Vec::new(), BTreeSet::new(), true);
    for file in &args.files {
        let (mut candidates, diagnostics) = read(file, given)?;
        report::diagnostics(&diagnostics);
        clean &= report::is_clean(&diagnostics);
        candidates.retain(|candidate| known.insert(candidate.iri.clone()));
        let proposals = linking::proposals(&wanted, &candidates, decided);
        lines.extend(proposals.iter().flat_map(|one| self::lines(&wanted, &candidates, one, &name(file))));
    }
    lines.sort_by_key(|line| line.doubt.is_some());
    show(&lines)?;
    let doubtful =
        lines.iter().filter(|line| line.doubt.is_some()).map(|line| &line.key).collect::<BTreeSet<_>>().len();
    lines.retain(|line| line.doubt.is_none());
    let doubtful = counted(doubtful, "entity is", "entities are");
    report::say(&format!("{} found; {doubtful} ambiguous.", count(lines.len(), "link")));
    match &args.output {
        Some(path) if !lines.is_empty() => {
            let rows = rows(text, &lines)?;
            save(path, |out| out.write_all(&rows))?;
            let path = path.display();
            report::say(&format!("Written to {path}: check its rows, keep it beside the documents, and build again."));
        }
        None if !lines.is_empty() => report::say("`-o input/links.csv` writes them down for the next build."),
        _ => (),
    }
    Ok(clean)
}

/// What was found for an entity, a line for each candidate.
fn lines(wanted: &[Wanted], candidates: &[Candidate], one: &Proposal, file: &str) -> Vec<Line> {
    let doubt = match one.candidates.len() {
        _ if one.sole => None,
        1 => Some("it fits another entity too".to_string()),
        several => Some(format!("{several} fit")),
    };
    let line = |&at: &usize| Line {
        key: wanted[one.wanted].key.clone(),
        name: candidates[at].names.first().cloned().unwrap_or_default(),
        iri: candidates[at].iri.clone(),
        why: one.why.clone(),
        doubt: doubt.clone(),
        file: file.to_string(),
    };
    one.candidates.iter().map(line).collect()
}

/// What the output's file holds already, and what it decides.
fn standing(output: Option<&Path>) -> anyhow::Result<(String, Ledger)> {
    let Some(path) = output else { return Ok(Default::default()) };
    let mut text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => return Ok(Default::default()),
        Err(problem) => return Err(problem).with_context(|| format!("can't read {}", path.display())),
    };
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().trim();
    let shown = path.display();
    anyhow::ensure!(first == HEADER, "{shown} does not begin with {HEADER}; give another file with -o");
    let (ledger, mistakes) = Ledger::read(&[(shown.to_string(), text.clone())]);
    report::diagnostics(&mistakes);
    anyhow::ensure!(mistakes.is_empty(), "{shown} has mistakes; mend them first, and nothing was written");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok((text, ledger))
}

/// The entities that bear a name, as all documents together know them.
fn wanted(records: &[DocumentRecord]) -> Vec<Wanted> {
    let named: BTreeSet<String> = records
        .iter()
        .flat_map(|record| {
            let bare = |mention: &&MentionRecord| !mention.nominal && !mention.pronoun;
            let ids: BTreeSet<&str> =
                record.mentions.iter().filter(bare).filter_map(|mention| mention.entity.as_deref()).collect();
            record.entities.iter().filter(move |entity| ids.contains(entity.id.as_str())).map(key)
        })
        .collect();
    let things = Corpus::new(records).things.into_iter().filter(|thing| named.contains(&thing.key));
    let wanted = things.map(|thing| Wanted {
        names: std::iter::once(thing.name).chain(thing.aliases).collect(),
        key: thing.key,
        class: thing.class,
        wikidata: thing.wikidata,
    });
    wanted.collect()
}

/// The things of a file; where it does not tell what a thing is, what was given.
fn read(file: &Path, given: Option<Class>) -> anyhow::Result<(Vec<Candidate>, Vec<Diagnostic>)> {
    let shown = file.display();
    let format = Format::of(file)
        .with_context(|| format!("{shown}: known endings are .nt .ttl .rdf .jsonld .nq .trig .csv .jsonl"))?;
    let bytes = std::fs::read(file).with_context(|| format!("can't read {shown}"))?;
    let line = report::reading(file);
    let (mut candidates, diagnostics) = format.read(file, &bytes);
    line.finish_and_clear();
    let people = [Class::Person, Class::Official];
    let of_people = given.filter(|class| people.contains(class)).map(|_| people);
    for candidate in candidates.iter_mut().filter(|candidate| candidate.classes.is_empty()) {
        candidate.classes.extend(given.into_iter().chain(of_people.into_iter().flatten()));
    }
    let unknown = candidates.iter().filter(|candidate| candidate.classes.is_empty()).count();
    if unknown > 0 {
        let all = count(candidates.len(), "thing");
        report::say(&format!(
            "{shown}: {unknown} of {all} without a type that is known, left out; give it with --class"
        ));
    }
    Ok((candidates, diagnostics))
}

/// The table for people: what can be linked, then what is ambiguous.
fn show(lines: &[Line]) -> anyhow::Result<bool> {
    let columns = ["entity", "candidate", "id", "why"].map(String::from);
    let why = |line: &Line| match &line.doubt {
        Some(doubt) => format!("not linked, {doubt}: {}", line.why),
        None => line.why.clone(),
    };
    let row = |line: &Line| vec![line.key.clone(), line.name.clone(), line.iri.clone(), why(line)];
    report::print(|out| {
        if !lines.is_empty() {
            let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
            writeln!(out, "{}", table::render(&columns, &rows, terminal::width()).trim_end())?;
        }
        Ok(())
    })
}

/// The ledger file with the new rows at its end.
fn rows(standing: String, lines: &[Line]) -> anyhow::Result<Vec<u8>> {
    let head = if standing.is_empty() { format!("{HEADER}\n") } else { standing };
    let mut out = csv::Writer::from_writer(head.into_bytes());
    for line in lines {
        let reason = format!("{}; there: {} ({})", line.why, line.name, line.file);
        out.write_record(["link", &line.key, &line.iri, &reason])?;
    }
    Ok(out.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
