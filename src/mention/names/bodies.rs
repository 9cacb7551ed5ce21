//! Bodies that no list holds, by their head noun: "Committee to Protect Journalists", "Ministry of Justice of Belarus".
//!
//! In: a scanned sentence. Out: candidates: capitalized words around a noun for a body, joined over "of", "for" and "and",
//! with the state that the name says the body is of.

use super::adjoins;
use super::evidence::is_acronym;
use crate::gazetteer::{Class, Form as Listed, Hit, TitleKind};
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// Bodies: capitalized words around a head noun, over small words between them.
pub(super) fn find(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    for head in 0..scan.len() {
        // "the Kenyan Red Cross"
        let red = matches!(scan.word(head), "cross" | "crescent") && scan.before(head) == "red";
        // "the Road Traffic Safety Administration", and no "Zorva Administration" of a president
        let agency = scan.word(head) == "administration"
            && head > 1
            && scan.is("common", head - 1)
            && scan.is_capital(head - 1)
            && scan.is_capital(head - 2);
        if !scan.is_capital(head) || !(red || agency || scan.is("organisation-head", head)) {
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
        // "Zorvia Muslim League-Nawaz" is a party.
        let wing = to > head + 1 && scan.form(head + 1) == "-";
        let part_of = (from..to).filter(|_| !wing).filter(|&at| !about(at)).find_map(|at| state_at(scan, at));
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
    found.extend((0..scan.len()).filter_map(|at| of_state(scan, at)));
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

/// "Free Voice of Uganda (FVU)": any name with its state's that an acronym in brackets follows, whose bracket opens at a token.
fn of_state(scan: &Scan, bracket: usize) -> Option<Found> {
    let acronym = scan.form(bracket) == "(" && scan.form(bracket + 2) == ")" && is_acronym(scan, bracket + 1);
    if !acronym || !scan.capitals_tell {
        return None;
    }
    let state = (bracket.saturating_sub(4)..bracket).find(|&at| {
        let whole = scan.span(at, bracket).of(scan.text);
        let words: Vec<String> = whole.split_whitespace().map(crate::gazetteer::fold).collect();
        let (length, hits) = scan.gazetteer.longest(&words).unwrap_or_default();
        length == words.len() && hits.iter().any(|hit| scan.gazetteer.entry(hit.entry).class == Class::Government)
    })?;
    let of = state.checked_sub(1)?;
    let of = if scan.word(of) == "the" { of.checked_sub(1)? } else { of };
    let name = |&at: &usize| {
        scan.is_capital(at)
            && !scan.is("not-a-name", at)
            && scan.title_at(at).is_none()
            && scan.listed(at).next().is_none()
    };
    let from = (0..of).rev().take_while(name).last().filter(|_| scan.word(of) == "of")?;
    Some(Found {
        from,
        to: bracket,
        class: Class::Organisation,
        form: Form::Name,
        entry: None,
        part_of: None,
        rule: "name.body",
        rank: 3,
    })
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
    // "The pro-Kurdish Justice Party": whom a word with a hyphen is for or against is no part of the name.
    let side = |at: usize| matches!(scan.word(at), "pro" | "anti") && !scan.is_capital(at);
    if from > 1 && from + 1 < head && scan.folded[from - 1].is_empty() && side(from - 2) {
        return from + 1;
    }
    // "Senior Treasury officials": how high or how many they are is no part of the body's name.
    let rank = matches!(scan.word(from), "senior" | "top" | "former" | "several" | "some" | "many" | "other" | "most");
    from + usize::from(rank && from < head && scan.begins(from))
}

/// "Ministry of Justice of Belarus", "Council on Foreign Relations", "Committee to Protect Journalists".
fn end_of_body(scan: &Scan, head: usize) -> usize {
    let mut to = head + 1;
    // "Zorvia Muslim League-Nawaz (ZML-N)": the wing of a party
    let wing = scan.form(to) == "-" && to + 2 < scan.len() && adjoins(scan, to) && scan.is_capital(to + 1);
    if wing && scan.form(to + 2) == "(" {
        return to + 2;
    }
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
        let Some(after) = goes_on(scan, head, to) else { return to };
        to = end_of_names(scan, after + 1);
    }
}

/// The capital with which a body's name goes on at a small word: "of Justice", "on Foreign Relations".
fn goes_on(scan: &Scan, head: usize, to: usize) -> Option<usize> {
    const ABOUT: [&str; 8] = ["commission", "committee", "conference", "council", "forum", "group", "inquiry", "panel"];
    let small = matches!(scan.form(to), "of" | "for" | "on" | "in" | "against" | "to" | "and" | "&");
    let after = if small && matches!(scan.form(to + 1), "the") { to + 2 } else { to + 1 };
    let and = scan.form(to) == "and";
    if !small || !is_named(scan, after) || !scan.capitals_tell {
        return None;
    }
    if and && (to <= head + 1 || scan.is("organisation-head", to - 1)) || scan.form(to) == "in" {
        return None;
    }
    let person = || scan.is_given_name(after) || scan.title_at(after).is_some();
    if and && !scan.is("ministry-field", after) && person() {
        return None;
    }
    // "The Ministry of Defence and the Interior Ministry" are two.
    if and && after == to + 2 && is_body(scan, after) {
        return None;
    }
    // "The High Court against Uganda", "the World Bank on African debt": whom it is about is no part of the name.
    let told = || (head..to).any(|at| ABOUT.contains(&scan.word(at)));
    let about = scan.form(to) == "against" || scan.form(to) == "on" && !told();
    (!about || scan.listed(after).next().is_none()).then_some(after)
}

/// Whether a token is a word of a body's name: "Human Rights", "External Affairs".
fn is_named(scan: &Scan, at: usize) -> bool {
    let rights = || scan.word(at) == "rights" && scan.before(at) == "human";
    let field = || scan.is_capital(at + 1) && scan.is("ministry-field", at + 1);
    scan.is_capital(at) && (!scan.is("not-a-name", at) || rights() || field())
}

/// Where the words of a body's name that go on at a token end, owners among them.
fn end_of_names(scan: &Scan, mut to: usize) -> usize {
    let named = |at: usize| is_named(scan, at) && !is_title_of_next(scan, at) && scan.upos(at) != Some(Upos::Verb);
    loop {
        if owns(scan, to) && scan.is_capital(to + 1) {
            to += 2;
        } else if named(to) {
            to += 1;
        } else {
            return to;
        }
    }
}

/// "Law Society of Kenya Chairman Jane Doe": whether a title at a token is the one of who follows.
fn is_title_of_next(scan: &Scan, at: usize) -> bool {
    let office = scan.title_at(at).filter(|(_, kind)| *kind != TitleKind::Honorific);
    office.is_some_and(|(length, _)| {
        let name = at + length;
        let last = (name..scan.len()).take_while(|&at| scan.is_name_word(at)).last();
        let kinds = ["organisation-head", "ministry-field", "ministry-head"];
        let plain = |at: usize| !kinds.iter().any(|kind| scan.is(kind, at));
        last.is_some_and(|last| last > name && (name..=last).all(plain))
    })
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
    let person = |at: usize| scan.is_given_name(at);
    if !listed || and == to + 1 || !name(and + 1) || person(to + 1) || person(and + 1) {
        return None;
    }
    (and + 1..=scan.len()).find(|&at| !name(at))
}
