//! "It" that means nothing: "it is likely that", "it seems", "made it clear".
//!
//! In: a pronoun in its sentence. Out: whether the words behind it say that it stands for the clause that follows. Adjectives of
//! people ("it is ready to") speak against it.

use super::Pronoun;
use crate::syntax::{Token, Upos, Xpos};

/// Verbs behind an "it" that a clause follows.
const LINKS: &[&str] = &[
    "be", "seem", "appear", "become", "remain", "take", "happen", "turn", "'s", "’s", "have", "will", "would", "may",
    "could", "might", "can", "should",
];

/// Adjectives of people and bodies, which do things.
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

/// Adjectives of what a clause says.
const CLEAR: &[&str] =
    &["clear", "unclear", "obvious", "likely", "unlikely", "possible", "impossible", "true", "evident", "important"];

/// "It is likely that", "it seems", "made it clear".
pub(super) fn is_empty(pronoun: &Pronoun<'_>) -> bool {
    let rest = &pronoun.sentence.tokens[pronoun.token + 1..];
    let Some(next) = rest.first() else { return false };
    if matches!(pronoun.sentence.tokens[pronoun.token].xpos, Xpos::PrpPoss) {
        return false;
    }
    let near = |words: &[&str]| rest.iter().take(3).any(|token| words.contains(&token.lemma.as_str()));
    if near(PERSONAL) {
        return false;
    }
    let opens = |reach: usize| rest.iter().take(reach).any(opens_clause);
    if !LINKS.contains(&next.lemma.as_str()) {
        return next.upos == Upos::Adj && opens(4);
    }
    near(CLEAR) || rest.iter().take(4).any(is_complement) && opens(9) && rest.iter().take(2).any(is_copula)
}

/// Whether a word opens the clause that an empty "it" stands for.
fn opens_clause(token: &Token) -> bool {
    matches!(token.lemma.as_str(), "that" | "to" | "whether" | "if" | "how" | "who" | "what" | "when" | "for")
}

fn is_complement(token: &Token) -> bool {
    token.upos == Upos::Adj
        || token.xpos == Xpos::Vbn
        || matches!(token.lemma.as_str(), "seem" | "appear" | "time" | "rain")
}

fn is_copula(token: &Token) -> bool {
    matches!(token.lemma.as_str(), "be" | "seem" | "appear" | "become" | "remain" | "'s" | "’s")
}
