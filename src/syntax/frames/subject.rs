//! Who is the subject of a verb whose clause does not say it: coordination, control, participles, relative clauses.
//!
//! In: mended arcs and a predicate. Out: heads of its surface subject, before passives are undone. Control verbs are those
//! of the word lists; a chain of clauses is followed upwards, a few steps at most.

use super::arcs::Arcs;
use super::phrase::members;
use super::words::{
    JUDGING, NEGATIVE, OBJECT_CONTROL, OBJECT_GERUND, SPEAKERS, SUBJECT_CONTROL, SUMMONING, is_ranking, listed,
};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Steps upwards after which a subject is no longer looked for.
const MAX_STEPS: usize = 8;

const SUBJECT: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter];

/// The heads of the surface subject.
pub(super) fn surface(arcs: &Arcs<'_>, predicate: TokenId) -> Vec<TokenId> {
    let mut at = predicate;
    for _ in 0..MAX_STEPS {
        if let Some(own) = own(arcs, at) {
            return own;
        }
        let Some(head) = arcs.head(at) else { return Vec::new() };
        let found = match arcs.relation(at) {
            Relation::Conj => None,
            // "which officials said had been closed": the gap in the content is the antecedent.
            Relation::Ccomp if is_finite(arcs, at) => {
                return antecedent(arcs, head).filter(|&noun| arcs.is_nominal(noun)).into_iter().collect();
            }
            Relation::Xcomp | Relation::Ccomp if !is_finite(arcs, at) => of_infinitive(arcs, at, head),
            Relation::Advcl | Relation::Obl if !is_finite(arcs, at) => of_circumstance(arcs, at, head),
            Relation::Amod if arcs.is_verb(at) => return members(arcs, head),
            // "…; must act": a finite verb without a subject goes on with the clause before it.
            Relation::Parataxis | Relation::Advcl | Relation::Dep | Relation::List
                if head < at && is_finite(arcs, at) && !arcs.has(at, &[Relation::Mark]) =>
            {
                None
            }
            Relation::Acl => match of_noun(arcs, at, head) {
                Ok(found) => return found,
                Err(verb) => {
                    at = verb;
                    continue;
                }
            },
            Relation::AclRelcl => return members_of_antecedent(arcs, head),
            _ => return Vec::new(),
        };
        if let Some(found) = found {
            return found;
        }
        at = head;
    }
    Vec::new()
}

/// The subject of what a verb takes: its object, or whom it is addressed to; none where it is the verb's own subject.
fn of_infinitive(arcs: &Arcs<'_>, at: TokenId, head: TokenId) -> Option<Vec<TokenId>> {
    // "summoned the envoy to protest": the envoy does not.
    let summons = arcs.lemma(head) == "summon" && listed(SUMMONING, arcs.lemma(at));
    let own = listed(SUBJECT_CONTROL, arcs.lemma(head)) || summons;
    if let Some(object) = object(arcs, head).filter(|_| !own) {
        return Some(resolve_relative(arcs, members(arcs, object)));
    }
    let patient = arcs.has(head, &[Relation::NsubjPass, Relation::AuxPass]);
    addressee(arcs, head).filter(|_| !patient).map(|addressed| members(arcs, addressed))
}

fn object(arcs: &Arcs<'_>, verb: TokenId) -> Option<TokenId> {
    arcs.with(verb, &[Relation::Obj, Relation::Iobj]).next()
}

/// The subject of a gerund or infinitive beside a verb, where it is the verb's object or its owner; none where it is the
/// verb's subject.
fn of_circumstance(arcs: &Arcs<'_>, at: TokenId, head: TokenId) -> Option<Vec<TokenId>> {
    let preposition = arcs.preposition(at);
    // "reaffirmed Chad's commitment to advancing peace": what the noun takes, its owner does.
    let noun = object(arcs, head).filter(|&noun| head < noun && noun < at && arcs.upos(noun) == Upos::Noun);
    if let Some(noun) = noun.filter(|_| preposition == "to") {
        let owner = arcs.with(noun, &[Relation::NmodPoss]).next();
        return Some(owner.map_or(Vec::new(), |owner| resolve_relative(arcs, members(arcs, owner))));
    }
    let purpose = arcs.marked(at, "to");
    // "sent an envoy to demand talks": the envoy is to demand them.
    let sent = purpose && matches!(arcs.lemma(head), "send" | "dispatch");
    let envoy = |&object: &TokenId| arcs.upos(object) == Upos::Propn || listed(SPEAKERS, arcs.lemma(object));
    let controls = purpose && listed(OBJECT_CONTROL, arcs.lemma(head));
    if !(listed(OBJECT_GERUND, &preposition) || controls || sent) {
        return None;
    }
    if let Some(object) = object(arcs, head).filter(|object| !sent || envoy(object)) {
        return Some(members(arcs, object));
    }
    let patient = arcs.with(head, &[Relation::NsubjPass]).next()?;
    Some(resolve_relative(arcs, members(arcs, patient)))
}

/// The subject of a participle or infinitive that a noun has: the noun itself, or who has what the noun says to do; else the verb
/// above, whose subject it is.
fn of_noun(arcs: &Arcs<'_>, at: TokenId, noun: TokenId) -> Result<Vec<TokenId>, TokenId> {
    if !arcs.marked(at, "to") && arcs.preposition(at).is_empty() {
        return Ok(members(arcs, noun));
    }
    let by = arcs.with(noun, &[Relation::Nmod]).find(|&kid| arcs.preposition(kid) == "by");
    if let Some(owner) = by.or_else(|| arcs.with(noun, &[Relation::NmodPoss]).next()) {
        return Ok(members(arcs, owner));
    }
    // "Chad was the first state to condemn it": who is singled out did.
    if arcs.has(noun, &[Relation::Cop]) && is_ranked(arcs, noun) {
        return Ok(own(arcs, noun).unwrap_or_default());
    }
    // "rejected the decision to suspend it": somebody else decided.
    let own = |&verb: &TokenId| arcs.is_verb(verb) && !listed(JUDGING, arcs.lemma(verb));
    arcs.head(noun).filter(own).map_or(Ok(Vec::new()), Err)
}

/// Whether a noun is the first, last or only one of its kind.
fn is_ranked(arcs: &Arcs<'_>, noun: TokenId) -> bool {
    arcs.with(noun, &[Relation::Amod]).any(|kid| arcs.xpos(kid) == Xpos::Jjs || is_ranking(arcs.lemma(kid)))
}

/// The subject in the predicate's own clause, relative pronouns replaced by what they stand for.
fn own(arcs: &Arcs<'_>, predicate: TokenId) -> Option<Vec<TokenId>> {
    // Of several, the nearest before: what stands further off is a date or a heading.
    let nearest = arcs.with(predicate, SUBJECT).rfind(|&kid| kid < predicate);
    let Some(subject) = nearest.or_else(|| arcs.with(predicate, SUBJECT).next()) else {
        return arcs.has(predicate, &[Relation::Expl, Relation::Csubj]).then(Vec::new);
    };
    Some(resolve_relative(arcs, members(arcs, subject)))
}

/// Replaces relative pronouns by their antecedents.
pub(super) fn resolve_relative(arcs: &Arcs<'_>, heads: Vec<TokenId>) -> Vec<TokenId> {
    let mut found = Vec::new();
    for head in heads {
        match arcs.is_relative(head).then(|| antecedent(arcs, head)).flatten() {
            Some(antecedent) => found.extend(members_of_antecedent(arcs, antecedent)),
            None => found.push(head),
        }
    }
    found
}

fn members_of_antecedent(arcs: &Arcs<'_>, antecedent: TokenId) -> Vec<TokenId> {
    if let Some(subject) = described(arcs, antecedent) {
        return members(arcs, subject);
    }
    // A relative clause on the first member of a coordination speaks of that member; on the last, of the last.
    if arcs.is_nominal(antecedent) { vec![antecedent] } else { Vec::new() }
}

/// "Chad is the only state that agrees", "Chad remains a state that agrees": whom a noun with a relative clause describes.
fn described(arcs: &Arcs<'_>, noun: TokenId) -> Option<TokenId> {
    let own = arcs.has(noun, &[Relation::Cop]).then_some(noun);
    let of_verb = || {
        let complement = matches!(arcs.relation(noun), Relation::Obj | Relation::Xcomp);
        let verb = arcs.head(noun).filter(|_| complement);
        verb.filter(|&verb| matches!(arcs.lemma(verb), "remain" | "become"))
    };
    let predicate = own.or_else(of_verb)?;
    let denied = arcs.with(predicate, &[Relation::Advmod]).any(|kid| listed(NEGATIVE, arcs.form(kid)));
    arcs.with(predicate, &[Relation::Nsubj])
        .find(|&subject| subject < noun && arcs.upos(subject) == Upos::Propn && !denied)
}

/// The noun that the relative clause around a token stands on.
pub(super) fn antecedent(arcs: &Arcs<'_>, token: TokenId) -> Option<TokenId> {
    let clause = std::iter::once(token)
        .chain(arcs.ancestors(token))
        .find(|&at| matches!(arcs.relation(at), Relation::AclRelcl | Relation::AdvclRelcl))?;
    arcs.head(clause)
}

/// "called on X to", "appealed to X to".
pub(super) fn addressee(arcs: &Arcs<'_>, verb: TokenId) -> Option<TokenId> {
    if !listed(OBJECT_CONTROL, arcs.lemma(verb)) {
        return None;
    }
    arcs.with(verb, &[Relation::Obl])
        .find(|&kid| kid > verb && listed(super::words::ADDRESSING, &arcs.preposition(kid)))
}

/// Whether a clause has a finite verb of its own.
pub(super) fn is_finite(arcs: &Arcs<'_>, token: TokenId) -> bool {
    let finite = |word: TokenId| arcs.xpos(word).is_finite();
    finite(token)
        || arcs.with(token, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).any(finite)
        || (arcs.upos(token) == Upos::Verb && arcs.has(token, SUBJECT) && arcs.xpos(token) != Xpos::Vbg)
}
