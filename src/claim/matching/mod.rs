//! Frame rules against frames: which rule reads a frame, and what fills its roles.
//!
//! In: a sentence's frames and the rules that their lemmas trigger. Out: at most one [`Match`] a frame for what is done and
//! one for what a document tells, each of the most specific rule that fits (word constraints, then required roles, then the
//! order of the files); `gapped` parts one whose verb is left out the second time. Polarity, modality and who says it are
//! decided later.

pub(super) mod argument;
mod contents;
mod gapped;
mod quoted;
pub(super) mod roles;

use super::Reading;
use super::attribution::quotation::Quotation;
use crate::document::Span;
use crate::mention::Form;
use crate::rules::{FrameRule, FrameRuleId};
use crate::syntax::frames::{ClauseForm, Frame, FrameId, Kind, Voice, can_speak};
use crate::syntax::{Relation, Token, TokenId, Upos};
use argument::{Argument, Via};

/// Verbs by which people ask or announce and things cause: "prompted it to withdraw", "threatens to derail it".
const CAUSING: [&str; 7] = ["compel", "encourage", "goad", "oblige", "prompt", "push", "threaten"];

/// Nouns for what people feel and things raise: "the killing raised concern".
const RAISED: [&str; 6] = ["alarm", "concern", "doubt", "fear", "hope", "worry"];

/// What undoes what somebody does: "lifted its ban", "withdrew its complaint".
const UNDOING: [&str; 24] = [
    "abandon",
    "abolish",
    "cancel",
    "cease",
    "drop",
    "ease",
    "end",
    "halt",
    "lift",
    "loosen",
    "reconsider",
    "relax",
    "remove",
    "repeal",
    "rescind",
    "retract",
    "reverse",
    "revoke",
    "scrap",
    "soften",
    "stop",
    "suspend",
    "waive",
    "withdraw",
];

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

impl Match {
    /// The frame that it reads.
    pub(super) fn frame<'r>(&self, reading: &'r Reading) -> &'r Frame {
        let parsed = reading.parsed[self.sentence].as_ref().expect("matches come from a parsed sentence");
        &parsed.frames[self.frame.index()]
    }

    /// Whether the word that negates the frame stands in what is reported: "found no failings" reports that there are none.
    pub(super) fn reports_none(&self, reading: &Reading, frame: &Frame) -> bool {
        frame.negation.is_some_and(|negation| {
            let word = reading.sentences[self.sentence].tokens[negation.index()].span;
            reading.rules.frame(self.rule).reports && self.content.iter().any(|part| part.contains(word))
        })
    }
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

/// The matches of a sentence, in the order of its frames.
pub(super) fn matches(reading: &Reading, sentence: usize, quotations: &[Quotation]) -> Vec<Match> {
    let Some(parsed) = &reading.parsed[sentence] else { return Vec::new() };
    let mut found = Vec::new();
    for (number, frame) in parsed.frames.iter().enumerate() {
        if names_source(reading, sentence, frame) {
            continue;
        }
        let id = FrameId(u32::try_from(number).expect("fewer frames than tokens"));
        // Who made a document, and what the document says: "a report by Chad that rain fell".
        let mut best: [Option<(u32, Match)>; 2] = [None, None];
        let place = InFrame { reading, sentence, frame, quotations };
        for &rule_id in reading.rules.triggered(frame.kind, &frame.lemma) {
            let rule = reading.rules.frame(rule_id);
            let specificity = rule.specificity();
            let best = &mut best[usize::from(rule.tells_itself())];
            let same = best.as_ref().is_some_and(|(_, best)| reading.rules.frame(best.rule).claim == rule.claim);
            let more = best.as_ref().is_none_or(|(most, _)| specificity > *most);
            let may_win = more || same && rule.object.is_some();
            let Some(filled) = may_win.then(|| place.fill(rule, rule_id, id).ok()).flatten() else { continue };
            // "sanctioned a banker, Jane Doe": of two rules that claim the same, the one that says by name to whom.
            let by_name = |matched: &Match| matched.objects.iter().any(|object| object.via == Via::Mention);
            let named = (best.as_ref().is_some_and(|(_, best)| by_name(best)), by_name(&filled));
            let wins = if same && named.0 != named.1 { named.1 } else { more };
            if wins {
                *best = Some((specificity, filled));
            }
        }
        for (_, matched) in best.into_iter().flatten() {
            found.extend(place.parted(reading.rules.frame(matched.rule), matched));
        }
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
        let (content, content_head) = self.told(rule).ok_or(Miss::Content)?;
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
            Some(role) => self.objects(role, content_head),
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
        if rule.takes_others() && !each_other {
            return Err(Miss::Object);
        }
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

    /// The content by a rule, with its head; empty where the rule wants none.
    pub(super) fn told(&self, rule: &FrameRule) -> Option<(Vec<Span>, Option<TokenId>)> {
        // "its report “Chad Today”": no quotation beside a noun is what it tells, but only its own clause.
        let reports = rule.reports && !rule.tells_itself();
        rule.content.as_ref().map_or(Some((Vec::new(), None)), |role| self.content(role, reports))
    }

    /// Whether the frame's voice, its objects and, of a noun, its act are what a rule asks for.
    fn suits(&self, rule: &FrameRule) -> Result<(), Miss> {
        let frame = self.frame;
        if let Some(passive) = rule.passive
            && passive != (frame.voice == Voice::Passive)
        {
            return Err(Miss::Voice);
        }
        if !rule.about.is_empty() && !frame.objects.iter().any(|&head| self.is_about(rule, head)) {
            return Err(Miss::About);
        }
        if frame.kind == Kind::Noun && !self.noun_states_act(rule) {
            return Err(Miss::Act);
        }
        Ok(())
    }

    /// Whether an object is one that a rule is about, or so many of them: "officials", "dozens of officials"; no name of somebody,
    /// as "Rapid Support Forces".
    fn is_about(&self, rule: &FrameRule, head: TokenId) -> bool {
        let named = |head: TokenId| {
            let mention = self.reading.mention_at(self.token(head).span);
            mention.is_some_and(|(_, mention)| mention.form == Form::Name && mention.class.is_agent())
        };
        let known = |head: TokenId| self.is_one_of(&rule.about, head) && !named(head);
        let tree = self.tree();
        let counts = self.reading.gazetteer.is("quantity-noun", &self.lemma(head).to_lowercase());
        let counted = |kid: &TokenId| *kid > head && tree.relations[kid.index()] == Relation::Nmod;
        known(head) || counts && tree.kids(head).filter(counted).any(known)
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

    /// The form at a place, empty past the sentence's end.
    pub(super) fn form_at(&self, at: usize) -> &str {
        self.reading.sentences[self.sentence].tokens.get(at).map_or("", |token| self.reading.text(token.span))
    }

    pub(super) fn parsed(&self) -> &super::Parsed<'_> {
        self.reading.parsed[self.sentence].as_ref().expect("frames come from a parsed sentence")
    }

    pub(super) fn tree(&self) -> &crate::syntax::Tree {
        &self.parsed().tree
    }

    /// A noun states an act only with its own agent ("China's denial of …"), under a light verb ("imposed sanctions") or behind a
    /// light preposition ("on a visit").
    pub(in crate::claim) fn noun_states_act(&self, rule: &FrameRule) -> bool {
        let (predicate, tree) = (self.frame.predicate, self.tree());
        let owns = self.frame.subjects.iter().any(|&head| self.is_below(head, predicate));
        let verb = tree.heads[predicate.index()];
        let taken = matches!(tree.relations[predicate.index()], Relation::Obj | Relation::NsubjPass);
        // "lifted its ban", "urged Chad to end its raids": what is undone is done no more, and what is called for undoes it.
        if owns && taken && verb.is_some_and(|verb| UNDOING.contains(&self.lemma(verb).as_str())) {
            return false;
        }
        if owns || rule.takes_itself() {
            return true;
        }
        let Some(verb) = verb else { return false };
        let governed = matches!(tree.relations[predicate.index()], Relation::Obj | Relation::NsubjPass | Relation::Obl);
        let apposed = tree.relations[predicate.index()] == Relation::Appos;
        // "carried out strikes": the lemma with its particle.
        let lemma = self.parsed().frame(verb).map_or(self.lemma(verb), |frame| &frame.lemma);
        let obl = tree.relations[predicate.index()] == Relation::Obl;
        let case = tree.kids(predicate).find(|&kid| kid < predicate && tree.relations[kid.index()] == Relation::Case);
        let behind = obl && case.is_some_and(|case| rule.light.contains(&self.form_at(case.index()).to_lowercase()));
        (governed && rule.light.contains(lemma)) || behind || apposed || self.is_predicative(predicate)
    }

    /// Whether a copula makes the noun a predicate: "is a critic of", "is an exile and a critic of".
    fn is_predicative(&self, predicate: TokenId) -> bool {
        let tree = self.tree();
        let first = tree.heads[predicate.index()].filter(|_| tree.relations[predicate.index()] == Relation::Conj);
        let heads = [Some(predicate), first].into_iter().flatten();
        heads.flat_map(|head| tree.kids(head)).any(|at| tree.relations[at.index()] == Relation::Cop)
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
        let speaks = |noun: &Token| can_speak(&noun.lemma) || counts(noun) || self.reading.rules.is_people(&noun.lemma);
        argument.entity.is_none() && noun.is_some_and(|noun| !speaks(noun)) && !self.is_document(argument)
    }

    /// Whether an unnamed argument is a document: "leaked papers", "the letter".
    fn is_document(&self, argument: &Argument) -> bool {
        let word = self.reading.text(argument.words).to_lowercase();
        let known =
            |word: &str| ["report-noun", "instrument-noun"].iter().any(|kind| self.reading.gazetteer.is(kind, word));
        known(&word) || word.strip_suffix('s').is_some_and(known)
    }
}
