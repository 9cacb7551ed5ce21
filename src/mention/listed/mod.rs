//! Listed names, and what stands around them: demonyms with an office or act, capitals as governments, ministries by
//! state.
//!
//! In: a scanned sentence. Out: candidates with their gazetteer row. A demonym is a mention only where it says whose
//! government, office or act it is ("Chinese officials", not "Chinese companies"); an ambiguous name needs context.

pub(super) mod explained;
pub(super) mod shared;

use super::scan::{Found, Scan};
use crate::gazetteer::{Class, EntryId, Form as Listed, Hit};
use crate::mention::Form;
use crate::syntax::{Upos, Xpos};

/// Longest listed name in words.
const MAX_WORDS: usize = 12;

/// Candidates from the gazetteer.
pub(super) fn find(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < scan.len() {
        let mut next = at + 1;
        if !scan.folded[at].is_empty() {
            if let Some(made) = led(scan, at) {
                at = made.to;
                found.push(made);
                continue;
            }
            scan.words_from(at, MAX_WORDS, &mut words, &mut ends);
            if let Some((length, hits)) = lookup(scan, at, &words) {
                let to = ends[length - 1];
                if let Some(made) = read(scan, at, to, hits) {
                    next = made.to.max(to);
                    found.push(made);
                } else if hits.iter().all(|hit| hit.form == Listed::Demonym) {
                    // "Latin American leaders" are no Americans.
                    next = to;
                }
            }
        }
        at = next;
    }
    found
}

/// "The Obama administration" is its state; "the Obama campaign" is a body of its own.
fn led(scan: &Scan, at: usize) -> Option<Found> {
    if !scan.is_capital(at) || scan.is_capital(at + 1) {
        return None;
    }
    let base = Found {
        from: at,
        to: at + 2,
        class: Class::Government,
        form: Form::Name,
        entry: None,
        part_of: None,
        rule: "name.administration",
        rank: 6,
    };
    match scan.word(at + 1) {
        "administration" | "government" => {
            let entry = scan.gazetteer.state_of(scan.form(at))?;
            Some(Found { entry: Some(entry), ..base })
        }
        "campaign" if scan.gazetteer.state_of(scan.form(at)).is_some() => {
            Some(Found { class: Class::Organisation, rule: "name.campaign", ..base })
        }
        _ => None,
    }
}

/// As written; in a line of capitals also with an initial capital each; an acronym that is spoken as a word also so: "Nato".
fn lookup<'a>(scan: &'a Scan, at: usize, words: &[String]) -> Option<(usize, &'a [Hit])> {
    let direct = scan.gazetteer.longest(words);
    if direct.is_none() && is_spoken(scan, at) {
        return scan.gazetteer.longest(&[words[0].to_uppercase()]).filter(|(_, hits)| {
            hits.iter()
                .all(|hit| hit.form == Listed::Name && scan.gazetteer.entry(hit.entry).class == Class::Organisation)
        });
    }
    if direct.is_some() || !words[0].chars().all(char::is_uppercase) || words[0].chars().count() < 3 {
        return direct;
    }
    let titled: Vec<String> = words.iter().map(|word| title(word)).collect();
    scan.gazetteer.longest(&titled)
}

/// Whether a word may be an acronym that is written as it is spoken: no common word, no given name, no part of a longer name.
fn is_spoken(scan: &Scan, at: usize) -> bool {
    let form = scan.form(at);
    let alone = |at: usize| !scan.is_name_word(at) || scan.title_at(at).is_some();
    (4..=8).contains(&form.chars().count())
        && scan.is_capital(at)
        && form.chars().skip(1).all(char::is_lowercase)
        && !scan.is("common", at)
        && scan.gazetteer.given_name(form).is_none()
        && alone(at.wrapping_sub(1))
        && alone(at + 1)
}

/// A word of a line in capitals as names are listed: "Washington", "of", "DC".
fn title(word: &str) -> String {
    if matches!(word, "OF" | "THE" | "AND" | "FOR") {
        return word.to_lowercase();
    }
    if word.chars().count() < 3 {
        return word.to_string();
    }
    let mut letters = word.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}

fn read(scan: &Scan, from: usize, to: usize, hits: &[Hit]) -> Option<Found> {
    let hit = choose(scan, from, to, hits)?;
    let entry = scan.gazetteer.entry(hit.entry);
    let (class, rule, rank) = (entry.class, "gazetteer", 5);
    let plain = Found { from, to, class, form: Form::Name, entry: Some(hit.entry), part_of: entry.part_of, rule, rank };
    match hit.form {
        Listed::Demonym if class == Class::Government => {
            demonym(scan, from, to, hit.entry).or_else(|| people(scan, from, to, hit.entry))
        }
        Listed::Demonym => people(scan, from, to, hit.entry),
        // "The Harare administration", "the Pyongyang regime"
        Listed::Capital
            if hit.government.is_some()
                && matches!(scan.word(to), "government" | "administration" | "regime" | "govt") =>
        {
            let (class, entry) = (Class::Government, hit.government);
            Some(Found { to: to + 1, class, entry, part_of: None, rule: "gazetteer.capital", ..plain })
        }
        Listed::Capital => Some(match hit.government.filter(|_| acts(scan, from, to)) {
            Some(government) => Found {
                class: Class::Government,
                entry: Some(government),
                part_of: None,
                rule: "gazetteer.capital",
                ..plain
            },
            None => Found { class: Class::Place, part_of: None, ..plain },
        }),
        Listed::Seat => Some(Found { rule: "gazetteer.seat", ..plain }),
        Listed::Name if class == Class::Government => Some(state(scan, plain)),
        Listed::Name => Some(plain),
    }
}

/// The reading that fits: an ambiguous name only with context, a person before others of the same name.
fn choose<'a>(scan: &Scan, from: usize, to: usize, hits: &'a [Hit]) -> Option<&'a Hit> {
    let single = to == from + 1;
    let verb_like = single && !scan.is_capital(from);
    let lower_ok = scan.form(from).starts_with(char::is_lowercase);
    let begins_name =
        to < scan.len() && single && scan.is_name_word(to) && scan.gazetteer.given_name(scan.form(from)).is_some();
    hits.iter().find(|hit| {
        let class = scan.gazetteer.entry(hit.entry).class;
        // "Florence Knight": a town's name that is a given name before a surname.
        if begins_name && class == Class::Place && scan.listed(to).next().is_none() && !scan.is("place-head", to) {
            return false;
        }
        // "IRENA GAJIC": in a line of capitals a first name may look like an acronym.
        if scan.shouts
            && single
            && class == Class::Organisation
            && scan.is_name_word(to)
            && scan.listed(to).next().is_none()
        {
            return false;
        }
        // "Foreign Affairs Minister Jane Doe": the field of an office, and no body of that name.
        let field = (from..to).all(|at| scan.is("ministry-field", at));
        let office =
            ["minister", "ministers", "ministry", "secretary", "spokesman", "spokeswoman", "committee", "department"];
        if class == Class::Organisation && field && office.contains(&scan.word(to)) {
            return false;
        }
        let titled = |(start, _): (usize, _)| scan.is_capital(start);
        if class == Class::Place && single && scan.title_before(from).is_some_and(titled) {
            return false;
        }
        // "The housing minister, Uri Ariel,"
        let apposed = from.checked_sub(1).is_some_and(|comma| {
            scan.form(comma) == ","
                && scan.title_before(comma).is_some()
                && scan.is_name_word(to)
                && scan.form(to + 1) == ","
        });
        if class == Class::Place && single && apposed {
            return false;
        }
        let clear = in_context(scan, from, to, class) || class == Class::Government && alone(scan, from, to);
        if hit.ambiguous && (begins_name || !clear) {
            return false;
        }
        if verb_like && !lower_ok {
            return false;
        }
        // "May", "Nice": a single listed word that the tagger calls no name and that begins the sentence.
        !(single && class == Class::Person && scan.upos(from) != Some(Upos::Propn))
    })
}

/// Whether the words around an ambiguous name speak for the listed thing.
fn in_context(scan: &Scan, from: usize, to: usize, class: Class) -> bool {
    let before = scan.before(from);
    match class {
        Class::Government | Class::Place => {
            scan.is("place-preposition", from.wrapping_sub(1))
                || matches!(before, "to" | "against" | "between" | "of" | "with" | "and")
                || matches!(scan.word(to), "'s" | "," | "and")
                || scan.is("state-whole", to)
                || scan.is("state-act", to)
        }
        Class::Organisation => {
            scan.is_name_word(from) && !scan.begins(from) && before != "of" && before != "in"
                || scan.is("speech-verb", to)
                || super::names::evidence::acts(scan, to)
                || super::names::evidence::nouns(scan, from, to).is_some_and(|(class, _)| class == Class::Organisation)
        }
        _ => scan.is_name_word(from) && !scan.begins(from),
    }
}

/// Whether a state's name is no part of another name ("Michael Jordan") and, where a sentence begins, no thing's ("Turkey
/// prices"): news writes the full name of a person before the short one, and a state's name as it is.
fn alone(scan: &Scan, from: usize, to: usize) -> bool {
    let part = from.checked_sub(1).is_some_and(|before| scan.is_name_word(before)) || scan.is_name_word(to);
    let thing = scan.begins(from) && matches!(scan.upos(to), Some(Upos::Noun | Upos::Adj));
    scan.capitals_tell && scan.is_capital(from) && !part && !thing
}

/// A demonym: with its government as one mention, alone before an office or act, else none.
fn demonym(scan: &Scan, from: usize, to: usize, entry: EntryId) -> Option<Found> {
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
    if scan.is("state-whole", at) && !(scan.word(at) == "state" && scan.upos(at + 1) == Some(Upos::Noun)) {
        return Some(Found { to: at + 1, ..base });
    }
    if let Some(organ) = organ(scan, from, to, entry) {
        return Some(organ);
    }
    // "Chinese officials", "senior Chinese diplomats", "British Foreign Secretary", "Russian air strikes".
    for ahead in to..(to + 4).min(scan.len()) {
        if scan.is("state-act", ahead)
            || scan
                .gazetteer
                .title(&scan.lower[ahead..])
                .is_some_and(|(_, kind)| kind == crate::gazetteer::TitleKind::Office)
        {
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

/// "Bangladeshis", "a New Zealander": the people of a state, by a noun that is no adjective.
fn people(scan: &Scan, from: usize, to: usize, entry: EntryId) -> Option<Found> {
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
fn state(scan: &Scan, plain: Found) -> Found {
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

/// A body named by its field and its state: "Environment Canada", "Statistics Finland".
fn named_after_field(scan: &Scan, from: usize, to: usize, state: EntryId) -> Option<Found> {
    let field = from.checked_sub(1)?;
    let is_field = scan.is_capital(field) && scan.is("ministry-field", field) && scan.capitals_tell;
    let alone = !field.checked_sub(1).is_some_and(|before| scan.is_name_word(before)) && !scan.is_name_word(to);
    (is_field && alone).then_some(Found {
        from: field,
        to,
        class: Class::Organisation,
        form: Form::Name,
        entry: None,
        part_of: Some(state),
        rule: "name.state-body",
        rank: 6,
    })
}

/// A body named with its state: "Chinese Foreign Ministry", "U.S. State Department", "Chinese embassy", "UK Parliament".
fn organ(scan: &Scan, from: usize, to: usize, state: EntryId) -> Option<Found> {
    let mut end = to;
    while end < scan.len()
        && end - to < 4
        && (scan.is("ministry-field", end)
            || matches!(
                scan.word(end),
                "and"
                    | "supreme"
                    | "high"
                    | "constitutional"
                    | "air"
                    | "coast"
                    | "central"
                    | "royal"
                    | "national"
                    | "armed"
                    | "special"
                    | "border"
            ))
    {
        end += 1;
    }
    let head = scan.word(end);
    let ministry = end > to && scan.is("ministry-head", end)
        || scan.is_capital(to) && scan.is("organisation-head", end) && end == to + 1 && scan.is_capital(end);
    let body = end == to && scan.is("state-organ", end)
        || end > to
            && matches!(
                head,
                "court"
                    | "force"
                    | "guard"
                    | "bank"
                    | "assembly"
                    | "forces"
                    | "police"
                    | "council"
                    | "agency"
                    | "service"
                    | "commission"
                    | "congress"
                    | "party"
            );
    let plural = scan.xpos(end).is_some_and(|xpos| matches!(xpos, Xpos::Nns | Xpos::Nnps)) && head != "forces";
    if !(ministry || body) || plural || head == "party" && !scan.is_capital(end) {
        return None;
    }
    // "the Russian military bloc", "US military aid"
    let what = matches!(head, "military" | "navy" | "army" | "police") && scan.is("military-thing", end + 1);
    if what && !scan.is_capital(end) {
        return None;
    }
    // "state security forces" and other plain nouns with nothing of a name.
    if head == "forces" && !scan.is_capital(end) && scan.word(to) != "armed" {
        return None;
    }
    Some(Found {
        from,
        to: end + 1,
        class: Class::Organisation,
        form: Form::Name,
        entry: None,
        part_of: Some(state),
        rule: "name.state-body",
        rank: 6,
    })
}

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
fn acts(scan: &Scan, from: usize, to: usize) -> bool {
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
