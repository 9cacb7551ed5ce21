//! Text as the words that dates are made of.
//!
//! In: text. Out: one [`Word`] for each run of letters, each number and each mark, with what it can mean in a date
//! ([`Lex`]), and a mark for a blank line. Its own, finer division than the syntax layer's: `four-year`, `2015–2018` and `29th` come apart here
//! whatever the tokenizer does. Addresses (`https://…`) are passed over. One pass, no look-back.

use super::super::calendar::{Season, Unit};
use crate::document::Span;

/// What a word can mean in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Lex {
    /// 1 to 12, and whether it is abbreviated.
    Month(i8, bool),
    /// 1 is Monday, and whether it is abbreviated.
    Weekday(i8, bool),
    /// "Mondays".
    Weekdays(i8),
    /// A number in words, or with grouped digits: never a year.
    Number(u32),
    /// "first", "29th".
    Ordinal(u32),
    /// Plain digits: the number and how many digits.
    Digits(u32, u8),
    /// "1990s": the first year.
    Decade(u16),
    /// The unit and whether it stands in the plural.
    Unit(Unit, bool),
    Season(Season),
    /// "Q3": 1 to 4.
    Quarter(i8),
    /// A word that the grammar knows by itself, in lower case.
    Key(&'static str),
    /// A final 's or '.
    Possessive,
    Mark(char),
    Other,
}

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Word {
    pub(in super::super) span: Span,
    pub(in super::super) lex: Lex,
    /// Whether white space stands before it.
    pub(in super::super) spaced: bool,
    /// Whether it begins with a capital.
    pub(in super::super) capital: bool,
}

/// The words of a text.
pub(in super::super) fn words(text: &str) -> Vec<Word> {
    let bytes = text.as_bytes();
    let mut list = Vec::with_capacity(bytes.len() / 5);
    let (mut at, mut spaced, mut lines) = (0, true, 0);
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            spaced = true;
            lines += usize::from(c == '\n');
            if lines == 2 && c == '\n' {
                list.push(Word { span: Span::new(at, at + 1), lex: Lex::Mark('\n'), spaced, capital: false });
            }
            at += c.len_utf8();
            continue;
        }
        lines = 0;
        let rest = &text[at..];
        let (len, lex) = if c.is_ascii_digit() {
            number(rest, !spaced && text[..at].ends_with('.'))
        } else if c.is_alphabetic() {
            letters(rest)
        } else if matches!(c, '\'' | '’') && !spaced {
            possessive(rest, c)
        } else {
            (c.len_utf8(), Lex::Mark(c))
        };
        list.push(Word { span: Span::new(at, at + len), lex, spaced, capital: c.is_uppercase() });
        spaced = false;
        at += len;
    }
    list
}

/// A run of letters and what follows it inside the same word; an address as a whole.
fn letters(rest: &str) -> (usize, Lex) {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let word = &rest[..end];
    let after = &rest[end..];
    if (matches!(word, "http" | "https" | "ftp") && after.starts_with("://"))
        || (word == "www" && after.starts_with('.'))
    {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        return (end, Lex::Other);
    }
    if after.starts_with(|c: char| c.is_ascii_digit() || c == '_') {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        return match &rest[..end] {
            "Q1" => (end, Lex::Quarter(1)),
            "Q2" => (end, Lex::Quarter(2)),
            "Q3" => (end, Lex::Quarter(3)),
            "Q4" => (end, Lex::Quarter(4)),
            _ => (end, Lex::Other),
        };
    }
    (end, super::lexicon::lex(word))
}

/// A number with its suffix or its grouped digits; no decimals right after a full stop, where a date goes on.
fn number(rest: &str, dotted: bool) -> (usize, Lex) {
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    let mut grouped = false;
    while bytes.get(end) == Some(&b',') && digits(end + 1) == 3 {
        end += 4;
        grouped = true;
    }
    let fraction = if bytes.get(end) == Some(&b'.') { digits(end + 1) } else { 0 };
    let more = bytes.get(end + 1 + fraction) == Some(&b'.') && digits(end + 2 + fraction) > 0;
    let decimal = fraction > 0 && !more && !dotted;
    let tail = rest[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - end);
    let value = rest[..end]
        .bytes()
        .filter(u8::is_ascii_digit)
        .try_fold(0u32, |sum, b| sum.checked_mul(10)?.checked_add(u32::from(b - b'0')));
    let (Some(value), false) = (value, decimal) else {
        return (end + if decimal { 1 + fraction } else { tail }, Lex::Other);
    };
    match &rest[end..end + tail] {
        "" if grouped => (end, Lex::Number(value)),
        "" => (end, Lex::Digits(value, u8::try_from(end).unwrap_or(u8::MAX))),
        "st" | "nd" | "rd" | "th" if value < 100 => (end + tail, Lex::Ordinal(value)),
        "s" if end == 4 && value % 10 == 0 => (end + 1, Lex::Decade(u16::try_from(value).unwrap_or(0))),
        "s" if end == 2 && value % 10 == 0 => (end + 1, Lex::Decade(1900 + u16::try_from(value).unwrap_or(0))),
        _ => (end + tail, Lex::Other),
    }
}

/// An apostrophe inside a word: with its s, or by itself.
fn possessive(rest: &str, c: char) -> (usize, Lex) {
    let after = &rest[c.len_utf8()..];
    let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    match &after[..letters] {
        "s" | "S" | "" => (c.len_utf8() + letters, Lex::Possessive),
        _ => (c.len_utf8() + letters, Lex::Other),
    }
}

/// The words of a text, asked by index without fear of its end.
#[derive(Clone, Copy)]
pub(in super::super) struct Words<'a> {
    pub(in super::super) text: &'a str,
    pub(in super::super) list: &'a [Word],
}

impl<'a> Words<'a> {
    /// What the word at an index means; a mark that stands nowhere beyond either end.
    pub(in super::super) fn lex(self, at: usize) -> Lex {
        self.list.get(at).map_or(Lex::Mark('\0'), |word| word.lex)
    }

    /// Whether one of these words stands there.
    pub(in super::super) fn is(self, at: usize, keys: &[&str]) -> bool {
        matches!(self.lex(at), Lex::Key(key) if keys.contains(&key))
    }

    /// Whether one of these words stands before that place.
    pub(in super::super) fn after(self, at: usize, keys: &[&str]) -> bool {
        at > 0 && self.is(at - 1, keys)
    }

    /// Whether that mark stands there.
    pub(in super::super) fn mark(self, at: usize, mark: char) -> bool {
        self.lex(at) == Lex::Mark(mark)
    }

    /// Whether a hyphen stands there, inside a word.
    pub(in super::super) fn hyphen(self, at: usize) -> bool {
        matches!(self.lex(at), Lex::Mark('-' | '‐' | '‑')) && !self.spaced(at) && !self.spaced(at + 1)
    }

    /// Whether white space (or the text's end) stands before the word.
    pub(in super::super) fn spaced(self, at: usize) -> bool {
        self.list.get(at).is_none_or(|word| word.spaced)
    }

    /// Whether the word begins with a capital.
    pub(in super::super) fn capital(self, at: usize) -> bool {
        self.list.get(at).is_some_and(|word| word.capital)
    }

    /// The word itself.
    pub(in super::super) fn text(self, at: usize) -> &'a str {
        self.list.get(at).map_or("", |word| word.span.of(self.text))
    }

    /// The index after an optional mark.
    pub(in super::super) fn skip(self, at: usize, mark: char) -> usize {
        at + usize::from(self.mark(at, mark))
    }
}
