//! Dates as stretches of days: what timelines, filters and "first … last" columns compare.
//!
//! In: the ISO 8601, TIMEX3 or EDTF value of a claim or a document (`2020`, `2020-07`, `2020-Q3`, `2017/2019`,
//! `2020-06-29`). Out: the first and the last day of it, as the graph's dates have them. Durations (`P4Y`), repeating days
//! (`XXXX-03-08`) and words have none.

use crate::rdf::assert::date::days;

/// A stretch of days, both ends included, each `YYYY-MM-DD`: comparing the strings compares the days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

impl Interval {
    /// The days that a value stands for; `None` where it names none.
    pub fn parse(value: &str) -> Option<Self> {
        let (from, to) = value.split_once('/').unwrap_or((value, value));
        let open = |part: &str| part.is_empty() || part == "..";
        let (from, to) = match (open(from), open(to)) {
            (true, true) => return None,
            (true, false) => (to, to),
            (false, true) => (from, from),
            (false, false) => (from, to),
        };
        let (first, last) = (days(from)?.0.to_string(), days(to)?.1.to_string());
        (first <= last).then_some(Self { first, last })
    }

    /// The shortest stretch that holds both.
    pub fn join(&mut self, other: &Interval) {
        if other.first < self.first {
            self.first.clone_from(&other.first);
        }
        if other.last > self.last {
            self.last.clone_from(&other.last);
        }
    }

    /// Whether it has a day that is not before `since` and not after `until`.
    pub fn overlaps(&self, since: Option<&Interval>, until: Option<&Interval>) -> bool {
        since.is_none_or(|since| self.last >= since.first) && until.is_none_or(|until| self.first <= until.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_days() {
        let days = |value: &str| Interval::parse(value).map(|interval| format!("{} {}", interval.first, interval.last));
        assert_eq!(days("2020-06-29").as_deref(), Some("2020-06-29 2020-06-29"));
        assert_eq!(days("2020-02").as_deref(), Some("2020-02-01 2020-02-29"));
        assert_eq!(days("2017/2019").as_deref(), Some("2017-01-01 2019-12-31"));
        assert_eq!(days("2021-03/..").as_deref(), Some("2021-03-01 2021-03-31"));
        assert_eq!(days("2020-Q3").as_deref(), Some("2020-07-01 2020-09-30"));
        assert_eq!(days("2020-W12").as_deref(), Some("2020-03-16 2020-03-22"));
        for none in ["P4Y", "XXXX-03-08", "", "2020-13", "2021-02-29", "past", "../..", "2020-é1"] {
            assert_eq!(days(none), None, "{none}");
        }
    }
}
