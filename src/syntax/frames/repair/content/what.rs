//! Relative clauses in which something is called or said: "camps that X called schools", "what officials say was a massacre".
//!
//! In: arcs and a pronoun. Out: arcs in which the participle or the verb behind a verb of speech is what is said.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "What prisoners described as brutal": a noun is no relative clause; the participle behind it is its verb.
pub(super) fn relative_verb(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let noun = arcs.with(pronoun, &[Relation::AclRelcl]).find(|&kid| arcs.is_nominal(kid) && !arcs.is_clause(kid));
    let Some(noun) = noun.filter(|&noun| noun > pronoun) else { return };
    let verb = arcs.with(noun, &[Relation::Acl]).find(|&kid| {
        kid.index() == noun.index() + 1 && arcs.xpos(kid) == Xpos::Vbn && !arcs.has(kid, &[Relation::OblAgent])
    });
    if let Some(verb) = verb {
        arcs.retag(verb, Upos::Verb, Xpos::Vbd);
        arcs.replace(noun, verb, Relation::Nsubj);
    }
}

/// "fled in what officials say was a massacre": the verb behind the speech verb is what is said, and not what "what" does.
pub(super) fn said_to_be(arcs: &mut Arcs<'_>, what: TokenId) {
    let verb = arcs
        .with(what, &[Relation::AclRelcl])
        .find(|&verb| listed(SPEECH, arcs.lemma(verb)) && arcs.is_finite(verb) && arcs.has(verb, &[Relation::Nsubj]));
    let Some(verb) = verb.filter(|&verb| verb > what && !arcs.has(verb, &[Relation::Ccomp, Relation::Xcomp])) else {
        return;
    };
    let next = TokenId::at(verb.index() + 1);
    if next.index() >= arcs.len() || !arcs.xpos(next).is_finite() {
        return;
    }
    let content = match arcs.relation(next) {
        Relation::Aux | Relation::AuxPass | Relation::Cop => arcs.head(next).unwrap_or(next),
        _ => next,
    };
    if arcs.head(what) == Some(content) {
        let (above, relation) = (arcs.head(content), arcs.relation(content));
        let opens: Vec<TokenId> =
            arcs.with(content, &[Relation::Mark, Relation::Case]).filter(|&kid| kid < what).collect();
        let relation = if opens.is_empty() { relation } else { Relation::Obl };
        arcs.attach(what, above, relation);
        for word in opens {
            arcs.attach(word, Some(what), Relation::Case);
        }
    }
    arcs.attach(content, Some(verb), Relation::Ccomp);
}

/// "camps that X called schools but Y described as prisons": a noun with a participle is no member of what X called them.
pub(super) fn contrast(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let Some(verb) = arcs.head(pronoun).filter(|&verb| arcs.relation(verb) == Relation::AclRelcl) else { return };
    let found = arcs.with(verb, &[Relation::Obj, Relation::Xcomp]).filter(|&kid| kid > verb).find_map(|kid| {
        let noun = arcs.with(kid, &[Relation::Conj]).find(|&noun| arcs.has(noun, &[Relation::Cc]))?;
        let but = arcs.with(noun, &[Relation::Cc]).any(|cc| arcs.form(cc) == "but");
        let said = arcs.with(noun, &[Relation::Acl]).chain(arcs.with(kid, &[Relation::Acl])).find(|&said| {
            said.index() == noun.index() + 1 && arcs.xpos(said) == Xpos::Vbn && !arcs.has(said, &[Relation::OblAgent])
        })?;
        but.then_some((noun, said))
    });
    if let Some((noun, said)) = found {
        arcs.attach(said, Some(verb), Relation::Conj);
        arcs.retag(said, Upos::Verb, Xpos::Vbd);
        let cc: Vec<TokenId> = arcs.with(noun, &[Relation::Cc]).collect();
        for cc in cc {
            arcs.attach(cc, Some(said), Relation::Cc);
        }
        arcs.attach(noun, Some(said), Relation::Nsubj);
    }
}
