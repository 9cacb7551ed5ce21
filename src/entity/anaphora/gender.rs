//! Whether a named person is "he" or "she": by a title, a noun that says so, or a first name that tells.
//!
//! In: a person's names and the words before them. Out: a [`Gender`], or none where nothing tells, and then both pronouns are
//! allowed. First names come from the gazetteer; a wrong guess only costs a link.

use crate::gazetteer::{self, Gazetteer};

/// Which third-person pronoun a person takes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::entity) enum Gender {
    He,
    She,
}

/// By a title or noun beside the name: "Mr", "spokeswoman", "nephew".
pub(in crate::entity) fn of_title(word: &str) -> Option<Gender> {
    let word = word.trim_end_matches('.').to_lowercase();
    let ends = |end: &str| word.ends_with(end);
    match word.as_str() {
        "mr" | "sir" | "lord" | "king" | "prince" | "duke" | "pope" | "sheikh" | "imam" | "señor" | "actor"
        | "baron" | "man" | "boy" | "brother" | "husband" | "widower" | "boyfriend" | "fiance" | "nephew" | "uncle"
        | "son" | "grandson" | "stepson" => Some(Gender::He),
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "duchess" | "baroness" | "madame"
        | "actress" | "mme" | "woman" | "girl" | "sister" | "wife" | "widow" | "girlfriend" | "fiancée" | "niece"
        | "aunt" => Some(Gender::She),
        _ if ends("mother") || ends("daughter") || word.len() > 5 && ends("woman") => Some(Gender::She),
        _ if ends("father") || word.len() > 5 && ends("man") && word != "german" && word != "human" => Some(Gender::He),
        _ => None,
    }
}

/// By a first name that the gazetteer lists.
pub(super) fn of_first_name(name: &str, gazetteer: &Gazetteer) -> Option<Gender> {
    match gazetteer.given_name(name)? {
        gazetteer::Gender::Male => Some(Gender::He),
        gazetteer::Gender::Female => Some(Gender::She),
        gazetteer::Gender::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell() {
        assert_eq!(of_title("Mrs."), Some(Gender::She));
        assert_eq!(of_title("spokesman"), Some(Gender::He));
        assert_eq!(of_title("German"), None);
    }
}
