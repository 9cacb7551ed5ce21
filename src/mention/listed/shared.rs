//! Bodies that every state may have: "the House of Representatives", "the Ministry of Defence", "the Coast Guard".
//!
//! In: the sentences of a document with the listed names found in them. Out: the same, with the row of such a body only
//! where the document speaks of the row's state. A list gives the name to the state that most news means by it; a document
//! about Haiti that never speaks of the United States means Haiti's. A name that holds its state's, and an acronym, say
//! themselves whose body it is, and stay.

use crate::gazetteer::{Class, EntryId, Gazetteer};
use crate::mention::scan::{Found, Scan};

/// Words, beside the kinds and fields of bodies, that tell nothing of a state.
const WORDS: [&str; 23] = [
    "of",
    "house",
    "the",
    "for",
    "and",
    "representatives",
    "national",
    "supreme",
    "high",
    "coast",
    "homeland",
    "commons",
    "lords",
    "affairs",
    "relations",
    "foreign",
    "crown",
    "human",
    "services",
    "judiciary",
    "prosecution",
    "public",
    "federal",
];

/// Takes the row from bodies that the text gives to a state which is not the row's: "Armenia's Security Council" is not the
/// United Nations'; and, where the text does not speak of what the row belongs to, from that name wherever it stands.
pub(in crate::mention) fn disown(scans: &[Scan], found: &mut [Vec<Found>]) {
    for (scan, found) in scans.iter().zip(found.iter_mut()) {
        of_state(scan, found);
    }
    let mut owned: Vec<(Vec<String>, EntryId)> = Vec::new();
    let words =
        |scan: &Scan, name: &Found| (name.from..name.to).map(|at| scan.word(at).to_string()).collect::<Vec<_>>();
    for (scan, found) in scans.iter().zip(found.iter_mut()) {
        let states: Vec<(usize, EntryId)> = found
            .iter()
            .filter(|name| name.class == Class::Government)
            .filter_map(|name| Some((name.to, name.entry?)))
            .collect();
        for name in found.iter_mut().filter(|name| says_its_kind(scan, name)) {
            let owner = |&&(to, _): &&(usize, EntryId)| to + 1 == name.from && matches!(scan.word(to), "'s" | "'");
            let Some(&(_, state)) = states.iter().find(owner) else { continue };
            if name.entry.is_none() && name.rule == "name.body" {
                name.part_of = name.part_of.or(Some(state));
            } else if tells_nothing(scan, name) && !states_of(scan.gazetteer, name).contains(&state) {
                owned.push((words(scan, name), state));
                (name.entry, name.part_of, name.rule) = (None, Some(state), "name.body");
            }
        }
    }
    let spoken: Vec<EntryId> = found.iter().flatten().filter_map(|name| name.entry).collect();
    for (scan, found) in scans.iter().zip(found.iter_mut()) {
        for name in found.iter_mut().filter(|name| tells_nothing(scan, name)) {
            let words = words(scan, name);
            let same = owned.iter().find(|(other, _)| *other == words);
            let whole = name.entry.and_then(|entry| scan.gazetteer.entry(entry).part_of);
            if let Some(&(_, state)) = same.filter(|_| whole.is_none_or(|whole| !spoken.contains(&whole))) {
                (name.entry, name.part_of, name.rule) = (None, Some(state), "name.body");
            }
        }
    }
}

/// "the House of Representatives of Japan": one name, of that state's body.
fn of_state(scan: &Scan, found: &mut Vec<Found>) {
    for at in (0..found.len()).rev() {
        let to = found[at].to;
        let state = |name: &Found| {
            name.class == Class::Government && name.from == to + 1 && name.entry.is_some() && name.rule == "gazetteer"
        };
        let whole = scan.word(to) == "of" && tells_nothing(scan, &found[at]);
        let Some(behind) = found.iter().position(state).filter(|_| whole) else { continue };
        let (end, entry) = (found[behind].to, found[behind].entry);
        if entry.is_some_and(|state| !states_of(scan.gazetteer, &found[at]).contains(&state)) {
            (found[at].entry, found[at].part_of, found[at].rule) = (None, entry, "name.body");
        }
        found[at].to = end;
        found.remove(behind);
    }
}

/// Takes the row from such bodies where nothing else of the row's state is spoken of, but another state is.
pub(in crate::mention) fn unlist(scans: &[Scan], found: &mut [Vec<Found>]) {
    let Some(gazetteer) = scans.first().map(|scan| scan.gazetteer) else { return };
    let shared: Vec<Vec<bool>> = scans
        .iter()
        .zip(found.iter())
        .map(|(scan, found)| found.iter().map(|name| is_shared(scan, name)).collect())
        .collect();
    if !shared.iter().flatten().any(|&shared| shared) {
        return;
    }
    let others = || found.iter().flatten().zip(shared.iter().flatten()).filter(|(_, shared)| !**shared);
    let mut states: Vec<EntryId> = others().flat_map(|(name, _)| states_of(gazetteer, name)).collect();
    states.sort();
    states.dedup();
    // The heads of bodies named with another state: "Senate" of "Haitian Senate".
    let bodies: Vec<(EntryId, &str)> = scans
        .iter()
        .zip(found.iter())
        .flat_map(|(scan, found)| found.iter().map(move |name| (scan, name)))
        .filter(|(_, name)| name.class == Class::Organisation && name.entry.is_none())
        .filter_map(|(scan, name)| Some((name.part_of?, scan.form(name.to - 1))))
        .collect();
    for ((scan, found), shared) in scans.iter().zip(found).zip(&shared) {
        for (name, _) in found.iter_mut().zip(shared).filter(|(_, shared)| **shared) {
            let Some(state) = name.part_of else { continue };
            let head = scan.form(name.to - 1);
            let named = |own: bool| bodies.iter().any(|(of, last)| (*of == state) == own && *last == head);
            let spoken = states.binary_search(&state).is_ok();
            if !spoken && !states.is_empty() || named(false) && !named(true) {
                (name.entry, name.part_of, name.rule) = (None, None, "name.body");
            }
        }
    }
}

/// Whether a listed body's name could be that of any state's.
fn is_shared(scan: &Scan, name: &Found) -> bool {
    let states = |entry: EntryId| scan.gazetteer.entry(entry).class == Class::Government;
    (tells_nothing(scan, name) || is_creed(scan, name)) && name.part_of.is_some_and(states)
}

/// Whether a party is called by what its people believe: "the Republicans" are a party in many states.
fn is_creed(scan: &Scan, name: &Found) -> bool {
    name.class == Class::Organisation
        && name.rule == "gazetteer"
        && name.to == name.from + 1
        && ["ists", "ans", "als", "ats", "ives"].iter().any(|end| scan.form(name.from).ends_with(end))
}

/// Whether a listed body's name says only what kind of body it is.
fn tells_nothing(scan: &Scan, name: &Found) -> bool {
    name.rule == "gazetteer"
        && name.entry.is_some()
        && !crate::mention::names::evidence::is_acronym(scan, name.from)
        && !matches!(scan.word(name.from), "knesset" | "bundestag" | "duma" | "pentagon")
        && says_its_kind(scan, name)
}

/// Whether every word of a body's name is one of its kind or its field: "the Ministry of Health", "the foreign ministry".
fn says_its_kind(scan: &Scan, name: &Found) -> bool {
    let kinds = ["organisation-head", "ministry-field", "ministry-head", "lone-body"];
    let of_kind = |at: usize| {
        scan.folded[at].is_empty() || WORDS.contains(&scan.word(at)) || kinds.iter().any(|kind| scan.is(kind, at))
    };
    name.class == Class::Organisation && (name.from..name.to).all(of_kind)
}

/// The states that a name speaks of: itself, the state that it lies in or belongs to, those that a person led.
fn states_of(gazetteer: &Gazetteer, name: &Found) -> Vec<EntryId> {
    const DEEPEST: usize = 4;
    let mut states = Vec::new();
    let mut next = name.entry.or(name.part_of);
    for _ in 0..DEEPEST {
        let Some(entry) = next else { break };
        if gazetteer.entry(entry).class == Class::Government {
            states.push(entry);
        }
        next = gazetteer.entry(entry).part_of;
    }
    states.extend(name.entry.into_iter().flat_map(|entry| gazetteer.offices(entry).map(|(_, of)| of)));
    states
}
