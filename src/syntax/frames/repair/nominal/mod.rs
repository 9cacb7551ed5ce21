//! Noun phrases that the parser took for one where there are two, or hangs on the wrong word: times, owners, names.
//!
//! In: arcs and a token. Out: arcs in which words of time are no objects, a name does not reach over a comma, and an object
//! stands below its verb. Words of time are sorted in `time`.

pub(super) mod apposed;
mod compound;
mod time;

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{CHARGING, COMPLAINTS, GENERALS, TIME, is_utterance, listed};
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
    possessor(arcs, token);
    time::day_of_speech(arcs, token);
    named_object(arcs, token);
    behind_phrase(arcs, token);
    exception(arcs, token);
    of_three_words(arcs, token);
    at_hands(arcs, token);
    one_another(arcs, token);
    charged(arcs, token);
    of_object(arcs, token);
    against_humanity(arcs, token);
    lodged_with(arcs, token);
    of_act(arcs, token);
    round_of(arcs, token);
    law_doing(arcs, token);
    law_that_bans(arcs, token);
    of_telling(arcs, token);
    agent_for_object(arcs, token);
    verbs_owner(arcs, token);
    owned_subject(arcs, token);
    of_name(arcs, token);
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

/// "crimes against humanity against Muslims": the second phrase says of the crimes whom they hit.
fn against_humanity(arcs: &mut Arcs<'_>, token: TokenId) {
    if arcs.form(token) != "humanity" || arcs.preposition(token) != "against" {
        return;
    }
    if let Some(crime) = arcs.head(token).filter(|&crime| crime < token && arcs.is_nominal(crime)) {
        arcs.hand_on(token, crime, |kid| kid > token);
    }
}

/// "the adoption of the law by the Senate", "the arrest by Mali of two poets": who does what a noun says, and to whom, both belong to
/// the noun.
fn of_act(arcs: &mut Arcs<'_>, phrase: TokenId) {
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
fn lodged_with(arcs: &mut Arcs<'_>, phrase: TokenId) {
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

/// "passed a law banning imports", where the imports are taken for the head.
fn law_doing(arcs: &mut Arcs<'_>, gerund: TokenId) {
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
fn law_that_bans(arcs: &mut Arcs<'_>, gerund: TokenId) {
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

/// "Chad's military denies it", where the owner hangs on the verb and the noun is taken for an adjective; "Doctors of the World report
/// they left".
fn owned_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let finite = arcs.xpos(verb).is_finite() && arcs.is_verb(verb);
    let noun = arcs.before(verb).filter(|&noun| finite && arcs.head(noun) == Some(verb));
    let noun =
        noun.filter(|&noun| matches!(arcs.relation(noun), Relation::Amod | Relation::Compound | Relation::Advmod));
    let Some(noun) = noun.filter(|_| !arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass])) else { return };
    let owner = arcs.with(verb, &[Relation::NmodPoss]).find(|&owner| owner < noun);
    if arcs.upos(noun) == Upos::Propn && arcs.relation(noun) == Relation::Compound {
        arcs.attach_subject(verb, noun);
    } else if let Some(owner) = owner {
        arcs.retag(noun, Upos::Noun, Xpos::Nn);
        arcs.attach_subject(verb, noun);
        arcs.attach(owner, Some(noun), Relation::NmodPoss);
    }
}

/// "Acme's general manager Jane Doe said", where the owner hangs on the verb: the noun behind it is owned.
fn verbs_owner(arcs: &mut Arcs<'_>, owner: TokenId) {
    let verb = arcs.head(owner).filter(|&verb| arcs.relation(owner) == Relation::NmodPoss && arcs.is_verb(verb));
    let Some(verb) = verb.filter(|&verb| owner < verb) else { return };
    let owned = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass]).find(|&owned| owner < owned && owned < verb);
    let beside = |owned: TokenId| (owner.index() + 1..owned.index()).all(|at| !arcs.is_punct(TokenId::at(at)));
    if let Some(owned) = owned.filter(|&owned| beside(owned)) {
        arcs.attach(owner, Some(owned), Relation::NmodPoss);
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

/// "a visit by Jane Doe to Togo", "a visit to Togo by Jane Doe": a name takes no phrase with "by" or "to", but the noun before it.
fn of_name(arcs: &mut Arcs<'_>, token: TokenId) {
    let Some(name) = arcs.head(token).filter(|&name| name < token && arcs.upos(name) == Upos::Propn) else { return };
    let (inner, outer) = (arcs.preposition(token), arcs.preposition(name));
    let swapped = matches!((outer.as_str(), inner.as_str()), ("by", "to") | ("to", "by"));
    let noun = arcs.head(name).filter(|&noun| arcs.upos(noun) == Upos::Noun && noun < name);
    let nested = arcs.relation(token) == Relation::Nmod && arcs.relation(name) == Relation::Nmod;
    if let Some(noun) = noun.filter(|_| swapped && nested) {
        arcs.attach(token, Some(noun), Relation::Nmod);
    }
}

/// "condemned Mugabe's exercise", where the owner is taken for the object: what it owns is.
fn possessor(arcs: &mut Arcs<'_>, owner: TokenId) {
    let argument = matches!(
        arcs.relation(owner),
        Relation::Obj | Relation::Iobj | Relation::Nsubj | Relation::NsubjPass | Relation::Obl
    );
    let sign = TokenId::at((owner.index() + 1).min(arcs.len() - 1));
    if !argument || arcs.xpos(sign) != Xpos::Pos || arcs.head(sign) != Some(owner) {
        return;
    }
    let part = |&word: &TokenId| {
        matches!(arcs.upos(word), Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
            || matches!(arcs.xpos(word), Xpos::Hyph | Xpos::Rp)
    };
    let run = (sign.index() + 1..arcs.len()).map(TokenId::at).take_while(part);
    let Some(owned) = run.filter(|&word| matches!(arcs.upos(word), Upos::Noun | Upos::Propn)).last() else { return };
    let (head, relation) = (arcs.head(owner), arcs.relation(owner));
    if head.is_some_and(|head| head == owned || arcs.ancestors(head).any(|above| above == owned)) {
        return;
    }
    arcs.attach(owned, head, relation);
    arcs.attach(owner, Some(owned), Relation::NmodPoss);
    for word in (sign.index() + 1..owned.index()).map(TokenId::at) {
        let within = arcs.head(word).is_some_and(|head| head > sign && head <= owned);
        if !within && !arcs.is_punct(word) {
            arcs.attach(word, Some(owned), Relation::Amod);
        }
    }
    arcs.hand_on(owner, owned, |kid| kid > owned);
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

/// "condemned in the strongest terms the arrest of X": a noun phrase right behind a phrase with a preposition is the object
/// of a verb that has none.
fn behind_phrase(arcs: &mut Arcs<'_>, noun: TokenId) {
    let Some(phrase) = arcs.head(noun).filter(|&phrase| phrase < noun) else { return };
    let begins = arcs.with(noun, &[Relation::Det, Relation::NmodPoss]).next().is_some_and(|first| first > phrase);
    let in_terms = matches!(arcs.form(phrase), "terms" | "language");
    let bare = match arcs.relation(noun) {
        Relation::NmodUnmarked => true,
        Relation::Nmod | Relation::Appos | Relation::Dep if in_terms => arcs.preposition(noun).is_empty(),
        Relation::Nmod | Relation::Appos => arcs.preposition(noun).is_empty() && arcs.has(noun, &[Relation::NmodPoss]),
        _ => false,
    };
    if !bare || !begins || arcs.relation(phrase) != Relation::Obl {
        return;
    }
    let verb = arcs.head(phrase).filter(|&verb| verb < phrase && arcs.is_verb(verb));
    let free = |verb: &TokenId| {
        !arcs.has(*verb, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp, Relation::AuxPass])
            && (phrase.index()..noun.index()).all(|at| !arcs.is_punct(TokenId::at(at)))
            && arcs.xpos(*verb) != Xpos::Vbn
    };
    if let Some(verb) = verb.filter(free) {
        arcs.attach(noun, Some(verb), Relation::Obj);
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

/// "voted in favour of the plan", "left in response to the raid": one preposition of three words.
fn of_three_words(arcs: &mut Arcs<'_>, noun: TokenId) {
    let last = match arcs.form(noun) {
        "favour" | "favor" | "support" | "defence" | "defense" => "of",
        "response" => "to",
        _ => return,
    };
    if arcs.relation(noun) != Relation::Obl {
        return;
    }
    let first =
        arcs.with(noun, &[Relation::Case]).find(|&case| arcs.form(case) == "in" && case.index() + 1 == noun.index());
    let what = arcs.with(noun, &[Relation::Nmod]).find(|&kid| arcs.preposition(kid) == last);
    if let Some((first, what)) = first.zip(what) {
        fix_preposition(arcs, noun, first, what);
    }
}

/// "suffered at the hands of Chad": whose hands they are did it.
fn at_hands(arcs: &mut Arcs<'_>, hands: TokenId) {
    let at = arcs.with(hands, &[Relation::Case]).find(|&case| arcs.form(case) == "at");
    let whose = arcs.with(hands, &[Relation::Nmod]).find(|&kid| arcs.preposition(kid) == "of");
    if let Some((at, whose)) = at.zip(whose).filter(|_| arcs.form(hands) == "hands") {
        fix_preposition(arcs, hands, at, whose);
    }
}

/// Makes one preposition of a noun, its article and the prepositions around it; its object gets the noun's place.
fn fix_preposition(arcs: &mut Arcs<'_>, noun: TokenId, first: TokenId, object: TokenId) {
    let last = arcs.with(object, &[Relation::Case]).next();
    let article = arcs.with(noun, &[Relation::Det]).next();
    let relation = arcs.relation(noun);
    arcs.attach(object, arcs.head(noun), relation);
    arcs.attach(first, Some(object), Relation::Case);
    for word in [article, Some(noun), last].into_iter().flatten() {
        arcs.attach(word, Some(first), Relation::Fixed);
    }
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

/// "fined ten of the officers accused of theft": right behind a noun and without "and", an accused one is no accuser.
fn charged(arcs: &mut Arcs<'_>, verb: TokenId) {
    let loose = arcs.relation(verb) == Relation::Conj && listed(CHARGING, arcs.lemma(verb));
    let bare = !arcs.has(verb, &[Relation::Cc, Relation::Obj, Relation::Nsubj, Relation::Aux]);
    let of = arcs.form_at(verb.index() + 1) == "of";
    let noun = arcs.before(verb).filter(|&noun| loose && bare && of && arcs.upos(noun) == Upos::Noun);
    if let Some(noun) = noun {
        arcs.retag(verb, Upos::Verb, Xpos::Vbn);
        arcs.attach(verb, Some(noun), Relation::Acl);
    }
}
