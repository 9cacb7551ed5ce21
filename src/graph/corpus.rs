//! What all documents say together: entities merged by key, claims with their entities resolved.
//!
//! In: document records. Out: a [`Corpus`], from which filters, views, tables, the page and dossiers are made. A claim
//! whose subject its document does not list is left out. Whether a claim is contested is decided here, over all of
//! the records, so that no filter can make a contested claim look plain.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::claim::record::{ClaimRecord, DocumentRecord, EntityRecord, Stance};
use crate::diagnostic::suggestion;
use crate::gazetteer::Class;

use super::interval::Interval;

/// Index of a [`Thing`] in its corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(pub u32);

impl ThingId {
    /// The index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An entity as all documents together know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its key: class and slug.
    pub key: String,
    /// What kind of thing it is.
    pub class: Class,
    /// The name that most documents give it.
    pub name: String,
    /// Its Wikidata id.
    pub wikidata: Option<String>,
    /// Its other names, sorted.
    pub aliases: Vec<String>,
    /// The documents that speak of it, by index, ascending.
    pub documents: Vec<u32>,
    /// How often it is mentioned.
    pub mentions: u32,
    /// Whether it belongs to the part of the corpus that is looked at.
    pub shown: bool,
}

/// A claim with its entities resolved.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// Its document, by index.
    pub document: u32,
    /// The claim.
    pub claim: &'a ClaimRecord,
    /// Who does it.
    pub subject: ThingId,
    /// To whom.
    pub object: Option<ThingId>,
    /// Whose words it is.
    pub speaker: Option<ThingId>,
    /// What it does with what it says.
    pub stance: Stance,
    /// Whether others say the opposite.
    pub contested: bool,
    /// When it happened, or else when it was published.
    pub when: Option<Interval>,
}

/// What all documents say together.
#[derive(Clone, Debug)]
pub struct Corpus<'a> {
    /// The documents, sorted by id.
    pub documents: Vec<&'a DocumentRecord>,
    /// The entities, sorted by key.
    pub things: Vec<Thing>,
    /// The claims, in the order of the documents and of their texts.
    pub claims: Vec<Said<'a>>,
    /// For each document its entities by their id there.
    local: Vec<HashMap<&'a str, ThingId>>,
    /// For each document whether it belongs to the part that is looked at.
    looked_at: Vec<bool>,
}

impl<'a> Corpus<'a> {
    /// Merges the records.
    pub fn new(records: &'a [DocumentRecord]) -> Self {
        let mut documents: Vec<&DocumentRecord> = records.iter().collect();
        documents.sort_by(|a, b| a.id.cmp(&b.id));
        let (things, local) = merge(&documents);
        let looked_at = vec![true; documents.len()];
        let mut corpus = Self { documents, things, claims: Vec::new(), local, looked_at };
        corpus.count_mentions();
        corpus.claims = corpus.resolve();
        contest(&mut corpus.claims);
        corpus
    }

    /// The entity that a document's own id stands for.
    pub fn thing(&self, document: u32, id: &str) -> Option<ThingId> {
        self.local[document as usize].get(id).copied()
    }

    /// What is said of an id that no document has: the documents that were probably meant.
    pub fn near_document(&self, id: &str) -> String {
        suggestion(id, self.documents.iter().map(|document| document.id.as_str()))
    }

    /// A claim's document.
    pub fn document(&self, said: &Said) -> &'a DocumentRecord {
        self.documents[said.document as usize]
    }

    /// An entity's name.
    pub fn name(&self, id: ThingId) -> &str {
        &self.things[id.index()].name
    }

    /// The entities that are looked at.
    pub fn shown(&self) -> impl Iterator<Item = (ThingId, &Thing)> {
        (0..).map(ThingId).zip(&self.things).filter(|(_, thing)| thing.shown)
    }

    /// The documents that are looked at, with their indices.
    pub fn shown_documents(&self) -> impl Iterator<Item = (u32, &'a DocumentRecord)> {
        let all = (0u32..).zip(self.documents.iter().copied());
        all.filter(|&(at, _)| self.looked_at[at as usize])
    }

    /// Looks at the documents of these ids only: what others mention neither counts nor is shown.
    pub fn look_at(&mut self, ids: &[String]) {
        self.looked_at = self.documents.iter().map(|document| ids.contains(&document.id)).collect();
        for thing in &mut self.things {
            thing.documents.retain(|&at| self.looked_at[at as usize]);
            thing.shown &= !thing.documents.is_empty();
        }
        self.count_mentions();
    }

    fn count_mentions(&mut self) {
        self.things.iter_mut().for_each(|thing| thing.mentions = 0);
        for (at, document) in self.shown_documents().collect::<Vec<_>>() {
            for entity in document.mentions.iter().filter_map(|mention| mention.entity.as_deref()) {
                if let Some(id) = self.thing(at, entity) {
                    self.things[id.index()].mentions += 1;
                }
            }
        }
    }

    /// The part that is looked at, as records again, for the exporters that read those.
    pub fn records(&self) -> Vec<DocumentRecord> {
        let mut kept: Vec<BTreeSet<*const ClaimRecord>> = vec![BTreeSet::new(); self.documents.len()];
        for said in &self.claims {
            kept[said.document as usize].insert(std::ptr::from_ref(said.claim));
        }
        let mut records = Vec::new();
        for (at, document) in self.shown_documents() {
            let mut record = document.clone();
            let kept = &kept[at as usize];
            let mut claims = document.claims.iter().map(|claim| kept.contains(&std::ptr::from_ref(claim)));
            record.claims.retain(|_| claims.next().unwrap_or(false));
            let needed: BTreeSet<&str> = (record.claims.iter())
                .flat_map(|claim| [Some(&claim.subject), claim.object.as_ref(), claim.speaker.as_ref()])
                .flatten()
                .map(String::as_str)
                .collect();
            let shown = |id: &str| {
                needed.contains(id) || self.thing(at, id).is_some_and(|thing| self.things[thing.index()].shown)
            };
            record.entities.retain(|entity| shown(&entity.id));
            record.mentions.retain(|mention| mention.entity.as_deref().is_none_or(shown));
            record.attributions.retain(|attribution| attribution.entity.as_deref().is_none_or(shown));
            records.push(record);
        }
        records
    }

    fn resolve(&self) -> Vec<Said<'a>> {
        let mut all = Vec::with_capacity(self.documents.iter().map(|document| document.claims.len()).sum());
        for (at, &document) in (0u32..).zip(&self.documents) {
            let published = document.date.as_deref().and_then(Interval::parse);
            let find = |id: &str| self.thing(at, id);
            for claim in &document.claims {
                let Some(subject) = find(&claim.subject) else { continue };
                all.push(Said {
                    document: at,
                    claim,
                    subject,
                    object: claim.object.as_deref().and_then(find),
                    speaker: claim.voice().and_then(find),
                    stance: claim.stance(),
                    contested: false,
                    when: claim.date.as_deref().and_then(Interval::parse).or_else(|| published.clone()),
                });
            }
        }
        all
    }
}

impl Said<'_> {
    /// The predicate, with the stance in brackets unless the document asserts it and nobody contests it.
    pub fn label(&self) -> String {
        match (self.stance, self.contested) {
            (Stance::Asserted, false) => self.claim.predicate.clone(),
            (stance, false) => format!("{} ({})", self.claim.predicate, stance.as_str()),
            (stance, true) => format!("{} ({}, contested)", self.claim.predicate, stance.as_str()),
        }
    }

    /// The claim's id, unique in all documents.
    pub fn id(&self, document: &DocumentRecord) -> String {
        if self.claim.id.is_empty() {
            let at = document.claims.iter().position(|claim| std::ptr::eq(claim, self.claim)).unwrap_or(0);
            format!("{}#c{}", document.id, at + 1)
        } else {
            format!("{}#{}", document.id, self.claim.id)
        }
    }
}

/// An entity's key; records of other tools may have none, and get class and slug.
pub fn key(entity: &EntityRecord) -> String {
    if !entity.key.is_empty() {
        return entity.key.clone();
    }
    let mut slug = String::new();
    for letter in entity.name.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    format!("{}/{}", entity.class.as_str().to_lowercase(), slug.trim_end_matches('-'))
}

type Local<'a> = Vec<HashMap<&'a str, ThingId>>;

fn merge<'a>(documents: &[&'a DocumentRecord]) -> (Vec<Thing>, Local<'a>) {
    let mut groups: BTreeMap<String, Vec<(u32, &EntityRecord)>> = BTreeMap::new();
    for (at, &document) in (0u32..).zip(documents) {
        for entity in &document.entities {
            groups.entry(key(entity)).or_default().push((at, entity));
        }
    }
    let mut local: Local = vec![HashMap::new(); documents.len()];
    let mut things = Vec::with_capacity(groups.len());
    for (id, (key, members)) in (0u32..).zip(groups) {
        for &(document, entity) in &members {
            local[document as usize].insert(&entity.id, ThingId(id));
        }
        things.push(thing(key, &members));
    }
    (things, local)
}

fn thing(key: String, members: &[(u32, &EntityRecord)]) -> Thing {
    let mut votes: BTreeMap<&str, u32> = BTreeMap::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut documents: Vec<u32> = members.iter().map(|&(document, _)| document).collect();
    documents.dedup();
    for (_, entity) in members {
        *votes.entry(&entity.name).or_default() += 1;
        names.insert(&entity.name);
        names.extend(entity.aliases.iter().map(String::as_str));
    }
    let most = votes.values().copied().max().unwrap_or(0);
    let name = votes.iter().find(|&(_, &count)| count == most).map_or("", |(name, _)| name).to_string();
    names.remove(name.as_str());
    Thing {
        key,
        class: members[0].1.class,
        wikidata: members.iter().find_map(|(_, entity)| entity.wikidata.clone()),
        aliases: names.into_iter().map(str::to_string).collect(),
        name,
        documents,
        mentions: 0,
        shown: true,
    }
}

type Proposition<'a> = (ThingId, &'a str, Option<ThingId>, Option<&'a str>);

/// Marks the claims whose proposition is claimed by some and rejected by others.
fn contest(claims: &mut [Said]) {
    let mut sides: HashMap<Proposition, (bool, bool)> = HashMap::new();
    for said in claims.iter() {
        let side = sides.entry(proposition(said)).or_default();
        side.0 |= said.stance.is_for();
        side.1 |= said.stance.is_against();
    }
    let contested: Vec<bool> = claims.iter().map(|said| sides[&proposition(said)] == (true, true)).collect();
    for (said, contested) in claims.iter_mut().zip(contested) {
        said.contested = contested;
    }
}

/// What is said, apart from who says it: where there is an object, the words of the content make no difference.
fn proposition<'a>(said: &Said<'a>) -> Proposition<'a> {
    let content = said.claim.content.as_deref().filter(|_| said.object.is_none());
    (said.subject, &said.claim.predicate, said.object, content)
}
