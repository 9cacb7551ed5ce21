//! `claimgraph why-not RULE "sentence"`: what a rule wanted, what stood there, and the first element that failed.
//!
//! In: a rule's id and a text. Out: the words with tags, arcs and mentions, then the steps of each place where the rule
//! could begin. Exit code 0 where the rule fires, 1 where it does not, 2 where no rule has that id.

use std::fmt::Write;

use crate::claim::why::{Attempt, Explanation};
use crate::cli::args::WhyNotArgs;
use crate::cli::report::terminal::{Tone, tone};
use crate::cli::report::text::{clean, columns, padded};
use crate::cli::{extract, report};
use crate::diagnostic::suggestion;
use crate::pipeline::why_not::{Word, why_not};

/// Runs the command.
pub(in crate::cli) fn run(args: &WhyNotArgs) -> anyhow::Result<bool> {
    let knowledge = extract::knowledge(&args.knowledge)?;
    let Some(found) = why_not(&args.rule, &args.sentence, &knowledge) else {
        let ids = knowledge.rules.origins().map(|origin| origin.id.as_str());
        anyhow::bail!("no rule has the id {:?}{}", args.rule, suggestion(&args.rule, ids));
    };
    let explanation = &found.explanation;
    let mut text = format!("{} ({})\n  {}\n\n", args.rule, explanation.rule_at, explanation.wants);
    for words in &found.sentences {
        text.push_str(&table(words));
        text.push('\n');
    }
    text.push_str(&steps(explanation));
    report::tell(&text)?;
    Ok(explanation.fires())
}

/// A sentence's words, one a line, in columns as wide as they need to be.
fn table(words: &[Word]) -> String {
    let rows: Vec<[String; 6]> = words
        .iter()
        .map(|word| {
            let Word { number, form, lemma, tags, arc, mention } = word;
            [number.to_string(), clean(form), clean(lemma), tags.clone(), clean(arc), clean(mention)]
        })
        .collect();
    let width = |column: usize| rows.iter().map(|row| columns(&row[column])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| padded(cell, width));
        let line = cells.collect::<Vec<_>>().join("  ");
        let _ = writeln!(out, "  {}", line.trim_end());
    }
    out
}

fn steps(explanation: &Explanation) -> String {
    let mut out = String::new();
    for attempt in &explanation.attempts {
        if !attempt.place.is_empty() {
            let _ = writeln!(out, "{}", tone(&clean(&attempt.place), Tone::Strong));
        }
        for step in &attempt.steps {
            let mark = if step.holds { "yes" } else { "NO " };
            let _ = writeln!(out, "  {mark} {:<9} {}", step.element, clean(&step.words));
        }
        out.push('\n');
    }
    let best = explanation.best();
    let _ = writeln!(out, "{}", tone(&verdict(best), Tone::Strong));
    out
}

fn verdict(best: &Attempt) -> String {
    match best.steps.iter().find(|step| !step.holds) {
        None => "It fires.".to_string(),
        Some(step) => format!("It does not fire. What fails: {}.", step.element),
    }
}
