//! Clauses that the parser hangs on the wrong word: coordinated verbs, relative clauses, "according to", "going to".
//!
//! In: arcs. Out: arcs with the clauses where English grammar must have them: a finite verb is never coordinated with a
//! noun or an infinitive; a relative pronoun after a comma belongs to the noun before the comma. Where two places
//! are possible, nothing is moved.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Moves clauses to where they belong.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens() {
        if arcs.form(token) == "going" {
            going_to(arcs, token);
        }
        if arcs.relation(token) == Relation::Conj {
            coordinate(arcs, token);
        }
        if matches!(arcs.xpos(token), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss) {
            interrupted_subject(arcs, token);
        }
        if arcs.form(token) == "according" {
            according(arcs, token);
        }
        if arcs.form(token) == "with" && arcs.upos(token) != Upos::Adv {
            absolute(arcs, token);
        }
    }
}

/// "is going to visit": "visit" is the verb, "going" its auxiliary.
fn going_to(arcs: &mut Arcs<'_>, going: TokenId) {
    let verb = arcs.with(going, &[Relation::Xcomp]).find(|&kid| kid > going && arcs.marked(kid, "to"));
    let Some(verb) = verb.filter(|_| arcs.xpos(going) == Xpos::Vbg && arcs.has(going, &[Relation::Aux])) else {
        return;
    };
    arcs.replace(going, verb, Relation::Aux);
    let rest: Vec<TokenId> = arcs.kids(going).to_vec();
    for kid in rest {
        let relation = arcs.relation(kid);
        arcs.attach(kid, Some(verb), relation);
    }
    arcs.retag(going, Upos::Aux, Xpos::Vbg);
    let mark = arcs.with(verb, &[Relation::Mark]).find(|&mark| arcs.form(mark) == "to");
    if let Some(mark) = mark {
        arcs.relabel(mark, Relation::Dep);
    }
}

/// A finite verb or predicate under a noun, infinitive or participle moves up to the next finite clause.
fn coordinate(arcs: &mut Arcs<'_>, token: TokenId) {
    let Some(head) = arcs.head(token) else { return };
    let clausal = arcs.is_verb(token) || arcs.has(token, &[Relation::Cop]);
    if !clausal || !arcs.is_finite(token) || head > token || clause_like(arcs, head) {
        return;
    }
    let place = arcs.ancestors(head).find(|&above| above < token && clause_like(arcs, above));
    if let Some(place) = place.filter(|&place| arcs.quotes[place.index()] == arcs.quotes[token.index()]) {
        arcs.attach(token, Some(place), Relation::Conj);
    }
}

/// A finite verb, or a predicate with a finite copula or subject.
fn clause_like(arcs: &Arcs<'_>, token: TokenId) -> bool {
    (arcs.is_verb(token) || arcs.has(token, &[Relation::Cop])) && arcs.is_finite(token)
}

/// "The firm, whose owner denied it, refused": the parser takes the relative clause for the main one.
fn interrupted_subject(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let Some(comma) = arcs.before(pronoun).filter(|&before| arcs.form(before) == ",") else { return };
    let Some(inner) = arcs.ancestors(pronoun).find(|&above| arcs.is_verb(above)) else { return };
    if arcs.relation(inner) == Relation::AclRelcl {
        return;
    }
    let noun = arcs
        .kids(inner)
        .iter()
        .copied()
        .filter(|&kid| kid < comma && arcs.is_nominal(kid) && arcs.preposition(kid).is_empty())
        .rfind(|&kid| {
            matches!(
                arcs.relation(kid),
                Relation::OblUnmarked
                    | Relation::Nsubj
                    | Relation::Dislocated
                    | Relation::Obj
                    | Relation::Dep
                    | Relation::Vocative
            )
        });
    let outer = arcs.with(inner, &[Relation::Conj, Relation::Parataxis]).find(|&kid| {
        kid > inner
            && arcs.is_verb(kid)
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Cc, Relation::Nsubj, Relation::NsubjPass])
            && arcs.before(kid).is_some_and(|before| arcs.form(before) == ",")
    });
    if let (Some(noun), Some(outer)) = (noun, outer) {
        arcs.replace(inner, outer, Relation::AclRelcl);
        arcs.attach(noun, Some(outer), Relation::Nsubj);
        arcs.attach(inner, Some(noun), Relation::AclRelcl);
    }
}

/// "according to X" belongs to the clause, wherever the parser puts it.
fn according(arcs: &mut Arcs<'_>, word: TokenId) {
    let Some(mut source) = arcs.head(word) else { return };
    if !matches!(arcs.relation(word), Relation::Case) {
        let Some(inner) = arcs.with(word, &[Relation::Obl, Relation::Nmod]).find(|&kid| kid > word) else { return };
        arcs.replace(word, inner, Relation::Case);
        source = inner;
    }
    let to = TokenId::at((word.index() + 1).min(arcs.len() - 1));
    if arcs.form(to) == "to" {
        arcs.attach(to, Some(word), Relation::Fixed);
    }
    let clause = arcs.ancestors(source).find(|&above| clause_like(arcs, above));
    if let Some(clause) = clause {
        arcs.attach(source, Some(clause), Relation::Obl);
    }
}

/// "with X, a critic, calling them …": the participle's subject is X.
fn absolute(arcs: &mut Arcs<'_>, with: TokenId) {
    let Some(noun) = arcs.head(with).filter(|&noun| arcs.relation(with) == Relation::Case && arcs.is_nominal(noun))
    else {
        return;
    };
    let inside = |token: TokenId| token == noun || arcs.ancestors(token).any(|above| above == noun);
    let past = (noun.index() + 1..arcs.len()).map(TokenId::at).find(|&token| !inside(token) && !arcs.is_punct(token));
    let Some(verb) = past.filter(|&verb| arcs.xpos(verb) == Xpos::Vbg && arcs.is_verb(verb) && !arcs.is_finite(verb))
    else {
        return;
    };
    if arcs.preposition(verb).is_empty() && !arcs.has(verb, &[Relation::Nsubj, Relation::Mark]) {
        arcs.attach(verb, Some(noun), Relation::Acl);
    }
}
