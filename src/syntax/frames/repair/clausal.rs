//! The clauses that a verb takes: infinitives, gerunds, "that" clauses hung on the object.
//!
//! In: arcs and a verb. Out: arcs in which "urged Kyiv to act" has an object and an infinitive of the verb's own, "denied
//! attacking X" and "accused X of doing" a gerund on the verb, "told reporters that …" its clause.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::after_break;
use crate::syntax::frames::words::{ADDRESSING, AGENCIES, SPEECH, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "has “strongly condemned” it": before a participle with an object of its own, "have" is an auxiliary.
pub(super) fn have_done(arcs: &mut Arcs<'_>, have: TokenId) {
    let done = arcs.with(have, &[Relation::Xcomp, Relation::Ccomp]).find(|&kid| {
        let between = (have.index() + 1..kid.index()).map(TokenId::at);
        kid > have
            && arcs.xpos(kid) == Xpos::Vbn
            && between.clone().all(|word| arcs.is_punct(word) || arcs.upos(word) == Upos::Adv)
            && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Aux])
    });
    if let Some(done) = done.filter(|_| !arcs.has(have, &[Relation::Obj])) {
        arcs.replace(have, done, Relation::Aux);
        arcs.retag(have, Upos::Aux, arcs.xpos(have));
        arcs.hand_on(have, done, |_| true);
    }
}

/// "has yet to act": the infinitive is what "have" takes.
pub(super) fn yet_to(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let found = arcs.with(verb, &[Relation::Advcl]).find(|&kid| {
        arcs.with(kid, &[Relation::Mark])
            .any(|to| arcs.form(to) == "to" && arcs.before(to).is_some_and(|before| arcs.form(before) == "yet"))
    });
    if let Some(kid) = found.filter(|_| lemma == "have") {
        arcs.relabel(kid, Relation::Xcomp);
    }
}

/// "subjected them to torture": a noun behind "to" is no infinitive.
pub(super) fn to_noun(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Advcl, Relation::Xcomp]).find_map(|kid| {
        let noun = kid > verb && arcs.xpos(kid) == Xpos::Nn && !arcs.has(kid, &[Relation::Obj, Relation::Cop]);
        let to = arcs.with(kid, &[Relation::Mark]).find(|&mark| arcs.form(mark) == "to")?;
        noun.then_some((kid, to))
    });
    if let Some((noun, to)) = found {
        arcs.relabel(noun, Relation::Obl);
        arcs.relabel(to, Relation::Case);
        arcs.retag(to, Upos::Adp, Xpos::In);
    }
}

/// "says the military retaliated": nobody says a military, and the participle behind it is its verb.
pub(super) fn said_that(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    if lemma != "say" || arcs.has(verb, &[Relation::Ccomp]) {
        return;
    }
    let found = arcs.with(verb, &[Relation::Obj]).filter(|&noun| noun > verb).find_map(|noun| {
        let said = arcs.with(noun, &[Relation::Acl]).find(|&kid| {
            let regular = arcs.xpos(kid) == Xpos::Vbn && arcs.form(kid).ends_with("ed");
            kid > noun && regular && !arcs.has(kid, &[Relation::OblAgent, Relation::AuxPass, Relation::Mark])
        })?;
        (arcs.with(said, &[Relation::Obl, Relation::Obj, Relation::Xcomp]).next().is_some()).then_some((noun, said))
    });
    let Some((noun, said)) = found else { return };
    let by = arcs.with(said, &[Relation::Obl]).any(|kid| arcs.preposition(kid) == "by");
    if arcs.upos(noun) == Upos::Pron || by {
        return;
    }
    arcs.retag(said, Upos::Verb, Xpos::Vbd);
    arcs.attach(said, Some(verb), Relation::Ccomp);
    arcs.attach(noun, Some(said), Relation::Nsubj);
}

/// Verbs that take a gerund and no noun with one: "denies attacking Kuwait".
const GERUND: &[&str] = &[
    "acknowledge",
    "admit",
    "avoid",
    "consider",
    "contemplate",
    "defend",
    "deny",
    "discuss",
    "mull",
    "oppose",
    "propose",
    "recommend",
    "regret",
    "reject",
    "risk",
    "stop",
    "suggest",
];

/// "Iraq denies attacking Kuwait", where the parser takes "attacking" for an adjective of the name.
fn attacking(arcs: &mut Arcs<'_>, verb: TokenId) {
    let gerund = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    if !GERUND.contains(&arcs.lemma(verb)) || arcs.xpos(gerund) != Xpos::Vbg || arcs.relation(gerund) != Relation::Amod
    {
        return;
    }
    let name = arcs.head(gerund).filter(|&noun| {
        arcs.upos(noun) == Upos::Propn && arcs.relation(noun) == Relation::Obj && arcs.head(noun) == Some(verb)
    });
    if let Some(name) = name {
        arcs.replace(name, gerund, Relation::Obj);
        arcs.relabel(gerund, Relation::Xcomp);
    }
}

/// "denied attacking the village", "denied having attacked it": a bare gerund right behind its verb is what the verb takes.
pub(super) fn gerund_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    attacking(arcs, verb);
    let next = arcs.with(verb, &[Relation::Advcl, Relation::Obj]).find(|&kid| {
        let noun = arcs.relation(kid) == Relation::Obj && !arcs.has(kid, &[Relation::Obj, Relation::Ccomp]);
        perfect(arcs, kid).unwrap_or(kid).index() == verb.index() + 1 && !noun
    });
    let bare = |&kid: &TokenId| {
        let doing = arcs.xpos(kid) == Xpos::Vbg || perfect(arcs, kid).is_some();
        doing && !arcs.has(kid, &[Relation::Mark, Relation::Nsubj])
    };
    let alone = |gerund: &TokenId| !arcs.with(verb, &[Relation::Obj, Relation::AuxPass]).any(|kid| kid != *gerund);
    if let Some(gerund) = next.filter(bare).filter(alone) {
        arcs.relabel(gerund, Relation::Xcomp);
    }
}

/// The "having" of a perfect gerund.
fn perfect(arcs: &Arcs<'_>, gerund: TokenId) -> Option<TokenId> {
    arcs.with(gerund, &[Relation::Aux]).find(|&aux| arcs.form(aux) == "having")
}

/// Nouns that say to do something, and nouns that say on what.
const TO_DO: &[&str] = &[
    "appeal", "attempt", "bid", "call", "decision", "demand", "effort", "move", "offer", "order", "plan", "pledge",
    "promise", "proposal", "refusal", "request", "ruling", "threat", "vote", "vow",
];
const ON_WHAT: &[&str] = &["ban", "curb", "embargo", "limit", "restriction"];

/// "made an appeal to X to act", "rejected calls for X to act", "imposed restrictions on trade": what follows the noun at once is the noun's.
pub(super) fn noun_complement(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(noun) = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb) else { return };
    let (to_do, on_what) = (TO_DO.contains(&arcs.lemma(noun)), ON_WHAT.contains(&arcs.lemma(noun)));
    let Some(end) = arcs.below(noun, |_| false).last().map(|last| last.index() + 1) else { return };
    let begins = |kid: TokenId, word: &str, relation: Relation| {
        arcs.with(kid, &[relation]).any(|first| first.index() == end && arcs.form(first) == word)
    };
    let infinitive = arcs.with(verb, &[Relation::Advcl]).find(|&kid| {
        to_do && arcs.marked(kid, "to") && (begins(kid, "to", Relation::Mark) || begins(kid, "for", Relation::Mark))
    });
    let phrase = arcs.with(verb, &[Relation::Obl]).find(|&kid| on_what && begins(kid, "on", Relation::Case));
    if let Some(clause) = infinitive {
        arcs.attach(clause, Some(noun), Relation::Acl);
    } else if let Some(phrase) = phrase {
        arcs.attach(phrase, Some(noun), Relation::Nmod);
    }
}

/// "told the BBC any deal must be fair": an article or pronoun begins a noun phrase, and what stands before it is another.
pub(super) fn hearer_before_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(clause) = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb) else { return };
    let found = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).find_map(|subject| {
        let hearer = arcs.with(subject, &[Relation::Compound, Relation::Flat]).find(|&kid| {
            let begins = |at: &TokenId| matches!(arcs.upos(*at), Upos::Det) || arcs.xpos(*at) == Xpos::PrpPoss;
            // "told Reuters prices rose"
            let bare = listed(AGENCIES, &arcs.lemma(kid).to_lowercase())
                && arcs.xpos(subject) == Xpos::Nns
                && kid.index() + 1 == subject.index();
            kid > verb && (bare || (kid.index() + 1..subject.index()).map(TokenId::at).any(|at| begins(&at)))
        })?;
        Some((subject, hearer))
    });
    let Some((subject, hearer)) = found.filter(|_| !arcs.has(verb, &[Relation::Obj, Relation::Iobj])) else { return };
    arcs.attach(hearer, Some(verb), Relation::Obj);
    arcs.hand_on(subject, hearer, |kid| verb < kid && kid < hearer);
}

/// "warned last week there could be war": what "there" stands before is the clause that it opens.
pub(super) fn there_is(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(there) =
        arcs.with(verb, &[Relation::Advmod, Relation::Expl]).find(|&kid| kid > verb && arcs.form(kid) == "there")
    else {
        return;
    };
    let clause = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > there && arcs.has(kid, &[Relation::Cop]));
    let next = TokenId::at(there.index() + 1);
    if let Some(clause) = clause.filter(|&clause| next.index() < arcs.len() && arcs.head(next) == Some(clause)) {
        arcs.retag(there, Upos::Pron, Xpos::Ex);
        arcs.attach(there, Some(clause), Relation::Expl);
    }
}

/// "telling a rally the plan was dead": a name or noun phrase behind the hearer is the subject of a clause that has none.
pub(super) fn subject_behind_hearer(arcs: &mut Arcs<'_>, verb: TokenId) {
    let subjects = [Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Csubj, Relation::Mark];
    let clause = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_finite(kid));
    let Some(clause) = clause.filter(|&clause| !arcs.has(clause, &subjects)) else { return };
    let found = arcs.with(verb, &[Relation::Obj, Relation::Iobj]).find_map(|hearer| {
        let beside = |kid: &TokenId| arcs.before(*kid) == Some(hearer) && *kid < clause;
        arcs.with(hearer, &[Relation::Appos, Relation::NmodUnmarked]).find(beside)
    });
    if let Some(subject) = found {
        let subject_is = arcs.subject_relation(clause);
        arcs.attach(subject, Some(clause), subject_is);
    }
}

/// Nouns for what people decide and do, behind which "by" says who.
const ACTS: &[&str] = &[
    "announcement",
    "arrest",
    "attack",
    "attempt",
    "bid",
    "bombing",
    "call",
    "claim",
    "comment",
    "condemnation",
    "crackdown",
    "decision",
    "demand",
    "effort",
    "finding",
    "invasion",
    "killing",
    "move",
    "offer",
    "order",
    "plan",
    "proposal",
    "raid",
    "refusal",
    "remark",
    "report",
    "request",
    "ruling",
    "speech",
    "statement",
    "strike",
    "threat",
    "visit",
    "vote",
    "warning",
];

/// "supported the decision by the court", "condemned the attack by Iraq": an active verb has no agent; the noun before "by" has.
pub(super) fn noun_agent(arcs: &mut Arcs<'_>, verb: TokenId) {
    let active =
        arcs.xpos(verb) != Xpos::Vbn || arcs.has(verb, &[Relation::Aux]) && !arcs.has(verb, &[Relation::AuxPass]);
    let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb && ACTS.contains(&arcs.lemma(kid)));
    let Some(object) = object.filter(|_| active) else { return };
    let agent = arcs.with(verb, &[Relation::Obl, Relation::OblAgent]).find(|&kid| {
        let by = arcs.with(kid, &[Relation::Case]).find(|&case| arcs.form(case) == "by");
        by.is_some_and(|by| by.index() == object.index() + 1) && arcs.is_nominal(kid)
    });
    if let Some(agent) = agent {
        arcs.attach(agent, Some(object), Relation::Nmod);
    }
}

/// "called for X to act": what it calls for is the clause, and X its subject.
pub(super) fn called_for(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(clause) = arcs.with(verb, &[Relation::Xcomp, Relation::Advcl]).find(|&kid| arcs.marked(kid, "to")) else {
        return;
    };
    let found = arcs.with(verb, &[Relation::Obl]).find_map(|noun| {
        let preposition = arcs.with(noun, &[Relation::Case]).find(|&case| case.index() == verb.index() + 1)?;
        let mut end = arcs.below(noun, |_| false).last()?.index() + 1;
        end += usize::from(arcs.form_at(end) == ")");
        let close = noun > verb && arcs.form_at(end) == "to" && arcs.form(preposition) == "for";
        close.then_some((noun, preposition))
    });
    if let Some((noun, preposition)) = found.filter(|_| !arcs.has(clause, &[Relation::Nsubj])) {
        arcs.attach(preposition, Some(clause), Relation::Mark);
        arcs.attach(noun, Some(clause), Relation::Nsubj);
        arcs.relabel(clause, Relation::Ccomp);
    }
}

/// "announced rules for firms that fail in ensuring their goods are clean": a noun right before a finite verb is its
/// subject, and the clause belongs to the verb whose object it seemed to be.
pub(super) fn ensured(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let clausal =
        listed(SPEECH, lemma) || matches!(lemma, "ensure" | "guarantee" | "hope" | "know" | "prove" | "verify");
    if !clausal || arcs.is_finite(verb) {
        return;
    }
    let Some(object) = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb) else { return };
    let next = TokenId::at((object.index() + 1).min(arcs.len() - 1));
    let clause = if arcs.upos(next) == Upos::Aux { arcs.head(next) } else { Some(next) };
    let Some(clause) = clause.filter(|&clause| clause > object && arcs.relation(clause) == Relation::Ccomp) else {
        return;
    };
    let subject = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).find(|&kid| kid < verb);
    let Some((subject, outer)) = subject.zip(arcs.head(clause)) else { return };
    if !arcs.is_finite(clause) || outer > subject || !arcs.ancestors(verb).any(|above| above == subject) {
        return;
    }
    let relation = arcs.relation(subject);
    arcs.attach(subject, Some(outer), Relation::Obj);
    arcs.attach(clause, Some(verb), Relation::Ccomp);
    arcs.attach(object, Some(clause), relation);
}

/// "It was wrong of Kyiv to say that …": who says it stands behind "of", and "it" is nobody.
pub(super) fn of_whom(arcs: &mut Arcs<'_>, verb: TokenId) {
    let clause = matches!(arcs.relation(verb), Relation::Csubj | Relation::Advcl | Relation::Xcomp | Relation::Ccomp);
    let Some(judged) = arcs.head(verb).filter(|&judged| clause && judged < verb && arcs.marked(verb, "to")) else {
        return;
    };
    let it = arcs
        .with(judged, &[Relation::Nsubj, Relation::Expl])
        .find(|&it| it < judged && arcs.form(it) == "it" && arcs.kids(judged).iter().any(|&be| arcs.lemma(be) == "be"));
    let whom = arcs.with(judged, &[Relation::Obl]).find(|&whom| {
        let end = arcs.below(whom, |_| false).last().map_or(0, |last| last.index() + 1);
        judged < whom && arcs.preposition(whom) == "of" && arcs.form_at(end) == "to"
    });
    let Some((it, whom)) = it.zip(whom).filter(|_| !arcs.has(verb, &[Relation::Nsubj])) else { return };
    if !matches!(arcs.upos(judged), Upos::Adj | Upos::Verb)
        || arcs.upos(judged) == Upos::Verb && !arcs.form(judged).ends_with("ing")
    {
        return;
    }
    let of = arcs.with(whom, &[Relation::Case]).next();
    arcs.relabel(it, Relation::Expl);
    arcs.attach(whom, Some(verb), Relation::Nsubj);
    if let Some(of) = of {
        arcs.attach(of, Some(verb), Relation::Mark);
    }
}

/// "told reporters that …", "warned Kyiv that …": the clause is no relative clause of the hearer.
pub(super) fn that_clause(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass]).find_map(|hearer| {
        arcs.with(hearer, &[Relation::Acl, Relation::AclRelcl]).find(|&kid| kid > verb && arcs.marked(kid, "that"))
    });
    if let Some(clause) = found {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        return;
    }
    // "told the weekly Le Monde, to be published on Sunday, that …": when the paper comes out is nothing that it is told to do.
    let found = arcs.with(verb, &[Relation::Xcomp, Relation::Advcl]).find_map(|issue| {
        let issued = matches!(arcs.lemma(issue), "air" | "appear" | "broadcast" | "print" | "publish" | "release");
        let below = arcs.below(issue, |_| false).into_iter();
        let clause = below
            .filter(|&kid| arcs.relation(kid) == Relation::Ccomp)
            .find(|&kid| kid > issue && arcs.marked(kid, "that"))?;
        (issued && arcs.marked(issue, "to")).then_some((issue, clause))
    });
    let hearer = arcs.with(verb, &[Relation::Obj, Relation::Iobj]).next();
    if let Some(((issue, clause), hearer)) = found.zip(hearer) {
        arcs.attach(issue, Some(hearer), Relation::Dep);
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}

/// "urged Kyiv to act", "called on members to vote": the infinitive is the verb's.
pub(super) fn infinitive(arcs: &mut Arcs<'_>, verb: TokenId) {
    let has_object = arcs.has(verb, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass]);
    let addressed = |kid: &TokenId| match arcs.relation(*kid) {
        Relation::Obj | Relation::Iobj => true,
        Relation::Obl => listed(ADDRESSING, &arcs.preposition(*kid)),
        _ => false,
    };
    let hearers: Vec<TokenId> = arcs.kids(verb).iter().copied().filter(|kid| *kid > verb).filter(addressed).collect();
    // "called on the army, the police and the rebels to stop": the list goes on without its preposition.
    let addressed_last = hearers.last().copied().filter(|&hearer| arcs.relation(hearer) == Relation::Obl);
    let further = arcs.with(verb, &[Relation::Obl, Relation::OblUnmarked]).find(|&kid| {
        addressed_last.is_some_and(|hearer| kid > hearer) && arcs.preposition(kid).is_empty() && after_break(arcs, kid)
    });
    if let (Some(hearer), Some(further)) = (addressed_last, further.filter(|&kid| arcs.has(kid, &[Relation::Conj]))) {
        arcs.attach(further, Some(hearer), Relation::Conj);
    }
    for &hearer in &hearers {
        let inner = infinitive_below(arcs, hearer);
        if let Some(inner) = inner.filter(|_| !arcs.has(verb, &[Relation::Xcomp])) {
            arcs.attach(inner, Some(verb), Relation::Xcomp);
        }
    }
    // "“We urge the rebels not to meet him,” said X": the infinitive is what is urged, and not what X said.
    let beside = arcs.head(verb).filter(|_| has_object && !arcs.has(verb, &[Relation::Xcomp])).and_then(|above| {
        arcs.with(above, &[Relation::Ccomp, Relation::Xcomp, Relation::Advcl, Relation::Parataxis]).find(|&kid| {
            let same = arcs.quotes[kid.index()] != 0 && arcs.quotes[kid.index()] == arcs.quotes[verb.index()];
            same && kid > verb && arcs.marked(kid, "to") && !arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass])
        })
    });
    if let Some(beside) = beside {
        arcs.attach(beside, Some(verb), Relation::Xcomp);
    }
    let loose =
        arcs.with(verb, &[Relation::Advcl, Relation::Ccomp, Relation::Conj, Relation::Parataxis]).find(|&kid| {
            kid > verb
                && arcs.marked(kid, "to")
                && !arcs.marked(kid, "for")
                && !arcs.marked(kid, "that")
                && !arcs.has(kid, &[Relation::Cc, Relation::Cop])
                && !after_break(arcs, kid)
        });
    let Some(inner) = loose.filter(|_| !arcs.has(verb, &[Relation::Xcomp])) else { return };
    let subject = arcs.with(inner, &[Relation::Nsubj]).find(|&kid| kid > verb);
    if let Some(subject) = subject.filter(|_| !has_object) {
        arcs.attach(subject, Some(verb), Relation::Obj);
        arcs.relabel(inner, Relation::Xcomp);
    } else if subject.is_none() && (has_object || !hearers.is_empty()) {
        arcs.relabel(inner, Relation::Xcomp);
    }
}

/// The infinitive that the parser hangs on a hearer, on the last of several ("called on Iraq and its allies to act"), or on a
/// participle or relative clause of it ("urged all sides involved to act", "urged Iraq, which leads, to act").
fn infinitive_below(arcs: &Arcs<'_>, hearer: TokenId) -> Option<TokenId> {
    let to = |kid: &TokenId| arcs.marked(*kid, "to");
    let own = |noun: TokenId| arcs.with(noun, &[Relation::Acl, Relation::Xcomp]).find(to);
    let of_clause = || {
        let clause = arcs.with(hearer, &[Relation::Acl, Relation::AclRelcl]).find(|kid| !to(kid))?;
        let bare = arcs.relation(clause) == Relation::Acl && !arcs.has(clause, &[Relation::Obj]);
        arcs.with(clause, &[Relation::Advcl, Relation::Xcomp]).find(to).filter(|&kid| bare || after_break(arcs, kid))
    };
    let members = arcs.below(hearer, |kid| arcs.relation(kid) != Relation::Conj);
    own(hearer).or_else(|| members.into_iter().find_map(own)).or_else(of_clause)
}

/// "accused by X of doing", "charged the mayor with taking": the gerund is the verb's, not the noun's.
pub(super) fn gerund(arcs: &mut Arcs<'_>, verb: TokenId) {
    // "accused X of doing", where X became the gerund's subject.
    let doing = arcs.with(verb, &[Relation::Advcl, Relation::Ccomp]).find(|&kid| kid > verb && arcs.is_gerund(kid));
    let named = doing.and_then(|doing| arcs.with(doing, &[Relation::Nsubj]).find(|&kid| kid > verb));
    if let Some(named) = named.filter(|_| !arcs.has(verb, &[Relation::Obj, Relation::NsubjPass])) {
        arcs.attach(named, Some(verb), Relation::Obj);
    }
    // "accused the plan of failing": a noun in "-ing" right behind "of", where the verb takes no other "of".
    let failing = arcs.with(verb, &[Relation::Obj, Relation::NsubjPass]).find_map(|noun| {
        arcs.with(noun, &[Relation::Nmod]).find(|&kid| {
            arcs.preposition(kid) == "of"
                && arcs.upos(kid) == Upos::Noun
                && arcs.form(kid).ends_with("ing")
                && arcs.before(kid).is_some_and(|of| arcs.form(of) == "of")
        })
    });
    if let Some(failing) = failing {
        arcs.attach(failing, Some(verb), Relation::Obl);
    }
    let nouns: Vec<TokenId> = arcs
        .with(verb, &[Relation::Obj, Relation::OblAgent, Relation::Obl, Relation::NsubjPass])
        .filter(|&kid| kid > verb && arcs.is_nominal(kid))
        .collect();
    for noun in nouns {
        let agent = arcs.preposition(noun) == "by";
        let inner = arcs.with(noun, &[Relation::Acl, Relation::Nmod, Relation::Advcl]).find(|&kid| {
            let preposition = arcs.preposition(kid);
            // "accused X of being weak"
            let being = arcs.with(kid, &[Relation::Cop]).any(|cop| arcs.form(cop) == "being");
            let doing = arcs.is_gerund(kid) && (arcs.upos(kid) == Upos::Verb || being);
            kid > noun
                && (doing && matches!(preposition.as_str(), "of" | "with" | "for") || agent && preposition == "of")
        });
        if let Some(inner) = inner {
            let relation = if arcs.is_clause(inner) { Relation::Advcl } else { Relation::Obl };
            arcs.attach(inner, Some(verb), relation);
        }
    }
    // "accused X of breaking the law by campaigning": that is how X broke it.
    let charge = arcs.with(verb, &[Relation::Advcl]).find(|&kid| kid > verb && arcs.preposition(kid) == "of");
    let how = arcs.with(verb, &[Relation::Advcl]).find(|&kid| arcs.preposition(kid) == "by" && arcs.is_gerund(kid));
    if let (Some(charge), Some(how)) = (charge, how.filter(|&how| charge.is_some_and(|charge| charge < how))) {
        arcs.attach(how, Some(charge), Relation::Advcl);
    }
}

/// "denied having attacked": "having" is an auxiliary.
pub(super) fn having(arcs: &mut Arcs<'_>, verb: TokenId) {
    let next = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    let own = arcs.form(verb) == "having" && arcs.is_verb(verb);
    if own && arcs.head(next) == Some(verb) && arcs.xpos(next) == Xpos::Vbn {
        arcs.replace(verb, next, Relation::Aux);
        arcs.retag(verb, Upos::Aux, Xpos::Vbg);
        arcs.hand_on(verb, next, |_| true);
    }
}
