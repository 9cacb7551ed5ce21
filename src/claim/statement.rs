//! Claims: a match or a source phrase becomes a statement with polarity, modality and speaker.
//!
//! In: matches and attributions. Out: [`Claim`]s, one for each member of a coordinated subject or object. Whose words they
//! are is read in `voice`. A speaker who performs the act in a quotation ("We call on …") has no speaker beside them.

use super::Reading;
use super::attribution::Attributed;
use super::matching::Match;
use super::matching::argument::{Argument, Via};
use super::record::UNNAMED;
use super::stance::Scope;
use super::structure;
use super::voice::{Voice, stands, voice_of, voice_of_saying};
use crate::document::Span;
use crate::entity::EntityId;
use crate::gazetteer::Class;
use crate::rules::{FrameRule, Origin, Role};
use crate::syntax::TokenId;
use crate::syntax::frames::Kind as FrameKind;

/// What "we" do by saying so.
const EXPRESSED: [&str; 2] = ["condemns", "praises"];

/// Everything that a document says.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// Where it reports speech, writing or belief.
    pub attributions: Vec<Attribution>,
    /// What it claims.
    pub claims: Vec<Claim>,
}

/// A rule by name and place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleRef {
    /// Its id.
    pub id: String,
    /// File and line.
    pub place: String,
}

impl From<&Origin> for RuleRef {
    fn from(origin: &Origin) -> Self {
        Self { id: origin.id.clone(), place: origin.place.clone() }
    }
}

/// Whether content is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Part of it.
    Mixed,
}

/// A place where the document reports speech, writing or belief.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The words that name who.
    pub source: Vec<Span>,
    /// The words that report.
    pub cue: Vec<Span>,
    /// What is reported.
    pub content: Vec<Span>,
    /// Whose words they are; empty where unnamed.
    pub entities: Vec<EntityId>,
    /// Whether they are quoted.
    pub kind: Kind,
    /// The rule that found it.
    pub rule: RuleRef,
    /// What claims inside it are to its source: `asserted`, `alleged`, `denied`, `planned`, `asked`.
    pub(super) inside: String,
    /// The arguments behind the source.
    pub(super) speakers: Vec<Argument>,
    /// The sentence of its cue.
    pub(super) sentence: usize,
}

/// How sure a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modality {
    /// It is so.
    Asserted,
    /// It is unproven.
    Alleged,
    /// It is to come.
    Planned,
}

/// One relation that the document states, with who says it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Local name of the property.
    pub predicate: String,
    /// Who does it.
    pub subject: EntityId,
    /// To whom.
    pub object: Option<EntityId>,
    /// The words for what is said, asked, rejected.
    pub content: Vec<Span>,
    /// Whose words the claim is; none where the document asserts it.
    pub speaker: Option<EntityId>,
    /// How sure it is.
    pub modality: Modality,
    /// Whether it is not so.
    pub negative: bool,
    /// How it is said.
    pub speech_act: Option<String>,
    /// When it happened: a TIMEX3 value.
    pub date: Option<String>,
    /// The sentence or sentences that state it.
    pub sentence: Span,
    /// The words that made the rule fire.
    pub trigger: Vec<Span>,
    /// The words for the subject.
    pub subject_at: Vec<Span>,
    /// The words for the object.
    pub object_at: Vec<Span>,
    /// The words for the speaker.
    pub speaker_at: Vec<Span>,
    /// The attribution it stands in, by index.
    pub inside: Option<usize>,
    /// The attribution that it is the saying of, by index.
    pub saying: Option<usize>,
    /// The rule that made it.
    pub rule: RuleRef,
    /// Why polarity and modality are what they are.
    pub why: Vec<String>,
}

/// Why a match makes no claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Dropped {
    /// The rule only blocks less specific ones.
    Blocks,
    /// It stands in the words of somebody unnamed.
    Unnamed,
    /// It stands beside what somebody asks for or plans, whose words these are.
    Asked,
    /// The words around it leave it open.
    Open(Vec<String>),
    /// Its sentence is a question.
    Question,
    /// These words, its subject, mean nobody known.
    Subject(Span),
    /// The speaker who is its subject is of a class that the rule does not take.
    SubjectClass(Span, Class),
    /// These words, its object, mean nobody known.
    Object(Span),
    /// Its object is its subject.
    Itself(Span),
    /// A speaker says it aloud: the saying is a claim already.
    Said,
    /// Whoever alleges it would by these words, its subject, have done it himself.
    Own(Span),
}

/// What nobody alleges of himself: who "it" is in "filed a case against Y, alleging that it is committing genocide" is open.
const HARMS: [&str; 4] = ["attacks", "detains", "kills", "persecutes"];

/// Makes the claims of a document, in the order of the text.
pub(super) fn claims(reading: &Reading, matches: &[Match], attributed: &Attributed) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (number, matched) in matches.iter().enumerate() {
        claims.extend(of_match(reading, matched, attributed.of_match[number], attributed).into_iter().flatten());
    }
    for (number, claim) in &attributed.phrases {
        of_phrase(reading, *number, claim, attributed, &mut claims);
    }
    structure::claims(reading, attributed, &mut claims);
    claims.sort_by_key(|claim| (claim.sentence.start, claim.trigger.first().map_or(0, |span| span.start)));
    once(claims)
}

/// Each claim of a sentence once, whatever rules yield it; `claims` are sorted by sentence.
fn once(claims: Vec<Claim>) -> Vec<Claim> {
    let same = |a: &Claim, b: &Claim| {
        (&a.predicate, a.subject, a.object, a.speaker, a.negative)
            == (&b.predicate, b.subject, b.object, b.speaker, b.negative)
            && a.content == b.content
    };
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let mut before = kept.iter().rev().take_while(|other| other.sentence == claim.sentence);
        if !before.any(|other| same(other, &claim)) {
            kept.push(claim);
        }
    }
    kept
}

/// The claims of a match, and why it makes no more: one result a pair of subject and object, else one for all.
pub(super) fn of_match(
    reading: &Reading,
    matched: &Match,
    saying: Option<usize>,
    attributed: &Attributed,
) -> Vec<Result<Claim, Dropped>> {
    let (predicate, voice, scope) = match stands(reading, matched, saying, attributed) {
        Ok(stands) => stands,
        Err(dropped) => return vec![Err(dropped)],
    };
    let frame = matched.frame(reading);
    let content = saying.map_or(&matched.content, |at| &attributed.list[at].content);
    let date = super::time::date(reading, matched.sentence, frame, content);
    let stated = Stated { reading, matched, saying, attributed, predicate, voice, scope, content, date };
    let objects: Vec<Option<&Argument>> = match matched.objects.as_slice() {
        [] => vec![None],
        list => list.iter().map(Some).collect(),
    };
    let rule = reading.rules.frame(matched.rule);
    let mut made = Vec::new();
    for (number, subject) in matched.subjects.iter().enumerate() {
        // "Chad and Mali met": once for both.
        let later = |object: &Option<&Argument>| {
            let named = |other: &Argument| object.is_some_and(|object| object.entity == other.entity);
            !rule.takes_others() || matched.subjects[number + 1..].iter().any(named)
        };
        match who(reading, rule, subject, attributed) {
            Ok(id) => {
                let objects = objects.iter().filter(|object| later(object));
                made.extend(objects.map(|object| stated.of_pair(subject, id, *object)));
            }
            Err(dropped) => made.push(Err(dropped)),
        }
    }
    made
}

/// What all claims of a match share.
struct Stated<'a> {
    reading: &'a Reading<'a>,
    matched: &'a Match,
    saying: Option<usize>,
    attributed: &'a Attributed,
    predicate: &'a str,
    voice: Voice,
    scope: Scope,
    content: &'a [Span],
    date: Option<String>,
}

impl Stated<'_> {
    /// The claim that one subject makes or does it to one object; `id` is the subject's entity.
    fn of_pair(&self, subject: &Argument, id: EntityId, object: Option<&Argument>) -> Result<Claim, Dropped> {
        let Self { reading, matched, saying, attributed, predicate, voice, scope, content, date } = self;
        let rule = reading.rules.frame(matched.rule);
        let object_id = whom(reading, object, id, attributed)?;
        let first_person = subject.via == Via::Speaker;
        let performs = self.performs(id, first_person);
        // "We thought …" inside what they say is said already.
        if performs && *predicate == "says" && first_person {
            return Err(Dropped::Said);
        }
        // "has not permitted an inquiry" opposes it; "permitted an inquiry" says nothing of the kind, "did not acquit" neither.
        // "No Hamas fighters attacked it": whoever did, none of theirs.
        let of_body = matches!(subject.via, Via::Member | Via::Deed);
        let first = reading.text(subject.phrase).split(' ').next();
        let before = reading.document.text[..subject.phrase.start as usize].split_whitespace().next_back();
        if of_body && [first, before].into_iter().flatten().any(|word| word.eq_ignore_ascii_case("no")) {
            return Err(Dropped::Open(scope.why.clone()));
        }
        if rule.negated && scope.negative || rule.negative && !scope.negative {
            return Err(Dropped::Open(scope.why.clone()));
        }
        let alleges = voice.stance == "alleged" && voice.speaker_of(id, attributed) == Some(id);
        if alleges && subject.via == Via::Antecedent && HARMS.contains(predicate) {
            return Err(Dropped::Own(subject.words));
        }
        if unmade(reading, matched, object, scope) {
            return Err(Dropped::Open(scope.why.clone()));
        }
        Ok(Claim {
            predicate: (*predicate).to_string(),
            subject: id,
            object: object_id,
            content: first_words(reading, if matched.topic.is_empty() { content } else { &matched.topic }),
            speaker: voice.speaker_of(id, attributed).filter(|_| !performs),
            modality: modality(scope),
            negative: scope.negative,
            speech_act: rule.speech_act.clone(),
            date: date.clone(),
            sentence: evidence(reading, matched.sentence, content),
            trigger: matched.trigger.clone(),
            subject_at: vec![subject.words],
            object_at: object.iter().map(|object| object.words).collect(),
            speaker_at: if performs { Vec::new() } else { voice.speaker_at.clone() },
            inside: voice.inside,
            saying: *saying,
            rule: RuleRef::from(&rule.origin),
            why: scope.why.clone(),
        })
    }

    /// Whether a subject does by speaking what is claimed of him, so that no speaker stands beside him.
    fn performs(&self, subject: EntityId, first_person: bool) -> bool {
        let reports = self.reading.rules.frame(self.matched.rule).reports;
        let acts = first_person && (reports || EXPRESSED.contains(&self.predicate));
        // "said it was what he called a war": both are his saying; "says it never said so": one denies the other.
        let says = self.predicate == "says" && !self.scope.negative && !self.scope.planned;
        self.voice.speaker == Some(subject) && (acts || says)
    }
}

/// The entity that is a claim's subject.
fn who(reading: &Reading, rule: &FrameRule, subject: &Argument, attributed: &Attributed) -> Result<EntityId, Dropped> {
    let id =
        subject.entity.or_else(|| first_person(reading, subject, attributed)).ok_or(Dropped::Subject(subject.words))?;
    let class = reading.entities.list[id.index()].class;
    let fits = |role: &Role| role.alternatives.iter().any(|choice| choice.classes.contains(class));
    if rule.subject.as_ref().is_none_or(fits) { Ok(id) } else { Err(Dropped::SubjectClass(subject.words, class)) }
}

/// The entity that is a claim's object, if it has one.
fn whom(
    reading: &Reading,
    object: Option<&Argument>,
    subject: EntityId,
    attributed: &Attributed,
) -> Result<Option<EntityId>, Dropped> {
    let Some(object) = object else { return Ok(None) };
    let id =
        object.entity.or_else(|| first_person(reading, object, attributed)).ok_or(Dropped::Object(object.words))?;
    if id == subject { Err(Dropped::Itself(object.words)) } else { Ok(Some(id)) }
}

/// "declined to issue a statement": there is none.
fn unmade(reading: &Reading, matched: &Match, document: Option<&Argument>, scope: &Scope) -> bool {
    const MAKING: [&str; 6] = ["give", "issue", "make", "prepare", "produce", "write"];
    let Some(parsed) = &reading.parsed[matched.sentence] else { return false };
    let frame = matched.frame(reading);
    let verb =
        if frame.kind == FrameKind::Noun { parsed.tree.heads[frame.predicate.index()] } else { Some(frame.predicate) };
    let lemma = |verb: TokenId| reading.sentences[matched.sentence].tokens[verb.index()].lemma.as_str();
    let phrase = document.map_or("", |document| reading.text(document.phrase));
    let article = phrase.split(' ').next().unwrap_or("").to_lowercase();
    (scope.negative || scope.planned)
        && matches!(article.as_str(), "a" | "an" | "any" | "no")
        && document.is_some_and(|document| document.class == Some(Class::Report))
        && verb.is_some_and(|verb| MAKING.contains(&lemma(verb)))
}

fn modality(scope: &Scope) -> Modality {
    match scope {
        Scope { planned: true, .. } => Modality::Planned,
        Scope { alleged: true, .. } => Modality::Alleged,
        _ => Modality::Asserted,
    }
}

/// "I", "we": the speaker of the words that they stand in.
fn first_person(reading: &Reading, argument: &Argument, attributed: &Attributed) -> Option<EntityId> {
    let spoken = argument.via == Via::Speaker;
    spoken.then(|| attributed.first_person(reading, argument.words, &[])).flatten()
}

/// The parts of a content that stand in the sentence of its first: "the plan", she said, "is bad".
fn first_words(reading: &Reading, content: &[Span]) -> Vec<Span> {
    let sentence = |part: &Span| reading.sentence_at(part.start);
    let first = content.first().and_then(sentence);
    content.iter().take_while(|part| sentence(part) == first).copied().collect()
}

fn of_phrase(reading: &Reading, number: usize, predicate: &str, attributed: &Attributed, claims: &mut Vec<Claim>) {
    let attribution = &attributed.list[number];
    // "X, quoting Y, said": that Y says so is what X says.
    let same = |&other: &usize| other < number && attributed.list[other].content == attribution.content;
    let near = attribution.content.first().map_or(&[][..], |part| attributed.near(*part));
    let voice = match near.iter().copied().find(same) {
        Some(outer) => voice_of(attributed, outer),
        None => voice_of_saying(attributed, attribution.cue[0], &[number]),
    };
    let Some(voice) = voice else { return };
    let unnamed = voice.is_unnamed();
    for (&subject, argument) in
        attribution.entities.iter().zip(attribution.speakers.iter().filter(|speaker| speaker.entity.is_some()))
    {
        claims.push(Claim {
            predicate: predicate.to_string(),
            subject,
            object: None,
            content: first_words(reading, &attribution.content),
            speaker: voice.speaker,
            modality: if unnamed { Modality::Alleged } else { Modality::Asserted },
            negative: false,
            speech_act: Some("statement".into()),
            date: None,
            sentence: evidence(reading, attribution.sentence, &attribution.content),
            trigger: attribution.cue.clone(),
            subject_at: vec![argument.words],
            object_at: Vec::new(),
            speaker_at: voice.speaker_at.clone(),
            inside: voice.inside,
            saying: Some(number),
            rule: attribution.rule.clone(),
            why: if unnamed { vec![UNNAMED.to_string()] } else { Vec::new() },
        });
    }
}

/// The sentence that states a claim, with those before it over which its content extends.
pub(super) fn evidence(reading: &Reading, sentence: usize, content: &[Span]) -> Span {
    let own = reading.sentences[sentence].span;
    let first = content.first().and_then(|part| reading.sentence_at(part.start));
    first.map_or(own, |first| reading.sentences[first].span.join(own))
}
