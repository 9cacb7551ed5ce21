//! When claims happened: the date of a claim's own clause, and no other that its sentence names.

use claimgraph::pipeline::examples;

/// Texts, a property that each claims, and the date of that claim; nothing where the text gives it none.
const CASES: &[(&str, &str, &str)] = &[
    ("Sweden condemned Iraq on 3 March 2020.", "condemns", "2020-03-03"),
    ("In May 2019, Sweden imposed sanctions on Iraq.", "sanctions", "2019-05"),
    ("Sweden has urged the Arab League, whose next session is in May 2021, to investigate the camps.", "callsOn", ""),
    ("Sweden condemned the Arab League, which met in May 2021.", "condemns", ""),
    ("Tom Ode, who was fired in 2019, condemned Iraq.", "condemns", ""),
    ("Sweden condemned Iraq, although 2019 was worse.", "condemns", ""),
    ("Sweden imposed no sanctions on Iraq following the 2006 coup.", "sanctions", ""),
    ("Sweden said that Iraq had closed the border in 2018.", "says", ""),
    ("For four years Sweden condemned Iraq.", "condemns", ""),
];

#[test]
fn claims_have_the_dates_of_their_clauses() {
    for (text, predicate, date) in CASES {
        let record = examples::read(text, crate::knowledge());
        let claim = record.claims.iter().find(|claim| claim.predicate == *predicate);
        let claim = claim.unwrap_or_else(|| panic!("no claim: {text}"));
        assert_eq!(claim.date.as_deref().unwrap_or(""), *date, "{text}");
    }
}
