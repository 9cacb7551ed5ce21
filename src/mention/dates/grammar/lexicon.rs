//! The words of English that dates are made of: months, weekdays, numbers, units, and the grammar's own words.
//!
//! In: a run of letters. Out: its [`Lex`]. Month and weekday names count only with a capital ("may", "march" and "sat"
//! are other words). A new spelling is one arm here.

use super::super::calendar::{Season, Unit};
use super::word::Lex;

/// The longest word that means anything in a date.
const LONGEST: usize = 12;

/// What a word can mean in a date.
pub(super) fn lex(word: &str) -> Lex {
    if word.len() > LONGEST || !word.is_ascii() {
        return Lex::Other;
    }
    let mut buffer = [0u8; LONGEST];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).expect("ASCII is UTF-8");
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    if capital && let Some(name) = name(lower) {
        return name;
    }
    unit(lower).or_else(|| count(lower)).or_else(|| key(lower)).unwrap_or(Lex::Other)
}

/// Months and weekdays.
fn name(word: &str) -> Option<Lex> {
    Some(match word {
        "january" => Lex::Month(1, false),
        "february" => Lex::Month(2, false),
        "march" => Lex::Month(3, false),
        "april" => Lex::Month(4, false),
        "may" => Lex::Month(5, false),
        "june" => Lex::Month(6, false),
        "july" => Lex::Month(7, false),
        "august" => Lex::Month(8, false),
        "september" => Lex::Month(9, false),
        "october" => Lex::Month(10, false),
        "november" => Lex::Month(11, false),
        "december" => Lex::Month(12, false),
        "jan" => Lex::Month(1, true),
        "feb" => Lex::Month(2, true),
        "mar" => Lex::Month(3, true),
        "apr" => Lex::Month(4, true),
        "jun" => Lex::Month(6, true),
        "jul" => Lex::Month(7, true),
        "aug" => Lex::Month(8, true),
        "sep" | "sept" => Lex::Month(9, true),
        "oct" => Lex::Month(10, true),
        "nov" => Lex::Month(11, true),
        "dec" => Lex::Month(12, true),
        _ => return weekday(word),
    })
}

fn weekday(word: &str) -> Option<Lex> {
    Some(match word {
        "monday" => Lex::Weekday(1, false),
        "tuesday" => Lex::Weekday(2, false),
        "wednesday" => Lex::Weekday(3, false),
        "thursday" => Lex::Weekday(4, false),
        "friday" => Lex::Weekday(5, false),
        "saturday" => Lex::Weekday(6, false),
        "sunday" => Lex::Weekday(7, false),
        "mon" => Lex::Weekday(1, true),
        "tue" | "tues" => Lex::Weekday(2, true),
        "wed" => Lex::Weekday(3, true),
        "thu" | "thur" | "thurs" => Lex::Weekday(4, true),
        "fri" => Lex::Weekday(5, true),
        "sat" => Lex::Weekday(6, true),
        "sun" => Lex::Weekday(7, true),
        "mondays" => Lex::Weekdays(1),
        "tuesdays" => Lex::Weekdays(2),
        "wednesdays" => Lex::Weekdays(3),
        "thursdays" => Lex::Weekdays(4),
        "fridays" => Lex::Weekdays(5),
        "saturdays" => Lex::Weekdays(6),
        "sundays" => Lex::Weekdays(7),
        _ => return None,
    })
}

/// Units of time and seasons.
fn unit(word: &str) -> Option<Lex> {
    Some(match word {
        "hour" => Lex::Unit(Unit::Hour, false),
        "hours" => Lex::Unit(Unit::Hour, true),
        "day" => Lex::Unit(Unit::Day, false),
        "days" => Lex::Unit(Unit::Day, true),
        "week" => Lex::Unit(Unit::Week, false),
        "weeks" => Lex::Unit(Unit::Week, true),
        "month" => Lex::Unit(Unit::Month, false),
        "months" => Lex::Unit(Unit::Month, true),
        "quarter" => Lex::Unit(Unit::Quarter, false),
        "quarters" => Lex::Unit(Unit::Quarter, true),
        "year" => Lex::Unit(Unit::Year, false),
        "years" => Lex::Unit(Unit::Year, true),
        "decade" => Lex::Unit(Unit::Decade, false),
        "decades" => Lex::Unit(Unit::Decade, true),
        "century" => Lex::Unit(Unit::Century, false),
        "centuries" => Lex::Unit(Unit::Century, true),
        "twenties" => Lex::Decade(1920),
        "thirties" => Lex::Decade(1930),
        "forties" => Lex::Decade(1940),
        "fifties" => Lex::Decade(1950),
        "sixties" => Lex::Decade(1960),
        "seventies" => Lex::Decade(1970),
        "eighties" => Lex::Decade(1980),
        "nineties" => Lex::Decade(1990),
        "spring" => Lex::Season(Season::Spring),
        "summer" => Lex::Season(Season::Summer),
        "autumn" | "fall" => Lex::Season(Season::Autumn),
        "winter" => Lex::Season(Season::Winter),
        _ => return None,
    })
}

/// Numbers in words.
fn count(word: &str) -> Option<Lex> {
    const CARDINALS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const ORDINALS: [&str; 21] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twentyfirst",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = |list: &[&str]| list.iter().position(|&w| w == word).and_then(|at| u32::try_from(at).ok());
    if let Some(at) = place(&TENS) {
        return Some(Lex::Number((at + 2) * 10));
    }
    place(&CARDINALS).map(|at| Lex::Number(at + 1)).or_else(|| place(&ORDINALS).map(|at| Lex::Ordinal(at + 1)))
}

macro_rules! keys {
    ($word:expr; $($key:literal)+) => {
        match $word { $($key => Some(Lex::Key($key)),)+ _ => None }
    };
}

/// The words that the grammar knows by themselves.
fn key(word: &str) -> Option<Lex> {
    keys!(word;
        "a" "about" "after" "age" "aged" "ago" "ahead" "all" "almost" "alone" "an" "and" "annual" "around" "as" "at"
        "attack" "attacks" "back" "before" "beginning" "between" "beyond" "business" "by" "calendar" "coming" "consecutive"
        "couple" "current" "daily" "different" "during" "each" "earlier" "early" "end" "ending" "eve" "even" "every"
        "exactly" "few" "final" "financial" "fiscal" "following" "for" "from" "full" "half" "hence" "hundred" "hundreds"
        "in" "international" "into" "its" "just" "last" "late" "later" "least" "less" "long" "many" "mere" "mid" "middle"
        "more" "morning" "most" "nearly" "next" "night" "nights" "of" "off" "old" "older" "on" "once" "only" "or" "other"
        "over" "past" "post" "pre" "previous" "previously" "prior" "roughly" "same" "several" "since" "some" "start"
        "straight" "successive" "terror" "than" "that" "the" "their" "then" "these" "this" "those" "through" "throughout"
        "till" "to" "today" "tomorrow" "tonight" "under" "until" "up" "upcoming" "weekend" "weekends" "when" "whole"
        "within" "working" "would" "yesterday" "younger" "afternoon" "evening" "approximately" "nor" "not" "his" "her"
        "our" "my" "your" "was" "is" "are" "were" "has" "had" "per" "twice" "thrice" "times" "s" "old-age" "estimated"
        "time" "moved" "postponed" "delayed" "rescheduled" "pushed" "shifted" "moving" "postponing" "delaying" "fy"
        "but" "with" "begin" "beginnings" "towards" "toward" "against" "like" "also" "so" "yearlong" "monthlong" "weeklong"
    )
}
