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
    let modals: Vec<TokenId> = all
        .iter()
        .copied()
        .filter(|&aux| arcs.xpos(aux) == Xpos::Md || matches!(arcs.form(aux), "going" | "to"))
        .collect();
    let finite = all.iter().copied().find(|&aux| arcs.xpos(aux).is_finite());
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
    if all.is_empty()
        && let Some(first) = sharing(arcs, predicate)
    {
        return auxiliaries(arcs, first);
    }
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
        // "instead of acting", "rather than acting"
        Relation::Mark | Relation::Case | Relation::Cc if matches!(arcs.form(kid), "instead" | "rather") => true,
        Relation::Advmod | Relation::Cc | Relation::CcPreconj | Relation::Dep | Relation::Aux => {
            listed(NEGATIVE, arcs.form(kid)) && !mere(arcs, kid)
        }
        Relation::Mark | Relation::Case => matches!(arcs.form(kid), "without" | "neither"),
        _ => false,
    });
    let longer = || {
        arcs.with(predicate, &[Relation::Advmod]).find(|&kid| {
            arcs.form(kid) == "longer" && kid.index().checked_sub(1).is_some_and(|at| arcs.form_at(at) == "no")
        })
    };
    let own = |argument: &&TokenId| {
        let first = matches!(arcs.relation(predicate), Relation::Conj).then(|| arcs.head(predicate)).flatten();
        let head = arcs.head(**argument);
        **argument == predicate || head == Some(predicate) || (head.is_some() && head == first)
    };
    adverb
        .or_else(longer)
        .or_else(|| arguments.iter().filter(own).find_map(|&argument| negative_argument(arcs, argument)))
        .or_else(|| shared_negation(arcs, predicate))
}

/// The first verb of a coordination whose auxiliary this verb shares: "did not deny or confirm", "was seen and heard".
pub(super) fn sharing(arcs: &Arcs<'_>, predicate: TokenId) -> Option<TokenId> {
    let first = arcs.head(predicate).filter(|_| arcs.relation(predicate) == Relation::Conj)?;
    let nonfinite = matches!(arcs.xpos(predicate), Xpos::Vb | Xpos::Vbn | Xpos::Vbg);
    let own =
        arcs.has(predicate, &[Relation::Aux, Relation::AuxPass, Relation::Cop, Relation::Nsubj, Relation::NsubjPass]);
    let alike = arcs.xpos(first) == arcs.xpos(predicate) && arcs.has(first, AUXILIARY);
    (nonfinite && !own && alike && arcs.is_verb(first)).then_some(first)
}

/// "did not deny or confirm", "without asking or telling": negation reaches over "or" and "and", not over "but".
fn shared_negation(arcs: &Arcs<'_>, predicate: TokenId) -> Option<TokenId> {
    let first = arcs.head(predicate).filter(|_| arcs.relation(predicate) == Relation::Conj)?;
    let but = arcs.with(predicate, &[Relation::Cc]).any(|cc| matches!(arcs.form(cc), "but" | "yet"));
    let gerunds = arcs.xpos(first) == Xpos::Vbg && arcs.xpos(predicate) == Xpos::Vbg;
    let reaches = !but && (gerunds || sharing(arcs, predicate).is_some());
    if reaches && arcs.is_verb(first) { negation(arcs, first, &[]) } else { None }
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
