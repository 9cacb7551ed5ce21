//! Sentences in which the tagger found no finite verb: "Greenpeace called for a ban.", headlines in title case.
//!
//! In: the tagged tokens of a sentence. Out: the same, with the likeliest word made its finite verb, and the verb of a headline
//! whose words are all capitalized.

use super::no_noun;
use crate::syntax::frames::{OBJECT_CONTROL, SPEECH, TIME, TRANSITIVE, listed};
use crate::syntax::lemma::{Lemmas, irregular};
use crate::syntax::{Token, Upos, Xpos};

/// Gives a sentence its finite verb, where the tagger found none: "Greenpeace called for a ban.", "Iran beat Iraq.", "The bill
/// calls on China to act.", "Lawmakers call for an inquiry".
pub(in crate::syntax) fn finite(text: &str, tokens: &mut [Token], has_stop: bool, lemmas: &Lemmas) {
    if !has_stop {
        title_case(text, tokens, lemmas);
    }
    let finite = |token: &Token| token.xpos.is_finite() || token.upos == Upos::Aux;
    // "The letter sent today demands an end, which is …": a relative clause is not the sentence's.
    let relative = |at: usize| at > 0 && tokens[at - 1].xpos == Xpos::Wdt;
    if tokens.iter().enumerate().any(|(at, token)| finite(token) && !relative(at))
        || tokens.first().is_some_and(|token| token.xpos == Xpos::Vb)
    {
        return;
    }
    let behind_noun = |at: &usize| matches!(tokens[at - 1].upos, Upos::Propn | Upos::Noun | Upos::Pron);
    let behind: Vec<usize> = (1..tokens.len()).filter(behind_noun).collect();
    let tag = |at: usize| tokens[at].xpos;
    let speaks = |at: usize, tag: Xpos| {
        let lemma = lemmas.lemma(tokens[at].span.of(text), tag);
        let goes_on = tokens.get(at + 1).map_or("", |token| token.span.of(text));
        (listed(SPEECH, &lemma) || listed(OBJECT_CONTROL, &lemma))
            && matches!(goes_on, "for" | "on" | "to" | "that" | "against")
    };
    let begins_phrase = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn))
    };
    let present = |at: &usize| match tag(*at) {
        Xpos::Nns if listed(TIME, &tokens[at - 1].lemma) => has_stop && begins_phrase(at + 1),
        Xpos::Nns => has_stop && matches!(tag(at - 1), Xpos::Nnp | Xpos::Nn) && speaks(*at, Xpos::Vbz),
        Xpos::Nn => matches!(tag(at - 1), Xpos::Nns | Xpos::Nnps) && speaks(*at, Xpos::Vbp),
        _ => false,
    };
    let participle = |at: &usize| has_stop && tag(*at) == Xpos::Vbn && tokens[*at].upos == Upos::Verb;
    let past = |at: &usize| {
        let form = tokens[*at].span.of(text);
        let regular = form.len() > 4 && form.ends_with("ed") && tokens[*at].upos != Upos::Propn;
        has_stop && form.starts_with(char::is_lowercase) && (regular || irregular::base(form, true).is_some())
    };
    let find = |holds: &dyn Fn(&usize) -> bool| behind.iter().copied().find(holds);
    let found = match find(&present) {
        Some(at) => Some((at, if tag(at) == Xpos::Nns { Xpos::Vbz } else { Xpos::Vbp })),
        None => find(&participle).or_else(|| find(&past)).map(|at| (at, Xpos::Vbd)),
    };
    if let Some((at, xpos)) = found {
        let lemma = lemmas.lemma(tokens[at].span.of(text), xpos);
        tokens[at] = Token { upos: Upos::Verb, xpos, lemma, span: tokens[at].span };
    }
}

/// Verbs in the third person that are plurals of nouns more often than not.
const PLURALS: [&str; 14] = [
    "answer", "call", "charge", "claim", "comment", "demand", "fear", "hope", "order", "plan", "post", "press",
    "report", "request",
];

/// "Peru Chief Warns Bolivian Farmers On Land": where a headline's words are capitalized, a verb of speech in the third person,
/// taken for a name, is its verb, and "To" begins an infinitive.
fn title_case(text: &str, tokens: &mut [Token], lemmas: &Lemmas) {
    let word = |token: &Token| token.span.of(text);
    let words: Vec<&str> = tokens.iter().map(word).filter(|word| word.chars().all(char::is_alphabetic)).collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let verb = |token: &Token| matches!(token.upos, Upos::Verb | Upos::Aux) && token.xpos != Xpos::Vbn;
    if words.len() < 4 || words.iter().filter(capital).count() * 5 < words.len() * 4 || tokens.iter().any(verb) {
        return;
    }
    let found = (1..tokens.len().saturating_sub(1)).find_map(|at| {
        let form = word(&tokens[at]).to_lowercase();
        let lemma = lemmas.lemma(&form, Xpos::Vbz);
        let speaks = listed(SPEECH, &lemma) || listed(OBJECT_CONTROL, &lemma) || no_noun(&lemma);
        let third = form.ends_with('s') && lemma != form && !PLURALS.contains(&lemma.as_str());
        let noun = matches!(tokens[at].xpos, Xpos::Nnp | Xpos::Nnps | Xpos::Nns);
        (noun && third && speaks).then_some((at, lemma))
    });
    let Some((at, lemma)) = found else { return };
    tokens[at] = Token { upos: Upos::Verb, xpos: Xpos::Vbz, lemma, span: tokens[at].span };
    for to in at + 1..tokens.len().saturating_sub(1) {
        let base = word(&tokens[to + 1]).to_lowercase();
        if word(&tokens[to]) == "To" && (no_noun(&base) || listed(TRANSITIVE, &base) || listed(OBJECT_CONTROL, &base)) {
            tokens[to] = Token { upos: Upos::Part, xpos: Xpos::To, lemma: "to".into(), span: tokens[to].span };
            tokens[to + 1] = Token { upos: Upos::Verb, xpos: Xpos::Vb, lemma: base, span: tokens[to + 1].span };
        }
    }
}
