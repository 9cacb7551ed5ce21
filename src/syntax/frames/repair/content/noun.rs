//! Clauses of nouns: "the claim that X won is false", "rejected the idea that X won", "over claims Iraq backs rebels".
//!
//! In: arcs and the mark of a clause, or the noun. Out: arcs in which a clause with "that" behind a noun belongs to the noun, and the
//! predicate behind it has the noun for its subject.

use super::answer::{WITH_CONTENT, is_answered};
use super::{SUBJECTS, clause_of};
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{SPEECH, is_utterance, listed};
use crate::syntax::{Relation, TokenId, Upos};

/// "over claims Iraq backs rebels": a clause with subject and object of its own is what is claimed.
pub(super) fn bare_content(arcs: &mut Arcs<'_>, noun: TokenId) {
    if !WITH_CONTENT.contains(&arcs.lemma(noun)) {
        return;
    }
    let clause = arcs.with(noun, &[Relation::AclRelcl]).find(|&kid| {
        kid > noun
            && arcs.is_finite(kid)
            && arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass])
            && (arcs.with(kid, &[Relation::Obj]).any(|object| object > kid) || arcs.has(kid, &[Relation::AuxPass]))
            && !arcs
                .below(kid, |_| false)
                .into_iter()
                .any(|word| word < kid && (arcs.is_relative(word) || arcs.form(word) == "that"))
    });
    if let Some(clause) = clause {
        arcs.relabel(clause, Relation::Acl);
    }
}

/// "The claim that X won was rejected": a clause right behind a noun is no adverbial of the predicate that follows.
pub(super) fn of_noun(arcs: &mut Arcs<'_>, mark: TokenId) {
    let misplaced = |clause: &TokenId| matches!(arcs.relation(*clause), Relation::Advcl | Relation::Csubj);
    let Some(clause) = clause_of(arcs, mark).filter(misplaced) else { return };
    let Some(noun) = arcs.before(mark).filter(|&noun| arcs.upos(noun) == Upos::Noun) else { return };
    if arcs.head(clause).is_some_and(|predicate| predicate > clause && arcs.has(predicate, SUBJECTS)) {
        arcs.attach(clause, Some(noun), Relation::Acl);
    }
}

/// "denied accusations by X that Y had left": the clause is the accusation's, whatever stands between.
pub(super) fn of_charge(arcs: &mut Arcs<'_>, mark: TokenId) {
    const AGENT: usize = 12;
    let Some(clause) = arcs.head(mark).filter(|&clause| clause > mark && arcs.is_clause(clause)) else { return };
    let words = (0..mark.index()).rev().map(TokenId::at).take(AGENT);
    let mut plain = words.take_while(|&word| !arcs.is_punct(word) && arcs.upos(word) != Upos::Verb);
    let Some(charge) = plain.find(|&word| WITH_CONTENT.contains(&arcs.lemma(word))) else { return };
    let by = TokenId::at(charge.index() + 1);
    let agent = arcs.head(by).filter(|_| matches!(arcs.form(by), "by" | "from") && arcs.relation(by) == Relation::Case);
    let Some(agent) = agent.filter(|&agent| by < agent && agent < mark) else { return };
    arcs.attach(clause, Some(charge), Relation::Acl);
    arcs.attach(agent, Some(charge), Relation::Nmod);
}

/// "rejected the idea that X won", "responding to reports that X won": the clause is the noun's.
pub(super) fn of_object(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark).filter(|&clause| arcs.relation(clause) == Relation::Ccomp) else { return };
    let Some(noun) = arcs.before(mark) else { return };
    // "recalled a statement made by Doe that X won": what others made says what stands behind it.
    let made = arcs.head(clause).into_iter().flat_map(|verb| arcs.with(verb, &[Relation::Obj])).find(|&made| {
        let by = |kid: TokenId| arcs.preposition(kid) == "by" || arcs.has(kid, &[Relation::OblAgent]);
        made < mark && is_utterance(arcs.lemma(made)) && arcs.with(made, &[Relation::Acl, Relation::Nmod]).any(by)
    });
    if let Some(made) = made {
        arcs.attach(clause, Some(made), Relation::Acl);
        return;
    }
    // "expressed its concern that X had left"
    let feels = |verb: TokenId| matches!(arcs.lemma(verb), "express" | "raise" | "reiterate" | "share" | "voice");
    let felt = arcs.relation(noun) == Relation::Obj && arcs.head(noun).is_some_and(feels);
    let report = arcs.lemma(noun) == "report" && arcs.head(noun).is_some_and(|verb| !listed(SPEECH, arcs.lemma(verb)));
    let object = felt
        || arcs.relation(noun) == Relation::Obj && (report || WITH_CONTENT.contains(&arcs.lemma(noun)))
        || arcs.relation(noun) == Relation::Obl && is_answered(arcs, noun);
    if object && arcs.head(noun) == arcs.head(clause) {
        arcs.attach(clause, Some(noun), Relation::Acl);
    }
}

/// "The claim that the raid was a crime was rejected", where the clause is taken for the subject of the predicate behind it.
pub(super) fn two_predicates(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(predicate) = arcs.head(mark).filter(|&clause| clause > mark && arcs.relation(clause) == Relation::Acl)
    else {
        return;
    };
    let Some(noun) = arcs.head(predicate).filter(|&noun| noun < mark && arcs.upos(noun) == Upos::Noun) else { return };
    let clause = arcs.with(predicate, SUBJECTS).find(|&kid| arcs.has(kid, &[Relation::Cop]) && arcs.has(kid, SUBJECTS));
    if let Some(clause) = clause.filter(|_| arcs.is_finite(predicate) && !arcs.has(noun, &[Relation::Cop])) {
        arcs.attach(clause, Some(noun), Relation::Acl);
        arcs.attach(mark, Some(clause), Relation::Mark);
        let subject_is = arcs.subject_relation(predicate);
        arcs.replace(noun, predicate, subject_is);
    }
}

/// "The claim that X won is false": a finite predicate without a subject, behind the clause of a noun without a predicate,
/// is the noun's.
pub(super) fn predicate_behind(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = arcs.head(mark).filter(|&clause| clause > mark) else { return };
    let Some(noun) = arcs.head(clause).filter(|&noun| noun < mark && arcs.upos(noun) == Upos::Noun) else { return };
    if matches!(arcs.relation(noun), Relation::Nsubj | Relation::NsubjPass) || arcs.has(noun, &[Relation::Cop]) {
        return;
    }
    let predicate = arcs.with(clause, &[Relation::Xcomp]).find(|&kid| {
        kid > clause && arcs.is_finite(kid) && !arcs.has(kid, SUBJECTS) && !arcs.has(kid, &[Relation::Mark])
    });
    if let Some(predicate) = predicate {
        let subject_is = arcs.subject_relation(predicate);
        arcs.replace(noun, predicate, subject_is);
    }
}
