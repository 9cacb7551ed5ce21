//! What stands beside a speech verb: whom it is said to, whom the speaker is from, who says it as well, what documents say.
//!
//! In: arcs. Out: arcs in which `said to X that …` has its clause as `ccomp`, `Jo Bloggs for Greenpeace, says …` keeps
//! the phrase with its name, and `…, with X saying …` hangs on the verb that it accompanies, not on that verb's content.

use crate::syntax::frames::arcs::{Arcs, is_quote};
use crate::syntax::frames::repair::content::answer::{self, is_answered};
use crate::syntax::frames::words::{ANSWERS, CHARGES, HEARER, SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Sorts what stands beside speech verbs.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for verb in arcs.tokens() {
        if !arcs.is_verb(verb) {
            continue;
        }
        told_that(arcs, verb);
        if !listed(SPEECH, arcs.lemma(verb)) {
            continue;
        }
        hearer(arcs, verb);
        conjunction(arcs, verb);
        affiliation(arcs, verb);
        company(arcs, verb);
        quoted_as(arcs, verb);
    }
}

/// "…," X quoted Y as saying; Y was quoted by X as saying the plan had failed: what is quoted is what Y says.
fn quoted_as(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !matches!(arcs.lemma(verb), "cite" | "quote") {
        return;
    }
    let Some(saying) =
        arcs.with(verb, &[Relation::Advcl]).find(|&kid| arcs.is_gerund(kid) && listed(SPEECH, arcs.lemma(kid)))
    else {
        return;
    };
    if arcs.has(saying, &[Relation::Ccomp]) {
        return;
    }
    let content = arcs.with(verb, &[Relation::Ccomp]).next();
    if let Some(content) = content {
        arcs.attach(content, Some(saying), Relation::Ccomp);
        return;
    }
    let Some(noun) = arcs.with(saying, &[Relation::Obj]).next() else { return };
    let clause = arcs.with(verb, &[Relation::Conj, Relation::Advcl, Relation::Parataxis]).find(|&kid| {
        kid > noun
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::Cc, Relation::Mark])
    });
    if let Some(clause) = clause {
        arcs.attach_subject(clause, noun);
        arcs.attach(clause, Some(saying), Relation::Ccomp);
    }
}

/// Sorts accusations with what is answered to them.
pub(super) fn answers(arcs: &mut Arcs<'_>) {
    for noun in arcs.tokens() {
        answered(arcs, noun);
    }
}

/// X accused Y of …, a charge Y denies, a charge that Y called absurd: the noun is what is denied, and the name between is who
/// denies it.
fn answered(arcs: &mut Arcs<'_>, noun: TokenId) {
    let comma = |at: TokenId| arcs.before(at).is_some_and(|comma| arcs.form(comma) == ",");
    let charge = listed(CHARGES, arcs.lemma(noun))
        && arcs.before(noun).is_some_and(|det| arcs.upos(det) == Upos::Det && comma(det));
    // "Chad attacked Mali, something Chad denies"
    let resumes = arcs.form(noun) == "something" && comma(noun);
    if !charge && !resumes {
        return;
    }
    let name = |at: usize| at < arcs.len() && matches!(arcs.upos(TokenId::at(at)), Upos::Propn | Upos::Pron);
    let that = noun.index() + 1;
    let that = matches!(arcs.form_at(that), "that" | "which").then(|| TokenId::at(that));
    let mut next = noun.index() + 1 + usize::from(that.is_some());
    while name(next) {
        next += 1;
    }
    let subject = TokenId::at(next - 1);
    let verb = (next..arcs.len()).map(TokenId::at).find(|&at| !matches!(arcs.upos(at), Upos::Aux | Upos::Adv));
    // "an allegation that Y rejected the plan" tells what is alleged.
    let open = |verb: TokenId| {
        let behind = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
        let called = arcs.lemma(verb) == "call" && (is_quote(arcs.form(behind)) || arcs.upos(behind) == Upos::Adj);
        called || listed(ANSWERS, arcs.lemma(verb)) && (that.is_none() || arcs.is_punct(behind))
    };
    let answers = verb.filter(|&verb| subject > noun && Some(subject) != that && open(verb));
    let Some(verb) = answers else { return };
    if resumes {
        let last = arcs.before(noun).and_then(|comma| arcs.before(comma));
        let clause = last.and_then(|last| answer::answered(arcs, last, noun, verb));
        let Some(clause) = clause else { return };
        arcs.retag(noun, Upos::Pron, Xpos::Wdt);
        arcs.attach(verb, Some(clause), Relation::AdvclRelcl);
        arcs.attach(noun, Some(verb), Relation::Obj);
    } else {
        let Some(accused) = arcs.roots().find(|&root| root < noun) else { return };
        arcs.attach(noun, Some(accused), Relation::Dislocated);
        arcs.attach(verb, Some(noun), Relation::AclRelcl);
    }
    arcs.attach(subject, Some(verb), Relation::Nsubj);
    let finite = if arcs.form(verb).ends_with("ed") { Xpos::Vbd } else { Xpos::Vbz };
    arcs.retag(verb, Upos::Verb, finite);
    if let Some(that) = that {
        arcs.retag(that, Upos::Pron, Xpos::Wdt);
        arcs.attach(that, Some(verb), Relation::Obj);
    }
}

/// X stated to Y that …, X said in a letter that …: a clause with "that" and all it needs is what was stated, and no clause
/// about Y.
fn hearer(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Ccomp, Relation::Obj]) {
        return;
    }
    let phrases = arcs.with(verb, &[Relation::Obl]).filter(|&kid| {
        kid > verb
            && !is_answered(arcs, kid)
            && matches!(
                arcs.preposition(kid).as_str(),
                "to" | "in" | "at" | "on" | "during" | "by" | "before" | "after" | "from" | "through" | "via" | "with"
            )
    });
    let said = phrases
        .flat_map(|phrase| arcs.below(phrase, |kid| arcs.is_verb(kid) && !arcs.marked(kid, "that")))
        .find(|&clause| {
            let clausal = matches!(arcs.relation(clause), Relation::Acl | Relation::AclRelcl | Relation::Ccomp);
            clausal
                && arcs.marked(clause, "that")
                && arcs.has(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl])
        });
    if let Some(said) = said {
        arcs.attach(said, Some(verb), Relation::Ccomp);
    }
}

/// X told the farmers that the prisons complied with it: a clause with a subject of its own is no clause about the hearers.
fn told_that(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !listed(HEARER, arcs.lemma(verb)) || arcs.has(verb, &[Relation::Ccomp]) {
        return;
    }
    let found = arcs.with(verb, &[Relation::Obj, Relation::Iobj]).filter(|&hearer| hearer > verb).find_map(|hearer| {
        let clause =
            arcs.with(hearer, &[Relation::AclRelcl, Relation::Acl]).find(|&kid| kid > hearer && arcs.is_finite(kid))?;
        let that = TokenId::at(hearer.index() + 1);
        let own = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).any(|kid| kid > that && kid < clause);
        (arcs.form(that) == "that" && own && arcs.head(that) == Some(clause)).then_some((clause, that))
    });
    if let Some((clause, that)) = found {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        arcs.retag(that, Upos::Sconj, Xpos::In);
        arcs.relabel(that, Relation::Mark);
    }
}

/// X stated to Y that Z would win: "that" before a clause which has its subject is no object of it.
fn conjunction(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(said) = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb) else { return };
    let subject = arcs.with(said, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl]).find(|&kid| kid < said);
    let that = arcs.with(said, &[Relation::Obj]).find(|&kid| arcs.upos(kid) == Upos::Sconj && arcs.form(kid) == "that");
    if let Some(that) = that.filter(|&that| subject.is_some_and(|subject| that < subject)) {
        arcs.relabel(that, Relation::Mark);
    }
}

/// Jo Bloggs for Greenpeace, says …: a phrase with a preposition between speaker and verb is no content.
fn affiliation(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(speaker) = arcs.with(verb, &[Relation::Nsubj]).find(|&kid| kid < verb) else { return };
    let phrase = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| {
        let bare = !arcs.is_verb(kid) && !arcs.has(kid, &[Relation::Cop]);
        speaker < kid && kid < verb && bare && !opening(arcs, kid).is_empty()
    });
    if let Some(phrase) = phrase {
        arcs.attach(phrase, Some(speaker), Relation::Nmod);
    }
}

/// The preposition of a phrase, its own or that of a name before it which it took.
fn opening(arcs: &Arcs<'_>, phrase: TokenId) -> String {
    let own = arcs.preposition(phrase);
    let before = || arcs.with(phrase, &[Relation::Nmod, Relation::Compound]).find(|&kid| kid < phrase);
    if own.is_empty() { before().map_or(own, |kid| arcs.preposition(kid)) } else { own }
}

/// X told Y …, with Z reporting …: what Z reports is no part of what X told.
fn company(arcs: &mut Arcs<'_>, verb: TokenId) {
    let accompanies = arcs.relation(verb) == Relation::Advcl && arcs.marked(verb, "with");
    if !accompanies || !arcs.has(verb, &[Relation::Nsubj]) || !arcs.is_gerund(verb) {
        return;
    }
    let Some(content) = arcs.head(verb).filter(|&head| head < verb && arcs.relation(head) == Relation::Ccomp) else {
        return;
    };
    let same_quote = arcs.quotes[content.index()] == arcs.quotes[verb.index()];
    if let Some(teller) = arcs.head(content).filter(|&head| same_quote && listed(SPEECH, arcs.lemma(head))) {
        arcs.attach(verb, Some(teller), Relation::Advcl);
    }
}
