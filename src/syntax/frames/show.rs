//! A frame as one line for rule authors: what the rules see, in the words of the sentence.
//!
//! In: a frame and its sentence. Out: `accuse VERB PASSIVE PAST | subj: … | obj: … | of: "…" | content: "…"`; parts that
//! are empty are left out, an oblique that stands on the object has a `+`. Meant for eyes, not to be read by programs.

use super::phrase::Phrases;
use super::{Frame, Kind, Tense, Voice};
use crate::syntax::TokenId;

/// Writes a frame as one line, without a line end.
pub fn line(phrases: &Phrases<'_>, frame: &Frame) -> String {
    let text = phrases.text();
    let words = |heads: &[TokenId]| {
        let one = |&head: &TokenId| flat(phrases.phrase(head).of(text));
        heads.iter().map(one).collect::<Vec<_>>().join(" & ")
    };
    let mut parts = vec![predicate(phrases, frame)];
    for (name, heads) in [("subj", &frame.subjects), ("obj", &frame.objects), ("recip", &frame.recipients)] {
        if !heads.is_empty() {
            parts.push(format!("{name}: {}", words(heads)));
        }
    }
    for oblique in &frame.obliques {
        let on_object = if oblique.on_object { "+" } else { "" };
        parts.push(format!("{on_object}{}: \"{}\"", oblique.preposition, flat(oblique.span.of(text))));
    }
    for clause in &frame.clauses {
        let spans: Vec<String> = clause.spans.iter().map(|span| format!("\"{}\"", flat(span.of(text)))).collect();
        parts.push(format!("{}: {}", format!("{:?}", clause.form).to_lowercase(), spans.join(" … ")));
    }
    if let Some((parent, link)) = frame.parent {
        parts.push(format!("{} #{}", format!("{link:?}").to_lowercase(), parent.0));
    }
    parts.join(" | ")
}

fn predicate(phrases: &Phrases<'_>, frame: &Frame) -> String {
    let mut words = vec![frame.lemma.clone()];
    words.push(match frame.kind {
        Kind::Verb => "VERB".into(),
        Kind::Noun => "NOUN".into(),
        Kind::Adjective => "ADJ".into(),
    });
    if frame.voice == Voice::Passive {
        words.push("PASSIVE".into());
    }
    if frame.tense != Tense::None {
        words.push(format!("{:?}", frame.tense).to_uppercase());
    }
    words.extend(frame.negation.map(|word| format!("NOT({})", phrases.form(word))));
    words.extend(frame.modals.iter().map(|&modal| format!("MODAL({})", phrases.form(modal))));
    if frame.headline {
        words.push("HEADLINE".into());
    }
    words.join(" ")
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
