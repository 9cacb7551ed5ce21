//! Subjects that the parser takes for the object of a verb of speech, or for a clause of their own.
//!
//! In: arcs and a verb of speech. Out: arcs in which "says failure to reply may end it", "said talks on forming a cabinet were
//! dead" and "said the law, which passed in May, was harsh" have a content with a subject of its own.

use super::CLAUSE;
use crate::syntax::frames::arcs::{Arcs, is_quote};
use crate::syntax::frames::phrase::first_word;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "which X said had been done", "which argues it could": the inner verb took the speech verb for its subject.
pub(super) fn swallowed(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(inner) = arcs.head(verb).filter(|&inner| inner > verb && arcs.is_finite(inner)) else { return };
    let argument = matches!(
        arcs.relation(verb),
        Relation::Nsubj
            | Relation::NsubjPass
            | Relation::Csubj
            | Relation::CsubjPass
            | Relation::Dep
            | Relation::Parataxis
    );
    let has_subject = arcs.has(verb, &[Relation::Nsubj]);
    let broken = (verb.index()..inner.index())
        .any(|at| matches!(arcs.form_at(at), "," | "—" | "–" | ";" | ":" | "\"" | "”" | "“"));
    if argument && has_subject && arcs.is_finite(verb) && !broken && !arcs.has(verb, CLAUSE) {
        arcs.replace(inner, verb, Relation::Ccomp);
    }
}

/// "The plan," she said, "is bad": a noun alone in a quotation is the subject of what the next one says.
pub(super) fn divided(arcs: &mut Arcs<'_>, verb: TokenId) {
    let quoted = |token: TokenId| arcs.quotes[token.index()] != 0;
    let Some(noun) = arcs.head(verb).filter(|&noun| noun < verb && quoted(noun) && !quoted(verb)) else { return };
    let content = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| {
        kid > verb
            && quoted(kid)
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl])
    });
    let Some(content) = content.filter(|_| arcs.is_nominal(noun) && !arcs.is_clause(noun)) else { return };
    let subject_is = arcs.subject_relation(content);
    arcs.replace(noun, verb, Relation::Dep);
    arcs.attach(noun, Some(content), subject_is);
}

/// "said the law, which passed in May, was harsh": a noun with a relative clause, and behind that clause a second predicate, is
/// the subject of what is said.
pub(super) fn described_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, CLAUSE) {
        return;
    }
    let Some(noun) = arcs.with(verb, &[Relation::Obj]).find(|&noun| noun > verb && arcs.is_nominal(noun)) else {
        return;
    };
    let comma = usize::from(arcs.form_at(noun.index() + 1) == ",");
    let pronoun = TokenId::at((noun.index() + 1 + comma).min(arcs.len() - 1));
    if !matches!(arcs.xpos(pronoun), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss) {
        return;
    }
    let predicate = |word: TokenId| match arcs.relation(word) {
        Relation::Aux | Relation::AuxPass | Relation::Cop => arcs.head(word),
        _ => Some(word),
    };
    let opens = |&word: &TokenId| arcs.xpos(word).is_finite() || arcs.xpos(word) == Xpos::Vbn && arcs.is_verb(word);
    let mut finite = (pronoun.index() + 1..arcs.len()).map(TokenId::at).filter(opens);
    let Some(inner) = finite.next().and_then(predicate) else { return };
    let Some(second) = finite.find(|&word| predicate(word) != Some(inner) && arcs.xpos(word).is_finite()) else {
        return;
    };
    let Some(outer) = predicate(second).filter(|&outer| outer > inner) else { return };
    let between = (inner.index() + 1..second.index()).map(TokenId::at);
    let divided = between.clone().any(|word| {
        matches!(arcs.upos(word), Upos::Cconj | Upos::Sconj) || is_quote(arcs.form(word)) || arcs.is_relative(word)
    });
    let closed = arcs.before(second).is_some_and(|before| arcs.form(before) == ",");
    if divided || (comma == 1) != closed {
        return;
    }
    arcs.attach(outer, Some(verb), Relation::Ccomp);
    let subject_is = arcs.subject_relation(outer);
    arcs.hand_on(outer, inner, |kid| kid < inner);
    arcs.attach(noun, Some(outer), subject_is);
    arcs.attach(inner, Some(noun), Relation::AclRelcl);
    arcs.make_finite(inner);
}

/// "says the four (Doe, Roe and two others) are held": what stands in brackets behind the subject is not the subject.
pub(super) fn bracketed_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Obj]).find_map(|noun| {
        let content = arcs.with(verb, &[Relation::Ccomp]).find(|&content| content > noun)?;
        let inner = arcs.with(content, &[Relation::Nsubj, Relation::NsubjPass]).find(|&kid| kid < content)?;
        let opens = arcs.form_at(noun.index() + 1) == "(" && first_word(arcs, inner).index() == noun.index() + 2;
        let closes = (inner.index()..content.index()).any(|at| arcs.form_at(at) == ")");
        (verb < noun && opens && closes).then_some((noun, content, inner))
    });
    if let Some((noun, content, inner)) = found {
        let relation = arcs.relation(inner);
        arcs.attach(noun, Some(content), relation);
        arcs.attach(inner, Some(noun), Relation::Appos);
    }
}

/// "said talks on forming a cabinet were dead": a noun with a gerund, and behind it a predicate with a finite copula, is what the
/// predicate is about; "said that the duty to act lies with Chad": with "that", where gerund or infinitive is taken for the verb.
pub(super) fn modified_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let clause = arcs.with(verb, &[Relation::Ccomp]).next();
    let found = match clause {
        None => arcs.with(verb, &[Relation::Obj]).find_map(|noun| Some((noun, gerund_of(arcs, verb, noun)?))),
        Some(inner) => {
            let unfinite = arcs.is_gerund(inner) || !arcs.is_finite(inner) && arcs.marked(inner, "to");
            let noun = arcs.with(inner, &[Relation::Nsubj]).find(|noun| noun.index() + 2 == inner.index());
            noun.filter(|_| unfinite && arcs.marked(inner, "that")).map(|noun| (noun, inner))
        }
    };
    let Some((noun, inner)) = found.filter(|&(noun, inner)| verb < noun && noun < inner) else { return };
    let outer = clause.map(|_| verb).into_iter().flat_map(|verb| arcs.with(verb, &[Relation::Ccomp, Relation::Conj]));
    let kids = arcs.with(inner, &[Relation::Xcomp, Relation::Ccomp, Relation::Conj]);
    let predicate = kids.chain(outer).find(|&kid| {
        let whole = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Cc, Relation::Expl];
        kid > inner && arcs.is_finite(kid) && !arcs.has(kid, &whole)
    });
    let Some(predicate) = predicate else { return };
    // "a cabinet embracing both", where the participle is taken for the subject.
    let participle = arcs.with(predicate, &[Relation::Csubj]).find(|&kid| kid > inner && arcs.is_gerund(kid));
    if let Some((participle, of)) = participle.and_then(|kid| Some((kid, arcs.before(first_word(arcs, kid))?))) {
        arcs.attach(participle, Some(of), Relation::Acl);
    }
    let that = arcs.with(inner, &[Relation::Mark]).find(|&mark| mark < noun);
    arcs.attach(predicate, Some(verb), Relation::Ccomp);
    arcs.attach_subject(predicate, noun);
    arcs.attach(inner, Some(noun), Relation::Acl);
    if let Some(that) = that {
        arcs.attach(that, Some(predicate), Relation::Mark);
    }
}

/// The gerund right behind a noun's preposition: "talks on forming".
fn gerund_of(arcs: &Arcs<'_>, verb: TokenId, noun: TokenId) -> Option<TokenId> {
    let mut beside = arcs.with(verb, &[Relation::Advcl]).chain(arcs.with(noun, &[Relation::Acl]));
    let gerund = beside.find(|&kid| kid > noun && arcs.is_gerund(kid) && !arcs.preposition(kid).is_empty())?;
    (first_word(arcs, gerund).index() == noun.index() + 1).then_some(gerund)
}

/// What a clause that only lacks its subject does not have.
const WHOLE: &[Relation] =
    &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Csubj, Relation::Mark, Relation::Cc];

/// "says failure to reply may end it": an object before a clause without a subject is that clause's subject.
pub(super) fn inner_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    // "Doe said the court, which sits here, is biased", where the court became a second subject.
    let second = arcs.with(verb, &[Relation::Nsubj]).nth(1);
    // "said more could follow", where "more" is taken for something else.
    let count = arcs.kids(verb).iter().copied().find(|&kid| {
        let counts = ["all", "both", "few", "many", "more", "most", "none", "others", "several", "some"];
        kid.index() == verb.index() + 1 && counts.contains(&arcs.form(kid))
    });
    let objects = arcs.with(verb, &[Relation::Obj]);
    let Some(object) = objects.chain(second).chain(count).find(|&kid| kid > verb) else { return };
    let phrase = arcs.below(object, |_| false);
    let end = phrase.last().copied().unwrap_or(object);
    // "said charges against Doe, who is accused of murder, are false": a comma ends what is said of the noun.
    let described = phrase.iter().any(|&word| arcs.is_relative(word));
    let comma = usize::from(described && arcs.form_at(end.index() + 1) == ",");
    // "estimates of how many people were held": the clause is the question word's.
    let asks = |word: TokenId| matches!(arcs.xpos(word), Xpos::Wrb | Xpos::Wp | Xpos::Wdt) && !arcs.is_relative(word);
    if phrase.iter().any(|&word| asks(word)) {
        return;
    }
    let clauses =
        [Relation::Ccomp, Relation::Advcl, Relation::Parataxis, Relation::Xcomp, Relation::Obl, Relation::Conj];
    // "quoted the party as saying the talks had failed", where the clause hangs on "quoted".
    let outer = arcs.head(verb).filter(|&outer| arcs.is_gerund(verb) && arcs.is_verb(outer));
    let beyond = outer.into_iter().flat_map(|outer| arcs.with(outer, &[Relation::Advcl, Relation::Parataxis]));
    let beyond = beyond.filter(|&kid| kid > object && first_word(arcs, kid).index() == end.index() + 1);
    let content = arcs.with(verb, &clauses).chain(beyond).find(|&kid| {
        let close = arcs.relation(kid) == Relation::Ccomp || first_word(arcs, kid).index() == end.index() + 1 + comma;
        kid > object && close && arcs.is_finite(kid) && !arcs.has(kid, WHOLE)
    });
    if let Some(content) = content {
        arcs.attach(content, Some(verb), Relation::Ccomp);
        arcs.attach_subject(content, object);
    }
}
