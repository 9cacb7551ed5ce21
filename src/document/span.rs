//! Places in a document's text: half-open byte ranges inside the program, code points in everything it prints.
//!
//! [`Span`] counts UTF-8 bytes, because slicing is then free; [`CodePoints`] turns byte offsets into the offsets that
//! annotations, fragments (`#char=`) and other programs use, and back. One law: `text[span]` never splits a character.

/// A half-open range `[start, end)` of bytes in a document's text; both ends are character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `[start, end)`; documents are limited to 4 GiB, so offsets fit.
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |offset| u32::try_from(offset).expect("documents are shorter than 4 GiB");
        Self { start: fit(start), end: fit(end) }
    }

    /// The text that stands there.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The same as a `usize` range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing stands there.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Byte offsets of a text as code-point offsets, and back, in time linear in a stride of 64 bytes.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before each multiple of [`STRIDE`] bytes.
    before: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'a> CodePoints<'a> {
    /// Counts once through the text.
    pub fn new(text: &'a str) -> Self {
        let mut count = 0;
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        for (at, byte) in text.bytes().enumerate() {
            if at % STRIDE == 0 {
                before.push(count);
            }
            count += u32::from(is_start(byte));
        }
        if text.len().is_multiple_of(STRIDE) {
            before.push(count);
        }
        Self { text, before }
    }

    /// The code points before a byte offset, which must be at most the text's length.
    pub fn offset(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let block = byte / STRIDE;
        let starts = self.text.as_bytes()[block * STRIDE..byte].iter().filter(|&&b| is_start(b)).count();
        self.before[block] + u32::try_from(starts).expect("less than a stride")
    }

    /// A span as `[start, end)` in code points.
    pub fn range(&self, span: Span) -> [u32; 2] {
        [self.offset(span.start), self.offset(span.end)]
    }

    /// The byte offset of a code point; `None` beyond the end of the text.
    pub fn byte(&self, code_point: u32) -> Option<u32> {
        let block = self.before.partition_point(|&count| count <= code_point).checked_sub(1)?;
        let mut count = self.before[block];
        for (at, &byte) in self.text.as_bytes().iter().enumerate().skip(block * STRIDE) {
            if is_start(byte) {
                if count == code_point {
                    return u32::try_from(at).ok();
                }
                count += 1;
            }
        }
        (count == code_point).then(|| u32::try_from(self.text.len()).ok())?
    }

    /// The text between two code-point offsets; `None` where they are no range of this text.
    pub fn slice(&self, range: [u32; 2]) -> Option<&'a str> {
        let (start, end) = (self.byte(range[0])?, self.byte(range[1])?);
        self.text.get(start as usize..end as usize)
    }
}

/// Whether a UTF-8 byte begins a character.
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting_characters() {
        for text in ["", "a", "“é”—ü", &"x“é".repeat(100), &"a".repeat(128)] {
            let points = CodePoints::new(text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                assert_eq!(points.offset(at as u32), count as u32);
                assert_eq!(points.byte(count as u32), Some(at as u32));
            }
            let all = text.chars().count() as u32;
            assert_eq!(points.offset(text.len() as u32), all);
            assert_eq!(points.byte(all), Some(text.len() as u32));
            assert_eq!(points.byte(all + 1), None);
        }
    }
}
