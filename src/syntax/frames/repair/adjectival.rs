//! Participles without an auxiliary: which is the sentence's verb, and which says of whom the sentence speaks.
//!
//! In: arcs. Out: arcs in which "denied" of "The army denied responsibility and said …" is the verb, and "retired" of "The chairman,
//! retired judge Jane Doe, denied it" is none. Their forms are the same; a subject, an article or name before the one and commas
//! around the other tell them apart. Forms that differ as a past tense and a participle are the tagger's to tell.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::first_word;
use crate::syntax::frames::words::{ANSWERS, JUDGING, SPEECH, TRANSITIVE, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Tells them apart.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens() {
        rooted(arcs, token);
        verb(arcs, token);
        no_verb(arcs, token);
    }
}

/// "Experts today expressed concern": an act of speech with a subject and without an auxiliary is the sentence's verb.
fn rooted(arcs: &mut Arcs<'_>, verb: TokenId) {
    let speaks = [JUDGING, SPEECH].into_iter().any(|list| listed(list, arcs.lemma(verb)));
    let root = arcs.head(verb).is_none() && arcs.sentence.has_stop;
    let object = arcs.has(verb, &[Relation::Obj, Relation::Ccomp]);
    let subject = arcs.with(verb, &[Relation::Nsubj]).any(|subject| subject < verb);
    if speaks && root && object && subject {
        arcs.make_finite(verb);
    }
}

/// "The army denied responsibility, saying …": with a subject before it, and a bare noun behind that nothing is said of.
fn verb(arcs: &mut Arcs<'_>, participle: TokenId) {
    let lemma = arcs.lemma(participle);
    let takes = [ANSWERS, JUDGING, SPEECH, TRANSITIVE].into_iter().any(|list| listed(list, lemma));
    let ambiguous = arcs.xpos(participle) == Xpos::Vbn && arcs.form(participle).ends_with("ed");
    let Some(object) = arcs.head(participle).filter(|&object| object > participle && takes && ambiguous) else {
        return;
    };
    let bare = arcs.head(object).is_none() && arcs.upos(object) == Upos::Noun && !arcs.has(object, &[Relation::Cop]);
    let Some(subject) = arcs.before(participle).filter(|&subject| bare && arcs.is_nominal(subject)) else { return };
    let own = |&&kid: &&TokenId| kid < participle || kid == subject;
    let front: Vec<TokenId> = arcs.kids(object).iter().chain(arcs.kids(participle)).filter(own).copied().collect();
    let first = front.iter().map(|&kid| first_word(arcs, kid)).min().unwrap_or(subject);
    let named = arcs.upos(first) == Upos::Det || arcs.upos(subject) == Upos::Propn;
    let small = |kid: &TokenId| {
        matches!(
            arcs.relation(*kid),
            Relation::Det | Relation::Compound | Relation::Amod | Relation::Flat | Relation::NmodPoss | Relation::Nsubj
        )
    };
    let whole = front.contains(&subject) && front.iter().all(small);
    let alone = arcs.kids(participle).iter().all(|&kid| kid == subject);
    if arcs.relation(participle) != Relation::Amod || !named || arcs.before(first).is_some() || !whole || !alone {
        return;
    }
    arcs.retag(participle, Upos::Verb, Xpos::Vbd);
    arcs.replace(object, participle, Relation::Obj);
    for kid in front.into_iter().filter(|&kid| kid != subject) {
        let relation = arcs.relation(kid);
        arcs.attach(kid, Some(subject), relation);
    }
    arcs.attach(subject, Some(participle), Relation::Nsubj);
    goes_on(arcs, participle, object);
}

/// Gives the verb what hangs on its object and goes on with the sentence: "denied it and left", "denied it, saying".
fn goes_on(arcs: &mut Arcs<'_>, participle: TokenId, object: TokenId) {
    let behind: Vec<TokenId> =
        arcs.kids(object).iter().copied().filter(|&kid| kid > object && arcs.is_verb(kid)).collect();
    for kid in behind {
        let comma = arcs.before(kid).is_some_and(|before| arcs.form(before) == ",");
        match arcs.relation(kid) {
            Relation::Conj if arcs.is_finite(kid) => arcs.attach(kid, Some(participle), Relation::Conj),
            Relation::Acl if arcs.is_gerund(kid) && comma => arcs.attach(kid, Some(participle), Relation::Advcl),
            _ => {}
        }
    }
}

/// "The chairman, retired judge Jane Doe, denied it": between commas, a participle with a title and a name is no predicate.
fn no_verb(arcs: &mut Arcs<'_>, participle: TokenId) {
    let at = participle.index();
    let past = matches!(arcs.xpos(participle), Xpos::Vbd | Xpos::Vbn) && !arcs.has(participle, &[Relation::Aux]);
    if !past || at == 0 || arcs.form_at(at - 1) != "," {
        return;
    }
    // "The chairman of Oxfam, retired …"
    let before_comma = |subject: &TokenId| {
        let last = arcs.below(*subject, |_| false).into_iter().rfind(|&word| !arcs.is_punct(word));
        last.is_some_and(|last| last.index() + 2 == at)
    };
    let subject = arcs.with(participle, &[Relation::Nsubj]).find(before_comma);
    let name = arcs.with(participle, &[Relation::Obj]).find(|&name| name > participle);
    let Some((subject, name)) = subject.zip(name.filter(|&name| arcs.upos(name) == Upos::Propn)) else { return };
    let plain =
        (at + 1..name.index()).map(TokenId::at).all(|word| arcs.is_nominal(word) || arcs.upos(word) == Upos::Adj);
    let titled = at + 1 < name.index() && arcs.upos(TokenId::at(at + 1)) == Upos::Noun;
    let main = arcs
        .with(participle, &[Relation::Conj, Relation::Parataxis])
        .find(|&kid| kid.index() == name.index() + 2 && arcs.form_at(name.index() + 1) == "," && arcs.is_finite(kid));
    let Some(main) = main.filter(|_| plain && titled) else { return };
    arcs.replace(participle, main, Relation::Dep);
    arcs.attach(subject, Some(main), Relation::Nsubj);
    arcs.attach(name, Some(subject), Relation::Appos);
    arcs.retag(participle, Upos::Verb, Xpos::Vbn);
    arcs.attach(participle, Some(name), Relation::Amod);
    arcs.hand_on(participle, main, |_| true);
}
