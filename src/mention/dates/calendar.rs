//! The calendar: stretches of time as news speaks of them, and their arithmetic.
//!
//! A [`Moment`] is one stretch of the calendar at one grain, from a day to a century, or a recurring one without its
//! year. It prints as a TIMEX3 value, widens to a coarser grain and moves by units of a grain. Arithmetic is jiff's;
//! years outside ±9999 give `None`. Weeks are ISO 8601 weeks; a winter belongs to the year in which it begins.

use jiff::ToSpan;
use jiff::civil::Date;

/// A unit in which news counts time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A season of the northern year, as TIMEX3 names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    fn as_str(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// Its first month.
    fn month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }
}

/// A part of a year that is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Quarter(i8),
    Half(i8),
    Season(Season),
}

/// One stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Day(Date),
    /// The ISO week that holds the day.
    Week(Date),
    /// The weekend of the ISO week that holds the day.
    Weekend(Date),
    Month(i16, i8),
    Part(i16, Part),
    Year(i16),
    /// 199 is the 1990s.
    Decade(i16),
    /// 19 is the years 1900 to 1999.
    Century(i16),
    /// A day of any year: month and day.
    DayOfYear(i8, i8),
    /// A month of any year.
    MonthOfYear(i8),
    /// A day of any week, 1 is Monday.
    DayOfWeek(i8),
}

impl Moment {
    /// The value that TIMEX3 gives it.
    pub(super) fn value(self) -> String {
        match self {
            Moment::Day(d) => format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day()),
            Moment::Week(d) => week(d),
            Moment::Weekend(d) => format!("{}-WE", week(d)),
            Moment::Month(y, m) => format!("{y:04}-{m:02}"),
            Moment::Part(y, Part::Quarter(q)) => format!("{y:04}-Q{q}"),
            Moment::Part(y, Part::Half(h)) => format!("{y:04}-H{h}"),
            Moment::Part(y, Part::Season(s)) => format!("{y:04}-{}", s.as_str()),
            Moment::Year(y) => format!("{y:04}"),
            Moment::Decade(d) => format!("{d:03}"),
            Moment::Century(c) => format!("{c:02}"),
            Moment::DayOfYear(m, d) => format!("XXXX-{m:02}-{d:02}"),
            Moment::MonthOfYear(m) => format!("XXXX-{m:02}"),
            Moment::DayOfWeek(d) => format!("XXXX-WXX-{d}"),
        }
    }

    /// Reads an ISO 8601 day, month or year.
    pub(super) fn parse(text: &str) -> Option<Moment> {
        let text = text.trim().get(..10).unwrap_or(text.trim());
        let mut fields = text.splitn(3, '-');
        let year: i16 = fields.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let Some(month) = fields.next() else { return Some(Moment::Year(year)) };
        let month: i8 = month.parse().ok().filter(|m| (1..=12).contains(m))?;
        let Some(day) = fields.next() else { return Some(Moment::Month(year, month)) };
        Date::new(year, month, day.parse().ok()?).ok().map(Moment::Day)
    }

    /// The year that it lies in.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Moment::Day(d) | Moment::Week(d) | Moment::Weekend(d) => Some(d.year()),
            Moment::Month(y, _) | Moment::Part(y, _) | Moment::Year(y) => Some(y),
            _ => None,
        }
    }

    /// The day that it is, if it is one.
    pub(super) fn day(self) -> Option<Date> {
        match self {
            Moment::Day(d) => Some(d),
            _ => None,
        }
    }

    /// Its first day.
    pub(super) fn first(self) -> Option<Date> {
        match self {
            Moment::Day(d) => Some(d),
            Moment::Week(d) => monday(d),
            Moment::Weekend(d) => monday(d)?.checked_add(5.days()).ok(),
            Moment::Month(y, m) => Date::new(y, m, 1).ok(),
            Moment::Part(y, Part::Quarter(q)) => Date::new(y, q * 3 - 2, 1).ok(),
            Moment::Part(y, Part::Half(h)) => Date::new(y, h * 6 - 5, 1).ok(),
            Moment::Part(y, Part::Season(s)) => Date::new(y, s.month(), 1).ok(),
            Moment::Year(y) => Date::new(y, 1, 1).ok(),
            _ => None,
        }
    }

    /// The stretch of a grain that it lies in, if it is no longer than that.
    pub(super) fn widen(self, unit: Unit) -> Option<Moment> {
        match (unit, self) {
            (Unit::Day, Moment::Day(_)) | (Unit::Week, Moment::Week(_)) | (Unit::Month, Moment::Month(..)) => {
                Some(self)
            }
            (Unit::Week, Moment::Day(d) | Moment::Weekend(d)) => Some(Moment::Week(d)),
            (Unit::Month, Moment::Day(d) | Moment::Week(d) | Moment::Weekend(d)) => {
                Some(Moment::Month(d.year(), d.month()))
            }
            (Unit::Quarter, _) => {
                let first = self.widen(Unit::Month)?.first()?;
                Some(Moment::Part(first.year(), Part::Quarter((first.month() + 2) / 3)))
            }
            (Unit::Year, _) => self.year().map(Moment::Year),
            (Unit::Decade, _) => self.year().map(|y| Moment::Decade(y.div_euclid(10))),
            (Unit::Century, _) => self.year().map(|y| Moment::Century(y.div_euclid(100))),
            _ => None,
        }
    }

    /// The stretch of that grain `by` units later (earlier where negative).
    pub(super) fn shift(self, unit: Unit, by: i32) -> Option<Moment> {
        let small = i16::try_from(by).ok()?;
        match (unit, self.widen(unit)?) {
            (Unit::Day, Moment::Day(d)) => Some(Moment::Day(d.checked_add(small.days()).ok()?)),
            (Unit::Week, Moment::Week(d)) => Some(Moment::Week(d.checked_add(small.weeks()).ok()?)),
            (Unit::Month, Moment::Month(y, m)) => months(y, m, by),
            (Unit::Quarter, Moment::Part(y, Part::Quarter(q))) => {
                let Moment::Month(y, m) = months(y, q * 3, by.checked_mul(3)?)? else { return None };
                Some(Moment::Part(y, Part::Quarter((m + 2) / 3)))
            }
            (Unit::Year, Moment::Year(y)) => year(y.checked_add(small)?).map(Moment::Year),
            (Unit::Decade, Moment::Decade(d)) => Some(Moment::Decade(d.checked_add(small)?)),
            (Unit::Century, Moment::Century(c)) => Some(Moment::Century(c.checked_add(small)?)),
            _ => None,
        }
    }

    /// Its last day, for those whose end news speaks of.
    pub(super) fn last(self) -> Option<Date> {
        match self {
            Moment::Day(d) => Some(d),
            Moment::Week(d) | Moment::Weekend(d) => monday(d)?.checked_add(6.days()).ok(),
            Moment::Month(y, m) => Some(Date::new(y, m, 1).ok()?.last_of_month()),
            Moment::Year(y) => Date::new(y, 12, 31).ok(),
            _ => None,
        }
    }
}

/// A year that the calendar can hold.
fn year(y: i16) -> Option<i16> {
    (-9998..=9998).contains(&y).then_some(y)
}

fn months(y: i16, m: i8, by: i32) -> Option<Moment> {
    let count = i32::from(y) * 12 + i32::from(m) - 1 + by;
    let y = year(i16::try_from(count.div_euclid(12)).ok()?)?;
    let m = i8::try_from(count.rem_euclid(12) + 1).ok()?;
    Some(Moment::Month(y, m))
}

fn week(d: Date) -> String {
    let week = d.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The Monday of a day's week.
pub(super) fn monday(d: Date) -> Option<Date> {
    d.checked_sub((d.weekday().to_monday_one_offset() - 1).days()).ok()
}

/// Western Easter Sunday of a year (the anonymous Gregorian computus, as in Meeus, Astronomical Algorithms, ch. 8).
pub(super) fn easter(y: i16) -> Option<Date> {
    let year = i32::from(y);
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - b.div_euclid(4) - g + 15).rem_euclid(30);
    let l = (32 + 2 * b.rem_euclid(4) + 2 * c.div_euclid(4) - h - c.rem_euclid(4)).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    Date::new(y, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// The `nth` (1 to 5, or -1 for the last) weekday of a month; 1 is Monday.
pub(super) fn nth_weekday(y: i16, m: i8, nth: i8, weekday: i8) -> Option<Date> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(y, m, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_move_and_print() {
        let day = Moment::parse("2020-12-31").expect("a day");
        assert_eq!(day.shift(Unit::Day, 1).map(Moment::value).as_deref(), Some("2021-01-01"));
        assert_eq!(day.shift(Unit::Week, 0).map(Moment::value).as_deref(), Some("2020-W53"));
        assert_eq!(day.shift(Unit::Month, 2).map(Moment::value).as_deref(), Some("2021-02"));
        assert_eq!(day.shift(Unit::Quarter, 1).map(Moment::value).as_deref(), Some("2021-Q1"));
        assert_eq!(day.shift(Unit::Decade, -3).map(Moment::value).as_deref(), Some("199"));
        assert_eq!(day.shift(Unit::Year, i32::MAX), None);
        assert_eq!(easter(2024).map(|d| Moment::Day(d).value()).as_deref(), Some("2024-03-31"));
        assert_eq!(easter(2021).map(|d| Moment::Day(d).value()).as_deref(), Some("2021-04-04"));
        assert_eq!(Moment::parse("2020-13-01"), None);
    }
}
