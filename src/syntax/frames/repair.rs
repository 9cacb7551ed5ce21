//! Mends arcs where the parser is known to err, before frames are read from them.
//!
//! In: the arcs of a sentence. Out: the same arcs, some moved. Inverted speech verbs ("…," said X) get their speaker as
//! subject, and a speech verb in the middle or at the end of what it reports becomes the head of it.

use super::arcs::Arcs;
use super::words::{SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos};

/// Mends all that is known.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens() {
        if arcs.is_verb(token) && listed(SPEECH, arcs.lemma(token)) {
            invert(arcs, token);
        }
    }
}

/// "…," said X: what follows the verb is its subject, not its object.
fn invert(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass]) {
        return;
    }
    let Some(before) = verb.index().checked_sub(1).map(TokenId::at) else { return };
    let after_quote = arcs.closes(before) || matches!(arcs.form(before), "," | "”" | "\"" | "?" | "!");
    if !after_quote {
        return;
    }
    let named = |kid: TokenId| matches!(arcs.upos(kid), Upos::Propn | Upos::Noun | Upos::Pron);
    let follows = arcs
        .with(
            verb,
            &[Relation::Obj, Relation::Ccomp, Relation::Xcomp, Relation::Obl, Relation::OblUnmarked, Relation::Dep],
        )
        .find(|&kid| kid > verb && named(kid) && arcs.preposition(kid).is_empty());
    if let Some(speaker) = follows {
        arcs.relabel(speaker, Relation::Nsubj);
    }
}
