//! "That" clauses and their verbs: "lawyers argued in court that …", "said on Monday that X won".
//!
//! In: arcs. Out: arcs in which a clause belongs to the verb that tells it, and a verb of speech that was taken for a participle is
//! finite. Passive verbs of naming get their agent: "was called illegal by X". `that` tells conjunctions from pronouns, `noun` has
//! the clauses of nouns, `what` those in which something is called, `answer` what others answer.

pub(super) mod answer;
mod noun;
mod that;
mod what;

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{AS_VERBS, NAMING, SPEECH, TIME, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl];

/// Finds contents with "that".
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for mark in arcs.tokens() {
        if arcs.form(mark) == "that" {
            that::of_medium(arcs, mark);
            that::of_subject(arcs, mark);
            that::stray(arcs, mark);
            that::complete(arcs, mark);
            that::of_verb(arcs, mark);
            that::in_list(arcs, mark);
        }
        if arcs.form(mark) == "which" {
            answer::denied_clause(arcs, mark);
        }
        if arcs.form(mark) == "what" {
            what::said_to_be(arcs, mark);
        }
        if arcs.relation(mark) == Relation::Expl {
            that::it_acts(arcs, mark);
        }
        if matches!(arcs.form(mark), "what" | "which") {
            what::relative_verb(arcs, mark);
            what::contrast(arcs, mark);
        }
        if arcs.form(mark) == "that" && arcs.relation(mark) == Relation::Mark {
            that::it_maintains(arcs, mark);
            of_verb(arcs, mark);
            of_day(arcs, mark);
            of_issued(arcs, mark);
            noun::of_noun(arcs, mark);
            noun::of_charge(arcs, mark);
            noun::of_object(arcs, mark);
            noun::two_predicates(arcs, mark);
            noun::predicate_behind(arcs, mark);
            participle(arcs, mark);
        }
        if arcs.form(mark) == "to" && arcs.relation(mark) == Relation::Mark {
            noun::predicate_behind(arcs, mark);
        }
        if arcs.has(mark, &[Relation::AuxPass]) {
            agent(arcs, mark);
        }
        noun::bare_content(arcs, mark);
    }
}

/// The clause of a "that", with a subject of its own.
fn clause_of(arcs: &Arcs<'_>, mark: TokenId) -> Option<TokenId> {
    arcs.head(mark).filter(|&clause| clause > mark && arcs.has(clause, SUBJECTS))
}

/// "It is alleged that X won": a clause right behind a verb is no adverbial of it.
fn of_verb(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark).filter(|&clause| arcs.relation(clause) == Relation::Advcl) else { return };
    let verb = arcs.head(clause).filter(|&verb| arcs.is_verb(verb) && verb < mark);
    // "held, by nine votes to two, that it was late"
    let right_behind = |verb: TokenId| {
        let aside = arcs.form_at(verb.index() + 1) == "," && arcs.form_at(mark.index() - 1) == ",";
        verb.index() + 1 == mark.index() || aside
    };
    let says = |verb: TokenId| listed(SPEECH, arcs.lemma(verb)) || arcs.lemma(verb) == "hold";
    if verb.is_some_and(|verb| says(verb) && right_behind(verb) && !arcs.has(verb, &[Relation::Ccomp])) {
        arcs.relabel(clause, Relation::Ccomp);
    }
}

/// "said in a statement issued on Monday that X won": what was issued takes no clause.
fn of_issued(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = arcs.head(mark).filter(|&clause| arcs.relation(clause) == Relation::Ccomp) else { return };
    let Some(issued) = arcs.head(clause).filter(|&issued| issued < mark && arcs.relation(issued) == Relation::Acl)
    else {
        return;
    };
    let Some(verb) = arcs.ancestors(issued).nth(1).filter(|&verb| verb < issued && arcs.is_verb(verb)) else { return };
    let says = listed(SPEECH, arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Ccomp]);
    if says && arcs.xpos(issued) == Xpos::Vbn && !listed(SPEECH, arcs.lemma(issued)) {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}

/// "said on Monday that X won": the clause is the verb's, whatever the parser makes of the day.
fn of_day(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark) else { return };
    let day = arcs.before(mark).filter(|&day| {
        listed(TIME, &arcs.lemma(day).to_lowercase()) && arcs.ancestors(clause).any(|above| above == day)
    });
    let verb = day.and_then(|day| arcs.ancestors(day).find(|&above| above < mark && arcs.is_verb(above)));
    if let Some(verb) = verb.filter(|&verb| listed(SPEECH, arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Ccomp])) {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}

/// "Lawyers argued in court that …": what says something in a sentence without another verb is no participle.
fn participle(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark) else { return };
    let Some(noun) = arcs.roots().find(|&root| root < mark && arcs.is_nominal(root) && !arcs.is_clause(root)) else {
        return;
    };
    let verb = arcs.with(noun, &[Relation::Acl]).find(|&verb| {
        verb < mark
            && arcs.xpos(verb) == Xpos::Vbn
            && listed(SPEECH, arcs.lemma(verb))
            && !arcs.has(verb, &[Relation::Aux])
    });
    let Some(verb) = verb.filter(|&verb| arcs.ancestors(clause).any(|above| above == noun || above == verb)) else {
        return;
    };
    arcs.retag(verb, Upos::Verb, Xpos::Vbd);
    arcs.replace(noun, verb, Relation::Nsubj);
    arcs.attach(clause, Some(verb), Relation::Ccomp);
}

/// "Was called illegal by X", "was described by X as risky": X is the agent, and no part of what it calls it.
fn agent(arcs: &mut Arcs<'_>, verb: TokenId) {
    let lemma = arcs.lemma(verb);
    if !listed(NAMING, lemma) && !listed(AS_VERBS, lemma) {
        return;
    }
    // "was denounced as fraudulent by X", too.
    let small = arcs
        .with(verb, &[Relation::Xcomp, Relation::Obl])
        .find(|&kid| kid > verb && (arcs.relation(kid) == Relation::Xcomp || arcs.preposition(kid) == "as"));
    if let Some(small) = small {
        let by = arcs
            .with(small, &[Relation::Obl, Relation::OblAgent, Relation::Nmod])
            .find(|&kid| kid > small && arcs.preposition(kid) == "by" && arcs.is_nominal(kid));
        if let Some(by) = by.filter(|_| !arcs.has(verb, &[Relation::OblAgent])) {
            arcs.attach(by, Some(verb), Relation::OblAgent);
        }
    }
    let by = arcs.with(verb, &[Relation::OblAgent]).find(|&kid| kid > verb);
    let role =
        by.and_then(|by| arcs.with(by, &[Relation::Nmod]).find(|&kid| kid > by && arcs.preposition(kid) == "as"));
    if let Some(role) = role {
        arcs.attach(role, Some(verb), Relation::Obl);
    }
}
