//! `claimgraph explain`: where a claim or an entity comes from.
//!
//! A claim is shown with its sentence, in which the words of its parts are marked, its document with offsets, its rule
//! with file and line, and why its polarity and modality are what they are. An entity is shown with its names, what people
//! decided about it and why, the places that name it with the rules that linked them, and the claims about it.

use std::collections::BTreeSet;
use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

use crate::claim::record::{ClaimRecord, DocumentRecord, EntityRecord, MentionRecord, Range};
use crate::cli::args::ExplainArgs;
use crate::cli::report::{
    self, table,
    terminal::{self, Tone, tone},
    text::{self, clean, wrap},
};
use crate::diagnostic::suggestion;
use crate::entity::ledger::{Decision, Ledger, Verdict};
use crate::pipeline::folder;
use crate::rdf::assert::claims::{Placed, placed};
use crate::rdf::assert::iri::key;
use crate::rdf::store::Graph;

/// How many places and claims of an entity are shown.
const SHOWN: usize = 40;

/// Runs the command.
pub(in crate::cli) fn run(args: &ExplainArgs) -> anyhow::Result<bool> {
    let kept = folder::load(&args.graph.graph)?;
    let ledger = kept.header.ledger();
    let records = kept.decided();
    let graph = super::open(&args.graph.graph)?;
    let width = terminal::width();
    let what = args.what.trim();
    let text = match find(&records, &graph, what) {
        Some((record, one)) => claim(record, &one, width),
        None => {
            // A key that stands for another in the ledger is in no graph.
            let named =
                graph.one(&ledger.kept(what)).map_err(|problem| instead(&records, what).unwrap_or(problem.into()))?;
            entity(&records, &graph, &ledger, named.iri.as_str(), width)
        }
    };
    report::print(|out| {
        out.extend_from_slice(text.as_bytes());
        Ok(())
    })
}

/// What to do about words that mean no entity, where they look like a claim's or a document's id.
fn instead(records: &[DocumentRecord], what: &str) -> Option<anyhow::Error> {
    let of =
        |id: &str| records.iter().find(|one| one.id == id || one.path == id || id.ends_with(&format!("/{}", one.path)));
    let claims = "`claimgraph explain NAME` lists the claims about an entity with their ids";
    Some(match what.split_once('#') {
        Some((document, claim)) => match of(document) {
            Some(record) => {
                let has = text::count(record.claims.len(), "claim");
                anyhow::anyhow!("no claim {claim} in document {}, which has {has}; {claims}", record.id)
            }
            None => anyhow::anyhow!(
                "no document {document:?}{}",
                suggestion(document, records.iter().map(|record| record.id.as_str()))
            ),
        },
        None if what.strip_prefix('c').is_some_and(|number| number.parse::<u32>().is_ok()) => {
            anyhow::anyhow!("of which document is claim {what}? write DOCUMENT#{what}; {claims}")
        }
        None if what.contains("claim/") => anyhow::anyhow!("no claim {what:?}; {claims}"),
        None => {
            let id = &of(what)?.id;
            anyhow::anyhow!(
                "{what:?} is a document; `claimgraph dossier --document {id}` shows what it says, \
                 `claimgraph explain {id}#c1` its first claim"
            )
        }
    })
}

/// The claim that is meant: `DOCUMENT#c3`, its IRI, the end of its IRI, or `c3` where there is one document.
fn find<'a>(records: &'a [DocumentRecord], graph: &Graph, what: &str) -> Option<(&'a DocumentRecord, Placed<'a>)> {
    let hash = what.rsplit('/').next().unwrap_or(what);
    let of = |record: &'a DocumentRecord| {
        let local = match what.split_once('#') {
            Some((document, claim)) if document == record.id => Some(claim),
            Some(_) => None,
            None => (records.len() == 1).then_some(what),
        };
        let all = placed(graph.mint(), record);
        let meant = |one: &Placed| {
            local == Some(one.claim.id.as_str())
                || (hash.len() >= 8 && one.iri.as_str().ends_with(&format!("claim/{hash}")))
        };
        all.into_iter().find(meant).map(|one| (record, one))
    };
    records.iter().find_map(of)
}

fn claim(record: &DocumentRecord, one: &Placed, width: usize) -> String {
    let claim = one.claim;
    let mut text = String::new();
    let _ = writeln!(text, "{}", tone(&wrap(&said(one), width, 0), Tone::Strong));
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "  {name:<10}{}", wrap(&clean(value), width, 12));
        }
    };
    let nobody = if claim.is_told_by_unnamed() { "somebody unnamed" } else { "the document itself" };
    let speaker = one.speaker.map_or(nobody, |speaker| speaker.name.as_str());
    field(
        "stance",
        &format!("{} ({}, {}, said by {speaker})", claim.stance().as_str(), claim.polarity, claim.modality),
    );
    field("why", &claim.why.join("; "));
    field("act", claim.speech_act.as_deref().unwrap_or_default());
    field("date", claim.date.as_deref().unwrap_or_default());
    let [start, end] = claim.sentence;
    field("document", &format!("{}, characters {start} to {end}", source(record)));
    field(
        "rule",
        &if claim.rule_at.is_empty() { claim.rule.clone() } else { format!("{} ({})", claim.rule, claim.rule_at) },
    );
    field("within", claim.reported_in.as_deref().unwrap_or_default());
    field("IRI", one.iri.as_str());
    let _ = writeln!(text, "\n{}", marked(claim, width));
    let parts: [(&str, &[Range]); 5] = [
        ("subject", &claim.subject_at),
        ("trigger", &claim.trigger),
        ("object", &claim.object_at),
        ("content", &claim.content_at),
        ("speaker", &claim.speaker_at),
    ];
    for (name, ranges) in parts {
        for range in ranges {
            let words = cut(claim, *range).unwrap_or_else(|| "(in another sentence)".to_string());
            let words = wrap(&clean(&words), width, 12);
            let _ = writeln!(text, "  {name:<10}{words} [{}, {}]", range[0], range[1]);
        }
    }
    text
}

/// The claim in words.
fn said(one: &Placed) -> String {
    let object = one.object.map(|object| format!(" {}", object.name)).unwrap_or_default();
    let content = one.claim.content.as_ref().map(|content| format!(": {content}")).unwrap_or_default();
    clean(&format!("{} {}{object}{content}", one.subject.name, one.claim.predicate))
}

fn source(record: &DocumentRecord) -> String {
    let parts = [Some(&record.path), record.title.as_ref(), record.publisher.as_ref(), record.date.as_ref()];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { record.id.clone() } else { parts.join(", ") }
}

/// The words at a range of the claim's sentence.
fn cut(claim: &ClaimRecord, [start, end]: Range) -> Option<String> {
    let from = start.checked_sub(claim.sentence[0])? as usize;
    let count = end.checked_sub(start)? as usize;
    (end <= claim.sentence[1]).then(|| claim.quote.chars().skip(from).take(count).collect())
}

/// The sentence with a line of marks below: `s` subject, `^` trigger, `o` object, `c` content.
fn marked(claim: &ClaimRecord, width: usize) -> String {
    let letters: Vec<char> =
        claim.quote.chars().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    let mut marks = vec![' '; letters.len()];
    let mut mark = |ranges: &[Range], sign: char| {
        for [start, end] in ranges {
            let from = start.saturating_sub(claim.sentence[0]) as usize;
            let to = end.saturating_sub(claim.sentence[0]) as usize;
            if let Some(part) = marks.get_mut(from..to.max(from)) {
                part.fill(sign);
            }
        }
    };
    mark(&claim.content_at, 'c');
    mark(&claim.object_at, 'o');
    mark(&claim.subject_at, 's');
    mark(&claim.trigger, '^');
    let mut text = String::new();
    let room = width.saturating_sub(4).max(20);
    let wide = |at: usize| letters[at].width().unwrap_or(0);
    let mut at = 0;
    while at < letters.len() {
        let (mut end, mut used) = (at, 0);
        while end < letters.len() && used + wide(end) <= room {
            used += wide(end);
            end += 1;
        }
        if end < letters.len() {
            let blank = letters[at..end].iter().rposition(|&c| c == ' ').filter(|&blank| blank > room / 2);
            end = blank.map_or(end, |blank| at + blank + 1);
        }
        let line: String = letters[at..end].iter().collect();
        // A mark is as wide as its letter.
        let below: String = (at..end).map(|at| marks[at].to_string().repeat(wide(at))).collect();
        let _ = writeln!(text, "  {}", line.trim_end());
        if !below.trim().is_empty() {
            let _ = writeln!(text, "  {}", tone(below.trim_end(), Tone::Marked));
        }
        at = end;
    }
    text
}

fn entity(records: &[DocumentRecord], graph: &Graph, ledger: &Ledger, iri: &str, width: usize) -> String {
    let mint = graph.mint();
    let mut text = String::new();
    let mut head = String::new();
    let (mut places, mut claims) = (Vec::new(), Vec::new());
    for record in records {
        let Some(entity) = record.entities.iter().find(|entity| mint.entity(entity).as_str() == iri) else { continue };
        if head.is_empty() {
            head = about(entity, iri, &names(records, &key(entity), &entity.name), width);
            head.push_str(&decided(&key(entity), ledger, width));
        }
        let of = |mention: &&MentionRecord| mention.entity.as_deref() == Some(&entity.id);
        places.extend(record.mentions.iter().filter(of).map(|mention| (record, mention)));
        let concerns = |one: &Placed| [Some(one.subject), one.object, one.speaker].contains(&Some(entity));
        claims.extend(placed(mint, record).into_iter().filter(concerns).map(|one| (record, one)));
    }
    text.push_str(&head);
    let columns = ["named", "document", "at", "rule"].map(String::from);
    let row = |(record, mention): &(&DocumentRecord, &MentionRecord)| {
        let at = format!("{}..{}", mention.start, mention.end);
        vec![mention.text.clone(), record.id.clone(), at, mention.rule.clone()]
    };
    section(&mut text, "Named", places.len(), "place");
    let rows: Vec<Vec<String>> = places.iter().take(SHOWN).map(row).collect();
    text.push_str(&table::render(&columns, &rows, width));
    section(&mut text, "Claimed", claims.len(), "claim");
    for (record, one) in claims.iter().take(SHOWN) {
        let id = format!("{}#{}", record.id, one.claim.id);
        let line = format!("{} · {} · {id}", said(one), one.claim.stance().as_str());
        let _ = writeln!(text, "{}", tone(&wrap(&line, width, 2), Tone::Strong));
        let _ = writeln!(text, "{}\n", table::quoted(&one.claim.quote, width));
    }
    let _ = writeln!(text, "`claimgraph explain ID` shows a claim's rule and words.");
    text
}

fn section(out: &mut String, name: &str, count: usize, unit: &str) {
    let more = if count > SHOWN { format!(", the first {SHOWN}") } else { String::new() };
    let _ = writeln!(out, "\n{}", tone(&format!("{name}: {}{more}", text::count(count, unit)), Tone::Strong));
}

/// What people decided about an entity, and why.
fn decided(key: &str, ledger: &Ledger, width: usize) -> String {
    let concerns = |row: &&Decision| [&row.key, &row.other].iter().any(|name| ledger.kept(name) == key);
    let mut text = String::new();
    for row in ledger.decisions().iter().filter(concerns) {
        let says = match row.verdict {
            Verdict::Same => "is the same as",
            Verdict::Different => "is not",
            Verdict::Link => "is",
        };
        let line = clean(&format!("{} {says} {}: {} ({})", row.key, row.other, row.reason, row.at));
        let _ = writeln!(text, "  {:<10}{}", "decided", wrap(&line, width, 12));
    }
    text
}

/// The other names that all documents have for an entity.
fn names<'a>(records: &'a [DocumentRecord], of: &str, but: &str) -> BTreeSet<&'a str> {
    let entities = records.iter().flat_map(|record| &record.entities).filter(|entity| key(entity) == of);
    let names = entities.flat_map(|entity| entity.aliases.iter().chain([&entity.name]));
    names.map(String::as_str).filter(|name| *name != but).collect()
}

fn about(entity: &EntityRecord, iri: &str, names: &BTreeSet<&str>, width: usize) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{} ({})", tone(&clean(&entity.name), Tone::Strong), entity.class.as_str());
    let _ = writeln!(text, "  {:<10}{}", "key", key(entity));
    let _ = writeln!(text, "  {:<10}{iri}", "IRI");
    if let Some(id) = &entity.wikidata {
        let _ = writeln!(text, "  {:<10}https://www.wikidata.org/wiki/{id}", "Wikidata");
    }
    if !names.is_empty() {
        let names: Vec<&str> = names.iter().copied().collect();
        let _ = writeln!(text, "  {:<10}{}", "also", wrap(&clean(&names.join("; ")), width, 12));
    }
    text
}
