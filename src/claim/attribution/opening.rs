//! Quotations that other words open: `X replied:` and then a paragraph in quotation marks, `X said it was late: "…"`.
//!
//! In: a document's quotations and the attributions made so far. Out: further attributions, for quotations that begin a
//! paragraph after one that ends with a colon, or with a comma after a verb of saying, and for those that follow what
//! somebody says after a colon. Without a speaker or a verb that reports, nothing is made.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Reading;
use crate::claim::attribution::quotation::Quotation;
use crate::claim::matching::InFrame;
use crate::claim::matching::argument::{Argument, Via};
use crate::claim::statement::{Attribution, Kind, RuleRef};
use crate::document::Span;
use crate::rules::FrameRule;
use crate::syntax::frames::{Frame, Kind as FrameKind};
use crate::syntax::{Relation, Token};

/// The property that an opened quotation claims.
pub(in crate::claim) const CLAIM: &str = "says";

/// The attributions of quotations that stand in a paragraph of their own and that nobody has been given.
pub(in crate::claim) fn opened(reading: &Reading, list: &[Attribution], quotations: &[Quotation]) -> Vec<Attribution> {
    let taken: BTreeSet<u32> = list.iter().flat_map(|made| &made.content).map(|part| part.start).collect();
    let mut found = Vec::new();
    for quotation in quotations {
        if taken.contains(&quotation.span.start) {
            continue;
        }
        let opening = opening_sentence(reading, quotation);
        let made = opening.and_then(|at| attribution(reading, at, quotation, quotations));
        let made = made.or_else(|| closed(reading, quotation, quotations));
        found.extend(made.or_else(|| signed(reading, quotation)));
    }
    found
}

/// Quotations after a colon that ends other words of the same speaker, each as an attribution of its own; it is taken out
/// of the one that it stood in.
pub(in crate::claim) fn at_colons(
    reading: &Reading,
    list: &mut [Attribution],
    quotations: &[Quotation],
) -> Vec<Attribution> {
    let mut in_sentence: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, made) in list.iter().enumerate() {
        in_sentence.entry(made.sentence).or_default().push(number);
    }
    let mut found = Vec::new();
    for quotation in quotations {
        let Some((at, end)) = words_before(reading, quotation) else { continue };
        let mut speaker: Option<Attribution> = None;
        for &number in in_sentence.get(&at).into_iter().flatten() {
            let made = &mut list[number];
            let Some(part) = made.content.iter().position(|part| part.start < end && part.end >= end) else { continue };
            let rest = Span { start: quotation.span.start, end: made.content[part].end.max(quotation.span.end) };
            if speaker.as_ref().is_none_or(|other| other.content[0].len() < made.content[part].len())
                && made.cue[0].end < end
            {
                let content: Vec<Span> = [rest].into_iter().chain(made.content[part + 1..].iter().copied()).collect();
                speaker = Some(Attribution { content, ..made.clone() });
            }
            made.content.truncate(part + 1);
            made.content[part].end = end;
        }
        found.extend(speaker);
    }
    found
}

/// The sentence that a quotation stands in after a colon, and where the words before the colon end.
fn words_before(reading: &Reading, quotation: &Quotation) -> Option<(usize, u32)> {
    let at = reading.sentence_at(quotation.span.start)?;
    let before = Span { start: reading.sentences[at].span.start, end: quotation.span.start };
    let text = reading.text(before).trim_end().strip_suffix(':')?.trim_end();
    quotation.is_speech.then(|| (at, before.start + u32::try_from(text.len()).expect("sentences are short")))
}

/// The sentence before a quotation that begins a paragraph.
fn opening_sentence(reading: &Reading, quotation: &Quotation) -> Option<usize> {
    let at = reading.sentence_at(quotation.span.start)?;
    let sentence = &reading.sentences[at];
    (sentence.starts_block && sentence.span.start == quotation.span.start).then(|| at.checked_sub(1))?
}

fn attribution(reading: &Reading, at: usize, quotation: &Quotation, quotations: &[Quotation]) -> Option<Attribution> {
    let parsed = reading.parsed[at].as_ref()?;
    let end = reading.text(reading.sentences[at].span).trim_end().chars().last()?;
    match end {
        ':' => {
            // "issued the following statement on the vote calling on Chad to …:" is a statement, whatever stands behind it.
            let nouns = parsed.frames.iter().filter(|frame| frame.kind == FrameKind::Noun);
            let stated = nouns.rev().find_map(|frame| spoken(reading, at, frame, quotation, quotations, &says));
            let any = |frame| spoken(reading, at, frame, quotation, quotations, &|_| true);
            stated.or_else(|| parsed.frames.iter().filter(|frame| frame.kind == FrameKind::Verb).rev().find_map(any))
        }
        ',' => parsed.frames.iter().rev().find_map(|frame| spoken(reading, at, frame, quotation, quotations, &says)),
        _ => None,
    }
}

/// `"Why?" Jo Bloggs asked.`, `"So be it." She said.`: a sentence that says who spoke, and no more, right after a quotation that
/// ends another.
fn closed(reading: &Reading, quotation: &Quotation, quotations: &[Quotation]) -> Option<Attribution> {
    let at = reading.sentence_at(quotation.span.end.checked_sub(1)?)?;
    let next = reading.sentences.get(at + 1).filter(|next| !next.starts_block)?;
    let marks = |c: char| matches!(c, '"' | '”' | '’' | '»');
    let ends = reading.text(quotation.span).trim_end_matches(marks).ends_with(['?', '!', '.']);
    if !ends || reading.sentences[at].span.end != quotation.span.end || next.span.start > quotation.span.end + 1 {
        return None;
    }
    let parsed = reading.parsed[at + 1].as_ref()?;
    let heads = |frame: &&Frame| parsed.tree.relations[frame.predicate.index()] == Relation::Root;
    let frame = parsed.frames.iter().find(heads)?;
    let alone = frame.clauses.is_empty() && frame.objects.is_empty();
    alone.then(|| spoken(reading, at + 1, frame, quotation, quotations, &|_| true))?
}

/// `“We call on Chad to act.”` and then `– Jane Doe, Foreign Minister`: the name behind a dash, right behind a quotation that is a
/// paragraph, is who speaks it.
fn signed(reading: &Reading, quotation: &Quotation) -> Option<Attribution> {
    const TITLE: usize = 6;
    let at = reading.sentence_at(quotation.span.end.checked_sub(1)?)?;
    let line = reading.sentences.get(at + 1).filter(|_| quotation.is_alone)?;
    let (dash, rest) = line.tokens.split_first()?;
    let is_dash = matches!(reading.text(dash.span), "-" | "–" | "—" | "--");
    if !is_dash || rest.iter().any(|token| token.xpos.is_finite()) {
        return None;
    }
    let named = |token: &Token| {
        let (entity, class) = reading.entity_at(token.span)?;
        let words = reading.mention_at(token.span)?.1.span;
        let via = Via::Mention;
        class.is_person().then_some(Argument { entity: Some(entity), class: Some(class), words, phrase: words, via })
    };
    let speaker = rest.iter().take(TITLE).find_map(named)?;
    Some(Attribution {
        source: vec![speaker.phrase],
        cue: vec![dash.span],
        content: vec![quotation.span],
        entities: speaker.entity.into_iter().collect(),
        speakers: vec![speaker],
        kind: Kind::Direct,
        rule: RuleRef { id: "name.signature".to_string(), place: "names".to_string() },
        inside: "asserted".to_string(),
        sentence: at + 1,
    })
}

fn says(rule: &FrameRule) -> bool {
    rule.claim.as_deref() == Some(CLAIM)
}

/// The quotation as the words of a predicate's subject.
fn spoken(
    reading: &Reading,
    at: usize,
    frame: &Frame,
    quotation: &Quotation,
    quotations: &[Quotation],
    accepts: &dyn Fn(&FrameRule) -> bool,
) -> Option<Attribution> {
    let place = InFrame { reading, sentence: at, frame, quotations };
    let rule = reporting(&place, accepts)?;
    let speakers = place.subjects(rule.subject.as_ref()?, true)?;
    let source = speakers.iter().map(|speaker| speaker.phrase).reduce(Span::join)?;
    Some(Attribution {
        source: vec![source],
        cue: vec![reading.sentences[at].tokens[frame.predicate.index()].span],
        content: vec![quotation.span],
        entities: speakers.iter().filter_map(|speaker| speaker.entity).collect(),
        speakers,
        kind: Kind::Direct,
        rule: RuleRef::from(&rule.origin),
        inside: "asserted".to_string(),
        sentence: at,
    })
}

/// The rule that reads a predicate as one that reports words.
fn reporting<'a>(place: &InFrame<'a>, accepts: &dyn Fn(&FrameRule) -> bool) -> Option<&'a FrameRule> {
    let InFrame { reading, frame, .. } = *place;
    let stated = |rule: &FrameRule| frame.kind == FrameKind::Verb || place.noun_states_act(rule);
    let ids = reading.rules.triggered(frame.kind, &frame.lemma).iter().filter(|_| frame.negation.is_none());
    ids.map(|&id| reading.rules.frame(id)).find(|rule| rule.reports && accepts(rule) && stated(rule))
}
