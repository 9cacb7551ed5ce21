//! One reading of the text that gives every pronoun and description its antecedent, where there is one.
//!
//! In: sentences, mentions, entities. Out: [`Coreference`], from a token's span to an entity, or several, and the rule that
//! chose it. What has been resolved is itself spoken of, so that chains go on. Nothing looks ahead but where a phrase opens
//! the sentence: else an antecedent stands before.

use std::collections::{BTreeMap, BTreeSet};

mod description;
mod discourse;
pub(super) mod gender;
mod list;
mod office;
mod opening;
mod organ;
mod pronoun;

use super::{Entities, EntityId, apart, name};
use crate::document::Span;
use crate::gazetteer::{Class, EntryId, Gazetteer};
use crate::mention::{Form, Mention, MentionId, Mentions};
use crate::syntax::frames::is_speech;
use crate::syntax::{Sentence, Token, Upos, Xpos};

use discourse::{Item, Place, dies, is_head, is_human, is_staff, leaves, phrase_start, place, says};
use gender::Gender;
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
        if self.bracketed && matches!(class, Some(Class::Person | Class::Official)) {
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
        let person = matches!(class, Some(Class::Person | Class::Official));
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

    /// Those told dead not long before, where a pronoun speaks now: "Doe was shot dead. He said" is another; not where it had
    /// spoken before: "He had accused".
    fn dead_before(&self, number: usize, sentence: &Sentence, at: usize) -> Vec<EntityId> {
        const REACH: usize = 3;
        let mut behind = sentence.tokens[at + 1..].iter().filter(|token| token.upos != Upos::Adv);
        let speaks = behind.next().is_some_and(|verb| verb.upos == Upos::Verb && is_speech(&verb.lemma));
        let near = self.dead.iter().filter(|(_, told)| speaks && told + REACH >= number);
        near.map(|(dead, _)| *dead).collect()
    }

    /// Who speaks the quotation that a pronoun stands in, as far as its sentence names him: no "he" in it is himself.
    fn quoting(&self, number: usize, sentence: &Sentence, at: usize) -> Vec<EntityId> {
        const TITLE: usize = 6;
        if !self.quoted {
            return Vec::new();
        }
        let tokens = &sentence.tokens;
        let before = self.items.iter().rev().take_while(|item| item.sentence == number);
        let before = before.filter(|item| item.spoke && !item.quoted).filter_map(|item| item.entity);
        let close = (at + 1..tokens.len()).find(|&at| tokens[at].xpos == Xpos::CloseQuote);
        let behind = close.and_then(|close| {
            let named = |at: &usize| {
                let span = tokens[*at].span;
                let index = self.mentions.list.partition_point(|mention| mention.span.start < span.start);
                let mention = self.mentions.list.get(index).filter(|mention| mention.span.start == span.start)?;
                let person = matches!(mention.class, Class::Person | Class::Official);
                let last = (*at..tokens.len()).take_while(|&at| mention.span.overlaps(tokens[at].span)).last()?;
                let entity = self.entities.of(MentionId(u32::try_from(index).ok()?));
                entity.filter(|_| person && says(sentence, *at, last))
            };
            (close + 1..tokens.len().min(close + 2 + TITLE)).find_map(|at| named(&at))
        });
        before.chain(behind).collect()
    }

    /// Whether a pronoun stands right behind the close of a quotation and a verb of speech beside it: "…," he told Y.
    fn is_speaker(&self, sentence: &Sentence, at: usize, place: Place) -> bool {
        let tokens = &sentence.tokens;
        let closes = |at: Option<usize>| at.is_some_and(|at| tokens[at].xpos == Xpos::CloseQuote);
        let speaks = |at: usize| tokens.get(at).is_some_and(|verb| verb.upos == Upos::Verb && is_speech(&verb.lemma));
        let inverted = at > 1 && speaks(at - 1) && closes(at.checked_sub(2));
        place == Place::Subject && closes(at.checked_sub(1)) && speaks(at + 1) || inverted
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

    /// A noun outside mentions that heads a phrase: a description, people of a body, or something else, named or not.
    fn noun(&mut self, number: usize, sentence: &Sentence, at: usize) {
        let token = &sentence.tokens[at];
        let first = phrase_start(sentence, at);
        let lemma = token.lemma.to_lowercase();
        let plural = matches!(token.xpos, Xpos::Nns | Xpos::Nnps);
        let leads_of = lemma == "head" && sentence.tokens.get(at + 1).is_some_and(|next| next.lemma == "of");
        let human = is_human(&lemma) || leads_of;
        let after = sentence.tokens[at + 1..].iter().find(|token| token.upos != Upos::Adv && token.upos != Upos::Aux);
        let passive = is_passive(&sentence.tokens[at + 1..]);
        let tells = !passive && after.is_some_and(|verb| verb.upos == Upos::Verb && is_speech(&verb.lemma));
        let place = place(sentence, first, at);
        let inside =
            self.items.last().filter(|item| item.sentence == number && item.token >= first && item.entity.is_some());
        let mut item = Item {
            plural,
            human,
            gender: gender::of_title(&lemma),
            tells,
            body: !plural && description::is_body(&lemma),
            ..Item::at(number, at, place)
        };
        if let Some(body) = inside.copied() {
            if let Some(state) = body.entity.filter(|_| body.class == Some(Class::Government) && body.token < at) {
                let behind = sentence.tokens[body.token + 1..=at].iter().filter(|token| token.xpos != Xpos::Pos);
                let words: Vec<String> = behind.map(|token| token.span.of(self.text).to_lowercase()).collect();
                self.organs.note(&words, state);
            }
            if let Some(link) = self.holder(sentence, first, at, &body) {
                self.found.links.insert(token.span, link);
                item.entity = Some(link.0);
                item.class = Some(self.entities.list[link.0.index()].class);
            }
            // "The report's authors", "Chinese officials": the people stand for what their phrase names.
            else if plural
                && is_staff(&lemma)
                && !matches!(body.class, Some(Class::Person | Class::Official | Class::Place | Class::Group))
            {
                (item.entity, item.class) = (body.entity, body.class);
                let counted = sentence.tokens[first..=at].iter().any(|token| token.upos == Upos::Num);
                item.members = passive || counted && !tells;
            }
            // "A Hamas official said … He also said": one person, but nobody else's words than the body's.
            else if !plural
                && tells
                && is_staff(&lemma)
                && matches!(body.class, Some(Class::Government | Class::Organisation))
            {
                item.entity = body.entity;
                self.voice = body.entity.map(|body| (lemma.clone(), number, body));
            }
            // "The Diallo government": the state that he leads.
            else if let Some(state) = body.entity.filter(|_| body.token + 1 == at && is_government(&lemma))
                && let Some(state) = self.offices.led_by(state)
            {
                self.found.links.insert(token.span, (state, "description: government of its head"));
                (item.entity, item.class) = (Some(state), Some(Class::Government));
            }
        } else if let Some(link) = self.description(number, sentence, first, at, &lemma) {
            self.found.links.insert(token.span, link);
            item.entity = Some(link.0);
            item.class = Some(self.entities.list[link.0.index()].class);
        }
        self.note(item);
    }

    /// What has been spoken of so far.
    fn spoken(&self) -> description::Spoken<'_> {
        description::Spoken {
            items: &self.items,
            often: &self.often,
            entities: self.entities,
            gazetteer: self.gazetteer,
        }
    }

    /// What a definite noun without modifiers means.
    fn description(
        &self,
        number: usize,
        sentence: &Sentence,
        first: usize,
        at: usize,
        lemma: &str,
    ) -> Option<(EntityId, &'static str)> {
        let token = &sentence.tokens[at];
        let article = sentence.tokens[first].span.of(self.text).to_lowercase();
        // Papers write of their own state's "Government", without article.
        let own = first == at && token.span.of(self.text) == "Government" && !sentence.tokens[at + 1..].is_empty();
        let definite = own || first < at && matches!(article.as_str(), "the" | "this" | "that");
        // "accused the Commission of lying": what it is accused of limits no name.
        let accused = sentence.tokens[first.saturating_sub(2)..first].iter().any(|token| {
            matches!(
                token.lemma.as_str(),
                "accuse" | "acquit" | "convict" | "inform" | "notify" | "remind" | "suspect" | "warn"
            )
        });
        let limited = sentence.tokens.get(at + 1).is_some_and(|next| {
            next.lemma == "of" && !accused
                || matches!(
                    next.lemma.as_str(),
                    "-" | "within" | "named" | "called" | "known" | "that" | "which" | "who" | "where"
                )
                || matches!(next.xpos, Xpos::Vbn | Xpos::Vbg | Xpos::Wdt | Xpos::Wp | Xpos::Hyph)
        });
        if !definite || limited || token.xpos == Xpos::Nns {
            return None;
        }
        let words: Vec<String> = sentence.tokens[if own { first } else { first + 1 }..=at]
            .iter()
            .map(|token| token.span.of(self.text).to_lowercase())
            .collect();
        let office = self.offices.wanted(&words);
        // "Prime Minister Jane Doe … the former prime minister": another one.
        let former = words.iter().any(|word| word == "former");
        let holds = |entity: EntityId| {
            self.offices.holds(entity, &office, None)
                && !(former && !self.left.contains(&entity) && self.offices.sits(entity, &office))
        };
        let found = description::described(lemma, &words[..words.len() - 1], number, &self.spoken(), &holds);
        let organ = || Some((self.organs.meant(&words)?, "description: organ of the state spoken of before"));
        // "A Siemens spokesman said …. The spokesman said"
        let voice = || {
            const REACH: usize = 3;
            let near = |(noun, sentence, _): &&(String, usize, EntityId)| {
                noun == lemma && words.len() == 1 && sentence + REACH >= number
            };
            self.voice.as_ref().filter(near).map(|(.., body)| (*body, "description: who spoke for it before"))
        };
        found
            .or_else(voice)
            .or_else(organ)
            .or_else(|| Some((self.home().filter(|_| own)?, "description: state of the dateline")))
    }

    /// The state of the place that the text names first, as datelines do, if the text speaks of that state.
    fn home(&self) -> Option<EntityId> {
        const DEEPEST: usize = 4;
        let first = self.mentions.list.iter().find(|mention| mention.class != Class::Date)?;
        let mut entry = first.entry.filter(|_| first.class == Class::Place)?;
        for _ in 0..DEEPEST {
            if self.gazetteer.entry(entry).class == Class::Government {
                break;
            }
            entry = self.gazetteer.entry(entry).part_of?;
        }
        self.listed.get(&entry).copied()
    }

    /// "The US president", "the SYRIZA leader": who of those spoken of holds that office of that state or body, by the text or the lists.
    fn holder(&self, sentence: &Sentence, first: usize, at: usize, body: &Item) -> Option<(EntityId, &'static str)> {
        let word = |token: &Token| token.span.of(self.text).to_lowercase();
        let led = matches!(body.class, Some(Class::Government | Class::Organisation));
        let body_of = body.entity.filter(|_| led && body.token < at)?;
        let words: Vec<String> = sentence.tokens[body.token + 1..=at].iter().map(word).collect();
        if word(&sentence.tokens[first]) != "the" || sentence.tokens[at].xpos == Xpos::Nns {
            return None;
        }
        let former = || sentence.tokens[first..at].iter().any(|token| office::is_past(&word(token)));
        // "SYRIZA leader Jane Doe … the SYRIZA leader", "Kenyan President Jane Doe … the Kenyan leader"
        if let [noun] = &words[..]
            && let Some(leader) = self.offices.leader(noun, body_of, former(), &self.items)
        {
            return Some((leader, "description: who leads the body"));
        }
        if !self.offices.is_office(&words) {
            return None;
        }
        self.offices.holder(&words, body_of, &self.items).map(|entity| (entity, "description: holder of the office"))
    }

    /// Whether a word belongs to a person's title, which the person's mention stands for.
    fn in_title(&self, span: Span) -> bool {
        let roles = &self.mentions.roles;
        let after = roles.partition_point(|role| role.span.start <= span.start);
        roles[..after].iter().rev().take(3).any(|role| role.title.contains(span))
    }
}

/// Whether a noun means those who govern.
fn is_government(lemma: &str) -> bool {
    matches!(lemma, "government" | "administration" | "regime")
}

/// "Were later arrested", "have been charged": whether the verb that comes next is in the passive.
fn is_passive(tokens: &[Token]) -> bool {
    let mut verbs = tokens.iter().filter(|token| token.upos != Upos::Adv).peekable();
    let mut be = false;
    while let Some(auxiliary) = verbs.next_if(|token| token.upos == Upos::Aux) {
        be |= auxiliary.lemma == "be";
    }
    be && verbs.next().is_some_and(|verb| verb.xpos == Xpos::Vbn)
}

/// What titles, nouns beside the names and first names tell of each person.
fn genders(text: &str, mentions: &Mentions, entities: &Entities, gazetteer: &Gazetteer) -> BTreeMap<EntityId, Gender> {
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
        let kin = || apart::gender(text, mention.span, gazetteer);
        if let Some(gender) = gender::of_title(before).or_else(kin) {
            genders.entry(entity).or_insert(gender);
        }
    }
    for (index, entity) in entities.list.iter().enumerate() {
        let id = EntityId(u32::try_from(index).expect("a document has fewer than 2^32 entities"));
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        let told = names
            .filter(|name| name.contains(' '))
            .find_map(|name| gender::of_first_name(name.split(' ').next()?, gazetteer));
        if let Some(gender) = told.filter(|_| matches!(entity.class, Class::Official | Class::Person)) {
            genders.entry(id).or_insert(gender);
        }
    }
    genders
}
