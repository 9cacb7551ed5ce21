//! The speaker's own second act: "said it was alarmed and asked Chad to act", "denied that it had fired and blamed Iraq".
//!
//! In: arcs, a verb of speech and its content. Out: the verb in the content that is the speaker's own and no part of what he says.
//! Grammar tells it where it can: a past form behind a present one or behind "would", an object behind a passive, a subject that
//! cannot speak. Where the clause's subject may be somebody else who goes on to act, nothing is found.

use super::super::saying::SUBJECTS;
use super::voices_concern;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::repair::complement::keeps_object;
use crate::syntax::frames::words::{AS_VERBS, CHARGING, NAMING, can_speak, is_act_of_speech, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// The verb of the content that is another act of the speaker's.
pub(super) fn act(arcs: &Arcs<'_>, verb: TokenId, content: TokenId) -> Option<TokenId> {
    // "says it is late and has called for …"
    let perfect = |kid: TokenId| {
        arcs.xpos(verb) != Xpos::Vbd && arcs.with(kid, &[Relation::Aux]).all(|aux| arcs.lemma(aux) == "have")
    };
    let joined = arcs.below(content, |_| false).into_iter().filter(|&kid| arcs.relation(kid) == Relation::Conj);
    joined.into_iter().find(|&kid| {
        // "said it was late, and called for …"
        let cc = arcs.with(kid, &[Relation::Cc]).find(|&cc| cc < kid);
        let comma = cc.and_then(|cc| arcs.before(cc)).is_some_and(|before| arcs.form(before) == ",");
        let unsaid = arcs.head(kid).is_some_and(|before| is_others(arcs, verb, kid, before));
        is_act(arcs, verb, kid, content)
            && (comma && arcs.head(kid) == Some(content) || unsaid)
            && (arcs.xpos(kid) == arcs.xpos(verb) || unsaid && arcs.xpos(kid) == Xpos::Vbn)
            && arcs.quotes[kid.index()] == arcs.quotes[verb.index()]
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::AuxPass, Relation::Mark])
            && (!arcs.has(kid, &[Relation::Aux]) || unsaid && perfect(kid))
    })
}

/// Whether a verb tells what people do to people or to what is said.
fn is_act(arcs: &Arcs<'_>, verb: TokenId, kid: TokenId, content: TokenId) -> bool {
    let lemma = arcs.lemma(kid);
    let passive = arcs.has(content, &[Relation::AuxPass]);
    // "denied that Doe was shot and called the claims false"; not "said boats were seized and classified as weapons".
    let judges = passive && (listed(AS_VERBS, lemma) || listed(NAMING, lemma)) && is_active(arcs, kid);
    // "said it would appeal and left": after "would" stands a base form.
    let modal = arcs.has_modal(content) && !passive;
    let past = matches!(arcs.xpos(kid), Xpos::Vbd | Xpos::Vbn) && arcs.head(kid) == Some(content);
    let own = modal && past && is_speaker(arcs, verb, content);
    judges || own || is_act_of_speech(lemma) || voices_concern(arcs, kid)
}

/// Whether a verb joined to a passive has an object of its own, which no passive goes on with: "was shot and called the claims
/// false"; not "was beaten and denied food", "was jailed and branded a traitor".
fn is_active(arcs: &Arcs<'_>, kid: TokenId) -> bool {
    let Some(object) = arcs.with(kid, &[Relation::Obj]).next() else { return false };
    let named = arcs.upos(object) == Upos::Propn;
    let complement = arcs.kids(kid).iter().any(|&more| more > object && arcs.preposition(more) == "as")
        || arcs.has(kid, &[Relation::Xcomp]);
    let naming = listed(NAMING, arcs.lemma(kid)) || listed(AS_VERBS, arcs.lemma(kid));
    named || !keeps_object(arcs, kid, object) && (!naming || complement)
}

/// Whether the subject of a clause of the content is a pronoun for the speaker. "Reuters said he had fled and accused Chad": he is
/// not who speaks, unless he who speaks is "he", too.
fn is_speaker(arcs: &Arcs<'_>, verb: TokenId, clause: TokenId) -> bool {
    let speaker = arcs.with(verb, SUBJECTS).next().map_or("", |subject| arcs.form(subject));
    arcs.with(clause, SUBJECTS).any(|subject| match arcs.form(subject) {
        person @ ("he" | "she") => speaker == person,
        "it" | "they" | "we" => !matches!(speaker, "he" | "she"),
        _ => false,
    })
}

/// Whether the verb that "and" joins to a clause of the content is the speaker's own: the clause's subject is a thing, or what
/// is denied is joined to an accusation ("denied troops had left and accused Iraq", "denied that it had fired and blamed Iraq").
/// Not "that X was beaten and accused", nor "the bishop had lied and accused it", where the speaker is the one accused.
fn is_others(arcs: &Arcs<'_>, verb: TokenId, kid: TokenId, before: TokenId) -> bool {
    let own_deed = arcs.with(before, &[Relation::Nsubj]).any(|subject| arcs.upos(subject) == Upos::Pron);
    let denied =
        arcs.lemma(verb) == "deny" && listed(CHARGING, arcs.lemma(kid)) && (!arcs.marked(before, "that") || own_deed);
    let done_to = listed(CHARGING, arcs.lemma(kid)) || arcs.kids(kid).iter().any(|&kid| arcs.preposition(kid) == "by");
    let passive = arcs.has(before, &[Relation::AuxPass]) && done_to && !arcs.has(kid, &[Relation::Obj]);
    let points_back =
        arcs.with(kid, &[Relation::Obj]).any(|object| arcs.upos(object) == Upos::Pron && arcs.lemma(verb) != "call");
    let naming = listed(NAMING, arcs.lemma(kid));
    let own = is_past_beside_present(arcs, verb, kid, before);
    // "denied that troops had been sent and blamed Iraq": no passive goes on with an object.
    let active = arcs.has(before, &[Relation::AuxPass]) && is_active(arcs, kid);
    let aside = active || is_state_of_speaker(arcs, verb, before);
    !passive && (own || (naming || !points_back) && (denied || aside || is_no_speaker(arcs, before)))
}

/// "said it was alarmed and asked …", "said it had opened an inquiry and urged …": what the speaker tells of himself is how he is,
/// what he will do or has done, and then he speaks again. Not "said he met the mayor and asked him", which goes on with a tale.
fn is_state_of_speaker(arcs: &Arcs<'_>, verb: TokenId, clause: TokenId) -> bool {
    let stative = matches!(
        arcs.lemma(clause),
        "believe" | "fear" | "feel" | "have" | "hope" | "know" | "oppose" | "regret" | "support" | "want"
    );
    let state = stative || arcs.has(clause, &[Relation::Cop]) && arcs.preposition(clause).is_empty();
    let no_tale = |aux: TokenId| arcs.xpos(aux) == Xpos::Md || matches!(arcs.lemma(aux), "have" | "be");
    let active = arcs.with(clause, &[Relation::Aux]).any(no_tale) && !arcs.has(clause, &[Relation::AuxPass]);
    arcs.xpos(verb) == Xpos::Vbd
        && arcs.head(clause) == Some(verb)
        && is_speaker(arcs, verb, clause)
        && (state || active)
}

/// "said the court is biased and called on Chad to close it": a past form goes on with the past verb, and not with the present
/// one between; what looks like a participle is one, unless it has an object.
pub(super) fn is_past_beside_present(arcs: &Arcs<'_>, verb: TokenId, kid: TokenId, before: TokenId) -> bool {
    let small = [Relation::Aux, Relation::AuxPass, Relation::Cop];
    let present = arcs
        .with(before, &small)
        .chain([before])
        .any(|word| matches!(arcs.xpos(word), Xpos::Vbz | Xpos::Vbp) && arcs.form(word) != "have");
    let perfect = arcs.with(before, &small).any(|word| arcs.lemma(word) == "have");
    let whole = || {
        arcs.has(kid, &[Relation::Obj])
            || arcs.with(kid, &[Relation::Obl]).any(|kid| matches!(arcs.preposition(kid).as_str(), "on" | "for"))
    };
    let past = arcs.xpos(kid) == Xpos::Vbd || arcs.xpos(kid) == Xpos::Vbn && whole();
    arcs.xpos(verb) == Xpos::Vbd && present && !perfect && past
}

/// "that the trial was unfair and called for …", "videos that showed it and accused …": whether the subject of a clause is a
/// thing, which does not speak.
pub(super) fn is_no_speaker(arcs: &Arcs<'_>, clause: TokenId) -> bool {
    let subject = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).next();
    let subject = match subject.filter(|&subject| arcs.is_relative(subject) || arcs.form(subject) == "that") {
        Some(_) => arcs.head(clause).filter(|_| arcs.relation(clause) == Relation::AclRelcl),
        None => subject,
    };
    subject.is_some_and(|subject| {
        let common = arcs.upos(subject) == Upos::Noun && !arcs.capital(subject);
        common && !can_speak(arcs.lemma(subject))
    })
}
