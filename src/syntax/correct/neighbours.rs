//! What stands around a word, as [`super::words`] asks it: a verb before, a name behind, a clause that begins or ends.
//!
//! In: the words of a sentence, their tags and a place. Out: yes or no. Nothing is corrected here.

use crate::syntax::frames::{OBJECT_CONTROL, is_weekday, listed};
use crate::syntax::lemma::Lemmas;
use crate::syntax::model::Tag;
use crate::syntax::{Upos, Xpos};

/// Whether a noun stands before a "that" which a relative clause may be about: no day.
pub(super) fn is_relative(words: &[&str], tags: &[Tag], that: usize) -> bool {
    let Some(before) = that.checked_sub(1) else { return false };
    let noun = matches!(tags[before].1, Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps);
    let day = words[before].to_lowercase();
    noun && !is_weekday(&day) && !matches!(&*day, "today" | "yesterday")
}

/// Whether a pronoun is the subject of what follows by its form, or behind a noun that has a content: "claims it".
pub(super) fn is_subject(words: &[&str], at: usize) -> bool {
    let noun = at.checked_sub(1).map_or(String::new(), |before| words[before].to_lowercase());
    let noun = noun.as_str();
    match words[at] {
        "he" | "she" | "they" | "we" | "I" => {
            // "the work he had done", "as has he said"
            !matches!(noun, "have" | "has" | "had" | "was" | "were" | "is" | "are" | "am" | "been")
        }
        "it" => matches!(noun, "claims" | "allegations" | "accusations" | "charges" | "reports" | "suggestions"),
        _ => false,
    }
}

/// A closing quotation mark.
pub(super) fn is_close(word: &&str) -> bool {
    matches!(*word, "”" | "\"" | "''")
}

/// Whether a form of "have" stands before, with nothing between but adverbs and quotation marks, and some of these.
pub(super) fn behind_have(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let between = |at: &usize| tags[*at].0 == Upos::Adv || tags[*at].0 == Upos::Punct && words[*at] != ",";
    let count = (0..at).rev().take_while(between).count();
    count > 0 && at > count && matches!(words[at - count - 1], "has" | "have" | "had")
}

/// Whether a name that is no weekday stands at a place.
pub(super) fn names_behind(words: &[&str], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.starts_with(char::is_uppercase) && !is_weekday(&word.to_lowercase()))
}

/// Whether "to" stands before, and a verb that tells somebody to do something before that.
pub(super) fn urged(words: &[&str], tags: &[Tag], at: usize, lemmas: &Lemmas) -> bool {
    let calls = |at: usize| words[at] == "calls" && words.get(at + 1) == Some(&"on");
    let verb = |at: usize| {
        calls(at) || tags[at].0 == Upos::Verb && listed(OBJECT_CONTROL, &lemmas.lemma(words[at], tags[at].1))
    };
    at > 1 && words[at - 1] == "to" && (0..at - 1).any(verb)
}

/// Whether a light verb, an article and one more word stand right before.
pub(super) fn issued(tags: &[Tag], words: &[&str], at: usize, lemmas: &Lemmas) -> bool {
    let Some(verb) = at.checked_sub(3) else { return false };
    let light =
        matches!(lemmas.lemma(words[verb], tags[verb].1).as_str(), "deliver" | "give" | "issue" | "send" | "sound");
    light && matches!(words[verb + 1], "a" | "an" | "another") && matches!(tags[verb + 2].0, Upos::Adj | Upos::Noun)
}

/// Whether a verb of demanding and "that" stand before, and from there up to the clause's end no verb.
pub(super) fn demanded(words: &[&str], tags: &[Tag], at: usize, lemmas: &Lemmas) -> bool {
    let Some(that) = words[..at].iter().rposition(|word| *word == "that").filter(|&that| that > 0) else {
        return false;
    };
    let verb = lemmas.lemma(words[that - 1], tags[that - 1].1);
    let demands =
        matches!(verb.as_str(), "ask" | "demand" | "insist" | "propose" | "recommend" | "request" | "require" | "urge");
    let end = (at..words.len()).find(|&at| matches!(words[at], "," | "." | ";")).unwrap_or(words.len());
    demands && !tags[that..end].iter().any(|tag| matches!(tag.0, Upos::Verb | Upos::Aux))
}

/// Whether nothing but a noun phrase stands between a conjunction "that" and a place.
pub(super) fn opens_clause(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let part = |at: &usize| matches!(tags[*at].0, Upos::Noun | Upos::Adj | Upos::Det) && words[*at] != "that";
    let first = (0..at).rev().take_while(part).last();
    first.is_some_and(|first| first > 0 && words[first - 1] == "that" && tags[first - 1].1 == Xpos::In)
}

/// Whether a name stands between a comma and a place.
pub(super) fn closes(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let capital = |at: usize| words[at].starts_with(char::is_uppercase);
    // "the BBC's Persian Service reports", "RFE/RL reports"
    let part = |&at: &usize| capital(at) || words[at] == "/" || matches!(tags[at].1, Xpos::Nnp | Xpos::Pos | Xpos::Dt);
    let name = (0..at).rev().take_while(part).count();
    name > 0 && capital(at - 1) && at > name && words[at - name - 1] == ","
}

/// Whether the last member of a list of nouns behind a preposition begins at a place: one comma and "and" make no list of two, and
/// no second verb, unless it has an object and a "to" of its own ("of towns, villages and forced people to flee").
pub(super) fn closes_list(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let plural = |at: usize| tags[at].1 == Xpos::Nns;
    let Some(comma) = at.checked_sub(3).filter(|&comma| comma > 1 && words[comma] == ",") else { return false };
    let first = (0..comma).rev().take_while(|&at| matches!(tags[at].0, Upos::Adj | Upos::Noun)).last();
    let governed = first.is_some_and(|first| first > 0 && tags[first - 1].1 == Xpos::In);
    let last = (at + 1..words.len()).take_while(|&at| matches!(tags[at].0, Upos::Adj | Upos::Noun)).last();
    let ends = |last: usize| words.get(last + 1) != Some(&"to");
    governed && plural(comma - 1) && plural(comma + 1) && words[at - 1] == "and" && last.is_some_and(ends)
}

/// Whether the nearest finite verb before a noun phrase that ends right before a place is a copula.
pub(super) fn copula_before(tags: &[Tag], at: usize) -> bool {
    let phrase = |tag: &&Tag| matches!(tag.0, Upos::Noun | Upos::Adj | Upos::Det | Upos::Adv | Upos::Adp | Upos::Propn);
    tags[..at].iter().rev().find(|tag| !phrase(tag)).is_some_and(|tag| tag.0 == Upos::Aux && tag.1.is_finite())
}

/// Whether "that" stands behind a verb of speech and before an insertion in commas with a subject behind it.
pub(super) fn interrupted(words: &[&str], tags: &[Tag], that: usize) -> bool {
    let verb = that.checked_sub(1).is_some_and(|at| tags[at].0 == Upos::Verb);
    let close = (that + 2..words.len()).find(|&at| words[at] == ",");
    let subject = close
        .and_then(|at| tags.get(at + 1))
        .is_some_and(|tag| matches!(tag.0, Upos::Propn | Upos::Noun | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num));
    verb && subject
}
