//! Headlines that end with who says so: "Kenya must free editors: UN".
//!
//! In: a sentence and a source rule's mark. Out: the attribution of what stands before the last such mark to what stands
//! behind it, or why there is none. Only a clause is attributed, and only to a name or to somebody who can speak.

use super::source::NoSource;
use crate::claim::Reading;
use crate::claim::matching::argument::{Argument, Via};
use crate::claim::statement::{Attribution, Kind, RuleRef};
use crate::gazetteer::Class;
use crate::rules::SourceRule;
use crate::syntax::frames::can_speak;
use crate::syntax::{Token, Upos, Xpos};

/// Least words of a clause before the mark; "Read more: BBC" has fewer.
const CLAUSE: usize = 4;
/// Most words of the source behind it.
const SOURCE: usize = 4;

/// Where the last of these marks stands in a sentence, and what it makes.
pub(super) fn at_mark(
    reading: &Reading,
    at: usize,
    mark: &str,
    rule: &SourceRule,
) -> Option<(usize, Result<Attribution, NoSource>)> {
    let sentence = &reading.sentences[at];
    let tokens = &sentence.tokens;
    let place = tokens.iter().rposition(|token| reading.text(token.span) == mark)?;
    let (before, behind) = (&tokens[..place], &tokens[place + 1..]);
    let verb = |token: &Token| token.xpos.is_finite() || matches!(token.xpos, Xpos::Vbn | Xpos::Md);
    if !sentence.starts_block || sentence.has_stop || before.len() < CLAUSE || !before.iter().any(verb) {
        return Some((place, Err(NoSource::Content)));
    }
    let Some(speaker) = speaker(reading, behind) else { return Some((place, Err(NoSource::Complement))) };
    let made = Attribution {
        source: vec![speaker.words],
        cue: vec![tokens[place].span],
        content: vec![before[0].span.join(before[place - 1].span)],
        entities: speaker.entity.into_iter().collect(),
        speakers: vec![speaker],
        kind: Kind::Indirect,
        rule: RuleRef { id: rule.origin.id.clone(), place: rule.origin.place.clone() },
        inside: "asserted".to_string(),
        sentence: at,
    };
    Some((place, Ok(made)))
}

/// Who a headline's last words name, and nothing else: an agent or a report, or unnamed people who can speak.
fn speaker(reading: &Reading, words: &[Token]) -> Option<Argument> {
    let (first, last) = (words.first()?, words.last()?);
    let phrase = first.span.join(last.span);
    let named = reading.mention_at(first.span).filter(|(_, mention)| mention.span == phrase);
    let entity = named.and_then(|(at, _)| reading.entities.of_mention[at]).map(|(entity, _)| entity);
    let class = entity.map(|entity| reading.entities.list[entity.index()].class);
    let agent = class.is_some_and(|class| {
        matches!(class, Class::Government | Class::Organisation | Class::Person | Class::Official | Class::Report)
    });
    let unnamed = entity.is_none() && last.upos == Upos::Noun && can_speak(&last.lemma);
    (words.len() <= SOURCE && (agent || unnamed)).then_some(Argument {
        entity,
        class,
        words: phrase,
        phrase,
        via: Via::Mention,
    })
}
