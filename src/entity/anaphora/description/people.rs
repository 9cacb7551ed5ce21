//! Nouns for people: anybody, and those who speak or act for a body.
//!
//! In: a noun's lemma. Out: whether it is one. Such a noun is an antecedent of "he" and "she", and of no "it"; the list is
//! short, since a noun that is missing only costs a link.

/// Whether a noun means a person.
pub(super) fn is_human(lemma: &str) -> bool {
    const NOUNS: &[&str] = &[
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
    NOUNS.contains(&lemma)
        || ["man", "woman", "person", "maker", "worker", "holder"]
            .iter()
            .any(|end| lemma.len() > end.len() && lemma.ends_with(end))
}

/// Whether a noun means people who speak or act for the body that their phrase names.
pub(super) fn is_staff(lemma: &str) -> bool {
    const NOUNS: &[&str] = &[
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
    ];
    NOUNS.contains(&lemma)
}
