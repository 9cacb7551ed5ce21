//! Frames from mended arcs: one for each verb, and those of nouns and adjectives.
//!
//! In: the arcs of a sentence. Out: [`Frame`]s in the order of their predicates. Here passives are turned, arguments
//! collected with their coordinations, and complements told apart by their form. Subjects come from `subject`, tense and
//! negation from `auxiliary`; clauses' words from `phrase`.

use super::arcs::Arcs;
use super::auxiliary::{auxiliaries, negation};
use super::nominal;
use super::phrase::{clause_spans, members, resumes};
use super::subject::{antecedent, is_finite, resolve_relative, surface};
use super::words::{
    AS_VERBS, ENDING, LIGHT, OBJECT_CONTROL, OBJECT_GERUND, PARTICIPIAL, TELL, TIME, TRANSITIVE, listed,
};
use super::{Clause, ClauseForm, Frame, FrameId, Kind, Link, Oblique, Voice};
use crate::document::Span;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass];

/// All frames of a sentence.
pub(super) fn frames(arcs: &Arcs<'_>) -> Vec<Frame> {
    let mut frames: Vec<Frame> = arcs
        .tokens()
        .filter_map(|token| match arcs.upos(token) {
            _ if arcs.is_verb(token) && !is_name_part(arcs, token) => Some(verb(arcs, token)),
            Upos::Noun => nominal::noun(arcs, token),
            // A noun that a headline or a stylist capitalizes: "committing a Genocide against".
            Upos::Propn if light_verb(arcs, token).is_some() => nominal::noun(arcs, token),
            Upos::Propn | Upos::Num | Upos::Pron if arcs.has(token, &[Relation::Cop]) => nominal::noun(arcs, token),
            Upos::Adj => nominal::adjective(arcs, token),
            _ => None,
        })
        .collect();
    for at in 0..frames.len() {
        frames[at].parent = parent(arcs, &frames, frames[at].predicate);
    }
    frames
}

/// "United" in "United Nations": tagged as a participle, but part of a name.
fn is_name_part(arcs: &Arcs<'_>, token: TokenId) -> bool {
    matches!(arcs.relation(token), Relation::Amod | Relation::Compound) && arcs.capital(token) && token.index() > 0
}

/// The frame that a predicate hangs on: that of its head, or of the next word above that has one.
fn parent(arcs: &Arcs<'_>, frames: &[Frame], token: TokenId) -> Option<(FrameId, Link)> {
    let (at, above) = std::iter::once(token).chain(arcs.ancestors(token)).find_map(|below| {
        let above = arcs.head(below)?;
        let at = frames.binary_search_by_key(&above, |frame| frame.predicate).ok()?;
        Some((at, below))
    })?;
    let link = match arcs.relation(above) {
        Relation::Ccomp | Relation::Xcomp | Relation::Csubj => Link::Content,
        Relation::Conj if above == token => Link::Coordinate,
        Relation::Acl if above == token && introduces_content(arcs, token) => Link::Content,
        Relation::Advcl
            if above == token
                && arcs.head(token).is_some_and(|verb| verb < token)
                && listed(OBJECT_GERUND, &arcs.preposition(token)) =>
        {
            Link::Content
        }
        Relation::Advcl | Relation::Parataxis => Link::Adverbial,
        _ => Link::Relative,
    };
    Some((FrameId(u32::try_from(at).expect("fewer frames than tokens")), link))
}

/// "the claim that …", "a plan to …", "accusations of …ing".
fn introduces_content(arcs: &Arcs<'_>, clause: TokenId) -> bool {
    // "claims Iraq backs rebels"
    let bare = arcs.xpos(clause).is_finite() && arcs.has(clause, SUBJECTS) && arcs.has(clause, &[Relation::Obj]);
    bare || arcs.marked(clause, "that") || arcs.marked(clause, "to") || !arcs.preposition(clause).is_empty()
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
    let participial =
        passive && listed(PARTICIPIAL, arcs.lemma(token)) && agent(arcs, token).is_none() && is_state(arcs, token);
    let (subjects, objects, voice) = match passive && !participial {
        true => {
            let by: Vec<TokenId> = agent(arcs, token).map_or(Vec::new(), |agent| members(arcs, agent));
            // "was denied a visa": the surface subject is the recipient.
            if objects.is_empty() {
                (by, surface, Voice::Passive)
            } else {
                recipients.extend(surface);
                (by, objects, Voice::Passive)
            }
        }
        false => (surface, objects, Voice::Active),
    };
    let (objects, recipients) =
        if voice == Voice::Passive && listed(TELL, &lemma) { (recipients, objects) } else { (objects, recipients) };
    let arguments: Vec<TokenId> = subjects.iter().chain(&objects).copied().collect();
    let obliques = obliques(arcs, token, &objects, passive);
    let mut clauses = clauses(arcs, token, &lemma);
    if clauses.is_empty() && listed(AS_VERBS, &lemma) {
        let taken_for = obliques.iter().find(|oblique| oblique.preposition == "as");
        clauses.extend(taken_for.map(|oblique| Clause {
            head: oblique.heads[0],
            form: ClauseForm::Small,
            spans: vec![oblique.span],
        }));
    }
    Frame {
        predicate: token,
        lemma: if participial { arcs.form(token).to_string() } else { lemma },
        kind: if participial { Kind::Adjective } else { Kind::Verb },
        voice,
        tense: auxiliaries.tense,
        negation: negation(arcs, token, &arguments),
        modals: auxiliaries.modals,
        obliques,
        subjects,
        objects,
        recipients,
        clauses,
        parent: None,
        headline: !arcs.sentence.has_stop,
        span: whole(arcs, token),
    }
}

/// "is opposed to", "was concerned that": a participle with a complement that the verb itself does not take.
fn is_state(arcs: &Arcs<'_>, token: TokenId) -> bool {
    arcs.has(token, &[Relation::Ccomp, Relation::Xcomp])
        || arcs
            .with(token, &[Relation::Obl, Relation::Advcl])
            .any(|kid| matches!(arcs.preposition(kid).as_str(), "to" | "about" | "over" | "for") || has_to(arcs, kid))
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
    if arcs.has(token, &[Relation::AuxPass]) {
        return true;
    }
    if arcs.has(token, &[Relation::NsubjPass]) {
        // "the army fired a shell", "has alleged that": without "be", what has an object or "have" is active.
        let perfect = arcs.with(token, &[Relation::Aux]).any(|aux| arcs.lemma(aux) == "have");
        return !perfect && !arcs.has(token, &[Relation::Obj]);
    }
    if is_headline_participle(arcs, token) {
        return true;
    }
    if arcs.xpos(token) != Xpos::Vbn && !(arcs.xpos(token) == Xpos::Vbd && arcs.relation(token) == Relation::Acl) {
        return false;
    }
    let has_aux = arcs.has(token, &[Relation::Aux]);
    // "the claim that Iraq attacked Kuwait": a clause with its own subject, not a participle of the noun.
    if arcs.has(token, &[Relation::Nsubj]) && arcs.marked(token, "that") {
        return false;
    }
    match arcs.relation(token) {
        Relation::Acl | Relation::Advcl | Relation::Amod | Relation::Xcomp => !has_aux,
        Relation::Conj => !has_aux && arcs.head(token).is_some_and(|head| arcs.is_verb(head) && is_passive(arcs, head)),
        _ => false,
    }
}

/// A headline's bare participle: "Minister accused of fraud", whatever its tag.
fn is_headline_participle(arcs: &Arcs<'_>, token: TokenId) -> bool {
    let root = arcs.head(token).is_none() && !arcs.sentence.has_stop;
    let bare = !arcs.has(token, &[Relation::Aux, Relation::Obj, Relation::Ccomp]);
    root && bare
        && match arcs.xpos(token) {
            Xpos::Vbn => arcs.has(token, SUBJECTS),
            Xpos::Vbd => listed(TRANSITIVE, arcs.lemma(token)),
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
    let fills = |object: TokenId| arcs.is_relative(object) || arcs.form(object) == "that";
    let gap = arcs.has(token, &[Relation::Ccomp]) && own.iter().any(|&object| fills(object));
    if gap {
        return Vec::new();
    }
    if let Some(told) = resumed(arcs, token) {
        return if rejects_plan(arcs, token, told) { vec![told] } else { Vec::new() };
    }
    if !own.is_empty() || passive {
        return resolve_relative(arcs, own);
    }
    // A relative clause without a pronoun: "the report China rejected".
    if arcs.relation(token) == Relation::AclRelcl {
        let has_pronoun = arcs.below(token, |_| false).into_iter().any(|word| arcs.is_relative(word));
        let has_subject = arcs.has(token, &[Relation::Nsubj]);
        if has_subject && !has_pronoun && !arcs.has(token, &[Relation::Ccomp, Relation::Xcomp]) {
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
    // "deny or confirm X": the parser may hang what stands after the last verb on the first.
    let before = || {
        let first = arcs.head(token).filter(|_| arcs.relation(token) == Relation::Conj)?;
        let near = first < token
            && token.index() - first.index() <= 3
            && arcs.is_verb(first)
            && !arcs.has(token, &[Relation::Nsubj]);
        arcs.with(first, &[Relation::Obj]).find(|&kid| near && kid > token).map(|_| first)
    };
    let blocked = arcs.has(token, &[Relation::Ccomp, Relation::Xcomp, Relation::Obl]);
    match shared.or_else(before).filter(|_| !blocked) {
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
            Relation::Advcl | Relation::Acl | Relation::Ccomp => arcs.is_gerund(kid),
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

/// What a clause takes up from before it: "X shelled the village, which Y denies", what X did, or what is told of X.
fn resumed(arcs: &Arcs<'_>, token: TokenId) -> Option<TokenId> {
    let clause = arcs.head(token).filter(|_| resumes(arcs, token))?;
    Some(arcs.with(clause, &[Relation::Ccomp]).next().unwrap_or(clause))
}

/// "said it would buy the island, which Oslo rejected": a plan that is rejected is no fact that is denied.
fn rejects_plan(arcs: &Arcs<'_>, verb: TokenId, told: TokenId) -> bool {
    const FACTS: [&str; 8] = ["amount", "be", "breach", "cause", "constitute", "harm", "mean", "violate"];
    let rejects = matches!(arcs.lemma(verb), "contest" | "dismiss" | "reject");
    rejects && arcs.has_modal(told) && !FACTS.contains(&arcs.lemma(told))
}

/// Content and complement clauses.
fn clauses(arcs: &Arcs<'_>, token: TokenId, lemma: &str) -> Vec<Clause> {
    let mut found = Vec::new();
    for &kid in arcs.kids(token) {
        let form = match arcs.relation(kid) {
            Relation::Ccomp | Relation::Csubj => Some(clause_form(arcs, kid)),
            Relation::Xcomp => Some(complement_form(arcs, kid)),
            Relation::Advcl if listed(OBJECT_CONTROL, lemma) && has_to(arcs, kid) => Some(ClauseForm::Infinitive),
            _ => None,
        };
        let told = form != Some(ClauseForm::Infinitive) || lemma != "call" || calls_on(arcs, token, kid);
        if let Some(form) = form.filter(|_| told) {
            found.push(Clause { head: kid, form, spans: clause_spans(arcs, kid) });
        }
    }
    if let Some(told) = resumed(arcs, token).filter(|&told| !rejects_plan(arcs, token, told)) {
        found.push(Clause { head: told, form: ClauseForm::Finite, spans: clause_spans(arcs, told) });
    }
    found
}

/// Whether a verb calls on or for somebody: "called Germany to complain" says why, and nothing that is asked.
fn calls_on(arcs: &Arcs<'_>, verb: TokenId, clause: TokenId) -> bool {
    const ADDRESSED: [&str; 3] = ["on", "upon", "for"];
    let addressed = |word: &str| ADDRESSED.contains(&word);
    let said = |kid: TokenId| addressed(&arcs.preposition(kid)) || addressed(arcs.form(kid));
    // "called to end the war", and not "called to congratulate him".
    let main = !matches!(arcs.relation(verb), Relation::Acl | Relation::Amod);
    let bare = main
        && listed(ENDING, arcs.lemma(clause))
        && !arcs.has(verb, &[Relation::Obj, Relation::Iobj, Relation::AuxPass, Relation::NsubjPass]);
    arcs.marked(clause, "for") || arcs.kids(verb).iter().any(|&kid| said(kid)) || bare
}

/// Whether an infinitive can be what is asked for; "in order to" and "so as to" say why instead.
fn has_to(arcs: &Arcs<'_>, token: TokenId) -> bool {
    let why = ["in", "so"].into_iter().any(|word| arcs.marked(token, word));
    !why && arcs.marked(token, "to")
}

fn clause_form(arcs: &Arcs<'_>, token: TokenId) -> ClauseForm {
    let asks = |kid: TokenId| {
        matches!(arcs.form(kid), "whether" | "if") && arcs.relation(kid) == Relation::Mark
            || matches!(arcs.xpos(kid), Xpos::Wp | Xpos::Wrb)
    };
    if arcs.kids(token).iter().any(|&kid| kid < token && asks(kid)) {
        return ClauseForm::Question;
    }
    // What stands behind "that" is finite, whatever was taken for its verb.
    if arcs.marked(token, "that") {
        return ClauseForm::Finite;
    }
    // "that the plan is to raise taxes" states something.
    let copula = arcs.with(token, &[Relation::Cop, Relation::Aux]).any(|copula| arcs.xpos(copula).is_finite());
    if has_to(arcs, token) && !copula {
        return ClauseForm::Infinitive;
    }
    // "Iraq not attacking Kuwait, Sweden says", "Iraq says Sweden preparing for war": a headline's clause does without its
    // auxiliary.
    let headline =
        !arcs.sentence.has_stop && arcs.relation(token) == Relation::Ccomp && arcs.has(token, &[Relation::Nsubj]);
    let gerund = arcs.xpos(token) == Xpos::Vbg && !is_finite(arcs, token) && !headline;
    if gerund { ClauseForm::Gerund } else { ClauseForm::Finite }
}

fn complement_form(arcs: &Arcs<'_>, token: TokenId) -> ClauseForm {
    match arcs.upos(token) {
        _ if has_to(arcs, token) => ClauseForm::Infinitive,
        Upos::Verb | Upos::Aux if arcs.is_gerund(token) => ClauseForm::Gerund,
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

/// Nouns for what is felt: who raises them makes others feel so.
const FELT: &[&str] = &["alarm", "expectation", "fear", "hope"];

/// The verb that lends its subject to a noun: "imposed sanctions".
pub(super) fn light_verb(arcs: &Arcs<'_>, noun: TokenId) -> Option<TokenId> {
    let object = matches!(arcs.relation(noun), Relation::Obj | Relation::NsubjPass);
    let lends = |verb: &TokenId| {
        let lemma = with_particle(arcs, *verb);
        listed(LIGHT, &lemma) && !(lemma == "raise" && FELT.contains(&arcs.lemma(noun)))
    };
    arcs.head(noun).filter(|verb| object && arcs.is_verb(*verb) && lends(verb))
}
