//! Lists of names whose articles the parser takes for new phrases: "France, the US and the UK".
//!
//! In: arcs. Out: arcs in which the names of such a list are coordinated, the later ones with the first.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::{Relation, TokenId, Upos};

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
