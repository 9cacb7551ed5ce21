//! Noun phrases that the parser took for one where there are two, or hangs on the wrong word: times, owners, names.
//!
//! In: arcs and a token. Out: arcs in which words of time are no objects, a name does not reach over a comma, and an object
//! stands below its verb. Words of time are sorted in `time`, owners in `owner`, nouns for what is
//! done in `act`, prepositions in `preposition`.

mod act;
pub(super) mod apposed;
mod compound;
mod owner;
mod preposition;
mod time;

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{GENERALS, TIME, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Mends the phrase of a token.
pub(super) fn mend(arcs: &mut Arcs<'_>, token: TokenId) {
    compound::mend(arcs, token);
    compound::prefix(arcs, token);
    post_general(arcs, token);
    time::time(arcs, token);
    time::time_subject(arcs, token);
    time::in_month(arcs, token);
    time::subject_before_day(arcs, token);
    time::behind_subject(arcs, token);
    short_adjective(arcs, token);
    time::of_weekday(arcs, token);
    time::year_of_participle(arcs, token);
    time::weekday(arcs, token);
    on_comma(arcs, token);
    over_comma(arcs, token);
    visiting(arcs, token);
    owner::possessor(arcs, token);
    time::day_of_speech(arcs, token);
    named_object(arcs, token);
    preposition::behind_phrase(arcs, token);
    exception(arcs, token);
    preposition::of_three_words(arcs, token);
    preposition::at_hands(arcs, token);
    one_another(arcs, token);
    act::charged(arcs, token);
    of_object(arcs, token);
    act::against_humanity(arcs, token);
    act::lodged_with(arcs, token);
    act::of_act(arcs, token);
    round_of(arcs, token);
    act::law_doing(arcs, token);
    act::law_that_bans(arcs, token);
    of_telling(arcs, token);
    agent_for_object(arcs, token);
    owner::verbs_owner(arcs, token);
    owner::owned_subject(arcs, token);
    act::of_name(arcs, token);
}

/// "Mexico's attorney general said": the adjective behind such a noun is the head of what it is called.
fn post_general(arcs: &mut Arcs<'_>, general: TokenId) {
    let post =
        arcs.before(general).filter(|&post| arcs.form(general) == "general" && listed(GENERALS, arcs.form(post)));
    let Some(post) = post.filter(|&post| arcs.upos(post) == Upos::Noun) else { return };
    let owner = arcs.before(post).filter(|&sign| arcs.xpos(sign) == Xpos::Pos).and_then(|sign| arcs.head(sign));
    let owner = owner.filter(|&owner| owner < post);
    for above in owner.into_iter().chain([post]) {
        // What the post or its owner was taken for the head of, clause or noun, takes its place.
        let top = arcs.ancestors(general).chain([general]).find(|&at| arcs.head(at) == Some(above));
        if let Some(top) = top {
            arcs.replace(above, top, Relation::Dep);
        }
    }
    arcs.attach(post, Some(general), Relation::Compound);
    arcs.hand_on(post, general, |_| true);
    arcs.retag(general, Upos::Noun, Xpos::Nn);
    if let Some(owner) = owner {
        arcs.attach(owner, Some(general), Relation::NmodPoss);
    }
}

/// "told reporters during a visit to Peru": when it was told, and not which reporters.
fn of_telling(arcs: &mut Arcs<'_>, occasion: TokenId) {
    let phrase = arcs.relation(occasion) == Relation::Nmod
        && matches!(arcs.preposition(occasion).as_str(), "during" | "on" | "after" | "before");
    let hearer = arcs.head(occasion).filter(|&hearer| phrase && arcs.relation(hearer) == Relation::Iobj);
    let verb = hearer.and_then(|hearer| arcs.head(hearer)).filter(|&verb| arcs.is_verb(verb));
    if let Some(verb) = verb {
        arcs.attach(occasion, Some(verb), Relation::Obl);
    }
}

/// "is accused by rights groups of lying", where they are taken for its object, and who lies is said of them.
fn agent_for_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !arcs.has(verb, &[Relation::AuxPass]) {
        return;
    }
    let opens = |kid: &TokenId| arcs.below(*kid, |_| false).first().copied().filter(|&by| arcs.form(by) == "by");
    let found = arcs.with(verb, &[Relation::Obj]).find_map(|kid| Some((kid, opens(&kid)?)));
    let Some((agent, by)) = found.filter(|&(agent, _)| verb < agent) else { return };
    arcs.relabel(agent, Relation::OblAgent);
    arcs.attach(by, Some(agent), Relation::Case);
    let gerund =
        arcs.with(agent, &[Relation::Acl]).find(|&kid| arcs.is_gerund(kid) && !arcs.preposition(kid).is_empty());
    if let Some(gerund) = gerund {
        arcs.attach(gerund, Some(verb), Relation::Advcl);
    }
}

/// "imposed a new round of sanctions": what is imposed are the sanctions.
fn round_of(arcs: &mut Arcs<'_>, round: TokenId) {
    const ROUNDS: &[&str] = &["barrage", "batch", "package", "raft", "round", "series", "set", "slew", "spate", "wave"];
    let object = matches!(arcs.relation(round), Relation::Obj | Relation::NsubjPass);
    if !object || !ROUNDS.contains(&arcs.lemma(round)) {
        return;
    }
    let plural = |noun: &TokenId| arcs.preposition(*noun) == "of" && arcs.xpos(*noun) == Xpos::Nns;
    let noun = arcs.with(round, &[Relation::Nmod]).find(plural);
    let Some((noun, of)) = noun.and_then(|noun| Some((noun, arcs.with(noun, &[Relation::Case]).next()?))) else {
        return;
    };
    arcs.replace(round, noun, Relation::Nummod);
    arcs.hand_on(round, noun, |kid| kid > noun);
    arcs.attach(of, Some(round), Relation::Fixed);
}

/// "everyone except Sweden": who is excepted is no subject.
fn exception(arcs: &mut Arcs<'_>, token: TokenId) {
    let except = arcs
        .before(token)
        .filter(|&word| matches!(arcs.form(word), "except" | "excepting" | "excluding" | "but" | "barring"));
    let Some(word) = except.filter(|_| arcs.upos(token) == Upos::Propn) else { return };
    let all = (0..word.index()).rev().take(4).any(|at| {
        matches!(
            arcs.form_at(at),
            "all" | "every" | "everyone" | "everybody" | "none" | "nobody" | "no" | "any" | "anyone" | "nothing"
        )
    });
    let Some(noun) = arcs.before(word).filter(|&noun| arcs.is_nominal(noun) && all) else { return };
    if matches!(arcs.relation(token), Relation::Nsubj | Relation::NsubjPass)
        && let Some(verb) = arcs.head(token)
    {
        arcs.attach(noun, Some(verb), Relation::Nsubj);
    }
    arcs.attach(word, Some(token), Relation::Case);
    arcs.attach(token, Some(noun), Relation::Nmod);
}

/// "told the Financial Times": a name of several words is no time, whatever its last word is.
fn named_object(arcs: &mut Arcs<'_>, token: TokenId) {
    let Some(verb) = arcs.head(token).filter(|&verb| verb < token && arcs.is_verb(verb)) else { return };
    if arcs.relation(token) != Relation::OblUnmarked || arcs.has(verb, &[Relation::Obj, Relation::Ccomp]) {
        return;
    }
    let name = |&kid: &TokenId| arcs.capital(kid) && !listed(TIME, &arcs.lemma(kid).to_lowercase());
    let named = arcs.with(token, &[Relation::Flat]).any(|kid| name(&kid));
    let close = (verb.index() + 1..token.index()).map(TokenId::at).all(|at| arcs.head(at) == Some(token));
    if close && named {
        arcs.relabel(token, Relation::Obj);
    }
}

/// "released a statement Tuesday denouncing it": a participle that is said of a noun is the object's, not the verb's.
fn of_object(arcs: &mut Arcs<'_>, token: TokenId) {
    let Some(verb) = arcs.head(token).filter(|&verb| verb < token && arcs.is_verb(verb)) else { return };
    if arcs.relation(token) != Relation::Acl || arcs.has(token, &[Relation::Mark]) {
        return;
    }
    let object = arcs.with(verb, &[Relation::Obj]).rfind(|&kid| verb < kid && kid < token);
    if let Some(object) = object {
        arcs.attach(token, Some(object), Relation::Acl);
    }
}

/// "India, the US and others": a noun that hangs on the comma before it goes on with the noun before the comma.
fn on_comma(arcs: &mut Arcs<'_>, noun: TokenId) {
    let Some(comma) = arcs.head(noun).filter(|&comma| arcs.form(comma) == "," && comma < noun) else { return };
    let Some(first) = arcs.before(comma).filter(|&first| arcs.is_nominal(first) && arcs.is_nominal(noun)) else {
        return;
    };
    arcs.attach(noun, Some(first), Relation::Conj);
}

/// "met Hamas leader Ismail Haniyeh, Egyptian media said": no compound reaches over a comma; the name belongs to the noun
/// before it.
fn over_comma(arcs: &mut Arcs<'_>, name: TokenId) {
    if arcs.relation(name) != Relation::Compound || arcs.upos(name) != Upos::Propn {
        return;
    }
    let Some(head) = arcs.head(name).filter(|&head| head > name) else { return };
    let comma = (name.index() + 1..head.index()).any(|at| arcs.form_at(at) == ",");
    let Some(first) = arcs.below(name, |_| false).first().copied() else { return };
    let noun = arcs.before(first).filter(|&noun| arcs.upos(noun) == Upos::Noun && arcs.head(noun) != Some(head));
    if let Some(noun) = noun.filter(|_| comma) {
        arcs.attach(name, Some(noun), Relation::Appos);
    }
}

/// "met with visiting French President X": an adjective, and no gerund behind "with".
fn visiting(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.form(verb) != "visiting" || arcs.before(verb).is_none_or(|with| arcs.form(with) != "with") {
        return;
    }
    let noun = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb && arcs.preposition(kid).is_empty());
    if let Some(noun) = noun {
        arcs.replace(verb, noun, Relation::Amod);
        arcs.hand_on(verb, noun, |_| true);
        arcs.retag(verb, Upos::Adj, Xpos::Jj);
        let with = TokenId::at(verb.index() - 1);
        arcs.attach(with, Some(noun), Relation::Case);
        if arcs.relation(noun) != Relation::Nmod {
            arcs.relabel(noun, Relation::Obl);
        }
    }
}

/// "opposed the US and British invasion": a state's initials before "and" and an adjective for another state are an adjective
/// too.
fn short_adjective(arcs: &mut Arcs<'_>, noun: TokenId) {
    let adjective = arcs.with(noun, &[Relation::Amod]).find(|&kid| kid < noun && arcs.capital(kid));
    let Some((and, short)) = adjective.and_then(|adjective| {
        let and = arcs.before(adjective).filter(|&and| arcs.form(and) == "and")?;
        Some((and, arcs.before(and)?))
    }) else {
        return;
    };
    let Some(adjective) = adjective else { return };
    let text = arcs.sentence.tokens[short.index()].span.of(arcs.text);
    let initials = text.len() > 1 && text.len() < 6 && text.chars().all(|c| c.is_uppercase() || c == '.');
    let (place, relation) = (arcs.head(short), arcs.relation(short));
    let beside = arcs.relation(noun) == Relation::Conj
        && matches!(arcs.head(noun), head if head == place || head == Some(short));
    if !initials || !beside || arcs.upos(short) != Upos::Propn {
        return;
    }
    arcs.attach(noun, place, relation);
    arcs.attach(short, Some(noun), Relation::Compound);
    arcs.hand_on(short, noun, |kid| kid < short);
    arcs.attach(adjective, Some(short), Relation::Conj);
    arcs.attach(and, Some(adjective), Relation::Cc);
}

/// "accused one another of lying": two words for each other.
fn one_another(arcs: &mut Arcs<'_>, one: TokenId) {
    let next = TokenId::at(one.index() + 1);
    if next.index() < arcs.len() && arcs.form(one) == "one" && arcs.form(next) == "another" {
        let (first, head, relation) = match arcs.head(one) == Some(next) {
            true => (next, arcs.head(next), arcs.relation(next)),
            false => (one, arcs.head(one), arcs.relation(one)),
        };
        if first == next {
            arcs.attach(one, head, relation);
            arcs.hand_on(next, one, |_| true);
        }
        arcs.attach(next, Some(one), Relation::Fixed);
    }
}
