//! What quotations make of attributions.
//!
//! In: attributions and the quotations of the text. Out: contents that reach over the marks of the quotation that they are
//! part of, quotations without a source given to the attribution that they continue, and whether a content is quoted in
//! whole or in part. Quotations that follow in the same paragraph without a source of their own belong to the one before,
//! and so does a paragraph that is all quotation after one that ends with `…," she said.` Where quotations stand is read by
//! `quotation`.

use super::quotation::Quotation;
use crate::claim::Reading;
use crate::claim::statement::{Attribution, Kind};
use crate::document::Span;

/// Widens content to the quotation that it is part of: over its marks, and over its sentences before the reporting one.
pub(super) fn snap(content: &[Span], cue: Span, source: Span, quotations: &[Quotation]) -> Vec<Span> {
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

/// Gives a paragraph that is quoted to its end, and that nobody has been given, to whom the quotation of the next one belongs: "“It
/// is late. ¶ “I go,” she said."
pub(super) fn continue_backwards(list: &mut [Attribution], quotations: &[Quotation]) {
    for pair in quotations.windows(2).rev() {
        let [before, after] = pair else { continue };
        let taken = |attribution: &Attribution| {
            let inside = attribution.cue.iter().all(|cue| before.span.contains(*cue));
            !inside && attribution.content.iter().any(|part| part.overlaps(before.span))
        };
        if !before.is_open || before.block + 1 != after.block || list.iter().any(taken) {
            continue;
        }
        let outside = |attribution: &&mut Attribution| {
            let inside = attribution.cue.iter().any(|cue| after.span.contains(*cue));
            !inside && attribution.content.iter().any(|part| part.contains(after.span))
        };
        if let Some(holder) = list.iter_mut().find(outside) {
            holder.content.push(before.span);
        }
    }
}

/// Bytes before a quotation within which the attribution that it continues must begin.
const REACH: u32 = 4096;

/// Gives each quotation that has no source of its own to the attribution whose quotation stands before it.
pub(super) fn continue_quotations(reading: &Reading, list: &mut [Attribution], quotations: &[Quotation]) {
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
pub(super) fn kind(reading: &Reading, content: &[Span], quotations: &[Quotation]) -> Kind {
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
