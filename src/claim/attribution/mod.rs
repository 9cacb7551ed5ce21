//! Attributions: where the document reports speech, writing or belief, and whose.
//!
//! In: matches of rules that report, source phrases ("according to"), quotations. Out: [`Attributed`], the attributions
//! with source, cue and content as spans. Quotations that follow in the same paragraph without a source of their own
//! belong to the one before, and so does a paragraph that is all quotation after one that ends with `…," she said.`
//! Compare Pareti's PARC scheme (source, cue, content) for the terms.

mod headline;
mod opening;
pub(super) mod quotation;

use std::collections::{BTreeMap, BTreeSet};

use super::Reading;
use super::matching::Match;
use super::matching::argument::{Argument, Via, arguments};
use super::stance::{is_asked, is_charged, is_wished};
use super::statement::{Attribution, Kind, RuleRef};
use crate::document::Span;
use crate::gazetteer::Class;
use crate::rules::{FrameRule, SourceRule};
use crate::syntax::frames::{Frame, Kind as FrameKind, Voice};
use crate::syntax::{Relation, Sentence, TokenId, Tree, Upos, Xpos};
use quotation::Quotation;

/// A document's attributions, and which match each comes from.
#[derive(Debug, Default)]
pub(super) struct Attributed {
    pub(super) list: Vec<Attribution>,
    /// For each match, its attribution.
    pub(super) of_match: Vec<Option<usize>>,
    /// Attributions of source phrases, with the property that they claim.
    pub(super) phrases: Vec<(usize, String)>,
    /// Attributions by the stretches of text that their contents reach.
    by_place: BTreeMap<u32, Vec<usize>>,
}

impl Attributed {
    /// The attribution with the least content that holds a span and is not one of `except`; of two with the same content
    /// ("X, quoting Y, said") the later, whose source is quoted, if its source is known.
    pub(super) fn around(&self, span: Span, except: &[usize]) -> Option<usize> {
        let holds = |attribution: &Attribution| {
            attribution.content.iter().any(|part| part.contains(span))
                && !attribution.cue.iter().any(|cue| cue.overlaps(span))
        };
        self.near(span).iter().copied().filter(|at| !except.contains(at) && holds(&self.list[*at])).min_by_key(|&at| {
            let made = &self.list[at];
            let length = made.content.iter().map(|part| part.len()).sum::<usize>();
            (length, made.entities.is_empty(), std::cmp::Reverse(at))
        })
    }

    /// The attributions whose contents may reach a span.
    pub(super) fn near(&self, span: Span) -> &[usize] {
        self.by_place.get(&(span.start / NEAR)).map_or(&[][..], Vec::as_slice)
    }

    /// Notes which attributions' contents reach which stretch of the text, so that looking one up does not cost all.
    fn place(&mut self) {
        for (number, attribution) in self.list.iter().enumerate() {
            let stretches: BTreeSet<u32> =
                attribution.content.iter().flat_map(|part| part.start / NEAR..=part.end / NEAR).collect();
            for stretch in stretches {
                self.by_place.entry(stretch).or_default().push(number);
            }
        }
    }
}

/// Length in bytes of the stretches that attributions are looked up by.
const NEAR: u32 = 512;

/// Makes the attributions of a document.
pub(super) fn attributions(reading: &Reading, matches: &[Match], quotations: &[Quotation]) -> Attributed {
    let mut attributed = Attributed { of_match: vec![None; matches.len()], ..Attributed::default() };
    for (number, matched) in matches.iter().enumerate() {
        if let Some(attribution) = of_match(reading, matched, quotations) {
            attributed.of_match[number] = Some(attributed.list.len());
            attributed.list.push(attribution);
        }
    }
    for sentence in 0..reading.sentences.len() {
        for rule in &reading.rules.sources {
            for (mut attribution, claim) in source_phrases(reading, sentence, rule) {
                let reporting = |other: &&Attribution| {
                    other.sentence == sentence && attribution.content.iter().any(|part| part.contains(other.cue[0]))
                };
                if let Some(report) = attributed.list.iter().rev().find(reporting).filter(|_| rule.shares) {
                    attribution.content.clone_from(&report.content);
                }
                attributed.phrases.push((attributed.list.len(), claim));
                attributed.list.push(attribution);
            }
        }
    }
    let after_colons = opening::at_colons(reading, &mut attributed.list, quotations);
    let opened = opening::opened(reading, &attributed.list, quotations);
    for attribution in after_colons.into_iter().chain(opened) {
        attributed.phrases.push((attributed.list.len(), opening::CLAIM.to_string()));
        attributed.list.push(attribution);
    }
    continue_quotations(reading, &mut attributed.list, quotations);
    for attribution in &mut attributed.list {
        attribution.kind = kind(reading, &attribution.content, quotations);
    }
    attributed.place();
    resolve_speakers(&mut attributed);
    attributed
}

fn of_match(reading: &Reading, matched: &Match, quotations: &[Quotation]) -> Option<Attribution> {
    let rule = reading.rules.frame(matched.rule);
    let frame = &reading.parsed[matched.sentence].as_ref()?.frames[matched.frame.index()];
    // "We do not think it will help": what is denied is what is thought.
    let raised = matches!(frame.lemma.as_str(), "think" | "believe" | "expect") && frame.kind == FrameKind::Verb;
    if !rule.reports || matched.content.is_empty() || matched.subjects.is_empty() || frame.negation.is_some() && !raised
    {
        return None;
    }
    // "as reported by X": what X reported is not what the words before it report.
    if frame.voice == Voice::Passive && is_marked_as(reading, matched.sentence, frame) {
        return None;
    }
    if is_asked(reading, matched.sentence, frame)
        || is_wished(reading, matched.sentence, frame)
        || is_charged(reading, matched.sentence, frame)
    {
        return None;
    }
    let source = matched.subjects.iter().map(|subject| subject.phrase).reduce(Span::join)?;
    // "a letter accusing Chad of piracy": the participle that reports is no part of who reports.
    let before = Span { start: source.start, end: matched.trigger[0].start };
    let source = if source.contains(matched.trigger[0]) { trim(reading, before).unwrap_or(source) } else { source };
    let content = match judged(rule, matched) {
        Some(judged) => vec![judged],
        None => snap(&matched.content, matched.trigger[0], source, quotations),
    };
    // "Stressing its support for the plan": nobody stands in what is reported and reports it.
    let participle = reading.sentences[matched.sentence].tokens[frame.predicate.index()].xpos == Xpos::Vbg;
    if participle && content.iter().any(|part| part.contains(source)) {
        return None;
    }
    Some(Attribution {
        source: vec![source],
        cue: matched.trigger.clone(),
        content,
        speakers: matched.subjects.clone(),
        entities: matched.subjects.iter().filter_map(|subject| subject.entity).collect(),
        kind: Kind::Indirect,
        rule: RuleRef { id: rule.origin.id.clone(), place: rule.origin.place.clone() },
        inside: match frame.negation {
            Some(_) => "denied".to_string(),
            None => rule.inside.clone().unwrap_or_else(|| "asserted".to_string()),
        },
        sentence: matched.sentence,
    })
}

/// "denounced the raid as cruel": what is judged is told with what it is judged to be.
fn judged(rule: &FrameRule, matched: &Match) -> Option<Span> {
    let (topic, content) = (matched.topic.first()?, matched.content.last()?);
    let behind = matched.trigger[0].end < topic.start && topic.end < content.start;
    (rule.only_judges() && behind).then(|| topic.join(*content))
}

fn is_marked_as(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let before = frame.predicate.index().checked_sub(1).map(|at| &reading.sentences[sentence].tokens[at]);
    before.is_some_and(|token| token.lemma.eq_ignore_ascii_case("as"))
}

/// Widens content to the quotation that it is part of: over its marks, and over its sentences before the reporting one.
fn snap(content: &[Span], cue: Span, source: Span, quotations: &[Quotation]) -> Vec<Span> {
    let mut snapped: Vec<Span> = Vec::new();
    for &part in content {
        let mut part = part;
        for quotation in overlapping(quotations, part) {
            let span = quotation.span;
            if span.overlaps(part) && !span.overlaps(cue) && !span.overlaps(source) {
                part = part.join(span);
            }
        }
        match snapped.last_mut() {
            Some(last) if last.overlaps(part) => *last = last.join(part),
            _ => snapped.push(part),
        }
    }
    snapped
}

/// Why a source phrase makes no attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoSource {
    /// No noun phrase stands behind its words.
    Complement,
    /// Nothing is left that it could be the source of.
    Content,
}

/// Source phrases of one rule in a sentence: "according to X, …", "…, according to X".
fn source_phrases(reading: &Reading, sentence: usize, rule: &SourceRule) -> Vec<(Attribution, String)> {
    let found = phrases_at(reading, sentence, rule).into_iter();
    found.filter_map(|(_, made)| Some((made.ok()?, rule.claim.clone()))).collect()
}

/// Each place of a sentence where a rule's words stand, with the attribution made there or why there is none.
pub(super) fn phrases_at(
    reading: &Reading,
    sentence: usize,
    rule: &SourceRule,
) -> Vec<(usize, Result<Attribution, NoSource>)> {
    let marks = rule.headline_marks.iter();
    let mut found: Vec<_> = marks.filter_map(|mark| headline::at_mark(reading, sentence, mark, rule)).collect();
    let Some(parsed) = &reading.parsed[sentence] else { return found };
    let tokens = &reading.sentences[sentence];
    for preposition in &rule.prepositions {
        if let Some((before, noun)) = preposition.split_once(" … ") {
            found.extend(owners(reading, sentence, before, noun).map(|(start, owner, noun)| {
                (start, source_phrase(reading, sentence, rule, start, owner, Some(noun)).ok_or(NoSource::Content))
            }));
            continue;
        }
        let words: Vec<&str> = preposition.split(' ').collect();
        for start in 0..tokens.tokens.len().saturating_sub(words.len()) {
            let stands = words
                .iter()
                .enumerate()
                .all(|(at, word)| reading.text(tokens.tokens[start + at].span).eq_ignore_ascii_case(word));
            if !stands {
                continue;
            }
            let made = complement(tokens, &parsed.tree, start, start + words.len())
                .ok_or(NoSource::Complement)
                .and_then(|head| source_phrase(reading, sentence, rule, start, head, None).ok_or(NoSource::Content));
            found.push((start, made));
        }
    }
    found
}

/// "in X's view": where the preposition, the owner and the noun stand.
fn owners<'r>(
    reading: &'r Reading,
    sentence: usize,
    before: &'r str,
    noun: &'r str,
) -> impl Iterator<Item = (usize, TokenId, TokenId)> + 'r {
    let tokens = &reading.sentences[sentence].tokens;
    let is = move |at: usize, word: &str| reading.text(tokens[at].span).eq_ignore_ascii_case(word);
    let tree = reading.parsed[sentence].as_ref().map(|parsed| &parsed.tree);
    (0..tokens.len()).filter(move |&at| is(at, noun)).filter_map(move |at| {
        let tree = tree?;
        let below = |kid: &usize| tree.heads[*kid] == Some(TokenId::at(at));
        let start = (0..at).filter(below).find(|&kid| tree.relations[kid] == Relation::Case && is(kid, before))?;
        // "In my opinion": whoever says so is the source already.
        let first_person = |kid: usize| is(kid, "my") || is(kid, "our");
        let owner =
            (0..at).filter(below).find(|&kid| tree.relations[kid] == Relation::NmodPoss && !first_person(kid))?;
        Some((start, TokenId::at(owner), TokenId::at(at)))
    })
}

/// The head of the noun phrase after a preposition of several words.
fn complement(sentence: &Sentence, tree: &Tree, start: usize, end: usize) -> Option<TokenId> {
    let governor = tree.heads[start].filter(|head| head.index() >= end && tree.relations[start] == Relation::Case);
    governor.or_else(|| {
        (end..sentence.tokens.len())
            .find(|&at| {
                tree.heads[at].is_none_or(|head| head.index() < end)
                    && (start..end).any(|word| {
                        tree.heads[at] == Some(TokenId::at(word)) || tree.heads[word] == Some(TokenId::at(at))
                    })
            })
            .map(TokenId::at)
    })
}

fn source_phrase(
    reading: &Reading,
    sentence: usize,
    rule: &SourceRule,
    start: usize,
    head: TokenId,
    noun: Option<TokenId>,
) -> Option<Attribution> {
    let parsed = reading.parsed[sentence].as_ref()?;
    let tokens = &reading.sentences[sentence];
    let noun = noun.map(|noun| tokens.tokens[noun.index()].span);
    let members = parsed.phrases.members(head);
    let mut speakers: Vec<Argument> = members.iter().flat_map(|&member| arguments(reading, sentence, member)).collect();
    // A place says nothing.
    for speaker in speakers.iter_mut().filter(|speaker| speaker.class == Some(Class::Place)) {
        speaker.entity = None;
    }
    let named = speakers.iter().any(|speaker| speaker.entity.is_some());
    let lemma = &tokens.tokens[head.index()].lemma;
    // "citing concerns": who is cited is named, or people or papers.
    let paper = || lemma == "document" || reading.gazetteer.is("report-noun", lemma);
    let people = || reading.rules.members.iter().any(|rule| rule.nouns.contains(lemma));
    if rule.shares && !named && !paper() && !people() {
        return None;
    }
    let source = speakers.iter().map(|speaker| speaker.phrase).reduce(Span::join)?;
    let whole = source;
    let source = without_attribute(reading, tokens, whole);
    let cue_start = tokens.tokens[start].span.start;
    let end = members.iter().map(|&member| parsed.phrases.end(member)).fold(source.end, u32::max);
    let end = noun.map_or(if source == whole { end } else { source.end }, |noun| noun.end);
    let end = past_citation(reading, tokens, end);
    let last = tokens.tokens.last().expect("a sentence has tokens").span.end;
    let before = trim(reading, Span { start: tokens.span.start, end: cue_start });
    let before = before.filter(|&part| !joins(reading.text(part)));
    let after = trim(reading, Span { start: end, end: last });
    let content: Vec<Span> = [before, after].into_iter().flatten().collect();
    if content.is_empty() {
        return None;
    }
    let cue = Span { start: cue_start, end: source.start.max(cue_start) };
    let cue = trim(reading, cue)?;
    Some(Attribution {
        source: vec![Span { start: source.start.max(cue.end), end: source.end }],
        cue: [Some(cue), noun].into_iter().flatten().collect(),
        content,
        entities: speakers.iter().filter_map(|speaker| speaker.entity).collect(),
        speakers,
        kind: Kind::Indirect,
        rule: RuleRef { id: rule.origin.id.clone(), place: rule.origin.place.clone() },
        inside: "asserted".to_string(),
        sentence,
    })
}

/// Whether what stands before a source phrase is another clause, by its last word: "left and, according to Y, …".
fn joins(before: &str) -> bool {
    const JOINING: [&str; 11] =
        ["and", "but", "or", "because", "that", "while", "although", "which", "who", "where", "when"];
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    before.ends_with(';') || JOINING.contains(&last)
}

/// "the report, *complete with figures*": an adjective behind a comma says nothing of who the source is.
fn without_attribute(reading: &Reading, tokens: &Sentence, source: Span) -> Span {
    let list = &tokens.tokens;
    let cut = (1..list.len().saturating_sub(1)).find(|&at| {
        source.contains(list[at].span)
            && reading.text(list[at].span) == ","
            && matches!(list[at + 1].upos, Upos::Adj | Upos::Adv | Upos::Verb)
    });
    cut.and_then(|at| trim(reading, Span { start: source.start, end: list[at].span.start })).unwrap_or(source)
}

/// Where the content begins after "according to X, quoting Y,": the source's own source is none of it.
fn past_citation(reading: &Reading, sentence: &Sentence, end: u32) -> u32 {
    let form = |at: usize| sentence.tokens.get(at).map_or("", |token| reading.text(token.span));
    let next = sentence.tokens.partition_point(|token| token.span.start < end);
    let first = if form(next) == "," { next + 1 } else { next };
    if !matches!(form(first), "quoting" | "citing") {
        return end;
    }
    (first..sentence.tokens.len()).find(|&at| form(at) == ",").map_or(end, |comma| sentence.tokens[comma].span.end)
}

/// A span without the spaces and commas at its ends and the full stop at its end; none if nothing is left.
pub(super) fn trim(reading: &Reading, span: Span) -> Option<Span> {
    if span.start >= span.end {
        return None;
    }
    let text = reading.text(span);
    let loose = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–');
    let start = span.start as usize + (text.len() - text.trim_start_matches(loose).len());
    let kept = text.trim_end_matches(|c: char| loose(c) || c == '.');
    let end = span.start as usize + kept.len();
    (start < end && span.of(&reading.document.text).chars().any(char::is_alphanumeric)).then(|| Span::new(start, end))
}

/// Bytes before a quotation within which the attribution that it continues must begin.
const REACH: u32 = 4096;

/// Gives each quotation that has no source of its own to the attribution whose quotation stands before it.
fn continue_quotations(reading: &Reading, list: &mut [Attribution], quotations: &[Quotation]) {
    // Attributions stand in the order of the text, matches before source phrases; those near a quotation are few.
    let mut starts: Vec<(u32, usize)> =
        list.iter().enumerate().filter_map(|(at, made)| Some((made.content.first()?.start, at))).collect();
    starts.sort_unstable();
    for (number, quotation) in quotations.iter().enumerate() {
        let from = starts.partition_point(|(start, _)| start + REACH < quotation.span.start);
        let near: Vec<usize> =
            starts[from..].iter().take_while(|(start, _)| *start < quotation.span.end).map(|(_, at)| *at).collect();
        // "I think …" inside a quotation does not tell whose it is.
        let taken = |attribution: &Attribution| {
            let inside = attribution.cue.iter().all(|cue| quotation.span.contains(*cue));
            !inside && attribution.content.iter().any(|part| part.overlaps(quotation.span))
        };
        if !quotation.is_speech || number == 0 || near.iter().any(|&at| taken(&list[at])) {
            continue;
        }
        let before = &quotations[number - 1];
        let next = before.block + 1 == quotation.block;
        let continues = before.block == quotation.block || next && (before.is_open || quotation.is_alone);
        if !continues {
            continue;
        }
        let holder = near.iter().copied().find(|&at| {
            let attribution = &list[at];
            attribution.content.last().is_some_and(|last| last.end == before.span.end || last.contains(before.span))
        });
        let Some(holder) = holder else { continue };
        let gap = Span { start: before.span.end, end: quotation.span.start };
        let own = |attribution: &Attribution| attribution.cue.iter().all(|cue| gap.contains(*cue));
        let others = near.iter().any(|&at| at != holder && own(&list[at]));
        let empty = reading.text(gap).chars().all(|c| !c.is_alphanumeric());
        let ends_in_cue = !next || before.is_open || gap_is_clause(reading, gap);
        if empty || (own(&list[holder]) && !others && ends_in_cue) {
            list[holder].content.push(quotation.span);
        }
    }
}

/// Whether nothing but who spoke stands between two quotations in two paragraphs: `…," she said.`
fn gap_is_clause(reading: &Reading, gap: Span) -> bool {
    let text = reading.text(gap).trim_end();
    let (said, end) = text.split_at(text.len() - text.chars().last().map_or(0, char::len_utf8));
    end == "." && !said.contains(['.', '?', '!', ':', ';', '\n'])
}

/// The quotations that share a byte with a span; quotations are in order and disjoint.
fn overlapping(quotations: &[Quotation], span: Span) -> &[Quotation] {
    let from = quotations.partition_point(|quotation| quotation.span.end <= span.start);
    let to = quotations.partition_point(|quotation| quotation.span.start < span.end);
    &quotations[from..to.max(from)]
}

/// Direct where all of the content is quoted, mixed where part of it is.
fn kind(reading: &Reading, content: &[Span], quotations: &[Quotation]) -> Kind {
    let letters = |span: Span| reading.text(span).chars().filter(|c| c.is_alphanumeric()).count();
    let (mut all, mut quoted) = (0, 0);
    for &part in content {
        all += letters(part);
        for quotation in overlapping(quotations, part) {
            let shared = Span { start: quotation.span.start.max(part.start), end: quotation.span.end.min(part.end) };
            quoted += letters(shared);
        }
    }
    match quoted {
        0 => Kind::Indirect,
        _ if quoted >= all => Kind::Direct,
        _ => Kind::Mixed,
    }
}

/// "I" and "we" as a source mean whoever says the words they stand in.
fn resolve_speakers(attributed: &mut Attributed) {
    let mut order: Vec<usize> = (0..attributed.list.len()).collect();
    let size = |attribution: &Attribution| attribution.content.iter().map(|part| part.len()).sum::<usize>();
    order.sort_by_key(|&at| std::cmp::Reverse(size(&attributed.list[at])));
    for at in order {
        let first = attributed.list[at].speakers.iter().find(|speaker| speaker.via == Via::Speaker).copied();
        let Some(Argument { words, .. }) = first.filter(|_| attributed.list[at].entities.is_empty()) else { continue };
        if let Some(outer) = attributed.around(words, &[at]) {
            attributed.list[at].entities = attributed.list[outer].entities.iter().take(1).copied().collect();
        }
    }
}
