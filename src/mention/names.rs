//! Names that no list holds: persons by given name, title or context, bodies by their head noun, places by theirs.
//!
//! In: a scanned sentence, with the listed names in it. Out: candidates. A run of capitalized words is cut at known words
//! and joined over particles ("bin", "van") and, for bodies, over "of", "for", "and"; what it names is decided by its
//! head noun, a given name, a title before it, or the words around it. A run that nothing speaks for is no mention.

use super::scan::{Found, Scan};
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Form;
use crate::syntax::{Upos, Xpos};

/// Candidates from the form of words alone.
pub(super) fn find(scan: &Scan, listed: &[Found]) -> Vec<Found> {
    let mut found = Vec::new();
    found.extend(bodies(scan));
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
                at = to;
            }
            None => at += 1,
        }
    }
    found
}

/// The end of a run of name words that begins here.
fn run(scan: &Scan, from: usize, listed: &[Found]) -> Option<usize> {
    if !starts(scan, from) {
        return None;
    }
    let mut to = from + 1;
    while to < scan.len() {
        if listed
            .iter()
            .any(|name| name.from == to && name.to > to && name.class != Class::Place && name.class != Class::Person)
        {
            break;
        }
        let joins = scan.is_name_word(to)
            || initial(scan, to)
            || scan.folded[to].is_empty() && to + 1 < scan.len() && adjoins(scan, to)
            || scan.is("name-particle", to) && scan.form(to).starts_with(char::is_lowercase) && next_is_name(scan, to);
        if !joins {
            break;
        }
        to += 1;
    }
    while to > from + 1 && scan.folded[to - 1].is_empty() {
        to -= 1;
    }
    Some(to)
}

fn starts(scan: &Scan, at: usize) -> bool {
    if scan.is_name_word(at) {
        return true;
    }
    // A sentence may begin with a name that the tagger does not know.
    scan.is_capital(at)
        && !scan.is("not-a-name", at)
        && scan.gazetteer.given_name(scan.form(at)).is_some()
        && scan.is_name_word(at + 1)
        || initial(scan, at) && scan.is_name_word(at + 1)
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

/// Whether a hyphen stands without spaces between two parts of a name.
fn adjoins(scan: &Scan, at: usize) -> bool {
    let tokens = &scan.sentence.tokens;
    at > 0
        && tokens[at - 1].span.end == tokens[at].span.start
        && tokens[at].span.end == tokens[at + 1].span.start
        && scan.form(at + 1).chars().all(|c| c.is_alphabetic() || c == '\'')
}

fn next_is_name(scan: &Scan, at: usize) -> bool {
    (at + 1..at + 3).any(|next| scan.is_name_word(next)) && !matches!(scan.word(at), "y" | "e" | "la" | "le")
        || scan.is_name_word(at + 1)
}

/// Bodies: capitalized words around a head noun, over small words between them.
fn bodies(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    for head in 0..scan.len() {
        if !scan.is_capital(head) || !scan.is("organisation-head", head) {
            continue;
        }
        let proper = matches!(scan.upos(head), Some(Upos::Propn | Upos::Noun));
        if !proper || !scan.capitals_tell && scan.upos(head) != Some(Upos::Propn) {
            continue;
        }
        let (from, to) = (start_of_body(scan, head), end_of_body(scan, head));
        if to - from < 2 || from + 1 == to {
            continue;
        }
        let part_of = (from..to).find_map(|at| state_at(scan, at));
        found.push(Found {
            from,
            to,
            class: Class::Organisation,
            form: Form::Name,
            entry: None,
            part_of,
            rule: "name.body",
            rank: 3,
        });
    }
    found
}

/// The state that a word names: Belarus in "Ministry of Justice of Belarus".
fn state_at(scan: &Scan, at: usize) -> Option<crate::gazetteer::EntryId> {
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    scan.words_from(at, 6, &mut words, &mut ends);
    if words.is_empty() || scan.folded[at].is_empty() {
        return None;
    }
    let (_, hits) = scan.gazetteer.longest(&words)?;
    let hit = hits.iter().find(|hit| scan.gazetteer.entry(hit.entry).class == Class::Government)?;
    Some(hit.entry)
}

fn start_of_body(scan: &Scan, head: usize) -> usize {
    let mut from = head;
    while let Some(before) = from.checked_sub(1) {
        let joins = scan.is_capital(before) && !scan.is("not-a-name", before) && !scan.begins_title(before)
            || scan.folded[before].is_empty() && before > 0 && adjoins(scan, before)
            || matches!(scan.form(before), "and" | "for" | "&" | "of")
                && before > 0
                && scan.is_capital(before - 1)
                && scan.capitals_tell
                && before + 1 < head + 1
                && !scan.is("not-a-name", before - 1)
                && scan.title_before(before).is_none()
                && from < head;
        if !joins {
            break;
        }
        from = before;
    }
    while from < head && (scan.folded[from].is_empty() || matches!(scan.form(from), "and" | "for" | "of" | "&")) {
        from += 1;
    }
    from
}

/// "Ministry of Justice of Belarus", "Council on Foreign Relations", "Committee to Protect Journalists".
fn end_of_body(scan: &Scan, head: usize) -> usize {
    let mut to = head + 1;
    loop {
        let small = matches!(scan.form(to), "of" | "for" | "on" | "in" | "against" | "to" | "and" | "&");
        let after = if small && matches!(scan.form(to + 1), "the") { to + 2 } else { to + 1 };
        let named = |at: usize| scan.is_capital(at) && !scan.is("not-a-name", at);
        if small
            && named(after)
            && scan.capitals_tell
            && (scan.form(to) != "and" || to > head + 1 && !scan.is("organisation-head", to - 1))
        {
            let location =
                scan.form(to) == "in" || scan.form(to) == "to" && !matches!(scan.upos(after), Some(Upos::Verb));
            if location && scan.form(to) != "to" {
                return to;
            }
            if scan.form(to) == "and" && scan.gazetteer.given_name(scan.form(after)).is_some() {
                return to;
            }
            to = after + 1;
            while named(to) && scan.upos(to) != Some(Upos::Verb) {
                to += 1;
            }
        } else {
            return to;
        }
    }
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
    if scan.gazetteer.is("place-head", last) && length > 1 {
        let kept = scan.gazetteer.is("place-kept", last) || (from..to).any(|at| scan.is("facility", at));
        return make(from, if kept { to } else { to - 1 }, Class::Place, "name.place", 2);
    }
    if matches!(
        last,
        "bill"
            | "act"
            | "treaty"
            | "convention"
            | "accord"
            | "protocol"
            | "amendment"
            | "agreement"
            | "pact"
            | "charter"
    ) && length > 1
    {
        return make(from, to, Class::Instrument, "name.instrument", 3);
    }
    if matches!(last, "report" | "papers" | "cables" | "files" | "leaks") && length > 1 && scan.capitals_tell {
        return make(from, to, Class::Report, "name.report", 3);
    }
    let given = scan.gazetteer.given_name(scan.form(from)).is_some();
    let titled = scan.title_before(from);
    let place = scan.is("place-preposition", from.wrapping_sub(1));
    if titled.is_some() && length <= 5 {
        return make(from, to, Class::Person, "name.title", 4);
    }
    if given && (2..=5).contains(&length) {
        return make(from, to, Class::Person, "name.given", 4);
    }
    if length == 1 {
        return single(scan, from);
    }
    if place && length <= 3 {
        return make(from, to, Class::Place, "name.in-place", 1);
    }
    let person_like = (from..to)
        .all(|at| scan.form(at).chars().skip(1).all(|c| !c.is_uppercase() || scan.form(at).contains(['\'', '’'])));
    let speaks = scan.is("speech-verb", to)
        || scan.is("speech-verb", from.wrapping_sub(1))
        || is_aged(scan, to)
        || scan.form(to) == ",";
    if length <= 4 && person_like && (scan.capitals_tell || speaks) && scan.before(from) != "the" {
        return make(from, to, Class::Person, "name.capitals", 1);
    }
    None
}

/// One capitalized word: an acronym is a body, a word after "in" a place.
fn single(scan: &Scan, at: usize) -> Option<Found> {
    let form = scan.form(at);
    let make = |class, rule| {
        Some(Found { from: at, to: at + 1, class, form: Form::Name, entry: None, part_of: None, rule, rank: 1 })
    };
    let letters = form.chars().count();
    let acronym = (2..=6).contains(&letters) && form.chars().all(|c| c.is_uppercase() || c == '&');
    if acronym
        && scan.capitals_tell
        && !scan.is("name-suffix", at)
        && !scan.gazetteer.is("not-an-acronym", form)
        && scan.upos(at) == Some(Upos::Propn)
    {
        let after_number = at > 0 && scan.form(at - 1).chars().any(|c| c.is_ascii_digit());
        return if after_number { None } else { make(Class::Organisation, "name.acronym") };
    }
    if scan.is("place-preposition", at.wrapping_sub(1)) && scan.upos(at) == Some(Upos::Propn) && letters > 2 {
        let modifies = matches!(scan.upos(at + 1), Some(Upos::Noun | Upos::Propn));
        return if modifies { None } else { make(Class::Place, "name.in-place") };
    }
    None
}

/// "Jane Doe, 45," tells a person.
fn is_aged(scan: &Scan, to: usize) -> bool {
    scan.form(to) == "," && scan.form(to + 1).len() == 2 && scan.form(to + 1).bytes().all(|b| b.is_ascii_digit())
}

/// Titles at the beginning of a run are no part of the name: "Professor Adrian Zenz".
fn skip_titles(scan: &Scan, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        match scan.title_at(at) {
            Some((length, _)) if at + length < to => at += length,
            Some((length, TitleKind::Office | TitleKind::Honorific)) if at + length == to => return to,
            _ => break,
        }
    }
    at
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
            let singular = self.xpos(from + length - 1).is_none_or(|xpos| !matches!(xpos, Xpos::Nns | Xpos::Nnps));
            (from + length == at && singular).then_some((from, kind))
        })
    }

    /// Whether a token begins a title that is longer than a word of a name.
    pub(super) fn begins_title(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|(_, kind)| kind == TitleKind::Honorific)
    }
}
