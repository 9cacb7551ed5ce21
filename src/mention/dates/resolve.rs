//! From what the words say to what they come to: expressions resolved against the document's date, the tense and the
//! dates before them.
//!
//! In: an [`Expression`] and a [`Context`]. Out: its [`Resolved`] value and the moment that later words can count from.
//! Without a document date, days and months stay recurring ones (`XXXX-12`, `XXXX-WXX-5`), and "today" comes to nothing.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{Moment, Part, Unit, monday};
use super::grammar::{Expression, From, Holiday, Named, Which};
use super::tense::Direction;

/// What is known where an expression stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The document's date: a day, a month or a year.
    pub(super) document: Option<Moment>,
    /// The date last spoken of.
    pub(super) last: Option<Moment>,
    /// The year that a history has come to.
    pub(super) told: Option<i16>,
    /// Which way the tense looks.
    pub(super) direction: Option<Direction>,
    /// Whether the clause speaks of the document's own day: "comes a day after".
    pub(super) present: bool,
    /// Whether it is a headline or a caption.
    pub(super) headline: bool,
}

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    /// Its TIMEX3 value.
    pub(super) value: String,
    /// The moment from which later words count.
    pub(super) moment: Option<Moment>,
}

/// How many days ahead a day without its year may lie before it is taken for last year's; news announces weeks ahead.
const AHEAD: i64 = 60;

impl Context {
    /// What an expression comes to here.
    pub(super) fn resolve(self, expression: &Expression) -> Option<Resolved> {
        match expression {
            Expression::Fixed(value) => Some(Resolved { value: value.clone(), moment: None }),
            Expression::Range(first, second) => self.range(first, second),
            _ => {
                let moment = self.moment(expression)?;
                Some(Resolved { value: moment.value(), moment: Some(moment) })
            }
        }
    }

    /// The moment that a single date is.
    fn moment(self, expression: &Expression) -> Option<Moment> {
        match *expression {
            Expression::Moment(moment) => Some(moment),
            Expression::Named(named, which) => self.named(named, which),
            // "The move comes a day after the vote": the move's day is the document's.
            Expression::Shift(From::Event, unit, _) if self.present => self.document?.widen(unit),
            Expression::Shift(from, Unit::Decade, by) if by != 0 => {
                self.start(from)?.shift(Unit::Year, by.checked_mul(10)?)
            }
            Expression::Shift(from, unit, by) => self.start(from)?.shift(unit, by),
            Expression::WeekdayOf(day, by) => {
                let week = monday(self.document?.day()?)?.checked_add(i64::from(by).weeks()).ok()?;
                week.checked_add((day - 1).days()).ok().map(Moment::Day)
            }
            Expression::NamedOf(named, from, by) => {
                let year = self.start(from)?.shift(Unit::Year, by)?.year()?;
                in_year(named, year)
            }
            Expression::Weekend(which) => {
                let today = self.document?.day()?;
                let weekday = today.weekday().to_monday_one_offset();
                let weeks = match which {
                    Which::Last => -1,
                    Which::Next => 1,
                    _ => -i64::from(self.direction == Some(Direction::Past) && weekday < 6),
                };
                Some(Moment::Weekend(monday(today)?.checked_add(weeks.weeks()).ok()?))
            }
            Expression::End(unit) => self.document?.widen(unit)?.last().map(Moment::Day),
            Expression::Range(..) | Expression::Fixed(_) => None,
        }
    }

    /// What a relative date counts from.
    fn start(self, from: From) -> Option<Moment> {
        match from {
            From::Document => self.document,
            From::Narrative => self.last,
            From::Period => self.last.or(self.document),
            From::Event => self.last.or(self.document),
        }
    }

    /// A range, the year or month of one side carried to the other.
    fn range(self, first: &Expression, second: &Expression) -> Option<Resolved> {
        let (mut start, mut end) = (self.moment(first)?, self.moment(second)?);
        if let (Expression::Named(named, Which::Plain), Some(year), false) =
            (first, end.year(), matches!(second, Expression::Named(..)))
        {
            start = in_year(*named, year).unwrap_or(start);
            if start.first() > end.first() {
                start = in_year(*named, year - 1).unwrap_or(start);
            }
        }
        if let (Expression::Named(named, Which::Plain), Expression::Named(_, Which::Plain), Some(year)) =
            (first, second, end.year())
        {
            // Both without a year: the last such start before the end.
            let before = |y: i16| in_year(*named, y).filter(|start| start.first() <= end.first());
            start = before(year).or_else(|| before(year.saturating_sub(1))).unwrap_or(start);
        }
        if let (Expression::Moment(_), Expression::Named(named, Which::Plain), Some(year)) =
            (first, second, start.year())
        {
            let after = |y: i16| in_year(*named, y).filter(|end| end.first() >= start.first());
            end = after(year).or_else(|| after(year.saturating_add(1))).unwrap_or(end);
        }
        if (start.year() > end.year() || start.first().zip(end.first()).is_some_and(|(a, b)| a > b))
            && let Expression::Named(named, _) = second
        {
            end = match (named, start) {
                (Named::Weekday(_), Moment::Day(day)) => Moment::Day(weekday_from(day, *named)?),
                _ => in_year(*named, start.year()?)
                    .filter(|end| end.first() >= start.first())
                    .or_else(|| in_year(*named, start.year()? + 1))?,
            };
        }
        if start == end {
            return Some(Resolved { value: start.value(), moment: Some(start) });
        }
        Some(Resolved { value: format!("{}/{}", start.value(), end.value()), moment: Some(end) })
    }

    /// A named stretch in the week or year that the words and the tense mean.
    fn named(self, named: Named, which: Which) -> Option<Moment> {
        let unplaced = || match named {
            Named::Weekday(day) => Some(Moment::DayOfWeek(day)),
            Named::Day(month, day, _) => Some(Moment::DayOfYear(month, day)),
            Named::Month(month) => Some(Moment::MonthOfYear(month)),
            Named::Holiday(holiday) => holiday.fixed().map(|(month, day)| Moment::DayOfYear(month, day)),
            Named::Part(_) => None,
        };
        let Some(document) = self.document else { return unplaced() };
        match named {
            Named::Weekday(day) => match document.day() {
                Some(today) => self.weekday(today, day, which).map(Moment::Day),
                None => unplaced(),
            },
            Named::Holiday(_) if which == Which::Plain && (self.headline || self.direction.is_none()) => unplaced(),
            _ => self.in_some_year(document, named, which).or_else(unplaced),
        }
    }

    /// The weekday before or after today; today itself where it is that day and no "last" or "next" excludes it.
    fn weekday(self, today: Date, day: i8, which: Which) -> Option<Date> {
        let ahead = (day - today.weekday().to_monday_one_offset()).rem_euclid(7);
        let days = match (which, self.direction) {
            (Which::Last, _) => ahead - 7,
            (Which::Next, _) if ahead == 0 => 7,
            (Which::Next, _) => ahead,
            (Which::This, Some(Direction::Past)) | (Which::Plain, Some(Direction::Past) | None) if ahead > 0 => {
                ahead - 7
            }
            _ => ahead,
        };
        today.checked_add(days.days()).ok()
    }

    /// The nearest year, in the direction that the words and the tense give, in which it lies.
    fn in_some_year(self, document: Moment, named: Named, which: Which) -> Option<Moment> {
        let year = document.year()?;
        let here = match (document, named) {
            (Moment::Day(day), Named::Month(_)) => Date::new(day.year(), day.month(), 1).ok()?,
            (Moment::Day(day), Named::Part(Part::Quarter(_))) => document.widen(Unit::Quarter)?.first().unwrap_or(day),
            (Moment::Day(day), Named::Part(_)) => Date::new(day.year(), day.month(), 1).ok()?,
            _ => document.first()?,
        };
        if let (Some(told), Which::Plain) = (self.told.filter(|_| self.direction != Some(Direction::Future)), which) {
            return in_year(named, told);
        }
        let years = [year - 1, year, year + 1];
        if let Named::Day(_, _, Some(weekday)) = named {
            let fits = |y: &i16| {
                in_year(named, *y).and_then(Moment::day).is_some_and(|d| d.weekday().to_monday_one_offset() == weekday)
            };
            if let Some(y) = years.into_iter().find(fits) {
                return in_year(named, y);
            }
        }
        let mut candidates = years.into_iter().filter_map(|y| in_year(named, y).map(|m| (m.first(), m)));
        match (which, self.direction) {
            (Which::This, _) => in_year(named, year),
            (Which::Last, _) => candidates.rfind(|&(first, _)| first < Some(here)).map(|(_, m)| m),
            (Which::Next, _) => candidates.find(|&(first, _)| first > Some(here)).map(|(_, m)| m),
            (_, Some(Direction::Future)) => candidates.find(|&(first, _)| first >= Some(here)).map(|(_, m)| m),
            // A day without a year lies in the year of the document, or shortly ahead, whatever the tense: "the deadline of 14
            // May", "said that he would go when parliament returned on 28 May". Of another year papers say which.
            _ if matches!(named, Named::Day(..)) => {
                let soon = here.checked_add(AHEAD.days()).ok();
                candidates.rfind(|&(first, _)| first <= soon).map(|(_, m)| m)
            }
            _ => candidates.rfind(|&(first, _)| first <= Some(here)).map(|(_, m)| m),
        }
    }
}

/// A named stretch in a year.
fn in_year(named: Named, year: i16) -> Option<Moment> {
    match named {
        Named::Day(month, day, _) => Date::new(year, month, day).ok().map(Moment::Day),
        Named::Month(month) => Some(Moment::Month(year, month)),
        Named::Part(part) => Some(Moment::Part(year, part)),
        Named::Holiday(holiday) => Holiday::in_year(holiday, year).map(Moment::Day),
        Named::Weekday(_) => None,
    }
}

/// The first such weekday on or after a day.
fn weekday_from(day: Date, named: Named) -> Option<Date> {
    let Named::Weekday(weekday) = named else { return None };
    day.checked_add((weekday - day.weekday().to_monday_one_offset()).rem_euclid(7).days()).ok()
}
