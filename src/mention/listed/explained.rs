//! Acronyms that a document explains itself: "the Permanent Review Committee (PRC)".
//!
//! In: the sentences of a document with the names found in them. Out: the same, in which such an acronym has no row of the
//! lists, wherever it stands in the document, unless the row is of the very name before the brackets. What a text says an
//! acronym stands for counts more than what a list says.

use std::collections::BTreeMap;

use crate::gazetteer::{Class, EntryId};
use crate::mention::Form;
use crate::mention::names::evidence::is_acronym;
use crate::mention::scan::{Found, Scan};

/// Takes the rows from acronyms that the document explains otherwise.
pub(in crate::mention) fn unlist(scans: &[Scan], found: &mut [Vec<Found>]) {
    let mut explained: BTreeMap<String, Option<Class>> = BTreeMap::new();
    for (scan, found) in scans.iter().zip(found.iter()) {
        for name in found {
            if let Some(class) = otherwise(scan, found, name) {
                explained.entry(scan.form(name.from).to_string()).or_insert(class);
            }
        }
    }
    if explained.is_empty() {
        return;
    }
    for (scan, found) in scans.iter().zip(found) {
        found.retain_mut(|name| {
            let lone = name.to - name.from == 1 && name.entry.is_some();
            let class = explained.get(scan.form(name.from)).filter(|_| lone);
            if let Some(&Some(class)) = class {
                (name.class, name.entry, name.part_of, name.rule) = (class, None, None, "name.bracketed");
            }
            class.is_none_or(Option::is_some)
        });
    }
}

/// What a listed acronym in brackets is, if the words before them are not what its row names: a name's class, or nothing
/// that is named.
fn otherwise(scan: &Scan, found: &[Found], name: &Found) -> Option<Option<Class>> {
    let (at, row) = (name.from, name.entry?);
    let bracketed = at > 1 && name.to == at + 1 && scan.form(at - 1) == "(" && scan.form(at + 1) == ")";
    if !bracketed || !is_acronym(scan, at) {
        return None;
    }
    let body = |other: &&Found| {
        other.to == at - 1
            && other.form == Form::Name
            && matches!(other.class, Class::Organisation | Class::Instrument | Class::Report)
    };
    if let Some(long) = found.iter().find(body) {
        let same = long.entry == Some(row) || long.entry.is_none() && shares_word(scan, long.from..long.to, row);
        return (!same).then_some(Some(long.class));
    }
    let words = spelt_out(scan, at)?;
    let capitals = scan.is_capital(words.start) && scan.is_capital(at - 2);
    (!shares_word(scan, words, row)).then_some(capitals.then_some(Class::Organisation))
}

/// The words right before the brackets whose first letters an acronym has, small words left out.
fn spelt_out(scan: &Scan, acronym: usize) -> Option<std::ops::Range<usize>> {
    let mut at = acronym - 1;
    for letter in scan.form(acronym).chars().rev() {
        at = (0..at).rev().find(|&word| {
            let small = matches!(scan.word(word), "of" | "the" | "and" | "for" | "in" | "on" | "to");
            !small && !scan.folded[word].is_empty()
        })?;
        if !scan.form(at).to_uppercase().starts_with(letter) {
            return None;
        }
    }
    Some(at..acronym - 1)
}

/// Whether words and the name of a row have one that tells something in common.
fn shares_word(scan: &Scan, words: std::ops::Range<usize>, row: EntryId) -> bool {
    let name = scan.gazetteer.entry(row).name.to_lowercase();
    let tells =
        |word: &str| !["organisation-head", "ministry-head", "common"].iter().any(|kind| scan.gazetteer.is(kind, word));
    words
        .into_iter()
        .any(|at| scan.word(at).len() > 2 && tells(scan.word(at)) && name.split(' ').any(|own| own == scan.word(at)))
}
