//! Quotation marks of typewriters and wire services: ``so'' and ''so''.
//!
//! In: a document's text. Out: the same with “ and ”, each beside a zero-width space, so that every other character keeps
//! its place. A pair must open before a word and close in its paragraph; only what begins a paragraph may stay open, as a
//! quotation of several paragraphs does. Other pairs of single marks (5' 11'', the ends of nested quotations) stay.

/// What takes the place of the second character of a mark.
const BESIDE: char = '\u{200b}';

/// The text with typographic marks in place of doubled single ones.
pub(super) fn typeset(text: String) -> String {
    if !text.contains("``") && !text.contains("''") {
        return text;
    }
    text.split_inclusive("\n\n").map(paragraph).collect()
}

fn paragraph(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = opening(rest, set.chars().next_back()) {
        let (before, quoted) = (&rest[..open], &rest[open + 2..]);
        let close = quoted.match_indices("''").map(|(at, _)| at).find(|&at| closes(quoted, at));
        let starts = set.trim().is_empty() && before.trim().is_empty();
        set.push_str(before);
        match close {
            Some(close) => {
                set.extend([BESIDE, '“']);
                set.push_str(&quoted[..close]);
                set.extend(['”', BESIDE]);
                rest = &quoted[close + 2..];
            }
            None if starts => {
                set.extend([BESIDE, '“']);
                rest = quoted;
            }
            None => {
                set.push_str(&rest[open..open + 2]);
                rest = quoted;
            }
        }
    }
    set.push_str(rest);
    set
}

/// Where the first pair stands that opens a quotation; `before` is the character before the text.
fn opening(text: &str, before: Option<char>) -> Option<usize> {
    let opens = |&at: &usize| {
        let before = text[..at].chars().next_back().or(before);
        let apart = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | BESIDE));
        apart
            && text[at + 2..]
                .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '‘' | '.' | '…' | '$' | '`'))
    };
    let backs = text.match_indices("``").map(|(at, _)| at).find(opens);
    let straights = text.match_indices("''").map(|(at, _)| at).find(opens);
    backs.into_iter().chain(straights).min()
}

/// Whether the pair at a place closes a quotation: it stands behind a word or mark.
fn closes(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|c| !c.is_whitespace())
        && !text[at + 2..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_marks_become_typographic_ones() {
        let set = |text: &str| {
            let set = typeset(text.to_owned());
            assert_eq!(set.chars().count(), text.chars().count(), "{text}");
            set.replace(BESIDE, "")
        };
        assert_eq!(set("``The plan failed,'' she said. ``So be it.''"), "“The plan failed,” she said. “So be it.”");
        assert_eq!(set("''It's over,'' he said, ''for now.''"), "“It's over,” he said, “for now.”");
        assert_eq!(set("``I am here.\n\n``I stay,'' he said."), "“I am here.\n\n“I stay,” he said.");
        assert_eq!(set("He is 5' 11'' tall."), "He is 5' 11'' tall.");
        assert_eq!(set("Type ``make`` now."), "Type ``make`` now.");
        assert_eq!(set("‘She said 'no''"), "‘She said 'no''");
    }
}
