//! Whose words a claim stands in, and what that makes of it.
//!
//! In: a match and the attributions around it. Out: a [`Voice`], the speaker with the stance that his words have, and the scope
//! that the claim has in it; or why nothing is claimed there. The speaker is the source of the innermost attribution whose
//! content holds the trigger. What somebody unnamed says is not claimed, except that somebody named said something, which is
//! then alleged.

use super::attribution::Attributed;
use super::matching::Match;
use super::matching::argument::Argument;
use super::record::UNNAMED;
use super::stance::{Scope, asks, is_asked, is_charged, is_purpose, scope, unattributed};
use super::statement::Dropped;
use super::{Parsed, Reading};
use crate::document::Span;
use crate::entity::EntityId;
use crate::rules::FrameRule;
use crate::syntax::Relation;
use crate::syntax::frames::{ClauseForm, Frame, FrameId, Kind, Link, Tense};

/// Where a claim stands: whose words it is in, and what that makes of it.
pub(super) struct Voice {
    pub(super) inside: Option<usize>,
    pub(super) speaker: Option<EntityId>,
    pub(super) speaker_at: Vec<Span>,
    pub(super) stance: String,
}

impl Voice {
    /// Whether it is somebody's whom the text does not name.
    pub(super) fn is_unnamed(&self) -> bool {
        self.inside.is_some() && self.speaker.is_none()
    }

    /// Who says what a subject does: of several who vow to act each says it of himself.
    pub(super) fn speaker_of(&self, subject: EntityId, attributed: &Attributed) -> Option<EntityId> {
        let own = |&outer: &usize| attributed.list[outer].entities.contains(&subject);
        self.inside.filter(own).map(|_| subject).or(self.speaker)
    }

    /// The document's own.
    pub(super) fn document() -> Self {
        Self { inside: None, speaker: None, speaker_at: Vec::new(), stance: "asserted".to_string() }
    }
}

/// Whose words a span stands in; `None` where an unnamed source says them.
pub(super) fn voice(attributed: &Attributed, span: Span, except: &[usize]) -> Option<Voice> {
    match attributed.around(span, except) {
        Some(outer) => voice_of(attributed, outer),
        None => Some(Voice::document()),
    }
}

/// The voice of an attribution, if its source is known.
pub(super) fn voice_of(attributed: &Attributed, outer: usize) -> Option<Voice> {
    let attribution = &attributed.list[outer];
    let speaker = *attribution.entities.first()?;
    Some(Voice {
        inside: Some(outer),
        speaker: Some(speaker),
        speaker_at: attribution.speakers.iter().map(|speaker| speaker.words).take(1).collect(),
        stance: attribution.inside.clone(),
    })
}

/// Whose words it stands in that somebody says something. "Chad denied the raids, officials said": what somebody unnamed tells
/// of somebody's words is alleged.
pub(super) fn voice_of_saying(attributed: &Attributed, span: Span, except: &[usize]) -> Option<Voice> {
    voice(attributed, span, except).or_else(|| {
        let outer = attributed.around(span, except).filter(|&outer| attributed.list[outer].inside == "asserted")?;
        Some(Voice { inside: Some(outer), speaker: None, speaker_at: Vec::new(), stance: "alleged".to_string() })
    })
}

/// What a match claims, in whose words and in which scope, unless nothing is claimed there.
pub(super) fn stands<'a>(
    reading: &'a Reading,
    matched: &Match,
    saying: Option<usize>,
    attributed: &Attributed,
) -> Result<(&'a str, Voice, Scope), Dropped> {
    let rule = reading.rules.frame(matched.rule);
    let predicate = rule.claim.as_deref().ok_or(Dropped::Blocks)?;
    let frame = matched.frame(reading);
    let heads = heads_content(reading, matched);
    let voice = own_voice(reading, matched, saying, attributed, heads)?;
    let mut scope = scope(reading, matched.sentence, frame);
    if !enter(&voice, frame, heads, attributed, rule.reports, &mut scope) {
        return Err(Dropped::Asked);
    }
    if !rule.reports {
        unattributed(reading, matched.sentence, matched.trigger[0], attributed, &mut scope);
    }
    if rule.reports && is_charged(reading, matched.sentence, frame) {
        scope.alleged = true;
        scope.why.push("alleged: accused by somebody unnamed".to_string());
    }
    if scope.open {
        return Err(Dropped::Open(scope.why));
    }
    let whether = frame.clauses.iter().any(|clause| clause.form == ClauseForm::Question);
    if is_question(reading, matched, frame, rule.reports) || scope.negative && whether && rule.reports {
        return Err(Dropped::Question);
    }
    // "asked Chad to consider lifting the ban": what somebody is asked to plan is no plan of theirs, and what somebody is asked
    // to say ("urged Chad to raise concerns") nobody has said.
    let unsaid = rule.modality.as_deref() == Some("planned") || predicate == "says" && frame.tense != Tense::Past;
    if voice.stance == "asked" && unsaid {
        return Err(Dropped::Asked);
    }
    take_rule(rule, matched.reports_none(reading, frame), &mut scope);
    // What somebody unnamed denies of somebody named, the document does not say.
    if voice.is_unnamed() && scope.negative {
        return Err(Dropped::Unnamed);
    }
    // What people do something to say, they say.
    if !rule.reports && is_purpose(reading, matched.sentence, frame) {
        scope.planned = true;
        scope.why.push("planned: \"to\"".to_string());
    }
    Ok((predicate, voice, scope))
}

/// The voice that a match stands in: the innermost, unless what it tells is told of that speaker and not by him.
fn own_voice(
    reading: &Reading,
    matched: &Match,
    saying: Option<usize>,
    attributed: &Attributed,
    heads: bool,
) -> Result<Voice, Dropped> {
    let rule = reading.rules.frame(matched.rule);
    let frame = matched.frame(reading);
    let voices = if saying.is_some() { voice_of_saying } else { voice };
    // Whoever tells of the words that it stands in; the document, where nobody does.
    let outer = |inside: Option<usize>| {
        let except: Vec<usize> = saying.into_iter().chain(inside).collect();
        voices(attributed, matched.trigger[0], &except).ok_or(Dropped::Unnamed)
    };
    let mut voice = outer(None)?;
    // "denied a report by X alleging that …": that X wrote it, and that it alleges so, is the document's, and not denied.
    if voice.stance == "denied" && !heads && (rule.reports || rule.takes_itself()) {
        voice = outer(voice.inside)?;
    }
    // "He warned of what he called a plot": the words are his, and that he calls it so is told of him.
    let speaker = voice.speaker;
    let himself = |subject: &Argument| subject.entity.is_some() && subject.entity == speaker;
    if rule.reports && is_so_called(reading, matched.sentence, frame) && matched.subjects.iter().any(himself) {
        voice = outer(voice.inside)?;
    }
    // "accused them of hindering his plan": what somebody alleges others do to his own acts alleges no acts.
    let all_himself = !matched.subjects.is_empty() && matched.subjects.iter().all(himself);
    if voice.stance == "alleged" && !heads && all_himself {
        voice.stance = "asserted".to_string();
    }
    Ok(voice)
}

/// Lets the polarity and modality that a rule gives colour a scope.
fn take_rule(rule: &FrameRule, reports_none: bool, scope: &mut Scope) {
    if (rule.negative || rule.negated) != reports_none {
        // "has not permitted it" opposes it: the "not" is the rule's, and negates nothing more. "Found no failings" is not negated.
        scope.negative = !scope.negative;
        scope.why.retain(|why| !why.starts_with("negative"));
    }
    match rule.modality.as_deref() {
        Some("alleged") => scope.alleged = true,
        // "is reportedly planning to act"
        Some("planned") => scope.planned |= !scope.alleged,
        _ => {}
    }
}

/// Whether a frame says what somebody calls something: "what he called a plot".
fn is_so_called(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let Some(parsed) = &reading.parsed[sentence] else { return false };
    let above = parsed.tree.heads[frame.predicate.index()];
    parsed.tree.relations[frame.predicate.index()] == Relation::AclRelcl
        && above.is_some_and(|what| reading.sentences[sentence].tokens[what.index()].lemma.eq_ignore_ascii_case("what"))
}

/// Whether a frame is what is said or asked, itself or coordinated with what is.
fn heads_content(reading: &Reading, matched: &Match) -> bool {
    let Some(Parsed { frames, tree, .. }) = &reading.parsed[matched.sentence] else { return false };
    let mut at = matched.frame;
    for _ in frames {
        let frame = &frames[at.index()];
        let relation = tree.relations[frame.predicate.index()];
        // "threatened to impose sanctions": what the noun says is its light verb's.
        let asked = |above: FrameId| {
            let saying = frames[above.index()].parent.filter(|(_, link)| *link == Link::Content);
            saying.is_some_and(|(saying, _)| {
                let frame = &frames[saying.index()];
                reading.rules.reporting(frame.kind, &frame.lemma).next().is_some()
            })
        };
        let object = frame.kind == Kind::Noun && matches!(relation, Relation::Obj | Relation::NsubjPass);
        match frame.parent {
            Some((_, Link::Content)) => return true,
            Some((above, Link::Coordinate)) => at = above,
            Some((above, _)) if object && asked(above) => return true,
            _ => return false,
        }
    }
    false
}

/// Lets the voice that a claim stands in colour its scope; `false` where it makes no claim of it.
fn enter(
    voice: &Voice,
    frame: &Frame,
    heads_content: bool,
    attributed: &Attributed,
    reports: bool,
    scope: &mut Scope,
) -> bool {
    let Some(outer) = voice.inside else { return true };
    let cue = attributed.list[outer].rule.id.clone();
    match voice.stance.as_str() {
        "alleged" => {
            scope.alleged = true;
            scope.why.push(if voice.is_unnamed() { UNNAMED.to_string() } else { format!("alleged: rule {cue}") });
        }
        "denied" => {
            scope.negative = !scope.negative;
            scope.why.push(format!("negative: rule {cue}"));
        }
        "planned" | "asked" => {
            if !heads_content && !reports {
                return false;
            }
            // "called on X to end what he said was a war": that he said so is taken for granted.
            if !heads_content && frame.tense == Tense::Past {
                return true;
            }
            scope.planned = true;
            scope.why.push(format!("planned: rule {cue}"));
        }
        _ => {}
    }
    true
}

/// A question states nothing; one that somebody reports is reported all the same.
fn is_question(reading: &Reading, matched: &Match, frame: &Frame, reports: bool) -> bool {
    is_asked(reading, matched.sentence, frame) || !reports && asks(reading, matched.sentence)
}
