//! States by name or adjective, with what stands beside: governments, organs, peoples.
//!
//! In: a scanned sentence and a state's name or demonym in it. Out: a candidate: the state itself ("Chinese officials"), with
//! its government as one mention ("the Italian government"), a body of the state ("Chinese Foreign Ministry") or its people
//! ("Bangladeshis"); none where a demonym only qualifies a noun.

use crate::gazetteer::{Class, EntryId, TitleKind};
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::{Upos, Xpos};

/// A demonym: with its government as one mention, alone before an office or act, else none.
pub(super) fn demonym(scan: &Scan, from: usize, to: usize, entry: EntryId) -> Option<Found> {
    let base = Found {
        from,
        to,
        class: Class::Government,
        form: Form::Name,
        entry: Some(entry),
        part_of: None,
        rule: "gazetteer.demonym",
        rank: 4,
    };
    let mut at = to;
    if scan.word(at) == "party" && scan.form(at + 1) == "-" && scan.word(at + 2) == "state" {
        return Some(Found { to: at + 3, ..base });
    }
    if scan.word(at) == "central" || scan.word(at) == "federal" {
        at += 1;
    }
    // "An eastern Malaysian state", "the Chinese State Councilor": only "the Chinese state" is China.
    let state = scan.word(at) != "state"
        || !scan.is_capital(at)
            && !matches!(scan.upos(at + 1), Some(Upos::Noun | Upos::Propn))
            && !matches!(scan.before(from), "a" | "an")
            && scan.upos(from.wrapping_sub(1)) != Some(Upos::Adj)
            && scan.word(at + 1) != "of";
    if scan.is("state-whole", at) && state {
        return Some(Found { to: at + 1, ..base });
    }
    // "The Kenyan presidential office": who speaks for the head of the state.
    if scan.word(at) == "presidential" && matches!(scan.word(at + 1), "office" | "palace" | "administration") {
        return Some(Found { to: at + 2, ..base });
    }
    if let Some(organ) = organ(scan, from, to, entry) {
        return Some(organ);
    }
    if is_compound(scan, to) || is_rule(scan, from, to) {
        return Some(base);
    }
    // "The agency's Brazilian director general" is a Brazilian, and no official of Brazil.
    let owned = from
        .checked_sub(1)
        .is_some_and(|sign| scan.xpos(sign) == Some(Xpos::PrpPoss) || matches!(scan.word(sign), "'s" | "'"));
    let office = |at: usize| scan.title_at(at).is_some_and(|(_, kind)| kind == TitleKind::Office);
    if owned && office(to) && !scan.is("state-act", to) {
        return None;
    }
    // "Russian opposition leader": no leader of Russia's.
    if matches!(scan.word(to), "opposition" | "dissident" | "rebel") {
        return None;
    }
    // "Chinese officials", "senior Chinese diplomats", "British Foreign Secretary", "Russian air strikes".
    for ahead in to..(to + 4).min(scan.len()) {
        if scan.is("state-act", ahead) || office(ahead) {
            return Some(base);
        }
        // "The Zambian and Malawian governments"
        let joined = matches!(scan.word(ahead), "and" | "or") && scan.is_demonym(ahead + 1);
        let modifies = matches!(scan.upos(ahead), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Punct)) || joined;
        if !modifies || matches!(scan.form(ahead), "," | "." | "(" | ")" | "”" | "\"") {
            break;
        }
    }
    None
}

/// "Kenyan-led", "Russian-backed": who does what a participle behind a hyphen says.
fn is_compound(scan: &Scan, to: usize) -> bool {
    let tied = scan.folded.get(to).is_some_and(String::is_empty) && scan.form(to) == "-";
    let done = matches!(
        scan.form(to + 1),
        "administered"
            | "appointed"
            | "backed"
            | "brokered"
            | "controlled"
            | "funded"
            | "held"
            | "imposed"
            | "installed"
            | "led"
            | "occupied"
            | "run"
            | "sponsored"
            | "supported"
    );
    tied && done && scan.is_compound(to - 1)
}

/// "Under Kenyan control": whose rule something is under.
fn is_rule(scan: &Scan, from: usize, to: usize) -> bool {
    let rule = matches!(
        scan.form(to),
        "administration" | "command" | "control" | "custody" | "jurisdiction" | "law" | "rule" | "sovereignty"
    );
    scan.before(from) == "under" && rule
}

/// "The Bavarian government": the government of a region, which is no state's.
pub(super) fn regional(scan: &Scan, from: usize, to: usize) -> Option<Found> {
    let whole = matches!(scan.word(to), "government" | "authorities" | "administration");
    let (class, form, rule) = (Class::Government, Form::Name, "name.regional-government");
    whole.then_some(Found { from, to: to + 1, class, form, entry: None, part_of: None, rule, rank: 6 })
}

/// "Bangladeshis", "a New Zealander": the people of a state, by a noun that is no adjective.
pub(super) fn people(scan: &Scan, from: usize, to: usize, entry: EntryId) -> Option<Found> {
    let form = scan.form(to - 1);
    let plural = form.ends_with('s') && !form.ends_with("ss");
    let noun = plural
        || ["lander", "Briton", "Dane", "Swede", "Spaniard", "Turk", "Finn"].iter().any(|end| form.ends_with(end));
    let modifies = matches!(scan.upos(to), Some(Upos::Noun | Upos::Propn)) && !plural;
    (noun && !modifies).then_some(Found {
        from,
        to,
        class: Class::Group,
        form: Form::Name,
        entry: None,
        part_of: Some(entry),
        rule: "gazetteer.people",
        rank: 4,
    })
}

/// The state's own name: with "government" behind or "government of" before it as one mention.
pub(super) fn state(scan: &Scan, plain: Found) -> Found {
    let (from, to) = (plain.from, plain.to);
    let entry = plain.entry.expect("a listed state");
    if let Some(organ) = organ(scan, from, to, entry).or_else(|| named_after_field(scan, from, to, entry)) {
        return organ;
    }
    if scan.is_capital(to) && matches!(scan.word(to), "papers" | "cables" | "files" | "leaks") && scan.capitals_tell {
        let class = Class::Report;
        return Found { to: to + 1, class, entry: None, part_of: None, rule: "name.report", ..plain };
    }
    let mut start = from;
    if scan.before(start) == "the" {
        start -= 1;
    }
    let before = start.checked_sub(2).filter(|_| scan.before(start) == "of");
    if let Some(at) = before.filter(|&at| matches!(scan.word(at), "government" | "authorities")) {
        return Found { from: at, rule: "gazetteer.government", ..plain };
    }
    let whole = matches!(scan.word(to), "government" | "authorities" | "regime" | "govt" | "gov't")
        || (scan.word(to) == "administration" && scan.is_capital(from));
    if whole && scan.form(to - 1) != "'s" {
        return Found { to: to + 1, rule: "gazetteer.government", ..plain };
    }
    plain
}

/// An unlisted body of a state, by a name that tells which.
fn state_body(from: usize, to: usize, state: EntryId) -> Found {
    Found {
        from,
        to,
        class: Class::Organisation,
        form: Form::Name,
        entry: None,
        part_of: Some(state),
        rule: "name.state-body",
        rank: 6,
    }
}

/// A body named by its field and its state: "Environment Canada", "Statistics Finland"; a section of a body without borders:
/// "Transparency Kenya".
fn named_after_field(scan: &Scan, from: usize, to: usize, state: EntryId) -> Option<Found> {
    let field = from.checked_sub(1)?;
    let section = scan.is("section-head", field);
    let is_field = scan.is_capital(field) && (scan.is("ministry-field", field) || section) && scan.capitals_tell;
    let alone = !field.checked_sub(1).is_some_and(|before| scan.is_name_word(before)) && !scan.is_name_word(to);
    let body = state_body(field, to, state);
    // A section is no organ of its state.
    let part_of = body.part_of.filter(|_| !section);
    (is_field && alone).then_some(Found { part_of, ..body })
}

/// Words between a state's name and the noun for its body, beside the fields of ministries.
const OF_BODIES: [&str; 14] = [
    "and",
    "supreme",
    "high",
    "constitutional",
    "air",
    "coast",
    "central",
    "royal",
    "national",
    "armed",
    "special",
    "border",
    "occupation",
    "puppet",
];

/// Nouns for bodies that are a state's behind such a word.
const BODIES: [&str; 16] = [
    "court",
    "army",
    "navy",
    "military",
    "force",
    "guard",
    "bank",
    "assembly",
    "forces",
    "police",
    "council",
    "agency",
    "service",
    "commission",
    "congress",
    "party",
];

/// A body named with its state: "Chinese Foreign Ministry", "U.S. State Department", "Chinese embassy", "UK Parliament".
fn organ(scan: &Scan, from: usize, to: usize, state: EntryId) -> Option<Found> {
    let end = head_of_organ(scan, to);
    let head = scan.word(end);
    let ministry = end > to && scan.is("ministry-head", end)
        || scan.is_capital(to) && scan.is("organisation-head", end) && end == to + 1 && scan.is_capital(end);
    let body = end == to && scan.is("state-organ", end) || end > to && BODIES.contains(&head);
    let plural = scan.xpos(end).is_some_and(|xpos| matches!(xpos, Xpos::Nns | Xpos::Nnps))
        && !matches!(head, "forces" | "police");
    if !(ministry || body) || plural || scan.is_work(end) {
        return None;
    }
    // "the Russian military bloc", "US military aid"
    let what = head == "military" && scan.is("military-thing", end + 1);
    // "state security forces" and other plain nouns with nothing of a name.
    let plain = head == "forces" && scan.word(to) != "armed";
    if (what || plain || head == "party") && !scan.is_capital(end) {
        return None;
    }
    Some(state_body(from, end + 1, state))
}

/// Where the noun for a state's body stands, behind what says which one it is.
fn head_of_organ(scan: &Scan, to: usize) -> usize {
    const MOST: usize = 4;
    let says = |at: usize| scan.is("ministry-field", at) || OF_BODIES.contains(&scan.word(at));
    let last = scan.len().min(to + MOST).max(to);
    let mut end = (to..last).find(|&at| !says(at)).unwrap_or(last);
    // "Kenyan police and Malian soldiers"
    while end > to && scan.word(end - 1) == "and" {
        end -= 1;
    }
    // "Kenyan police said": the field of a ministry, or a body itself.
    let lone = end == to + 1 && scan.is("state-organ", to);
    if lone && !scan.is("organisation-head", end) && !scan.is("ministry-head", end) { to } else { end }
}
