//! Which things of an open dataset our entities may be.
//!
//! In: entities, and a local file of open data in one of the [`Format`]s. Out: [`Proposal`]s, never links: a person accepts
//! them by a row in the ledger. A proposal needs the same full name (case, accents and marks aside) or the same Wikidata id,
//! a class that fits, and that nothing else fits on either side. Likeness of names is no reason here.

mod json;
mod rdf;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::name;
use crate::diagnostic::Diagnostic;
use crate::gazetteer::Class;

/// The formats of open data, one file each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Turtle, N-Triples and the others: ROR, Wikidata extracts, authority files.
    Rdf,
    /// Columns `name,id,class`.
    Table,
    /// One object a line: FollowTheMoney as OpenSanctions publishes it, ROR.
    Json,
}

/// A thing of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Its IRI.
    pub iri: String,
    /// Its names, the main one first.
    pub names: Vec<String>,
    /// What it may be; empty where its type is not known here.
    pub classes: BTreeSet<Class>,
    /// Its Wikidata id.
    pub wikidata: Option<String>,
}

/// An entity of ours, as all documents together know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its key.
    pub key: String,
    /// What kind of thing it is.
    pub class: Class,
    /// Its names, the main one first.
    pub names: Vec<String>,
    /// Its Wikidata id.
    pub wikidata: Option<String>,
}

/// What was found for an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The entity, by its place in what was asked for.
    pub wanted: usize,
    /// The candidates that fit, by their places; one alone may be linked.
    pub candidates: Vec<usize>,
    /// Whether it is the only one, and fits no other entity.
    pub sole: bool,
    /// Why they fit.
    pub why: String,
}

impl Format {
    /// The format of a file, by its ending.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "csv" => Some(Format::Table),
            "json" | "jsonl" | "ndjson" | "ftm" => Some(Format::Json),
            other => oxigraph::io::RdfFormat::from_extension(other).map(|_| Format::Rdf),
        }
    }

    /// The things of a file, each once, in the order of the file.
    pub fn read(self, path: &Path, bytes: &[u8]) -> (Vec<Candidate>, Vec<Diagnostic>) {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        match self {
            Format::Rdf => rdf::read(path, &file, bytes),
            Format::Table => table::read(&file, bytes),
            Format::Json => json::read(&file, bytes),
        }
    }
}

/// What of one dataset fits each entity; those that nothing fits are left out. `refused` says which pairs a person has decided on.
pub fn proposals(
    wanted: &[Wanted],
    candidates: &[Candidate],
    refused: impl Fn(&Wanted, &Candidate) -> bool,
) -> Vec<Proposal> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let names: BTreeSet<String> = candidate.names.iter().filter_map(|name| folded(name)).collect();
        names.into_iter().for_each(|name| by_name.entry(name).or_default().push(at));
        candidate.wikidata.iter().for_each(|id| by_id.entry(id).or_default().push(at));
    }
    let mut found = Vec::new();
    for (at, entity) in wanted.iter().enumerate() {
        let fits = |&at: &usize| entity.fits(&candidates[at]) && !refused(entity, &candidates[at]);
        let mut fitting: BTreeSet<usize> = BTreeSet::new();
        let mut why = String::new();
        if let Some(id) = &entity.wikidata {
            fitting.extend(by_id.get(id.as_str()).into_iter().flatten().copied().filter(fits));
            why = format!("same Wikidata id {id}");
        }
        // A dataset without that id may still know it by name.
        if fitting.is_empty() {
            for name in entity.names.iter().filter(|name| entity.is_full(name)) {
                let Some(same) = folded(name).and_then(|name| by_name.get(&name)) else { continue };
                let before = fitting.len();
                fitting.extend(same.iter().copied().filter(fits));
                if before == 0 && !fitting.is_empty() {
                    why = format!("same name \u{201c}{name}\u{201d}, {}", entity.class.as_str());
                }
            }
        }
        if !fitting.is_empty() {
            found.push(Proposal { wanted: at, candidates: fitting.into_iter().collect(), sole: false, why });
        }
    }
    let mut reached: BTreeMap<usize, usize> = BTreeMap::new();
    found.iter().flat_map(|one| &one.candidates).for_each(|&at| *reached.entry(at).or_default() += 1);
    for one in &mut found {
        one.sole = one.candidates.len() == 1 && reached[&one.candidates[0]] == 1;
    }
    found
}

impl Wanted {
    /// Whether a candidate may be it and is news: a class that fits, no other Wikidata id, and not the one that it has.
    fn fits(&self, candidate: &Candidate) -> bool {
        let other_id = matches!((&self.wikidata, &candidate.wikidata), (Some(a), Some(b)) if a != b);
        let known = self.wikidata.is_some() && wikidata(&candidate.iri) == self.wikidata;
        candidate.classes.contains(&self.class) && !other_id && !known
    }

    /// Whether a name is enough to know the thing by: no lone surname, no acronym, no "Ministry of Health".
    fn is_full(&self, name: &str) -> bool {
        let words = name::words(name);
        let person = self.class.is_person();
        let acronym = words.len() == 1 && name.chars().filter(|c| c.is_uppercase()).count() > 1;
        !(words.is_empty() || acronym || (person && words.len() < 2) || name::is_any_states(&words))
    }
}

/// A name without what makes no difference; nothing for an empty one.
fn folded(name: &str) -> Option<String> {
    let words = name::words(name);
    (!words.is_empty()).then(|| words.join(" "))
}

/// What a thing may be, by the name of its type: the last part of an IRI, a FollowTheMoney schema, a ROR type.
fn classes(kind: &str) -> &'static [Class] {
    let kind = kind.rsplit(['/', '#', ':']).next().unwrap_or(kind).to_lowercase();
    match kind.as_str() {
        "organization"
        | "organisation"
        | "formalorganization"
        | "organizationalunit"
        | "corporation"
        | "company"
        | "publicbody"
        | "ngo"
        | "nonprofit"
        | "newsmediaorganization"
        | "collegeoruniversity"
        | "education"
        | "governmentorganization"
        | "governmentagency"
        | "government agency"
        | "archive"
        | "facility"
        | "funder"
        | "healthcare"
        | "politicalparty"
        | "other" => &[Class::Organisation],
        "government" => &[Class::Government, Class::Organisation],
        "person" | "human" | "politician" | "official" => &[Class::Person, Class::Official],
        "legalentity" => &[Class::Person, Class::Official, Class::Organisation],
        "country" | "state" | "sovereignstate" => &[Class::Government, Class::Place],
        "place" | "city" | "location" | "region" | "settlement" | "administrativearea" | "address" | "feature" => {
            &[Class::Place]
        }
        "report" | "document" | "book" | "article" | "scholarlyarticle" => &[Class::Report],
        "legislation" | "law" | "treaty" | "instrument" | "legalresource" => &[Class::Instrument],
        "group" | "ethnicgroup" => &[Class::Group],
        _ => &[],
    }
}

/// The Wikidata id of an IRI, page or id.
fn wikidata(text: &str) -> Option<String> {
    let id = text.rsplit('/').next().unwrap_or(text);
    let digits = id.strip_prefix('Q')?;
    let theirs = !text.contains('/') || text.contains("wikidata.org/");
    (theirs && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| id.to_owned())
}

/// The IRI of an id: itself, or Wikidata's.
fn iri(id: &str) -> Option<String> {
    match wikidata(id) {
        Some(id) => Some(format!("http://www.wikidata.org/entity/{id}")),
        None if id.contains("://") && oxigraph::model::NamedNode::new(id).is_ok() => Some(id.to_owned()),
        None => None,
    }
}
