//! What is wrong in a file that a person wrote, said so that the person can mend it.
//!
//! A diagnostic has a severity, a stable code, a message, a place (file, line, column) and hints. Checks collect all
//! of them before anything is refused, so that one run shows every mistake. The world's failures (disk, permissions)
//! are typed errors of the module that met them, and bugs are panics; neither is a diagnostic.

mod broken;
mod suggestion;

use std::fmt;

pub use broken::{broken_json, broken_toml};
pub use suggestion::suggestion;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is refused.
    Note,
    /// Probably not what was meant; the rest goes on.
    Warning,
    /// The file, row or rule can't be used.
    Error,
}

/// Where in a file: 1-based line and column, counted in Unicode code points.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the person named it, relative to the folder that was given.
    pub file: String,
    /// 1-based line; 0 where the whole file is meant.
    pub line: u32,
    /// 1-based column in code points; 0 where the whole line is meant.
    pub column: u32,
}

impl Place {
    /// The file as a whole.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, column: 0 }
    }

    /// The place of a byte offset in the file's text.
    pub fn of_byte(file: impl Into<String>, text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
        Self {
            file: file.into(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(before[start..].chars().count() + 1).unwrap_or(u32::MAX),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
            if self.column > 0 {
                write!(f, ":{}", self.column)?;
            }
        }
        Ok(())
    }
}

/// One mistake or remark about a file that a person wrote.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Place,
    /// How much it matters.
    pub severity: Severity,
    /// A stable code such as `unknown-class`, by which it is documented and searched.
    pub code: &'static str,
    /// One sentence: what stands there and what was expected.
    pub message: String,
    /// What to do about it; may be empty.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(place: Place, code: &'static str, message: impl Into<String>) -> Self {
        Self { place, severity: Severity::Error, code, message: message.into(), hints: Vec::new() }
    }

    /// A warning at a place.
    pub fn warning(place: Place, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(place, code, message) }
    }

    /// A note at a place.
    pub fn note(place: Place, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::error(place, code, message) }
    }

    /// The same with one more hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{word}[{}]: {}\n  --> {}", self.code, self.message, self.place)?;
        for hint in &self.hints {
            write!(f, "\n  = hint: {hint}")?;
        }
        Ok(())
    }
}
