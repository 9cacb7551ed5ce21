//! Speech verbs and what they report: inverted, in the middle, at the end, or taken for the inner verb's subject.
//!
//! In: arcs. Out: arcs in which every speech verb heads its content as `ccomp` and has its speaker as `nsubj`, wherever it
//! stands: "…," said X · "…," X said, "…" · which X said had been done. What lies before the comma is the content. `saying`
//! and `commas` find clauses by their place, `inversion` the speaker behind or between, `aside` the content around the verb,
//! `subject` the content's own subject; `coordination` sorts what goes on with a verb, `participle` says whose a participle
//! of speech is, `beside` sorts what stands beside a verb, `behind` what right behind it, `ending` statements that end with who
//! says so.

mod aside;
mod behind;
mod beside;
mod commas;
mod coordination;
mod ending;
mod inversion;
mod participle;
mod saying;
mod subject;

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{CHARGING, NEGATIVE, OBJECT_CONTROL, SPEECH, TELL, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

const CLAUSE: &[Relation] = &[Relation::Ccomp, Relation::Xcomp];

/// Finds speech clauses and gives speech verbs their speakers and contents.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    commas::conceded(arcs);
    beside::answers(arcs);
    for noun in arcs.tokens() {
        coordination::joined_speaker(arcs, noun);
    }
    participle::mend(arcs);
    ending::mend(arcs);
    saying::mend(arcs);
    verbs(arcs);
    beside::mend(arcs);
}

/// Mends what hangs on each speech verb.
fn verbs(arcs: &mut Arcs<'_>) {
    for verb in arcs.tokens() {
        // "We will continue to act; we will go on": no word of speech.
        let goes_on = arcs.lemma(verb) == "continue" && arcs.has(verb, &[Relation::Xcomp]);
        if !arcs.is_verb(verb) || goes_on {
            continue;
        }
        coordination::behind_clause(arcs, verb);
        if listed(OBJECT_CONTROL, arcs.lemma(verb)) {
            coordination::trailing(arcs, verb);
        }
        if listed(CHARGING, arcs.lemma(verb)) {
            coordination::second_charge(arcs, verb);
        }
        if arcs.lemma(verb) == "put" {
            as_told(arcs, verb);
        }
        if !listed(SPEECH, arcs.lemma(verb)) && coordination::voices_concern(arcs, verb) {
            coordination::own_coordination(arcs, verb);
        }
        if !listed(SPEECH, arcs.lemma(verb)) {
            continue;
        }
        coordination::announced(arcs, verb);
        as_told(arcs, verb);
        before_comma(arcs, verb);
        coordination::neither(arcs, verb);
        coordination::continued(arcs, verb);
        coordination::participle(arcs, verb);
        inversion::release(arcs, verb);
        inversion::invert(arcs, verb);
        inversion::joined(arcs, verb);
        inversion::headline_noun(arcs, verb);
        inversion::outside(arcs, verb);
        subject::swallowed(arcs, verb);
        subject::divided(arcs, verb);
        subject::described_subject(arcs, verb);
        subject::bracketed_subject(arcs, verb);
        subject::modified_subject(arcs, verb);
        subject::inner_subject(arcs, verb);
        behind::mend(arcs, verb);
        coordination::own_coordination(arcs, verb);
        coordination::behind_semicolon(arcs, verb);
        coordination::backshifted(arcs, verb);
        coordination::told_beside(arcs, verb);
        coordination::beyond_what(arcs, verb);
        aside::told_aside(arcs, verb);
        aside::parenthesis(arcs, verb);
        aside::aside(arcs, verb);
        beside(arcs, verb);
        unthought(arcs, verb);
        fronted_title(arcs, verb);
        partly_quoted(arcs, verb);
        one_content(arcs, verb);
        coordination::trailing(arcs, verb);
    }
}

/// X said the terms of the deal “cut off all paths”: nobody says terms, but a clause of which the end is quoted.
fn partly_quoted(arcs: &mut Arcs<'_>, verb: TokenId) {
    let says = matches!(arcs.lemma(verb), "argue" | "claim" | "insist" | "say") && !arcs.has(verb, CLAUSE);
    let object = arcs.with(verb, &[Relation::Obj]).find(|&object| says && object > verb && arcs.is_nominal(object));
    let Some(object) = object else { return };
    let first = first_word(arcs, object);
    if arcs.below(object, |_| false).into_iter().any(|word| word > first && arcs.quotes[word.index()] != 0) {
        arcs.relabel(object, Relation::Ccomp);
    }
}

/// As X told Y, …: what follows the comma is what X told.
fn as_told(arcs: &mut Arcs<'_>, verb: TokenId) {
    let mark = arcs.with(verb, &[Relation::Mark]).find(|&mark| mark < verb && arcs.form(mark) == "as");
    let Some(mark) = mark.filter(|_| arcs.relation(verb) == Relation::Advcl && arcs.has(verb, &[Relation::Nsubj]))
    else {
        return;
    };
    // "The vote was unfair, as X claimed": at the sentence's end, with no content of its own, what stands before the comma.
    let puts = arcs.lemma(verb) == "put" && arcs.with(verb, &[Relation::Obj]).any(|kid| arcs.form(kid) == "it");
    let told = puts
        || matches!(arcs.lemma(verb), "allege" | "argue" | "claim" | "insist" | "note" | "report" | "say" | "tell");
    let closes = |head: TokenId| {
        let behind = (verb.index() + 1..arcs.len()).map(TokenId::at);
        let ends = behind.into_iter().all(|word| {
            arcs.is_punct(word)
                || arcs.relation(word) == Relation::Advmod
                || matches!(arcs.form(word), "reporters" | "us")
        });
        told && head < verb && ends && arcs.before(mark).is_some_and(|comma| arcs.form(comma) == ",")
    };
    let content = arcs.head(verb).filter(|&head| arcs.is_finite(head) && (head > verb || closes(head)));
    let Some(content) = content else { return };
    let own = arcs.has(verb, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp]) && !listed(TELL, arcs.lemma(verb));
    if own && !puts || !arcs.is_finite(verb) {
        return;
    }
    arcs.replace(content, verb, Relation::Ccomp);
    arcs.relabel(mark, Relation::Dep);
}

/// "Sales fell, X said in a report released today": a clause before the comma that no conjunction opens is what X said.
fn before_comma(arcs: &mut Arcs<'_>, verb: TokenId) {
    let subject = arcs.with(verb, &[Relation::Nsubj]).next();
    let clause = arcs.with(verb, &[Relation::Advcl]).find(|&kid| {
        kid < verb
            && arcs.is_finite(kid)
            && arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass])
            && !arcs
                .kids(kid)
                .iter()
                .any(|&word| word < kid && matches!(arcs.relation(word), Relation::Mark | Relation::Cc))
            && !arcs.kids(kid).iter().any(|&word| matches!(arcs.xpos(word), Xpos::Wrb | Xpos::Wp))
    });
    let (Some(clause), Some(subject)) = (clause, subject) else { return };
    let comma = arcs.before(first_word(arcs, subject)).is_some_and(|before| arcs.form(before) == ",");
    if comma && clause < subject && subject < verb && !arcs.has(verb, CLAUSE) && arcs.quotes[verb.index()] == 0 {
        arcs.relabel(clause, Relation::Ccomp);
    }
}

/// Whether a quotation or a comma closes what stands before the verb's clause.
fn first_of_quote(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    let first = arcs.with(verb, &[Relation::Nsubj]).next().map_or(verb, |subject| first_word(arcs, subject));
    after_quote(arcs, first.min(verb))
}

/// Whether a quotation ends right before a word, a comma between them or not.
fn after_quote(arcs: &Arcs<'_>, word: TokenId) -> bool {
    let marks = |token: TokenId| arcs.closes(token) || matches!(arcs.form(token), "”" | "''");
    let Some(before) = arcs.before(word) else { return false };
    marks(before) || arcs.form(before) == "," && arcs.before(before).is_some_and(marks)
}

/// X said: "…" and "…", X said, where the quotation is a `parataxis`, `dep` or `conj` of the verb.
fn beside(arcs: &mut Arcs<'_>, verb: TokenId) {
    if is_negated(arcs, verb) {
        return unsaid(arcs, verb);
    }
    if arcs.has(verb, &[Relation::Ccomp]) || !arcs.has(verb, &[Relation::Nsubj]) {
        return;
    }
    let content = arcs.kids(verb).iter().copied().find(|&kid| match arcs.relation(kid) {
        Relation::Parataxis | Relation::Dep => arcs.is_clause(kid),
        Relation::Obj | Relation::Csubj | Relation::Advcl | Relation::Dislocated => {
            kid < verb && arcs.is_clause(kid) && after_break(arcs, verb) && !arcs.has(kid, &[Relation::Mark])
        }
        _ => false,
    });
    if let Some(content) = content {
        arcs.relabel(content, Relation::Ccomp);
    }
}

/// "has not replied; therefore Chad left", "did not reply: it was late": what stands behind such a mark is not what was not said.
fn unsaid(arcs: &mut Arcs<'_>, verb: TokenId) {
    let content = arcs
        .with(verb, &[Relation::Ccomp])
        .find(|&kid| kid > verb && (verb.index()..kid.index()).any(|at| matches!(arcs.form_at(at), ";" | ":")));
    if let Some(content) = content {
        arcs.relabel(content, Relation::Parataxis);
    }
}

/// "We are late, we do not think it will start": what is not thought stands behind the verb, and the clause before is its own.
fn unthought(arcs: &mut Arcs<'_>, verb: TokenId) {
    let contents: Vec<TokenId> = arcs.with(verb, &[Relation::Ccomp]).collect();
    if let [before, .., behind] = contents[..]
        && is_negated(arcs, verb)
        && before < verb
        && verb < behind
        && arcs.is_finite(before)
    {
        arcs.replace(verb, before, Relation::Parataxis);
    }
}

fn is_negated(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    arcs.with(verb, &[Relation::Advmod]).any(|kid| listed(NEGATIVE, arcs.form(kid)))
}

/// "The bank's director, Jane Doe said it was late": a noun before the speaker is who he is, where a clause stands behind the verb.
fn fronted_title(arcs: &mut Arcs<'_>, verb: TokenId) {
    let speaker =
        arcs.with(verb, &[Relation::Nsubj]).find(|&speaker| speaker < verb && arcs.upos(speaker) == Upos::Propn);
    let behind = arcs.with(verb, &[Relation::Ccomp]).any(|kid| kid > verb);
    let Some(speaker) = speaker.filter(|_| behind) else { return };
    let title = arcs.with(verb, &[Relation::Ccomp, Relation::Dislocated]).find(|&title| {
        title < speaker && arcs.is_nominal(title) && !arcs.is_clause(title) && arcs.quotes[title.index()] == 0
    });
    if let Some(title) = title {
        arcs.attach(title, Some(speaker), Relation::Appos);
    }
}

/// Two contents on one side of the verb are one: the second goes on with the first, or is its main clause.
fn one_content(arcs: &mut Arcs<'_>, verb: TokenId) {
    let contents: Vec<TokenId> = arcs.with(verb, &[Relation::Ccomp]).collect();
    for pair in contents.windows(2) {
        let subject = pair[0] < verb && pair[1] > verb && arcs.is_nominal(pair[0]) && !arcs.is_clause(pair[0]);
        if subject
            && arcs.is_finite(pair[1])
            && !arcs.has(pair[1], &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl])
        {
            // "The plan," she said, "is bad.": the first part is the subject of the second.
            arcs.attach(pair[0], Some(pair[1]), Relation::Nsubj);
        } else if pair[0] > verb && !arcs.has(pair[1], &[Relation::Nsubj, Relation::NsubjPass, Relation::Mark]) {
            arcs.attach(pair[1], Some(pair[0]), Relation::Conj);
        } else if pair[1] < verb {
            arcs.attach(pair[0], Some(pair[1]), Relation::Advcl);
        }
    }
}
