//! Claims that names themselves carry: offices, affiliations, authors, backers, parts of states, places in places.
//!
//! In: mentions with their titles. Out: `holdsOffice`, `affiliatedWith`, `authored`, `supports`, `funds`, `arms`, `partOf` and
//! `locatedIn` claims, each stated by the words that stand together: "Foreign Secretary Dominic Raab", "Togo-backed Volta
//! Front", "Chinese Foreign Ministry", "Dabancheng, Xinjiang". Relations that a verb states are left to the rules.

mod backers;
mod parts;
mod places;

use super::Reading;
use super::attribution::Attributed;
use super::statement::{Claim, Kind, Modality, RuleRef};
use super::voice::{Voice, voice};
use crate::document::Span;
use crate::entity::EntityId;
use crate::gazetteer::Class;
use crate::gazetteer::leading::{heads, is_civil, is_elected, is_leader};
use crate::mention::{Form, MentionId, Role};
use crate::syntax::{Token, Upos, Xpos};

/// Adds the structural claims of a document.
pub(super) fn claims(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    roles(reading, attributed, claims);
    members(reading, attributed, claims);
    parts::parts(reading, attributed, claims);
    parts::owned(reading, attributed, claims);
    parts::apposed(reading, attributed, claims);
    backers::backers(reading, attributed, claims);
    places::places(reading, attributed, claims);
    places::towns(reading, attributed, claims);
}

/// What two names that stand together state.
struct Stated {
    predicate: &'static str,
    rule: &'static str,
    subject: (EntityId, Span),
    object: (EntityId, Span),
    content: Vec<Span>,
    trigger: Span,
}

fn push(reading: &Reading, attributed: &Attributed, stated: Stated, claims: &mut Vec<Claim>) {
    let Some(sentence) = reading.sentence_at(stated.trigger.start) else { return };
    if stated.subject.0 == stated.object.0 {
        return;
    }
    // Where a place lies is the reporter's own knowledge inside indirect speech; what an unnamed source is quoted with is nobody's.
    let around = attributed.around(stated.trigger, &[]).map(|at| attributed.list[at].kind);
    let voice = match around {
        None => Voice::document(),
        Some(kind) if kind != Kind::Direct && stated.predicate == "locatedIn" => Voice::document(),
        Some(kind) => match voice(attributed, stated.trigger, &[]) {
            // "Jane Doe, the minister, said": nobody introduces himself so.
            Some(voice) if kind != Kind::Direct && voice.speaker == Some(stated.subject.0) => Voice::document(),
            Some(voice) => voice,
            None if kind == Kind::Direct => return,
            None => Voice::document(),
        },
    };
    claims.push(Claim {
        predicate: stated.predicate.to_string(),
        subject: stated.subject.0,
        object: Some(stated.object.0),
        content: stated.content,
        speaker: voice.speaker,
        modality: Modality::Asserted,
        negative: false,
        speech_act: None,
        date: None,
        sentence: reading.sentences[sentence].span,
        trigger: vec![stated.trigger],
        subject_at: vec![stated.subject.1],
        object_at: vec![stated.object.1],
        speaker_at: voice.speaker_at,
        inside: voice.inside,
        saying: None,
        rule: RuleRef { id: stated.rule.to_string(), place: "names".to_string() },
        why: Vec::new(),
    });
}

fn roles(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    for role in &reading.mentions.roles {
        let person = &reading.mentions.list[role.person.index()];
        let named = |body: MentionId| Some((reading.entities.of(body)?, reading.mentions.list[body.index()].span));
        let body = role.body.and_then(named).or_else(|| owner(reading, role));
        let (Some(subject), Some((object, at))) = (reading.entities.of(role.person), body) else { continue };
        let title = reading.text(role.title).to_lowercase();
        let wrote = ["author", "co-author", "writer"].iter().any(|word| title.ends_with(word));
        let is_report = reading.entities.list[object.index()].class == Class::Report;
        // Whoever plays for or trains a state's team is no member of its government.
        let is_state = reading.entities.list[object.index()].class == Class::Government;
        if is_report && !wrote || is_state && !role.office {
            continue;
        }
        // "PUBAC chair Jane Doe", where the Committee on Public Accounts (PUBAC) is named before
        let body = &reading.entities.list[object.index()];
        let chairs = !is_state && body.entry.is_none() && title.split(' ').any(heads);
        let sits = body.class == Class::Organisation && is_seat(&title) && !is_chamber(&body.name);
        // "Its leader, Jane Doe,": of a party or a body that nobody lists as private.
        let private = match body.entry {
            Some(entry) => reading.gazetteer.is_private(entry),
            None => is_civil(&body.name, reading.gazetteer),
        };
        let leads = role.body.is_none() && !is_state && title.split(' ').any(|word| heads(word) || is_leader(word));
        let office = role.office && !sits || leads || chairs && is_elected(&body.name, reading.gazetteer);
        let office = office && !private;
        let (predicate, rule) = if is_report {
            ("authored", "name.author")
        } else if office {
            ("holdsOffice", "name.office")
        } else {
            ("affiliatedWith", "name.affiliation")
        };
        let (subject, object) = ((subject, person.span), (object, at));
        let content = if is_report { Vec::new() } else { vec![role.title] };
        push(reading, attributed, Stated { predicate, rule, subject, object, content, trigger: role.title }, claims);
    }
}

/// "Its leader, Jane Doe,": the body that the pronoun right before a title means.
fn owner(reading: &Reading, role: &Role) -> Option<(EntityId, Span)> {
    let tokens = &reading.sentences[reading.sentence_at(role.title.start)?].tokens;
    let title = tokens.iter().position(|token| token.span.start >= role.title.start)?;
    let pronoun = title.checked_sub(1).map(|at| &tokens[at]).filter(|token| token.xpos == Xpos::PrpPoss)?;
    let (entity, _) = reading.coreference.of(pronoun.span)?;
    let body = role.body.is_none() && reading.entities.list[entity.index()].class == Class::Organisation;
    body.then_some((entity, pronoun.span))
}

/// Whether a title is that of whoever has a seat in a chamber: of a party they are members, and hold no office.
fn is_seat(title: &str) -> bool {
    let seats =
        ["councillor", "councilor", "legislator", "lawmaker", "senator", "congressman", "congresswoman", "mp", "mep"];
    title.split(' ').next_back().is_some_and(|word| seats.contains(&word.strip_suffix('s').unwrap_or(word)))
}

/// Whether a body's name tells that people have seats in it: "Senate", "Legislative Council".
fn is_chamber(name: &str) -> bool {
    let chambers = ["assembly", "chamber", "congress", "council", "house", "legislature", "parliament", "senate"];
    let name = name.to_lowercase();
    name.split(' ').any(|word| chambers.contains(&word))
}

/// "Anna Lind of the Green Party", "Labour's Tom Shaw": a person beside the body that the name is given with.
fn members(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let list = &reading.mentions.list;
    for at in 0..list.len().saturating_sub(1) {
        let (first, second) = (&list[at], &list[at + 1]);
        if first.span.end > second.span.start || first.form != Form::Name || second.form != Form::Name {
            continue;
        }
        let between = reading.text(Span { start: first.span.end, end: second.span.start }).trim();
        let is_person = |class: Class| class.is_person();
        let (person, body) = match between {
            "of" | "of the" | "from" | "from the" | ", of" | ", of the" | ", from" | ", from the"
                if is_person(first.class) =>
            {
                (at, at + 1)
            }
            sign if is_possessive(sign) && is_person(second.class) => (at + 1, at),
            _ if is_person(first.class) && is_of_party(reading, first.span.end, second.span.start) => (at, at + 1),
            _ => continue,
        };
        let titled = |role: &crate::mention::Role| role.person.index() == person && role.body.is_some();
        if list[body].class != Class::Organisation || reading.mentions.roles.iter().any(titled) {
            continue;
        }
        let (Some(subject), Some(object)) = (reading.entities.of_mention[person], reading.entities.of_mention[body])
        else {
            continue;
        };
        let (subject, object) = ((subject.0, list[person].span), (object.0, list[body].span));
        let trigger = first.span.join(second.span);
        let (predicate, rule) = ("affiliatedWith", "name.member");
        push(reading, attributed, Stated { predicate, rule, subject, object, content: Vec::new(), trigger }, claims);
    }
}

/// Whether words are the sign behind a name for whoever owns what is named next.
fn is_possessive(words: &str) -> bool {
    matches!(words, "'s" | "’s" | "'" | "’")
}

/// Whether a mention is followed by a possessive sign and the next mention.
fn owns(reading: &Reading, owner: usize) -> bool {
    let list = &reading.mentions.list;
    list.get(owner + 1).is_some_and(|next| {
        let gap = Span { start: list[owner].span.end, end: next.span.start.max(list[owner].span.end) };
        is_possessive(reading.text(gap).trim())
    })
}

/// Whether what stands between two names says that the first is one of the second's: "of the ruling", "from the far-right party".
fn is_of_party(reading: &Reading, start: u32, end: u32) -> bool {
    const WINGS: &[&str] = &["left", "right", "centre", "center", "far"];
    let Some(sentence) = reading.sentence_at(start) else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let inside = |token: &&Token| token.span.start >= start && token.span.end <= end;
    let mut between = tokens.iter().filter(inside).skip_while(|token| token.xpos == Xpos::Comma).peekable();
    let Some(first) = between.next() else { return false };
    // "Jane Doe at the rights group Acme": the noun says what kind of body it is.
    let article = between.peek().is_some_and(|next| next.upos == Upos::Det);
    let kind = tokens.iter().rev().find(|token| token.span.end <= end).is_some_and(|noun| {
        let lemma = noun.lemma.to_lowercase();
        noun.upos == Upos::Noun && (reading.gazetteer.is("body-noun", &lemma) || lemma == "tank")
    });
    let nominal = |token: &&Token| matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Part | Upos::Punct);
    if article && kind && matches!(first.lemma.as_str(), "of" | "from" | "at" | "with") {
        return between.all(|token| nominal(&token) && token.xpos != Xpos::Comma);
    }
    if !matches!(first.lemma.as_str(), "of" | "from") {
        return false;
    }
    let side = |token: &&Token| {
        let form = reading.text(token.span).to_lowercase();
        reading.gazetteer.is("party-side", &form) || matches!(form.as_str(), "party" | "movement")
    };
    let modifies = |token: &&Token| {
        matches!(token.upos, Upos::Det | Upos::Adj | Upos::Adv)
            || token.xpos == Xpos::Hyph
            || WINGS.contains(&token.lemma.as_str())
    };
    let rest: Vec<&Token> = between.collect();
    rest.iter().any(side) && rest.iter().all(|token| side(token) || modifies(token))
}
