//! The grammar of date expressions: which words form one, and what they say before anybody knows today's date.
//!
//! In: [`Words`]. Out: at each place the longest [`Expression`] that begins there, with the rule that found it. Each
//! pattern looks at a bounded number of words, so that the whole is linear. What an expression comes to is left to
//! [`super::resolve`]. Vague ones ("recent years", "decades") and times under a day are no expressions.

mod absolute;
mod duration;
mod holiday;
mod lexicon;
mod range;
mod relative;
pub(super) mod word;
mod year;

use super::calendar::{Moment, Part, Unit};
pub(super) use holiday::Holiday;
use word::{Lex, Words};

/// What an expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The document's own date: "today", "two weeks ago".
    Document,
    /// The date last spoken of: "the same day", "a week later".
    Narrative,
    /// The same, or the document's date where none was: "a year earlier".
    Period,
    /// The date last spoken of, or the document's date in a present-tense clause: "comes a day after the vote".
    Event,
}

/// Which one of those with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// As the tense says: "on Friday".
    Plain,
    /// "last Friday".
    Last,
    /// "this Friday".
    This,
    /// "next Friday".
    Next,
}

/// A stretch of the calendar that comes round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Weekday(i8),
    /// Month, day, and the weekday where given.
    Day(i8, i8, Option<i8>),
    Month(i8),
    Part(Part),
    Holiday(Holiday),
}

/// What the words say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// A date that needs nothing else.
    Moment(Moment),
    Named(Named, Which),
    /// So many units from there.
    Shift(From, Unit, i32),
    /// "Friday last week".
    WeekdayOf(i8, i32),
    /// "December of last year", "the summer of that year".
    NamedOf(Named, From, i32),
    /// The weekend so many weeks from now; `This` and `Plain` as the tense says.
    Weekend(Which),
    /// "year end", "month's end".
    End(Unit),
    Range(Box<Expression>, Box<Expression>),
    /// A duration or a set, whose value is complete.
    Fixed(String),
}

/// An expression and the words it takes: `[start, end)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) expression: Expression,
    pub(super) rule: &'static str,
}

impl Found {
    fn new(start: usize, end: usize, expression: Expression, rule: &'static str) -> Self {
        Self { start, end, expression, rule }
    }
}

/// The expression that begins at a word: a range, a date alone, a duration or a set.
pub(super) fn expression(w: Words<'_>, at: usize) -> Option<Found> {
    if !opens(w, at) {
        return None;
    }
    range::range(w, at)
        .or_else(|| duration::recurring(w, at))
        .or_else(|| single(w, at))
        .or_else(|| duration::duration(w, at))
}

/// Whether a date expression can begin with the word; most words can't.
fn opens(w: Words<'_>, at: usize) -> bool {
    !matches!(w.lex(at), Lex::Mark(_) | Lex::Possessive) && (w.lex(at) != Lex::Other || w.capital(at))
}

/// A date that is no range, with the words that narrow it: "early in 2016", "the end of last year".
fn single(w: Words<'_>, at: usize) -> Option<Found> {
    if let Some(found) = plain(w, at) {
        return Some(found);
    }
    let inner = narrowed(w, at)?;
    let found = plain(w, inner)?;
    let wide = matches!(
        found.expression,
        Expression::Moment(
            Moment::Month(..) | Moment::Year(_) | Moment::Decade(_) | Moment::Century(_) | Moment::Part(..)
        ) | Expression::Named(Named::Month(_) | Named::Part(_), _)
            | Expression::NamedOf(..)
            | Expression::End(_)
            | Expression::Shift(_, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade, _)
    );
    // In "the start of the 2014 Olympics" the year belongs to the games.
    let owned = matches!(found.expression, Expression::Moment(Moment::Year(_))) && w.after(inner, &["the"]);
    (wide && !owned).then_some(Found { start: at, ..found })
}

/// Where the date begins that "early", "mid-", "the end of" narrow.
fn narrowed(w: Words<'_>, at: usize) -> Option<usize> {
    if w.is(at, &["early", "late", "mid", "middle", "end", "start", "beginning", "earlier", "later"]) {
        let mut next = at + 1;
        if w.hyphen(next) {
            return Some(next + 1);
        }
        if w.is(at, &["end", "start", "beginning", "middle"]) {
            if !w.is(next, &["of"]) {
                return None;
            }
            next += 1;
        } else if w.is(next, &["in", "on"]) {
            next += 1;
        }
        if w.is(next, &["the"]) {
            next += 1;
        }
        return Some(next);
    }
    None
}

/// A date without narrowing words.
fn plain(w: Words<'_>, at: usize) -> Option<Found> {
    absolute::absolute(w, at).or_else(|| holiday::holiday(w, at)).or_else(|| relative::relative(w, at))
}

/// A count in words or digits, and where it ends.
fn count(w: Words<'_>, at: usize) -> Option<(usize, u32)> {
    match w.lex(at) {
        Lex::Number(tens) if (20..100).contains(&tens) && tens % 10 == 0 => {
            let next = if w.hyphen(at + 1) { at + 2 } else { at + 1 };
            match w.lex(next) {
                Lex::Number(ones) if ones < 10 => Some((next + 1, tens + ones)),
                _ => Some((at + 1, tens)),
            }
        }
        Lex::Number(n) if w.is(at + 1, &["hundred"]) && n < 100 => Some((at + 2, n * 100)),
        Lex::Number(n) => Some((at + 1, n)),
        Lex::Digits(n, _) if n > 0 => Some((at + 1, n)),
        Lex::Key("hundred") if w.after(at, &["a"]) => Some((at + 1, 100)),
        _ => None,
    }
}

/// Whether the number at a place belongs to a larger one, an amount or an address: "$20", "3/4", "No. 7".
fn part_of_number(w: Words<'_>, at: usize) -> bool {
    at > 0
        && !w.spaced(at)
        && matches!(
            w.lex(at - 1),
            Lex::Mark(
                '$' | '€' | '£' | '¥' | '₹' | '#' | '.' | ',' | '/' | ':' | '@' | '&' | '=' | '_' | '+' | '?' | '%'
            ) | Lex::Other
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_words_and_digits() {
        for (text, value) in [("twenty-one", 21), ("eleven", 11), ("40", 40), ("1,000", 1000), ("three hundred", 300)] {
            let list = word::words(text);
            let w = Words { text, list: &list };
            assert_eq!(count(w, 0), Some((list.len(), value)), "{text}");
        }
    }
}
