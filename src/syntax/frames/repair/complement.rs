//! What a verb takes beside its object: small clauses, infinitives, gerunds, "that" clauses hung on the object.
//!
//! In: arcs. Out: arcs in which "called the claims false" has an object and an `xcomp`, "urged Kyiv to act" an object
//! and an infinitive of the verb's own, "accused X of doing" the gerund on the verb. Verbs come from the word lists.

use crate::syntax::frames::arcs::{Arcs, is_quote};
use crate::syntax::frames::phrase::after_break;
use crate::syntax::frames::words::{
    ADDRESSING, AS_VERBS, CHARGING, HEARER, NAMING, OBJECT_CONTROL, SPEECH, TELL, TIME, TRANSITIVE, listed,
};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Moves complements to the verbs that take them.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens().filter(|&token| arcs.is_verb(token)).collect::<Vec<_>>() {
        let lemma = arcs.lemma(token).to_lowercase();
        if listed(TRANSITIVE, &lemma) && !listed(SPEECH, &lemma) {
            no_content(arcs, token);
        }
        having(arcs, token);
        phrase(arcs, token);
        to_noun(arcs, token);
        yet_to(arcs, token, &lemma);
        said_that(arcs, token, &lemma);
        particle(arcs, token);
        participle_object(arcs, token);
        hours_before(arcs, token);
        gerund_object(arcs, token);
        noun_complement(arcs, token);
        copular_object(arcs, token);
        lone_recipient(arcs, token, &lemma);
        ensured(arcs, token, &lemma);
        if listed(NAMING, &lemma) {
            small_clause(arcs, token);
        }
        if listed(HEARER, &lemma) {
            hearer_before_subject(arcs, token);
            that_clause(arcs, token);
        }
        if lemma == "call" {
            called_for(arcs, token);
        }
        if matches!(lemma.as_str(), "blame" | "pin") {
            laid_on(arcs, token);
        }
        if listed(OBJECT_CONTROL, &lemma) {
            infinitive(arcs, token);
        }
        if listed(AS_VERBS, &lemma) {
            taken_for(arcs, token);
        }
        if listed(CHARGING, &lemma) {
            modified_noun(arcs, token);
            gerund(arcs, token);
        }
    }
}

/// "said prior to a meeting": a noun behind a preposition is no content.
fn phrase(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Ccomp, Relation::Xcomp]).find(|&kid| {
        kid > verb
            && arcs.upos(kid) == Upos::Noun
            && arcs.with(kid, &[Relation::Case]).any(|case| case < kid && arcs.form(case) != "as")
            && !arcs.has(kid, &[Relation::Cop, Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Mark])
    });
    if let Some(noun) = found {
        arcs.relabel(noun, Relation::Obl);
    }
}

/// "has yet to act": the infinitive is what "have" takes.
fn yet_to(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let found = arcs.with(verb, &[Relation::Advcl]).find(|&kid| {
        arcs.with(kid, &[Relation::Mark])
            .any(|to| arcs.form(to) == "to" && arcs.before(to).is_some_and(|before| arcs.form(before) == "yet"))
    });
    if let Some(kid) = found.filter(|_| lemma == "have") {
        arcs.relabel(kid, Relation::Xcomp);
    }
}

/// "subjected them to torture": a noun behind "to" is no infinitive.
fn to_noun(arcs: &mut Arcs<'_>, verb: TokenId) {
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
fn said_that(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
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

/// "brushed aside calls": the particle is the verb's.
fn particle(arcs: &mut Arcs<'_>, verb: TokenId) {
    let next = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    if arcs.form(next) == "aside" && next > verb {
        arcs.attach(next, Some(verb), Relation::CompoundPrt);
    }
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

/// "denied attacking the village": a bare gerund right behind its verb is what the verb takes.
fn gerund_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    attacking(arcs, verb);
    let next = arcs.with(verb, &[Relation::Advcl, Relation::Obj]).find(|&kid| {
        let noun = arcs.relation(kid) == Relation::Obj && !arcs.has(kid, &[Relation::Obj, Relation::Ccomp]);
        kid.index() == verb.index() + 1 && !noun
    });
    let bare = |&kid: &TokenId| arcs.xpos(kid) == Xpos::Vbg && !arcs.has(kid, &[Relation::Mark, Relation::Nsubj]);
    let alone = |gerund: &TokenId| !arcs.with(verb, &[Relation::Obj, Relation::AuxPass]).any(|kid| kid != *gerund);
    if let Some(gerund) = next.filter(bare).filter(alone) {
        arcs.relabel(gerund, Relation::Xcomp);
    }
}

/// Nouns that say to do something, and nouns that say on what.
const TO_DO: &[&str] = &[
    "appeal", "attempt", "bid", "call", "decision", "demand", "effort", "offer", "pledge", "promise", "proposal",
    "refusal", "request", "threat", "vow",
];
const ON_WHAT: &[&str] = &["ban", "curb", "embargo", "limit", "restriction"];

/// "made an appeal to X to act", "rejected calls for X to act", "imposed restrictions on trade": what follows the noun at once is the noun's.
fn noun_complement(arcs: &mut Arcs<'_>, verb: TokenId) {
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

/// "slammed the report hours before it came out", where "the report hours" is taken for the object.
fn hours_before(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Obj]).find_map(|time| {
        let timely = listed(TIME, arcs.lemma(time))
            && matches!(arcs.form_at(time.index() + 1), "before" | "after" | "later" | "ago" | "earlier");
        let noun = arcs.with(time, &[Relation::Compound]).rfind(|&kid| kid.index() + 1 == time.index());
        noun.filter(|_| timely && time > verb).map(|noun| (time, noun))
    });
    let Some((time, noun)) = found else { return };
    let left: Vec<TokenId> = arcs.kids(time).iter().copied().filter(|&kid| kid < noun).collect();
    arcs.attach(noun, Some(verb), Relation::Obj);
    arcs.relabel(time, Relation::OblUnmarked);
    for kid in left {
        let relation = arcs.relation(kid);
        arcs.attach(kid, Some(noun), relation);
    }
}

/// An object with a copula is a clause ("which X contends is part of …"); a clause of mere time is none ("slammed the
/// report hours before …").
fn copular_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb && arcs.has(kid, &[Relation::Cop]));
    if let Some(object) = object {
        arcs.relabel(object, Relation::Ccomp);
    }
    let time = arcs.with(verb, &[Relation::Ccomp]).find_map(|kid| {
        let span = matches!(arcs.lemma(kid), "hour" | "day" | "week" | "month" | "year" | "minute");
        let timely = span && !arcs.has(kid, &[Relation::Cop, Relation::Aux]);
        arcs.with(kid, &[Relation::Nsubj]).next().filter(|_| timely).map(|subject| (kid, subject))
    });
    if let Some((time, subject)) = time {
        arcs.attach(subject, Some(verb), Relation::Obj);
        arcs.relabel(time, Relation::OblUnmarked);
        arcs.retag(time, Upos::Noun, Xpos::Nns);
    }
}

/// A recipient without an object is one: "urged Kyiv", "asked him"; the hearer of "told" stays a recipient.
fn lone_recipient(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
    let recipient = arcs.with(verb, &[Relation::Iobj]).next();
    if let Some(recipient) = recipient.filter(|_| !arcs.has(verb, &[Relation::Obj]) && !listed(TELL, lemma)) {
        arcs.relabel(recipient, Relation::Obj);
    }
}

/// "called the claims false", "called them liars", "declared the killings a genocide".
fn small_clause(arcs: &mut Arcs<'_>, verb: TokenId) {
    let objects: Vec<TokenId> = arcs.with(verb, &[Relation::Obj, Relation::Iobj]).filter(|&kid| kid > verb).collect();
    if let [first, second, ..] = objects[..] {
        arcs.relabel(first, Relation::Obj);
        arcs.relabel(second, Relation::Xcomp);
        return;
    }
    one_phrase(arcs, verb);
    if arcs.has(verb, &[Relation::Xcomp]) {
        return;
    }
    // "which Beijing called training centers": the pronoun is the object.
    let free =
        arcs.relation(verb) == Relation::AclRelcl && arcs.head(verb).is_some_and(|head| arcs.form(head) == "what");
    let pronoun = free || arcs.with(verb, &[Relation::Obj]).any(|kid| kid < verb && arcs.is_relative(kid));
    if let ([only], true) = (&objects[..], pronoun) {
        arcs.relabel(*only, Relation::Xcomp);
        return;
    }
    if let ([only], true) = (
        &objects[..],
        arcs.has(verb, &[Relation::AuxPass, Relation::NsubjPass])
            || arcs.relation(verb) == Relation::Acl && arcs.xpos(verb) == Xpos::Vbn,
    ) {
        arcs.relabel(*only, Relation::Xcomp);
        return;
    }
    let bare = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| {
        !arcs.is_verb(kid)
            && !arcs.has(kid, &[Relation::Cop, Relation::Mark, Relation::Aux])
            && arcs.has(kid, &[Relation::Nsubj])
    });
    if let Some(small) = bare {
        let subject = arcs.with(small, &[Relation::Nsubj]).next();
        if let Some(subject) = subject {
            arcs.attach(subject, Some(verb), Relation::Obj);
            arcs.relabel(small, Relation::Xcomp);
        }
        return;
    }
    let Some(&object) = objects.first() else { return };
    let adjective = arcs.with(verb, &[Relation::Advmod]).find(|&kid| kid > object && arcs.upos(kid) == Upos::Adj);
    if let Some(small) = adjective {
        arcs.relabel(small, Relation::Xcomp);
        return;
    }
    let inner = arcs.kids(object).iter().copied().find(|&kid| {
        let predicative = match arcs.relation(kid) {
            Relation::Amod => true,
            Relation::NmodUnmarked | Relation::Appos | Relation::Dep => {
                let words = (object.index()..kid.index()).map(TokenId::at);
                words
                    .filter(|&word| arcs.is_punct(word))
                    .all(|mark| is_quote(arcs.form(mark)) || arcs.form(mark) == "-")
            }
            _ => false,
        };
        kid > object && predicative
    });
    if let Some(small) = inner {
        arcs.attach(small, Some(verb), Relation::Xcomp);
        let rest: Vec<TokenId> =
            arcs.with(object, &[Relation::Nmod, Relation::Conj]).filter(|&kid| kid > small).collect();
        for kid in rest {
            let relation = if arcs.relation(kid) == Relation::Nmod { Relation::Obl } else { Relation::Conj };
            let head = if relation == Relation::Obl { verb } else { small };
            arcs.attach(kid, Some(head), relation);
        }
    }
}

/// "called the ruling “absurd”", "called the move illegal", where object and predicate are taken for one noun phrase.
fn one_phrase(arcs: &mut Arcs<'_>, verb: TokenId) {
    let predicate = arcs.with(verb, &[Relation::Obj, Relation::Xcomp]).find(|&kid| kid > verb);
    let Some(predicate) = predicate.filter(|&kid| arcs.preposition(kid).is_empty()) else { return };
    let Some(noun) = arcs.with(predicate, &[Relation::Compound]).rfind(|&kid| kid < predicate) else { return };
    let between: Vec<TokenId> = (noun.index() + 1..predicate.index()).map(TokenId::at).collect();
    // Not "called it an “ethnic cleansing” campaign".
    let quoted = between.iter().any(|&word| is_quote(arcs.form(word))) && arcs.quotes[noun.index()] == 0;
    let apart = arcs.relation(predicate) == Relation::Xcomp
        && between.is_empty()
        && !arcs.has(verb, &[Relation::Obj])
        && [noun, predicate].into_iter().any(|word| arcs.has(word, &[Relation::Det, Relation::NmodPoss]));
    if !quoted && !apart {
        return;
    }
    let left: Vec<TokenId> = arcs.kids(predicate).iter().copied().filter(|&kid| kid < noun).collect();
    arcs.attach(noun, Some(verb), Relation::Obj);
    arcs.relabel(predicate, Relation::Xcomp);
    for kid in left {
        let relation = arcs.relation(kid);
        arcs.attach(kid, Some(noun), relation);
    }
}

/// "told the BBC any deal must be fair": an article or pronoun begins a noun phrase, and what stands before it is another.
fn hearer_before_subject(arcs: &mut Arcs<'_>, verb: TokenId) {
    let Some(clause) = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| kid > verb) else { return };
    let found = arcs.with(clause, &[Relation::Nsubj, Relation::NsubjPass]).find_map(|subject| {
        let hearer = arcs.with(subject, &[Relation::Compound, Relation::Flat]).find(|&kid| {
            let begins = |at: &TokenId| matches!(arcs.upos(*at), Upos::Det) || arcs.xpos(*at) == Xpos::PrpPoss;
            kid > verb && (kid.index() + 1..subject.index()).map(TokenId::at).any(|at| begins(&at))
        })?;
        Some((subject, hearer))
    });
    let Some((subject, hearer)) = found.filter(|_| !arcs.has(verb, &[Relation::Obj, Relation::Iobj])) else { return };
    let own: Vec<TokenId> = arcs.kids(subject).iter().copied().filter(|&kid| verb < kid && kid < hearer).collect();
    arcs.attach(hearer, Some(verb), Relation::Obj);
    for kid in own {
        let relation = arcs.relation(kid);
        arcs.attach(kid, Some(hearer), relation);
    }
}

/// "called for X to act": what it calls for is the clause, and X its subject.
fn called_for(arcs: &mut Arcs<'_>, verb: TokenId) {
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

/// "blamed the spill on Chevron": whom it is laid on is the verb's.
fn laid_on(arcs: &mut Arcs<'_>, verb: TokenId) {
    let object = arcs.with(verb, &[Relation::Obj]).find(|&kid| kid > verb);
    let whom = object.and_then(|object| {
        arcs.with(object, &[Relation::Nmod]).rfind(|&kid| kid > object && arcs.preposition(kid) == "on")
    });
    if let Some(whom) = whom {
        arcs.attach(whom, Some(verb), Relation::Obl);
    }
}

/// "announced rules for firms that fail in ensuring their goods are clean": a noun right before a finite verb is its
/// subject, and the clause belongs to the verb whose object it seemed to be.
fn ensured(arcs: &mut Arcs<'_>, verb: TokenId, lemma: &str) {
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

/// "told reporters that …", "warned Kyiv that …": the clause is no relative clause of the hearer.
fn that_clause(arcs: &mut Arcs<'_>, verb: TokenId) {
    let found = arcs.with(verb, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass]).find_map(|hearer| {
        arcs.with(hearer, &[Relation::Acl, Relation::AclRelcl]).find(|&kid| kid > verb && arcs.marked(kid, "that"))
    });
    if let Some(clause) = found {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}

/// "urged Kyiv to act", "called on members to vote": the infinitive is the verb's.
fn infinitive(arcs: &mut Arcs<'_>, verb: TokenId) {
    let has_object = arcs.has(verb, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass]);
    let addressed = |kid: &TokenId| match arcs.relation(*kid) {
        Relation::Obj | Relation::Iobj => true,
        Relation::Obl => listed(ADDRESSING, &arcs.preposition(*kid)),
        _ => false,
    };
    let hearers: Vec<TokenId> = arcs.kids(verb).iter().copied().filter(|kid| *kid > verb).filter(addressed).collect();
    for &hearer in &hearers {
        let inner = arcs.with(hearer, &[Relation::Acl, Relation::Xcomp]).find(|&kid| arcs.marked(kid, "to"));
        if let Some(inner) = inner.filter(|_| !arcs.has(verb, &[Relation::Xcomp])) {
            arcs.attach(inner, Some(verb), Relation::Xcomp);
        }
    }
    let loose =
        arcs.with(verb, &[Relation::Advcl, Relation::Ccomp, Relation::Conj, Relation::Parataxis]).find(|&kid| {
            kid > verb
                && arcs.marked(kid, "to")
                && !arcs.marked(kid, "for")
                && !arcs.has(kid, &[Relation::Cc])
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

/// "accused by X of doing", "charged the mayor with taking": the gerund is the verb's, not the noun's.
fn gerund(arcs: &mut Arcs<'_>, verb: TokenId) {
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
            let doing = arcs.is_gerund(kid) && arcs.upos(kid) == Upos::Verb;
            kid > noun
                && (doing && matches!(preposition.as_str(), "of" | "with" | "for") || agent && preposition == "of")
        });
        if let Some(inner) = inner {
            let relation = if arcs.is_verb(inner) { Relation::Advcl } else { Relation::Obl };
            arcs.attach(inner, Some(verb), relation);
        }
    }
}

/// "denied having attacked": "having" is an auxiliary.
fn having(arcs: &mut Arcs<'_>, verb: TokenId) {
    let next = TokenId::at((verb.index() + 1).min(arcs.len() - 1));
    if arcs.form(verb) == "having" && arcs.head(next) == Some(verb) && arcs.xpos(next) == Xpos::Vbn {
        arcs.replace(verb, next, Relation::Aux);
        arcs.retag(verb, Upos::Aux, Xpos::Vbg);
    }
}

/// "denounced the treatment of X in Y as genocide": an "as" phrase at the object's end is the verb's.
fn taken_for(arcs: &mut Arcs<'_>, verb: TokenId) {
    let is_as = |kid: TokenId| arcs.preposition(kid) == "as";
    if arcs.kids(verb).iter().any(|&kid| is_as(kid)) {
        return;
    }
    let Some(object) = arcs.with(verb, &[Relation::Obj, Relation::NsubjPass]).find(|&kid| kid > verb) else { return };
    let clause =
        |token: TokenId| matches!(arcs.relation(token), Relation::AclRelcl | Relation::Acl | Relation::Parataxis);
    let found = arcs.below(object, clause).into_iter().rfind(|&token| {
        token > object
            && matches!(arcs.relation(token), Relation::Nmod | Relation::Obl | Relation::Conj)
            && is_as(token)
    });
    if let Some(found) = found.filter(|&found| arcs.relation(found) != Relation::Conj) {
        arcs.attach(found, Some(verb), Relation::Obl);
    }
}

/// "accused X of torturing members", where the parser takes "torturing" for an adjective of "members".
fn modified_noun(arcs: &mut Arcs<'_>, verb: TokenId) {
    let nouns = arcs.with(verb, &[Relation::Obl]);
    let objects = arcs.with(verb, &[Relation::Obj]).filter(|_| listed(CHARGING, arcs.lemma(verb)));
    let nouns =
        nouns.chain(objects.flat_map(|object| std::iter::once(object).chain(arcs.with(object, &[Relation::Nmod]))));
    let found = nouns.into_iter().find_map(|noun| {
        let doing = arcs.with(noun, &[Relation::Amod, Relation::Compound]).find(|&kid| {
            let gerund = arcs.xpos(kid) == Xpos::Vbg && arcs.upos(kid) == Upos::Verb;
            // "of funding Hamas"
            let noun =
                arcs.upos(kid) == Upos::Noun && arcs.form(kid).ends_with("ing") && arcs.upos(noun) == Upos::Propn;
            (gerund || noun && listed(CHARGING, arcs.lemma(verb)))
                && arcs.before(kid).is_some_and(|before| matches!(arcs.form(before), "of" | "with" | "for"))
        })?;
        Some((noun, arcs.before(doing)?, doing))
    });
    if let Some((noun, mark, doing)) = found {
        arcs.replace(noun, doing, Relation::Obj);
        arcs.retag(doing, Upos::Verb, Xpos::Vbg);
        arcs.attach(doing, Some(verb), Relation::Advcl);
        arcs.attach(mark, Some(doing), Relation::Mark);
        arcs.retag(mark, Upos::Sconj, Xpos::In);
    }
}

/// "sanctioned four officials considered guilty": a verb that takes no content has an object with a participle.
fn no_content(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Obj]) {
        return;
    }
    let content = arcs.with(verb, &[Relation::Ccomp]).find(|&kid| {
        kid > verb && arcs.xpos(kid) == Xpos::Vbd && !arcs.has(kid, &[Relation::Mark, Relation::Aux, Relation::AuxPass])
    });
    let subject = content.and_then(|content| arcs.with(content, &[Relation::Nsubj]).find(|&kid| kid > verb));
    if let (Some(content), Some(subject)) = (content, subject) {
        let joined: Vec<TokenId> = arcs.with(content, &[Relation::Conj]).filter(|&kid| arcs.is_verb(kid)).collect();
        arcs.attach(subject, Some(verb), Relation::Obj);
        arcs.attach(content, Some(subject), Relation::Acl);
        arcs.retag(content, Upos::Verb, Xpos::Vbn);
        for kid in joined {
            arcs.attach(kid, Some(verb), Relation::Conj);
        }
    }
}

/// "has binding implications", "brushed aside repeated calls", where the parser takes the participle for the verb of a
/// clause.
fn participle_object(arcs: &mut Arcs<'_>, verb: TokenId) {
    if arcs.has(verb, &[Relation::Obj]) {
        return;
    }
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Mark, Relation::Expl];
    let found = arcs.with(verb, &[Relation::Ccomp, Relation::Xcomp]).find_map(|kid| {
        let close = (verb.index() + 1..kid.index())
            .map(TokenId::at)
            .all(|at| arcs.upos(at) == Upos::Adv || arcs.upos(at) == Upos::Adp);
        let bare = kid > verb && close && matches!(arcs.xpos(kid), Xpos::Vbg | Xpos::Vbn) && !arcs.has(kid, &own);
        let having = arcs.xpos(kid) == Xpos::Vbn || arcs.lemma(verb).eq_ignore_ascii_case("have");
        arcs.with(kid, &[Relation::Obj]).next().filter(|_| bare && having).map(|object| (kid, object))
    });
    if let Some((participle, object)) = found {
        arcs.attach(object, Some(verb), Relation::Obj);
        arcs.attach(participle, Some(object), Relation::Amod);
    }
}
