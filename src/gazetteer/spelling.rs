//! British and American spellings of the words that names of bodies are made of.
//!
//! In: folded words of a text. Out: the same words in the other spelling, where one of them has another. A list holds a
//! name in one spelling, a text may write either; only these words are exchanged, never letters in general, so that no
//! two listed names become one.

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
}
