//! Titles of documents in quotation marks: the report “Silent Fields: A Study of Drought in Chad,”.
//!
//! In: a scanned sentence. Out: candidates: what stands between quotation marks in title case right behind the noun for a
//! document or law, with the class of that noun. A title is one name, whatever names stand in it, so that it is longer than
//! all of them; a quoted sentence is none, nor is a title that no such noun precedes.

use crate::gazetteer::Class;
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// How many words a title has at most.
const LONGEST: usize = 30;

/// Candidates from quotation marks behind nouns for documents.
pub(super) fn find(scan: &Scan) -> Vec<Found> {
    (1..scan.len()).filter_map(|open| title(scan, open)).collect()
}

fn title(scan: &Scan, open: usize) -> Option<Found> {
    if !matches!(scan.form(open), "“" | "\"" | "‘" | "``") {
        return None;
    }
    let class = class_before(scan, open)?;
    let (from, limit) = (open + 1, (open + 1 + LONGEST).min(scan.len()));
    let close = (from..limit).find(|&at| matches!(scan.form(at), "”" | "\"" | "’" | "''"))?;
    let mut to = close;
    while to > from && matches!(scan.form(to - 1), "." | "," | ";") {
        to -= 1;
    }
    if to < from + 2 || !is_title(scan, from, to) {
        return None;
    }
    let (form, rule) = (Form::Name, "name.quoted-title");
    Some(Found { from, to, class, form, entry: None, part_of: None, rule, rank: 6 })
}

/// The class of the noun that a quotation mark names: "its report “", "a report titled “", "an order (E.O.), “".
fn class_before(scan: &Scan, open: usize) -> Option<Class> {
    let mut at = open.checked_sub(1)?;
    if matches!(scan.form(at), "," | ":" | "—" | "–") {
        at = at.checked_sub(1)?;
    }
    if matches!(scan.word(at), "titled" | "entitled" | "called" | "headlined" | "dubbed") {
        at = at.checked_sub(1)?;
        if matches!(scan.form(at), "," | "—" | "–" | "(") {
            at = at.checked_sub(1)?;
        }
    }
    if let Some(bracket) = scan.opened_bracket(at + 1) {
        at = bracket.checked_sub(1)?;
    }
    let lemma = scan.sentence.tokens[at].lemma.to_lowercase();
    match () {
        () if scan.gazetteer.is("report-noun", &lemma) && lemma != "statement" => Some(Class::Report),
        () if scan.gazetteer.is("instrument-noun", &lemma) => Some(Class::Instrument),
        () if lemma == "order" && scan.before(at) == "executive" => Some(Class::Instrument),
        () => None,
    }
}

/// Whether words begin with a capital and are set in title case, as those of a quoted sentence are not: small are only words
/// like "with".
fn is_title(scan: &Scan, from: usize, to: usize) -> bool {
    const SHORT: usize = 4;
    let long = |at: &usize| scan.form(*at).chars().filter(|c| c.is_alphabetic()).count() >= SHORT;
    let particle =
        |at: usize| matches!(scan.upos(at), Some(Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Det | Upos::Part));
    let small = (from..to).filter(long).filter(|&at| !scan.is_capital(at) && !particle(at)).count();
    let capitals = (from..to).filter(long).filter(|&at| scan.is_capital(at)).count();
    scan.is_capital(from) && capitals > 1 && small * 5 <= capitals
}
