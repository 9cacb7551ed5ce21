//! "It" that means nothing: "it is likely that", "it seems", "made it clear".
//!
//! In: a pronoun in its sentence. Out: whether the words behind it say that it stands for the clause that follows. Adjectives of
//! people ("it is ready to") speak against it.

use super::Pronoun;
use crate::syntax::{Upos, Xpos};

/// "It is likely that", "it seems", "made it clear".
pub(super) fn is_empty(pronoun: &Pronoun<'_>) -> bool {
    let rest = &pronoun.sentence.tokens[pronoun.token + 1..];
    let Some(next) = rest.first() else { return false };
    if matches!(pronoun.sentence.tokens[pronoun.token].xpos, Xpos::PrpPoss) {
        return false;
    }
    let links = matches!(
        next.lemma.as_str(),
        "be" | "seem"
            | "appear"
            | "become"
            | "remain"
            | "take"
            | "happen"
            | "turn"
            | "'s"
            | "’s"
            | "have"
            | "will"
            | "would"
            | "may"
            | "could"
            | "might"
            | "can"
            | "should"
    );
    const PERSONAL: &[&str] = &[
        "able",
        "unable",
        "willing",
        "unwilling",
        "ready",
        "prepared",
        "committed",
        "determined",
        "set",
        "due",
        "proud",
        "aware",
        "concerned",
        "keen",
        "eager",
    ];
    if rest.iter().take(3).any(|token| PERSONAL.contains(&token.lemma.as_str())) {
        return false;
    }
    let opens = |token: &crate::syntax::Token| {
        matches!(token.lemma.as_str(), "that" | "to" | "whether" | "if" | "how" | "who" | "what" | "when" | "for")
    };
    const CLEAR: &[&str] = &[
        "clear",
        "unclear",
        "obvious",
        "likely",
        "unlikely",
        "possible",
        "impossible",
        "true",
        "evident",
        "important",
    ];
    if links && rest.iter().take(3).any(|token| CLEAR.contains(&token.lemma.as_str())) {
        return true;
    }
    if links {
        let complement = rest.iter().take(4).any(|t| {
            t.upos == Upos::Adj
                || t.xpos == Xpos::Vbn
                || matches!(t.lemma.as_str(), "seem" | "appear" | "time" | "rain")
        });
        return complement
            && rest.iter().take(9).any(opens)
            && rest
                .iter()
                .take(2)
                .any(|t| matches!(t.lemma.as_str(), "be" | "seem" | "appear" | "become" | "remain" | "'s" | "’s"));
    }
    next.upos == Upos::Adj && rest.iter().take(4).any(opens)
}
