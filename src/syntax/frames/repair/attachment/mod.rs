//! Clauses that the parser hangs on the wrong word: coordinated verbs, "according to", "going to".
//!
//! In: arcs. Out: arcs with the clauses where English grammar must have them: a finite verb is never coordinated with a
//! noun or an infinitive (`coordination`). Where two places are possible, nothing is moved.

mod coordination;

use super::{nominal, relative, subject};
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{SPEECH, TIME, listed, opens_occasion};
use crate::syntax::{Relation, TokenId, Upos, Xpos};
use coordination::clause_like;

/// Moves clauses to where they belong.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    subject::mend(arcs);
    for token in arcs.tokens() {
        nominal::mend(arcs, token);
        opening_participle(arcs, token);
        participle_subject(arcs, token);
        if arcs.form(token) == "going" {
            going_to(arcs, token);
        }
        if arcs.relation(token) == Relation::Conj {
            coordination::coordinate(arcs, token);
        }
        if matches!(arcs.xpos(token), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss) {
            relative::mend(arcs, token);
        }
        if arcs.form(token) == "that" && arcs.relation(token) == Relation::Mark {
            that_clause(arcs, token);
        }
        if matches!(arcs.lemma(token), "accusation" | "allegation" | "charge" | "complaint") {
            against_whom(arcs, token);
        }
        if arcs.form(token) == "according" {
            according(arcs, token);
        }
        if opens_occasion(arcs.form(token)) {
            subordinate(arcs, token);
        }
        if matches!(arcs.form(token), "after" | "before") {
            opening_day(arcs, token);
        }
        absolute_member(arcs, token);
        if arcs.form(token) == "with" && arcs.upos(token) != Upos::Adv {
            absolute(arcs, token);
        }
    }
}

/// What is done against somebody who is not accused of it: "accusations of crimes against the Rohingya".
const DONE_TO: [&str; 20] = [
    "abuse",
    "aggression",
    "assault",
    "atrocity",
    "attack",
    "campaign",
    "crime",
    "cruelty",
    "discrimination",
    "genocide",
    "hatred",
    "offence",
    "persecution",
    "plot",
    "racism",
    "terrorism",
    "threat",
    "violation",
    "violence",
    "war",
];

/// "accusations of torture against Chad": whom they are against is the accusations' and not what they are of.
fn against_whom(arcs: &mut Arcs<'_>, noun: TokenId) {
    let of = arcs.with(noun, &[Relation::Nmod]).find(|&kid| kid > noun && arcs.preposition(kid) == "of");
    let against = of.filter(|&of| !DONE_TO.contains(&arcs.lemma(of))).and_then(|of| {
        let named = |kid: TokenId| kid > of && arcs.preposition(kid) == "against" && arcs.upos(kid) == Upos::Propn;
        arcs.with(of, &[Relation::Nmod]).find(|&kid| named(kid))
    });
    if let Some(against) = against {
        arcs.attach(against, Some(noun), Relation::Nmod);
    }
}

/// "Having condemned Iran, France praised Jordan": a participle before the subject is no content of the verb.
fn opening_participle(arcs: &mut Arcs<'_>, token: TokenId) {
    if arcs.relation(token) != Relation::Ccomp || !arcs.is_gerund(token) || arcs.has(token, &[Relation::Nsubj]) {
        return;
    }
    let Some(verb) = arcs.head(token).filter(|&verb| verb > token) else { return };
    let subject = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass]).find(|&kid| kid > token && kid < verb);
    if subject.is_some_and(|subject| after_break(arcs, subject)) && arcs.quotes[token.index()] == 0 {
        arcs.relabel(token, Relation::Advcl);
    }
}

/// "A letter seen by X says", where the parser takes "letter seen" for a clause that is the subject.
fn participle_subject(arcs: &mut Arcs<'_>, token: TokenId) {
    let subject = matches!(arcs.relation(token), Relation::Nsubj | Relation::NsubjPass | Relation::Csubj);
    if !subject
        || !arcs.is_verb(token)
        || arcs.xpos(token) != Xpos::Vbn
        || arcs.has(token, &[Relation::Aux, Relation::AuxPass])
    {
        return;
    }
    let noun = arcs.with(token, &[Relation::Nsubj, Relation::NsubjPass]).find(|&kid| kid < token);
    if let Some(noun) = noun {
        let relation = arcs.relation(token);
        arcs.replace(token, noun, Relation::Acl);
        let subject = if relation == Relation::NsubjPass { relation } else { Relation::Nsubj };
        arcs.relabel(noun, subject);
    }
}

/// "is going to visit": "visit" is the verb, "going" its auxiliary.
fn going_to(arcs: &mut Arcs<'_>, going: TokenId) {
    let verb = arcs.with(going, &[Relation::Xcomp]).find(|&kid| kid > going && arcs.marked(kid, "to"));
    let Some(verb) = verb.filter(|_| arcs.xpos(going) == Xpos::Vbg && arcs.has(going, &[Relation::Aux])) else {
        return;
    };
    arcs.replace(going, verb, Relation::Aux);
    arcs.hand_on(going, verb, |_| true);
    arcs.retag(going, Upos::Aux, Xpos::Vbg);
    let mark = arcs.with(verb, &[Relation::Mark]).find(|&mark| arcs.form(mark) == "to");
    if let Some(mark) = mark {
        arcs.relabel(mark, Relation::Dep);
    }
}

/// "confirmed, among other things, that … and that …": "that" clauses after a break or "and" are the verb's.
fn that_clause(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = arcs
        .head(mark)
        .filter(|&clause| clause > mark && arcs.has(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]))
    else {
        return;
    };
    let Some(before) = arcs.before(mark) else { return };
    if arcs.relation(clause) == Relation::Ccomp && arcs.head(clause).is_some_and(|head| arcs.is_verb(head)) {
        return;
    }
    if matches!(arcs.form(before), "and" | "or" | "but") {
        let earlier = (0..mark.index())
            .rev()
            .map(TokenId::at)
            .find(|&at| arcs.form(at) == "that" && arcs.relation(at) == Relation::Mark);
        // "said ties were good, and that they would last"
        let reported = || {
            let speaks = |&at: &TokenId| arcs.is_verb(at) && listed(SPEECH, arcs.lemma(at));
            let verb = (0..mark.index()).rev().map(TokenId::at).find(speaks)?;
            arcs.with(verb, &[Relation::Ccomp]).find(|&content| verb < content && content < mark)
        };
        let first = earlier.and_then(|at| arcs.head(at)).or_else(reported);
        if let Some(first) = first.filter(|&first| first < mark) {
            arcs.attach(clause, Some(first), Relation::Conj);
            arcs.attach(before, Some(clause), Relation::Cc);
        }
    } else if arcs.form(before) == "," {
        let verb = arcs.ancestors(clause).find(|&above| above < mark && arcs.is_verb(above));
        if let Some(verb) = verb.filter(|&verb| listed(SPEECH, arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Ccomp]))
        {
            arcs.attach(clause, Some(verb), Relation::Ccomp);
        }
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
    // "told the council according to remarks": the hearer is no part of the source.
    let hearer = arcs.with(source, &[Relation::Compound, Relation::Flat, Relation::Nmod]).rfind(|&kid| kid < word);
    if let Some(hearer) = hearer {
        arcs.part(source, hearer, Relation::Obj, Relation::Obl);
        arcs.attach(word, Some(source), Relation::Case);
    }
    if arcs.head(source).is_none() {
        headed_by_source(arcs, source);
    }
    let clause = arcs.ancestors(source).find(|&above| clause_like(arcs, above));
    let Some(mut clause) = clause else { return };
    // "X said it would go, according to a letter": the letter says that X said so.
    let last = arcs.below(source, |_| false).last().is_some_and(|last| last.index() + 2 >= arcs.len());
    while last && after_break(arcs, source) && arcs.relation(clause) == Relation::Ccomp {
        let Some(above) = arcs.head(clause).filter(|&above| above < clause && arcs.is_finite(above)) else { break };
        if arcs.quotes[above.index()] != arcs.quotes[source.index()] {
            break;
        }
        clause = above;
    }
    let taken_for_subject = matches!(arcs.relation(source), Relation::Nsubj | Relation::NsubjPass);
    arcs.attach(source, Some(clause), Relation::Obl);
    // "According to the paper, X, the chairman, said": what follows the comma is the subject.
    let next = arcs
        .with(source, &[Relation::Appos, Relation::Conj])
        .find(|&kid| kid > source && !arcs.has(kid, &[Relation::Cc]));
    if let Some(next) = next.filter(|&next| taken_for_subject && next < clause) {
        arcs.attach_subject(clause, next);
        arcs.hand_on(source, next, |later| later > next);
    }
}

/// "According to a report by experts, forces engaged in abuse": behind the comma stands the clause, whose verb the parser
/// takes for a participle.
fn headed_by_source(arcs: &mut Arcs<'_>, source: TokenId) {
    let Some(comma) = (source.index()..arcs.len()).find(|&at| arcs.form_at(at) == ",") else { return };
    let found = (comma + 1..arcs.len()).map(TokenId::at).find_map(|verb| {
        let noun = arcs.before(verb).filter(|&noun| noun.index() > comma && arcs.head(verb) == Some(noun))?;
        let participle = arcs.relation(verb) == Relation::Acl && matches!(arcs.xpos(verb), Xpos::Vbn | Xpos::Vbd);
        (participle && arcs.is_nominal(noun) && arcs.preposition(noun).is_empty()).then_some((noun, verb))
    });
    if let Some((noun, verb)) = found {
        arcs.retag(verb, Upos::Verb, Xpos::Vbd);
        arcs.replace(source, verb, Relation::Obl);
        arcs.attach(noun, Some(verb), Relation::Nsubj);
        return;
    }
    // "According to the group Oxfam, people are held": a clause with its own subject behind the comma.
    let subjects = [Relation::Nsubj, Relation::NsubjPass, Relation::Expl];
    let clause = arcs.below(source, |_| false).into_iter().find(|&verb| {
        let own = arcs.with(verb, &subjects).any(|subject| subject.index() > comma && !arcs.is_relative(subject));
        verb.index() > comma && own && clause_like(arcs, verb)
    });
    if let Some(clause) = clause.filter(|&clause| !arcs.has(clause, &[Relation::Mark])) {
        arcs.replace(source, clause, Relation::Obl);
    }
}

/// "with X advancing and Y saying that …": a name right before a participle is its subject, and no place where X advances.
fn absolute_member(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(name) = arcs.before(verb).filter(|&name| arcs.upos(name) == Upos::Propn) else { return };
    let Some(first) = arcs.head(verb).filter(|&first| first < name && arcs.xpos(first) == Xpos::Vbg) else { return };
    let joined = arcs.relation(name) == Relation::Conj
        && arcs.has(name, &[Relation::Cc])
        && arcs.ancestors(name).any(|above| above == first);
    if joined && arcs.xpos(verb) == Xpos::Vbg && !arcs.has(verb, &[Relation::Nsubj]) && arcs.marked(first, "with") {
        arcs.attach(verb, Some(first), Relation::Conj);
        arcs.attach(name, Some(verb), Relation::Nsubj);
    }
}

/// "with X, a critic, calling them …": the participle's subject is X.
fn absolute(arcs: &mut Arcs<'_>, with: TokenId) {
    let Some(noun) = arcs.head(with).filter(|&noun| arcs.relation(with) == Relation::Case && arcs.is_nominal(noun))
    else {
        return;
    };
    let Some(verb) = verb_after(arcs, noun) else { return };
    if arcs.xpos(verb) != Xpos::Vbg || arcs.is_finite(verb) {
        return;
    }
    // "criticised a meeting with the bishop, saying it was late": one comma alone parts the participle from the phrase.
    let commas = (noun.index()..verb.index()).filter(|&at| arcs.form_at(at) == ",").count();
    if commas == 1 && listed(SPEECH, arcs.lemma(verb)) && after_break(arcs, verb) {
        return;
    }
    if arcs.preposition(verb).is_empty() && !arcs.has(verb, &[Relation::Nsubj, Relation::Mark]) {
        arcs.attach(verb, Some(noun), Relation::Acl);
    }
}

/// The verb of the words right after a noun phrase and its commas, where it has no subject and no conjunction yet.
fn verb_after(arcs: &Arcs<'_>, noun: TokenId) -> Option<TokenId> {
    let inside = |token: TokenId| token == noun || arcs.ancestors(token).any(|above| above == noun);
    let next =
        (noun.index() + 1..arcs.len()).map(TokenId::at).find(|&token| !inside(token) && !arcs.is_punct(token))?;
    let auxiliary = matches!(arcs.relation(next), Relation::Aux | Relation::AuxPass | Relation::Advmod);
    // "after documents, leaked in May, revealed it"
    let participle = arcs.xpos(next) == Xpos::Vbn && matches!(arcs.relation(next), Relation::Acl | Relation::Advcl);
    let verb = match auxiliary || participle {
        true => arcs.head(next).filter(|&head| head > next)?,
        false => next,
    };
    arcs.is_verb(verb).then_some(verb)
}

/// "A day after Doe claimed it": the time, who claimed it, and the word between them, where "a day" is taken for who claimed it.
pub(super) fn day_after(arcs: &Arcs<'_>, clause: TokenId) -> Option<[TokenId; 3]> {
    let time = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).find(|&kid| kid < clause)?;
    let name = arcs.with(time, &[Relation::Nmod]).find(|&kid| time < kid && kid < clause)?;
    let after = arcs.with(name, &[Relation::Case]).find(|&case| case.index() == time.index() + 1)?;
    opens_occasion(arcs.form(after)).then_some([time, name, after])
}

/// Gives a clause of time or reason its own subject and the word that opens it.
pub(super) fn open_clause(arcs: &mut Arcs<'_>, clause: TokenId, subject: TokenId, word: TokenId) {
    arcs.attach_subject(clause, subject);
    arcs.attach(word, Some(clause), Relation::Mark);
}

/// "A day after Doe claimed it, Chad denied it": the first clause says when.
fn opening_day(arcs: &mut Arcs<'_>, after: TokenId) {
    let Some(verb) = arcs.ancestors(after).nth(2).filter(|&verb| arcs.is_verb(verb) && arcs.is_finite(verb)) else {
        return;
    };
    let Some([time, name, _]) = day_after(arcs, verb).filter(|found| found[2] == after) else { return };
    if arcs.before(first_word(arcs, time)).is_some() || !listed(TIME, arcs.lemma(time)) {
        return;
    }
    let whole = |kid: TokenId| {
        let subject = arcs.with(kid, &[Relation::Nsubj, Relation::NsubjPass]).next();
        let comma = subject.and_then(|subject| arcs.before(first_word(arcs, subject)));
        kid > verb && arcs.is_finite(kid) && comma.is_some_and(|comma| arcs.form(comma) == ",")
    };
    let behind = arcs.with(verb, &[Relation::Parataxis, Relation::Conj]).find(|&kid| whole(kid));
    let Some(main) = behind.or_else(|| arcs.head(verb).filter(|&main| whole(main))) else { return };
    if behind.is_some() {
        arcs.replace(verb, main, Relation::Advcl);
    } else {
        arcs.relabel(verb, Relation::Advcl);
    }
    arcs.attach(time, Some(verb), Relation::Dep);
    open_clause(arcs, verb, name, after);
}

/// "after the government allowed it", where the parser takes "after" for a preposition.
fn subordinate(arcs: &mut Arcs<'_>, word: TokenId) {
    let Some(noun) = arcs.head(word).filter(|&noun| arcs.relation(word) == Relation::Case && arcs.is_nominal(noun))
    else {
        return;
    };
    let Some(verb) = verb_after(arcs, noun).filter(|&verb| arcs.is_finite(verb)) else { return };
    let taken = [Relation::Nsubj, Relation::NsubjPass, Relation::Cc, Relation::Mark, Relation::Expl];
    let free = matches!(
        arcs.relation(verb),
        Relation::Ccomp | Relation::Conj | Relation::Parataxis | Relation::Dep | Relation::Advcl
    );
    let Some(place) = arcs.head(verb).filter(|&place| place < word && free && !arcs.has(verb, &taken)) else { return };
    arcs.attach(verb, Some(place), Relation::Advcl);
    open_clause(arcs, verb, noun, word);
}
