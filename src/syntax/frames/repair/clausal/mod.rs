//! The clauses that a verb takes, and auxiliaries and agents that the parser takes for verbs and arguments of their own.
//!
//! In: arcs and a verb. Out: arcs in which `infinitive` has given "urged Kyiv to act" an object and an infinitive of the
//! verb's own, `gerund` "accused X of doing" a gerund, `subject` "told the BBC any deal must be fair" a clause with a
//! subject; here, "having attacked" has one verb, and "supported the decision by the court" no agent.

pub(super) mod gerund;
pub(super) mod infinitive;
pub(super) mod subject;

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "has “strongly condemned” it": before a participle with an object of its own, "have" is an auxiliary.
pub(super) fn have_done(arcs: &mut Arcs<'_>, have: TokenId) {
    let done = arcs.with(have, &[Relation::Xcomp, Relation::Ccomp]).find(|&kid| {
        let between = (have.index() + 1..kid.index()).map(TokenId::at);
        kid > have
            && arcs.xpos(kid) == Xpos::Vbn
            && between.clone().all(|word| arcs.is_punct(word) || arcs.upos(word) == Upos::Adv)
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Aux])
    });
    if let Some(done) = done.filter(|_| !arcs.has(have, &[Relation::Obj])) {
        arcs.replace(have, done, Relation::Aux);
        arcs.retag(have, Upos::Aux, arcs.xpos(have));
        arcs.hand_on(have, done, |_| true);
    }
}

/// "had burst in, beaten him and left": a participle behind a comma goes on with the perfect before it.
pub(super) fn perfect_list(arcs: &mut Arcs<'_>, first: TokenId) {
    let perfect = arcs.is_verb(first) && arcs.with(first, &[Relation::Aux]).any(|aux| arcs.lemma(aux) == "have");
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Mark];
    let next = arcs.head(first).filter(|&next| {
        let comma = arcs.before(next).is_some_and(|before| arcs.form(before) == ",");
        arcs.relation(first) == Relation::Advcl && first < next && comma && !arcs.has(next, &own)
    });
    let Some(next) = next.filter(|&next| perfect && arcs.is_verb(next) && arcs.xpos(next) != Xpos::Vbg) else { return };
    if arcs.has(first, &[Relation::Nsubj]) {
        arcs.replace(next, first, Relation::Conj);
        arcs.retag(next, Upos::Verb, Xpos::Vbn);
    }
}

/// "had been forcibly or unlawfully recruited": the participle behind adverbs is the predicate.
pub(super) fn adverb_before_participle(arcs: &mut Arcs<'_>, adverb: TokenId) {
    if arcs.upos(adverb) != Upos::Adv {
        return;
    }
    let Some(cop) = arcs.with(adverb, &[Relation::Cop]).find(|&cop| cop < adverb) else { return };
    let participle = arcs.with(adverb, &[Relation::Acl]).find(|&kid| {
        let mut between = (adverb.index() + 1..kid.index()).map(TokenId::at);
        adverb < kid
            && arcs.xpos(kid) == Xpos::Vbn
            && between.all(|word| matches!(arcs.upos(word), Upos::Adv | Upos::Cconj))
    });
    let Some(participle) = participle else { return };
    arcs.replace(adverb, participle, Relation::Advmod);
    arcs.hand_on(adverb, participle, |kid| kid < adverb || kid > participle);
    arcs.relabel(cop, Relation::AuxPass);
    let subject = arcs.with(participle, &[Relation::Nsubj]).next();
    if let Some(subject) = subject {
        arcs.relabel(subject, Relation::NsubjPass);
    }
}

/// Nouns for what people decide and do, behind which "by" says who.
const ACTS: &[&str] = &[
    "announcement",
    "arrest",
    "attack",
    "attempt",
    "bid",
    "bombing",
    "call",
    "claim",
    "comment",
    "condemnation",
    "crackdown",
    "decision",
    "demand",
    "effort",
    "finding",
    "invasion",
    "killing",
    "move",
    "offer",
    "order",
    "plan",
    "proposal",
    "raid",
    "refusal",
    "remark",
    "report",
    "request",
    "ruling",
    "speech",
    "statement",
    "strike",
    "threat",
    "visit",
    "vote",
    "warning",
];

/// "supported the decision by the court", "condemned the attack by Iraq": an active verb has no agent; the noun before "by" has.
pub(super) fn noun_agent(arcs: &mut Arcs<'_>, verb: TokenId) {
    let active =
        arcs.xpos(verb) != Xpos::Vbn || arcs.has(verb, &[Relation::Aux]) && !arcs.has(verb, &[Relation::AuxPass]);
    let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb && ACTS.contains(&arcs.lemma(kid)));
    let Some(object) = object.filter(|_| active) else { return };
    let agent = arcs.with(verb, &[Relation::Obl, Relation::OblAgent]).find(|&kid| {
        let by = arcs.with(kid, &[Relation::Case]).find(|&case| arcs.form(case) == "by");
        by.is_some_and(|by| by.index() == object.index() + 1) && arcs.is_nominal(kid)
    });
    if let Some(agent) = agent {
        arcs.attach(agent, Some(object), Relation::Nmod);
    }
}

/// "had telephone talks with Chad": before a noun, "had" is no auxiliary.
pub(super) fn had_noun(arcs: &mut Arcs<'_>, have: TokenId) {
    let noun = arcs.head(have).filter(|&noun| {
        let auxiliary = arcs.relation(have) == Relation::Aux && matches!(arcs.form(have), "had" | "has" | "have");
        let bare = !arcs.has(noun, &[Relation::Cop, Relation::AuxPass]);
        auxiliary && have < noun && matches!(arcs.xpos(noun), Xpos::Nn | Xpos::Nns) && bare
    });
    if let Some(noun) = noun {
        arcs.replace(noun, have, Relation::Obj);
        // "had talks with Chad and condemned it"
        let joined: Vec<TokenId> = arcs.with(noun, &[Relation::Conj]).filter(|&kid| arcs.is_verb(kid)).collect();
        arcs.hand_on(noun, have, |kid| kid < have || joined.contains(&kid));
        arcs.retag(have, Upos::Verb, arcs.xpos(have));
    }
}

/// "denied having attacked": "having" is an auxiliary.
pub(super) fn having(arcs: &mut Arcs<'_>, verb: TokenId) {
    let next = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    let own = arcs.form(verb) == "having" && arcs.is_verb(verb);
    if own && arcs.head(next) == Some(verb) && arcs.xpos(next) == Xpos::Vbn {
        arcs.replace(verb, next, Relation::Aux);
        arcs.retag(verb, Upos::Aux, Xpos::Vbg);
        arcs.hand_on(verb, next, |_| true);
    }
}
