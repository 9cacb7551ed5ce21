//! Dates that count from today or from the date last spoken of: "yesterday", "last week", "two years ago", "Friday",
//! "the same day", "one day later".
//!
//! Where an event and no date is counted from ("two weeks after the vote"), only days come to a date; longer units stay
//! durations, since the event's date is not known well enough.

use super::super::calendar::{Part, Unit};
use super::absolute::month_first;
use super::word::{Lex, Words};
use super::{Expression, Found, From, Named, Which, count};

/// A date relative to another.
pub(super) fn relative(w: Words<'_>, at: usize) -> Option<Found> {
    match w.lex(at) {
        Lex::Key("today" | "tonight" | "yesterday" | "tomorrow") => adverb(w, at),
        Lex::Weekday(day, short) => weekday(w, at, day, short),
        Lex::Key(
            "last" | "this" | "next" | "past" | "coming" | "following" | "previous" | "same" | "that" | "current"
            | "earlier" | "later",
        ) => determined(w, at),
        Lex::Unit(..) | Lex::Key("a" | "an") | Lex::Number(_) | Lex::Digits(..) => {
            turned(w, at).or_else(|| counted(w, at)).or_else(|| of_end(w, at))
        }
        Lex::Key("weekend") => (w.after(at, &["the"])
            && at > 1
            && w.is(at - 2, &["over", "at", "during", "on", "for", "throughout", "of"]))
        .then(|| Found::new(at, at + 1, Expression::Weekend(Which::Plain), "date.weekend")),
        _ => None,
    }
}

/// "today", "tonight", "yesterday", "tomorrow".
fn adverb(w: Words<'_>, at: usize) -> Option<Found> {
    let by = match w.lex(at) {
        Lex::Key("yesterday") => -1,
        Lex::Key("tomorrow") => 1,
        _ => 0,
    };
    const GENERIC: &[&str] = &[
        "world",
        "youth",
        "society",
        "generation",
        "standards",
        "children",
        "culture",
        "age",
        "money",
        "terms",
        "kids",
        "climate",
    ];
    let possessive = w.lex(at + 1) == Lex::Possessive && !w.spaced(at + 1);
    let generic = by == 0
        && (possessive && GENERIC.contains(&w.text(at + 2))
            || !possessive && w.after(at, &["of"])
            || w.is(at + 1, &["as", "than"]));
    (!generic && !w.after(at, &["as"]))
        .then(|| Found::new(at, at + 1, Expression::Shift(From::Document, Unit::Day, by), "date.today"))
}

/// "Friday", "Friday last week"; not "Friday Times".
fn weekday(w: Words<'_>, at: usize, day: i8, short: bool) -> Option<Found> {
    let mut end = at + 1;
    if short {
        if !w.mark(end, '.') || w.capital(end + 1) {
            return None;
        }
        end += 1;
    }
    let of = end + usize::from(w.is(end, &["of"]));
    let by = match w.lex(of) {
        Lex::Key("last") => Some(-1),
        Lex::Key("this") => Some(0),
        Lex::Key("next") => Some(1),
        _ => None,
    };
    if let (Some(by), Lex::Unit(Unit::Week, false)) = (by, w.lex(of + 1)) {
        return Some(Found::new(at, of + 2, Expression::WeekdayOf(day, by), "date.weekday"));
    }
    let part = w.is(end, &["night", "morning", "afternoon", "evening"])
        && !(w.capital(end) && w.capital(end + 1) && w.spaced(end + 1));
    let title = !part && w.capital(end) && w.spaced(end) && matches!(w.lex(end), Lex::Other | Lex::Key(_))
        || at > 0
            && w.capital(at - 1)
            && w.spaced(at)
            && w.lex(at - 1) == Lex::Other
            && NAMED_DAYS.contains(&w.text(at - 1));
    // "a Thursday hearing", and no day where it was "a Sunday morning"
    let next = end + usize::from(part);
    let modifies = w.after(at, &["a"]) && w.lex(next) == Lex::Other && !w.capital(next);
    ((modifies || !w.after(at, &["a", "any", "one"]))
        && (!title || w.after(at, &["on"]) && !PAPERS.contains(&w.text(end))))
    .then(|| Found::new(at, end, Expression::Named(Named::Weekday(day), Which::Plain), "date.weekday"))
}

/// What stands before a weekday in the name of a day or of something else.
const NAMED_DAYS: &[&str] = &[
    "Black",
    "Bloody",
    "Super",
    "Cyber",
    "Ash",
    "Good",
    "Holy",
    "Maundy",
    "Palm",
    "Easter",
    "Giving",
    "Shrove",
    "Sheffield",
    "Red",
];

/// What follows a weekday in the name of a paper or programme.
const PAPERS: &[&str] = &[
    "Times",
    "Telegraph",
    "Mirror",
    "Express",
    "Mail",
    "Herald",
    "Post",
    "Sun",
    "World",
    "Night",
    "Morning",
    "Age",
    "Star",
    "Tribune",
];

/// What a word before a noun of time says of which one it is.
#[derive(Clone, Copy)]
struct Determiner {
    /// The place of its first word.
    at: usize,
    word: &'static str,
    from: From,
    by: i32,
    which: Which,
}

/// "last week", "this Friday", "the following month", "later that day", "earlier this year".
fn determined(w: Words<'_>, at: usize) -> Option<Found> {
    let mut next = at;
    if w.is(next, &["earlier", "later"]) {
        next += 1 + usize::from(w.is(next + 1, &["in", "on"]));
        next += usize::from(w.is(next, &["the"]) && w.is(next + 1, &["same", "following", "next", "previous"]));
        if !w.is(next, &["this", "that", "same", "last", "next", "following", "previous"]) {
            return None;
        }
    }
    let Lex::Key(word) = w.lex(next) else { return None };
    next += 1;
    if word == "this" && w.is(next, &["past", "coming", "last", "same", "next"]) {
        return determined(w, next).map(|found| Found { start: at, ..found });
    }
    if word == "that" && w.is(next, &["same"]) {
        next += 1;
    }
    let (from, by, which) = match word {
        "last" | "past" => (From::Document, -1, Which::Last),
        "this" | "current" => (From::Document, 0, Which::This),
        "next" | "coming" => (From::Document, 1, Which::Next),
        "following" => (From::Narrative, 1, Which::Next),
        "previous" => (From::Narrative, -1, Which::Last),
        _ => (From::Narrative, 0, Which::This),
    };
    let determiner = Determiner { at, word, from, by, which };
    match w.lex(next) {
        Lex::Unit(unit, several) => unit_of_time(w, determiner, next, unit, several),
        Lex::Month(month, short) if from == From::Document => {
            let end = next + 1 + usize::from(short && w.mark(next + 1, '.'));
            if !matches!(w.lex(end), Lex::Digits(_, 1..=2)) {
                return Some(Found::new(at, end, Expression::Named(Named::Month(month), which), "date.month"));
            }
            // "last Oct. 23"
            let day = month_first(w, next)?;
            match day.expression {
                Expression::Named(named, _) => Some(Found::new(at, day.end, Expression::Named(named, which), day.rule)),
                _ => None,
            }
        }
        _ => named_time(w, determiner, next),
    }
}

/// "last week", "the following month", "later that day"; none for stretches of time.
fn unit_of_time(w: Words<'_>, determiner: Determiner, next: usize, unit: Unit, several: bool) -> Option<Found> {
    let Determiner { at, word, from, by, .. } = determiner;
    if several || matches!(unit, Unit::Hour | Unit::Century) {
        return None;
    }
    if unit == Unit::Day && from == From::Document {
        let tomorrow = || Found::new(at, next + 1, Expression::Shift(From::Narrative, Unit::Day, 1), "date.next");
        return (word == "next").then(tomorrow);
    }
    // "in the past year" and "over the last week" are stretches up to now: durations.
    let stretch = word == "past" || word == "last" && w.after(at, &["the"]);
    let span = from == From::Document && stretch && by == -1 && !w.after(at, &["this"]);
    if span || word == "next" && w.after(at, &["the"]) && at > 1 && w.is(at - 2, &["over", "within", "for"]) {
        return None;
    }
    let opens = word == "that" && unit != Unit::Day && w.lex(next + 1) == Lex::Other && at == 0;
    if opens && !w.after(at, &["later", "in"]) {
        return None;
    }
    Some(Found::new(at, next + 1, Expression::Shift(from, unit, by), "date.period"))
}

/// "last night", "this morning", "next weekend", "this Friday", "last summer".
fn named_time(w: Words<'_>, determiner: Determiner, next: usize) -> Option<Found> {
    let Determiner { at, word, from, which, .. } = determiner;
    let (expression, rule) = match w.lex(next) {
        Lex::Key("night") if word == "last" => (Expression::Shift(From::Document, Unit::Day, -1), "date.today"),
        Lex::Key("morning" | "afternoon" | "evening") if word == "this" => {
            (Expression::Shift(From::Document, Unit::Day, 0), "date.today")
        }
        Lex::Key("morning" | "afternoon" | "evening") if matches!(word, "next" | "following") => {
            (Expression::Shift(From::Narrative, Unit::Day, 1), "date.next")
        }
        Lex::Key("weekend") if from == From::Document => (Expression::Weekend(which), "date.weekend"),
        Lex::Weekday(day, _) if from == From::Document => {
            (Expression::Named(Named::Weekday(day), which), "date.weekday")
        }
        Lex::Season(season) if from == From::Document => {
            (Expression::Named(Named::Part(Part::Season(season)), which), "date.season")
        }
        _ => return None,
    };
    Some(Found::new(at, next + 1, expression, rule))
}

/// "two weeks ago", "a year earlier", "one day later", "a day before the vote", "three days from now".
fn counted(w: Words<'_>, at: usize) -> Option<Found> {
    let (mut next, number) = match w.lex(at) {
        Lex::Key("a" | "an") => (at + 1, 1),
        Lex::Unit(Unit::Day, false) if w.after(at, &["the"]) => (at, 1),
        Lex::Unit(Unit::Year | Unit::Week | Unit::Month, false)
            if w.after(at, &["the"]) && w.is(at + 1, &["before", "after"]) =>
        {
            (at, 1)
        }
        _ => count(w, at)?,
    };
    let half = w.is(next, &["half"]);
    if w.is(next, &["and"]) && w.is(next + 1, &["a"]) && w.is(next + 2, &["half"]) {
        next += 3;
    }
    next += usize::from(w.is(next, &["full", "whole", "calendar"]));
    let Lex::Unit(unit, plural) = w.lex(next) else { return None };
    if half || unit == Unit::Hour || plural == (number == 1) || super::part_of_number(w, at) {
        return None;
    }
    let mut end = next + 1;
    if w.is(end, &["and"]) && w.is(end + 1, &["a"]) && w.is(end + 2, &["half"]) {
        end += 3;
    }
    let by = i32::try_from(number).ok()?;
    let named = w.after(at, &["the"]) && at == next;
    let (end, from, by) = match w.lex(end) {
        Lex::Key("ago") if !named => (end + 1, From::Document, -by),
        Lex::Key("back") if !named && !w.is(end + 1, &["in", "to", "from"]) => (end + 1, From::Document, -by),
        Lex::Key("hence") => (end + 1, From::Document, by),
        Lex::Key("from") if matches!(w.text(end + 1), "now" | "today") => (end + 2, From::Document, by),
        Lex::Key("later") => (end + 1, From::Narrative, by),
        Lex::Key("earlier" | "previously") if unit >= Unit::Month => (end + 1, From::Period, -by),
        Lex::Key("earlier" | "previously") => (end + 1, From::Narrative, -by),
        Lex::Key("before" | "prior") => return event(w, at, end, unit, -by),
        Lex::Key("after") => return event(w, at, end, unit, by),
        _ => return None,
    };
    Some(Found::new(at, end, Expression::Shift(from, unit, by), "date.shift"))
}

/// "the day before", "one day after the report's release", "the day before yesterday".
fn event(w: Words<'_>, at: usize, end: usize, unit: Unit, by: i32) -> Option<Found> {
    if unit == Unit::Day && w.is(end + 1, &["yesterday", "tomorrow"]) {
        return Some(Found::new(at, end + 2, Expression::Shift(From::Document, Unit::Day, by * 2), "date.shift"));
    }
    let bare =
        matches!(w.lex(end + 1), Lex::Mark('.' | ',' | ';' | '!' | '?' | ')' | '\0' | '"' | '”' | '—' | '–' | '\n'));
    (bare || unit == Unit::Day || w.after(at, &["the"])).then(|| {
        Found::new(
            at,
            end + 1,
            Expression::Shift(if bare { From::Narrative } else { From::Event }, unit, by),
            "date.shift",
        )
    })
}

/// "week ago" never stands alone, but "year end", "year's end" and "end of the year" do.
fn turned(w: Words<'_>, at: usize) -> Option<Found> {
    let Lex::Unit(unit @ (Unit::Year | Unit::Month), false) = w.lex(at) else { return None };
    if w.hyphen(at + 1) && w.is(at + 2, &["ago", "earlier"]) {
        return Some(Found::new(at, at + 3, Expression::Shift(From::Period, unit, -1), "date.shift"));
    }
    let end = at + 1 + usize::from(w.lex(at + 1) == Lex::Possessive || w.hyphen(at + 1));
    w.is(end, &["end"]).then(|| Found::new(at, end + 1, Expression::End(unit), "date.end"))
}

/// The unit in "the end of the year", "the rest of the week", "later in the day".
fn of_end(w: Words<'_>, at: usize) -> Option<Found> {
    let Lex::Unit(unit, false) = w.lex(at) else { return None };
    // "later in the day": the day that was spoken of
    let day = unit == Unit::Day && at > 2 && w.is(at - 2, &["in"]);
    if !(day || matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Decade | Unit::Century)) {
        return None;
    }
    let led = at > 2
        && w.is(at - 1, &["the"])
        && (w.is(at - 2, &["of"]) && w.is(at - 3, &["end", "start", "beginning", "middle", "rest"])
            || w.is(at - 2, &["in"]) && w.is(at - 3, &["earlier", "later", "early", "late"]));
    let end = at > 2 && w.is(at - 3, &["end"]) && matches!(unit, Unit::Year | Unit::Month);
    let from = if day { From::Period } else { From::Document };
    let expression = if end { Expression::End(unit) } else { Expression::Shift(from, unit, 0) };
    led.then(|| Found::new(at, at + 1, expression, "date.period"))
}
