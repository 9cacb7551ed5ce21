//! Claims against gold: precision and recall by rule and predicate, and what was missed.
//!
//! In: gold documents in the shape of `annotate` (claims may be `hard`) and records of the same documents. Out: a
//! [`Score`]. Entities are matched through mentions that overlap, else by a shared name. A claim is right where predicate,
//! subject, object and sentence agree; where the gold has no object, the contents must share 3 in 10 words. Who wrote,
//! published or adopted a report is right as its subject. Hard claims count neither as missed nor as wrong.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::record::{ClaimRecord, DocumentRecord, EntityRecord, MentionRecord, Range};
use crate::gazetteer::Class;

/// A document's gold.
#[derive(Clone, Debug)]
pub struct Gold {
    /// What the document says.
    pub record: DocumentRecord,
    /// For each claim, whether it needs more than the sentence.
    pub hard: Vec<bool>,
}

/// Reads one JSON object a line.
pub fn read(text: &str) -> Result<Vec<Gold>, serde_json::Error> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line)?;
            let claims = value["claims"].as_array().map_or(&[][..], Vec::as_slice);
            let hard = claims.iter().map(|claim| claim["hard"] == true).collect();
            Ok(Gold { record: serde_json::from_value(value)?, hard })
        })
        .collect()
}

/// How many claims are right, made, and in the gold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Made and in the gold.
    pub right: usize,
    /// Made, without those that match hard gold claims.
    pub made: usize,
    /// In the gold, without hard ones; of a rule: those of its predicates.
    pub gold: usize,
}

impl Tally {
    /// Precision, recall and F1, each from 0 to 1.
    pub fn figures(self) -> (f64, f64, f64) {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let (precision, recall) = (share(self.right, self.made), share(self.right, self.gold));
        let sum = precision + recall;
        (precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 })
    }
}

/// A claim that was missed, or made and wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wrong {
    /// Its predicate.
    pub predicate: String,
    /// The document's id.
    pub document: String,
    /// The claim, in the notation of examples.
    pub claim: String,
    /// Its sentence.
    pub sentence: String,
    /// The rule that made it; empty where it was missed.
    pub rule: String,
}

/// The figures of a collection.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// All claims.
    pub all: Tally,
    /// By the rule that made them; recall is over the gold claims of the rule's predicates.
    pub by_rule: BTreeMap<String, Tally>,
    /// By predicate.
    pub by_predicate: BTreeMap<String, Tally>,
    /// Gold claims that no rule made, without hard ones.
    pub missed: Vec<Wrong>,
    /// Claims that are not in the gold.
    pub surplus: Vec<Wrong>,
}

/// Scores records against gold; `texts` gives a document's text by id. A gold document without record counts as empty.
pub fn score(gold: &[Gold], records: &[DocumentRecord], texts: &BTreeMap<String, String>) -> Score {
    let mut score = Score::default();
    let mut predicates: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let none = DocumentRecord::default();
    for one in gold {
        let record = records.iter().find(|record| record.id == one.record.id).unwrap_or(&none);
        let text = texts.get(&one.record.id).map_or("", String::as_str);
        for claim in &record.claims {
            predicates.entry(claim.rule.clone()).or_default().insert(claim.predicate.clone());
        }
        document(one, record, text, &mut score);
    }
    for (rule, tally) in &mut score.by_rule {
        let of = |name: &String| score.by_predicate.get(name).map_or(0, |tally| tally.gold);
        tally.gold = predicates.get(rule).map_or(0, |names| names.iter().map(of).sum());
    }
    score.missed.sort();
    score.surplus.sort();
    score
}

fn document(gold: &Gold, record: &DocumentRecord, text: &str, score: &mut Score) {
    let same = stand_ins(&gold.record);
    let found = pairs(&gold.record.claims, &made_ids(gold, record), |at, a, b| claim_score(a, b, gold.hard[at], &same));
    for (at, claim) in gold.record.claims.iter().enumerate().filter(|(at, _)| !gold.hard[*at]) {
        let tally = score.by_predicate.entry(claim.predicate.clone()).or_default();
        tally.gold += 1;
        score.all.gold += 1;
        if !found.iter().any(|(other, _)| *other == at) {
            score.missed.push(wrong(&gold.record, claim, text));
        }
    }
    for (at, claim) in record.claims.iter().enumerate() {
        let hit = found.iter().find(|(_, made)| *made == at).map(|(gold, _)| *gold);
        if hit.is_some_and(|hit| gold.hard[hit]) {
            continue;
        }
        let by_predicate = score.by_predicate.entry(claim.predicate.clone()).or_default();
        let by_rule = score.by_rule.entry(claim.rule.clone()).or_default();
        for tally in [by_predicate, by_rule, &mut score.all] {
            tally.made += 1;
            tally.right += usize::from(hit.is_some());
        }
        if hit.is_none() {
            score.surplus.push(wrong(record, claim, text));
        }
    }
}

fn wrong(record: &DocumentRecord, claim: &ClaimRecord, text: &str) -> Wrong {
    let one = DocumentRecord { claims: vec![claim.clone()], entities: record.entities.clone(), ..Default::default() };
    let [start, end] = claim.sentence.map(|at| at as usize);
    let sentence: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
    Wrong {
        predicate: claim.predicate.clone(),
        document: record.id.clone(),
        claim: super::examples::claims(&one)[0].to_string(),
        sentence: sentence.split_whitespace().collect::<Vec<_>>().join(" "),
        rule: claim.rule.clone(),
    }
}

/// A record's claims with the gold's ids for its entities.
fn made_ids(gold: &Gold, record: &DocumentRecord) -> Vec<ClaimRecord> {
    let ids = align(&gold.record, record);
    let of = |id: &String| ids.get(id).cloned().unwrap_or_else(|| format!("made {id}"));
    let renamed = |claim: &ClaimRecord| ClaimRecord {
        subject: of(&claim.subject),
        object: claim.object.as_ref().map(of),
        ..claim.clone()
    };
    record.claims.iter().map(renamed).collect()
}

/// Made entity → gold entity: by the mentions that they have in common, else by a name.
fn align(gold: &DocumentRecord, made: &DocumentRecord) -> BTreeMap<String, String> {
    let named = |record: &DocumentRecord| -> Vec<MentionRecord> {
        record.mentions.iter().filter(|mention| mention.entity.is_some()).cloned().collect()
    };
    let (theirs, ours) = (named(gold), named(made));
    let mut votes: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for (a, b) in pairs(&theirs, &ours, |_, a, b| mention_score(a, b)) {
        let (Some(theirs), Some(ours)) = (&theirs[a].entity, &ours[b].entity) else { continue };
        let list = votes.entry(ours.clone()).or_default();
        match list.iter_mut().find(|(id, _)| id == theirs) {
            Some((_, count)) => *count += 1,
            None => list.push((theirs.clone(), 1)),
        }
    }
    let most = |list: Vec<(String, usize)>| list.into_iter().rev().max_by_key(|(_, count)| *count);
    let mut ids: BTreeMap<String, String> =
        votes.into_iter().filter_map(|(ours, list)| Some((ours, most(list)?.0))).collect();
    for entity in made.entities.iter().filter(|entity| !ids.contains_key(&entity.id)).collect::<Vec<_>>() {
        let own = names(entity);
        if let Some(same) = gold.entities.iter().find(|other| !names(other).is_disjoint(&own)) {
            ids.insert(entity.id.clone(), same.id.clone());
        }
    }
    ids
}

fn names(entity: &EntityRecord) -> BTreeSet<String> {
    let plain = |name: &String| {
        let name = name.to_lowercase();
        let name = name.strip_prefix("the ").unwrap_or(&name).trim();
        name.split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    std::iter::once(&entity.name).chain(&entity.aliases).map(plain).filter(|name| !name.is_empty()).collect()
}

fn shared(a: Range, b: Range) -> u32 {
    a[1].min(b[1]).saturating_sub(a[0].max(b[0]))
}

fn mention_score(a: &MentionRecord, b: &MentionRecord) -> f64 {
    let common = shared([a.start, a.end], [b.start, b.end]);
    if common == 0 {
        return 0.0;
    }
    let alike = |one: Class, other: Class| {
        let both = [a.class, b.class];
        both == [one, other] || both == [other, one]
    };
    let agree = a.class == b.class || alike(Class::Government, Class::Place) || alike(Class::Official, Class::Person);
    let exact = a.start == b.start && a.end == b.end;
    f64::from(common) + if exact { 1000.0 } else { 0.0 } + if agree { 0.5 } else { 0.0 }
}

/// Gold entity → those that may stand for it as a subject: a report and who wrote it.
fn stand_ins(gold: &DocumentRecord) -> BTreeSet<(String, String)> {
    let writes =
        |claim: &&ClaimRecord| ["authored", "published", "adopts", "proposes"].contains(&claim.predicate.as_str());
    let both =
        gold.claims.iter().filter(writes).filter_map(|claim| Some((claim.subject.clone(), claim.object.clone()?)));
    both.flat_map(|(a, b)| [(a.clone(), b.clone()), (b, a)]).collect()
}

fn claim_score(a: &ClaimRecord, b: &ClaimRecord, hard: bool, same: &BTreeSet<(String, String)>) -> f64 {
    let subject = a.subject == b.subject || same.contains(&(a.subject.clone(), b.subject.clone()));
    let object = a.object.as_deref().is_none_or(str::is_empty) || a.object == b.object;
    if a.predicate != b.predicate || !subject || shared(a.sentence, b.sentence) == 0 || !object {
        return 0.0;
    }
    let words = |claim: &ClaimRecord| -> BTreeSet<String> {
        let text = claim.content.clone().unwrap_or_default().to_lowercase();
        let parts = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|part| !part.is_empty());
        parts.map(str::to_string).collect()
    };
    let (ours, theirs) = (words(a), words(b));
    let share = ours.intersection(&theirs).count() as f64 / ours.len().min(theirs.len()).max(1) as f64;
    let has_content = a.content.as_deref().is_some_and(|content| !content.is_empty());
    if a.object.as_deref().is_none_or(str::is_empty) && has_content && share < 0.3 {
        return 0.0;
    }
    1.0 + share + if a.subject == b.subject { 1.0 } else { 0.0 } + if hard { 0.0 } else { 10.0 }
}

/// One-to-one pairs, best score first, then in the order of the lists; 0 is no pair.
fn pairs<T>(gold: &[T], made: &[T], score: impl Fn(usize, &T, &T) -> f64) -> Vec<(usize, usize)> {
    let mut ranked: Vec<(f64, usize, usize)> = Vec::new();
    for (at, a) in gold.iter().enumerate() {
        let scored = made.iter().enumerate().map(|(other, b)| (score(at, a, b), at, other));
        ranked.extend(scored.filter(|(score, _, _)| *score > 0.0));
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let mut found = Vec::new();
    for (_, a, b) in ranked {
        if !used.contains(&a) && !taken.contains(&b) {
            used.insert(a);
            taken.insert(b);
            found.push((a, b));
        }
    }
    found
}
