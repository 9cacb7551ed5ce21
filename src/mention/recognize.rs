//! All recognizers in order, and who wins where two overlap.
//!
//! In: tagged sentences, the gazetteer, dates. Out: [`Mentions`]. The longest candidate wins, then the higher rank, then
//! the earlier. A second pass ([`super::later`]) finds later mentions by surname or short name of what the first found;
//! at last it calls a person an official everywhere if a public office stands with the name anywhere.

use super::scan::{Found, Scan};
use super::{Form, Mention, Mentions, later, listed, names, nominal, roles};
use crate::document::Span;
use crate::gazetteer::{Class, Gazetteer};
use crate::syntax::{Sentence, Syntax, Upos};

/// Finds all mentions of a document; `dates` are those that the date recognizer found.
pub fn recognize(text: &str, sentences: &[Sentence], gazetteer: &Gazetteer, dates: Vec<Mention>) -> Mentions {
    let scans: Vec<Scan> = sentences.iter().map(|sentence| Scan::new(text, sentence, gazetteer)).collect();
    let mut found: Vec<Vec<Found>> = scans.iter().map(|scan| first_pass(scan, &dates)).collect();
    listed::explained::unlist(&scans, &mut found);
    later::find(&scans, &mut found);
    listed::shared::disown(&scans, &mut found);
    listed::shared::unlist(&scans, &mut found);
    listed::capital::mean_bodies(&scans, &mut found);
    let mut mentions = Mentions::default();
    for (scan, found) in scans.iter().zip(found) {
        let first = mentions.list.len();
        let mut list: Vec<Mention> = found.into_iter().map(|found| mention(scan, found)).collect();
        list.extend(dates.iter().filter(|date| scan.sentence.span.contains(date.span)).cloned());
        let list = flat(list);
        let mut units: Vec<Span> = Vec::new();
        let found = roles::find(scan, &list, first, &mut units);
        mentions.roles.extend(found);
        let names = list.iter().filter(|mention| mention.form == Form::Name && mention.class != Class::Date);
        units.extend(names.map(|mention| mention.span));
        units.extend(list.iter().filter_map(|mention| with_side(scan, mention)));
        mentions.units.extend(disjoint(scan, units));
        mentions.list.extend(list);
    }
    officials(text, &mut mentions);
    mentions
}

/// Tags sentences again where the tagger took the last word of a name for something else ("Moon Jae-in", "Egypt placed").
pub fn tag_names(text: &str, sentences: &mut [Sentence], mentions: &Mentions, syntax: &Syntax) {
    let is_name = |mention: &&Mention| {
        mention.form == Form::Name
            && mention.date.is_none()
            && mention.class != Class::Group
            && mention.rule != "gazetteer.demonym"
    };
    let mut names = mentions.list.iter().filter(is_name).peekable();
    for sentence in sentences {
        let mut ends = vec![false; sentence.tokens.len()];
        let mut again = false;
        for (token, ends) in sentence.tokens.iter().zip(&mut ends) {
            while names.next_if(|name| name.span.end < token.span.end).is_some() {}
            let single = names.peek().is_some_and(|name| name.span == token.span);
            let capital = token.span.of(text).starts_with(char::is_uppercase);
            // "Xi" is no numeral where it is a name.
            let tagged = matches!(token.upos, Upos::Propn | Upos::Punct | Upos::Part)
                || matches!(token.upos, Upos::Noun | Upos::Num) && !(single && capital);
            let last = names.peek().is_some_and(|name| name.span.end == token.span.end);
            again |= last && !tagged;
            *ends = last && (!tagged || token.upos == Upos::Propn);
        }
        if again {
            syntax.tag_again(text, sentence, &ends);
        }
    }
}

fn first_pass(scan: &Scan, dates: &[Mention]) -> Vec<Found> {
    let listed = listed::find(scan);
    // "US$3 billion"
    let tied = |at: usize| {
        let tokens = &scan.sentence.tokens;
        tokens.get(at).is_some_and(|next| at > 0 && tokens[at - 1].span.end == next.span.start)
    };
    let mut all = names::find(scan, &listed);
    all.extend(listed);
    all.retain(|name| scan.form(name.to) != "$" || !tied(name.to));
    let mut chosen = longest(scan, all);
    let nominal = nominal::find(scan, &chosen, dates);
    chosen.extend(nominal);
    chosen.sort_by_key(|found| found.from);
    chosen
}

/// The longest candidates that do not overlap.
fn longest(scan: &Scan, mut all: Vec<Found>) -> Vec<Found> {
    // "The Atlantic" is no longer than "Atlantic Council": an article counts for nothing.
    let words = |found: &Found| found.to - found.from - usize::from(scan.word(found.from) == "the");
    all.sort_by_key(|found| (std::cmp::Reverse(words(found)), std::cmp::Reverse(found.rank), found.from));
    let mut chosen: Vec<Found> = Vec::new();
    for found in all {
        if chosen.iter().all(|other| found.to <= other.from || other.to <= found.from) {
            chosen.push(found);
        }
    }
    chosen.sort_by_key(|found| found.from);
    chosen
}

fn mention(scan: &Scan, found: Found) -> Mention {
    let mut span = scan.span(found.from, found.to);
    let text = span.of(scan.text);
    // A final 's or stop of the sentence is no part of a name.
    let mut kept = text.trim_end_matches(['’', '\'', ',']).len();
    // "He met Zorva Sen.": an abbreviated title that ends a name is a name, and the stop the sentence's.
    let stop = found.to - found.from > 1 && text.ends_with('.');
    if stop && scan.title_at(found.to - 1).is_some() {
        kept -= 1;
    }
    span.end = span.start + u32::try_from(kept).expect("shorter than the document");
    Mention {
        span,
        class: found.class,
        form: found.form,
        entry: found.entry,
        part_of: found.part_of,
        date: None,
        rule: found.rule,
    }
}

/// In the order of the text, without overlaps; the longer wins, then the date.
fn flat(mut list: Vec<Mention>) -> Vec<Mention> {
    list.sort_by_key(|mention| (std::cmp::Reverse(mention.span.len()), mention.date.is_none(), mention.span.start));
    let mut kept: Vec<Mention> = Vec::new();
    for mention in list {
        if kept.iter().all(|other| !other.span.overlaps(mention.span)) {
            kept.push(mention);
        }
    }
    kept.sort_by_key(|mention| mention.span.start);
    kept
}

/// A body's name with what says on which side it stands or who runs it: "the opposition Green Party", "the far-right party Acme",
/// "the state-run Zorva Daily".
fn with_side(scan: &Scan, mention: &Mention) -> Option<Span> {
    if mention.class != Class::Organisation || mention.form != Form::Name {
        return None;
    }
    let from = scan.sentence.tokens.iter().position(|token| token.span.start == mention.span.start)?;
    let side = |at: usize| scan.is("party-side", at) && !scan.is_capital(at);
    let modifies = |&at: &usize| {
        let small = scan.form(at).starts_with(char::is_lowercase)
            && matches!(scan.upos(at), Some(Upos::Adj | Upos::Adv | Upos::Noun));
        small || is_run(scan, at) || side(at) || matches!(scan.form(at), "-" | "‐" | "‑")
    };
    let start = (0..from).rev().take_while(modifies).last().filter(|&start| scan.form(start).len() > 1)?;
    // "Chad banned Huawei"
    let article = matches!(scan.before(start), "the" | "a" | "an" | "its" | "their");
    if matches!(scan.form(start), "banned" | "outlawed") && !article {
        return None;
    }
    let told = (start..from).any(side) || scan.before(from) == "party" || is_run(scan, from - 1);
    told.then(|| scan.sentence.tokens[start].span.join(mention.span))
}

/// "State-run", "government-backed": whether a token ends such a word.
fn is_run(scan: &Scan, at: usize) -> bool {
    let runs = matches!(scan.form(at), "run" | "owned" | "controlled" | "backed" | "funded" | "based" | "linked");
    runs && at > 1 && scan.folded[at - 1].is_empty()
}

/// The spans of two or more tokens, joined where they overlap.
fn disjoint(scan: &Scan, mut units: Vec<Span>) -> Vec<Span> {
    let several = |unit: &Span| scan.sentence.tokens.iter().filter(|token| unit.contains(token.span)).count() > 1;
    units.retain(several);
    units.sort_by_key(|unit| (unit.start, std::cmp::Reverse(unit.end)));
    let mut joined: Vec<Span> = Vec::new();
    for unit in units {
        match joined.last_mut() {
            Some(last) if last.overlaps(unit) => *last = last.join(unit),
            _ => joined.push(unit),
        }
    }
    joined
}

/// A person with a public office anywhere in the document is an official everywhere.
fn officials(text: &str, mentions: &mut Mentions) {
    let last = |span: Span| span.of(text).rsplit(' ').next().unwrap_or_default().to_string();
    let offices = mentions.roles.iter().filter(|role| role.office).map(|role| role.person.index());
    let mut names: Vec<String> = offices.map(|at| last(mentions.list[at].span)).collect();
    names.extend(
        mentions.list.iter().filter(|mention| mention.class == Class::Official).map(|mention| last(mention.span)),
    );
    for mention in mentions.list.iter_mut().filter(|mention| mention.class == Class::Person) {
        if names.contains(&last(mention.span)) {
            mention.class = Class::Official;
        }
    }
}
