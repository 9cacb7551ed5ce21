//! Subjects of the clause that a verb takes, told from the verb's own object and hearer.
//!
//! In: arcs and a verb. Out: arcs in which "told the BBC any deal must be fair" has a hearer and a clause with a subject, "says the
//! military retaliated" a clause, and "told reporters that …" a clause of the verb's own.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{AGENCIES, SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "says the military retaliated": nobody says a military, and the participle behind it is its verb.
pub(in crate::syntax::frames::repair) fn said_that(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    if lemma != "say" {
        return;
    }
    // "says the tax put firms at risk": whoever says something names no bare infinitive.
    let clause = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb);
    if let Some(clause) = clause {
        let own = arcs.with(clause, &[Relation::Nsubj]).any(|kid| verb < kid && kid < clause);
        if own
            && arcs.xpos(clause) == Xpos::Vb
            && !arcs.has(clause, &[Relation::Aux, Relation::AuxPass, Relation::Mark])
        {
            arcs.retag(clause, Upos::Verb, Xpos::Vbd);
        }
        return;
    }
    // "EU says reply to Chad inadequate": in a headline nobody says a thing.
    let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb && !arcs.sentence.has_stop);
    if let Some(object) = object.filter(|&kid| !arcs.is_verb(kid) && arcs.quotes[kid.index()] == 0) {
        let words = arcs.below(object, |_| false).len();
        if words > 2 && !matches!(arcs.lemma(object), "no" | "yes" | "goodbye" | "sorry" | "thank" | "farewell") {
            arcs.relabel(object, Relation::Ccomp);
            return;
        }
    }
    let found = arcs.with(verb, &[Relation::Obj]).filter(|&noun| noun > verb).find_map(|noun| {
        let said = arcs.with(noun, &[Relation::Acl]).find(|&kid| {
            // "says the law put firms at risk": a participle has no object.
            let past = arcs.form(kid).ends_with("ed") || arcs.with(kid, &[Relation::Obj]).any(|object| object > kid);
            kid > noun
                && arcs.xpos(kid) == Xpos::Vbn
                && past
                && !arcs.has(kid, &[Relation::OblAgent, Relation::AuxPass, Relation::Mark])
        })?;
        (arcs.with(said, &[Relation::Obl, Relation::Obj, Relation::Xcomp]).next().is_some()).then_some((noun, said))
    });
    let Some((noun, said)) = found else { return };
    let by = arcs.with(said, &[Relation::Obl]).any(|kid| arcs.preposition(kid) == "by");
    if arcs.upos(noun) == Upos::Pron || by {
        return;
    }
    arcs.retag(said, Upos::Verb, Xpos::Vbd);
    arcs.attach(said, Some(verb), Relation::Ccomp);
    arcs.attach(noun, Some(said), Relation::Nsubj);
}

/// "told the BBC any deal must be fair": an article or pronoun begins a noun phrase, and what stands before it is another.
pub(in crate::syntax::frames::repair) fn hearer_before_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(clause) = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb) else { return };
    let found = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).find_map(|subject| {
        let hearer = arcs.with(subject, &[Relation::Compound, Relation::Flat]).find(|&kid| {
            let begins = |at: &TokenId| matches!(arcs.upos(*at), Upos::Det) || arcs.xpos(*at) == Xpos::PrpPoss;
            // "told Reuters prices rose"
            let bare = listed(AGENCIES, &arcs.lemma(kid).to_lowercase())
                && arcs.xpos(subject) == Xpos::Nns
                && kid.index() + 1 == subject.index();
            kid > verb && (bare || (kid.index() + 1..subject.index()).map(TokenId::at).any(|at| begins(&at)))
        })?;
        Some((subject, hearer))
    });
    let Some((subject, hearer)) = found.filter(|_| !arcs.has(verb, &[Relation::Obj, Relation::Iobj])) else { return };
    arcs.attach(hearer, Some(verb), Relation::Obj);
    arcs.hand_on(subject, hearer, |kid| verb < kid && kid < hearer);
}

/// "warned last week there could be war": what "there" stands before is the clause that it opens.
pub(in crate::syntax::frames::repair) fn there_is(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(there) =
        arcs.with(verb, &[Relation::Advmod, Relation::Expl]).find(|&kid| kid > verb && arcs.form(kid) == "there")
    else {
        return;
    };
    let clause = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > there && arcs.has(kid, &[Relation::Cop]));
    let next = TokenId::at(there.index() + 1);
    if let Some(clause) = clause.filter(|&clause| next.index() < arcs.len() && arcs.head(next) == Some(clause)) {
        arcs.retag(there, Upos::Pron, Xpos::Ex);
        arcs.attach(there, Some(clause), Relation::Expl);
    }
}

/// "telling a rally the plan was dead": a name or noun phrase behind the hearer is the subject of a clause that has none.
pub(in crate::syntax::frames::repair) fn subject_behind_hearer(arcs: &mut Arcs<'_>, verb: TokenId) {
    let subjects = [Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Csubj, Relation::Mark];
    let clause = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_finite(kid));
    let Some(clause) = clause.filter(|&clause| !arcs.has(clause, &subjects)) else { return };
    let found = arcs.with(verb, &[Relation::Obj, Relation::Iobj]).find_map(|hearer| {
        let beside = |kid: &TokenId| arcs.before(*kid) == Some(hearer) && *kid < clause;
        arcs.with(hearer, &[Relation::Appos, Relation::NmodUnmarked]).find(beside)
    });
    if let Some(subject) = found {
        arcs.attach_subject(clause, subject);
    }
}

/// "announced rules for firms that fail in ensuring their goods are clean": a noun right before a finite verb is its
/// subject, and the clause belongs to the verb whose object it seemed to be.
pub(in crate::syntax::frames::repair) fn ensured(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let clausal =
        listed(SPEECH, lemma) || matches!(lemma, "ensure" | "guarantee" | "hope" | "know" | "prove" | "verify");
    if !clausal || arcs.is_finite(verb) {
        return;
    }
    let Some(object) = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb) else { return };
    let next = TokenId::at((object.index() + 1).min(arcs.len() - 1));
    let clause = if arcs.upos(next) == Upos::Aux { arcs.head(next) } else { Some(next) };
    let Some(clause) = clause.filter(|&clause| clause > object && arcs.relation(clause) == Relation::Ccomp) else {
        return;
    };
    let subject = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).find(|&kid| kid < verb);
    let Some((subject, outer)) = subject.zip(arcs.head(clause)) else { return };
    if !arcs.is_finite(clause) || outer > subject || !arcs.ancestors(verb).any(|above| above == subject) {
        return;
    }
    let relation = arcs.relation(subject);
    arcs.attach(subject, Some(outer), Relation::Obj);
    arcs.attach(clause, Some(verb), Relation::Ccomp);
    arcs.attach(object, Some(clause), relation);
}

/// "told reporters that …", "warned Kyiv that …": the clause is no relative clause of the hearer.
pub(in crate::syntax::frames::repair) fn that_clause(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass]).find_map(|hearer| {
        let clauses = [Relation::Acl, Relation::AclRelcl, Relation::Ccomp];
        arcs.with(hearer, &clauses).find(|&kid| kid > verb && arcs.marked(kid, "that"))
    });
    if let Some(clause) = found {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        return;
    }
    // "told the weekly Le Monde, to be published on Sunday, that …": when the paper comes out is nothing that it is told to do.
    let found = arcs.with(verb, &[Relation::Xcomp, Relation::Advcl]).find_map(|issue| {
        let issued = matches!(arcs.lemma(issue), "air" | "appear" | "broadcast" | "print" | "publish" | "release");
        let below = arcs.below(issue, |_| false).into_iter();
        let clause = below
            .filter(|&kid| arcs.relation(kid) == Relation::Ccomp)
            .find(|&kid| kid > issue && arcs.marked(kid, "that"))?;
        (issued && arcs.marked(issue, "to")).then_some((issue, clause))
    });
    let hearer = arcs.with(verb, &[Relation::Obj, Relation::Iobj]).next();
    if let Some(((issue, clause), hearer)) = found.zip(hearer) {
        arcs.attach(issue, Some(hearer), Relation::Dep);
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}
