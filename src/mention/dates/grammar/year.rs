//! Years and what is counted in or by them: seasons, quarters, halves, decades, centuries.
//!
//! A bare number is a year only where nothing counted, priced or numbered stands beside it; a season needs its year or a
//! word that points to one ("last summer", "in the winter").

use super::super::calendar::{Moment, Part, Season, Unit};
use super::absolute::{of_year, year_after};
use super::word::{Lex, Words};
use super::{Expression, Found, Named, Which, part_of_number};

/// A season with its year, or after "last", "this", "next", "in the".
pub(super) fn season(w: Words<'_>, at: usize) -> Option<Found> {
    let Lex::Season(season) = w.lex(at) else { return None };
    let part = Part::Season(season);
    let next = at + 1 + usize::from(w.is(at + 1, &["of"]));
    if let Some((end, year)) = year_after(w, next) {
        return Some(Found::new(at, end, Expression::Moment(Moment::Part(year, part)), "date.season"));
    }
    if let Some((end, from, by)) = of_year(w, at + 1) {
        return Some(Found::new(at, end, Expression::NamedOf(Named::Part(part), from, by), "date.season"));
    }
    let led = at > 0
        && (w.after(at, &["in", "by", "since", "until", "early", "late"])
            || at > 1
                && w.after(at, &["the"])
                && w.after(at - 1, &["in", "by", "since", "until", "during", "over", "for"]));
    let autumn = season == Season::Autumn && w.text(at).eq_ignore_ascii_case("fall") && !w.after(at, &["the"]);
    let ends = !matches!(w.lex(at + 1), Lex::Other | Lex::Key("of")) || w.capital(at + 1);
    (led && !autumn && ends && !w.capital(at))
        .then(|| Found::new(at, at + 1, Expression::Named(Named::Part(part), Which::Plain), "date.season"))
}

/// Quarters, halves and centuries: "third quarter of 2020", "Q3 2020", "first half of last year", "19th century".
pub(super) fn period(w: Words<'_>, at: usize) -> Option<Found> {
    let (mut next, part) = match w.lex(at) {
        Lex::Quarter(q) => (at + 1, Part::Quarter(q)),
        Lex::Ordinal(n) => {
            let next = if w.hyphen(at + 1) { at + 2 } else { at + 1 };
            match w.lex(next) {
                Lex::Unit(Unit::Century, false) => {
                    let century = Moment::Century(i16::try_from(n).ok()?.checked_sub(1)?);
                    return Some(Found::new(at, next + 1, Expression::Moment(century), "date.century"));
                }
                Lex::Unit(Unit::Quarter, false) if (1..=4).contains(&n) => {
                    (next + 1, Part::Quarter(i8::try_from(n).ok()?))
                }
                Lex::Key("half") if (1..=2).contains(&n) => (next + 1, Part::Half(i8::try_from(n).ok()?)),
                _ => return None,
            }
        }
        _ => return None,
    };
    let after = next;
    next += usize::from(w.is(next, &["of"]) || w.mark(next, ','));
    if let Some((end, year)) = year_after(w, next) {
        return Some(Found::new(at, end, Expression::Moment(Moment::Part(year, part)), "date.period"));
    }
    if let Some((end, from, by)) = of_year(w, after) {
        return Some(Found::new(at, end, Expression::NamedOf(Named::Part(part), from, by), "date.period"));
    }
    let joined = w.hyphen(at + 1);
    (joined || matches!(part, Part::Quarter(_)) && w.after(at, &["the", "in", "its"]) && !w.is(after, &["of"]))
        .then(|| Found::new(at, after, Expression::Named(Named::Part(part), Which::Plain), "date.period"))
}

/// "1990s"; "'90s" comes with its apostrophe.
pub(super) fn decade(w: Words<'_>, at: usize, first: u16) -> Option<Found> {
    let first = i16::try_from(first).ok()?;
    let written = w.text(at).len() > 3 && w.text(at).starts_with(|c: char| c.is_ascii_digit())
        || at > 0 && matches!(w.lex(at - 1), Lex::Mark('\'' | '’' | '‘') | Lex::Possessive)
        || w.after(at, &["the", "mid", "late", "early"])
        || at > 0 && w.hyphen(at - 1);
    (written && !w.after(at, &["his", "her", "their", "my", "our"]) && first >= 1000)
        .then(|| Found::new(at, at + 1, Expression::Moment(Moment::Decade(first / 10)), "date.decade"))
}

/// A number that is a year.
pub(super) fn year(w: Words<'_>, at: usize) -> Option<Found> {
    let (Lex::Digits(value, 4), false) = (w.lex(at), part_of_number(w, at)) else { return None };
    let year = i16::try_from(value).ok().filter(|y| (1000..2100).contains(y))?;
    let led = w.after(
        at,
        &[
            "in", "since", "until", "till", "by", "from", "during", "between", "before", "after", "early", "late",
            "mid", "through", "for",
        ],
    ) || w.after(at, &["of"]) && !matches!(w.lex(at + 1), Lex::Other);
    let doubtful = w.after(
        at,
        &[
            "about",
            "around",
            "some",
            "than",
            "over",
            "nearly",
            "almost",
            "least",
            "most",
            "approximately",
            "estimated",
            "roughly",
            "only",
            "just",
            "another",
            "all",
            "these",
            "those",
        ],
    );
    let bracketed = at > 0 && w.mark(at - 1, '(') && matches!(w.lex(at + 1), Lex::Mark(')' | '–' | '-'));
    let listed = at > 1 && w.is(at - 1, &["and", "or", "to"]) && matches!(w.lex(at - 2), Lex::Digits(1000..2100, 4));
    let led = led || year >= 1400 && (bracketed || listed);
    let joined = at > 0
        && !w.spaced(at)
        && !matches!(w.lex(at - 1), Lex::Mark('(' | '[' | '"' | '“' | '‘' | '\'' | '–' | '—' | '©'));
    let prefixed = joined && w.hyphen(at - 1) && at > 1 && w.is(at - 2, &["mid", "pre", "post", "early", "late"]);
    let tied = !w.spaced(at + 1)
        && (matches!(w.lex(at + 1), Lex::Mark('%' | '/' | '_' | ':' | '°'))
            || w.hyphen(at + 1) && matches!(w.lex(at + 2), Lex::Digits(..)));
    if joined && !prefixed
        || tied
        || counted(w, at + 1)
        || numbered(w, at)
        || w.after(at, &["fiscal", "financial", "fy"])
    {
        return None;
    }
    let plausible = led || prefixed || year >= 1900 && !doubtful;
    (plausible && (led || year != 2000 || !matches!(w.lex(at + 1), Lex::Other) || w.capital(at + 1)))
        .then(|| Found::new(at, at + 1, Expression::Moment(Moment::Year(year)), "date.year"))
}

/// Nouns for what is counted, and small words behind a number that is no year.
const COUNTED: &[&str] = &[
    "people",
    "persons",
    "men",
    "women",
    "children",
    "civilians",
    "soldiers",
    "troops",
    "migrants",
    "refugees",
    "workers",
    "members",
    "prisoners",
    "detainees",
    "officers",
    "families",
    "patients",
    "residents",
    "students",
    "voters",
    "protesters",
    "passengers",
    "pilgrims",
    "deaths",
    "cases",
    "votes",
    "homes",
    "houses",
    "jobs",
    "dollars",
    "euros",
    "pounds",
    "yuan",
    "rubles",
    "rupees",
    "yen",
    "miles",
    "kilometres",
    "kilometers",
    "km",
    "metres",
    "meters",
    "feet",
    "tonnes",
    "tons",
    "acres",
    "hectares",
    "square",
    "words",
    "pages",
    "calories",
    "times",
    "percent",
    "per",
    "million",
    "billion",
    "others",
    "victims",
    "police",
    "mm",
    "cm",
    "kg",
    "g",
    "m",
    "ft",
    "lb",
    "lbs",
    "hours",
    "minutes",
    "seconds",
];

/// Whether something counted stands there: "2000 people".
pub(super) fn counted(w: Words<'_>, at: usize) -> bool {
    match w.lex(at) {
        Lex::Unit(_, true) | Lex::Unit(Unit::Year, _) => true,
        Lex::Key("hours" | "per" | "times" | "more" | "other") => true,
        Lex::Other | Lex::Key(_) if !w.capital(at) => COUNTED.contains(&w.text(at)),
        _ => false,
    }
}

/// Whether the number is the number of something: "Resolution 1973", "No. 2011", "Flight 1907".
fn numbered(w: Words<'_>, at: usize) -> bool {
    const NUMBERED: &[&str] = &[
        "no",
        "number",
        "nos",
        "page",
        "flight",
        "room",
        "route",
        "highway",
        "article",
        "section",
        "resolution",
        "directive",
        "building",
        "unit",
        "model",
        "area",
        "code",
        "bill",
        "case",
        "boeing",
        "airbus",
        "windows",
        "line",
    ];
    let Some(before) = at.checked_sub(1) else { return false };
    let before = if w.mark(before, '.') && before > 0 { before - 1 } else { before };
    NUMBERED.iter().any(|word| w.text(before).eq_ignore_ascii_case(word))
}
