//! Claims that names themselves carry: offices, affiliations, parts of states, places in places.
//!
//! In: mentions with their titles. Out: `holdsOffice`, `affiliatedWith`, `partOf` and `locatedIn` claims, each stated by
//! the words that stand together: "Foreign Secretary Dominic Raab", "Chinese Foreign Ministry", "Dabancheng, Xinjiang".
//! Relations that a verb states are left to the rules.

use super::Reading;
use super::attribution::Attributed;
use super::statement::{Claim, Kind, Modality, RuleRef};
use super::voice::{Voice, voice};
use crate::document::Span;
use crate::entity::{EntityId, holds_state};
use crate::gazetteer::Class;
use crate::mention::Form;
use crate::syntax::{Token, Upos, Xpos};

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
        let is_person = |class: Class| class.is_person();
        let (person, body) = match between {
            "of" | "of the" | "from" | "from the" | ", of" | ", of the" if is_person(first.class) => (at, at + 1),
            "'s" | "’s" | "'" | "’" if is_person(second.class) => (at + 1, at),
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

/// Whether what stands between two names says that the first is one of the second's: "of the ruling", "from the far-right party".
fn is_of_party(reading: &Reading, start: u32, end: u32) -> bool {
    const WINGS: &[&str] = &["left", "right", "centre", "center", "far"];
    let Some(sentence) = reading.sentence_at(start) else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let inside = |token: &&Token| token.span.start >= start && token.span.end <= end;
    let mut between = tokens.iter().filter(inside).skip_while(|token| token.xpos == Xpos::Comma).peekable();
    if !between.next().is_some_and(|first| matches!(first.lemma.as_str(), "of" | "from")) {
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
        let named = holds_state(reading.text(mention.span), entry, reading.gazetteer);
        if !named || mention.entry.is_none() && is_private(reading, mention.span) {
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

/// Whether an unlisted name's head tells that it is no organ of a state: "Greek Orthodox Church", "Saudi Gazette".
fn is_private(reading: &Reading, span: Span) -> bool {
    let text = reading.text(span);
    let head = crate::syntax::words(text).into_iter().map(|word| word.of(text).to_lowercase());
    head.take_while(|word| !matches!(word.as_str(), "of" | "for"))
        .last()
        .is_some_and(|word| reading.gazetteer.is("private-head", &word))
}

/// Whether a name behind a comma is the subject of what follows or owns it: "At talks in Geneva, Iran said", "in Geneva,
/// Iran's envoy".
fn opens_clause(reading: &Reading, mention: usize) -> bool {
    let list = &reading.mentions.list;
    let span = list[mention].span;
    let Some(sentence) = reading.sentence_at(span.start) else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let Some(next) = tokens.iter().position(|token| token.span.start >= span.end) else { return false };
    let finite = |token: &Token| matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
    let behind = tokens[next..].iter().find(|token| token.upos != Upos::Adv);
    // "Iran and Norway said"
    let joined = tokens[next].xpos == Xpos::Cc
        && list.get(mention + 1).is_some_and(|other| {
            let after = tokens.iter().find(|token| token.span.start >= other.span.end);
            Some(other.span.start) == tokens.get(next + 1).map(|token| token.span.start) && after.is_some_and(finite)
        });
    tokens[next].xpos == Xpos::Pos || behind.is_some_and(finite) || joined
}

/// Whether the lists say that a place lies in the one named right behind it.
fn lies_in(reading: &Reading, mention: usize) -> bool {
    const DEEPEST: usize = 4;
    let list = &reading.mentions.list;
    let outer = list.get(mention + 1).and_then(|outer| outer.entry);
    let whole = |entry: &crate::gazetteer::EntryId| reading.gazetteer.entry(*entry).part_of;
    std::iter::successors(list[mention].entry, whole).skip(1).take(DEEPEST).any(|entry| Some(entry) == outer)
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
        if listed || between == "," && opens_clause(reading, at + 1) && !lies_in(reading, at) {
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
