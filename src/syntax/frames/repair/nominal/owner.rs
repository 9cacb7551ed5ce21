//! Owners that hang on the wrong word: "Chad's military denies it", "condemned Mugabe's exercise".
//!
//! In: arcs and a token. Out: arcs in which what is owned stands in its clause, and its owner below it.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "condemned Mugabe's exercise", where the owner is taken for the object: what it owns is.
pub(super) fn possessor(arcs: &mut Arcs<'_>, owner: TokenId) {
    let argument = matches!(
        arcs.relation(owner),
        Relation::Obj | Relation::Iobj | Relation::Nsubj | Relation::NsubjPass | Relation::Obl
    );
    let sign = TokenId::at((owner.index() + 1).min(arcs.len() - 1));
    if !argument || arcs.xpos(sign) != Xpos::Pos || arcs.head(sign) != Some(owner) {
        return;
    }
    let part = |&word: &TokenId| {
        matches!(arcs.upos(word), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
            || matches!(arcs.xpos(word), Xpos::Hyph | Xpos::Rp)
    };
    let run = (sign.index() + 1..arcs.len()).map(TokenId::at).take_while(part);
    let Some(owned) = run.filter(|&word| matches!(arcs.upos(word), Upos::Noun | Upos::Propn)).last() else { return };
    let (head, relation) = (arcs.head(owner), arcs.relation(owner));
    if head.is_some_and(|head| head == owned || arcs.ancestors(head).any(|above| above == owned)) {
        return;
    }
    arcs.attach(owned, head, relation);
    arcs.attach(owner, Some(owned), Relation::NmodPoss);
    for word in (sign.index() + 1..owned.index()).map(TokenId::at) {
        let within = arcs.head(word).is_some_and(|head| head > sign && head <= owned);
        if !within && !arcs.is_punct(word) {
            arcs.attach(word, Some(owned), Relation::Amod);
        }
    }
    arcs.hand_on(owner, owned, |kid| kid > owned);
}

/// "Chad's military denies it", where the owner hangs on the verb and the noun is taken for an adjective; "Doctors of the World report
/// they left".
pub(super) fn owned_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let finite = arcs.xpos(verb).is_finite() && arcs.is_verb(verb);
    let noun = arcs.before(verb).filter(|&noun| finite && arcs.head(noun) == Some(verb));
    let noun =
        noun.filter(|&noun| matches!(arcs.relation(noun), Relation::Amod | Relation::Compound | Relation::Advmod));
    let Some(noun) = noun.filter(|_| !arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass])) else { return };
    let owner = arcs.with(verb, &[Relation::NmodPoss]).find(|&owner| owner < noun);
    if arcs.upos(noun) == Upos::Propn && arcs.relation(noun) == Relation::Compound {
        arcs.attach_subject(verb, noun);
    } else if let Some(owner) = owner {
        arcs.retag(noun, Upos::Noun, Xpos::Nn);
        arcs.attach_subject(verb, noun);
        arcs.attach(owner, Some(noun), Relation::NmodPoss);
    }
}

/// "Acme's general manager Jane Doe said", where the owner hangs on the verb: the noun behind it is owned.
pub(super) fn verbs_owner(arcs: &mut Arcs<'_>, owner: TokenId) {
    let verb = arcs.head(owner).filter(|&verb| arcs.relation(owner) == Relation::NmodPoss && arcs.is_verb(verb));
    let Some(verb) = verb.filter(|&verb| owner < verb) else { return };
    let owned = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass]).find(|&owned| owner < owned && owned < verb);
    let beside = |owned: TokenId| (owner.index() + 1..owned.index()).all(|at| !arcs.is_punct(TokenId::at(at)));
    if let Some(owned) = owned.filter(|&owned| beside(owned)) {
        arcs.attach(owner, Some(owned), Relation::NmodPoss);
    }
}
