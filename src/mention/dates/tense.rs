//! Which way a date without its year or week looks: back or forward, by the tense of the words around it.
//!
//! In: tagged sentences and a place. Out: a [`Direction`]. The nearest cue before the date decides ("said Friday he will …" is
//! back, "will meet on Friday" forward), else the first one after it. Past tenses look back; "will", "to" after words of
//! plan and expectation, and the progressive present look forward. Where nothing tells, the caller decides.

use crate::document::Span;
use crate::syntax::{Sentence, Token, Upos, Xpos};

/// Where a date lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// How many tokens around a date can tell.
const REACH: usize = 40;

/// The sentence that holds a place.
pub(super) fn sentence_of(sentences: &[Sentence], span: Span) -> Option<&Sentence> {
    let after = sentences.partition_point(|sentence| sentence.span.start <= span.start);
    sentences.get(after.checked_sub(1)?).filter(|sentence| span.start < sentence.span.end)
}

/// Which way the tense around a place looks.
pub(super) fn direction(text: &str, sentence: &Sentence, span: Span) -> Option<Direction> {
    let tokens = &sentence.tokens;
    let at = tokens.partition_point(|token| token.span.end <= span.start);
    let back = (at.saturating_sub(REACH)..at).rev();
    let past_end = tokens.partition_point(|token| token.span.start < span.end);
    let forth = past_end..(past_end + REACH).min(tokens.len());
    // "set a hearing for 15 August", "postponed to 2 July", "called for a settlement by mid-February": the verb before.
    let modifies = |index: usize| {
        tokens[index].xpos == Xpos::Vbn && tokens.get(index + 1).is_some_and(|next| next.upos == Upos::Noun)
    };
    let verb =
        (at.saturating_sub(FIXED_WITHIN)..at).rev().find(|&index| tokens[index].upos == Upos::Verb && !modifies(index));
    if let Some(verb) = verb {
        let lemma = tokens[verb].lemma.as_str();
        let fixed = match word(text, tokens, at - 1) {
            "for" | "to" | "until" => FIXES.contains(&lemma),
            "by" | "before" => {
                matches!(lemma, "call" | "urge" | "demand" | "order" | "plan" | "promise" | "pledge" | "vow")
            }
            // "agreed to a ceasefire from Friday"
            "from" => STARTS.contains(&lemma) && at > 1 && MEASURES.contains(&tokens[at - 2].lemma.as_str()),
            // "has scheduled a news conference Thursday", "planned a rally on Saturday"
            _ => ARRANGES.contains(&lemma),
        };
        // "to repatriate the child by 14 January", "to be completed by Friday", "set Friday as the deadline"
        let limited = matches!(word(text, tokens, at - 1), "by" | "until" | "through")
            && before(tokens, passive(tokens, verb)).is_some_and(|to| tokens[to].xpos == Xpos::To);
        let deadline = verb + 1 == at && lemma == "set" && word(text, tokens, past_end) == "as";
        if fixed || limited || deadline {
            return Some(Direction::Future);
        }
    }
    if has_happened(text, tokens, at, past_end) {
        return Some(Direction::Past);
    }
    let mut passed = 0;
    for index in back {
        // "Ahead of the visit, the ministry on Sunday issued": what lies ahead is the visit.
        let apart = tokens[index].lemma == "ahead" && tokens[index..at].iter().any(|token| token.xpos == Xpos::Comma);
        if apart {
            continue;
        }
        // "told the suspects to return on Wednesday"
        let ordered = || is_ordered(text, tokens, index).then_some(Direction::Future);
        if let Some(found) = cue(text, tokens, index).or_else(ordered) {
            return Some(found);
        }
        passed += 1;
    }
    // "due Friday", "by Friday" look forward unless a verb said otherwise.
    if at > 0 && matches!(word(text, tokens, at - 1), "by" | "until" | "through" | "upcoming") && passed > 0 {
        return Some(Direction::Future);
    }
    // "On Thursday, X urged Y to act": behind its date, what was urged may lie ahead, but the urging does not.
    let told = |index: usize| tokens[index].xpos == Xpos::Vbd && ASKS.contains(&tokens[index].lemma.as_str());
    forth.into_iter().find_map(|index| if told(index) { Some(Direction::Past) } else { cue(text, tokens, index) })
}

/// "Maintained their July 10 decision", "follows Tuesday's declaration": what is named by its day has happened, unless it
/// is awaited.
fn has_happened(text: &str, tokens: &[Token], at: usize, after: usize) -> bool {
    const AWAITS: &[&str] = &["ahead", "before", "until", "await", "delay", "postpone", "cancel", "for"];
    let owns = tokens.get(after).is_some_and(|token| token.xpos == Xpos::Pos);
    let noun = after + usize::from(owns);
    let done = tokens.get(noun).is_some_and(|noun| DONE.contains(&noun.lemma.as_str()))
        && tokens.get(noun + 1).is_none_or(|next| next.upos != Upos::Noun);
    let led = |before: &usize| {
        matches!(tokens[*before].xpos, Xpos::PrpPoss | Xpos::Pos)
            || matches!(word(text, tokens, *before), "the" | "a" | "an")
    };
    let named = if owns { Some(at) } else { at.checked_sub(1).filter(led) };
    done && named.is_some_and(|before| {
        !tokens[before.saturating_sub(4)..before].iter().any(|token| AWAITS.contains(&token.lemma.as_str()))
    })
}

/// What is done and then named by its day.
const DONE: &[&str] = &[
    "agreement",
    "announcement",
    "arrest",
    "assassination",
    "attack",
    "blast",
    "bombing",
    "coup",
    "crash",
    "decision",
    "declaration",
    "earthquake",
    "explosion",
    "incident",
    "killing",
    "letter",
    "massacre",
    "raid",
    "report",
    "resolution",
    "ruling",
    "shooting",
    "speech",
    "statement",
    "uprising",
    "verdict",
];

/// Verbs that make a measure begin, and the measures that begin "from" a day.
const STARTS: &[&str] = &["agree", "announce", "call", "declare", "order", "plan", "propose", "threaten"];
const MEASURES: &[&str] = &[
    "amnesty",
    "ban",
    "blockade",
    "boycott",
    "ceasefire",
    "closure",
    "curfew",
    "cut",
    "embargo",
    "halt",
    "lockdown",
    "moratorium",
    "restriction",
    "strike",
    "suspension",
    "tariff",
    "truce",
    "walkout",
];

/// Verbs that look ahead by what they ask or promise, and are said on a day.
const ASKS: &[&str] = &["ask", "invite", "order", "pledge", "promise", "propose", "urge", "vow", "agree"];

/// Whether a sentence has no finite verb that was recognized.
pub(super) fn is_verbless(sentence: &Sentence) -> bool {
    !sentence.tokens.iter().take(REACH).any(|token| matches!(token.xpos, Xpos::Vbz | Xpos::Vbp | Xpos::Vbd | Xpos::Md))
}

/// Whether the sentence's own verb stands in the simple present, as the first finite verb says.
pub(super) fn is_present(sentence: &Sentence) -> bool {
    sentence
        .tokens
        .iter()
        .take(REACH)
        .find_map(|token| match token.xpos {
            Xpos::Vbz | Xpos::Vbp => Some(true),
            Xpos::Vbd | Xpos::Md => Some(false),
            _ => None,
        })
        .unwrap_or(false)
}

/// Whether a date says when what the sentence tells of took place: "the call came a day after the vote", "A day after the vote,
/// Kenya said".
pub(super) fn tells_when(sentence: &Sentence, date: Span) -> bool {
    let at = sentence.tokens.partition_point(|token| token.span.end <= date.start);
    at.checked_sub(1).is_none_or(|before| sentence.tokens[before].lemma == "come")
}

/// What one token tells.
fn cue(text: &str, tokens: &[Token], at: usize) -> Option<Direction> {
    let token = &tokens[at];
    match token.xpos {
        Xpos::Vbd => Some(if token.lemma != "go" && expects(&token.lemma) && next_to(text, tokens, at) {
            Direction::Future
        } else {
            Direction::Past
        }),
        Xpos::Md => match word(text, tokens, at) {
            "will" | "shall" | "'ll" | "’ll" | "wo" | "would" | "may" | "might" | "could" | "should" | "must" => {
                let perfect = (at + 1..tokens.len().min(at + 4)).any(|i| word(text, tokens, i) == "have");
                // "He could not be reached on Friday"
                let failed = word(text, tokens, at) == "could"
                    && (tokens[at + 1..tokens.len().min(at + 3)].iter().any(|token| token.lemma == "not")
                        || tokens[..at].iter().any(|token| token.lemma == "neither"));
                Some(if perfect || failed { Direction::Past } else { Direction::Future })
            }
            _ => None,
        },
        Xpos::Vb => infinitive(text, tokens, at),
        Xpos::Vbn => participle(text, tokens, at),
        Xpos::Vbg if token.lemma != "be" => before(tokens, at)
            .filter(|&i| matches!(tokens[i].xpos, Xpos::Vbz | Xpos::Vbp) && tokens[i].lemma == "be")
            .map(|_| Direction::Future),
        Xpos::Vbz | Xpos::Vbp if BEGINS.contains(&token.lemma.as_str()) => Some(Direction::Future),
        // "The two meet on Monday"; headlines speak so of what has been.
        Xpos::Vbp if MEETS.contains(&token.lemma.as_str()) => {
            tokens.last().is_some_and(|last| last.span.of(text) == ".").then_some(Direction::Future)
        }
        Xpos::Jj => matches!(token.lemma.as_str(), "due" | "next" | "upcoming" | "forthcoming" | "likely")
            .then_some(Direction::Future),
        Xpos::Nn => matches!(token.lemma.as_str(), "deadline").then_some(Direction::Future),
        // "ahead of the vote on 3 May"
        Xpos::Rb => {
            (word(text, tokens, at) == "ahead" && word(text, tokens, at + 1) == "of").then_some(Direction::Future)
        }
        _ => None,
    }
}

/// How many tokens before its date a verb may stand that fixes it.
const FIXED_WITHIN: usize = 12;

/// Verbs that put something on a day to come.
const FIXES: &[&str] =
    &["set", "fix", "schedule", "slate", "plan", "postpone", "delay", "adjourn", "defer", "extend", "reschedule"];

/// Verbs whose object is on a day to come.
const ARRANGES: &[&str] = &["schedule", "slate", "plan"];

/// Verbs whose simple present in a full sentence speaks of what is scheduled.
const MEETS: &[&str] = &["meet", "vote", "travel", "arrive", "return", "leave"];

/// Verbs whose simple present speaks of what is scheduled, in headlines too.
const BEGINS: &[&str] = &["begin", "start", "open", "end", "close", "expire", "resume", "convene", "depart"];

/// A bare infinitive: forward after "will", after "is to" and after words that expect.
fn infinitive(text: &str, tokens: &[Token], at: usize) -> Option<Direction> {
    let to = before(tokens, at).filter(|&i| word(text, tokens, i) == "to")?;
    let governor = before(tokens, to)?;
    let lemma = tokens[governor].lemma.as_str();
    // "had been prepared to release it Friday": by the time that is told of, the day is past.
    if tokens[governor].xpos == Xpos::Vbn && INTENDS.contains(&lemma) && is_past_perfect(tokens, governor) {
        return Some(Direction::Past);
    }
    let present_be = lemma == "be" && matches!(tokens[governor].xpos, Xpos::Vbz | Xpos::Vbp);
    (present_be || expects(lemma)).then_some(Direction::Future)
}

/// Verbs of intent, after which a past perfect tells that the day came.
const INTENDS: &[&str] = &["plan", "prepare", "hope", "intend", "want"];

/// Whether a participle stands behind "had" or "had been".
fn is_past_perfect(tokens: &[Token], at: usize) -> bool {
    let been = before(tokens, at).filter(|&i| tokens[i].xpos == Xpos::Vbn && tokens[i].lemma == "be");
    let have = before(tokens, been.unwrap_or(at));
    have.is_some_and(|i| tokens[i].xpos == Xpos::Vbd && tokens[i].lemma == "have")
}

/// Whether a bare infinitive is what somebody is told or asked to do: no other verb stands between.
fn is_ordered(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(to) = before(tokens, at).filter(|&i| tokens[at].xpos == Xpos::Vb && word(text, tokens, i) == "to") else {
        return false;
    };
    let verb = (to.saturating_sub(6)..to).rev().find(|&i| tokens[i].upos == Upos::Verb);
    verb.is_some_and(|verb| ORDERS.contains(&tokens[verb].lemma.as_str()))
}

/// Verbs whose object is to do something.
const ORDERS: &[&str] =
    &["tell", "order", "ask", "urge", "instruct", "summon", "invite", "require", "direct", "call", "mean"];

/// A participle: back with "have" or alone, forward in "will be held", "is expected".
fn participle(text: &str, tokens: &[Token], at: usize) -> Option<Direction> {
    let mut index = at;
    while let Some(i) = before(tokens, index) {
        match (tokens[i].xpos, tokens[i].lemma.as_str()) {
            (_, "have") | (Xpos::Vbd, _) => return Some(Direction::Past),
            // "is being held": now, and neither back nor forward.
            (Xpos::Vbg, "be") => return None,
            (Xpos::Vb | Xpos::Vbn, "be") => index = i,
            (Xpos::Md, _) => return Some(Direction::Future),
            // "the guidelines to be published on Friday"
            (Xpos::To, _) => {
                let noun = before(tokens, i).is_some_and(|governor| tokens[governor].upos == Upos::Noun);
                return if noun { Some(Direction::Future) } else { infinitive(text, tokens, index) };
            }
            (Xpos::Vbz | Xpos::Vbp, "be") => return expects(&tokens[at].lemma).then_some(Direction::Future),
            _ => break,
        }
    }
    Some(if expects(&tokens[at].lemma) { Direction::Future } else { Direction::Past })
}

/// The auxiliary before a participle, "be completed", or the verb itself.
fn passive(tokens: &[Token], verb: usize) -> usize {
    let be = before(tokens, verb).filter(|&i| tokens[verb].xpos == Xpos::Vbn && tokens[i].xpos == Xpos::Vb);
    be.unwrap_or(verb)
}

/// The token before, adverbs and negation passed over.
fn before(tokens: &[Token], at: usize) -> Option<usize> {
    (at.saturating_sub(3)..at).rev().find(|&i| !matches!(tokens[i].xpos, Xpos::Rb | Xpos::Rbr))
}

/// Whether "to" and an infinitive follow.
fn next_to(text: &str, tokens: &[Token], at: usize) -> bool {
    (at + 1..tokens.len().min(at + 3))
        .any(|i| word(text, tokens, i) == "to" && tokens.get(i + 1).is_some_and(|next| next.xpos == Xpos::Vb))
}

/// Words after which an infinitive or a date lies ahead.
fn expects(lemma: &str) -> bool {
    const LEMMAS: &[&str] = &[
        "expect",
        "plan",
        "schedule",
        "set",
        "due",
        "slate",
        "intend",
        "aim",
        "hope",
        "want",
        "agree",
        "promise",
        "vow",
        "pledge",
        "urge",
        "ask",
        "likely",
        "ready",
        "prepare",
        "propose",
        "invite",
        "poise",
        "project",
        "forecast",
        "go",
        "need",
        "order",
        "postpone",
        "delay",
        "expected",
        "scheduled",
        "planned",
    ];
    LEMMAS.contains(&lemma)
}

fn word<'a>(text: &'a str, tokens: &[Token], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.span.of(text))
}
