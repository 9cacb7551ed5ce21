//! Lists of names that the parser takes apart: "France, the US and the UK", "France, Germany and rights groups", "Chad and Mali each".
//!
//! In: arcs. Out: arcs in which the members of such a list are coordinated, the later ones with the first, and "each" is none.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Joins the lists of a sentence.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    let mut at = 0;
    while at < arcs.len() {
        let members = list_at(arcs, at);
        if let [first, .., last] = members.as_slice() {
            at = last.index();
            if is_one(arcs, &members) {
                for &member in &members[1..] {
                    arcs.attach(member, Some(*first), Relation::Conj);
                }
            }
        }
        at += 1;
    }
    for noun in arcs.tokens() {
        names_and_people(arcs, noun);
        name_and_another(arcs, noun);
        each(arcs, noun);
    }
}

/// "France, Germany and rights groups urged", where "rights" is taken for the list's last member and "groups" for another
/// subject, or for what the list modifies.
fn names_and_people(arcs: &mut Arcs<'_>, people: TokenId) {
    let plural = arcs.xpos(people) == Xpos::Nns && arcs.upos(people) == Upos::Noun;
    let modifiers = (0..people.index()).rev().map(TokenId::at);
    let modifiers = modifiers.take_while(|&word| matches!(arcs.upos(word), Upos::Noun | Upos::Adj));
    let Some(first) = modifiers.last().filter(|_| plural) else { return };
    let and = arcs.before(first).filter(|&and| matches!(arcs.form(and), "and" | "or"));
    let last = (first.index()..people.index()).map(TokenId::at).find(|&word| arcs.relation(word) == Relation::Conj);
    let name = last.and_then(|last| arcs.head(last)).filter(|&name| arcs.upos(name) == Upos::Propn && name < first);
    let Some(((and, last), name)) = and.zip(last).zip(name) else { return };
    if arcs.head(name) == Some(people) {
        arcs.replace(people, name, Relation::Conj);
    } else if arcs.head(people) == arcs.head(name) && arcs.relation(people) == arcs.relation(name) {
        arcs.attach(people, Some(name), Relation::Conj);
    } else {
        return;
    }
    let modifies = if arcs.upos(last) == Upos::Adj { Relation::Amod } else { Relation::Compound };
    arcs.attach(last, Some(people), modifies);
    arcs.attach(and, Some(people), Relation::Cc);
}

/// "the United Nations and a doctors' group said", where the name is taken for a part of "group": what "and a" parts from a noun is
/// no part of it.
fn name_and_another(arcs: &mut Arcs<'_>, noun: TokenId) {
    let and =
        |at: usize| matches!(arcs.form_at(at), "and" | "or") && matches!(arcs.form_at(at + 1), "a" | "an" | "the");
    let name = arcs
        .with(noun, &[Relation::Compound])
        .find(|&name| arcs.upos(name) == Upos::Propn && name.index() + 2 < noun.index() && and(name.index() + 1));
    let Some(name) = name else { return };
    let (cc, article) = (TokenId::at(name.index() + 1), TokenId::at(name.index() + 2));
    let owner = arcs.with(name, &[Relation::Conj]).find(|&kid| kid > article && kid < noun);
    arcs.replace(noun, name, Relation::Conj);
    arcs.hand_on(noun, name, |kid| kid < name);
    arcs.attach(cc, Some(noun), Relation::Cc);
    if let Some(owner) = owner {
        arcs.attach(owner, Some(noun), Relation::NmodPoss);
    } else {
        arcs.attach(article, Some(noun), Relation::Det);
    }
}

/// "Chad and Mali each said": it says of the list that all of it does so, and is no subject of its own.
fn each(arcs: &mut Arcs<'_>, each: TokenId) {
    let verb = TokenId::at((each.index() + 1).min(arcs.len() - 1));
    let before = arcs.before(each).filter(|_| arcs.form(each) == "each");
    let Some(before) = before.filter(|&before| arcs.is_nominal(before) && arcs.upos(verb) == Upos::Verb) else {
        return;
    };
    let list = arcs.ancestors(before).chain([before]).find(|&noun| {
        noun <= before && arcs.with(noun, &[Relation::Conj]).any(|kid| kid <= before) && arcs.is_nominal(noun)
    });
    let Some(list) = list.filter(|_| arcs.head(verb) == Some(each) || arcs.head(each) == Some(verb)) else { return };
    if arcs.xpos(verb) == Xpos::Vbn {
        arcs.retag(verb, Upos::Verb, Xpos::Vbd);
    }
    arcs.replace(each, verb, Relation::Advmod);
    arcs.relabel(each, Relation::Advmod);
    if arcs.head(list) != Some(verb) {
        arcs.replace(list, verb, Relation::Nsubj);
        arcs.attach_subject(verb, list);
    }
}

/// The heads of three names or more that begin at a token, with commas between them and "and" or "or" before the last; at
/// least one but the first has an article. Empty where no such list begins.
fn list_at(arcs: &Arcs<'_>, start: usize) -> Vec<TokenId> {
    let (mut members, mut articles, mut at) = (Vec::new(), 0, start);
    let mut last = false;
    loop {
        let article = at < arcs.len() && arcs.form_at(at) == "the";
        let Some(end) = name_end(arcs, at + usize::from(article)) else { return Vec::new() };
        articles += usize::from(article && !members.is_empty());
        members.push(head_of(arcs, at + usize::from(article), end));
        if last {
            return if members.len() > 2 && articles > 0 { members } else { Vec::new() };
        }
        at = end;
        let comma = at < arcs.len() && arcs.form_at(at) == ",";
        at += usize::from(comma);
        last = at < arcs.len() && matches!(arcs.form_at(at), "and" | "or");
        at += usize::from(last);
        if !comma && !last {
            return Vec::new();
        }
    }
}

/// Where the words of a name end that begins at a token.
fn name_end(arcs: &Arcs<'_>, start: usize) -> Option<usize> {
    let end = (start..arcs.len()).find(|&at| arcs.upos(TokenId::at(at)) != Upos::Propn).unwrap_or(arcs.len());
    (end > start).then_some(end)
}

/// The word of a name on which the others hang.
fn head_of(arcs: &Arcs<'_>, start: usize, end: usize) -> TokenId {
    let inside = |token: TokenId| (start..end).contains(&token.index());
    let outermost = |&token: &TokenId| arcs.head(token).is_none_or(|head| !inside(head));
    (start..end).map(TokenId::at).find(outermost).unwrap_or(TokenId::at(end - 1))
}

/// Whether names are one list, and not the end of a phrase before a subject: "In Kenya, the US and the UK agreed".
fn is_one(arcs: &Arcs<'_>, members: &[TokenId]) -> bool {
    let first = members[0];
    let subject = members[1..].iter().find(|&&member| arcs.relation(member) == Relation::Nsubj);
    let Some(verb) = subject.and_then(|&member| arcs.head(member)) else { return true };
    let own = arcs.head(first) == Some(verb) && arcs.relation(first) == Relation::Nsubj;
    own || arcs.with(verb, &[Relation::Nsubj]).any(|kid| kid < first)
}
