//! What somebody probably meant who wrote a name that is not known: one way to say so for everything that has a name.
//!
//! In: the word and the known names, the most important first. Out: the end of a sentence such as "no class \"Persn\"". A
//! name is near that holds the word or is held by it, or is reached by changing a letter in four, as a whole or in one of
//! its words. Nothing is ever taken to be meant.

/// How many names a suggestion lists.
const SHOWN: usize = 8;
/// Words shorter than this stand in too many names.
const SHORT: usize = 3;

/// `; did you mean A or B?`, else `; there are A, B, C`, else nothing.
pub fn suggestion<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let mut seen = std::collections::BTreeSet::new();
    let known: Vec<&str> = known.into_iter().filter(|name| seen.insert(*name)).collect();
    let word = word.trim().to_lowercase();
    let mut near: Vec<(usize, &str)> =
        known.iter().filter_map(|name| Some((distance(&word, &name.to_lowercase())?, *name))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.truncate(SHOWN);
    let near: Vec<&str> = near.into_iter().map(|(_, name)| name).collect();
    match near.split_last() {
        Some((last, [])) => format!("; did you mean {last}?"),
        Some((last, others)) => format!("; did you mean {} or {last}?", others.join(", ")),
        None if known.is_empty() => String::new(),
        None => {
            let more = if known.len() > SHOWN { format!(" … ({} names in all)", known.len()) } else { String::new() };
            format!("; there are {}{more}", known[..known.len().min(SHOWN)].join(", "))
        }
    }
}

/// How far a name is from a word, both in lower case; nothing where it is not near.
fn distance(word: &str, name: &str) -> Option<usize> {
    let long = |text: &str| text.chars().count() >= SHORT;
    if long(word) && name.contains(word) || long(name) && word.contains(name) {
        return Some(0);
    }
    let near = |part: &str| {
        let most = word.chars().count().min(part.chars().count()).div_ceil(4);
        let changes = changes(word, part);
        (changes <= most && long(part)).then_some(changes)
    };
    std::iter::once(name).chain(name.split_whitespace()).filter_map(near).min()
}

/// How many letters must be put in, taken out or replaced to turn one word into the other (Levenshtein 1965).
fn changes(from: &str, to: &str) -> usize {
    // Names are short; a stranger's argument need not be.
    let letters: Vec<char> = to.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    for (at, own) in from.chars().take(64).enumerate() {
        let mut corner = std::mem::replace(&mut row[0], at + 1);
        for (column, other) in letters.iter().enumerate() {
            let cost = corner + usize::from(own != *other);
            corner = row[column + 1];
            row[column + 1] = cost.min(corner + 1).min(row[column] + 1);
        }
    }
    row[letters.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_count_letters() {
        assert_eq!(changes("say.cast", "say.cast"), 0);
        assert_eq!(changes("acuse.of", "accuse.of"), 1);
        assert_eq!(changes("", "abc"), 3);
    }

    #[test]
    fn near_names_go_before_a_list() {
        let known = ["China", "Mike Pompeo", "France", "Person"];
        assert_eq!(suggestion("Persn", known), "; did you mean Person?");
        assert_eq!(suggestion("pompoe", known), "; did you mean Mike Pompeo?");
        assert_eq!(suggestion("rance", ["France", "France", "Prance"]), "; did you mean France or Prance?");
        assert_eq!(suggestion("xyz", known), "; there are China, Mike Pompeo, France, Person");
        assert_eq!(suggestion("xyz", []), "");
    }
}
