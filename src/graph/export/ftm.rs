//! FollowTheMoney entities, one JSON object a line, as Aleph and the tools of OpenSanctions read them.
//!
//! In: a corpus. Out: lines, and how much of each kind they hold. FollowTheMoney has no word for who says something, so
//! only what a document asserts in its own voice becomes a relation (law 2); any other claim is a `Note` whose name
//! carries its stance, and so is one whose parties have no schema (population groups, laws). A relation names its
//! document in `recordId` (relations have no `proof`), a note in `proof`; both have the sentence as `description`. Ids
//! hash what a thing is, so they are the same in every export. `Directorship`, `Ownership` and `Employment` are never written: no property of ours says that much.
//! Source: the model of followthemoney 3.8 (schemata, required properties, forms of ids and dates).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::corpus::{Corpus, Said, ThingId};
use super::csv::statement;
use crate::claim::record::{DocumentRecord, Stance};
use crate::gazetteer::Class;

/// How much an export holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Persons, bodies, places, reports and documents.
    pub things: usize,
    /// Relations, each from one or more asserted claims.
    pub relations: usize,
    /// Claims that became notes.
    pub notes: usize,
    /// Claims that were left out, since none of their parties has a schema.
    pub left_out: usize,
}

#[derive(Serialize)]
struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Entity {
    fn new(schema: &'static str, parts: &[&str]) -> Self {
        Self { id: id(schema, parts), schema, properties: BTreeMap::new() }
    }

    fn add(&mut self, property: &'static str, value: &str) {
        if !value.trim().is_empty() {
            self.properties.entry(property).or_default().insert(value.to_string());
        }
    }

    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        out.write_all(b"\n")
    }
}

/// Letters, digits and hyphens only, as FollowTheMoney wants them.
fn id(kind: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    hash.update(kind);
    for part in parts {
        hash.update([0]);
        hash.update(part);
    }
    let digits: String = hash.finalize().iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    format!("cg-{digits}")
}

/// Writes the part of the corpus that is looked at.
pub fn write(corpus: &Corpus, out: &mut impl Write) -> io::Result<Counts> {
    let export = Export::new(corpus);
    let mut counts = Counts::default();
    for (_, document) in corpus.shown_documents() {
        article(document).write(out)?;
        counts.things += 1;
    }
    for &id in export.schemata.keys() {
        export.thing(id).write(out)?;
        counts.things += 1;
    }
    let mut made: BTreeMap<String, Entity> = BTreeMap::new();
    for said in &corpus.claims {
        if let Some(relation) = export.relation(said, &mut made) {
            let known = made.entry(relation.id.clone()).or_insert(relation);
            export.prove(known, said);
        } else if let Some(note) = export.note(said) {
            made.insert(note.id.clone(), note);
        } else {
            counts.left_out += 1;
        }
    }
    for entity in made.values() {
        match entity.schema {
            "Note" => counts.notes += 1,
            "Position" => counts.things += 1,
            _ => counts.relations += 1,
        }
        entity.write(out)?;
    }
    export.mentions(out)?;
    Ok(counts)
}

/// ISO 639-3 codes of the languages that the program tells apart most often.
const LANGUAGES: [(&str, &str); 10] = [
    ("ar", "ara"),
    ("de", "deu"),
    ("en", "eng"),
    ("es", "spa"),
    ("fr", "fra"),
    ("it", "ita"),
    ("pt", "por"),
    ("ru", "rus"),
    ("uk", "ukr"),
    ("zh", "zho"),
];

fn article(document: &DocumentRecord) -> Entity {
    let mut article = Entity::new("Article", &[&document.id]);
    let path = if document.path.is_empty() { &document.id } else { &document.path };
    article.add("fileName", path.rsplit('/').next().unwrap_or(path));
    let title = document.title.as_deref().unwrap_or(&document.id);
    article.add("title", title);
    article.add("name", title);
    article.add("author", document.author.as_deref().unwrap_or_default());
    article.add("publisher", document.publisher.as_deref().unwrap_or_default());
    article.add("sourceUrl", web(document.url.as_deref()));
    article.add("publishedAt", day(document.date.as_deref()));
    if let Some((_, code)) = LANGUAGES.iter().find(|(short, _)| *short == document.language) {
        article.add("language", code);
    }
    article
}

/// A web address, or nothing.
fn web(url: Option<&str>) -> &str {
    url.filter(|url| url.starts_with("http://") || url.starts_with("https://")).unwrap_or_default()
}

/// A day, month or year, or nothing: FollowTheMoney has no other dates.
fn day(date: Option<&str>) -> &str {
    let plain = |date: &&str| {
        let digits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
        matches!(date.len(), 4 | 7 | 10) && date.bytes().enumerate().all(digits)
    };
    date.filter(plain).unwrap_or_default()
}

struct Export<'a> {
    corpus: &'a Corpus<'a>,
    /// The things that are written, with their schema.
    schemata: BTreeMap<ThingId, &'static str>,
}

impl<'a> Export<'a> {
    fn new(corpus: &'a Corpus<'a>) -> Self {
        let named = |said: &Said| [Some(said.subject), said.object, said.speaker];
        let wanted = corpus.claims.iter().flat_map(named).flatten().chain(corpus.shown().map(|(id, _)| id));
        let schema = |id: ThingId| Some((id, schema(corpus.things[id.index()].class)?));
        let mut schemata: BTreeMap<ThingId, &str> = wanted.filter_map(schema).collect();
        let class = |id: ThingId| corpus.things[id.index()].class;
        for said in
            corpus.claims.iter().filter(|said| said.stance == Stance::Asserted && said.claim.predicate == "partOf")
        {
            let of_state = said.object.is_some_and(|object| class(object) == Class::Government);
            if of_state && class(said.subject) == Class::Organisation {
                schemata.insert(said.subject, "PublicBody");
            }
        }
        Self { corpus, schemata }
    }

    fn id(&self, thing: ThingId) -> Option<String> {
        self.schemata.contains_key(&thing).then(|| id("Thing", &[&self.corpus.things[thing.index()].key]))
    }

    fn is_legal(&self, thing: ThingId) -> bool {
        matches!(self.schemata.get(&thing), Some(&("Person" | "Organization" | "PublicBody")))
    }

    fn is_body(&self, thing: ThingId) -> bool {
        matches!(self.schemata.get(&thing), Some(&("Organization" | "PublicBody")))
    }

    fn thing(&self, of: ThingId) -> Entity {
        let thing = &self.corpus.things[of.index()];
        let schema = self.schemata[&of];
        let mut entity = Entity { id: id("Thing", &[&thing.key]), schema, properties: BTreeMap::new() };
        entity.add("name", &thing.name);
        match schema {
            "Document" => ["fileName", "title"].into_iter().for_each(|property| entity.add(property, &thing.name)),
            "Address" => entity.add("full", &thing.name),
            _ => {}
        }
        thing.aliases.iter().for_each(|alias| entity.add("alias", alias));
        entity.add("wikidataId", thing.wikidata.as_deref().unwrap_or_default());
        for &document in &thing.documents {
            entity.add("proof", &id("Article", &[&self.corpus.documents[document as usize].id]));
        }
        entity
    }

    /// The relation that an asserted claim between two things states; an office is made in passing.
    fn relation(&self, said: &Said, made: &mut BTreeMap<String, Entity>) -> Option<Entity> {
        if said.stance != Stance::Asserted {
            return None;
        }
        let object = said.object?;
        let (from, to) = (self.id(said.subject)?, self.id(object)?);
        let key = |id: ThingId| self.corpus.things[id.index()].key.as_str();
        let (predicate, content) = (said.claim.predicate.as_str(), said.claim.content.as_deref().unwrap_or_default());
        let person = self.schemata[&said.subject] == "Person";
        let parts = [key(said.subject), predicate, key(object), content];
        let mut relation;
        match predicate {
            "holdsOffice" if person && self.is_body(object) && !content.is_empty() => {
                let mut post = Entity::new("Position", &[key(object), content]);
                post.add("name", content);
                post.add("organization", &to);
                relation = Entity::new("Occupancy", &parts);
                relation.add("holder", &from);
                relation.add("post", &post.id);
                made.entry(post.id.clone()).or_insert(post);
            }
            "affiliatedWith" if person && self.is_body(object) => {
                relation = Entity::new("Membership", &parts);
                relation.add("member", &from);
                relation.add("organization", &to);
                relation.add("role", if content.is_empty() { "affiliated with" } else { content });
            }
            "authored" | "published" if self.schemata[&object] == "Document" => {
                relation = Entity::new("Documentation", &parts);
                relation.add("document", &to);
                relation.add("entity", &from);
                relation.add("role", predicate);
            }
            "sanctions" if self.is_legal(object) => {
                relation = Entity::new("Sanction", &parts);
                relation.add("entity", &to);
                relation.add("authority", self.corpus.name(said.subject));
            }
            _ => {
                relation = Entity::new("UnknownLink", &parts);
                relation.add("subject", &from);
                relation.add("object", &to);
                relation.add("role", &words(predicate));
            }
        }
        Some(relation)
    }

    /// What supports a relation: document, sentence, day; the line says where others deny it.
    fn prove(&self, relation: &mut Entity, said: &Said) {
        let document = self.corpus.document(said);
        relation.add("recordId", &document.id);
        relation.add("description", &said.claim.quote);
        relation.add("publisher", document.publisher.as_deref().unwrap_or_default());
        relation.add("sourceUrl", web(document.url.as_deref()));
        relation.add("date", day(said.claim.date.as_deref()));
        relation.add("summary", &statement(self.corpus, said));
    }

    fn note(&self, said: &Said) -> Option<Entity> {
        let parties: Vec<String> =
            [Some(said.subject), said.object].into_iter().flatten().filter_map(|id| self.id(id)).collect();
        if parties.is_empty() {
            return None;
        }
        let document = self.corpus.document(said);
        let mut note = Entity::new("Note", &[&said.id(document)]);
        let line = statement(self.corpus, said);
        note.add("name", &line);
        let speaker = said.speaker.map(|speaker| format!(" by {}", self.corpus.name(speaker)));
        note.add("summary", &format!("{}{}", said.stance.as_str(), speaker.unwrap_or_default()));
        note.add("description", if said.claim.quote.is_empty() { &line } else { &said.claim.quote });
        parties.iter().for_each(|party| note.add("entity", party));
        note.add("proof", &id("Article", &[&document.id]));
        note.add("publisher", document.publisher.as_deref().unwrap_or_default());
        note.add("sourceUrl", web(document.url.as_deref()));
        Some(note)
    }

    /// That a document names somebody.
    fn mentions(&self, out: &mut impl Write) -> io::Result<()> {
        for (&of, schema) in self.schemata.iter().filter(|(id, _)| self.is_legal(**id)) {
            let thing = &self.corpus.things[of.index()];
            for &document in &thing.documents {
                let document = &self.corpus.documents[document as usize].id;
                let mut mention = Entity::new("Mention", &[document, &thing.key]);
                mention.add("document", &id("Article", &[document]));
                mention.add("resolved", &id("Thing", &[&thing.key]));
                mention.add("name", &thing.name);
                mention.add("detectedSchema", schema);
                mention.write(out)?;
            }
        }
        Ok(())
    }
}

fn schema(class: Class) -> Option<&'static str> {
    match class {
        Class::Government => Some("PublicBody"),
        Class::Official | Class::Person => Some("Person"),
        Class::Organisation => Some("Organization"),
        Class::Report => Some("Document"),
        Class::Place => Some("Address"),
        Class::Instrument | Class::Group | Class::Date => None,
    }
}

/// A property's name in words: `callsOn` is "calls on".
fn words(predicate: &str) -> String {
    let mut out = String::new();
    for letter in predicate.chars() {
        if letter.is_uppercase() {
            out.push(' ');
        }
        out.extend(letter.to_lowercase());
    }
    out
}
