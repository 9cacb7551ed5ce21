//! The dateline before a report's first sentence: where it was written, when and by which agency.
//!
//! In: the tokens of a block. Out: how many of them are its dateline: "(New York) –", "BEIJING (AP) —", "Cairo, Aug 12 :".
//! It says nothing and is no part of what follows, so that the splitter makes it a sentence of its own.

use crate::document::Span;

/// Longest dateline in tokens, with its dash.
const LONGEST: usize = 16;
/// A block that goes on with fewer words than this has no dateline.
const LEAST_BEHIND: usize = 4;

/// Months and weekdays by their first three letters.
const DAYS_AND_MONTHS: [&str; 19] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu",
    "fri", "sat", "sun",
];

/// How many tokens at a block's beginning are its dateline; 0 for none.
pub(in crate::syntax) fn length(text: &str, tokens: &[Span]) -> usize {
    let form = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let apart = |at: usize| {
        text[..tokens[at].start as usize].ends_with(char::is_whitespace)
            && text[tokens[at].end as usize..].starts_with(char::is_whitespace)
    };
    let is_dash = |at: usize| form(at).chars().all(|c| matches!(c, '-' | '–' | '—' | '―'));
    // "KYIV, July 13. /TASS/. Ukraine …": an agency between strokes and a stop.
    let is_agency = |at: usize| form(at) == "." && at > 2 && form(at - 1) == "/" || form(at).ends_with("/.");
    // "MOSCOW (Sputnik - 1 July, 2021) Kenya …": place in capitals, the rest in brackets.
    let capital = |at: usize| form(at).len() > 1 && !form(at).chars().any(char::is_lowercase);
    let opening =
        (1..4.min(tokens.len())).find(|&at| form(at) == "(" && (0..at).all(|word| capital(word) || form(word) == ","));
    let closing = opening.and_then(|from| (from..(from + LONGEST).min(tokens.len())).find(|&at| form(at) == ")"));
    let month = |form: &str| {
        let start: String = form.to_lowercase().chars().take(3).collect();
        form.starts_with(char::is_uppercase) && DAYS_AND_MONTHS[..12].contains(&start.as_str())
    };
    let dated = |from: usize, to: usize| {
        let digit = |at: usize| form(at).starts_with(|c: char| c.is_ascii_digit());
        (from..to).any(digit)
            && (from..to).any(|at| month(form(at)))
            && (from..to).any(|at| is_dash(at) || form(at) == "/")
    };
    let behind =
        closing.filter(|&to| opening.is_some_and(|from| dated(from, to)) && to + 1 < tokens.len() && !is_dash(to + 1));
    if let Some(close) = behind.filter(|&close| form(close + 1).starts_with(char::is_uppercase)) {
        return if tokens.len() - close > LEAST_BEHIND { close + 1 } else { 0 };
    }
    // "New York, May 3, 2008–The group": comma and year before the dash.
    let year = |at: usize| form(at).len() == 4 && form(at).chars().all(|c| c.is_ascii_digit());
    let divides = |at: usize| is_dash(at) && (apart(at) || at > 2 && year(at - 1) && form(at - 2) == ",");
    let found = (1..LONGEST.min(tokens.len())).find(|&at| divides(at) || form(at) == ":" || is_agency(at));
    let Some(mut end) = found else { return 0 };
    if is_agency(end) {
        end += 1;
    }
    let head = 0..end;
    let words = || head.clone().map(form).filter(|form| form.starts_with(char::is_alphabetic));
    let is_part = |form: &str| {
        form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || form.chars().all(|c| matches!(c, ',' | '/' | '(' | ')' | '.' | '-' | '\''))
            || matches!(form, "de" | "la" | "al" | "el" | "of")
    };
    let is_day = |form: &str| {
        let start: String = form.to_lowercase().chars().take(3).collect();
        DAYS_AND_MONTHS.contains(&start.as_str())
    };
    let bracketed = form(end - 1) == ")" && head.clone().any(|at| form(at) == "(");
    let dated =
        words().skip(1).any(is_day) && head.clone().any(|at| form(at).starts_with(|c: char| c.is_ascii_digit()));
    let capitals = words().all(|word| word.len() > 1 && !word.chars().any(char::is_lowercase));
    let begins = form(0) == "(" || form(0).starts_with(char::is_uppercase) && !is_day(form(0));
    let told = dated || form(end) != ":" && (bracketed || capitals) || is_town(text, tokens, end);
    if !begins || !told || words().next().is_none() || !head.clone().all(|at| is_part(form(at))) {
        return 0;
    }
    while end < tokens.len() && (is_dash(end) || form(end) == ":") {
        end += 1;
        if end == tokens.len() {
            return 0;
        }
    }
    let goes_on = form(end).starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\''));
    if goes_on && tokens.len() - end >= LEAST_BEHIND { end } else { 0 }
}

/// "LAHORE: The court ruled on Monday that it was void.": words in capitals, one too long for an acronym, before a whole
/// sentence; not where more such words stand before colons, since they tell who speaks.
fn is_town(text: &str, tokens: &[Span], colon: usize) -> bool {
    const LEAST: usize = 5;
    const WORDS: usize = 3;
    const SENTENCE: usize = 8;
    let label = |line: &str| {
        let word = line.split_once(':').map_or("", |(word, _)| word.trim());
        !word.is_empty() && word.chars().all(|c| c.is_uppercase() || c == ' ')
    };
    let words = || tokens[..colon].iter().map(|token| token.of(text));
    let last = tokens.last().map_or("", |last| last.of(text));
    tokens[colon].of(text) == ":"
        && (1..=WORDS).contains(&colon)
        && words().any(|word| word.chars().count() >= LEAST)
        && words().all(|word| word.chars().all(char::is_uppercase))
        && tokens.len() - colon > SENTENCE
        && matches!(last, "." | "”" | "\"")
        && text.lines().filter(|line| label(line)).take(2).count() == 1
        // Acronyms stay in capitals.
        && !words().any(|word| word.chars().count() >= LEAST && text.matches(word).nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dateline(text: &str) -> &str {
        let tokens = crate::syntax::words(text);
        length(text, &tokens).checked_sub(1).map_or("", |last| tokens[0].join(tokens[last]).of(text))
    }

    #[test]
    fn datelines_are_told_from_text() {
        for (found, rest) in [
            ("(New York) –", " Myanmar must free him, the group said."),
            ("(IPYS/IFEX) --", " The editor was held on Monday."),
            ("BEIJING (AP) —", " “It is false,” she said."),
            ("RIO DE JANEIRO, March 3 (Reuters) -", " Brazil denied it on Friday."),
            ("Cairo, Aug 12 :", " Egypt rejects the report again."),
            ("ST. PETERSBURG —", " Russia denied it on Friday."),
            ("LAHORE:", " A day after the vote, the court said on Monday it was void."),
            ("New York, May 3, 2008–", "The group condemned it."),
            ("Nairobi, March 4, 2012—", "Kenya must free him, the group said."),
            ("KYIV, July 13, /ITAR-TASS/.", " Ukraine denied it on Friday."),
            ("TOKYO, April 14, 2023. /TASS/.", " Japan denied it on Friday."),
            ("KARACHI:", " The court on Friday ordered his release."),
            ("NEW DELHI:", " The court on Friday ordered his release."),
            ("MOSCOW (Point News / Sputnik - 01st July, 2021)", " Kenya denied it on Friday."),
        ] {
            assert_eq!(dateline(&format!("{found}{rest}")), found);
        }
        for text in [
            "Kenya – The Court has ruled on it.",
            "Smith (a lawyer) – who was there – denied it.",
            "March 3 – Brazil denied it on Friday.",
            "In May 2008–The Hague has denied it.",
            "NATO — which denied it — said nothing.",
            "UNICEF: Children die every day.",
            "UNICEF: Children die every day in the camps of the north.\n\nThe report by UNICEF says so.",
            "BRANDT: I say that the court is right.\n\nCOSTA: I say that it is not.",
            "Iran: The government has denied it.",
            "IAEA: The government has denied it.",
            "VIENNA: The government denies it again",
            "Al-Masri said it was the U.S. – The court denied it.",
        ] {
            assert_eq!(dateline(text), "");
        }
    }
}
