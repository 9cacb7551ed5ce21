//! Days, months and other times that the parser takes for arguments or for parts of names.
//!
//! In: arcs and a word of time. Out: arcs in which it says when: "the ministry on Tuesday said", "A and B last month urged C", "met
//! with Rex Tillerson Saturday".

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{OBJECT_CONTROL, TELL, TIME, is_speech, is_weekday, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "held from May 3 to June 4": words of time are no object.
pub(super) fn time(arcs: &mut Arcs<'_>, token: TokenId) {
    if !matches!(arcs.relation(token), Relation::Obj | Relation::Iobj) || arcs.upos(token) == Upos::Verb {
        return;
    }
    // "urged Turkey Friday to act", where the day is taken for the name's last word
    let name = arcs.with(token, &[Relation::Compound, Relation::Flat]).rfind(|&kid| kid.index() + 1 == token.index());
    let asks = |verb: TokenId| listed(OBJECT_CONTROL, arcs.lemma(verb)) || listed(TELL, arcs.lemma(verb));
    let addressed = is_weekday(arcs.form(token)) && arcs.head(token).is_some_and(asks);
    if let Some(name) = name.filter(|&name| addressed && arcs.upos(name) == Upos::Propn) {
        let relation = arcs.relation(token);
        return arcs.part(token, name, relation, Relation::OblUnmarked);
    }
    let words = arcs.below(token, |_| false);
    let timely = |word: &TokenId| listed(TIME, &arcs.lemma(*word).to_lowercase());
    let small = |word: &TokenId| {
        matches!(arcs.upos(*word), Upos::Num | Upos::Det | Upos::Adp | Upos::Punct | Upos::Cconj)
            || matches!(
                arcs.form(*word),
                "last" | "this" | "next" | "early" | "late" | "mid" | "earlier" | "later" | "previous" | "to"
            )
    };
    let relative = words.iter().any(|&word| matches!(arcs.form(word), "last" | "this" | "next"));
    let calendar = words.iter().any(|word| timely(word) && (relative || arcs.capital(*word)));
    if calendar && words.iter().all(|word| timely(word) || small(word)) {
        arcs.relabel(token, Relation::OblUnmarked);
    }
}

/// "The council this afternoon condemned it", "A and B last month urged C": a time right before the verb is no subject.
pub(super) fn time_subject(arcs: &mut Arcs<'_>, time: TokenId) {
    let form = arcs.form(time);
    let day = matches!(form, "today" | "yesterday" | "tomorrow" | "tonight") || is_weekday(form);
    let own =
        |kid: &TokenId| arcs.xpos(*kid) == Xpos::Jj || matches!(arcs.form(*kid), "this" | "that" | "next" | "last");
    let which = arcs.kids(time).iter().any(|&kid| matches!(arcs.form(kid), "this" | "next" | "last"));
    let is_time = day || which && listed(TIME, &arcs.lemma(time).to_lowercase());
    let subject_is = arcs.relation(time);
    if !is_time || !matches!(subject_is, Relation::Nsubj | Relation::NsubjPass) {
        return;
    }
    let Some(verb) = arcs.head(time).filter(|&verb| time < verb) else { return };
    let near = (time.index() + 1..verb.index()).map(TokenId::at);
    if near.into_iter().any(|word| !matches!(arcs.upos(word), Upos::Adv | Upos::Aux)) {
        return;
    }
    let start = arcs.kids(time).iter().copied().filter(own).min().unwrap_or(time);
    let another = arcs.with(verb, &[subject_is]).find(|&kid| kid < start);
    // "The United States tonight", taken for one noun phrase.
    let name = arcs.kids(time).iter().copied().rfind(|&kid| kid < start && arcs.is_nominal(kid));
    if another.is_none()
        && let Some(name) = name
    {
        arcs.hand_on(time, name, |kid| kid < name);
        arcs.attach(name, Some(verb), subject_is);
    }
    if another.or(name).is_some() {
        arcs.attach(time, Some(verb), Relation::OblUnmarked);
        return;
    }
    // "X, who had left, on Monday accused Y": the sentence's noun without a predicate is the subject.
    let on = arcs.before(time).filter(|&on| day && arcs.form(on) == "on");
    let noun = arcs.roots().find(|&root| root < time && arcs.is_nominal(root) && !arcs.is_clause(root));
    if let (Some(on), Some(noun)) = (on, noun.filter(|&noun| arcs.head(verb) == Some(noun))) {
        arcs.attach(time, Some(verb), Relation::Obl);
        arcs.attach(on, Some(time), Relation::Case);
        arcs.replace(noun, verb, subject_is);
    }
}

/// "…, said the ministry on Tuesday", "The ministry on Tuesday said", "Chad in May said": the day is when it was said.
pub(super) fn day_of_speech(arcs: &mut Arcs<'_>, day: TokenId) {
    let Some(noun) = arcs.head(day).filter(|_| arcs.relation(day) == Relation::Nmod) else { return };
    let preposition = arcs.preposition(day);
    let dated = (preposition == "on" || preposition == "in" && arcs.upos(noun) == Upos::Propn)
        && arcs.capital(day)
        && listed(TIME, &arcs.lemma(day).to_lowercase());
    let verb = arcs.head(noun).filter(|&verb| arcs.relation(noun) == Relation::Nsubj && is_speech(arcs.lemma(verb)));
    let between = |verb: TokenId| {
        let last = arcs.below(day, |_| false).last().map_or(day, |last| *last);
        (last.index() + 1..verb.index()).map(TokenId::at).all(|word| arcs.upos(word) == Upos::Aux)
    };
    if let Some(verb) = verb.filter(|&verb| dated && (verb < noun || day < verb && between(verb))) {
        arcs.attach(day, Some(verb), Relation::Obl);
    }
}

/// "…, and the minister last year called for it", where the year is taken for what was called.
pub(super) fn year_of_participle(arcs: &mut Arcs<'_>, year: TokenId) {
    if !listed(TIME, &arcs.lemma(year).to_lowercase()) || !arcs.sentence.has_stop {
        return;
    }
    let which = arcs.before(year).filter(|&which| matches!(arcs.form(which), "last" | "this" | "next"));
    let Some(noun) = which.and_then(|which| arcs.before(which)).filter(|&noun| arcs.head(noun) == Some(year)) else {
        return;
    };
    let verb = TokenId::at((year.index() + 1).min(arcs.len() - 1));
    let named = arcs.relation(noun) == Relation::Compound && arcs.is_nominal(noun);
    if named && arcs.head(verb) == Some(year) && arcs.relation(verb) == Relation::Acl && arcs.is_verb(verb) {
        arcs.retag(verb, Upos::Verb, Xpos::Vbd);
        arcs.replace(year, verb, Relation::OblUnmarked);
        arcs.attach(noun, Some(verb), Relation::Nsubj);
        arcs.hand_on(year, noun, |kid| kid < noun);
        arcs.hand_on(year, verb, |kid| kid > year);
    }
}

/// "met with Rex Tillerson Saturday": a day behind a name of several words is none of them.
pub(super) fn weekday(arcs: &mut Arcs<'_>, day: TokenId) {
    if !arcs.capital(day) || !listed(TIME, &arcs.lemma(day).to_lowercase()) {
        return;
    }
    let Some(before) = arcs.before(day).filter(|&name| arcs.head(name) == Some(day)) else { return };
    // "voiced concern Monday at the trial"
    let noun = matches!(arcs.xpos(before), Xpos::Nn | Xpos::Nns | Xpos::Nnp) && !arcs.capital(before);
    let verb = arcs.head(day).filter(|&verb| arcs.is_verb(verb) && verb.index() + 1 == before.index());
    let own = matches!(arcs.relation(day), Relation::Obj | Relation::OblUnmarked);
    if noun && own && verb.is_some_and(|verb| !arcs.with(verb, &[Relation::Obj]).any(|object| object != day)) {
        arcs.part(day, before, Relation::Obj, Relation::OblUnmarked);
        arcs.retag(before, Upos::Noun, Xpos::Nn);
        return;
    }
    if arcs.relation(before) == Relation::Compound && arcs.has(before, &[Relation::Flat]) {
        let relation = arcs.relation(day);
        arcs.part(day, before, relation, Relation::OblUnmarked);
        if !arcs.preposition(before).is_empty() && relation == Relation::Obj {
            arcs.relabel(before, Relation::Obl);
        }
    }
}

/// "came after China on Monday said", where China is taken for when it came: it is who said so.
pub(super) fn subject_before_day(arcs: &mut Arcs<'_>, verb: TokenId) {
    let bare = arcs.relation(verb) == Relation::Advcl
        && arcs.is_finite(verb)
        && !arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Mark]);
    let day = arcs.before(verb).filter(|&day| bare && is_weekday(arcs.form(day)));
    let on = day.and_then(|day| arcs.before(day)).filter(|&on| arcs.form(on) == "on");
    let noun = on.and_then(|on| arcs.before(on)).filter(|&noun| arcs.is_nominal(noun));
    let (Some(day), Some(noun)) = (day, noun) else { return };
    let opens = |&kid: &TokenId| matches!(arcs.form(kid), "after" | "as" | "before" | "since" | "until");
    let mark = arcs.with(noun, &[Relation::Case]).find(opens).filter(|_| arcs.head(noun) == arcs.head(verb));
    if let Some(mark) = mark {
        arcs.attach_subject(verb, noun);
        arcs.attach(mark, Some(verb), Relation::Mark);
        arcs.attach(day, Some(verb), Relation::Obl);
    }
}

/// "The court on Thursday ordered": when it did so is no part of who did.
pub(super) fn behind_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let day = arcs.before(verb).filter(|&day| is_weekday(arcs.form(day)) && arcs.preposition(day) == "on");
    let subject = day.and_then(|day| arcs.head(day)).filter(|&subject| arcs.relation(subject) == Relation::Nsubj);
    if let Some(day) = day.filter(|_| subject.and_then(|subject| arcs.head(subject)) == Some(verb)) {
        arcs.attach(day, Some(verb), Relation::Obl);
    }
}

/// "In August Jane Doe said", where "August Jane Doe" is taken for the subject.
pub(super) fn in_month(arcs: &mut Arcs<'_>, month: TokenId) {
    let subject = matches!(arcs.relation(month), Relation::Nsubj | Relation::NsubjPass);
    if !subject || !arcs.capital(month) || !listed(TIME, &arcs.lemma(month).to_lowercase()) {
        return;
    }
    let Some(preposition) =
        arcs.before(month).filter(|&word| matches!(arcs.form(word), "in" | "on" | "last" | "since"))
    else {
        return;
    };
    let name = arcs.with(month, &[Relation::Flat, Relation::Compound, Relation::Appos]).find(|&kid| kid > month);
    if let Some(name) = name.filter(|&name| arcs.upos(name) == Upos::Propn) {
        arcs.part(month, name, Relation::Nsubj, Relation::Obl);
        if arcs.form(preposition) != "last" {
            arcs.attach(preposition, Some(month), Relation::Case);
        }
    }
}

/// "renewed its condemnation on Monday of the attacks": nothing is of a day; it is of the noun before the day.
pub(super) fn of_weekday(arcs: &mut Arcs<'_>, noun: TokenId) {
    if arcs.relation(noun) != Relation::Nmod || arcs.preposition(noun) != "of" || listed(TIME, arcs.lemma(noun)) {
        return;
    }
    let day = |day: &TokenId| is_weekday(arcs.form(*day)) && arcs.preposition(*day) == "on";
    let Some(day) = arcs.head(noun).filter(day) else { return };
    let Some(above) = arcs.head(day).filter(|&above| above < day) else { return };
    let object = arcs.with(above, &[Relation::Obj]).find(|&kid| kid < day);
    let place = if arcs.is_nominal(above) { Some(above) } else { object };
    if let Some(place) = place {
        arcs.attach(noun, Some(place), Relation::Nmod);
    }
}
