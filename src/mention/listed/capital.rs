//! Whether a capital's name stands for its government: "Moscow said", "accused Moscow", but not "in Moscow".
//!
//! In: a scanned sentence and where the name stands. Out: yes or no, by the words on both sides: prepositions of place and
//! words for parts of towns say no, verbs that states do or suffer say yes.

use crate::gazetteer::Form as Listed;
use crate::mention::scan::Scan;
use crate::syntax::{Upos, Xpos};

/// Words for parts and surroundings of a town.
const PARTS: [&str; 16] = [
    "outskirts",
    "centre",
    "center",
    "streets",
    "suburbs",
    "part",
    "parts",
    "north",
    "south",
    "east",
    "west",
    "people",
    "residents",
    "mayor",
    "heart",
    "university",
];

/// Whether the verb right before a capital's name is what states do to states, and to no towns: "slams Riyadh".
fn opposed(scan: &Scan, from: usize) -> bool {
    const VERBS: [&str; 18] = [
        "slam",
        "condemn",
        "blame",
        "denounce",
        "criticise",
        "criticize",
        "accuse",
        "urge",
        "warn",
        "tell",
        "sanction",
        "press",
        "pressure",
        "rebuke",
        "praise",
        "thank",
        "defy",
        "provoke",
    ];
    from.checked_sub(1)
        .is_some_and(|at| scan.upos(at) == Some(Upos::Verb) && VERBS.contains(&scan.sentence.tokens[at].lemma.as_str()))
}

/// Whether a capital's name stands for its government: it acts, owns or is acted upon, and is no place.
pub(super) fn acts(scan: &Scan, from: usize, to: usize) -> bool {
    let capital = |at: usize| scan.listed(at).any(|hit| hit.form == Listed::Capital);
    // "Tokyo, Seoul and Washington condemned": what the last of them does.
    if matches!(scan.form(to), "," | "and") && capital(to + 1) && scan.listed(to + 1).count() == 1 {
        return acts(scan, to + 1, to + 2);
    }
    let part = |at: usize| {
        ["place-noun", "places-noun"].iter().any(|kind| scan.is(kind, at)) || PARTS.contains(&scan.word(at))
    };
    if scan.before(from) == "of" && from > 1 && part(from - 2) {
        return false;
    }
    // "Tehran, which tops the list, …": a relative clause with a verb of doing.
    if scan.form(to) == "," && scan.word(to + 1) == "which" {
        return scan.xpos(to + 2) == Some(Xpos::Vbz)
            && scan.upos(to + 2) == Some(Upos::Verb)
            && !scan.is("place-verb", to + 2);
    }
    if scan.is("place-preposition", from.wrapping_sub(1))
        || matches!(scan.form(to), "," | "(" | ")" | "—" | "–" | ":") && scan.begins(from)
    {
        return false;
    }
    if matches!(scan.word(to), "'s" | "'") {
        return true;
    }
    if matches!(
        scan.before(from),
        "against"
            | "by"
            | "urged"
            | "accused"
            | "with"
            | "between"
            | "for"
            | "of"
            | "on"
            | "criticized"
            | "criticised"
            | "told"
            | "asked"
            | "accusing"
            | "urging"
    ) || opposed(scan, from)
    {
        return !scan.is_name_word(to);
    }
    let verb = |at: usize| {
        matches!(scan.upos(at), Some(Upos::Verb | Upos::Aux)) && !matches!(scan.xpos(at), Some(Xpos::Vbg | Xpos::Vb))
    };
    verb(to)
        || scan.upos(to) == Some(Upos::Adv) && verb(to + 1)
        || matches!(scan.word(to), "and") && scan.is_capital(to + 1) && (to + 2..to + 4).any(verb)
}
