//! Names as words: what two names must share before one can be short for the other, and the keys made of names.
//!
//! In: surface forms. Out: [`words`] without case, marks and accents; the listed rules by which a short form belongs to a
//! longer one, each with its name; [`slug`]s. Likeness alone is no rule: the one misspelling allowed is a single letter in
//! the given name before the same surname. Which words say what kind of body a name names stands in `kinds`.

mod kinds;

use crate::gazetteer::{Class, EntryId, Gazetteer, fold, unaccented};
use kinds::OWN;
pub(super) use kinds::{BODIES, is_any_states, is_bodys};

/// A name's words: lower case, no accents, no article, no final 's; "U.N." is `un`, "Kim Jong-un" is `kim jong un`.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for piece in name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '/' | ',' | '(' | ')'))
    {
        let piece = piece.trim_end_matches(['\'', '’']);
        let piece = piece.strip_suffix("'s").or_else(|| piece.strip_suffix("’s")).unwrap_or(piece);
        let word: String = plain(piece).filter(|c| c.is_alphanumeric()).collect();
        let article = list.is_empty() && word == "the";
        if !word.is_empty() && !article {
            list.push(word);
        }
    }
    list
}

/// Whether a body's name holds the name of its state: "Environment Canada". A party's does not make it a part of the state.
pub(crate) fn holds_state(name: &str, state: EntryId, gazetteer: &Gazetteer) -> bool {
    let words: Vec<String> = crate::syntax::words(name).into_iter().map(|word| fold(word.of(name))).collect();
    let is_party = words.last().is_some_and(|word| word == "Party");
    let whole = words.len();
    let parts =
        (0..whole).flat_map(|from| (from + 1..=whole).map(move |to| (from, to))).filter(|(from, to)| to - from < whole);
    let named = parts.into_iter().any(|(from, to)| {
        let hits = gazetteer.longest(&words[from..to]);
        hits.is_some_and(|(length, hits)| length == to - from && hits.iter().any(|hit| hit.entry == state))
    });
    named && !is_party && gazetteer.entry(state).class == Class::Government
}

/// Lower case without accents.
fn plain(text: &str) -> impl Iterator<Item = char> {
    unaccented(text).flat_map(char::to_lowercase)
}

/// The last part of a key: ASCII words joined by hyphens, `ada-lovelace`; at most 80 characters, `x` where nothing is left.
pub(super) fn slug(name: &str) -> String {
    const LONGEST: usize = 80;
    let mut slug = String::new();
    for word in words(&name.replace(['ß', 'æ', 'œ'], "s")) {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if word.is_empty() || slug.len() + word.len() > LONGEST {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    if slug.is_empty() { "x".to_owned() } else { slug }
}

/// By which rule a person's shorter name belongs to a longer one.
pub(super) fn person(short: &[String], long: &[String]) -> Option<&'static str> {
    let ([.., surname], [first, .., last]) = (short, long) else { return None };
    if is_bodys(long) || BODIES.contains(&last.as_str()) && surname != last {
        return None;
    }
    if short.len() == 1 && long.len() > 1 {
        return match surname {
            _ if surname == last => Some("surname"),
            _ if surname == first => Some("first of its names"),
            _ if surname.len() > 2 && long.contains(surname) => Some("one of its names"),
            _ => None,
        };
    }
    if surname != last {
        // "Xi Jinping" and "Xi"; otherwise two names with different ends are two people.
        return (short.len() + 1 == long.len() && long.starts_with(short)).then_some("first of its names");
    }
    if short.len() > 1 && short.len() < long.len() && long.ends_with(short) {
        return Some("name without what stands before it");
    }
    let initial = |a: &str, b: &str| (a.len() == 1 || b.len() == 1) && a.chars().next() == b.chars().next();
    let (given, full) = (&short[0], &long[0]);
    match (given == full, short.len() < long.len()) {
        (true, true) => subsequence(short, long).then_some("name without middle names"),
        (false, _) if initial(given, full) => Some("initial"),
        (false, false) if short[1..] == long[1..] && one_letter(given, full) => Some("one letter in the given name"),
        _ => None,
    }
}

/// Whether all words of one stand in the other, in order.
fn subsequence(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word || word.len() == 1 && other.starts_with(word.as_str())))
}

/// Whether one letter was added, left out or changed in a word of five or more.
fn one_letter(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < 5 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Equal => !a.is_empty() && a[1..] == b[1..],
        std::cmp::Ordering::Less => a == &b[1..],
        std::cmp::Ordering::Greater => &a[1..] == b,
    }
}

/// Words of places that follow or precede the place's own name.
const LAND: &[&str] = &[
    "province",
    "county",
    "city",
    "district",
    "region",
    "state",
    "prefecture",
    "island",
    "islands",
    "river",
    "lake",
    "mount",
    "port",
];

/// By which rule an organisation's shorter name belongs to a longer one.
pub(super) fn organisation(short: &[String], long: &[String]) -> Option<&'static str> {
    if short.is_empty() || short.len() >= long.len() {
        return None;
    }
    let is_body = |word: &String| BODIES.contains(&word.as_str());
    if long.starts_with(short)
        && long[short.len()..].iter().all(|word| is_body(word) || word == "the")
        && !is_body(&short[0])
    {
        return Some("name without its kind");
    }
    if long.ends_with(short) && short.iter().any(is_body) {
        return Some("name without its state");
    }
    let field = long.get(short.len()).is_some_and(|word| matches!(word.as_str(), "for" | "of" | "on"));
    let own = short.len() == 1 && OWN.contains(&short[0].as_str());
    if long.starts_with(short) && field && short.last().is_some_and(is_body) && (own || !is_any_states(short)) {
        return Some("name without its field");
    }
    let inside = long.windows(short.len()).any(|part| part == short);
    (inside && short.iter().any(is_body) && (short.len() > 1 || long.first().is_some_and(|word| !is_body(word))))
        .then_some("part of its name with its kind")
}

/// By which rule a place's shorter name belongs to a longer one.
pub(super) fn place(short: &[String], long: &[String]) -> Option<&'static str> {
    let rest: Vec<&String> = long.iter().filter(|word| !short.contains(word)).collect();
    (!short.is_empty()
        && short.len() < long.len()
        && long.starts_with(short)
        && rest.iter().all(|word| LAND.contains(&word.as_str())))
    .then_some("place without its kind")
}

/// By which rule a group's shorter name belongs to a longer one: number, or "people" after it.
pub(super) fn group(short: &[String], long: &[String]) -> Option<&'static str> {
    if short == long || short.is_empty() {
        return None;
    }
    let (head, rest) = long.split_at(short.len().min(long.len()));
    let bare = |words: &[String]| {
        words.iter().map(|word| word.strip_suffix('s').unwrap_or(word).to_owned()).collect::<Vec<_>>()
    };
    let people = rest.iter().all(|word| {
        matches!(word.as_str(), "people" | "peoples" | "community" | "minority" | "muslims" | "christians")
    });
    (bare(head) == bare(short) && people).then_some("number or kind of the group's name")
}

/// By which rule an instrument's shorter name belongs to a longer one: "Resolution 1234" to that of the Security Council.
pub(super) fn instrument(short: &[String], long: &[String]) -> Option<&'static str> {
    let number = short.last().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()));
    (number && short.len() > 1 && short.len() < long.len() && long.ends_with(short))
        .then_some("number without its body")
}

/// The letters of a form that can be an acronym: two to eight, none of them small.
pub(super) fn acronym(form: &str) -> Option<String> {
    let letters: String = form.chars().filter(|c| c.is_alphanumeric()).collect();
    ((2..=8).contains(&letters.len()) && !letters.chars().any(char::is_lowercase)).then_some(letters)
}

/// The initials of a name of several words: of all of them, and of those that are written with capitals.
pub(super) fn initials(name: &str) -> Vec<String> {
    let firsts: Vec<char> = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !matches!(*word, "the" | "The"))
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .collect();
    if !(2..=16).contains(&firsts.len()) {
        return Vec::new();
    }
    let upper = |c: &char| c.to_uppercase().to_string();
    let every: String = firsts.iter().map(upper).collect();
    let capital: String = firsts.iter().filter(|c| c.is_uppercase() || c.is_ascii_digit()).map(upper).collect();
    if every == capital { vec![every] } else { vec![every, capital] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(rule: fn(&[String], &[String]) -> Option<&'static str>, short: &str, long: &str) -> Option<&'static str> {
        rule(&words(short), &words(long))
    }

    #[test]
    fn short_forms_need_a_rule() {
        assert_eq!(link(person, "Brandt", "Ivo Brandt"), Some("surname"));
        assert_eq!(link(person, "Xi", "Xi Jinping"), Some("first of its names"));
        assert_eq!(link(person, "J. Smith", "John Smith"), Some("initial"));
        assert_eq!(link(person, "Andrian Kovac", "Adrian Kovac"), Some("one letter in the given name"));
        assert_eq!(link(person, "Maria Kovac", "Adrian Kovac"), None);
        assert_eq!(link(person, "Donald Trump", "Donald J. Trump"), Some("name without middle names"));
        assert_eq!(link(organisation, "Carnegie", "Carnegie Foundation"), Some("name without its kind"));
        assert_eq!(link(organisation, "Security Council", "U.N. Security Council"), Some("name without its state"));
        assert_eq!(link(organisation, "Ada Foundation", "Ada Foundation for the Arts"), Some("name without its field"));
        assert_eq!(link(person, "Ada", "Ada Foundation for Women"), None);
        assert_eq!(link(organisation, "Indonesian Navy", "Malaysian Navy"), None);
        assert_eq!(link(group, "Kurd", "Kurds"), Some("number or kind of the group's name"));
        let council = "Northern Council resolution 12";
        assert_eq!(link(instrument, "Resolution 12", council), Some("number without its body"));
        assert_eq!(link(instrument, "Resolution 13", council), None);
        let is_acronym =
            |short: &str, name: &str| acronym(short).is_some_and(|letters| initials(name).contains(&letters));
        assert!(is_acronym("KPA", "Korean People's Army") && !is_acronym("KPA", "Korean Army"));
        assert!(is_acronym("IAEA", "International Atomic Energy Agency") && is_acronym("U.N.", "United Nations"));
    }

    #[test]
    fn slugs_are_ascii() {
        assert_eq!(slug("Gérald Darmanin"), "gerald-darmanin");
        assert_eq!(slug("U.S. State Department"), "us-state-department");
        assert_eq!(slug("中国"), "x");
    }
}
