//! Nouns outside mentions: who or what the phrase that one heads means, by the names in it or by what was spoken of before.
//!
//! In: a head noun in its sentence. Out: its link, if it means an entity ("the SYRIZA leader", "the ministry"), and the item
//! that it is to later pronouns. People of a body stand for the body ("Chinese officials"), and one unnamed who speaks for a
//! body is remembered as its voice. Which entity a definite noun without a name means is asked of [`super`].

use super::Spoken;
use super::people::{is_human, is_staff};
use crate::entity::EntityId;
use crate::entity::anaphora::discourse::{Item, is_passive, phrase_start, place};
use crate::entity::anaphora::{Reader, gender, office};
use crate::gazetteer::Class;
use crate::gazetteer::leading::governs;
use crate::mention::MentionId;
use crate::syntax::frames::is_speech;
use crate::syntax::{Sentence, Token, Upos, Xpos};

impl Reader<'_> {
    /// A noun outside mentions that heads a phrase: a description, people of a body, or something else, named or not.
    pub(in crate::entity::anaphora) fn noun(&mut self, number: usize, sentence: &Sentence, at: usize) {
        let token = &sentence.tokens[at];
        let first = before_based(sentence, phrase_start(sentence, at));
        let lemma = token.lemma.to_lowercase();
        let plural = matches!(token.xpos, Xpos::Nns | Xpos::Nnps);
        let leads_of = lemma == "head" && sentence.tokens.get(at + 1).is_some_and(|next| next.lemma == "of");
        // "a blogger who was jailed"
        let who = token.upos == Upos::Noun
            && sentence.tokens.get(at + 1).is_some_and(|next| next.lemma == "who")
            && is_passive(&sentence.tokens[at + 2..]);
        let tells = tells(&sentence.tokens[at + 1..]);
        let inside =
            self.items.last().filter(|item| item.sentence == number && item.token >= first && item.entity.is_some());
        let mut item = Item {
            plural,
            human: is_human(&lemma) || leads_of || who,
            gender: gender::of_title(&lemma),
            tells,
            body: !plural && super::is_body(&lemma),
            ..Item::at(number, at, place(sentence, first, at))
        };
        // "The London-based group": where a body is based tells not whose it is.
        let inside = inside.filter(|place| based_behind(sentence, place, at).is_none());
        let link = match inside.copied() {
            Some(body) => self.of_named(sentence, first, at, &body, &mut item),
            None => self.description(number, sentence, first, at, &lemma),
        };
        // "A spokesman for Siemens said … He also said": nobody else's words than the body's.
        if let Some(body) = self.speaks_for(sentence, at).filter(|_| link.is_none() && is_staff(&lemma)) {
            (item.entity, item.tells) = (Some(body), true);
            if plural {
                // "The members of the African Union said … They": as many speak for it.
                item.class = Some(self.entities.list[body.index()].class);
            } else {
                self.voice = Some((lemma, number, body));
            }
        }
        if let Some(link) = link {
            self.found.links.insert(token.span, link);
            item.entity = Some(link.0);
            item.class = Some(self.entities.list[link.0.index()].class);
        }
        self.note(item);
    }

    /// What a noun means whose phrase names a body, state or person, if it is one of them; else whose people the item is.
    fn of_named(
        &mut self,
        sentence: &Sentence,
        first: usize,
        at: usize,
        body: &Item,
        item: &mut Item,
    ) -> Option<(EntityId, &'static str)> {
        let lemma = sentence.tokens[at].lemma.to_lowercase();
        if let Some(state) = body.entity.filter(|_| body.class == Some(Class::Government) && body.token < at) {
            let behind = sentence.tokens[body.token + 1..=at].iter().filter(|token| token.xpos != Xpos::Pos);
            let words: Vec<String> = behind.map(|token| token.span.of(self.text).to_lowercase()).collect();
            self.organs.note(&words, state);
        }
        if let Some(link) = self.holder(sentence, first, at, body) {
            return Some(link);
        }
        let one = matches!(body.class, Some(Class::Person | Class::Official | Class::Place | Class::Group));
        // "The report's authors", "Chinese officials": the people stand for what their phrase names.
        if item.plural && is_staff(&lemma) && !one {
            (item.entity, item.class) = (body.entity, body.class);
            let counted = sentence.tokens[first..=at].iter().any(|token| token.upos == Upos::Num);
            item.members = is_passive(&sentence.tokens[at + 1..]) || counted && !item.tells;
            return None;
        }
        let acts = matches!(body.class, Some(Class::Government | Class::Organisation));
        // "A Hamas official said … He also said": one person, but nobody else's words than the body's.
        if !item.plural && item.tells && is_staff(&lemma) && acts {
            item.entity = body.entity;
            self.voice = body.entity.map(|body| (lemma, item.sentence, body));
            return None;
        }
        // "The Diallo government": the state that he leads.
        let leader = body.entity.filter(|_| body.token + 1 == at && governs(&lemma))?;
        Some((self.offices.led_by(leader)?, "description: government of its head"))
    }

    /// The state or body that a noun is followed by, where whoever speaks for it says something: "a spokesman for Siemens said".
    fn speaks_for(&self, sentence: &Sentence, at: usize) -> Option<EntityId> {
        const APPOSITION: usize = 8;
        let tokens = &sentence.tokens;
        let place = |token: &Token| matches!(token.lemma.as_str(), "at" | "for" | "from" | "of" | "with");
        let of = tokens.get(at + 1).filter(|token| place(token))?;
        let list = &self.mentions.list;
        let index = list.partition_point(|mention| mention.span.start < of.span.end);
        let mention = list.get(index)?;
        let from = tokens.iter().position(|token| token.span.start >= mention.span.start)?;
        if tokens[at + 2..from].iter().any(|token| token.upos != Upos::Det) {
            return None;
        }
        let body = self.entities.of(MentionId(u32::try_from(index).ok()?))?;
        let acts = matches!(self.entities.list[body.index()].class, Class::Government | Class::Organisation);
        let behind = tokens[from..].iter().position(|token| token.span.start >= mention.span.end)? + from;
        let comma = |token: &Token| token.xpos == Xpos::Comma;
        // "for the Office of the High Commissioner, or UNHCR, said"
        let aside = tokens[behind + 1..].iter().take(APPOSITION).position(comma).filter(|_| comma(&tokens[behind]));
        let verb = aside.map_or(behind, |length| behind + length + 2);
        (acts && tells(&tokens[verb..])).then_some(body)
    }

    /// What has been spoken of so far.
    fn spoken(&self) -> Spoken<'_> {
        Spoken { items: &self.items, often: &self.often, entities: self.entities, gazetteer: self.gazetteer }
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
        // "the Green Party's head office" is a house of the party's.
        let house = lemma == "office" && at > 0 && sentence.tokens[at - 1].lemma == "head";
        if !definite || house || token.xpos == Xpos::Nns || is_limited(sentence, first, at) {
            return None;
        }
        let based = self.items.last().and_then(|place| based_behind(sentence, place, at)).filter(|&from| from > first);
        let words: Vec<String> = sentence.tokens[based.unwrap_or(if own { first } else { first + 1 })..=at]
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
        let organ = || Some((self.organs.meant(&words)?, "description: organ of the state spoken of before"));
        let voice = || self.voice_of(lemma, number).filter(|_| words.len() == 1);
        // "The New York-based watchdog" is no army or state's body that has just been named.
        let private = |entity: EntityId| {
            let entry = self.entities.list[entity.index()].entry;
            based.is_none() || entry.is_none_or(|entry| self.gazetteer.is_private(entry))
        };
        // "President Jane Doe … former President John Roe … the president": the one who is it now.
        let sits = |entity: EntityId| holds(entity) && !self.offices.is_former(entity, &office);
        let described = |who: &dyn Fn(EntityId) -> bool| {
            super::described(lemma, &words[..words.len() - 1], number, &self.spoken(), who)
        };
        described(&sits)
            .or_else(|| described(&holds))
            .filter(|&(entity, _)| private(entity))
            .or_else(|| Some((voice()?, "description: who spoke for it before")))
            .or_else(organ)
            .or_else(|| Some((self.home().filter(|_| own)?, "description: state of the dateline")))
    }

    /// "A Siemens spokesman said …. The spokesman said": the body whose voice a noun was not long before.
    fn voice_of(&self, lemma: &str, number: usize) -> Option<EntityId> {
        const REACH: usize = 3;
        let (noun, sentence, body) = self.voice.as_ref()?;
        (noun == lemma && sentence + REACH >= number).then_some(*body)
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
}

/// Whether what a noun is the subject of is that it says something.
fn tells(behind: &[Token]) -> bool {
    let verb = behind.iter().find(|token| token.upos != Upos::Adv && token.upos != Upos::Aux);
    !is_passive(behind) && verb.is_some_and(|verb| verb.upos == Upos::Verb && is_speech(&verb.lemma))
}

/// Whether what stands around a definite noun says which one is meant: "the ministry of trade", "the party that left".
fn is_limited(sentence: &Sentence, first: usize, at: usize) -> bool {
    // "accused the Commission of lying": what it is accused of limits no name.
    let accused = sentence.tokens[first.saturating_sub(2)..first].iter().any(|token| {
        matches!(
            token.lemma.as_str(),
            "accuse" | "acquit" | "convict" | "inform" | "notify" | "remind" | "suspect" | "warn"
        )
    });
    sentence.tokens.get(at + 1).is_some_and(|next| {
        next.lemma == "of" && !accused
            || matches!(
                next.lemma.as_str(),
                "-" | "within" | "named" | "called" | "known" | "that" | "which" | "who" | "where"
            )
            || matches!(next.xpos, Xpos::Vbn | Xpos::Vbg | Xpos::Wdt | Xpos::Wp | Xpos::Hyph)
    })
}

/// The token behind "London-based" where a place before a noun only says where the body is based.
fn based_behind(sentence: &Sentence, place: &Item, at: usize) -> Option<usize> {
    let behind = place.token + 3;
    let hyphen = sentence.tokens.get(place.token + 1).is_some_and(|token| token.xpos == Xpos::Hyph);
    let based =
        sentence.tokens.get(place.token + 2).is_some_and(|token| matches!(token.lemma.as_str(), "based" | "base"));
    let lies = matches!(place.class, Some(Class::Place | Class::Government));
    (lies && hyphen && based && behind <= at).then_some(behind)
}

/// Where a phrase begins whose noun has "London-based" before it.
fn before_based(sentence: &Sentence, first: usize) -> usize {
    let based = |at: &usize| matches!(sentence.tokens[*at].lemma.as_str(), "based" | "base");
    let based = [Some(first), first.checked_sub(1)].into_iter().flatten().find(based);
    let hyphen = based.and_then(|at| at.checked_sub(1)).filter(|&at| sentence.tokens[at].xpos == Xpos::Hyph);
    hyphen.and_then(|at| at.checked_sub(1)).map_or(first, |place| phrase_start(sentence, place))
}
