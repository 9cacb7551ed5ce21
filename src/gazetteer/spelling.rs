//! Other spellings of names: British and American words of bodies, letters without their accents.
//!
//! In: folded words of a text. Out: the same words in the other spelling, where one of them has another. A list holds a
//! name in one spelling, a text may write either; of British and American only these words are exchanged, never letters in
//! general, so that no two listed names become one. An accent is only ever left out: "Bogotá" is
//! the listed "Bogota", and "Michoacan" the listed "Michoacán".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Endings in British and American spelling.
const ENDINGS: [(&str, &str); 12] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("abour", "abor"),
    ("arbour", "arbor"),
    ("efence", "efense"),
    ("entre", "enter"),
    ("entres", "enters"),
    ("eatre", "eater"),
    ("onour", "onor"),
    ("rogramme", "rogram"),
    ("rogrammes", "rograms"),
    ("ehaviour", "ehavior"),
];

/// The words all in British, then all in American spelling, each where it differs from what was given.
pub(super) fn others(words: &[String]) -> Vec<Vec<String>> {
    if !words.iter().any(|word| british(word).is_some() || american(word).is_some()) {
        return Vec::new();
    }
    let spell = |other: fn(&str) -> Option<String>| -> Vec<String> {
        words.iter().map(|word| other(word).unwrap_or_else(|| word.clone())).collect()
    };
    [spell(british), spell(american)].into_iter().filter(|spelled| spelled != words).collect()
}

/// A word as it is, and in the spellings that it has besides.
pub(super) fn each(word: &str) -> impl Iterator<Item = std::borrow::Cow<'_, str>> {
    let others = [british, american].into_iter().filter_map(move |other| other(word)).map(Into::into);
    std::iter::once(word.into()).chain(others)
}

/// A text without accents.
pub fn unaccented(text: &str) -> impl Iterator<Item = char> {
    text.nfd().filter(|&letter| !is_combining_mark(letter)).map(|letter| match letter {
        'ı' => 'i',
        'ł' => 'l',
        'Ł' => 'L',
        'ø' => 'o',
        'Ø' => 'O',
        'đ' => 'd',
        'Đ' => 'D',
        _ => letter,
    })
}

/// The words without accents, where one of them has any.
pub(super) fn bare(words: &[String]) -> Option<Vec<String>> {
    let plain = || words.iter().map(|word| unaccented(word).collect::<String>()).collect::<Vec<_>>();
    (!words.iter().all(|word| word.is_ascii())).then(plain).filter(|plain| plain != words)
}

fn british(word: &str) -> Option<String> {
    ENDINGS.iter().find_map(|(to, from)| exchanged(word, from, to))
}

fn american(word: &str) -> Option<String> {
    ENDINGS.iter().find_map(|(from, to)| exchanged(word, from, to))
}

/// A capitalized word with another ending, one letter at least before it.
fn exchanged(word: &str, from: &str, to: &str) -> Option<String> {
    let stem = word.strip_suffix(from).filter(|stem| stem.starts_with(char::is_uppercase))?;
    Some(format!("{stem}{to}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_two_spellings() {
        let words = ["Organisation", "of", "Labor"].map(String::from);
        let spelled: Vec<String> = others(&words).iter().map(|words| words.join(" ")).collect();
        assert_eq!(spelled, ["Organisation of Labour", "Organization of Labor"]);
        assert!(others(&["center", "Nations"].map(String::from)).is_empty());
    }

    #[test]
    fn accents_are_left_out() {
        assert_eq!(
            bare(&["Łódź", "Province"].map(String::from)),
            Some(["Lodz", "Province"].map(String::from).to_vec())
        );
        assert_eq!(bare(&["Lodz".to_string()]), None);
    }
}
