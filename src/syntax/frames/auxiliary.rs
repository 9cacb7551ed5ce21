//! Tense, modality and negation of a predicate, from its auxiliaries, adverbs and the determiners of its arguments.
//!
//! In: the mended arcs and a predicate. Out: [`Tense`], modal verbs, the negating word, whether auxiliaries make it
//! passive. What a coordinated verb shares with the first is decided in `sharing`. Hedges and verbs that take back
//! what they govern ("failed to") are left to the rules.

use super::Tense;
use super::arcs::Arcs;
use super::words::{NEGATIVE, listed};
use crate::syntax::{Relation, TokenId, Xpos};

const AUXILIARY: &[Relation] = &[Relation::Aux, Relation::AuxPass, Relation::Cop];

/// What the auxiliaries say.
pub(super) struct Auxiliaries {
    pub(super) tense: Tense,
    pub(super) modals: Vec<TokenId>,
    /// There is one at all.
    pub(super) any: bool,
}

/// Reads the auxiliaries of a predicate.
pub(super) fn auxiliaries(arcs: &Arcs<'_>, predicate: TokenId) -> Auxiliaries {
    let all: Vec<TokenId> = arcs.with(predicate, AUXILIARY).collect();
    let modals: Vec<TokenId> =
        all.iter().copied().filter(|&aux| arcs.xpos(aux) == Xpos::Md || arcs.form(aux) == "going").collect();
    let finite =
        all.iter().copied().find(|&aux| matches!(arcs.xpos(aux), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md));
    let future =
        modals.iter().any(|&modal| matches!(arcs.form(modal), "will" | "shall" | "'ll" | "wo" | "going" | "to"));
    let perfect = all.iter().any(|&aux| matches!(arcs.form(aux), "have" | "has" | "'ve" | "had" | "having"));
    let tense = match finite.map(|aux| arcs.xpos(aux)) {
        _ if future => Tense::Future,
        _ if perfect => Tense::Past,
        Some(Xpos::Vbd) => Tense::Past,
        Some(_) => Tense::Present,
        None => own_tense(arcs, predicate),
    };
    Auxiliaries { tense, modals, any: !all.is_empty() }
}

fn own_tense(arcs: &Arcs<'_>, predicate: TokenId) -> Tense {
    match arcs.xpos(predicate) {
        Xpos::Vbd => Tense::Past,
        Xpos::Vbz | Xpos::Vbp => Tense::Present,
        _ => Tense::None,
    }
}

/// The word that negates a predicate: an adverb, "no" on an argument, "without", "neither … nor".
pub(super) fn negation(arcs: &Arcs<'_>, predicate: TokenId, arguments: &[TokenId]) -> Option<TokenId> {
    let adverb = arcs.kids(predicate).iter().copied().find(|&kid| match arcs.relation(kid) {
        Relation::Advmod | Relation::Cc | Relation::CcPreconj | Relation::Dep | Relation::Aux => {
            listed(NEGATIVE, arcs.form(kid)) && !mere(arcs, kid)
        }
        Relation::Mark | Relation::Case => arcs.form(kid) == "without",
        _ => false,
    });
    let longer = || {
        arcs.with(predicate, &[Relation::Advmod]).find(|&kid| {
            arcs.form(kid) == "longer" && kid.index().checked_sub(1).is_some_and(|at| arcs.form_at(at) == "no")
        })
    };
    adverb.or_else(longer).or_else(|| arguments.iter().find_map(|&argument| negative_argument(arcs, argument)))
}

/// "not only", "not just" negate nothing.
fn mere(arcs: &Arcs<'_>, word: TokenId) -> bool {
    matches!(arcs.form_at(word.index() + 1), "only" | "just" | "merely" | "simply" | "least")
}

/// "no evidence", "none of them", "nobody".
pub(super) fn negative_argument(arcs: &Arcs<'_>, argument: TokenId) -> Option<TokenId> {
    if matches!(arcs.form(argument), "none" | "nobody" | "nothing" | "neither") {
        return Some(argument);
    }
    arcs.with(argument, &[Relation::Det, Relation::CcPreconj, Relation::Advmod])
        .find(|&kid| kid < argument && matches!(arcs.form(kid), "no" | "neither" | "not") && !mere(arcs, kid))
}
