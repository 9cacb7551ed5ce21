//! Why a frame rule does or does not fire.
//!
//! In: a text and a frame rule. Out: an attempt for each frame that the rule's words trigger; where none does, one that
//! says which of its words stand there as something else. The first failing element is [`Miss`], as the matcher says it;
//! after a match, what another rule or the claim's place made of it.

use super::{Attempt, Explanation, Why, list, role};
use crate::claim::matching::argument::Argument;
use crate::claim::matching::{InFrame, Match, Miss, names_source};
use crate::rules::{FrameRule, FrameRuleId};
use crate::syntax::frames::{Frame, FrameId, Kind, Voice, show};

pub(super) fn explain(why: &Why, number: usize) -> Explanation {
    let id = FrameRuleId(u32::try_from(number).expect("fewer than 2^32 rules"));
    let rule = why.reading.rules.frame(id);
    let mut attempts = Vec::new();
    for (sentence, parsed) in why.reading.parsed.iter().enumerate() {
        let Some(parsed) = parsed else { continue };
        for (at, frame) in parsed.frames.iter().enumerate() {
            if why.reading.rules.triggered(frame.kind, &frame.lemma).contains(&id) {
                let mut attempt = Attempt::new(show::line(&parsed.phrases, frame));
                let frame_id = FrameId(u32::try_from(at).expect("fewer frames than tokens"));
                let quotations = &why.made.quotations;
                let place = InFrame { reading: why.reading, sentence, frame, quotations };
                try_frame(why, &place, rule, (id, frame_id), &mut attempt);
                attempts.push(attempt);
            }
        }
    }
    if attempts.is_empty() {
        let mut attempt = Attempt::new("");
        attempt.step(false, "trigger", no_trigger(why, rule));
        attempts.push(attempt);
    }
    Explanation { rule_at: rule.origin.place.clone(), wants: wants(rule), attempts }
}

/// What a rule reads, in one line.
fn wants(rule: &FrameRule) -> String {
    let mut parts: Vec<String> = [("verb", &rule.verbs), ("noun", &rule.nouns), ("adjective", &rule.adjectives)]
        .iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| format!("{name} {}", list(words)))
        .collect();
    for (name, part) in
        [("subject", &rule.subject), ("object", &rule.object), ("content", &rule.content), ("topic", &rule.topic)]
    {
        if let Some(part) = part {
            let optional = if part.required { "" } else { "optional " };
            parts.push(format!("{name}: {optional}{}", role::role(part)));
        }
    }
    parts.push(format!("claims {}", rule.claim.as_deref().unwrap_or("nothing, and blocks others")));
    parts.join(" | ")
}

/// That no frame has one of the rule's words, and where they stand as something else.
fn no_trigger(why: &Why, rule: &FrameRule) -> String {
    let all: Vec<String> = rule.verbs.iter().chain(&rule.nouns).chain(&rule.adjectives).cloned().collect();
    let mut seen = Vec::new();
    for token in why.reading.sentences.iter().flat_map(|sentence| &sentence.tokens) {
        let lemma = token.lemma.to_lowercase();
        let (form, upos) = (why.quote(token.span), token.upos.as_str());
        let first = |word: &&String| word.split(' ').next() == Some(lemma.as_str());
        if let Some(word) = all.iter().find(|word| **word == lemma).or_else(|| all.iter().find(first)) {
            let kinds = kinds(rule, word);
            seen.push(format!("{form} stands there as {upos}, the rule has “{word}” as {kinds}"));
        } else if let Some(word) = all.iter().find(|word| akin(word, &lemma)) {
            seen.push(format!("{form} ({upos} “{lemma}”) is only akin to “{word}”"));
        }
    }
    let near = if seen.is_empty() { String::new() } else { format!("; {}", seen.join("; ")) };
    format!("none of its words is a predicate here: {}{near}", list(&all))
}

fn kinds(rule: &FrameRule, word: &String) -> String {
    let lists = [("verb", &rule.verbs), ("noun", &rule.nouns), ("adjective", &rule.adjectives)];
    let kinds = lists.iter().filter(|(_, words)| words.contains(word)).map(|(name, _)| *name);
    kinds.collect::<Vec<_>>().join(" and ")
}

/// Whether two lemmas share so much of their beginning that one may be derived from the other.
pub(super) fn akin(word: &str, lemma: &str) -> bool {
    let shared = word.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
    let shorter = word.chars().count().min(lemma.chars().count());
    shared >= 4 && shared + 2 >= shorter
}

fn try_frame(
    why: &Why,
    place: &InFrame,
    rule: &FrameRule,
    (id, frame_id): (FrameRuleId, FrameId),
    attempt: &mut Attempt,
) {
    let frame = place.frame;
    let kind = match frame.kind {
        Kind::Verb => "verb",
        Kind::Noun => "noun",
        Kind::Adjective => "adjective",
    };
    attempt.step(true, "trigger", format!("{kind} “{}”", frame.lemma));
    if names_source(why.reading, place.sentence, frame) {
        attempt.step(false, "trigger", "the word names a source here (a [[source]] rule reads it)");
        return;
    }
    let filled = place.fill(rule, id, frame_id);
    elements(place, rule, &filled, attempt);
    let Ok(_) = filled else { return };
    let own = |matched: &&Match| matched.sentence == place.sentence && matched.frame == frame_id;
    let rivals = |matched: &Match| why.reading.rules.frame(matched.rule).tells_itself() == rule.tells_itself();
    let number = why.made.matches.iter().position(|matched| own(&matched) && rivals(matched));
    let number = number.expect("a rule fits, so one wins");
    let winner = &why.made.matches[number];
    if winner.rule != id {
        attempt.step(false, "rival", rival(rule, why.reading.rules.frame(winner.rule)));
        return;
    }
    attempt.step(true, "rival", "no more specific rule reads these words");
    claim(why, number, rule, attempt);
}

/// The elements that the matcher asks for, in its order, up to the one that it misses.
fn elements(place: &InFrame, rule: &FrameRule, filled: &Result<Match, Miss>, attempt: &mut Attempt) {
    let missed = filled.as_ref().err().copied();
    let content = place.told(rule);
    let head = content.as_ref().and_then(|(_, head)| *head);
    let spans = |spans: &[crate::document::Span]| {
        let words = spans.iter().map(|span| place.reading.text(*span)).collect::<Vec<_>>().join(" … ");
        if words.is_empty() { "nothing; it is optional".into() } else { format!("“{words}”") }
    };
    let names = |list: &[Argument]| {
        let one = |argument: &Argument| format!("“{}” ({})", place.reading.text(argument.words), place.named(argument));
        let all = list.iter().map(one).collect::<Vec<_>>().join(", ");
        if all.is_empty() { "nobody; it is optional".into() } else { all }
    };
    let found = filled.as_ref().ok();
    let role =
        |role: &Option<crate::rules::Role>, head| role.as_ref().map_or(String::new(), |role| place.missed(role, head));
    let asked: [(Miss, bool, &'static str, Option<String>, String); 7] = [
        (Miss::Voice, rule.passive.is_some(), "voice", None, voice(place.frame, rule)),
        (Miss::About, !rule.about.is_empty(), "about", None, about(place, rule)),
        (Miss::Act, place.frame.kind == Kind::Noun, "act", None, act(rule, missed == Some(Miss::Act))),
        (
            Miss::Content,
            rule.content.is_some(),
            "content",
            content.as_ref().map(|(parts, _)| spans(parts)),
            role(&rule.content, None),
        ),
        (Miss::Topic, rule.topic.is_some(), "topic", found.map(|m| spans(&m.topic)), role(&rule.topic, None)),
        (
            Miss::Object,
            rule.object.is_some(),
            "object",
            rule.object.as_ref().map(|role| names(&place.entities(role, head))),
            role(&rule.object, head),
        ),
        (
            Miss::Subject,
            rule.subject.is_some(),
            "subject",
            found.map(|m| names(&m.subjects)),
            role(&rule.subject, None),
        ),
    ];
    for (miss, _, element, there, words) in asked.into_iter().filter(|asked| asked.1) {
        if missed == Some(miss) {
            attempt.step(false, element, words);
            return;
        }
        let plain = matches!(miss, Miss::Voice | Miss::About | Miss::Act);
        attempt.step(true, element, there.unwrap_or(if plain { words } else { "there".into() }));
    }
}

fn voice(frame: &Frame, rule: &FrameRule) -> String {
    let name = |passive: bool| if passive { "passive" } else { "active" };
    let there = name(frame.voice == Voice::Passive);
    format!("wanted {}, the verb is {there}", name(rule.passive == Some(true)))
}

fn about(place: &InFrame, rule: &FrameRule) -> String {
    let there: Vec<_> = place.frame.objects.iter().map(|&head| format!("“{}”", place.lemma(head))).collect();
    let there = if there.is_empty() { "nothing".to_string() } else { there.join(", ") };
    format!("wanted an object among {}; there stands {there}", list(&rule.about))
}

fn act(rule: &FrameRule, missed: bool) -> String {
    if !missed {
        return "the noun states an act".into();
    }
    let light = if rule.light.is_empty() { String::new() } else { format!(", a verb such as {}", list(&rule.light)) };
    format!(
        "the noun names an act without stating it: wanted somebody whose it is (“X's …”, “… by X”){light} or a copula"
    )
}

/// Which rule won, and why.
fn rival(rule: &FrameRule, winner: &FrameRule) -> String {
    let (own, other) = (rule.specificity(), winner.specificity());
    let reason = if other > own {
        format!("it is more specific ({other} to {own})")
    } else if other < own {
        "it claims the same and says by name to whom".to_string()
    } else {
        format!("it is as specific ({own}) and stands earlier")
    };
    let yields = winner.claim.as_deref().map_or("which blocks", |_| "which won");
    format!("it matches, but so does {} ({}), {yields}: {reason}", winner.origin.id, winner.origin.place)
}

/// What became of a match.
fn claim(why: &Why, number: usize, rule: &FrameRule, attempt: &mut Attempt) {
    let made = why.made;
    let matched = &made.matches[number];
    if rule.claim.is_none() {
        attempt.step(true, "claim", "none: it blocks less specific rules here");
        return;
    }
    let kept = made.claims.iter().filter(|claim| claim.rule.id == rule.origin.id && claim.trigger == matched.trigger);
    let kept: Vec<_> = kept.map(|claim| why.claim(claim)).collect();
    if !kept.is_empty() {
        attempt.step(true, "claim", kept.join("; "));
        return;
    }
    match why.outcome(number) {
        Ok(same) => {
            let beside = made.claims.iter().filter(|claim| claim.sentence.overlaps(matched.trigger[0]));
            let rules = beside.filter(|claim| rule.claim.as_ref() == Some(&claim.predicate));
            let rules: Vec<_> = rules.map(|claim| format!("{} ({})", claim.rule.id, claim.rule.place)).collect();
            attempt.step(false, "claim", format!("{same} is in the graph already, by {}", rules.join(", ")));
        }
        Err(reasons) => {
            attempt.step(false, "claim", format!("it matches, but the claim is dropped: {reasons}"));
        }
    }
}
