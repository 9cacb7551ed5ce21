//! Phrases that their prepositions tell apart: "condemned in the strongest terms the arrest", "in favour of", "at the hands of".
//!
//! In: arcs and a token. Out: arcs in which prepositions of several words are one, and an object behind a phrase is the verb's.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Xpos};

/// "condemned in the strongest terms the arrest of X": a noun phrase right behind a phrase with a preposition is the object
/// of a verb that has none.
pub(super) fn behind_phrase(arcs: &mut Arcs<'_>, noun: TokenId) {
    let Some(phrase) = arcs.head(noun).filter(|&phrase| phrase < noun) else { return };
    let begins = arcs.with(noun, &[Relation::Det, Relation::NmodPoss]).next().is_some_and(|first| first > phrase);
    let in_terms = matches!(arcs.form(phrase), "terms" | "language");
    let bare = match arcs.relation(noun) {
        Relation::NmodUnmarked => true,
        Relation::Nmod | Relation::Appos | Relation::Dep if in_terms => arcs.preposition(noun).is_empty(),
        Relation::Nmod | Relation::Appos => arcs.preposition(noun).is_empty() && arcs.has(noun, &[Relation::NmodPoss]),
        _ => false,
    };
    if !bare || !begins || arcs.relation(phrase) != Relation::Obl {
        return;
    }
    let verb = arcs.head(phrase).filter(|&verb| verb < phrase && arcs.is_verb(verb));
    let free = |verb: &TokenId| {
        !arcs.has(*verb, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp, Relation::AuxPass])
            && (phrase.index()..noun.index()).all(|at| !arcs.is_punct(TokenId::at(at)))
            && arcs.xpos(*verb) != Xpos::Vbn
    };
    if let Some(verb) = verb.filter(free) {
        arcs.attach(noun, Some(verb), Relation::Obj);
    }
}

/// "voted in favour of the plan", "left in response to the raid": one preposition of three words.
pub(super) fn of_three_words(arcs: &mut Arcs<'_>, noun: TokenId) {
    let last = match arcs.form(noun) {
        "favour" | "favor" | "support" | "defence" | "defense" => "of",
        "response" => "to",
        _ => return,
    };
    if arcs.relation(noun) != Relation::Obl {
        return;
    }
    let first =
        arcs.with(noun, &[Relation::Case]).find(|&case| arcs.form(case) == "in" && case.index() + 1 == noun.index());
    let what = arcs.with(noun, &[Relation::Nmod]).find(|&kid| arcs.preposition(kid) == last);
    if let Some((first, what)) = first.zip(what) {
        fix_preposition(arcs, noun, first, what);
    }
}

/// "suffered at the hands of Chad": whose hands they are did it.
pub(super) fn at_hands(arcs: &mut Arcs<'_>, hands: TokenId) {
    let at = arcs.with(hands, &[Relation::Case]).find(|&case| arcs.form(case) == "at");
    let whose = arcs.with(hands, &[Relation::Nmod]).find(|&kid| arcs.preposition(kid) == "of");
    if let Some((at, whose)) = at.zip(whose).filter(|_| arcs.form(hands) == "hands") {
        fix_preposition(arcs, hands, at, whose);
    }
}

/// Makes one preposition of a noun, its article and the prepositions around it; its object gets the noun's place.
fn fix_preposition(arcs: &mut Arcs<'_>, noun: TokenId, first: TokenId, object: TokenId) {
    let last = arcs.with(object, &[Relation::Case]).next();
    let article = arcs.with(noun, &[Relation::Det]).next();
    let relation = arcs.relation(noun);
    arcs.attach(object, arcs.head(noun), relation);
    arcs.attach(first, Some(object), Relation::Case);
    for word in [article, Some(noun), last].into_iter().flatten() {
        arcs.attach(word, Some(first), Relation::Fixed);
    }
}
