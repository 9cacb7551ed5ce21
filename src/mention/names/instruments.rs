//! Laws and treaties by the kind that begins or ends their names, whatever states and places stand in them.
//!
//! In: a scanned sentence. Out: candidates: "the International Convention for the Protection of All Persons", "the Iran-Libya
//! Sanctions Act", "the Freedom of Togo Act of 2003", "the Dayton peace accord", "Resolution 1234", "S. Res. 203". A list of
//! states in a sentence is no part of a name, and a kind in small letters makes one only behind a place that no state is: "the
//! France climate deal" may be any.

use super::adjoins;
use crate::gazetteer::Class;
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// Kinds of laws and treaties that end their names.
pub(in crate::mention) const ENACTED: [&str; 11] =
    ["bill", "act", "treaty", "convention", "accord", "protocol", "amendment", "agreement", "pact", "charter", "deal"];

/// Candidates from the kind of law or treaty.
pub(in crate::mention) fn find(scan: &Scan) -> Vec<Found> {
    let mut found = treaties(scan);
    found.extend(acts(scan));
    found.extend(codes(scan));
    found.extend(numbered(scan));
    found.extend((0..scan.len()).filter_map(|at| of_congress(scan, at)));
    found
}

/// Bills and resolutions of the United States Congress by chamber and number: "S. 831", "H.R. 1234", "S. Res. 203", "H. Con. Res. 3".
fn of_congress(scan: &Scan, from: usize) -> Option<Found> {
    let digits = |form: &str| !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_digit());
    let glued = ["S.", "H.R."].iter().any(|chamber| scan.form(from).strip_prefix(chamber).is_some_and(digits));
    let opens = matches!(scan.form(from), "S." | "H." | "H.R." | "S.J." | "H.J." | "H.Con.");
    let kind = |&at: &usize| matches!(scan.form(at), "R." | "J." | "Con." | "Res.");
    let number = from + 1 + (from + 1..from + 3).take_while(kind).count();
    let to = if glued { from + 1 } else { number + 1 };
    let (class, form, rule) = (Class::Instrument, Form::Name, "name.bill");
    let whole = glued || opens && digits(scan.form(number));
    whole.then_some(Found { from, to, class, form, entry: None, part_of: None, rule, rank: 6 })
}

/// Resolutions by number, with the body whose they are: "UN Security Council Resolution 1234", "resolution 56/78".
fn numbered(scan: &Scan) -> Vec<Found> {
    let number = |at: usize| {
        let form = scan.form(at);
        form.starts_with(|c: char| c.is_ascii_digit()) && form.chars().all(|c| c.is_ascii_digit() || c == '/')
    };
    let whole = |head: usize| {
        // "Executive Order 1234"
        if scan.word(head) == "order" && scan.before(head) == "executive" && number(head + 1) {
            let (class, form, rule) = (Class::Instrument, Form::Name, "name.order");
            let (from, to) = (head - 1, head + 2);
            return Some(Found { from, to, class, form, entry: None, part_of: None, rule, rank: 4 });
        }
        if scan.word(head) != "resolution" || !number(head + 1) {
            return None;
        }
        let owner = |at: usize| {
            scan.is_capital(at) && !scan.is("not-a-name", at) && scan.upos(at) != Some(Upos::Verb) && scan.capitals_tell
        };
        let from = (0..head).rev().take_while(|&at| owner(at)).last().unwrap_or(head);
        // "The Resolution 1234": a body's name is whole or left out.
        let body = (from..head).any(|at| ["organisation-head", "lone-body"].iter().any(|kind| scan.is(kind, at)));
        // "Resolution 1234 (2004)"
        let year = scan.form(head + 2) == "(" && number(head + 3) && scan.form(head + 4) == ")";
        let (from, to) = (if body { from } else { head }, head + if year { 5 } else { 2 });
        let (class, form) = (Class::Instrument, Form::Name);
        Some(Found { from, to, class, form, entry: None, part_of: None, rule: "name.resolution", rank: 4 })
    };
    (0..scan.len()).filter_map(whole).collect()
}

/// "The Penal Code", "Article 3 of the Criminal Procedure Code", "its Press Law".
fn codes(scan: &Scan) -> Vec<Found> {
    let field = |&at: &usize| scan.is_capital(at) && scan.is("code-field", at);
    let whole = |head: usize| {
        let kind = scan.is_capital(head) && matches!(scan.word(head), "code" | "law");
        let from = (0..head).rev().take_while(field).last().filter(|_| kind && scan.capitals_tell)?;
        let alone = !scan.is_name_word(head + 1);
        let (class, form, rule) = (Class::Instrument, Form::Name, "name.code");
        let found = Found { from, to: head + 1, class, form, entry: None, part_of: None, rule, rank: 4 };
        alone.then_some(found)
    };
    (1..scan.len()).filter_map(whole).collect()
}

/// Treaties that begin with their kind: "the International Convention for the Protection of All Persons", "Covenant on Civil
/// and Political Rights".
fn treaties(scan: &Scan) -> Vec<Found> {
    let capital = |at: usize| scan.is_capital(at) && !scan.is("not-a-name", at) || scan.form(at) == "All";
    let small =
        |at: usize| matches!(scan.form(at), "of" | "on" | "for" | "against" | "and" | "the" | "to" | "from" | ",");
    let state = |at: usize| scan.listed(at).any(|hit| scan.gazetteer.entry(hit.entry).class == Class::Government);
    let heads = (0..scan.len()).filter(|&at| scan.is_capital(at) && scan.capitals_tell && scan.is("treaty-noun", at));
    let whole = |head: usize| {
        if !matches!(scan.form(head + 1), "of" | "on" | "for" | "against" | "to") {
            return None;
        }
        // "Jane Law of Oxfam"
        let enacted = scan.is("law-noun", head);
        let person = head > 0 && (scan.is_given_name(head - 1) || scan.title_before(head).is_some());
        if enacted && (person || !matches!(scan.form(head + 1), "on" | "against" | "for")) {
            return None;
        }
        let mut to = head + 1;
        for at in head + 1..scan.len() {
            if capital(at) && !(state(at) && matches!(scan.form(at - 1), "and" | "to" | "from" | ",")) {
                to = at + 1;
            } else if !small(at) || at + 1 - to > 2 {
                break;
            }
        }
        let mut from = head;
        while from > 0
            && scan.is_capital(from - 1)
            && !scan.is("not-a-name", from - 1)
            && scan.upos(from - 1) != Some(Upos::Verb)
        {
            from -= 1;
        }
        // "the 1946 Convention on Privileges"
        if from > 0 && is_year(scan, from - 1) {
            from -= 1;
        }
        let made = Found {
            from,
            to,
            class: Class::Instrument,
            form: Form::Name,
            entry: None,
            part_of: None,
            rule: "name.treaty",
            rank: 3,
        };
        (to > head + 1).then_some(made)
    };
    heads.filter_map(whole).collect()
}

/// Whether a token is a year of the last two centuries.
fn is_year(scan: &Scan, at: usize) -> bool {
    let form = scan.form(at);
    form.len() == 4 && (form.starts_with("19") || form.starts_with("20")) && form.bytes().all(|b| b.is_ascii_digit())
}

/// Laws and treaties that end with their kind, whatever states and places begin them: "the Iran-Libya Sanctions Act", "Paris
/// Peace Accords", "the Dayton peace accord".
fn acts(scan: &Scan) -> Vec<Found> {
    let whole = |head: usize| {
        let small = scan.form(head).starts_with(char::is_lowercase);
        let kind = scan.word(head).trim_end_matches('s');
        // "President Bill Zorva"
        let person = scan.is_name_word(head + 1) && scan.title_before(head).is_some();
        if !ENACTED.contains(&kind) || !small && !scan.capitals_tell || person {
            return None;
        }
        let mut from = head;
        // "The Dayton peace accord": a place before a kind of peace, never a state, whose own treaty it may be.
        if small {
            if !matches!(kind, "accord" | "agreement" | "treaty" | "deal")
                || !matches!(scan.before(head), "peace" | "climate")
            {
                return None;
            }
            from = head - 1;
        }
        let capital = |at: usize| {
            let word = !scan.is("not-a-name", at) || scan.word(at) == "rights";
            scan.is_capital(at) && word && scan.upos(at) != Some(Upos::Verb)
        };
        // "the Support for Peace and Human Rights in Togo Act"
        let joins = |at: usize| {
            let small = matches!(scan.form(at), "and" | "for" | "of" | "in");
            kind == "act" && small && at > 0 && capital(at - 1) && capital(at + 1)
        };
        while from > 0
            && (capital(from - 1)
                || joins(from - 1)
                || from > 1 && scan.folded[from - 1].is_empty() && adjoins(scan, from - 1))
        {
            from -= 1;
        }
        let place = |at: usize| scan.listed(at).any(|hit| scan.gazetteer.entry(hit.entry).class == Class::Place);
        let named = if small {
            from + 2 == head && place(from)
        } else {
            from < head && !(scan.begins(from) && from + 1 == head)
        };
        // "the Modern Slavery Act 2015", "the Magnitsky Act of 2012"
        let year = head + 1 + usize::from(scan.word(head + 1) == "of");
        let dated = kind == "act" && !small && is_year(scan, year);
        named.then_some(Found {
            from,
            to: if dated { year + 1 } else { head + 1 },
            class: Class::Instrument,
            form: Form::Name,
            entry: None,
            part_of: None,
            rule: "name.instrument",
            rank: 3,
        })
    };
    (1..scan.len()).filter_map(whole).collect()
}
