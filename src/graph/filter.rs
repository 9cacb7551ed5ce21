//! Parts of a corpus: around an entity, of some classes, predicates, stances, documents, days, weights.
//!
//! In: a corpus and a [`Filter`]. Out: the corpus with fewer claims and fewer entities shown, the same for every view
//! and exporter. What is contested stays contested, even where the filter takes the other side away. Names are found
//! by key, Wikidata id, name or alias; one that is unknown or means several things is an error that lists them.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::record::Stance;
use crate::diagnostic::suggestion;
use crate::gazetteer::Class;
use crate::rdf::{Meant, NameProblem};

use super::corpus::{Corpus, Said, Thing, ThingId};
use super::interval::Interval;

/// What is kept; an empty list or `None` keeps all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only entities at most [`Filter::hops`] edges away from this one.
    pub around: Option<String>,
    /// How far from [`Filter::around`].
    pub hops: u32,
    /// Only entities of these classes.
    pub classes: Vec<Class>,
    /// Only claims of these predicates.
    pub predicates: Vec<String>,
    /// Only claims of these stances.
    pub stances: Vec<Stance>,
    /// Only what stands in these documents, by id.
    pub documents: Vec<String>,
    /// Only claims with a day not before this one's first.
    pub since: Option<Interval>,
    /// Only claims with a day not after this one's last.
    pub until: Option<Interval>,
    /// Only claims of a subject, predicate and object that at least this many claims share.
    pub min_weight: u32,
}

impl Filter {
    /// Whether it keeps all.
    pub fn is_all(&self) -> bool {
        *self == Filter { hops: self.hops, min_weight: self.min_weight, ..Filter::default() } && self.min_weight <= 1
    }
}

/// Why a filter can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterProblem {
    /// Nothing, or more than one thing, is called so.
    #[error(transparent)]
    Name(#[from] NameProblem),
    /// No claim has the predicate.
    #[error("no claim has the predicate {0:?}{1}")]
    Predicate(String, String),
    /// There is no such document.
    #[error("no document {0:?}{1}")]
    Document(String, String),
}

/// The entity that is called so: by key or Wikidata id, then by name, then by alias, case aside.
pub fn named(corpus: &Corpus, name: &str) -> Result<ThingId, NameProblem> {
    let wanted = name.trim().to_lowercase();
    let all = || (0..).map(ThingId).zip(&corpus.things);
    let ways: [&dyn Fn(&Thing) -> bool; 3] = [
        &|thing| thing.key.to_lowercase() == wanted || thing.wikidata.as_deref() == Some(name.trim()),
        &|thing| thing.name.to_lowercase() == wanted,
        &|thing| thing.aliases.iter().any(|alias| alias.to_lowercase() == wanted),
    ];
    for way in ways {
        let found: Vec<ThingId> = all().filter(|(_, thing)| way(thing)).map(|(id, _)| id).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(*one),
            several => return Err(unclear(corpus, name, several)),
        }
    }
    let like = |text: &str| !wanted.is_empty() && text.to_lowercase().contains(&wanted);
    let similar: Vec<ThingId> = all()
        .filter(|(_, thing)| like(&thing.name) || thing.aliases.iter().any(|alias| like(alias)))
        .map(|(id, _)| id)
        .collect();
    match similar.as_slice() {
        [] => {
            let mut things: Vec<&Thing> = corpus.things.iter().collect();
            things.sort_by_key(|thing| std::cmp::Reverse(thing.documents.len()));
            let names = things.iter().map(|thing| &thing.name);
            let names = names.chain(things.iter().flat_map(|thing| &thing.aliases)).map(String::as_str);
            Err(NameProblem::Unknown { words: name.into(), suggestion: suggestion(name, names) })
        }
        [only] => Ok(*only),
        several => Err(unclear(corpus, name, several)),
    }
}

fn unclear(corpus: &Corpus, words: &str, found: &[ThingId]) -> NameProblem {
    let meant = |id: &ThingId| {
        let thing = &corpus.things[id.index()];
        Meant { key: thing.key.clone(), name: thing.name.clone(), documents: thing.documents.len() }
    };
    let mut found: Vec<Meant> = found.iter().map(meant).collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.documents));
    NameProblem::Unclear { words: words.into(), found }
}

/// Refuses predicates and documents that the corpus does not know: they would silently keep nothing.
fn check(corpus: &Corpus, filter: &Filter) -> Result<(), FilterProblem> {
    let predicates: BTreeSet<&str> = corpus.claims.iter().map(|said| said.claim.predicate.as_str()).collect();
    if let Some(name) = filter.predicates.iter().find(|name| !predicates.contains(name.as_str())) {
        return Err(FilterProblem::Predicate(name.clone(), suggestion(name, predicates)));
    }
    match filter.documents.iter().find(|id| !corpus.documents.iter().any(|document| document.id == **id)) {
        Some(id) => Err(FilterProblem::Document(id.clone(), corpus.near_document(id))),
        None => Ok(()),
    }
}

/// The part of a corpus that a filter keeps.
pub fn part<'a>(corpus: &Corpus<'a>, filter: &Filter) -> Result<Corpus<'a>, FilterProblem> {
    check(corpus, filter)?;
    let centre = filter.around.as_deref().map(|name| named(corpus, name)).transpose()?;
    let mut part = corpus.clone();
    if !filter.documents.is_empty() {
        part.look_at(&filter.documents);
    }
    part.claims.retain(|said| keeps(corpus, filter, said));
    if filter.min_weight > 1 {
        heavy(&mut part.claims, filter.min_weight);
    }
    let ring = centre.map(|centre| ring(&part.claims, centre, filter.hops));
    if let Some(ring) = &ring {
        let inside = |id: ThingId| ring.contains(&id);
        part.claims.retain(|said| inside(said.subject) && said.object.is_none_or(inside));
    }
    let only_taking_part = !filter.predicates.is_empty()
        || !filter.stances.is_empty()
        || filter.since.is_some()
        || filter.until.is_some()
        || filter.min_weight > 1;
    let ends = |said: &Said| [Some(said.subject), said.object, said.speaker].into_iter().flatten().collect::<Vec<_>>();
    let taking_part: BTreeSet<ThingId> = part.claims.iter().flat_map(ends).collect();
    for (id, thing) in (0..).map(ThingId).zip(&mut part.things) {
        let of_class = filter.classes.is_empty() || filter.classes.contains(&thing.class);
        let near = ring.as_ref().is_none_or(|ring| ring.contains(&id));
        thing.shown &= of_class && near && (!only_taking_part || taking_part.contains(&id));
    }
    Ok(part)
}

fn keeps(corpus: &Corpus, filter: &Filter, said: &Said) -> bool {
    let of_class = |id: ThingId| filter.classes.is_empty() || filter.classes.contains(&corpus.things[id.index()].class);
    let dated = filter.since.is_some() || filter.until.is_some();
    (filter.predicates.is_empty() || filter.predicates.contains(&said.claim.predicate))
        && (filter.stances.is_empty() || filter.stances.contains(&said.stance))
        && (filter.documents.is_empty() || filter.documents.contains(&corpus.document(said).id))
        && of_class(said.subject)
        && said.object.is_none_or(of_class)
        && (!dated
            || said.when.as_ref().is_some_and(|when| when.overlaps(filter.since.as_ref(), filter.until.as_ref())))
}

/// Keeps the claims whose subject, predicate and object (or content) at least `least` of them share.
fn heavy(claims: &mut Vec<Said>, least: u32) {
    let mut counts: BTreeMap<_, u32> = BTreeMap::new();
    let what = |said: &Said| {
        let content = if said.object.is_none() { said.claim.content.clone() } else { None };
        (said.subject, said.claim.predicate.clone(), said.object, content)
    };
    for said in claims.iter() {
        *counts.entry(what(said)).or_default() += 1;
    }
    claims.retain(|said| counts[&what(said)] >= least);
}

/// The entities at most `hops` edges away from one.
fn ring(claims: &[Said], centre: ThingId, hops: u32) -> BTreeSet<ThingId> {
    let mut beside: BTreeMap<ThingId, Vec<ThingId>> = BTreeMap::new();
    for said in claims {
        if let Some(object) = said.object {
            beside.entry(said.subject).or_default().push(object);
            beside.entry(object).or_default().push(said.subject);
        }
    }
    let mut ring = BTreeSet::from([centre]);
    let mut edge = vec![centre];
    for _ in 0..hops {
        let next = edge.iter().filter_map(|id| beside.get(id)).flatten();
        edge = next.copied().filter(|&id| ring.insert(id)).collect();
    }
    ring
}
