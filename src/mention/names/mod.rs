//! Names that no list holds: persons by given name, title or context, bodies by their head noun, places by theirs.
//!
//! In: a scanned sentence, with the listed names in it. Out: candidates. A run of capitalized words is cut at known words
//! and joined over particles ("bin", "van") and, for bodies, over "of", "for", "and"; what it names is decided by its
//! head noun, a given name, a title before it, or the words around it. A run that nothing speaks for is no mention.

mod bodies;
pub(super) mod evidence;
mod instruments;
pub(super) mod run;
mod titles;

use super::scan::{Found, Scan};
use crate::gazetteer::Class;
use crate::mention::Form;
use crate::syntax::{Upos, Xpos};
use instruments::ENACTED;
use run::{acronyms_wing, adjoins, run};
use titles::{behind_seat, skip_titles};

/// Candidates from the form of words alone.
pub(super) fn find(scan: &Scan, listed: &[Found]) -> Vec<Found> {
    let mut found = Vec::new();
    found.extend(bodies::find(scan));
    found.extend(bodies::partners(scan));
    found.extend(instruments::find(scan));
    let unlisted = found.len();
    let mut at = 0;
    while at < scan.len() {
        let covered = listed.iter().find(|name| name.from <= at && at < name.to && name.class != Class::Group);
        if let Some(name) = covered {
            at = name.to;
            continue;
        }
        match run(scan, at, listed) {
            Some(to) => {
                found.extend(read(scan, at, to));
                // "MP for West Clare Jane Doe"
                if let Some(name) = behind_seat(scan, at, to) {
                    let (class, form, rule, rank) = (Class::Place, Form::Name, "name.in-place", 2);
                    found.push(Found { from: at, to: name, class, form, entry: None, part_of: None, rule, rank });
                }
                // "AMR CEO Jane Doe"
                if evidence::is_acronym(scan, at) && scan.title_at(at + 1).is_some() {
                    found.extend(evidence::single(scan, at));
                }
                at = to;
            }
            None => at += 1,
        }
    }
    for name in &mut found[unlisted..] {
        name.from = with_article(scan, name.from);
    }
    found
}

/// Where a name begins whose article is tied to it by a hyphen: "el-Masri", "Al-Haddad".
pub(super) fn with_article(scan: &Scan, from: usize) -> usize {
    let hyphen = |&at: &usize| at > 0 && scan.folded[at].is_empty() && adjoins(scan, at);
    let tied = from.checked_sub(1).filter(hyphen).map(|hyphen| hyphen - 1);
    let whole =
        |&at: &usize| scan.is("name-particle", at) && !at.checked_sub(1).is_some_and(|at| scan.folded[at].is_empty());
    tied.filter(whole).unwrap_or(from)
}

/// What a run of name words names, if anything speaks for it.
fn read(scan: &Scan, from: usize, to: usize) -> Option<Found> {
    let (from, to) = (skip_titles(scan, from, to), to);
    if from >= to {
        return None;
    }
    let make = |from: usize, to: usize, class: Class, rule: &'static str, rank: u8| {
        Some(Found { from, to, class, form: Form::Name, entry: None, part_of: None, rule, rank })
    };
    let length = to - from;
    let last = scan.word(to - 1);
    // "the television station Red Uno", "El Faro news agency"
    let told = evidence::nouns(scan, from, to);
    let outlet = matches!(scan.word(to), "news" | "television" | "radio");
    let article = scan.is("name-particle", from);
    let bodys = length > 1
        && (scan.is("common", from) || outlet || article)
        && told.is_some_and(|(class, _)| class == Class::Organisation);
    let given = scan.gazetteer.given_name(scan.form(from)).is_some() && !bodys;
    // "Rebecca Hall said": a place does not speak.
    let speaks = given && evidence::is_persons(scan, from, to);
    if scan.gazetteer.is("place-head", last) && length > 1 && !speaks {
        let autonomous = length > 2 && scan.word(to - 2) == "autonomous";
        let kept = autonomous || scan.gazetteer.is("place-kept", last) || (from..to).any(|at| scan.is("facility", at));
        return make(from, if kept { to } else { to - 1 }, Class::Place, "name.place", 2);
    }
    // "Zorva de Roe airport"
    let built = scan.is("facility", to) && !scan.is_capital(to);
    if given && length > 1 && built {
        return make(from, to, Class::Place, "name.place-noun", 4);
    }
    if ENACTED.contains(&last.trim_end_matches('s')) && last != "deal" && length > 1 {
        return make(from, to, Class::Instrument, "name.instrument", 3);
    }
    // "Zorva Cables" may be a company.
    let paper =
        matches!(last, "report" | "papers" | "files" | "leaks") || last == "cables" && scan.before(from) == "the";
    if paper && length > 1 && scan.capitals_tell {
        return make(from, to, Class::Report, "name.report", 3);
    }
    // "PML-N", "CPN-UML"
    if length == 3 && acronyms_wing(scan, from, to - 1) {
        return make(from, to, Class::Organisation, "name.acronym", 3);
    }
    // "NRA Members said": an acronym before a common noun in capitals.
    if length > 1 && evidence::is_acronym(scan, from) && (from + 1..to).all(|at| scan.is("common", at)) {
        return evidence::single(scan, from);
    }
    // "leader of the opposition Green party"
    let noun = if scan.form(to) == "(" && scan.form(to + 2) == ")" { to + 3 } else { to };
    let titled = scan.office_before(from).filter(|_| !scan.is("body-noun", noun) || scan.is_capital(noun));
    // "leader of the opposition Green Party", "Advocates sans Frontières"
    let kind = length > 1 && scan.is("organisation-head", to - 1) && !given;
    // "the major Santa Zorva mine"
    let size = scan.before(from) == "major" && from > 1 && matches!(scan.before(from - 1), "the" | "a" | "an");
    let titled = titled.filter(|_| !kind && !size);
    if (from..to).any(|at| scan.is("body-particle", at)) {
        return make(from, to, Class::Organisation, "name.body", 3);
    }
    let place = scan.is("place-preposition", from.wrapping_sub(1));
    // "Ahmed Nasser Al Mohammad Al Sabah": particles of a name, and brackets in it, count for nothing.
    let counts = |at: &usize| !scan.is("name-particle", *at) && !matches!(scan.form(*at), "(" | ")");
    let particles = length - (from..to).filter(counts).count();
    if titled.is_some() && length - particles <= 5 {
        return make(from, to, Class::Person, "name.title", 4);
    }
    if given && (2..=5).contains(&(length - particles)) {
        return make(from, to, Class::Person, "name.given", 4);
    }
    if length == 1 {
        return evidence::single(scan, from);
    }
    // "Forget Brandt": what somebody quoted says to do
    if length == 2 && from > 0 && scan.begins(from) && scan.is("common", from) && scan.upos(to) != Some(Upos::Propn) {
        return evidence::single(scan, from + 1);
    }
    // "Involvement in Cyber Attack": common words of a headline.
    let headline = !scan.capitals_tell && (from..to).all(|at| scan.is("common", at));
    let body = told.is_some_and(|(class, _)| class == Class::Organisation);
    if place && length <= 3 && !headline && !body {
        return make(from, to, Class::Place, "name.in-place", 1);
    }
    // "Bank Sepah": the kind first.
    if scan.word(from) == "bank" && !scan.begins(from)
        || scan.word(from) == "bank" && scan.upos(from) == Some(Upos::Propn)
    {
        return make(from, to, Class::Organisation, "name.body", 3);
    }
    if scan.is("foreign-head", from) && !scan.is("common", from) {
        return make(from, to, Class::Organisation, "name.body", 3);
    }
    if let Some((class, rule)) = evidence::nouns(scan, from, to).filter(|_| !scan.is_demonym(to - 1)) {
        return make(from, to, class, rule, 2);
    }
    // "endorses the Zorva Chechnya plan": a place before a noun is no surname.
    let compound = scan.upos(to) == Some(Upos::Noun)
        && scan
            .listed(to - 1)
            .any(|hit| matches!(scan.gazetteer.entry(hit.entry).class, Class::Place | Class::Government));
    let person_like = (from..to)
        .all(|at| scan.form(at).chars().skip(1).all(|c| !c.is_uppercase() || scan.form(at).contains(['\'', '’', '.'])));
    let tells = evidence::is_persons(scan, from, to) || scan.form(to) == ",";
    // "responsible for Tribal Affairs and Trade"
    let field = scan.is("ministry-field", to - 1) && matches!(scan.before(from), "of" | "for" | "on");
    if length <= 4
        && !field
        && !compound
        && person_like
        && !scan.is_demonym(to - 1)
        && !is_thing(scan, from, to)
        && (tells || !(from..to).all(|at| scan.is("common", at) || scan.folded[at].is_empty()))
        && (scan.capitals_tell || tells)
        && scan.before(from) != "the"
    {
        return make(from, to, Class::Person, "name.capitals", 1);
    }
    None
}

/// Whether a run's words are no person's: a demonym before them, a plural, a thing's head noun or kind.
fn is_thing(scan: &Scan, from: usize, to: usize) -> bool {
    let small_thing = |at: usize| matches!(scan.form(at), "prize" | "award" | "project" | "pipeline" | "summit");
    scan.is_demonym(from)
        || scan.xpos(to - 1) == Some(Xpos::Nnps)
        || scan.is("thing-head", to - 1)
        // "the Zorva Peace prize", "the Santa Zorva copper project"
        || small_thing(to)
        || scan.upos(to) == Some(Upos::Noun) && small_thing(to + 1)
        || scan.is("event-noun", from)
        || scan.is("event-noun", from.wrapping_sub(1))
}
