//! What goes on with a speech verb, and what with its content: "said it was late and called for talks".
//!
//! In: arcs and a verb of speech or of asking. Out: arcs in which verbs that "and" joins, and participles behind a comma, hang on
//! the verb whose subject does them. Things do not speak, so that a vote or a report is never who called.

use super::CLAUSE;
mod own;

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{
    AS_VERBS, CHARGING, NAMING, OBJECT_CONTROL, SPEECH, can_speak, is_act_of_speech, is_speech, listed,
};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// X says it is late and will rain: a verb that "and" joins without a comma and without a subject goes on with the
/// content, unless it is one that people do to people or to what is said.
pub(super) fn own_coordination(arcs: &mut Arcs<'_>, verb: TokenId) {
    // "repeated the claim that it was late and urged …": what a noun says is the verb's, too.
    let of_noun = || {
        let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb)?;
        arcs.with(object, &[Relation::Acl]).find(|&kid| arcs.marked(kid, "that") && arcs.is_finite(kid))
    };
    let clause = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_finite(kid));
    let Some(content) = clause.or_else(of_noun) else { return };
    list_goes_on(arcs, verb, content);
    if let Some(kid) = own::act(arcs, verb, content) {
        let before = arcs.head(kid).unwrap_or(content);
        if !arcs.has(kid, &[Relation::Aux]) {
            arcs.retag(kid, Upos::Verb, arcs.xpos(verb));
        }
        arcs.attach(kid, Some(verb), Relation::Conj);
        arcs.hand_on(before, kid, |later| later > kid);
    }
    content_goes_on(arcs, verb, content);
}

/// "pointed out that it harms trade, threatens banks, plunges states": a list goes on.
fn list_goes_on(arcs: &mut Arcs<'_>, verb: TokenId, content: TokenId) {
    let listed_on = arcs.with(verb, &[Relation::Parataxis]).find(|&kid| {
        kid > content
            && arcs.before(kid).is_some_and(|before| arcs.form(before) == ",")
            && arcs.has(content, &[Relation::Conj])
            && arcs.xpos(kid) != Xpos::Vbg
            && !listed(SPEECH, arcs.lemma(kid))
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Expl])
            && arcs.quotes[content.index()] == arcs.quotes[kid.index()]
    });
    if let Some(kid) = listed_on {
        arcs.attach(kid, Some(content), Relation::Conj);
    }
}

/// "said it was late and would rain": what no act of speech is goes on with the content.
fn content_goes_on(arcs: &mut Arcs<'_>, verb: TokenId, content: TokenId) {
    let joined = arcs.with(verb, &[Relation::Conj]).find(|&kid| {
        let cc = arcs.with(kid, &[Relation::Cc]).find(|&cc| cc < kid && arcs.form(cc) == "and");
        let close = cc.and_then(|cc| arcs.before(cc)).is_some_and(|before| !arcs.is_punct(before) && before >= content);
        let lemma = arcs.lemma(kid);
        let speaks = [SPEECH, AS_VERBS, CHARGING, OBJECT_CONTROL, NAMING].into_iter().any(|list| listed(list, lemma));
        let same_quote = arcs.quotes[content.index()] == arcs.quotes[kid.index()];
        // "told him that Chad regrets it and expects talks": the present goes on with the present.
        let present = |word: TokenId| matches!(arcs.xpos(word), Xpos::Vbz | Xpos::Vbp);
        let tense = arcs.xpos(verb) == Xpos::Vbd && present(content) && present(kid);
        // "said it would go and threatened to stay": no past form goes on with "would".
        let modal = arcs.has_modal(content);
        close
            && same_quote
            && !(modal && arcs.xpos(kid) == Xpos::Vbd)
            && (!speaks || tense)
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass])
    });
    if let Some(joined) = joined {
        arcs.attach(joined, Some(content), Relation::Conj);
    }
}

/// "Chad has not replied, but a spokesman for Jane Doe, a lawyer, said that": whoever stands behind the comma and "but" is no part
/// of the clause before, and says what follows.
pub(super) fn joined_speaker(arcs: &mut Arcs<'_>, noun: TokenId) {
    let joined = arcs.relation(noun) == Relation::Conj && arcs.is_nominal(noun);
    let cc = arcs
        .with(noun, &[Relation::Cc])
        .next()
        .filter(|&cc| arcs.before(cc).is_some_and(|comma| arcs.form(comma) == ","));
    let Some((clause, cc)) = arcs.head(noun).zip(cc.filter(|_| joined && !arcs.is_clause(noun))) else { return };
    let verb = arcs.head(clause).filter(|&verb| {
        let speaks = arcs.is_verb(verb) && arcs.is_finite(verb) && listed(SPEECH, arcs.lemma(verb));
        arcs.relation(clause) == Relation::Ccomp && verb > noun && speaks
    });
    let speaker = arcs.upos(noun) == Upos::Propn || can_speak(arcs.lemma(noun));
    let own = |verb: TokenId| arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass]);
    let Some(verb) = verb.filter(|&verb| speaker && arcs.is_clause(clause) && !own(verb)) else { return };
    if arcs.quotes[verb.index()] == arcs.quotes[clause.index()] {
        arcs.replace(verb, clause, Relation::Conj);
        arcs.attach(noun, Some(verb), Relation::Nsubj);
        arcs.attach(cc, Some(verb), Relation::Cc);
    }
}

/// "Chad said it would pay; Mali did not reply": behind a semicolon, what somebody else who is named does is told beside it.
pub(super) fn behind_semicolon(arcs: &mut Arcs<'_>, verb: TokenId) {
    let content = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_finite(kid));
    let told = content.and_then(|content| {
        arcs.with(content, &[Relation::Parataxis, Relation::Conj, Relation::Advcl]).find(|&kid| {
            let subject = arcs.with(kid, &[Relation::Nsubj, Relation::NsubjPass]).find(|&subject| subject < kid);
            let named = subject.filter(|&subject| arcs.upos(subject) == Upos::Propn);
            let first = named.map(|_| first_word(arcs, kid));
            let parted = first.and_then(|first| arcs.before(first)).is_some_and(|mark| arcs.form(mark) == ";");
            parted && kid > content && arcs.is_finite(kid) && arcs.quotes[kid.index()] == 0
        })
    });
    if let Some(told) = told.filter(|_| arcs.quotes[verb.index()] == 0) {
        arcs.attach(told, Some(verb), Relation::Parataxis);
    }
}

/// "said police were there but it had seen none": a clause in the past perfect behind "but" is what is said, too.
pub(super) fn backshifted(arcs: &mut Arcs<'_>, verb: TokenId) {
    let content = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_finite(kid));
    let Some(content) = content.filter(|_| arcs.xpos(verb) == Xpos::Vbd) else { return };
    let told = arcs.with(verb, &[Relation::Conj]).find(|&kid| {
        let pronoun = arcs.with(kid, &[Relation::Nsubj]).any(|subject| arcs.upos(subject) == Upos::Pron);
        let had = arcs.with(kid, &[Relation::Aux]).any(|aux| arcs.form(aux) == "had");
        let but = arcs.with(kid, &[Relation::Cc]).any(|cc| arcs.form(cc) == "but");
        kid > content && pronoun && had && but && arcs.quotes[kid.index()] == arcs.quotes[content.index()]
    });
    if let Some(told) = told {
        arcs.attach(told, Some(content), Relation::Conj);
    }
}

/// "have raised concern about it"
pub(super) fn voices_concern(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    let concern = |kid: TokenId| matches!(arcs.lemma(kid), "concern" | "doubt" | "fear" | "hope" | "objection");
    matches!(arcs.lemma(verb), "express" | "raise" | "voice") && arcs.with(verb, &[Relation::Obj]).any(concern)
}

/// X said that it is late and she left: what a pronoun did behind a content in the present is told beside the saying.
pub(super) fn told_beside(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(content) = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_finite(kid)) else {
        return;
    };
    let found = arcs.with(content, &[Relation::Conj]).find(|&kid| {
        let and = arcs.with(kid, &[Relation::Cc]).any(|cc| cc < kid && arcs.form(cc) == "and");
        let pronoun =
            arcs.with(kid, &[Relation::Nsubj]).any(|subject| matches!(arcs.form(subject), "he" | "she" | "they"));
        and && pronoun
            && !arcs.has(kid, &[Relation::Aux, Relation::Mark])
            && arcs.quotes[kid.index()] == arcs.quotes[verb.index()]
            && own::is_past_beside_present(arcs, verb, kid, content)
    });
    if let Some(found) = found {
        arcs.attach(found, Some(verb), Relation::Conj);
    }
}

/// "showed maps of what he said were camps and urged Chad to close them": the second act of speech is the main clause's.
pub(super) fn beyond_what(arcs: &mut Arcs<'_>, verb: TokenId) {
    let what = arcs.head(verb).filter(|&what| arcs.form(what) == "what" && arcs.relation(verb) == Relation::AclRelcl);
    let Some(what) = what else { return };
    let main = arcs.ancestors(what).find(|&above| arcs.is_verb(above) && arcs.is_finite(above) && above < verb);
    let within = arcs.below(verb, |_| false);
    let second = within.into_iter().find(|&kid| {
        kid > verb
            && is_act_of_speech(arcs.lemma(kid))
            && arcs.relation(kid) == Relation::Conj
            && arcs.xpos(kid) == arcs.xpos(verb)
            && arcs.has(kid, &[Relation::Cc])
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::Mark])
    });
    if let Some((main, second)) = main.zip(second) {
        arcs.attach(second, Some(main), Relation::Conj);
    }
}

/// X accused Y of piracy and helping rebels: a gerund that "and" joins goes on with what Y is accused of.
pub(super) fn second_charge(arcs: &mut Arcs<'_>, verb: TokenId) {
    let charge =
        arcs.with(verb, &[Relation::Obl]).find(|&kid| matches!(arcs.preposition(kid).as_str(), "of" | "for" | "with"));
    let Some(charge) = charge.filter(|&charge| charge > verb) else { return };
    let gerund = arcs.with(verb, &[Relation::Conj]).find(|&kid| {
        let and = arcs.with(kid, &[Relation::Cc]).any(|cc| cc.index() + 1 == kid.index());
        kid > charge && arcs.xpos(kid) == Xpos::Vbg && and && arcs.xpos(verb) != Xpos::Vbg
    });
    if let Some(gerund) = gerund {
        arcs.attach(gerund, Some(charge), Relation::Conj);
    }
}

/// X said the law was bad but it would pass: a clause with a modal whose subject is a pronoun goes on with the content.
pub(super) fn continued(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(content) = arcs.with(verb, &[Relation::Ccomp]).rfind(|&kid| kid > verb && arcs.is_finite(kid)) else {
        return;
    };
    let pronoun = |kid: TokenId| {
        arcs.with(kid, &[Relation::Nsubj, Relation::NsubjPass])
            .any(|subject| arcs.xpos(subject) == Xpos::Prp && subject < kid)
    };
    let found = arcs.with(verb, &[Relation::Conj]).find(|&kid| {
        kid > content
            && arcs.has_modal(kid)
            && pronoun(kid)
            && arcs.has(kid, &[Relation::Cc])
            && arcs.quotes[kid.index()] == arcs.quotes[content.index()]
    });
    if let Some(found) = found {
        arcs.attach(found, Some(content), Relation::Conj);
    }
}

/// X said today neither Y nor Z trusted it: "neither" joins nothing to the speech verb, but opens what is said.
pub(super) fn neither(arcs: &mut Arcs<'_>, verb: TokenId) {
    let content = arcs.with(verb, &[Relation::Conj]).find(|&kid| {
        let opens = arcs.with(kid, &[Relation::Cc, Relation::CcPreconj]).find(|&cc| arcs.form(cc) == "neither");
        let subject = arcs.with(kid, &[Relation::Nsubj, Relation::NsubjPass]).next();
        kid > verb && arcs.is_finite(kid) && opens.zip(subject).is_some_and(|(cc, subject)| cc < subject)
    });
    if let Some(content) = content.filter(|_| !arcs.has(verb, CLAUSE)) {
        let opens = arcs.with(content, &[Relation::Cc]).next();
        arcs.attach(content, Some(verb), Relation::Ccomp);
        if let Some(opens) = opens {
            arcs.relabel(opens, Relation::Advmod);
        }
    }
}

/// X said, citing Y: a participle after a comma is no content.
pub(super) fn participle(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, CLAUSE).find(|&kid| {
        kid > verb && arcs.is_gerund(kid) && !arcs.has(kid, &[Relation::Nsubj]) && arcs.form_at(verb.index() + 1) == ","
    });
    if let Some(found) = found {
        arcs.relabel(found, Relation::Advcl);
    }
}

/// "Saying", "accusing", without a subject or a conjunction of its own.
pub(super) fn is_bare_participle(arcs: &Arcs<'_>, token: TokenId) -> bool {
    arcs.xpos(token) == Xpos::Vbg && !arcs.has(token, &[Relation::Nsubj, Relation::Mark])
}

/// X said that …, dismissing claims; X urged Y to act, saying it was late: a participle of speech or judgement after a comma
/// is the speaker's.
pub(super) fn trailing(arcs: &mut Arcs<'_>, verb: TokenId) {
    let asked = |kid: TokenId| arcs.relation(kid) == Relation::Ccomp || arcs.marked(kid, "to");
    let complements = [Relation::Ccomp, Relation::Xcomp, Relation::Advcl];
    let Some(content) = arcs.with(verb, &complements).find(|&kid| kid > verb && asked(kid)) else { return };
    let relative = |token: TokenId| arcs.relation(token) == Relation::AclRelcl;
    let found = arcs.below(content, relative).into_iter().rfind(|&token| {
        let lemma = arcs.lemma(token);
        matches!(arcs.relation(token), Relation::Advcl | Relation::Acl)
            && is_bare_participle(arcs, token)
            && (is_speech(lemma) || listed(AS_VERBS, lemma))
            && after_break(arcs, token)
            && arcs.quotes[token.index()] == arcs.quotes[verb.index()]
    });
    if let Some(found) = found {
        arcs.attach(found, Some(verb), Relation::Advcl);
    }
}

/// "said they had razed villages where X lived, adding that …", "rejected calls for Y to leave, adding that …": behind a
/// comma, a participle of speech belongs to the sentence, and not to a clause that is said of a noun.
pub(super) fn behind_clause(arcs: &mut Arcs<'_>, participle: TokenId) {
    let lemma = arcs.lemma(participle);
    let speaks = is_speech(lemma) || lemma == "describe";
    let loose = arcs.relation(participle) == Relation::Advcl && is_bare_participle(arcs, participle);
    if !speaks || !loose || !after_break(arcs, participle) {
        return;
    }
    let of_noun = |clause: TokenId| match arcs.relation(clause) {
        Relation::AclRelcl => true,
        Relation::Acl if arcs.is_finite(clause) => true,
        _ => arcs.marked(clause, "for") && arcs.marked(clause, "to"),
    };
    let clause = arcs.head(participle).filter(|&head| head < participle && of_noun(head));
    let Some(clause) = clause else { return };
    let quoted = arcs.quotes[participle.index()];
    let main = arcs.ancestors(clause).filter(|&above| arcs.is_verb(above) && arcs.is_finite(above)).last();
    if let Some(main) = main.filter(|&main| main < clause && arcs.quotes[main.index()] == quoted) {
        arcs.attach(participle, Some(main), Relation::Advcl);
    }
}

/// "The deal announced on Monday ends the war": a clause without a subject behind the day is what the thing does, and the verb
/// before it a participle.
pub(super) fn announced(arcs: &mut Arcs<'_>, verb: TokenId) {
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Mark, Relation::Csubj];
    let Some(content) = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_finite(kid)) else {
        return;
    };
    let Some(noun) = arcs.with(verb, &[Relation::Nsubj]).find(|&noun| noun.index() + 1 == verb.index()) else { return };
    let dated = arcs.with(verb, &[Relation::Obl, Relation::OblUnmarked]).any(|day| verb < day && day < content);
    let bare = !arcs.has(content, &own) && !arcs.has(verb, &[Relation::Obj, Relation::Aux]);
    if !dated || !bare || !own::is_no_speaker(arcs, verb) || after_break(arcs, content) {
        return;
    }
    arcs.replace(verb, content, Relation::Dep);
    arcs.attach(noun, Some(content), Relation::Nsubj);
    arcs.retag(verb, Upos::Verb, Xpos::Vbn);
    arcs.attach(verb, Some(noun), Relation::Acl);
}
