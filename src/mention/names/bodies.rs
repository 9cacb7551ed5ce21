//! Bodies that no list holds, by their head noun: "Committee to Protect Journalists", "Ministry of Justice of Belarus".
//!
//! In: a scanned sentence. Out: candidates: capitalized words around a noun for a body, joined over "of", "for" and "and",
//! with the state that the name says the body is of.

use super::adjoins;
use crate::gazetteer::Class;
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// Bodies: capitalized words around a head noun, over small words between them.
pub(super) fn find(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    for head in 0..scan.len() {
        if !scan.is_capital(head) || !scan.is("organisation-head", head) {
            continue;
        }
        // "member of Parliament"
        if scan.title_before(head + 1).is_some_and(|(from, _)| from < head) {
            continue;
        }
        let proper = matches!(scan.upos(head), Some(Upos::Propn | Upos::Noun));
        if !proper || !scan.capitals_tell && scan.upos(head) != Some(Upos::Propn) {
            continue;
        }
        let (from, to) = (start_of_body(scan, head), end_of_body(scan, head));
        if to - from < 2 || from + 1 == to {
            continue;
        }
        // "Commission of Inquiry on Burundi" is no body of Burundi's, and "Forum on Latin America" none of America's.
        let about =
            |at: usize| (from..at).any(|word| matches!(scan.word(word), "on" | "for" | "against" | "to" | "with"));
        let part_of = (from..to).filter(|&at| !about(at)).find_map(|at| state_at(scan, at));
        found.push(Found {
            from,
            to,
            class: Class::Organisation,
            form: Form::Name,
            entry: None,
            part_of,
            rule: "name.body",
            rank: 3,
        });
    }
    found
}

/// The state that a word names: Belarus in "Ministry of Justice of Belarus".
fn state_at(scan: &Scan, at: usize) -> Option<crate::gazetteer::EntryId> {
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    scan.words_from(at, 6, &mut words, &mut ends);
    if words.is_empty() || scan.folded[at].is_empty() {
        return None;
    }
    let (_, hits) = scan.gazetteer.longest(&words)?;
    let hit = hits.iter().find(|hit| scan.gazetteer.entry(hit.entry).class == Class::Government)?;
    Some(hit.entry)
}

fn start_of_body(scan: &Scan, head: usize) -> usize {
    let mut from = head;
    while let Some(before) = from.checked_sub(1) {
        // "News" alone is a heading; in "French News Agency" it is a kind of body.
        let rights = scan.word(before) == "rights" && scan.before(before) == "human";
        let name = !scan.is("not-a-name", before) || scan.is("organisation-head", before) || rights;
        let joins = scan.is_capital(before) && name && !scan.begins_title(before)
            || scan.folded[before].is_empty() && before > 0 && adjoins(scan, before)
            || before > 0
                && scan.word(before) == "'s"
                && scan.is_capital(before - 1)
                && scan.is("owner-noun", before - 1)
            || scan.word(before) == "new" && scan.is_capital(before) && scan.listed(before).next().is_some()
            || matches!(scan.form(before), "and" | "for" | "&" | "of")
                && before > 0
                && scan.is_capital(before - 1)
                && scan.capitals_tell
                && before + 1 < head + 1
                && !scan.is("not-a-name", before - 1)
                && scan.title_before(before).is_none_or(|(start, _)| {
                    start + 1 == before && scan.is("ministry-field", start)
                })
                // "the Ford Foundation and Acme International" are two.
                && !(matches!(scan.form(before), "and" | "&") && scan.is("organisation-head", before - 1))
                && scan.word(from) != "human"
                && from < head;
        if !joins {
            break;
        }
        from = before;
    }
    while from < head && (scan.folded[from].is_empty() || matches!(scan.form(from), "and" | "for" | "of" | "&")) {
        from += 1;
    }
    // "All India Football Federation"
    let all = from.checked_sub(1).filter(|&at| scan.form(at) == "All" && scan.listed(from).next().is_some());
    if let Some(all) = all {
        return all;
    }
    // "Senior Treasury officials": how high or how many they are is no part of the body's name.
    let rank = matches!(scan.word(from), "senior" | "top" | "former" | "several" | "some" | "many" | "other" | "most");
    from + usize::from(rank && from < head && scan.begins(from))
}

/// "Ministry of Justice of Belarus", "Council on Foreign Relations", "Committee to Protect Journalists".
fn end_of_body(scan: &Scan, head: usize) -> usize {
    let mut to = head + 1;
    loop {
        // "Ministry of Information, Publicity and Broadcasting Services"
        if let Some(end) = portfolios(scan, head, to) {
            to = end;
            continue;
        }
        let small = matches!(scan.form(to), "of" | "for" | "on" | "in" | "against" | "to" | "and" | "&");
        let after = if small && matches!(scan.form(to + 1), "the") { to + 2 } else { to + 1 };
        let rights = |at: usize| scan.word(at) == "rights" && scan.before(at) == "human";
        let named = |at: usize| scan.is_capital(at) && (!scan.is("not-a-name", at) || rights(at));
        if small
            && named(after)
            && scan.capitals_tell
            && (scan.form(to) != "and" || to > head + 1 && !scan.is("organisation-head", to - 1))
        {
            let location =
                scan.form(to) == "in" || scan.form(to) == "to" && !matches!(scan.upos(after), Some(Upos::Verb));
            if location && scan.form(to) != "to" {
                return to;
            }
            let person = scan.gazetteer.given_name(scan.form(after)).is_some() || scan.title_at(after).is_some();
            if scan.form(to) == "and" && person && !scan.is("ministry-field", after) {
                return to;
            }
            to = after + 1;
            let owned = |to: usize| scan.word(to) == "'s" && scan.is("owner-noun", to - 1) && scan.is_capital(to + 1);
            while named(to) && scan.upos(to) != Some(Upos::Verb) || owned(to) {
                to += if owned(to) { 2 } else { 1 };
            }
        } else {
            return to;
        }
    }
}

/// The end of a list of a ministry's fields that goes on at a comma: ", Publicity and Broadcasting Services".
fn portfolios(scan: &Scan, head: usize, to: usize) -> Option<usize> {
    if !scan.is("ministry-head", head) || scan.word(head + 1) != "of" || scan.form(to) != "," {
        return None;
    }
    let name = |at: usize| scan.is_capital(at) && !scan.is("not-a-name", at);
    let and = (to + 1..(to + 6).min(scan.len())).find(|&at| scan.form(at) == "and")?;
    let listed = (to + 1..and).all(|at| name(at) || scan.form(at) == ",");
    let person = |at: usize| scan.gazetteer.given_name(scan.form(at)).is_some();
    if !listed || and == to + 1 || !name(and + 1) || person(to + 1) || person(and + 1) {
        return None;
    }
    (and + 1..=scan.len()).find(|&at| !name(at))
}
