//! Later mentions by a short form of what a document names in full, and lone names by what the document says elsewhere.
//!
//! In: the sentences of a document with the first pass's finds. Out: more finds: surnames of its persons, first words of
//! its bodies, "the Court" for a court that it names, "the North" beside North Korea, names that another place of the
//! document tells the class of, and names coordinated with one that is known.

use std::collections::{BTreeMap, BTreeSet};

use super::names::evidence;
use super::names::with_article;
use super::scan::{Found, Scan};
use super::short::{SURNAME_OF_STATE, Short, before_title, companies, does, head, lone, short_names};
use crate::gazetteer::{Class, EntryId, Form as Listed};
use crate::mention::Form;
use crate::syntax::Upos;

/// Adds later mentions to what the first pass found.
pub(super) fn find(scans: &[Scan], found: &mut [Vec<Found>]) {
    homonyms(scans, found);
    surnames_of_states(scans, found);
    for (scan, found) in scans.iter().zip(found.iter_mut()) {
        bracketed(scan, found);
    }
    let short = short_names(scans, found);
    let halves = halves(scans, found);
    let mut korea = false;
    for (scan, found) in scans.iter().zip(found) {
        found.retain(|name| {
            name.to - name.from > 1 || name.entry.is_some() || !short.storms.contains(scan.form(name.from))
        });
        revote(scan, &short, found);
        companies(scan, &short, found);
        second_pass(scan, &short, found);
        coordinated(scan, found);
        let spoken = found.iter().any(|name| halves.values().any(|half| name.entry == Some(half.state)));
        directions(scan, &halves, korea || spoken, found);
        korea = spoken;
        bracketed(scan, found);
    }
}

/// "The National Intelligence Service (Sebin)", "an Executive Order (E.O.)", "the Wool Board, known as Wolbod,": one unlisted
/// word in brackets is another name of the body, law or report before them.
fn bracketed(scan: &Scan, found: &mut Vec<Found>) {
    for at in 1..scan.len().saturating_sub(1) {
        let called = called_from(scan, at);
        let brackets = scan.form(at - 1) == "(" && scan.form(at + 1) == ")";
        let alone = (brackets || called.is_some()) && scan.is_capital(at);
        let long = |name: &&Found| {
            let acronym = || evidence::is_acronym(scan, at) || is_dotted(scan.form(at));
            let papers = matches!(name.class, Class::Instrument | Class::Report) && acronym();
            name.to == called.unwrap_or(at - 1)
                && (name.class == Class::Organisation && name.form == Form::Name || papers)
        };
        let class = found.iter().find(long).map(|name| name.class);
        let Some(class) = class.filter(|_| alone) else { continue };
        if scan.form(at).chars().count() < 2
            || scan.listed(at).next().is_some()
            || scan.is("common", at)
            || scan.gazetteer.is("not-an-acronym", scan.form(at))
            || scan.form(at).ends_with("ist")
        {
            continue;
        }
        found.retain(|name| name.from != at || name.to != at + 1);
        found.push(lone(at, class, "name.bracketed"));
    }
    found.sort_by_key(|name| name.from);
}

/// Where the comma stands that opens ", known as X" or ", also known as X" before a name that a comma or stop closes.
fn called_from(scan: &Scan, at: usize) -> Option<usize> {
    let known = at.checked_sub(2).filter(|&known| scan.word(known) == "known" && scan.word(known + 1) == "as")?;
    let how = matches!(scan.before(known), "also" | "better" | "commonly" | "locally" | "widely");
    let comma = known.checked_sub(1 + usize::from(how))?;
    (scan.form(comma) == "," && matches!(scan.form(at + 1), "," | "." | ")")).then_some(comma)
}

/// "E.O.": two letters or more, each with its stop.
fn is_dotted(form: &str) -> bool {
    let mut pieces = form.split_terminator('.');
    form.len() > 3
        && form.ends_with('.')
        && pieces.all(|piece| piece.len() == 1 && piece.starts_with(char::is_uppercase))
}

/// A name of two places ("Georgia") means the one whose land the document names more places of.
fn homonyms(scans: &[Scan], found: &mut [Vec<Found>]) {
    let Some(gazetteer) = scans.first().map(|scan| scan.gazetteer) else { return };
    let land = |entry: EntryId| gazetteer.entry(entry).part_of.unwrap_or(entry);
    let mut places: BTreeMap<EntryId, usize> = BTreeMap::new();
    let named = found.iter().flatten().filter(|name| name.class == Class::Place || name.rule == "gazetteer.demonym");
    for entry in named.filter_map(|name| name.entry) {
        *places.entry(land(entry)).or_default() += 1;
    }
    for (scan, found) in scans.iter().zip(found) {
        for name in found.iter_mut().filter(|name| name.rule == "gazetteer" && name.to - name.from == 1) {
            let Some(now) = name.entry else { continue };
            let score = |entry: EntryId| places.get(&land(entry)).copied().unwrap_or_default();
            let others = scan.listed(name.from).filter(|hit| hit.form == Listed::Name && hit.ambiguous);
            let better = others.map(|hit| hit.entry).filter(|&other| score(other) > score(now));
            if let Some(other) = better.max_by_key(|&other| (score(other), std::cmp::Reverse(other))) {
                let entry = gazetteer.entry(other);
                *name = Found { entry: Some(other), class: entry.class, part_of: entry.part_of, ..*name };
            }
        }
    }
}

/// "Mr Nepal" is no state, nor is the last word of "Madhav Nepal" in the same text.
fn surnames_of_states(scans: &[Scan], found: &mut [Vec<Found>]) {
    let land = |name: &Found| {
        matches!(name.class, Class::Government | Class::Place) && name.form == Form::Name && name.to == name.from + 1
    };
    let polite = |scan: &Scan, at: usize| matches!(scan.before(at).trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss");
    let mut surnames: BTreeSet<String> = BTreeSet::new();
    for (scan, found) in scans.iter().zip(found.iter_mut()) {
        for name in found.iter_mut().filter(|name| land(name) && polite(scan, name.from)) {
            surnames.insert(scan.form(name.from).to_string());
            *name = lone(name.from, Class::Person, SURNAME_OF_STATE);
        }
    }
    for (scan, found) in scans.iter().zip(found.iter_mut()) {
        for at in (1..found.len()).rev() {
            let (given, state) = (&found[at - 1], &found[at]);
            let person = given.class.is_person() && given.to == state.from;
            if person && land(state) && surnames.contains(scan.form(state.from)) {
                (found[at - 1].to, found[at - 1].rule) = (found[at].to, SURNAME_OF_STATE);
                found.remove(at);
            }
        }
    }
}

/// A lone name has the class that most of its mentions speak for.
fn revote(scan: &Scan, short: &Short, found: &mut [Found]) {
    for name in
        found.iter_mut().filter(|name| name.to - name.from == 1 && name.entry.is_none() && name.form == Form::Name)
    {
        let form = scan.form(name.from);
        if let Some(&class) = short.names.get(form).filter(|_| short.votes.contains_key(form))
            && name.rule != "name.acronym"
        {
            name.class = class;
        }
    }
}

/// A state that a direction names.
struct Half {
    state: EntryId,
    /// Whether the document names it, and not only the other half.
    named: bool,
}

/// The states of a document that a direction names: North Korea is "the North".
fn halves(scans: &[Scan], found: &[Vec<Found>]) -> BTreeMap<&'static str, Half> {
    let Some(scan) = scans.first() else { return BTreeMap::new() };
    let named = |entry: EntryId| found.iter().flatten().any(|name| name.entry == Some(entry));
    let halves = [("North", "government/north-korea"), ("South", "government/south-korea")];
    let half = |state: EntryId| Half { state, named: named(state) };
    let halves = halves.map(|(word, key)| Some((word, half(scan.gazetteer.by_key(key)?))));
    // "South Korea said the North had lied": who speaks of one half means the other.
    let spoken = halves.iter().flatten().any(|(_, half)| half.named);
    halves.into_iter().flatten().filter(|_| spoken).collect()
}

/// "The North" where the document speaks of North Korea; where it names South Korea alone, only beside it (`korea`: in this
/// sentence or the one before) or where the North does what states do: the north of England may be meant as well.
fn directions(scan: &Scan, halves: &BTreeMap<&'static str, Half>, korea: bool, found: &mut Vec<Found>) {
    for at in 0..scan.len() {
        let owns = scan.begins(at) && scan.word(at + 1) == "'s";
        let Some(half) = halves.get(scan.form(at)).filter(|_| scan.before(at) == "the" || owns) else { continue };
        let free = found.iter().all(|name| at < name.from || name.to <= at);
        // "The North of England" is no state.
        let whole = !scan.is_name_word(at + 1) && !scan.form(at + 1).starts_with('-') && scan.word(at + 1) != "of";
        let act = |at: usize| scan.is("state-act", at);
        let acts = scan.is("speech-verb", at + 1) || scan.word(at + 1) == "'s" && (act(at + 2) || act(at + 3));
        if free && whole && (half.named || korea || acts) {
            found.push(Found { entry: Some(half.state), ..lone(at, Class::Government, "name.direction") });
        }
    }
    found.sort_by_key(|name| name.from);
}

/// Adds later mentions by short name, and gives a lone surname its person.
fn second_pass(scan: &Scan, short: &Short, found: &mut Vec<Found>) {
    for at in 0..scan.len() {
        let taken = found.iter().position(|name| name.from <= at && at < name.to);
        if !scan.is_capital(at) || taken.is_some_and(|taken| !may_be_surname(scan, short, &found[taken])) {
            continue;
        }
        // "Brandt Attack" in a headline
        let headline = !scan.capitals_tell && scan.is("common", at + 1);
        // "Treasury Secretary Jane Doe", "ZMP lawmaker Juan Roe"
        let body = |at: usize| scan.is("lone-body", at) || evidence::is_acronym(scan, at);
        let led = (short.heads.contains_key(scan.form(at)) || body(at)) && before_title(scan, at);
        let alone = !scan.is_name_word(at + 1) || headline || led || found.iter().any(|name| name.from == at + 1);
        // "Mrs May"
        let titled = || at.checked_sub(1).is_some_and(|title| scan.begins_title(title));
        let month = || short.months.get(scan.form(at)).copied().filter(|_| titled());
        let class = short.names.get(&in_text(scan, at)).copied().or_else(month).or_else(|| head(scan, short, at));
        let Some(class) = class.filter(|_| alone) else { continue };
        // The first word of a sentence may be a common word that is a surname too.
        let common = scan.begins(at) && scan.is("common", at) && scan.upos(at) != Some(Upos::Propn);
        if common && !led && !does(scan, at, class) {
            continue;
        }
        // "Jaish-e-Mohammad" is no Mohammad.
        let joined =
            at > 2 && scan.folded[at - 1].is_empty() && scan.folded[at - 3].is_empty() && scan.form(at - 2).len() <= 2;
        if joined || scan.is_compound(at) || short.storms.contains(scan.form(at)) {
            continue;
        }
        let rule = if matches!(class, Class::Person | Class::Official) { "name.surname" } else { "name.short" };
        if let Some(taken) = taken {
            found.remove(taken);
        }
        // "De Lima"
        let particle = at > 0
            && class.is_person()
            && scan.is("name-particle", at - 1)
            && !found.iter().any(|name| name.from < at && at <= name.to);
        let from = if particle { at - 1 } else { with_article(scan, at) };
        found.retain(|name| name.to <= from || at < name.from);
        found.push(Found { from, ..lone(at, class, rule) });
    }
    found.sort_by_key(|name| name.from);
}

/// A word as it stands in running text, where the line is set in capitals: "DOE" is Doe.
fn in_text(scan: &Scan, at: usize) -> String {
    let mut letters = scan.form(at).chars();
    match letters.next().filter(|_| scan.shouts) {
        Some(first) => first.to_string() + &letters.as_str().to_lowercase(),
        None => scan.form(at).to_string(),
    }
}

/// Whether one listed word names a place and may as well be the surname of a person named in full elsewhere: "Paris said"
/// beside "Jane Paris", but not "in Paris".
fn may_be_surname(scan: &Scan, short: &Short, name: &Found) -> bool {
    let surname = short.names.get(scan.form(name.from));
    let person = surname.is_some_and(|class| class.is_person());
    let place = matches!(name.class, Class::Place | Class::Government) && name.to - name.from == 1;
    let told = name.from > 1 && scan.word(name.from - 2) == "according";
    let located = scan.is("place-preposition", name.from.wrapping_sub(1))
        || matches!(scan.before(name.from), "of" | "to") && !told;
    person && place && name.entry.is_some() && name.form == Form::Name && !located
}

/// "Kamchatka" in "Sakhalin and Kamchatka": a name of one word beside a known one of its kind, over "and" or a comma.
fn coordinated(scan: &Scan, found: &mut Vec<Found>) {
    let joins = |at: usize| matches!(scan.form(at), "and" | "or" | ",");
    let class_of = |found: &[Found], name: &dyn Fn(&Found) -> bool| {
        let name = found.iter().find(|other| name(other) && other.form == Form::Name)?;
        // "The Emir of Kano, Sanusi,"
        let office =
            name.from.checked_sub(1).is_some_and(|of| scan.word(of) == "of" && scan.title_before(of).is_some());
        if office && scan.form(name.to) == "," {
            return Some(Class::Person);
        }
        // "Zorva and National Assembly Speaker Jane Doe"
        let led = |(length, _): (usize, _)| scan.is_name_word(name.to + length);
        if name.class == Class::Organisation && scan.title_at(name.to).is_some_and(led) {
            return Some(Class::Person);
        }
        match name.class {
            Class::Person | Class::Official => Some(Class::Person),
            Class::Organisation | Class::Place => Some(name.class),
            _ => None,
        }
    };
    for backward in [false, true] {
        for step in 0..scan.len() {
            let at = if backward { scan.len() - 1 - step } else { step };
            let bare = scan.is_name_word(at)
                && scan.capitals_tell
                && !["common", "organisation-head", "thing-head"].iter().any(|kind| scan.is(kind, at))
                && !scan.is_demonym(at)
                && !scan.is_compound(at)
                && scan.title_at(at).is_none()
                && !scan.gazetteer.is("not-an-acronym", scan.form(at))
                && scan.form(at).chars().count() > 2
                && !scan.is_name_word(at + 1)
                && !scan.is_name_word(at.wrapping_sub(1))
                && !matches!(scan.upos(at + 1), Some(Upos::Noun))
                && !found.iter().any(|name| name.from <= at && at < name.to);
            if !bare {
                continue;
            }
            let class = if backward {
                joins(at + 1).then(|| class_of(found, &|name| name.from == at + 2)).flatten()
            } else {
                (at > 1 && joins(at - 1)).then(|| class_of(found, &|name| name.to == at - 1)).flatten()
            };
            if let Some(class) = class {
                found.push(lone(at, class, "name.coordinated"));
            }
        }
    }
    found.sort_by_key(|name| name.from);
}
