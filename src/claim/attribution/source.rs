//! Source phrases: "according to X, …", "…, in X's view".
//!
//! In: a sentence with its tree and a rule's words. Out: an attribution whose source is the noun phrase behind them and whose
//! content is the rest of the sentence; or why there is none. A place says nothing, and who is cited in passing is named.

use super::{headline, trim};
use crate::claim::Reading;
use crate::claim::matching::argument::{Argument, arguments};
use crate::claim::statement::{Attribution, Kind, RuleRef};
use crate::document::Span;
use crate::gazetteer::Class;
use crate::rules::SourceRule;
use crate::syntax::frames::{is_charge, is_speech};
use crate::syntax::{Relation, Sentence, TokenId, Tree, Upos};

/// Why a source phrase makes no attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum NoSource {
    /// No noun phrase stands behind its words.
    Complement,
    /// Nothing is left that it could be the source of.
    Content,
}

/// Source phrases of one rule in a sentence: "according to X, …", "…, according to X".
pub(super) fn source_phrases(reading: &Reading, sentence: usize, rule: &SourceRule) -> Vec<(Attribution, String)> {
    let found = phrases_at(reading, sentence, rule).into_iter();
    found.filter_map(|(_, made)| Some((made.ok()?, rule.claim.clone()))).collect()
}

/// Each place of a sentence where a rule's words stand, with the attribution made there or why there is none.
pub(in crate::claim) fn phrases_at(
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
            // "People are quoting the law": what they do, and no source of the sentence.
            let doing = start > 0 && tokens.tokens[start - 1].upos == Upos::Aux;
            if !stands || doing {
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
        // "warned in its opinion of 3 May that": an opinion with a date is a paper.
        let dated = tokens.get(at + 2).is_some_and(|token| token.upos == Upos::Num || is_date(reading, token.span));
        if dated && matches!(reading.text(tokens[at + 1].span), "of" | "on" | "dated" | "from") {
            return None;
        }
        // "In my opinion": whoever says so is the source already.
        let first_person = |kid: usize| is(kid, "my") || is(kid, "our");
        let owner =
            (0..at).filter(below).find(|&kid| tree.relations[kid] == Relation::NmodPoss && !first_person(kid))?;
        // "had recommended in its opinion that": where it was said, and no source of the sentence.
        let said = start.checked_sub(1).is_some_and(|verb| is_speech(&tokens[verb].lemma));
        if said && tokens[owner].upos == Upos::Pron {
            return None;
        }
        Some((start, TokenId::at(owner), TokenId::at(at)))
    })
}

/// Whether a date begins at a word.
fn is_date(reading: &Reading, word: Span) -> bool {
    reading.mention_at(word).is_some_and(|(_, mention)| mention.class == Class::Date)
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
    if rule.shares && !named && !paper() && !reading.rules.is_people(lemma) {
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
    let after =
        trim(reading, Span { start: end, end: before_answer(reading, tokens, &parsed.tree, end).unwrap_or(last) });
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
        rule: RuleRef::from(&rule.origin),
        inside: "asserted".to_string(),
        sentence,
    })
}

/// Where the comma stands behind which others answer what the source says: "according to X, …, a charge Y denies", "…, which Y
/// denies".
fn before_answer(reading: &Reading, sentence: &Sentence, tree: &Tree, from: u32) -> Option<u32> {
    let list = &sentence.tokens;
    let form = |at: usize| reading.text(list[at].span);
    let charge = |at: usize| tree.relations[at] == Relation::Dislocated && is_charge(&list[at].lemma);
    let answers = |at: usize| charge(at) || tree.resumes(TokenId::at(at));
    let answer = (0..list.len()).find(|&at| list[at].span.start > from && answers(at))?;
    let comma = (0..answer).rfind(|&at| form(at) == ",")?;
    Some(list[comma].span.start)
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
