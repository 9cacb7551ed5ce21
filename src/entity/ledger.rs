//! The identity ledger: what people have decided about who is the same, who is not, and who is known elsewhere.
//!
//! In: the files `identities.csv` and `links.csv` of a collection, each with the columns `decision,key,other,reason`.
//! `same` gives the second key's entity the first key; `different` says that two keys stay apart whatever else would join
//! them; `link` says which thing of another dataset an entity is. `KEY@DOCUMENT` means the entity of that key in one
//! document alone. Out: a [`Ledger`] that every build obeys, and a diagnostic for every row that can't be. What the keys
//! stand for is not known here.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Place};

/// What a row decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Two keys mean one thing; the first is kept.
    Same,
    /// Two keys, or a key and an IRI, mean two things.
    Different,
    /// A key means what an IRI of another dataset means.
    Link,
}

impl Verdict {
    /// The verdict of that name.
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "same" => Some(Verdict::Same),
            "different" => Some(Verdict::Different),
            "link" => Some(Verdict::Link),
            _ => None,
        }
    }
}

/// A row that holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Decision {
    /// What it decides.
    pub verdict: Verdict,
    /// The key that it is about: `person/ada-lovelace`, or `person/ada-lovelace@DOCUMENT`.
    pub key: String,
    /// The other key, or the IRI.
    pub other: String,
    /// How it is known, in the words of the file.
    pub reason: String,
    /// File and line.
    pub at: String,
}

/// Decisions about identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The rows that hold, in the order of the files.
    decisions: Vec<Decision>,
    /// Each key that stands for another, and that other: the first key of its group.
    same: BTreeMap<String, String>,
    /// The other members of each group, by its first key.
    groups: BTreeMap<String, Vec<String>>,
    /// For each key or IRI those that are decided to be something else.
    different: BTreeMap<String, BTreeSet<String>>,
    /// The `KEY@DOCUMENT`s that are no longer what the key is elsewhere.
    split: BTreeSet<String>,
    /// The IRI of each key in each dataset.
    links: BTreeMap<(String, String), String>,
}

impl Ledger {
    /// Reads ledger files, each a name and a text; rows with mistakes are left out.
    pub fn read(files: &[(String, String)]) -> (Ledger, Vec<Diagnostic>) {
        let (mut decisions, mut diagnostics) = (Vec::new(), Vec::new());
        for (file, text) in files {
            let (more, wrong) = rows::read(file, text);
            decisions.extend(more);
            diagnostics.extend(wrong);
        }
        let (ledger, wrong) = Ledger::of(decisions);
        diagnostics.extend(wrong);
        (ledger, diagnostics)
    }

    /// The ledger of rows; those that contradict earlier ones, or a row that keeps two apart, are left out.
    pub fn of(decisions: Vec<Decision>) -> (Ledger, Vec<Diagnostic>) {
        let mut ledger = Ledger::default();
        let mut diagnostics = Vec::new();
        for row in decisions.iter().filter(|row| row.verdict == Verdict::Different) {
            for (one, other) in [(&row.key, &row.other), (&row.other, &row.key)] {
                ledger.different.entry(one.clone()).or_default().insert(other.clone());
            }
            // Of one key in two documents, or in one and in all others, the second is taken out.
            let (key, other) = (whole(&row.key), whole(&row.other));
            if key == other {
                let apart = if row.other.contains('@') { &row.other } else { &row.key };
                ledger.split.insert(apart.clone());
            }
        }
        let mut holds = vec![true; decisions.len()];
        for verdict in [Verdict::Same, Verdict::Link] {
            for (holds, row) in holds.iter_mut().zip(&decisions).filter(|(_, row)| row.verdict == verdict) {
                let done = match verdict {
                    Verdict::Link => ledger.link(row),
                    _ => ledger.join(&row.key, &row.other),
                };
                if let Err(message) = done {
                    *holds = false;
                    let found = Diagnostic::error(place(&row.at), "ledger-contradiction", message);
                    diagnostics.push(found.hint("delete one of the two rows"));
                }
            }
        }
        let held = decisions.into_iter().zip(holds).filter(|(_, holds)| *holds);
        ledger.decisions = held.map(|(row, _)| row).collect();
        (ledger, diagnostics)
    }

    /// The rows that hold, in the order of the files.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The key under which a document's entity is kept: its own, or the one that it is the same as.
    pub fn key_of(&self, key: &str, document: &str) -> String {
        let here = format!("{key}@{document}");
        let found = match self.same.get(&here) {
            Some(kept) => kept.as_str(),
            None if self.split.contains(&here) => here.as_str(),
            None => self.same.get(key).map_or(key, String::as_str),
        };
        // One document's entity may keep a key that itself stands for another.
        let next = self.same.get(whole(found)).map(String::as_str).filter(|_| whole(found) != found);
        let found = if self.split.contains(found) { found } else { next.unwrap_or(found) };
        if self.split.contains(found) { own(found) } else { whole(found).to_owned() }
    }

    /// Whether a document's entity was decided to be another than its key's elsewhere.
    pub fn is_taken_out(&self, key: &str, document: &str) -> bool {
        self.split.contains(&format!("{key}@{document}"))
    }

    /// The key under which a key of the ledger is kept.
    pub fn kept(&self, key: &str) -> String {
        let (key, document) = key.split_once('@').unwrap_or((key, ""));
        self.key_of(key, document)
    }

    /// Whether two keys, or a key and an IRI, were decided to be different things.
    pub fn are_different(&self, key: &str, other: &str) -> bool {
        self.different.get(key).is_some_and(|others| others.contains(other))
    }

    /// Whether a row says that a kept key is that IRI, is another one of the same dataset, or is not that IRI.
    pub fn has_decided(&self, key: &str, iri: &str) -> bool {
        let mut others = self.different.get(iri).into_iter().flatten();
        self.links.contains_key(&(key.to_owned(), dataset(iri))) || others.any(|other| self.kept(other) == key)
    }

    /// Keys and the IRIs that mean the same elsewhere, sorted.
    pub fn links(&self) -> impl Iterator<Item = (&str, &str)> {
        self.links.iter().map(|((key, _), iri)| (key.as_str(), iri.as_str()))
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty()
    }

    /// Makes two keys one, with all that are the same as either; the first key's stays.
    fn join(&mut self, key: &str, other: &str) -> Result<(), String> {
        let first = |key: &str| self.same.get(key).map_or(key, String::as_str).to_owned();
        let (kept, dropped) = (first(key), first(other));
        if kept == dropped {
            return Ok(());
        }
        let theirs: Vec<String> =
            std::iter::once(dropped.clone()).chain(self.groups.get(&dropped).cloned().unwrap_or_default()).collect();
        for a in &theirs {
            let mut apart = self.different.get(a).into_iter().flatten();
            if let Some(b) = apart.find(|b| first(b) == kept) {
                return Err(format!(
                    "{b} and {a} would be the same by this row, but another row says that they are different"
                ));
            }
        }
        self.groups.remove(&dropped);
        for member in &theirs {
            self.same.insert(member.clone(), kept.clone());
        }
        self.groups.entry(kept).or_default().extend(theirs);
        Ok(())
    }

    /// Links a key, unless that contradicts another row: an entity has one IRI a dataset.
    fn link(&mut self, row: &Decision) -> Result<(), String> {
        if self.are_different(&row.key, &row.other) {
            return Err(format!("another row says that {} is not {}", row.key, row.other));
        }
        let key = self.kept(&row.key);
        let iri = self.links.entry((key, dataset(&row.other))).or_insert_with(|| row.other.clone());
        if *iri == row.other {
            return Ok(());
        }
        Err(format!("another row links {} to {iri}, and it can't be both", row.key))
    }
}

/// A key without its document.
fn whole(key: &str) -> &str {
    key.split_once('@').map_or(key, |(key, _)| key)
}

/// The key of an entity that is no longer what its key is elsewhere: with the document in it.
fn own(key: &str) -> String {
    let (key, document) = key.split_once('@').unwrap_or((key, ""));
    let (folder, slug) = key.split_once('/').unwrap_or(("entity", key));
    format!("{folder}/{}-{slug}", super::assemble::fit(document))
}

/// The dataset of an IRI: all of it but its last part.
fn dataset(iri: &str) -> String {
    iri.trim_end_matches('/').rsplit_once('/').map_or(String::new(), |(space, _)| space.to_owned())
}

/// The place of a row from its file and line.
fn place(at: &str) -> Place {
    let (file, line) = at.rsplit_once(':').unwrap_or((at, "0"));
    Place { file: file.to_owned(), line: line.parse().unwrap_or(0), column: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    fn read(text: &str) -> (Ledger, Vec<Diagnostic>) {
        Ledger::read(&[("identities.csv".to_owned(), format!("decision,key,other,reason\n{text}"))])
    }

    #[test]
    fn decisions_are_obeyed_and_chained() {
        let (ledger, diagnostics) = read(
            "same,person/a,person/b,one page names both\n\n# a remark\nsame,person/b,person/c,a misspelling\n\
             different,person/a,person/d,born in other years\nlink,person/c,Q7259,her page\n",
        );
        assert_eq!(diagnostics, []);
        assert_eq!(ledger.kept("person/c"), "person/a");
        assert_eq!(ledger.kept("person/x"), "person/x");
        assert!(ledger.are_different("person/d", "person/a"));
        assert_eq!(ledger.decisions()[1].at, "identities.csv:5");
        let links: Vec<_> = ledger.links().collect();
        assert_eq!(links, [("person/a", "http://www.wikidata.org/entity/Q7259")]);
    }

    #[test]
    fn one_document_s_entity_is_taken_out_of_its_key() {
        let (ledger, diagnostics) = read(
            "different,person/a,person/a@d 2,another one of the name\nsame,person/a@d 2,person/b@d3,both the dentist\n\
             same,person/x,person/a@d4,a nickname\nsame,person/c@d5,person/e,one badge\nsame,person/m,person/c,married\n",
        );
        assert_eq!(diagnostics, []);
        assert_eq!(ledger.key_of("person/a", "d1"), "person/a");
        assert_eq!(ledger.key_of("person/a", "d 2"), "person/d-2-a");
        assert_eq!(ledger.key_of("person/b", "d3"), "person/d-2-a");
        assert_eq!(ledger.key_of("person/b", "d1"), "person/b");
        assert_eq!(ledger.key_of("person/a", "d4"), "person/x");
        assert_eq!(ledger.key_of("person/e", "d1"), "person/m");
    }

    #[test]
    fn mistakes_come_all_at_once() {
        let (_, diagnostics) = read(
            "saem,person/a,person/b,x\nsame,a,person/b,x\nsame,\"person/a\",person/b,\ndifferent,person/a,person/b,x\n\
             same,person/b,person/a,x\nlink,person/a,ror,\nlink,person/a,Q1,x\nlink,person/a,Q2,x\n",
        );
        let found: Vec<_> = diagnostics.iter().map(|d| (d.place.line, d.place.column, d.code)).collect();
        let expected = [
            (2, 1, "ledger-decision"),
            (3, 6, "ledger-key"),
            (4, 26, "ledger-reason"),
            (7, 15, "ledger-iri"),
            (7, 19, "ledger-reason"),
            (6, 1, "ledger-contradiction"),
            (9, 1, "ledger-contradiction"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_without_its_header_is_refused() {
        let (ledger, found) = Ledger::read(&[("links.csv".to_owned(), "same,person/a,person/b,x\n".to_owned())]);
        assert!(ledger.is_empty());
        assert_eq!(found.len(), 4);
        let (_, found) = Ledger::read(&[("links.csv".to_owned(), "url,title\nhttps://a.example,A\n".to_owned())]);
        assert_eq!(
            found.iter().map(|one| (one.code, one.severity)).collect::<Vec<_>>(),
            [("no-ledger", Severity::Warning)]
        );
        let (ledger, found) = Ledger::read(&[(
            "links.csv".to_owned(),
            "\u{feff}Key;Decision;Other;Reason\nperson/a;same;person/b;x\n".to_owned(),
        )]);
        assert_eq!((ledger.kept("person/b").as_str(), found), ("person/a", vec![]));
    }
}
