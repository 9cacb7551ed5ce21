//! Polarity and modality of a frame, from the words around it.
//!
//! In: a frame. Out: a [`Scope`]: whether it is negated, alleged, planned or left open, and the words that say so. Only
//! words that govern the frame count: its own negation, modals and adverbs, and the verbs above it up to the one that
//! reports it, whose content is another voice's (see [`super::attribution`]).

use super::Reading;
use crate::rules::Stance;
use crate::syntax::frames::{Frame, Tense};
use crate::syntax::{Relation, TokenId, Upos};

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
        };
        self.why.push(format!("{name}: \"{words}\""));
    }
}

/// How far up the tree governing words are looked for; deeper ones belong to other clauses.
const MAX_HEIGHT: usize = 4;

/// The scope that a frame stands in.
pub(super) fn scope(reading: &Reading, sentence: usize, frame: &Frame) -> Scope {
    let mut scope = Scope::default();
    let Some(parsed) = &reading.parsed[sentence] else { return scope };
    let tokens = &reading.sentences[sentence].tokens;
    let tree = &parsed.tree;
    let children = |head: TokenId| {
        (0..tokens.len()).filter(move |&at| tree.heads[at] == Some(head)).map(move |at| (at, tree.relations[at]))
    };
    let word = |id: TokenId| reading.text(tokens[id.index()].span);
    if let Some(negation) = frame.negation {
        scope.take(Stance::Negative, word(negation));
    }
    for &modal in &frame.modals {
        for (number, rule) in reading.rules.stances.iter().enumerate() {
            if rule.modals.contains(&tokens[modal.index()].lemma.to_lowercase()) {
                scope.rules.push((number, modal));
                scope.take(rule.gives, word(modal));
            }
        }
    }
    if frame.tense == Tense::Future && !scope.planned {
        scope.take(Stance::Planned, reading.text(tokens[frame.predicate.index()].span));
    }
    for (at, relation) in children(frame.predicate) {
        let lemma = tokens[at].lemma.to_lowercase();
        for (number, rule) in reading.rules.stances.iter().enumerate() {
            let list = match relation {
                Relation::Advmod => &rule.adverbs,
                Relation::Amod => &rule.adjectives,
                Relation::Mark | Relation::Case => &rule.marks,
                _ => continue,
            };
            if list.contains(&lemma) {
                scope.rules.push((number, TokenId::at(at)));
                scope.take(rule.gives, word(TokenId::at(at)));
            }
        }
    }
    governed(reading, sentence, frame.predicate, &mut scope);
    scope
}

/// Whether a frame says what something is done for ("travelled to Paris to meet …"), and not whether it came about.
pub(super) fn is_purpose(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let Some(parsed) = &reading.parsed[sentence] else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let to = |at: usize| {
        parsed.tree.heads[at] == Some(frame.predicate)
            && parsed.tree.relations[at] == Relation::Mark
            && tokens[at].lemma.eq_ignore_ascii_case("to")
    };
    parsed.tree.relations[frame.predicate.index()] == Relation::Advcl && (0..frame.predicate.index()).any(to)
}

/// Whether a frame is what a question asks: "Did X accuse …?", "Who accused …?".
pub(super) fn is_asked(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let Some(parsed) = &reading.parsed[sentence] else { return false };
    let tokens = &reading.sentences[sentence].tokens;
    let text = reading.text(reading.sentences[sentence].span);
    let Some(&subject) = frame.subjects.first() else { return false };
    let inverted = (0..subject.index()).any(|at| {
        parsed.tree.heads[at] == Some(frame.predicate)
            && matches!(parsed.tree.relations[at], Relation::Aux | Relation::AuxPass)
    });
    let interrogative = matches!(tokens[subject.index()].xpos, crate::syntax::Xpos::Wp | crate::syntax::Xpos::Wdt);
    text.trim_end_matches(['"', '”', '’', ')']).ends_with('?')
        && (inverted && subject < frame.predicate || interrogative)
}

/// Takes the stance of the words that the predicate is the complement of: "refused to", "plans to", "stopped short of".
fn governed(reading: &Reading, sentence: usize, predicate: TokenId, scope: &mut Scope) {
    let Some(parsed) = &reading.parsed[sentence] else { return };
    let (tokens, tree) = (&reading.sentences[sentence].tokens, &parsed.tree);
    let mut at = predicate;
    for _ in 0..MAX_HEIGHT {
        let relation = tree.relations[at.index()];
        let complement = match relation {
            Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Csubj | Relation::Obj | Relation::Conj => {
                true
            }
            Relation::Advcl | Relation::Obl | Relation::Nmod => is_gerund(reading, sentence, at),
            _ => false,
        };
        let Some(head) = tree.heads[at.index()].filter(|_| complement) else { return };
        if relation != Relation::Conj {
            let lemma = tokens[head.index()].lemma.to_lowercase();
            for (number, rule) in reading.rules.stances.iter().enumerate() {
                for governor in &rule.governors {
                    let (verb, particle) = governor
                        .split_once(' ')
                        .map_or((governor.as_str(), None), |(verb, particle)| (verb, Some(particle)));
                    let has_particle = particle.is_none_or(|particle| {
                        (0..tokens.len()).any(|child| {
                            tree.heads[child] == Some(head) && tokens[child].lemma.eq_ignore_ascii_case(particle)
                        })
                    });
                    if verb == lemma && has_particle {
                        scope.rules.push((number, head));
                        scope.take(rule.gives, reading.text(tokens[head.index()].span));
                    }
                }
            }
            if is_negated(reading, sentence, head, relation) {
                scope.take(Stance::Negative, reading.text(tokens[head.index()].span));
            }
            let reports = |id: &crate::rules::FrameRuleId| reading.rules.frame(*id).reports;
            if reading.rules.triggered(crate::syntax::frames::Kind::Verb, &lemma).iter().any(reports) {
                return;
            }
        }
        at = head;
    }
}

/// Whether a verb above is itself negated ("did not plan to", "does not want to"), unless it reports a clause.
fn is_negated(reading: &Reading, sentence: usize, head: TokenId, relation: Relation) -> bool {
    let Some(parsed) = &reading.parsed[sentence] else { return false };
    let token = &reading.sentences[sentence].tokens[head.index()];
    let reports = |id: &crate::rules::FrameRuleId| reading.rules.frame(*id).reports;
    let reporting = relation != Relation::Xcomp
        && reading.rules.triggered(crate::syntax::frames::Kind::Verb, &token.lemma.to_lowercase()).iter().any(reports);
    !reporting && parsed.frames.iter().any(|frame| frame.predicate == head && frame.negation.is_some())
}

fn is_gerund(reading: &Reading, sentence: usize, at: TokenId) -> bool {
    let token = &reading.sentences[sentence].tokens[at.index()];
    token.upos == Upos::Verb && token.xpos == crate::syntax::Xpos::Vbg
}
