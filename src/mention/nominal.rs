//! Reports and instruments by description: "a 48-page report", "the study", "adopted a resolution".
//!
//! In: a scanned sentence and the dates in it. Out: candidates. The noun must be singular and refer to one existing document: with an
//! article, a demonstrative, a possessor or a "new", and not planned, wished for or generic. Modifiers before the noun
//! belong to the mention, article and possessor do not, nor does what follows.

use super::scan::{Found, Scan};
use crate::gazetteer::Class;
use crate::mention::{Form, Mention};
use crate::syntax::frames::is_speech;
use crate::syntax::{Upos, Xpos};

/// Candidates by description; `names` and `dates` are those that are found already.
pub(super) fn find(scan: &Scan, names: &[Found], dates: &[Mention]) -> Vec<Found> {
    (0..scan.len()).filter_map(|at| noun(scan, at, names, dates)).collect()
}

fn noun(scan: &Scan, at: usize, names: &[Found], dates: &[Mention]) -> Option<Found> {
    let lemma = scan.sentence.tokens[at].lemma.to_lowercase();
    let told = scan.gazetteer.is("inquiry-noun", &lemma) && is_finding(scan, at, names);
    let class = match () {
        () if told || scan.gazetteer.is("report-noun", &lemma) => Class::Report,
        // "press release"
        () if scan.gazetteer.is("report-noun", &format!("{} {lemma}", scan.before(at))) => Class::Report,
        () if scan.gazetteer.is("instrument-noun", &lemma) || is_order(scan, at) => Class::Instrument,
        () => return None,
    };
    let singular = matches!(scan.xpos(at), Some(Xpos::Nn | Xpos::Nnp));
    let modifies = matches!(scan.upos(at + 1), Some(Upos::Noun | Upos::Propn))
        && !scan.is("not-a-name", at + 1)
        && scan.word(at + 1) != "'s"
        || scan.folded.get(at + 1).is_some_and(String::is_empty);
    // "A Kenyan draft resolution calls for a truce": no calls of a resolution's
    let modifies = modifies && !(scan.word(at + 1) == "calls" && matches!(scan.word(at + 2), "for" | "on"));
    if !singular || modifies || names.iter().any(|name| name.from <= at && at < name.to) {
        return None;
    }
    let (from, lead) = start(scan, at, names);
    let settles = |at: usize| {
        let lemma = scan.sentence.tokens.get(at).map_or("", |token| token.lemma.as_str());
        scan.gazetteer.is("dispute-noun", lemma)
    };
    // "the presidential poll", "Sunday's poll" is a vote.
    let dated = || from > 1 && scan.before(from) == "'s" && is_day(scan, from - 2, dates);
    let kinds = ["upcoming", "presidential", "parliamentary", "general", "next", "local", "legislative"];
    let vote = lemma == "poll" && (dated() || (from..at).any(|word| kinds.contains(&scan.word(word))));
    // "The paper printed the letters" is a newspaper.
    let prints = ["publish", "print", "run", "report", "quote", "carry"];
    let verb = |at: usize| scan.sentence.tokens.get(at).filter(|verb| verb.upos == Upos::Verb);
    let newspaper = lemma == "paper" && verb(at + 1).is_some_and(|verb| prints.contains(&verb.lemma.as_str()));
    // "a peaceful resolution of the dispute"
    let settled = lemma == "resolution"
        && (matches!(scan.word(at + 1), "of" | "to") && (at + 2..at + 6).any(settles)
            || (from..at)
                .any(|word| matches!(scan.word(word), "peaceful" | "political" | "diplomatic" | "negotiated")));
    if settled || vote || newspaper || !told && !refers(scan, from, lead, at, class, names) {
        return None;
    }
    let (form, rule) = (Form::Nominal, if class == Class::Report { "nominal.report" } else { "nominal.instrument" });
    Some(Found { from, to: at + 1, class, form, entry: None, part_of: None, rule, rank: 0 })
}

/// Where the modifiers of a noun begin, and behind which word the article or owner of its phrase stands.
fn start(scan: &Scan, at: usize, names: &[Found]) -> (usize, usize) {
    let mut from = at - usize::from(is_order(scan, at));
    while let Some(before) = from.checked_sub(1) {
        // "a Togo-backed pension bill": the name with its participle is no part of it.
        if let Some(backer) = names.iter().find(|name| name.to + 2 == from && scan.folded[name.to].is_empty()) {
            return (from, backer.from);
        }
        let modifier = matches!(scan.upos(before), Some(Upos::Adj | Upos::Num | Upos::Noun | Upos::Adv))
            || scan.upos(before) == Some(Upos::Verb) && matches!(scan.xpos(before), Some(Xpos::Vbn | Xpos::Vbg))
            || scan.folded[before].is_empty() && before > 0;
        let taken = names.iter().any(|name| name.from <= before && before < name.to);
        if !modifier || taken || scan.word(before) == "such" {
            break;
        }
        from = before;
    }
    while from < at && scan.folded[from].is_empty() {
        from += 1;
    }
    (from, from)
}

/// Whether a search for the truth is spoken of as what came of it: "An inquiry by Togo found", "new research suggests".
fn is_finding(scan: &Scan, at: usize, names: &[Found]) -> bool {
    const FINDS: [&str; 12] = [
        "argue",
        "conclude",
        "confirm",
        "determine",
        "establish",
        "estimate",
        "find",
        "indicate",
        "reveal",
        "show",
        "suggest",
        "uncover",
    ];
    const FAR: usize = 14;
    // "After the inquiry, police found it": only a participle goes on behind a comma, "a probe, published today, found".
    let ends = |at: usize| match scan.form(at) {
        "\"" | "”" | "''" | ";" | ":" => true,
        "," => scan.upos(at + 1) != Some(Upos::Verb),
        _ => false,
    };
    let finite = |at: &usize| {
        let relative = matches!(scan.word(*at), "which" | "that");
        relative || ends(*at) || scan.xpos(*at).is_some_and(Xpos::is_finite)
    };
    // "opened a probe and found", "behind the inquiry": it is not what finds.
    let (_, lead) = start(scan, at, names);
    let phrase = |at: &usize| {
        matches!(scan.upos(*at), Some(Upos::Det | Upos::Propn)) || scan.xpos(*at).is_some_and(|tag| tag == Xpos::Pos)
    };
    let first = (0..lead).rev().take_while(phrase).last().unwrap_or(lead);
    let before = first.checked_sub(1).and_then(|before| scan.sentence.tokens.get(before));
    let governed = before.is_some_and(|token| {
        let verb = matches!(token.upos, Upos::Verb | Upos::Aux) && !is_speech(&token.lemma);
        verb || token.upos == Upos::Adp
    });
    let none = scan.before(lead) == "no";
    let verb = (at + 1..scan.len().min(at + FAR)).find(finite).filter(|_| !governed && !none);
    let verb = verb.map(|verb| verb + usize::from(matches!(scan.word(verb), "has" | "have" | "had")));
    let token = verb.and_then(|verb| scan.sentence.tokens.get(verb)).filter(|token| token.upos == Upos::Verb);
    token.is_some_and(|token| FINDS.contains(&token.lemma.as_str()))
}

/// "An executive order", "Executive Order 1234"
fn is_order(scan: &Scan, at: usize) -> bool {
    scan.word(at) == "order" && scan.before(at) == "executive"
}

/// Whether the words before "law" say what it is about: "Togo's criminal libel law", not "Togo's own law".
fn is_field(scan: &Scan, from: usize, at: usize) -> bool {
    const SCOPES: [&str; 14] = [
        "basic",
        "case",
        "domestic",
        "existing",
        "federal",
        "international",
        "local",
        "martial",
        "municipal",
        "national",
        "old",
        "own",
        "strict",
        "treaty",
    ];
    scan.form(at) == "law"
        && at.checked_sub(1).is_some_and(|last| scan.upos(last) == Some(Upos::Noun))
        && (from..at).all(|word| !SCOPES.contains(&scan.word(word)))
}

/// Whether a headline, which has no articles, means one document: "Report says Ghana lied", "Ghana lied, study finds", "Acme
/// files petition against ban".
fn is_headlines(scan: &Scan, from: usize, at: usize) -> bool {
    const FINDS: [&str; 7] = ["say", "find", "show", "conclude", "warn", "reveal", "claim"];
    let begins = scan.begins(from) || scan.before(from) == ",";
    let verb = scan.sentence.tokens.get(at + 1).filter(|verb| verb.xpos == Xpos::Vbz);
    let finds = verb.is_some_and(|verb| FINDS.contains(&verb.lemma.as_str()));
    let told = begins && finds && matches!(scan.word(at), "report" | "study" | "survey" | "poll" | "audit");
    let filed = matches!(scan.before(from), "files" | "submits" | "publishes" | "releases" | "issues");
    told || scan.capitals_tell && (filed || governed_by(scan, from, &["file", "submit", "publish", "release", "issue"]))
}

/// Whether a date that ends at a token is a day.
fn is_day(scan: &Scan, at: usize, dates: &[Mention]) -> bool {
    const ISO_DAY: usize = 10;
    let end = scan.sentence.tokens[at].span.end;
    let day = |date: &Mention| date.date.as_ref().is_some_and(|date| date.value.len() == ISO_DAY);
    dates.iter().any(|date| date.span.end == end && day(date))
}

/// Verbs by which an instrument comes to be or is put to the vote.
const ENACTING: [&str; 17] = [
    "adopt",
    "pass",
    "approve",
    "sign",
    "ratify",
    "enact",
    "table",
    "veto",
    "introduce",
    "propose",
    "file",
    "submit",
    "issue",
    "author",
    "co-sponsor",
    "cosponsor",
    "sponsor",
];

/// Verbs for what is done with an instrument that is in force.
const KEEPING: [&str; 11] = [
    "breach",
    "break",
    "denounce",
    "flout",
    "honor",
    "honour",
    "implement",
    "renegotiate",
    "suspend",
    "terminate",
    "violate",
];

/// Whether the description refers to one existing document; its phrase begins at `lead`, its modifiers at `from`.
fn refers(scan: &Scan, from: usize, lead: usize, at: usize, class: Class, names: &[Found]) -> bool {
    let before = scan.before(lead);
    let definite = matches!(before, "the" | "this" | "that" | "such" | "its" | "his" | "her" | "their")
        || is_owned(scan, lead, names);
    let indefinite = matches!(before, "a" | "an" | "another" | "one" | "such");
    // "a barbaric act", "the same terrorist act": a deed, and no law.
    let lone = matches!(before, "a" | "an" | "another" | "such") || (from..at).any(|word| scan.word(word) == "same");
    let enacted = governed_by(scan, lead, &["pass", "enact", "repeal", "amend", "sign"]);
    if scan.form(at) == "act" && (lone && !enacted || scan.word(at + 1) == "of") {
        return false;
    }
    let modified = (from..at).any(|word| {
        matches!(
            scan.word(word),
            "new" | "recent" | "joint" | "latest" | "landmark" | "leaked" | "final" | "annual" | "interim"
        )
    });
    if class == Class::Instrument {
        let told = matches!(before, "this" | "that") || is_owned(scan, lead, names) && is_field(scan, from, at);
        let kept = definite && governed_by(scan, lead, &KEEPING);
        let pointed = definite && (!scan.is("instrument-generic", at) || told || kept);
        // "supports a bill" that may come, and not "supports the pension bill"
        let negated = !(definite && (from < at || matches!(before, "this" | "that")))
            && scan.xpos(at + 1) != Some(Xpos::Vbg)
            && governed_by(scan, lead, &["support", "consider", "seek", "need", "want", "demand"]);
        let told = pointed || modified && (definite || indefinite) || is_acted(scan, lead, at, definite, indefinite);
        let unborn = (indefinite || scan.form(at) == "legislation") && is_to_come(scan, lead);
        return !negated && told && !unborn;
    }
    if scan.word(at) == "statement" || scan.word(at) == "letter" {
        // "in a statement" names the document that is quoted.
        let written = indefinite || definite;
        return written && !governed_by(scan, lead, &["need", "want", "await", "expect", "demand"]);
    }
    if !scan.sentence.has_stop && is_headlines(scan, from, at) {
        return true;
    }
    // "the testimony of one officer", "of witnesses": what some unknown ones told
    let tellers = scan.word(at + 1) == "of" && !scan.is_capital(at + 2) && scan.word(at + 2) != "the";
    if scan.is_capital(at) && from == at && !definite || scan.form(at) == "testimony" && tellers {
        return false;
    }
    definite
        || modified
        || indefinite
            && !governed_by(scan, lead, &["write", "demand", "want", "prepare", "request", "await", "need", "expect"])
}

/// Whether somebody's name or a possessive stands before the phrase.
fn is_owned(scan: &Scan, from: usize, names: &[Found]) -> bool {
    let possessive = |before: usize| matches!(scan.xpos(before), Some(Xpos::Pos | Xpos::PrpPoss));
    // "a Green Alliance (GA) report"
    let end = scan.opened_bracket(from).unwrap_or(from);
    from.checked_sub(1).is_some_and(possessive) || names.iter().any(|name| name.to == end && name.class != Class::Date)
}

/// Whether somebody makes an instrument, or puts it to the vote, where it is spoken of.
fn is_acted(scan: &Scan, from: usize, at: usize, definite: bool, indefinite: bool) -> bool {
    const MADE: [&str; 7] = ["present", "table", "draft", "propose", "submit", "sponsor", "adopt"];
    // "a motion presented by Kenya"
    let made = |at: usize| MADE.contains(&scan.sentence.tokens[at].lemma.as_str());
    let by = || scan.xpos(at + 1) == Some(Xpos::Vbn) && made(at + 1) && scan.word(at + 2) == "by";
    // "A Kenyan draft resolution", "a draft resolution by Kenya"
    let draft = || (from..at).any(|word| scan.word(word) == "draft");
    // "passed legislation": it has no article.
    let one = indefinite || !definite && scan.form(at) == "legislation";
    // "opposed a bill calling for talks"
    let sides = ["back", "oppose", "reject", "support"];
    let told = || scan.xpos(at + 1) == Some(Xpos::Vbg) && governed_by(scan, from, &sides);
    one && (governed_by(scan, from, &ENACTING) || by() || told()) || (definite || indefinite) && draft()
}

/// Whether somebody is yet to make an instrument: "must pass a strong resolution", "to bring forward legislation".
fn is_to_come(scan: &Scan, from: usize) -> bool {
    let verb = (from.saturating_sub(3)..from).rfind(|&at| scan.upos(at) == Some(Upos::Verb));
    let verb = verb.filter(|&verb| scan.xpos(verb) == Some(Xpos::Vb));
    // "voted to pass a bill": there is one.
    let makes = |verb: usize| {
        let lemma = scan.sentence.tokens[verb].lemma.as_str();
        matches!(lemma, "bring" | "draft" | "introduce" | "issue" | "propose" | "submit" | "table")
    };
    verb.is_some_and(|verb| {
        let mut near = (verb.saturating_sub(3)..verb).rev().take_while(|&at| scan.upos(at) != Some(Upos::Noun));
        near.any(|at| scan.xpos(at) == Some(Xpos::Md) || scan.word(at) == "to" && makes(verb))
    })
}

/// Whether one of these verbs stands before the phrase, with nothing but its article between.
fn governed_by(scan: &Scan, from: usize, lemmas: &[&str]) -> bool {
    (from.saturating_sub(3)..from)
        .any(|at| scan.upos(at) == Some(Upos::Verb) && lemmas.contains(&scan.sentence.tokens[at].lemma.as_str()))
}
