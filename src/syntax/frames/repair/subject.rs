//! Sentences whose subject or predicate the parser missed: a noun without a predicate, a predicate without a subject, two
//! subjects, a subject that is a list.
//!
//! In: arcs. Out: arcs in which each predicate of the sentence has its own subject, where English leaves no choice.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{OBJECT_CONTROL, SPEECH, is_weekday, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Gives predicates their subjects.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    main_predicate(arcs);
    fronted_participle(arcs);
    for token in arcs.tokens() {
        name_and_others(arcs, token);
        two_subjects(arcs, token);
        infinitive_subject(arcs, token);
        participle_root(arcs, token);
        agent_for_subject(arcs, token);
        headless_subject(arcs, token);
        fronted_list(arcs, token);
        fronted_apposition(arcs, token);
        fronted_object(arcs, token);
        plural_verb(arcs, token);
        addressed(arcs, token);
        past_predicate(arcs, token);
        day_before_name(arcs, token);
        fronted_phrase(arcs, token);
        interrupted(arcs, token);
    }
}

/// "On Sunday Doe said it", "In a statement on Sunday Doe said it": a weekday before a name is no part of it, and the name is the
/// subject of the verb right behind it.
fn day_before_name(arcs: &mut Arcs<'_>, name: TokenId) {
    if arcs.upos(name) != Upos::Propn || arcs.capital(name) && is_weekday(arcs.form(name)) {
        return;
    }
    day_heads_name(arcs, name);
    let day = arcs.with(name, &[Relation::Compound, Relation::Flat]).find(|&kid| is_weekday(arcs.form(kid)));
    let next = TokenId::at((name.index() + 1).min(arcs.len() - 1));
    let verb = if arcs.upos(next) == Upos::Aux { arcs.head(next) } else { Some(next) };
    let Some((day, verb)) = day.zip(verb.filter(|&verb| verb > name && arcs.is_verb(verb))) else { return };
    let opened = arcs.before(day).is_some_and(|on| arcs.form(on) == "on");
    let above = arcs.ancestors(name).any(|above| above == verb);
    let other = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass]).any(|subject| subject != name);
    if !opened || !above || other || !arcs.is_finite(verb) {
        return;
    }
    let day_is = if arcs.head(name) == Some(verb) { Relation::Obl } else { Relation::Nmod };
    let subject_is = arcs.subject_relation(verb);
    arcs.part(name, day, day_is, subject_is);
    arcs.attach(name, Some(verb), subject_is);
    // "In a statement on Sunday Doe said", where the statement is taken for all that the sentence is about.
    let root = arcs.head(verb).filter(|&root| arcs.relation(verb) == Relation::Acl && arcs.head(root).is_none());
    if let Some(root) = root.filter(|&root| root < day && !arcs.preposition(root).is_empty()) {
        arcs.replace(root, verb, Relation::Obl);
    }
}

/// The same where the weekday was taken for the head of the name: the name gets its place.
fn day_heads_name(arcs: &mut Arcs<'_>, name: TokenId) {
    let day = arcs.head(name).filter(|&day| {
        let part = matches!(arcs.relation(name), Relation::Flat | Relation::Compound | Relation::Appos);
        let on = arcs.before(day).is_some_and(|on| arcs.form(on) == "on");
        let beside = (day.index() + 1..name.index()).map(TokenId::at).all(|at| arcs.upos(at) == Upos::Propn);
        part && day < name && is_weekday(arcs.form(day)) && on && beside
    });
    let Some(day) = day else { return };
    let next = TokenId::at(name.index() + 1);
    if next.index() >= arcs.len() || !arcs.capital(next) {
        arcs.replace(day, name, Relation::Flat);
    }
}

/// "Rights groups, however, say": a word in commas between noun and verb of speech parts no subject from its verb.
fn interrupted(arcs: &mut Arcs<'_>, adverb: TokenId) {
    let at = adverb.index();
    let aside =
        matches!(arcs.form(adverb), "however" | "meanwhile" | "nevertheless" | "nonetheless" | "though" | "too");
    if !aside || at < 2 || at + 2 >= arcs.len() || arcs.form_at(at - 1) != "," || arcs.form_at(at + 1) != "," {
        return;
    }
    let (noun, verb) = (TokenId::at(at - 2), TokenId::at(at + 2));
    // "Groups in Mali, however, say": the verb already stands beside the noun that has no predicate.
    let beside = arcs.head(adverb).filter(|&verb| adverb < verb && arcs.relation(verb) == Relation::Parataxis);
    let verb = beside.unwrap_or(verb);
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Expl];
    let bare = beside.is_some() || !arcs.has(verb, &[Relation::Aux]);
    let speaks = arcs.is_verb(verb) && listed(SPEECH, arcs.lemma(verb)) && bare && !arcs.has(verb, &own);
    let Some(root) = arcs.ancestors(verb).last().filter(|&root| root <= noun) else { return };
    let opens = match beside {
        Some(_) => arcs.is_nominal(root) && arcs.head(verb) == Some(root),
        None => arcs.xpos(noun) == Xpos::Nns && arcs.before(root).is_none(),
    };
    if !speaks || !opens || arcs.is_clause(root) {
        return;
    }
    // "Rights groups", where "rights" is taken for the head.
    let parted = root != noun && (beside.is_none() || arcs.relation(noun) == Relation::Obj);
    arcs.replace(root, verb, Relation::Nsubj);
    if !arcs.is_finite(verb) {
        arcs.retag(verb, Upos::Verb, if arcs.form(verb).ends_with("ed") { Xpos::Vbd } else { Xpos::Vbp });
    }
    if parted {
        arcs.attach(noun, Some(verb), Relation::Nsubj);
        arcs.attach(root, Some(noun), Relation::Compound);
    }
}

/// "The letter, which X said had been ready, was published": behind a relative clause, a finite verb without a subject is the
/// predicate of the noun that has none.
fn main_predicate(arcs: &mut Arcs<'_>) {
    let Some(noun) = arcs.roots().next() else { return };
    if !arcs.sentence.has_stop || !arcs.is_nominal(noun) || arcs.is_clause(noun) {
        return;
    }
    if arcs.form_at(noun.index() + 1) != "," {
        return;
    }
    let predicate = arcs.tokens().find(|&token| {
        let loose =
            matches!(arcs.relation(token), Relation::Parataxis | Relation::Conj | Relation::Advcl | Relation::Ccomp);
        token > noun
            && loose
            && arcs.is_finite(token)
            && !arcs.has(token, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Cc, Relation::Mark])
            && after_break(arcs, token)
            && arcs.quotes[token.index()] == arcs.quotes[noun.index()]
    });
    if let Some(predicate) = predicate {
        let subject_is = arcs.subject_relation(predicate);
        arcs.replace(noun, predicate, subject_is);
    }
}

/// "Jane Doe, speaking in Oslo, confirmed it": outside quotations, a name before a verb without a subject is not spoken to.
fn addressed(arcs: &mut Arcs<'_>, name: TokenId) {
    let spoken = arcs.relation(name) == Relation::Vocative && arcs.quotes[name.index()] == 0;
    let Some(verb) = arcs.head(name).filter(|&verb| spoken && verb > name && arcs.is_verb(verb)) else { return };
    if arcs.quotes[verb.index()] != 0 || arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]) {
        return;
    }
    arcs.make_finite(verb);
    if arcs.is_finite(verb) {
        arcs.relabel(name, Relation::Nsubj);
    }
}

/// "Jane Doe and other ministers claimed", where the name is taken for the subject of "ministers": both claimed it.
fn name_and_others(arcs: &mut Arcs<'_>, noun: TokenId) {
    let Some(other) = arcs.before(noun).filter(|&other| arcs.form(other) == "other") else { return };
    let name = arcs.head(other).filter(|&name| arcs.relation(other) == Relation::Conj && arcs.head(name) == Some(noun));
    let Some(name) = name.filter(|&name| arcs.relation(name) == Relation::Nsubj && arcs.is_nominal(noun)) else {
        return;
    };
    let and = arcs.with(other, &[Relation::Cc]).next();
    arcs.replace(noun, name, Relation::Conj);
    arcs.attach(other, Some(noun), Relation::Amod);
    if let Some(and) = and {
        arcs.attach(and, Some(noun), Relation::Cc);
    }
}

/// "the news agency Anadolu reported", where noun and name beside it are two subjects: the name belongs to the noun.
fn two_subjects(arcs: &mut Arcs<'_>, verb: TokenId) {
    let subjects: Vec<TokenId> = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass]).collect();
    for pair in subjects.windows(2) {
        let (noun, name) = (pair[0], pair[1]);
        agent_of_participle(arcs, verb, noun, name);
        if object_of_gerund(arcs, noun, name) {
            continue;
        }
        // "Jane Doe, the chief, and Minister Roe denounced it": two that "and" joins.
        let and = (noun.index() + 1..name.index()).map(TokenId::at).rfind(|&at| arcs.upos(at) == Upos::Cconj);
        let first = arcs.below(name, |_| false).first().copied().unwrap_or(name);
        if let Some(and) = and.filter(|and| name < verb && (and.index() + 1..first.index()).is_empty()) {
            arcs.attach(name, Some(noun), Relation::Conj);
            arcs.attach(and, Some(name), Relation::Cc);
            continue;
        }
        let beside = arcs.below(name, |_| false).first().is_some_and(|first| first.index() == noun.index() + 1);
        if name < verb && beside && arcs.upos(noun) == Upos::Noun && arcs.upos(name) == Upos::Propn {
            arcs.attach(name, Some(noun), Relation::Appos);
        }
    }
}

/// "Observers watching Chad's weekend general election said": the second noun is what they watch, and not who speaks.
fn object_of_gerund(arcs: &mut Arcs<'_>, noun: TokenId, name: TokenId) -> bool {
    let Some(gerund) = arcs.with(noun, &[Relation::Acl]).find(|&kid| noun < kid && kid < name) else { return false };
    let object = arcs.with(gerund, &[Relation::Obj]).find(|&object| gerund < object && object < name);
    let beside = object.filter(|object| object.index() + 1 == first_word(arcs, name).index());
    let Some(object) = beside.filter(|_| arcs.xpos(gerund) == Xpos::Vbg) else { return false };
    arcs.attach(name, Some(gerund), Relation::Obj);
    arcs.attach(object, Some(name), Relation::Compound);
    arcs.hand_on(object, name, |kid| kid < object);
    true
}

/// "A letter seen by X says", where X is taken for a second subject: behind "by" it is who saw it.
fn agent_of_participle(arcs: &mut Arcs<'_>, verb: TokenId, noun: TokenId, agent: TokenId) {
    let Some(first) = arcs.below(agent, |_| false).first().copied() else { return };
    let by = match arcs.form(first) {
        "by" => Some(first),
        _ => arcs.before(first).filter(|&by| arcs.form(by) == "by"),
    };
    let participle = by.and_then(|by| arcs.before(by)).filter(|&participle| {
        arcs.xpos(participle) == Xpos::Vbn && arcs.head(participle) == Some(noun) && agent < verb
    });
    if let Some((by, participle)) = by.zip(participle) {
        arcs.attach(agent, Some(participle), Relation::OblAgent);
        arcs.attach(by, Some(agent), Relation::Case);
    }
}

/// "declared them to be victims": what "to be" stands before is an infinitive of the verb before, and nothing's subject.
fn infinitive_subject(arcs: &mut Arcs<'_>, token: TokenId) {
    if !matches!(arcs.relation(token), Relation::Nsubj | Relation::NsubjPass) {
        return;
    }
    let be = arcs.with(token, &[Relation::Cop]).find(|&cop| cop < token && arcs.form(cop) == "be");
    let to = be.and_then(|be| arcs.before(be)).filter(|&to| arcs.form(to) == "to" && arcs.xpos(to) == Xpos::To);
    let verb = to.and_then(|to| {
        let object = arcs.before(to)?;
        arcs.ancestors(object).find(|&above| arcs.is_verb(above) && above < object)
    });
    if let Some((to, verb)) = to.zip(verb) {
        arcs.attach(token, Some(verb), Relation::Xcomp);
        arcs.attach(to, Some(token), Relation::Mark);
    }
}

/// "Motions declaring it a crime passed", "A report published today shows it": a participle is no main verb where a finite one has no subject.
fn participle_root(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(root) = arcs.head(verb).filter(|&root| root < verb && arcs.head(root).is_none()) else { return };
    let participle = arcs.is_gerund(root) || arcs.xpos(root) == Xpos::Vbn;
    let comma = arcs.before(verb).is_some_and(|before| arcs.form(before) == ",");
    let loose = matches!(arcs.relation(verb), Relation::Conj | Relation::Parataxis | Relation::Obj)
        || arcs.relation(verb) == Relation::Xcomp && comma;
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Cc, Relation::Mark, Relation::Expl];
    // "Ann Lee, saying it is over, left": the name is not spoken to.
    let spoken_to = Relation::Vocative;
    let subject = arcs.with(root, &[Relation::Nsubj, spoken_to]).find(|&kid| kid < root);
    if !loose || !arcs.is_finite(verb) || !arcs.is_verb(verb) || arcs.has(verb, &own) || !participle {
        return;
    }
    if let Some(subject) = subject.filter(|_| !arcs.has(root, &[Relation::Aux, Relation::AuxPass])) {
        let subject_is = arcs.subject_relation(verb);
        arcs.replace(root, verb, Relation::Acl);
        arcs.attach(subject, Some(verb), subject_is);
        arcs.attach(root, Some(subject), Relation::Acl);
    }
}

/// "A letter tabled today sent by Doe to Roe shows it", "The report released Friday shows it", where "by Doe" or the day is taken
/// for the subject of "shows": the letter shows it.
fn agent_for_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let loose = matches!(arcs.relation(verb), Relation::Ccomp | Relation::Conj | Relation::Obj);
    let Some(sent) = arcs.head(verb).filter(|&sent| sent < verb && loose && arcs.is_verb(verb)) else { return };
    if listed(SPEECH, arcs.lemma(sent)) {
        return;
    }
    let found = arcs.with(verb, &[Relation::Nsubj]).find_map(|kid| {
        let by = arcs.with(kid, &[Relation::Case]).find(|&case| arcs.form(case) == "by");
        let agent = by.is_some_and(|by| by.index() == sent.index() + 1);
        let day = is_weekday(arcs.form(kid)) && kid.index() == sent.index() + 1 && kid.index() + 1 == verb.index();
        let relation = if agent { Relation::OblAgent } else { Relation::OblUnmarked };
        (agent || day).then_some((kid, relation))
    });
    let noun = arcs.with(sent, &[Relation::Nsubj]).find(|&kid| kid < sent && arcs.upos(kid) == Upos::Noun);
    let past = matches!(arcs.xpos(sent), Xpos::Vbd | Xpos::Vbn) && !arcs.has(sent, &[Relation::Aux, Relation::AuxPass]);
    let Some(((kid, kid_is), noun)) = found.zip(noun).filter(|_| past && arcs.is_finite(verb)) else { return };
    if arcs.has(verb, &[Relation::Cc, Relation::Mark]) {
        return;
    }
    let subject_is = arcs.subject_relation(verb);
    arcs.replace(sent, verb, Relation::Acl);
    arcs.attach(noun, Some(verb), subject_is);
    arcs.attach(sent, Some(noun), Relation::Acl);
    arcs.retag(sent, Upos::Verb, Xpos::Vbn);
    arcs.attach(kid, Some(sent), kid_is);
}

/// "A and B, according to C, have criticised it": a name at the root, and the sentence's only finite verb below it
/// without a subject.
fn headless_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(noun) = arcs.head(verb).filter(|&noun| noun < verb && arcs.head(noun).is_none()) else { return };
    let loose = matches!(arcs.relation(verb), Relation::Parataxis | Relation::Conj | Relation::Appos | Relation::Acl);
    let subject = [Relation::Nsubj, Relation::NsubjPass, Relation::Cc, Relation::Mark, Relation::Csubj, Relation::Expl];
    if !loose || !arcs.is_verb(verb) || !arcs.is_finite(verb) || arcs.has(verb, &subject) {
        return;
    }
    let bare = arcs.is_nominal(noun) && !arcs.is_clause(noun) && arcs.preposition(noun).is_empty();
    let Some(first) = arcs.below(verb, |_| false).into_iter().find(|&word| !arcs.is_punct(word)) else { return };
    if !bare || arcs.before(first).is_none_or(|before| arcs.form(before) != ",") {
        return;
    }
    arcs.replace(noun, verb, Relation::Nsubj);
    if arcs.has(verb, &[Relation::AuxPass]) {
        arcs.relabel(noun, Relation::NsubjPass);
    }
}

/// "Protesters demanding the release of X marched": a past tense without a subject is no clause of a noun, but the predicate
/// of the noun that has none.
fn past_predicate(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(root) = arcs.roots().next().filter(|&root| root < verb && arcs.sentence.has_stop) else { return };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Cc, Relation::Aux, Relation::Expl];
    let past = arcs.relation(verb) == Relation::Acl && arcs.xpos(verb) == Xpos::Vbd && !arcs.has(verb, &own);
    let bare = arcs.is_nominal(root) && !arcs.is_clause(root) && arcs.preposition(root).is_empty();
    let by = arcs.kids(verb).iter().any(|&kid| arcs.preposition(kid) == "by");
    if past && bare && !by && arcs.head(verb) != Some(root) {
        arcs.replace(root, verb, Relation::Nsubj);
    }
}

/// "In talks with A, B, and C, D imposed sanctions": behind the list's last member, D alone is the subject, and the list goes on
/// with the fronted phrase.
fn fronted_list(arcs: &mut Arcs<'_>, first: TokenId) {
    if !matches!(arcs.relation(first), Relation::Nsubj | Relation::NsubjPass) {
        return;
    }
    let Some(verb) = arcs.head(first).filter(|&verb| first < verb) else { return };
    let list: Vec<TokenId> = arcs.with(first, &[Relation::Conj]).collect();
    let Some(closed) = list.iter().position(|&member| arcs.has(member, &[Relation::Cc])) else { return };
    let Some(&subject) = list.get(closed + 1).filter(|_| list.len() == closed + 2) else { return };
    let phrase =
        arcs.with(verb, &[Relation::Obl]).find(|&phrase| phrase < first && !arcs.preposition(phrase).is_empty());
    let Some(phrase) = phrase.filter(|_| subject < verb && after_break(arcs, subject)) else { return };
    let inner = arcs.with(phrase, &[Relation::Nmod]).last().unwrap_or(phrase);
    let relation = arcs.relation(first);
    arcs.attach(subject, Some(verb), relation);
    arcs.attach(first, Some(inner), Relation::Conj);
}

/// "At talks in Geneva, Iran and Norway said": a phrase with a preposition is no subject; the names behind its comma are.
fn fronted_phrase(arcs: &mut Arcs<'_>, phrase: TokenId) {
    let place = matches!(arcs.preposition(phrase).as_str(), "after" | "at" | "before" | "during" | "in" | "on");
    if arcs.relation(phrase) != Relation::Nsubj || !place {
        return;
    }
    let opens = arcs.before(first_word(arcs, phrase)).is_none();
    let Some(verb) = arcs.head(phrase).filter(|&verb| opens && phrase < verb && arcs.is_finite(verb)) else { return };
    let inside = arcs.below(phrase, |_| false);
    let names: Vec<TokenId> = inside
        .into_iter()
        .filter(|&kid| kid > phrase && arcs.upos(kid) == Upos::Propn)
        .filter(|&kid| matches!(arcs.relation(kid), Relation::Conj | Relation::Appos))
        .collect();
    let behind_comma = |name: TokenId| arcs.before(first_word(arcs, name)).is_some_and(|comma| arcs.form(comma) == ",");
    let Some(start) = names.iter().position(|&name| behind_comma(name) && !arcs.has(name, &[Relation::Cc])) else {
        return;
    };
    arcs.relabel(phrase, Relation::Obl);
    arcs.attach(names[start], Some(verb), Relation::Nsubj);
    for &other in names[start + 1..].iter().filter(|&&other| arcs.relation(other) == Relation::Conj).collect::<Vec<_>>()
    {
        arcs.attach(other, Some(names[start]), Relation::Conj);
    }
}

/// "Adopting the resolution, the Senate called for talks": behind the comma stands the subject, and no other name of what is adopted.
fn fronted_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !arcs.is_verb(verb) || !arcs.is_finite(verb) {
        return;
    }
    let participle = arcs
        .with(verb, &[Relation::Advcl])
        .find(|&kid| kid < verb && arcs.xpos(kid) == Xpos::Vbg && arcs.before(first_word(arcs, kid)).is_none());
    let Some(participle) = participle else { return };
    let taken = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]).next();
    let object = match taken {
        // What is adopted, right behind the participle, is taken for the subject.
        Some(taken) => Some(taken).filter(|&taken| arcs.before(first_word(arcs, taken)) == Some(participle)),
        None => arcs.with(participle, &[Relation::Obj]).last(),
    };
    let subject = object.and_then(|object| {
        arcs.with(object, &[Relation::Appos]).find(|&kid| {
            let comma = arcs.before(first_word(arcs, kid)).is_some_and(|before| arcs.form(before) == ",");
            let last = arcs.below(kid, |_| false).last().map_or(0, |last| last.index());
            object < kid && comma && last + 1 == verb.index()
        })
    });
    if let Some((object, subject)) = object.zip(subject) {
        let relation = arcs.subject_relation(verb);
        arcs.attach(object, Some(participle), Relation::Obj);
        arcs.attach(subject, Some(verb), relation);
    }
}

/// "In Nairobi, the envoy, Jane Doe, condemned it": what stands in commas behind a fronted name or day is the subject of a verb
/// that has none.
fn fronted_apposition(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !arcs.is_verb(verb)
        || !arcs.is_finite(verb)
        || arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl])
    {
        return;
    }
    let first = arcs.with(verb, &[Relation::Obl, Relation::OblUnmarked]).next();
    let Some(fronted) = first.filter(|&fronted| fronted < verb && arcs.before(first_word(arcs, fronted)).is_none())
    else {
        return;
    };
    // "In a series of tweets, Doe, accused", where Doe became another name of the tweets.
    let inner = arcs.with(fronted, &[Relation::Nmod]).last().filter(|&inner| arcs.has(inner, &[Relation::Appos]));
    let fronted = inner.unwrap_or(fronted);
    let beside: Vec<TokenId> =
        arcs.with(fronted, &[Relation::Appos, Relation::Conj]).filter(|&kid| kid < verb).collect();
    let Some(&subject) = beside.first().filter(|&&subject| after_break(arcs, subject)) else { return };
    let closed = arcs.before(verb).is_some_and(|before| arcs.form(before) == "," || arcs.upos(before) == Upos::Adv);
    if !closed || !arcs.preposition(subject).is_empty() || arcs.has(subject, &[Relation::Cc]) {
        return;
    }
    let relation = arcs.subject_relation(verb);
    arcs.attach(subject, Some(verb), relation);
    for &other in &beside[1..] {
        arcs.attach(other, Some(subject), Relation::Appos);
    }
    arcs.hand_on(fronted, subject, |kid| subject < kid && kid < verb);
}

/// "the report states that", "the report notes": with a subject of its own, what looks like a plural is a verb of speech.
fn plural_verb(arcs: &mut Arcs<'_>, word: TokenId) {
    let plural = arcs.upos(word) == Upos::Noun && arcs.xpos(word) == Xpos::Nns && listed(SPEECH, arcs.lemma(word));
    if plural && arcs.has(word, &[Relation::Nsubj]) && !arcs.has(word, &[Relation::Cop, Relation::Det, Relation::Amod])
    {
        arcs.retag(word, Upos::Verb, Xpos::Vbz);
    }
}

/// "Responding to reports that X had won, Y said it was late": the participle that opens the sentence is no main verb where
/// a clause with its subject follows the comma.
fn fronted_participle(arcs: &mut Arcs<'_>) {
    let Some(root) = arcs.roots().next().filter(|&root| arcs.xpos(root) == Xpos::Vbg && arcs.before(root).is_none())
    else {
        return;
    };
    if arcs.has(root, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux]) {
        return;
    }
    let main = arcs.tokens().find(|&token| {
        let loose =
            matches!(arcs.relation(token), Relation::Parataxis | Relation::Ccomp | Relation::Conj | Relation::Advcl);
        let subject = arcs.with(token, &[Relation::Nsubj, Relation::NsubjPass]).next();
        token > root
            && loose
            && arcs.is_finite(token)
            && !arcs.has(token, &[Relation::Mark, Relation::Cc])
            && subject.is_some_and(|subject| {
                arcs.before(first_word(arcs, subject)).is_some_and(|before| arcs.form(before) == ",")
            })
    });
    let Some(main) = main.or_else(|| verb_like(arcs, root)) else { return };
    if arcs.quotes[main.index()] == arcs.quotes[root.index()] {
        arcs.replace(root, main, Relation::Advcl);
    }
}

/// "Emphasizing that it must end, the Council calls for talks", where "Council calls" is taken for a noun phrase: the verb that
/// the sentence has no other for, with its subject.
fn verb_like(arcs: &mut Arcs<'_>, root: TokenId) -> Option<TokenId> {
    let found = arcs.tokens().find_map(|token| {
        let plural = token > root && arcs.xpos(token) == Xpos::Nns && !arcs.has(token, &[Relation::Case]);
        let verb = listed(SPEECH, arcs.lemma(token)) || listed(OBJECT_CONTROL, arcs.lemma(token));
        let subject = arcs.with(token, &[Relation::Compound]).find(|&kid| kid.index() + 1 == token.index())?;
        let comma = arcs.before(first_word(arcs, token)).is_some_and(|before| arcs.form(before) == ",");
        (plural && verb && comma && arcs.upos(subject) == Upos::Propn).then_some((token, subject))
    });
    let (verb, subject) = found?;
    arcs.retag(verb, Upos::Verb, Xpos::Vbz);
    arcs.hand_on(verb, subject, |kid| kid < subject);
    arcs.attach(subject, Some(verb), Relation::Nsubj);
    let behind = arcs.tokens().filter(|&word| word > verb && !arcs.is_punct(word));
    let loose = behind.filter(|&word| arcs.head(word).is_some_and(|head| head <= verb)).collect::<Vec<_>>();
    for word in loose {
        let relation = if arcs.relation(word) == Relation::Nmod { Relation::Obl } else { arcs.relation(word) };
        arcs.attach(word, Some(verb), relation);
    }
    Some(verb)
}
