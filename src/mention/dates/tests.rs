//! A table of date expressions in small sentences and what they come to on Monday, 29 June 2020.
//!
//! In: `before [expression] after = value`; a line without brackets has no date. Tags come from a short list of verbs, so
//! that the table tests dates and not the tagger. It does not test TIMEX3 attributes beyond the value.

use super::*;
use crate::syntax::{Token, Upos, Xpos};

/// One sentence a line, words tagged by a short list.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut list = Vec::new();
    for line in text.split_inclusive('\n') {
        let base = line.as_ptr() as usize - text.as_ptr() as usize;
        let tokens: Vec<Token> = words(line)
            .iter()
            .map(|word| {
                token(word.span.of(line), Span::new(base + word.span.start as usize, base + word.span.end as usize))
            })
            .collect();
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            let span = first.span.join(last.span);
            list.push(Sentence { span, has_stop: line.trim_end().ends_with('.'), tokens, starts_block: true });
        }
    }
    list
}

fn token(word: &str, span: Span) -> Token {
    let lower = word.to_lowercase();
    let (xpos, lemma) = match lower.as_str() {
        "is" | "has" | "comes" | "says" => (
            Xpos::Vbz,
            if lower == "is" {
                "be"
            } else if lower == "has" {
                "have"
            } else {
                &*lower
            },
        ),
        "are" => (Xpos::Vbp, "be"),
        "live" | "condemn" => (Xpos::Vbp, &*lower),
        "begins" => (Xpos::Vbz, "begin"),
        "was" | "were" => (Xpos::Vbd, "be"),
        "will" | "would" => (Xpos::Md, &*lower),
        "met" | "said" | "fell" | "began" | "worked" | "went" | "did" | "lost" | "saw" | "signed" => {
            (Xpos::Vbd, &*lower)
        }
        "agreed" => (Xpos::Vbd, "agree"),
        "announced" => (Xpos::Vbd, "announce"),
        "had" => (Xpos::Vbd, "have"),
        "prepared" => (Xpos::Vbn, "prepare"),
        "maintain" => (Xpos::Vb, &*lower),
        "their" => (Xpos::PrpPoss, "they"),
        "planned" | "expected" => (Xpos::Vbn, "plan"),
        "held" | "passed" | "been" => (Xpos::Vbn, if lower == "been" { "be" } else { &*lower }),
        "meet" | "visit" | "be" | "vote" | "run" => (Xpos::Vb, &*lower),
        "meeting" => (Xpos::Vbg, "meet"),
        "to" => (Xpos::To, "to"),
        _ => (Xpos::Nn, &*lower),
    };
    let upos = match xpos {
        Xpos::Nn if word.starts_with(char::is_alphabetic) => Upos::Noun,
        Xpos::Vb | Xpos::Vbd | Xpos::Vbn | Xpos::Vbg | Xpos::Vbz | Xpos::Vbp if !matches!(lemma, "be" | "have") => {
            Upos::Verb
        }
        _ => Upos::X,
    };
    Token { span, lemma: lemma.to_owned(), upos, xpos }
}

/// Expressions without their sentence's brackets, read back as brackets.
fn read(line: &str) -> String {
    let found = dates(line, &sentences(line), Some("2020-06-29"));
    let (mut shown, mut at) = (String::new(), 0);
    for mention in &found {
        let value = mention.date.as_ref().map_or("", |date| date.value.as_str());
        shown.push_str(&line[at..mention.span.start as usize]);
        shown.push_str(&format!("[{}={value}]", mention.span.of(line)));
        at = mention.span.end as usize;
    }
    shown + &line[at..]
}

#[test]
fn the_table_reads_as_written() {
    let mut wrong = Vec::new();
    for row in include_str!("table.txt").lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let mut line = String::new();
        for (place, piece) in row.split(['[', ']']).enumerate() {
            line.push_str(if place % 2 == 0 { piece } else { piece.split_once('=').map_or(piece, |(words, _)| words) });
        }
        let got = read(&line);
        if got != row {
            wrong.push(format!("want {row}\n got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

#[test]
fn without_a_date_days_stay_recurring() {
    let text = "They met on Friday, in December and today.";
    let found = dates(text, &sentences(text), None);
    let values: Vec<_> = found.iter().filter_map(|m| m.date.as_ref()).map(|d| d.value.as_str()).collect();
    assert_eq!(values, ["XXXX-WXX-5", "XXXX-12"]);
}

#[test]
fn a_history_tells_days_of_the_year_it_has_come_to() {
    let text = "It began in 1811. It fell in 1815 and 1820. In 1831, they met. On July 14, they met. It fell in 1840.";
    let found = dates(text, &sentences(text), Some("2004-08-18"));
    assert_eq!(found[4].date.as_ref().map(|date| date.value.as_str()), Some("1831-07-14"));
}

#[test]
fn open_ends_keep_an_interval() {
    let text = "It went on since at least March 2017 and until 2019.";
    let found = dates(text, &sentences(text), None);
    let intervals: Vec<_> = found.iter().filter_map(|m| m.date.as_ref()?.interval.as_deref()).collect();
    assert_eq!(intervals, ["2017-03/..", "../2019"]);
}

#[test]
fn strange_text_is_survived() {
    for text in [
        "",
        "’",
        "1/2/3/4/5",
        "99999999999999999999 years ago",
        "20th-",
        "from",
        "between 2015 and",
        "May",
        "é29 June ’s",
        "the the the",
    ] {
        let _ = dates(text, &sentences(text), Some("0000-99-99"));
        let _ = dates(&text.repeat(50), &[], Some("9999-12-31"));
    }
}
