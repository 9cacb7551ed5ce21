//! Whose a participle of speech is: "praised the plan, saying …", "filed a complaint with the court alleging …".
//!
//! In: arcs. Out: arcs in which a participle of speech that goes on with a clause hangs on that clause's verb, whose subject
//! speaks, and not on the nearest noun: things and those who are addressed do not say it. What papers say ("a letter
//! accusing …") stays theirs.

use super::commas::plain_noun;
use super::coordination::is_bare_participle;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{
    ANSWERS, CHARGING, LIGHT, OBJECT_CONTROL, SIDES, SPEECH, can_speak, is_speech, is_utterance, is_voted_on, listed,
};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Papers that are brought before a body, and verbs whose object is the body.
const FILED: &[&str] = &["appeal", "case", "claim", "complaint", "lawsuit", "motion", "petition", "protest", "suit"];
const ADDRESSING: &[&str] = &["lobby", "petition", "sue"];

/// Whether a preposition stands before the body that a paper is brought before.
fn is_before_body(preposition: &str) -> bool {
    matches!(preposition, "with" | "at" | "to" | "before")
}

/// Gives participles of speech to the clause that they go on with.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for participle in arcs.tokens() {
        if arcs.xpos(participle) != Xpos::Vbg || arcs.upos(participle) != Upos::Verb {
            continue;
        }
        between(arcs, participle);
        if !is_speech(arcs.lemma(participle)) {
            continue;
        }
        filed_with(arcs, participle);
        filed_before(arcs, participle);
        content_subject(arcs, participle);
        of_phrase(arcs, participle);
        of_noun(arcs, participle);
        of_infinitive(arcs, participle);
        of_occasion(arcs, participle);
        meanwhile(arcs, participle);
        of_document(arcs, participle);
        at_gathering(arcs, participle);
    }
}

/// "Amnesty, citing witnesses in Mali, said": between commas a participle with its object parts no name from its verb of speech.
fn between(arcs: &mut Arcs<'_>, gerund: TokenId) {
    let comma = arcs.before(gerund).filter(|&comma| arcs.form(comma) == ",");
    let last = comma.and_then(|comma| arcs.before(comma)).filter(|&last| arcs.upos(last) == Upos::Propn);
    let Some(last) = last.filter(|_| !arcs.has(gerund, &[Relation::Nsubj])) else { return };
    let behind = (gerund.index() + 1..arcs.len()).map(TokenId::at);
    let close = behind.into_iter().find(|&word| arcs.is_punct(word) || arcs.is_clause(word));
    let Some(close) = close.filter(|&close| arcs.form(close) == ",") else { return };
    let verb = TokenId::at((close.index() + 1).min(arcs.len() - 1));
    if !arcs.is_verb(verb)
        || !listed(SPEECH, arcs.lemma(verb))
        || !arcs.is_finite(verb)
        || arcs.head(last) == Some(verb)
    {
        return;
    }
    let part = |above: &TokenId| *above <= last && arcs.upos(*above) == Upos::Propn;
    let opens = |name: &TokenId| arcs.before(first_word(arcs, *name)).is_none_or(|before| arcs.is_punct(before));
    let name = [last].into_iter().chain(arcs.ancestors(last)).take_while(part).last().filter(opens);
    let within = |word: TokenId| gerund <= word && word < verb;
    let own = arcs.with(verb, &[Relation::Nsubj, Relation::NsubjPass]).all(within);
    let object = plain_noun(arcs, gerund.index() + 1..close.index());
    let Some((name, object)) = name.zip(object).filter(|_| own) else { return };
    arcs.replace(name, verb, Relation::Nsubj);
    arcs.attach(name, Some(verb), Relation::Nsubj);
    arcs.attach(gerund, Some(verb), Relation::Advcl);
    if !arcs.has(gerund, &[Relation::Obj]) {
        arcs.attach(object, Some(gerund), Relation::Obj);
    }
}

/// "said at a rally blaming Chad": a rally blames nobody.
fn at_gathering(arcs: &mut Arcs<'_>, participle: TokenId) {
    let gathering = arcs.head(participle).filter(|&noun| {
        let gathers = matches!(
            arcs.lemma(noun),
            "ceremony" | "conference" | "hearing" | "meeting" | "rally" | "session" | "summit"
        );
        let beside = arcs.relation(participle) == Relation::Acl && noun.index() + 1 == participle.index();
        gathers && beside && listed(CHARGING, arcs.lemma(participle))
    });
    let verb = gathering.and_then(|noun| arcs.head(noun).filter(|_| arcs.relation(noun) == Relation::Obl));
    if let Some(verb) = verb.filter(|&verb| arcs.is_verb(verb) && listed(SPEECH, arcs.lemma(verb))) {
        arcs.attach(participle, Some(verb), Relation::Advcl);
    }
}

/// "filed a suit with the court alleging that …", "petitioned the court arguing that …": the body that is addressed is no subject
/// of the participle.
fn filed_with(arcs: &mut Arcs<'_>, participle: TokenId) {
    let Some(verb) = arcs.head(participle).filter(|&verb| verb < participle && arcs.is_verb(verb)) else { return };
    let loose = matches!(arcs.relation(participle), Relation::Advcl | Relation::Ccomp | Relation::Xcomp);
    let body = arcs.with(participle, &[Relation::Nsubj]).find(|&body| verb < body && body < participle);
    let Some(body) = body.filter(|_| loose && arcs.has(verb, &[Relation::Nsubj])) else { return };
    let paper = arcs.with(verb, &[Relation::Obj]).any(|paper| paper < body && FILED.contains(&arcs.lemma(paper)));
    let mark = arcs
        .with(participle, &[Relation::Mark, Relation::Case])
        .find(|&mark| mark < body && is_before_body(arcs.form(mark)));
    match mark {
        Some(mark) if paper => {
            arcs.attach(body, Some(verb), Relation::Obl);
            arcs.attach(mark, Some(body), Relation::Case);
        }
        None if ADDRESSING.contains(&arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Obj]) => {
            arcs.attach(body, Some(verb), Relation::Obj);
        }
        _ => return,
    }
    arcs.relabel(participle, Relation::Advcl);
}

/// The same where the participle became a clause of the body, or took it for a part of a noun phrase.
fn filed_before(arcs: &mut Arcs<'_>, participle: TokenId) {
    let compound = arcs.with(participle, &[Relation::Compound]).find(|&body| body.index() + 1 == participle.index());
    let of_body = arcs.head(participle).filter(|_| arcs.relation(participle) == Relation::Acl);
    let Some(body) = compound.or(of_body).filter(|&body| arcs.upos(body) == Upos::Propn && body < participle) else {
        return;
    };
    let top = if compound.is_some() { participle } else { body };
    let filed = |paper: &TokenId| arcs.is_nominal(*paper) && FILED.contains(&arcs.lemma(*paper)) && *paper < body;
    let paper = arcs.head(top).filter(filed);
    let Some(verb) = (if paper.is_some() { paper.and_then(|paper| arcs.head(paper)) } else { arcs.head(top) }) else {
        return;
    };
    let object = arcs.relation(paper.unwrap_or(top)) == Relation::Obj;
    let addressed = match paper {
        Some(_) => is_before_body(&arcs.preposition(top)),
        None => ADDRESSING.contains(&arcs.lemma(verb)),
    };
    if !object || !addressed || !arcs.is_verb(verb) || !arcs.has(verb, &[Relation::Nsubj]) {
        return;
    }
    let body_is = if paper.is_some() { Relation::Obl } else { Relation::Obj };
    if compound.is_some() {
        arcs.hand_on(participle, body, |kid| kid < body);
    }
    arcs.attach(participle, Some(verb), Relation::Advcl);
    arcs.attach(body, Some(verb), body_is);
}

/// "warned of violence, saying the unrest could spread", where "saying the unrest" is taken for the subject of "spread".
fn content_subject(arcs: &mut Arcs<'_>, participle: TokenId) {
    let Some(clause) = arcs.head(participle).filter(|_| arcs.relation(participle) == Relation::Csubj) else { return };
    let Some(noun) = arcs.with(participle, &[Relation::Obj]).find(|&noun| noun > participle && noun < clause) else {
        return;
    };
    let verb = arcs.head(clause).filter(|&verb| verb < participle && arcs.is_verb(verb) && arcs.is_finite(verb));
    // "passed a motion saying the raid amounts to war"
    let paper = || arcs.before(participle).is_some_and(|paper| is_utterance(arcs.lemma(paper)));
    let parted = after_break(arcs, participle) || paper();
    let Some(verb) = verb.filter(|_| parted && arcs.is_finite(clause)) else { return };
    let subject_is = arcs.subject_relation(clause);
    arcs.attach(participle, Some(verb), Relation::Advcl);
    arcs.attach(clause, Some(participle), Relation::Ccomp);
    arcs.attach(noun, Some(clause), subject_is);
}

/// "accused Iraq of piracy, adding …", "warned of rising tension, noting …": behind a comma a participle does not go on with a
/// gerund that a preposition opens, but with the sentence.
fn of_phrase(arcs: &mut Arcs<'_>, participle: TokenId) {
    let loose = matches!(arcs.relation(participle), Relation::Conj | Relation::Advcl);
    if !loose || !is_bare_participle(arcs, participle) || arcs.has(participle, &[Relation::Cc]) {
        return;
    }
    let gerund = arcs
        .head(participle)
        .filter(|&gerund| gerund < participle && arcs.is_gerund(gerund) && !arcs.preposition(gerund).is_empty());
    let Some(gerund) = gerund.filter(|_| after_break(arcs, participle)) else { return };
    let Some(verb) = speaking_verb(arcs, gerund, participle) else { return };
    arcs.attach(participle, Some(verb), Relation::Advcl);
    // "adding Iraq denounces it", where "denounces" is taken for a verb of the main clause.
    let content = arcs.with(verb, &[Relation::Conj, Relation::Parataxis]).find(|&kid| {
        let subject = arcs.with(kid, &[Relation::Nsubj, Relation::NsubjPass]).next();
        kid > participle
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Cc, Relation::Mark])
            && subject.is_some_and(|subject| first_word(arcs, subject).index() == participle.index() + 1)
    });
    if let Some(content) = content.filter(|_| !arcs.has(participle, &[Relation::Ccomp])) {
        arcs.attach(content, Some(participle), Relation::Ccomp);
    }
}

/// "welcomed the news, telling reporters …", "rejected the plan saying …": what the object or a phrase behind the verb means is
/// not who speaks.
fn of_noun(arcs: &mut Arcs<'_>, participle: TokenId) {
    // "stopped the film, raising objections and saying …"
    let first = arcs.head(participle).filter(|_| arcs.relation(participle) == Relation::Conj);
    let participle = first.filter(|&first| arcs.is_gerund(first)).unwrap_or(participle);
    if arcs.relation(participle) != Relation::Acl || !is_bare_participle(arcs, participle) {
        return;
    }
    let Some(noun) = arcs.head(participle).filter(|&noun| noun < participle && arcs.is_nominal(noun)) else { return };
    let Some(verb) = speaking_verb(arcs, noun, participle) else { return };
    let lemma = arcs.lemma(verb);
    let side = listed(SIDES, lemma) || listed(CHARGING, lemma) || listed(SPEECH, lemma);
    // "…, with Doe, a critic, saying …": Doe says it, but not "cut ties with Chad, saying …"; "launched a petition which has 90
    // names, asking …": the petition asks.
    let with = arcs.with(noun, &[Relation::Case]).find(|&with| arcs.form(with) == "with");
    let aside = with.is_some_and(|with| arcs.before(with).is_none_or(|before| arcs.is_punct(before)));
    if aside || is_utterance(arcs.lemma(noun)) && !side {
        return;
    }
    let comma = arcs.before(participle).is_some_and(|before| arcs.form(before) == ",");
    // "opposed the bill saying it was late": what is voted on says nothing to those who oppose it, but condemns somebody.
    let voted = is_voted_on(arcs.lemma(noun));
    if voted && listed(CHARGING, arcs.lemma(participle)) {
        return;
    }
    let thing = arcs.upos(noun) == Upos::Noun
        && !arcs.capital(noun)
        && !can_speak(arcs.lemma(noun))
        && (voted || !is_utterance(arcs.lemma(noun)));
    // "…, the minister in charge of trade, saying": a comma before the noun as well may enclose an apposition.
    let enclosed = arcs.ancestors(noun).chain([noun]).any(|at| at > verb && arcs.relation(at) == Relation::Appos);
    if comma && !enclosed || side && thing && !comma {
        arcs.attach(participle, Some(verb), Relation::Advcl);
    }
}

/// "X answered a report by Y accusing it of …", "adopted a motion saying that it was late": what a document says is not what X
/// says. Behind a comma it is X who goes on, unless X denies what the document alleges.
fn of_document(arcs: &mut Arcs<'_>, participle: TokenId) {
    let lemma = arcs.lemma(participle);
    let loose = arcs.relation(participle) == Relation::Advcl && is_bare_participle(arcs, participle);
    let Some(verb) = arcs.head(participle).filter(|&verb| loose && verb < participle) else { return };
    let document = arcs.with(verb, &[Relation::Obj, Relation::Obl]).find(|&kid| {
        let last = arcs.below(kid, |_| false).last().copied();
        let next = last.map_or(0, |last| last.index() + 1);
        let comma = arcs.form_at(next) == ",";
        // "passed the bill officially urging them"
        let adverb = arcs.upos(TokenId::at(next.min(participle.index()))) == Upos::Adv;
        let denied = lemma == "allege" && listed(ANSWERS, arcs.lemma(verb));
        is_utterance(arcs.lemma(kid))
            && verb < kid
            && next + usize::from(comma || adverb) == participle.index()
            && (!comma || denied)
    });
    let Some(document) = document else { return };
    let author =
        arcs.with(document, &[Relation::Nmod]).any(|kid| matches!(arcs.preposition(kid).as_str(), "by" | "from"));
    let before = arcs.before(participle).filter(|&word| arcs.upos(word) == Upos::Adv).unwrap_or(participle);
    let taken = arcs.relation(document) == Relation::Obj && arcs.before(before) == Some(document);
    // "sent a letter to Chad urging", "said in a statement accusing": the subject's own.
    let own =
        listed(LIGHT, arcs.lemma(verb)) || matches!(arcs.preposition(document).as_str(), "in" | "with" | "through");
    let comma = arcs.form_at(participle.index() - 1) == ",";
    // "opposed the bill saying it was late": who opposes it says so; "supported a bill calling for talks": the bill does.
    let asks = (listed(OBJECT_CONTROL, lemma) || listed(CHARGING, lemma))
        && (lemma != "call" || arcs.with(participle, &[Relation::Obl]).any(|kid| arcs.preposition(kid) != "as"));
    let side = listed(SIDES, arcs.lemma(verb)) && !(asks && is_voted_on(arcs.lemma(document)));
    let opposed = side && is_voted_on(arcs.lemma(document));
    if author || taken && !side || !own && !comma && !opposed {
        arcs.attach(participle, Some(document), Relation::Acl);
    }
}

/// "rejected a request to open the files, saying …": behind a comma the participle goes on with the sentence, and not with what
/// the noun asks for.
fn of_infinitive(arcs: &mut Arcs<'_>, participle: TokenId) {
    let loose = arcs.relation(participle) == Relation::Advcl && is_bare_participle(arcs, participle);
    let infinitive = arcs.head(participle).filter(|&inner| {
        loose && inner < participle && arcs.relation(inner) == Relation::Acl && arcs.marked(inner, "to")
    });
    let Some(infinitive) = infinitive.filter(|_| after_break(arcs, participle)) else { return };
    if let Some(verb) = speaking_verb(arcs, infinitive, participle) {
        arcs.attach(participle, Some(verb), Relation::Advcl);
    }
}

/// "Jane Doe left after Chad attacked the town, saying it was late": behind a comma the participle goes on with the sentence, if its
/// subject speaks, and not with the occasion. "X backed it while Y left, saying" sets two sides apart, and stays.
fn of_occasion(arcs: &mut Arcs<'_>, participle: TokenId) {
    let loose = arcs.relation(participle) == Relation::Advcl && is_bare_participle(arcs, participle);
    let occasion = arcs.head(participle).filter(|&inner| {
        let opened = arcs
            .with(inner, &[Relation::Mark, Relation::Advmod])
            .any(|word| matches!(arcs.form(word), "after" | "before" | "until" | "when"));
        loose && inner < participle && arcs.relation(inner) == Relation::Advcl && arcs.is_finite(inner) && opened
    });
    let verb = occasion
        .filter(|_| after_break(arcs, participle))
        .and_then(|inner| arcs.head(inner).filter(|&verb| verb < inner));
    let speaks = |verb: TokenId| {
        let own = |subject: TokenId| arcs.upos(subject) == Upos::Propn || can_speak(arcs.lemma(subject));
        arcs.is_verb(verb) && arcs.is_finite(verb) && arcs.with(verb, &[Relation::Nsubj]).any(own)
    };
    let whole = |verb: &TokenId| arcs.quotes[verb.index()] == arcs.quotes[participle.index()];
    if let Some(verb) = verb.filter(whole).filter(|&verb| speaks(verb)) {
        arcs.attach(participle, Some(verb), Relation::Advcl);
    }
}

/// "urged members to condemn it, while calling on Chad to act": who calls is who urged.
fn meanwhile(arcs: &mut Arcs<'_>, participle: TokenId) {
    let mark = arcs.with(participle, &[Relation::Mark]).find(|&mark| arcs.form(mark) == "while");
    let Some(mark) = mark.filter(|&mark| after_break(arcs, mark) && arcs.is_gerund(participle)) else { return };
    let Some(inner) = arcs.head(participle).filter(|&inner| inner < mark && !arcs.is_finite(inner)) else { return };
    let verb = arcs.ancestors(inner).find(|&above| arcs.is_verb(above) && arcs.is_finite(above));
    let own = |verb: TokenId| arcs.with(verb, &[Relation::Nsubj]).any(|subject| subject < verb);
    if let Some(verb) = verb.filter(|&verb| verb < inner && own(verb)) {
        arcs.attach(participle, Some(verb), Relation::Advcl);
    }
}

/// The finite verb with a subject of its own that a noun or gerund behind it hangs on, in the same quotation as the participle.
fn speaking_verb(arcs: &Arcs<'_>, from: TokenId, participle: TokenId) -> Option<TokenId> {
    let phrase = |token: TokenId| {
        matches!(
            arcs.relation(token),
            Relation::Obj
                | Relation::Iobj
                | Relation::Obl
                | Relation::Nmod
                | Relation::Conj
                | Relation::Advcl
                | Relation::Acl
        ) && !arcs.is_finite(token)
    };
    let mut at = from;
    while phrase(at) {
        at = arcs.head(at)?;
        if arcs.is_verb(at) && arcs.is_finite(at) {
            let subject = arcs.with(at, &[Relation::Nsubj, Relation::NsubjPass]).any(|subject| subject < at);
            let whole = arcs.quotes[at.index()] == arcs.quotes[participle.index()];
            let own = at < from && !arcs.has(at, &[Relation::AuxPass]);
            return (subject && whole && own).then_some(at);
        }
    }
    None
}
