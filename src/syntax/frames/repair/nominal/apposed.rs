//! What stands in commas beside a noun: another name of it, and clauses that "whose" opens.
//!
//! In: arcs. Out: arcs in which "RSF" of "the Rapid Support Forces, or RSF," is in apposition and no second one, "whose
//! rapporteur, Jane Doe, called it late" is a clause about the noun before it, and "…, and from Y" goes on with "from X".

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::can_speak;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Puts what stands in commas where it belongs.
pub(in crate::syntax::frames::repair) fn mend(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens() {
        other_name(arcs, token);
        if arcs.xpos(token) == Xpos::WpPoss {
            whose(arcs, token);
        }
        same_preposition(arcs, token);
        post(arcs, token);
    }
}

/// "the Rapid Support Forces, or RSF, left": letters in commas behind "or" are the short form of the name before them.
fn other_name(arcs: &mut Arcs<'_>, short: TokenId) {
    let at = short.index();
    let letters = arcs.sentence.tokens[at].span.of(arcs.text).chars().filter(|c| c.is_uppercase()).count();
    let or = arcs.before(short).filter(|&or| arcs.form(or) == "or");
    let closed = matches!(arcs.form_at(at + 1), "," | ".");
    let Some(or) = or.filter(|_| letters > 1 && closed && arcs.relation(short) == Relation::Conj) else { return };
    let long = arcs.head(short).filter(|&long| long.index() + 3 == at && arcs.form_at(at - 2) == ",");
    if long.is_some_and(|long| arcs.is_nominal(long)) {
        arcs.relabel(short, Relation::Appos);
        arcs.relabel(or, Relation::Dep);
    }
}

/// "from the Senate, whose clerk, Jane Doe, called it late, and": the verb behind the name is that of the noun "whose" stands
/// before.
fn whose(arcs: &mut Arcs<'_>, whose: TokenId) {
    let noun = arcs.head(whose).filter(|&noun| noun > whose && arcs.relation(noun) == Relation::Appos);
    let owner = arcs.before(whose).filter(|&comma| arcs.form(comma) == ",").and_then(|comma| arcs.before(comma));
    let Some((noun, owner)) = noun.zip(owner.filter(|&owner| arcs.is_nominal(owner))) else { return };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Cc, Relation::Expl];
    let verb = (noun.index() + 1..arcs.len()).map(TokenId::at).find(|&word| arcs.is_verb(word) && arcs.is_finite(word));
    let verb = verb.filter(|&verb| !arcs.has(verb, &own) && arcs.ancestors(verb).any(|above| above < owner));
    let Some(verb) = verb else { return };
    let name = arcs.before(verb).filter(|&comma| arcs.form(comma) == ",").and_then(|comma| arcs.before(comma));
    let name = name.filter(|&name| arcs.upos(name) == Upos::Propn && name > noun);
    let loose = matches!(arcs.relation(verb), Relation::Conj | Relation::Parataxis | Relation::Advcl);
    if let Some(name) = name.filter(|_| loose) {
        arcs.attach(verb, Some(owner), Relation::AclRelcl);
        arcs.attach(noun, Some(verb), Relation::Nsubj);
        arcs.attach(name, Some(noun), Relation::Appos);
    }
}

/// "drew praise from X, who called it good, and from Y": behind a comma and "and", a preposition goes on with the phrase that has
/// the same one.
fn same_preposition(arcs: &mut Arcs<'_>, noun: TokenId) {
    let joined = arcs.relation(noun) == Relation::Conj && arcs.is_nominal(noun) && !arcs.is_clause(noun);
    let Some(head) = arcs.head(noun).filter(|_| joined) else { return };
    let case = arcs.with(noun, &[Relation::Case]).next().filter(|&case| {
        let and = arcs.before(case).filter(|&and| arcs.form(and) == "and");
        and.and_then(|and| arcs.before(and)).is_some_and(|comma| arcs.form(comma) == ",")
    });
    let Some(case) = case.map(|case| arcs.form(case).to_string()) else { return };
    if arcs.preposition(head) == case {
        return;
    }
    let same = |kid: TokenId| kid < head && arcs.preposition(kid) == case && arcs.is_nominal(kid);
    let first = arcs.ancestors(head).find_map(|above| arcs.kids(above).iter().copied().find(|&kid| same(kid)));
    if let Some(first) = first.filter(|&first| arcs.quotes[first.index()] == arcs.quotes[noun.index()]) {
        arcs.attach(noun, Some(first), Relation::Conj);
    }
}

/// "the arrest of Jane Doe, chairman of Oxfam, and others": whoever stands behind a name and a comma, with no "and", is the one named.
fn post(arcs: &mut Arcs<'_>, noun: TokenId) {
    let at = noun.index();
    let listed = arcs.relation(noun) == Relation::Conj && !arcs.has(noun, &[Relation::Cc, Relation::Det]);
    if !listed || at < 2 || arcs.form_at(at - 1) != "," || !can_speak(arcs.lemma(noun)) {
        return;
    }
    let name = TokenId::at(at - 2);
    let above = arcs.head(noun).filter(|&above| arcs.head(name) == Some(above));
    // "Jane Doe and Juan Roe, chair and ranking member of Oxfam, said"
    let named = |above: TokenId| match arcs.upos(above) {
        Upos::Propn => arcs.relation(name) == Relation::Conj && arcs.has(name, &[Relation::Cc]),
        _ => arcs.upos(above) == Upos::Noun && !can_speak(arcs.lemma(above)),
    };
    if let Some(above) = above.filter(|&above| named(above) && arcs.upos(name) == Upos::Propn) {
        arcs.attach(noun, Some(name), Relation::Appos);
        let more: Vec<TokenId> = arcs.with(above, &[Relation::Conj]).filter(|&kid| kid > noun).collect();
        if arcs.upos(above) == Upos::Propn {
            for kid in more {
                arcs.attach(kid, Some(noun), Relation::Conj);
            }
        }
    }
}
