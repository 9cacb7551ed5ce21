//! Speech clauses by where they stand: at a sentence's end, in its middle, behind a quotation.
//!
//! In: arcs. Out: arcs in which ", a survey found." and ", analysts say, " head what stands around them, and in which the
//! speaker of a quotation stands outside of it: "…," X, Y's head, told Z · "The plan," says X, "is bad". The place of commas
//! and marks tells these clauses apart whatever the parser made of them. What already is right is not touched.

use std::ops::Range;

use super::{after_quote, commas};
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::first_word;
use crate::syntax::frames::repair::attachment::{day_after, open_clause};
use crate::syntax::frames::words::{SPEECH, TIME, listed, opens_occasion};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

pub(super) const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass];

/// Finds speech clauses by their place.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for verb in arcs.tokens() {
        no_participle(arcs, verb);
        no_plural(arcs, verb);
    }
    for verb in arcs.tokens() {
        if arcs.upos(verb) != Upos::Verb || !listed(SPEECH, arcs.lemma(verb)) || !arcs.is_finite(verb) {
            continue;
        }
        adjective(arcs, verb);
        late_subject(arcs, verb);
        occasion(arcs, verb);
        if arcs.quotes[verb.index()] == 0 {
            behind_quotation(arcs, verb);
            commas::closing(arcs, verb);
            commas::between(arcs, verb);
            commas::named_before(arcs, verb);
        }
    }
}

/// "…," the statement stressed: behind a quotation, noun and participle are subject and verb.
fn no_participle(arcs: &mut Arcs<'_>, verb: TokenId) {
    let participle = arcs.xpos(verb) == Xpos::Vbn && arcs.relation(verb) == Relation::Acl;
    if !participle
        || !listed(SPEECH, arcs.lemma(verb))
        || arcs.has(verb, &[Relation::AuxPass, Relation::Obl, Relation::OblAgent])
    {
        return;
    }
    let Some(noun) = arcs.head(verb).filter(|&noun| noun.index() + 1 == verb.index()) else { return };
    let Some(first) = arcs.below(noun, |kid| kid == verb).first().copied() else { return };
    if after_quote(arcs, first) {
        arcs.retag(verb, Upos::Verb, Xpos::Vbd);
        arcs.replace(noun, verb, Relation::Nsubj);
    }
}

/// "…," the statement notes: behind a quotation, what looks like a plural is a verb, and the noun before it its subject.
fn no_plural(arcs: &mut Arcs<'_>, verb: TokenId) {
    let plural = arcs.xpos(verb) == Xpos::Nns && listed(SPEECH, arcs.lemma(verb));
    let Some(noun) = arcs.before(verb).filter(|&noun| plural && arcs.xpos(noun) == Xpos::Nn) else { return };
    let article = arcs.before(noun).filter(|&article| arcs.upos(article) == Upos::Det);
    let closed = article.is_some_and(|article| after_quote(arcs, article));
    let last = verb.index() + 1 == arcs.len() || arcs.is_punct(TokenId::at(verb.index() + 1));
    if closed && last && arcs.head(noun) == Some(verb) {
        arcs.retag(verb, Upos::Verb, Xpos::Vbz);
        arcs.attach(noun, Some(verb), Relation::Nsubj);
        arcs.hand_on(verb, noun, |kid| Some(kid) == article);
        if let Some(quoted) = arcs.head(verb).filter(|&quoted| quoted < noun && arcs.quotes[quoted.index()] != 0) {
            arcs.replace(quoted, verb, Relation::Ccomp);
        }
    }
}

/// "One official says": an adjective right before the verb, after a numeral or article, is a noun.
fn adjective(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(word) = arcs.before(verb).filter(|&word| arcs.upos(word) == Upos::Adj) else { return };
    let subject = arcs.with(verb, SUBJECTS).find(|&subject| subject < word);
    let bare = subject.filter(|&subject| matches!(arcs.upos(subject), Upos::Num | Upos::Det));
    if let Some(subject) = bare {
        arcs.retag(word, Upos::Noun, Xpos::Nn);
        arcs.attach(word, Some(verb), Relation::Nsubj);
        let relation = if arcs.upos(subject) == Upos::Num { Relation::Nummod } else { Relation::Det };
        arcs.attach(subject, Some(word), relation);
    }
}

/// "People familiar with the matter said the deal was dead": a finite verb can't be a participle of the noun before it; the
/// first of two subjects of the clause behind it is its own.
fn late_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !matches!(arcs.relation(verb), Relation::Acl | Relation::Amod) || arcs.has(verb, SUBJECTS) {
        return;
    }
    let Some(clause) = arcs.ancestors(verb).find(|&above| above > verb && arcs.is_finite(above)) else { return };
    let subjects: Vec<TokenId> = arcs.with(clause, SUBJECTS).collect();
    let [own, .., other] = subjects.as_slice() else { return };
    if *own > verb || *other < verb {
        return;
    }
    let own = *own;
    arcs.replace(clause, verb, Relation::Ccomp);
    for kid in arcs.kids(clause).to_vec().into_iter().filter(|&kid| own < kid && kid < verb) {
        arcs.attach(kid, Some(own), Relation::Nmod);
    }
    arcs.attach(own, Some(verb), Relation::Nsubj);
}

/// "…," Jane Doe said after the BBC reported a rise; "…," she added, a day after it reported one: behind words that are said, a
/// clause that a conjunction of time or reason opens is when or why they were, and not what was said.
fn occasion(arcs: &mut Arcs<'_>, verb: TokenId) {
    let subject = arcs.with(verb, SUBJECTS).find(|&subject| subject < verb);
    let first = subject.map_or(verb, |subject| first_word(arcs, subject));
    let said = arcs.before(first).is_some_and(|before| arcs.form(before) == ",")
        && arcs.relation(verb) == Relation::Parataxis
        && arcs.head(verb).is_some_and(|head| head < first);
    if arcs.quotes[verb.index()] != 0 || !said && !after_quote(arcs, first) {
        return;
    }
    let clauses: Vec<TokenId> = arcs
        .with(verb, &[Relation::Ccomp, Relation::Advcl, Relation::Parataxis])
        .filter(|&kid| kid > verb && arcs.is_finite(kid) && arcs.quotes[kid.index()] == 0)
        .collect();
    for clause in clauses {
        let opens = first_word(arcs, clause);
        // "…," said Jane Doe as Chad left: who stands right behind the verb is who said it.
        let beside = opens.index() == verb.index() + 1 && subject.is_none();
        let taken = day_after(arcs, clause).filter(|&[span, ..]| beside || listed(TIME, arcs.lemma(span)));
        if let Some([span, name, word]) = taken {
            // "A day after" is no date of what was said.
            let (place, relation) = if beside { (verb, Relation::Nsubj) } else { (clause, Relation::Dep) };
            arcs.attach(span, Some(place), relation);
            open_clause(arcs, clause, name, word);
            arcs.relabel(clause, Relation::Advcl);
        } else if opens_occasion(arcs.form(opens)) {
            arcs.relabel(clause, Relation::Advcl);
        }
    }
}

/// The speaker of "…" X says and "…" says X is no word of the quotation and no hearer behind the verb.
fn behind_quotation(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(close) = (0..verb.index()).rev().find(|&at| arcs.quotes[at] != 0) else { return };
    let stretch = close + 1..verb.index();
    let words: Vec<TokenId> = stretch.clone().map(TokenId::at).filter(|&word| !arcs.is_punct(word)).collect();
    let subjects: Vec<TokenId> = arcs.with(verb, SUBJECTS).collect();
    // "the ruling Green Party": a participle before a noun is no clause.
    let within = |word: TokenId| {
        matches!(arcs.relation(word), Relation::AclRelcl | Relation::Amod | Relation::Compound | Relation::Flat)
    };
    if words.iter().any(|&word| arcs.is_clause(word) && !within(word)) {
        return;
    }
    // "“appease” Jane Doe, reports Le Monde": a comma alone parts nobody from what he says.
    let commas = stretch.clone().filter(|&at| arcs.form_at(at) == ",").count();
    if !words.is_empty() && commas == 1 && arcs.form_at(verb.index() - 1) == "," {
        return;
    }
    // "Doe, who led the “Red Line” march in Oslo, said": words of a clause about the speaker, and none that he says.
    let about = |subject: &TokenId| {
        let quoted = TokenId::at(close);
        let opened = (0..close).rev().find(|&at| arcs.quotes[at] != arcs.quotes[close]).map_or(0, |at| at + 1);
        subject.index() < opened && arcs.ancestors(quoted).any(|above| above == *subject)
    };
    if subjects.iter().any(about) {
        return;
    }
    let own = subjects.iter().copied().find(|subject| stretch.contains(&subject.index()));
    let speaker = match words.is_empty() {
        true => subjects.iter().copied().find(|&subject| subject > verb).or_else(|| noun_behind(arcs, verb)),
        false => own.or_else(|| top_noun(arcs, stretch.clone())),
    };
    let Some(speaker) = speaker.filter(|&speaker| !arcs.is_clause(speaker)) else { return };
    for other in subjects.into_iter().filter(|&other| other != speaker) {
        if other > verb {
            arcs.relabel(other, Relation::Obj);
        } else {
            inside(arcs, verb, other);
        }
    }
    beside_speaker(arcs, stretch, speaker);
    auxiliaries_inside(arcs, verb, close);
    // "Iraq," says Sweden, "attacked Kuwait": the rest of the quotation is what the verb reports.
    if let Some(rest) = arcs.head(verb).filter(|&rest| rest > verb && arcs.quotes[rest.index()] != 0) {
        arcs.replace(rest, verb, Relation::Ccomp);
    }
    arcs.attach(speaker, Some(verb), Relation::Nsubj);
}

/// "…," X, a scholar on Y, said: what stands beside the speaker is no part of the quotation.
fn beside_speaker(arcs: &mut Arcs<'_>, stretch: Range<usize>, speaker: TokenId) {
    for word in stretch.map(TokenId::at) {
        let quoted = arcs.head(word).is_some_and(|head| arcs.quotes[head.index()] != 0 && head < word);
        let beside = word > speaker
            || (word.index()..speaker.index())
                .all(|at| !arcs.is_punct(TokenId::at(at)) && arcs.upos(TokenId::at(at)) != Upos::Adp);
        if word != speaker && quoted && beside && !arcs.is_punct(word) {
            let relation = if word > speaker { Relation::Appos } else { Relation::Compound };
            arcs.attach(word, Some(speaker), relation);
        }
    }
}

/// "It would have been worse," X said: "would" is not the speaker's.
fn auxiliaries_inside(arcs: &mut Arcs<'_>, verb: TokenId, close: usize) {
    let small = [Relation::Aux, Relation::AuxPass, Relation::Cop, Relation::Expl];
    let quoted: Vec<TokenId> =
        arcs.with(verb, &small).filter(|&kid| kid < verb && arcs.quotes[kid.index()] != 0).collect();
    for kid in quoted {
        let next = (kid.index() + 1..close).map(TokenId::at).find(|&word| {
            matches!(arcs.upos(word), Upos::Verb | Upos::Adj | Upos::Noun) && arcs.quotes[word.index()] != 0
        });
        if let Some(next) = next {
            let relation = arcs.relation(kid);
            arcs.attach(kid, Some(next), relation);
        }
    }
}

/// A noun inside a quotation is the subject of the part of it that follows the speech clause, or all that is quoted.
fn inside(arcs: &mut Arcs<'_>, verb: TokenId, noun: TokenId) {
    let Some(opening) = (verb.index()..arcs.len()).find(|&at| arcs.quotes[at] != 0) else {
        return arcs.relabel(noun, Relation::Ccomp);
    };
    let number = arcs.quotes[opening];
    let mut rest = (opening..arcs.len()).map(TokenId::at).filter(|&at| arcs.quotes[at.index()] == number);
    match rest.find(|&word| arcs.is_clause(word) && arcs.is_finite(word) && !arcs.has(word, SUBJECTS)) {
        Some(rest) => {
            arcs.attach(rest, Some(verb), Relation::Ccomp);
            arcs.attach_subject(rest, noun);
        }
        None => arcs.relabel(noun, Relation::Ccomp),
    }
}

/// The head of the noun phrase that begins right behind a verb and ends before a mark.
fn noun_behind(arcs: &Arcs<'_>, verb: TokenId) -> Option<TokenId> {
    let from = verb.index() + 1;
    let to =
        (from..arcs.len()).find(|&at| arcs.is_punct(TokenId::at(at)) && arcs.form_at(at) != "-").unwrap_or(arcs.len());
    top_noun(arcs, from..to)
}

/// The first noun of a stretch, without a preposition, that no other word of the stretch governs.
pub(super) fn top_noun(arcs: &Arcs<'_>, stretch: Range<usize>) -> Option<TokenId> {
    stretch.clone().map(TokenId::at).find(|&word| {
        arcs.is_nominal(word)
            && arcs.preposition(word).is_empty()
            && arcs.head(word).is_none_or(|head| !stretch.contains(&head.index()))
    })
}
