//! What one document says, as plain values: the hand-over from reading to graph, and the shape of `annotate`.
//!
//! The shape is that of the annotation scheme, one JSON object a document, with more fields than it asks for: hashes,
//! keys, evidence spans, rules. All offsets are half-open ranges `[start, end)` of code points into the document's
//! text. Everything after this stage (graph, questions, exports) is built from these records alone.

use serde::{Deserialize, Serialize};

use crate::gazetteer::Class;

/// A half-open range of code points.
pub type Range = [u32; 2];

/// Everything that one document says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentRecord {
    /// The document's id: its file's stem.
    pub id: String,
    /// The file's path below the input folder.
    pub path: String,
    /// SHA-256 of the document's bytes.
    pub sha256: String,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, ISO 8601.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// The text's length in code points.
    pub text_length: u32,
    /// The things it speaks of.
    pub entities: Vec<EntityRecord>,
    /// Where it names them, and its dates.
    pub mentions: Vec<MentionRecord>,
    /// Where it reports speech, writing or belief.
    pub attributions: Vec<AttributionRecord>,
    /// What it claims.
    pub claims: Vec<ClaimRecord>,
}

/// A thing that a document speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityRecord {
    /// `e1`, `e2` …, unique in the document.
    pub id: String,
    /// Stable across documents and builds, the last part of the IRI: `government/china`.
    #[serde(default)]
    pub key: String,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    pub class: Class,
    /// Its name.
    pub name: String,
    /// Its Wikidata id, where a source vouches for it.
    #[serde(default)]
    pub wikidata: Option<String>,
    /// The other names by which it is called.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// A place where an entity or a date is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRecord {
    /// `m1`, `m2` …, unique in the document.
    pub id: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words that stand there.
    pub text: String,
    /// What kind of thing is named.
    #[serde(rename = "type")]
    pub class: Class,
    /// The entity that is meant; dates have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// A date's value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// EDTF interval of an uncertain or open date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<String>,
    /// Whether it is a pronoun.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pronoun: bool,
    /// Whether it is a description and no name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nominal: bool,
    /// By which rule it was found and linked, for `explain`: `gazetteer`, `name.title; surname`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
}

/// A place where the document reports speech, writing or belief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributionRecord {
    /// The words that name who.
    pub source: Vec<Range>,
    /// The words that report.
    pub cue: Vec<Range>,
    /// What is reported.
    pub content: Vec<Range>,
    /// The entity that is the source; null where it is unnamed.
    pub entity: Option<String>,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// The rule that found it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
}

/// One relation that the document states, with who says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimRecord {
    /// `c1`, `c2` …, unique in the document.
    #[serde(default)]
    pub id: String,
    /// Local name of a property of the vocabulary: `accuses`.
    pub predicate: String,
    /// The entity that does it.
    pub subject: String,
    /// The entity that it is done to.
    #[serde(default)]
    pub object: Option<String>,
    /// The words for what is said, asked, rejected …
    #[serde(default)]
    pub content: Option<String>,
    /// The entity whose words the claim is; null where the document itself asserts it.
    #[serde(default)]
    pub speaker: Option<String>,
    /// `asserted`, `alleged` or `planned`.
    pub modality: String,
    /// `positive` or `negative`.
    pub polarity: String,
    /// How it is said: `statement`, `call`, `denial`, `question`, `warning`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speech_act: Option<String>,
    /// When it happened, where the text says so.
    #[serde(default)]
    pub date: Option<String>,
    /// The sentence that states it.
    pub sentence: Range,
    /// The sentence's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// The word or words that made the rule fire.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trigger: Vec<Range>,
    /// The words that stand for the subject (a name, a description, a pronoun).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_at: Vec<Range>,
    /// The words that stand for the object.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub object_at: Vec<Range>,
    /// Where the content stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content_at: Vec<Range>,
    /// The words that name the speaker.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speaker_at: Vec<Range>,
    /// The claim inside whose words this one stands (`c1`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported_in: Option<String>,
    /// The rule that made it: `accuse.of`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// Where the rule stands: `rules/accuse.toml:12`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule_at: String,
    /// Why polarity and modality are what they are, each with its words (`alleged: "reportedly"`), and whom pronouns and
    /// descriptions mean (`"It" means Chad: pronoun: subject before`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<String>,
}

/// What a claim does with what it says: the one word that graphs, pages and dossiers show.
///
/// | polarity | modality | in the document's own voice | a speaker's |
/// |---|---|---|---|
/// | negative | any | `Negated` | `Denied` |
/// | positive | planned | `Planned` | `Planned` |
/// | positive | alleged, or a word we don't know | `Alleged` | `Alleged` |
/// | positive | asserted | `Asserted` | `Reported` |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// The document says in its own voice that it is so.
    Asserted,
    /// A speaker says that it is so.
    Reported,
    /// Somebody says it, and the words mark it as unproven.
    Alleged,
    /// It is intended and has not happened.
    Planned,
    /// The document says in its own voice that it is not so.
    Negated,
    /// A speaker says that it is not so.
    Denied,
}

impl Stance {
    /// Every stance, the most certain first.
    pub const ALL: [Stance; 6] =
        [Stance::Asserted, Stance::Reported, Stance::Alleged, Stance::Planned, Stance::Negated, Stance::Denied];

    /// The name, as in exports and in the vocabulary.
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Asserted => "asserted",
            Stance::Reported => "reported",
            Stance::Alleged => "alleged",
            Stance::Planned => "planned",
            Stance::Negated => "negated",
            Stance::Denied => "denied",
        }
    }

    /// The stance with that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.as_str() == name)
    }

    /// Whether somebody says that it is so: asserted, reported or alleged.
    pub fn is_for(self) -> bool {
        matches!(self, Stance::Asserted | Stance::Reported | Stance::Alleged)
    }

    /// Whether somebody says that it is not so: negated or denied.
    pub fn is_against(self) -> bool {
        matches!(self, Stance::Negated | Stance::Denied)
    }
}

/// The reason in [`ClaimRecord::why`] of a claim that stands in the words of somebody whom the text does not name.
pub const UNNAMED: &str = "alleged: told by somebody unnamed";

impl ClaimRecord {
    /// Whether somebody whom the text does not name tells it.
    pub fn is_told_by_unnamed(&self) -> bool {
        self.why.iter().any(|why| why == UNNAMED)
    }

    /// The entity in whose words the claim stands; none where the document itself asserts it. Who performs a claim in words of
    /// their own ("We call on …," she said) has no speaker beside them, and it is theirs all the same.
    pub fn voice(&self) -> Option<&str> {
        self.speaker.as_deref().or_else(|| self.reported_in.as_ref().map(|_| self.subject.as_str()))
    }

    /// What the claim does with what it says, from its polarity, modality and speaker.
    pub fn stance(&self) -> Stance {
        match (self.polarity.as_str(), self.modality.as_str(), self.voice().is_none()) {
            ("negative", _, true) => Stance::Negated,
            ("negative", _, false) => Stance::Denied,
            ("positive", "planned", _) => Stance::Planned,
            ("positive", "asserted", true) => Stance::Asserted,
            ("positive", "asserted", false) => Stance::Reported,
            _ => Stance::Alleged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_positive_assertion_without_speaker_is_asserted() {
        for polarity in ["positive", "negative", "odd"] {
            for modality in ["asserted", "alleged", "planned", "odd"] {
                for speaker in [None, Some("e1".to_string())] {
                    let own = speaker.is_none();
                    let claim: ClaimRecord = serde_json::from_value(serde_json::json!({
                        "predicate": "visits", "subject": "e1", "polarity": polarity, "modality": modality,
                        "speaker": speaker, "sentence": [0, 1],
                    }))
                    .expect("a claim");
                    let plain = polarity == "positive" && modality == "asserted" && own;
                    assert_eq!(claim.stance() == Stance::Asserted, plain, "{polarity} {modality} {own}");
                    assert_eq!(claim.stance().is_against(), polarity == "negative");
                }
            }
        }
    }

    #[test]
    fn what_somebody_performs_in_words_of_their_own_is_theirs() {
        let claim = |outer: Option<&str>| -> ClaimRecord {
            let value = serde_json::json!({
                "predicate": "callsOn", "subject": "e1", "polarity": "positive", "modality": "asserted", "speaker": null,
                "sentence": [0, 1], "reported_in": outer,
            });
            serde_json::from_value(value).expect("a claim")
        };
        let (own, quoted) = (claim(None), claim(Some("c1")));
        assert_eq!((own.voice(), own.stance()), (None, Stance::Asserted));
        assert_eq!((quoted.voice(), quoted.stance()), (Some("e1"), Stance::Reported));
    }
}
