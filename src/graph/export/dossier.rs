//! Dossiers: all that is known of an entity or a document, each line with its sentence and where it stands.
//!
//! In: a corpus and what the dossier is about. Out: a [`Dossier`], sections of lines in the order of stance and date,
//! contested claims side by side first; [`markdown`] and [`html`] write it. A line that a document does not assert in
//! its own voice says so, and names whose words it is.

pub mod html;
pub mod markdown;

use std::collections::BTreeMap;

use crate::claim::record::{Range, Stance};

use super::super::corpus::{Corpus, Said, ThingId};
use super::csv::statement;

/// All that is known of an entity or a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// Whom or what it is about.
    pub title: String,
    /// What stands at its head: name and value, and the address that the value leads to.
    pub facts: Vec<(String, String, Option<String>)>,
    /// Contested propositions: what, who says so, who says that it is not so.
    pub contested: Vec<(String, Vec<Line>, Vec<Line>)>,
    /// Sections: title, and for each stance that occurs the lines.
    pub sections: Vec<(String, Vec<Group>)>,
}

/// The claims of one stance.
pub type Group = (Stance, Vec<Line>);

/// One claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who, what with its stance, to whom, of what.
    pub statement: String,
    /// Whose words it is.
    pub source: String,
    /// When it happened, where the text says so.
    pub date: String,
    /// The sentence in parts; marked are those that made the rule fire and that name who and whom.
    pub quote: Vec<(String, bool)>,
    /// The document and the code points in it.
    pub place: String,
    /// Where the document can be read.
    pub url: Option<String>,
}

/// What is known of an entity.
pub fn of_entity(corpus: &Corpus, id: ThingId) -> Dossier {
    let thing = &corpus.things[id.index()];
    let mut facts = vec![fact("Class", thing.class.as_str()), fact("Key", &thing.key)];
    if let Some(wikidata) = &thing.wikidata {
        facts.push(("Wikidata".into(), wikidata.clone(), Some(format!("https://www.wikidata.org/wiki/{wikidata}"))));
    }
    if !thing.aliases.is_empty() {
        facts.push(fact("Also called", &thing.aliases.join("; ")));
    }
    let times = if thing.mentions == 1 { "once".to_string() } else { format!("{} times", thing.mentions) };
    let documents = if thing.documents.len() == 1 { "document" } else { "documents" };
    facts.push(fact("Mentioned", &format!("{times} in {} {documents}", thing.documents.len())));
    let standing = ["holdsOffice", "affiliatedWith", "partOf", "locatedIn"];
    let role = |said: &&Said| said.subject == id && standing.contains(&said.claim.predicate.as_str());
    let about = |said: &&Said| said.subject == id || said.object == Some(id);
    let sections = vec![
        ("Offices and ties".to_string(), lines(corpus, role)),
        ("What it says and does".to_string(), lines(corpus, |said| said.subject == id && !role(said))),
        ("What is said and done to it".to_string(), lines(corpus, |said| said.object == Some(id))),
        ("What it says of others".to_string(), lines(corpus, |said| said.speaker == Some(id) && !about(said))),
    ];
    let mut contested = contested(corpus, about);
    contested.extend(answers(corpus, id));
    finish(Dossier { title: thing.name.clone(), facts, contested, sections })
}

/// What is known from a document.
pub fn of_document(corpus: &Corpus, id: &str) -> Option<Dossier> {
    let at = (0u32..).zip(&corpus.documents).find(|(_, document)| document.id == id || document.path == id)?.0;
    let document = corpus.documents[at as usize];
    let mut facts = vec![fact("Document", &document.id)];
    for (name, value) in [
        ("Publisher", &document.publisher),
        ("Author", &document.author),
        ("Date", &document.date),
        ("Address", &document.url),
    ] {
        if let Some(value) = value {
            let address = value.starts_with("http").then(|| value.clone()).filter(|_| name == "Address");
            facts.push((name.into(), value.clone(), address));
        }
    }
    if !document.sha256.is_empty() {
        facts.push(fact("SHA-256", &document.sha256));
    }
    let mut names: Vec<String> = (corpus.things.iter())
        .filter(|thing| thing.documents.contains(&at))
        .map(|thing| format!("{} ({})", thing.name, thing.class.as_str()))
        .collect();
    names.sort();
    facts.push(fact("Speaks of", &names.join("; ")));
    let within = |said: &&Said| said.document == at;
    let own = |said: &&Said| within(said) && said.speaker.is_none();
    let sections = vec![
        ("In its own voice".to_string(), lines(corpus, own)),
        ("In the words of others".to_string(), lines(corpus, |said| within(said) && said.speaker.is_some())),
    ];
    let title = document.title.clone().unwrap_or_else(|| document.id.clone());
    Some(finish(Dossier { title, facts, contested: contested(corpus, within), sections }))
}

fn fact(name: &str, value: &str) -> (String, String, Option<String>) {
    (name.to_string(), value.to_string(), None)
}

fn finish(mut dossier: Dossier) -> Dossier {
    dossier.sections.retain(|(_, groups)| !groups.is_empty());
    dossier
}

/// The claims that fit, by stance, then by date and place.
fn lines<'a>(corpus: &Corpus<'a>, fits: impl Fn(&&Said<'a>) -> bool) -> Vec<Group> {
    let mut groups: BTreeMap<Stance, Vec<&Said>> = BTreeMap::new();
    for said in corpus.claims.iter().filter(fits) {
        groups.entry(said.stance).or_default().push(said);
    }
    (groups.into_iter())
        .map(|(stance, mut group)| {
            group.sort_by_key(|said| (said.when.clone(), said.document, said.claim.sentence));
            (stance, group.into_iter().map(|said| line(corpus, said)).collect())
        })
        .collect()
}

fn line(corpus: &Corpus, said: &Said) -> Line {
    let (claim, document) = (said.claim, corpus.document(said));
    let publisher = document.publisher.as_deref().unwrap_or(&document.id);
    let source = match (said.speaker, &claim.speaker) {
        (Some(speaker), _) => format!("{}, as {publisher} reports", corpus.name(speaker)),
        (None, Some(_)) => format!("somebody, as {publisher} reports"),
        (None, None) => publisher.to_string(),
    };
    let [start, end] = claim.sentence;
    Line {
        statement: statement(corpus, said),
        source,
        date: claim.date.clone().unwrap_or_default(),
        quote: marked(&claim.quote, claim.sentence, &[&claim.trigger, &claim.subject_at, &claim.object_at]),
        place: format!("{}, characters {start}–{end}", document.title.as_deref().unwrap_or(&document.id)),
        url: document.url.clone(),
    }
}

/// A sentence in parts, those under one of the ranges marked; ranges count from the document's beginning.
fn marked(quote: &str, sentence: Range, ranges: &[&Vec<Range>]) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    for (at, letter) in (sentence[0]..).zip(quote.chars()) {
        let mark = ranges.iter().any(|list| list.iter().any(|range| (range[0]..range[1]).contains(&at)));
        match parts.last_mut() {
            Some((text, same)) if *same == mark => text.push(letter),
            _ => parts.push((letter.to_string(), mark)),
        }
    }
    parts
}

/// The contested propositions among the claims that fit, both sides of each.
fn contested<'a>(corpus: &Corpus<'a>, fits: impl Fn(&&Said<'a>) -> bool) -> Vec<(String, Vec<Line>, Vec<Line>)> {
    let what = |said: &Said| {
        let object = match said.object {
            Some(object) => corpus.name(object).to_string(),
            None => said.claim.content.clone().unwrap_or_default(),
        };
        format!("{} — {} — {object}", corpus.name(said.subject), said.claim.predicate)
    };
    let mut sides: BTreeMap<String, (Vec<Line>, Vec<Line>)> = BTreeMap::new();
    for said in corpus.claims.iter().filter(|said| said.contested && fits(said)) {
        sides.entry(what(said)).or_default();
    }
    for said in corpus.claims.iter().filter(|said| said.contested) {
        let Some(side) = sides.get_mut(&what(said)) else { continue };
        if said.stance.is_for() {
            side.0.push(line(corpus, said));
        } else if said.stance.is_against() {
            side.1.push(line(corpus, said));
        }
    }
    sides.into_iter().map(|(what, (pro, contra))| (format!("{what} (contested)"), pro, contra)).collect()
}

/// What the entity is accused of, beside what it denies.
fn answers(corpus: &Corpus, id: ThingId) -> Option<(String, Vec<Line>, Vec<Line>)> {
    let of = |fits: &dyn Fn(&Said) -> bool| -> Vec<Line> {
        corpus.claims.iter().filter(|said| fits(said)).map(|said| line(corpus, said)).collect()
    };
    let accuses = |said: &Said| matches!(said.claim.predicate.as_str(), "accuses" | "declares");
    let accused = of(&|said| said.object == Some(id) && said.stance.is_for() && accuses(said));
    let denied = of(&|said| said.subject == id && said.claim.predicate == "denies" && said.stance.is_for());
    let what = format!("Accusations against {}, and its denials", corpus.name(id));
    (!accused.is_empty() && !denied.is_empty()).then_some((what, accused, denied))
}
