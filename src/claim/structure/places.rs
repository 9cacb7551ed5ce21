//! Places in others: "Dabancheng, Xinjiang", "Dammam, in the Eastern Province", "the Kenyan city of Kisumu".
//!
//! In: mentions of places that stand side by side, or behind the adjective of a state. Out: `locatedIn` claims. A list of places
//! says of none that it lies in the next.

use super::{Stated, is_possessive, owns, push};
use crate::claim::Reading;
use crate::claim::attribution::Attributed;
use crate::claim::statement::Claim;
use crate::document::Span;
use crate::gazetteer::{Class, EntryId, Form as Listed, Gazetteer, fold};
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
    // "in Leeds, Wales leader Jane Doe said"
    let modifies = tokens[next].upos == Upos::Noun;
    tokens[next].xpos == Xpos::Pos || behind.is_some_and(finite) || joined || modifies
}

/// What the lists say that a place lies in, from the nearest.
fn wholes(reading: &Reading, mention: usize) -> impl Iterator<Item = EntryId> {
    const DEEPEST: usize = 4;
    let whole = |entry: &EntryId| reading.gazetteer.entry(*entry).part_of;
    std::iter::successors(reading.mentions.list[mention].entry, whole).skip(1).take(DEEPEST)
}

/// Whether the words between two places say that the first lies in the second: ",", "in", ", in the eastern", ", northern",
/// "region of", "county in".
fn locates(gazetteer: &Gazetteer, between: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().collect();
    let kind = words.first().is_some_and(|word| gazetteer.is("place-noun", word.trim_end_matches(',')));
    let behind = if kind { between.trim_start_matches(char::is_alphabetic) } else { between }.trim_start();
    let comma = behind.strip_prefix(',');
    let mut rest = comma.unwrap_or(behind).split_whitespace().peekable();
    // "the Kano region of Nigeria", but no "Kano of Nigeria"
    let inside = rest.next_if(|&word| word == "in" || kind && word == "of").is_some();
    if inside {
        rest.next_if_eq(&"the");
    }
    (comma.is_some() || inside) && rest.all(|word| gazetteer.is("side", word))
}

/// Whether the words between a state's name and a place say that the place is the state's: "'s", "'s northern", "'s restive"
/// before "Kano region", "'s second city of".
fn owns_place(reading: &Reading, state: Span, place: Span) -> bool {
    let Some(sentence) = reading.sentence_at(place.start) else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let between = tokens.iter().filter(|token| token.span.start >= state.end && token.span.end <= place.start);
    let words: Vec<&Token> = between.collect();
    let Some((sign, mut rest)) = words.split_first() else { return false };
    if !is_possessive(reading.text(sign.span)) {
        return false;
    }
    let kind = |token: &Token| is_kind(reading, token);
    let mut told = tokens.iter().find(|token| token.span.start >= place.end).is_some_and(kind);
    if let [before @ .., noun, of] = rest
        && of.lemma == "of"
        && kind(noun)
    {
        (rest, told) = (before, true);
    }
    let small = |token: &Token| reading.text(token.span).starts_with(char::is_lowercase);
    let modifies = |token: &&Token| {
        let word = matches!(token.upos, Upos::Adj | Upos::Adv | Upos::Noun | Upos::Verb) && small(token);
        word || token.xpos == Xpos::Hyph
    };
    let sides = || rest.iter().all(|token| reading.gazetteer.is("side", &token.lemma) || token.xpos == Xpos::Hyph);
    if told { rest.iter().all(modifies) } else { sides() }
}

/// Whether a token is a noun for a place, in small letters.
fn is_kind(reading: &Reading, token: &Token) -> bool {
    let small = reading.text(token.span).starts_with(char::is_lowercase);
    let lemma = token.lemma.to_lowercase();
    // "India's Kerala state"
    small && (is_place_noun(reading, &lemma) || lemma == "state")
}

/// Whether a word is a noun for a place: "city", "region".
fn is_place_noun(reading: &Reading, word: &str) -> bool {
    reading.gazetteer.is("place-noun", word)
}

/// How many places behind a mention stand in one list with it that a noun in the plural closes: "Qinghai and Gansu provinces".
fn listed_behind(reading: &Reading, first: usize) -> usize {
    let list = &reading.mentions.list;
    let joined = |&at: &usize| {
        let gap = Span { start: list[at - 1].span.end, end: list[at].span.start.max(list[at - 1].span.end) };
        list[at].class == Class::Place && matches!(reading.text(gap).trim(), "," | "and" | ", and")
    };
    let more = (first + 1..list.len()).take_while(joined).count();
    let Some(sentence) = reading.sentence_at(list[first].span.start) else { return 0 };
    let end = list[first + more].span.end;
    let next = reading.sentences[sentence].tokens.iter().find(|token| token.span.start >= end);
    let plural = next.is_some_and(|token| token.xpos == Xpos::Nns && is_kind(reading, token));
    if plural { more } else { 0 }
}

/// "Dabancheng, Xinjiang"; "Yarkent County in Xinjiang"; "China's Xinjiang"; "China's Qinghai and Gansu provinces".
pub(super) fn places(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let list = &reading.mentions.list;
    for at in 0..list.len().saturating_sub(1) {
        let (first, second) = (&list[at], &list[at + 1]);
        if first.span.end > second.span.start {
            continue;
        }
        let between = reading.text(Span { start: first.span.end, end: second.span.start }).trim();
        let located = |class: Class| matches!(class, Class::Place | Class::Government);
        // "Georgia, including South Ossetia"
        let holds = matches!(between, "including" | ", including");
        let (inner, outer) = if second.class == Class::Place && (holds || owns_place(reading, first.span, second.span))
        {
            (at + 1, at)
        } else if first.class == Class::Place && locates(reading.gazetteer, between) {
            (at, at + 1)
        } else {
            continue;
        };
        // "In Geneva, Iranian diplomats said": an adjective is no land; "the Stockholm suburb of Solna": the other way round.
        let inside = list[outer].entry.is_some_and(|outer| wholes(reading, inner).any(|entry| entry == outer));
        let whole = list[outer].class == Class::Government || inside;
        // "in the Xinjiang region in the UK": the lists know better.
        let state = |entry: EntryId| reading.gazetteer.entry(entry).class == Class::Government;
        let elsewhere = whole && !inside && wholes(reading, inner).any(state);
        // "Yesterday in Geneva, Iran agreed": what stands behind the comma acts.
        let apart = between.starts_with(|c: char| c.is_alphabetic() || c == ',') && elsewhere;
        let reversed = between.contains(" of") && !whole || apart;
        // "Turkey's Berlin ambassador": the lists know that Berlin lies elsewhere.
        let abroad = inner > outer && !holds && elsewhere && list[outer].class == Class::Government;
        if abroad
            || list[outer].rule == "gazetteer.demonym"
            || inner < outer && reversed
            || holds && (elsewhere || !whole)
        {
            continue;
        }
        // "South Australia, Western Australia and Queensland": a list.
        let listed = list.get(at + 2).filter(|_| between.starts_with(',') && outer == at + 1).is_some_and(|third| {
            let gap = Span { start: second.span.end, end: third.span.start.max(second.span.end) };
            // "in Lagos, in Kano and in Jos"
            let gap = reading.text(gap).trim();
            let gap = if between == "," { gap } else { gap.strip_suffix(" in").unwrap_or(gap) };
            let joins = matches!(gap, "," | "and" | ", and" | "or" | ", or");
            // "Moscow, Beijing, and Tehran": capitals that act
            let state = third.class == Class::Government && third.rule == "gazetteer.capital";
            // "in Lirba, Silea and Abu Zorva": three that nobody lists.
            let unlisted = [first, second, third].iter().all(|place| place.entry.is_none());
            joins && second.class == Class::Place && (third.class == Class::Place || state || unlisted)
        });
        if listed || between.starts_with(',') && opens_clause(reading, at + 1) && !inside {
            continue;
        }
        // "in western China's Xinjiang": the place that is owned is the nearer one.
        let owned = list.get(outer + 1).is_some_and(|next| next.class == Class::Place) && owns(reading, outer);
        let outer = if owned && outer > inner { outer + 1 } else { outer };
        if !located(list[outer].class) {
            continue;
        }
        let last = if inner > outer { inner + listed_behind(reading, inner) } else { inner };
        for inner in inner..=last {
            let (Some(subject), Some(object)) =
                (reading.entities.of_mention[inner], reading.entities.of_mention[outer])
            else {
                continue;
            };
            let trigger = first.span.join(list[inner].span).join(second.span);
            let (subject, object) = ((subject.0, list[inner].span), (object.0, list[outer].span));
            let (predicate, rule, content) = ("locatedIn", "name.place", Vec::new());
            push(reading, attributed, Stated { predicate, rule, subject, object, content, trigger }, claims);
        }
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
        let kind = |&noun: &usize| is_place_noun(reading, &tokens[noun].lemma.to_lowercase());
        let Some(noun) = of.checked_sub(1).filter(kind).filter(|_| tokens[of].lemma == "of") else { continue };
        let modifies = |at: &usize| {
            matches!(tokens[*at].upos, Upos::Adj | Upos::Noun | Upos::Propn) || tokens[*at].xpos == Xpos::Hyph
        };
        let found = (noun.saturating_sub(FAR)..noun).rev().take_while(modifies).find_map(|at| {
            let word = reading.text(tokens[at].span);
            let (_, hits) = reading.gazetteer.longest(&[fold(word)])?;
            Some((at, hits.iter().find(|hit| hit.form == Listed::Demonym)?.entry))
        });
        let Some((adjective, entry)) = found else { continue };
        let object = reading.entities.of_entry(entry);
        let (Some(object), Some((subject, _))) = (object, reading.entities.of_mention[at]) else { continue };
        let named = tokens[adjective].span;
        let (predicate, rule, trigger) = ("locatedIn", "name.town", named.join(place.span));
        let (subject, object) = ((subject, place.span), (object, named));
        push(reading, attributed, Stated { predicate, rule, subject, object, content: Vec::new(), trigger }, claims);
    }
}

#[cfg(test)]
mod tests {
    use super::locates;
    use crate::gazetteer::Gazetteer;

    #[test]
    fn what_lies_in_another_place_stands_before_a_comma_or_in() {
        let rows = "word,kind\ncity,place-noun\ncounty,place-noun\nregion,place-noun\neastern,side\nnorthern,side\nnorthwestern,side\nnorth-east,side\n";
        let (gazetteer, _) = Gazetteer::load(&[("gazetteer/words.csv".to_owned(), rows.to_owned())]);
        let inside =
            [",", "in", "in the", ", in", ", in the eastern", "in northwestern", ", northern", "in north-east"];
        for between in inside.into_iter().chain(["region of", "county in", "region, in northern", "city,"]) {
            assert!(locates(&gazetteer, between), "{between}");
        }
        for between in
            ["", "and", "into", "in a", ", and in", "near", ", the", "of", "northern", "region", "region and"]
        {
            assert!(!locates(&gazetteer, between), "{between}");
        }
    }
}
