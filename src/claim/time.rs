//! When it happened: the date expression that stands in a frame's own clause.
//!
//! In: a frame and the document's dates. Out: a TIMEX3 value, where a date outside the frame's content hangs on the
//! predicate or on its arguments and no nearer predicate claims it. Durations ("for four years") date nothing.

use super::Reading;
use crate::document::Span;
use crate::gazetteer::Class;
use crate::syntax::frames::{Frame, Kind};
use crate::syntax::{Relation, Token, TokenId, Xpos};

/// The date of a frame, if its clause names one outside `content`.
pub(super) fn date(reading: &Reading, sentence: usize, frame: &Frame, content: &[Span]) -> Option<String> {
    let parsed = reading.parsed[sentence].as_ref()?;
    let tokens = &reading.sentences[sentence].tokens;
    let inside = |span: Span| content.iter().any(|part| part.contains(span));
    for (_, mention) in reading.mentions_in(reading.sentences[sentence].span) {
        if mention.class != Class::Date || inside(mention.span) {
            continue;
        }
        let Some(value) = mention.date.as_ref().map(|date| &date.value).filter(|value| is_point(value)) else {
            continue;
        };
        let last = tokens.iter().rposition(|token| mention.span.contains(token.span))?;
        let heads = tokens.iter().enumerate().filter(|(_, token)| mention.span.contains(token.span)).map(|(at, _)| at);
        let top = heads
            .clone()
            .find(|&at| parsed.tree.heads[at].is_none_or(|head| !mention.span.contains(tokens[head.index()].span)))
            .unwrap_or(last);
        let dated = nearest_predicate(parsed, TokenId::at(top)).filter(|at| !is_aside(tokens, top, at.index()));
        let apart = dated.is_some_and(|at| counts_from(parsed, tokens, mention.span, TokenId::at(top), at));
        if dated.is_some() && !apart && (dated == Some(frame.predicate) || dated == light_verb(parsed, frame)) {
            return Some(value.clone());
        }
    }
    None
}

/// The verb that states what a noun names, and that its date hangs on: "imposed sanctions on Monday"; not "echoed Kenya's
/// calls on Monday", since somebody else called.
fn light_verb(parsed: &super::Parsed<'_>, noun: &Frame) -> Option<TokenId> {
    let at = noun.predicate.index();
    let governed = matches!(parsed.tree.relations[at], Relation::Obj | Relation::NsubjPass);
    let verb = parsed.tree.heads[at].filter(|_| noun.kind == Kind::Noun && governed)?;
    let states = |frame: &&Frame| frame.predicate == verb && frame.subjects == noun.subjects;
    parsed.frames.iter().find(states).map(|frame| frame.predicate)
}

/// "Law, who was last year fired, said": a date in a relative clause that closes before the predicate dates what it says there.
fn is_aside(tokens: &[Token], date: usize, predicate: usize) -> bool {
    let comma = |token: &Token| token.xpos == Xpos::Comma;
    let opened = tokens[..date].iter().rposition(comma);
    let relative = opened.is_some_and(|at| matches!(tokens[at + 1].xpos, Xpos::Wp | Xpos::Wdt | Xpos::WpPoss));
    let closed = tokens[date..].iter().position(comma).is_some_and(|at| date + at < predicate);
    relative && closed
}

/// "Praised ties since 1974", "imposed no sanctions following the 2006 coup": a date behind such a word is that of something
/// before or after what the predicate says.
fn counts_from(parsed: &super::Parsed<'_>, tokens: &[Token], date: Span, top: TokenId, predicate: TokenId) -> bool {
    const FROM: &[&str] = &["since", "following", "follow", "until", "till", "before", "after"];
    let up = |at: &TokenId| parsed.tree.heads[at.index()].filter(|&head| head != predicate);
    let governed = |at: TokenId| {
        (0..at.index()).any(|case| {
            parsed.tree.heads[case] == Some(at)
                && matches!(parsed.tree.relations[case], Relation::Case | Relation::Mark)
                && !date.contains(tokens[case].span)
                && FROM.contains(&tokens[case].lemma.as_str())
        })
    };
    // "Rejected a report on the end of the war last year"; not "at the end of 2012"
    let stretch = |at: TokenId| {
        let lemma = |head: TokenId| tokens[head.index()].lemma.as_str();
        let of = parsed.tree.relations[at.index()] == Relation::Nmod && at != top;
        of && parsed.tree.heads[at.index()]
            .is_some_and(|head| matches!(lemma(head), "end" | "start" | "beginning" | "outbreak"))
    };
    std::iter::successors(Some(top), up).take(tokens.len()).any(|at| governed(at) || stretch(at))
}

/// Days, months, years and ranges date something; durations and sets do not.
fn is_point(value: &str) -> bool {
    !value.starts_with('P') && value.starts_with(|first: char| first.is_ascii_digit() || first == 'X')
}

/// The predicate of the clause that a token stands in.
fn nearest_predicate(parsed: &super::Parsed<'_>, from: TokenId) -> Option<TokenId> {
    let mut at = from;
    for _ in 0..parsed.tree.heads.len() {
        // A clause whose predicate is no verb keeps its date: "although last year was worse, she said", "the council, whose
        // session is in May, met".
        let copula = parsed.tree.kids(at).any(|kid| parsed.tree.relations[kid.index()] == Relation::Cop);
        if copula || is_clause(parsed.tree.relations[at.index()]) {
            return None;
        }
        let head = parsed.tree.heads[at.index()]?;
        if parsed.frames.iter().any(|frame| frame.predicate == head && frame.kind == Kind::Verb) {
            return Some(head);
        }
        at = head;
    }
    None
}

fn is_clause(relation: Relation) -> bool {
    matches!(relation, Relation::Advcl | Relation::AclRelcl | Relation::Ccomp | Relation::Csubj | Relation::Parataxis)
}
