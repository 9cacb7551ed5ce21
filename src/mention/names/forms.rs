//! Bodies that no list holds, by the form of their names: "Zorva & Roe", "Joint Chiefs of Staff", "Free Voice of Uganda (FVU)".
//!
//! In: a scanned sentence. Out: candidates whose words need no noun for a body: partners of a company, those who lead a state's
//! forces, federal courts by the land that they judge, ministries in small letters, and any name with its state's that an
//! acronym in brackets follows.

use super::bodies::state_at;
use super::evidence::is_acronym;
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// Candidates from the form of names.
pub(super) fn find(scan: &Scan) -> Vec<Found> {
    let mut found = partners(scan);
    let others = |at: usize| {
        of_state(scan, at)
            .or_else(|| staff(scan, at))
            .or_else(|| district_court(scan, at))
            .or_else(|| region_of_state(scan, at))
            .or_else(|| ministry(scan, at))
            .or_else(|| office(scan, at))
    };
    found.extend((0..scan.len()).filter_map(others));
    found
}

/// "Chad's foreign ministry", "the home affairs ministry": what a ministry is for names it in small letters, too.
fn ministry(scan: &Scan, head: usize) -> Option<Found> {
    let small = |at: usize| !scan.form(at).starts_with(char::is_uppercase) || scan.begins(at);
    let field = |&at: &usize| scan.is("ministry-field", at) && small(at);
    let from = (0..head).rev().take_while(field).last().filter(|_| scan.form(head) == "ministry")?;
    // "the digital affairs ministry"
    let whose = from.checked_sub(1).filter(|&at| matches!(scan.upos(at), Some(Upos::Adj | Upos::Noun)) && small(at));
    let from = whose.filter(|_| scan.word(from) == "affairs").unwrap_or(from);
    // "the foreign ministry of India": whose it is tells it from another's.
    let part_of = (scan.word(head + 1) == "of").then(|| state_at(scan, head + 2)).flatten();
    let (class, form) = (Class::Organisation, Form::Name);
    Some(Found { from, to: head + 1, class, form, entry: None, part_of, rule: "name.body", rank: 2 })
}

/// "The Attorney General's Office", "the Kenyan Prosecutor General's Office": the office of who holds one.
fn office(scan: &Scan, head: usize) -> Option<Found> {
    let sign = head.checked_sub(1).filter(|&sign| scan.form(head) == "Office" && scan.word(sign) == "'s")?;
    let (title, kind) = scan.title_before(sign)?;
    if kind == TitleKind::Honorific || !scan.is_capital(title) || !scan.capitals_tell {
        return None;
    }
    let state = title.checked_sub(1).filter(|&at| scan.is_demonym(at)).and_then(|at| Some((at, state_at(scan, at)?)));
    let (from, part_of) = state.map_or((title, None), |(at, state)| (at, Some(state)));
    let (class, form) = (Class::Organisation, Form::Name);
    Some(Found { from, to: head + 1, class, form, entry: None, part_of, rule: "name.body", rank: 6 })
}

/// Companies of partners: "Zorva & Roe", "J.D. Zorva & Sons"; no two names that lists know, as of states.
fn partners(scan: &Scan) -> Vec<Found> {
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

/// "South Korea's Joint Chiefs of Staff", "the General Staff": those who lead a state's forces.
fn staff(scan: &Scan, last: usize) -> Option<Found> {
    let before = |steps: usize| last.checked_sub(steps).map_or("", |at| scan.form(at));
    let general = matches!(before(1), "General" | "Joint");
    let chiefs = before(1) == "of" && before(2) == "Chiefs";
    let from = if chiefs { last - 2 } else { last.checked_sub(1)? };
    let joint = |at: &usize| matches!(scan.form(*at), "Joint" | "Combined");
    let from = from.checked_sub(1).filter(joint).unwrap_or(from);
    // "the Chief of the General Staff"
    let held = scan.before(from) == "of" || scan.before(from) == "the" && scan.before(from - 1) == "of";
    if scan.form(last) != "Staff" || !(general || chiefs) || held || scan.is_name_word(last + 1) {
        return None;
    }
    let sign = from.checked_sub(1).filter(|&sign| matches!(scan.word(sign), "'s" | "'"));
    let owner = |sign: usize| (sign.saturating_sub(3)..sign).find_map(|at| state_at(scan, at));
    let (class, form, rule) = (Class::Organisation, Form::Name, "name.body");
    Some(Found { from, to: last + 1, class, form, entry: None, part_of: sign.and_then(owner), rule, rank: 6 })
}

/// "South Kazakhstan Region", "West Azerbaijan Province": a region with the name of a state.
fn region_of_state(scan: &Scan, from: usize) -> Option<Found> {
    let compass = matches!(
        scan.form(from),
        "North" | "South" | "East" | "West" | "Northern" | "Southern" | "Eastern" | "Western"
    );
    let state = state_at(scan, from + 1).filter(|_| compass && scan.is_capital(from + 1))?;
    let kind = ["Region", "Province", "Oblast", "Governorate", "District", "County"].contains(&scan.form(from + 2));
    let region = kind || matches!(scan.form(from + 2), "region" | "province" | "oblast" | "governorate");
    let (class, form, rule) = (Class::Place, Form::Name, "name.place");
    let to = from + 2 + usize::from(kind);
    let part_of = Some(state);
    region.then_some(Found { from, to, class, form, entry: None, part_of, rule, rank: 6 })
}

/// "The Southern District of New York": a federal court of the United States by the land that it judges.
fn district_court(scan: &Scan, from: usize) -> Option<Found> {
    let compass = matches!(scan.form(from), "Northern" | "Southern" | "Eastern" | "Western" | "Central" | "Middle");
    if !compass || scan.form(from + 1) != "District" || scan.form(from + 2) != "of" {
        return None;
    }
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    scan.words_from(from + 3, 3, &mut words, &mut ends);
    let (length, hits) = scan.gazetteer.longest(&words)?;
    let union = scan.gazetteer.by_key("government/united-states")?;
    let state = hits.iter().any(|hit| scan.gazetteer.entry(hit.entry).part_of == Some(union));
    let (class, form, rule) = (Class::Organisation, Form::Name, "name.body");
    let (to, entry) = (ends[length - 1], None);
    state.then_some(Found { from, to, class, form, entry, part_of: None, rule, rank: 6 })
}
