//! Headlines that end with who says so, or begin with the report that does: "Kenya must free editors: UN", "Report: It is late".
//!
//! In: a sentence and a source rule's mark. Out: the attribution of the clause on one side of it to whoever stands on the other,
//! or why there is none. Only a clause is attributed, and only to a name or to somebody who can speak.

use super::source::NoSource;
use crate::claim::Reading;
use crate::claim::matching::argument::{Argument, Via};
use crate::claim::statement::{Attribution, Kind, RuleRef};
use crate::gazetteer::Class;
use crate::rules::SourceRule;
use crate::syntax::frames::can_speak;
use crate::syntax::{Token, Upos, Xpos};

/// Least words of a clause beside the mark; "Read more: BBC" has fewer.
const CLAUSE: usize = 4;
/// Most words of the source.
const SOURCE: usize = 4;

/// Where such a mark stands in a sentence, and what it makes: of what stands before it by whoever stands behind it, or the other
/// way round.
pub(super) fn at_mark(
    reading: &Reading,
    at: usize,
    mark: &str,
    rule: &SourceRule,
) -> Option<(usize, Result<Attribution, NoSource>)> {
    let sentence = &reading.sentences[at];
    let tokens = &sentence.tokens;
    let last = tokens.iter().rposition(|token| reading.text(token.span) == mark)?;
    if !sentence.starts_block || sentence.has_stop {
        return Some((last, Err(NoSource::Content)));
    }
    let made = |place: usize, speaker: Argument, said: &[Token]| Attribution {
        source: vec![speaker.words],
        cue: vec![tokens[place].span],
        content: vec![said[0].span.join(said[said.len() - 1].span)],
        entities: speaker.entity.into_iter().collect(),
        speakers: vec![speaker],
        kind: Kind::Indirect,
        rule: RuleRef::from(&rule.origin),
        inside: "asserted".to_string(),
        sentence: at,
    };
    let first = tokens.iter().position(|token| reading.text(token.span) == mark)?;
    let (before, behind) = (&tokens[..first], &tokens[first + 1..]);
    if let Some(speaker) = opening_report(reading, before, behind) {
        return Some((first, Ok(made(first, speaker, behind))));
    }
    let (before, behind) = (&tokens[..last], &tokens[last + 1..]);
    if !is_clause(before) {
        return Some((last, Err(NoSource::Content)));
    }
    let speaker = speaker(reading, behind).filter(|speaker| !names_last(before, speaker)).ok_or(NoSource::Complement);
    Some((last, speaker.map(|speaker| made(last, speaker, before))))
}

/// Whether words are a clause, and not a label such as "Read more".
fn is_clause(words: &[Token]) -> bool {
    let verb = |token: &Token| token.xpos.is_finite() || matches!(token.xpos, Xpos::Vbn | Xpos::Md);
    words.len() >= CLAUSE && words.iter().any(verb)
}

/// "Report: Camps are full": a report that a headline names before a whole clause; a body where the clause says what somebody must
/// do ("Oxfam: Chad must act"). A person, a body or a state is else what the headline is about more often than who says it.
fn opening_report(reading: &Reading, words: &[Token], said: &[Token]) -> Option<Argument> {
    let finite = said.iter().position(|token| token.xpos.is_finite() || token.xpos == Xpos::Md);
    let whole = said.len() >= CLAUSE && finite.is_some_and(|at| at > 0);
    let must = said.iter().any(|token| matches!(reading.text(token.span), "must" | "should"));
    // "Huawei: Britain must act" may be about Huawei: only listed bodies that are no companies and no parties.
    let public = || {
        let (_, mention) = reading.mention_at(words.first()?.span)?;
        let row = mention.entry.filter(|_| mention.class == Class::Organisation)?;
        (!reading.gazetteer.is_private(row) && !reading.gazetteer.is_party(row)).then_some(())
    };
    let speaks = |class: Class| class == Class::Report || must && class == Class::Organisation && public().is_some();
    speaker(reading, words).filter(|speaker| whole && speaker.class.is_some_and(speaks))
}

/// "Chad elects first woman president: Jane Doe": whether the clause ends with what the person behind it is.
fn names_last(said: &[Token], speaker: &Argument) -> bool {
    let person = speaker.class.is_some_and(Class::is_person);
    person && said.last().is_some_and(|last| last.upos == Upos::Noun && can_speak(&last.lemma))
}

/// Whom words name, and nothing else: an agent or a report, or unnamed people who can speak.
fn speaker(reading: &Reading, words: &[Token]) -> Option<Argument> {
    let (first, last) = (words.first()?, words.last()?);
    let phrase = first.span.join(last.span);
    let whole = reading.mention_at(first.span).is_some_and(|(_, mention)| mention.span == phrase);
    let (entity, class) = reading.entity_at(first.span).filter(|_| whole).unzip();
    let agent = class.is_some_and(|class: Class| class.is_agent() || class == Class::Report);
    let unnamed = entity.is_none() && last.upos == Upos::Noun && can_speak(&last.lemma);
    (words.len() <= SOURCE && (agent || unnamed)).then_some(Argument {
        entity,
        class,
        words: phrase,
        phrase,
        via: Via::Mention,
    })
}
