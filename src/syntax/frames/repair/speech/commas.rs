//! Speech clauses that commas part from what they report.
//!
//! In: arcs and a verb of speech. Out: arcs in which "Sales rose, a survey found." and "Such a move, analysts say, would hurt" have
//! the speech clause as head, with the noun phrase between comma and verb as speaker.

use std::ops::Range;

use super::saying::{SUBJECTS, top_noun};
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::words::{SPEECH, can_speak, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "Sales rose, a survey found.", "Sales rose, a survey has found in a year marked by droughts, citing shops": the clause before the
/// comma is what the verb reports.
pub(super) fn closing(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some((comma, speaker)) = speaker_before(arcs, verb) else { return };
    // "…," X said, hours after Y reported a rise: a subordinate clause closes nothing.
    if arcs.with(verb, &[Relation::Mark]).any(|mark| mark.index() > comma && !arcs.is_nominal(mark)) {
        return;
    }
    // ", a charge Kigali denies": a relative clause with its own subject.
    if arcs.head(verb) == Some(speaker) && arcs.has(verb, SUBJECTS) {
        return;
    }
    if !nothing_said_behind(arcs, verb) {
        return;
    }
    let content = main_clause(arcs, 0..comma).or_else(|| taken_for_modifier(arcs, verb, 0..comma));
    let Some(content) = content else { return };
    report(arcs, verb, speaker, content, 0..comma);
}

/// Whether no clause stands behind a verb of speech that may be what it reports: none but a participle that belongs to a noun;
/// behind a comma, only where a preposition, a conjunction or a participle opens it and the verb has no content yet.
fn nothing_said_behind(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    let clausal = |word: TokenId| matches!(arcs.upos(word), Upos::Verb | Upos::Aux) || arcs.quotes[word.index()] != 0;
    let behind = || (verb.index() + 1..arcs.len()).map(TokenId::at);
    if !behind().any(clausal) {
        return true;
    }
    let opens = |comma: TokenId| {
        let next = TokenId::at((comma.index() + 1).min(arcs.len() - 1));
        let phrase = matches!(arcs.upos(next), Upos::Adp | Upos::Sconj | Upos::Cconj) && arcs.form(next) != "that";
        next == comma || arcs.quotes[next.index()] == 0 && (phrase || arcs.xpos(next) == Xpos::Vbg)
    };
    // "…, the UN said in a report and denied the claims"
    let second = |word: TokenId| arcs.relation(word) == Relation::Conj && arcs.head(word) == Some(verb);
    let comma = behind().find(|&word| arcs.form(word) == ",");
    let of_noun = |word: TokenId| {
        arcs.xpos(word) == Xpos::Vbn
            && matches!(arcs.relation(word), Relation::Acl | Relation::Amod)
            && arcs.head(word).is_some_and(|noun| noun > verb)
    };
    !arcs.has(verb, &[Relation::Ccomp, Relation::Xcomp])
        && comma.is_none_or(opens)
        && behind().take_while(|&word| Some(word) != comma && !second(word)).all(|word| !clausal(word) || of_noun(word))
}

/// "The case in a trial of rebels relied on one man, says Jane Doe", "The trial of the rebels resumed, Jane Doe says": the verb of
/// the clause is taken for a clause about the noun before it, and its subject for that of "says".
pub(super) fn taken_for_modifier(arcs: &mut Arcs<'_>, verb: TokenId, front: Range<usize>) -> Option<TokenId> {
    let subject = arcs.with(verb, SUBJECTS).find(|&subject| front.contains(&subject.index()))?;
    let finite = front.clone().map(TokenId::at).any(|word| arcs.xpos(word).is_finite());
    let clause = front.map(TokenId::at).find(|&word| {
        let relative = arcs.kids(word).iter().any(|&kid| arcs.is_relative(kid));
        let loose = match arcs.relation(word) {
            Relation::AclRelcl => arcs.is_finite(word) && !relative,
            Relation::Acl => arcs.xpos(word) == Xpos::Vbn && !finite && !arcs.has(word, &[Relation::OblAgent]),
            _ => false,
        };
        word > subject && loose && arcs.ancestors(word).any(|above| above == subject)
    })?;
    arcs.make_finite(clause);
    let noun = arcs.head(clause)?;
    let own: Vec<TokenId> = arcs.with(clause, SUBJECTS).collect();
    for taken in own {
        arcs.attach(taken, Some(noun), Relation::Nmod);
    }
    Some(clause)
}

/// "Such a move, analysts say, would hurt": what stands before a speech clause in commas belongs to the clause behind it.
pub(super) fn between(arcs: &mut Arcs<'_>, verb: TokenId) {
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
pub(super) fn named_before(arcs: &mut Arcs<'_>, verb: TokenId) {
    let own = matches!(arcs.relation(verb), Relation::Root | Relation::Ccomp | Relation::Parataxis | Relation::Advcl);
    let reports = arcs.with(verb, &[Relation::Ccomp]).any(|content| content > verb)
        || arcs.form_at(verb.index() + 1) == ":" && verb.index() + 2 == arcs.len();
    if !own || !reports || arcs.has(verb, &[Relation::Cc]) {
        return;
    }
    // "In comments to X, a spokesman denied that …"
    let fronted =
        |comma: usize| arcs.upos(TokenId::at(0)) == Upos::Adp && arcs.upos(TokenId::at(comma + 1)) == Upos::Det;
    let before = speaker_before(arcs, verb).filter(|&(comma, speaker)| {
        let people = arcs.upos(speaker) == Upos::Noun && can_speak(arcs.lemma(speaker)) && fronted(comma);
        people && speaker.index() + 1 == verb.index() || arcs.upos(speaker) == Upos::Propn
    });
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

/// "While X said Y had lied, Z denied it": what X said ends at the comma, and the sentence's own clause stands behind it.
pub(super) fn conceded(arcs: &mut Arcs<'_>) {
    let first = TokenId::at(0);
    if !matches!(arcs.form(first), "while" | "though" | "although") || (0..arcs.len()).any(|at| arcs.quotes[at] != 0) {
        return;
    }
    let predicates = |arcs: &Arcs<'_>, from: usize, to: usize| {
        (from..to).map(TokenId::at).find(|&word| arcs.is_clause(word) && arcs.is_finite(word))
    };
    let opens = |&verb: &TokenId| {
        let own = arcs.with(verb, SUBJECTS).any(|subject| subject < verb);
        listed(SPEECH, arcs.lemma(verb)) && arcs.is_finite(verb) && own
    };
    let verb = (1..arcs.len()).map(TokenId::at).find(|&word| arcs.is_verb(word)).filter(opens);
    let Some(verb) = verb else { return };
    let Some(comma) = (verb.index()..arcs.len()).find(|&at| arcs.form_at(at) == ",") else { return };
    let content = predicates(arcs, verb.index() + 1, comma);
    let main = predicates(arcs, comma + 1, arcs.len()).filter(|&main| {
        let subject = arcs.with(main, SUBJECTS).any(|subject| subject.index() > comma && subject < main);
        subject
            && !arcs.has(main, &[Relation::Mark, Relation::Cc])
            && !arcs.kids(main).iter().any(|&kid| arcs.is_relative(kid))
    });
    let (Some(content), Some(main)) = (content, main) else { return };
    arcs.attach(main, None, Relation::Root);
    arcs.attach(verb, Some(main), Relation::Advcl);
    arcs.attach(content, Some(verb), Relation::Ccomp);
    arcs.attach(first, Some(verb), Relation::Mark);
    let taken = arcs.with(verb, &[Relation::Obj]).find(|&kid| verb < kid && kid < content);
    if let Some(subject) = taken.filter(|_| !arcs.has(content, SUBJECTS)) {
        arcs.attach_subject(content, subject);
    }
}

/// Gives a verb its speaker, and the speaker what stands between them.
fn speaks(arcs: &mut Arcs<'_>, verb: TokenId, speaker: TokenId) {
    arcs.attach(speaker, Some(verb), Relation::Nsubj);
    for word in (speaker.index() + 1..verb.index()).map(TokenId::at) {
        let small = matches!(arcs.relation(word), Relation::Aux | Relation::AuxPass | Relation::Advmod);
        let within = arcs.head(word).is_some_and(|head| speaker <= head && (head < verb || head == verb && small));
        if !within && !arcs.is_punct(word) {
            let relation = if arcs.preposition(word).is_empty() { Relation::Appos } else { Relation::Nmod };
            arcs.attach(word, Some(speaker), relation);
        }
    }
}

/// The noun phrase between a comma and the verb, and where the comma stands; with what is said of a name in commas: ", X, the
/// head of Y, said".
fn speaker_before(arcs: &Arcs<'_>, verb: TokenId) -> Option<(usize, TokenId)> {
    // "… an agreement,” UNICEF said": the closing mark stands behind the comma.
    let quoted = |at: usize| at + usize::from(arcs.closes(TokenId::at(at)));
    // "the Fisheries Board (FB) said"
    let bracket = (verb.index() > 3 && arcs.form_at(verb.index() - 1) == ")").then(|| verb.index() - 3);
    let end = bracket.filter(|&open| arcs.form_at(open) == "(").unwrap_or(verb.index());
    // "Oxfam has said", "Oxfam also said"
    let small = |at: usize| {
        let word = TokenId::at(at);
        let perfect = arcs.relation(word) == Relation::Aux && arcs.lemma(word) == "have";
        arcs.head(word) == Some(verb) && (perfect || arcs.relation(word) == Relation::Advmod)
    };
    let end = (1..=end).rev().find(|&end| !small(end - 1))?;
    let comma = comma_before(arcs, end)?;
    if comma + 1 < end {
        let start = quoted(comma + 1);
        // "Doe said it was late, and “it is dark,” he said": he says what is quoted.
        let named = |speaker: &TokenId| start == comma + 1 || arcs.upos(*speaker) != Upos::Pron;
        return plain_noun(arcs, start..end).filter(named).map(|speaker| (comma, speaker));
    }
    let middle = comma_before(arcs, comma)?;
    plain_noun(arcs, middle + 1..comma)?;
    let first = comma_before(arcs, middle)?;
    let name = plain_noun(arcs, first + 1..middle).filter(|&name| arcs.upos(name) == Upos::Propn)?;
    Some((first, name))
}

/// The last comma before a place, if no other mark of division stands between.
pub(super) fn comma_before(arcs: &Arcs<'_>, end: usize) -> Option<usize> {
    let mark = (1..end).rev().find(|&at| matches!(arcs.form_at(at), "," | "—" | "–" | ";" | ":"))?;
    (arcs.form_at(mark) == ",").then_some(mark)
}

/// The head of a stretch that is one noun phrase, or several joined by "and".
pub(super) fn plain_noun(arcs: &Arcs<'_>, stretch: Range<usize>) -> Option<TokenId> {
    if stretch.is_empty() {
        return None;
    }
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
            && (arcs.upos(word) != Upos::Verb || matches!(arcs.xpos(word), Xpos::Vbn | Xpos::Nnp))
            && !matches!(arcs.xpos(word), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss | Xpos::Wrb)
    });
    let first = TokenId::at(stretch.start);
    // "a trader close to the talks", where the trader is taken for the subject of "close"
    let of_adjective = || {
        let noun = stretch.clone().map(TokenId::at).find(|&word| arcs.is_nominal(word))?;
        let adjective = arcs.head(noun).filter(|&at| at > noun && stretch.contains(&at.index()))?;
        (arcs.upos(adjective) == Upos::Adj && arcs.relation(noun) == Relation::Nsubj).then_some(noun)
    };
    let begins = arcs.preposition(first).is_empty() && arcs.upos(first) != Upos::Adp;
    if !plain || !begins { None } else { of_adjective().or_else(|| top_noun(arcs, stretch.clone())) }
}

/// The first finite clause of a stretch that no conjunction or relative pronoun subordinates.
pub(super) fn main_clause(arcs: &Arcs<'_>, stretch: Range<usize>) -> Option<TokenId> {
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
pub(super) fn report(arcs: &mut Arcs<'_>, verb: TokenId, speaker: TokenId, content: TokenId, before: Range<usize>) {
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
