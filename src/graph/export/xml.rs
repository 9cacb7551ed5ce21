//! XML by quick-xml, written in pieces by all threads.
//!
//! In: elements and text. Out: bytes that any XML 1.0 reader takes: characters that XML forbids are left out, and the
//! pieces come in their order whatever thread makes them.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::{BytesDecl, Event};
use rayon::prelude::*;

use super::super::property::Colour;

/// A piece of XML in memory.
pub(super) type Piece = Writer<Vec<u8>>;

/// Elements in one piece, and pieces made before any is written: about half a megabyte and 8 MB.
const IN_PIECE: usize = 512;
const AT_ONCE: usize = 16;

/// Why memory always takes what is written to it.
const MEMORY: &str = "memory takes all that is written to it";

/// Writes the items' elements in the items' order; `write` adds those of one item.
pub(super) fn pieces<T: Sync>(
    items: &[T],
    out: &mut impl Write,
    write: impl Fn(&mut Piece, usize, &T) + Sync,
) -> io::Result<()> {
    for (round, batch) in items.chunks(IN_PIECE * AT_ONCE).enumerate() {
        let rendered: Vec<Vec<u8>> = (batch.par_chunks(IN_PIECE).enumerate())
            .map(|(number, items)| {
                let first = round * IN_PIECE * AT_ONCE + number * IN_PIECE;
                let mut piece = Writer::new(Vec::with_capacity(items.len() * 1024));
                for (at, item) in items.iter().enumerate() {
                    write(&mut piece, first + at, item);
                }
                piece.into_inner()
            })
            .collect();
        for piece in rendered {
            out.write_all(&piece)?;
        }
    }
    Ok(())
}

/// The first line of the file.
pub(super) fn declaration(piece: &mut Piece) {
    piece.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).expect(MEMORY);
    line(piece);
}

/// The end of a line.
pub(super) fn line(piece: &mut Piece) {
    piece.get_mut().push(b'\n');
}

/// Opens an element; `tag` is its name and attributes as they are written, escaped already.
#[inline]
pub(super) fn open(piece: &mut Piece, tag: &str) {
    raw(piece, &["<", tag, ">"]);
}

/// An element without content.
#[inline]
pub(super) fn empty(piece: &mut Piece, tag: &str) {
    raw(piece, &["<", tag, "/>"]);
}

/// Closes an element.
#[inline]
pub(super) fn close(piece: &mut Piece, name: &str) {
    raw(piece, &["</", name, ">"]);
}

/// An element with text in it.
pub(super) fn element(piece: &mut Piece, tag: &str, content: &str) {
    open(piece, tag);
    text(piece, content);
    close(piece, name(tag));
}

/// A whole number, in decimal digits.
pub(super) fn digits(piece: &mut Piece, value: impl Into<u64>) {
    let mut value = value.into();
    let mut digits = [b'0'; 20];
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] += (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    piece.get_mut().extend_from_slice(&digits[first..]);
}

/// A number rounded to so many decimals, halves either way; much faster than `core::fmt`, as large graphs need it.
pub(super) fn decimal(piece: &mut Piece, value: f64, decimals: u32) {
    let mut unit = 10u64.pow(decimals);
    let scaled = (value.abs() * unit as f64).round() as u64;
    if value < 0.0 && scaled > 0 {
        raw(piece, &["-"]);
    }
    digits(piece, scaled / unit);
    raw(piece, &["."]);
    while unit > 1 {
        unit /= 10;
        digits(piece, scaled / unit % 10);
    }
}

/// A colour as `#rrggbb`.
pub(super) fn hex(piece: &mut Piece, [red, green, blue]: Colour) {
    let digit = |value: u8| b"0123456789abcdef"[usize::from(value & 15)];
    let digits = [red >> 4, red, green >> 4, green, blue >> 4, blue].map(digit);
    piece.get_mut().push(b'#');
    piece.get_mut().extend_from_slice(&digits);
}

/// Text as it is written: markup, or words that are escaped already.
#[inline]
pub(super) fn raw(piece: &mut Piece, parts: &[&str]) {
    let bytes = piece.get_mut();
    parts.iter().for_each(|part| bytes.extend_from_slice(part.as_bytes()));
}

/// Text, escaped.
pub(super) fn text(piece: &mut Piece, content: &str) {
    if is_plain(content) {
        return raw(piece, &[content]);
    }
    let content = legal(content);
    let mut rest = &*content;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'<' | b'>' | b'&')) {
        let escape = match rest.as_bytes()[at] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&amp;",
        };
        raw(piece, &[&rest[..at], escape]);
        rest = &rest[at + 1..];
    }
    raw(piece, &[rest]);
}

/// A value as it stands between the quotation marks of an attribute: escaped, line ends as spaces.
pub(super) fn attribute(value: &str) -> Cow<'_, str> {
    if is_plain(value) {
        return Cow::Borrowed(value);
    }
    match legal(value) {
        Cow::Borrowed(value) if !value.contains(['\n', '\r', '\t']) => escape(value),
        value => Cow::Owned(escape(value.replace(['\n', '\r', '\t'], " ")).into_owned()),
    }
}

/// Whether a text can be written as it is, in an element and in an attribute: no markup, no control character, and not
/// the first byte of U+FFFE and U+FFFF.
fn is_plain(text: &str) -> bool {
    let special = |byte: u8| (byte < 0x20) | matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\'' | 0xEF);
    // Without a way out of the inner loop, many bytes are compared in one step.
    text.as_bytes().chunks(64).all(|chunk| !chunk.iter().fold(false, |any, &byte| any | special(byte)))
}

fn name(tag: &str) -> &str {
    tag.split(' ').next().unwrap_or(tag)
}

/// The text without the characters that XML 1.0 forbids.
fn legal(text: &str) -> Cow<'_, str> {
    let forbidden = |letter: char| matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let suspect = text.bytes().any(|byte| byte < b' ' || byte == 0xEF);
    if suspect && text.contains(|letter| forbidden(letter) || letter == '\r') {
        Cow::Owned(text.replace(forbidden, "").replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out() {
        let mut piece = Writer::new(Vec::new());
        element(&mut piece, "a", "x\u{1}<\u{fffe}&\r\ny");
        assert_eq!(piece.into_inner(), b"<a>x&lt;&amp;\ny</a>");
        assert_eq!(attribute("a\"\n\u{0}<é"), "a&quot; &lt;é");
    }

    #[test]
    fn numbers_are_rounded() {
        let written = |value: f64, decimals: u32| {
            let mut piece = Writer::new(Vec::new());
            decimal(&mut piece, value, decimals);
            String::from_utf8(piece.into_inner()).expect("digits")
        };
        for (value, decimals) in [(0.0, 2), (7.996, 2), (-12.034, 2), (0.000_012_346, 9), (1.96, 1), (123_456.7, 2)] {
            assert_eq!(written(value, decimals), format!("{value:.*}", decimals as usize));
        }
        assert_eq!(written(-0.001, 2), "0.00");
    }
}
