//! The words above a frame: "refused to", "doubts that", "a plan to", "is said to have".
//!
//! In: a predicate. Out: what the verbs, adjectives and nouns that it is the complement of make of it, from it upwards to the
//! verb that reports it. What the rules do not know is never taken for a fact: a clause under an unknown verb is left open,
//! under an unknown noun it is alleged, and an infinitive is to come.

use super::Scope;
use crate::claim::{Parsed, Reading};
use crate::rules::{Stance, StanceRule};
use crate::syntax::frames::{Kind, Tense, is_ranking, is_speech};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// How far up the tree governing words are looked for; deeper ones belong to other clauses.
const MAX_HEIGHT: usize = 4;

/// Verbs whose object is not there yet, and verbs by which one comes by it.
const SEEKING: [&str; 6] = ["await", "lack", "need", "require", "seek", "want"];
const GETTING: [&str; 7] = ["earn", "gain", "get", "obtain", "receive", "secure", "win"];

/// Takes the stance of the words that the predicate is the complement of.
pub(super) fn take(reading: &Reading, sentence: usize, predicate: TokenId, scope: &mut Scope) {
    let Some(parsed) = &reading.parsed[sentence] else { return };
    let words = Words { reading, parsed, sentence };
    climb(&words, predicate, scope);
    let verb = words.head(predicate).filter(|_| words.relation(predicate) == Relation::Obj);
    // "needs Chad's support", "hopes to win EU approval": who is asked for it has not given it.
    let sought = verb.filter(|&verb| {
        let lemma = words.token(verb).lemma.as_str();
        SEEKING.contains(&lemma) || scope.planned && GETTING.contains(&lemma)
    });
    if let Some(verb) = sought.filter(|_| words.token(predicate).upos == Upos::Noun) {
        scope.take(Stance::Open, words.reading.text(words.token(verb).span));
    }
}

fn climb(words: &Words, predicate: TokenId, scope: &mut Scope) {
    let mut at = predicate;
    for _ in 0..MAX_HEIGHT {
        let relation = words.relation(at);
        let complement = match relation {
            Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Csubj | Relation::Obj | Relation::Conj => {
                true
            }
            Relation::Advcl if words.stands_apart(at) || words.is_said_beside(at) || words.is_fronted(at) => false,
            Relation::Advcl | Relation::Obl | Relation::Nmod => words.is_gerund(at) || words.of_adjective(at),
            _ => false,
        };
        let above = words.head(at);
        if let Some(verb) = above.filter(|_| relation == Relation::Advcl && words.infinitive_of_purpose(at)) {
            able(words, verb, scope);
        }
        let Some(head) = above.filter(|_| complement && !words.is_free_relative(at)) else { return };
        let exists = match relation {
            Relation::Acl => words.is_said_of_what_exists(at, head),
            // "refused Chad's request": the request was made.
            Relation::Obj => words.is_owned(at),
            _ => false,
        };
        if exists {
            return;
        }
        if relation != Relation::Conj && governs(words, at, head, scope) {
            return;
        }
        condition(words, head, scope);
        at = head;
    }
}

/// "nothing more it can do to encourage them": what somebody can do something for is not done.
fn able(words: &Words, verb: TokenId, scope: &mut Scope) {
    let modals = words.parsed.frame(verb).map_or(&[][..], |frame| &frame.modals);
    for &modal in modals {
        leave_open(words, modal, |rule| &rule.modals, scope);
    }
}

/// "if Chad stopped asking for aid", "whether Chad holds talks": what a clause left open holds is open too.
fn condition(words: &Words, clause: TokenId, scope: &mut Scope) {
    for mark in words.kids(clause).filter(|&kid| kid < clause && words.relation(kid) == Relation::Mark) {
        leave_open(words, mark, |rule| &rule.marks, scope);
    }
}

/// Leaves open what a word is listed to leave open.
fn leave_open(words: &Words, word: TokenId, listed: fn(&StanceRule) -> &[String], scope: &mut Scope) {
    let lemma = words.token(word).lemma.to_lowercase();
    let mut stances = words.reading.rules.stances.iter().enumerate();
    let found = stances.find(|(_, rule)| rule.gives == Stance::Open && listed(rule).contains(&lemma));
    if let Some((number, rule)) = found {
        scope.rules.push((number, word));
        scope.take(rule.gives, words.reading.text(words.token(word).span));
    }
}

/// Takes the stance of one word above; whether the search ends with it.
fn governs(words: &Words, at: TokenId, head: TokenId, scope: &mut Scope) -> bool {
    let rules = words.reading.rules;
    let form = words.reading.text(words.token(head).span);
    let lemma = words.token(head).lemma.to_lowercase();
    // "likely to" before "likely"; of several rules the first decides ("has yet to" before "has to").
    let with_particle = |governor: &String| {
        governor.split_once(' ').is_some_and(|(word, particle)| word == lemma && words.has_particle(head, at, particle))
    };
    let find = |fits: &dyn Fn(&String) -> bool| {
        rules.stances.iter().enumerate().find(|(_, rule)| rule.governors.iter().any(fits))
    };
    let rule = find(&with_particle).or_else(|| find(&|governor| *governor == lemma));
    if let Some((number, rule)) = rule {
        scope.rules.push((number, head));
        scope.take(rule.gives, form);
    }
    let known = rule.is_some();
    if words.is_negated(head, at) {
        // "no evidence that", "not clear that": it may be so or not; "not true that": it is not so.
        let open = words.token(head).upos != Upos::Verb && lemma != "true" && words.is_finite_content(at);
        scope.take(if open { Stance::Open } else { Stance::Negative }, form);
    }
    let reports = |kind: Kind| rules.reporting(kind, &lemma);
    let verb = words.token(head).upos == Upos::Verb;
    // "wants to hold talks": the verb lends itself to its noun, and reports nothing here.
    if words.lends_itself(head, at) {
        return false;
    }
    if verb && reports(Kind::Verb).next().is_some() {
        let asked = reports(Kind::Verb).any(|rule| rule.inside.as_deref() == Some("asked"))
            && words.infinitive(at) == Some(false);
        let denied = words.frame_is_negated(head);
        let gerund = words.is_gerund(at) && reports(Kind::Verb).any(|rule| rule.inside.as_deref() == Some("denied"));
        scope.reported = Some((head, if asked || denied { Stance::Open } else { Stance::Alleged }))
            .filter(|_| !known && (gerund || words.is_content(at)));
        return true;
    }
    let noun = words.token(head).upos == Upos::Noun;
    let told = noun && reports(Kind::Noun).next().is_some();
    // "a list of allegations that Chad jails monks": what is told by a noun is somebody's word.
    if told && words.is_finite_content(at) {
        scope.reported = Some((head, Stance::Alleged)).filter(|_| !known);
    }
    if known || told {
        return told && scope.reported.is_some();
    }
    if words.is_finite_content(at) {
        scope.take(if noun { Stance::Alleged } else { Stance::Open }, form);
    } else if noun && words.is_ranked(head) {
        // "the first state to attack": it did.
    } else if words.infinitive(at).is_some() {
        scope.take(if words.token(head).upos == Upos::Adj { Stance::Open } else { Stance::Planned }, form);
    }
    false
}

/// The words of a sentence and their arcs.
struct Words<'r, 'd> {
    reading: &'r Reading<'d>,
    parsed: &'r Parsed<'d>,
    sentence: usize,
}

impl Words<'_, '_> {
    fn token(&self, at: TokenId) -> &crate::syntax::Token {
        &self.reading.sentences[self.sentence].tokens[at.index()]
    }

    fn relation(&self, at: TokenId) -> Relation {
        self.parsed.tree.relations[at.index()]
    }

    fn head(&self, at: TokenId) -> Option<TokenId> {
        self.parsed.tree.heads[at.index()]
    }

    /// Whether a noun has a named owner ("Chad's request"), or one and a purpose: "his plan to close it".
    fn is_owned(&self, noun: TokenId) -> bool {
        let purpose = self.kids(noun).any(|kid| self.infinitive(kid).is_some());
        let named = |kid: TokenId| purpose || self.token(kid).upos == Upos::Propn;
        self.kids(noun).any(|kid| self.relation(kid) == Relation::NmodPoss && named(kid))
    }

    /// Whether a noun is the first, the last or the only one of its kind by now: "the latest leader to reject it", and not
    /// "will be the first to reject it".
    fn is_ranked(&self, noun: TokenId) -> bool {
        let ranks = |kid: TokenId| {
            self.relation(kid) == Relation::Amod
                && (self.token(kid).xpos == Xpos::Jjs || is_ranking(&self.token(kid).lemma.to_lowercase()))
        };
        let to_come = |predicate: TokenId| {
            let frame = self.parsed.frame(predicate);
            frame.is_some_and(|frame| frame.tense == Tense::Future || !frame.modals.is_empty())
        };
        self.kids(noun).any(ranks) && !to_come(noun) && !self.head(noun).is_some_and(to_come)
    }

    /// "vowed to fight, condemning the ban", "Chad, in condemning the ban, said": what is said beside what is said or planned.
    fn is_said_beside(&self, at: TokenId) -> bool {
        let comma = |at: usize| {
            let before = self.reading.sentences[self.sentence].tokens.get(at.wrapping_sub(1));
            before.is_some_and(|token| self.reading.text(token.span) == ",")
        };
        let mark = self.kids(at).find(|&kid| kid < at && self.relation(kid) == Relation::Mark);
        let lemma = self.token(at).lemma.to_lowercase();
        match (self.head(at), mark) {
            (Some(head), Some(mark)) => at < head && self.token(mark).lemma == "in" && comma(mark.index()),
            (Some(head), None) => head < at && comma(at.index()) && is_speech(&lemma) && self.is_gerund(at),
            _ => false,
        }
    }

    /// Whether a verb is a light one of the noun that is its object: "hold talks", "carry out strikes".
    fn lends_itself(&self, verb: TokenId, noun: TokenId) -> bool {
        let rules = self.reading.rules;
        let light = self.parsed.frame(verb).map(|frame| &frame.lemma);
        let acts = rules.triggered(Kind::Noun, &self.token(noun).lemma.to_lowercase()).iter();
        self.relation(noun) == Relation::Obj
            && light.is_some_and(|light| acts.map(|&id| rules.frame(id)).any(|act| act.light.contains(light)))
    }

    fn kids(&self, head: TokenId) -> impl Iterator<Item = TokenId> {
        self.parsed.tree.kids(head)
    }

    /// Whether a word above has a particle: its own ("stop short"), or the mark of what it governs ("prevent from").
    fn has_particle(&self, head: TokenId, at: TokenId, particle: &str) -> bool {
        let is = |kid: TokenId| self.token(kid).lemma.eq_ignore_ascii_case(particle);
        let marks = |kid: &TokenId| matches!(self.relation(*kid), Relation::Mark | Relation::Case);
        self.kids(head).any(is) || self.kids(at).filter(marks).any(is)
    }

    /// "what he called a crime": it is taken for granted, whatever stands above.
    fn is_free_relative(&self, at: TokenId) -> bool {
        let what = |kid: TokenId| kid < at && self.token(kid).lemma.eq_ignore_ascii_case("what");
        self.kids(at).any(what)
    }

    /// "with X advancing, talks failed": a clause with its own subject before its verb is no complement.
    fn stands_apart(&self, at: TokenId) -> bool {
        self.head(at).is_some_and(|head| at < head) && self.kids(at).any(|kid| self.relation(kid) == Relation::Nsubj)
    }

    /// "Condemning the raid, Chad called for talks": what stands before the verb's subject is done, and not called for.
    fn is_fronted(&self, at: TokenId) -> bool {
        let subject =
            |head: TokenId| self.kids(head).any(|kid| at < kid && kid < head && self.relation(kid) == Relation::Nsubj);
        self.token(at).xpos == Xpos::Vbg && self.head(at).is_some_and(|head| at < head && subject(head))
    }

    /// "refused to sign a letter condemning it": what a letter does, it does whatever becomes of it, unless it is not made.
    fn is_said_of_what_exists(&self, at: TokenId, noun: TokenId) -> bool {
        const MAKING: [&str; 14] = [
            "adopt", "agree", "approve", "draft", "issue", "make", "pass", "post", "produce", "publish", "release",
            "send", "table", "write",
        ];
        let verb = self.head(noun).filter(|_| self.relation(noun) == Relation::Obj);
        let participle = self.token(at).xpos == Xpos::Vbg
            && self.kids(at).all(|kid| kid > at || self.relation(kid) != Relation::Mark);
        let none = |kid: TokenId| self.token(kid).lemma.eq_ignore_ascii_case("no");
        participle
            && !self.kids(noun).any(none)
            && verb.is_some_and(|verb| !MAKING.contains(&self.token(verb).lemma.as_str()))
    }

    fn is_gerund(&self, at: TokenId) -> bool {
        // "told reporters after meeting X": what is told of a time is a fact.
        let before_or_after = |kid: TokenId| {
            matches!(self.relation(kid), Relation::Mark | Relation::Case)
                && matches!(self.token(kid).lemma.as_str(), "after" | "before" | "since" | "while" | "upon" | "when")
        };
        if self.kids(at).any(before_or_after) {
            return false;
        }
        // "of funding Hamas": a clause for the tree, a noun for the tagger.
        let clause = self.relation(at) == Relation::Advcl && self.token(at).upos == Upos::Noun;
        let gerund = clause && self.reading.text(self.token(at).span).ends_with("ing");
        gerund || self.token(at).upos == Upos::Verb && self.token(at).xpos == Xpos::Vbg
    }

    /// "the first to attack", "ready to attack", "as long as they attack", whatever the parser calls it.
    fn of_adjective(&self, at: TokenId) -> bool {
        self.relation(at) == Relation::Advcl
            && self.head(at).is_some_and(|head| matches!(self.token(head).upos, Upos::Adj | Upos::Adv))
    }

    /// Whether a clause says what something is done for.
    fn infinitive_of_purpose(&self, at: TokenId) -> bool {
        self.kids(at)
            .any(|kid| self.relation(kid) == Relation::Mark && self.token(kid).lemma.eq_ignore_ascii_case("to"))
    }

    /// Whether a clause with "to" hangs here, and whether it is perfect: "to have attacked".
    fn infinitive(&self, at: TokenId) -> Option<bool> {
        let to = self
            .kids(at)
            .any(|kid| self.relation(kid) == Relation::Mark && self.token(kid).lemma.eq_ignore_ascii_case("to"));
        let complement =
            matches!(self.relation(at), Relation::Xcomp | Relation::Acl | Relation::Csubj | Relation::Ccomp);
        let perfect = |kid: TokenId| self.relation(kid) == Relation::Aux && self.token(kid).lemma == "have";
        (to && complement).then(|| self.kids(at).any(perfect))
    }

    /// Whether a clause is finite and the content of what is above it: "doubts that …", "rumours that …".
    fn is_finite_content(&self, at: TokenId) -> bool {
        let is_finite = |word: TokenId| self.token(word).xpos.is_finite();
        let auxiliary = |kid: TokenId| matches!(self.relation(kid), Relation::Aux | Relation::AuxPass | Relation::Cop);
        let finite = is_finite(at) || self.kids(at).any(|kid| auxiliary(kid) && is_finite(kid));
        let that =
            |kid: TokenId| self.relation(kid) == Relation::Mark && self.token(kid).lemma.eq_ignore_ascii_case("that");
        let aside = |kid: TokenId| {
            let lemma = self.token(kid).lemma.to_lowercase();
            self.relation(kid) == Relation::Mark && !matches!(lemma.as_str(), "that" | "whether" | "if" | "for")
        };
        match self.relation(at) {
            Relation::Ccomp | Relation::Csubj => finite && !self.kids(at).any(aside),
            Relation::Acl => finite && self.kids(at).any(that),
            _ => false,
        }
    }

    /// Whether words can be what a verb reports: a finite clause, an infinitive, a gerund behind a preposition.
    fn is_content(&self, at: TokenId) -> bool {
        let marked = |kid: TokenId| matches!(self.relation(kid), Relation::Mark | Relation::Case);
        self.relation(at) != Relation::Obj
            && (self.is_finite_content(at)
                || self.infinitive(at).is_some()
                || self.is_gerund(at) && self.kids(at).any(marked))
    }

    fn frame_is_negated(&self, head: TokenId) -> bool {
        let negative =
            |subject: TokenId| matches!(self.token(subject).lemma.to_lowercase().as_str(), "nobody" | "none" | "few");
        let mut frames = self.parsed.frames.iter().filter(|frame| frame.predicate == head);
        frames.any(|frame| frame.negation.is_some() || frame.subjects.iter().copied().any(negative))
            || self.token(head).upos == Upos::Noun
                && self.kids(head).any(|kid| self.token(kid).lemma.eq_ignore_ascii_case("no"))
    }

    /// Whether a verb above is itself negated ("did not plan to", "does not want to"), unless it reports a clause.
    fn is_negated(&self, head: TokenId, at: TokenId) -> bool {
        let rules = self.reading.rules;
        let lemma = self.token(head).lemma.to_lowercase();
        let reports = self.token(head).upos == Upos::Verb && rules.reporting(Kind::Verb, &lemma).next().is_some();
        let infinitive = self.relation(at) == Relation::Xcomp && self.infinitive(at).is_some();
        (infinitive || !reports) && self.frame_is_negated(head) && !self.shares_negation(head, at)
    }

    /// "did not impose sanctions": the noun has its light verb's negation for its own, and one "not" counts once.
    fn shares_negation(&self, verb: TokenId, noun: TokenId) -> bool {
        let negation = |predicate: TokenId, kind: Kind| {
            let mut frames =
                self.parsed.frames.iter().filter(|frame| frame.predicate == predicate && frame.kind == kind);
            frames.find_map(|frame| frame.negation)
        };
        negation(noun, Kind::Noun).is_some_and(|own| negation(verb, Kind::Verb) == Some(own))
    }
}
