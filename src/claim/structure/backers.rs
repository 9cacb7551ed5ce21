//! Who stands behind a body, a person or a bill: "Togo-backed Volta Front", "the EU-funded Volta Centre".
//!
//! In: two mentions with a hyphen and a participle between them. Out: the claim that the participle makes. The second name is
//! what the participle is said of only where nothing but modifiers stand before it.

use super::{Stated, push};
use crate::claim::Reading;
use crate::claim::attribution::Attributed;
use crate::claim::statement::Claim;
use crate::document::Span;
use crate::gazetteer::Class;
use crate::syntax::{Token, Upos, Xpos};

/// Participles behind the hyphen, with what they say.
const BACKING: [(&str, &str); 6] = [
    ("backed", "supports"),
    ("supported", "supports"),
    ("funded", "funds"),
    ("financed", "funds"),
    ("bankrolled", "funds"),
    ("armed", "arms"),
];

/// Adds what names with a hyphen and a participle say.
pub(super) fn backers(reading: &Reading, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let list = &reading.mentions.list;
    for (at, pair) in list.windows(2).enumerate() {
        let [backer, backed] = pair else { continue };
        if backer.span.end >= backed.span.start || !backer.class.is_agent() {
            continue;
        }
        let Some(sentence) = reading.sentence_at(backer.span.start) else { continue };
        let gap = Span { start: backer.span.end, end: backed.span.start };
        let tokens = &reading.sentences[sentence].tokens;
        let between: Vec<&Token> = tokens.iter().filter(|token| gap.contains(token.span)).collect();
        let [hyphen, participle, rest @ ..] = between.as_slice() else { continue };
        let word = reading.text(participle.span);
        let said = BACKING.into_iter().find(|(form, _)| *form == word && reading.text(hyphen.span) == "-");
        let modifies = |token: &&Token| {
            matches!(token.upos, Upos::Adj | Upos::Noun | Upos::Num) || matches!(token.xpos, Xpos::Hyph | Xpos::Vbn)
        };
        let takes = |predicate: &str| {
            let written = matches!(backed.class, Class::Report | Class::Instrument);
            backed.class.is_agent() || written && predicate == "supports"
        };
        // "Togo-backed Kenyan troops": a demonym is said of the noun behind it.
        let demonym = backed.rule == "gazetteer.demonym";
        let Some((_, predicate)) = said.filter(|said| takes(said.1) && !demonym) else { continue };
        let (Some((subject, _)), Some((object, _))) =
            (reading.entities.of_mention[at], reading.entities.of_mention[at + 1])
        else {
            continue;
        };
        if rest.iter().all(modifies) {
            let (subject, object) = ((subject, backer.span), (object, backed.span));
            let (content, trigger) = (Vec::new(), participle.span);
            let stated = Stated { predicate, rule: "name.backer", subject, object, content, trigger };
            push(reading, attributed, stated, claims);
        }
    }
}
