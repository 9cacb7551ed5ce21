//! Phrases that open a sentence: "In his letter to Lars Holm, Tom Ode said".
//!
//! In: a pronoun in its sentence and the mentions of the document. Out: who follows the phrase, where its pronoun looks ahead,
//! and who is named in it, whom the pronoun that speaks behind it never means. What was spoken of before is left to
//! [`super::pronoun`].

use super::discourse::{Place, is_finite};
use super::pronoun::Kind;
use super::{EntityId, Reader};
use crate::gazetteer::Class;
use crate::mention::MentionId;
use crate::syntax::frames::{is_speech, is_utterance};
use crate::syntax::{Sentence, Token, Upos, Xpos};

impl Reader<'_> {
    /// "Discussing his plan, X said", "In his letter, X said": a participle that opens the sentence has the sentence's subject,
    /// and words that open it are their speaker's own.
    pub(super) fn is_own(&self, sentence: &Sentence, at: usize) -> bool {
        let tokens = &sentence.tokens;
        let noun = tokens[at + 1..].iter().take(4).find(|token| token.upos == Upos::Noun);
        let words = |lemma: &str| is_utterance(lemma) || self.gazetteer.is("report-noun", lemma);
        at == 1 && tokens[0].lemma == "in" && noun.is_some_and(|noun| words(&noun.lemma))
    }

    /// "For the first time in his career, X said": who stands right after the phrase that opens the sentence.
    pub(super) fn ahead(&self, sentence: &Sentence, at: usize, kind: Kind) -> Option<(EntityId, &'static str)> {
        const FAR: usize = 20;
        let opens = matches!(sentence.tokens[0].upos, Upos::Adp | Upos::Sconj | Upos::Adv | Upos::Verb);
        if !opens || kind == Kind::Relative || at > FAR {
            return None;
        }
        let comma = (at..sentence.tokens.len().min(at + FAR)).find(|&i| sentence.tokens[i].xpos == Xpos::Comma)?;
        // The whole phrase: "Norway's Prime Minister Jens Stoltenberg" is Stoltenberg.
        let inside = |token: &Token| {
            matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn) || token.xpos == Xpos::Pos
        };
        let start = sentence.tokens.get(comma + 1)?.span.start;
        let end = sentence.tokens[comma + 1..].iter().take_while(|token| inside(token)).last()?.span.end;
        let first = self.mentions.list.partition_point(|mention| mention.span.start < start);
        let phrase = self.mentions.list[first..].iter().take_while(|mention| mention.span.end <= end).count();
        let index = (first + phrase).checked_sub(1).filter(|&last| last >= first)?;
        let entity = self.entities.of(MentionId(u32::try_from(index).ok()?))?;
        let person = self.entities.list[entity.index()].class.is_person();
        let thing = matches!(self.entities.list[entity.index()].class, Class::Organisation | Class::Government);
        let gender = self.genders.get(&entity).copied();
        match kind {
            Kind::Person(wanted) => person && gender.is_none_or(|known| known == wanted),
            Kind::Thing => thing,
            _ => false,
        }
        .then_some((entity, "pronoun: subject that follows"))
    }

    /// The persons named behind a pronoun that speaks, in its sentence, and all that stands in the phrase before it: "In a
    /// letter to X, it said".
    pub(super) fn told(&self, sentence: &Sentence, at: usize, place: Place) -> Vec<EntityId> {
        let verb = sentence.tokens[at + 1..].iter().take(2).find(|token| token.upos != Upos::Adv);
        if place != Place::Subject || !verb.is_some_and(|verb| is_speech(&verb.lemma)) {
            return Vec::new();
        }
        let named = |from: u32, to: u32| {
            let first = self.mentions.list.partition_point(|mention| mention.span.start < from);
            (first..).zip(self.mentions.list[first..].iter().take_while(move |mention| mention.span.start < to))
        };
        let span = sentence.tokens[at].span;
        let person = |class: Class| class.is_person();
        let behind = named(span.end, sentence.span.end).filter(|(_, mention)| person(mention.class));
        let leads_in = sentence.tokens[0].lemma == "in" && !sentence.tokens[..at].iter().any(is_finite);
        let before = named(sentence.span.start, span.start).filter(|_| leads_in);
        behind.chain(before).filter_map(|(index, _)| self.entities.of(MentionId(u32::try_from(index).ok()?))).collect()
    }
}
