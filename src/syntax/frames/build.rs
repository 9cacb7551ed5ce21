//! Frames from mended arcs: one for each verb, and those of nouns and adjectives.
//!
//! In: the arcs of a sentence. Out: [`Frame`]s in the order of their predicates. Here passives are turned, arguments
//! collected with their coordinations, and complements told apart by their form. Subjects come from `subject`, tense and
//! negation from `auxiliary`; clauses' words from `phrase`.

use super::arcs::Arcs;
use super::auxiliary::{auxiliaries, negation};
use super::nominal;
use super::phrase::{clause_spans, members, spans_of};
use super::subject::{addressee, antecedent, is_finite, resolve_relative, surface};
use super::words::{LIGHT, NAMING, OBJECT_CONTROL, PARTICIPIAL, SPEECH, TELL, TIME, listed};
use super::{Clause, ClauseForm, Frame, FrameId, Kind, Link, Oblique, Voice};
use crate::document::Span;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// All frames of a sentence.
pub(super) fn frames(arcs: &Arcs<'_>) -> Vec<Frame> {
    let mut frames: Vec<Frame> = arcs
        .tokens()
        .filter_map(|token| match arcs.upos(token) {
            _ if arcs.is_verb(token) => Some(verb(arcs, token)),
            Upos::Noun => nominal::noun(arcs, token),
            Upos::Adj => nominal::adjective(arcs, token),
            _ => None,
        })
        .collect();
    let of = |frames: &[Frame], token: TokenId| {
        let at = frames.binary_search_by_key(&token, |frame| frame.predicate).ok()?;
        Some(FrameId(u32::try_from(at).expect("fewer frames than tokens")))
    };
    for at in 0..frames.len() {
        let token = frames[at].predicate;
        let link = match arcs.relation(token) {
            Relation::Ccomp | Relation::Xcomp | Relation::Csubj => Link::Content,
            Relation::Conj => Link::Coordinate,
            Relation::Acl | Relation::AclRelcl => Link::Relative,
            Relation::Advcl | Relation::Obl | Relation::Parataxis => Link::Adverbial,
            _ => continue,
        };
        frames[at].parent = arcs.head(token).and_then(|head| of(&frames, head)).map(|parent| (parent, link));
    }
    frames
}

fn verb(arcs: &Arcs<'_>, token: TokenId) -> Frame {
    let auxiliaries = auxiliaries(arcs, token);
    let passive = is_passive(arcs, token);
    let surface = surface(arcs, token);
    let lemma = with_particle(arcs, token);
    let mut objects = objects(arcs, token, passive);
    let mut recipients: Vec<TokenId> = arcs.with(token, &[Relation::Iobj]).flat_map(|kid| members(arcs, kid)).collect();
    if listed(TELL, &lemma) && !passive {
        recipients.append(&mut objects);
    }
    let participial = passive && listed(PARTICIPIAL, arcs.lemma(token)) && agent(arcs, token).is_none();
    let (subjects, objects, voice) = match passive && !participial {
        true => {
            let by: Vec<TokenId> = agent(arcs, token).map_or(Vec::new(), |agent| members(arcs, agent));
            (by, surface, Voice::Passive)
        }
        false => (surface, objects, Voice::Active),
    };
    let arguments: Vec<TokenId> = subjects.iter().chain(&objects).copied().collect();
    let clauses = clauses(arcs, token, &lemma);
    Frame {
        predicate: token,
        lemma: if participial { arcs.form(token).to_string() } else { lemma },
        kind: if participial { Kind::Adjective } else { Kind::Verb },
        voice,
        tense: auxiliaries.tense,
        negation: negation(arcs, token, &arguments),
        modals: auxiliaries.modals,
        obliques: obliques(arcs, token, &objects, passive),
        subjects,
        objects,
        recipients,
        clauses,
        parent: None,
        headline: !arcs.sentence.has_stop,
        span: whole(arcs, token),
    }
}

/// A lemma with its particle: "carry out".
pub(super) fn with_particle(arcs: &Arcs<'_>, token: TokenId) -> String {
    let lemma = arcs.lemma(token).to_lowercase();
    match arcs.with(token, &[Relation::CompoundPrt]).next() {
        Some(particle) => format!("{lemma} {}", arcs.form(particle)),
        None => lemma,
    }
}

fn is_passive(arcs: &Arcs<'_>, token: TokenId) -> bool {
    if arcs.has(token, &[Relation::AuxPass, Relation::NsubjPass]) {
        return true;
    }
    if arcs.xpos(token) != Xpos::Vbn && !(arcs.xpos(token) == Xpos::Vbd && arcs.relation(token) == Relation::Acl) {
        return false;
    }
    let has_aux = arcs.has(token, &[Relation::Aux]);
    match arcs.relation(token) {
        Relation::Acl | Relation::Advcl | Relation::Amod | Relation::Xcomp => !has_aux,
        Relation::Conj => !has_aux && arcs.head(token).is_some_and(|head| arcs.is_verb(head) && is_passive(arcs, head)),
        // A headline's bare participle: "Minister accused of fraud".
        Relation::Root => !has_aux && !arcs.sentence.has_stop && !arcs.has(token, &[Relation::Obj]),
        _ => false,
    }
}

/// The agent of a passive: "by X".
fn agent(arcs: &Arcs<'_>, token: TokenId) -> Option<TokenId> {
    arcs.with(token, &[Relation::OblAgent, Relation::Obl, Relation::Nmod])
        .find(|&kid| arcs.preposition(kid) == "by" && !listed(TIME, arcs.lemma(kid)) && arcs.xpos(kid) != Xpos::Vbg)
}

fn objects(arcs: &Arcs<'_>, token: TokenId, passive: bool) -> Vec<TokenId> {
    let own: Vec<TokenId> = arcs.with(token, &[Relation::Obj]).flat_map(|kid| members(arcs, kid)).collect();
    if !own.is_empty() || passive {
        return resolve_relative(arcs, own);
    }
    // A relative clause without a pronoun: "the report China rejected".
    if arcs.relation(token) == Relation::AclRelcl {
        let has_pronoun = arcs.below(token, |_| false).into_iter().any(|word| arcs.is_relative(word));
        let has_subject = arcs.has(token, &[Relation::Nsubj]);
        if has_subject && !has_pronoun && !arcs.has(token, &[Relation::Ccomp]) {
            return antecedent(arcs, token).into_iter().collect();
        }
    }
    // "condemned and sanctioned X": the object stands with the last verb.
    let shared = arcs.with(token, &[Relation::Conj]).find(|&next| {
        arcs.is_verb(next)
            && next.index() - token.index() <= 3
            && arcs.has(next, &[Relation::Obj])
            && !arcs.has(next, &[Relation::Nsubj])
    });
    let blocked = arcs.has(token, &[Relation::Ccomp, Relation::Xcomp, Relation::Obl]);
    match shared.filter(|_| !blocked) {
        Some(next) => arcs.with(next, &[Relation::Obj]).flat_map(|kid| members(arcs, kid)).collect(),
        None => Vec::new(),
    }
}

/// The prepositional phrases of a predicate and of its objects.
pub(super) fn obliques(arcs: &Arcs<'_>, token: TokenId, objects: &[TokenId], passive: bool) -> Vec<Oblique> {
    let mut found = Vec::new();
    let agent = passive.then(|| agent(arcs, token)).flatten();
    for &kid in arcs.kids(token) {
        let fits = match arcs.relation(kid) {
            Relation::Obl | Relation::OblAgent | Relation::Nmod => true,
            Relation::Advcl | Relation::Acl | Relation::Ccomp => arcs.xpos(kid) == Xpos::Vbg,
            _ => false,
        };
        if fits && agent != Some(kid) {
            found.extend(oblique(arcs, kid, false));
        }
    }
    if !passive {
        for &object in objects {
            for kid in arcs.with(object, &[Relation::Nmod, Relation::Acl]).filter(|&kid| kid > object) {
                found.extend(oblique(arcs, kid, true));
            }
        }
    }
    found
}

fn oblique(arcs: &Arcs<'_>, kid: TokenId, on_object: bool) -> Option<Oblique> {
    let preposition = arcs.preposition(kid);
    if preposition.is_empty() {
        return None;
    }
    let span = clause_spans(arcs, kid).into_iter().reduce(Span::join)?;
    let heads = if arcs.is_nominal(kid) { resolve_relative(arcs, members(arcs, kid)) } else { vec![kid] };
    Some(Oblique { preposition, heads, span, on_object })
}

/// Content and complement clauses.
fn clauses(arcs: &Arcs<'_>, token: TokenId, lemma: &str) -> Vec<Clause> {
    let mut found = Vec::new();
    for &kid in arcs.kids(token) {
        let form = match arcs.relation(kid) {
            Relation::Ccomp | Relation::Csubj => Some(clause_form(arcs, kid)),
            Relation::Xcomp => Some(complement_form(arcs, kid)),
            Relation::Parataxis if listed(SPEECH, lemma) && arcs.is_clause(kid) => Some(ClauseForm::Finite),
            Relation::Advcl if listed(OBJECT_CONTROL, lemma) && has_to(arcs, kid) => Some(ClauseForm::Infinitive),
            _ => None,
        };
        if let Some(form) = form {
            found.push(Clause { head: kid, form, spans: clause_spans(arcs, kid) });
        }
    }
    if found.is_empty() && listed(OBJECT_CONTROL, lemma) {
        let addressed = addressee(arcs, token).into_iter().chain(arcs.with(token, &[Relation::Obj]));
        let inner = addressed
            .flat_map(|noun| arcs.with(noun, &[Relation::Acl, Relation::Xcomp]))
            .find(|&kid| has_to(arcs, kid));
        found.extend(inner.map(|kid| Clause {
            head: kid,
            form: ClauseForm::Infinitive,
            spans: clause_spans(arcs, kid),
        }));
    }
    if found.is_empty() && listed(NAMING, lemma) {
        found.extend(second_object(arcs, token));
    }
    if found.is_empty() && listed(SPEECH, lemma) {
        found.extend(around(arcs, token));
    }
    found
}

/// "called it a crime", where the parser sees two objects or an apposition.
fn second_object(arcs: &Arcs<'_>, token: TokenId) -> Option<Clause> {
    let mut objects = arcs.with(token, &[Relation::Obj, Relation::Iobj]);
    let first = objects.next()?;
    let second = objects.next()?;
    let (small, _) = if second > first { (second, first) } else { (first, second) };
    Some(Clause { head: small, form: ClauseForm::Small, spans: clause_spans(arcs, small) })
}

/// The clause that a speech verb stands in the middle or at the end of: "Germany, she said, will help".
fn around(arcs: &Arcs<'_>, token: TokenId) -> Option<Clause> {
    if !matches!(arcs.relation(token), Relation::Parataxis | Relation::Discourse)
        || !arcs.has(token, &[Relation::Nsubj])
    {
        return None;
    }
    let head = arcs.head(token)?;
    let words = arcs.below(head, |kid| kid == token);
    let spans = spans_of(arcs, &words);
    (!spans.is_empty()).then_some(Clause { head, form: ClauseForm::Finite, spans })
}

fn has_to(arcs: &Arcs<'_>, token: TokenId) -> bool {
    arcs.with(token, &[Relation::Mark]).any(|mark| arcs.form(mark) == "to")
}

fn clause_form(arcs: &Arcs<'_>, token: TokenId) -> ClauseForm {
    let asks = |kid: TokenId| {
        matches!(arcs.form(kid), "whether" | "if") && arcs.relation(kid) == Relation::Mark
            || matches!(arcs.xpos(kid), Xpos::Wp | Xpos::Wrb)
    };
    if arcs.kids(token).iter().any(|&kid| kid < token && asks(kid)) {
        return ClauseForm::Question;
    }
    if has_to(arcs, token) {
        return ClauseForm::Infinitive;
    }
    if arcs.xpos(token) == Xpos::Vbg && !is_finite(arcs, token) { ClauseForm::Gerund } else { ClauseForm::Finite }
}

fn complement_form(arcs: &Arcs<'_>, token: TokenId) -> ClauseForm {
    match arcs.upos(token) {
        _ if has_to(arcs, token) => ClauseForm::Infinitive,
        Upos::Verb | Upos::Aux if arcs.xpos(token) == Xpos::Vbg => ClauseForm::Gerund,
        Upos::Verb if arcs.xpos(token) == Xpos::Vb => ClauseForm::Infinitive,
        _ => ClauseForm::Small,
    }
}

/// The words of a predicate's clause, from first to last.
pub(super) fn whole(arcs: &Arcs<'_>, token: TokenId) -> Span {
    let words = arcs.below(token, |_| false);
    let at = |word: Option<&TokenId>| arcs.sentence.tokens[word.copied().unwrap_or(token).index()].span;
    at(words.first()).join(at(words.last()))
}

/// The verb that lends its subject to a noun: "imposed sanctions".
pub(super) fn light_verb(arcs: &Arcs<'_>, noun: TokenId) -> Option<TokenId> {
    let object = matches!(arcs.relation(noun), Relation::Obj | Relation::NsubjPass);
    arcs.head(noun).filter(|&verb| object && arcs.is_verb(verb) && listed(LIGHT, &with_particle(arcs, verb)))
}
