//! One reading of the text that gives every pronoun and description its antecedent, where there is one.
//!
//! In: sentences, mentions, entities. Out: [`Coreference`], from a token's span to an entity, or several, and the rule that
//! chose it. What has been resolved is itself spoken of, so that chains go on. Nothing looks ahead but where a phrase opens
//! the sentence: else an antecedent stands before. `pronoun` and `description` choose; `discourse` has what they choose
//! from.

use std::collections::{BTreeMap, BTreeSet};

mod description;
mod discourse;
pub(super) mod gender;
mod list;
mod office;
mod opening;
mod organ;
mod pronoun;
mod quoted;

use super::{Entities, EntityId, name};
use crate::document::Span;
use crate::gazetteer::{Class, EntryId, Gazetteer};
use crate::mention::{Form, Mention, MentionId, Mentions};
use crate::syntax::{Sentence, Token, Upos, Xpos};

use discourse::{Item, Place, dies, is_head, is_passive, leaves, place, says};
use gender::{Gender, genders};
use list::List;
use office::Offices;
use organ::Organs;
use pronoun::{Antecedent, Kind, Pronoun};

/// What the pronouns and descriptions of a document mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coreference {
    links: BTreeMap<Span, (EntityId, &'static str)>,
    several: BTreeMap<Span, Vec<EntityId>>,
    unnamed: BTreeSet<Span>,
}

impl Coreference {
    /// The entity that the pronoun or head noun at a token means, and the rule that says so.
    pub fn of(&self, token: Span) -> Option<(EntityId, &'static str)> {
        self.links.get(&token).copied()
    }

    /// The entities that the pronoun at a token means together: "Chad and Kenya left. They said"; none where it means one.
    pub fn several(&self, token: Span) -> &[EntityId] {
        self.several.get(&token).map_or(&[], Vec::as_slice)
    }

    /// The rule by which the pronoun or head noun at a token means one entity or several.
    pub fn rule(&self, token: Span) -> Option<&'static str> {
        let together = self.several.contains_key(&token).then_some("pronoun: those named together");
        self.of(token).map(|(_, rule)| rule).or(together)
    }

    /// Whether the pronoun at a token means a body that the text does not name: "a commission said …. It said".
    pub fn is_unnamed(&self, token: Span) -> bool {
        self.unnamed.contains(&token)
    }

    /// All links to one entity, in the order of the text.
    pub fn links(&self) -> impl Iterator<Item = (Span, EntityId, &'static str)> {
        self.links.iter().map(|(&span, &(entity, rule))| (span, entity, rule))
    }
}

/// Reads a document once and links what can be linked.
pub(super) fn coreference(
    text: &str,
    sentences: &[Sentence],
    mentions: &Mentions,
    entities: &Entities,
    gazetteer: &Gazetteer,
) -> Coreference {
    let mut listed = BTreeMap::new();
    for (at, entity) in (0..).zip(&entities.list) {
        if let Some(entry) = entity.entry {
            listed.entry(entry).or_insert(EntityId(at));
        }
    }
    let mut reader = Reader {
        text,
        listed,
        mentions,
        entities,
        genders: genders(text, mentions, entities, gazetteer),
        offices: Offices::new(text, mentions, entities, gazetteer),
        gazetteer,
        organs: Organs::default(),
        items: Vec::new(),
        lists: Vec::new(),
        led: None,
        dead: Vec::new(),
        left: Vec::new(),
        voice: None,
        bracketed: false,
        quoted: false,
        block: 0,
        opened: None,
        often: vec![0; entities.list.len()],
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
    /// The first entity of each listed thing.
    listed: BTreeMap<EntryId, EntityId>,
    genders: BTreeMap<EntityId, Gender>,
    offices: Offices<'a>,
    gazetteer: &'a Gazetteer,
    organs: Organs,
    items: Vec<Item>,
    lists: Vec<List>,
    /// How often each entity has been spoken of.
    often: Vec<usize>,
    /// The last sentence that has had a subject.
    led: Option<usize>,
    /// Who has been told dead, and in which sentence.
    dead: Vec<(EntityId, usize)>,
    /// Who has been told to give up or lose an office.
    left: Vec<EntityId>,
    /// The noun by which somebody unnamed spoke for a body last, in which sentence, and the body.
    voice: Option<(String, usize, EntityId)>,
    /// Whether the reader stands in brackets, as photo credits do.
    bracketed: bool,
    /// Whether the reader stands in a quotation that is a sentence of its own.
    quoted: bool,
    /// The first sentence of the paragraph.
    block: usize,
    /// The sentence in which the last such quotation of the paragraph began.
    opened: Option<usize>,
    found: Coreference,
}

impl Reader<'_> {
    /// Notes what is spoken of.
    fn note(&mut self, item: Item) {
        if let Some(entity) = item.entity {
            self.often[entity.index()] += 1;
        }
        let leads = item.place == Place::Subject && self.led != Some(item.sentence);
        if leads {
            self.led = Some(item.sentence);
        }
        self.items.push(Item { leads, quoted: self.quoted, ..item });
    }

    /// Reads one sentence; `next` is the first mention that is not before it.
    fn sentence(&mut self, number: usize, sentence: &Sentence, next: &mut usize) {
        let list = &self.mentions.list;
        let mut token = 0;
        if sentence.starts_block {
            self.block = number;
        }
        self.quoted &= !sentence.starts_block;
        self.opened = self.opened.filter(|_| !sentence.starts_block);
        self.bracketed &= !sentence.starts_block;
        while token < sentence.tokens.len() {
            let span = sentence.tokens[token].span;
            match sentence.tokens[token].xpos {
                Xpos::OpenQuote => {
                    let first = sentence.tokens.get(token + 1).map_or("", |next| next.span.of(self.text));
                    self.quoted = first.starts_with(char::is_uppercase);
                    self.opened = if self.quoted { Some(number) } else { None };
                }
                Xpos::CloseQuote => self.quoted = false,
                Xpos::Lrb => self.bracketed = true,
                Xpos::Rrb => self.bracketed = false,
                _ => {}
            }
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
        if self.bracketed && class.is_some_and(Class::is_person) {
            return;
        }
        let plural = class == Some(Class::Group);
        let modifies = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj);
        let noun = sentence.tokens.get(last + 1).is_some_and(modifies);
        let mut place = place(sentence, first, last);
        if noun && place == Place::Subject {
            // "Kurdish activists said": the head noun is the subject, not the name before it.
            place = Place::Possessor;
        }
        if let Some(state) = self.state_within(mention) {
            let class = Some(Class::Government);
            self.note(Item { entity: Some(state), class, within: true, ..Item::at(number, last, Place::Possessor) });
        }
        let person = class.is_some_and(Class::is_person);
        if let Some(dead) = entity.filter(|_| person && place == Place::Subject && dies(&sentence.tokens[last + 1..])) {
            self.dead.push((dead, number));
        }
        self.left.extend(entity.filter(|_| person && leaves(&sentence.tokens[last + 1..])));
        let spoke = !noun && says(sentence, first, last);
        let suffers = is_passive(&sentence.tokens[last + 1..]);
        self.note(Item { entity, class, plural, spoke, suffers, ..Item::at(number, last, place) });
        self.list(number, index, last, place);
    }

    /// The state whose name stands in a body's: "Environment Canada said … The government" is Canada's.
    fn state_within(&self, mention: &Mention) -> Option<EntityId> {
        let state = mention.part_of.filter(|_| mention.class == Class::Organisation)?;
        if !name::holds_state(mention.span.of(self.text), state, self.gazetteer) {
            return None;
        }
        self.listed.get(&state).copied()
    }

    /// A word outside mentions: a pronoun, a description or a common noun.
    fn word(&mut self, number: usize, sentence: &Sentence, at: usize) {
        let token = &sentence.tokens[at];
        let form = token.span.of(self.text);
        let is_pronoun = matches!(token.xpos, Xpos::Prp | Xpos::PrpPoss | Xpos::Wp | Xpos::WpPoss | Xpos::Wdt);
        if let Some(kind) = pronoun::kind(form).filter(|_| is_pronoun) {
            self.pronoun(number, sentence, at, kind);
        } else if let Some(link) = self.one_of_two(number, sentence, at) {
            self.found.links.insert(token.span, link);
        } else if is_head(sentence, at) && !self.in_title(token.span) {
            self.noun(number, sentence, at);
        }
    }

    fn pronoun(&mut self, number: usize, sentence: &Sentence, at: usize, kind: Kind) {
        let object = matches!(sentence.tokens[at].span.of(self.text), "him" | "them" | "whom");
        let place = place(sentence, at, at);
        let place = if object && place == Place::Subject { Place::Object } else { place };
        let mut barred = self.told(sentence, at, place);
        barred.extend(self.quoting(number, sentence, at).into_iter().filter(|_| matches!(kind, Kind::Person(_))));
        barred.extend(self.dead_before(number, sentence, at));
        let speaks = self.opened.filter(|_| self.is_speaker(sentence, at, place));
        let pronoun = Pronoun { kind, sentence, number, token: at, place, quoted: self.quoted, speaks, barred };
        let genders = &self.genders;
        let behind = pronoun::antecedent(&pronoun, &self.items, self.entities, &|entity| genders.get(&entity).copied());
        let one = behind.and_then(|(meant, rule)| match meant {
            Antecedent::One(entity) => Some((entity, rule)),
            Antecedent::Several(_) | Antecedent::Unnamed => None,
        });
        let ahead = || self.ahead(sentence, at, kind);
        let looks_ahead =
            place == Place::Possessor && (sentence.tokens[0].xpos == Xpos::Vbg || self.is_own(sentence, at));
        let found = if looks_ahead { ahead().or(one) } else { one.or_else(ahead) };
        let class = found.map(|(entity, _)| self.entities.list[entity.index()].class);
        let span = sentence.tokens[at].span;
        let meant = found.map(|(entity, _)| Antecedent::One(entity)).or(behind.map(|(meant, _)| meant));
        self.link(span, kind, found, meant);
        let list = match meant {
            Some(Antecedent::Several(list)) => Some(list),
            _ => None,
        };
        let unnamed = meant == Some(Antecedent::Unnamed);
        if found.is_some() || unnamed || kind == Kind::Several {
            self.note(Item {
                entity: found.map(|(entity, _)| entity),
                class,
                plural: kind == Kind::Several,
                human: list.is_some(),
                tells: unnamed,
                body: unnamed,
                pronoun: true,
                spoke: says(sentence, at, at),
                list,
                ..Item::at(number, at, place)
            });
        }
    }

    /// Keeps what a pronoun means.
    fn link(&mut self, span: Span, kind: Kind, one: Option<(EntityId, &'static str)>, meant: Option<Antecedent>) {
        if let Some(link) = one {
            self.found.links.insert(span, link);
            if let Kind::Person(gender) = kind {
                self.genders.entry(link.0).or_insert(gender);
            }
        }
        match meant {
            Some(Antecedent::Several(list)) => {
                self.found.several.insert(span, self.lists[list].members.clone());
            }
            Some(Antecedent::Unnamed) => {
                self.found.unnamed.insert(span);
            }
            Some(Antecedent::One(_)) | None => {}
        }
    }

    /// Whether a word belongs to a person's title, which the person's mention stands for.
    fn in_title(&self, span: Span) -> bool {
        let roles = &self.mentions.roles;
        let after = roles.partition_point(|role| role.span.start <= span.start);
        roles[..after].iter().rev().take(3).any(|role| role.title.contains(span))
    }
}
