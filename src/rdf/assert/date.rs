//! Dates as entities: what a TIMEX3 value covers, from which day to which, and the quads that say so.
//!
//! In: a value (`2020-06-29`, `2020-06`, `2020`, `2020-W27`, `2020-SU`, `2020-Q1`, `2017/2019`, `2017-03/..`). Out: its
//! first and last day, or nothing for values that fix no day (`P4Y`, `XXXX-03-08`). Questions compare only these two
//! days, so a month and a day in it can be asked for in the same way. Source: OWL-Time; ISO 8601; TIMEX3.

use jiff::civil::{Date, ISOWeekDate, Weekday, date};
use oxigraph::model::{Literal, NamedNode, Quad};

use super::iri::Mint;
use crate::rdf::vocabulary::{cg, rdf, rdfs, time, xsd};

/// The first and the last day that a value covers; an open end has none.
pub fn bounds(value: &str) -> Option<(Option<Date>, Option<Date>)> {
    if let Some((from, to)) = value.split_once('/') {
        let from = days(from).map(|(first, _)| first);
        let to = days(to).map(|(_, last)| last);
        return (from.is_some() || to.is_some()).then_some((from, to));
    }
    days(value).map(|(first, last)| (Some(first), Some(last)))
}

/// The first and the last day of a value that is no range.
pub fn days(value: &str) -> Option<(Date, Date)> {
    let value = value.trim_end_matches(['~', '?', '%']);
    let value = value.split('T').next().unwrap_or(value);
    let year: i16 = value.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    let months = |from: i8, count: i32| {
        let first = date(year, from, 1);
        let next = first.checked_add(jiff::Span::new().months(count)).ok()?;
        Some((first, next.yesterday().ok()?))
    };
    match value.get(4..)?.strip_prefix('-') {
        None if value.len() == 4 => Some((date(year, 1, 1), date(year, 12, 31))),
        None => None,
        Some("Q1" | "H1") if value.ends_with("H1") => months(1, 6),
        Some("H2") => months(7, 6),
        Some(quarter) if quarter.len() == 2 && quarter.starts_with('Q') => {
            let quarter: i8 = quarter[1..].parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
            months(quarter * 3 - 2, 3)
        }
        Some("SP") => months(3, 3),
        Some("SU") => months(6, 3),
        Some("FA") => months(9, 3),
        Some("WI") => months(12, 3),
        Some(week) if week.starts_with('W') => {
            let number: i8 = week.get(1..3)?.parse().ok()?;
            let monday = ISOWeekDate::new(year, number, Weekday::Monday).ok()?.date();
            Some((monday, monday.checked_add(jiff::Span::new().days(6)).ok()?))
        }
        Some(month) if month.len() == 2 => {
            let month: i8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            months(month, 1)
        }
        Some(day) => {
            let (month, day) = day.split_once('-')?;
            let day = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some((day, day))
        }
    }
}

/// A day, month or year as a typed literal; anything else as a plain one.
pub fn literal(value: &str) -> Literal {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let datatype = match (value.len(), days(value).filter(|_| digits(value))) {
        (10, Some(_)) => xsd::DATE,
        (7, Some(_)) => xsd::MONTH,
        (4, Some(_)) => xsd::YEAR,
        _ => return Literal::new_simple_literal(value),
    };
    Literal::new_typed_literal(value, datatype)
}

/// The quads that describe a date.
pub fn quads(mint: &Mint, value: &str) -> Vec<Quad> {
    let graph = mint.graph("dates");
    let subject = mint.date(value);
    let known = bounds(value);
    let class = match known {
        Some((first, last)) if first == last => time::INSTANT,
        Some(_) => time::INTERVAL,
        None => time::ENTITY,
    };
    let day = |day: Date| Literal::new_typed_literal(day.to_string(), xsd::DATE);
    let mut quads = vec![
        Quad::new(subject.clone(), rdf::TYPE, class, graph.clone()),
        Quad::new(subject.clone(), rdfs::LABEL, Literal::new_simple_literal(value), graph.clone()),
    ];
    let (first, last) = known.unwrap_or_default();
    let mut add = |predicate, day: Option<Literal>| {
        quads.extend(day.map(|day| Quad::new(subject.clone(), NamedNode::from(predicate), day, graph.clone())));
    };
    add(cg::EARLIEST, first.map(day));
    add(cg::LATEST, last.map(day));
    add(time::IN_DATE, first.filter(|_| class == time::INSTANT).map(day));
    quads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cover_their_days() {
        let days = |value: &str| {
            bounds(value).map(|(first, last)| {
                let show = |day: Option<Date>| day.map_or("..".to_string(), |day| day.to_string());
                format!("{} {}", show(first), show(last))
            })
        };
        let right = |value: &str, want: &str| assert_eq!(days(value).as_deref(), Some(want), "{value}");
        right("2020-06-29", "2020-06-29 2020-06-29");
        right("2020-02", "2020-02-01 2020-02-29");
        right("2020", "2020-01-01 2020-12-31");
        right("2020-W27", "2020-06-29 2020-07-05");
        right("2020-WI", "2020-12-01 2021-02-28");
        right("2020-Q3", "2020-07-01 2020-09-30");
        right("2020-H1", "2020-01-01 2020-06-30");
        right("2017/2019", "2017-01-01 2019-12-31");
        right("2017-03/..", "2017-03-01 ..");
        for none in ["P4Y", "XXXX-03-08", "", "é", "2020-13", "2020-02-30", "20200101", "2020-W99", "9999-12-é"] {
            assert_eq!(days(none), None, "{none}");
        }
    }
}
