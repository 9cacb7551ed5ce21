//! Durations and sets: "four-year", "six months", "past five years", "every Monday".
//!
//! Their values are complete without any date: P4Y, P6M, XXXX-WXX-1. Ages ("29-year-old", "12 years of age") are none, nor
//! lengths under a day, nor lengths that nobody counted ("months", "several years").

use super::super::calendar::Unit;
use super::word::{Lex, Words};
use super::{Expression, Found, count, part_of_number};

/// A counted length of at least a day.
pub(super) fn duration(w: Words<'_>, at: usize) -> Option<Found> {
    match w.lex(at) {
        Lex::Key("past" | "last" | "next" | "coming" | "previous" | "first" | "following") => {
            let next = at + 1;
            if let Lex::Unit(unit, false) = w.lex(next)
                && w.after(at, &["the"])
            {
                return found(at, next + 1, unit, "1".to_owned());
            }
            let inner = length(w, next)?;
            Some(Found { start: at, ..inner })
        }
        Lex::Key("a" | "an" | "one") => article(w, at),
        _ => length(w, at),
    }
}

/// "four-year", "six months", "twenty working days", "two and a half years".
fn length(w: Words<'_>, at: usize) -> Option<Found> {
    let (mut next, number) = count(w, at)?;
    if part_of_number(w, at) || number > 10_000 {
        return None;
    }
    let mut value = number.to_string();
    let joined = w.hyphen(next);
    let half = next + usize::from(joined);
    if w.is(half, &["and"]) {
        let a = half + 1 + usize::from(w.hyphen(half + 1));
        let h = a + 1 + usize::from(w.hyphen(a + 1));
        if w.is(a, &["a"]) && w.is(h, &["half"]) {
            value.push_str(".5");
            next = h + 1;
        }
    }
    let joined = w.hyphen(next);
    next += usize::from(joined);
    while w.is(
        next,
        &["working", "business", "consecutive", "full", "straight", "successive", "more", "calendar", "whole", "long"],
    ) {
        next += 1;
    }
    let Lex::Unit(unit, plural) = w.lex(next) else { return None };
    // "a two day rally"
    let modifies = number > 1
        && !plural
        && w.after(at, &["a", "an", "the", "its", "his", "her", "their"])
        && w.lex(next + 1) == Lex::Other
        && !w.capital(next + 1);
    // "three-quarters of the vote"
    let share = unit == Unit::Quarter && joined && plural;
    if unit == Unit::Hour && number < 24
        || !joined && plural == (number == 1) && !modifies
        || !joined && number == 1 && !bounded(w, at)
        || share
    {
        return None;
    }
    let end = next + 1 + usize::from(w.hyphen(next + 1) && w.is(next + 2, &["long"])) * 2;
    (!age(w, at, end)).then(|| found(at, end, unit, value)).flatten()
}

/// "a year" where a preposition makes it a length, "a decade".
fn article(w: Words<'_>, at: usize) -> Option<Found> {
    let next = at + 1 + usize::from(w.is(at + 1, &["full", "whole", "further"]));
    if w.is(at + 1, &["hundred"]) {
        return length(w, at + 1).map(|inner| Found { start: at, ..inner });
    }
    let Lex::Unit(unit, false) = w.lex(next) else { return None };
    if matches!(unit, Unit::Hour) || !bounded(w, at) || w.hyphen(next + 1) || age(w, at, next + 1) {
        return None;
    }
    if w.is(next + 1, &["and"]) && w.is(next + 2, &["a"]) && w.is(next + 3, &["half"]) {
        return found(at, next + 4, unit, "1.5".to_owned());
    }
    // Of "for a day" and "in a quarter" too few are lengths.
    (unit >= Unit::Week && unit != Unit::Quarter).then(|| found(at, next + 1, unit, "1".to_owned())).flatten()
}

/// Whether a preposition or a degree stands before a length.
fn bounded(w: Words<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "for",
        "within",
        "over",
        "than",
        "nearly",
        "almost",
        "about",
        "around",
        "after",
        "under",
        "least",
        "roughly",
        "exactly",
        "in",
        "into",
        "approximately",
    ];
    w.after(at, WORDS)
}

/// Whether the length is somebody's age.
fn age(w: Words<'_>, at: usize, end: usize) -> bool {
    let old = end + usize::from(w.hyphen(end));
    w.is(old, &["old", "olds", "older", "younger"])
        || w.text(old) == "olds"
        || w.is(end, &["of"]) && w.is(end + 1, &["age"])
        || w.after(at, &["aged", "age"])
}

fn found(start: usize, end: usize, unit: Unit, number: String) -> Option<Found> {
    let value = match unit {
        Unit::Hour => format!("PT{number}H"),
        Unit::Day => format!("P{number}D"),
        Unit::Week => format!("P{number}W"),
        Unit::Month => format!("P{number}M"),
        Unit::Quarter => format!("P{number}Q"),
        Unit::Year => format!("P{number}Y"),
        Unit::Decade => format!("P{}Y", times(&number, 10)?),
        Unit::Century => format!("P{}Y", times(&number, 100)?),
    };
    Some(Found::new(start, end, Expression::Fixed(value), "date.duration"))
}

fn times(number: &str, factor: u32) -> Option<u32> {
    if let Some(whole) = number.strip_suffix(".5") {
        return Some(whole.parse::<u32>().ok()? * factor + factor / 2);
    }
    number.parse::<u32>().ok().map(|n| n * factor)
}

/// Sets: "every year", "each Monday", "on Mondays", "every two weeks".
pub(super) fn recurring(w: Words<'_>, at: usize) -> Option<Found> {
    let set = |end, value: String| Some(Found::new(at, end, Expression::Fixed(value), "date.set"));
    match w.lex(at) {
        Lex::Weekdays(day) => set(at + 1, format!("XXXX-WXX-{day}")),
        Lex::Key("every" | "each") => {
            let next = at + 1 + usize::from(w.is(at + 1, &["single", "other"]));
            match w.lex(next) {
                Lex::Weekday(day, _) => set(next + 1, format!("XXXX-WXX-{day}")),
                Lex::Month(month, false) => set(next + 1, format!("XXXX-{month:02}")),
                Lex::Unit(Unit::Hour, _) => None,
                Lex::Unit(unit, false) => {
                    let number = if w.is(at + 1, &["other"]) { "2" } else { "1" };
                    let fixed = found(at, next + 1, unit, number.to_owned())?;
                    Some(Found { rule: "date.set", ..fixed })
                }
                Lex::Number(_) | Lex::Digits(..) if w.is(at, &["every"]) => {
                    let (end, number) = count(w, next)?;
                    let Lex::Unit(unit, true) = w.lex(end) else { return None };
                    let fixed = found(at, end + 1, unit, number.to_string()).filter(|_| unit != Unit::Hour)?;
                    Some(Found { rule: "date.set", ..fixed })
                }
                _ => None,
            }
        }
        _ => None,
    }
}
