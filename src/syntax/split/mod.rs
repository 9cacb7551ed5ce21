//! Sentence splitter: blocks of text, sentences in them.
//!
//! In: a document's text. Out: sentences as ranges of tokens. A blank line, a bullet, and a line without a full stop that
//! is followed by a line break end a block; a full stop, question or exclamation mark with the closing quotes and brackets
//! after it ends a sentence, unless the word before is an abbreviation or what follows begins in lower case. A dateline is a
//! sentence of its own.

mod dateline;
pub(super) mod tokenize;

use crate::document::Span;

/// Longest sentence in tokens; longer ones are cut, so that time stays linear on text without stops.
pub(super) const MAX_TOKENS: usize = 250;

/// A sentence before tagging.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) tokens: Vec<Span>,
    pub(super) starts_block: bool,
    pub(super) has_stop: bool,
}

/// All sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<Raw> {
    let mut found = Vec::new();
    for block in blocks(text) {
        let mut tokens = Vec::new();
        tokenize::tokens(text, block, &mut tokens);
        let (dateline, rest) = tokens.split_at(dateline::length(text, &tokens));
        if !dateline.is_empty() {
            push(text, dateline, true, &mut found);
        }
        in_block(text, rest, &mut found);
    }
    found
}

/// Stretches of lines that belong together.
fn blocks(text: &str) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        let trimmed = body.trim_start();
        let bullet = trimmed.starts_with(['•', '*', '·', '▪', '■', '●'])
            || trimmed.starts_with("- ")
            || trimmed.starts_with("– ");
        if (trimmed.is_empty() || bullet)
            && let Some(from) = start.take()
        {
            blocks.push(Span::new(from, end));
        }
        if !trimmed.is_empty() {
            let from = *start.get_or_insert(at + (body.len() - trimmed.len()));
            end = at + body.len();
            // A line that stops, or a heading (short, no stop), ends the block; a wrapped line does not.
            let wrapped = body.chars().count() >= WRAPPED_LINE && !ends_sentence(body);
            if !wrapped {
                blocks.push(Span::new(from, end));
                start = None;
            }
        }
        at += line.len();
    }
    if let Some(from) = start {
        blocks.push(Span::new(from, end));
    }
    blocks
}

/// A line of at least so many code points without a stop at its end was wrapped and goes on in the next line.
const WRAPPED_LINE: usize = 60;

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(is_closing).ends_with(['.', '!', '?', '…', ':'])
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»')
}

fn in_block(text: &str, tokens: &[Span], found: &mut Vec<Raw>) {
    let mut start = 0;
    let mut first = true;
    let mut open = false;
    let mut at = 0;
    while at < tokens.len() {
        let form = tokens[at].of(text);
        match form {
            "“" => open = true,
            "”" => open = false,
            "\"" => open = !open,
            _ => {}
        }
        let mut ends = is_stop(text, tokens, at) || at + 1 - start >= MAX_TOKENS;
        let mut last = at;
        if ends {
            while last + 1 < tokens.len() && last + 1 - start < MAX_TOKENS && closes(text, tokens, last, open) {
                last += 1;
                if matches!(tokens[last].of(text), "”" | "\"") {
                    open = false;
                }
            }
            // A stop inside a quotation that its clause goes on after: “Why?” he asked.
            let next = tokens.get(last + 1).map(|token| token.of(text));
            ends = next.is_none_or(|next| !goes_on(next, text, tokens, at)) || at + 1 - start >= MAX_TOKENS;
        }
        if ends || last + 1 >= tokens.len() {
            push(text, &tokens[start..=last], first, found);
            first = false;
            start = last + 1;
        }
        at = last + 1;
    }
    if start < tokens.len() {
        push(text, &tokens[start..], first, found);
    }
}

fn push(text: &str, tokens: &[Span], starts_block: bool, found: &mut Vec<Raw>) {
    let stop = tokens.iter().rev().map(|token| token.of(text)).find(|form| !form.chars().all(is_closing));
    let has_stop = stop.is_some_and(|form| form.ends_with(['.', '!', '?', '…']));
    found.push(Raw { tokens: tokens.to_vec(), starts_block, has_stop });
}

/// Whether a token can end a sentence.
fn is_stop(text: &str, tokens: &[Span], at: usize) -> bool {
    let form = tokens[at].of(text);
    if form.chars().all(|c| matches!(c, '.' | '!' | '?' | '…')) {
        return true;
    }
    // An abbreviation at the end: "in the U.S. The …".
    let Some(word) = form.strip_suffix('.') else { return false };
    // "No." is a number's abbreviation only before a number, and so are those of resolutions: "S. Con. Res. 3".
    let next = tokens.get(at + 1).map_or("", |next| next.of(text));
    let numbered = next.starts_with(|c: char| c.is_ascii_digit()) || next == "Res.";
    if matches!(word.to_lowercase().as_str(), "no" | "con" | "res") && !numbered {
        return true;
    }
    if tokenize::is_title(word) || (tokenize::is_dotted(word) && !word.contains('.')) {
        return false;
    }
    tokens.get(at + 1).is_some_and(|next| STARTERS.contains(&next.of(text)))
}

/// Words that begin a sentence when they follow an abbreviation with a capital.
const STARTERS: &[&str] = &[
    "The", "A", "An", "He", "She", "It", "They", "We", "I", "This", "That", "These", "Those", "In", "On", "But", "And",
    "His", "Her", "Its", "Their", "There", "However", "When", "While", "After", "Before", "“", "As", "At", "For", "If",
    "Some", "Many",
];

/// Whether the token after `last` still belongs to the sentence: closing quotes and brackets.
fn closes(text: &str, tokens: &[Span], last: usize, open: bool) -> bool {
    let next = tokens[last + 1];
    match next.of(text) {
        "”" | ")" | "]" | "»" => true,
        "\"" => open,
        "’" | "'" => tokens[last].end == next.start,
        _ => false,
    }
}

/// Whether a token after a stop shows that the sentence goes on.
fn goes_on(next: &str, text: &str, tokens: &[Span], stop: usize) -> bool {
    let first = next.chars().next().unwrap_or(' ');
    let mark = tokens[stop].of(text);
    first.is_lowercase()
        || (matches!(next, "," | ";" | ":" | "—" | "–" | "-"))
        || (mark.contains('…') && first.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let whole = |raw: &Raw| raw.tokens[0].join(*raw.tokens.last().expect("tokens")).of(text).to_string();
        sentences(text).iter().map(whole).collect()
    }

    #[test]
    fn stops_end_sentences_and_abbreviations_do_not() {
        let text =
            "Mr. Lee met U.S. Sen. John J. Doe on Jan. 5. “Why?” he asked. “No. Never!” She left the U.S. The end";
        assert_eq!(
            split(text),
            [
                "Mr. Lee met U.S. Sen. John J. Doe on Jan. 5.",
                "“Why?” he asked.",
                "“No.",
                "Never!”",
                "She left the U.S.",
                "The end"
            ]
        );
        assert_eq!(
            split("Heading\n\nA line that is\nwrapped.\n  • One\n  • Two"),
            ["Heading", "A line that is", "wrapped.", "• One", "• Two"]
        );
    }
}
