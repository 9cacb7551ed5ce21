//! Bodies that are parts of others: "Chinese Foreign Ministry", "the BBC's Persian Service".
//!
//! In: mentions of organisations. Out: `partOf` claims: a body named with its state's name is part of that state, and one that
//! stands behind the possessive of another's name is part of the other. Private bodies are parts of no state.

use super::{Stated, owns, push};
use crate::claim::Reading;
use crate::claim::attribution::Attributed;
use crate::claim::statement::Claim;
use crate::document::Span;
use crate::entity::{EntityId, holds_state};
use crate::gazetteer::Class;
use crate::gazetteer::leading::{head_word, is_private_head, keeps_order};
use crate::mention::Form;
use crate::syntax::frames::is_time;
use crate::syntax::{Token, Upos, Xpos};

/// "Chinese Foreign Ministry" is part of China, once a sentence.
pub(super) fn parts(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let mut done: Vec<(EntityId, usize)> = Vec::new();
    for (at, mention) in reading.mentions.list.iter().enumerate() {
        let Some(entry) = mention.part_of.filter(|_| mention.class == Class::Organisation) else { continue };
        // "the BBC's Persian Service" is the BBC's, whatever its name tells of a state.
        let anothers = at > 0 && reading.mentions.list[at - 1].class == Class::Organisation && owns(reading, at - 1);
        if anothers {
            continue;
        }
        let Some((subject, _)) = reading.entities.of_mention[at] else { continue };
        let Some(object) = reading.entities.of_entry(entry) else { continue };
        let Some(sentence) = reading.sentence_at(mention.span.start) else { continue };
        let named = holds_state(reading.text(mention.span), entry, reading.gazetteer);
        let private = match mention.entry {
            Some(listed) => reading.gazetteer.is_private(listed) || reading.gazetteer.is_party(listed),
            None => is_private(reading, mention.span),
        };
        // "the NATO-led Kosovo Force" is no state's.
        let before = reading.text(Span { start: 0, end: mention.span.start });
        let led = mention.entry.is_none() && before.trim_end().ends_with("-led");
        if !named || private || led || done.contains(&(subject, sentence)) {
            continue;
        }
        done.push((subject, sentence));
        let (subject, object) = ((subject, mention.span), (object, mention.span));
        let stated = Stated {
            predicate: "partOf",
            rule: "name.part",
            subject,
            object,
            content: Vec::new(),
            trigger: mention.span,
        };
        push(reading, attributed, stated, claims);
    }
}

/// "the BBC's Persian Service", "Chad's Electoral Commission": a body that stands behind the name of the one that it belongs to.
pub(super) fn owned(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let list = &reading.mentions.list;
    for at in 1..list.len() {
        let (owner, body) = (&list[at - 1], &list[at]);
        let named = owner.form == Form::Name && body.form == Form::Name && body.class == Class::Organisation;
        // "the Security Council of the UN's Special Committee": the sign is that of the last name.
        let named = named && !reading.text(owner.span).contains(" of the ");
        if !named || !owns(reading, at - 1) || !is_whole(reading, body.span) {
            continue;
        }
        let belongs = match owner.class {
            Class::Organisation => body.entry.is_some() || !is_private(reading, body.span),
            Class::Government => body.part_of == owner.entry || body.entry.is_none() && is_public(reading, body.span),
            _ => false,
        };
        let ids = (reading.entities.of_mention[at], reading.entities.of_mention[at - 1]);
        let (Some((subject, _)), Some((object, _)), true) = (ids.0, ids.1, belongs) else { continue };
        let trigger = owner.span.join(body.span);
        let (subject, object) = ((subject, body.span), (object, owner.span));
        let stated =
            Stated { predicate: "partOf", rule: "name.part-of", subject, object, content: Vec::new(), trigger };
        push(reading, attributed, stated, claims);
    }
}

/// "the Panel, an arm of the United Nations,": a body that an apposition calls a part of another.
pub(super) fn apposed(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let list = &reading.mentions.list;
    for whole in 1..list.len() {
        let part = whole - 1;
        let bodies =
            [part, whole].iter().all(|&at| list[at].class == Class::Organisation && list[at].form == Form::Name);
        let between = Span { start: list[part].span.end, end: list[whole].span.start };
        let words: Vec<&str> = reading.text(between).split_whitespace().collect();
        let said = match words.as_slice() {
            [",", "a" | "an" | "the", noun @ .., "of"] | [",", "a" | "an" | "the", noun @ .., "of", "the"] => {
                noun.last().is_some_and(|last| noun.len() < 4 && reading.gazetteer.is("part-noun", last))
            }
            _ => false,
        };
        let ids = (reading.entities.of_mention[part], reading.entities.of_mention[whole]);
        let (Some((subject, _)), Some((object, _)), true) = (ids.0, ids.1, bodies && said) else { continue };
        let trigger = list[part].span.join(list[whole].span);
        let (subject, object) = ((subject, list[part].span), (object, list[whole].span));
        let stated =
            Stated { predicate: "partOf", rule: "name.part-of", subject, object, content: Vec::new(), trigger };
        push(reading, attributed, stated, claims);
    }
}

/// Whether nothing that a name may modify stands behind it: in "Chad's UN ambassador" and "the BBC's World Service reporter"
/// somebody else is owned.
fn is_whole(reading: &Reading, name: Span) -> bool {
    let Some(sentence) = reading.sentence_at(name.start) else { return false };
    let next = reading.sentences[sentence].tokens.iter().find(|token| token.span.start >= name.end);
    // "the High Court yesterday overturned it"
    let noun = |token: &Token| {
        matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Sym) && !is_time(&token.lemma.to_lowercase())
    };
    !next.is_some_and(|token| noun(token) || matches!(token.xpos, Xpos::Pos | Xpos::Hyph) || token.lemma == "&")
}

/// Whether an unlisted name's head tells that it is an organ of its state: "Electoral Commission", "Joint Chiefs of Staff".
fn is_public(reading: &Reading, span: Span) -> bool {
    let kinds = ["ministry-head", "public-head", "state-organ"];
    let head = head_word(reading.text(span));
    keeps_order(reading.text(span)) || kinds.iter().any(|kind| reading.gazetteer.is(kind, &head))
}

/// Whether an unlisted name's head tells that it is no organ of a state: "Greek Orthodox Church", "Saudi Gazette".
fn is_private(reading: &Reading, span: Span) -> bool {
    is_private_head(&head_word(reading.text(span)), reading.gazetteer)
}
