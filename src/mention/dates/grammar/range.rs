//! Ranges: "between 2015 and 2018", "from March 2017 to May 2018", "2015–2018", "May 3-5, 2020".
//!
//! In: two single dates and what joins them. Out: one expression from the first to the second. A year, or month and
//! year, that only one side says holds for both: the context carries it across.

use super::super::calendar::Moment;
use super::word::{Lex, Words};
use super::{Expression, Found, Named, Which, single};

/// A range that begins at a word.
pub(super) fn range(w: Words<'_>, at: usize) -> Option<Found> {
    led(w, at).or_else(|| days(w, at)).or_else(|| years(w, at)).or_else(|| joined(w, at))
}

/// "from X to Y", "between X and Y".
fn led(w: Words<'_>, at: usize) -> Option<Found> {
    let ends: &[&str] = match w.lex(at) {
        Lex::Key("from") if !moved(w, at) => &["to", "until", "till", "through"],
        Lex::Key("between") => &["and"],
        _ => return None,
    };
    let start = at + 1 + usize::from(w.is(at + 1, &["the"]));
    if let Some(found) = days(w, start).or_else(|| years(w, start)) {
        return Some(Found { start: at, ..found });
    }
    let first = single(w, start)?;
    let mut next = first.end;
    if w.is(next, &["morning", "afternoon", "evening", "night"]) {
        next += 1;
    }
    next = if w.is(w.skip(next, ','), ends) {
        w.skip(next, ',') + 1
    } else if dash(w, next) && w.is(at, &["from"]) {
        next + 1
    } else {
        return None;
    };
    next += usize::from(w.is(next, &["the"]));
    let second = single(w, next).filter(|second| same_grain(&first.expression, &second.expression))?;
    Some(between(at, second.end, first.expression, second.expression))
}

/// Whether something was put off from one date to another, which is no stretch between them.
fn moved(w: Words<'_>, at: usize) -> bool {
    (1..=4).any(|back| {
        at >= back
            && w.is(
                at - back,
                &[
                    "moved",
                    "postponed",
                    "delayed",
                    "rescheduled",
                    "pushed",
                    "shifted",
                    "moving",
                    "postponing",
                    "delaying",
                ],
            )
    })
}

/// "X to Y", "X–Y" without "from".
fn joined(w: Words<'_>, at: usize) -> Option<Found> {
    if matches!(w.lex(at), Lex::Key("from" | "between")) {
        return None;
    }
    let first = single(w, at).filter(|first| first.start == at && calendar(&first.expression))?;
    let to = w.is(first.end, &["to", "through", "until"]) && !(at > 1 && w.is(at - 1, &["from"]) && moved(w, at - 1));
    if !to && !dash(w, first.end) {
        return None;
    }
    let second = single(w, first.end + 1)
        .filter(|second| calendar(&second.expression) && same_grain(&first.expression, &second.expression))?;
    Some(between(at, second.end, first.expression, second.expression))
}

/// Whether a dash stands there that can join two dates.
fn dash(w: Words<'_>, at: usize) -> bool {
    match w.lex(at) {
        Lex::Mark('-' | '‐' | '‑' | '–') => w.spaced(at) == w.spaced(at + 1),
        Lex::Mark('—') => !w.spaced(at) && !w.spaced(at + 1),
        _ => false,
    }
}

/// "2015-2018", "2015-18", "2019/20".
fn years(w: Words<'_>, at: usize) -> Option<Found> {
    let (Lex::Digits(first, 4), Lex::Digits(second, len)) = (w.lex(at), w.lex(at + 2)) else { return None };
    let slash = w.mark(at + 1, '/') && !w.spaced(at + 1) && !w.spaced(at + 2);
    let part = at > 0 && !w.spaced(at) && matches!(w.lex(at - 1), Lex::Mark('/' | '-' | '.' | '$' | '€' | '£' | '#'));
    let more = !w.spaced(at + 3) && matches!(w.lex(at + 3), Lex::Mark('-' | '/' | '–'));
    if part || more || !slash && !dash(w, at + 1) || !(1000..2100).contains(&first) {
        return None;
    }
    let second = match len {
        4 if !slash && (1000..2200).contains(&second) => second,
        2 => first / 100 * 100 + second + if second < first % 100 { 100 } else { 0 },
        _ => return None,
    };
    let year = |y: u32| i16::try_from(y).ok().map(|y| Expression::Moment(Moment::Year(y)));
    (first < second && second - first < 500).then(|| Some(between(at, at + 3, year(first)?, year(second)?))).flatten()
}

/// "May 3-5, 2020", "May 3 to 5", "3–5 May 2020".
fn days(w: Words<'_>, at: usize) -> Option<Found> {
    let day = |at: usize| match w.lex(at) {
        Lex::Digits(n, 1..=2) | Lex::Ordinal(n) if (1..=31).contains(&n) => i8::try_from(n).ok(),
        _ => None,
    };
    let join = |at: usize| dash(w, at) || w.is(at, &["to", "and", "through"]);
    if let Lex::Month(month, short) = w.lex(at) {
        let first_at = at + 1 + usize::from(short && w.mark(at + 1, '.'));
        let (first, second) = (day(first_at)?, day(first_at + 2).filter(|_| join(first_at + 1))?);
        if first >= second || matches!(w.lex(first_at + 3), Lex::Month(..)) && !w.mark(first_at + 3, ',') {
            return None;
        }
        let end = first_at + 3;
        return whole(w, at, end, month, first, second);
    }
    let (first, second) = (day(at)?, day(at + 2).filter(|_| join(at + 1))?);
    let Lex::Month(month, short) = w.lex(at + 3) else { return None };
    if first >= second || super::part_of_number(w, at) {
        return None;
    }
    whole(w, at, at + 4 + usize::from(short && w.mark(at + 4, '.')), month, first, second)
}

/// Both days of one month, with the year after them if there is one.
fn whole(w: Words<'_>, at: usize, end: usize, month: i8, first: i8, second: i8) -> Option<Found> {
    let year_at = w.skip(end, ',');
    if let Lex::Digits(year @ 1000..2200, 4) = w.lex(year_at) {
        let year = i16::try_from(year).ok()?;
        let date = |day| jiff::civil::Date::new(year, month, day).ok().map(|d| Expression::Moment(Moment::Day(d)));
        return Some(between(at, year_at + 1, date(first)?, date(second)?));
    }
    let date = |day| Expression::Named(Named::Day(month, day, None), Which::Plain);
    Some(between(at, end, date(first), date(second)))
}

fn between(start: usize, end: usize, first: Expression, second: Expression) -> Found {
    Found::new(start, end, Expression::Range(Box::new(first), Box::new(second)), "date.range")
}

/// Whether the calendar alone names it.
fn calendar(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::Moment(_) | Expression::Named(Named::Weekday(_) | Named::Day(..) | Named::Month(_), _)
    )
}

/// Whether two dates can be the ends of one range: not a weekday and a year, nor a length.
fn same_grain(first: &Expression, second: &Expression) -> bool {
    let weekday = |e: &Expression| matches!(e, Expression::Named(Named::Weekday(_), _));
    let fixed = |e: &Expression| matches!(e, Expression::Fixed(_) | Expression::Range(..));
    weekday(first) == weekday(second) && !fixed(first) && !fixed(second)
}
