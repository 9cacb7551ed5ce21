//! Gerunds that a verb takes: "denied attacking X", "accused X of doing".
//!
//! In: arcs and a verb. Out: arcs in which the gerund is the verb's, and not an adjective, the object's or a noun's.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Verbs that take a gerund and no noun with one: "denies attacking Kuwait".
const GERUND: &[&str] = &[
    "acknowledge",
    "admit",
    "avoid",
    "consider",
    "contemplate",
    "defend",
    "deny",
    "discuss",
    "mull",
    "oppose",
    "propose",
    "recommend",
    "regret",
    "reject",
    "risk",
    "stop",
    "suggest",
];

/// "Iraq denies attacking Kuwait", where the parser takes "attacking" for an adjective of the name.
fn attacking(arcs: &mut Arcs<'_>, verb: TokenId) {
    let gerund = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    if !GERUND.contains(&arcs.lemma(verb)) || arcs.xpos(gerund) != Xpos::Vbg || arcs.relation(gerund) != Relation::Amod
    {
        return;
    }
    let name = arcs.head(gerund).filter(|&noun| {
        arcs.upos(noun) == Upos::Propn && arcs.relation(noun) == Relation::Obj && arcs.head(noun) == Some(verb)
    });
    if let Some(name) = name {
        arcs.replace(name, gerund, Relation::Obj);
        arcs.relabel(gerund, Relation::Xcomp);
    }
}

/// "denied attacking the village", "denied having attacked it": a bare gerund right behind its verb is what the verb takes.
pub(in crate::syntax::frames::repair) fn gerund_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    attacking(arcs, verb);
    let next = arcs.with(verb, &[Relation::Advcl, Relation::Obj]).find(|&kid| {
        let noun = arcs.relation(kid) == Relation::Obj && !arcs.has(kid, &[Relation::Obj, Relation::Ccomp]);
        perfect(arcs, kid).unwrap_or(kid).index() == verb.index() + 1 && !noun
    });
    let bare = |&kid: &TokenId| {
        let doing = arcs.xpos(kid) == Xpos::Vbg || perfect(arcs, kid).is_some();
        doing && !arcs.has(kid, &[Relation::Mark, Relation::Nsubj])
    };
    let alone = |gerund: &TokenId| !arcs.with(verb, &[Relation::Obj, Relation::AuxPass]).any(|kid| kid != *gerund);
    if let Some(gerund) = next.filter(bare).filter(alone) {
        arcs.relabel(gerund, Relation::Xcomp);
    }
}

/// The "having" of a perfect gerund.
fn perfect(arcs: &Arcs<'_>, gerund: TokenId) -> Option<TokenId> {
    arcs.with(gerund, &[Relation::Aux]).find(|&aux| arcs.form(aux) == "having")
}

/// "accused by X of doing", "charged the mayor with taking": the gerund is the verb's, not the noun's.
pub(in crate::syntax::frames::repair) fn gerund(arcs: &mut Arcs<'_>, verb: TokenId) {
    // "accused X of doing", where X became the gerund's subject.
    let doing = arcs.with(verb, &[Relation::Advcl, Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_gerund(kid));
    let named = doing.and_then(|doing| arcs.with(doing, &[Relation::Nsubj]).find(|&kid| kid > verb));
    if let Some(named) = named.filter(|_| !arcs.has(verb, &[Relation::Obj, Relation::NsubjPass])) {
        arcs.attach(named, Some(verb), Relation::Obj);
    }
    // "accused the plan of failing": a noun in "-ing" right behind "of", where the verb takes no other "of".
    let failing = arcs.with(verb, &[Relation::Obj, Relation::NsubjPass]).find_map(|noun| {
        arcs.with(noun, &[Relation::Nmod]).find(|&kid| {
            arcs.preposition(kid) == "of"
                && arcs.upos(kid) == Upos::Noun
                && arcs.form(kid).ends_with("ing")
                && arcs.before(kid).is_some_and(|of| arcs.form(of) == "of")
        })
    });
    if let Some(failing) = failing {
        arcs.attach(failing, Some(verb), Relation::Obl);
    }
    let nouns: Vec<TokenId> = arcs
        .with(verb, &[Relation::Obj, Relation::OblAgent, Relation::Obl, Relation::NsubjPass])
        .filter(|&kid| kid > verb && arcs.is_nominal(kid))
        .collect();
    for noun in nouns {
        let agent = arcs.preposition(noun) == "by";
        let inner = arcs.with(noun, &[Relation::Acl, Relation::Nmod, Relation::Advcl]).find(|&kid| {
            let preposition = arcs.preposition(kid);
            // "accused X of being weak"
            let being = arcs.with(kid, &[Relation::Cop]).any(|cop| arcs.form(cop) == "being");
            let doing = arcs.is_gerund(kid) && (arcs.upos(kid) == Upos::Verb || being);
            kid > noun
                && (doing && matches!(preposition.as_str(), "of" | "with" | "for") || agent && preposition == "of")
        });
        if let Some(inner) = inner {
            let relation = if arcs.is_clause(inner) { Relation::Advcl } else { Relation::Obl };
            arcs.attach(inner, Some(verb), relation);
        }
    }
    // "accused X of breaking the law by campaigning": that is how X broke it.
    let charge = arcs.with(verb, &[Relation::Advcl]).find(|&kid| kid > verb && arcs.preposition(kid) == "of");
    let how = arcs.with(verb, &[Relation::Advcl]).find(|&kid| arcs.preposition(kid) == "by" && arcs.is_gerund(kid));
    if let (Some(charge), Some(how)) = (charge, how.filter(|&how| charge.is_some_and(|charge| charge < how))) {
        arcs.attach(how, Some(charge), Relation::Advcl);
    }
}
