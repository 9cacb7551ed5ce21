//! Polarity and modality of a frame, from the words around it.
//!
//! In: a frame. Out: a [`Scope`]: whether it is negated, alleged, planned or left open, and the words that say so. Only
//! words that govern the frame count: its own negation, modals and adverbs, and the verbs above it up to the one that
//! reports it, whose content is another voice's (see [`super::attribution`]).

mod governor;

use super::Reading;
use super::attribution::Attributed;
use super::statement::Attribution;
use crate::document::Span;
use crate::rules::Stance;
use crate::syntax::frames::{Frame, Kind, Tense, Voice};
use crate::syntax::{Relation, Token, TokenId, Tree, Upos, Xpos};

/// What the words around a frame make of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) negative: bool,
    pub(super) alleged: bool,
    pub(super) planned: bool,
    /// A condition, question or duty: nothing is claimed.
    pub(super) open: bool,
    /// Each reason with its words: `negative: "not"`.
    pub(super) why: Vec<String>,
    /// The verb of saying above it, which ended the search, with the stance of what it reports for nobody known.
    pub(super) reported: Option<(TokenId, Stance)>,
    /// The stance rules that had a word in it, with that word, by their index.
    pub(super) rules: Vec<(usize, TokenId)>,
}

impl Scope {
    fn take(&mut self, stance: Stance, words: &str) {
        let name = match stance {
            Stance::Negative => {
                self.negative = !self.negative;
                "negative"
            }
            Stance::Alleged => {
                self.alleged = true;
                "alleged"
            }
            Stance::Planned => {
                self.planned = true;
                "planned"
            }
            Stance::Open => {
                self.open = true;
                "open"
            }
            Stance::Fact => return,
        };
        self.why.push(format!("{name}: \"{words}\""));
    }
}

/// The scope that a frame stands in.
pub(super) fn scope(reading: &Reading, sentence: usize, frame: &Frame) -> Scope {
    let mut scope = Scope::default();
    let Some(parsed) = &reading.parsed[sentence] else { return scope };
    let word = |id: TokenId| reading.text(reading.sentences[sentence].tokens[id.index()].span);
    if let Some(negation) = frame.negation {
        scope.take(Stance::Negative, word(negation));
    }
    modals(reading, sentence, &parsed.tree, frame, &mut scope);
    if frame.tense == Tense::Future && !scope.planned {
        scope.take(Stance::Planned, word(frame.predicate));
    }
    words(reading, sentence, &parsed.tree, frame, &mut scope);
    governor::take(reading, sentence, frame.predicate, &mut scope);
    scope
}

/// Takes what a frame's modals say.
fn modals(reading: &Reading, sentence: usize, tree: &Tree, frame: &Frame, scope: &mut Scope) {
    let tokens = &reading.sentences[sentence].tokens;
    let have = |at: TokenId| {
        tree.relations[at.index()] == Relation::Aux
            && tokens[at.index()].lemma == "have"
            && frame.modals.iter().any(|&modal| modal < at)
    };
    let counterfactual = tree.kids(frame.predicate).any(have);
    let says = reading.rules.reporting(frame.kind, &frame.lemma).next().is_some();
    for &modal in &frame.modals {
        let (lemma, word) = (tokens[modal.index()].lemma.to_lowercase(), reading.text(tokens[modal.index()].span));
        let negated = frame.negation.is_some();
        // "would not say": a refusal, not a plan.
        if says && negated && lemma == "would" {
            continue;
        }
        // "would have sanctioned": it did not happen, for want of a condition.
        if counterfactual && lemma == "would" {
            scope.take(Stance::Open, word);
        }
        // "could not agree": did not, whereas what "may not" be is unproven.
        if negated && lemma == "could" {
            continue;
        }
        for (number, rule) in reading.rules.stances.iter().enumerate() {
            if rule.modals.contains(&lemma) {
                scope.rules.push((number, modal));
                scope.take(rule.gives, word);
            }
        }
    }
}

/// Takes what the adverbs, adjectives and marks of a frame say.
fn words(reading: &Reading, sentence: usize, tree: &Tree, frame: &Frame, scope: &mut Scope) {
    let tokens = &reading.sentences[sentence].tokens;
    let word = |at: usize| reading.text(tokens[at].span);
    // "Above all, perhaps, …": what stands between commas is a remark on something else.
    let comma = |at: usize| tokens.get(at).is_some_and(|token| reading.text(token.span) == ",");
    let remark = |at: usize| at > 0 && comma(at - 1) && comma(at + 1);
    for kid in tree.kids(frame.predicate).filter(|kid| !remark(kid.index())) {
        let at = kid.index();
        let lemma = tokens[at].lemma.to_lowercase();
        // "in case": a mark of several words.
        let fixed = tree.kids(kid).filter(|more| tree.relations[more.index()] == Relation::Fixed);
        let form = fixed.fold(word(at).to_lowercase(), |form, more| form + " " + &tokens[more.index()].lemma);
        for (number, rule) in reading.rules.stances.iter().enumerate() {
            let list = match tree.relations[at] {
                Relation::Advmod => &rule.adverbs,
                Relation::Amod => &rule.adjectives,
                Relation::Mark | Relation::Case => &rule.marks,
                _ => continue,
            };
            if list.contains(&lemma) || list.contains(&form) {
                scope.rules.push((number, kid));
                scope.take(rule.gives, word(at));
            }
        }
    }
}

/// Whether a frame says what something is done for ("travelled to Paris to meet …"), and not whether it came about.
pub(super) fn is_purpose(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let Some(parsed) = &reading.parsed[sentence] else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let to = |at: TokenId| {
        at < frame.predicate
            && parsed.tree.relations[at.index()] == Relation::Mark
            && tokens[at.index()].lemma.eq_ignore_ascii_case("to")
    };
    let adjective = |head: TokenId| tokens[head.index()].upos == Upos::Adj;
    parsed.tree.relations[frame.predicate.index()] == Relation::Advcl
        && !parsed.tree.heads[frame.predicate.index()].is_some_and(adjective)
        && parsed.tree.kids(frame.predicate).any(to)
}

/// Whether a frame is what a question asks: "Did X accuse …?", "Who accused …?".
pub(super) fn is_asked(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let Some(parsed) = &reading.parsed[sentence] else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let Some(&subject) = frame.subjects.first() else { return false };
    let auxiliary = |at: TokenId| matches!(parsed.tree.relations[at.index()], Relation::Aux | Relation::AuxPass);
    let inverted = parsed.tree.kids(frame.predicate).any(|at| at < subject && auxiliary(at));
    let interrogative = matches!(tokens[subject.index()].xpos, Xpos::Wp | Xpos::Wdt);
    asks(reading, sentence) && (inverted && subject < frame.predicate || interrogative)
}

/// Whether a sentence ends with a question mark.
pub(super) fn asks(reading: &Reading, sentence: usize) -> bool {
    reading.text(reading.sentences[sentence].span).trim_end_matches(['"', '”', '’', ')']).ends_with('?')
}

/// Whether a frame is what somebody is to do ("urged nations to demand an end", "France should demand it"): nobody has said
/// it yet. `scope` is the one that the frame stands in.
pub(super) fn is_wished(reading: &Reading, sentence: usize, frame: &Frame, scope: &Scope) -> bool {
    let form = |token: TokenId| reading.text(reading.sentences[sentence].tokens[token.index()].span).to_lowercase();
    let owed = frame.modals.iter().any(|&modal| matches!(form(modal).as_str(), "should" | "must" | "ought"));
    // "I must say that …" says it.
    if owed && !frame.subjects.iter().any(|&subject| matches!(form(subject).as_str(), "i" | "we")) {
        return true;
    }
    let governed = scope.reported.is_some_and(|(_, stance)| stance == Stance::Open);
    // "only if Chad called for peace": a condition.
    let conditional = scope.rules.iter().any(|&(number, word)| {
        let rule = &reading.rules.stances[number];
        let word = reading.sentences[sentence].tokens[word.index()].lemma.to_lowercase();
        rule.gives == Stance::Open && rule.marks.contains(&word)
    });
    governed || conditional || (scope.planned || scope.open) && frame.tense == Tense::None && frame.modals.is_empty()
}

/// Whether nobody named accuses the subject of what a frame says ("was accused of urging attacks"): nobody says that it was said.
pub(super) fn is_charged(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let Some(parsed) = &reading.parsed[sentence] else { return false };
    let accuses = |frame: &Frame| {
        let mut rules = reading.rules.reporting(Kind::Verb, &frame.lemma);
        frame.voice == Voice::Passive
            && frame.subjects.is_empty()
            && rules.any(|rule| rule.claim.as_deref() == Some("accuses"))
    };
    let at = frame.predicate.index();
    let gerund = reading.sentences[sentence].tokens[at].xpos == Xpos::Vbg
        && matches!(parsed.tree.relations[at], Relation::Advcl | Relation::Obl | Relation::Xcomp);
    let charged = parsed.tree.heads[at].filter(|_| gerund).and_then(|verb| parsed.frame(verb));
    charged.is_some_and(accuses)
}

/// Words that somebody reports and nobody is named for: "is said to have attacked", "was accused of attacking".
pub(super) fn unattributed(
    reading: &Reading,
    sentence: usize,
    trigger: Span,
    attributed: &Attributed,
    scope: &mut Scope,
) {
    let Some((verb, stance)) = scope.reported else { return };
    let Token { span, upos, .. } = reading.sentences[sentence].tokens[verb.index()];
    // "rejected the claim that it jails monks": that it does is denied, and not what somebody claims.
    let rejected = |attribution: &Attribution| {
        upos == Upos::Noun
            && attribution.inside == "denied"
            && attribution.content.iter().any(|part| part.contains(span))
    };
    let reports = |attribution: &Attribution| {
        (attribution.cue.iter().any(|cue| cue.overlaps(span)) || rejected(attribution))
            && attribution.content.iter().any(|part| part.contains(trigger))
    };
    if !attributed.near(trigger).iter().any(|&at| reports(&attributed.list[at])) {
        scope.take(stance, reading.text(span));
    }
}
