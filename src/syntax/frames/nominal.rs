//! Frames of nouns and adjectives: "China's denial of …", "sanctions on X by Y", "is critical of".
//!
//! In: mended arcs and a noun or adjective. Out: a [`Frame`] where it has an argument. A noun's agent is its possessor,
//! its "by" phrase, a capitalized modifier ("Chinese calls for"), or the subject of the light verb whose object it is.

use super::arcs::Arcs;
use super::auxiliary::{auxiliaries, negation};
use super::build::{light_verb, obliques, whole};
use super::phrase::{clause_spans, members};
use super::subject::{resolve_relative, surface};
use super::words::is_utterance;
use super::{Clause, ClauseForm, Frame, Kind, Oblique, Tense, Voice};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// The frame of a noun, if it has an argument.
pub(super) fn noun(arcs: &Arcs<'_>, token: TokenId) -> Option<Frame> {
    let mut found = obliques(arcs, token, &[], false);
    let verb = light_verb(arcs, token);
    let mut subjects = agents(arcs, token);
    // "said on a visit to Peru": whoever spoke is on it, when he spoke.
    let occasion = arcs.head(token).filter(|&verb| {
        let phrase = arcs.relation(token) == Relation::Obl && arcs.is_verb(verb) && subjects.is_empty();
        // "left after talks with Peru"
        let encounter = ENCOUNTERS.contains(&arcs.lemma(token));
        let at = |preposition: &str| {
            // "did not comment on the report"
            let topic = preposition == "on" && is_utterance(arcs.lemma(token));
            matches!(preposition, "on" | "during") && !topic
                || encounter && matches!(preposition, "after" | "following" | "in" | "at")
        };
        // "was condemned at a meeting with Peru": by somebody else.
        let passive = encounter && arcs.has(verb, &[Relation::NsubjPass, Relation::AuxPass]);
        phrase && !passive && at(&arcs.preposition(token))
    });
    if let Some(verb) = occasion {
        subjects = surface(arcs, verb);
    }
    if let Some(verb) = verb {
        if subjects.is_empty() {
            let passive = arcs.has(verb, &[Relation::NsubjPass, Relation::AuxPass]);
            subjects = match passive {
                true => {
                    let by = arcs
                        .with(verb, &[Relation::Obl, Relation::OblAgent])
                        .find(|&kid| arcs.preposition(kid) == "by");
                    by.map_or(Vec::new(), |agent| members(arcs, agent))
                }
                false => surface(arcs, verb),
            };
        }
        found.extend(obliques(arcs, verb, &[], false));
    }
    if subjects.is_empty() && arcs.has(token, &[Relation::Cop]) {
        subjects = surface(arcs, token);
    }
    // "is a former head of a bank and a critic of": the second description is said of the same one.
    let first = arcs.head(token).filter(|&first| arcs.relation(token) == Relation::Conj && arcs.is_nominal(first));
    if let Some(first) = first.filter(|&first| subjects.is_empty() && arcs.has(first, &[Relation::Cop])) {
        subjects = surface(arcs, first);
    }
    if subjects.is_empty() && arcs.relation(token) == Relation::Appos {
        // "Jane Doe, a critic of": the description is what the name is.
        subjects = arcs.head(token).filter(|&head| arcs.is_nominal(head)).map_or(Vec::new(), |head| vec![head]);
    }
    let clauses = clauses(arcs, token);
    if subjects.is_empty() && found.is_empty() && clauses.is_empty() {
        return None;
    }
    let state = auxiliaries(arcs, token);
    let above = verb.or(occasion).map(|verb| auxiliaries(arcs, verb));
    Some(Frame {
        predicate: token,
        lemma: arcs.lemma(token).to_lowercase(),
        kind: Kind::Noun,
        voice: Voice::Active,
        tense: above.as_ref().map_or(state.tense, |above| above.tense),
        negation: negation(arcs, token, &[token]).or_else(|| verb.and_then(|verb| negation(arcs, verb, &subjects))),
        modals: above.map_or(state.modals, |above| above.modals),
        subjects,
        objects: complements(&found),
        recipients: Vec::new(),
        obliques: found,
        clauses,
        parent: None,
        headline: !arcs.sentence.has_stop,
        span: whole(arcs, token),
    })
}

/// Whom or what the act of a noun is done to: "denial of", "accusations against", "sanctions on".
fn complements(obliques: &[Oblique]) -> Vec<TokenId> {
    let takes = |oblique: &&Oblique| matches!(oblique.preposition.as_str(), "of" | "against" | "on" | "upon");
    obliques.iter().filter(takes).flat_map(|oblique| oblique.heads.iter().copied()).collect()
}

/// Nouns for what is said or thought of somebody, behind which "from" says by whom.
const FROM: &[&str] = &[
    "accusation",
    "allegation",
    "appeal",
    "backing",
    "call",
    "complaint",
    "condemnation",
    "criticism",
    "demand",
    "denunciation",
    "objection",
    "opposition",
    "plea",
    "praise",
    "protest",
    "rebuke",
    "request",
    "support",
    "warning",
];

/// Nouns for what two sides do together: whoever speaks or acts at one or after it was there.
const ENCOUNTERS: &[&str] =
    &["consultation", "conversation", "dinner", "discussion", "lunch", "meeting", "negotiation", "summit", "talk"];

/// Nouns for a search for the truth, before which a place and a topic may stand.
const PROBES: &[&str] = &["enquiry", "inquest", "inquiry", "investigation", "probe"];

/// The agent in the noun's own phrase.
fn agents(arcs: &Arcs<'_>, noun: TokenId) -> Vec<TokenId> {
    let by = || arcs.with(noun, &[Relation::Nmod, Relation::Obl]).find(|&kid| arcs.preposition(kid) == "by");
    let named = || {
        arcs.with(noun, &[Relation::Compound, Relation::Amod, Relation::NmodDesc]).find(|&kid| {
            kid < noun
                && arcs.capital(kid)
                && (kid.index() > 0 || arcs.upos(kid) == Upos::Propn || arcs.xpos(kid) == Xpos::Nnp)
        })
    };
    // "the Syria chemical probe": what a country's name before the topic says is where, and not who. "The FBI fraud probe":
    // who.
    let probed = |kid: TokenId| {
        let text = arcs.sentence.tokens[kid.index()].span.of(arcs.text);
        let short = text.chars().all(|c| c.is_uppercase() || c == '.');
        PROBES.contains(&arcs.lemma(noun))
            && arcs.relation(kid) == Relation::Compound
            && kid.index() + 1 < noun.index()
            && !short
    };
    let named = || named().filter(|&kid| !probed(kid));
    let from = || {
        let judges = FROM.contains(&arcs.lemma(noun));
        arcs.with(noun, &[Relation::Nmod]).find(|&kid| judges && arcs.preposition(kid) == "from")
    };
    let agent = arcs.with(noun, &[Relation::NmodPoss]).next().or_else(by).or_else(from).or_else(named);
    let agent = agent.filter(|&agent| arcs.upos(agent) != Upos::Verb);
    agent.map_or(Vec::new(), |agent| resolve_relative(arcs, members(arcs, agent)))
}

fn clauses(arcs: &Arcs<'_>, noun: TokenId) -> Vec<Clause> {
    let mut found = Vec::new();
    for kid in arcs.with(noun, &[Relation::Acl, Relation::Ccomp]).filter(|&kid| kid > noun) {
        let to = arcs.with(kid, &[Relation::Mark]).any(|mark| arcs.form(mark) == "to");
        let that = arcs.with(kid, &[Relation::Mark]).any(|mark| arcs.form(mark) == "that");
        let form = match () {
            () if to => ClauseForm::Infinitive,
            // "an allegation he had resisted" is a relative clause.
            () if that => ClauseForm::Finite,
            () if arcs.xpos(kid) == Xpos::Vbg && !arcs.preposition(kid).is_empty() => ClauseForm::Gerund,
            () => continue,
        };
        found.push(Clause { head: kid, form, spans: clause_spans(arcs, kid) });
    }
    found
}

/// The frame of a predicative adjective.
pub(super) fn adjective(arcs: &Arcs<'_>, token: TokenId) -> Option<Frame> {
    let predicative = arcs.has(token, &[Relation::Cop]) || arcs.relation(token) == Relation::Xcomp;
    let subjects = if predicative { surface(arcs, token) } else { Vec::new() };
    if subjects.is_empty() {
        return None;
    }
    let state = auxiliaries(arcs, token);
    let clause = |kid: TokenId| Clause { head: kid, form: ClauseForm::Finite, spans: clause_spans(arcs, kid) };
    Some(Frame {
        predicate: token,
        lemma: arcs.lemma(token).to_lowercase(),
        kind: Kind::Adjective,
        voice: Voice::Active,
        tense: if state.any { state.tense } else { Tense::None },
        negation: negation(arcs, token, &subjects),
        modals: state.modals,
        subjects,
        objects: Vec::new(),
        recipients: Vec::new(),
        obliques: obliques(arcs, token, &[], false),
        clauses: arcs.with(token, &[Relation::Ccomp]).map(clause).collect(),
        parent: None,
        headline: !arcs.sentence.has_stop,
        span: whole(arcs, token),
    })
}
