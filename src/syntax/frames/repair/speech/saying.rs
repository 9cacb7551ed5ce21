//! Speech clauses by where they stand: at a sentence's end, in its middle, behind a quotation.
//!
//! In: arcs. Out: arcs in which ", a survey found." and ", analysts say, " head what stands around them, and in which the
//! speaker of a quotation stands outside of it: "…," X, Y's head, told Z · "The plan," says X, "is bad". The place of commas
//! and marks tells these clauses apart whatever the parser made of them. What already is right is not touched.

use std::ops::Range;

use super::after_quote;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::first_word;
use crate::syntax::frames::repair::attachment::{day_after, open_clause};
use crate::syntax::frames::words::{SPEECH, TIME, listed, opens_occasion};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass];

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
            closing(arcs, verb);
            between(arcs, verb);
            named_before(arcs, verb);
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
    if words.iter().any(|&word| arcs.is_clause(word) && arcs.relation(word) != Relation::AclRelcl) {
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
            let subject_is = arcs.subject_relation(rest);
            arcs.attach(rest, Some(verb), Relation::Ccomp);
            arcs.attach(noun, Some(rest), subject_is);
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
fn top_noun(arcs: &Arcs<'_>, stretch: Range<usize>) -> Option<TokenId> {
    stretch.clone().map(TokenId::at).find(|&word| {
        arcs.is_nominal(word)
            && arcs.preposition(word).is_empty()
            && arcs.head(word).is_none_or(|head| !stretch.contains(&head.index()))
    })
}

/// "Sales rose, a survey found.": the clause before the comma is what the verb reports.
fn closing(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some((comma, speaker)) = speaker_before(arcs, verb) else { return };
    // "…," X said, hours after Y reported a rise: a subordinate clause closes nothing.
    if arcs.with(verb, &[Relation::Mark]).any(|mark| mark.index() > comma) {
        return;
    }
    // ", a charge Kigali denies": a relative clause with its own subject.
    if arcs.head(verb) == Some(speaker) && arcs.has(verb, SUBJECTS) {
        return;
    }
    let behind = (verb.index() + 1..arcs.len()).map(TokenId::at);
    if behind
        .into_iter()
        .any(|word| matches!(arcs.upos(word), Upos::Verb | Upos::Aux) || arcs.quotes[word.index()] != 0)
    {
        return;
    }
    let Some(content) = main_clause(arcs, 0..comma) else { return };
    report(arcs, verb, speaker, content, 0..comma);
}

/// "Such a move, analysts say, would hurt": what stands before a speech clause in commas belongs to the clause behind it.
fn between(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some((comma, speaker)) = speaker_before(arcs, verb) else { return };
    let next = (verb.index() + 1..(verb.index() + 6).min(arcs.len())).find(|&at| arcs.form_at(at) == ",");
    let Some(next) = next.filter(|&next| (verb.index() + 1..next).all(|at| arcs.upos(TokenId::at(at)) != Upos::Verb))
    else {
        return;
    };
    if (0..comma).any(|at| arcs.quotes[at] != 0) || main_clause(arcs, 0..comma).is_some() {
        return;
    }
    // Behind the second comma, a clause may only look like a relative one.
    let behind = (next + 1..arcs.len()).map(TokenId::at).find(|&word| {
        let relative = arcs.kids(word).iter().any(|&kid| arcs.is_relative(kid));
        arcs.is_clause(word) && arcs.is_finite(word) && !arcs.has(word, &[Relation::Mark]) && !relative
    });
    // "Iraq, Sweden says, attacked Kuwait": without another verb, what looks like a participle is finite.
    let participle =
        || Some(TokenId::at(next + 1)).filter(|&word| arcs.xpos(word) == Xpos::Vbn && !arcs.has(word, SUBJECTS));
    let Some(content) = behind.or_else(participle).filter(|&content| arcs.quotes[content.index()] == 0) else { return };
    if !arcs.is_finite(content) {
        arcs.retag(content, Upos::Verb, Xpos::Vbd);
    }
    report(arcs, verb, speaker, content, 0..comma);
}

/// "At a meeting of X, Y, the head of Z, said that …": a speech clause without a subject has the name before it for one.
fn named_before(arcs: &mut Arcs<'_>, verb: TokenId) {
    let own = matches!(arcs.relation(verb), Relation::Root | Relation::Ccomp | Relation::Parataxis | Relation::Advcl);
    let reports = arcs.with(verb, &[Relation::Ccomp]).any(|content| content > verb)
        || arcs.form_at(verb.index() + 1) == ":" && verb.index() + 2 == arcs.len();
    if !own || !reports || arcs.has(verb, &[Relation::Cc]) {
        return;
    }
    let before = speaker_before(arcs, verb).filter(|&(_, speaker)| arcs.upos(speaker) == Upos::Propn);
    let Some((_, speaker)) = before else { return };
    let subjects: Vec<TokenId> = arcs.with(verb, SUBJECTS).collect();
    // What stands between the name and a comma right before the verb is said of the name.
    if subjects.iter().all(|&subject| subject > speaker && subject < verb && arcs.form_at(verb.index() - 1) == ",") {
        for subject in subjects {
            arcs.attach(subject, Some(speaker), Relation::Appos);
        }
        speaks(arcs, verb, speaker);
    }
}

/// Gives a verb its speaker, and the speaker what stands between them.
fn speaks(arcs: &mut Arcs<'_>, verb: TokenId, speaker: TokenId) {
    for word in (speaker.index() + 1..verb.index()).map(TokenId::at) {
        let within = arcs.head(word).is_some_and(|head| speaker <= head && head <= verb);
        if !within && !arcs.is_punct(word) {
            arcs.attach(word, Some(speaker), Relation::Appos);
        }
    }
    arcs.attach(speaker, Some(verb), Relation::Nsubj);
}

/// The noun phrase between a comma and the verb, and where the comma stands; with what is said of a name in commas: ", X, the
/// head of Y, said".
fn speaker_before(arcs: &Arcs<'_>, verb: TokenId) -> Option<(usize, TokenId)> {
    let comma = comma_before(arcs, verb.index())?;
    if comma + 1 < verb.index() {
        return plain_noun(arcs, comma + 1..verb.index()).map(|speaker| (comma, speaker));
    }
    let middle = comma_before(arcs, comma)?;
    plain_noun(arcs, middle + 1..comma)?;
    let first = comma_before(arcs, middle)?;
    let name = plain_noun(arcs, first + 1..middle).filter(|&name| arcs.upos(name) == Upos::Propn)?;
    Some((first, name))
}

/// The last comma before a place, if no other mark of division stands between.
fn comma_before(arcs: &Arcs<'_>, end: usize) -> Option<usize> {
    let mark = (1..end).rev().find(|&at| matches!(arcs.form_at(at), "," | "—" | "–" | ";" | ":"))?;
    (arcs.form_at(mark) == ",").then_some(mark)
}

/// The head of a stretch that is one noun phrase, or several joined by "and".
fn plain_noun(arcs: &Arcs<'_>, stretch: Range<usize>) -> Option<TokenId> {
    let joins = |at: usize| {
        at > stretch.start
            && at + 1 < stretch.end
            && arcs.form_at(at) == "and"
            && arcs.is_nominal(TokenId::at(at - 1))
            && !matches!(arcs.upos(TokenId::at(at + 1)), Upos::Adv | Upos::Adp)
    };
    let plain = stretch.clone().map(TokenId::at).all(|word| {
        arcs.quotes[word.index()] == 0
            && !matches!(arcs.upos(word), Upos::Aux | Upos::Sconj | Upos::Punct)
            && (arcs.upos(word) != Upos::Cconj || joins(word.index()))
            && (arcs.upos(word) != Upos::Verb || arcs.xpos(word) == Xpos::Vbn)
            && !matches!(arcs.xpos(word), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss | Xpos::Wrb)
    });
    let first = TokenId::at(stretch.start);
    let begins = arcs.preposition(first).is_empty() && arcs.upos(first) != Upos::Adp;
    if !plain || !begins { None } else { top_noun(arcs, stretch) }
}

/// The first finite clause of a stretch that no conjunction or relative pronoun subordinates.
fn main_clause(arcs: &Arcs<'_>, stretch: Range<usize>) -> Option<TokenId> {
    let subordinate = |word: TokenId| {
        let adverbial = arcs.relation(word) == Relation::Advcl && !arcs.has(word, SUBJECTS);
        adverbial
            || matches!(arcs.relation(word), Relation::AclRelcl | Relation::Acl | Relation::Csubj)
            || arcs.has(word, &[Relation::Mark])
    };
    // "After Chad said it had left, Kenya denied it": nor is what stands within a clause of time.
    let within = |word: TokenId| {
        arcs.ancestors(word).any(|above| {
            let timely = arcs.relation(above) == Relation::Advcl && arcs.has(above, &[Relation::Mark]);
            timely && stretch.contains(&above.index())
        })
    };
    stretch.clone().map(TokenId::at).find(|&word| {
        let whole = arcs.is_clause(word) && arcs.is_finite(word) && arcs.quotes[word.index()] == 0;
        whole && !subordinate(word) && !within(word)
    })
}

/// Makes a verb the head of its content, and hangs the loose words before the speaker on the content.
fn report(arcs: &mut Arcs<'_>, verb: TokenId, speaker: TokenId, content: TokenId, before: Range<usize>) {
    if arcs.ancestors(verb).any(|above| above == content) {
        arcs.replace(content, verb, Relation::Ccomp);
    } else {
        arcs.attach(verb, None, Relation::Root);
        arcs.attach(content, Some(verb), Relation::Ccomp);
    }
    if arcs.head(verb).is_some_and(|head| before.contains(&head.index())) {
        arcs.attach(verb, None, Relation::Root);
    }
    speaks(arcs, verb, speaker);
    for word in before.clone().map(TokenId::at) {
        let loose = arcs.head(word).is_none_or(|head| !before.contains(&head.index())) && word != content;
        if !loose || arcs.is_punct(word) || arcs.head(word) == Some(content) {
            continue;
        }
        let subject = arcs.is_nominal(word)
            && arcs.preposition(word).is_empty()
            && !arcs.has(content, SUBJECTS)
            && word < content;
        let relation = match arcs.relation(word) {
            _ if subject && arcs.has(content, &[Relation::AuxPass]) => Relation::NsubjPass,
            _ if subject => Relation::Nsubj,
            Relation::Root | Relation::Ccomp if arcs.is_clause(word) && !arcs.has(content, SUBJECTS) => Relation::Csubj,
            Relation::Root | Relation::Ccomp | Relation::Nsubj => Relation::Dislocated,
            other => other,
        };
        arcs.attach(word, Some(content), relation);
    }
}
