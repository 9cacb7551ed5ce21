//! What pronouns mean: "he", "its", "they", "who".
//!
//! In: the items spoken of before a pronoun. Out: its antecedent, if the best item is an entity. Person, number and gender
//! exclude; recency and grammatical place rank (in `score`; subjects first, as in centering: Grosz, Joshi and Weinstein
//! 1995). "It is clear that …" refers to nothing. "I" and "we" are left to the quotation that holds them.

mod empty;
mod score;

use super::discourse::{Item, Place};
use super::gender::Gender;
use super::{Entities, EntityId};
use crate::gazetteer::Class;
use crate::syntax::frames::is_speech;
use crate::syntax::{Sentence, Upos, Xpos};
use empty::is_empty;
use score::{fits, score};

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
    if let Some(entity) = of_denier(pronoun, items) {
        return Some((Antecedent::One(entity), "pronoun: who denies what is said of it"));
    }
    if let Some(found) = goes_on(pronoun, items, gender) {
        return Some(found);
    }
    if let Some(found) = spoke_before(pronoun, items, gender) {
        return found;
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
    // "Acme said so. Roe Ltd has left, it added": a body does not tell of itself by its name.
    let behind = pronoun.token.checked_sub(1).is_some_and(|at| pronoun.sentence.tokens[at].xpos == Xpos::Comma);
    let told = behind && pronoun.kind == Kind::Thing;
    let before = |item: &&Item| !told || item.sentence < pronoun.number;
    let speakers = near.filter(before).filter(|item| (item.spoke || item.tells) && !item.quoted && !item.plural);
    let named = |item: &Item| item.entity.is_some_and(|entity| pronoun.barred.contains(&entity));
    let item = speakers.filter(|item| !named(item)).find(|item| fits(pronoun.kind, item, gender).is_some())?;
    // "Doe said so. Roe was glad, and would go, he added"
    let leads = |other: &&Item| other.leads && other.sentence > item.sentence && !other.suffers && !named(other);
    let mut later = items.iter().rev().take_while(|other| other.sentence > item.sentence).filter(leads);
    if !told && later.any(|other| other.entity.is_some() && fits(pronoun.kind, other, gender).is_some()) {
        return None;
    }
    let unnamed = || (pronoun.kind == Kind::Thing && item.tells && !item.human).then_some(Antecedent::Unnamed);
    let meant = item.entity.map(Antecedent::One).or_else(unnamed)?;
    Some((meant, "pronoun: who spoke last"))
}

/// "A neighbour said Doe was held. “He was beaten,” she said": whoever said what stands right before a quotation speaks it too,
/// and nobody known where he has no name.
fn spoke_before(
    pronoun: &Pronoun<'_>,
    items: &[Item],
    gender: &dyn Fn(EntityId) -> Option<Gender>,
) -> Option<Option<(Antecedent, &'static str)>> {
    let from = pronoun.speaks.filter(|_| matches!(pronoun.kind, Kind::Person(_)))?;
    // "Doe said it was late, and “it is dark,” he said": the quotation's own sentence names him.
    if items.iter().rev().take_while(|item| item.sentence >= from).any(|item| item.leads && !item.quoted) {
        return None;
    }
    let mut before =
        items.iter().rev().skip_while(|item| item.sentence >= from).take_while(|item| item.sentence + 1 == from);
    let item = before.find(|item| {
        item.leads && (item.spoke || item.tells && item.human) && !item.quoted && !item.plural && !item.within
    })?;
    fits(pronoun.kind, item, gender)?;
    let barred = item.entity.is_some_and(|entity| pronoun.barred.contains(&entity));
    (!barred).then(|| item.entity.map(|entity| (Antecedent::One(entity), "pronoun: who spoke before")))
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

/// "Iraq denied accusations by the UN that it attacked": who denies it is who is accused.
fn of_denier(pronoun: &Pronoun<'_>, items: &[Item]) -> Option<EntityId> {
    const FAR: usize = 16;
    let tokens = &pronoun.sentence.tokens;
    let that = pronoun.token.checked_sub(1).filter(|&at| tokens[at].lemma == "that")?;
    let is = |at: &usize, words: &[&str]| words.contains(&tokens[*at].lemma.as_str());
    let near = that.saturating_sub(FAR);
    let charge = (near..that).rfind(|at| is(at, &["accusation", "allegation", "assertion", "charge", "claim"]))?;
    let denies = (near..charge).rfind(|&at| tokens[at].upos == Upos::Verb)?;
    if !is(&denies, &["deny", "dismiss", "dispute", "refute", "reject"]) || pronoun.kind != Kind::Thing {
        return None;
    }
    let before = items.iter().rev().take_while(|item| item.sentence == pronoun.number);
    let body = |item: &&Item| matches!(item.class, Some(Class::Government | Class::Organisation));
    before.filter(|item| item.token < denies).find(body).and_then(|item| item.entity)
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

/// Whether a pronoun is the subject of a verb of speech.
fn speaks(pronoun: &Pronoun<'_>) -> bool {
    let verb = pronoun.sentence.tokens[pronoun.token + 1..].iter().take(12).find(|token| token.upos == Upos::Verb);
    pronoun.place == Place::Subject && verb.is_some_and(|verb| is_speech(&verb.lemma))
}
