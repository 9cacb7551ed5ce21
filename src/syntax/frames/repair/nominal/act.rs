//! Nouns for what is done, and who and whom their phrases name: "the adoption of the law by the Senate", "a complaint against Mali
//! with the court", "a law banning imports".
//!
//! In: arcs and a token. Out: arcs in which phrases with "by", "of", "against" and "with", and what a law does, belong to the noun.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{CHARGING, COMPLAINTS, is_utterance, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "crimes against humanity against Muslims": the second phrase says of the crimes whom they hit.
pub(super) fn against_humanity(arcs: &mut Arcs<'_>, token: TokenId) {
    if arcs.form(token) != "humanity" || arcs.preposition(token) != "against" {
        return;
    }
    if let Some(crime) = arcs.head(token).filter(|&crime| crime < token && arcs.is_nominal(crime)) {
        arcs.hand_on(token, crime, |kid| kid > token);
    }
}

/// "the adoption of the law by the Senate", "the arrest by Mali of two poets": who does what a noun says, and to whom, both belong to
/// the noun.
pub(super) fn of_act(arcs: &mut Arcs<'_>, phrase: TokenId) {
    let before = arcs.head(phrase).filter(|&before| before < phrase && arcs.relation(phrase) == Relation::Nmod);
    let act = before.and_then(|before| arcs.head(before)).filter(|&act| Some(act) < before && is_act(arcs.lemma(act)));
    let Some((before, act)) = before.zip(act) else { return };
    let pair = (arcs.preposition(before), arcs.preposition(phrase));
    // "the section of the report by Oxfam": who wrote it.
    let paper = matches!(
        arcs.lemma(before),
        "article" | "book" | "document" | "letter" | "paper" | "poll" | "report" | "statement" | "study" | "survey"
    );
    let doer = matches!((&*pair.0, &*pair.1), ("of", "by")) && !is_act(arcs.lemma(before)) && !paper;
    let done_to = matches!((&*pair.0, &*pair.1), ("by", "of")) && arcs.upos(before) == Upos::Propn;
    if doer || done_to {
        arcs.attach(phrase, Some(act), Relation::Nmod);
    }
}

/// Whether a noun tells what is done to something, by its ending or as a word of harm.
fn is_act(lemma: &str) -> bool {
    let ends = ["age", "ing", "ment", "sion", "tion", "zure"].iter().any(|end| lemma.ends_with(end));
    ends && lemma.len() > 6 || matches!(lemma, "abuse" | "arrest" | "capture" | "closure" | "murder" | "rape" | "sale")
}

/// "a complaint against Mali with the court", "a case at the court against Mali": both phrases say of the complaint where and against
/// whom it is made, of an official "at the ministry" where he works.
pub(super) fn lodged_with(arcs: &mut Arcs<'_>, phrase: TokenId) {
    let before = arcs.head(phrase).filter(|&before| before < phrase && arcs.relation(phrase) == Relation::Nmod);
    let complaint = before
        .and_then(|before| arcs.head(before))
        .filter(|&noun| Some(noun) < before && listed(COMPLAINTS, arcs.lemma(noun)));
    let Some((before, complaint)) = before.zip(complaint) else { return };
    let fits = match (arcs.preposition(before).as_str(), arcs.preposition(phrase).as_str()) {
        ("against", "with" | "before") | ("with" | "before" | "at" | "to", "against") => true,
        ("against", "at") => arcs.upos(before) == Upos::Propn,
        _ => false,
    };
    if fits {
        arcs.attach(phrase, Some(complaint), Relation::Nmod);
    }
}

/// "a visit by Jane Doe to Togo", "a visit to Togo by Jane Doe": a name takes no phrase with "by" or "to", but the noun before it.
pub(super) fn of_name(arcs: &mut Arcs<'_>, token: TokenId) {
    let Some(name) = arcs.head(token).filter(|&name| name < token && arcs.upos(name) == Upos::Propn) else { return };
    let (inner, outer) = (arcs.preposition(token), arcs.preposition(name));
    let swapped = matches!((outer.as_str(), inner.as_str()), ("by", "to") | ("to", "by"));
    let noun = arcs.head(name).filter(|&noun| arcs.upos(noun) == Upos::Noun && noun < name);
    let nested = arcs.relation(token) == Relation::Nmod && arcs.relation(name) == Relation::Nmod;
    if let Some(noun) = noun.filter(|_| swapped && nested) {
        arcs.attach(token, Some(noun), Relation::Nmod);
    }
}

/// "fined ten of the officers accused of theft": right behind a noun and without "and", an accused one is no accuser.
pub(super) fn charged(arcs: &mut Arcs<'_>, verb: TokenId) {
    let loose = arcs.relation(verb) == Relation::Conj && listed(CHARGING, arcs.lemma(verb));
    let bare = !arcs.has(verb, &[Relation::Cc, Relation::Obj, Relation::Nsubj, Relation::Aux]);
    let of = arcs.form_at(verb.index() + 1) == "of";
    let noun = arcs.before(verb).filter(|&noun| loose && bare && of && arcs.upos(noun) == Upos::Noun);
    if let Some(noun) = noun {
        arcs.retag(verb, Upos::Verb, Xpos::Vbn);
        arcs.attach(verb, Some(noun), Relation::Acl);
    }
}

/// "passed a law banning imports", where the imports are taken for the head.
pub(super) fn law_doing(arcs: &mut Arcs<'_>, gerund: TokenId) {
    let law = arcs.before(gerund).filter(|&law| arcs.xpos(gerund) == Xpos::Vbg && is_utterance(arcs.lemma(law)));
    let Some(law) = law.filter(|&law| arcs.relation(law) == Relation::Compound) else { return };
    let Some(object) = arcs.head(gerund).filter(|&object| arcs.head(law) == Some(object) && object > gerund) else {
        return;
    };
    arcs.replace(object, law, Relation::Dep);
    arcs.hand_on(object, law, |kid| kid < law);
    arcs.attach(gerund, Some(law), Relation::Acl);
    arcs.attach(object, Some(gerund), Relation::Obj);
}

/// "sued Peru over a law banning imports": what the law does, and not who sues.
pub(super) fn law_that_bans(arcs: &mut Arcs<'_>, gerund: TokenId) {
    let clause = arcs.xpos(gerund) == Xpos::Vbg && arcs.relation(gerund) == Relation::Advcl;
    let law = arcs.before(gerund).filter(|&law| {
        let kind = matches!(
            arcs.lemma(law),
            "act" | "bill" | "decree" | "directive" | "law" | "order" | "regulation" | "rule"
        );
        kind && arcs.upos(law) == Upos::Noun && arcs.head(law) == arcs.head(gerund)
    });
    if let Some(law) = law.filter(|_| clause) {
        arcs.attach(gerund, Some(law), Relation::Acl);
    }
}
