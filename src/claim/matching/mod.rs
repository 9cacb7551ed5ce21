//! Frame rules against frames: which rule reads a frame, and what fills its roles.
//!
//! In: a sentence's frames and the rules that their lemmas trigger. Out: at most one [`Match`] a frame, of the most
//! specific rule that fits (word constraints, then required roles, then the order of the files). Polarity, modality and
//! who says it are decided later.

pub(super) mod argument;
mod contents;

use super::Reading;
use super::attribution::quotation::Quotation;
use crate::document::Span;
use crate::gazetteer::Class;
use crate::rules::{Alternative, ClassSet, FrameRule, FrameRuleId, From, Role};
use crate::syntax::frames::{ClauseForm, Frame, FrameId, Kind, Voice, can_speak};
use crate::syntax::{Relation, Token, TokenId, Upos};
use argument::{Argument, Via, arguments};

/// Verbs by which people ask and things cause: "prompted it to withdraw".
const CAUSING: [&str; 6] = ["compel", "encourage", "goad", "oblige", "prompt", "push"];

/// Nouns for what people feel and things raise: "the killing raised concern".
const RAISED: [&str; 6] = ["alarm", "concern", "doubt", "fear", "hope", "worry"];

/// Prefixes that the tokenizer parts from a noun, and with which it is another: a "re-election" is no election.
const OTHERWISE: [&str; 6] = ["anti", "non", "post", "pre", "quasi", "re"];

/// A frame that a rule reads.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) sentence: usize,
    pub(super) frame: FrameId,
    pub(super) rule: FrameRuleId,
    /// Who does it: named, or for a rule that reports speech also unnamed.
    pub(super) subjects: Vec<Argument>,
    /// To whom; always named.
    pub(super) objects: Vec<Argument>,
    /// The words for what is said or asked.
    pub(super) content: Vec<Span>,
    /// The claim's content, where it is not what is reported.
    pub(super) topic: Vec<Span>,
    /// The predicate's words.
    pub(super) trigger: Vec<Span>,
}

/// The first element of a rule that a frame does not fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// The verb is active where the rule wants a passive one, or the other way round.
    Voice,
    /// The object is none of the things that the rule is about.
    About,
    /// The noun names an act without stating it.
    Act,
    /// Nothing is said, asked or rejected where the rule looks for it.
    Content,
    /// The thing that the content is about is missing.
    Topic,
    /// Nobody whom the rule takes stands where its object should.
    Object,
    /// Nobody whom the rule takes stands where its subject should.
    Subject,
}

/// Why an argument does not fit an alternative of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is unnamed members, who don't stand for their body here.
    Member,
    /// Its class is none that the alternative takes.
    Class,
    /// It means nobody known.
    Unknown,
}

/// The matches of a sentence, in the order of its frames.
pub(super) fn matches(reading: &Reading, sentence: usize, quotations: &[Quotation]) -> Vec<Match> {
    let Some(parsed) = &reading.parsed[sentence] else { return Vec::new() };
    let mut found = Vec::new();
    for (number, frame) in parsed.frames.iter().enumerate() {
        if names_source(reading, sentence, frame) {
            continue;
        }
        let id = FrameId(u32::try_from(number).expect("fewer frames than tokens"));
        let mut best: Option<(u32, Match)> = None;
        for &rule_id in reading.rules.triggered(frame.kind, &frame.lemma) {
            let rule = reading.rules.frame(rule_id);
            let specificity = rule.specificity();
            if best.as_ref().is_some_and(|(most, _)| *most >= specificity) {
                continue;
            }
            let place = InFrame { reading, sentence, frame, quotations };
            if let Ok(filled) = place.fill(rule, rule_id, id) {
                best = Some((specificity, filled));
            }
        }
        found.extend(best.map(|(_, matched)| matched));
    }
    found
}

/// "citing …" names a source; as a verb of saying it would give the words to the wrong one.
pub(super) fn names_source(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let form = reading.text(reading.sentences[sentence].tokens[frame.predicate.index()].span);
    frame.kind == Kind::Verb && reading.rules.begins_source(&form.to_lowercase())
}

/// A frame in its sentence.
pub(super) struct InFrame<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) sentence: usize,
    pub(super) frame: &'a Frame,
    pub(super) quotations: &'a [Quotation],
}

impl InFrame<'_> {
    /// Fills a rule's roles from the frame, or names the first element that it can't fill.
    pub(super) fn fill(&self, rule: &FrameRule, rule_id: FrameRuleId, id: FrameId) -> Result<Match, Miss> {
        self.suits(rule)?;
        let (content, content_head) = match &rule.content {
            Some(role) => self.content(role, rule.reports).ok_or(Miss::Content)?,
            None => (Vec::new(), None),
        };
        let heads = |form: ClauseForm| {
            self.frame.clauses.iter().any(|clause| Some(clause.head) == content_head && clause.form == form)
        };
        // "would not say whether he had left": nothing is said.
        if rule.claim.as_deref() == Some("says") && self.frame.negation.is_some() && heads(ClauseForm::Question) {
            return Err(Miss::Content);
        }
        let topic = match &rule.topic {
            Some(role) => self.content(role, false).ok_or(Miss::Topic)?.0,
            None => Vec::new(),
        };
        let mut objects = match &rule.object {
            Some(role) => self.entities(role, content_head),
            None => Vec::new(),
        };
        let required = rule.object.as_ref().is_some_and(|role| role.required);
        if required && objects.is_empty() {
            return Err(Miss::Object);
        }
        let subjects = match &rule.subject {
            Some(role) => self.subjects(role, rule.reports).ok_or(Miss::Subject)?,
            None => Vec::new(),
        };
        if rule.reports && self.is_caused(&subjects) {
            return Err(Miss::Subject);
        }
        // "called on its members to act": nobody does it to himself, and the members have no name.
        let is_itself = |object: &Argument| subjects.iter().any(|subject| subject.entity == object.entity);
        let each_other = subjects.len() > 1 && objects.len() > 1;
        if required && !each_other && objects.iter().all(is_itself) != rule.takes_oneself() {
            return Err(Miss::Object);
        }
        // "ruled that it had jurisdiction": nobody is ruled on.
        if !required && !each_other && heads(ClauseForm::Finite) {
            objects.retain(|object| object.entity.is_none() || !is_itself(object));
        }
        let trigger = vec![self.token(self.frame.predicate).span];
        Ok(Match { sentence: self.sentence, frame: id, rule: rule_id, subjects, objects, content, topic, trigger })
    }

    /// Whether the frame's voice, its objects and, of a noun, its act are what a rule asks for.
    fn suits(&self, rule: &FrameRule) -> Result<(), Miss> {
        let frame = self.frame;
        if let Some(passive) = rule.passive
            && passive != (frame.voice == Voice::Passive)
        {
            return Err(Miss::Voice);
        }
        if !rule.about.is_empty() && !frame.objects.iter().any(|&head| rule.about.contains(self.lemma(head))) {
            return Err(Miss::About);
        }
        if frame.kind == Kind::Noun && !self.noun_states_act(rule) {
            return Err(Miss::Act);
        }
        Ok(())
    }

    /// "The protests prompted Chad to withdraw", "the killing raised concern": what things cause, nobody asks for or feels.
    fn is_caused(&self, subjects: &[Argument]) -> bool {
        let lemma = self.frame.lemma.as_str();
        let caused = match self.frame.kind {
            Kind::Noun => RAISED.contains(&lemma) && self.is_raised(),
            _ => CAUSING.contains(&lemma),
        };
        caused && !subjects.is_empty() && subjects.iter().all(|subject| self.is_thing(subject))
    }

    pub(super) fn token(&self, id: TokenId) -> &crate::syntax::Token {
        &self.reading.sentences[self.sentence].tokens[id.index()]
    }

    pub(super) fn lemma(&self, id: TokenId) -> &String {
        &self.token(id).lemma
    }

    pub(super) fn parsed(&self) -> &super::Parsed<'_> {
        self.reading.parsed[self.sentence].as_ref().expect("frames come from a parsed sentence")
    }

    pub(super) fn tree(&self) -> &crate::syntax::Tree {
        &self.parsed().tree
    }

    /// A noun states an act only with its own agent ("China's denial of …") or under a light verb ("imposed sanctions").
    fn noun_states_act(&self, rule: &FrameRule) -> bool {
        let (predicate, tree) = (self.frame.predicate, self.tree());
        let owns = self.frame.subjects.iter().any(|&head| self.is_below(head, predicate));
        if owns || rule_takes_itself(rule) {
            return true;
        }
        let Some(verb) = tree.heads[predicate.index()] else { return false };
        let governed = matches!(tree.relations[predicate.index()], Relation::Obj | Relation::NsubjPass | Relation::Obl);
        let apposed = tree.relations[predicate.index()] == Relation::Appos;
        // "carried out strikes": the lemma with its particle.
        let lemma = self.parsed().frame(verb).map_or(self.lemma(verb), |frame| &frame.lemma);
        (governed && rule.light.contains(lemma)) || apposed || self.is_predicative(predicate)
    }

    /// Whether a copula makes the noun a predicate: "is a critic of", "is an exile and a critic of".
    fn is_predicative(&self, predicate: TokenId) -> bool {
        let tree = self.tree();
        let first = tree.heads[predicate.index()].filter(|_| tree.relations[predicate.index()] == Relation::Conj);
        let own = |at: usize| tree.heads[at] == Some(predicate) || first.is_some() && tree.heads[at] == first;
        (0..tree.heads.len()).any(|at| own(at) && tree.relations[at] == Relation::Cop)
    }

    pub(super) fn is_below(&self, mut token: TokenId, ancestor: TokenId) -> bool {
        let tree = self.tree();
        for _ in 0..tree.heads.len() {
            match tree.heads[token.index()] {
                Some(head) if head == ancestor => return true,
                Some(head) => token = head,
                None => return false,
            }
        }
        false
    }

    /// The named subjects; for a rule that reports, else the unnamed ones.
    pub(super) fn subjects(&self, role: &Role, reports: bool) -> Option<Vec<Argument>> {
        let named = self.entities(role, None);
        if !named.is_empty() {
            return Some(named);
        }
        if !reports {
            return None;
        }
        // A thing of a class that no rule about anybody's words takes (a place, a group) speaks as somebody unnamed.
        let anybody = role.alternatives.iter().any(|choice| choice.classes.len() >= ClassSet::SOURCES);
        let agents = role.alternatives.iter().any(|choice| choice.classes.contains(Class::Person));
        let heads = role.alternatives.iter().flat_map(|choice| self.heads(choice, None));
        let all: Vec<_> = heads
            .flat_map(|head| arguments(self.reading, self.sentence, head))
            .filter(|argument| argument.entity.is_none() || anybody)
            .filter(|argument| agents || self.is_document(argument))
            .filter(|argument| {
                let phrase = self.reading.text(argument.phrase).to_lowercase();
                let unnamed = self.reading.coreference.is_unnamed(argument.words) || phrase.starts_with("one of ");
                unnamed || !is_nobody(self.reading.text(argument.words))
            })
            .filter(|argument| {
                let mention = self.reading.mention_at(argument.words);
                mention.is_none_or(|(_, mention)| mention.class != Class::Date)
            })
            .map(|argument| Argument { entity: None, ..argument })
            .collect();
        (!all.is_empty()).then_some(all)
    }

    /// Whether the predicate is what a verb says to be raised.
    fn is_raised(&self) -> bool {
        self.tree().heads[self.frame.predicate.index()].is_some_and(|verb| self.lemma(verb) == "raise")
    }

    /// Whether an argument is a common noun for what neither speaks nor is written.
    fn is_thing(&self, argument: &Argument) -> bool {
        let tokens = &self.reading.sentences[self.sentence].tokens;
        let noun = tokens.iter().find(|token| token.span == argument.words && token.upos == Upos::Noun);
        // "A number of editors"
        let counts = |noun: &Token| self.reading.gazetteer.is("quantity-noun", &noun.lemma.to_lowercase());
        let speaks = |noun: &Token| {
            can_speak(&noun.lemma)
                || counts(noun)
                || self.reading.rules.members.iter().any(|rule| rule.nouns.contains(&noun.lemma))
        };
        argument.entity.is_none() && noun.is_some_and(|noun| !speaks(noun)) && !self.is_document(argument)
    }

    /// Whether an unnamed argument is a document: "leaked papers", "the letter".
    fn is_document(&self, argument: &Argument) -> bool {
        let word = self.reading.text(argument.words).to_lowercase();
        let known = |word: &str| {
            ["report-noun", "instrument-noun", "instrument-generic"]
                .iter()
                .any(|kind| self.reading.gazetteer.is(kind, word))
        };
        known(&word) || word.strip_suffix('s').is_some_and(known)
    }

    /// The entities of the first alternative that any fills.
    pub(super) fn entities(&self, role: &Role, content_head: Option<TokenId>) -> Vec<Argument> {
        for choice in &role.alternatives {
            let found: Vec<_> = self
                .heads(choice, content_head)
                .into_iter()
                .filter(|&head| self.has_word(choice, head))
                .flat_map(|head| self.meant(head))
                .filter(|argument| unfit(choice, argument).is_none())
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// What a phrase stands for: "each other" for the subjects.
    fn meant(&self, head: TokenId) -> Vec<Argument> {
        let next = self.reading.sentences[self.sentence].tokens.get(head.index() + 1);
        let next = next.map_or("", |token| self.reading.text(token.span));
        let reciprocal = matches!((self.lemma(head).as_str(), next), ("each", "other") | ("one", "another"));
        let heads = if reciprocal { self.frame.subjects.as_slice() } else { &[head] };
        heads.iter().flat_map(|&head| arguments(self.reading, self.sentence, head)).collect()
    }

    /// Whether a head's lemma is one that an alternative wants.
    pub(super) fn has_word(&self, choice: &Alternative, head: TokenId) -> bool {
        let other = head.index() > 1
            && self.reading.text(self.token(TokenId::at(head.index() - 1)).span) == "-"
            && OTHERWISE.contains(&self.lemma(TokenId::at(head.index() - 2)).to_lowercase().as_str());
        choice.words.is_empty()
            || choice.words.contains(self.lemma(head)) && !other && !self.is_bare_thought(choice, head)
    }

    /// "rejected this idea", and not "the idea that …", where an idea is wanted that says something.
    fn is_bare_thought(&self, choice: &Alternative, head: TokenId) -> bool {
        let tree = self.tree();
        let thought = matches!(self.lemma(head).as_str(), "idea" | "notion");
        let says = |at: usize| {
            tree.heads[at] == Some(head)
                && matches!(tree.relations[at], Relation::Acl | Relation::AclRelcl | Relation::Ccomp)
        };
        thought && choice.from == From::Object && !(0..tree.heads.len()).any(says)
    }

    /// The heads that stand where an alternative looks.
    pub(super) fn heads(&self, choice: &Alternative, content_head: Option<TokenId>) -> Vec<TokenId> {
        let frame = self.frame;
        match &choice.from {
            From::Subject => frame.subjects.clone(),
            From::Object => frame.objects.clone(),
            From::Recipient => frame.recipients.clone(),
            From::Itself => vec![frame.predicate],
            From::Preposition(known) => frame
                .obliques
                .iter()
                .filter(|oblique| known.contains(&oblique.preposition))
                .flat_map(|oblique| oblique.heads.iter().copied())
                .collect(),
            From::Clause(forms) => {
                frame.clauses.iter().filter(|clause| forms.contains(&clause.form)).map(|clause| clause.head).collect()
            }
            From::Owner => {
                let tree = self.tree();
                let owned = |at: &usize| {
                    tree.relations[*at] == Relation::NmodPoss
                        && tree.heads[*at].is_some_and(|head| frame.objects.contains(&head))
                };
                (0..tree.heads.len()).filter(owned).map(TokenId::at).collect()
            }
            From::ContentSubject | From::Oneself => self.content_subject(content_head),
        }
    }

    /// The subjects of the content clause's frame, else of the clause that follows as an object with its complement.
    fn content_subject(&self, content_head: Option<TokenId>) -> Vec<TokenId> {
        let Some(parsed) = &self.reading.parsed[self.sentence] else { return Vec::new() };
        let Some(head) = content_head else { return Vec::new() };
        parsed.frame(head).map_or(Vec::new(), |frame| frame.subjects.clone())
    }
}

/// Why an argument does not fit an alternative, if it does not.
pub(super) fn unfit(choice: &Alternative, argument: &Argument) -> Option<Unfit> {
    match argument.class {
        _ if argument.via == Via::Member && !choice.members => Some(Unfit::Member),
        Some(class) => (!choice.classes.contains(class)).then_some(Unfit::Class),
        // "We" are people, or the body that they speak for.
        None => {
            let people = [Class::Person, Class::Government, Class::Organisation];
            let speaks = argument.via == Via::Speaker && people.into_iter().any(|class| choice.classes.contains(class));
            (!speaks).then_some(Unfit::Unknown)
        }
    }
}

/// Pronouns that name no source: "you", "this", an "it" without antecedent.
fn is_nobody(word: &str) -> bool {
    let words = ["it", "this", "that", "these", "those", "which", "what", "you", "there", "one", "i"];
    words.contains(&word.to_lowercase().as_str())
}

pub(super) fn rule_takes_itself(rule: &FrameRule) -> bool {
    let takes = |role: &Option<Role>| {
        role.as_ref().is_some_and(|role| role.alternatives.iter().any(|choice| choice.from == From::Itself))
    };
    takes(&rule.object) || takes(&rule.subject)
}
