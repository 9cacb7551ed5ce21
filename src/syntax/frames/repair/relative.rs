//! Relative clauses: which noun they belong to, and where the sentence goes on behind them.
//!
//! In: arcs and a relative pronoun. Out: arcs in which the clause hangs on the noun before the comma, or on the person
//! named there if only a person can be meant, and the sentence's own verb has its subject back.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::after_break;
use crate::syntax::frames::words::{HEARER, JUDGING, SPEECH, can_speak, is_act_of_speech, is_utterance, listed};
use crate::syntax::{Relation, TokenId, Upos, Xpos};

/// Puts a relative pronoun's clause where it belongs.
pub(super) fn mend(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    opening_case(arcs, pronoun);
    having(arcs, pronoun);
    interrupted_subject(arcs, pronoun);
    reported_relative(arcs, pronoun);
    said_of(arcs, pronoun);
    relative(arcs, pronoun);
    said_aside(arcs, pronoun);
    behind_saying(arcs, pronoun);
    warned_of(arcs, pronoun);
}

/// "Germany, which has troops in Mali, did not leave": before the comma that closes the relative clause, "has" is its verb and no
/// auxiliary of the sentence's own.
fn having(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let has = TokenId::at((pronoun.index() + 1).min(arcs.len() - 1));
    let verb = arcs.head(has).filter(|_| arcs.relation(has) == Relation::Aux && arcs.lemma(has) == "have");
    let close = (has.index() + 1..arcs.len()).map(TokenId::at).find(|&word| arcs.form(word) == ",");
    let name = arcs.before(pronoun).filter(|&comma| arcs.form(comma) == ",").and_then(|comma| arcs.before(comma));
    let Some(((verb, close), name)) = verb.zip(close).zip(name.filter(|&name| arcs.upos(name) == Upos::Propn)) else {
        return;
    };
    let object = arcs.kids(verb).iter().copied().find(|&kid| has < kid && kid < close && arcs.is_nominal(kid));
    let own = arcs.with(verb, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).any(|kid| kid > close);
    let Some(object) = object.filter(|_| verb > close && own) else { return };
    arcs.replace(name, verb, Relation::Nsubj);
    arcs.attach_subject(verb, name);
    arcs.retag(has, Upos::Verb, arcs.xpos(has));
    arcs.attach(has, Some(name), Relation::AclRelcl);
    arcs.attach(pronoun, Some(has), Relation::Nsubj);
    arcs.attach(object, Some(has), Relation::Obj);
}

/// "Envoys, who said the plan is dead, urge talks": a bare form behind the comma that closes the relative clause is the sentence's own
/// verb.
fn behind_saying(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let said = arcs
        .head(pronoun)
        .filter(|&verb| listed(SPEECH, arcs.lemma(verb)) && arcs.relation(verb) == Relation::AclRelcl);
    let Some(said) = said.filter(|_| after_break(arcs, pronoun)) else { return };
    let Some(noun) = arcs.head(said).filter(|&noun| arcs.head(noun).is_none() && arcs.is_nominal(noun)) else { return };
    let within = arcs.below(said, |_| false);
    let main = within.into_iter().find(|&word| {
        let loose =
            matches!(arcs.relation(word), Relation::Conj | Relation::Parataxis | Relation::Advcl | Relation::Ccomp);
        let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Cc, Relation::Mark, Relation::Aux];
        word > said
            && loose
            && matches!(arcs.xpos(word), Xpos::Vb | Xpos::Vbn)
            && !arcs.has(word, &own)
            && arcs.before(word).is_some_and(|comma| arcs.form(comma) == ",")
    });
    if let Some(main) = main {
        arcs.make_finite(main);
        if arcs.xpos(main) == Xpos::Vb {
            arcs.retag(main, Upos::Verb, Xpos::Vbp);
        }
        arcs.replace(noun, main, Relation::Nsubj);
    }
}

/// "warned Doe, who leads the party, that it was late": a verb that says nothing has no such clause, but the verb that tells.
fn warned_of(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let inner = arcs
        .head(pronoun)
        .filter(|&verb| arcs.relation(verb) == Relation::AclRelcl && !listed(SPEECH, arcs.lemma(verb)));
    let told = inner.and_then(|inner| Some((inner, arcs.head(inner)?)));
    let Some((inner, hearer)) =
        told.filter(|&(_, hearer)| matches!(arcs.relation(hearer), Relation::Obj | Relation::Iobj))
    else {
        return;
    };
    let verb = arcs.head(hearer).filter(|&verb| verb < hearer && listed(HEARER, arcs.lemma(verb)));
    let Some(verb) = verb.filter(|&verb| !arcs.has(verb, &[Relation::Ccomp])) else { return };
    let clauses = [Relation::Ccomp, Relation::Acl, Relation::AclRelcl];
    let clause = arcs.below(inner, |_| false).into_iter().find(|&kid| {
        kid > inner && clauses.contains(&arcs.relation(kid)) && arcs.marked(kid, "that") && arcs.is_finite(kid)
    });
    if let Some(clause) = clause {
        arcs.attach(clause, Some(verb), Relation::Ccomp);
    }
}

/// "In another case in which Chad alleged fraud, the court cleared it": behind the relative clause of what opens the sentence,
/// and a comma, stands the main clause.
fn opening_case(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let Some(inner) = arcs.head(pronoun).filter(|&inner| arcs.relation(inner) == Relation::AclRelcl) else { return };
    let noun = arcs.head(inner).filter(|&noun| arcs.head(noun).is_none() && arcs.is_nominal(noun) && noun < pronoun);
    let Some(noun) = noun.filter(|&noun| arcs.has(noun, &[Relation::Case])) else { return };
    let main = arcs.with(inner, &[Relation::Ccomp, Relation::Parataxis, Relation::Advcl]).find(|&kid| {
        kid > inner
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Mark])
            && arcs.with(kid, &[Relation::Nsubj, Relation::NsubjPass]).any(|subject| after_break(arcs, subject))
    });
    if let Some(main) = main {
        arcs.replace(noun, main, Relation::Obl);
    }
}

/// "The firm, whose owner denied it, refused": the parser takes the relative clause for the main one.
fn interrupted_subject(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let Some(comma) = arcs.before(pronoun).filter(|&before| arcs.form(before) == ",") else { return };
    let Some(inner) = arcs.ancestors(pronoun).find(|&above| arcs.is_verb(above)) else { return };
    if arcs.relation(inner) == Relation::AclRelcl {
        return;
    }
    let noun = arcs
        .kids(inner)
        .iter()
        .copied()
        .filter(|&kid| kid < comma && arcs.is_nominal(kid) && arcs.preposition(kid).is_empty())
        .rfind(|&kid| {
            matches!(
                arcs.relation(kid),
                Relation::OblUnmarked
                    | Relation::Nsubj
                    | Relation::Dislocated
                    | Relation::Obj
                    | Relation::Dep
                    | Relation::Vocative
            )
        });
    let outer = arcs.with(inner, &[Relation::Conj, Relation::Parataxis]).find(|&kid| {
        kid > inner
            && arcs.is_verb(kid)
            && arcs.is_finite(kid)
            && !arcs.has(kid, &[Relation::Cc, Relation::Nsubj, Relation::NsubjPass])
            && arcs.before(kid).is_some_and(|before| arcs.form(before) == ",")
    });
    // "The firm, whose owner has denied it, says that …", where the parser takes the relative clause for what is said.
    let above = arcs.head(inner).filter(|&above| {
        let free = arcs.is_finite(above) && !arcs.has(above, &[Relation::Nsubj, Relation::NsubjPass]);
        let said = arcs.relation(inner) == Relation::Ccomp && arcs.xpos(pronoun) == Xpos::WpPoss;
        said && inner < above && free && arcs.before(above).is_some_and(|before| arcs.form(before) == ",")
    });
    if let (Some(noun), Some(above)) = (noun, above) {
        arcs.attach(noun, Some(above), Relation::Nsubj);
        arcs.attach(inner, Some(noun), Relation::AclRelcl);
        return;
    }
    if let (Some(noun), Some(outer)) = (noun, outer) {
        arcs.replace(inner, outer, Relation::AclRelcl);
        arcs.attach(noun, Some(outer), Relation::Nsubj);
        arcs.attach(inner, Some(noun), Relation::AclRelcl);
    }
}

/// "The study, which X said was ready, came out": the parser takes the main verb for the relative clause's.
fn reported_relative(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let Some(main) = arcs.head(pronoun).filter(|&main| main > pronoun && arcs.relation(main) == Relation::AclRelcl)
    else {
        return;
    };
    let Some(noun) = arcs.head(main).filter(|&noun| noun < pronoun && arcs.head(noun).is_none()) else { return };
    let report = arcs.with(main, &[Relation::Advcl, Relation::Parataxis, Relation::Ccomp]).find(|&kid| {
        pronoun < kid && kid < main && listed(SPEECH, arcs.lemma(kid)) && arcs.has(kid, &[Relation::Nsubj])
    });
    let inner = report.and_then(|report| arcs.with(report, &[Relation::Ccomp]).find(|&kid| kid < main));
    let (Some(report), Some(inner)) = (report, inner) else { return };
    if !arcs.is_finite(main) || arcs.has(inner, &[Relation::Nsubj, Relation::NsubjPass, Relation::Mark]) {
        return;
    }
    arcs.replace(noun, main, arcs.relation(pronoun));
    arcs.attach(report, Some(noun), Relation::AclRelcl);
    arcs.attach(pronoun, Some(inner), Relation::Nsubj);
}

/// "a report, which both X and Y said was false": of two subjects of the verb of speech, the pronoun is what is spoken of.
fn said_of(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let speech = arcs.head(pronoun).filter(|&verb| {
        arcs.relation(pronoun) == Relation::Nsubj && arcs.is_relative(pronoun) && listed(SPEECH, arcs.lemma(verb))
    });
    let Some(speech) = speech.filter(|&verb| pronoun < verb) else { return };
    let both = |kid: TokenId| arcs.has(kid, &[Relation::CcPreconj]);
    let speaker = arcs.with(speech, &[Relation::Nsubj]).any(|kid| pronoun < kid && kid < speech && both(kid));
    let content = arcs.with(speech, &[Relation::Ccomp]).find(|&kid| kid > speech);
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Expl, Relation::Mark];
    if let Some(content) = content.filter(|&content| speaker && !arcs.has(content, &own)) {
        arcs.attach_subject(content, pronoun);
    }
}

/// "products that could be used", "to amnesty, which X rejects": a clause whose subject is a relative pronoun, or its object
/// where the clause hangs on a verb, hangs on the noun before it.
fn relative(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let argument = matches!(arcs.relation(pronoun), Relation::Nsubj | Relation::NsubjPass | Relation::Obj);
    let Some(clause) = arcs.head(pronoun).filter(|&clause| argument && clause > pronoun) else { return };
    if arcs.xpos(pronoun) == Xpos::WpPoss {
        return;
    }
    let misplaced = match arcs.relation(clause) {
        Relation::Ccomp | Relation::Conj | Relation::Advcl | Relation::Parataxis | Relation::Dep => {
            let loose =
                arcs.relation(clause) != Relation::Ccomp && arcs.form_at(pronoun.index().saturating_sub(1)) == ",";
            arcs.relation(pronoun) != Relation::Obj || loose
        }
        // "met Oxfam, which said that"; not "attacked Kuwait, which angered Sweden".
        Relation::AclRelcl | Relation::AdvclRelcl => {
            let acts = is_act_of_speech(arcs.lemma(clause)) || listed(JUDGING, arcs.lemma(clause));
            let of_noun = arcs.relation(clause) == Relation::AclRelcl || acts;
            (arcs.relation(pronoun) == Relation::Obj || of_noun)
                && arcs.head(clause).is_some_and(|head| arcs.is_verb(head))
        }
        _ => false,
    };
    let Some(noun) = noun_before(arcs, pronoun) else { return };
    if of_paper(arcs, pronoun, clause, noun) {
        return;
    }
    // "members of the party, which accuses it": one verb, one party.
    let of_one = arcs.form(pronoun) == "which"
        && arcs.relation(clause) == Relation::AclRelcl
        && arcs.xpos(clause) == Xpos::Vbz
        && arcs.head(clause).is_some_and(|head| head < noun && matches!(arcs.xpos(head), Xpos::Nns | Xpos::Nnps))
        && matches!(arcs.xpos(noun), Xpos::Nn | Xpos::Nnp);
    if misplaced || of_one || is_whose(arcs, clause, noun) && arcs.form(pronoun).starts_with("who") {
        arcs.attach(clause, Some(noun), Relation::AclRelcl);
    }
}

/// "a report by the ombudsman, Jane Doe, which found that": people are no "which", and the clause is the paper's.
fn of_paper(arcs: &mut Arcs<'_>, pronoun: TokenId, clause: TokenId, noun: TokenId) -> bool {
    if arcs.form(pronoun) != "which" || arcs.relation(noun) != Relation::Appos || arcs.upos(noun) != Upos::Propn {
        return false;
    }
    let title = |above: TokenId| arcs.upos(above) == Upos::Noun && can_speak(arcs.lemma(above));
    let titled = arcs.ancestors(noun).take(2).any(title);
    let paper = arcs.ancestors(noun).find(|&above| is_utterance(arcs.lemma(above)));
    let Some(paper) = paper.filter(|_| titled || arcs.head(noun) == paper) else { return false };
    arcs.attach(clause, Some(paper), Relation::AclRelcl);
    true
}

/// The noun right before a relative pronoun and its comma.
fn noun_before(arcs: &Arcs<'_>, pronoun: TokenId) -> Option<TokenId> {
    let before = arcs.before(pronoun);
    let noun = before.and_then(|word| if arcs.form(word) == "," { arcs.before(word) } else { Some(word) });
    noun.filter(|&noun| matches!(arcs.upos(noun), Upos::Noun | Upos::Propn))
}

/// "the plan by Jane Doe, who said": plans are nobody, and the name behind "by" or "with" is.
fn is_whose(arcs: &Arcs<'_>, clause: TokenId, noun: TokenId) -> bool {
    let preposition = arcs.preposition(noun);
    let owner = matches!(preposition.as_str(), "by" | "from" | "with" | "between" | "to" | "against");
    // "a letter from the chairman, Jane Doe, who asked": letters are nobody either.
    let apposed = |head: TokenId| {
        preposition.is_empty() && head != noun && arcs.upos(head) == Upos::Noun && !can_speak(arcs.lemma(head))
    };
    let owned = |head: TokenId| owner && arcs.head(noun) == Some(head) && arcs.upos(head) == Upos::Noun;
    arcs.relation(clause) == Relation::AclRelcl
        && arcs.upos(noun) == Upos::Propn
        && arcs.head(clause).is_some_and(|head| owned(head) || apposed(head))
}

/// "the plan which, he said, would help": what stands behind the aside is what is said of the plan.
fn said_aside(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    if arcs.form_at(pronoun.index() + 1) != "," {
        return;
    }
    let Some(said) = arcs.head(pronoun).filter(|&said| said > pronoun && listed(SPEECH, arcs.lemma(said))) else {
        return;
    };
    let relative = matches!(arcs.relation(said), Relation::AclRelcl | Relation::AdvclRelcl);
    if !relative || arcs.form_at(said.index() + 1) != "," || arcs.has(said, &[Relation::Ccomp]) {
        return;
    }
    let next = arcs.tokens().find(|&token| {
        token > said
            && arcs.is_verb(token)
            && arcs.is_finite(token)
            && !arcs.has(token, &[Relation::Nsubj, Relation::NsubjPass])
    });
    if let Some(next) = next {
        arcs.attach(next, Some(said), Relation::Ccomp);
    }
}
