//! Dates as stretches of days: what timelines, filters and "first … last" columns compare.
//!
//! In: the ISO 8601, TIMEX3 or EDTF value of a claim or a document (`2020`, `2020-07`, `2017/2019`, `2020-06-29`).
//! Out: the first and the last day of it. Durations (`P4Y`), repeating days (`XXXX-03-08`) and words have none.

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
        let (first, last) = match (open(from), open(to)) {
            (true, true) => return None,
            (true, false) => (day(to, false)?, day(to, true)?),
            (false, true) => (day(from, false)?, day(from, true)?),
            (false, false) => (day(from, false)?, day(to, true)?),
        };
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

/// The first or last day of a year, month or day, in full; EDTF's `~`, `?`, `%` and a time of day are left off.
fn day(part: &str, last: bool) -> Option<String> {
    let part = part.split('T').next().unwrap_or(part).trim_end_matches(['~', '?', '%']);
    let mut fields = part.split('-');
    let year = number(fields.next()?, 4)?;
    let month = fields.next().map(|field| number(field, 2)).map_or(Some(None), |month| month.map(Some))?;
    let date = fields.next().map(|field| number(field, 2)).map_or(Some(None), |date| date.map(Some))?;
    if fields.next().is_some() {
        return None;
    }
    let month = month.unwrap_or(if last { 12 } else { 1 });
    let length = month_length(year, month)?;
    let date = date.unwrap_or(if last { length } else { 1 });
    (1..=length).contains(&date).then(|| format!("{year:04}-{month:02}-{date:02}"))
}

fn number(field: &str, digits: usize) -> Option<u32> {
    (field.len() == digits && field.bytes().all(|byte| byte.is_ascii_digit())).then(|| field.parse().ok())?
}

fn month_length(year: u32, month: u32) -> Option<u32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => Some(if leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
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
        for none in ["P4Y", "XXXX-03-08", "", "2020-13", "2021-02-29", "2020-W12", "past", "../..", "2020-é1"] {
            assert_eq!(days(none), None, "{none}");
        }
    }
}
