//! Places in others: "Dabancheng, Xinjiang", "Dammam, in the Eastern Province", "the Kenyan city of Kisumu".
//!
//! In: mentions of places that stand side by side, or behind the adjective of a state. Out: `locatedIn` claims. A list of places
//! says of none that it lies in the next.

use super::{Stated, push};
use crate::claim::Reading;
use crate::claim::attribution::Attributed;
use crate::claim::statement::Claim;
use crate::document::Span;
use crate::entity::EntityId;
use crate::gazetteer::{Class, Form as Listed, fold};
use crate::syntax::{Token, Upos, Xpos};

/// Whether a name behind a comma is the subject of what follows or owns it: "At talks in Geneva, Iran said", "in Geneva,
/// Iran's envoy".
fn opens_clause(reading: &Reading, mention: usize) -> bool {
    let list = &reading.mentions.list;
    let span = list[mention].span;
    let Some(sentence) = reading.sentence_at(span.start) else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let Some(next) = tokens.iter().position(|token| token.span.start >= span.end) else { return false };
    let finite = |token: &Token| matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
    let behind = tokens[next..].iter().find(|token| token.upos != Upos::Adv);
    // "Iran and Norway said"
    let joined = tokens[next].xpos == Xpos::Cc
        && list.get(mention + 1).is_some_and(|other| {
            let after = tokens.iter().find(|token| token.span.start >= other.span.end);
            Some(other.span.start) == tokens.get(next + 1).map(|token| token.span.start) && after.is_some_and(finite)
        });
    tokens[next].xpos == Xpos::Pos || behind.is_some_and(finite) || joined
}

/// Whether the lists say that a place lies in the one named right behind it.
fn lies_in(reading: &Reading, mention: usize) -> bool {
    const DEEPEST: usize = 4;
    let list = &reading.mentions.list;
    let outer = list.get(mention + 1).and_then(|outer| outer.entry);
    let whole = |entry: &crate::gazetteer::EntryId| reading.gazetteer.entry(*entry).part_of;
    std::iter::successors(list[mention].entry, whole).skip(1).take(DEEPEST).any(|entry| Some(entry) == outer)
}

/// Whether the words between two places say that the first lies in the second: ",", "in", ", in the eastern".
fn locates(between: &str) -> bool {
    const SIDES: [&str; 13] = [
        "central",
        "east",
        "eastern",
        "north",
        "northeastern",
        "northern",
        "northwestern",
        "south",
        "southeastern",
        "southern",
        "southwestern",
        "west",
        "western",
    ];
    let rest = between.strip_prefix(',').unwrap_or(between).trim_start();
    let Some(inside) = rest.strip_prefix("in") else { return rest.is_empty() && between == "," };
    let mut words = inside.split_whitespace().peekable();
    words.next_if_eq(&"the");
    inside.chars().next().is_none_or(char::is_whitespace) && words.all(|word| SIDES.contains(&word))
}

/// "Dabancheng, Xinjiang"; "Yarkent County in Xinjiang"; "China's Xinjiang".
pub(super) fn places(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let list = &reading.mentions.list;
    for at in 0..list.len().saturating_sub(1) {
        let (first, second) = (&list[at], &list[at + 1]);
        if first.span.end > second.span.start {
            continue;
        }
        let between = reading.text(Span { start: first.span.end, end: second.span.start }).trim();
        let located = |class: Class| matches!(class, Class::Place | Class::Government);
        let (inner, outer) = if matches!(between, "'s" | "’s") && second.class == Class::Place {
            (at + 1, at)
        } else if first.class == Class::Place && locates(between) {
            (at, at + 1)
        } else {
            continue;
        };
        // "South Australia, Western Australia and Queensland": a list.
        let listed = list.get(at + 2).filter(|_| between.starts_with(',') && outer == at + 1).is_some_and(|third| {
            let gap = Span { start: second.span.end, end: third.span.start.max(second.span.end) };
            // "in Lagos, in Kano and in Jos"
            let gap = reading.text(gap).trim();
            let gap = if between == "," { gap } else { gap.strip_suffix(" in").unwrap_or(gap) };
            let joins = matches!(gap, "," | "and" | ", and" | "or" | ", or");
            joins && second.class == Class::Place && third.class == Class::Place
        });
        if listed || between.starts_with(',') && opens_clause(reading, at + 1) && !lies_in(reading, at) {
            continue;
        }
        // "in western China's Xinjiang": the place that is owned is the nearer one.
        let owned = list.get(outer + 1).filter(|next| {
            let gap = Span { start: list[outer].span.end, end: next.span.start.max(list[outer].span.end) };
            outer > inner && next.class == Class::Place && matches!(reading.text(gap).trim(), "'s" | "’s")
        });
        let outer = if owned.is_some() { outer + 1 } else { outer };
        let (Some(subject), Some(object)) = (reading.entities.of_mention[inner], reading.entities.of_mention[outer])
        else {
            continue;
        };
        if !located(list[outer].class) {
            continue;
        }
        let trigger = first.span.join(second.span);
        let (subject, object) = ((subject.0, list[inner].span), (object.0, list[outer].span));
        let stated =
            Stated { predicate: "locatedIn", rule: "name.place", subject, object, content: Vec::new(), trigger };
        push(reading, attributed, stated, claims);
    }
}

/// "the Kenyan city of Kisumu", "the northern Kenyan town of Moyale": a place in the state whose adjective says so.
pub(super) fn towns(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    const FAR: usize = 3;
    for (at, place) in reading.mentions.list.iter().enumerate().filter(|(_, place)| place.class == Class::Place) {
        let Some(sentence) = reading.sentence_at(place.span.start) else { continue };
        let tokens = &reading.sentences[sentence].tokens;
        let Some(of) =
            tokens.iter().position(|token| token.span.start >= place.span.start).and_then(|at| at.checked_sub(1))
        else {
            continue;
        };
        let noun = of.checked_sub(1).filter(|&noun| {
            let kind = reading.gazetteer.is("place-noun", &tokens[noun].lemma.to_lowercase());
            tokens[of].lemma == "of" && (kind || tokens[noun].lemma == "city")
        });
        let Some(noun) = noun else { continue };
        let modifies = |at: &usize| {
            matches!(tokens[*at].upos, Upos::Adj | Upos::Noun | Upos::Propn) || tokens[*at].xpos == Xpos::Hyph
        };
        let found = (noun.saturating_sub(FAR)..noun).rev().take_while(modifies).find_map(|at| {
            let word = reading.text(tokens[at].span);
            let (_, hits) = reading.gazetteer.longest(&[fold(word)])?;
            Some((at, hits.iter().find(|hit| hit.form == Listed::Demonym)?.entry))
        });
        let Some((adjective, entry)) = found else { continue };
        let object = reading.entities.list.iter().position(|entity| entity.entry == Some(entry));
        let (Some(object), Some((subject, _))) = (object, reading.entities.of_mention[at]) else { continue };
        let object = EntityId(u32::try_from(object).expect("fewer than 2^32 entities"));
        let named = tokens[adjective].span;
        let (predicate, rule, trigger) = ("locatedIn", "name.town", named.join(place.span));
        let (subject, object) = ((subject, place.span), (object, named));
        push(reading, attributed, Stated { predicate, rule, subject, object, content: Vec::new(), trigger }, claims);
    }
}

#[cfg(test)]
mod tests {
    use super::locates;

    #[test]
    fn what_lies_in_another_place_stands_before_a_comma_or_in() {
        for between in [",", "in", "in the", ", in", ", in the eastern", "in northwestern"] {
            assert!(locates(between), "{between}");
        }
        for between in ["", "and", "into", "in a", ", and in", "near", ", the"] {
            assert!(!locates(between), "{between}");
        }
    }
}
