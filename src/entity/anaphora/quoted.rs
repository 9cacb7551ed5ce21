//! Who speaks beside a quotation, and whom a pronoun in or behind one can't mean.
//!
//! In: a pronoun in its sentence, what was spoken of before and who has been told dead. Out: the entities that are barred as its
//! antecedent, since they speak the quotation that it stands in or speak no more; and whether the pronoun itself speaks the
//! quotation before it. Which of the others it means is left to [`super::pronoun`].

use super::discourse::{Place, says};
use super::{EntityId, Reader};
use crate::mention::MentionId;
use crate::syntax::frames::is_speech;
use crate::syntax::{Sentence, Upos, Xpos};

impl Reader<'_> {
    /// Those told dead not long before, where a pronoun speaks now: "Doe was shot dead. He said" is another; not where it had
    /// spoken before: "He had accused".
    pub(super) fn dead_before(&self, number: usize, sentence: &Sentence, at: usize) -> Vec<EntityId> {
        const REACH: usize = 3;
        let mut behind = sentence.tokens[at + 1..].iter().filter(|token| token.upos != Upos::Adv);
        let speaks = behind.next().is_some_and(|verb| verb.upos == Upos::Verb && is_speech(&verb.lemma));
        let near = self.dead.iter().filter(|(_, told)| speaks && told + REACH >= number);
        near.map(|(dead, _)| *dead).collect()
    }

    /// Who speaks the quotation that a pronoun stands in, as far as its sentence names him: no "he" in it is himself.
    pub(super) fn quoting(&self, number: usize, sentence: &Sentence, at: usize) -> Vec<EntityId> {
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
                let person = mention.class.is_person();
                let last = (*at..tokens.len()).take_while(|&at| mention.span.overlaps(tokens[at].span)).last()?;
                let entity = self.entities.of(MentionId(u32::try_from(index).ok()?));
                entity.filter(|_| person && says(sentence, *at, last))
            };
            (close + 1..tokens.len().min(close + 2 + TITLE)).find_map(|at| named(&at))
        });
        let mut speakers: Vec<EntityId> = before.chain(behind).collect();
        // "“…,” said Doe. “They jailed him since he …”": it goes on in its paragraph.
        if speakers.is_empty() {
            let mut paragraph = self.items.iter().rev().take_while(|item| item.sentence >= self.block);
            speakers.extend(paragraph.find(|item| item.spoke && !item.quoted).and_then(|item| item.entity));
        }
        speakers
    }

    /// Whether a pronoun stands right behind the close of a quotation and a verb of speech beside it: "…," he told Y.
    pub(super) fn is_speaker(&self, sentence: &Sentence, at: usize, place: Place) -> bool {
        let tokens = &sentence.tokens;
        let closes = |at: Option<usize>| at.is_some_and(|at| tokens[at].xpos == Xpos::CloseQuote);
        let speaks = |at: usize| tokens.get(at).is_some_and(|verb| verb.upos == Upos::Verb && is_speech(&verb.lemma));
        let inverted = at > 1 && speaks(at - 1) && closes(at.checked_sub(2));
        place == Place::Subject && closes(at.checked_sub(1)) && speaks(at + 1) || inverted
    }
}
