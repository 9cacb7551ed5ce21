//! Answers to what is told: "…, which Kyiv denies", "responding to claims that …".
//!
//! In: arcs and a pronoun. Out: arcs in which the clause that is denied or confirmed is what the pronoun takes up; and which nouns
//! have a content, so that they take it up themselves.

use crate::syntax::frames::arcs::Arcs;
use crate::syntax::frames::phrase::after_break;
use crate::syntax::frames::words::{CHARGING, listed};
use crate::syntax::{Relation, TokenId};

/// "Kyiv shelled the village, which Kyiv denies": what is denied is the clause, where the noun is nothing that anybody says.
pub(super) fn denied_clause(arcs: &mut Arcs<'_>, pronoun: TokenId) {
    let relative = |verb: &TokenId| arcs.relation(*verb) == Relation::AclRelcl;
    let Some(verb) = arcs.head(pronoun).filter(|_| arcs.relation(pronoun) == Relation::Obj).filter(relative) else {
        return;
    };
    let Some(noun) = arcs.head(verb).filter(|_| after_break(arcs, pronoun)) else { return };
    let said = WITH_CONTENT.contains(&arcs.lemma(noun))
        || matches!(
            arcs.lemma(noun),
            "report" | "statement" | "involvement" | "responsibility" | "account" | "finding"
        );
    let answered = answered(arcs, noun, pronoun, verb).filter(|_| !said);
    if let Some(answered) = answered {
        arcs.attach(verb, Some(answered), Relation::AdvclRelcl);
    }
}

/// The clause before a word, on which what answers it is to hang, if a verb can answer it: one denies what is said or done, and
/// rejects of that only what is said; of "offered talks, which Kyiv rejected" it is the talks.
pub(in crate::syntax::frames::repair) fn answered(
    arcs: &Arcs<'_>,
    last: TokenId,
    before: TokenId,
    verb: TokenId,
) -> Option<TokenId> {
    let finite = |&above: &TokenId| arcs.is_clause(above) && arcs.is_finite(above);
    let clause = std::iter::once(last).chain(arcs.ancestors(last)).find(finite).filter(|&clause| clause < before)?;
    let told = told(arcs, clause, before);
    match arcs.lemma(verb) {
        "confirm" | "deny" | "dispute" | "refute" => Some(told),
        "contest" | "dismiss" | "reject" => {
            let charged = told != clause && !arcs.is_finite(told);
            let reported = matches!(arcs.relation(clause), Relation::Acl | Relation::Ccomp);
            (charged || reported).then_some(told)
        }
        _ => None,
    }
}

/// What is answered by a clause at the end of another: that, or who says it; in "accused Chad of ramming a boat, which Chad denied"
/// not that it was accused.
fn told(arcs: &Arcs<'_>, clause: TokenId, before: TokenId) -> TokenId {
    let charged = arcs
        .with(clause, &[Relation::Advcl])
        .find(|&kid| listed(CHARGING, arcs.lemma(clause)) && clause < kid && kid < before && arcs.is_gerund(kid));
    let reported = || arcs.head(clause).filter(|_| arcs.relation(clause) == Relation::Ccomp);
    charged.or_else(reported).unwrap_or(clause)
}

/// Nouns that have a content, and are nobody who could be told it.
pub(super) const WITH_CONTENT: &[&str] = &[
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

/// "responding to claims that", "commented on the news that": what is spoken about is no hearer.
pub(in crate::syntax::frames::repair) fn is_answered(arcs: &Arcs<'_>, noun: TokenId) -> bool {
    let about = matches!(arcs.preposition(noun).as_str(), "to" | "on" | "about" | "over");
    let asked = matches!(arcs.lemma(noun), "report" | "news" | "demand" | "request" | "proposal" | "call");
    about && (asked || WITH_CONTENT.contains(&arcs.lemma(noun)))
}
