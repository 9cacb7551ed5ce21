//! Why a rule does or does not fire in a text: what it wanted, element by element, and what stood there.
//!
//! In: a [`Reading`] and a rule's id. Out: an [`Explanation`]: one [`Attempt`] for each place where the rule could begin,
//! each with its steps up to the first that fails. Every verdict is the matcher's own: the steps call the functions that
//! make claims and put their answers into words, so that an explanation can't disagree with a build.

mod frame;
mod phrase;
mod role;

use super::statement::{Claim, Dropped, Modality};
use super::{Made, Reading};
use crate::document::Span;
use crate::entity::EntityId;
use crate::rules::ExpectedClaim;

/// One element of a rule, and what stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Whether the text gives what the rule wants.
    pub holds: bool,
    /// The element: `trigger`, `voice`, `subject`, `content`, `claim` …
    pub element: &'static str,
    /// What was wanted and what was found.
    pub words: String,
}

/// One place where a rule could begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The frame as rules see it, or the words.
    pub place: String,
    /// In the order in which the matcher asks; the last one is the first that fails, or the claim.
    pub steps: Vec<Step>,
}

impl Attempt {
    /// Whether the rule fires here.
    pub fn holds(&self) -> bool {
        self.steps.iter().all(|step| step.holds)
    }

    fn new(place: impl Into<String>) -> Self {
        Self { place: place.into(), steps: Vec::new() }
    }

    fn step(&mut self, holds: bool, element: &'static str, words: impl Into<String>) -> bool {
        self.steps.push(Step { holds, element, words: words.into() });
        holds
    }
}

/// Why a rule does or does not fire in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The rule's file and line.
    pub rule_at: String,
    /// What the rule reads, in one line.
    pub wants: String,
    /// Where it could begin, in the order of the text; never empty.
    pub attempts: Vec<Attempt>,
}

impl Explanation {
    /// Whether it fires anywhere.
    pub fn fires(&self) -> bool {
        self.attempts.iter().any(Attempt::holds)
    }

    /// The attempt that decides: the one that fires, else the one that came furthest.
    pub fn best(&self) -> &Attempt {
        let length = |attempt: &&Attempt| (attempt.holds(), attempt.steps.len());
        // The first of equals, so that the order of the text decides.
        self.attempts.iter().rev().max_by_key(length).expect("an explanation has an attempt")
    }
}

/// Explains a rule on a text; none where no rule has that id.
pub fn explain(reading: &Reading, id: &str) -> Option<Explanation> {
    let rules = reading.rules;
    let made = Made::new(reading);
    let why = Why { reading, made: &made };
    if let Some(number) = rules.frames.iter().position(|rule| rule.origin.id == id) {
        return Some(frame::explain(&why, number));
    }
    if let Some(number) = rules.sources.iter().position(|rule| rule.origin.id == id) {
        return Some(phrase::source(&why, number));
    }
    if let Some(number) = rules.stances.iter().position(|rule| rule.origin.id == id) {
        return Some(phrase::stance(&why, number));
    }
    let number = rules.members.iter().position(|rule| rule.origin.id == id)?;
    Some(phrase::member(&why, number))
}

/// A text and everything that was made of it.
struct Why<'a> {
    reading: &'a Reading<'a>,
    made: &'a Made,
}

impl<'a> Why<'a> {
    fn text(&self, span: Span) -> &'a str {
        self.reading.text(span)
    }

    /// Words in quotation marks, on one line.
    fn quote(&self, span: Span) -> String {
        let words: Vec<_> = self.text(span).split_whitespace().collect();
        format!("“{}”", words.join(" "))
    }

    /// A claim in the notation of examples.
    fn claim(&self, claim: &Claim) -> String {
        let name = |entity: EntityId| self.reading.entities.list[entity.index()].name.clone();
        let modality = match claim.modality {
            Modality::Asserted => "asserted",
            Modality::Alleged => "alleged",
            Modality::Planned => "planned",
        };
        let shown = ExpectedClaim {
            predicate: claim.predicate.clone(),
            subject: name(claim.subject),
            object: claim.object.map(name),
            content: claim.content.first().map(|span| self.text(*span).to_string()),
            speaker: claim.speaker.map(name),
            modality: modality.to_string(),
            negative: claim.negative,
        };
        shown.to_string()
    }

    /// Why the matches of a frame make no claim, or what they make.
    fn outcome(&self, number: usize) -> Result<String, String> {
        let matched = &self.made.matches[number];
        let attributed = &self.made.attributed;
        let results = super::statement::of_match(self.reading, matched, attributed.of_match[number], attributed);
        let claims: Vec<_> = results.iter().filter_map(|result| result.as_ref().ok()).collect();
        if !claims.is_empty() {
            return Ok(claims.iter().map(|claim| self.claim(claim)).collect::<Vec<_>>().join("; "));
        }
        let reasons = results.iter().filter_map(|result| result.as_ref().err()).map(|reason| self.dropped(reason));
        let reasons = reasons.collect::<Vec<_>>().join("; ");
        Err(if reasons.is_empty() { "it has no subject".into() } else { reasons })
    }

    fn dropped(&self, dropped: &Dropped) -> String {
        match dropped {
            Dropped::Blocks => "the rule claims nothing: it only blocks less specific rules".into(),
            Dropped::Unnamed => "it stands in the words of somebody unnamed, for whom nobody could answer".into(),
            Dropped::Asked => "it stands beside what somebody asks for or plans: that it is so is not said".into(),
            Dropped::Open(why) => format!("it is left open ({}): a condition, a question or a duty", why.join(", ")),
            Dropped::Question => "its sentence is a question".into(),
            Dropped::Subject(span) => format!("the subject {} means nobody known", self.quote(*span)),
            Dropped::SubjectClass(span, class) => {
                format!(
                    "the speaker who is the subject {} is a {}, which the rule does not take",
                    self.quote(*span),
                    class.as_str()
                )
            }
            Dropped::Object(span) => format!("the object {} means nobody known", self.quote(*span)),
            Dropped::Own(span) => format!("nobody alleges of himself what {} does here", self.quote(*span)),
            Dropped::Itself(span) => format!("the object {} is the subject itself", self.quote(*span)),
            Dropped::Said => "the speaker says it aloud, and that saying is a claim already".into(),
        }
    }
}

/// A list of words for people, cut where it is long.
fn list(words: &[String]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<_> = words.iter().take(SHOWN).cloned().collect();
    let more = if words.len() > SHOWN { format!(" … ({} in all)", words.len()) } else { String::new() };
    format!("{}{more}", shown.join(", "))
}
