//! Titles and offices in and before a run of capitals, which are no part of the name.
//!
//! In: a scanned sentence and places in it. Out: the title that begins at a token or ends before one, with the field that an
//! office is for ("Special Rapporteur on Torture"), and where a run's name begins behind its titles. Whose titles they are
//! is left to `roles`.

use std::cmp::Ordering;

use super::read::is_thing;
use crate::gazetteer::TitleKind;
use crate::mention::scan::Scan;
use crate::syntax::{Upos, Xpos};

/// Where a member's name begins behind the name of his seat: "MP for West Clare Jane Doe".
pub(super) fn behind_seat(scan: &Scan, from: usize, to: usize) -> Option<usize> {
    let of = from.checked_sub(1).filter(|&at| scan.word(at) == "for")?;
    scan.title_before(of).filter(|(start, _)| (*start..of).any(|at| scan.is("seat-title", at)))?;
    let given = |&at: &usize| scan.is_given_name(at);
    // "North Kerry": no given name
    (from + 1 + usize::from(scan.is("side", from))..to.saturating_sub(1)).find(given)
}

/// Where a run's name begins: titles at its beginning are no part of it ("Professor Adrian Zenz"), and if it is all title, at
/// its end.
pub(super) fn skip_titles(scan: &Scan, from: usize, to: usize) -> usize {
    // "Minister of Health Jane Doe": a title that began before the run.
    let title = |at: &usize| scan.title_before(*at).is_some_and(|(start, _)| start < from);
    let titled = || (from + 1..to).rev().find(title);
    let mut at = titled()
        .or_else(|| behind_seat(scan, from, to))
        .or_else(|| behind_fielded(scan, from, to, false))
        .or_else(|| behind_fielded(scan, from, to, true))
        .or_else(|| behind_inner(scan, from, to))
        .or_else(|| behind_thing(scan, from, to))
        .unwrap_or(from);
    while at < to && !is_first_name(scan, at, to) {
        if ends_with_office(scan, at, to) {
            return to;
        }
        let next = behind_portfolio(scan, at, to)
            .or_else(|| behind_field(scan, from, at, to))
            .or_else(|| behind_title(scan, from, at, to));
        let Some(next) = next else { break };
        at = next;
    }
    at
}

/// "Special Rapporteur on Torture Jane Doe": what an office before the run is for ends as late as its words tell.
fn behind_fielded(scan: &Scan, from: usize, to: usize, any: bool) -> Option<usize> {
    let ends = |at: &usize| scan.office_with_field(*at, any).is_some_and(|(start, _)| start < from);
    let mut places = from + 1..to;
    if any { places.find(|at| at + 1 < to && ends(at)) } else { places.rfind(ends) }
}

/// "Envoy for the Zorva Dialogue Jane Doe": behind what an office before the run is for.
fn behind_thing(scan: &Scan, from: usize, to: usize) -> Option<usize> {
    let the = from.checked_sub(1)?;
    let of = if scan.word(the) == "the" { the.checked_sub(1)? } else { the };
    let office = matches!(scan.word(of), "of" | "for" | "on") && scan.title_before(of).is_some();
    let thing = |at: usize| scan.is("thing-head", at) || scan.word(at) == "process";
    let name = |&at: &usize| thing(at - 1) && scan.is_given_name(at) && !thing(at) && at + 1 < to;
    (from + 1..to).find(name).filter(|_| office && !scan.is_given_name(from))
}

/// "Nakuru West MP Jane Doe", "Finance Committee Chairman Jane Doe": behind a title inside the run, whatever it is of.
fn behind_inner(scan: &Scan, from: usize, to: usize) -> Option<usize> {
    let end =
        |at: usize| scan.title_at(at).filter(|(_, kind)| *kind != TitleKind::Honorific).map(|(length, _)| at + length);
    let given = |at: usize| scan.is_given_name(at);
    let name = |end: usize| {
        end < to
            && to - end <= 4
            && (scan.capitals_tell || scan.sentence.has_stop)
            && (given(end) || to - end > 1 && !is_thing(scan, end, to) && !(end..to).all(|at| scan.is("common", at)))
    };
    (from + 1..to).take_while(|&at| !given(at - 1)).filter_map(end).filter(|&end| name(end)).last()
}

/// "a Union Minister", "the Majority Chief Whip": whether the words up to the run's end are all an office.
fn ends_with_office(scan: &Scan, at: usize, to: usize) -> bool {
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
    !scan.is_given_name(at) && (at + 1..to).any(office)
}

/// "Publicity Minister Jane Doe": behind a minister of any portfolio.
fn behind_portfolio(scan: &Scan, at: usize, to: usize) -> Option<usize> {
    let minister = at + 2 < to && matches!(scan.word(at + 1), "minister" | "secretary" | "commissioner");
    (minister && scan.title_at(at).is_none()).then_some(at + 2)
}

/// "Adviser on Trade Jane Doe", "Secretary of the Presidency Jane Doe": behind a field before a given name.
fn behind_field(scan: &Scan, from: usize, at: usize, to: usize) -> Option<usize> {
    let given = |at: usize| scan.is_given_name(at);
    let of = |at: usize| at.checked_sub(1).filter(|&of| scan.word(of) == "of");
    let office = of(at).or_else(|| of(at.checked_sub(1).filter(|&the| scan.word(the) == "the")?));
    let led = office.is_some_and(|of| scan.title_before(of).is_some_and(|(_, kind)| kind == TitleKind::Office));
    let fields = (at..to).take_while(|&word| scan.is("ministry-field", word)).count();
    let field = fields > 0 && matches!(scan.before(at), "on" | "for" | "of");
    // "Minister of Foreign Affairs Jane Doe": behind an office, two words are a name even if no list has the first.
    let next = at + fields.max(1);
    let name = next < to && (given(next) && next + 1 < to || field && led && to - next == 2);
    ((field || led && at == from) && name).then_some(next)
}

/// Behind a title at a token of the run; none where the token is a word of a name all the same.
fn behind_title(scan: &Scan, from: usize, at: usize, to: usize) -> Option<usize> {
    let (length, kind) = scan.title_at(at)?;
    let end = at + length;
    // "Saint-Nazaire" is no saint's name.
    if scan.folded.get(end).is_some_and(String::is_empty) {
        return None;
    }
    // "Don Young"
    if (length, kind) == (1, TitleKind::Honorific) && at + 2 == to && scan.word(at) == "don" {
        return None;
    }
    match end.cmp(&to) {
        Ordering::Less => Some(end),
        // "High Commissioner for Human Rights": the title goes on.
        Ordering::Greater => Some(to),
        Ordering::Equal => (at > from || kind != TitleKind::Role).then_some(to),
    }
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
    (scan.is("ministry-field", at) || word && (press || !is_kind(scan, at))) && !scan.is_given_name(at)
}

/// Whether a word says what kind of body a name names.
fn is_kind(scan: &Scan, at: usize) -> bool {
    ["organisation-head", "ministry-head", "lone-body"].iter().any(|kind| scan.is(kind, at))
}

impl Scan<'_> {
    /// The title that begins at a token, its length in tokens and its kind.
    pub(in crate::mention) fn title_at(&self, at: usize) -> Option<(usize, TitleKind)> {
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
    pub(in crate::mention) fn title_before(&self, at: usize) -> Option<(usize, TitleKind)> {
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
    pub(in crate::mention) fn office_before(&self, at: usize) -> Option<(usize, TitleKind)> {
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
        let given = |at: usize| self.is_given_name(at);
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
    pub(in crate::mention) fn begins_title(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|(_, kind)| kind == TitleKind::Honorific)
    }
}
