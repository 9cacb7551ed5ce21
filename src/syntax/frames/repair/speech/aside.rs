//! Speech clauses in the middle or at the end of what they report: "The plan, she said, is bad".
//!
//! In: arcs and a verb of speech that hangs on a word of its content. Out: arcs in which it heads the whole content; where no
//! quotation goes on, what stands behind the second comma is none of it.

use super::{CLAUSE, first_of_quote};
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{SPEECH, listed, opens_occasion};
use crate::syntax::{Relation, TokenId, Xpos};

/// "It showed, they reported, that it was late": what stands behind the aside is what it showed, and they reported all of it.
pub(super) fn told_aside(arcs: &mut Arcs<'_>, verb: TokenId) {
    let aside = matches!(arcs.relation(verb), Relation::Conj | Relation::Parataxis) && !arcs.has(verb, &[Relation::Cc]);
    let Some(first) = arcs.head(verb).filter(|&first| aside && first < verb && listed(SPEECH, arcs.lemma(first)))
    else {
        return;
    };
    let content = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.marked(kid, "that"));
    let commas = arcs.form_at(first.index() + 1) == "," && arcs.form_at(verb.index() + 1) == ",";
    let subjects = [first, verb].iter().all(|&verb| arcs.has(verb, &[Relation::Nsubj]));
    let Some(content) = content.filter(|_| commas && subjects && !arcs.has(first, &[Relation::Ccomp])) else { return };
    arcs.attach(content, Some(first), Relation::Ccomp);
    arcs.replace(first, verb, Relation::Ccomp);
}

/// "They left, she said, a day after …": without a quotation, what follows the second comma is not what she said.
pub(super) fn parenthesis(arcs: &mut Arcs<'_>, verb: TokenId) {
    let between = arcs.relation(verb) == Relation::Parataxis
        && after_break(arcs, verb)
        && arcs.form_at(verb.index() + 1) == ","
        && arcs.quotes[verb.index()] == arcs.quotes.get(verb.index() + 2).copied().unwrap_or(0);
    if !between || arcs.head(verb).is_none_or(|head| head > verb) {
        return;
    }
    let rest = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb);
    if let Some(rest) = rest {
        arcs.attach(rest, Some(verb), Relation::Advcl);
    }
}

/// "The plan, she said, is bad": the speech verb hangs on what it reports, and becomes its head.
pub(super) fn aside(arcs: &mut Arcs<'_>, verb: TokenId) {
    let loose = match arcs.relation(verb) {
        Relation::Parataxis | Relation::Discourse | Relation::Dep | Relation::Appos | Relation::List => true,
        Relation::AclRelcl | Relation::AdvclRelcl | Relation::Acl => {
            after_break(arcs, verb) && !relative_below(arcs, verb)
        }
        // "The plan failed, she added, although it was good"
        Relation::Ccomp => {
            after_break(arcs, verb)
                && arcs.head(verb).is_some_and(|head| head < verb && !listed(SPEECH, arcs.lemma(head)))
                && !arcs.has(verb, &[Relation::Cc, Relation::Mark])
                && arcs.form_at(verb.index() + 1) == ","
        }
        Relation::Conj | Relation::Advcl => {
            after_break(arcs, verb)
                && !arcs.has(verb, &[Relation::Cc, Relation::Mark])
                && (first_of_quote(arcs, verb) || ends_sentence(arcs, verb) || ends_before_clause(arcs, verb))
        }
        _ => false,
    };
    let speaks = arcs.has(verb, &[Relation::Nsubj]) && arcs.is_finite(verb) && !arcs.has(verb, CLAUSE);
    let Some(head) = arcs.head(verb) else { return };
    // "Even he said as much": nobody's words are given.
    if arcs.form_at(verb.index() + 1) == "as" && arcs.form_at(verb.index() + 2) == "much" {
        return;
    }
    // "Chad attacked Togo; Togo denied it": its object stands for what it denies.
    let object = |kid: TokenId| kid > verb && matches!(arcs.form(kid), "it" | "this" | "that");
    if arcs.with(verb, &[Relation::Obj]).any(object) {
        return;
    }
    let first = first_word(arcs, verb);
    // "Chad said it would go; Mali did not reply": a semicolon parts whole sentences.
    let parted = arcs.before(first).is_some_and(|mark| arcs.form(mark) == ";" && arcs.quotes[mark.index()] == 0);
    if !loose || !speaks || parted || first < first_word(arcs, head) {
        return;
    }
    let content = outermost(arcs, verb, head);
    arcs.replace(content, verb, Relation::Ccomp);
}

/// "They left, he told AFP, as others stayed": what follows the comma is a clause of its own.
fn ends_before_clause(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    const NEAR: usize = 5;
    let comma = (verb.index() + 1..(verb.index() + NEAR).min(arcs.len())).find(|&at| arcs.form_at(at) == ",");
    comma.is_some_and(|comma| opens_clause(arcs, comma + 1))
}

/// Whether a conjunction of time, reason or contrast stands at a place.
fn opens_clause(arcs: &Arcs<'_>, at: usize) -> bool {
    opens_occasion(arcs.form_at(at)) || arcs.form_at(at) == "but"
}

fn ends_sentence(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    (verb.index() + 1..arcs.len()).map(TokenId::at).all(|token| arcs.is_punct(token))
}

fn relative_below(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    arcs.kids(verb).iter().any(|&kid| {
        matches!(arcs.xpos(kid), Xpos::Wdt | Xpos::Wp | Xpos::Wrb)
            || arcs.kids(kid).iter().any(|&below| arcs.xpos(below) == Xpos::WpPoss)
    })
}

/// From the word that the speech verb hangs on up to the head of the whole content: the same quotation, or, where the
/// verb closes the sentence, all before it.
fn outermost(arcs: &Arcs<'_>, verb: TokenId, from: TokenId) -> TokenId {
    let last = arcs.tokens().rev().find(|&token| !arcs.is_punct(token)).unwrap_or(verb);
    let closing = last == verb || arcs.ancestors(last).any(|above| above == verb);
    let quotation = arcs.quotes[from.index()];
    let mut content = from;
    while let Some(above) = arcs.head(content) {
        let same = quotation != 0 && arcs.quotes[above.index()] == quotation;
        let reports =
            listed(SPEECH, arcs.lemma(above)) && arcs.relation(content) == Relation::Ccomp && quotation != 0 && !same;
        if reports || !(same || closing && quotation == 0 || !arcs.is_clause(content)) {
            break;
        }
        content = above;
    }
    content
}
