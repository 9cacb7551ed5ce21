//! Quotations: where the text opens and closes quotation marks, paragraph by paragraph.
//!
//! In: the text and its blocks. Out: [`Quotation`]s with their marks, in order, disjoint. Typographic double marks are
//! paired, straight ones alternate or open one inside another behind a word, the two mixed close each other, and single marks count where they hold several words; a
//! paragraph that opens a quotation and never closes it is quoted to its end, as newspapers print speeches over several
//! paragraphs.

use crate::claim::Reading;
use crate::document::Span;

/// A quoted passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) struct Quotation {
    /// With its marks.
    pub(in crate::claim) span: Span,
    /// The block of text (paragraph) it stands in, counted from 0.
    pub(in crate::claim) block: usize,
    /// Whether it is speech by its form: several words that close with a comma, full stop, question or exclamation mark.
    pub(in crate::claim) is_speech: bool,
    /// Whether its paragraph ends before its closing mark.
    pub(in crate::claim) is_open: bool,
    /// Whether it is all that its paragraph holds.
    pub(in crate::claim) is_alone: bool,
}

/// Words that a passage between single marks needs to count as a quotation.
const SINGLE_QUOTED_WORDS: usize = 2;

/// All quotations of a document.
pub(in crate::claim) fn quotations(reading: &Reading) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (number, block) in blocks(reading).into_iter().enumerate() {
        in_block(reading.text(block), block.start, number, &mut found);
    }
    found
}

/// The blocks of the text: from each sentence that starts one to the next.
fn blocks(reading: &Reading) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    for sentence in reading.sentences {
        match blocks.last_mut() {
            Some(block) if !sentence.starts_block => *block = block.join(sentence.span),
            _ => blocks.push(sentence.span),
        }
    }
    blocks
}

fn in_block(text: &str, offset: u32, block: usize, found: &mut Vec<Quotation>) {
    let mut open: Option<(usize, char)> = None;
    // Whether straight marks have opened a quotation inside typographic ones, and how many typographic ones have.
    let mut inner = false;
    let mut depth = 0;
    let mut previous = ' ';
    let mut word_before = false;
    let single = single_closes(text);
    for (at, mark) in text.char_indices() {
        let next = text[at + mark.len_utf8()..].chars().next().unwrap_or(' ');
        match (open, mark) {
            (None, '“' | '„' | '«') => open = Some((at, '”')),
            (None, '"') => open = Some((at, '"')),
            // Some papers print ”so”.
            (None, '”') if previous.is_whitespace() && next.is_alphanumeric() => open = Some((at, '”')),
            (None, '‘') if !previous.is_alphanumeric() => open = Some((at, '’')),
            (None, '\'') if !previous.is_alphanumeric() && next.is_alphabetic() && closes_again(text, at, &single) => {
                open = Some((at, '\''));
            }
            (Some((_, '”')), '"') if inner || previous.is_whitespace() => inner = !inner,
            (Some((_, '”')), '“') if previous.is_whitespace() && next.is_alphanumeric() => depth += 1,
            // "what it calls its "new order," and …"
            (Some((_, '"')), '"') if word_before && previous.is_whitespace() && next.is_alphanumeric() => depth += 1,
            (Some((_, '”')), '”') | (Some((_, '"')), '"') if depth > 0 => depth -= 1,
            (Some((start, close)), _)
                if closes(close, mark) && !is_apostrophe(mark, previous, next) || closes_twice(close, mark, next) =>
            {
                let twice = usize::from(closes_twice(close, mark, next));
                let span = Span::new(offset as usize + start, offset as usize + at + mark.len_utf8() + twice);
                let words = text[start..at].split_whitespace().count();
                if !matches!(close, '’' | '\'') || words >= SINGLE_QUOTED_WORDS {
                    let inside =
                        text[start..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '’' | '\''));
                    let last = inside.chars().next_back();
                    let is_speech = words > 2 && matches!(last, Some(',' | '.' | '?' | '!' | '…'));
                    let is_alone = start == 0 && text[at + mark.len_utf8()..].trim().is_empty();
                    let is_speech = is_speech || is_alone && words > 2;
                    found.push(Quotation { span, block, is_speech, is_open: false, is_alone });
                }
                (open, inner, depth) = (None, false, 0);
            }
            _ => {}
        }
        if !mark.is_whitespace() {
            word_before = mark.is_alphanumeric();
        }
        previous = mark;
    }
    if let Some((start, close)) = open
        && !matches!(close, '’' | '\'')
        && text[start..].split_whitespace().count() > 2
    {
        let span = Span::new(offset as usize + start, offset as usize + text.len());
        found.push(Quotation { span, block, is_speech: true, is_open: true, is_alone: start == 0 });
    }
}

/// Where straight single marks may close a quotation: behind a stop or comma, in order.
fn single_closes(text: &str) -> Vec<usize> {
    let mut before = ' ';
    let mut found = Vec::new();
    for (at, mark) in text.char_indices() {
        let next = text[at + mark.len_utf8()..].chars().next().unwrap_or(' ');
        if mark == '\'' && !is_apostrophe(mark, before, next) {
            found.push(at);
        }
        before = mark;
    }
    found
}

/// Whether a straight single mark opens a quotation: its close follows before any double mark, which it would stand inside of.
fn closes_again(text: &str, open: usize, closes: &[usize]) -> bool {
    let close = closes.get(closes.partition_point(|&close| close <= open));
    close.is_some_and(|&close| !text[open..close].contains(['"', '“', '”']))
}

/// Whether a single mark is an apostrophe: inside a word, or a straight one that no stop or comma stands before ("the
/// soldiers' camp").
fn is_apostrophe(mark: char, previous: char, next: char) -> bool {
    match mark {
        '’' => next.is_alphanumeric(),
        '\'' => next.is_alphanumeric() || !matches!(previous, ',' | '.' | '?' | '!' | '…'),
        _ => false,
    }
}

/// Whether two single marks close a quotation, as agencies write: "It is late,'' she said.
fn closes_twice(expected: char, mark: char, next: char) -> bool {
    matches!(expected, '"' | '”') && mark == '\'' && next == '\''
}

fn closes(expected: char, mark: char) -> bool {
    match expected {
        '”' => matches!(mark, '”' | '»' | '“' | '"'),
        '"' => matches!(mark, '"' | '”'),
        other => mark == other,
    }
}
