//! Whether "that" is a conjunction or a relative pronoun: "said in the letter that talks were over", "the letter that they sent".
//!
//! In: arcs and a "that", or a subject. Out: arcs in which a clause with all it needs is a content, whose "that" only opens it, and
//! "it" is the subject of whoever acts or speaks.

use super::SUBJECTS;
use super::answer::is_answered;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "They add that, as agreed, it is late", "stating that “crimes – and worse – are occurring”": a conjunction is no object,
/// but opens the clause behind it.
pub(super) fn stray(arcs: &mut Arcs<'_>, that: TokenId) {
    if !matches!(arcs.relation(that), Relation::Obj | Relation::Dep) {
        return;
    }
    if let Some(clause) = arcs.head(that).filter(|&clause| clause > that && arcs.has(clause, SUBJECTS)) {
        return in_relative(arcs, that, clause);
    }
    if arcs.upos(that) != Upos::Sconj {
        return;
    }
    let Some(verb) = arcs.head(that).filter(|&verb| verb < that && arcs.is_verb(verb)) else { return };
    let whole = |&clause: &TokenId| {
        clause > that && arcs.is_finite(clause) && arcs.has(clause, SUBJECTS) && !arcs.has(clause, &[Relation::Mark])
    };
    // "alleging that the police had lied", "demanded that it punish them", where the clause hangs on "that".
    let clauses = [Relation::AclRelcl, Relation::Acl, Relation::Xcomp, Relation::Ccomp];
    let of_that = arcs.with(that, &clauses).find(whole);
    let of_that = of_that.filter(|_| !arcs.is_relative(TokenId::at(that.index() + 1)));
    let clause = of_that.or_else(|| arcs.with(verb, &[Relation::Ccomp, Relation::Advcl]).find(whole));
    if let Some(clause) = clause {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        arcs.attach(that, Some(clause), Relation::Mark);
        return;
    }
    let below = arcs.kids(that).iter().chain(arcs.kids(verb)).copied();
    let Some(noun) = below.into_iter().find(|&kid| kid > that && arcs.is_nominal(kid)) else { return };
    let hangs_on_that = arcs.head(noun) == Some(that);
    let predicate = arcs.below(noun, |_| false).into_iter().find(|&word| {
        let loose =
            matches!(arcs.relation(word), Relation::AclRelcl | Relation::Xcomp | Relation::Conj | Relation::Ccomp);
        word > noun
            && loose
            && arcs.is_finite(word)
            && !arcs.with(word, SUBJECTS).any(|kid| kid < word)
            && !arcs.has(word, &[Relation::Mark, Relation::Cc])
            && !arcs.kids(word).iter().any(|&kid| arcs.is_relative(kid))
    });
    if let Some(mut predicate) = predicate {
        // "that the issue was a fabrication", where the copula heads its noun.
        let own = arcs.with(predicate, SUBJECTS).next();
        if let Some(own) = own {
            arcs.replace(predicate, own, Relation::Cop);
            predicate = own;
        }
        arcs.attach(predicate, Some(verb), Relation::Ccomp);
        arcs.attach_subject(predicate, noun);
        arcs.attach(that, Some(predicate), Relation::Mark);
    } else if hangs_on_that && listed(SPEECH, arcs.lemma(verb)) {
        // "claims that areas within the zone fall within the shelf": a clause, whatever its verb.
        arcs.attach(noun, Some(verb), Relation::Ccomp);
        arcs.attach(that, Some(noun), Relation::Mark);
    }
}

/// "said in the letter that talks were over": no relative pronoun before the subject of what is said.
pub(super) fn of_subject(arcs: &mut Arcs<'_>, that: TokenId) {
    beside_subject(arcs, that);
    let noun =
        arcs.head(that).filter(|&noun| arcs.relation(that) == Relation::Nsubj && noun.index() == that.index() + 1);
    let clause = noun
        .filter(|&noun| SUBJECTS.contains(&arcs.relation(noun)))
        .and_then(|noun| arcs.head(noun))
        .filter(|&clause| arcs.is_finite(clause) && arcs.relation(clause) == Relation::Ccomp);
    if let Some(clause) = clause {
        arcs.retag(that, Upos::Sconj, Xpos::In);
        arcs.attach(that, Some(clause), Relation::Mark);
    }
}

/// "said it is drafting legislation": who does something to a thing is no empty "it".
pub(super) fn it_acts(arcs: &mut Arcs<'_>, it: TokenId) {
    let verb = arcs.head(it).filter(|&verb| {
        let object = arcs.with(verb, &[Relation::Obj]).any(|object| object > verb && arcs.is_nominal(object));
        let light = matches!(arcs.lemma(verb), "make" | "take" | "find" | "cost");
        arcs.form(it) == "it" && it < verb && arcs.is_verb(verb) && object && !light
    });
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::AuxPass, Relation::Ccomp];
    if verb.is_some_and(|verb| !arcs.has(verb, &own)) {
        arcs.relabel(it, Relation::Nsubj);
    }
}

/// "said in a communique that two men were killed": no relative clause either, where the phrase says in what it was said.
pub(super) fn of_medium(arcs: &mut Arcs<'_>, that: TokenId) {
    let clause = arcs.head(that).filter(|&clause| {
        let subject = SUBJECTS.contains(&arcs.relation(that)) && arcs.xpos(that) == Xpos::Wdt;
        subject && arcs.relation(clause) == Relation::AclRelcl
    });
    let Some(clause) = clause else { return };
    let own = arcs.with(clause, SUBJECTS).any(|kid| kid > that && kid < clause);
    let medium = arcs.head(clause).filter(|&medium| own && arcs.before(that) == Some(medium));
    let Some(medium) = medium.filter(|&medium| arcs.preposition(medium) == "in") else { return };
    let verb = arcs.head(medium).filter(|&verb| verb < medium && listed(SPEECH, arcs.lemma(verb)));
    if let Some(verb) = verb.filter(|&verb| !arcs.has(verb, &[Relation::Ccomp])) {
        arcs.retag(that, Upos::Sconj, Xpos::In);
        arcs.relabel(that, Relation::Mark);
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        arcs.relabel(medium, Relation::Obl);
    }
}

/// "told the families that the men died": beside another subject right behind it, it is none itself.
fn beside_subject(arcs: &mut Arcs<'_>, that: TokenId) {
    let pronoun = matches!(arcs.relation(that), Relation::Nsubj | Relation::Obj) && arcs.xpos(that) == Xpos::Wdt;
    let Some(clause) = arcs.head(that).filter(|&clause| pronoun && arcs.relation(clause) == Relation::Ccomp) else {
        return;
    };
    if !arcs.with(clause, SUBJECTS).any(|kid| kid > that && kid < clause) {
        return;
    }
    arcs.retag(that, Upos::Sconj, Xpos::In);
    arcs.relabel(that, Relation::Mark);
    // "that the prisons complied with it", where the verb is taken for an adjective.
    if arcs.xpos(clause) == Xpos::Jj && arcs.form(clause).ends_with("ed") && !arcs.has(clause, &[Relation::Cop]) {
        arcs.retag(clause, Upos::Verb, Xpos::Vbd);
    }
}

/// "expressed concern that it may fail", "said in a statement that it had failed": no relative clause.
fn in_relative(arcs: &mut Arcs<'_>, that: TokenId, clause: TokenId) {
    let Some(noun) = arcs.head(clause).filter(|_| arcs.relation(clause) == Relation::AclRelcl) else { return };
    let said = arcs.head(noun).filter(|&verb| {
        let phrase =
            arcs.relation(noun) == Relation::Obl && noun.index() + 1 == that.index() && !is_answered(arcs, noun);
        phrase && listed(SPEECH, arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Ccomp, Relation::Obj])
    });
    match said.filter(|_| arcs.quotes.iter().all(|&quote| quote == 0)) {
        Some(verb) => arcs.attach(clause, Some(verb), Relation::Ccomp),
        None if arcs.upos(that) == Upos::Sconj => arcs.relabel(clause, Relation::Acl),
        None => return,
    }
    arcs.retag(that, Upos::Sconj, Xpos::In);
    arcs.relabel(that, Relation::Mark);
}

/// "The danger that Iraq attacked Kuwait": a clause with subject and object of its own has no use for a relative pronoun.
pub(super) fn complete(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    if !matches!(arcs.relation(pronoun), Relation::Obj | Relation::OblUnmarked | Relation::Iobj) {
        return;
    }
    let Some(clause) = arcs.head(pronoun).filter(|&clause| arcs.relation(clause) == Relation::AclRelcl) else { return };
    // The object was taken for a second subject of the predicate behind it.
    let second = arcs.head(clause).and_then(|noun| arcs.head(noun)).and_then(|predicate| {
        arcs.with(predicate, SUBJECTS).find(|&kid| kid > clause && kid < predicate && arcs.is_finite(clause))
    });
    if let Some(object) =
        second.filter(|_| !arcs.with(clause, &[Relation::Obj, Relation::Ccomp]).any(|kid| kid > clause))
    {
        arcs.attach(object, Some(clause), Relation::Obj);
    }
    let own = |relations: &[Relation], from: TokenId| arcs.with(clause, relations).any(|kid| kid > from);
    if own(SUBJECTS, pronoun) && own(&[Relation::Obj], clause) {
        arcs.retag(pronoun, Upos::Sconj, Xpos::In);
        arcs.relabel(pronoun, Relation::Mark);
        arcs.relabel(clause, Relation::Acl);
    }
}

/// "It maintains that X won": of an active verb of speech "it" is the subject.
pub(super) fn it_maintains(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = arcs.head(mark).filter(|&clause| arcs.relation(clause) == Relation::Csubj) else { return };
    let Some(verb) = arcs.head(clause).filter(|&verb| verb < mark && listed(SPEECH, arcs.lemma(verb))) else { return };
    let it = arcs.with(verb, &[Relation::Expl]).find(|&kid| kid < verb && arcs.form(kid) == "it");
    if let Some(it) = it.filter(|_| !arcs.has(verb, &[Relation::AuxPass, Relation::Nsubj, Relation::NsubjPass])) {
        arcs.relabel(it, Relation::Nsubj);
        arcs.relabel(clause, Relation::Ccomp);
    }
}

/// "supports it and regrets that Chad has left": behind a verb stands no relative clause.
pub(super) fn of_verb(arcs: &mut Arcs<'_>, that: TokenId) {
    let verb = arcs.before(that).filter(|&verb| arcs.is_verb(verb) && arcs.is_finite(verb));
    let clause = arcs.head(that).filter(|&clause| verb.is_some() && arcs.head(clause) == verb && that < clause);
    if let Some(clause) = clause.filter(|&clause| arcs.relation(clause) == Relation::AclRelcl) {
        arcs.attach(clause, verb, Relation::Ccomp);
        arcs.retag(that, Upos::Sconj, Xpos::In);
        arcs.relabel(that, Relation::Mark);
    }
}

/// "said that Chad had closed it, that Mali had banned trade, and that Peru had left": each "that" opens a part of what is said.
pub(super) fn in_list(arcs: &mut Arcs<'_>, that: TokenId) {
    let before = |at: TokenId| arcs.before(at).map_or("", |before| arcs.form(before));
    let and = arcs.before(that).filter(|&and| arcs.upos(and) == Upos::Cconj);
    let listed = before(that) == "," || and.is_some_and(|and| before(and) == ",");
    if !listed {
        return;
    }
    let first = (0..that.index()).rev().map(TokenId::at).find(|&mark| {
        arcs.form(mark) == "that" && arcs.head(mark).is_some_and(|clause| arcs.relation(clause) == Relation::Ccomp)
    });
    let Some(clause) = first.and_then(|first| arcs.head(first)).filter(|&clause| clause < that) else { return };
    let verb = (that.index() + 1..arcs.len())
        .map(TokenId::at)
        .find(|&verb| arcs.is_verb(verb) && arcs.with(verb, SUBJECTS).any(|subject| that < subject && subject < verb));
    let loose = [Relation::Advcl, Relation::Ccomp, Relation::Conj, Relation::Parataxis];
    if let Some(verb) = verb.filter(|&verb| loose.contains(&arcs.relation(verb))) {
        arcs.attach(verb, Some(clause), Relation::Conj);
        arcs.attach(that, Some(verb), Relation::Mark);
    }
}
