//! What a verb takes beside its object: particles, phrases, what it takes the object for.
//!
//! In: arcs. Out: arcs in which "described X as brutal" has an object and an "as" phrase of the verb's own, and "brushed aside
//! calls" an object. `naming` has what the object is called, `clausal` the clauses. Verbs come from the word lists.

use super::clausal::{self, gerund, infinitive, subject};
use super::naming;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::first_word;
use crate::syntax::frames::words::{
    AS_VERBS, CHARGING, HEARER, NAMING, OBJECT_CONTROL, PHRASAL, SPEECH, TELL, TIME, TRANSITIVE, TWO_OBJECTS, listed,
};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Moves complements to the verbs that take them.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens() {
        clausal::having(arcs, token);
        clausal::adverb_before_participle(arcs, token);
    }
    for token in arcs.tokens().filter(|&token| arcs.is_verb(token)).collect::<Vec<_>>() {
        let lemma = arcs.lemma(token).to_lowercase();
        if listed(TRANSITIVE, &lemma) && !listed(SPEECH, &lemma) {
            no_content(arcs, token);
        }
        if lemma == "have" {
            clausal::have_done(arcs, token);
        }
        clausal::perfect_list(arcs, token);
        object_of_second(arcs, token);
        phrase(arcs, token);
        infinitive::to_noun(arcs, token);
        infinitive::yet_to(arcs, token, &lemma);
        subject::said_that(arcs, token, &lemma);
        particle(arcs, token);
        participle_object(arcs, token);
        hours_before(arcs, token);
        gerund::gerund_object(arcs, token);
        clausal::noun_agent(arcs, token);
        infinitive::noun_complement(arcs, token);
        infinitive::noun_behind_preposition(arcs, token);
        copular_object(arcs, token);
        be_done(arcs, token);
        two_objects(arcs, token);
        referred_as(arcs, token, &lemma);
        lone_recipient(arcs, token, &lemma);
        promised(arcs, token, &lemma);
        subject::ensured(arcs, token, &lemma);
        if listed(NAMING, &lemma) || lemma == "hold" && naming::holds_responsible(arcs, token) {
            naming::small_clause(arcs, token);
        }
        if listed(HEARER, &lemma) {
            subject::hearer_before_subject(arcs, token);
            subject::subject_behind_hearer(arcs, token);
            subject::there_is(arcs, token);
            subject::that_clause(arcs, token);
        }
        infinitive::of_whom(arcs, token);
        if lemma == "vote" {
            infinitive::voted(arcs, token);
        }
        if lemma == "call" {
            infinitive::called_for(arcs, token);
        }
        if matches!(lemma.as_str(), "blame" | "pin") {
            laid_on(arcs, token);
        }
        if lemma == "blame" {
            to_blame(arcs, token);
        }
        if listed(OBJECT_CONTROL, &lemma) {
            infinitive::behind_relative(arcs, token);
            infinitive::infinitive(arcs, token);
        }
        if listed(AS_VERBS, &lemma) {
            taken_for(arcs, token);
        }
        if listed(CHARGING, &lemma) {
            modified_noun(arcs, token);
            gerund::gerund(arcs, token);
        }
    }
}

/// "demanded the report be made public": a passive with a bare "be" is no participle of its noun.
fn be_done(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Obj]).filter(|&noun| noun > verb).find_map(|noun| {
        let done = arcs.with(noun, &[Relation::Acl, Relation::AclRelcl]).find(|&kid| {
            let bare = |aux: TokenId| arcs.form(aux) == "be" && !arcs.marked(kid, "to") && !arcs.marked(kid, "that");
            arcs.xpos(kid) == Xpos::Vbn && arcs.with(kid, &[Relation::AuxPass, Relation::Aux]).next().is_some_and(bare)
        })?;
        Some((noun, done))
    });
    if let Some((noun, done)) = found {
        arcs.attach(done, Some(verb), Relation::Ccomp);
        arcs.attach(noun, Some(done), Relation::NsubjPass);
    }
}

/// "said prior to a meeting": a noun behind a preposition is no content.
fn phrase(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Ccomp, Relation::Xcomp]).find(|&kid| {
        kid > verb
            && arcs.upos(kid) == Upos::Noun
            && arcs.with(kid, &[Relation::Case]).any(|case| case < kid && arcs.form(case) != "as")
            && !arcs.has(kid, &[Relation::Cop, Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Mark])
    });
    if let Some(noun) = found {
        arcs.relabel(noun, Relation::Obl);
    }
}

/// "refers to the poets as prisoners": what it takes them for is no part of them.
fn referred_as(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let refers = lemma == "refer" && !arcs.has(verb, &[Relation::Obj, Relation::NsubjPass]);
    let whom = arcs.with(verb, &[Relation::Obl]).find(|&kid| refers && arcs.preposition(kid) == "to");
    let taken_for = whom.and_then(|whom| arcs.with(whom, &[Relation::Nmod]).find(|&kid| arcs.preposition(kid) == "as"));
    if let Some(taken_for) = taken_for {
        arcs.attach(taken_for, Some(verb), Relation::Obl);
    }
}

/// "given the army more than $3": of two objects the first is who is given the second.
fn two_objects(arcs: &mut Arcs<'_>, verb: TokenId) {
    let objects: Vec<TokenId> = arcs.with(verb, &[Relation::Obj]).filter(|&object| object > verb).collect();
    if let [given, what] = objects[..]
        && listed(TWO_OBJECTS, arcs.lemma(verb))
        && !arcs.has(what, &[Relation::Cc])
    {
        arcs.relabel(given, Relation::Iobj);
    }
}

/// Whether a passive may keep this object: "was denied food", and not "was denied Iraq".
pub(super) fn keeps_object(arcs: &Arcs<'_>, verb: TokenId, object: TokenId) -> bool {
    listed(TWO_OBJECTS, arcs.lemma(verb)) && arcs.upos(object) != Upos::Propn
}

/// "denied that troops had been sent and accused Iraq": what stands behind the second verb is its own object, and no object of the
/// passive before.
fn object_of_second(arcs: &mut Arcs<'_>, clause: TokenId) {
    let object = arcs.with(clause, &[Relation::Obj]).next_back().filter(|_| arcs.has(clause, &[Relation::AuxPass]));
    let Some(object) = object else { return };
    let second = arcs.with(clause, &[Relation::Conj]).find(|&kid| {
        let beside = kid.index() + 1 == first_word(arcs, object).index();
        beside
            && !keeps_object(arcs, kid, object)
            && arcs.xpos(kid) == Xpos::Vbn
            && !arcs.has(kid, &[Relation::AuxPass, Relation::Obj])
    });
    if let Some(second) = second {
        arcs.attach(object, Some(second), Relation::Obj);
    }
}

/// "brushed aside calls", "made clear that it was late", "made it clear that": the particle is the verb's.
fn particle(arcs: &mut Arcs<'_>, verb: TokenId) {
    let clear =
        arcs.with(verb, &[Relation::Xcomp]).find(|&kid| matches!(arcs.form(kid), "clear" | "plain") && kid > verb);
    if let Some(clear) = clear.filter(|_| arcs.lemma(verb) == "make" && arcs.has(verb, &[Relation::Ccomp])) {
        arcs.relabel(clear, Relation::CompoundPrt);
    }
    // "hit back: “It is late.”"
    let back =
        arcs.with(verb, &[Relation::Advmod]).find(|&kid| arcs.form(kid) == "back" && kid.index() == verb.index() + 1);
    if let Some(back) = back.filter(|_| matches!(arcs.lemma(verb), "fire" | "hit" | "shoot")) {
        arcs.relabel(back, Relation::CompoundPrt);
    }
    let next = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    let phrasal = || PHRASAL.binary_search(&(arcs.lemma(verb), arcs.form(next))).is_ok();
    if next > verb && (arcs.form(next) == "aside" || phrasal()) {
        let noun = arcs.head(next).filter(|&noun| noun > next && arcs.relation(noun) == Relation::Obl);
        arcs.attach(next, Some(verb), Relation::CompoundPrt);
        // "voted through the night", "stepped up to the desk"
        let plain =
            |noun: TokenId| !listed(TIME, arcs.lemma(noun)) && arcs.with(noun, &[Relation::Case]).next().is_none();
        if let Some(noun) = noun.filter(|&noun| !arcs.has(verb, &[Relation::Obj]) && plain(noun)) {
            arcs.relabel(noun, Relation::Obj);
        }
    }
}

/// "slammed the report hours before it came out", where "the report hours" is taken for the object.
fn hours_before(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Obj]).find_map(|time| {
        let timely = listed(TIME, arcs.lemma(time))
            && matches!(arcs.form_at(time.index() + 1), "before" | "after" | "later" | "ago" | "earlier");
        let noun = arcs.with(time, &[Relation::Compound]).rfind(|&kid| kid.index() + 1 == time.index());
        noun.filter(|_| timely && time > verb).map(|noun| (time, noun))
    });
    let Some((time, noun)) = found else { return };
    arcs.part(time, noun, Relation::Obj, Relation::OblUnmarked);
}

/// An object with a copula is a clause ("which X contends is part of …"); a clause of mere time is none ("slammed the
/// report hours before …").
fn copular_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb && arcs.has(kid, &[Relation::Cop]));
    if let Some(object) = object {
        arcs.relabel(object, Relation::Ccomp);
    }
    let time = arcs.with(verb, &[Relation::Ccomp]).find_map(|kid| {
        let span = matches!(arcs.lemma(kid), "hour" | "day" | "week" | "month" | "year" | "minute");
        let timely = span && !arcs.has(kid, &[Relation::Cop, Relation::Aux]);
        arcs.with(kid, &[Relation::Nsubj]).next().filter(|_| timely).map(|subject| (kid, subject))
    });
    if let Some((time, subject)) = time {
        arcs.attach(subject, Some(verb), Relation::Obj);
        arcs.relabel(time, Relation::OblUnmarked);
        arcs.retag(time, Upos::Noun, Xpos::Nns);
    }
}

/// A recipient without an object is one: "urged Kyiv", "asked him"; the hearer of "told" stays a recipient.
fn lone_recipient(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let recipient = arcs.with(verb, &[Relation::Iobj]).next();
    if let Some(recipient) = recipient.filter(|_| !arcs.has(verb, &[Relation::Obj]) && !listed(TELL, lemma)) {
        arcs.relabel(recipient, Relation::Obj);
    }
}

/// "promised Jane Doe that it would act": who is promised something is not what is promised.
fn promised(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let Some(whom) = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb).filter(|_| lemma == "promise") else {
        return;
    };
    if arcs.with(verb, &[Relation::Ccomp]).any(|clause| clause > whom && arcs.is_finite(clause)) {
        arcs.relabel(whom, Relation::Iobj);
    }
}

/// "blamed the spill on Chevron": whom it is laid on is the verb's.
fn laid_on(arcs: &mut Arcs<'_>, verb: TokenId) {
    let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb);
    let whom = object.and_then(|object| {
        arcs.with(object, &[Relation::Nmod]).rfind(|&kid| kid > object && arcs.preposition(kid) == "on")
    });
    if let Some(whom) = whom {
        arcs.attach(whom, Some(verb), Relation::Obl);
    }
}

/// "Chad was to blame for the raid": it blames nobody.
fn to_blame(arcs: &mut Arcs<'_>, verb: TokenId) {
    let to = arcs.before(verb).filter(|&to| arcs.form(to) == "to" && !arcs.has(verb, &[Relation::Obj]));
    let be = to.and_then(|to| arcs.before(to)).filter(|&be| arcs.upos(be) == Upos::Aux || arcs.lemma(be) == "be");
    if be.is_some() {
        arcs.retag(verb, Upos::Adj, Xpos::Jj);
    }
}

/// "denounced the treatment of X in Y as genocide": an "as" phrase at the object's end is the verb's.
fn taken_for(arcs: &mut Arcs<'_>, verb: TokenId) {
    // "described it as flawed", where "flawed" is taken for a clause.
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Obj, Relation::Cop];
    let of_object = arcs.with(verb, &[Relation::Obj]).flat_map(|object| arcs.with(object, &[Relation::Acl]));
    let flawed = arcs.with(verb, &[Relation::Advcl, Relation::Ccomp]).chain(of_object).find_map(|kid| {
        let marks = [Relation::Mark, Relation::Case];
        let mark = arcs.with(kid, &marks).find(|&mark| mark > verb && arcs.form(mark) == "as")?;
        // "designated Doe under the order, as amended"
        let aside = arcs.before(mark).is_some_and(|comma| arcs.form(comma) == ",");
        let bare = matches!(arcs.xpos(kid), Xpos::Vbd | Xpos::Vbn) && !arcs.has(kid, &own) && !aside;
        // "was described as flawed", "a report described as flawed"
        let passive = arcs.has(verb, &[Relation::AuxPass, Relation::NsubjPass]) || arcs.xpos(verb) == Xpos::Vbn;
        let object = arcs.with(verb, &[Relation::Obj]).any(|object| object < mark);
        (bare && (object || passive)).then_some((kid, mark))
    });
    if let Some((kid, mark)) = flawed {
        arcs.attach(kid, Some(verb), Relation::Obl);
        arcs.retag(kid, Upos::Adj, Xpos::Jj);
        arcs.relabel(mark, Relation::Case);
    }
    naming::heavy_object(arcs, verb);
    let is_as = |kid: TokenId| arcs.preposition(kid) == "as";
    if arcs.kids(verb).iter().any(|&kid| is_as(kid)) {
        return;
    }
    let Some(object) = arcs.with(verb, &[Relation::Obj, Relation::NsubjPass]).find(|&kid| kid > verb) else { return };
    // "described the decision to suspend flights as illegal": within an infinitive, too.
    let clause = |token: TokenId| match arcs.relation(token) {
        Relation::AclRelcl | Relation::Parataxis => true,
        Relation::Acl => !arcs.marked(token, "to"),
        _ => false,
    };
    let found = arcs.below(object, clause).into_iter().rfind(|&token| {
        token > object
            && matches!(arcs.relation(token), Relation::Nmod | Relation::Obl | Relation::Conj)
            && is_as(token)
    });
    if let Some(found) = found.filter(|&found| arcs.relation(found) != Relation::Conj) {
        arcs.attach(found, Some(verb), Relation::Obl);
    }
}

/// "accused X of torturing members", where the parser takes "torturing" for an adjective of "members".
fn modified_noun(arcs: &mut Arcs<'_>, verb: TokenId) {
    let nouns = arcs.with(verb, &[Relation::Obl]);
    let objects = arcs.with(verb, &[Relation::Obj]).filter(|_| listed(CHARGING, arcs.lemma(verb)));
    let nouns =
        nouns.chain(objects.flat_map(|object| std::iter::once(object).chain(arcs.with(object, &[Relation::Nmod]))));
    let found = nouns.into_iter().find_map(|noun| {
        // "of having killed monks"
        let first =
            |kid: TokenId| arcs.with(kid, &[Relation::Aux]).find(|&aux| arcs.form(aux) == "having").unwrap_or(kid);
        // "of repeatedly breaking promises"
        let opening = |word: TokenId| {
            let before = (0..word.index()).rev().map(TokenId::at);
            before.into_iter().find(|&before| arcs.upos(before) != Upos::Adv)
        };
        let doing = arcs.with(noun, &[Relation::Amod, Relation::Compound]).find(|&kid| {
            let gerund = arcs.xpos(first(kid)) == Xpos::Vbg && arcs.is_clause(kid);
            // "of funding Hamas"
            let noun =
                arcs.upos(kid) == Upos::Noun && arcs.form(kid).ends_with("ing") && arcs.upos(noun) == Upos::Propn;
            (gerund || noun && listed(CHARGING, arcs.lemma(verb)))
                && opening(first(kid)).is_some_and(|before| matches!(arcs.form(before), "of" | "with" | "for"))
        })?;
        Some((noun, opening(first(doing))?, doing))
    });
    if let Some((noun, mark, doing)) = found {
        arcs.replace(noun, doing, Relation::Obj);
        if arcs.xpos(doing) != Xpos::Vbn {
            arcs.retag(doing, Upos::Verb, Xpos::Vbg);
        }
        arcs.attach(doing, Some(verb), Relation::Advcl);
        arcs.attach(mark, Some(doing), Relation::Mark);
        arcs.retag(mark, Upos::Sconj, Xpos::In);
    }
}

/// "sanctioned four officials considered guilty": a verb that takes no content has an object with a participle.
fn no_content(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Obj]) {
        return;
    }
    let content = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| {
        kid > verb && arcs.xpos(kid) == Xpos::Vbd && !arcs.has(kid, &[Relation::Mark, Relation::Aux, Relation::AuxPass])
    });
    let subject = content.and_then(|content| arcs.with(content, &[Relation::Nsubj]).find(|&kid| kid > verb));
    if let (Some(content), Some(subject)) = (content, subject) {
        let joined: Vec<TokenId> = arcs.with(content, &[Relation::Conj]).filter(|&kid| arcs.is_verb(kid)).collect();
        arcs.attach(subject, Some(verb), Relation::Obj);
        arcs.attach(content, Some(subject), Relation::Acl);
        arcs.retag(content, Upos::Verb, Xpos::Vbn);
        for kid in joined {
            arcs.attach(kid, Some(verb), Relation::Conj);
        }
    }
}

/// "has binding implications", "brushed aside repeated calls", where the parser takes the participle for the verb of a
/// clause.
fn participle_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Obj]) {
        return;
    }
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Mark, Relation::Expl];
    let found = arcs.with(verb, &[Relation::Ccomp, Relation::Xcomp]).find_map(|kid| {
        let close = (verb.index() + 1..kid.index())
            .map(TokenId::at)
            .all(|at| arcs.upos(at) == Upos::Adv || arcs.upos(at) == Upos::Adp);
        let bare = kid > verb && close && matches!(arcs.xpos(kid), Xpos::Vbg | Xpos::Vbn) && !arcs.has(kid, &own);
        let having = arcs.xpos(kid) == Xpos::Vbn || arcs.lemma(verb).eq_ignore_ascii_case("have");
        arcs.with(kid, &[Relation::Obj]).next().filter(|_| bare && having).map(|object| (kid, object))
    });
    if let Some((participle, object)) = found {
        arcs.attach(object, Some(verb), Relation::Obj);
        arcs.attach(participle, Some(object), Relation::Amod);
    }
}
