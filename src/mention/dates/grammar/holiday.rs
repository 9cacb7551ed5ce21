//! Holidays and other days with a name whose date is fixed or can be computed.
//!
//! In: a name in capitals. Out: the [`Holiday`], and its day in a given year. Feasts of lunar calendars are left out: their
//! days differ by country and by sighting. Sources: the days' founding acts and UN resolutions; Easter is computed.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::calendar::{Moment, easter, nth_weekday};
use super::word::{Lex, Words};
use super::{Expression, Found, Named, Which};

/// A day with a name: an index into the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Holiday(usize);

/// How a day is found in a year.
enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// Days after Western Easter Sunday.
    Easter(i16),
    /// Month, which one (-1: the last), weekday (1 is Monday).
    Nth(i8, i8, i8),
}

use Rule::{Easter, Fixed, Nth};

/// Names in lower case, without apostrophes and final s's, and when they are. Longer names stand before shorter ones.
const TABLE: &[(&str, Rule)] = &[
    ("new year eve", Fixed(12, 31)),
    ("new year day", Fixed(1, 1)),
    ("christmas eve", Fixed(12, 24)),
    ("christmas day", Fixed(12, 25)),
    ("orthodox christmas", Fixed(1, 7)),
    ("christmas", Fixed(12, 25)),
    ("boxing day", Fixed(12, 26)),
    ("valentine day", Fixed(2, 14)),
    ("st patrick day", Fixed(3, 17)),
    ("april fool day", Fixed(4, 1)),
    ("earth day", Fixed(4, 22)),
    ("anzac day", Fixed(4, 25)),
    ("may day", Fixed(5, 1)),
    ("international worker day", Fixed(5, 1)),
    ("world press freedom day", Fixed(5, 3)),
    ("ve day", Fixed(5, 8)),
    ("victory day", Fixed(5, 9)),
    ("juneteenth", Fixed(6, 19)),
    ("world refugee day", Fixed(6, 20)),
    ("canada day", Fixed(7, 1)),
    ("fourth of july", Fixed(7, 4)),
    ("bastille day", Fixed(7, 14)),
    ("halloween", Fixed(10, 31)),
    ("all saint day", Fixed(11, 1)),
    ("guy fawkes night", Fixed(11, 5)),
    ("bonfire night", Fixed(11, 5)),
    ("armistice day", Fixed(11, 11)),
    ("remembrance day", Fixed(11, 11)),
    ("veteran day", Fixed(11, 11)),
    ("world children day", Fixed(11, 20)),
    ("world aid day", Fixed(12, 1)),
    ("human right day", Fixed(12, 10)),
    ("international human right day", Fixed(12, 10)),
    ("epiphany", Fixed(1, 6)),
    ("australia day", Fixed(1, 26)),
    ("international holocaust remembrance day", Fixed(1, 27)),
    ("holocaust memorial day", Fixed(1, 27)),
    ("waitangi day", Fixed(2, 6)),
    ("international woman day", Fixed(3, 8)),
    ("international women day", Fixed(3, 8)),
    ("world water day", Fixed(3, 22)),
    ("world health day", Fixed(4, 7)),
    ("world environment day", Fixed(6, 5)),
    ("international day of peace", Fixed(9, 21)),
    ("united nation day", Fixed(10, 24)),
    ("groundhog day", Fixed(2, 2)),
    ("unity day", Fixed(11, 4)),
    ("easter sunday", Easter(0)),
    ("easter monday", Easter(1)),
    ("good friday", Easter(-2)),
    ("maundy thursday", Easter(-3)),
    ("palm sunday", Easter(-7)),
    ("ash wednesday", Easter(-46)),
    ("shrove tuesday", Easter(-47)),
    ("easter", Easter(0)),
    ("pentecost", Easter(49)),
    ("martin luther king jr day", Nth(1, 3, 1)),
    ("martin luther king day", Nth(1, 3, 1)),
    ("president day", Nth(2, 3, 1)),
    ("memorial day", Nth(5, -1, 1)),
    ("labor day", Nth(9, 1, 1)),
    ("columbus day", Nth(10, 2, 1)),
    ("thanksgiving day", Nth(11, 4, 4)),
    ("thanksgiving", Nth(11, 4, 4)),
];

impl Holiday {
    /// Its day in a year.
    pub(in super::super) fn in_year(self, year: i16) -> Option<Date> {
        match TABLE.get(self.0)?.1 {
            Fixed(month, day) => Date::new(year, month, day).ok(),
            Easter(after) => easter(year)?.checked_add(after.days()).ok(),
            Nth(month, nth, weekday) => nth_weekday(year, month, nth, weekday),
        }
    }

    /// Its month and day where every year has the same.
    pub(in super::super) fn fixed(self) -> Option<(i8, i8)> {
        match TABLE.get(self.0)?.1 {
            Fixed(month, day) => Some((month, day)),
            _ => None,
        }
    }
}

/// A holiday by name, with its year where that follows: "Christmas Day 2019".
pub(super) fn holiday(w: Words<'_>, at: usize) -> Option<Found> {
    let name = at > 0 && w.capital(at - 1) && w.spaced(at) && w.lex(at - 1) == Lex::Other;
    if !w.capital(at) || name {
        return None;
    }
    let (end, holiday) =
        TABLE.iter().enumerate().find_map(|(row, (name, _))| Some((named(w, at, name)?, Holiday(row))))?;
    let of = end + usize::from(w.is(end, &["of"])) + usize::from(w.mark(end, ','));
    if let Lex::Digits(year @ 1000..2200, 4) = w.lex(of) {
        let date = holiday.in_year(i16::try_from(year).ok()?)?;
        return Some(Found::new(at, of + 1, Expression::Moment(Moment::Day(date)), "date.holiday"));
    }
    let more = w.capital(end) && w.spaced(end) && w.lex(end) == Lex::Other;
    let which = match w.lex(at.wrapping_sub(1)) {
        Lex::Key("last") => Which::Last,
        Lex::Key("next") => Which::Next,
        _ => Which::Plain,
    };
    (!more && !matches!(w.text(end), "tree" | "trees" | "card" | "cards" | "eggs" | "egg"))
        .then(|| Found::new(at, end, Expression::Named(Named::Holiday(holiday), which), "date.holiday"))
}

/// Where a name that begins at a word ends.
fn named(w: Words<'_>, at: usize, name: &str) -> Option<usize> {
    let mut next = at;
    for part in name.split(' ') {
        let word = w.text(next);
        let same = word.len() == part.len() && word.eq_ignore_ascii_case(part);
        let plural = word.len() == part.len() + 1 && word[..].to_ascii_lowercase().strip_suffix('s') == Some(part);
        if !same && !plural || next == at && !word.starts_with(|c: char| c.is_uppercase()) {
            return None;
        }
        next += 1;
        if !name.ends_with(part) && (w.lex(next) == Lex::Possessive || w.mark(next, '.')) {
            next += 1;
        }
    }
    Some(next)
}
