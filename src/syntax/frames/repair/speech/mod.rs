//! Speech verbs and what they report: inverted, in the middle, at the end, or taken for the inner verb's subject.
//!
//! In: arcs. Out: arcs in which every speech verb heads its content as `ccomp` and has its speaker as `nsubj`, wherever
//! it stands: "…," said X · "…," X said, "…" · which X said had been done. What lies before the comma is the content. `saying`
//! finds clauses by their place, `coordination` sorts what goes on with a verb, `participle` says whose a participle of
//! speech is, `beside` sorts what stands beside a verb.

mod beside;
mod coordination;
mod participle;
mod saying;

use crate::syntax::frames::arcs::{Arcs, is_quote};
use crate::syntax::frames::phrase::{after_break, first_word};
use crate::syntax::frames::words::{CHARGING, OBJECT_CONTROL, SPEECH, TELL, listed, opens_occasion};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

const CLAUSE: &[Relation] = &[Relation::Ccomp, Relation::Xcomp];

/// Finds speech clauses and gives speech verbs their speakers and contents.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    beside::answers(arcs);
    participle::mend(arcs);
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
        beside::of_document(arcs, verb);
        if listed(OBJECT_CONTROL, arcs.lemma(verb)) {
            coordination::trailing(arcs, verb);
        }
        if listed(CHARGING, arcs.lemma(verb)) {
            coordination::second_charge(arcs, verb);
        }
        if !listed(SPEECH, arcs.lemma(verb)) {
            continue;
        }
        coordination::announced(arcs, verb);
        as_told(arcs, verb);
        before_comma(arcs, verb);
        coordination::neither(arcs, verb);
        coordination::continued(arcs, verb);
        coordination::own_coordination(arcs, verb);
        coordination::participle(arcs, verb);
        release(arcs, verb);
        invert(arcs, verb);
        joined(arcs, verb);
        headline_noun(arcs, verb);
        outside(arcs, verb);
        swallowed(arcs, verb);
        divided(arcs, verb);
        described_subject(arcs, verb);
        bracketed_subject(arcs, verb);
        modified_subject(arcs, verb);
        inner_subject(arcs, verb);
        parenthesis(arcs, verb);
        aside(arcs, verb);
        beside(arcs, verb);
        unthought(arcs, verb);
        one_content(arcs, verb);
        coordination::trailing(arcs, verb);
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
    let told = matches!(arcs.lemma(verb), "allege" | "argue" | "claim" | "insist" | "note" | "report" | "say" | "tell");
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
    if own || !arcs.is_finite(verb) {
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

/// …" said X and …" X said: what stands inside the quotation before is no argument of the speech verb outside it, unless
/// it is the whole quotation.
fn release(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(head) = arcs.head(verb).filter(|&head| head < verb) else { return };
    if !first_of_quote(arcs, verb) && !after_quote(arcs, verb) {
        return;
    }
    let number = arcs.quotes[head.index()];
    if number == 0 || arcs.quotes[verb.index()] == number {
        return;
    }
    let inner: Vec<TokenId> = arcs
        .kids(verb)
        .iter()
        .copied()
        .filter(|&kid| kid < verb && arcs.quotes[kid.index()] == number && !arcs.is_punct(kid))
        .collect();
    for kid in inner {
        let relation = match arcs.relation(kid) {
            Relation::Nsubj => Relation::Obj,
            _ if arcs.marked(kid, "to") => Relation::Xcomp,
            Relation::Ccomp => Relation::Conj,
            other => other,
        };
        arcs.attach(kid, Some(head), relation);
    }
    arcs.relabel(verb, Relation::Parataxis);
}

/// "…," said X: what follows the verb is its subject, not its object.
fn invert(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Cc]) {
        return;
    }
    let finite = matches!(arcs.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn);
    let closed = after_quote(arcs, verb)
        || arcs.before(verb).is_some_and(|before| {
            matches!(arcs.form(before), "?" | "!") || arcs.form(before) == "," && ends_clause(arcs, verb)
        });
    if !finite || !closed {
        return;
    }
    let named = |kid: TokenId| matches!(arcs.upos(kid), Upos::Propn | Upos::Noun | Upos::Pron);
    let follows = arcs.kids(verb).iter().copied().find(|&kid| {
        let relation = matches!(
            arcs.relation(kid),
            Relation::Obj
                | Relation::Iobj
                | Relation::Ccomp
                | Relation::Xcomp
                | Relation::Obl
                | Relation::OblUnmarked
                | Relation::Dep
                | Relation::Parataxis
                | Relation::Appos
        );
        kid > verb
            && relation
            && named(kid)
            && arcs.preposition(kid).is_empty()
            && first_word(arcs, kid).index() == verb.index() + 1
    });
    if let Some(speaker) = follows {
        arcs.make_finite(verb);
        arcs.relabel(speaker, Relation::Nsubj);
    }
}

/// "Talks failed, says Jane Doe.": a verb that a comma alone joins to a clause, and whose speaker follows it, reports the clause.
fn joined(arcs: &mut Arcs<'_>, verb: TokenId) {
    let comma = arcs.before(verb).is_some_and(|before| arcs.form(before) == ",");
    let free =
        arcs.relation(verb) == Relation::Conj && !arcs.has(verb, &[Relation::Cc, Relation::Ccomp, Relation::Xcomp]);
    let follows = arcs.with(verb, &[Relation::Nsubj]).any(|kid| kid > verb);
    let clause = arcs.ancestors(verb).filter(|&above| above < verb && arcs.is_clause(above)).last();
    if let Some(clause) = clause.filter(|_| comma && free && follows) {
        arcs.replace(clause, verb, Relation::Ccomp);
    }
}

/// "Hundreds of killings by police, says X": in a headline, a noun phrase before the comma is what X says.
fn headline_noun(arcs: &mut Arcs<'_>, verb: TokenId) {
    let comma = arcs.before(verb).is_some_and(|before| arcs.form(before) == ",");
    if arcs.sentence.has_stop || !comma || arcs.xpos(verb) != Xpos::Vbz {
        return;
    }
    let noun = arcs.with(verb, &[Relation::Nsubj]).find(|&kid| kid < verb);
    let speaker = arcs
        .with(verb, &[Relation::Obj, Relation::OblUnmarked])
        .find(|&kid| kid > verb && arcs.upos(kid) == Upos::Propn);
    if let (Some(noun), Some(speaker)) = (noun, speaker) {
        arcs.attach(speaker, Some(verb), Relation::Nsubj);
        arcs.attach(noun, Some(verb), Relation::Ccomp);
    }
}

/// "…," X, a scholar, said: a name between the closing mark and the verb is the speaker, not a part of the quotation.
fn outside(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Cc]) || !arcs.is_finite(verb) {
        return;
    }
    let Some(close) = (0..verb.index()).rev().map(TokenId::at).find(|&at| arcs.closes(at)) else { return };
    let between = |token: TokenId| close < token && token < verb;
    let speaker = (close.index() + 1..verb.index()).map(TokenId::at).find(|&token| {
        matches!(arcs.upos(token), Upos::Noun | Upos::Propn | Upos::Pron)
            && arcs.preposition(token).is_empty()
            && arcs.head(token).is_none_or(|head| !between(head) && head != verb)
    });
    if let Some(speaker) = speaker {
        arcs.attach(speaker, Some(verb), Relation::Nsubj);
    }
}

/// Whether a content clause stands before the verb, so that ", said X" can close it.
fn ends_clause(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    // "…, reports the daily Le Monde.": a name that ends the sentence says it, whatever the parser joins the verb to.
    let named = |object: TokenId| {
        let words = arcs.below(object, |_| false);
        let end = words.last().map_or(0, |last| last.index() + 1);
        words.iter().any(|&word| arcs.upos(word) == Upos::Propn)
            && (end == arcs.len() || matches!(arcs.form_at(end), "." | ","))
    };
    let last = || arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb).is_some_and(named);
    arcs.with(verb, CLAUSE).any(|kid| kid < verb)
        || arcs.head(verb).is_none_or(|head| head < verb && arcs.relation(verb) != Relation::Conj)
        || matches!(arcs.form(verb), "reports" | "says" | "writes") && last()
}

/// "which X said had been done", "which argues it could": the inner verb took the speech verb for its subject.
fn swallowed(arcs: &mut Arcs<'_>, verb: TokenId) {
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
fn divided(arcs: &mut Arcs<'_>, verb: TokenId) {
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
fn described_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
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
fn bracketed_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
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
fn modified_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
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
    let subject_is = arcs.subject_relation(predicate);
    arcs.attach(predicate, Some(verb), Relation::Ccomp);
    arcs.attach(noun, Some(predicate), subject_is);
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

/// "says failure to reply may end it": an object before a clause without a subject is that clause's subject.
fn inner_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(object) = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb) else { return };
    let phrase = arcs.below(object, |_| false);
    let end = phrase.last().copied().unwrap_or(object);
    // "estimates of how many people were held": the clause is the question word's.
    let asks = |word: TokenId| matches!(arcs.xpos(word), Xpos::Wrb | Xpos::Wp | Xpos::Wdt) && !arcs.is_relative(word);
    if phrase.iter().any(|&word| asks(word)) {
        return;
    }
    let clauses = [Relation::Ccomp, Relation::Advcl, Relation::Parataxis, Relation::Xcomp, Relation::Obl];
    // "quoted the party as saying the talks had failed", where the clause hangs on "quoted".
    let outer = arcs.head(verb).filter(|&outer| arcs.is_gerund(verb) && arcs.is_verb(outer));
    let beyond = outer.into_iter().flat_map(|outer| arcs.with(outer, &[Relation::Advcl, Relation::Parataxis]));
    let beyond = beyond.filter(|&kid| kid > object && first_word(arcs, kid).index() == end.index() + 1);
    let content = arcs.with(verb, &clauses).chain(beyond).find(|&kid| {
        let close = arcs.relation(kid) == Relation::Ccomp || first_word(arcs, kid).index() == end.index() + 1;
        kid > object
            && close
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Csubj, Relation::Mark])
    });
    if let Some(content) = content {
        let subject_is = arcs.subject_relation(content);
        arcs.attach(content, Some(verb), Relation::Ccomp);
        arcs.attach(object, Some(content), subject_is);
    }
}

/// "They left, she said, a day after …": without a quotation, what follows the second comma is not what she said.
fn parenthesis(arcs: &mut Arcs<'_>, verb: TokenId) {
    let between = arcs.relation(verb) == Relation::Parataxis
        && after_break(arcs, verb)
        && arcs.form_at(verb.index() + 1) == ","
        && arcs.quotes[verb.index()] == arcs.quotes.get(verb.index() + 2).copied().unwrap_or(0);
    if !between || arcs.head(verb).is_none_or(|head| head > verb) {
        return;
    }
    let rest = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb);
    if let Some(rest) = rest {
        arcs.attach(rest, Some(verb), Relation::Advcl);
    }
}

/// "The plan, she said, is bad": the speech verb hangs on what it reports, and becomes its head.
fn aside(arcs: &mut Arcs<'_>, verb: TokenId) {
    let loose = match arcs.relation(verb) {
        Relation::Parataxis | Relation::Discourse | Relation::Dep | Relation::Appos | Relation::List => true,
        Relation::AclRelcl | Relation::AdvclRelcl | Relation::Acl => {
            after_break(arcs, verb) && !relative_below(arcs, verb)
        }
        // "The plan failed, she added, although it was good"
        Relation::Ccomp => {
            after_break(arcs, verb)
                && arcs.head(verb).is_some_and(|head| head < verb && !listed(SPEECH, arcs.lemma(head)))
                && !arcs.has(verb, &[Relation::Cc, Relation::Mark])
                && arcs.form_at(verb.index() + 1) == ","
        }
        Relation::Conj | Relation::Advcl => {
            after_break(arcs, verb)
                && !arcs.has(verb, &[Relation::Cc, Relation::Mark])
                && (first_of_quote(arcs, verb) || ends_sentence(arcs, verb) || ends_before_clause(arcs, verb))
        }
        _ => false,
    };
    let speaks = arcs.has(verb, &[Relation::Nsubj]) && arcs.is_finite(verb) && !arcs.has(verb, CLAUSE);
    let Some(head) = arcs.head(verb) else { return };
    // "Even he said as much": nobody's words are given.
    if arcs.form_at(verb.index() + 1) == "as" && arcs.form_at(verb.index() + 2) == "much" {
        return;
    }
    if !loose || !speaks || first_word(arcs, verb) < first_word(arcs, head) {
        return;
    }
    let content = outermost(arcs, verb, head);
    arcs.replace(content, verb, Relation::Ccomp);
}

/// "They left, he told AFP, as others stayed": what follows the comma is a clause of its own.
fn ends_before_clause(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    const NEAR: usize = 5;
    let comma = (verb.index() + 1..(verb.index() + NEAR).min(arcs.len())).find(|&at| arcs.form_at(at) == ",");
    comma.is_some_and(|comma| opens_clause(arcs, comma + 1))
}

/// Whether a conjunction of time, reason or contrast stands at a place.
fn opens_clause(arcs: &Arcs<'_>, at: usize) -> bool {
    opens_occasion(arcs.form_at(at)) || arcs.form_at(at) == "but"
}

fn ends_sentence(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    (verb.index() + 1..arcs.len()).map(TokenId::at).all(|token| arcs.is_punct(token))
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

fn relative_below(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    arcs.kids(verb).iter().any(|&kid| {
        matches!(arcs.xpos(kid), Xpos::Wdt | Xpos::Wp | Xpos::Wrb)
            || arcs.kids(kid).iter().any(|&below| arcs.xpos(below) == Xpos::WpPoss)
    })
}

/// From the word that the speech verb hangs on up to the head of the whole content: the same quotation, or, where the
/// verb closes the sentence, all before it.
fn outermost(arcs: &Arcs<'_>, verb: TokenId, from: TokenId) -> TokenId {
    let last = arcs.tokens().rev().find(|&token| !arcs.is_punct(token)).unwrap_or(verb);
    let closing = last == verb || arcs.ancestors(last).any(|above| above == verb);
    let quotation = arcs.quotes[from.index()];
    let mut content = from;
    while let Some(above) = arcs.head(content) {
        let same = quotation != 0 && arcs.quotes[above.index()] == quotation;
        let reports =
            listed(SPEECH, arcs.lemma(above)) && arcs.relation(content) == Relation::Ccomp && quotation != 0 && !same;
        if reports || !(same || closing && quotation == 0 || !arcs.is_clause(content)) {
            break;
        }
        content = above;
    }
    content
}

/// X said: "…" and "…", X said, where the quotation is a `parataxis`, `dep` or `conj` of the verb.
fn beside(arcs: &mut Arcs<'_>, verb: TokenId) {
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

/// "We are late, we do not think it will start": what is not thought stands behind the verb, and the clause before is its own.
fn unthought(arcs: &mut Arcs<'_>, verb: TokenId) {
    let negated = arcs.with(verb, &[Relation::Advmod]).any(|kid| matches!(arcs.form(kid), "not" | "n't" | "never"));
    let contents: Vec<TokenId> = arcs.with(verb, &[Relation::Ccomp]).collect();
    if let [before, .., behind] = contents[..]
        && negated
        && before < verb
        && verb < behind
        && arcs.is_finite(before)
    {
        arcs.replace(verb, before, Relation::Parataxis);
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
