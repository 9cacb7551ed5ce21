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
    let block = Block { text, tokens };
    let form = |at: usize| block.form(at);
    if let Some(close) = block.bracket() {
        return if tokens.len() - close > LEAST_BEHIND { close + 1 } else { 0 };
    }
    let divides = |at: &usize| block.divides(*at) || form(*at) == ":" || block.is_agency(*at);
    let Some(mut end) = (1..LONGEST.min(tokens.len())).find(divides) else { return 0 };
    if block.is_agency(end) {
        end += 1;
    }
    if !block.is_dateline(end) {
        return 0;
    }
    while end < tokens.len() && (block.is_dash(end) || form(end) == ":") {
        end += 1;
        if end == tokens.len() {
            return 0;
        }
    }
    let goes_on = form(end).starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\''));
    if goes_on && tokens.len() - end >= LEAST_BEHIND { end } else { 0 }
}

/// A block of text that may begin with a dateline.
#[derive(Clone, Copy)]
struct Block<'a> {
    text: &'a str,
    tokens: &'a [Span],
}

impl<'a> Block<'a> {
    fn form(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is_dash(self, at: usize) -> bool {
        self.form(at).chars().all(|c| matches!(c, '-' | '–' | '—' | '―'))
    }

    /// "KYIV, July 13. /TASS/. Ukraine …": an agency between strokes and a stop.
    fn is_agency(self, at: usize) -> bool {
        self.form(at) == "." && at > 2 && self.form(at - 1) == "/" || self.form(at).ends_with("/.")
    }

    /// Whether a dash parts a dateline from the text: with spaces around it, or behind a year ("New York, May 3, 2008–The group").
    fn divides(self, at: usize) -> bool {
        let apart = || {
            let span = self.tokens[at];
            self.text[..span.start as usize].ends_with(char::is_whitespace)
                && self.text[span.end as usize..].starts_with(char::is_whitespace)
        };
        let year = |at: usize| self.form(at).len() == 4 && self.form(at).chars().all(|c| c.is_ascii_digit());
        // "ACCRA— The court …"
        let behind_capitals = || {
            let behind = &self.text[self.tokens[at].end as usize..];
            matches!(self.form(at), "—" | "–")
                && behind.starts_with(char::is_whitespace)
                && self.form(at - 1).chars().all(char::is_uppercase)
        };
        self.is_dash(at) && (apart() || behind_capitals() || at > 2 && year(at - 1) && self.form(at - 2) == ",")
    }

    /// "MOSCOW (Sputnik - 1 July, 2021) Kenya …": where the bracket closes that stands behind a place in capitals and holds
    /// the rest of the dateline.
    fn bracket(self) -> Option<usize> {
        let capital = |at: usize| self.form(at).len() > 1 && !self.form(at).chars().any(char::is_lowercase);
        let place = |at: usize| (0..at).all(|word| capital(word) || self.form(word) == ",");
        let from = (1..4.min(self.tokens.len())).find(|&at| self.form(at) == "(" && place(at))?;
        let to = (from..(from + LONGEST).min(self.tokens.len())).find(|&at| self.form(at) == ")")?;
        let digit = |at: usize| self.form(at).starts_with(|c: char| c.is_ascii_digit());
        let month = |form: &str| form.starts_with(char::is_uppercase) && names_one(form, &DAYS_AND_MONTHS[..12]);
        let dated = (from..to).any(digit)
            && (from..to).any(|at| month(self.form(at)))
            && (from..to).any(|at| self.is_dash(at) || self.form(at) == "/");
        let goes_on =
            to + 1 < self.tokens.len() && !self.is_dash(to + 1) && self.form(to + 1).starts_with(char::is_uppercase);
        (dated && goes_on).then_some(to)
    }

    /// Whether the tokens before `end` say where, when or by whom the text was written, and no more.
    fn is_dateline(self, end: usize) -> bool {
        let words = || (0..end).map(|at| self.form(at)).filter(|form| form.starts_with(char::is_alphabetic));
        let is_part = |form: &str| {
            form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || form.chars().all(|c| matches!(c, ',' | '/' | '(' | ')' | '.' | '-' | '\''))
                || matches!(form, "de" | "la" | "al" | "el" | "of")
        };
        let is_day = |form: &str| names_one(form, &DAYS_AND_MONTHS);
        let bracketed = self.form(end - 1) == ")" && (0..end).any(|at| self.form(at) == "(");
        let dated =
            words().skip(1).any(is_day) && (0..end).any(|at| self.form(at).starts_with(|c: char| c.is_ascii_digit()));
        let capitals = words().all(|word| word.len() > 1 && !word.chars().any(char::is_lowercase));
        let first = self.form(0);
        let begins = first == "(" || first.starts_with(char::is_uppercase) && !is_day(first);
        // "NAIROBI, Kenya — The court": a town in capitals and its land.
        let land = || {
            let comma = (1..end).find(|&at| self.form(at) == ",");
            let town = |at: usize| self.form(at).len() > 2 && !self.form(at).chars().any(char::is_lowercase);
            comma.is_some_and(|comma| (0..comma).all(town) && end - comma <= 4) && self.is_dash(end)
        };
        let told =
            dated || self.form(end) != ":" && (bracketed || capitals || land()) || is_town(self.text, self.tokens, end);
        begins && told && words().next().is_some() && (0..end).all(|at| is_part(self.form(at)))
    }
}

/// Whether a word is one of the months or weekdays, by its first three letters.
fn names_one(word: &str, names: &[&str]) -> bool {
    let start: String = word.to_lowercase().chars().take(3).collect();
    names.contains(&start.as_str())
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
