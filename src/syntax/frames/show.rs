//! A frame as one line for rule authors: what the rules see, in the words of the sentence.
//!
//! In: a frame and its sentence. Out: `accuse VERB PASSIVE PAST | subj: … | obj: … | of: "…" | content: "…"`; parts that
//! are empty are left out, an oblique that stands on the object has a `+`. Meant for eyes, not to be read by programs.

use super::phrase::Phrases;
use super::{Frame, Kind, Tense, Voice};
use crate::syntax::TokenId;

/// Writes a frame as one line, without a line end.
pub fn line(phrases: &Phrases<'_>, frame: &Frame) -> String {
    let text = phrases.text();
    let words = |heads: &[TokenId]| {
        let one = |&head: &TokenId| flat(phrases.phrase(head).of(text));
        heads.iter().map(one).collect::<Vec<_>>().join(" & ")
    };
    let mut parts = vec![predicate(phrases, frame)];
    for (name, heads) in [("subj", &frame.subjects), ("obj", &frame.objects), ("recip", &frame.recipients)] {
        if !heads.is_empty() {
            parts.push(format!("{name}: {}", words(heads)));
        }
    }
    for oblique in &frame.obliques {
        let on_object = if oblique.on_object { "+" } else { "" };
        parts.push(format!("{on_object}{}: \"{}\"", oblique.preposition, flat(oblique.span.of(text))));
    }
    for clause in &frame.clauses {
        let spans: Vec<String> = clause.spans.iter().map(|span| format!("\"{}\"", flat(span.of(text)))).collect();
        parts.push(format!("{}: {}", format!("{:?}", clause.form).to_lowercase(), spans.join(" … ")));
    }
    if let Some((parent, link)) = frame.parent {
        parts.push(format!("{} #{}", format!("{link:?}").to_lowercase(), parent.0));
    }
    parts.join(" | ")
}

fn predicate(phrases: &Phrases<'_>, frame: &Frame) -> String {
    let mut words = vec![frame.lemma.clone()];
    words.push(match frame.kind {
        Kind::Verb => "VERB".into(),
        Kind::Noun => "NOUN".into(),
        Kind::Adjective => "ADJ".into(),
    });
    if frame.voice == Voice::Passive {
        words.push("PASSIVE".into());
    }
    if frame.tense != Tense::None {
        words.push(format!("{:?}", frame.tense).to_uppercase());
    }
    words.extend(frame.negation.map(|word| format!("NOT({})", phrases.form(word))));
    words.extend(frame.modals.iter().map(|&modal| format!("MODAL({})", phrases.form(modal))));
    if frame.headline {
        words.push("HEADLINE".into());
    }
    words.join(" ")
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Syntax;

    /// Sentences and what must stand in one of their lines, part by part.
    const EXPECTED: &[(&str, &[&str])] = &[
        (
            "The mayor was accused by prosecutors of taking bribes.",
            &["accuse VERB PASSIVE PAST | subj: prosecutors | obj: The mayor | of: \"taking bribes\""],
        ),
        ("The mayor was accused by prosecutors of taking bribes.", &["take VERB | subj: The mayor | obj: bribes"]),
        (
            "The ministry did not deny or confirm the report.",
            &["confirm VERB PAST NOT(not) | subj: The ministry | obj: the report"],
        ),
        ("Norway condemned and sanctioned the company.", &["condemn VERB PAST | subj: Norway | obj: the company"]),
        (
            "Lawmakers called on the government to end the trade deal.",
            &["end VERB | subj: the government | obj: the trade deal"],
        ),
        (
            "The camps, which officials said had been closed, are still used.",
            &["close VERB PASSIVE PAST | obj: The camps"],
        ),
        ("The senator called the accusations groundless.", &["obj: the accusations | small: \"groundless\""]),
        ("Critics described the law as brutal.", &["obj: the law", "small: \"brutal\""]),
        (
            "“We will not go,” said Anna Berg, a spokeswoman.",
            &["say VERB PAST | subj: Anna Berg | finite: \"“We will not go,”\""],
        ),
        (
            "“The plan,” she said, “is bad for farmers.”",
            &["subj: she | finite: \"“The plan,”\" … \"“is bad for farmers.”\""],
        ),
        (
            "The plan is bad for farmers, the minister said Monday.",
            &["subj: the minister | finite: \"The plan is bad for farmers\""],
        ),
        ("Peru made an accusation against Chile.", &["accusation NOUN PAST | subj: Peru | obj: Chile"]),
        ("Sweden's denial of the claims surprised no one.", &["denial NOUN | subj: Sweden | obj: the claims"]),
        (
            "She is opposed to the treaty and is critical of Beijing.",
            &["critical ADJ PRESENT | subj: She | of: \"Beijing\""],
        ),
        ("Minister accused of fraud", &["accuse VERB PASSIVE PAST HEADLINE | obj: Minister"]),
        ("China sanctions UK MPs", &["sanction VERB PRESENT HEADLINE | subj: China | obj: UK MPs"]),
        ("Senate to vote on tax bill", &["vote VERB FUTURE MODAL(to) HEADLINE | subj: Senate"]),
        (
            "Officials told reporters that nobody was hurt.",
            &["subj: Officials | recip: reporters | finite: \"nobody was hurt\""],
        ),
        (
            "The president is going to visit Peru.",
            &["visit VERB FUTURE MODAL(going) | subj: The president | obj: Peru"],
        ),
        (
            "The group left without making a statement.",
            &["make VERB NOT(without) | subj: The group | obj: a statement"],
        ),
        ("They were twice denied visas.", &["deny VERB PASSIVE PAST | obj: visas | recip: They"]),
    ];

    #[test]
    fn frames_undo_grammar() {
        let syntax = Syntax::embedded().expect("the model is built in");
        let mut missing = Vec::new();
        for (text, parts) in EXPECTED {
            let sentences = syntax.sentences(text);
            let tree = syntax.tree(text, &sentences[0], &[]);
            let phrases = Phrases::new(text, &sentences[0], &tree);
            let lines: Vec<String> = phrases.frames().iter().map(|frame| line(&phrases, frame)).collect();
            if !lines.iter().any(|line| parts.iter().all(|part| line.contains(part))) {
                missing.push((text, lines));
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn frames_read_by_eye_are_right() {
        let list = include_str!("../../../tests/frames/verdicts.tsv");
        let verdicts: Vec<&str> = list.lines().skip(1).filter_map(|row| row.split('\t').nth(3)).collect();
        let right = verdicts.iter().filter(|&&verdict| verdict == "right").count();
        assert!(verdicts.iter().all(|verdict| matches!(*verdict, "right" | "wrong")) && verdicts.len() >= 200);
        assert!(right * 100 >= verdicts.len() * 78);
    }

    #[test]
    fn broken_trees_do_not_panic() {
        let text = "A b , \" c d ) ' e .";
        let syntax = Syntax::embedded().expect("the model is built in");
        let sentences = syntax.sentences(text);
        let mut tree = syntax.tree(text, &sentences[0], &[]);
        let count = tree.heads.len();
        for shift in 1..count {
            for (at, head) in tree.heads.iter_mut().enumerate() {
                *head = Some(TokenId::at((at + shift) % count));
            }
            for relation in crate::syntax::Relation::ALL {
                tree.relations.fill(*relation);
                let phrases = Phrases::new(text, &sentences[0], &tree);
                for frame in phrases.frames() {
                    line(&phrases, &frame);
                }
            }
        }
    }
}
