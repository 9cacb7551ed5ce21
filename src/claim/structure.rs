//! Claims that names themselves carry: offices, affiliations, parts of states, places in places.
//!
//! In: mentions with their titles. Out: `holdsOffice`, `affiliatedWith`, `partOf` and `locatedIn` claims, each stated by
//! the words that stand together: "Foreign Secretary Dominic Raab", "Chinese Foreign Ministry", "Dabancheng, Xinjiang".
//! Relations that a verb states are left to the rules.

use super::Reading;
use super::attribution::Attributed;
use super::statement::{Claim, Kind, Modality, RuleRef, Voice, voice};
use crate::document::Span;
use crate::entity::EntityId;
use crate::gazetteer::{Class, EntryId};
use crate::mention::Form;

/// Adds the structural claims of a document.
pub(super) fn claims(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    roles(reading, attributed, claims);
    members(reading, attributed, claims);
    parts(reading, attributed, claims);
    places(reading, attributed, claims);
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
    // How a reporter names somebody inside indirect speech is the reporter's own; only in a quotation it is the speaker's.
    let quoted = attributed.around(stated.trigger, &[]).filter(|&at| attributed.list[at].kind == Kind::Direct);
    let voice = match quoted {
        Some(_) => match voice(attributed, stated.trigger, &[]) {
            Some(voice) => voice,
            None => return,
        },
        None => Voice::document(),
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
        let (Some(subject), Some(body)) = (reading.entities.of(role.person), role.body) else { continue };
        let Some(object) = reading.entities.of(body) else { continue };
        let at = reading.mentions.list[body.index()].span;
        let title = reading.text(role.title).to_lowercase();
        let wrote = ["author", "co-author", "writer"].iter().any(|word| title.ends_with(word));
        let is_report = reading.entities.list[object.index()].class == Class::Report;
        // Whoever plays for or trains a state's team is no member of its government.
        let is_state = reading.entities.list[object.index()].class == Class::Government;
        if is_report && !wrote || is_state && !role.office {
            continue;
        }
        let (predicate, rule) = if is_report {
            ("authored", "name.author")
        } else if role.office {
            ("holdsOffice", "name.office")
        } else {
            ("affiliatedWith", "name.affiliation")
        };
        let (subject, object) = ((subject, person.span), (object, at));
        let content = if is_report { Vec::new() } else { vec![role.title] };
        push(reading, attributed, Stated { predicate, rule, subject, object, content, trigger: role.title }, claims);
    }
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
        let is_person = |class: Class| matches!(class, Class::Person | Class::Official);
        let (person, body) = match between {
            "of" | "of the" | "from" | "from the" | ", of" | ", of the" if is_person(first.class) => (at, at + 1),
            "'s" | "’s" | "'" | "’" if is_person(second.class) => (at + 1, at),
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

/// "Chinese Foreign Ministry" is part of China, once a sentence.
fn parts(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let mut done: Vec<(EntityId, usize)> = Vec::new();
    for (at, mention) in reading.mentions.list.iter().enumerate() {
        let Some(entry) = mention.part_of.filter(|_| mention.class == Class::Organisation) else { continue };
        let Some((subject, _)) = reading.entities.of_mention[at] else { continue };
        let Some(object) = reading.entities.list.iter().position(|entity| entity.entry == Some(entry)) else {
            continue;
        };
        let object = EntityId(u32::try_from(object).expect("fewer than 2^32 entities"));
        let Some(sentence) = reading.sentence_at(mention.span.start) else { continue };
        if !names_state(reading, mention.span, entry) || mention.entry.is_none() && is_private(reading, mention.span) {
            continue;
        }
        if done.contains(&(subject, sentence)) {
            continue;
        }
        done.push((subject, sentence));
        let (subject, object) = ((subject, mention.span), (object, mention.span));
        let stated = Stated {
            predicate: "partOf",
            rule: "name.part",
            subject,
            object,
            content: Vec::new(),
            trigger: mention.span,
        };
        push(reading, attributed, stated, claims);
    }
}

/// Whether a body's name holds the name of its state. A party's does not make it a part of the state.
fn names_state(reading: &Reading, span: Span, state: EntryId) -> bool {
    let text = reading.text(span);
    let words: Vec<String> =
        crate::syntax::words(text).into_iter().map(|word| crate::gazetteer::fold(word.of(text))).collect();
    let is_party = words.last().is_some_and(|word| word == "Party");
    let whole = words.len();
    let parts =
        (0..whole).flat_map(|from| (from + 1..=whole).map(move |to| (from, to))).filter(|(from, to)| to - from < whole);
    let named = parts.into_iter().any(|(from, to)| {
        let hits = reading.gazetteer.longest(&words[from..to]);
        hits.is_some_and(|(length, hits)| length == to - from && hits.iter().any(|hit| hit.entry == state))
    });
    named && !is_party && reading.gazetteer.entry(state).class == Class::Government
}

/// Whether an unlisted name's head tells that it is no organ of a state: "Greek Orthodox Church", "Saudi Gazette".
fn is_private(reading: &Reading, span: Span) -> bool {
    let text = reading.text(span);
    let head = crate::syntax::words(text).into_iter().map(|word| word.of(text).to_lowercase());
    head.take_while(|word| !matches!(word.as_str(), "of" | "for"))
        .last()
        .is_some_and(|word| reading.gazetteer.is("private-head", &word))
}

/// Words that may stand between a place and what it lies in.
const LOCATING: [&str; 8] =
    [",", "in", "in the", "in western", "in eastern", "in northern", "in southern", "in northwestern"];

/// "Dabancheng, Xinjiang"; "Yarkent County in Xinjiang"; "China's Xinjiang".
fn places(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let list = &reading.mentions.list;
    for at in 0..list.len().saturating_sub(1) {
        let (first, second) = (&list[at], &list[at + 1]);
        if first.span.end > second.span.start {
            continue;
        }
        let between = reading.text(Span { start: first.span.end, end: second.span.start }).trim();
        let located = |class: Class| matches!(class, Class::Place | Class::Government);
        let (inner, outer) = if matches!(between, "'s" | "’s") && second.class == Class::Place {
            (at + 1, at)
        } else if first.class == Class::Place && LOCATING.contains(&between) {
            (at, at + 1)
        } else {
            continue;
        };
        // "South Australia, Western Australia and Queensland": a list.
        let listed = list.get(at + 2).filter(|_| between == "," && outer == at + 1).is_some_and(|third| {
            let gap = Span { start: second.span.end, end: third.span.start.max(second.span.end) };
            let joins = matches!(reading.text(gap).trim(), "," | "and" | ", and" | "or" | ", or");
            joins && second.class == Class::Place && third.class == Class::Place
        });
        if listed {
            continue;
        }
        // "in western China's Xinjiang": the place that is owned is the nearer one.
        let owned = list.get(outer + 1).filter(|next| {
            let gap = Span { start: list[outer].span.end, end: next.span.start.max(list[outer].span.end) };
            outer > inner && next.class == Class::Place && matches!(reading.text(gap).trim(), "'s" | "’s")
        });
        let outer = if owned.is_some() { outer + 1 } else { outer };
        let (Some(subject), Some(object)) = (reading.entities.of_mention[inner], reading.entities.of_mention[outer])
        else {
            continue;
        };
        if !located(list[outer].class) {
            continue;
        }
        let trigger = first.span.join(second.span);
        let (subject, object) = ((subject.0, list[inner].span), (object.0, list[outer].span));
        let stated =
            Stated { predicate: "locatedIn", rule: "name.place", subject, object, content: Vec::new(), trigger };
        push(reading, attributed, stated, claims);
    }
}
