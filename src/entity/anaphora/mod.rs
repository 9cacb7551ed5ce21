//! One reading of the text that gives every pronoun and description its antecedent, where there is one.
//!
//! In: sentences, mentions, entities. Out: [`Coreference`], from a token's span to an entity and the rule that chose it. What
//! has been resolved is itself spoken of, so that chains go on. Nothing looks ahead: an antecedent stands before.

use std::collections::BTreeMap;

mod description;
mod discourse;
mod gender;
mod pronoun;

use super::{Entities, EntityId};
use crate::document::Span;
use crate::gazetteer::Class;
use crate::mention::{Form, Mention, MentionId, Mentions};
use crate::syntax::{Sentence, Xpos};

use discourse::{Item, Place, is_head, is_human, phrase_start, place};
use gender::Gender;
use pronoun::{Kind, Pronoun};

/// What the pronouns and descriptions of a document mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coreference {
    links: BTreeMap<Span, (EntityId, &'static str)>,
}

impl Coreference {
    /// The entity that the pronoun or head noun at a token means, and the rule that says so.
    pub fn of(&self, token: Span) -> Option<(EntityId, &'static str)> {
        self.links.get(&token).copied()
    }

    /// All links, in the order of the text.
    pub fn links(&self) -> impl Iterator<Item = (Span, EntityId, &'static str)> {
        self.links.iter().map(|(&span, &(entity, rule))| (span, entity, rule))
    }
}

/// Reads a document once and links what can be linked.
pub(super) fn coreference(text: &str, sentences: &[Sentence], mentions: &Mentions, entities: &Entities) -> Coreference {
    let mut reader = Reader {
        text,
        mentions,
        entities,
        genders: genders(text, mentions, entities),
        titles: titles(text, mentions, entities),
        items: Vec::new(),
        found: Coreference::default(),
    };
    let mut next = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        reader.sentence(number, sentence, &mut next);
    }
    reader.found
}

/// What is known while the text is read.
struct Reader<'a> {
    text: &'a str,
    mentions: &'a Mentions,
    entities: &'a Entities,
    genders: BTreeMap<EntityId, Gender>,
    titles: BTreeMap<EntityId, Vec<String>>,
    items: Vec<Item>,
    found: Coreference,
}

impl Reader<'_> {
    /// Reads one sentence; `next` is the first mention that is not before it.
    fn sentence(&mut self, number: usize, sentence: &Sentence, next: &mut usize) {
        let list = &self.mentions.list;
        let mut token = 0;
        while token < sentence.tokens.len() {
            let span = sentence.tokens[token].span;
            while list.get(*next).is_some_and(|mention| mention.span.end <= span.start) {
                *next += 1;
            }
            if let Some(mention) = list.get(*next).filter(|mention| mention.span.overlaps(span)) {
                let mut last = token;
                while sentence.tokens.get(last + 1).is_some_and(|token| mention.span.overlaps(token.span)) {
                    last += 1;
                }
                if mention.form == Form::Pronoun {
                    self.word(number, sentence, token);
                } else {
                    self.mention(number, sentence, token, last, *next, mention);
                }
                token = last + 1;
                continue;
            }
            self.word(number, sentence, token);
            token += 1;
        }
    }

    fn mention(
        &mut self,
        number: usize,
        sentence: &Sentence,
        first: usize,
        last: usize,
        index: usize,
        mention: &Mention,
    ) {
        if mention.class == Class::Date {
            return;
        }
        let entity = u32::try_from(index).ok().and_then(|index| self.entities.of(MentionId(index)));
        let class = entity.map(|entity| self.entities.list[entity.index()].class);
        let plural = class == Some(Class::Group);
        let noun = sentence.tokens.get(last + 1).is_some_and(|token| matches!(token.xpos, Xpos::Nn | Xpos::Nns));
        let mut place = place(sentence, first, last);
        if noun && place == Place::Subject {
            // "Uyghur activists said": the head noun is the subject, not the name before it.
            place = Place::Possessor;
        }
        self.items.push(Item { entity, class, sentence: number, token: last, place, plural, human: false });
    }

    /// A word outside mentions: a pronoun, a description or a common noun.
    fn word(&mut self, number: usize, sentence: &Sentence, at: usize) {
        let token = &sentence.tokens[at];
        let form = token.span.of(self.text);
        let is_pronoun = matches!(token.xpos, Xpos::Prp | Xpos::PrpPoss | Xpos::Wp | Xpos::WpPoss | Xpos::Wdt);
        if let Some(kind) = pronoun::kind(form).filter(|_| is_pronoun) {
            self.pronoun(number, sentence, at, kind);
        } else if is_head(sentence, at) && !self.in_title(token.span) {
            self.noun(number, sentence, at);
        }
    }

    fn pronoun(&mut self, number: usize, sentence: &Sentence, at: usize, kind: Kind) {
        let place = place(sentence, at, at);
        let pronoun = Pronoun { kind, sentence, number, token: at, place };
        let genders = &self.genders;
        let found = pronoun::antecedent(&pronoun, &self.items, self.entities, &|entity| genders.get(&entity).copied());
        let class = found.map(|(entity, _)| self.entities.list[entity.index()].class);
        if let Some(link) = found {
            self.found.links.insert(sentence.tokens[at].span, link);
            if let Kind::Person(gender) = kind {
                self.genders.entry(link.0).or_insert(gender);
            }
        }
        if kind != Kind::Relative && (found.is_some() || kind == Kind::Several) {
            let item = Item {
                entity: found.map(|(entity, _)| entity),
                class,
                sentence: number,
                token: at,
                place,
                plural: kind == Kind::Several,
                human: false,
            };
            self.items.push(item);
        }
    }

    fn noun(&mut self, number: usize, sentence: &Sentence, at: usize) {
        let token = &sentence.tokens[at];
        let first = phrase_start(sentence, at);
        let article = &sentence.tokens[first].span.of(self.text).to_lowercase();
        let definite = first < at && at - first <= 3 && matches!(article.as_str(), "the" | "this" | "that");
        let limited = sentence.tokens.get(at + 1).is_some_and(|token| matches!(token.lemma.as_str(), "of" | "-"));
        let plural = token.xpos == Xpos::Nns;
        let mut found = None;
        let named_inside = self
            .items
            .last()
            .is_some_and(|item| item.sentence == number && item.token >= first && item.entity.is_some());
        if definite && !limited && !plural && !named_inside {
            let titles = &self.titles;
            let holds = |entity: EntityId, noun: &str| {
                titles.get(&entity).is_some_and(|list| list.iter().any(|word| word == noun))
            };
            found = description::described(&token.lemma.to_lowercase(), number, &self.items, self.entities, &holds);
        }
        if let Some(link) = found {
            self.found.links.insert(token.span, link);
        }
        let class = found.map(|(entity, _)| self.entities.list[entity.index()].class);
        let place = place(sentence, first, at);
        let human = is_human(&token.lemma);
        self.items.push(Item {
            entity: found.map(|(entity, _)| entity),
            class,
            sentence: number,
            token: at,
            place,
            plural,
            human,
        });
    }

    /// Whether a word belongs to a person's title, which the person's mention stands for.
    fn in_title(&self, span: Span) -> bool {
        let roles = &self.mentions.roles;
        let after = roles.partition_point(|role| role.span.start <= span.start);
        roles[..after].iter().rev().take(3).any(|role| role.title.contains(span))
    }
}

/// The words of each person's titles, lower case.
fn titles(text: &str, mentions: &Mentions, entities: &Entities) -> BTreeMap<EntityId, Vec<String>> {
    let mut titles: BTreeMap<EntityId, Vec<String>> = BTreeMap::new();
    for role in &mentions.roles {
        let Some(entity) = entities.of(role.person) else { continue };
        let words = role
            .title
            .of(text)
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.len() > 2)
            .map(str::to_lowercase);
        titles.entry(entity).or_default().extend(words);
    }
    titles
}

/// What titles, nouns beside the names and first names tell of each person.
fn genders(text: &str, mentions: &Mentions, entities: &Entities) -> BTreeMap<EntityId, Gender> {
    let mut genders = BTreeMap::new();
    for role in &mentions.roles {
        let Some(entity) = entities.of(role.person) else { continue };
        if let Some(gender) = role.span.of(text).split_whitespace().find_map(gender::of_title) {
            genders.entry(entity).or_insert(gender);
        }
    }
    for (index, mention) in mentions.list.iter().enumerate() {
        let Some((entity, _)) = entities.of_mention[index] else { continue };
        if !matches!(entities.list[entity.index()].class, Class::Official | Class::Person) {
            continue;
        }
        let before = text[..mention.span.start as usize].trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
        if let Some(gender) = gender::of_title(before) {
            genders.entry(entity).or_insert(gender);
        }
    }
    for (index, entity) in entities.list.iter().enumerate() {
        let id = EntityId(u32::try_from(index).expect("a document has fewer than 2^32 entities"));
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        let told =
            names.filter(|name| name.contains(' ')).find_map(|name| gender::of_first_name(name.split(' ').next()?));
        if let Some(gender) = told.filter(|_| matches!(entity.class, Class::Official | Class::Person)) {
            genders.entry(id).or_insert(gender);
        }
    }
    genders
}
