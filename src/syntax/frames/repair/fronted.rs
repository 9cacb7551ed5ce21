//! Phrases and participles that open a sentence, where the parser took them, or what they hold, for its subject or predicate:
//! "At talks in Geneva, Iran said …", "Adopting the resolution, the Senate called for …".
//!
//! In: arcs. Out: arcs in which the fronted phrase hangs on the predicate, whose subject stands behind the comma.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{OBJECT_CONTROL, SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "Responding to reports that X had won, Y said it was late": the participle that opens the sentence is no main verb where
/// a clause with its subject follows the comma.
pub(super) fn participle(arcs: &mut Arcs<'_>) {
    let Some(root) = arcs.roots().next().filter(|&root| arcs.xpos(root) == Xpos::Vbg && arcs.before(root).is_none())
    else {
        return;
    };
    if arcs.has(root, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux]) {
        return;
    }
    let main = arcs.tokens().find(|&token| {
        let loose =
            matches!(arcs.relation(token), Relation::Parataxis | Relation::Ccomp | Relation::Conj | Relation::Advcl);
        let subject = arcs.with(token, &[Relation::Nsubj, Relation::NsubjPass]).next();
        token > root
            && loose
            && arcs.is_finite(token)
            && !arcs.has(token, &[Relation::Mark, Relation::Cc])
            && subject.is_some_and(|subject| {
                arcs.before(first_word(arcs, subject)).is_some_and(|before| arcs.form(before) == ",")
            })
    });
    let Some(main) = main.or_else(|| verb_like(arcs, root)) else { return };
    if arcs.quotes[main.index()] == arcs.quotes[root.index()] {
        arcs.replace(root, main, Relation::Advcl);
    }
}

/// "Emphasizing that it must end, the Council calls for talks", where "Council calls" is taken for a noun phrase: the verb that
/// the sentence has no other for, with its subject.
fn verb_like(arcs: &mut Arcs<'_>, root: TokenId) -> Option<TokenId> {
    let found = arcs.tokens().find_map(|token| {
        let plural = token > root && arcs.xpos(token) == Xpos::Nns && !arcs.has(token, &[Relation::Case]);
        let verb = listed(SPEECH, arcs.lemma(token)) || listed(OBJECT_CONTROL, arcs.lemma(token));
        let subject = arcs.with(token, &[Relation::Compound]).find(|&kid| kid.index() + 1 == token.index())?;
        let comma = arcs.before(first_word(arcs, token)).is_some_and(|before| arcs.form(before) == ",");
        (plural && verb && comma && arcs.upos(subject) == Upos::Propn).then_some((token, subject))
    });
    let (verb, subject) = found?;
    arcs.retag(verb, Upos::Verb, Xpos::Vbz);
    arcs.hand_on(verb, subject, |kid| kid < subject);
    arcs.attach(subject, Some(verb), Relation::Nsubj);
    let behind = arcs.tokens().filter(|&word| word > verb && !arcs.is_punct(word));
    let loose = behind.filter(|&word| arcs.head(word).is_some_and(|head| head <= verb)).collect::<Vec<_>>();
    for word in loose {
        let relation = if arcs.relation(word) == Relation::Nmod { Relation::Obl } else { arcs.relation(word) };
        arcs.attach(word, Some(verb), relation);
    }
    Some(verb)
}

/// "In talks with A, B, and C, D imposed sanctions": behind the list's last member, D alone is the subject, and the list goes on
/// with the fronted phrase.
pub(super) fn list(arcs: &mut Arcs<'_>, first: TokenId) {
    if !matches!(arcs.relation(first), Relation::Nsubj | Relation::NsubjPass) {
        return;
    }
    let Some(verb) = arcs.head(first).filter(|&verb| first < verb) else { return };
    let list: Vec<TokenId> = arcs.with(first, &[Relation::Conj]).collect();
    let Some(closed) = list.iter().position(|&member| arcs.has(member, &[Relation::Cc])) else { return };
    let Some(&subject) = list.get(closed + 1).filter(|_| list.len() == closed + 2) else { return };
    let phrase =
        arcs.with(verb, &[Relation::Obl]).find(|&phrase| phrase < first && !arcs.preposition(phrase).is_empty());
    let Some(phrase) = phrase.filter(|_| subject < verb && after_break(arcs, subject)) else { return };
    let inner = arcs.with(phrase, &[Relation::Nmod]).last().unwrap_or(phrase);
    let relation = arcs.relation(first);
    arcs.attach(subject, Some(verb), relation);
    arcs.attach(first, Some(inner), Relation::Conj);
}

/// "At talks in Geneva, Iran and Norway said": a phrase with a preposition is no subject; the names behind its comma are.
pub(super) fn phrase(arcs: &mut Arcs<'_>, phrase: TokenId) {
    let place = matches!(arcs.preposition(phrase).as_str(), "after" | "at" | "before" | "during" | "in" | "on");
    if arcs.relation(phrase) != Relation::Nsubj || !place {
        return;
    }
    let opens = arcs.before(first_word(arcs, phrase)).is_none();
    let Some(verb) = arcs.head(phrase).filter(|&verb| opens && phrase < verb && arcs.is_finite(verb)) else { return };
    let inside = arcs.below(phrase, |_| false);
    let names: Vec<TokenId> = inside
        .into_iter()
        .filter(|&kid| kid > phrase && arcs.upos(kid) == Upos::Propn)
        .filter(|&kid| matches!(arcs.relation(kid), Relation::Conj | Relation::Appos))
        .collect();
    let behind_comma = |name: TokenId| arcs.before(first_word(arcs, name)).is_some_and(|comma| arcs.form(comma) == ",");
    let Some(start) = names.iter().position(|&name| behind_comma(name) && !arcs.has(name, &[Relation::Cc])) else {
        return;
    };
    arcs.relabel(phrase, Relation::Obl);
    arcs.attach(names[start], Some(verb), Relation::Nsubj);
    for &other in names[start + 1..].iter().filter(|&&other| arcs.relation(other) == Relation::Conj).collect::<Vec<_>>()
    {
        arcs.attach(other, Some(names[start]), Relation::Conj);
    }
}

/// "Adopting the resolution, the Senate called for talks": behind the comma stands the subject, and no other name of what is adopted.
pub(super) fn object(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !arcs.is_verb(verb) || !arcs.is_finite(verb) {
        return;
    }
    let participle = arcs
        .with(verb, &[Relation::Advcl])
        .find(|&kid| kid < verb && arcs.xpos(kid) == Xpos::Vbg && arcs.before(first_word(arcs, kid)).is_none());
    let Some(participle) = participle else { return };
    let taken = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]).next();
    let object = match taken {
        // What is adopted, right behind the participle, is taken for the subject.
        Some(taken) => Some(taken).filter(|&taken| arcs.before(first_word(arcs, taken)) == Some(participle)),
        None => arcs.with(participle, &[Relation::Obj]).last(),
    };
    let subject = object.and_then(|object| {
        arcs.with(object, &[Relation::Appos]).find(|&kid| {
            let comma = arcs.before(first_word(arcs, kid)).is_some_and(|before| arcs.form(before) == ",");
            let last = arcs.below(kid, |_| false).last().map_or(0, |last| last.index());
            object < kid && comma && last + 1 == verb.index()
        })
    });
    if let Some((object, subject)) = object.zip(subject) {
        let relation = arcs.subject_relation(verb);
        arcs.attach(object, Some(participle), Relation::Obj);
        arcs.attach(subject, Some(verb), relation);
    }
}

/// "In Nairobi, the envoy, Jane Doe, condemned it": what stands in commas behind a fronted name or day is the subject of a verb
/// that has none.
pub(super) fn apposition(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !arcs.is_verb(verb)
        || !arcs.is_finite(verb)
        || arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl])
    {
        return;
    }
    let first = arcs.with(verb, &[Relation::Obl, Relation::OblUnmarked]).next();
    let Some(fronted) = first.filter(|&fronted| fronted < verb && arcs.before(first_word(arcs, fronted)).is_none())
    else {
        return;
    };
    // "In a series of tweets, Doe, accused", where Doe became another name of the tweets.
    let inner = arcs.with(fronted, &[Relation::Nmod]).last().filter(|&inner| arcs.has(inner, &[Relation::Appos]));
    let fronted = inner.unwrap_or(fronted);
    let beside: Vec<TokenId> =
        arcs.with(fronted, &[Relation::Appos, Relation::Conj]).filter(|&kid| kid < verb).collect();
    let Some(&subject) = beside.first().filter(|&&subject| after_break(arcs, subject)) else { return };
    let closed = arcs.before(verb).is_some_and(|before| arcs.form(before) == "," || arcs.upos(before) == Upos::Adv);
    if !closed || !arcs.preposition(subject).is_empty() || arcs.has(subject, &[Relation::Cc]) {
        return;
    }
    let relation = arcs.subject_relation(verb);
    arcs.attach(subject, Some(verb), relation);
    for &other in &beside[1..] {
        arcs.attach(other, Some(subject), Relation::Appos);
    }
    arcs.hand_on(fronted, subject, |kid| subject < kid && kid < verb);
}
