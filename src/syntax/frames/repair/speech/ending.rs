//! Statements that end with who says so, whatever the tagger took the verb for: "Talks failed, say Chad and Togo."
//!
//! In: arcs. Out: arcs in which a verb of saying right behind a comma or a quotation, with a name or people behind it and no
//! other verb, heads what stands before the comma. "Say", "comments" and "reports" look like other words there, and a past
//! form like a second act of the subject. The order of the words tells them apart.

use super::after_quote;
use super::commas::{comma_before, main_clause, plain_noun, report, taken_for_modifier};
use super::saying::SUBJECTS;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{INVERTING, can_speak, is_utterance, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Finds such endings.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for verb in arcs.tokens() {
        if listed(INVERTING, arcs.lemma(verb)) || matches!(arcs.lemma(verb), "demand" | "urge") {
            between(arcs, verb);
            inverted(arcs, verb);
            plural(arcs, verb);
        }
    }
}

/// "The raid, said Jane Doe, was a crime": the noun before the first comma is the subject of what is said behind the second.
fn between(arcs: &mut Arcs<'_>, verb: TokenId) {
    let comma = arcs.before(verb).filter(|&comma| arcs.form(comma) == "," && arcs.xpos(verb).is_finite());
    let subject = arcs.with(verb, &[Relation::Nsubj]).find(|&subject| Some(subject) < comma);
    let Some((speaker, end)) = speaker_behind(arcs, verb).filter(|&(_, end)| arcs.form_at(end) == ",") else { return };
    let content = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| {
        kid.index() > end && arcs.is_finite(kid) && !arcs.with(kid, SUBJECTS).any(|own| own.index() > end)
    });
    // "The letter, which runs to two pages, says the owner, Jane Doe, was paid": papers speak, and owners are paid.
    let paper =
        |subject: TokenId| is_utterance(arcs.lemma(subject)) && arcs.has(subject, &[Relation::AclRelcl, Relation::Acl]);
    if let Some((_, content)) = subject.zip(content).filter(|&(subject, _)| paper(subject)) {
        arcs.attach_subject(content, speaker);
        return;
    }
    if let Some((subject, content)) = subject.zip(content) {
        arcs.attach_subject(content, subject);
        arcs.attach(speaker, Some(verb), Relation::Nsubj);
    }
}

/// "Talks failed, say Chad and Togo, who …", "“It failed,” comments Jane Doe", "Talks failed, reported the Tribune on Monday".
fn inverted(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(before) = arcs.before(verb) else { return };
    let quoted = after_quote(arcs, verb);
    let own = arcs.with(verb, SUBJECTS).any(|subject| subject > verb);
    if !quoted && arcs.form(before) != "," || arcs.quotes[verb.index()] != 0 || arcs.has(verb, &[Relation::Cc]) || own {
        return;
    }
    let Some(tag) = tag(arcs, verb) else { return };
    let Some((speaker, end)) = speaker_behind(arcs, verb) else { return };
    // "fled, claimed asylum and …": a past form with more behind it goes on with what somebody does.
    if tag == Xpos::Vbd && !ends(arcs, end) {
        return;
    }
    if quoted {
        // What is quoted stands before it already; the verb only has to be one.
        if !arcs.xpos(verb).is_finite() && arcs.head(verb).is_some_and(|head| head < verb) {
            arcs.retag(verb, Upos::Verb, tag);
            arcs.relabel(verb, Relation::Parataxis);
            arcs.attach(speaker, Some(verb), Relation::Nsubj);
        }
        return;
    }
    let front = 0..before.index();
    let Some(content) = main_clause(arcs, front.clone()).or_else(|| taken_for_modifier(arcs, verb, front.clone()))
    else {
        return;
    };
    // "Chad should act, urge experts": behind a duty, and nowhere else, who stands behind the verb urges it.
    let owed = || arcs.with(content, &[Relation::Aux]).any(|aux| matches!(arcs.form(aux), "must" | "should"));
    if !listed(INVERTING, arcs.lemma(verb)) && !owed() {
        return;
    }
    arcs.retag(verb, Upos::Verb, tag);
    report(arcs, verb, speaker, content, front);
}

/// "Talks resumed today, Radio Doe's Tatar service reports.": at the end of a sentence the plural is a verb.
fn plural(arcs: &mut Arcs<'_>, verb: TokenId) {
    let last = (verb.index() + 1..arcs.len()).all(|at| arcs.is_punct(TokenId::at(at)));
    if arcs.xpos(verb) != Xpos::Nns || !last || arcs.quotes[verb.index()] != 0 {
        return;
    }
    let Some(comma) = comma_before(arcs, verb.index()) else { return };
    let stretch = comma + 1..verb.index();
    if stretch.is_empty() {
        return;
    }
    let words = stretch.clone().map(TokenId::at);
    let named = words.clone().any(|word| arcs.upos(word) == Upos::Propn || arcs.form(word) == "'s");
    let noun = TokenId::at(verb.index() - 1);
    let article = arcs.upos(TokenId::at(stretch.start)) == Upos::Det && can_speak(arcs.lemma(noun));
    let plain = words.clone().all(|word| !matches!(arcs.upos(word), Upos::Verb | Upos::Aux | Upos::Cconj));
    if !plain || !(named || article) || !arcs.is_nominal(noun) {
        return;
    }
    let Some(content) = main_clause(arcs, 0..comma) else { return };
    arcs.retag(verb, Upos::Verb, Xpos::Vbz);
    arcs.attach(noun, Some(verb), Relation::Nsubj);
    arcs.hand_on(verb, noun, |kid| kid < noun);
    report(arcs, verb, noun, content, 0..comma);
}

/// The finite tag of a verb's form in such a place; none for "saying".
fn tag(arcs: &Arcs<'_>, verb: TokenId) -> Option<Xpos> {
    let (form, lemma) = (arcs.form(verb), arcs.lemma(verb));
    match arcs.xpos(verb) {
        Xpos::Vbg => None,
        finite @ (Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) => Some(finite),
        Xpos::Vbn => Some(Xpos::Vbd),
        _ if form == lemma => Some(Xpos::Vbp),
        _ => Some(Xpos::Vbz),
    }
}

/// Whoever the words right behind the verb mean, and where they end.
fn speaker_behind(arcs: &Arcs<'_>, verb: TokenId) -> Option<(TokenId, usize)> {
    let from = verb.index() + 1;
    let stops = |at: usize| {
        let word = TokenId::at(at);
        arcs.is_punct(word) && arcs.form(word) != "-" || matches!(arcs.form(word), "on" | "in" | "at" | "during")
    };
    let end = (from..arcs.len()).find(|&at| stops(at)).unwrap_or(arcs.len());
    let speaker = plain_noun(arcs, from..end)?;
    let speaks = match arcs.upos(speaker) {
        Upos::Propn => true,
        Upos::Noun => can_speak(arcs.lemma(speaker)),
        _ => false,
    };
    speaks.then_some((speaker, end))
}

/// Whether nothing but a day, a place or an apposition stands from here on.
fn ends(arcs: &Arcs<'_>, from: usize) -> bool {
    let mut rest = (from..arcs.len()).map(TokenId::at);
    !rest.any(|word| arcs.xpos(word).is_finite() || arcs.upos(word) == Upos::Cconj)
}
