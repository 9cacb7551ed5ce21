//! Quotation marks of typewriters and wire services, ``so'' and ''so'', as every stage knows them.
//!
//! In: a document's text. Out: the text to read, with a straight double mark and a space for each pair, so that all else
//! keeps its place and the document's own text stays as it is; and, of words of it, what people are shown. A pair must open before a word and close in its paragraph;
//! only what begins a line may stay open, as a quotation of several paragraphs does. Other pairs of single marks (5' 11'',
//! the ends of nested quotations) stay. One pass, linear in the text.

/// What is read for a pair: a mark where the pair begins or ends, so that it is all within.
const OPENING: &str = "\" ";
const CLOSING: &str = " \"";

/// The text with double marks in place of doubled single ones; `None` where there are none.
pub(crate) fn straightened(text: &str) -> Option<String> {
    if !text.contains("``") && !text.contains("''") {
        return None;
    }
    let mut set = text.as_bytes().to_vec();
    let mut reader = Reader::default();
    let mut at = 0;
    while at < text.len() {
        let pair = text[at..].starts_with("``") || text[at..].starts_with("''");
        if pair {
            reader.pair(text, at, &mut set);
            at += 2;
            continue;
        }
        let letter = text[at..].chars().next()?;
        reader.letter(letter, &mut set);
        at += letter.len_utf8();
    }
    reader.give_up(&mut set);
    String::from_utf8(set).ok()
}

/// A document's own words, with typographic marks for the pairs that were read as double marks: “so” for ``so''.
pub(crate) fn shown(own: &str, read: &str) -> String {
    let mut shown = String::with_capacity(own.len());
    let mut at = 0;
    while let Some(letter) = own[at..].chars().next() {
        let pair = matches!(own.get(at..at + 2), Some("``" | "''"));
        let mark = match read.get(at..at + 2).filter(|_| pair) {
            Some(OPENING) => Some('“'),
            Some(CLOSING) => Some('”'),
            _ => None,
        };
        shown.push(mark.unwrap_or(letter));
        at += if mark.is_some() { 2 } else { letter.len_utf8() };
    }
    shown
}

/// What is known while the text is read.
#[derive(Default)]
struct Reader {
    /// Where a quotation has opened, and whether a line began with it.
    open: Option<(usize, bool)>,
    previous: Option<char>,
    /// Whether the line holds anything yet.
    in_line: bool,
}

impl Reader {
    fn letter(&mut self, letter: char, set: &mut [u8]) {
        if letter == '\n' {
            if !self.in_line {
                self.give_up(set);
            }
            self.in_line = false;
        } else if !letter.is_whitespace() {
            self.in_line = true;
        }
        self.previous = Some(letter);
    }

    fn pair(&mut self, text: &str, at: usize, set: &mut [u8]) {
        let before = self.previous;
        let behind = text[at + 2..].chars().next();
        let apart = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-'));
        let word = behind.is_some_and(|c| c.is_alphanumeric() || matches!(c, '\'' | '‘' | '.' | '…' | '$' | '`'));
        if apart && word {
            self.give_up(set);
            self.open = Some((at, !self.in_line));
        } else if text[at..].starts_with('\'')
            && !apart
            && !behind.is_some_and(char::is_alphanumeric)
            && let Some((open, _)) = self.open.take()
        {
            set[open..open + 2].copy_from_slice(OPENING.as_bytes());
            set[at..at + 2].copy_from_slice(CLOSING.as_bytes());
        }
        self.previous = text[at..].chars().next();
        self.in_line = true;
    }

    /// Ends what has opened and not closed: a mark if it begins a line.
    fn give_up(&mut self, set: &mut [u8]) {
        if let Some((open, true)) = self.open.take() {
            set[open..open + 2].copy_from_slice(OPENING.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_marks_are_read_as_double_ones() {
        for (text, read) in [
            ("``The plan failed,'' she said. ``So be it.''", "\" The plan failed, \" she said. \" So be it. \""),
            ("''It's over,'' he said, ''for now.''", "\" It's over, \" he said, \" for now. \""),
            ("``I am here.\r\n\r\n``I stay,'' he said.", "\" I am here.\r\n\r\n\" I stay, \" he said."),
            ("``I am here.\n``I stay,'' he said.", "\" I am here.\n\" I stay, \" he said."),
        ] {
            assert_eq!(straightened(text).as_deref(), Some(read));
        }
        for text in ["He is 5' 11'' tall.", "Type ``make`` now.", "‘She said 'no''", "''", "``", "a ``b"] {
            assert_eq!(straightened(text).as_deref(), Some(text));
        }
        assert_eq!(straightened("She said \"no\"."), None);
    }
}
