//! What pronouns mean: "he", "its", "they", "who".
//!
//! In: the items spoken of before a pronoun. Out: its antecedent, if the best item is an entity. Person, number and gender
//! exclude; recency and grammatical place rank (subjects first, as in centering: Grosz, Joshi and Weinstein 1995).
//! "It is clear that …" refers to nothing. "I" and "we" are left to the quotation that holds them.

use super::discourse::{Item, Place, is_finite, verbs_between};
use super::gender::Gender;
use super::{Entities, EntityId};
use crate::gazetteer::Class;
use crate::syntax::frames::is_speech;
use crate::syntax::{Sentence, Upos, Xpos};

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person(Gender),
    Thing,
    Several,
    Relative,
}

/// The kind of a third-person or relative pronoun, by its form.
pub(super) fn kind(form: &str) -> Option<Kind> {
    Some(match form.to_lowercase().as_str() {
        "he" | "him" | "his" | "himself" => Kind::Person(Gender::He),
        "she" | "her" | "hers" | "herself" => Kind::Person(Gender::She),
        "it" | "its" | "itself" => Kind::Thing,
        "they" | "them" | "their" | "theirs" | "themselves" => Kind::Several,
        "who" | "whose" | "whom" | "which" => Kind::Relative,
        _ => return None,
    })
}

/// What a pronoun means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Antecedent {
    One(EntityId),
    /// Several together, by the number of their list.
    Several(usize),
    /// A body that speaks and has no name: "a commission said … It said".
    Unnamed,
}

/// A pronoun in its sentence.
pub(super) struct Pronoun<'a> {
    pub(super) kind: Kind,
    pub(super) sentence: &'a Sentence,
    pub(super) number: usize,
    pub(super) token: usize,
    pub(super) place: Place,
    /// Whether it stands in somebody's quoted sentence.
    pub(super) quoted: bool,
    /// The sentence in which the quotation begins that it stands right behind, as who speaks it: "…," he told Y.
    pub(super) speaks: Option<usize>,
    /// Whom it can't mean: who is named in what it says, or in what leads it in ("he said Brandt had left", "in a letter to
    /// Brandt, he said"), who speaks the quotation that it stands in, and the dead, where it speaks.
    pub(super) barred: Vec<EntityId>,
}

/// How many sentences back an antecedent may stand.
const PERSON_REACH: usize = 6;
const THING_REACH: usize = 1;
/// How many items back an antecedent may stand.
const MOST: usize = 150;

/// The antecedent of a pronoun among what was spoken of before, latest last.
pub(super) fn antecedent(
    pronoun: &Pronoun<'_>,
    items: &[Item],
    entities: &Entities,
    gender: &dyn Fn(EntityId) -> Option<Gender>,
) -> Option<(Antecedent, &'static str)> {
    if pronoun.kind == Kind::Relative {
        return relative(pronoun, items).map(|entity| (Antecedent::One(entity), "relative pronoun"));
    }
    if let Some(entity) = of_paper(pronoun, items) {
        return Some((Antecedent::One(entity), "pronoun: what has authors"));
    }
    if let Some(entity) = of_owner(pronoun, items) {
        return Some((Antecedent::One(entity), "pronoun: whose noun it stands behind"));
    }
    if let Some(found) = goes_on(pronoun, items, gender) {
        return Some(found);
    }
    if pronoun.kind == Kind::Thing && is_empty(pronoun) {
        return None;
    }
    // Of "it" as an object too few are names.
    if pronoun.kind == Kind::Thing && matches!(pronoun.place, Place::Object | Place::Oblique) {
        return None;
    }
    let reach = if matches!(pronoun.kind, Kind::Person(_)) { PERSON_REACH } else { THING_REACH };
    let barred = object_of_relative(pronoun, items);
    let mut best: Option<(i32, &Item)> = None;
    let from = pronoun.speaks.unwrap_or(pronoun.number);
    for item in items.iter().rev().take(MOST).take_while(|item| item.sentence + reach >= from) {
        if let Some(score) = score(pronoun, item, entities, gender)
            && (item.entity.is_none() || item.entity != barred)
            && best.is_none_or(|(other, _)| score > other)
        {
            best = Some((score, item));
        }
    }
    let (_, item) = best?;
    // "A Hamas official said …. He accused": one of Hamas's people is Hamas where he speaks, and nobody named elsewhere.
    if item.human && item.class.is_none() && !speaks(pronoun) {
        return None;
    }
    if item.members {
        return None;
    }
    let same = item.sentence == pronoun.number;
    let rule = match (item.place, same) {
        (Place::Subject, true) => "pronoun: subject of the sentence",
        (_, true) => "pronoun: same sentence",
        (Place::Subject, false) => "pronoun: subject before",
        (_, false) => "pronoun: spoken of before",
    };
    let together = || item.list.map(Antecedent::Several);
    let unnamed = || {
        let body = pronoun.kind == Kind::Thing && (item.tells || item.body) && !item.human && speaks(pronoun);
        body.then_some(Antecedent::Unnamed)
    };
    item.entity.map(Antecedent::One).or_else(together).or_else(unnamed).map(|meant| (meant, rule))
}

/// "The commission said so. Acme's profits had risen, it added": who adds is who spoke last, whoever was named since.
fn goes_on(
    pronoun: &Pronoun<'_>,
    items: &[Item],
    gender: &dyn Fn(EntityId) -> Option<Gender>,
) -> Option<(Antecedent, &'static str)> {
    const REACH: usize = 2;
    let verb = pronoun.sentence.tokens[pronoun.token + 1..].iter().find(|token| token.upos != Upos::Adv)?;
    if pronoun.place != Place::Subject || pronoun.quoted || verb.lemma != "add" || pronoun.kind == Kind::Several {
        return None;
    }
    let near = items.iter().rev().take_while(|item| item.sentence + REACH >= pronoun.number);
    let speakers = near.filter(|item| (item.spoke || item.tells) && !item.quoted && !item.plural);
    let named = |item: &Item| item.entity.is_some_and(|entity| pronoun.barred.contains(&entity));
    let item = speakers.filter(|item| !named(item)).find(|item| fits(pronoun.kind, item, gender).is_some())?;
    // "Doe said so. Roe was glad, and would go, he added"
    let leads = |other: &&Item| other.leads && other.sentence > item.sentence && !other.suffers && !named(other);
    let mut later = items.iter().rev().take_while(|other| other.sentence > item.sentence).filter(leads);
    if later.any(|other| other.entity.is_some() && fits(pronoun.kind, other, gender).is_some()) {
        return None;
    }
    let unnamed = || (pronoun.kind == Kind::Thing && item.tells && !item.human).then_some(Antecedent::Unnamed);
    let meant = item.entity.map(Antecedent::One).or_else(unnamed)?;
    Some((meant, "pronoun: who spoke last"))
}

/// "Kenya condemned Chad, which it accuses": who is accused is not who accuses.
fn object_of_relative(pronoun: &Pronoun<'_>, items: &[Item]) -> Option<EntityId> {
    let before = pronoun.token.checked_sub(1).filter(|_| pronoun.place == Place::Subject)?;
    let relative = matches!(pronoun.sentence.tokens[before].lemma.as_str(), "which" | "whom");
    let same = |item: &&Item| item.sentence == pronoun.number && item.token + 3 >= before && item.token <= before;
    items.iter().rev().find(same).filter(|_| relative).and_then(|item| item.entity)
}

/// "Its authors", "its release": the report or law spoken of last.
fn of_paper(pronoun: &Pronoun<'_>, items: &[Item]) -> Option<EntityId> {
    const PARTS: &[&str] =
        &["author", "release", "publication", "finding", "conclusion", "page", "passage", "adoption", "signatory"];
    let next = pronoun.sentence.tokens.get(pronoun.token + 1)?;
    if pronoun.kind != Kind::Thing || pronoun.place != Place::Possessor || !PARTS.contains(&next.lemma.as_str()) {
        return None;
    }
    let near = items.iter().rev().take(MOST).take_while(|item| item.sentence + PERSON_REACH >= pronoun.number);
    near.filter(|item| matches!(item.class, Some(Class::Report | Class::Instrument))).find_map(|item| item.entity)
}

/// "Iraq's denial that it attacked": whose denial it is.
fn of_owner(pronoun: &Pronoun<'_>, items: &[Item]) -> Option<EntityId> {
    let tokens = &pronoun.sentence.tokens;
    let that = pronoun.token.checked_sub(1).filter(|&at| tokens[at].lemma == "that")?;
    let noun = that.checked_sub(1).filter(|&at| tokens[at].upos == Upos::Noun)?;
    let sign = noun.checked_sub(1).filter(|&at| tokens[at].xpos == Xpos::Pos)?;
    let near = items.iter().rev().take(MOST).take_while(|item| item.sentence == pronoun.number);
    let owner = near.into_iter().find(|item| item.token + 1 == sign)?;
    let thing =
        matches!(owner.class, Some(Class::Government | Class::Organisation | Class::Report | Class::Instrument));
    owner.entity.filter(|_| pronoun.kind == Kind::Thing && thing && pronoun.place == Place::Subject)
}

/// "X, who": what stands right before it.
fn relative(pronoun: &Pronoun<'_>, items: &[Item]) -> Option<EntityId> {
    let tokens = &pronoun.sentence.tokens;
    let before = pronoun.token.checked_sub(1)?;
    let before = if tokens[before].xpos == Xpos::Comma { before.checked_sub(1)? } else { before };
    let item = items.last().filter(|item| item.sentence == pronoun.number && item.token == before)?;
    // "Teams from A, B and C, which": not the last of the list.
    let listed = tokens[item.token.saturating_sub(3)..item.token].iter().any(|token| token.xpos == Xpos::Cc);
    // "Camp Bucca in Basra, which": the camp, or the town.
    let inside = item.token.checked_sub(2).is_some_and(|at| {
        tokens[at + 1].upos == Upos::Adp && tokens[at].upos == Upos::Propn && item.class == Some(Class::Place)
    });
    let which = tokens[pronoun.token].lemma == "which";
    let person = matches!(item.class, Some(Class::Person | Class::Official | Class::Group));
    let fits = if which { !person } else { person || tokens[pronoun.token].xpos == Xpos::WpPoss };
    item.entity.filter(|_| fits && !listed && !inside)
}

/// "It is likely that", "it seems", "made it clear".
fn is_empty(pronoun: &Pronoun<'_>) -> bool {
    let rest = &pronoun.sentence.tokens[pronoun.token + 1..];
    let Some(next) = rest.first() else { return false };
    if matches!(pronoun.sentence.tokens[pronoun.token].xpos, Xpos::PrpPoss) {
        return false;
    }
    let links = matches!(
        next.lemma.as_str(),
        "be" | "seem"
            | "appear"
            | "become"
            | "remain"
            | "take"
            | "happen"
            | "turn"
            | "'s"
            | "’s"
            | "have"
            | "will"
            | "would"
            | "may"
            | "could"
            | "might"
            | "can"
            | "should"
    );
    const PERSONAL: &[&str] = &[
        "able",
        "unable",
        "willing",
        "unwilling",
        "ready",
        "prepared",
        "committed",
        "determined",
        "set",
        "due",
        "proud",
        "aware",
        "concerned",
        "keen",
        "eager",
    ];
    if rest.iter().take(3).any(|token| PERSONAL.contains(&token.lemma.as_str())) {
        return false;
    }
    let opens = |token: &crate::syntax::Token| {
        matches!(token.lemma.as_str(), "that" | "to" | "whether" | "if" | "how" | "who" | "what" | "when" | "for")
    };
    const CLEAR: &[&str] = &[
        "clear",
        "unclear",
        "obvious",
        "likely",
        "unlikely",
        "possible",
        "impossible",
        "true",
        "evident",
        "important",
    ];
    if links && rest.iter().take(3).any(|token| CLEAR.contains(&token.lemma.as_str())) {
        return true;
    }
    if links {
        let complement = rest.iter().take(4).any(|t| {
            t.upos == Upos::Adj
                || t.xpos == Xpos::Vbn
                || matches!(t.lemma.as_str(), "seem" | "appear" | "time" | "rain")
        });
        return complement
            && rest.iter().take(9).any(opens)
            && rest
                .iter()
                .take(2)
                .any(|t| matches!(t.lemma.as_str(), "be" | "seem" | "appear" | "become" | "remain" | "'s" | "’s"));
    }
    next.upos == Upos::Adj && rest.iter().take(4).any(opens)
}

/// How well an item suits, the higher the better; none where it can't be meant.
fn score(
    pronoun: &Pronoun<'_>,
    item: &Item,
    entities: &Entities,
    gender: &dyn Fn(EntityId) -> Option<Gender>,
) -> Option<i32> {
    if item.within || item.entity.is_some_and(|entity| pronoun.barred.contains(&entity)) {
        return None;
    }
    // "“… so the court must act. It has failed,” she said": who is named in a quotation does not speak it, and who spoke before it
    // is no further off for its length.
    if pronoun.speaks.is_some_and(|from| item.quoted && item.sentence >= from) {
        return None;
    }
    let from = pronoun.speaks.unwrap_or(pronoun.number).max(item.sentence);
    let distance = i32::try_from(from - item.sentence).ok()?;
    let named = fits(pronoun.kind, item, gender)?;
    let same = distance == 0;
    // Who is quoted does not call himself "he", and what a quotation calls "it", or several "they", stands in it.
    let apart = pronoun.quoted && !item.quoted;
    if apart && (same || pronoun.kind == Kind::Thing || item.list.is_some()) {
        return None;
    }
    let possessive = pronoun.place == Place::Possessor;
    // "X criticised him": not X itself.
    if same
        && !possessive
        && pronoun.place != Place::Subject
        && item.place == Place::Subject
        && verbs_between(pronoun.sentence, item.token, pronoun.token) <= 1
    {
        return None;
    }
    // "Kenya dismissed its claim": not Kenya's.
    if same && possessive && item.place == Place::Subject && is_rejected(pronoun) {
        return None;
    }
    let mut score = named - 7 * distance;
    score += match item.place {
        Place::Subject => 4,
        Place::Possessor => 2,
        Place::Object => 2,
        Place::Oblique => 0,
    };
    if item.place == Place::Subject && pronoun.place == Place::Subject {
        score += 2;
    }
    score += i32::from(item.leads && !same) + i32::from(item.pronoun && pronoun.kind == Kind::Several);
    // "X did this, and it did that": the subject of both.
    let joined = pronoun.token.checked_sub(1).is_some_and(|before| pronoun.sentence.tokens[before].xpos == Xpos::Cc);
    if same && joined && pronoun.place == Place::Subject && item.leads {
        score += 3;
    }
    // "Peter Roe said Chidi Doe had clarified that his letter": an unknown first name does not lose to a known one before.
    let unknown = item.entity.is_some_and(|entity| gender(entity).is_none());
    if same && unknown && item.place == Place::Subject && matches!(pronoun.kind, Kind::Person(_)) {
        score += 2;
    }
    // "Sweden calls on Iraq to open its border": the subject of the infinitive.
    if same && possessive && is_subject_of_infinitive(pronoun.sentence, item.token, pronoun.token) {
        score += 5;
    }
    // "criticised Turkey for its plan": who is blamed owns what for.
    if same && possessive && is_blamed(pronoun.sentence, item.token, pronoun.token) {
        score += 8;
    }
    // Only agents say.
    if speaks(pronoun) {
        let speaks = item.entity.is_some_and(|entity| entities.list[entity.index()].class != Class::Place)
            || item.human
            || item.body;
        score += match (item.tells, speaks) {
            // "The statement alleges … It also accuses": it goes on.
            (true, _) => 4,
            (false, true) => 2,
            (false, false) => -6,
        };
        // "…, so we told X," he said: who is named in a quotation is not the one that speaks it.
        if item.quoted && !pronoun.quoted {
            score -= 8;
        }
    } else if pronoun.kind == Kind::Several && item.class == Some(Class::Organisation) && !item.plural {
        // "The church denied it. They said …": a body is "they" where it speaks.
        return None;
    }
    Some(score)
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
    ];
    let tokens = &sentence.tokens;
    let about =
        pronoun.checked_sub(1).is_some_and(|at| matches!(tokens[at].lemma.as_str(), "for" | "over" | "about" | "to"));
    let verb = tokens[..item].iter().rposition(|token| token.upos == Upos::Verb);
    let near = verb.filter(|&verb| item - verb <= 4 && BLAME.contains(&tokens[verb].lemma.as_str()));
    about && near.is_some() && item < pronoun && !tokens[item..pronoun].iter().any(|token| token.upos == Upos::Verb)
}

/// Whether a pronoun is the subject of a verb of speech.
fn speaks(pronoun: &Pronoun<'_>) -> bool {
    let verb = pronoun.sentence.tokens[pronoun.token + 1..].iter().take(12).find(|token| token.upos == Upos::Verb);
    pronoun.place == Place::Subject && verb.is_some_and(|verb| is_speech(&verb.lemma))
}

/// Whether a phrase that ends at `item` is followed by "to" and a verb, and no other clause begins before `pronoun`.
fn is_subject_of_infinitive(sentence: &Sentence, item: usize, pronoun: usize) -> bool {
    let [to, rest @ ..] = sentence.tokens.get(item + 1..pronoun).unwrap_or_default() else { return false };
    let verb = rest.iter().find(|token| token.upos != Upos::Adv);
    to.xpos == Xpos::To && verb.is_some_and(|verb| verb.xpos == Xpos::Vb) && !rest.iter().any(is_finite)
}

/// How much readier a name is for "it" than a common noun.
const NAMED: i32 = 1;
const OTHER: i32 = 0;

/// Whether person, number and gender allow it, and how readily.
fn fits(kind: Kind, item: &Item, gender: &dyn Fn(EntityId) -> Option<Gender>) -> Option<i32> {
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
