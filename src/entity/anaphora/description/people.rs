//! Nouns for people: anybody, and those who speak or act for a body.
//!
//! In: a noun's lemma. Out: whether it is one. Such a noun may be the antecedent of "he" and "she", and is none of "it"; whose
//! people they are is left to `noun`.

/// Nouns for people.
const PEOPLE: &[&str] = &[
    "man",
    "mum",
    "mom",
    "girlfriend",
    "boyfriend",
    "baby",
    "woman",
    "boy",
    "girl",
    "child",
    "person",
    "people",
    "official",
    "leader",
    "president",
    "minister",
    "king",
    "queen",
    "victim",
    "parent",
    "mother",
    "father",
    "wife",
    "husband",
    "son",
    "daughter",
    "brother",
    "sister",
    "friend",
    "guard",
    "judge",
    "chief",
    "journalist",
    "activist",
    "politician",
    "diplomat",
    "analyst",
    "student",
    "resident",
    "migrant",
    "refugee",
    "soldier",
    "prisoner",
    "detainee",
    "citizen",
    "candidate",
    "member",
    "author",
    "scholar",
    "expert",
    "critic",
    "colleague",
    "patient",
    "tourist",
    "civilian",
    "lawyer",
    "professor",
    "doctor",
    "secretary",
    "premier",
    "mayor",
];

/// Whether a noun means a person.
pub(super) fn is_human(lemma: &str) -> bool {
    PEOPLE.contains(&lemma)
        || ["man", "woman", "person", "maker", "worker", "holder"]
            .iter()
            .any(|end| lemma.len() > end.len() && lemma.ends_with(end))
}

/// Nouns for people who speak or act for the body that their phrase names.
const STAFF: &[&str] = &[
    "official",
    "authority",
    "author",
    "member",
    "minister",
    "diplomat",
    "leader",
    "lawmaker",
    "legislator",
    "officer",
    "representative",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "negotiator",
    "investigator",
    "researcher",
    "editor",
    "parliamentarian",
    "executive",
    "lawyer",
    "prosecutor",
    "delegate",
    "envoy",
    "expert",
    "inspector",
    "rapporteur",
];

/// Whether a noun means people who speak or act for the body that their phrase names.
pub(super) fn is_staff(lemma: &str) -> bool {
    STAFF.contains(&lemma)
}
