//! Bodies that no list holds, by their head noun: "Committee to Protect Journalists", "Ministry of Justice of Belarus".
//!
//! In: a scanned sentence. Out: candidates: capitalized words around a noun for a body, joined over "of", "for" and "and",
//! with the state that the name says the body is of.

use super::adjoins;
use crate::gazetteer::{Class, Form as Listed, Hit};
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// Bodies: capitalized words around a head noun, over small words between them.
pub(super) fn find(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    for head in 0..scan.len() {
        // "the Kenyan Red Cross"
        let red = matches!(scan.word(head), "cross" | "crescent") && scan.before(head) == "red";
        if !scan.is_capital(head) || !(red || scan.is("organisation-head", head)) {
            continue;
        }
        if scan.is_work(head) {
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
        // "Minister of Trade and Social Services Jane Doe": what an office is for.
        let field = || scan.office_before(to).is_some_and(|(start, _)| start < from);
        if to - from < 2 || from + 1 == to || is_prize(scan, to) || field() {
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

/// Companies of partners: "Zorva & Roe", "J.D. Zorva & Sons"; no two names that lists know, as of states.
pub(super) fn partners(scan: &Scan) -> Vec<Found> {
    let name = |at: usize| {
        scan.is_capital(at)
            && scan.form(at).chars().count() > 1
            && !scan.is("not-a-name", at)
            && scan.title_at(at).is_none()
    };
    let known = |at: usize| scan.listed(at).next().is_some();
    let whole = |sign: usize| {
        let before = sign.checked_sub(1)?;
        let joins = scan.form(sign) == "&" && name(before) && name(sign + 1) && scan.capitals_tell;
        if !joins || known(before) && known(sign + 1) {
            return None;
        }
        let from = (0..sign).rev().take_while(|&at| name(at) || scan.form(at) == "&").last()?;
        let to = (sign + 1..scan.len()).take_while(|&at| name(at) || scan.form(at) == "&").last()? + 1;
        let (class, form) = (Class::Organisation, Form::Name);
        Some(Found { from, to, class, form, entry: None, part_of: None, rule: "name.partners", rank: 3 })
    };
    (0..scan.len()).filter_map(whole).collect()
}

/// Whether a name goes on to that of a prize: "the Zorvia Press Freedom Award".
fn is_prize(scan: &Scan, to: usize) -> bool {
    let last = (to..scan.len()).take_while(|&at| scan.is_capital(at)).last();
    last.is_some_and(|last| matches!(scan.word(last), "award" | "awards" | "prize" | "prizes" | "medal"))
}

/// Whether a plural or singular noun for owners stands before a possessive: "Children's", "Teachers'".
fn owns(scan: &Scan, sign: usize) -> bool {
    sign > 0 && matches!(scan.word(sign), "'s" | "'") && scan.is_capital(sign - 1) && scan.is("owner-noun", sign - 1)
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
            || owns(scan, before)
            // "the New Patriotic Party", but not at a sentence's beginning.
            || scan.word(before) == "new"
                && scan.is_capital(before)
                && (scan.listed(before).next().is_some() || scan.capitals_tell && !scan.begins(before))
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
        // "Rode of New Meadow Party": nothing before it belongs to the name.
        if scan.word(from) == "new" && scan.listed(from).next().is_none() {
            break;
        }
    }
    while from < head && (scan.folded[from].is_empty() || matches!(scan.form(from), "and" | "for" | "of" | "&")) {
        from += 1;
    }
    // "All India Football Federation", "the All Progressives Party"
    let inside = |at: usize| scan.capitals_tell && !scan.begins(at);
    let all =
        from.checked_sub(1).filter(|&at| scan.form(at) == "All" && (inside(at) || scan.listed(from).next().is_some()));
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
        // "Velmora Coalition in Exile"
        if scan.form(to) == "in" && scan.form(to + 1) == "Exile" {
            return to + 2;
        }
        let small = matches!(scan.form(to), "of" | "for" | "on" | "in" | "against" | "to" | "and" | "&");
        let after = if small && matches!(scan.form(to + 1), "the") { to + 2 } else { to + 1 };
        let rights = |at: usize| scan.word(at) == "rights" && scan.before(at) == "human";
        // "Ministry of External Affairs"
        let field = |at: usize| scan.is_capital(at + 1) && scan.is("ministry-field", at + 1);
        let named = |at: usize| scan.is_capital(at) && (!scan.is("not-a-name", at) || rights(at) || field(at));
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
            // "The Ministry of Defence and the Interior Ministry" are two.
            if scan.form(to) == "and" && after == to + 2 && is_body(scan, after) {
                return to;
            }
            to = after + 1;
            let owned = |to: usize| owns(scan, to) && scan.is_capital(to + 1);
            while named(to) && scan.upos(to) != Some(Upos::Verb) || owned(to) {
                to += if owned(to) { 2 } else { 1 };
            }
        } else {
            return to;
        }
    }
}

/// Whether a body's name begins at a token: a listed one, or capitals up to a noun for one.
fn is_body(scan: &Scan, at: usize) -> bool {
    let listed = |hit: &Hit| hit.form == Listed::Seat || scan.gazetteer.entry(hit.entry).class == Class::Organisation;
    let head = |at: usize| ["organisation-head", "lone-body"].iter().any(|kind| scan.is(kind, at));
    scan.listed(at).any(listed) || (at..scan.len()).take_while(|&at| scan.is_capital(at)).any(head)
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
