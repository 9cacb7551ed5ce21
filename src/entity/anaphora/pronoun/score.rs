//! How well something spoken of suits a pronoun.
//!
//! In: a pronoun and an item before it. Out: a score, the higher the better, or none where person, number, gender or the clause
//! exclude it. Subjects come before others and near items before far ones; words between the two may say more.

use super::{Kind, Pronoun, speaks};
use crate::entity::anaphora::discourse::{Item, Place, is_finite, is_passive, verbs_between};
use crate::entity::anaphora::gender::Gender;
use crate::entity::{Entities, EntityId};
use crate::gazetteer::Class;
use crate::syntax::{Sentence, Token, Upos, Xpos};

/// How well an item suits, the higher the better; none where it can't be meant.
pub(super) fn score(
    pronoun: &Pronoun<'_>,
    item: &Item,
    entities: &Entities,
    gender: &dyn Fn(EntityId) -> Option<Gender>,
) -> Option<i32> {
    let from = pronoun.speaks.unwrap_or(pronoun.number).max(item.sentence);
    let distance = i32::try_from(from - item.sentence).ok()?;
    let same = distance == 0;
    if is_excluded(pronoun, item, same) {
        return None;
    }
    let named = fits(pronoun.kind, item, gender)?;
    let spoken = by_speech(pronoun, item, entities)?;
    Some(named - 7 * distance + by_place(pronoun, item, same) + by_clause(pronoun, item, same, gender) + spoken)
}

/// Whether the words between an item and a pronoun, or a quotation around one of them, keep the pronoun from meaning it; `same`
/// tells that both are in one sentence.
fn is_excluded(pronoun: &Pronoun<'_>, item: &Item, same: bool) -> bool {
    if item.within || item.entity.is_some_and(|entity| pronoun.barred.contains(&entity)) {
        return true;
    }
    // "“… so the court must act. It has failed,” she said": who is named in a quotation does not speak it, and who spoke before it
    // is no further off for its length.
    if pronoun.speaks.is_some_and(|from| item.quoted && item.sentence >= from) {
        return true;
    }
    // Who is quoted does not call himself "he", and what a quotation calls "it", or several "they", stands in it.
    let apart = pronoun.quoted && !item.quoted;
    if apart && (same || pronoun.kind == Kind::Thing || item.list.is_some()) {
        return true;
    }
    // "Acme must act, it said": who is named in what it says is another.
    let told = || closes_statement(pronoun) || is_hearer(pronoun.sentence, item.token, pronoun.token);
    if same && pronoun.kind == Kind::Thing && told() {
        return true;
    }
    if !same || item.place != Place::Subject {
        return false;
    }
    match pronoun.place {
        Place::Subject => false,
        // "Kenya dismissed its claim": not Kenya's.
        Place::Possessor => is_rejected(pronoun),
        // "X criticised him": not X itself.
        Place::Object | Place::Oblique => {
            verbs_between(pronoun.sentence, item.token, pronoun.token) <= 1 || item.leads && shares_subject(pronoun)
        }
    }
}

/// "told Reuters that it had left", and not "told Acme that it must leave": who is told what somebody did is not who did it.
fn is_hearer(sentence: &Sentence, item: usize, pronoun: usize) -> bool {
    const TELLS: &[&str] = &["assure", "brief", "inform", "notify", "tell"];
    let tokens = &sentence.tokens;
    let tells = |token: &Token| token.upos == Upos::Verb && TELLS.contains(&token.lemma.as_str());
    let Some(verb) = tokens[..item].iter().rposition(tells) else { return false };
    let hearer = tokens.get(verb + 1..pronoun).is_some_and(|between| !between.iter().any(is_finite))
        && !tokens[verb + 1..item].iter().any(|token| token.upos == Upos::Adp);
    // Who must do something is who is told so.
    let duty = |token: &Token| matches!(token.lemma.as_str(), "must" | "should" | "ought");
    let predicate = &tokens[pronoun + 1..];
    let end = predicate.iter().position(|token| token.upos == Upos::Verb).unwrap_or(predicate.len());
    let bound = predicate.first().is_some_and(|token| matches!(token.lemma.as_str(), "have" | "need"))
        && predicate.get(1).is_some_and(|token| token.xpos == Xpos::To);
    let told_to = bound || predicate[..end].iter().any(duty);
    hearer && !told_to && !is_passive(predicate)
}

/// "X met Y and criticised him": whether the verb before an object goes on with what the sentence's subject does.
fn shares_subject(pronoun: &Pronoun<'_>) -> bool {
    let mut before = pronoun.sentence.tokens[..pronoun.token].iter().rev();
    let verb = before.find(|token| token.upos != Upos::Adp && token.upos != Upos::Adv);
    let joined = before.find(|token| !matches!(token.upos, Upos::Adv | Upos::Aux));
    verb.is_some_and(|verb| verb.upos == Upos::Verb && verb.xpos.is_finite())
        && joined.is_some_and(|joined| joined.xpos == Xpos::Cc)
}

/// Whether a pronoun with its verb of speech ends what stands before a comma: "…, it said.", "…, it said in a letter".
fn closes_statement(pronoun: &Pronoun<'_>) -> bool {
    let tokens = &pronoun.sentence.tokens;
    // "…, it said", "has “trapped itself,” it said".
    let comma = pronoun.token.checked_sub(1).is_some_and(|before| {
        let closed = before > 0 && tokens[before].xpos == Xpos::CloseQuote && tokens[before - 1].xpos == Xpos::Comma;
        tokens[before].xpos == Xpos::Comma || closed
    });
    let behind = tokens.get(pronoun.token + 2).is_none_or(|next| matches!(next.upos, Upos::Punct | Upos::Adp));
    comma && behind && pronoun.place == Place::Subject && speaks(pronoun)
}

/// What the places of an item and a pronoun in their clauses are worth.
fn by_place(pronoun: &Pronoun<'_>, item: &Item, same: bool) -> i32 {
    let mut score = match item.place {
        Place::Subject => 4,
        Place::Possessor | Place::Object => 2,
        Place::Oblique => 0,
    };
    if item.place == Place::Subject && pronoun.place == Place::Subject {
        score += 2;
    }
    score + i32::from(item.leads && !same) + i32::from(item.pronoun && pronoun.kind == Kind::Several)
}

/// What the clauses between an item and a pronoun in one sentence are worth.
fn by_clause(pronoun: &Pronoun<'_>, item: &Item, same: bool, gender: &dyn Fn(EntityId) -> Option<Gender>) -> i32 {
    let (sentence, token) = (pronoun.sentence, pronoun.token);
    if !same {
        return 0;
    }
    let mut score = 0;
    // "X did this, and it did that": the subject of both.
    let joined = token.checked_sub(1).is_some_and(|before| sentence.tokens[before].xpos == Xpos::Cc);
    if joined && pronoun.place == Place::Subject && item.leads {
        score += 3;
    }
    // "Peter Roe said Chidi Doe had clarified that his letter": an unknown first name does not lose to a known one before.
    let unknown = item.entity.is_some_and(|entity| gender(entity).is_none());
    if unknown && item.place == Place::Subject && matches!(pronoun.kind, Kind::Person(_)) {
        score += 2;
    }
    // "Kenya freed a scholar who was jailed after he criticised it": what was done to him is told with what he did.
    if item.human && item.class.is_none() && is_sufferers(pronoun, item.token) {
        score += 14;
    }
    // "The UN demanded that Chad “promise that it has no camps”": whose promise it is.
    if pronoun.place == Place::Subject && is_demanded(sentence, item.token) {
        score += 5;
    }
    let possessive = pronoun.place == Place::Possessor;
    // "Sweden calls on Iraq to open its border": the subject of the infinitive.
    if possessive && is_subject_of_infinitive(sentence, item.token, token) {
        score += 5;
    }
    // "criticised Turkey for its plan": who is blamed owns what for.
    if possessive && is_blamed(sentence, item.token, token) {
        score += 8;
    }
    score
}

/// What it is worth that a pronoun speaks, since only agents say; none for a body that is "they" and does not speak.
fn by_speech(pronoun: &Pronoun<'_>, item: &Item, entities: &Entities) -> Option<i32> {
    if !speaks(pronoun) {
        // "The church denied it. They said …": a body is "they" where it speaks.
        let body = pronoun.kind == Kind::Several && item.class == Some(Class::Organisation) && !item.plural;
        return (!body).then_some(0);
    }
    let agent = item.entity.is_some_and(|entity| entities.list[entity.index()].class != Class::Place)
        || item.human
        || item.body;
    let score = match (item.tells, agent) {
        // "The statement alleges … It also accuses": it goes on.
        (true, _) => 4,
        (false, true) => 2,
        (false, false) => -6,
    };
    // "The UN demanded that Chad act. It also deplored": who spoke goes on, too.
    let score = score + i32::from(item.spoke && item.sentence < pronoun.number);
    // "The source said Doe was held. “He was beaten,” she said": who spoke goes on.
    let score = if pronoun.speaks.is_some() && item.spoke { score + 2 } else { score };
    // "…, so we told X," he said: who is named in a quotation is not the one that speaks it.
    let quoted = item.quoted && !pronoun.quoted;
    Some(if quoted { score - 8 } else { score })
}

/// Whether a possessive and its noun are words of somebody else, which the subject turns down.
fn is_rejected(pronoun: &Pronoun<'_>) -> bool {
    const REJECTS: &[&str] = &["dismiss", "reject", "refute", "deny", "denounce", "condemn", "criticise", "criticize"];
    const WORDS: &[&str] =
        &["accusation", "allegation", "assertion", "claim", "complaint", "criticism", "demand", "suggestion"];
    let tokens = &pronoun.sentence.tokens;
    let verb = pronoun.token.checked_sub(1).is_some_and(|at| REJECTS.contains(&tokens[at].lemma.as_str()));
    let noun = tokens[pronoun.token + 1..].iter().take(3).find(|token| token.upos == Upos::Noun);
    verb && noun.is_some_and(|noun| WORDS.contains(&noun.lemma.as_str()))
}

/// Whether a phrase that ends at `item` is whom a verb of blame is about, and the pronoun opens what it is about.
fn is_blamed(sentence: &Sentence, item: usize, pronoun: usize) -> bool {
    const BLAME: &[&str] = &[
        "accuse",
        "blame",
        "blast",
        "condemn",
        "criticise",
        "criticize",
        "denounce",
        "slam",
        "sue",
        "urge",
        "warn",
        "rebuke",
        "fault",
        "penalise",
        "penalize",
        "punish",
        "sanction",
    ];
    // "imposed sanctions on Turkey over its plan"
    const MEASURES: &[&str] = &["ban", "embargo", "measure", "penalty", "restriction", "sanction"];
    let tokens = &sentence.tokens;
    let about =
        pronoun.checked_sub(1).is_some_and(|at| matches!(tokens[at].lemma.as_str(), "for" | "over" | "about" | "to"));
    let verb = tokens[..item].iter().rposition(|token| token.upos == Upos::Verb);
    let near = verb.filter(|&verb| item - verb <= 4 && BLAME.contains(&tokens[verb].lemma.as_str()));
    let measure = tokens[..item].iter().rposition(|token| MEASURES.contains(&token.lemma.as_str()));
    let measured = measure
        .is_some_and(|noun| item - noun <= 4 && matches!(tokens[noun + 1].lemma.as_str(), "on" | "against" | "upon"));
    about
        && (near.is_some() || measured)
        && item < pronoun
        && !tokens[item..pronoun].iter().any(|token| token.upos == Upos::Verb)
}

/// Whether a clause that tells what was done to somebody stands behind the noun for him at `item`, and the pronoun is the subject
/// of one that tells when or why: "a scholar who was jailed after he", "a scholar jailed because he".
fn is_sufferers(pronoun: &Pronoun<'_>, item: usize) -> bool {
    let tokens = &pronoun.sentence.tokens;
    let Some(before) = pronoun.token.checked_sub(1).filter(|&before| before > item + 1) else { return false };
    let when = matches!(tokens[before].lemma.as_str(), "after" | "because" | "since" | "when" | "while");
    let who = tokens[item + 1].lemma == "who" && is_passive(&tokens[item + 2..before]);
    let told = who || tokens[item + 1].xpos == Xpos::Vbn;
    let one = !tokens[item + 2..before].iter().any(|token| token.xpos == Xpos::Comma);
    pronoun.place == Place::Subject && when && told && one
}

/// Whether a phrase that ends at `item` is followed by "to" and a verb, and no other clause begins before `pronoun`.
fn is_subject_of_infinitive(sentence: &Sentence, item: usize, pronoun: usize) -> bool {
    let [to, rest @ ..] = sentence.tokens.get(item + 1..pronoun).unwrap_or_default() else { return false };
    let verb = rest.iter().find(|token| token.upos != Upos::Adv);
    to.xpos == Xpos::To && verb.is_some_and(|verb| verb.xpos == Xpos::Vb) && !rest.iter().any(is_finite)
}

/// Whether a name that ends at `item` stands between "that" and a bare verb: "demanded that Chad act".
fn is_demanded(sentence: &Sentence, item: usize) -> bool {
    let tokens = &sentence.tokens;
    let mut before = tokens[..item].iter().rev().skip_while(|token| token.upos == Upos::Propn);
    let mut behind = tokens[item + 1..].iter().filter(|token| token.xpos != Xpos::OpenQuote);
    before.next().is_some_and(|token| token.lemma == "that" && token.upos == Upos::Sconj)
        && behind.next().is_some_and(|verb| verb.upos == Upos::Verb && verb.xpos == Xpos::Vb)
}

/// How much readier a name is for "it" than a common noun.
const NAMED: i32 = 1;

const OTHER: i32 = 0;

/// Whether person, number and gender allow it, and how readily.
pub(super) fn fits(kind: Kind, item: &Item, gender: &dyn Fn(EntityId) -> Option<Gender>) -> Option<i32> {
    let Some(class) = item.class else {
        return match kind {
            Kind::Person(wanted) => {
                let told = item.gender.is_none_or(|known| known == wanted);
                (item.human && !item.plural && told).then_some(-1)
            }
            Kind::Thing => (!item.human && !item.plural).then_some(OTHER),
            Kind::Several => item.plural.then_some(3),
            Kind::Relative => None,
        };
    };
    match (kind, class) {
        (Kind::Person(wanted), Class::Person | Class::Official) => match item.entity.and_then(gender) {
            Some(known) if known != wanted => None,
            Some(_) => Some(4),
            None => Some(2),
        },
        (Kind::Thing, Class::Organisation | Class::Government | Class::Report | Class::Instrument) => {
            (!item.plural).then_some(NAMED)
        }
        (Kind::Thing, Class::Place) => (item.place == Place::Subject).then_some(0),
        (Kind::Several, Class::Group) => Some(2),
        (Kind::Several, _) if item.plural => Some(3),
        (Kind::Several, Class::Organisation) if item.place == Place::Subject => Some(-1),
        _ => None,
    }
}
