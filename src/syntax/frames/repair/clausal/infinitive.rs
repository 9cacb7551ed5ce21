//! Infinitives that a verb or its object takes: "urged Kyiv to act", "rejected calls for X to act".
//!
//! In: arcs and a verb. Out: arcs in which the infinitive hangs on the verb, with the hearer as the verb's object, or on the noun
//! that says to do something; and "to" before a noun is no mark of one.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::after_break;
use crate::syntax::frames::words::{ADDRESSING, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// "has yet to act": the infinitive is what "have" takes.
pub(in crate::syntax::frames::repair) fn yet_to(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let found = arcs.with(verb, &[Relation::Advcl]).find(|&kid| {
        arcs.with(kid, &[Relation::Mark])
            .any(|to| arcs.form(to) == "to" && arcs.before(to).is_some_and(|before| arcs.form(before) == "yet"))
    });
    if let Some(kid) = found.filter(|_| lemma == "have") {
        arcs.relabel(kid, Relation::Xcomp);
    }
}

/// "voted by 23 votes to two, with four abstentions, to adopt it", "voted on Monday to adopt it": what stands between a vote and
/// what it was for says only how and when.
pub(in crate::syntax::frames::repair) fn voted(arcs: &mut Arcs<'_>, verb: TokenId) {
    const COUNTS: [&str; 8] = ["vote", "ballot", "abstention", "majority", "margin", "favour", "favor", "unanimity"];
    let how = |token: &TokenId| match arcs.upos(*token) {
        Upos::Num | Upos::Adv | Upos::Adp | Upos::Det | Upos::Adj | Upos::Punct | Upos::Sym | Upos::Cconj => true,
        Upos::Noun => COUNTS.contains(&arcs.lemma(*token)),
        Upos::Propn => arcs.before(*token).is_some_and(|before| matches!(arcs.form(before), "on" | "in")),
        _ => arcs.form(*token) == "to",
    };
    let end = arcs.tokens().filter(|&token| token > verb).find(|token| !how(token));
    let infinitive = end.filter(|&end| arcs.xpos(end) == Xpos::Vb && arcs.marked(end, "to"));
    if let Some(infinitive) = infinitive.filter(|_| !arcs.has(verb, &[Relation::Xcomp])) {
        arcs.attach(infinitive, Some(verb), Relation::Xcomp);
        // "voted 52 to 48 to adopt it"
        let count = arcs.with(verb, &[Relation::Obj]).find(|&kid| arcs.upos(kid) == Upos::Num);
        if let Some(count) = count {
            arcs.relabel(count, Relation::OblUnmarked);
        }
    }
}

/// "subjected them to torture": a noun behind "to" is no infinitive.
pub(in crate::syntax::frames::repair) fn to_noun(arcs: &mut Arcs<'_>, verb: TokenId) {
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

/// Nouns that say to do something, and nouns that say on what.
const TO_DO: &[&str] = &[
    "appeal", "attempt", "bid", "call", "decision", "demand", "effort", "move", "offer", "order", "plan", "pledge",
    "promise", "proposal", "refusal", "request", "ruling", "threat", "vote", "vow",
];

const ON_WHAT: &[&str] = &["ban", "curb", "embargo", "limit", "restriction"];

/// "made an appeal to X to act", "rejected calls for X to act", "imposed restrictions on trade": what follows the noun at once is the noun's.
pub(in crate::syntax::frames::repair) fn noun_complement(arcs: &mut Arcs<'_>, verb: TokenId) {
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

/// "spoke about Togo's plan to make a trip": an infinitive right behind a noun that says to do something is the noun's.
pub(in crate::syntax::frames::repair) fn noun_behind_preposition(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Advcl, Relation::Xcomp]).find_map(|kid| {
        let to = arcs.with(kid, &[Relation::Mark]).find(|&mark| mark > verb && arcs.form(mark) == "to")?;
        let noun = arcs.before(to).filter(|&noun| TO_DO.contains(&arcs.lemma(noun)) && arcs.is_nominal(noun))?;
        let owned = arcs.with(noun, &[Relation::NmodPoss]).any(|owner| arcs.upos(owner) == Upos::Propn);
        let inside = matches!(arcs.relation(noun), Relation::Obl | Relation::Nmod);
        (owned && inside && arcs.ancestors(noun).any(|above| above == verb)).then_some((kid, noun))
    });
    if let Some((clause, noun)) = found {
        arcs.attach(clause, Some(noun), Relation::Acl);
    }
}

/// "called for X to act": what it calls for is the clause, and X its subject.
pub(in crate::syntax::frames::repair) fn called_for(arcs: &mut Arcs<'_>, verb: TokenId) {
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

/// "It was wrong of Kyiv to say that …": who says it stands behind "of", and "it" is nobody.
pub(in crate::syntax::frames::repair) fn of_whom(arcs: &mut Arcs<'_>, verb: TokenId) {
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

/// "urged Kyiv to act", "called on members to vote": the infinitive is the verb's.
pub(in crate::syntax::frames::repair) fn infinitive(arcs: &mut Arcs<'_>, verb: TokenId) {
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
        // "called upon states that had not signed the treaty to do so"
        let called =
            arcs.relation(hearer) == Relation::Obl && matches!(arcs.preposition(hearer).as_str(), "on" | "upon");
        let called = called && arcs.head(hearer).is_some_and(|verb| arcs.lemma(verb) == "call");
        let bare = called || arcs.relation(clause) == Relation::Acl && !arcs.has(clause, &[Relation::Obj]);
        arcs.with(clause, &[Relation::Advcl, Relation::Xcomp]).find(to).filter(|&kid| bare || after_break(arcs, kid))
    };
    let members = arcs.below(hearer, |kid| arcs.relation(kid) != Relation::Conj);
    own(hearer).or_else(|| members.into_iter().find_map(own)).or_else(of_clause)
}

/// "urged Chad and rebels from the south, who began talks, to act": behind a relative clause in commas, wherever it hangs.
pub(in crate::syntax::frames::repair) fn behind_relative(arcs: &mut Arcs<'_>, verb: TokenId) {
    if !arcs.has(verb, &[Relation::Obj, Relation::NsubjPass]) || arcs.has(verb, &[Relation::Xcomp]) {
        return;
    }
    let relative = |clause: &TokenId| *clause > verb && arcs.relation(*clause) == Relation::AclRelcl;
    let inner = arcs.below(verb, |_| false).into_iter().filter(relative).find_map(|clause| {
        let infinitive = arcs.with(clause, &[Relation::Advcl, Relation::Xcomp]).find(|&kid| arcs.marked(kid, "to"))?;
        after_break(arcs, infinitive).then_some(infinitive)
    });
    if let Some(inner) = inner {
        arcs.attach(inner, Some(verb), Relation::Xcomp);
    }
}
