//! Sentences whose verb the tagger took for a noun: "China sanctions UK MPs", "Senate to vote on tax bill".
//!
//! In: arcs. Out: arcs with the verb retagged and its subject and object hung on it. Looks only at sentences without a
//! finite verb in their main clause, which are headlines and captions mostly. It knows no verbs: the plural noun between
//! two noun phrases is the verb.

use crate::syntax::correct::NO_VERBS;
use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::first_word;
use crate::syntax::frames::words::{OBJECT_CONTROL, SPEECH, TIME, listed};
use crate::syntax::lemma::by_rule;
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Finds the verb of a sentence without one.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    governs_object(arcs);
    if !arcs.sentence.has_stop {
        addressed(arcs);
        numbered_subject(arcs);
        next_verb(arcs);
        second_act(arcs);
        last_word(arcs);
        without_copula(arcs);
    }
    let Some(root) = arcs.roots().next() else { return };
    if arcs.is_finite(root) && arcs.upos(root) != Upos::Noun {
        return;
    }
    if !arcs.sentence.has_stop && to_come(arcs, root) {
        return;
    }
    if arcs.xpos(root) == Xpos::Nns && arcs.is_finite(root) {
        return;
    }
    reporting(arcs, root);
    plural(arcs, root);
    past(arcs, root);
}

/// "Sweden, Norway condemn Iraq": nobody is addressed, both are the subject.
fn addressed(arcs: &mut Arcs<'_>) {
    let found = arcs.tokens().find_map(|name| {
        let verb = arcs.head(name).filter(|_| arcs.relation(name) == Relation::Vocative)?;
        let next = arcs.with(verb, &[Relation::Nsubj]).find(|&kid| name < kid && kid < verb)?;
        let joined = arcs.upos(next) == Upos::Propn || !arcs.sentence.has_stop;
        let listed = arcs.form_at(name.index() + 1) == "," && joined;
        (listed && arcs.upos(name) == Upos::Propn && arcs.xpos(verb) != Xpos::Vbz).then_some((name, next, verb))
    });
    if let Some((name, next, verb)) = found {
        arcs.attach(name, Some(verb), Relation::Nsubj);
        arcs.attach(next, Some(name), Relation::Conj);
    }
}

/// "Sixty lawmakers call for an inquiry": a finite verb has no compound before it, but a subject, whatever number is the root.
fn numbered_subject(arcs: &mut Arcs<'_>) {
    let Some(root) = arcs.roots().next() else { return };
    let found = arcs.tokens().find_map(|verb| {
        let plain =
            arcs.is_verb(verb) && arcs.is_finite(verb) && !arcs.has(verb, &[Relation::Nsubj, Relation::NsubjPass]);
        let left = arcs.with(verb, &[Relation::Compound]).rfind(|&kid| kid.index() + 1 == verb.index())?;
        plain.then_some((verb, left))
    });
    let Some((verb, left)) = found else { return };
    if root != verb && arcs.upos(root) == Upos::Num && arcs.head(verb) == Some(root) {
        arcs.replace(root, verb, Relation::Dep);
        arcs.attach(root, Some(left), Relation::Nummod);
    }
    let others: Vec<TokenId> =
        arcs.with(verb, &[Relation::Compound, Relation::Amod, Relation::Det]).filter(|&kid| kid < left).collect();
    for kid in others {
        let relation = arcs.relation(kid);
        arcs.attach(kid, Some(left), relation);
    }
    arcs.relabel(left, Relation::Nsubj);
}

/// "EU says vote fair, urges Chad to act": behind the comma goes on who speaks, and not what is said.
fn second_act(arcs: &mut Arcs<'_>) {
    let Some(root) = arcs.roots().next().filter(|&root| arcs.form(root) == "says") else { return };
    let second = arcs.with(root, &[Relation::Ccomp, Relation::Parataxis]).find(|&kid| {
        let speaks = listed(SPEECH, arcs.lemma(kid)) || listed(OBJECT_CONTROL, arcs.lemma(kid));
        kid > root
            && speaks
            && arcs.xpos(kid) == Xpos::Vbz
            && arcs.before(kid).is_some_and(|before| arcs.form(before) == ",")
            && !arcs.has(kid, &[Relation::Mark, Relation::Aux, Relation::Cc])
    });
    let Some(second) = second.filter(|_| arcs.has(root, &[Relation::Nsubj])) else { return };
    let said = arcs.with(second, &[Relation::Nsubj]).find(|&kid| root < kid && kid < second);
    if let Some(said) = said {
        arcs.attach(said, Some(root), Relation::Ccomp);
    }
    arcs.attach(second, Some(root), Relation::Conj);
}

/// "Vote Was Fair, OSCE Says": the last word of a headline, behind a comma and a name, is a verb of speech, however it is written.
fn last_word(arcs: &mut Arcs<'_>) {
    let Some(verb) = arcs.tokens().rev().find(|&word| !arcs.is_punct(word)) else { return };
    let plural = matches!(arcs.xpos(verb), Xpos::Nns | Xpos::Nnps);
    let Some(name) = arcs.before(verb).filter(|&name| arcs.head(name) == Some(verb)) else { return };
    let comma = arcs.before(first_word(arcs, verb)).is_some_and(|before| arcs.form(before) == ",");
    if plural && comma && listed(SPEECH, &by_rule(arcs.form(verb), Xpos::Vbz)) && arcs.upos(name) == Upos::Propn {
        make_verb(arcs, verb, name);
    }
}

/// "EU says Polish reply weak", "Peru says claims 'false'", "Panel Concludes “Rules Broken”": a headline's clause does without
/// "is".
fn without_copula(arcs: &mut Arcs<'_>) {
    let speaks = |root: &TokenId| matches!(arcs.form(*root), "says" | "say" | "concludes" | "conclude");
    let Some(root) = arcs.roots().next().filter(speaks) else { return };
    let long = |object: TokenId| arcs.before(object) != Some(root) && object.index() > root.index() + 2;
    let behind = |object: TokenId| {
        let predicate = |kid: TokenId| kid > object && matches!(arcs.relation(kid), Relation::Amod | Relation::Appos);
        arcs.kids(object).iter().any(|&kid| predicate(kid)) || arcs.quotes[object.index()] != 0
    };
    let object = arcs.with(root, &[Relation::Obj]).find(|&kid| kid > root && (long(kid) || behind(kid)));
    let clause = arcs.has(root, &[Relation::Ccomp, Relation::Xcomp]);
    let Some(object) = object.filter(|_| !clause) else { return };
    if arcs.has(root, &[Relation::Nsubj]) && !arcs.has(object, &[Relation::Det, Relation::Case]) {
        arcs.relabel(object, Relation::Ccomp);
    }
}

/// "Lawmakers condemn it, call for an inquiry": behind a comma and without a subject, a bare verb goes on with the headline's.
fn next_verb(arcs: &mut Arcs<'_>) {
    let Some(root) = arcs.roots().next().filter(|&root| arcs.xpos(root) == Xpos::Vbp) else { return };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Aux];
    let next = arcs.with(root, &[Relation::Parataxis, Relation::Advcl, Relation::Dep]).find(|&kid| {
        kid > root
            && matches!(arcs.xpos(kid), Xpos::Vb | Xpos::Vbp)
            && !arcs.has(kid, &own)
            && arcs.before(kid).is_some_and(|before| matches!(arcs.form(before), "," | ";"))
    });
    if let Some(next) = next {
        arcs.relabel(next, Relation::Conj);
        arcs.retag(next, Upos::Verb, Xpos::Vbp);
    }
}

/// A noun with a subject and no copula is a verb, and so is one that is coordinated with a bare verb.
fn governs_object(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens() {
        let named = matches!(arcs.upos(token), Upos::Noun | Upos::Adj) && !listed(TIME, arcs.lemma(token));
        if NO_VERBS.iter().any(|end| arcs.form(token).ends_with(end)) {
            headed(arcs, token);
            continue;
        }
        if !named || arcs.has(token, &[Relation::Cop, Relation::Det]) {
            continue;
        }
        let plural = arcs.xpos(token) == Xpos::Nns;
        if arcs.has(token, &[Relation::Nsubj])
            && (arcs.has(token, &[Relation::Obj]) || plural && arcs.head(token).is_none())
        {
            arcs.retag(token, Upos::Verb, if arcs.form(token).ends_with('s') { Xpos::Vbz } else { Xpos::Vbp });
            complements(arcs, token);
        } else if arcs.relation(token) == Relation::Conj
            && let Some(verb) = arcs.head(token).filter(|&verb| arcs.is_verb(verb) && verb.index() + 2 == token.index())
            && arcs.xpos(verb) == Xpos::Vb
        {
            arcs.retag(token, Upos::Verb, Xpos::Vb);
        }
    }
}

/// "Statement on the Rights of Minorities": a plural that is no verb has no subject; what seemed to be one is the head.
fn headed(arcs: &mut Arcs<'_>, noun: TokenId) {
    let subject = arcs.with(noun, &[Relation::Nsubj]).find(|&kid| kid < noun && arcs.is_nominal(kid));
    let Some(subject) =
        subject.filter(|_| arcs.head(noun).is_none() && !arcs.has(noun, &[Relation::Cop, Relation::Aux]))
    else {
        return;
    };
    arcs.replace(noun, subject, Relation::Nmod);
}

/// "The letter calls for …", "The statement claims that …": a whole sentence without a verb whose head is a plural noun
/// that is also a verb of speech.
fn reporting(arcs: &mut Arcs<'_>, root: TokenId) {
    let lemma = arcs.lemma(root).to_lowercase();
    let speaks = listed(SPEECH, &lemma) || listed(OBJECT_CONTROL, &lemma);
    let left = arcs.with(root, &[Relation::Compound]).rfind(|&kid| kid.index() + 1 == root.index());
    let Some(left) = left.filter(|_| speaks && arcs.sentence.has_stop && arcs.xpos(root) == Xpos::Nns) else { return };
    let next = arcs.form_at(root.index() + 1).to_string();
    if !matches!(next.as_str(), "for" | "on" | "that" | "against" | "to")
        || arcs.has(root, &[Relation::Cop, Relation::Nsubj])
    {
        return;
    }
    make_verb(arcs, root, left);
    complements(arcs, root);
    let clause = arcs.with(root, &[Relation::AclRelcl, Relation::Acl]).find(|&kid| kid > root && next == "that");
    if let Some(clause) = clause {
        arcs.relabel(clause, Relation::Ccomp);
        let that = TokenId::at(root.index() + 1);
        arcs.attach(that, Some(clause), Relation::Mark);
    }
}

/// A new verb's clauses and prepositional phrases are no longer a noun's.
fn complements(arcs: &mut Arcs<'_>, verb: TokenId) {
    let right: Vec<TokenId> = arcs.kids(verb).iter().copied().filter(|&kid| kid > verb).collect();
    for kid in right {
        match arcs.relation(kid) {
            Relation::Acl if arcs.marked(kid, "for") => arcs.relabel(kid, Relation::Ccomp),
            Relation::Acl if arcs.marked(kid, "to") => arcs.relabel(kid, Relation::Xcomp),
            Relation::Nmod => arcs.relabel(kid, Relation::Obl),
            _ => {}
        }
    }
}

/// "No state signed the pact.": the participle of a sentence without a verb is its verb.
fn past(arcs: &mut Arcs<'_>, root: TokenId) {
    if !arcs.is_nominal(root)
        || !arcs.sentence.has_stop
        || arcs.has(root, &[Relation::Cop, Relation::Nsubj, Relation::Parataxis])
    {
        return;
    }
    let verb = arcs.with(root, &[Relation::Acl]).find(|&kid| {
        let bare = !arcs.has(kid, &[Relation::Aux, Relation::AuxPass, Relation::Mark, Relation::OblAgent]);
        kid > root
            && bare
            && matches!(arcs.xpos(kid), Xpos::Vbn | Xpos::Vbd)
            && arcs.has(kid, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp])
    });
    if let Some(verb) = verb {
        arcs.replace(root, verb, Relation::Nsubj);
        arcs.retag(verb, Upos::Verb, Xpos::Vbd);
        let joined: Vec<TokenId> =
            arcs.with(verb, &[Relation::Conj]).filter(|&kid| arcs.xpos(kid) == Xpos::Vbn).collect();
        for kid in joined.into_iter().filter(|&kid| !arcs.has(kid, &[Relation::AuxPass])).collect::<Vec<_>>() {
            arcs.retag(kid, Upos::Verb, Xpos::Vbd);
        }
    }
}

/// "Senate to vote on …": the infinitive is the verb, in the future.
fn to_come(arcs: &mut Arcs<'_>, root: TokenId) -> bool {
    let own = arcs.with(root, &[Relation::Mark]).find(|&mark| mark < root && arcs.form(mark) == "to");
    if let Some(mark) = own.filter(|_| arcs.is_verb(root) && arcs.has(root, &[Relation::Nsubj])) {
        arcs.relabel(mark, Relation::Aux);
        return true;
    }
    let follows = |kid: TokenId| {
        kid > root
            && arcs.with(kid, &[Relation::Mark]).any(|mark| arcs.form(mark) == "to" && mark.index() <= root.index() + 2)
    };
    let verbal = arcs.upos(root) == Upos::Verb && !(root.index() == 0 && arcs.capital(root));
    let infinitive = arcs.with(root, &[Relation::Acl, Relation::Xcomp, Relation::Advcl]).find(|&kid| follows(kid));
    let Some(verb) = infinitive.filter(|_| !verbal && !arcs.has(root, &[Relation::Obj, Relation::Cop])) else {
        return false;
    };
    if arcs.upos(root) == Upos::Verb {
        arcs.retag(root, Upos::Propn, Xpos::Nnp);
    }
    let mark = arcs.with(verb, &[Relation::Mark]).find(|&mark| arcs.form(mark) == "to");
    arcs.replace(root, verb, Relation::Nsubj);
    if let Some(mark) = mark {
        arcs.relabel(mark, Relation::Aux);
    }
    true
}

/// "China sanctions UK MPs", "The agency plans to begin …": the plural noun between is the verb.
fn plural(arcs: &mut Arcs<'_>, root: TokenId) {
    if !arcs.is_nominal(root) || arcs.has(root, &[Relation::Cop, Relation::Nsubj]) {
        return;
    }
    let right_of = |arcs: &Arcs<'_>, verb: TokenId| {
        arcs.with(
            verb,
            &[
                Relation::Conj,
                Relation::Obj,
                Relation::Appos,
                Relation::Nmod,
                Relation::NmodUnmarked,
                Relation::Acl,
                Relation::Dep,
                Relation::Vocative,
            ],
        )
        .find(|&kid| kid > verb && !arcs.has(kid, &[Relation::Cc]) && directly_after(arcs, verb, kid))
    };
    let candidate = |arcs: &Arcs<'_>, token: TokenId| {
        arcs.xpos(token) == Xpos::Nns && token.index() > 0 && !arcs.capital(token) && is_bare(arcs, token)
    };
    let left = arcs.with(root, &[Relation::Compound, Relation::Nmod, Relation::NmodPoss]).rfind(|&kid| kid < root);
    if let (true, Some(right), Some(left)) = (candidate(arcs, root), right_of(arcs, root), left) {
        make_verb(arcs, root, left);
        let to = arcs.marked(right, "to");
        arcs.relabel(right, if to { Relation::Xcomp } else { Relation::Obj });
        return;
    }
    // The object's head is the root, subject and verb are its modifiers.
    let modifiers: Vec<TokenId> =
        arcs.with(root, &[Relation::Compound, Relation::Nmod]).filter(|&kid| kid < root).collect();
    let verb = modifiers.iter().copied().find(|&kid| candidate(arcs, kid) && kid != modifiers[0]);
    if let Some(verb) = verb.filter(|_| !arcs.sentence.has_stop) {
        let left = modifiers.iter().copied().rfind(|&kid| kid < verb).expect("the verb is not the first modifier");
        arcs.replace(root, verb, Relation::Obj);
        arcs.attach(left, Some(verb), Relation::Compound);
        arcs.hand_on(root, left, |kid| kid < verb);
        make_verb(arcs, verb, left);
    }
}

/// Whether no article or adjective stands right before it: the word before belongs to the subject.
fn is_bare(arcs: &Arcs<'_>, token: TokenId) -> bool {
    arcs.before(token).is_some_and(|before| matches!(arcs.upos(before), Upos::Propn | Upos::Noun | Upos::Pron))
}

fn directly_after(arcs: &Arcs<'_>, verb: TokenId, kid: TokenId) -> bool {
    let next = TokenId::at(verb.index() + 1);
    next.index() < arcs.len()
        && !arcs.is_punct(next)
        && (next == kid || arcs.ancestors(next).any(|above| above == kid))
        && !arcs.with(kid, &[Relation::Case]).any(|case| case < kid)
}

fn make_verb(arcs: &mut Arcs<'_>, verb: TokenId, subject: TokenId) {
    arcs.retag(verb, Upos::Verb, Xpos::Vbz);
    let marks: Vec<TokenId> = arcs.kids(verb).iter().copied().filter(|&kid| arcs.is_punct(kid)).collect();
    arcs.hand_on(verb, subject, |kid| kid < subject && !marks.contains(&kid));
    arcs.relabel(subject, Relation::Nsubj);
}
