//! Attributions: where the document reports speech, writing or belief, and whose.
//!
//! In: matches of rules that report, source phrases ("according to"), quotations. Out: [`Attributed`], the attributions with
//! source, cue and content as spans. `source` reads source phrases, `opening` who is named before a colon or in a headline,
//! `quoted` which quotations belong to an attribution. Compare Pareti's PARC scheme (source, cue, content) for the terms.

mod headline;
mod opening;
pub(super) mod quotation;
mod quoted;
pub(super) mod source;

use std::collections::{BTreeMap, BTreeSet};

use super::Reading;
use super::matching::Match;
use super::matching::argument::{Argument, Via};
use super::stance::{is_asked, is_charged, is_wished, scope};
use super::statement::{Attribution, Kind, RuleRef};
use crate::document::Span;
use crate::entity::{Entity, EntityId};
use crate::gazetteer::{Class, Form, Hit, fold};
use crate::rules::FrameRule;
use crate::syntax::Xpos;
use crate::syntax::frames::{Frame, Kind as FrameKind, Voice};
use quotation::Quotation;
use quoted::{continue_backwards, continue_quotations, kind, snap};
use source::source_phrases;

/// A document's attributions, and which match each comes from.
#[derive(Debug, Default)]
pub(super) struct Attributed {
    pub(super) list: Vec<Attribution>,
    /// For each match, its attribution.
    pub(super) of_match: Vec<Option<usize>>,
    /// Attributions of source phrases, with the property that they claim.
    pub(super) phrases: Vec<(usize, String)>,
    /// Who publishes the document: the "we" of a statement outside any quotation.
    publisher: Option<EntityId>,
    /// The quotations.
    quotations: Vec<Span>,
    /// Attributions of answers to what is told before: "X said that it left, which Y denies". Their contents are in X's words.
    answers: BTreeSet<usize>,
    /// Attributions by the stretches of text that their contents reach, without answers.
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

    /// Whom "I" or "we" means: who says the words that it stands in; "we" outside of all that is said, who publishes it.
    pub(super) fn first_person(&self, reading: &Reading, pronoun: Span, except: &[usize]) -> Option<EntityId> {
        if let Some(outer) = self.around(pronoun, except) {
            return self.list[outer].entities.first().copied();
        }
        let several = ["our", "ours", "us", "we"].iter().any(|we| reading.text(pronoun).eq_ignore_ascii_case(we));
        let quoted = self.quotations.iter().any(|quotation| quotation.contains(pronoun));
        self.publisher.filter(|_| several && !quoted && !is_told_by_another(reading, pronoun))
    }

    /// The attributions whose contents may reach a span.
    pub(super) fn near(&self, span: Span) -> &[usize] {
        self.by_place.get(&(span.start / NEAR)).map_or(&[][..], Vec::as_slice)
    }

    /// Notes which attributions' contents reach which stretch of the text, so that looking one up does not cost all.
    fn place(&mut self) {
        let told = |(number, _): &(usize, &Attribution)| !self.answers.contains(number);
        for (number, attribution) in self.list.iter().enumerate().filter(told) {
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
    let mut attributed = Attributed {
        of_match: vec![None; matches.len()],
        publisher: publisher(reading),
        quotations: quotations.iter().map(|quotation| quotation.span).collect(),
        ..Attributed::default()
    };
    for (number, matched) in matches.iter().enumerate() {
        if let Some(attribution) = of_match(reading, matched, quotations) {
            let at = attributed.list.len();
            attributed.of_match[number] = Some(at);
            if is_answer(reading, matched) {
                attributed.answers.insert(at);
            }
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
                } else {
                    let phrase = attribution.cue[0].join(attribution.source[0]);
                    for (at, report) in attributed.list.iter_mut().enumerate() {
                        if reporting(&&*report) || report.sentence == sentence && attributed.answers.contains(&at) {
                            report.content.iter_mut().for_each(|part| *part = beside(reading, *part, phrase));
                        }
                    }
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
    continue_backwards(&mut attributed.list, quotations);
    for attribution in &mut attributed.list {
        attribution.kind = kind(reading, &attribution.content, quotations);
    }
    attributed.place();
    resolve_speakers(reading, &mut attributed);
    attributed
}

/// The body or state that the document names as its metadata name its publisher; no outlet, which prints what others say.
fn publisher(reading: &Reading) -> Option<EntityId> {
    let name = reading.document.metadata.publisher.as_deref()?;
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    let whole = reading.gazetteer.longest(&words).filter(|(length, _)| *length == words.len());
    let speaks = |entity: &&Entity| {
        let listed = |hit: &Hit| entity.entry == Some(hit.entry) && hit.form == Form::Name;
        let called = entity.name == name || whole.is_some_and(|(_, hits)| hits.iter().any(listed));
        let outlet = match entity.entry {
            Some(entry) => reading.gazetteer.is_outlet(entry),
            None => words.iter().any(|word| reading.gazetteer.is("press-head", word)),
        };
        called && !outlet && matches!(entity.class, Class::Government | Class::Organisation)
    };
    let entities = &reading.entities.list;
    let place = entities.iter().position(|entity| speaks(&entity))?;
    Some(EntityId(u32::try_from(place).expect("fewer than 2^32 entities")))
}

/// "ANNA DOE: We disagree", "> We disagree", "It reads: We disagree": whether the line says before a word whose words it holds.
fn is_told_by_another(reading: &Reading, word: Span) -> bool {
    let before = &reading.document.text[..word.start as usize];
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.starts_with('>') || line.contains(':')
}

/// What a report tells, without the source phrase at its edge, which tells of the report: "According to X, “…,” Y said".
fn beside(reading: &Reading, content: Span, phrase: Span) -> Span {
    let before = trim(reading, Span { start: content.start, end: phrase.start.max(content.start) });
    let behind = trim(reading, Span { start: phrase.end.min(content.end), end: content.end });
    match (content.contains(phrase), before, behind) {
        (true, None, Some(rest)) | (true, Some(rest), None) => rest,
        _ => content,
    }
}

fn of_match(reading: &Reading, matched: &Match, quotations: &[Quotation]) -> Option<Attribution> {
    let rule = reading.rules.frame(matched.rule);
    let frame = matched.frame(reading);
    // "We do not think it will help": what is denied is what is thought.
    let raised = matches!(frame.lemma.as_str(), "think" | "believe" | "expect") && frame.kind == FrameKind::Verb;
    let negation = frame.negation.filter(|_| !matched.reports_none(reading, frame));
    if !rule.reports || matched.content.is_empty() || matched.subjects.is_empty() || negation.is_some() && !raised {
        return None;
    }
    // "as reported by X": what X reported is not what the words before it report.
    if frame.voice == Voice::Passive && is_marked_as(reading, matched.sentence, frame) {
        return None;
    }
    let scope = scope(reading, matched.sentence, frame);
    // "refused to say whether it had left": nothing is said.
    if frame.negation.is_none() && scope.negative {
        return None;
    }
    if is_asked(reading, matched.sentence, frame)
        || is_wished(reading, matched.sentence, frame, &scope)
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
        rule: RuleRef::from(&rule.origin),
        inside: match negation {
            Some(_) => "denied".to_string(),
            None => rule.inside.clone().unwrap_or_else(|| "asserted".to_string()),
        },
        sentence: matched.sentence,
    })
}

/// Whether a match takes up what others told: "…, which Y denies", "…, something Y denies".
fn is_answer(reading: &Reading, matched: &Match) -> bool {
    let tree = reading.parsed[matched.sentence].as_ref().map(|parsed| &parsed.tree);
    let predicate = matched.frame(reading).predicate;
    tree.is_some_and(|tree| tree.kids(predicate).any(|kid| tree.resumes(kid)))
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

/// "I" and "we" as a source mean whoever says the words they stand in, "we" outside of all that somebody says who publishes them.
fn resolve_speakers(reading: &Reading, attributed: &mut Attributed) {
    let mut order: Vec<usize> = (0..attributed.list.len()).collect();
    let size = |attribution: &Attribution| attribution.content.iter().map(|part| part.len()).sum::<usize>();
    order.sort_by_key(|&at| std::cmp::Reverse(size(&attributed.list[at])));
    for at in order {
        let first = attributed.list[at].speakers.iter().find(|speaker| speaker.via == Via::Speaker).copied();
        let Some(Argument { words, .. }) = first.filter(|_| attributed.list[at].entities.is_empty()) else { continue };
        attributed.list[at].entities = attributed.first_person(reading, words, &[at]).into_iter().collect();
    }
}
