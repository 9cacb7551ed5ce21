//! Dates in text and their TIMEX3 values.
//!
//! In: tagged sentences and the document's own date. Out: mentions with a [`DateValue`]. The `grammar` says which words
//! form a date, `tense` which way they look, `resolve` what they come to, `calendar` counts. ISO 8601 values follow
//! TimeML (<https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html#timex3>). One pass, linear in the text.

mod calendar;
mod grammar;
mod resolve;
mod tense;
#[cfg(test)]
mod tests;

use crate::document::Span;
use crate::gazetteer::Class;
use crate::mention::{Form, Mention};
use crate::syntax::Sentence;

use calendar::Moment;
use grammar::word::{Lex, Word, Words, words};
use grammar::{Expression, Found, Named, expression};
use resolve::{Context, Resolved};

/// What a date expression comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// ISO 8601 / TIMEX3 value: `2020-06-29`, `2020-07`, `2020`, `2017/2019`, `P4Y`, `XXXX-03-08`.
    pub value: String,
    /// EDTF interval beside an uncertain or open value (`2017-03/..`), where there is one.
    pub interval: Option<String>,
}

/// The dates of a text, in order, each with its value; `document_date` is ISO 8601: a day, a month or a year.
///
/// Without it, a dateline at the head of the text ("Monday, May 18, 2015") stands in for it.
pub fn dates(text: &str, sentences: &[Sentence], document_date: Option<&str>) -> Vec<Mention> {
    let list = words(text);
    let w = Words { text, list: &list };
    let document = document_date.and_then(Moment::parse).or_else(|| dateline(w));
    let mut mentions = Vec::new();
    let (mut at, mut last) = (0, None);
    let mut told = Told::default();
    while at < list.len() {
        let Some(found) = expression(w, at).filter(|found| !is_generic_today(w, sentences, found)) else {
            at += 1;
            continue;
        };
        at = found.end;
        let context = Context { told: told.year(last), ..context(w, sentences, &found, document, last) };
        let Some(resolved) = context.resolve(&found.expression) else { continue };
        if !matches!(found.expression, Expression::Fixed(_)) {
            told.count(&found.expression, document);
            last = resolved.moment.or(last);
        }
        mentions.push(mention(w, &found, resolved));
    }
    carry_years(w, &mut mentions);
    mentions
}

/// How many years a text has named that are far from its own: a history tells its days of the year it has come to.
#[derive(Default)]
struct Told {
    near: usize,
    far: usize,
}

impl Told {
    /// Counts a date that says its year.
    fn count(&mut self, expression: &Expression, document: Option<Moment>) {
        let Expression::Moment(moment) = expression else { return };
        let (Some(year), Some(own)) = (moment.year(), document.and_then(Moment::year)) else { return };
        if (year - own).abs() > 2 {
            self.far += 1;
        } else {
            self.near += 1;
        }
    }

    /// The year that the text tells of, where it is a history.
    fn year(&self, last: Option<Moment>) -> Option<i16> {
        const FAR: usize = 4;
        last.and_then(Moment::year).filter(|_| self.far >= FAR && self.far > 4 * self.near)
    }
}

/// What is known where an expression stands.
fn context(
    w: Words<'_>,
    sentences: &[Sentence],
    found: &Found,
    document: Option<Moment>,
    last: Option<Moment>,
) -> Context {
    let span = span(w.list, found);
    let sentence = tense::sentence_of(sentences, span);
    Context {
        document,
        last,
        told: None,
        direction: sentence.and_then(|sentence| tense::direction(w.text, sentence, span)),
        present: sentence.is_some_and(|sentence| tense::is_present(sentence) || tense::tells_when(sentence, span)),
        headline: sentence.is_some_and(|sentence| !sentence.has_stop && tense::is_present(sentence)),
    }
}

/// "Today, thousands of people live there", "still used today", "what is today Germany": nowadays, and no day.
fn is_generic_today(w: Words<'_>, sentences: &[Sentence], found: &Found) -> bool {
    const BACK: usize = 6;
    let at = found.start;
    if w.lex(at) != Lex::Key("today") || found.end != at + 1 {
        return false;
    }
    if (at.saturating_sub(BACK)..at).any(|i| w.text(i) == "still") || w.after(at, &["is", "are"]) && w.capital(at + 1) {
        return true;
    }
    found.end == found.start + 1
        && w.lex(found.start) == Lex::Key("today")
        && w.mark(found.end, ',')
        && tense::sentence_of(sentences, span(w.list, found)).is_some_and(|s| {
            s.span.start == w.list[found.start].span.start
                && s.has_stop
                && (tense::is_present(s) || tense::is_verbless(s))
        })
}

/// The first whole day in the head of the text, as a dateline gives it.
fn dateline(w: Words<'_>) -> Option<Moment> {
    const HEAD: usize = 60;
    (0..w.list.len().min(HEAD)).find_map(|at| match expression(w, at)?.expression {
        Expression::Moment(moment) if moment.day().is_some() => Some(moment),
        _ => None,
    })
}

fn span(list: &[Word], found: &Found) -> Span {
    list[found.start].span.join(list[found.end - 1].span)
}

fn mention(w: Words<'_>, found: &Found, resolved: Resolved) -> Mention {
    let open = resolved.moment.is_some() && !resolved.value.contains('/');
    let mut before = found.start;
    if w.after(before, &["least", "the"]) {
        before -= 1 + usize::from(before > 1 && w.is(before - 1, &["least"]) && w.is(before - 2, &["at"]));
    }
    let interval = match w.lex(before.wrapping_sub(1)) {
        Lex::Key("since") if open => Some(format!("{}/..", resolved.value)),
        Lex::Key("until" | "till" | "by" | "before") if open => Some(format!("../{}", resolved.value)),
        Lex::Key("after") if open => Some(format!("{}/..", resolved.value)),
        _ => None,
    };
    Mention {
        span: span(w.list, found),
        class: Class::Date,
        form: Form::Name,
        entry: None,
        part_of: None,
        date: Some(DateValue { value: resolved.value, interval }),
        rule: found.rule,
    }
}

/// "January and February 2020": the year holds for both.
fn carry_years(w: Words<'_>, mentions: &mut [Mention]) {
    for index in (1..mentions.len()).rev() {
        let (head, tail) = mentions.split_at_mut(index);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else { continue };
        let between = w.text.get(first.span.end as usize..second.span.start as usize).unwrap_or("");
        if !matches!(between.trim(), "and" | "or" | "," | ", and") {
            continue;
        }
        let value = second.date.as_ref().map_or("", |date| date.value.as_str());
        let said = second.span.of(w.text).contains(value.get(..4).filter(|y| y.len() == 4).unwrap_or("\0"));
        let list = words(first.span.of(w.text));
        let inner = Words { text: first.span.of(w.text), list: &list };
        let named = expression(inner, 0).or_else(|| named_month(inner));
        if let (true, Some(year), Some(Expression::Named(named, _))) =
            (said, Moment::parse(value).and_then(Moment::year), named.map(|f| f.expression))
        {
            let exact = match named {
                Named::Month(month) => Some(Moment::Month(year, month)),
                Named::Day(month, day, _) => jiff::civil::Date::new(year, month, day).ok().map(Moment::Day),
                _ => None,
            };
            if let (Some(moment), Some(date)) = (exact, first.date.as_mut()) {
                date.value = moment.value();
            }
        }
    }
}

/// A month alone, whatever stands around it.
fn named_month(w: Words<'_>) -> Option<Found> {
    match (w.lex(0), w.list.len()) {
        (Lex::Month(month, _), 1) => Some(Found {
            start: 0,
            end: 1,
            expression: Expression::Named(Named::Month(month), grammar::Which::Plain),
            rule: "date.month",
        }),
        _ => None,
    }
}
