//! Text that fits: how many columns it takes on a screen, where its lines break, how many of a thing there are.
//!
//! In: plain text. Out: plain text. Widths are those of the terminal (Unicode TR 11: an ideograph takes two columns, a
//! combining mark none), never numbers of characters; lines break between words, and between ideographs.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Beyond this column a gap in a line is no tabulator stop, to which the line's continuation could be indented.
const LAST_STOP: usize = 40;

/// How many columns of a terminal the text takes; its tones take none.
pub(in crate::cli) fn columns(text: &str) -> usize {
    let mut parts = text.split('\x1b');
    let first = parts.next().map_or(0, UnicodeWidthStr::width);
    first + parts.map(|part| part.split_once('m').map_or(part, |(_, rest)| rest).width()).sum::<usize>()
}

/// The text with blanks after it, so that it takes that many columns.
pub(in crate::cli) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// The text on one line, without control characters.
pub(in crate::cli) fn clean(text: &str) -> String {
    let visible = |c: char| if c.is_control() { ' ' } else { c };
    let direction = |c: &char| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().map(visible).filter(direction).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `1 claim`, `2 claims`; `many` is the plural.
pub(in crate::cli) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The same for words whose plural is made with an s.
pub(in crate::cli) fn count(count: usize, one: &str) -> String {
    counted(count, one, &format!("{one}s"))
}

/// Breaks text into lines of at most `width` columns, of which the first begins after `indent` and the others with as
/// many blanks. A word that is wider than a line is cut.
pub(in crate::cli) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let room = width.saturating_sub(indent).max(10);
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let mut rest = word;
        let mut gap = usize::from(used > 0);
        while used + gap + columns(rest) > room {
            let fits = fitting(rest, room.saturating_sub(used + gap), used == 0);
            let line = lines.last_mut().expect("never empty");
            if fits > 0 {
                line.push_str(&" ".repeat(gap));
                line.push_str(&rest[..fits]);
                rest = &rest[fits..];
            }
            lines.push(String::new());
            (used, gap) = (0, 0);
        }
        if !rest.is_empty() {
            let line = lines.last_mut().expect("never empty");
            line.push_str(&" ".repeat(gap));
            line.push_str(rest);
            used += gap + columns(rest);
        }
    }
    lines.join(&format!("\n{}", " ".repeat(indent)))
}

/// Up to which byte of a word it fits into a room and may be cut: beside an ideograph, or anywhere.
fn fitting(word: &str, room: usize, anywhere: bool) -> usize {
    let (mut used, mut cut, mut before) = (0, 0, 0);
    for (at, letter) in word.char_indices() {
        let wide = letter.width().unwrap_or(0);
        // What takes no column belongs to the letter before it.
        if wide > 0 && at > 0 && (anywhere || wide == 2 || before == 2) {
            cut = at;
        }
        used += wide;
        if used > room {
            return cut;
        }
        before = wide.max(before * usize::from(wide == 0));
    }
    word.len()
}

/// Breaks those lines of a text that are wider than `width`; what stands in columns goes on in its column.
pub(in crate::cli) fn fold(text: &str, width: usize) -> String {
    let fold = |line: &str| {
        if columns(line) <= width {
            return line.to_string();
        }
        let stop = Some(stop(line)).filter(|&stop| columns(&line[..stop]) <= width / 2);
        let (head, rest) = line.split_at(stop.unwrap_or(line.len() - line.trim_start().len()));
        format!("{head}{}", wrap(rest, width, columns(head)))
    };
    text.split('\n').map(fold).collect::<Vec<_>>().join("\n")
}

/// Where in a line its last column of text begins: after the last gap of two blanks or more, else after the indent.
fn stop(line: &str) -> usize {
    let mut stop = line.len() - line.trim_start().len();
    let bytes = line.as_bytes();
    for at in stop.max(2)..bytes.len().min(LAST_STOP) {
        if bytes[at] != b' ' && bytes[at - 2..at] == *b"  " {
            stop = at;
        }
    }
    stop
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_between_ideographs() {
        let words = "one two thirteen fourteen-and-a-very-long-word-without-a-break 新疆维吾尔自治区是中国 end";
        let wrapped = wrap(words, 24, 4);
        assert!(wrapped.lines().all(|line| columns(line) <= 24), "{wrapped}");
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(letters(&wrapped), letters(words));
        assert_eq!(wrap("the news 新疆维吾尔自治区 of", 17, 0), "the news 新疆维吾\n尔自治区 of");
        assert_eq!(wrap("the newspapers write it", 12, 0), "the\nnewspapers\nwrite it");
    }

    #[test]
    fn what_stands_in_columns_goes_on_in_its_column() {
        assert_eq!(fold("short\n  yes  a long line of words", 20), "short\n  yes  a long line\n       of words");
        assert_eq!(fold("  = hint: write it again", 14), "  = hint:\n  write it\n  again");
    }

    #[test]
    fn a_tone_takes_no_column() {
        assert_eq!(columns("\x1b[1;33m東京\x1b[0m m"), 6);
    }

    #[test]
    fn one_thing_is_no_things() {
        assert_eq!([count(1, "claim"), count(0, "claim")], ["1 claim", "0 claims"]);
        assert_eq!(counted(1, "entity", "entities"), "1 entity");
    }
}
