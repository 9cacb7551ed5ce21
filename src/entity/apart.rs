//! Bearers of one surname whom a text tells apart: "his son, Karim Doe", "Judge Doe, Ada Roe and Hassan Doe".
//!
//! In: where full names and bare surnames stand. Out: whether a full name came in as somebody's kin, whom papers don't call by
//! the surname alone, and whether two names stand in one list, whose members are not each other. What a surname means in the
//! end is decided in [`super::short`].

use super::anaphora::gender::{Gender, of_title};
use crate::document::Span;
use crate::gazetteer::Gazetteer;
use crate::mention::Mentions;

/// How many words may stand between a noun for kin and the name: "his son, former minister Karim Doe".
const BETWEEN: usize = 4;
/// How many characters back such a noun may stand, and how many may stand between two names of a list.
const FAR: usize = 150;

/// Whether a name comes in as somebody's kin, and then whether as a woman: "her brother, Juan Roe", "Karim Doe, his nephew,",
/// and the one by whom another is told: "the son of former president Omar Doe".
pub(super) fn kin(text: &str, name: Span, gazetteer: &Gazetteer) -> Option<bool> {
    let own = || noun_behind(text, name, gazetteer, is_owner);
    match noun_before(text, name, gazetteer) {
        Some((noun, false)) => Some(is_womans(&noun)),
        Some((_, true)) => Some(false),
        None => own().map(|noun| is_womans(&noun)),
    }
}

/// What nouns for kin beside a name tell of who bears it: "his wife, Awa Doe", "Awa Doe, the wife of Omar Doe".
pub(super) fn gender(text: &str, name: Span, gazetteer: &Gazetteer) -> Option<Gender> {
    match noun_before(text, name, gazetteer) {
        Some((noun, false)) => of_title(&noun),
        Some((noun, true)) => match noun.as_str() {
            "wife" | "widow" => Some(Gender::He),
            "husband" | "widower" => Some(Gender::She),
            _ => None,
        },
        None => {
            of_title(&noun_behind(text, name, gazetteer, |word| is_owner(word) || matches!(word, "the" | "a" | ","))?)
        }
    }
}

/// The words before a name in its sentence, nearest first.
fn words_before(text: &str, name: Span) -> Vec<&str> {
    let before = &text[..name.start as usize];
    let far = before.char_indices().rev().nth(FAR).map_or(0, |(at, _)| at);
    let line = before[far..].rsplit('\n').next().unwrap_or_default();
    let goes_on = |word: &&str| !word.ends_with(['.', '!', '?', ';']) || word.len() < 4;
    line.split_whitespace().rev().take_while(goes_on).collect()
}

/// The noun for kin that a word is.
fn noun(word: &str, gazetteer: &Gazetteer) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    gazetteer.is("kin-noun", &word).then_some(word)
}

/// The noun for kin before a name, and whether the name stands behind its "of".
fn noun_before(text: &str, name: Span, gazetteer: &Gazetteer) -> Option<(String, bool)> {
    let before = words_before(text, name);
    let at = before.iter().take(BETWEEN + 1).position(|word| noun(word, gazetteer).is_some())?;
    let of = at > 0 && before[at - 1] == "of" && !before[1..at].iter().any(|word| word.ends_with(','));
    let said = before[..at].iter().any(|word| gazetteer.is("speech-verb", word));
    let owner = before[at + 1..].iter().take(3).take_while(|word| !word.ends_with(',')).any(|word| is_owner(word));
    // "After a call to his wife, Karim Doe left": a comma that nothing closes ends the phrase, and Doe is not the wife.
    let beside = if before[at].ends_with(',') { is_closed(text, name) } else { at == 0 };
    let own = beside && !said && owner;
    noun(before[at], gazetteer).filter(|_| of || own).map(|noun| (noun, of))
}

/// Whether a name ends where its phrase does: at a mark, or before "and" or a relative clause.
fn is_closed(text: &str, name: Span) -> bool {
    let after = text[name.end as usize..].trim_start();
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    matches!(word, "" | "and" | "or" | "who")
}

/// The noun for kin behind a name and a comma, where a word between, the comma among them, fits.
fn noun_behind(text: &str, name: Span, gazetteer: &Gazetteer, fits: fn(&str) -> bool) -> Option<String> {
    let after = text[name.end as usize..].strip_prefix(',')?;
    let words: Vec<&str> = std::iter::once(",").chain(after.split_whitespace().take(4)).collect();
    let at = words.iter().position(|word| noun(word, gazetteer).is_some())?;
    noun(words[at], gazetteer).filter(|_| words[..at].iter().any(|word| fits(word)))
}

/// Whether a word says whose kin somebody is.
fn is_owner(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "his" | "her" | "their") || word.ends_with("'s") || word.ends_with("’s")
}

/// Whether a noun for kin means a woman.
fn is_womans(noun: &str) -> bool {
    of_title(noun) == Some(Gender::She)
}

/// "Mrs. Doe": whether a woman's title stands before a surname.
pub(super) fn is_titled_woman(text: &str, surname: Span) -> bool {
    let before = text[..surname.start as usize].split_whitespace().next_back();
    before.and_then(of_title) == Some(Gender::She)
}

/// Whether two mentions stand in one list of names, titles aside: "Judge Doe, Ada Roe and clerk Hassan Doe".
pub(super) fn are_listed(text: &str, mentions: &Mentions, first: usize, second: usize, gazetteer: &Gazetteer) -> bool {
    let between = Span { start: mentions.list[first].span.end, end: mentions.list[second].span.start };
    if between.start >= between.end || between.len() > FAR || between.of(text).contains('\n') {
        return false;
    }
    let after = mentions.roles.partition_point(|role| role.span.start < between.end);
    let titles = mentions.roles[..after].iter().rev().take(second - first + 2).map(|role| role.span);
    let known = mentions.list[first + 1..second].iter().map(|mention| mention.span).chain(titles);
    let known: Vec<Span> = known.filter(|span| span.overlaps(between)).collect();
    let mut joins = false;
    for word in between.of(text).split_whitespace() {
        let at = between.start + offset(between.of(text), word);
        let (bare, comma) = word.strip_suffix(',').map_or((word, false), |bare| (bare, true));
        joins |= comma || matches!(bare, "and" | "&");
        let part = known.iter().any(|span| span.start <= at && at < span.end);
        let title = bare.starts_with(char::is_uppercase) && !bare.ends_with('.')
            || gazetteer.title(&[bare.to_lowercase()]).is_some();
        if !(part || title || bare.is_empty() || matches!(bare, "and" | "&")) {
            return false;
        }
    }
    joins
}

/// Where a part of a text begins in it, in bytes.
fn offset(text: &str, part: &str) -> u32 {
    u32::try_from(part.as_ptr() as usize - text.as_ptr() as usize).expect("a text has fewer than 2^32 bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn introduced(text: &str, name: &str) -> Option<bool> {
        let words = "word,kind\nson,kin-noun\nwife,kin-noun\nnephew,kin-noun\nsaid,speech-verb\n".to_owned();
        let (gazetteer, _) = Gazetteer::load(&[("gazetteer/words.csv".to_owned(), words)]);
        let start = text.find(name).expect("the name stands in the text");
        kin(text, Span::new(start, start + name.len()), &gazetteer)
    }

    #[test]
    fn nouns_for_kin_tell_of_both() {
        let words = "word,kind\nwife,kin-noun\nson,kin-noun\n".to_owned();
        let (gazetteer, _) = Gazetteer::load(&[("gazetteer/words.csv".to_owned(), words)]);
        let told = |text: &str, name: &str| {
            let start = text.find(name).expect("the name stands in the text");
            gender(text, Span::new(start, start + name.len()), &gazetteer)
        };
        let text = "Ada Roe, wife of pastor Ode Roe, met her son, Ivo Roe.";
        assert_eq!(told(text, "Ada Roe"), Some(Gender::She));
        assert_eq!(told(text, "Ode Roe"), Some(Gender::He));
        assert_eq!(told(text, "Ivo Roe"), Some(Gender::He));
    }

    #[test]
    fn kin_come_in_beside_their_noun() {
        assert_eq!(introduced("He met his son, Karim Doe.", "Karim Doe"), Some(false));
        assert_eq!(introduced("They charged Doe's eldest son, lawyer Karim Doe.", "Karim Doe"), Some(false));
        assert_eq!(introduced("The report named his wife Awa Doe.", "Awa Doe"), Some(true));
        assert_eq!(introduced("Karim Doe, his nephew, left.", "Karim Doe"), Some(false));
        assert_eq!(introduced("Ali Doe, the son of former president Omar Doe, left.", "Omar Doe"), Some(false));
        assert_eq!(introduced("Ali Doe, the son of former president Omar Doe, left.", "Ali Doe"), None);
        assert_eq!(introduced("“This is my son,” said Karim Doe.", "Karim Doe"), None);
        assert_eq!(introduced("He freed his son. Karim Doe left.", "Karim Doe"), None);
        assert_eq!(introduced("His wife, Awa Doe, left.", "Awa Doe"), Some(true));
        assert_eq!(introduced("After a call to his wife, Karim Doe left.", "Karim Doe"), None);
    }
}
