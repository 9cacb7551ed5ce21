//! What a verb calls its object: "called the claims false", "declared the killings a genocide".
//!
//! In: arcs and a verb of naming. Out: arcs in which it has an object and an `xcomp`, wherever the parser put the two: one noun
//! phrase, a clause without a verb, two objects, or quoted words at the object's end.

use crate::syntax::frames::arcs::{Arcs, is_quote};
use crate::syntax::frames::words::{CALLING, JUDGEMENTS, TIME, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "called the claims false", "called them liars", "declared the killings a genocide".
pub(super) fn small_clause(arcs: &mut Arcs<'_>, verb: TokenId) {
    let objects: Vec<TokenId> = arcs.with(verb, &[Relation::Obj, Relation::Iobj]).filter(|&kid| kid > verb).collect();
    if let [first, second, ..] = objects[..] {
        arcs.relabel(first, Relation::Obj);
        arcs.relabel(second, Relation::Xcomp);
        return;
    }
    one_phrase(arcs, verb);
    quoted_end(arcs, verb);
    no_clause(arcs, verb);
    if arcs.has(verb, &[Relation::Xcomp]) {
        return;
    }
    if let [only] = objects[..]
        && is_object_before(arcs, verb)
    {
        arcs.relabel(only, Relation::Xcomp);
        return;
    }
    if bare_clause(arcs, verb) {
        return;
    }
    let Some(&object) = objects.first() else { return };
    // "labelled the raid a crime", where the crime is taken for a time.
    let second = arcs.with(verb, &[Relation::OblUnmarked]).find(|&kid| {
        let article = arcs.with(kid, &[Relation::Det]).any(|det| matches!(arcs.form(det), "a" | "an"));
        kid > object && article && arcs.is_nominal(kid) && !listed(TIME, arcs.lemma(kid))
    });
    if let Some(second) = second {
        arcs.relabel(second, Relation::Xcomp);
        return;
    }
    let adjective = arcs.with(verb, &[Relation::Advmod]).find(|&kid| kid > object && arcs.upos(kid) == Upos::Adj);
    if let Some(small) = adjective {
        arcs.relabel(small, Relation::Xcomp);
    } else if let Some(small) = predicate_inside(arcs, object) {
        take_out(arcs, verb, object, small);
    }
}

/// Adjectives for what somebody is found or held to be.
fn is_answerable(form: &str) -> bool {
    matches!(form, "accountable" | "answerable" | "guilty" | "innocent" | "liable" | "responsible")
}

/// "held Jane Doe accountable": whether a verb of holding goes on with what its object is held to be.
pub(super) fn holds_responsible(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    let behind = (verb.index() + 1..arcs.len()).map(TokenId::at);
    behind.take_while(|&token| !arcs.is_verb(token)).any(|token| is_answerable(arcs.form(token)))
}

/// Whether the object stands before the verb, so that a noun behind it is what it is called.
fn is_object_before(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    // "which Beijing called training centers": the pronoun is the object.
    let free =
        arcs.relation(verb) == Relation::AclRelcl && arcs.head(verb).is_some_and(|head| arcs.form(head) == "what");
    let pronoun = free || arcs.with(verb, &[Relation::Obj]).any(|kid| kid < verb && arcs.is_relative(kid));
    let passive = arcs.has(verb, &[Relation::AuxPass, Relation::NsubjPass]);
    pronoun || passive || arcs.relation(verb) == Relation::Acl && arcs.xpos(verb) == Xpos::Vbn
}

/// Makes object and predicate of a clause without a verb, and tells whether there was one.
fn bare_clause(arcs: &mut Arcs<'_>, verb: TokenId) -> bool {
    let bare = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| {
        kid > verb
            && !arcs.is_verb(kid)
            && !arcs.has(kid, &[Relation::Cop, Relation::Mark, Relation::Aux])
            && arcs.has(kid, &[Relation::Nsubj])
    });
    let Some(small) = bare else { return false };
    let subject = arcs.with(small, &[Relation::Nsubj]).next();
    if let Some(subject) = subject {
        arcs.attach(subject, Some(verb), Relation::Obj);
        arcs.relabel(small, Relation::Xcomp);
    }
    true
}

/// The predicate that is taken for a word of the object, with no mark between but quotation marks.
fn predicate_inside(arcs: &Arcs<'_>, object: TokenId) -> Option<TokenId> {
    arcs.kids(object).iter().copied().find(|&kid| {
        let predicative = match arcs.relation(kid) {
            Relation::Amod => true,
            Relation::Nmod if !arcs.preposition(kid).is_empty() => false,
            Relation::NmodUnmarked | Relation::Appos | Relation::Dep | Relation::Nmod => {
                let words = (object.index()..kid.index()).map(TokenId::at);
                words
                    .filter(|&word| arcs.is_punct(word))
                    .all(|mark| is_quote(arcs.form(mark)) || arcs.form(mark) == "-")
            }
            _ => false,
        };
        kid > object && predicative
    })
}

/// Takes a predicate out of the object, with what stands behind it.
fn take_out(arcs: &mut Arcs<'_>, verb: TokenId, object: TokenId, small: TokenId) {
    arcs.attach(small, Some(verb), Relation::Xcomp);
    let rest: Vec<TokenId> = arcs.with(object, &[Relation::Nmod, Relation::Conj]).filter(|&kid| kid > small).collect();
    for kid in rest {
        if arcs.relation(kid) == Relation::Nmod {
            arcs.attach(kid, Some(verb), Relation::Obl);
        } else {
            arcs.attach(kid, Some(small), Relation::Conj);
        }
    }
}

/// "called the move illegal", "found Jane Doe guilty", where object and predicate are taken for one noun phrase.
fn one_phrase(arcs: &mut Arcs<'_>, verb: TokenId) {
    let predicate = arcs.with(verb, &[Relation::Obj, Relation::Xcomp]).find(|&kid| kid > verb);
    let Some(predicate) = predicate.filter(|&kid| arcs.preposition(kid).is_empty()) else { return };
    let Some(noun) = arcs.with(predicate, &[Relation::Compound]).rfind(|&kid| kid < predicate) else { return };
    if noun.index() + 1 != predicate.index() {
        return;
    }
    let apart = arcs.relation(predicate) == Relation::Xcomp
        && !arcs.has(verb, &[Relation::Obj])
        && [noun, predicate].into_iter().any(|word| arcs.has(word, &[Relation::Det, Relation::NmodPoss]));
    // "found Jane Doe guilty of fraud"
    let judged = is_answerable(arcs.form(predicate));
    // "called the report unfair"
    let called = listed(CALLING, arcs.lemma(verb)) && is_judgement(arcs.form(predicate)) && !arcs.capital(predicate);
    if called {
        arcs.retag(predicate, Upos::Adj, Xpos::Jj);
    }
    if apart || judged || called {
        arcs.part(predicate, noun, Relation::Obj, Relation::Xcomp);
    }
}

/// "rejected as biased a report by Oxfam", "dismissed as “empty talk” the offer": a long object stands behind what it is called.
pub(super) fn heavy_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    let case = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    if case == verb || arcs.form(case) != "as" {
        return;
    }
    let first = (case.index() + 1..arcs.len()).map(TokenId::at).find(|&token| !is_quote(arcs.form(token)));
    let Some(first) = first else { return };
    // The article, possessor or name that opens the object, behind what it is called with an article of its own or none.
    let opens = |token: TokenId| {
        let behind = arcs.before(token).is_some_and(|before| !matches!(arcs.upos(before), Upos::Adp | Upos::Det));
        let name = arcs.upos(token) == Upos::Propn
            && arcs.before(token).is_some_and(|before| arcs.upos(before) != Upos::Propn && !arcs.capital(before));
        behind && (name || matches!(arcs.xpos(token), Xpos::Dt | Xpos::PrpPoss))
    };
    let word = |&token: &TokenId| {
        is_quote(arcs.form(token))
            || matches!(arcs.upos(token), Upos::Adj | Upos::Adv | Upos::Noun | Upos::Verb)
            || token == first
    };
    let Some(start) = (first.index() + 1..arcs.len()).map(TokenId::at).find(|token| !word(token)) else { return };
    let called = (first.index()..start.index()).rev().map(TokenId::at).find(|&token| !is_quote(arcs.form(token)));
    let Some(called) = called.filter(|_| opens(start)) else { return };
    let inside = |token: TokenId| token >= start;
    let object = std::iter::once(start)
        .chain(arcs.ancestors(start))
        .take_while(|&token| inside(token))
        .last()
        .filter(|&object| arcs.is_nominal(object));
    let taken = [Relation::Obj, Relation::Ccomp, Relation::AuxPass, Relation::NsubjPass];
    let Some(object) = object.filter(|&object| arcs.with(verb, &taken).all(|kid| kid == object)) else { return };
    if arcs.is_verb(called) {
        arcs.retag(called, Upos::Adj, Xpos::Jj);
    }
    arcs.attach(object, Some(verb), Relation::Obj);
    arcs.attach(called, Some(verb), Relation::Obl);
    arcs.attach(case, Some(called), Relation::Case);
}

/// Whether a word that was taken for a noun is an adjective of judgement.
fn is_judgement(form: &str) -> bool {
    ["able", "ible", "ful", "less", "ous"].iter().any(|ending| form.ends_with(ending)) || listed(JUDGEMENTS, form)
}

/// "called the use of force “illegal”", "called the ruling “stunning” and “void”": quoted words at the object's end are what it is
/// called, whatever the parser makes of them.
fn quoted_end(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(object) = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb) else { return };
    if arcs.quotes[verb.index()] != 0 || arcs.has(verb, &[Relation::Xcomp]) {
        return;
    }
    let words: Vec<TokenId> = arcs.below(object, |_| false).into_iter().filter(|&word| !arcs.is_punct(word)).collect();
    let quoted = |word: TokenId| arcs.quotes[word.index()] != 0;
    let Some(open) = words.iter().position(|&word| quoted(word)).filter(|&open| open > 0) else { return };
    let (noun, first) = (words[open - 1], words[open]);
    let whole = words[open..].iter().all(|&word| quoted(word) || arcs.upos(word) == Upos::Cconj);
    let ends = words.last().is_some_and(|last| {
        let behind = (last.index() + 1..arcs.len()).map(TokenId::at).find(|&word| !is_quote(arcs.form(word)));
        behind.is_none_or(|word| arcs.is_punct(word) || !arcs.is_nominal(word))
    });
    if !whole || !ends || !arcs.is_nominal(noun) {
        return;
    }
    let number = arcs.quotes[first.index()];
    let inside = |token: TokenId| arcs.quotes[token.index()] == number;
    let head =
        words[open..].iter().copied().find(|&word| inside(word) && arcs.head(word).is_none_or(|head| !inside(head)));
    let Some(head) = head else { return };
    if arcs.ancestors(noun).any(|above| above == head) {
        let relation = if head == object { Relation::Obj } else { arcs.relation(head) };
        arcs.part(head, noun, relation, Relation::Xcomp);
    }
    arcs.attach(head, Some(verb), Relation::Xcomp);
    if arcs.is_verb(head) {
        arcs.retag(head, Upos::Adj, Xpos::Jj);
    }
}

/// "called the report flawed": who calls something something has an object and no clause.
fn no_clause(arcs: &mut Arcs<'_>, verb: TokenId) {
    // "EU calls raid 'crime'": a headline's noun, taken for a verb.
    let taken = arcs.with(verb, &[Relation::Xcomp]).find(|&kid| kid.index() == verb.index() + 1 && arcs.is_verb(kid));
    let crime = taken.and_then(|taken| arcs.with(taken, &[Relation::Obj]).find(|&kid| arcs.quotes[kid.index()] != 0));
    if let Some((noun, crime)) = taken.zip(crime).filter(|_| !arcs.sentence.has_stop) {
        arcs.retag(noun, Upos::Noun, Xpos::Nn);
        arcs.relabel(noun, Relation::Obj);
        arcs.attach(crime, Some(verb), Relation::Xcomp);
        return;
    }
    let own = [Relation::Mark, Relation::Aux, Relation::AuxPass, Relation::Obj, Relation::Cop];
    if !listed(CALLING, arcs.lemma(verb)) || arcs.has(verb, &[Relation::Obj]) {
        return;
    }
    let small = arcs
        .with(verb, &[Relation::Ccomp])
        .find(|&kid| kid > verb && matches!(arcs.xpos(kid), Xpos::Vbd | Xpos::Vbn) && !arcs.has(kid, &own));
    let subject = small.and_then(|small| arcs.with(small, &[Relation::Nsubj, Relation::NsubjPass]).next());
    if let Some((small, subject)) = small.zip(subject).filter(|&(small, subject)| verb < subject && subject < small) {
        arcs.attach(subject, Some(verb), Relation::Obj);
        arcs.relabel(small, Relation::Xcomp);
        arcs.retag(small, Upos::Adj, Xpos::Jj);
    }
}
