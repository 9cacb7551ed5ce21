//! Who says what a quotation or clause before the verb says: "…," said X.
//!
//! In: arcs and a verb of speech. Out: arcs in which the name or noun behind the verb, or between it and the closing mark, is its
//! subject, and nothing inside the quotation is an argument of the verb.

use super::{CLAUSE, after_quote, first_of_quote};
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::first_word;
use crate::syntax::frames::words::{TELL, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// …" said X and …" X said: what stands inside the quotation before is no argument of the speech verb outside it, unless
/// it is the whole quotation.
pub(super) fn release(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(head) = arcs.head(verb).filter(|&head| head < verb) else { return };
    if !first_of_quote(arcs, verb) && !after_quote(arcs, verb) {
        return;
    }
    let number = arcs.quotes[head.index()];
    if number == 0 || arcs.quotes[verb.index()] == number {
        return;
    }
    let inner: Vec<TokenId> = arcs
        .kids(verb)
        .iter()
        .copied()
        .filter(|&kid| kid < verb && arcs.quotes[kid.index()] == number && !arcs.is_punct(kid))
        .collect();
    for kid in inner {
        let relation = match arcs.relation(kid) {
            Relation::Nsubj => Relation::Obj,
            _ if arcs.marked(kid, "to") => Relation::Xcomp,
            Relation::Ccomp => Relation::Conj,
            other => other,
        };
        arcs.attach(kid, Some(head), relation);
    }
    arcs.relabel(verb, Relation::Parataxis);
}

/// "…," said X: what follows the verb is its subject, not its object.
pub(super) fn invert(arcs: &mut Arcs<'_>, verb: TokenId) {
    // Who stands behind "told" hears it.
    let hears = listed(TELL, arcs.lemma(verb));
    if hears || arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Cc])
    {
        return;
    }
    let finite = matches!(arcs.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn);
    let closed = after_quote(arcs, verb)
        || arcs.before(verb).is_some_and(|before| {
            matches!(arcs.form(before), "?" | "!") || arcs.form(before) == "," && ends_clause(arcs, verb)
        });
    if !finite || !closed {
        return;
    }
    let named = |kid: TokenId| matches!(arcs.upos(kid), Upos::Propn | Upos::Noun | Upos::Pron);
    let follows = arcs.kids(verb).iter().copied().find(|&kid| {
        let relation = matches!(
            arcs.relation(kid),
            Relation::Obj
                | Relation::Iobj
                | Relation::Ccomp
                | Relation::Xcomp
                | Relation::Obl
                | Relation::OblUnmarked
                | Relation::Dep
                | Relation::Parataxis
                | Relation::Appos
        );
        kid > verb
            && relation
            && named(kid)
            && arcs.preposition(kid).is_empty()
            && first_word(arcs, kid).index() == verb.index() + 1
    });
    if let Some(speaker) = follows {
        arcs.make_finite(verb);
        arcs.relabel(speaker, Relation::Nsubj);
    }
}

/// "Talks failed, says Jane Doe.": a verb that a comma alone joins to a clause, and whose speaker follows it, reports the clause.
pub(super) fn joined(arcs: &mut Arcs<'_>, verb: TokenId) {
    let comma = arcs.before(verb).is_some_and(|before| arcs.form(before) == ",");
    let free =
        arcs.relation(verb) == Relation::Conj && !arcs.has(verb, &[Relation::Cc, Relation::Ccomp, Relation::Xcomp]);
    let follows = arcs.with(verb, &[Relation::Nsubj]).any(|kid| kid > verb);
    let clause = arcs.ancestors(verb).filter(|&above| above < verb && arcs.is_clause(above)).last();
    if let Some(clause) = clause.filter(|_| comma && free && follows) {
        arcs.replace(clause, verb, Relation::Ccomp);
    }
}

/// "Hundreds of killings by police, says X": in a headline, a noun phrase before the comma is what X says.
pub(super) fn headline_noun(arcs: &mut Arcs<'_>, verb: TokenId) {
    let comma = arcs.before(verb).is_some_and(|before| arcs.form(before) == ",");
    if arcs.sentence.has_stop || !comma || arcs.xpos(verb) != Xpos::Vbz {
        return;
    }
    let noun = arcs.with(verb, &[Relation::Nsubj]).find(|&kid| kid < verb);
    let speaker = arcs
        .with(verb, &[Relation::Obj, Relation::OblUnmarked])
        .find(|&kid| kid > verb && arcs.upos(kid) == Upos::Propn);
    if let (Some(noun), Some(speaker)) = (noun, speaker) {
        arcs.attach(speaker, Some(verb), Relation::Nsubj);
        arcs.attach(noun, Some(verb), Relation::Ccomp);
    }
}

/// "…," X, a scholar, said: a name between the closing mark and the verb is the speaker, not a part of the quotation.
pub(super) fn outside(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Cc]) || !arcs.is_finite(verb) {
        return;
    }
    let Some(close) = (0..verb.index()).rev().map(TokenId::at).find(|&at| arcs.closes(at)) else { return };
    let between = |token: TokenId| close < token && token < verb;
    let speaker = (close.index() + 1..verb.index()).map(TokenId::at).find(|&token| {
        matches!(arcs.upos(token), Upos::Noun | Upos::Propn | Upos::Pron)
            && arcs.preposition(token).is_empty()
            && arcs.head(token).is_none_or(|head| !between(head) && head != verb)
    });
    if let Some(speaker) = speaker {
        arcs.attach(speaker, Some(verb), Relation::Nsubj);
    }
}

/// Whether a content clause stands before the verb, so that ", said X" can close it.
fn ends_clause(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    // "…, reports the daily Le Monde.": a name that ends the sentence says it, whatever the parser joins the verb to.
    let named = |object: TokenId| {
        let words = arcs.below(object, |_| false);
        let end = words.last().map_or(0, |last| last.index() + 1);
        words.iter().any(|&word| arcs.upos(word) == Upos::Propn)
            && (end == arcs.len() || matches!(arcs.form_at(end), "." | ","))
    };
    let last = || arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb).is_some_and(named);
    arcs.with(verb, CLAUSE).any(|kid| kid < verb)
        || arcs.head(verb).is_none_or(|head| head < verb && arcs.relation(verb) != Relation::Conj)
        || matches!(arcs.form(verb), "reports" | "says" | "writes") && last()
}
