//! Reading typed values out of a TOML table that a person wrote, collecting every mistake.
//!
//! serde stops at the first mistake; an author wants all of them, with line and column. [`Table`] hands out values by
//! key, notes a diagnostic where a value has the wrong type, and at the end names every key that nobody asked for.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Place};

/// A file of rules while it is read.
pub(super) struct Source<'a> {
    /// The file's name, for diagnostics.
    pub(super) file: &'a str,
    /// Its text.
    pub(super) text: &'a str,
    /// The mistakes found so far.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Source<'_> {
    /// The place of a byte offset.
    pub(super) fn place(&self, offset: usize) -> Place {
        Place::of_byte(self.file, self.text, offset)
    }

    /// Notes an error.
    pub(super) fn error(&mut self, at: usize, code: &'static str, message: impl Into<String>, hint: &str) {
        let mut diagnostic = Diagnostic::error(self.place(at), code, message);
        if !hint.is_empty() {
            diagnostic = diagnostic.hint(hint);
        }
        self.diagnostics.push(diagnostic);
    }
}

/// A string with the byte offset at which it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: usize,
}

/// One table, with a record of which keys were asked for.
pub(super) struct Table<'t, 'i> {
    table: &'t DeTable<'i>,
    /// Where the table begins.
    pub(super) at: usize,
    asked: Vec<&'static str>,
}

impl<'t, 'i> Table<'t, 'i> {
    pub(super) fn new(table: &'t DeTable<'i>, at: usize) -> Self {
        Self { table, at, asked: Vec::new() }
    }

    /// The raw value of a key.
    pub(super) fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// A string.
    pub(super) fn word(&mut self, source: &mut Source, key: &'static str) -> Option<Word> {
        let value = self.value(key)?;
        let word = as_word(value);
        if word.is_none() {
            wrong_type(source, key, value, "a string");
        }
        word
    }

    /// A boolean.
    pub(super) fn flag(&mut self, source: &mut Source, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            wrong_type(source, key, value, "true or false");
        }
        flag
    }

    /// A string, or a list of strings.
    pub(super) fn words(&mut self, source: &mut Source, key: &'static str) -> Option<Vec<Word>> {
        let value = self.value(key)?;
        if let Some(word) = as_word(value) {
            return Some(vec![word]);
        }
        let Some(list) = value.get_ref().as_array() else {
            wrong_type(source, key, value, "a string or a list of strings");
            return None;
        };
        let mut words = Vec::new();
        for item in list {
            match as_word(item) {
                Some(word) => words.push(word),
                None => wrong_type(source, key, item, "a string"),
            }
        }
        Some(words)
    }

    /// Names every key that nobody asked for.
    pub(super) fn finish(self, source: &mut Source, what: &str) {
        for key in self.table.keys() {
            if !self.asked.contains(&key.get_ref().as_ref()) {
                let known = self.asked.join(", ");
                source.error(
                    key.span().start,
                    "unknown-key",
                    format!("`{}` is no key of {what}", key.get_ref()),
                    &format!("known keys: {known}"),
                );
            }
        }
    }
}

/// A value as a string with its place.
pub(super) fn as_word(value: &Spanned<DeValue<'_>>) -> Option<Word> {
    let text = value.get_ref().as_str()?.to_string();
    Some(Word { text, at: value.span().start })
}

/// Notes that a value has the wrong type.
pub(super) fn wrong_type(source: &mut Source, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
    let found = value.get_ref().type_str();
    let hint = format!("write {expected} after `{key} =`; the tables of ontology/README.md list what each key takes");
    source.error(value.span().start, "wrong-type", format!("`{key}` must be {expected}, found {found}"), &hint);
}
