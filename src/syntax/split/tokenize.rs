//! Rule-based tokenizer after Universal Dependencies English: words, clitics, numbers, marks.
//!
//! In: a stretch of text without line breaks that matter. Out: spans of tokens. Clitics are split ("don't" → "do" "n't",
//! "China's" → "China" "'s"), hyphenated words are split at their hyphens as EWT and GUM do, abbreviations keep their stop.
//! It never looks at sentences: the splitter decides which stops end one.

use crate::document::Span;

/// Abbreviations that keep their full stop and do not end a sentence before a name or number.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col", "capt", "sgt", "maj",
    "cmdr", "adm", "rev", "hon", "pres", "amb", "sec", "st", "ft", "mt", "no", "nos", "vs", "v", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "fig", "vol", "art", "approx", "dept", "ave",
    "blvd", "con", "messrs", "res", "mme", "fr", "det", "supt",
];

/// Abbreviations that keep their full stop and may end a sentence.
const OTHERS: &[&str] =
    &["inc", "ltd", "co", "corp", "jr", "sr", "etc", "bros", "est", "al", "ph.d", "a.m", "p.m", "dept"];

/// Whether a word before a full stop is an abbreviation that no sentence ends with.
pub(in crate::syntax) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// Longest abbreviation in bytes; longer words are not looked at, so that hostile ones cost nothing.
const LONGEST_ABBREVIATION: usize = 16;

/// Whether a word (without its last full stop) is an abbreviation.
fn is_abbreviation(word: &str) -> bool {
    if word.len() > LONGEST_ABBREVIATION {
        return false;
    }
    let lower = word.to_lowercase();
    is_title(word) || OTHERS.contains(&lower.as_str()) || is_dotted(word)
}

/// Initials and dotted acronyms: "J", "U.S", "e.g".
pub(in crate::syntax) fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.').peekable();
    let letters = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let single = !word.contains('.');
    if single {
        return letters(word) && word.chars().all(char::is_uppercase);
    }
    parts.all(letters)
}

/// The tokens of `text[span]`.
pub(in crate::syntax) fn tokens(text: &str, span: Span, found: &mut Vec<Span>) {
    let part = span.of(text);
    let base = span.start as usize;
    let mut start = None;
    for (at, c) in part.char_indices() {
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            if let Some(from) = start.take() {
                chunk(text, base + from, base + at, found);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        chunk(text, base + from, base + part.len(), found);
    }
}

/// Splits what stands between two spaces.
fn chunk(text: &str, mut start: usize, mut end: usize, found: &mut Vec<Span>) {
    if is_address(&text[start..end]) {
        let kept = text[start..end].trim_end_matches(['.', ',', ')', '”', '"', ';', ':']).len();
        found.push(Span::new(start, start + kept));
        start += kept;
    }
    let mut tail = Vec::new();
    while let Some(first) = text[start..end].chars().next() {
        let amount = matches!(first, '-' | '+' | '.' | '#' | '@')
            && text[start + 1..end].starts_with(|c: char| c.is_ascii_digit() || (first == '@' && c.is_alphanumeric()));
        if first.is_alphanumeric()
            || amount
            || is_ellipsis(&text[start..end])
            || first == '\'' && is_clitic_start(&text[start..end])
        {
            break;
        }
        let length = run(&text[start..end]);
        found.push(Span::new(start, start + length));
        start += length;
    }
    let only_stops = text[start..end].bytes().all(|b| b == b'.');
    while start < end {
        let part = &text[start..end];
        let last = part.chars().next_back().expect("not empty");
        if last.is_alphanumeric() {
            break;
        }
        if last == '.' && (part.ends_with("..") || is_abbreviation(&part[..part.len() - 1])) && !part.ends_with("...") {
            break;
        }
        if last == '%' && part.len() == 1 || last == '.' && only_stops {
            break;
        }
        let length =
            if part.ends_with("...") { part.len() - part.trim_end_matches('.').len() } else { last.len_utf8() };
        tail.push(Span::new(end - length, end));
        end -= length;
    }
    if start < end {
        word(text, start, end, found);
    }
    found.extend(tail.into_iter().rev());
}

fn is_ellipsis(part: &str) -> bool {
    part.starts_with("..")
}

fn is_clitic_start(part: &str) -> bool {
    let lower: String = part.chars().take(4).flat_map(char::to_lowercase).collect();
    ["'s", "'m", "'re", "'ll", "'ve", "'d"]
        .iter()
        .any(|clitic| lower.strip_prefix(clitic).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn is_address(part: &str) -> bool {
    part.starts_with("http://")
        || part.starts_with("https://")
        || part.starts_with("www.")
        || part.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// The length of a run of the same mark: "--", "...", else of one mark.
fn run(part: &str) -> usize {
    let first = part.chars().next().expect("not empty");
    if matches!(first, '-' | '.' | '*' | '=' | '_') {
        part.len() - part.trim_start_matches(first).len()
    } else {
        first.len_utf8()
    }
}

/// Splits a chunk that begins and ends with a letter or digit (or is an abbreviation).
fn word(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let part = &text[start..end];
    let mut from = 0;
    let mut characters = part.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        let splits = match c {
            '-' | '–' | '—' | '/' | '‑' => !(previous.is_ascii_digit() && next.is_ascii_digit() && c == '/'),
            '"' | '“' | '”' | '(' | ')' | '[' | ']' | ';' | '…' | '«' | '»' | '<' | '>' | '=' | '|' | '*' => {
                true
            }
            ',' | ':' => !(previous.is_ascii_digit() && next.is_ascii_digit()),
            '$' | '€' | '£' | '¥' | '%' | '&' => c != '&' || !(previous.is_uppercase() && next.is_uppercase()),
            _ => false,
        };
        if splits {
            if from < at {
                clitics(text, start + from, start + at, found);
            }
            let length = if c == '-' { run(&part[at..]) } else { c.len_utf8() };
            found.push(Span::new(start + at, start + at + length));
            from = at + length;
            while characters.peek().is_some_and(|(next, _)| *next < from) {
                characters.next();
            }
        }
        previous = c;
    }
    if from < part.len() {
        clitics(text, start + from, end, found);
    }
}

/// Splits "n't", "'s", "'re" … from a word.
fn clitics(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let part = &text[start..end];
    let lower: String = part.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() }).collect();
    if lower == "cannot" || lower == "gonna" || lower == "wanna" || lower == "gotta" {
        let first = 3;
        found.extend([Span::new(start, start + first), Span::new(start + first, end)]);
        return;
    }
    for clitic in ["n't", "'s", "'re", "'ll", "'ve", "'d", "'m"] {
        if lower.ends_with(clitic) && lower.len() > clitic.len() {
            let letters = clitic.chars().count();
            let cut = part.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
            if cut > 0 {
                found.extend([Span::new(start, start + cut), Span::new(start + cut, end)]);
                return;
            }
        }
    }
    if let Some(plain) = part.strip_suffix(['\'', '’']).filter(|plain| !plain.is_empty()) {
        found.extend([Span::new(start, start + plain.len()), Span::new(start + plain.len(), end)]);
        return;
    }
    number_unit(text, start, end, found);
}

/// Splits "30km", "5pm" into number and unit.
fn number_unit(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let part = &text[start..end];
    let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let unit = part[digits..].to_lowercase();
    let known = ["km", "m", "kg", "pm", "am", "mph", "kph", "cm", "mm", "bn", "gb", "mb"];
    if digits > 0 && known.contains(&unit.as_str()) {
        found.extend([Span::new(start, start + digits), Span::new(start + digits, end)]);
    } else {
        found.push(Span::new(start, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> String {
        let mut found = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut found);
        found.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tokens_follow_universal_dependencies() {
        for (text, expected) in [
            ("They don’t like China's plan.", "They do n’t like China 's plan ."),
            ("“It’s over,” he said...", "“ It ’s over , ” he said ..."),
            ("The U.S. and Mr. Lee (aged 3) cannot.", "The U.S. and Mr. Lee ( aged 3 ) can not ."),
            ("a so-called state-run 5pm $1,000.50 deal", "a so - called state - run 5 pm $ 1,000.50 deal"),
            ("the parents' 46.8% share", "the parents ' 46.8 % share"),
            ("See https://a.org/x?y=1.", "See https://a.org/x?y=1 ."),
        ] {
            assert_eq!(split(text), expected);
        }
    }
}
