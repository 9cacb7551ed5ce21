//! "That" clauses and their nouns and verbs: "the claim that X won is false", "lawyers argued in court that …".
//!
//! In: arcs. Out: arcs in which a clause with "that" right behind a noun belongs to the noun, the predicate behind it has the
//! noun for its subject, and a verb of speech that was taken for a participle is finite. Passive verbs of naming get
//! their agent: "was called illegal by X".

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::after_break;
use crate::syntax::frames::words::{ANSWERS, AS_VERBS, CHARGING, NAMING, SPEECH, TIME, is_utterance, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::NsubjPass, Relation::Expl];

/// Finds contents with "that".
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for mark in arcs.tokens() {
        if arcs.form(mark) == "that" {
            of_medium(arcs, mark);
            of_subject(arcs, mark);
            stray(arcs, mark);
            complete(arcs, mark);
        }
        if arcs.form(mark) == "which" {
            denied_clause(arcs, mark);
        }
        if arcs.form(mark) == "what" {
            said_to_be(arcs, mark);
        }
        if arcs.relation(mark) == Relation::Expl {
            it_acts(arcs, mark);
        }
        if matches!(arcs.form(mark), "what" | "which") {
            relative_verb(arcs, mark);
            contrast(arcs, mark);
        }
        if arcs.form(mark) == "that" && arcs.relation(mark) == Relation::Mark {
            it_maintains(arcs, mark);
            of_verb(arcs, mark);
            of_day(arcs, mark);
            of_issued(arcs, mark);
            of_noun(arcs, mark);
            of_charge(arcs, mark);
            of_object(arcs, mark);
            two_predicates(arcs, mark);
            predicate_behind(arcs, mark);
            participle(arcs, mark);
        }
        if arcs.form(mark) == "to" && arcs.relation(mark) == Relation::Mark {
            predicate_behind(arcs, mark);
        }
        if arcs.has(mark, &[Relation::AuxPass]) {
            agent(arcs, mark);
        }
        bare_content(arcs, mark);
    }
}

/// "They add that, as agreed, it is late", "stating that “crimes – and worse – are occurring”": a conjunction is no object,
/// but opens the clause behind it.
fn stray(arcs: &mut Arcs<'_>, that: TokenId) {
    if !matches!(arcs.relation(that), Relation::Obj | Relation::Dep) {
        return;
    }
    if let Some(clause) = arcs.head(that).filter(|&clause| clause > that && arcs.has(clause, SUBJECTS)) {
        return in_relative(arcs, that, clause);
    }
    if arcs.upos(that) != Upos::Sconj {
        return;
    }
    let Some(verb) = arcs.head(that).filter(|&verb| verb < that && arcs.is_verb(verb)) else { return };
    let whole = |&clause: &TokenId| {
        clause > that && arcs.is_finite(clause) && arcs.has(clause, SUBJECTS) && !arcs.has(clause, &[Relation::Mark])
    };
    // "alleging that the police had lied", "demanded that it punish them", where the clause hangs on "that".
    let clauses = [Relation::AclRelcl, Relation::Acl, Relation::Xcomp, Relation::Ccomp];
    let of_that = arcs.with(that, &clauses).find(whole);
    let of_that = of_that.filter(|_| !arcs.is_relative(TokenId::at(that.index() + 1)));
    let clause = of_that.or_else(|| arcs.with(verb, &[Relation::Ccomp, Relation::Advcl]).find(whole));
    if let Some(clause) = clause {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        arcs.attach(that, Some(clause), Relation::Mark);
        return;
    }
    let below = arcs.kids(that).iter().chain(arcs.kids(verb)).copied();
    let Some(noun) = below.into_iter().find(|&kid| kid > that && arcs.is_nominal(kid)) else { return };
    let hangs_on_that = arcs.head(noun) == Some(that);
    let predicate = arcs.below(noun, |_| false).into_iter().find(|&word| {
        let loose =
            matches!(arcs.relation(word), Relation::AclRelcl | Relation::Xcomp | Relation::Conj | Relation::Ccomp);
        word > noun
            && loose
            && arcs.is_finite(word)
            && !arcs.with(word, SUBJECTS).any(|kid| kid < word)
            && !arcs.has(word, &[Relation::Mark, Relation::Cc])
            && !arcs.kids(word).iter().any(|&kid| arcs.is_relative(kid))
    });
    if let Some(mut predicate) = predicate {
        // "that the issue was a fabrication", where the copula heads its noun.
        let own = arcs.with(predicate, SUBJECTS).next();
        if let Some(own) = own {
            arcs.replace(predicate, own, Relation::Cop);
            predicate = own;
        }
        arcs.attach(predicate, Some(verb), Relation::Ccomp);
        arcs.attach_subject(predicate, noun);
        arcs.attach(that, Some(predicate), Relation::Mark);
    } else if hangs_on_that && listed(SPEECH, arcs.lemma(verb)) {
        // "claims that areas within the zone fall within the shelf": a clause, whatever its verb.
        arcs.attach(noun, Some(verb), Relation::Ccomp);
        arcs.attach(that, Some(noun), Relation::Mark);
    }
}

/// "said in the letter that talks were over": no relative pronoun before the subject of what is said.
fn of_subject(arcs: &mut Arcs<'_>, that: TokenId) {
    beside_subject(arcs, that);
    let noun =
        arcs.head(that).filter(|&noun| arcs.relation(that) == Relation::Nsubj && noun.index() == that.index() + 1);
    let clause = noun
        .filter(|&noun| SUBJECTS.contains(&arcs.relation(noun)))
        .and_then(|noun| arcs.head(noun))
        .filter(|&clause| arcs.is_finite(clause) && arcs.relation(clause) == Relation::Ccomp);
    if let Some(clause) = clause {
        arcs.retag(that, Upos::Sconj, Xpos::In);
        arcs.attach(that, Some(clause), Relation::Mark);
    }
}

/// "said it is drafting legislation": who does something to a thing is no empty "it".
fn it_acts(arcs: &mut Arcs<'_>, it: TokenId) {
    let verb = arcs.head(it).filter(|&verb| {
        let object = arcs.with(verb, &[Relation::Obj]).any(|object| object > verb && arcs.is_nominal(object));
        let light = matches!(arcs.lemma(verb), "make" | "take" | "find" | "cost");
        arcs.form(it) == "it" && it < verb && arcs.is_verb(verb) && object && !light
    });
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::AuxPass, Relation::Ccomp];
    if verb.is_some_and(|verb| !arcs.has(verb, &own)) {
        arcs.relabel(it, Relation::Nsubj);
    }
}

/// "said in a communique that two men were killed": no relative clause either, where the phrase says in what it was said.
fn of_medium(arcs: &mut Arcs<'_>, that: TokenId) {
    let clause = arcs.head(that).filter(|&clause| {
        let subject = SUBJECTS.contains(&arcs.relation(that)) && arcs.xpos(that) == Xpos::Wdt;
        subject && arcs.relation(clause) == Relation::AclRelcl
    });
    let Some(clause) = clause else { return };
    let own = arcs.with(clause, SUBJECTS).any(|kid| kid > that && kid < clause);
    let medium = arcs.head(clause).filter(|&medium| own && arcs.before(that) == Some(medium));
    let Some(medium) = medium.filter(|&medium| arcs.preposition(medium) == "in") else { return };
    let verb = arcs.head(medium).filter(|&verb| verb < medium && listed(SPEECH, arcs.lemma(verb)));
    if let Some(verb) = verb.filter(|&verb| !arcs.has(verb, &[Relation::Ccomp])) {
        arcs.retag(that, Upos::Sconj, Xpos::In);
        arcs.relabel(that, Relation::Mark);
        arcs.attach(clause, Some(verb), Relation::Ccomp);
        arcs.relabel(medium, Relation::Obl);
    }
}

/// "told the families that the men died": beside another subject right behind it, it is none itself.
fn beside_subject(arcs: &mut Arcs<'_>, that: TokenId) {
    let pronoun = matches!(arcs.relation(that), Relation::Nsubj | Relation::Obj) && arcs.xpos(that) == Xpos::Wdt;
    let Some(clause) = arcs.head(that).filter(|&clause| pronoun && arcs.relation(clause) == Relation::Ccomp) else {
        return;
    };
    if !arcs.with(clause, SUBJECTS).any(|kid| kid > that && kid < clause) {
        return;
    }
    arcs.retag(that, Upos::Sconj, Xpos::In);
    arcs.relabel(that, Relation::Mark);
    // "that the prisons complied with it", where the verb is taken for an adjective.
    if arcs.xpos(clause) == Xpos::Jj && arcs.form(clause).ends_with("ed") && !arcs.has(clause, &[Relation::Cop]) {
        arcs.retag(clause, Upos::Verb, Xpos::Vbd);
    }
}

/// "expressed concern that it may fail", "said in a statement that it had failed": no relative clause.
fn in_relative(arcs: &mut Arcs<'_>, that: TokenId, clause: TokenId) {
    let Some(noun) = arcs.head(clause).filter(|_| arcs.relation(clause) == Relation::AclRelcl) else { return };
    let said = arcs.head(noun).filter(|&verb| {
        let phrase =
            arcs.relation(noun) == Relation::Obl && noun.index() + 1 == that.index() && !is_answered(arcs, noun);
        phrase && listed(SPEECH, arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Ccomp, Relation::Obj])
    });
    match said.filter(|_| arcs.quotes.iter().all(|&quote| quote == 0)) {
        Some(verb) => arcs.attach(clause, Some(verb), Relation::Ccomp),
        None if arcs.upos(that) == Upos::Sconj => arcs.relabel(clause, Relation::Acl),
        None => return,
    }
    arcs.retag(that, Upos::Sconj, Xpos::In);
    arcs.relabel(that, Relation::Mark);
}

/// "The danger that Iraq attacked Kuwait": a clause with subject and object of its own has no use for a relative pronoun.
fn complete(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    if !matches!(arcs.relation(pronoun), Relation::Obj | Relation::OblUnmarked | Relation::Iobj) {
        return;
    }
    let Some(clause) = arcs.head(pronoun).filter(|&clause| arcs.relation(clause) == Relation::AclRelcl) else { return };
    // The object was taken for a second subject of the predicate behind it.
    let second = arcs.head(clause).and_then(|noun| arcs.head(noun)).and_then(|predicate| {
        arcs.with(predicate, SUBJECTS).find(|&kid| kid > clause && kid < predicate && arcs.is_finite(clause))
    });
    if let Some(object) =
        second.filter(|_| !arcs.with(clause, &[Relation::Obj, Relation::Ccomp]).any(|kid| kid > clause))
    {
        arcs.attach(object, Some(clause), Relation::Obj);
    }
    let own = |relations: &[Relation], from: TokenId| arcs.with(clause, relations).any(|kid| kid > from);
    if own(SUBJECTS, pronoun) && own(&[Relation::Obj], clause) {
        arcs.retag(pronoun, Upos::Sconj, Xpos::In);
        arcs.relabel(pronoun, Relation::Mark);
        arcs.relabel(clause, Relation::Acl);
    }
}

/// "over claims Iraq backs rebels": a clause with subject and object of its own is what is claimed.
fn bare_content(arcs: &mut Arcs<'_>, noun: TokenId) {
    if !WITH_CONTENT.contains(&arcs.lemma(noun)) {
        return;
    }
    let clause = arcs.with(noun, &[Relation::AclRelcl]).find(|&kid| {
        kid > noun
            && arcs.is_finite(kid)
            && arcs.has(kid, &[Relation::Nsubj, Relation::NsubjPass])
            && (arcs.with(kid, &[Relation::Obj]).any(|object| object > kid) || arcs.has(kid, &[Relation::AuxPass]))
            && !arcs
                .below(kid, |_| false)
                .into_iter()
                .any(|word| word < kid && (arcs.is_relative(word) || arcs.form(word) == "that"))
    });
    if let Some(clause) = clause {
        arcs.relabel(clause, Relation::Acl);
    }
}

/// "What prisoners described as brutal": a noun is no relative clause; the participle behind it is its verb.
fn relative_verb(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let noun = arcs.with(pronoun, &[Relation::AclRelcl]).find(|&kid| arcs.is_nominal(kid) && !arcs.is_clause(kid));
    let Some(noun) = noun.filter(|&noun| noun > pronoun) else { return };
    let verb = arcs.with(noun, &[Relation::Acl]).find(|&kid| {
        kid.index() == noun.index() + 1 && arcs.xpos(kid) == Xpos::Vbn && !arcs.has(kid, &[Relation::OblAgent])
    });
    if let Some(verb) = verb {
        arcs.retag(verb, Upos::Verb, Xpos::Vbd);
        arcs.replace(noun, verb, Relation::Nsubj);
    }
}

/// "fled in what officials say was a massacre": the verb behind the speech verb is what is said, and not what "what" does.
fn said_to_be(arcs: &mut Arcs<'_>, what: TokenId) {
    let verb = arcs
        .with(what, &[Relation::AclRelcl])
        .find(|&verb| listed(SPEECH, arcs.lemma(verb)) && arcs.is_finite(verb) && arcs.has(verb, &[Relation::Nsubj]));
    let Some(verb) = verb.filter(|&verb| verb > what && !arcs.has(verb, &[Relation::Ccomp, Relation::Xcomp])) else {
        return;
    };
    let next = TokenId::at(verb.index() + 1);
    if next.index() >= arcs.len() || !arcs.xpos(next).is_finite() {
        return;
    }
    let content = match arcs.relation(next) {
        Relation::Aux | Relation::AuxPass | Relation::Cop => arcs.head(next).unwrap_or(next),
        _ => next,
    };
    if arcs.head(what) == Some(content) {
        let (above, relation) = (arcs.head(content), arcs.relation(content));
        let opens: Vec<TokenId> =
            arcs.with(content, &[Relation::Mark, Relation::Case]).filter(|&kid| kid < what).collect();
        let relation = if opens.is_empty() { relation } else { Relation::Obl };
        arcs.attach(what, above, relation);
        for word in opens {
            arcs.attach(word, Some(what), Relation::Case);
        }
    }
    arcs.attach(content, Some(verb), Relation::Ccomp);
}

/// "camps that X called schools but Y described as prisons": a noun with a participle is no member of what X called them.
fn contrast(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let Some(verb) = arcs.head(pronoun).filter(|&verb| arcs.relation(verb) == Relation::AclRelcl) else { return };
    let found = arcs.with(verb, &[Relation::Obj, Relation::Xcomp]).filter(|&kid| kid > verb).find_map(|kid| {
        let noun = arcs.with(kid, &[Relation::Conj]).find(|&noun| arcs.has(noun, &[Relation::Cc]))?;
        let but = arcs.with(noun, &[Relation::Cc]).any(|cc| arcs.form(cc) == "but");
        let said = arcs.with(noun, &[Relation::Acl]).chain(arcs.with(kid, &[Relation::Acl])).find(|&said| {
            said.index() == noun.index() + 1 && arcs.xpos(said) == Xpos::Vbn && !arcs.has(said, &[Relation::OblAgent])
        })?;
        but.then_some((noun, said))
    });
    if let Some((noun, said)) = found {
        arcs.attach(said, Some(verb), Relation::Conj);
        arcs.retag(said, Upos::Verb, Xpos::Vbd);
        let cc: Vec<TokenId> = arcs.with(noun, &[Relation::Cc]).collect();
        for cc in cc {
            arcs.attach(cc, Some(said), Relation::Cc);
        }
        arcs.attach(noun, Some(said), Relation::Nsubj);
    }
}

/// The clause of a "that", with a subject of its own.
fn clause_of(arcs: &Arcs<'_>, mark: TokenId) -> Option<TokenId> {
    arcs.head(mark).filter(|&clause| clause > mark && arcs.has(clause, SUBJECTS))
}

/// "It is alleged that X won": a clause right behind a verb is no adverbial of it.
fn of_verb(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark).filter(|&clause| arcs.relation(clause) == Relation::Advcl) else { return };
    let verb = arcs.head(clause).filter(|&verb| arcs.is_verb(verb) && verb < mark);
    // "held, by nine votes to two, that it was late"
    let right_behind = |verb: TokenId| {
        let aside = arcs.form_at(verb.index() + 1) == "," && arcs.form_at(mark.index() - 1) == ",";
        verb.index() + 1 == mark.index() || aside
    };
    let says = |verb: TokenId| listed(SPEECH, arcs.lemma(verb)) || arcs.lemma(verb) == "hold";
    if verb.is_some_and(|verb| says(verb) && right_behind(verb) && !arcs.has(verb, &[Relation::Ccomp])) {
        arcs.relabel(clause, Relation::Ccomp);
    }
}

/// "It maintains that X won": of an active verb of speech "it" is the subject.
fn it_maintains(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = arcs.head(mark).filter(|&clause| arcs.relation(clause) == Relation::Csubj) else { return };
    let Some(verb) = arcs.head(clause).filter(|&verb| verb < mark && listed(SPEECH, arcs.lemma(verb))) else { return };
    let it = arcs.with(verb, &[Relation::Expl]).find(|&kid| kid < verb && arcs.form(kid) == "it");
    if let Some(it) = it.filter(|_| !arcs.has(verb, &[Relation::AuxPass, Relation::Nsubj, Relation::NsubjPass])) {
        arcs.relabel(it, Relation::Nsubj);
        arcs.relabel(clause, Relation::Ccomp);
    }
}

/// "said in a statement issued on Monday that X won": what was issued takes no clause.
fn of_issued(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = arcs.head(mark).filter(|&clause| arcs.relation(clause) == Relation::Ccomp) else { return };
    let Some(issued) = arcs.head(clause).filter(|&issued| issued < mark && arcs.relation(issued) == Relation::Acl)
    else {
        return;
    };
    let Some(verb) = arcs.ancestors(issued).nth(1).filter(|&verb| verb < issued && arcs.is_verb(verb)) else { return };
    let says = listed(SPEECH, arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Ccomp]);
    if says && arcs.xpos(issued) == Xpos::Vbn && !listed(SPEECH, arcs.lemma(issued)) {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}

/// "said on Monday that X won": the clause is the verb's, whatever the parser makes of the day.
fn of_day(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark) else { return };
    let day = arcs.before(mark).filter(|&day| {
        listed(TIME, &arcs.lemma(day).to_lowercase()) && arcs.ancestors(clause).any(|above| above == day)
    });
    let verb = day.and_then(|day| arcs.ancestors(day).find(|&above| above < mark && arcs.is_verb(above)));
    if let Some(verb) = verb.filter(|&verb| listed(SPEECH, arcs.lemma(verb)) && !arcs.has(verb, &[Relation::Ccomp])) {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}

/// "The claim that X won was rejected": a clause right behind a noun is no adverbial of the predicate that follows.
fn of_noun(arcs: &mut Arcs<'_>, mark: TokenId) {
    let misplaced = |clause: &TokenId| matches!(arcs.relation(*clause), Relation::Advcl | Relation::Csubj);
    let Some(clause) = clause_of(arcs, mark).filter(misplaced) else { return };
    let Some(noun) = arcs.before(mark).filter(|&noun| arcs.upos(noun) == Upos::Noun) else { return };
    if arcs.head(clause).is_some_and(|predicate| predicate > clause && arcs.has(predicate, SUBJECTS)) {
        arcs.attach(clause, Some(noun), Relation::Acl);
    }
}

/// "Kyiv shelled the village, which Kyiv denies": what is denied is the clause, where the noun is nothing that anybody says.
fn denied_clause(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let denies = |verb: &TokenId| {
        (arcs.lemma(*verb) == "confirm" || listed(ANSWERS, arcs.lemma(*verb)))
            && arcs.relation(*verb) == Relation::AclRelcl
    };
    let Some(verb) = arcs.head(pronoun).filter(|_| arcs.relation(pronoun) == Relation::Obj).filter(denies) else {
        return;
    };
    let Some(noun) = arcs.head(verb).filter(|_| after_break(arcs, pronoun)) else { return };
    let said = WITH_CONTENT.contains(&arcs.lemma(noun))
        || matches!(
            arcs.lemma(noun),
            "report" | "statement" | "involvement" | "responsibility" | "account" | "finding"
        );
    let clause = arcs.ancestors(noun).find(|&above| arcs.is_clause(above) && arcs.is_finite(above));
    let Some(clause) = clause.filter(|&clause| !said && clause < noun) else { return };
    arcs.attach(verb, Some(told(arcs, clause, pronoun)), Relation::AdvclRelcl);
}

/// What is answered by a clause at the end of another: that, or who says it; in "accused Chad of ramming a boat, which Chad denied"
/// not that it was accused.
pub(super) fn told(arcs: &Arcs<'_>, clause: TokenId, before: TokenId) -> TokenId {
    let charged = arcs
        .with(clause, &[Relation::Advcl])
        .find(|&kid| listed(CHARGING, arcs.lemma(clause)) && clause < kid && kid < before && arcs.is_gerund(kid));
    let reported = || arcs.head(clause).filter(|_| arcs.relation(clause) == Relation::Ccomp);
    charged.or_else(reported).unwrap_or(clause)
}

/// Nouns that have a content, and are nobody who could be told it.
const WITH_CONTENT: &[&str] = &[
    "accusation",
    "allegation",
    "argument",
    "assertion",
    "assessment",
    "assumption",
    "assurance",
    "belief",
    "charge",
    "claim",
    "conclusion",
    "contention",
    "conviction",
    "doubt",
    "evidence",
    "fact",
    "fear",
    "guarantee",
    "hope",
    "idea",
    "impression",
    "notion",
    "opinion",
    "perception",
    "possibility",
    "premise",
    "proof",
    "rumor",
    "rumour",
    "suggestion",
    "theory",
    "verdict",
    "view",
];

/// "denied accusations by X that Y had left": the clause is the accusation's, whatever stands between.
fn of_charge(arcs: &mut Arcs<'_>, mark: TokenId) {
    const AGENT: usize = 12;
    let Some(clause) = arcs.head(mark).filter(|&clause| clause > mark && arcs.is_clause(clause)) else { return };
    let words = (0..mark.index()).rev().map(TokenId::at).take(AGENT);
    let mut plain = words.take_while(|&word| !arcs.is_punct(word) && arcs.upos(word) != Upos::Verb);
    let Some(charge) = plain.find(|&word| WITH_CONTENT.contains(&arcs.lemma(word))) else { return };
    let by = TokenId::at(charge.index() + 1);
    let agent = arcs.head(by).filter(|_| matches!(arcs.form(by), "by" | "from") && arcs.relation(by) == Relation::Case);
    let Some(agent) = agent.filter(|&agent| by < agent && agent < mark) else { return };
    arcs.attach(clause, Some(charge), Relation::Acl);
    arcs.attach(agent, Some(charge), Relation::Nmod);
}

/// "responding to claims that", "commented on the news that": what is spoken about is no hearer.
pub(super) fn is_answered(arcs: &Arcs<'_>, noun: TokenId) -> bool {
    let about = matches!(arcs.preposition(noun).as_str(), "to" | "on" | "about" | "over");
    let asked = matches!(arcs.lemma(noun), "report" | "news" | "demand" | "request" | "proposal" | "call");
    about && (asked || WITH_CONTENT.contains(&arcs.lemma(noun)))
}

/// "rejected the idea that X won", "responding to reports that X won": the clause is the noun's.
fn of_object(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark).filter(|&clause| arcs.relation(clause) == Relation::Ccomp) else { return };
    let Some(noun) = arcs.before(mark) else { return };
    // "recalled a statement made by Doe that X won": what others made says what stands behind it.
    let made = arcs.head(clause).into_iter().flat_map(|verb| arcs.with(verb, &[Relation::Obj])).find(|&made| {
        let by = |kid: TokenId| arcs.preposition(kid) == "by" || arcs.has(kid, &[Relation::OblAgent]);
        made < mark && is_utterance(arcs.lemma(made)) && arcs.with(made, &[Relation::Acl, Relation::Nmod]).any(by)
    });
    if let Some(made) = made {
        arcs.attach(clause, Some(made), Relation::Acl);
        return;
    }
    // "expressed its concern that X had left"
    let feels = |verb: TokenId| matches!(arcs.lemma(verb), "express" | "raise" | "reiterate" | "share" | "voice");
    let felt = arcs.relation(noun) == Relation::Obj && arcs.head(noun).is_some_and(feels);
    let report = arcs.lemma(noun) == "report" && arcs.head(noun).is_some_and(|verb| !listed(SPEECH, arcs.lemma(verb)));
    let object = felt
        || arcs.relation(noun) == Relation::Obj && (report || WITH_CONTENT.contains(&arcs.lemma(noun)))
        || arcs.relation(noun) == Relation::Obl && is_answered(arcs, noun);
    if object && arcs.head(noun) == arcs.head(clause) {
        arcs.attach(clause, Some(noun), Relation::Acl);
    }
}

/// "The claim that the raid was a crime was rejected", where the clause is taken for the subject of the predicate behind it.
fn two_predicates(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(predicate) = arcs.head(mark).filter(|&clause| clause > mark && arcs.relation(clause) == Relation::Acl)
    else {
        return;
    };
    let Some(noun) = arcs.head(predicate).filter(|&noun| noun < mark && arcs.upos(noun) == Upos::Noun) else { return };
    let clause = arcs.with(predicate, SUBJECTS).find(|&kid| arcs.has(kid, &[Relation::Cop]) && arcs.has(kid, SUBJECTS));
    if let Some(clause) = clause.filter(|_| arcs.is_finite(predicate) && !arcs.has(noun, &[Relation::Cop])) {
        arcs.attach(clause, Some(noun), Relation::Acl);
        arcs.attach(mark, Some(clause), Relation::Mark);
        let subject_is = arcs.subject_relation(predicate);
        arcs.replace(noun, predicate, subject_is);
    }
}

/// "The claim that X won is false": a finite predicate without a subject, behind the clause of a noun without a predicate,
/// is the noun's.
fn predicate_behind(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = arcs.head(mark).filter(|&clause| clause > mark) else { return };
    let Some(noun) = arcs.head(clause).filter(|&noun| noun < mark && arcs.upos(noun) == Upos::Noun) else { return };
    if matches!(arcs.relation(noun), Relation::Nsubj | Relation::NsubjPass) || arcs.has(noun, &[Relation::Cop]) {
        return;
    }
    let predicate = arcs.with(clause, &[Relation::Xcomp]).find(|&kid| {
        kid > clause && arcs.is_finite(kid) && !arcs.has(kid, SUBJECTS) && !arcs.has(kid, &[Relation::Mark])
    });
    if let Some(predicate) = predicate {
        let subject_is = arcs.subject_relation(predicate);
        arcs.replace(noun, predicate, subject_is);
    }
}

/// "Lawyers argued in court that …": what says something in a sentence without another verb is no participle.
fn participle(arcs: &mut Arcs<'_>, mark: TokenId) {
    let Some(clause) = clause_of(arcs, mark) else { return };
    let Some(noun) = arcs.roots().find(|&root| root < mark && arcs.is_nominal(root) && !arcs.is_clause(root)) else {
        return;
    };
    let verb = arcs.with(noun, &[Relation::Acl]).find(|&verb| {
        verb < mark
            && arcs.xpos(verb) == Xpos::Vbn
            && listed(SPEECH, arcs.lemma(verb))
            && !arcs.has(verb, &[Relation::Aux])
    });
    let Some(verb) = verb.filter(|&verb| arcs.ancestors(clause).any(|above| above == noun || above == verb)) else {
        return;
    };
    arcs.retag(verb, Upos::Verb, Xpos::Vbd);
    arcs.replace(noun, verb, Relation::Nsubj);
    arcs.attach(clause, Some(verb), Relation::Ccomp);
}

/// "Was called illegal by X", "was described by X as risky": X is the agent, and no part of what it calls it.
fn agent(arcs: &mut Arcs<'_>, verb: TokenId) {
    let lemma = arcs.lemma(verb);
    if !listed(NAMING, lemma) && !listed(AS_VERBS, lemma) {
        return;
    }
    // "was denounced as fraudulent by X", too.
    let small = arcs
        .with(verb, &[Relation::Xcomp, Relation::Obl])
        .find(|&kid| kid > verb && (arcs.relation(kid) == Relation::Xcomp || arcs.preposition(kid) == "as"));
    if let Some(small) = small {
        let by = arcs
            .with(small, &[Relation::Obl, Relation::OblAgent, Relation::Nmod])
            .find(|&kid| kid > small && arcs.preposition(kid) == "by" && arcs.is_nominal(kid));
        if let Some(by) = by.filter(|_| !arcs.has(verb, &[Relation::OblAgent])) {
            arcs.attach(by, Some(verb), Relation::OblAgent);
        }
    }
    let by = arcs.with(verb, &[Relation::OblAgent]).find(|&kid| kid > verb);
    let role =
        by.and_then(|by| arcs.with(by, &[Relation::Nmod]).find(|&kid| kid > by && arcs.preposition(kid) == "as"));
    if let Some(role) = role {
        arcs.attach(role, Some(verb), Relation::Obl);
    }
}
