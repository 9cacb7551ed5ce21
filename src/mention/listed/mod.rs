//! Listed names, and what stands around them: demonyms with an office or act, capitals as governments, ministries by
//! state.
//!
//! In: a scanned sentence. Out: candidates with their gazetteer row. A demonym is a mention only where it says whose
//! government, office or act it is ("Chinese officials", not "Chinese companies"); an ambiguous name needs context.

pub(super) mod capital;
pub(super) mod explained;
pub(super) mod shared;
mod state;

use super::scan::{Found, Scan};
use crate::gazetteer::leading::governs;
use crate::gazetteer::{Class, EntryId, Form as Listed, Hit, TitleKind};
use crate::mention::Form;
use crate::syntax::Upos;

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
            let found_whole = lookup(scan, &words);
            // "The UN High Commissioner for Refugees Jane Doe": the body's name is her title, and the UN stands before it.
            let held = found_whole.and_then(|(length, hits)| held_at(scan, at, ends[length - 1], hits));
            if let Some(title) = held {
                words.truncate(ends.iter().filter(|&&end| end <= title).count());
            }
            if let Some((length, hits)) = if held.is_some() { lookup(scan, &words) } else { found_whole } {
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
    let parts = |body: &Found| service(scan, body).or_else(|| section(scan, body)).or_else(|| regional(scan, body));
    let parts: Vec<Found> = found.iter().filter_map(parts).collect();
    found.extend(parts);
    found
}

/// "Reuters' Spanish Service", "the BBC Persian Service": the branch of a listed body for one language.
fn service(scan: &Scan, body: &Found) -> Option<Found> {
    let language = body.to + usize::from(matches!(scan.word(body.to), "'s" | "'"));
    let named = ["ish", "ese", "an", "ic"].iter().any(|end| scan.form(language).ends_with(end));
    let whole =
        scan.is_capital(language) && (named || scan.is_demonym(language)) && scan.form(language + 1) == "Service";
    let of = body.entry.filter(|_| body.class == Class::Organisation && whole)?;
    let (class, form, rule) = (Class::Organisation, Form::Name, "name.body");
    Some(Found { from: body.from, to: language + 2, class, form, entry: None, part_of: Some(of), rule, rank: 6 })
}

/// "Greenpeace Kenya said": the section of a private body for one state, which a verb or a mark follows; not in "Greenpeace Kenya
/// director" or "told Greenpeace Kenya would".
fn section(scan: &Scan, body: &Found) -> Option<Found> {
    let private = body.entry.is_some_and(|entry| scan.gazetteer.is_private(entry));
    let of = body.entry.filter(|_| private && body.class == Class::Organisation && body.to - body.from < 6)?;
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    scan.words_from(body.to, 3, &mut words, &mut ends);
    let (length, hits) = scan.gazetteer.longest(&words).filter(|_| scan.is_capital(body.to))?;
    // "Friends of the Earth Europe"
    let land = |hit: &Hit| {
        let entry = scan.gazetteer.entry(hit.entry);
        entry.class == Class::Government || entry.class == Class::Place && entry.part_of.is_none()
    };
    let state = |hit: &Hit| hit.form == Listed::Name && land(hit);
    let to = ends[length - 1];
    let alone = matches!(scan.upos(to), None | Some(Upos::Verb | Upos::Aux | Upos::Adp | Upos::Punct));
    let object = body.from.checked_sub(1).is_some_and(|at| scan.upos(at) == Some(Upos::Verb));
    let whole = hits.iter().any(state) && alone && !object && scan.capitals_tell && scan.form(to) != "/";
    let (class, form, rule) = (Class::Organisation, Form::Name, "name.section");
    let part_of = Some(of);
    whole.then_some(Found { from: body.from, to, class, form, entry: None, part_of, rule, rank: 6 })
}

/// "Bavarian Greens": a party of a region, by the adjective of that.
fn regional(scan: &Scan, body: &Found) -> Option<Found> {
    let of = body.entry.filter(|_| body.class == Class::Organisation && scan.is_capital(body.from))?;
    let party = scan.gazetteer.entry(of).name.to_lowercase();
    let from = body.from.checked_sub(1).filter(|_| party.ends_with(" party") || party.ends_with("democrats"))?;
    let region = |hit: &Hit| hit.form == Listed::Demonym && scan.gazetteer.entry(hit.entry).class == Class::Place;
    let (class, form, rule) = (Class::Organisation, Form::Name, "name.section");
    let whole = scan.listed(from).any(region);
    whole.then_some(Found { from, to: body.to, class, form, entry: None, part_of: Some(of), rule, rank: 6 })
}

/// The listed head of a state whose full name, or last one, begins at a word: where it ends, and the state.
fn leader(scan: &Scan, at: usize) -> Option<(usize, EntryId)> {
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    scan.words_from(at, 4, &mut words, &mut ends);
    let full = scan.gazetteer.longest(&words).and_then(|(length, hits)| {
        let state = hits.iter().find_map(|hit| scan.gazetteer.state_led_by(hit.entry))?;
        Some((ends[length - 1], state))
    });
    let alone = || names_rule(scan, at + 1 + usize::from(scan.word(at + 1) == "'s"));
    full.or_else(|| if alone() { Some((at + 1, scan.gazetteer.state_of(scan.form(at))?)) } else { None })
}

/// Whether a word is a noun for those who govern, or for what brings them there.
fn names_rule(scan: &Scan, at: usize) -> bool {
    governs(scan.word(at)) || scan.word(at) == "campaign"
}

/// "The Obama administration", "Angela Merkel's government" is the state; "the Obama campaign" is a body of its own.
fn led(scan: &Scan, at: usize) -> Option<Found> {
    const NAME: usize = 6;
    // Looking leaders up costs more than looking ahead.
    if !scan.is_capital(at) || !(at + 1..=at + NAME).any(|at| names_rule(scan, at)) {
        return None;
    }
    let (end, state) = leader(scan, at)?;
    let noun = end + usize::from(scan.word(end) == "'s");
    let base = Found {
        from: at,
        to: noun + 1,
        class: Class::Government,
        form: Form::Name,
        entry: Some(state),
        part_of: None,
        rule: "name.administration",
        rank: 6,
    };
    match scan.word(noun) {
        word if governs(word) => Some(base),
        "campaign" if noun == end && !scan.is_capital(noun) => {
            Some(Found { class: Class::Organisation, entry: None, rule: "name.campaign", ..base })
        }
        _ => None,
    }
}

/// As written; in a line of capitals also with an initial capital each.
fn lookup<'a>(scan: &'a Scan, words: &[String]) -> Option<(usize, &'a [Hit])> {
    let direct = scan.gazetteer.longest(words);
    if direct.is_some() || !words[0].chars().all(char::is_uppercase) || words[0].chars().count() < 3 {
        return direct;
    }
    let titled: Vec<String> = words.iter().map(|word| title(word)).collect();
    scan.gazetteer.longest(&titled)
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
            state::demonym(scan, from, to, hit.entry).or_else(|| state::people(scan, from, to, hit.entry))
        }
        Listed::Demonym => state::regional(scan, from, to).or_else(|| state::people(scan, from, to, hit.entry)),
        // "The Harare administration", "the Pyongyang regime"
        Listed::Capital if hit.government.is_some() && governs(scan.word(to)) => {
            let (class, entry) = (Class::Government, hit.government);
            Some(Found { to: to + 1, class, entry, part_of: None, rule: "gazetteer.capital", ..plain })
        }
        Listed::Capital => Some(match hit.government.filter(|_| capital::acts(scan, from, to)) {
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
        Listed::Name if class == Class::Government => Some(state::state(scan, plain)),
        Listed::Name => Some(plain),
    }
}

/// The reading that fits: an ambiguous name only with context, a person before others of the same name.
fn choose<'a>(scan: &Scan, from: usize, to: usize, hits: &'a [Hit]) -> Option<&'a Hit> {
    let single = to == from + 1;
    let begins_name = to < scan.len() && single && scan.is_name_word(to) && scan.is_given_name(from);
    hits.iter().find(|hit| {
        let class = scan.gazetteer.entry(hit.entry).class;
        // "Florence Knight": a town's name that is a given name before a surname.
        if begins_name && class == Class::Place && scan.listed(to).next().is_none() && !scan.is("place-head", to) {
            return false;
        }
        if single && (is_part(scan, from, class) || is_persons(scan, from, class)) || is_field(scan, from, to, class) {
            return false;
        }
        let clear = || in_context(scan, from, to, class) || class == Class::Government && alone(scan, from, to);
        if hit.ambiguous && (begins_name || !clear()) {
            return false;
        }
        // "The Australian Government": before a noun, article and adjective are no paper.
        let adjective = to == from + 2
            && scan.word(from) == "the"
            && scan.is_demonym(from + 1)
            && (scan.is_capital(to)
                || matches!(scan.upos(to), Some(Upos::Noun | Upos::Adj)) && !scan.is("body-noun", to));
        if adjective {
            return false;
        }
        let verb_like = single && !scan.is_capital(from);
        if verb_like && !scan.form(from).starts_with(char::is_lowercase) {
            return false;
        }
        // "May", "Nice": a single listed word that the tagger calls no name and that begins the sentence.
        !(single && class == Class::Person && scan.upos(from) != Some(Upos::Propn))
    })
}

/// Whether a lone listed word is some person's, by what stands beside it: his title, his kin, his name.
fn is_persons(scan: &Scan, from: usize, class: Class) -> bool {
    let to = from + 1;
    let (place, land) = (class == Class::Place, matches!(class, Class::Place | Class::Government));
    // "Farah Karimi said": a town's name before an unlisted one that does what people do.
    if place && !in_a_place(scan, from) && is_first_name(scan, to) {
        return true;
    }
    // "Economist Jane Doe": a title that begins the sentence, and no paper.
    let titled = class == Class::Organisation && scan.begins(from) && scan.title_at(from).is_some();
    if titled && scan.is_given_name(to) {
        return true;
    }
    // "His wife, Nancy,": kin is no town.
    let kin = from > 1 && scan.form(from - 1) == "," && scan.form(to) == "," && scan.is("kin-noun", from - 2);
    if kin && land {
        return true;
    }
    // "IRENA GAJIC": in a line of capitals a first name may look like an acronym.
    let unlisted = || scan.listed(to).next().is_none();
    if scan.shouts && class == Class::Organisation && scan.is_name_word(to) && unlisted() {
        return true;
    }
    let held = |(start, _): (usize, _)| scan.is_capital(start);
    let people = class == Class::Group;
    if (place || people) && scan.title_before(from).is_some_and(held) {
        return true;
    }
    // "Zor Dae Han", "Zor Han said": the last syllable of a name is no people.
    let syllable = scan.form(from).chars().count() < 4
        && from.checked_sub(1).is_some_and(|at| scan.is_name_word(at) && scan.listed(at).next().is_none());
    if people && syllable {
        return true;
    }
    land && is_agents(scan, from) && unlisted() || place && is_apposed(scan, from)
}

/// "the march organiser Samoa Doe", "opposition figure Hama Doe": a noun for who does something before a name of two words.
fn is_agents(scan: &Scan, from: usize) -> bool {
    from.checked_sub(1).is_some_and(|at| {
        let form = scan.form(at);
        let agent = ["er", "or", "ist"].iter().any(|end| form.len() > 5 && form.ends_with(end)) || form == "figure";
        let noun = form.starts_with(char::is_lowercase) && scan.upos(at) == Some(Upos::Noun);
        agent && noun && scan.is_name_word(from + 1)
    })
}

/// "The housing minister, Uri Ariel,": a name of two words between commas behind a title.
fn is_apposed(scan: &Scan, from: usize) -> bool {
    from.checked_sub(1).is_some_and(|comma| {
        scan.form(comma) == ","
            && scan.title_before(comma).is_some()
            && scan.is_name_word(from + 1)
            && scan.form(from + 2) == ","
    })
}

/// Whether a lone listed word is part of something else: "the NC", which is no state, and "PML-N", which is not the PML.
fn is_part(scan: &Scan, from: usize, class: Class) -> bool {
    // "Raleigh, NC": the two letters of a state of the US stand behind a town.
    let code = scan.form(from).len() == 2 && scan.form(from).chars().all(char::is_uppercase);
    code && class == Class::Place && scan.before(from) != "," && !in_a_place(scan, from)
        || class != Class::Person && super::names::run::acronyms_wing(scan, from, from + 2)
}

/// "Foreign Affairs Minister Jane Doe": the field of an office, and no body of that name.
fn is_field(scan: &Scan, from: usize, to: usize, class: Class) -> bool {
    const OFFICES: [&str; 9] = [
        "minister",
        "ministers",
        "ministry",
        "secretary",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "committee",
        "department",
    ];
    if class != Class::Organisation || !(from..to).all(|at| scan.is("ministry-field", at)) {
        return false;
    }
    let minister = (from.saturating_sub(3)..from)
        .any(|at| scan.title_at(at).is_some_and(|(length, _)| at + length >= to || at + length + 1 == from));
    minister || OFFICES.contains(&scan.word(to))
}

/// Whether a preposition before a name says that it is a place.
fn in_a_place(scan: &Scan, from: usize) -> bool {
    scan.is("place-preposition", from.wrapping_sub(1)) || matches!(scan.before(from), "of" | "to")
}

/// Whether unlisted words that begin at a token are the rest of a person's name: "Karimi said", "Karimi, head of Acme,".
fn is_first_name(scan: &Scan, from: usize) -> bool {
    const LONGEST: usize = 2;
    let kinds = ["common", "organisation-head", "thing-head", "place-head", "lone-body", "ministry-field", "facility"];
    let name = |at: &usize| {
        scan.is_name_word(*at)
            && scan.listed(*at).next().is_none()
            && scan.title_at(*at).is_none()
            && !kinds.iter().any(|kind| scan.is(kind, *at))
    };
    let to = from + (from..scan.len()).take_while(name).count();
    let apposed = scan.form(to) == "," && scan.title_at(to + 1).is_some_and(|(_, kind)| kind != TitleKind::Honorific);
    (from + 1..=from + LONGEST).contains(&to)
        && !scan.is_name_word(to)
        && scan.capitals_tell
        && (apposed || super::names::evidence::is_persons(scan, from, to))
}

/// Where the title begins by which a body is called, if its holder's name follows: "the UN High Commissioner for Refugees
/// (UNHCR) Jane Doe".
fn held_at(scan: &Scan, from: usize, to: usize, hits: &[Hit]) -> Option<usize> {
    let body = hits.iter().all(|hit| scan.gazetteer.entry(hit.entry).class == Class::Organisation);
    let (title, _) = scan.title_before(to).filter(|&(title, _)| body && from < title && title + 1 < to)?;
    let behind = if scan.form(to) == "(" && scan.form(to + 2) == ")" { to + 3 } else { to };
    let name = behind + usize::from(scan.form(behind) == ",");
    let given = scan.is_given_name(name);
    (scan.is_name_word(name) && (given || name == behind && scan.is_name_word(name + 1))).then_some(title)
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
            // "Senate President Jane Doe": an office behind the body's name
            let led = || scan.title_at(to).is_some_and(|(_, kind)| kind == TitleKind::Office) && scan.is_capital(to);
            scan.is_name_word(from) && !scan.begins(from) && before != "of" && before != "in"
                || scan.begins(from) && led()
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
