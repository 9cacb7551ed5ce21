//! The frame layer: who does what to whom in a sentence, without arcs.
//!
//! In: a sentence and its tree. Out: [`Frame`]s, one for each verb, for each noun that means an act ("China's denial of
//! …", "sanctions on X by Y") and for each predicative adjective. Coordination, relative clauses, control, passives and
//! inverted speech verbs are undone here, and the parser's known errors repaired, so that rules see roles only.
//! Arguments are token ids of phrase heads; a coordinated argument has one head for each member.

mod arcs;
mod auxiliary;
mod build;
mod nominal;
mod phrase;
mod repair;
pub mod show;
mod subject;
mod words;

pub use phrase::Phrases;
pub(super) use words::{ANSWERS, OBJECT_CONTROL, SPEECH, TIME, TRANSITIVE, listed};
pub use words::{
    can_speak, is_charge, is_object_control, is_ranking, is_speech, is_time, is_utterance, is_weekday, opens_occasion,
};

use super::TokenId;
use crate::document::Span;

/// A frame's index among its sentence's frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FrameId(pub u32);

impl FrameId {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What the predicate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// "accused", "has been accused", "accusing".
    Verb,
    /// "accusation", "its call for …".
    Noun,
    /// "is opposed to", "critical of".
    Adjective,
}

/// Active or passive; nouns and adjectives are active.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The subject acts.
    Active,
    /// The subject is acted upon; [`Frame::subjects`] then holds the agent ("by …") and [`Frame::objects`] the patient.
    Passive,
}

/// The verb form that decides time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "accused", "has accused", "had accused".
    Past,
    /// "accuses", "is accusing".
    Present,
    /// "will accuse", "is going to accuse".
    Future,
    /// Infinitives, gerunds, participles, nouns.
    None,
}

/// How a clause or phrase of content is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseForm {
    /// "said that …", "said …", a quotation.
    Finite,
    /// "asked whether …", "what …".
    Question,
    /// "urged X to …".
    Infinitive,
    /// "denied doing …", "accused of doing …".
    Gerund,
    /// "called X brutal", "described as …": a noun or adjective phrase.
    Small,
}

/// A clause that is an argument of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its head: a verb, or the predicate noun or adjective.
    pub head: TokenId,
    /// How it is introduced.
    pub form: ClauseForm,
    /// Its words, without "that", "whether", and without the frame's own words; two spans where the frame interrupts it.
    pub spans: Vec<Span>,
}

/// A prepositional argument or adjunct of a frame, of the verb itself or of its object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oblique {
    /// The preposition, lower case, several words joined by a space: `of`, `according to`, `as`.
    pub preposition: String,
    /// The heads of its complement, one for each member of a coordination; a gerund's head where it is a clause.
    pub heads: Vec<TokenId>,
    /// The complement's words, with all its modifiers.
    pub span: Span,
    /// Whether it stands on the object's phrase and not on the predicate.
    pub on_object: bool,
}

/// How a frame hangs on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// It is the content or complement clause of that frame.
    Content,
    /// It is the same clause's next verb: "denied the report and accused …".
    Coordinate,
    /// It is an adverbial or participial clause of it: ", accusing China of …".
    Adverbial,
    /// It is a relative clause within it.
    Relative,
}

/// Who does what to whom, for one predicate of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The predicate's token.
    pub predicate: TokenId,
    /// The predicate's lemma, with its particle: `accuse`, `carry out`, `denial`.
    pub lemma: String,
    /// Verb, noun or adjective.
    pub kind: Kind,
    /// Active or passive.
    pub voice: Voice,
    /// Time of the verb form.
    pub tense: Tense,
    /// The word that negates it: "not", "never", "no" on the subject or object, "without" …
    pub negation: Option<TokenId>,
    /// Its modal verbs, in the order of the text: "may", "could", "would", "will".
    pub modals: Vec<TokenId>,
    /// Who does it, after passives, control, relatives and coordination are undone.
    pub subjects: Vec<TokenId>,
    /// Whom or what it is done to.
    pub objects: Vec<TokenId>,
    /// To whom: "told reporters", "gave X …".
    pub recipients: Vec<TokenId>,
    /// Prepositional phrases.
    pub obliques: Vec<Oblique>,
    /// Content and complement clauses: what is said, asked, denied; "to" infinitives; small clauses.
    pub clauses: Vec<Clause>,
    /// The frame it hangs on, if any.
    pub parent: Option<(FrameId, Link)>,
    /// Whether it heads a headline: present tense there is past, and a bare participle passive.
    pub headline: bool,
    /// The whole clause's words, from first to last.
    pub span: Span,
}
