//! Names that no list holds: persons by given name, title or context, bodies by their head noun, places by theirs.
//!
//! In: a scanned sentence, with the listed names in it. Out: candidates. A run of capitalized words is cut at known words
//! and joined over particles ("bin", "van") and, for bodies, over "of", "for", "and"; what it names is decided by its
//! head noun, a given name, a title before it, or the words around it. A run that nothing speaks for is no mention.

mod bodies;
pub(super) mod evidence;
mod instruments;

use super::scan::{Found, Scan};
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Form;
use crate::syntax::{Upos, Xpos};
use instruments::ENACTED;

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

/// Where a member's name begins behind the name of his seat: "MP for West Clare Jane Doe".
fn behind_seat(scan: &Scan, from: usize, to: usize) -> Option<usize> {
    let of = from.checked_sub(1).filter(|&at| scan.word(at) == "for")?;
    scan.title_before(of).filter(|(start, _)| (*start..of).any(|at| scan.is("seat-title", at)))?;
    let given = |&at: &usize| scan.gazetteer.given_name(scan.form(at)).is_some();
    // "North Kerry": no given name
    let compass = matches!(scan.word(from), "north" | "south" | "east" | "west" | "mid");
    (from + 1 + usize::from(compass)..to.saturating_sub(1)).find(given)
}

/// Where a name begins whose article is tied to it by a hyphen: "el-Masri", "Al-Haddad".
pub(super) fn with_article(scan: &Scan, from: usize) -> usize {
    let hyphen = |&at: &usize| at > 0 && scan.folded[at].is_empty() && adjoins(scan, at);
    let tied = from.checked_sub(1).filter(hyphen).map(|hyphen| hyphen - 1);
    let whole =
        |&at: &usize| scan.is("name-particle", at) && !at.checked_sub(1).is_some_and(|at| scan.folded[at].is_empty());
    tied.filter(whole).unwrap_or(from)
}

/// The end of a run of name words that begins here.
fn run(scan: &Scan, from: usize, listed: &[Found]) -> Option<usize> {
    if !starts(scan, from) {
        return None;
    }
    // "Governor of Rivers Jane Doe": the region ends before the name.
    let governed = |title: usize| matches!(scan.word(title), "governor" | "premier" | "mayor");
    if scan.before(from) == "of" && from > 1 && governed(from - 2) && (1..3).all(|next| scan.is_name_word(from + next))
    {
        return Some(from + 1);
    }
    // "Speaker of Parliament Jane Doe": the body ends before the name.
    if scan.is("lone-body", from) && scan.before(from) == "of" {
        return Some(from + 1);
    }
    let mut to = from + 1;
    while to < scan.len() {
        if listed
            .iter()
            .any(|name| name.from == to && name.to > to && name.class != Class::Place && name.class != Class::Person)
            // "Leila de Lima"
            && !(scan.is("name-particle", to - 1) && scan.gazetteer.given_name(scan.form(from)).is_some())
        {
            break;
        }
        // "Jane Doe Latin America correspondent": a place of two words is no part of a person's name.
        let region = |hit: &crate::gazetteer::Hit| scan.gazetteer.entry(hit.entry).class == Class::Place;
        if to - from > 1 && listed.iter().any(|name| name.from == to && name.to > to + 1) && scan.listed(to).any(region)
        {
            break;
        }
        // "the Refugee Council Jane Doe": a body's name ends before a person's begins.
        if to - from > 1 && scan.is("organisation-head", to - 1) && scan.gazetteer.given_name(scan.form(to)).is_some() {
            break;
        }
        let joins = scan.is_name_word(to)
            || initial(scan, to)
            || bare_initial(scan, to)
            || scan.folded[to].is_empty() && to + 1 < scan.len() && adjoins(scan, to)
            || second_syllable(scan, from, to)
            || first_syllable(scan, from, to)
            || ordinal(scan, from, to)
            || acronyms_wing(scan, from, to)
            || after_given_name(scan, from, to)
            || scan.is("name-particle", to) && scan.form(to).starts_with(char::is_lowercase) && next_is_name(scan, to)
            || scan.is("body-particle", to) && scan.is_capital(to + 1) && scan.capitals_tell;
        // "Juan Carlos (Juanito) Zorva"
        let called = scan.gazetteer.given_name(scan.form(from)).is_some()
            && scan.form(to) == "("
            && scan.is_name_word(to + 1)
            && scan.form(to + 2) == ")"
            && scan.is_name_word(to + 3)
            && scan.title_at(to + 3).is_none();
        if !joins && !called {
            break;
        }
        to += if joins { 1 } else { 3 };
    }
    while to > from + 1 && scan.folded[to - 1].is_empty() {
        to -= 1;
    }
    Some(to)
}

fn starts(scan: &Scan, at: usize) -> bool {
    if scan.is_name_word(at) || acronyms_wing(scan, at, at + 2) {
        return true;
    }
    // "Advocates sans Frontières"
    if scan.is_capital(at) && scan.is("body-particle", at + 1) && scan.is_capital(at + 2) && scan.capitals_tell {
        return true;
    }
    // A sentence may begin with a name that the tagger does not know.
    scan.is_capital(at)
        && !scan.is("not-a-name", at)
        && scan.gazetteer.given_name(scan.form(at)).is_some()
        && scan.is_name_word(at + 1)
        || initial(scan, at) && scan.is_name_word(at + 1)
        || scan.may_be_name(at)
            && !scan.is_name_word(at + 1)
            && (evidence::is_persons(scan, at, at + 1) || evidence::apposed(scan, at + 1).is_some())
}

fn initial(scan: &Scan, at: usize) -> bool {
    let form = scan.form(at);
    let mut letters = form.chars();
    letters.next().is_some_and(char::is_uppercase)
        && form.ends_with('.')
        && form.chars().count() <= 4
        && !scan.is("not-a-name", at)
        && scan.gazetteer.title(&scan.lower[at..]).is_none()
}

/// "George W Bush": a capital alone between a given name and a surname.
fn bare_initial(scan: &Scan, at: usize) -> bool {
    scan.form(at).chars().count() == 1
        && scan.is_capital(at)
        && at > 0
        && scan.gazetteer.given_name(scan.form(at - 1)).is_some()
        && scan.is_name_word(at + 1)
        && scan.capitals_tell
}

/// Whether a hyphen stands without spaces between two parts of a name.
pub(super) fn adjoins(scan: &Scan, at: usize) -> bool {
    let tokens = &scan.sentence.tokens;
    at > 0
        && tokens[at - 1].span.end == tokens[at].span.start
        && tokens[at].span.end == tokens[at + 1].span.start
        && scan.form(at + 1).chars().all(|c| c.is_alphabetic() || c == '\'')
}

/// "Wong Yeung-tat": a given name of two syllables behind a surname; no "Obama-era", since that is a word.
fn second_syllable(scan: &Scan, from: usize, at: usize) -> bool {
    let short = |at: usize| (2..=6).contains(&scan.form(at).chars().count());
    at > from + 2
        && scan.folded[at - 1].is_empty()
        && adjoins(scan, at - 1)
        && scan.form(at).starts_with(char::is_lowercase)
        && (short(at) && short(at - 2))
        && !scan.is("common", at)
        && scan.is_capital(at - 3)
}

/// "Kim In-so": the first syllable of a given name behind a surname, whatever word it may be elsewhere.
fn first_syllable(scan: &Scan, from: usize, at: usize) -> bool {
    at == from + 1
        && scan.is_capital(at)
        && (2..=6).contains(&scan.form(at).chars().count())
        && at + 2 < scan.len()
        && scan.folded[at + 1].is_empty()
        && adjoins(scan, at + 1)
        && scan.form(at + 2).starts_with(char::is_lowercase)
        && !scan.is("common", at + 2)
}

/// "Zorva VIII", "Queen Zorva I": a ruler's number behind a first name.
fn ordinal(scan: &Scan, from: usize, at: usize) -> bool {
    let form = scan.form(at);
    let roman = !form.is_empty() && form.len() <= 5 && form.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let rules =
        || matches!(scan.word(at.saturating_sub(2)), "king" | "queen" | "pope" | "emperor" | "empress" | "tsar");
    let named = || scan.gazetteer.given_name(scan.form(at - 1)).is_some();
    roman && at > from && (rules() || named() && (form.len() > 1 || scan.upos(at) != Some(Upos::Pron)))
}

/// "Anita Among": a capital in the middle of a sentence right behind a given name, whatever word it may be elsewhere.
fn after_given_name(scan: &Scan, from: usize, at: usize) -> bool {
    at > from
        && scan.capitals_tell
        && (scan.gazetteer.given_name(scan.form(at - 1)).is_some() || scan.title_before(at - 1).is_some())
        && scan.is_capital(at)
        && scan.form(at).chars().count() > 3
        && matches!(scan.upos(at), Some(Upos::Propn | Upos::Adp | Upos::Verb | Upos::Adv | Upos::Sconj))
        && !scan.is_capital(at + 1)
        && !scan.is_demonym(at)
}

/// "PML-N": the wing of a party behind its acronym.
pub(super) fn acronyms_wing(scan: &Scan, from: usize, at: usize) -> bool {
    let letters = scan.form(at);
    at == from + 2
        && at < scan.len()
        && evidence::is_acronym(scan, from)
        && scan.form(at - 1) == "-"
        && adjoins(scan, at - 1)
        && letters.chars().count() < 5
        && letters.chars().all(char::is_uppercase)
}

fn next_is_name(scan: &Scan, at: usize) -> bool {
    (at + 1..at + 3).any(|next| scan.is_name_word(next)) && !matches!(scan.word(at), "y" | "e" | "la" | "le")
        || scan.is_name_word(at + 1)
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

/// Titles at the beginning of a run are no part of the name: "Professor Adrian Zenz".
fn skip_titles(scan: &Scan, from: usize, to: usize) -> usize {
    // "Minister of Health Jane Doe": a title that began before the run.
    let title = |at: &usize| scan.title_before(*at).is_some_and(|(start, _)| start < from);
    // "Special Rapporteur on Torture Jane Doe": what an office is for ends as late as its words tell.
    let fielded = |any: bool| {
        let ends = |at: &usize| scan.office_with_field(*at, any).is_some_and(|(start, _)| start < from);
        let mut places = from + 1..to;
        if any { places.find(|at| at + 1 < to && ends(at)) } else { places.rfind(ends) }
    };
    let inner = || {
        // "Nakuru West MP Jane Doe", "Finance Committee Chairman Jane Doe": whatever the title is of.
        let end = |at: usize| {
            scan.title_at(at).filter(|(_, kind)| *kind != TitleKind::Honorific).map(|(length, _)| at + length)
        };
        let given = |at: usize| scan.gazetteer.given_name(scan.form(at)).is_some();
        let name = |end: usize| {
            end < to
                && to - end <= 4
                && (scan.capitals_tell || scan.sentence.has_stop)
                && (given(end)
                    || to - end > 1 && !is_thing(scan, end, to) && !(end..to).all(|at| scan.is("common", at)))
        };
        (from + 1..to).take_while(|&at| !given(at - 1)).filter_map(end).filter(|&end| name(end)).last()
    };
    let titled = || (from + 1..to).rev().find(title);
    let mut at = titled()
        .or_else(|| behind_seat(scan, from, to))
        .or_else(|| fielded(false))
        .or_else(|| fielded(true))
        .or_else(inner)
        .unwrap_or(from);
    while at < to {
        if is_first_name(scan, at, to) {
            break;
        }
        // "a Union Minister", "the Majority Chief Whip": words that end with an office are all of it.
        let office = |last: usize| {
            let kinds = ["common", "ministry-field", "organisation-head"];
            let plain = || (at..last).all(|word| kinds.iter().any(|kind| scan.is(kind, word)));
            // "Lagos Commissioner of Police": the office goes on behind the run; "Lagos Police Commissioner": no surname has two
            // words of an office.
            let ends = |(length, kind)| {
                kind == TitleKind::Office && (last + length > to || last + length == to && (length > 1 || plain()))
            };
            scan.title_at(last).is_some_and(ends)
        };
        if scan.gazetteer.given_name(scan.form(at)).is_none() && (at + 1..to).any(office) {
            return to;
        }
        // "Publicity Minister Jane Doe": any portfolio.
        let minister = at + 2 < to && matches!(scan.word(at + 1), "minister" | "secretary" | "commissioner");
        if minister && scan.title_at(at).is_none() {
            at += 2;
            continue;
        }
        // "Adviser on Trade Jane Doe", "Secretary of the Presidency Jane Doe": a field before a given name.
        let given = |at: usize| scan.gazetteer.given_name(scan.form(at)).is_some();
        let of = |at: usize| at.checked_sub(1).filter(|&of| scan.word(of) == "of");
        let office = of(at).or_else(|| of(at.checked_sub(1).filter(|&the| scan.word(the) == "the")?));
        let led = office.is_some_and(|of| scan.title_before(of).is_some_and(|(_, kind)| kind == TitleKind::Office));
        let fields = (at..to).take_while(|&word| scan.is("ministry-field", word)).count();
        let field = fields > 0 && matches!(scan.before(at), "on" | "for" | "of");
        // "Minister of Foreign Affairs Jane Doe": behind an office, two words are a name even if no list has the first.
        let next = at + fields.max(1);
        if (field || led && at == from) && next < to && (given(next) && next + 1 < to || field && led && to - next == 2)
        {
            at = next;
            continue;
        }
        match scan.title_at(at) {
            // "Saint-Nazaire" is no saint's name.
            Some((length, _)) if scan.folded.get(at + length).is_some_and(String::is_empty) => break,
            // "High Commissioner for Human Rights": the title goes on.
            Some((length, _)) if at + length > to => return to,
            // "Don Young"
            Some((1, TitleKind::Honorific)) if at + 2 == to && scan.word(at) == "don" => {
                break;
            }
            Some((length, _)) if at + length < to => at += length,
            Some((length, kind)) if at + length == to && (at > from || kind != TitleKind::Role) => return to,
            _ => break,
        }
    }
    at
}

/// Whether a title of nobility is a first name, since an office stands right before it that no noble holds, or a mere role, and
/// one word follows: "President Baron Zorva", "analyst Prince Zorva"; not "Foreign Minister Prince Zorva".
fn is_first_name(scan: &Scan, at: usize, to: usize) -> bool {
    let noble = matches!(scan.word(at), "baron" | "prince" | "duke" | "count" | "earl") && at + 2 == to;
    let elected =
        || matches!(scan.before(at), "president" | "lawmaker" | "senator" | "mp" | "congressman" | "councillor");
    noble && scan.title_before(at).is_some_and(|(_, kind)| kind == TitleKind::Role || elected())
}

/// Whether a word may be one of what an office is for: a common noun, a noun for what one does, a region, or the field of a
/// ministry, in capitals; or a noun in small letters.
fn is_field(scan: &Scan, at: usize) -> bool {
    if !scan.is_capital(at) {
        return matches!(scan.upos(at), Some(Upos::Noun | Upos::Adj)) && !scan.is("not-a-name", at);
    }
    // "Minister of Poverty Alleviation"
    let word = scan.word(at);
    let act =
        word.len() > 7 && ["tion", "sion", "ment", "ance", "ence", "ity", "ship"].iter().any(|end| word.ends_with(end));
    let word = act || scan.is("common", at) || scan.is("ministry-field", at + 1) || scan.is_demonym(at);
    // "Representative on Freedom of the Press"
    let press = matches!(scan.word(at), "press" | "media" | "services");
    (scan.is("ministry-field", at) || word && (press || !is_kind(scan, at)))
        && scan.gazetteer.given_name(scan.form(at)).is_none()
}

/// Whether a word says what kind of body a name names.
fn is_kind(scan: &Scan, at: usize) -> bool {
    ["organisation-head", "ministry-head", "lone-body"].iter().any(|kind| scan.is(kind, at))
}

impl Scan<'_> {
    /// The title that begins at a token, its length in tokens and its kind.
    pub(super) fn title_at(&self, at: usize) -> Option<(usize, TitleKind)> {
        let limit = (at + 7).min(self.len());
        let (mut words, mut ends) = (Vec::new(), Vec::new());
        for token in at..limit {
            if !self.folded[token].is_empty() {
                words.push(self.lower[token].clone());
                ends.push(token + 1);
            }
        }
        if self.folded.get(at).is_none_or(String::is_empty) {
            return None;
        }
        let (length, kind) = self.gazetteer.title(&words)?;
        Some((ends[length - 1] - at, kind))
    }

    /// The title that ends right before a token: its first token and kind.
    pub(super) fn title_before(&self, at: usize) -> Option<(usize, TitleKind)> {
        (at.saturating_sub(7)..at).find_map(|from| {
            let (length, kind) = self.title_at(from)?;
            // "minister of foreign affairs" is one minister.
            let of = (from..from + length).find(|&word| matches!(self.word(word), "of" | "for"));
            let head = of.unwrap_or(from + length) - 1;
            let short = self.form(head).ends_with('.');
            let singular = short || self.xpos(head).is_none_or(|xpos| !matches!(xpos, Xpos::Nns | Xpos::Nnps));
            (from + length == at && singular).then_some((from, kind))
        })
    }

    /// The title that ends right before a name, with what it is for: "Minister of Trade and Expatriates Jane Doe", "Special
    /// Rapporteur on Torture Jane Doe", "High Commissioner for Refugees (UNHCR) Jane Doe".
    pub(super) fn office_before(&self, at: usize) -> Option<(usize, TitleKind)> {
        if let Some(title) = self.title_before(at) {
            return Some(title);
        }
        if let Some(bracket) = self.opened_bracket(at).filter(|_| self.is_name_word(at)) {
            return self.title_before(bracket);
        }
        self.office_with_field(at, false).or_else(|| self.office_with_field(at, true))
    }

    /// The office that ends right before a name with a field of its own, whose words tell that they are one; with `any`, the
    /// last of them may be any word that a listed first name follows or that closes a list: "and Expatriates".
    fn office_with_field(&self, at: usize, any: bool) -> Option<(usize, TitleKind)> {
        const FAR: usize = 10;
        let last = at.checked_sub(1).filter(|&last| self.is_capital(last) || is_field(self, last))?;
        let given = |at: usize| self.gazetteer.given_name(self.form(at)).is_some();
        let begins = given(at) || self.capitals_tell && (!is_field(self, at) || self.title_at(at).is_some());
        let begins = begins && !self.is_demonym(at);
        // "Undersecretary for Education Mr Doe"
        let honorific = || self.title_at(at).is_some_and(|(_, kind)| kind == TitleKind::Honorific);
        if !begins || !self.is_name_word(at) && !honorific() {
            return None;
        }
        let open = self.is_capital(last)
            && (given(at) || self.before(last) == "and")
            && !given(last)
            && !is_kind(self, last)
            && self.title_at(last).is_none()
            && self.listed(last).next().is_none();
        // "The prime minister and strategist Jane Doe" are two.
        let small = !self.is_capital(last);
        let joins =
            |at: usize| matches!(self.form(at), "of" | "the") || !small && matches!(self.form(at), "and" | "," | "&");
        let inside = |&word: &usize| joins(word) || is_field(self, word) || any && open && word == last;
        let first = (at.saturating_sub(FAR)..at).rev().take_while(inside).last()?;
        (first..at).rev().find_map(|start| {
            let of = start.checked_sub(1).filter(|&of| matches!(self.form(of), "of" | "for" | "on"));
            // "Minister with responsibility for Trade"
            let of = of.map(|of| if of > 2 && self.before(of) == "responsibility" { of - 2 } else { of });
            let title = of.and_then(|of| {
                let fielded = |(from, _): &(usize, TitleKind)| (*from..of).any(|at| self.is("fielded-office", at));
                self.title_before(of).filter(fielded)
            });
            // "Minister of Foreign Affairs and Expatriates": the title has the first field.
            let of = |(from, _): &(usize, TitleKind)| (*from..start).any(|at| matches!(self.word(at), "of" | "for"));
            title.or_else(|| self.title_before(start).filter(|title| !small && self.form(start) == "and" && of(title)))
        })
    }

    /// Whether a token begins a title that is longer than a word of a name.
    pub(super) fn begins_title(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|(_, kind)| kind == TitleKind::Honorific)
    }
}
