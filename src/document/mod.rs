//! The first stage: bytes that somebody wrote become a [`Document`], a text with its metadata.
//!
//! In: files, folders, or standard input, in any encoding and in the formats of [`mod@format`]. Out: documents whose text
//! is Unicode NFC, and a diagnostic for everything that could not be read. A document's offsets are bytes inside the
//! program ([`Span`]) and code points outside it ([`CodePoints`]). Nothing here looks at the language of the text.

pub mod format;
mod language;
mod manifest;
pub(crate) mod marks;
pub mod read;
pub mod span;

pub use read::{Collection, LEDGERS, Listing, ReadError, SourceFile, hash as sha256, list, parse, read};
pub use span::{CodePoints, Span};

/// A text to read, with what is known of its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The file's stem, or the `id` of a line of a `.jsonl` file; unique in a collection.
    pub id: String,
    /// The file's path below the input folder, with `/`; `-` for standard input.
    pub path: String,
    /// The text that every span counts in: NFC, byte-order mark removed, line ends as they are.
    pub text: String,
    /// Title, publisher and so on, as far as known.
    pub metadata: Metadata,
    /// SHA-256 of the document's bytes (for `.jsonl`: of its line), in lower-case hexadecimal digits.
    pub sha256: String,
    /// ISO 639-1 code of the language of the text, `und` where it can't be told.
    pub language: String,
}

/// What is known of a document; never taken from the clock or the file's time.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// The document's title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published: ISO 8601, a day where known (`2020-06-29`), else a month or a year.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
}
