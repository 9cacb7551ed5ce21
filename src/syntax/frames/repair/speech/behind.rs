//! Clauses right behind a verb of saying that the parser hangs elsewhere: "said it had “no part in it”", "insisting Chad lied".
//!
//! In: arcs and a verb of speech without a content. Out: arcs in which the clause whose subject stands right behind the verb, or
//! that follows a pronoun which can only be a subject, is what the verb reports.

use super::{CLAUSE, saying::SUBJECTS};
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::first_word;
use crate::syntax::frames::words::{TELL, is_utterance, is_weekday, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Gives a verb the clause behind it.
pub(super) fn mend(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, CLAUSE) || listed(TELL, arcs.lemma(verb)) {
        return;
    }
    let next = TokenId::at(behind_circumstance(arcs, verb.index() + 1));
    if next.index() >= arcs.len() || arcs.is_punct(next) {
        return;
    }
    if let Some((subject, clause)) = behind_pronoun(arcs, next) {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        arcs.attach_subject(clause, subject);
    } else if let Some(clause) = loose(arcs, verb, next) {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    } else if let Some((noun, finite, clause)) = within_object(arcs, verb) {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        arcs.attach_subject(clause, noun);
        // "the charges against those detained are part of it": what stands before the copula is the subject's.
        arcs.hand_on(clause, noun, |kid| kid > noun && kid < finite);
    }
}

/// The place behind when or in what something was said: "said Monday", "said on Monday", "said in a statement".
fn behind_circumstance(arcs: &Arcs<'_>, mut at: usize) -> usize {
    loop {
        let article = matches!(arcs.form_at(at + 1), "a" | "an" | "its" | "the");
        at += match arcs.form_at(at) {
            day if is_weekday(day) => 1,
            "on" if is_weekday(arcs.form_at(at + 1)) => 2,
            "in" if article && is_utterance(arcs.form_at(at + 2)) => 3,
            _ => return at,
        };
    }
}

/// "saying the charges against those detained are part of the war", "insisting her words had no weight": a finite verb below
/// the object and outside of its relative clauses, with the predicate that it makes finite.
fn within_object(arcs: &Arcs<'_>, verb: TokenId) -> Option<(TokenId, TokenId, TokenId)> {
    let noun = arcs.with(verb, &[Relation::Obj]).find(|&noun| noun > verb && arcs.is_nominal(noun))?;
    if first_word(arcs, noun).index() != verb.index() + 1 {
        return None;
    }
    let below = arcs.below(noun, |kid| arcs.relation(kid) == Relation::AclRelcl);
    let finite = below.into_iter().find(|&word| word > noun && arcs.xpos(word).is_finite())?;
    let divides = |word: TokenId| {
        arcs.is_relative(word)
            || matches!(arcs.upos(word), Upos::Cconj | Upos::Sconj)
            || matches!(arcs.form(word), "that" | ",")
    };
    if (noun.index() + 1..finite.index()).map(TokenId::at).any(divides)
        || arcs.xpos(finite) == Xpos::Md && arcs.head(finite) == Some(noun)
    {
        return None;
    }
    let clause = match arcs.relation(finite) {
        Relation::Aux | Relation::AuxPass | Relation::Cop => arcs.head(finite)?,
        _ => finite,
    };
    let own = arcs.has(clause, SUBJECTS) || arcs.has(clause, &[Relation::Mark]);
    (clause > noun && !own).then_some((noun, finite, clause))
}

/// "he had no part in it": a pronoun that can only be a subject, or that a finite verb follows at once, and that verb's predicate.
fn behind_pronoun(arcs: &Arcs<'_>, pronoun: TokenId) -> Option<(TokenId, TokenId)> {
    if !matches!(arcs.form(pronoun), "he" | "she" | "they" | "we" | "i" | "it") {
        return None;
    }
    let mut behind = (pronoun.index() + 1..arcs.len()).map(TokenId::at);
    let finite = behind.find(|&word| arcs.upos(word) != Upos::Adv).filter(|&word| arcs.xpos(word).is_finite())?;
    let predicate = match arcs.relation(finite) {
        Relation::Aux | Relation::AuxPass | Relation::Cop => arcs.head(finite)?,
        _ => finite,
    };
    (predicate > pronoun && !arcs.has(predicate, SUBJECTS)).then_some((pronoun, predicate))
}

/// "insisting Chad had no power": a finite clause that begins right behind the verb and is joined to a verb before it.
fn loose(arcs: &Arcs<'_>, verb: TokenId, next: TokenId) -> Option<TokenId> {
    (next.index()..arcs.len()).map(TokenId::at).find(|&clause| {
        let begins = arcs.with(clause, SUBJECTS).any(|subject| subject < clause && first_word(arcs, subject) == next);
        let head = arcs.head(clause);
        // "said in a statement it had left", where the clause is taken for one about the statement.
        let joined = match arcs.relation(clause) {
            Relation::Conj | Relation::Parataxis | Relation::Appos => head.is_some_and(|head| head < verb),
            Relation::AclRelcl | Relation::Acl | Relation::Advcl => {
                head.is_some_and(|head| verb <= head && head < next && next.index() > verb.index() + 1)
            }
            _ => false,
        };
        begins
            && joined
            && arcs.is_finite(clause)
            && !arcs.has(clause, &[Relation::Cc, Relation::Mark])
            && arcs.xpos(next) != Xpos::Wdt
    })
}
