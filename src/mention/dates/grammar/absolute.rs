//! Dates that stand in the calendar by themselves, days in every order and months; what is longer is in [`super::year`].
//!
//! A day or month without its year becomes a [`Named`] one, for the context to place. A month whose name is another word
//! or a person's name needs a preposition or a number. Of 3/4/2020 the month is taken to stand first.

use super::super::calendar::{Moment, Unit};
use super::word::{Lex, Words};
use super::year::{counted, decade, period, season, year};
use super::{Expression, Found, From, Named, Which, part_of_number};

/// A date with a name or number from the calendar.
pub(super) fn absolute(w: Words<'_>, at: usize) -> Option<Found> {
    match w.lex(at) {
        Lex::Weekday(..) => weekday_and_day(w, at),
        Lex::Month(..) => month_first(w, at).or_else(|| month(w, at)),
        Lex::Digits(..) | Lex::Ordinal(_) => written_decade(w, at)
            .or_else(|| numeric(w, at))
            .or_else(|| day_first(w, at))
            .or_else(|| period(w, at))
            .or_else(|| year(w, at)),
        Lex::Number(_) | Lex::Quarter(_) | Lex::Key("half" | "fiscal" | "financial") => period(w, at),
        Lex::Season(_) => season(w, at),
        Lex::Decade(first) => decade(w, at, first),
        _ => None,
    }
}

/// "Monday, May 18, 2015", "Tuesday 14 May", "Tues., Jan. 5".
fn weekday_and_day(w: Words<'_>, at: usize) -> Option<Found> {
    let Lex::Weekday(weekday, short) = w.lex(at) else { return None };
    let mut next = at + 1;
    if short {
        next = w.skip(next, '.');
        if next == at + 1 && at > 0 && w.capital(at - 1) && w.spaced(at) {
            return None;
        }
    }
    next = w.skip(next, ',');
    if w.is(next, &["the"]) && matches!(w.lex(next + 1), Lex::Ordinal(_)) {
        next += 1;
    }
    let found = month_first(w, next).or_else(|| day_first(w, next)).or_else(|| numeric(w, next))?;
    let expression = match found.expression {
        Expression::Named(Named::Day(m, d, _), which) => Expression::Named(Named::Day(m, d, Some(weekday)), which),
        other => other,
    };
    Some(Found { start: at, expression, ..found })
}

/// "June 29, 2020", "Jan. 12", "June 29th".
pub(super) fn month_first(w: Words<'_>, at: usize) -> Option<Found> {
    let Lex::Month(month, short) = w.lex(at) else { return None };
    let next = at + 1 + usize::from(short && w.mark(at + 1, '.'));
    let next = next + usize::from(w.is(next, &["the"]) && matches!(w.lex(next + 1), Lex::Ordinal(_)));
    let day = day_number(w, next)?;
    if w.after(at, &["in"]) && counted(w, next + 1) {
        return None;
    }
    let end = next + 1;
    match year_after(w, end) {
        Some((end, year)) => exact(year, month, day).map(|e| Found::new(at, end, e, "date.day")),
        None => yearless(w, at, end, month, day),
    }
}

/// "29 June 2020", "29th of June", "29-Jun-2020".
fn day_first(w: Words<'_>, at: usize) -> Option<Found> {
    let day = day_number(w, at)?;
    if part_of_number(w, at) {
        return None;
    }
    let mut next = at + 1;
    if w.is(next, &["of"]) {
        if !matches!(w.lex(at), Lex::Ordinal(_)) {
            return None;
        }
        next += 1;
    } else if w.hyphen(next) {
        next += 1;
    }
    let Lex::Month(month, short) = w.lex(next) else { return None };
    let mut end = next + 1 + usize::from(short && w.mark(next + 1, '.'));
    if w.hyphen(end) && matches!(w.lex(end + 1), Lex::Digits(_, 4)) {
        end += 1;
    }
    match year_after(w, end) {
        Some((end, year)) => exact(year, month, day).map(|e| Found::new(at, end, e, "date.day")),
        None => yearless(w, at, end, month, day),
    }
}

/// "1930's", and the day that is called "9/11".
fn written_decade(w: Words<'_>, at: usize) -> Option<Found> {
    if let (Lex::Digits(value, 4), Lex::Possessive) = (w.lex(at), w.lex(at + 1))
        && value % 10 == 0
        && w.text(at + 1).ends_with('s')
    {
        return decade(w, at, u16::try_from(value).ok()?).map(|found| Found { end: at + 2, ..found });
    }
    let day = matches!((w.lex(at), w.lex(at + 2)), (Lex::Digits(9, 1), Lex::Digits(11, 2))) && w.mark(at + 1, '/');
    let apart =
        !part_of_number(w, at) && !w.spaced(at + 1) && !w.spaced(at + 2) && (w.spaced(at + 3) || !w.mark(at + 3, '/'));
    (day && apart).then(|| exact(2001, 9, 11)).flatten().map(|e| Found::new(at, at + 3, e, "date.day"))
}

/// "2020-06-29", "2020/06/29", "6/29/2020", "29.06.2020"; the month first where both orders are possible.
fn numeric(w: Words<'_>, at: usize) -> Option<Found> {
    let part = |n: usize| match w.lex(at + 2 * n) {
        Lex::Digits(value, len) if n == 0 || !w.spaced(at + 2 * n) => Some((value, len)),
        _ => None,
    };
    let mark = w.lex(at + 1);
    if part_of_number(w, at) || w.spaced(at + 1) || !matches!(mark, Lex::Mark('-' | '/' | '.')) || w.lex(at + 3) != mark
    {
        return None;
    }
    let ((a, a_len), (b, b_len)) = (part(0)?, part(1)?);
    let time = w.text(at + 4).split_once('T').and_then(|(day, _)| day.parse().ok());
    let (c, c_len) = part(2).or(time.map(|day| (day, 2)))?;
    if !w.spaced(at + 5) && matches!(w.lex(at + 5), Lex::Mark('-' | '/')) {
        return None;
    }
    let (year, month, day) = match (a_len, b_len, c_len) {
        (4, 1..=2, 1..=2) => (a, b, c),
        (1..=2, 1..=2, 4) if mark == Lex::Mark('.') || a > 12 => (c, b, a),
        (1..=2, 1..=2, 4) => (c, a, b),
        (1..=2, 1..=2, 2) if mark == Lex::Mark('/') && c_len == 2 => (if c < 40 { 2000 + c } else { 1900 + c }, a, b),
        _ => return None,
    };
    let year = i16::try_from(year).ok().filter(|y| (1000..2200).contains(y))?;
    exact(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).map(|e| Found::new(at, at + 5, e, "date.numeric"))
}

/// "September 2021", "December last year", "in May".
fn month(w: Words<'_>, at: usize) -> Option<Found> {
    let Lex::Month(month, short) = w.lex(at) else { return None };
    let dot = usize::from(short && w.mark(at + 1, '.'));
    let end = at + 1 + dot;
    if let Some((end, year)) = year_after(w, end).or_else(|| year_after(w, end + usize::from(w.is(end, &["of"])))) {
        return Some(Found::new(at, end, Expression::Moment(Moment::Month(year, month)), "date.month"));
    }
    if let Some((end, from, by)) = of_year(w, end) {
        return Some(Found::new(at, end, Expression::NamedOf(Named::Month(month), from, by), "date.month"));
    }
    if (short && dot == 0 && month != 9) || !is_month(w, at, end) {
        return None;
    }
    Some(Found::new(at, end, Expression::Named(Named::Month(month), Which::Plain), "date.month"))
}

/// Whether a bare month's name means the month.
fn is_month(w: Words<'_>, at: usize, end: usize) -> bool {
    let Lex::Month(month, _) = w.lex(at) else { return false };
    let name_before = at > 0 && w.capital(at - 1) && w.spaced(at) && w.lex(at - 1) == Lex::Other;
    let name_after = w.capital(end) && w.spaced(end) && w.lex(end) == Lex::Other;
    let led = w.after(
        at,
        &[
            "in", "since", "until", "till", "during", "early", "late", "mid", "through", "last", "this", "next",
            "between",
        ],
    );
    // "the March for Life"
    if month == 3 && w.after(at, &["the", "a"]) && w.is(end, &["for", "of", "on"]) && w.capital(end + 1) {
        return false;
    }
    let hinted =
        led || w.after(at, &["by", "from", "to", "of", "for", "after", "before", "throughout", "past", "previous"]);
    let beside =
        at > 1 && w.is(at - 1, &["and", "or", "to"]) && matches!(w.lex(at - 2), Lex::Month(..) | Lex::Digits(_, 4));
    let mid = at > 1 && w.hyphen(at - 1) && w.is(at - 2, &["mid", "early", "late"]);
    match month {
        // May, March, April, June and August are also a verb, a walk and people.
        5 => {
            (led || beside || mid) && !name_after
                || hinted && !name_after && !w.after(at, &["by", "of", "to", "for", "after"])
        }
        3 | 4 | 6 | 8 => {
            led || beside
                || mid
                || hinted && !name_after
                || !name_before && !name_after && w.after(at, &["the", "a", "its", "his", "her", "their"])
        }
        _ => led || mid || beside || !name_before && !name_after,
    }
}

/// A day of the month, as digits or as an ordinal.
fn day_number(w: Words<'_>, at: usize) -> Option<i8> {
    match w.lex(at) {
        // "June 5:30" holds a time, "on June 5: The vote" a day.
        Lex::Digits(n, 1..=2) | Lex::Ordinal(n)
            if (1..=31).contains(&n) && (w.spaced(at + 1) || !w.mark(at + 1, ':') || w.spaced(at + 2)) =>
        {
            i8::try_from(n).ok()
        }
        _ => None,
    }
}

/// The year that stands there, perhaps after a comma, and where it ends.
pub(super) fn year_after(w: Words<'_>, at: usize) -> Option<(usize, i16)> {
    let comma = w.mark(at, ',');
    let at = w.skip(at, ',');
    match w.lex(at) {
        Lex::Digits(value, 4) if (1000..2200).contains(&value) && (comma || !counted(w, at + 1)) => {
            Some((at + 1, i16::try_from(value).ok()?))
        }
        _ => None,
    }
}

/// "last year", "of this year", "the following year" after a month or season.
pub(super) fn of_year(w: Words<'_>, at: usize) -> Option<(usize, From, i32)> {
    let at = w.skip(at, ',');
    let at = at + usize::from(w.is(at, &["of"]));
    let at = at + usize::from(w.is(at, &["the"]));
    if w.lex(at + 1) != Lex::Unit(Unit::Year, false) {
        return (w.lex(at) == Lex::Unit(Unit::Year, false) && w.after(at, &["the"])).then_some((
            at + 1,
            From::Document,
            0,
        ));
    }
    let (from, by) = match w.lex(at) {
        Lex::Key("last") => (From::Document, -1),
        Lex::Key("this") => (From::Document, 0),
        Lex::Key("next") => (From::Document, 1),
        Lex::Key("that" | "same") => (From::Narrative, 0),
        Lex::Key("following") => (From::Narrative, 1),
        Lex::Key("previous") => (From::Narrative, -1),
        _ => return None,
    };
    Some((at + 2, from, by))
}

fn exact(year: i16, month: i8, day: i8) -> Option<Expression> {
    jiff::civil::Date::new(year, month, day).ok().map(|date| Expression::Moment(Moment::Day(date)))
}

/// A day without its year, or with "this year" after it.
fn yearless(w: Words<'_>, at: usize, end: usize, month: i8, day: i8) -> Option<Found> {
    let named = named_day(month, day)?;
    let year = of_year(w, end).filter(|_| !w.mark(end, ',') && !w.is(end, &["of"]) && !w.is(end, &["the"]));
    Some(match year {
        Some((end, from, by)) => {
            Found::new(at, end, Expression::NamedOf(Named::Day(month, day, None), from, by), "date.day")
        }
        None => Found::new(at, end, named, "date.day"),
    })
}

/// A day without its year, if some year has it.
fn named_day(month: i8, day: i8) -> Option<Expression> {
    exact(2000, month, day).map(|_| Expression::Named(Named::Day(month, day, None), Which::Plain))
}
