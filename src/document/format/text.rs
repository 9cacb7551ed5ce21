//! Plain text: the text as it is, and a dateline where one stands at the top.
//!
//! In: decoded text. Out: the same text and its metadata. A dateline is a line of its own among the first ten that holds
//! nothing but a date, with or without "Published" before it.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Metadata;

/// Reads a plain text.
pub(super) fn read(text: String) -> (String, Metadata) {
    let date = dateline(&text);
    (text, Metadata { date, ..Metadata::default() })
}

/// Lines that are a date: day first, month first, ISO 8601.
static DATELINES: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    let months = "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    let weekday = r"(?:(?i:mon|tues?|wednes|thurs?|fri|satur|sun)(?i:day)?,?\s+)?";
    let before = r"^\s*\(?(?i:(?:published|updated|posted|date)(?:\s+on)?:?\s+)?";
    [
        format!(r"{before}{weekday}(\d{{1,2}})(?:st|nd|rd|th)?\s+({months})\.?,?\s+(\d{{4}})\)?\.?\s*$"),
        format!(r"{before}{weekday}({months})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\)?\.?\s*$"),
        format!(r"{before}(\d{{4}}-\d{{2}}-\d{{2}})(?:T[\d:.]+Z?)?\)?\s*$"),
    ]
    .map(|pattern| Regex::new(&pattern).expect("a valid pattern"))
});

/// The date of a dateline, ISO 8601.
pub(super) fn dateline(text: &str) -> Option<String> {
    let [day_first, month_first, iso] = &*DATELINES;
    text.lines().filter(|line| !line.trim().is_empty()).take(10).find_map(|line| {
        if line.len() > 80 {
            return None;
        }
        if let Some(found) = iso.captures(line) {
            return Some(found[1].to_string());
        }
        let (day, month, year) = match (day_first.captures(line), month_first.captures(line)) {
            (Some(found), _) => (found[1].to_string(), found[2].to_string(), found[3].to_string()),
            (_, Some(found)) => (found[2].to_string(), found[1].to_string(), found[3].to_string()),
            _ => return None,
        };
        let date = format!("{year}-{:02}-{:0>2}", month_number(&month)?, day);
        date.parse::<jiff::civil::Date>().ok().map(|_| date)
    })
}

fn month_number(name: &str) -> Option<u8> {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = name.get(..3)?.to_lowercase();
    names.iter().position(|known| *known == start).and_then(|at| u8::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::dateline;

    #[test]
    fn datelines_are_whole_lines_near_the_top() {
        assert_eq!(dateline("Title\n\nPublished 29th June 2020\n\nText").as_deref(), Some("2020-06-29"));
        assert_eq!(dateline("Monday, June 29, 2020\nText").as_deref(), Some("2020-06-29"));
        assert_eq!(dateline("He was born on June 29, 2020.").as_deref(), None);
        assert_eq!(dateline("31 February 2020").as_deref(), None);
    }
}
