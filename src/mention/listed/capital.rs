//! Whether a capital's name stands for its government: "Moscow said", "accused Moscow", but not "in Moscow".
//!
//! In: a scanned sentence and where the name stands. Out: yes or no, by the words on both sides: prepositions of place and
//! words for parts of towns say no, verbs that states do or suffer say yes. Where a capital stands for its government, but the
//! text speaks of a body that the lists give its name to, and not of the state, it means that body.

use crate::gazetteer::{Class, EntryId, Form as Listed};
use crate::mention::scan::{Found, Scan};
use crate::syntax::frames::{is_object_control, is_weekday};
use crate::syntax::{Upos, Xpos};

/// Whether "for" before a name says where somebody goes: "left Nairobi for Kampala".
fn is_destination(scan: &Scan, from: usize) -> bool {
    const NEAR: usize = 6;
    const LEAVES: [&str; 8] = ["leave", "depart", "head", "sail", "embark", "flee", "fly", "bind"];
    let verb = (from.saturating_sub(NEAR)..from).rev().find(|&at| scan.upos(at) == Some(Upos::Verb));
    scan.before(from) == "for" && verb.is_some_and(|at| LEAVES.contains(&scan.sentence.tokens[at].lemma.as_str()))
}

/// Whether the verb right before a capital's name is what states do to states, and to no towns: "slams Riyadh", "implored Seoul to
/// wait".
fn opposed(scan: &Scan, from: usize, to: usize) -> bool {
    from.checked_sub(1).filter(|&at| scan.upos(at) == Some(Upos::Verb)).is_some_and(|at| {
        let lemma = &scan.sentence.tokens[at].lemma;
        scan.gazetteer.is("state-verb", lemma) || scan.xpos(to) == Some(Xpos::To) && is_object_control(lemma)
    })
}

/// Words before a capital that is acted upon or acts.
const TOWARDS: [&str; 15] = [
    "against",
    "by",
    "urged",
    "accused",
    "with",
    "between",
    "for",
    "of",
    "on",
    "criticized",
    "criticised",
    "told",
    "asked",
    "accusing",
    "urging",
];

/// Whether a capital's name stands for its government: it acts, owns or is acted upon, and is no place.
pub(super) fn acts(scan: &Scan, from: usize, to: usize) -> bool {
    let capital = |at: usize| scan.listed(at).any(|hit| hit.form == Listed::Capital);
    // "Tokyo, Seoul, and Washington condemned": what the last of them does; "in Kabul, and Washington condemned it": a clause ends.
    let serial = from >= 2 && scan.form(from - 1) == "," && capital(from - 2);
    let next = to + if serial && scan.form(to) == "," && scan.word(to + 1) == "and" { 2 } else { 1 };
    if matches!(scan.form(to), "," | "and") && capital(next) && scan.listed(next).count() == 1 {
        return acts(scan, next, next + 1);
    }
    if is_court(scan, to) || is_of_town(scan, from) || is_destination(scan, from) {
        return false;
    }
    // "Accra: Togo fires a missile": who says so, in a headline; "ACCRA: Togo fired it." is where it was written.
    if scan.form(to) == ":" && scan.begins(from) && !scan.sentence.has_stop && scan.is_capital(to + 1) {
        return true;
    }
    // "voiced concerns to Tehran"
    let voiced = ["concern", "objection", "protest", "message", "warning", "complaint", "request", "appeal", "offer"];
    let voiced = |at: usize| scan.sentence.tokens.get(at).is_some_and(|noun| voiced.contains(&noun.lemma.as_str()));
    if scan.before(from) == "to" && from > 1 && voiced(from - 2) && !scan.is_name_word(to) {
        return true;
    }
    // "Tehran, which tops the list, …", "Tehran, which has signed it": a relative clause with a verb of doing.
    let does_it = matches!(scan.upos(to + 2), Some(Upos::Verb | Upos::Aux | Upos::Adv));
    if scan.form(to) == "," && scan.word(to + 1) == "which" && does_it {
        let has = matches!(scan.word(to + 2), "has" | "have");
        let (verb, form) = if has { (to + 3, Xpos::Vbn) } else { (to + 2, Xpos::Vbz) };
        return scan.xpos(verb) == Some(form) && scan.upos(verb) == Some(Upos::Verb) && !scan.is("place-verb", verb);
    }
    if scan.before(from) == "in" && from > 1 && matches!(scan.word(from - 2), "officials" | "authorities") {
        return are_of_state(scan, from - 2)
            && !scan.is_name_word(to)
            && !matches!(scan.word(to), "state" | "province");
    }
    let parted = scan.form(to) == "," && behind_adverbial(scan, to) == to;
    if scan.is("place-preposition", from.wrapping_sub(1))
        || (parted || matches!(scan.form(to), "(" | ")" | "—" | "–" | ":")) && scan.begins(from)
    {
        return false;
    }
    if matches!(scan.word(to), "'s" | "'") {
        return true;
    }
    if TOWARDS.contains(&scan.before(from)) || opposed(scan, from, to) {
        return !scan.is_name_word(to);
    }
    does(scan, from, to)
}

/// "Officials in Bratislava", "senior officials"; not "embassy officials", "health authorities", "union officials".
fn are_of_state(scan: &Scan, noun: usize) -> bool {
    let Some(before) = noun.checked_sub(1).filter(|_| !scan.begins(noun)) else { return true };
    let ranked = matches!(scan.word(before), "government" | "military" | "senior" | "state" | "top");
    ranked || !matches!(scan.upos(before), Some(Upos::Adj | Upos::Noun | Upos::Propn))
}

/// "The Paris appeals court": a court of the town.
fn is_court(scan: &Scan, to: usize) -> bool {
    let kind = || matches!(scan.word(to), "appeal" | "appeals" | "criminal" | "district" | "city" | "police");
    scan.word(to) == "court" || kind() && matches!(scan.word(to + 1), "court" | "court's")
}

/// Whether a part of the town, or what befalls one, stands before "of" and its name.
fn is_of_town(scan: &Scan, from: usize) -> bool {
    let kinds = ["place-noun", "places-noun", "town-noun"];
    scan.before(from) == "of" && from > 1 && kinds.iter().any(|kind| scan.is(kind, from - 2))
}

/// Behind what may part a capital's name from its verb: "Tokyo on Monday said", "Paris, for its part, maintains".
fn behind_adverbial(scan: &Scan, to: usize) -> usize {
    let comma = scan.form(to) == ",";
    let at = to + usize::from(comma);
    let length = match (scan.word(at), scan.word(at + 1)) {
        ("on", day) if is_weekday(day) => 2,
        ("for", "its") if scan.word(at + 2) == "part" => 3,
        ("in", "turn" | "response") => 2,
        ("however" | "meanwhile" | "too", _) if comma => 1,
        (day, _) if is_weekday(day) => 1,
        _ => return to,
    };
    let end = at + length;
    match comma {
        true if scan.form(end) == "," => end + 1,
        true => to,
        false => end,
    }
}

/// Whether a verb behind a capital's name says what it does.
fn does(scan: &Scan, from: usize, to: usize) -> bool {
    let verb = |at: usize| {
        matches!(scan.upos(at), Some(Upos::Verb | Upos::Aux)) && !matches!(scan.xpos(at), Some(Xpos::Vbg | Xpos::Vb))
    };
    // "Demanded that Tehran punish them"
    let demanded = scan.before(from) == "that" && scan.xpos(to) == Some(Xpos::Vb) && scan.upos(to) == Some(Upos::Verb);
    let to = behind_adverbial(scan, to);
    // "Baghdad “will not send …”"
    let to = if matches!(scan.form(to), "“" | "\"" | "‘") && verb(to + 1) { to + 1 } else { to };
    demanded
        || verb(to)
        || scan.upos(to) == Some(Upos::Adv) && verb(to + 1)
        || matches!(scan.word(to), "and") && scan.is_capital(to + 1) && (to + 2..to + 4).any(verb)
}

/// "The European Commission froze the funds. Hungary accused Brussels": the body, where the text speaks of it or of what
/// belongs to it more than of the capital's state.
pub(in crate::mention) fn mean_bodies(scans: &[Scan], found: &mut [Vec<Found>]) {
    const RULE: &str = "gazetteer.capital";
    let Some(gazetteer) = scans.first().map(|scan| scan.gazetteer) else { return };
    let whole = |name: &Found| [name.entry, name.part_of].into_iter().flatten().collect::<Vec<EntryId>>();
    let spoken: Vec<Vec<EntryId>> =
        found.iter().flatten().filter(|name| name.rule != RULE).map(whole).filter(|of| !of.is_empty()).collect();
    let count = |entry: EntryId| spoken.iter().filter(|of| of.contains(&entry)).count();
    for (scan, found) in scans.iter().zip(found) {
        for name in found.iter_mut().filter(|name| name.rule == RULE && name.to == name.from + 1) {
            let called = |entry: &&EntryId| gazetteer.is_called(**entry, scan.form(name.from));
            let Some(&body) = spoken.iter().flatten().find(called) else { continue };
            if count(body) > name.entry.map_or(0, count) {
                (name.class, name.entry, name.part_of) = (Class::Organisation, Some(body), None);
            }
        }
    }
}
