//! Participles and prefixes beside a hyphen: "London-based Oxfam said", "state-owned Radio Togo", "anti-China forces".
//!
//! In: arcs and a participle or prefix. Out: arcs in which it modifies the noun phrase behind it. Before a name without an article the
//! parser takes it for a verb of its own, with what stands before it as its subject or content.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "with anti-China forces": a prefix before a hyphen is part of the noun behind it, and stands for nothing where it has a
/// preposition or that noun below it.
pub(super) fn prefix(arcs: &mut Arcs<'_>, prefix: TokenId) {
    let hyphen = prefix.index() + 1;
    if !matches!(arcs.form(prefix), "anti" | "pro" | "non" | "ex") || !is_tied(arcs, hyphen) {
        return;
    }
    let Some(noun) = noun_behind(arcs, TokenId::at(hyphen)).filter(|&noun| !arcs.is_clause(noun)) else { return };
    let (above, relation) = (arcs.head(prefix), arcs.relation(prefix));
    if arcs.has(prefix, &[Relation::Case]) && above != Some(noun) {
        arcs.attach(noun, above, relation);
    }
    arcs.replace(prefix, noun, Relation::Compound);
    arcs.hand_on(prefix, noun, |kid| kid < prefix);
    arcs.attach(prefix, Some(noun), Relation::Compound);
}

/// Whether a hyphen makes one word of its neighbours.
fn is_tied(arcs: &Arcs<'_>, hyphen: usize) -> bool {
    let span = |at: usize| arcs.sentence.tokens[at].span;
    hyphen > 0
        && hyphen + 1 < arcs.len()
        && arcs.form_at(hyphen) == "-"
        && span(hyphen - 1).end == span(hyphen).start
        && span(hyphen).end == span(hyphen + 1).start
}

/// Mends what hangs on such a participle, and what it hangs on.
pub(super) fn mend(arcs: &mut Arcs<'_>, participle: TokenId) {
    let Some(word) = first_part(arcs, participle) else { return };
    let Some(noun) = noun_behind(arcs, participle) else { return };
    if arcs.head(participle) == Some(noun) {
        return;
    }
    let outer = if arcs.ancestors(word).any(|above| above == participle) { participle } else { word };
    let (above, relation) = (arcs.head(outer), arcs.relation(outer));
    if arcs.ancestors(noun).any(|at| at == word || at == participle) {
        arcs.attach(noun, above, relation);
    }
    release(arcs, participle, word, above.filter(|&above| above != noun), relation);
    goes_on(arcs, participle, noun);
    arcs.attach(participle, Some(noun), Relation::Amod);
    arcs.attach(word, Some(participle), Relation::Compound);
}

/// "condemning arrests in Iran-held Zorva and calling for talks": a gerund behind the noun goes on with the gerund before it.
fn goes_on(arcs: &mut Arcs<'_>, participle: TokenId, noun: TokenId) {
    let gerund = arcs.with(participle, &[Relation::Conj]).find(|&kid| kid > noun && arcs.xpos(kid) == Xpos::Vbg);
    let first = arcs.ancestors(noun).find(|&above| above < participle && arcs.xpos(above) == Xpos::Vbg);
    if let Some((gerund, first)) = gerund.zip(first) {
        arcs.attach(gerund, Some(first), Relation::Conj);
    }
}

/// The word before the hyphen of a participle that is one word with it.
fn first_part(arcs: &Arcs<'_>, participle: TokenId) -> Option<TokenId> {
    let past = matches!(arcs.xpos(participle), Xpos::Vbn | Xpos::Vbd) && arcs.upos(participle) == Upos::Verb;
    let hyphen = arcs.before(participle).filter(|&hyphen| past && is_tied(arcs, hyphen.index()))?;
    let word = arcs.before(hyphen)?;
    (arcs.is_nominal(word) || arcs.upos(word) == Upos::Adj).then_some(word)
}

/// The head of the noun phrase that begins right behind a participle.
fn noun_behind(arcs: &Arcs<'_>, participle: TokenId) -> Option<TokenId> {
    let begins = TokenId::at(participle.index() + 1);
    let part = |token: TokenId| arcs.is_nominal(token) || arcs.upos(token) == Upos::Adj;
    if begins.index() >= arcs.len() || !part(begins) || arcs.upos(begins) == Upos::Pron {
        return None;
    }
    let above = arcs.ancestors(begins).take_while(|&above| above > participle && part(above) && !arcs.is_clause(above));
    Some(above.last().unwrap_or(begins)).filter(|&noun| arcs.is_nominal(noun))
}

/// Gives what hangs on the participle, and belongs before it, to what it was taken for the head of: the predicate of a clause of its
/// own ("It is late, London-based Oxfam said"), or the word that the participle hung on.
fn release(arcs: &mut Arcs<'_>, participle: TokenId, word: TokenId, above: Option<TokenId>, relation: Relation) {
    use Relation::{Aux, AuxPass, Cop, Nsubj, NsubjPass};
    let before: Vec<TokenId> = arcs.kids(participle).iter().copied().filter(|&kid| kid < word).collect();
    let grammar = |arcs: &Arcs<'_>, kid: TokenId| {
        arcs.is_punct(kid) || matches!(arcs.relation(kid), Aux | AuxPass | Cop | Nsubj | NsubjPass)
    };
    let is_clause = before.iter().any(|&kid| matches!(arcs.relation(kid), Nsubj | NsubjPass | Cop));
    let predicate = before.iter().copied().rev().find(|&kid| is_clause && !grammar(arcs, kid));
    let Some(to) = predicate.or(above) else { return };
    if let Some(predicate) = predicate {
        arcs.attach(predicate, above, relation);
    }
    for kid in before.into_iter().filter(|&kid| kid != to) {
        let own = match arcs.relation(kid) {
            NsubjPass if predicate.is_some() => Nsubj,
            own => own,
        };
        arcs.attach(kid, Some(to), own);
    }
}
