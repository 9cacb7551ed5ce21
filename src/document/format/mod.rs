//! The document formats, one file each, behind one enum: bytes in, text and metadata out.
//!
//! A format is known by its file's ending. Bytes are decoded first (byte-order mark, then what the file says of itself,
//! then a guess), normalised to NFC, and checked for being text at all. A broken file is a diagnostic, never a panic.

mod html;
mod json;
mod markdown;
mod text;

use std::path::Path;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::read::{SourceFile, hash};
use super::{Document, Metadata};
use crate::diagnostic::Diagnostic;

/// A document format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, with front matter.
    Markdown,
    /// HTML.
    Html,
    /// JSON or JSON Lines, one document an object.
    Json,
}

impl Format {
    /// The format of a file, by its ending.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "txt" | "text" => Some(Format::Text),
            "md" | "markdown" => Some(Format::Markdown),
            "html" | "htm" | "xhtml" => Some(Format::Html),
            "json" | "jsonl" | "ndjson" => Some(Format::Json),
            _ => None,
        }
    }
}

/// The documents of a file; what is wrong with it goes to `diagnostics`.
pub(super) fn documents(format: Format, file: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Vec<Document> {
    let place = || file.place();
    if file.bytes.iter().all(u8::is_ascii_whitespace) {
        diagnostics.push(Diagnostic::warning(place(), "empty", "the file is empty"));
        return Vec::new();
    }
    let text = decode(&file.bytes, format);
    if is_binary(&text) {
        let message = "the file is no text: it holds control characters";
        diagnostics.push(Diagnostic::error(place(), "binary", message).hint("convert it to .txt, .md or .html first"));
        return Vec::new();
    }
    let stem = stem(&file.path);
    let one = |(text, metadata): (String, Metadata)| {
        let (id, path, sha256) = (stem.clone(), file.path.clone(), file.sha256.clone());
        Document { id, path, text, metadata, sha256, language: String::new() }
    };
    let found = match format {
        Format::Text => vec![one(text::read(text))],
        Format::Markdown => vec![one(markdown::read(&text))],
        Format::Html => vec![one(html::read(&text))],
        Format::Json => json::read(&text, file, diagnostics),
    };
    let empty = |document: &Document| document.text.trim().is_empty();
    if found.iter().any(empty) {
        diagnostics.push(Diagnostic::warning(place(), "empty", "the file holds no text to read"));
    }
    found.into_iter().filter(|document| !empty(document)).collect()
}

/// The id of a document: its file's name without folders and ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        _ if name == "-" => "stdin".to_string(),
        Some((stem, _)) if !stem.is_empty() => stem.to_string(),
        _ => name.to_string(),
    }
}

/// Bytes as text in NFC, without a byte-order mark.
pub(super) fn decode(bytes: &[u8], format: Format) -> String {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_string(),
            Err(_) => {
                let named = (format == Format::Html).then(|| html::charset(bytes)).flatten();
                named.unwrap_or_else(|| guess(bytes)).decode_without_bom_handling(bytes).0.into_owned()
            }
        },
    };
    if is_nfc(&text) { text } else { text.nfc().collect() }
}

/// UTF-16 without a mark shows by its zero bytes; the rest is chardetng's guess.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// A text with zeros, or one character in fifty a control character, is no text.
fn is_binary(text: &str) -> bool {
    let sample = || text.chars().take(100_000);
    let control = sample().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}')).count();
    sample().any(|c| c == '\0') || control * 50 > sample().count()
}

/// The first of a JSON document's bytes that matter for its hash.
fn hash_of(text: &str) -> String {
    hash(text.as_bytes())
}
