//! Clauses that "and" joins: with which verb, infinitive, gerund or relative clause they go on.
//!
//! In: arcs and a joined word. Out: arcs in which a finite verb goes on with a finite clause, an infinitive with the infinitive
//! before it, and a noun with the noun before "and".

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{OBJECT_CONTROL, SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// A finite verb or predicate under a noun, infinitive or participle moves up to the next finite clause.
pub(super) fn coordinate(arcs: &mut Arcs<'_>, token: TokenId) {
    let Some(head) = arcs.head(token) else { return };
    // "calling for X to act, but stopping short": a participle goes on with a participle, not with an infinitive.
    if arcs.xpos(token) == Xpos::Vbg && arcs.marked(head, "to") && !arcs.has(token, &[Relation::Aux]) {
        let place = arcs.ancestors(head).find(|&above| above < token && arcs.xpos(above) == Xpos::Vbg);
        if let Some(place) = place.filter(|&place| arcs.quotes[place.index()] == arcs.quotes[token.index()]) {
            arcs.attach(token, Some(place), Relation::Conj);
        }
        return;
    }
    joined_infinitive(arcs, token, head);
    joined_gerund(arcs, token, head);
    joined_relative(arcs, token, head);
    // "We call on X to stop and ask Y to act": an act of speech with its own hearer goes on with one in the same form.
    let acts = |verb: TokenId| listed(OBJECT_CONTROL, arcs.lemma(verb)) || listed(SPEECH, arcs.lemma(verb));
    let bare = matches!(arcs.xpos(token), Xpos::Vb | Xpos::Vbp) && !arcs.marked(token, "to");
    if bare && acts(token) && arcs.marked(head, "to") && arcs.with(token, &[Relation::Xcomp]).any(|kid| kid > token) {
        let place = arcs.ancestors(head).find(|&above| above < token && arcs.xpos(above) == Xpos::Vbp && acts(above));
        if let Some(place) = place.filter(|&place| arcs.quotes[place.index()] == arcs.quotes[token.index()]) {
            arcs.attach(token, Some(place), Relation::Conj);
            return;
        }
    }
    // "was late, given the weather"
    if arcs.form(token) == "given" && !arcs.has(token, &[Relation::Cc, Relation::Aux, Relation::AuxPass]) {
        arcs.relabel(token, Relation::Advcl);
        return;
    }
    nominal_member(arcs, token, head);
    let clausal = arcs.is_verb(token) || arcs.has(token, &[Relation::Cop]);
    if !clausal || !arcs.is_finite(token) || head > token || clause_like(arcs, head) {
        return;
    }
    let place = arcs.ancestors(head).find(|&above| above < token && clause_like(arcs, above));
    if let Some(place) = place.filter(|&place| arcs.quotes[place.index()] == arcs.quotes[token.index()]) {
        arcs.attach(token, Some(place), Relation::Conj);
    }
}

/// "called on Chad to close the camp, and to commit to reform": an infinitive goes on with the infinitive, not with the verb
/// that takes it.
fn joined_infinitive(arcs: &mut Arcs<'_>, token: TokenId, verb: TokenId) {
    let to = |kid: TokenId| arcs.marked(kid, "to");
    if !to(token) || to(verb) || !arcs.is_verb(verb) || !arcs.has(token, &[Relation::Cc]) {
        return;
    }
    let first = arcs
        .with(verb, &[Relation::Xcomp, Relation::Advcl, Relation::Ccomp])
        .find(|&kid| verb < kid && kid < token && to(kid) && arcs.is_verb(kid));
    // "called for talks and to lift the ban"
    let what = || arcs.with(verb, &[Relation::Obl]).find(|&kid| arcs.preposition(kid) == "for" && kid < token);
    if let Some(first) = first.or_else(|| what().filter(|_| arcs.lemma(verb) == "call")) {
        arcs.attach(token, Some(first), Relation::Conj);
    }
}

/// "accused it of being weak and having lied": a gerund goes on with the gerund before it, not with a finite verb.
fn joined_gerund(arcs: &mut Arcs<'_>, token: TokenId, verb: TokenId) {
    if !arcs.is_gerund(token) || !arcs.is_verb(verb) || !arcs.is_finite(verb) || !arcs.has(token, &[Relation::Cc]) {
        return;
    }
    let before = |kid: TokenId| verb < kid && kid < token && arcs.is_gerund(kid) && !arcs.preposition(kid).is_empty();
    let own = arcs.with(verb, &[Relation::Advcl, Relation::Obl]).find(|&kid| before(kid));
    let of_object = || {
        let objects = arcs.with(verb, &[Relation::Obj]);
        objects.flat_map(|object| arcs.with(object, &[Relation::Advcl, Relation::Acl])).find(|&kid| before(kid))
    };
    if let Some(first) = own.or_else(of_object) {
        arcs.attach(token, Some(first), Relation::Conj);
    }
}

/// "beat Jane Doe, who had left Chad and accused Mali": a relative clause that a comma opens and none closes goes on.
fn joined_relative(arcs: &mut Arcs<'_>, token: TokenId, verb: TokenId) {
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark];
    let Some(and) = arcs.with(token, &[Relation::Cc]).find(|&cc| cc < token) else { return };
    if !arcs.is_verb(token) || !arcs.is_verb(verb) || !arcs.is_finite(token) || arcs.has(token, &own) {
        return;
    }
    let opened = |pronoun: TokenId| {
        let comma = arcs.before(pronoun).is_some_and(|before| arcs.form(before) == ",");
        let closed = (pronoun.index()..and.index()).any(|at| matches!(arcs.form_at(at), "," | "—" | "–" | "-" | ")"));
        arcs.form(pronoun) == "who" && comma && !closed
    };
    let clause = (verb.index() + 1..and.index()).map(TokenId::at).find(|&clause| {
        let pronoun = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).find(|&kid| kid < clause);
        arcs.relation(clause) == Relation::AclRelcl && arcs.is_finite(clause) && pronoun.is_some_and(opened)
    });
    if let Some(clause) = clause.filter(|&clause| arcs.quotes[clause.index()] == arcs.quotes[token.index()]) {
        arcs.attach(token, Some(clause), Relation::Conj);
    }
}

/// "called on Iraq and its allies": a noun is no member of a verb's coordination, but of the noun's before "and".
fn nominal_member(arcs: &mut Arcs<'_>, noun: TokenId, verb: TokenId) {
    if !arcs.is_nominal(noun) || arcs.is_clause(noun) || !arcs.is_verb(verb) || arcs.upos(noun) == Upos::Pron {
        return;
    }
    let cc = arcs.with(noun, &[Relation::Cc]).find(|&cc| cc < noun);
    let before = cc.and_then(|cc| arcs.before(cc)).filter(|&before| before > verb && arcs.is_nominal(before));
    let member = before.and_then(|before| {
        std::iter::once(before).chain(arcs.ancestors(before)).find(|&at| arcs.head(at) == Some(verb))
    });
    if let Some(member) = member.filter(|&member| arcs.is_nominal(member) && !arcs.is_clause(member)) {
        arcs.attach(noun, Some(member), Relation::Conj);
    }
}

/// A finite verb, or a predicate with a finite copula or subject.
pub(super) fn clause_like(arcs: &Arcs<'_>, token: TokenId) -> bool {
    (arcs.is_verb(token) || arcs.has(token, &[Relation::Cop])) && arcs.is_finite(token)
}
