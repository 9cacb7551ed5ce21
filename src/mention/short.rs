//! The short forms by which a document may call what it names: surnames, "Avro" for Avro Energy, "the Court".
//!
//! In: a document's sentences with the names that were found first. Out: [`Short`], and where in a sentence such a form stands
//! for its name: a company's without its "Corporation" anywhere, a body's last word only where an article, a noun behind it or
//! what it does tells that it is one.

use std::collections::{BTreeMap, BTreeSet};

use super::names::evidence;
use super::scan::{Found, Scan};
use crate::gazetteer::{Class, TitleKind};
use crate::mention::Form;
use crate::syntax::{Upos, Xpos};

/// What a document has named, by short form.
#[derive(Default)]
pub(super) struct Short {
    /// Surnames, first words of bodies, lone names, with their class.
    pub(super) names: BTreeMap<String, Class>,
    /// Last words of bodies: "Court".
    pub(super) heads: BTreeMap<String, Class>,
    /// Names of companies without what they are: "Green Sun" for Green Sun Corporation.
    pub(super) companies: BTreeSet<Vec<String>>,
    /// Surnames that are names of months too: only a title tells them.
    pub(super) months: BTreeMap<String, Class>,
    /// Names of storms and operations, which are no mentions.
    pub(super) storms: BTreeSet<String>,
    /// Votes for lone names of one word.
    pub(super) votes: BTreeMap<String, BTreeMap<Class, usize>>,
}

/// The rule by which a person has a state's name, which elsewhere in the text is the state's.
pub(super) const SURNAME_OF_STATE: &str = "name.polite";

/// Reads what a document has named.
pub(super) fn short_names(scans: &[Scan], found: &[Vec<Found>]) -> Short {
    let mut short = Short::default();
    for (scan, found) in scans.iter().zip(found) {
        for name in found.iter().filter(|name| name.form == Form::Name && name.rule != SURNAME_OF_STATE) {
            match name.class {
                Class::Person | Class::Official if name.to - name.from > 1 => surnames(scan, name, &mut short),
                Class::Organisation if name.to - name.from > 1 && name.rule != "name.state-body" => {
                    body_words(scan, name, &mut short);
                }
                _ if name.to - name.from == 1 && name.entry.is_none() => {
                    let votes = short.votes.entry(scan.form(name.from).to_string()).or_default();
                    *votes.entry(name.class).or_default() += weight(name.rule);
                }
                _ => {}
            }
        }
    }
    for scan in scans {
        let storms = (1..scan.len())
            .filter(|&at| scan.is("event-noun", at - 1) && scan.is_capital(at) && scan.is_capital(at - 1));
        short.storms.extend(storms.map(|at| scan.form(at).to_string()));
    }
    for (name, votes) in &short.votes {
        let class =
            votes.iter().max_by_key(|&(class, votes)| (votes, std::cmp::Reverse(class))).map(|(class, _)| *class);
        if let Some(class) = class {
            short.names.entry(name.clone()).or_insert(class);
        }
    }
    short
}

/// How much a rule's word counts for the class of a lone name.
fn weight(rule: &str) -> usize {
    match rule {
        // What a text calls it counts more than what it does, which bodies do as well.
        "name.apposed" | "name.bracketed" | "name.body-noun" | "name.title" | "name.kin" => 6,
        "name.acts" | "name.place-noun" => 3,
        "name.in-place" | "name.given-alone" | "name.known-surname" => 2,
        _ => 1,
    }
}

fn surnames(scan: &Scan, name: &Found, short: &mut Short) {
    let words: Vec<&str> =
        (name.from..name.to).map(|at| scan.form(at)).filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let suffix = |word: &&&str| !scan.gazetteer.is("name-suffix", &word.to_lowercase());
    let last = words.iter().rev().find(suffix).copied().unwrap_or_default();
    // A Chinese or Korean name has its surname first: a listed surname of one syllable before given names.
    let eastern = words.len() <= 3 && words.first().is_some_and(|first| is_eastern_surname(first));
    // "Luis Cáceres Velásquez" is Cáceres: the first of two Spanish surnames.
    let first = words
        .len()
        .checked_sub(2)
        .filter(|&at| at > 0 && !eastern)
        .map(|at| words[at])
        .filter(|word| word.chars().all(char::is_alphabetic) && scan.gazetteer.given_name(word).is_none());
    for surname in [Some(last), first, eastern.then(|| words[0])].into_iter().flatten() {
        if surname.chars().count() < 2 {
            continue;
        }
        let month = scan.gazetteer.is("not-a-name", &surname.to_lowercase());
        let names = if month { &mut short.months } else { &mut short.names };
        names.entry(surname.to_string()).or_insert(name.class);
    }
    // "Chad" is Chad Smith where the document has named him.
    if scan.listed(name.from).any(|hit| hit.ambiguous) {
        short.names.entry(scan.form(name.from).to_string()).or_insert(name.class);
    }
}

/// "Avro" for Avro Energy; "Court" for the Constitutional Court.
fn body_words(scan: &Scan, name: &Found, short: &mut Short) {
    let (first, last) = (name.from, name.to - 1);
    let distinct = |at: usize| {
        scan.form(at).chars().count() > 3
            && !["common", "not-a-name", "organisation-head", "ministry-field", "ministry-head", "thing-head"]
                .iter()
                .any(|kind| scan.is(kind, at))
            && !scan.is_given_name(at)
            && scan.listed(at).next().is_none()
    };
    // "Lagos Police" are no Lagos.
    if name.rule == "name.body" && scan.capitals_tell && distinct(first) && !scan.is("state-organ", last) {
        short.names.entry(scan.form(first).to_string()).or_insert(Class::Organisation);
    }
    for at in [first, last] {
        if scan.is("organisation-head", at) && scan.capitals_tell {
            short.heads.entry(scan.form(at).to_string()).or_insert(Class::Organisation);
        }
    }
    let suffix = scan.is("company-suffix", last) && name.entry.is_none() && scan.capitals_tell;
    if suffix && last - first > 1 {
        short.companies.insert((first..last).map(|at| scan.form(at).to_string()).collect());
    }
}

/// Common surnames that stand before the given name.
fn is_eastern_surname(word: &str) -> bool {
    const SURNAMES: &[&str] = &[
        "Ahn", "Ban", "Bo", "Cai", "Cao", "Chen", "Cheng", "Choi", "Cui", "Deng", "Dong", "Feng", "Gao", "Geng", "Guo",
        "Han", "He", "Hu", "Hua", "Huang", "Hwang", "Jiang", "Kang", "Kim", "Lee", "Li", "Liang", "Lim", "Lin", "Liu",
        "Lu", "Luo", "Ma", "Mao", "Moon", "Nguyen", "Park", "Peng", "Qin", "Seo", "Shen", "Shin", "Song", "Sun",
        "Tang", "Tian", "Tran", "Tsai", "Wang", "Wen", "Wu", "Xi", "Xiao", "Xie", "Xu", "Yang", "Yao", "Yoon", "Yu",
        "Yuan", "Zeng", "Zhang", "Zhao", "Zheng", "Zhou", "Zhu",
    ];
    SURNAMES.binary_search(&word).is_ok()
}

/// "Green Sun" wherever the document names Green Sun Corporation, whatever else the words may be.
pub(super) fn companies(scan: &Scan, short: &Short, found: &mut Vec<Found>) {
    for name in &short.companies {
        let same = |from: usize| (0..name.len()).all(|word| scan.form(from + word) == name[word]);
        for from in (0..scan.len()).filter(|&from| same(from)) {
            let to = from + name.len();
            // "Green Sun Party" is another.
            let longer = found.iter().any(|other| {
                let over = other.from < to && from < other.to;
                over && (other.entry.is_some() || other.to - other.from > name.len())
            });
            if !longer {
                found.retain(|other| other.to <= from || to <= other.from);
                found.push(Found { to, ..lone(from, Class::Organisation, "name.short") });
            }
        }
    }
    found.sort_by_key(|name| name.from);
}

/// Whether the first word of a sentence or a word behind a quotation is a name although it is a common word: a surname or a
/// body's noun that needs an article elsewhere, right before what it says or does: "Power said", "Commission urges".
pub(super) fn does(scan: &Scan, at: usize, class: Class) -> bool {
    match class {
        Class::Person | Class::Official => {
            scan.is("speech-verb", at + 1) && scan.upos(at + 1) == Some(Upos::Verb) && scan.xpos(at) != Some(Xpos::Nns)
        }
        _ => evidence::acts(scan, at + 1),
    }
}

/// The class that the last word of a body's name has alone: with "the" ("the Court", "the outlawed Brotherhood"), in the middle
/// of a sentence before a noun or 's ("Brotherhood leaders", "by Commission staff"), or before what it does.
pub(super) fn head(scan: &Scan, short: &Short, at: usize) -> Option<Class> {
    let class = short.heads.get(scan.form(at)).copied().filter(|_| scan.form(at + 1) != "of")?;
    if scan.before(at) == "the" {
        return Some(class);
    }
    if before_title(scan, at) {
        return Some(class);
    }
    if scan.begins(at) {
        let noun = matches!(scan.xpos(at), Some(Xpos::Nn | Xpos::Nnp));
        return (noun && scan.capitals_tell && evidence::acts(scan, at + 1)).then_some(class);
    }
    let modifies = |&word: &usize| {
        !scan.is_capital(word) && matches!(scan.upos(word), Some(Upos::Adj | Upos::Verb | Upos::Adv | Upos::Noun))
    };
    let first = (0..at).rev().take_while(modifies).last();
    let article = first.is_some_and(|first| scan.before(first) == "the");
    let own = scan.upos(at + 1) == Some(Upos::Noun) && !scan.is_capital(at + 1) || scan.word(at + 1) == "'s";
    let apart = !scan.is_capital(at - 1) && !scan.folded[at - 1].is_empty();
    (scan.capitals_tell && apart && (article || own)).then_some(class)
}

/// "Commission spokesman Jane Doe", "Post journalist Juan Roe": whether a lone noun for a body stands before the title of who
/// follows.
pub(super) fn before_title(scan: &Scan, at: usize) -> bool {
    let title = scan.title_at(at + 1).filter(|(_, kind)| *kind != TitleKind::Honorific);
    let named = title.is_some_and(|(length, _)| scan.is_name_word(at + 1 + length));
    named && scan.capitals_tell && scan.title_at(at).is_none() && !scan.is_name_word(at.wrapping_sub(1))
}

/// A candidate of one word.
pub(super) fn lone(at: usize, class: Class, rule: &'static str) -> Found {
    Found { from: at, to: at + 1, class, form: Form::Name, entry: None, part_of: None, rule, rank: 1 }
}
