//! The fourth stage: which mentions mean the same thing.
//!
//! In: a document's mentions. Out: [`Entities`], each with the mentions that mean it and the rule that linked each of
//! them. Similarity alone never merges two; a gazetteer row, a full name, a surname after it, an acronym in brackets or
//! a definite description does.

mod anaphora;
mod apart;
mod assemble;
mod cluster;
pub mod ledger;
pub mod linking;
mod name;
mod nominal;
mod short;

pub(crate) use name::holds_state;

pub use anaphora::Coreference;

use crate::document::Document;
use crate::gazetteer::{Class, EntryId, Gazetteer};
use crate::mention::{MentionId, Mentions};
use crate::syntax::Sentence;

/// An entity's index in [`Entities::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// As an index into [`Entities::list`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A thing that a document speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Readable and stable, the last part of its IRI: `government/china`, `person/adrian-zenz`,
    /// `report/000_1b5c-1` for a report without a name.
    pub key: String,
    /// What kind of thing it is.
    pub class: Class,
    /// The gazetteer's name, else the fullest name in the text.
    pub name: String,
    /// The other names by which this document calls it.
    pub aliases: Vec<String>,
    /// The gazetteer row, if it is listed.
    pub entry: Option<EntryId>,
    /// Its Wikidata id (`Q148`), where a source vouches for it.
    pub wikidata: Option<String>,
}

/// A document's entities and which mention means which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// In the order of their first mention.
    pub list: Vec<Entity>,
    /// For each mention of the document, the entity that it means and the rule that says so; dates have none.
    pub of_mention: Vec<Option<(EntityId, &'static str)>>,
}

impl Entities {
    /// The entity that a mention means.
    pub fn of(&self, mention: MentionId) -> Option<EntityId> {
        self.of_mention.get(mention.index()).copied().flatten().map(|(entity, _)| entity)
    }

    /// The entity of a gazetteer row, if the document speaks of it.
    pub fn of_entry(&self, entry: EntryId) -> Option<EntityId> {
        let at = self.list.iter().position(|entity| entity.entry == Some(entry))?;
        Some(EntityId(u32::try_from(at).expect("fewer than 2^32 entities")))
    }
}

/// Decides what the mentions, pronouns and descriptions of a document mean.
pub fn resolve(
    document: &Document,
    sentences: &[Sentence],
    mentions: &Mentions,
    gazetteer: &Gazetteer,
) -> (Entities, Coreference) {
    let text = &document.text;
    let mut clusters = cluster::clusters(text, mentions, gazetteer);
    let own = nominal::nominals(text, sentences, mentions, &mut clusters);
    let mut entities = assemble::assemble(text, &document.id, mentions, &clusters, own, gazetteer);
    add_states(mentions, gazetteer, &mut entities);
    let coreference = anaphora::coreference(text, sentences, mentions, &entities, gazetteer);
    (entities, coreference)
}

/// The state that a body's name holds is spoken of too: China in "Chinese Foreign Ministry".
fn add_states(mentions: &Mentions, gazetteer: &Gazetteer, entities: &mut Entities) {
    for state in mentions.list.iter().filter_map(|mention| mention.part_of) {
        let entry = gazetteer.entry(state);
        if entry.class == Class::Government && entities.of_entry(state).is_none() {
            entities.list.push(Entity {
                key: entry.key.clone(),
                class: entry.class,
                name: entry.name.clone(),
                aliases: Vec::new(),
                entry: Some(state),
                wikidata: entry.wikidata.clone(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Metadata, Span};
    use crate::mention::{Form, Mention};
    use crate::syntax::{Token, Upos, Xpos};

    /// Sentences of a text whose words are tagged by a short list.
    fn sentences(text: &str) -> Vec<Sentence> {
        let mut list = Vec::new();
        let mut tokens: Vec<Token> = Vec::new();
        for (at, word) in text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)) {
            let stop = word.ends_with('.');
            let word = word.trim_end_matches('.');
            let (upos, xpos) = match word {
                "said" | "met" | "released" | "denied" | "accused" => (Upos::Verb, Xpos::Vbd),
                "he" | "she" | "it" | "It" | "He" | "She" | "him" => (Upos::Pron, Xpos::Prp),
                "its" | "his" => (Upos::Pron, Xpos::PrpPoss),
                "The" | "the" | "a" | "A" => (Upos::Det, Xpos::Dt),
                "in" | "of" | "by" => (Upos::Adp, Xpos::In),
                _ if word.starts_with(char::is_uppercase) => (Upos::Propn, Xpos::Nnp),
                _ => (Upos::Noun, Xpos::Nn),
            };
            let lemma = word.strip_suffix("ed").map_or(word.to_lowercase(), |stem| format!("{stem}e"));
            tokens.push(Token {
                span: Span::new(at, at + word.len()),
                lemma: if word == "said" { "say".into() } else { lemma },
                upos,
                xpos,
            });
            if stop {
                let span = tokens[0].span.join(tokens[tokens.len() - 1].span);
                list.push(Sentence { span, tokens: std::mem::take(&mut tokens), starts_block: false, has_stop: true });
            }
        }
        list
    }

    fn read(text: &str, names: &[(&str, Class)]) -> (Entities, Coreference, Vec<String>) {
        let mut list = Vec::new();
        for &(name, class) in names {
            for (at, _) in text.match_indices(name) {
                let form = if name.starts_with(char::is_lowercase) { Form::Nominal } else { Form::Name };
                let span = Span::new(at, at + name.len());
                list.push(Mention { span, class, form, entry: None, part_of: None, date: None, rule: "test" });
            }
        }
        list.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        list.dedup_by(|second, first| first.span.overlaps(second.span));
        let mentions = Mentions { list, ..Mentions::default() };
        let document = Document {
            id: "d".into(),
            path: "d.txt".into(),
            text: text.into(),
            metadata: Metadata::default(),
            sha256: String::new(),
            language: "en".into(),
        };
        let given = "name,gender\nMaria,f\nIvo,m\n".to_owned();
        let (gazetteer, _) = Gazetteer::load(&[("gazetteer/first-names.csv".to_owned(), given)]);
        let (entities, coreference) = resolve(&document, &sentences(text), &mentions, &gazetteer);
        let keys = mentions
            .list
            .iter()
            .enumerate()
            .map(|(at, _)| {
                entities.of_mention[at].map_or(String::new(), |(entity, _)| entities.list[entity.index()].key.clone())
            })
            .collect();
        (entities, coreference, keys)
    }

    #[test]
    fn short_forms_and_descriptions_find_their_entity() {
        let text = "Maria Santos met Ivo Brandt in Oslo. Santos said the Northern Rivers Alliance ( NRA ) released a report. \
                    The report accused NRA of it. A statement by Brandt denied the report.";
        let names = [
            ("Maria Santos", Class::Official),
            ("Ivo Brandt", Class::Person),
            ("Santos", Class::Person),
            ("Brandt", Class::Person),
            ("Northern Rivers Alliance", Class::Organisation),
            ("NRA", Class::Organisation),
            ("Oslo", Class::Place),
            ("report", Class::Report),
            ("statement", Class::Report),
        ];
        let (_, _, keys) = read(text, &names);
        let nra = "organisation/northern-rivers-alliance";
        let expected = [
            "person/maria-santos",
            "person/ivo-brandt",
            "place/oslo",
            "person/maria-santos",
            nra,
            nra,
            "report/d-1",
            "report/d-1",
            nra,
            "report/d-2",
            "person/ivo-brandt",
            "report/d-1",
        ];
        assert_eq!(keys, expected);
    }

    #[test]
    fn pronouns_see_the_subject_before() {
        let text = "Maria Santos met Ivo Brandt in Oslo. She accused him. The Northern Council denied its role.";
        let names = [
            ("Maria Santos", Class::Person),
            ("Ivo Brandt", Class::Person),
            ("Northern Council", Class::Organisation),
            ("Oslo", Class::Place),
        ];
        let (entities, coreference, _) = read(text, &names);
        let meant: Vec<_> = coreference
            .links()
            .map(|(span, entity, _)| (span.of(text), entities.list[entity.index()].name.as_str()))
            .collect();
        assert_eq!(meant, [("She", "Maria Santos"), ("him", "Ivo Brandt"), ("its", "Northern Council")]);
    }
}
