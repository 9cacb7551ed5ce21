//! The identity ledger: what people have decided about who is the same and who is not, over all documents.
//!
//! In: a CSV file with the columns `decision,key,other,reason`: `same` gives the second key's entity the first key, `different`
//! says that two keys stay apart whatever else would join them. Out: a [`Ledger`] that every build obeys, and a diagnostic for
//! every row that can't be: an unknown decision, a missing reason, a pair that is both.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Place};

/// Decisions about identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Each key that stands for another, and that other: the first key of its group.
    same: BTreeMap<String, String>,
    /// Pairs that stay apart, the smaller key first.
    different: BTreeSet<(String, String)>,
    /// The reason given for each key in `same`.
    reasons: BTreeMap<String, String>,
}

impl Ledger {
    /// Reads a ledger file; rows with mistakes are left out.
    pub fn read(file: &str, text: &str) -> (Ledger, Vec<Diagnostic>) {
        let mut ledger = Ledger::default();
        let mut diagnostics = Vec::new();
        let mut rows = csv::ReaderBuilder::new()
            .flexible(true)
            .comment(Some(b'#'))
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut same = Vec::new();
        for row in rows.records() {
            let row = match row {
                Ok(row) => row,
                Err(problem) => {
                    let line = problem.position().map_or(0, csv::Position::line);
                    diagnostics.push(Diagnostic::error(
                        at(file, line),
                        "ledger-row",
                        format!("the row can't be read: {problem}"),
                    ));
                    continue;
                }
            };
            let line = row.position().map_or(0, csv::Position::line);
            match decision(&row) {
                Ok((true, key, other, reason)) => same.push((line, key, other, reason)),
                Ok((false, key, other, _)) => {
                    ledger.different.insert(ordered(key, other));
                }
                Err((code, message)) => diagnostics.push(Diagnostic::error(at(file, line), code, message).hint(
                    "a row is: same|different, key, other key, reason; keys are as `claimgraph annotate` shows them, such as person/ada-lovelace",
                )),
            }
        }
        for (line, key, other, reason) in same {
            if let Err(message) = ledger.join(&key, &other, &reason) {
                diagnostics.push(
                    Diagnostic::error(at(file, line), "ledger-contradiction", message)
                        .hint("delete one of the two rows"),
                );
            }
        }
        (ledger, diagnostics)
    }

    /// The key under which an entity is kept: its own, or the one that it is the same as.
    pub fn key_of<'a>(&'a self, key: &'a str) -> &'a str {
        self.same.get(key).map_or(key, String::as_str)
    }

    /// Whether two keys were decided to be different things.
    pub fn are_different(&self, key: &str, other: &str) -> bool {
        self.different.contains(&ordered(key.to_owned(), other.to_owned()))
    }

    /// Why a key stands for another, in the words of the file.
    pub fn reason(&self, key: &str) -> Option<&str> {
        self.reasons.get(key).map(String::as_str)
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.same.is_empty() && self.different.is_empty()
    }

    /// Makes two keys one, with all that are the same as either; the first key's stays.
    fn join(&mut self, key: &str, other: &str, reason: &str) -> Result<(), String> {
        let (kept, dropped) = (self.key_of(key).to_owned(), self.key_of(other).to_owned());
        if kept == dropped {
            return Ok(());
        }
        let group = |of: &str, same: &BTreeMap<String, String>| -> Vec<String> {
            let members = same.iter().filter(|(_, kept)| *kept == of).map(|(key, _)| key.clone());
            std::iter::once(of.to_owned()).chain(members).collect()
        };
        let (ours, theirs) = (group(&kept, &self.same), group(&dropped, &self.same));
        for a in &ours {
            if let Some(b) = theirs.iter().find(|b| self.are_different(a, b)) {
                return Err(format!(
                    "{a} and {b} would be the same by this row, but another row says that they are different"
                ));
            }
        }
        for member in theirs {
            self.reasons.entry(member.clone()).or_insert_with(|| reason.to_owned());
            self.same.insert(member, kept.clone());
        }
        Ok(())
    }
}

/// What a row says: whether the two are the same, the keys and the reason.
fn decision(row: &csv::StringRecord) -> Result<(bool, String, String, String), (&'static str, String)> {
    let field = |at: usize| row.get(at).unwrap_or("").to_owned();
    let (word, key, other, reason) = (field(0), field(1), field(2), field(3));
    let same = match word.as_str() {
        "same" => true,
        "different" => false,
        _ => return Err(("ledger-decision", format!("expected `same` or `different`, found `{word}`"))),
    };
    for key in [&key, &other] {
        if !key.split_once('/').is_some_and(|(class, slug)| !class.is_empty() && !slug.is_empty()) {
            return Err((
                "ledger-key",
                format!("`{key}` is no key: expected a class and a name, such as person/ada-lovelace"),
            ));
        }
    }
    if key == other {
        return Err(("ledger-key", format!("`{key}` is named twice")));
    }
    if reason.is_empty() {
        return Err(("ledger-reason", "the reason is missing: say how it is known".to_owned()));
    }
    Ok((same, key, other, reason))
}

fn ordered(key: String, other: String) -> (String, String) {
    if key <= other { (key, other) } else { (other, key) }
}

fn at(file: &str, line: u64) -> Place {
    Place { file: file.to_owned(), line: u32::try_from(line).unwrap_or(0), column: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_obeyed_and_chained() {
        let text = "decision,key,other,reason\nsame,person/a,person/b,one page names both\nsame,person/b,person/c,a misspelling\n\
                    different,person/a,person/d,born in other years\n";
        let (ledger, diagnostics) = Ledger::read("identity.csv", text);
        assert_eq!(diagnostics, []);
        assert_eq!(ledger.key_of("person/c"), "person/a");
        assert_eq!(ledger.key_of("person/x"), "person/x");
        assert!(ledger.are_different("person/d", "person/a"));
        assert_eq!(ledger.reason("person/c"), Some("a misspelling"));
    }

    #[test]
    fn mistakes_come_all_at_once() {
        let text = "decision,key,other,reason\nsaem,person/a,person/b,x\nsame,a,person/b,x\nsame,person/a,person/b,\n\
                    different,person/a,person/b,x\nsame,person/b,person/a,x\n";
        let (_, diagnostics) = Ledger::read("identity.csv", text);
        let found: Vec<_> = diagnostics.iter().map(|d| (d.place.line, d.code)).collect();
        assert_eq!(
            found,
            [(2, "ledger-decision"), (3, "ledger-key"), (4, "ledger-reason"), (6, "ledger-contradiction")]
        );
    }
}
