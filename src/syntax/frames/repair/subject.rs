//! Sentences whose subject or predicate the parser missed: a noun without a predicate, a predicate without a subject, two
//! subjects, a subject that is a list.
//!
//! In: arcs. Out: arcs in which each predicate of the sentence has its own subject, where English leaves no choice. What stands
//! before a comma and the subject, `fronted` tells from it.

use super::fronted;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{SPEECH, is_weekday, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Gives predicates their subjects.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    main_predicate(arcs);
    fronted::participle(arcs);
    for token in arcs.tokens() {
        name_and_others(arcs, token);
        two_subjects(arcs, token);
        infinitive_subject(arcs, token);
        participle_root(arcs, token);
        published(arcs, token);
        agent_for_subject(arcs, token);
        headless_subject(arcs, token);
        fronted::list(arcs, token);
        fronted::apposition(arcs, token);
        fronted::object(arcs, token);
        plural_verb(arcs, token);
        addressed(arcs, token);
        past_predicate(arcs, token);
        day_before_name(arcs, token);
        fronted::phrase(arcs, token);
        interrupted(arcs, token);
        before_and(arcs, token);
        behind_semicolon(arcs, token);
    }
}

/// "Chad opposed the motion; its envoy, Jane Doe, called it late": behind a semicolon begins another sentence.
fn behind_semicolon(arcs: &mut Arcs<'_>, mark: TokenId) {
    if arcs.form(mark) != ";" {
        return;
    }
    let back = |arcs: &Arcs<'_>, token: TokenId| arcs.head(token).is_some_and(|head| head < mark);
    let behind =
        |arcs: &Arcs<'_>| (mark.index() + 1..arcs.len()).map(TokenId::at).filter(|&at| back(arcs, at)).collect();
    let loose: Vec<TokenId> = behind(arcs);
    let Some(&verb) = loose.iter().find(|&&verb| arcs.is_verb(verb) && arcs.is_finite(verb)) else { return };
    let names = loose.iter().copied().take_while(|&noun| noun < verb);
    let nouns: Vec<TokenId> = names
        .filter(|&noun| arcs.is_nominal(noun) && !arcs.is_clause(noun) && arcs.preposition(noun).is_empty())
        .collect();
    let own = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass]).find(|&subject| subject > mark);
    let opens = arcs.has(verb, &[Relation::Mark, Relation::Expl]) || own.is_none() && arcs.has(verb, &[Relation::Cc]);
    let subject = own.or(nouns.first().copied()).filter(|_| !opens);
    let Some(subject) = subject else { return };
    if own.is_none() {
        arcs.attach_subject(verb, subject);
    }
    // "; Germany, Italy and Spain praised it"
    for noun in nouns.into_iter().filter(|&noun| noun != subject) {
        arcs.attach(noun, Some(subject), Relation::Conj);
    }
}

/// "met the militant group Hamas and said": no subject stands before the "and" that joins its verb to another; the name is the noun's
/// before it.
fn before_and(arcs: &mut Arcs<'_>, name: TokenId) {
    let verb = arcs.head(name).filter(|&verb| {
        let and = TokenId::at((name.index() + 1).min(arcs.len() - 1));
        let joined = arcs.relation(verb) == Relation::Conj && arcs.head(verb).is_some_and(|first| first < name);
        joined && name < verb && arcs.relation(and) == Relation::Cc && arcs.head(and) == Some(verb)
    });
    let noun = arcs.before(first_word(arcs, name)).filter(|&noun| arcs.upos(noun) == Upos::Noun);
    let named = arcs.relation(name) == Relation::Nsubj && arcs.upos(name) == Upos::Propn;
    if let Some(noun) = noun.filter(|_| named && verb.is_some()) {
        arcs.attach(name, Some(noun), Relation::Appos);
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
/// predicate of the noun that has none. "France, which holds the EU's seat, supports it": a subject before the comma is none.
fn main_predicate(arcs: &mut Arcs<'_>) {
    let Some(noun) = arcs.roots().next() else { return };
    if !arcs.sentence.has_stop || !arcs.is_nominal(noun) || arcs.is_clause(noun) {
        return;
    }
    if arcs.form_at(noun.index() + 1) != "," {
        return;
    }
    let relative = arcs.with(noun, &[Relation::AclRelcl]).next();
    let subjects = [Relation::Nsubj, Relation::NsubjPass];
    let predicate = arcs.tokens().find(|&token| {
        let loose =
            matches!(arcs.relation(token), Relation::Parataxis | Relation::Conj | Relation::Advcl | Relation::Ccomp);
        let comma = arcs.before(token).filter(|&comma| relative.is_some() && arcs.form(comma) == ",");
        let taken = |kid: TokenId| comma.is_some_and(|comma| noun < kid && kid < comma);
        token > noun
            && loose
            && arcs.is_finite(token)
            && arcs.with(token, &subjects).all(taken)
            && !arcs.has(token, &[Relation::Expl, Relation::Cc, Relation::Mark])
            && after_break(arcs, token)
            && arcs.quotes[token.index()] == arcs.quotes[noun.index()]
    });
    let Some(predicate) = predicate else { return };
    let taken: Vec<TokenId> = arcs.with(predicate, &subjects).collect();
    for kid in taken {
        arcs.attach(kid, relative, Relation::Obj);
    }
    let subject_is = arcs.subject_relation(predicate);
    arcs.replace(noun, predicate, subject_is);
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
        let first = first_word(arcs, name);
        let beside = first.index() == noun.index() + 1;
        // "UN rights experts said": a name right before the noun phrase is part of it.
        if beside && arcs.upos(noun) == Upos::Propn && arcs.upos(name) == Upos::Noun && arcs.kids(noun).is_empty() {
            arcs.attach(noun, Some(name), Relation::Compound);
            continue;
        }
        // "Jane Doe, the chief, and Minister Roe denounced it": two that "and" joins.
        let and = (noun.index() + 1..name.index()).map(TokenId::at).rfind(|&at| arcs.upos(at) == Upos::Cconj);
        if let Some(and) = and.filter(|and| name < verb && (and.index() + 1..first.index()).is_empty()) {
            arcs.attach(name, Some(noun), Relation::Conj);
            arcs.attach(and, Some(name), Relation::Cc);
            continue;
        }
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
        arcs.reduce(root, subject, verb);
    }
}

/// "A report published last year by Oxfam documented abuses", where "published" is taken for the sentence's verb: what is done by
/// somebody has no other object, and the verb behind it that has one has the noun for a subject.
fn published(arcs: &mut Arcs<'_>, participle: TokenId) {
    let past = matches!(arcs.xpos(participle), Xpos::Vbd | Xpos::Vbn) && arcs.head(participle).is_none();
    if !past || arcs.has(participle, &[Relation::Obj, Relation::Aux, Relation::AuxPass, Relation::Ccomp]) {
        return;
    }
    let agent = arcs.with(participle, &[Relation::OblAgent]).next();
    let noun =
        arcs.with(participle, &[Relation::Nsubj]).find(|&noun| arcs.upos(noun) == Upos::Noun && noun < participle);
    let Some((agent, noun)) = agent.zip(noun) else { return };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Mark, Relation::Cc];
    let main = arcs.below(participle, |_| false).into_iter().find(|&kid| {
        kid.index() == agent.index() + 1
            && matches!(arcs.xpos(kid), Xpos::Vbn | Xpos::Vbd)
            && !arcs.has(kid, &own)
            && arcs.has(kid, &[Relation::Obj, Relation::Ccomp])
    });
    if let Some(main) = main {
        arcs.make_finite(main);
        arcs.reduce(participle, noun, main);
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
    arcs.reduce(sent, noun, verb);
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

/// "Protesters demanding the release of X marched", "The court on Friday acquitted X": a past tense without a subject, and what a day
/// can't suffer, is no clause of a noun, but the predicate of the noun that has none.
fn past_predicate(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(root) = arcs.roots().next().filter(|&root| root < verb && arcs.sentence.has_stop) else { return };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Cc, Relation::Aux, Relation::Expl];
    let day = arcs.head(verb).filter(|&day| is_weekday(arcs.form(day)));
    let done = day.is_some() && arcs.xpos(verb) == Xpos::Vbn && arcs.has(verb, &[Relation::Obj, Relation::Ccomp]);
    let past = arcs.relation(verb) == Relation::Acl && (arcs.xpos(verb) == Xpos::Vbd || done) && !arcs.has(verb, &own);
    let bare = arcs.is_nominal(root) && !arcs.is_clause(root) && arcs.preposition(root).is_empty();
    let by = arcs.kids(verb).iter().any(|&kid| arcs.preposition(kid) == "by");
    if past && bare && !by && arcs.head(verb) != Some(root) {
        arcs.make_finite(verb);
        arcs.replace(root, verb, Relation::Nsubj);
        if let Some(day) = day {
            arcs.attach(day, Some(verb), Relation::Obl);
        }
    }
}

/// "the report states that", "the report notes": with a subject of its own, what looks like a plural is a verb of speech.
fn plural_verb(arcs: &mut Arcs<'_>, word: TokenId) {
    let plural = arcs.upos(word) == Upos::Noun && arcs.xpos(word) == Xpos::Nns && listed(SPEECH, arcs.lemma(word));
    if plural && arcs.has(word, &[Relation::Nsubj]) && !arcs.has(word, &[Relation::Cop, Relation::Det, Relation::Amod])
    {
        arcs.retag(word, Upos::Verb, Xpos::Vbz);
    }
}
