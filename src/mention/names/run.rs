//! Runs of capitalized words that may be one name.
//!
//! In: a scanned sentence and the listed names in it. Out: where a run that begins at a token ends. It goes on over initials,
//! particles ("bin", "van"), hyphens, a ruler's number and the second syllable of a given name, and is cut before a listed
//! name and behind a body's. What it names is left to [`super`].

use super::evidence;
use crate::gazetteer::{Class, Hit};
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// The end of a run of name words that begins here.
pub(super) fn run(scan: &Scan, from: usize, listed: &[Found]) -> Option<usize> {
    if !starts(scan, from) || is_seat(scan, from) {
        return None;
    }
    // "Governor of Rivers Jane Doe": the region ends before the name.
    let governed = |title: usize| matches!(scan.word(title), "governor" | "premier" | "mayor");
    if scan.before(from) == "of" && from > 1 && governed(from - 2) && (1..3).all(|next| scan.is_name_word(from + next))
    {
        return Some(from + 1);
    }
    // "Speaker of Parliament Jane Doe": the body ends before the name.
    if scan.is("lone-body", from) && scan.before(from) == "of" {
        return Some(from + 1);
    }
    let mut to = from + 1;
    while to < scan.len() && !is_cut(scan, from, to, listed) {
        if joins(scan, from, to) {
            to += 1;
        } else if is_called(scan, from, to) {
            to += 3;
        } else {
            break;
        }
    }
    // "Jane Doe MP"
    let member = |at: usize| matches!(scan.form(at), "MP" | "MEP" | "MSP" | "MLA" | "TD");
    while to > from + 1 && scan.folded[to - 1].is_empty() || to > from + 2 && member(to - 1) {
        to -= 1;
    }
    Some(to)
}

/// "(D-ND)", "R-Ill.": a party and the state that somebody sits for.
fn is_seat(scan: &Scan, at: usize) -> bool {
    let party = |at: usize| matches!(scan.form(at), "D" | "I" | "R");
    let behind = at > 2 && scan.before(at) == "-" && party(at - 2) && matches!(scan.form(at - 3), "(" | ",");
    behind || party(at) && scan.form(at + 1) == "-" && matches!(scan.before(at), "(" | ",")
}

/// Whether another name begins where a run might go on.
fn is_cut(scan: &Scan, from: usize, to: usize, listed: &[Found]) -> bool {
    let given = |at: usize| scan.is_given_name(at);
    let begins = |name: &Found| name.from == to && name.to > to && !matches!(name.class, Class::Place | Class::Person);
    // "Leila de Lima"
    let particle = || scan.is("name-particle", to - 1) && given(from);
    if listed.iter().any(begins) && !particle() && !is_surname_of_people(scan, from, to, listed) {
        return true;
    }
    // "Jane Doe Latin America correspondent": a place of two words is no part of a person's name.
    let region = |hit: &Hit| scan.gazetteer.entry(hit.entry).class == Class::Place;
    let long = |name: &Found| name.from == to && name.to > to + 1;
    // "the Refugee Council Jane Doe": a body's name ends before a person's begins.
    let body = || scan.is("organisation-head", to - 1) && given(to);
    // "the Commission of Inquiry Jane Doe"
    let several = to - from > 1;
    several && listed.iter().any(long) && scan.listed(to).any(region)
        || (several || scan.before(from) == "of") && body()
}

/// "Ruth Zulu, who": behind a given name, and before no noun, a people's name is a surname.
fn is_surname_of_people(scan: &Scan, from: usize, to: usize, listed: &[Found]) -> bool {
    let people = listed.iter().any(|name| name.class == Class::Group && name.from == to && name.to == to + 1);
    let modifies = matches!(scan.upos(to + 1), Some(Upos::Noun | Upos::Propn | Upos::Adj)) || scan.form(to + 1) == "-";
    people && to == from + 1 && scan.is_given_name(from) && !modifies && scan.form(to) != scan.form(from)
}

/// Whether a run that began before a token goes on with it.
fn joins(scan: &Scan, from: usize, to: usize) -> bool {
    scan.is_name_word(to)
        || initial(scan, to)
        || bare_initial(scan, to)
        || scan.folded[to].is_empty() && to + 1 < scan.len() && adjoins(scan, to)
        || second_syllable(scan, from, to)
        || first_syllable(scan, from, to)
        || ordinal(scan, from, to)
        || acronyms_wing(scan, from, to)
        || after_given_name(scan, from, to)
        || scan.is("name-particle", to) && scan.form(to).starts_with(char::is_lowercase) && next_is_name(scan, to)
        || scan.is("body-particle", to) && scan.is_capital(to + 1) && scan.capitals_tell
}

/// "Juan Carlos (Juanito) Zorva": what somebody is called stands in brackets inside his name.
fn is_called(scan: &Scan, from: usize, to: usize) -> bool {
    scan.is_given_name(from)
        && scan.form(to) == "("
        && scan.is_name_word(to + 1)
        && scan.form(to + 2) == ")"
        && scan.is_name_word(to + 3)
        && scan.title_at(to + 3).is_none()
}

fn starts(scan: &Scan, at: usize) -> bool {
    if scan.is_name_word(at) || acronyms_wing(scan, at, at + 2) {
        return true;
    }
    // "Advocates sans Frontières"
    if scan.is_capital(at) && scan.is("body-particle", at + 1) && scan.is_capital(at + 2) && scan.capitals_tell {
        return true;
    }
    // "Parliament urged Ghana to act"; "Green Sun, a monthly, said"
    if evidence::is_institution(scan, at) || begins_outlet(scan, at) {
        return true;
    }
    // A sentence may begin with a name that the tagger does not know.
    scan.is_capital(at) && !scan.is("not-a-name", at) && scan.is_given_name(at) && scan.is_name_word(at + 1)
        || initial(scan, at) && scan.is_name_word(at + 1)
        || scan.may_be_name(at)
            && !scan.is_name_word(at + 1)
            && (evidence::is_persons(scan, at, at + 1) || evidence::apposed(scan, at + 1).is_some())
}

/// "Green Sun, a monthly based in Paris, said": words that begin a sentence and that an apposition calls a body.
fn begins_outlet(scan: &Scan, at: usize) -> bool {
    let to = (at + 1..scan.len()).find(|&word| !scan.is_name_word(word)).unwrap_or(scan.len());
    scan.begins(at)
        && scan.is_capital(at)
        && !scan.is("not-a-name", at)
        && (at + 2..=at + 3).contains(&to)
        && evidence::apposed(scan, to) == Some(Class::Organisation)
}

fn initial(scan: &Scan, at: usize) -> bool {
    let form = scan.form(at);
    let mut letters = form.chars();
    letters.next().is_some_and(char::is_uppercase)
        && form.ends_with('.')
        && form.chars().count() <= 4
        && !scan.is("not-a-name", at)
        && scan.gazetteer.title(&scan.lower[at..]).is_none()
}

/// "George W Bush": a capital alone between a given name and a surname.
fn bare_initial(scan: &Scan, at: usize) -> bool {
    scan.form(at).chars().count() == 1
        && scan.is_capital(at)
        && at > 0
        && scan.is_given_name(at - 1)
        && scan.is_name_word(at + 1)
        && scan.capitals_tell
}

/// Whether a hyphen stands without spaces between two parts of a name.
pub(super) fn adjoins(scan: &Scan, at: usize) -> bool {
    let tokens = &scan.sentence.tokens;
    at > 0
        && tokens[at - 1].span.end == tokens[at].span.start
        && tokens[at].span.end == tokens[at + 1].span.start
        && scan.form(at + 1).chars().all(|c| c.is_alphabetic() || c == '\'')
}

/// "Wong Yeung-tat": a given name of two syllables behind a surname; no "Obama-era", since that is a word.
fn second_syllable(scan: &Scan, from: usize, at: usize) -> bool {
    let short = |at: usize| (2..=6).contains(&scan.form(at).chars().count());
    at > from + 2
        && scan.folded[at - 1].is_empty()
        && adjoins(scan, at - 1)
        && scan.form(at).starts_with(char::is_lowercase)
        && (short(at) && short(at - 2))
        && !scan.is("common", at)
        && scan.is_capital(at - 3)
}

/// "Kim In-so": the first syllable of a given name behind a surname, whatever word it may be elsewhere.
fn first_syllable(scan: &Scan, from: usize, at: usize) -> bool {
    at == from + 1
        && scan.is_capital(at)
        && (2..=6).contains(&scan.form(at).chars().count())
        && at + 2 < scan.len()
        && scan.folded[at + 1].is_empty()
        && adjoins(scan, at + 1)
        && scan.form(at + 2).starts_with(char::is_lowercase)
        && !scan.is("common", at + 2)
}

/// "Zorva VIII", "Queen Zorva I": a ruler's number behind a first name.
fn ordinal(scan: &Scan, from: usize, at: usize) -> bool {
    let form = scan.form(at);
    let roman = !form.is_empty() && form.len() <= 5 && form.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let rules =
        || matches!(scan.word(at.saturating_sub(2)), "king" | "queen" | "pope" | "emperor" | "empress" | "tsar");
    let named = || scan.is_given_name(at - 1);
    roman && at > from && (rules() || named() && (form.len() > 1 || scan.upos(at) != Some(Upos::Pron)))
}

/// "Anita Among": a capital in the middle of a sentence right behind a given name, whatever word it may be elsewhere.
fn after_given_name(scan: &Scan, from: usize, at: usize) -> bool {
    at > from
        && scan.capitals_tell
        && (scan.is_given_name(at - 1) || scan.title_before(at - 1).is_some())
        && scan.is_capital(at)
        && scan.form(at).chars().count() > 3
        && matches!(scan.upos(at), Some(Upos::Propn | Upos::Adp | Upos::Verb | Upos::Adv | Upos::Sconj))
        && !scan.is_capital(at + 1)
        && !scan.is_demonym(at)
}

/// "PML-N": the wing of a party behind its acronym.
pub(in crate::mention) fn acronyms_wing(scan: &Scan, from: usize, at: usize) -> bool {
    let letters = scan.form(at);
    at == from + 2
        && at < scan.len()
        && evidence::is_acronym(scan, from)
        && scan.form(at - 1) == "-"
        && adjoins(scan, at - 1)
        && letters.chars().count() < 5
        && letters.chars().all(char::is_uppercase)
}

fn next_is_name(scan: &Scan, at: usize) -> bool {
    (at + 1..at + 3).any(|next| scan.is_name_word(next)) && !matches!(scan.word(at), "y" | "e" | "la" | "le")
        || scan.is_name_word(at + 1)
}
