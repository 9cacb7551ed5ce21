//! Why a source, stance or member rule does or does not fire.
//!
//! In: a text and a rule. Out: an attempt for each place where one of its words stands. A source rule fires where it
//! makes a claim; a stance rule where it colours a frame that a rule reads; a member rule where the body that it names
//! fills a role. All verdicts are those of attribution, stance and argument reading; here they are only put into words.

use super::frame::akin;
use super::{Attempt, Explanation, Why, list};
use crate::claim::attribution::source::{NoSource, phrases_at};
use crate::claim::matching::argument::{arguments, names_body, stand_ins};
use crate::claim::stance::scope;
use crate::claim::statement::Dropped;
use crate::claim::voice::voice;
use crate::rules::{MemberRule, Stance, StanceRule};
use crate::syntax::TokenId;

pub(super) fn source(why: &Why, number: usize) -> Explanation {
    let rule = &why.reading.rules.sources[number];
    let mut attempts = Vec::new();
    for sentence in 0..why.reading.sentences.len() {
        for (start, made) in phrases_at(why.reading, sentence, rule) {
            let token = &why.reading.sentences[sentence].tokens[start];
            let mut attempt = Attempt::new(why.quote(token.span));
            attempt.step(true, "trigger", "its words stand here");
            match made {
                Err(NoSource::Complement) => {
                    attempt.step(false, "source", "nobody who can say something stands behind these words");
                }
                Err(NoSource::Content) => {
                    attempt.step(false, "content", "no words are left in the sentence that it could be the source of");
                }
                Ok(found) => source_claim(why, &rule.origin.id, &found, &mut attempt),
            }
            attempts.push(attempt);
        }
    }
    let words: Vec<String> = rule.prepositions.iter().chain(&rule.headline_marks).cloned().collect();
    let wants = format!("{} somebody, who says the clause | claims {}", words.join(", "), rule.claim);
    finish(why, &rule.origin.place, wants, &words, attempts)
}

fn source_claim(why: &Why, id: &str, found: &crate::claim::Attribution, attempt: &mut Attempt) {
    let (reading, attributed) = (why.reading, &why.made.attributed);
    attempt.step(true, "source", why.quote(found.source[0]));
    let own = |at: &usize| attributed.list[*at].cue == found.cue && attributed.list[*at].rule.id == id;
    let number = attributed.phrases.iter().map(|(at, _)| *at).find(own).expect("the phrase is attributed");
    let kept = &attributed.list[number];
    let content: Vec<_> = kept.content.iter().map(|span| reading.text(*span)).collect();
    attempt.step(true, "content", format!("“{}”", content.join(" … ")));
    if kept.entities.is_empty() {
        attempt.step(false, "source", format!("{} means nobody known", why.quote(kept.source[0])));
    } else if voice(attributed, kept.cue[0], &[number]).is_none() {
        attempt.step(false, "claim", why.dropped(&Dropped::Unnamed));
    } else {
        let claims = why.made.claims.iter().filter(|claim| claim.saying == Some(number));
        let shown: Vec<_> = claims.map(|claim| why.claim(claim)).collect();
        let words = if shown.is_empty() { "another rule makes the same claim here".into() } else { shown.join("; ") };
        attempt.step(!shown.is_empty(), "claim", words);
    }
}

pub(super) fn stance(why: &Why, number: usize) -> Explanation {
    let rule = &why.reading.rules.stances[number];
    let mut attempts = Vec::new();
    let words = stance_words(rule);
    for (sentence, parsed) in why.reading.parsed.iter().enumerate() {
        let Some(parsed) = parsed else { continue };
        for (at, token) in why.reading.sentences[sentence].tokens.iter().enumerate() {
            let lemma = token.lemma.to_lowercase();
            let Some((_, kinds)) = words.iter().find(|(word, _)| word.split(' ').next() == Some(lemma.as_str())) else {
                continue;
            };
            let mut attempt = Attempt::new(why.quote(token.span));
            attempt.step(true, "trigger", format!("the rule has “{lemma}” as {kinds}"));
            let taken = |frame: &usize| {
                let scope = scope(why.reading, sentence, &parsed.frames[*frame]);
                scope.rules.contains(&(number, TokenId::at(at)))
            };
            let frames: Vec<usize> = (0..parsed.frames.len()).filter(taken).collect();
            coloured(why, sentence, rule, &frames, (at, kinds), &mut attempt);
            attempts.push(attempt);
        }
    }
    let all: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
    let wants = format!("{} | makes what they govern {}", list(&all), gives(rule.gives));
    finish(why, &rule.origin.place, wants, &all, attempts)
}

fn gives(stance: Stance) -> &'static str {
    match stance {
        Stance::Negative => "negative",
        Stance::Alleged => "alleged",
        Stance::Planned => "planned",
        Stance::Open => "open, so that nothing is claimed",
        Stance::Fact => "stand as said outright",
    }
}

/// A stance rule's words, each with the lists it stands in.
fn stance_words(rule: &StanceRule) -> Vec<(String, String)> {
    let lists = [
        ("governor", &rule.governors),
        ("modal", &rule.modals),
        ("adverb", &rule.adverbs),
        ("adjective", &rule.adjectives),
        ("mark", &rule.marks),
    ];
    let mut words: Vec<(String, String)> = Vec::new();
    for (kind, list) in lists {
        for word in list {
            match words.iter_mut().find(|(known, _)| known == word) {
                Some((_, kinds)) => *kinds = format!("{kinds} and {kind}"),
                None => words.push((word.clone(), kind.to_string())),
            }
        }
    }
    words
}

/// What became of the frames that a stance word governs.
fn coloured(
    why: &Why,
    sentence: usize,
    rule: &StanceRule,
    frames: &[usize],
    (at, kinds): (usize, &str),
    attempt: &mut Attempt,
) {
    let parsed = why.reading.parsed[sentence].as_ref().expect("the sentence is parsed");
    let tokens = &why.reading.sentences[sentence].tokens;
    if frames.is_empty() {
        let head = parsed.tree.heads[at].map(|head| format!(" of {}", why.quote(tokens[head.index()].span)));
        let (upos, relation) = (tokens[at].upos.as_str(), parsed.tree.relations[at].as_str());
        let head = head.unwrap_or_default();
        let words = format!("it governs no predicate as {kinds} here; it is {upos} ({relation}{head})");
        attempt.step(false, "scope", words);
        return;
    }
    let lemmas: Vec<_> = frames.iter().map(|&frame| format!("“{}”", parsed.frames[frame].lemma)).collect();
    attempt.step(true, "scope", format!("it makes {} {}", lemmas.join(", "), gives(rule.gives)));
    let mut failed = Vec::new();
    for (number, matched) in why.made.matches.iter().enumerate() {
        if matched.sentence != sentence || !frames.contains(&matched.frame.index()) {
            continue;
        }
        let by = &why.reading.rules.frame(matched.rule).origin.id;
        match why.outcome(number) {
            Ok(claims) => {
                attempt.step(true, "claim", format!("{claims} (rule {by})"));
                return;
            }
            Err(reasons) if rule.gives == Stance::Open => {
                attempt.step(true, "claim", format!("none by {by}, as it should be: {reasons}"));
                return;
            }
            Err(reasons) => failed.push(format!("{by} reads it and claims nothing: {reasons}")),
        }
    }
    let words = if failed.is_empty() {
        "no frame rule reads it, so there is nothing to colour".into()
    } else {
        failed.join("; ")
    };
    attempt.step(false, "claim", words);
}

pub(super) fn member(why: &Why, number: usize) -> Explanation {
    let rule = &why.reading.rules.members[number];
    let mut attempts = Vec::new();
    for (sentence, parsed) in why.reading.parsed.iter().enumerate() {
        let Some(parsed) = parsed else { continue };
        for (at, token) in why.reading.sentences[sentence].tokens.iter().enumerate() {
            if rule.nouns.contains(&token.lemma.to_lowercase()) {
                let mut attempt = Attempt::new(why.quote(parsed.phrases.phrase(TokenId::at(at))));
                attempt.step(true, "trigger", format!("the rule has “{}”", token.lemma.to_lowercase()));
                member_at(why, rule, sentence, TokenId::at(at), &mut attempt);
                attempts.push(attempt);
            }
        }
    }
    let wants = format!(
        "{} | for a {} before it{}",
        list(&rule.nouns),
        rule.classes.name(),
        if rule.prepositions.is_empty() { String::new() } else { format!(" or after {}", list(&rule.prepositions)) }
    );
    finish(why, &rule.origin.place, wants, &rule.nouns, attempts)
}

fn member_at(why: &Why, rule: &MemberRule, sentence: usize, head: TokenId, attempt: &mut Attempt) {
    let reading = why.reading;
    let parsed = reading.parsed[sentence].as_ref().expect("the sentence is parsed");
    let tokens = &reading.sentences[sentence];
    let stands = stand_ins(reading, tokens, &parsed.tree, head, parsed.phrases.phrase(head), rule);
    if stands.is_empty() {
        attempt.step(false, "body", no_body(why, rule, sentence, head));
        return;
    }
    let names: Vec<_> = stands.iter().map(|argument| why.quote(argument.words)).collect();
    attempt.step(true, "body", names.join(", "));
    if arguments(reading, sentence, head) != stands {
        let words = "the words are a name or a description of their own, or another member rule stands earlier";
        attempt.step(false, "argument", words);
        return;
    }
    let is_one = |argument: &crate::claim::matching::argument::Argument| {
        stands.iter().any(|one| one.words == argument.words && one.phrase == argument.phrase)
    };
    let matches = why.made.matches.iter().filter(|matched| matched.sentence == sentence);
    let filled = matches.filter(|matched| matched.subjects.iter().chain(&matched.objects).any(is_one));
    let sources = why.made.attributed.list.iter().filter(|made| made.speakers.iter().any(is_one));
    let mut by: Vec<String> = filled.map(|matched| reading.rules.frame(matched.rule).origin.id.clone()).collect();
    by.extend(sources.map(|made| made.rule.id.clone()));
    by.sort();
    by.dedup();
    if by.is_empty() {
        let words =
            "no rule takes the words: none reads a frame with them, or its role takes no members (members = true)";
        attempt.step(false, "argument", words);
        return;
    }
    attempt.step(true, "argument", format!("fills a role of {}", by.join(", ")));
}

/// Why a noun's phrase names no body: what stands at it.
fn no_body(why: &Why, rule: &MemberRule, sentence: usize, head: TokenId) -> String {
    let parsed = why.reading.parsed[sentence].as_ref().expect("the sentence is parsed");
    let tokens = &why.reading.sentences[sentence];
    let mut seen = Vec::new();
    for at in (0..tokens.tokens.len()).filter(|&at| parsed.tree.heads[at] == Some(head)) {
        let span = tokens.tokens[at].span;
        let mention = why.reading.mention_at(span).filter(|(at, _)| why.reading.entities.of_mention[*at].is_some());
        let Some((_, mention)) = mention else { continue };
        let name = format!("{} is a {}", why.quote(mention.span), mention.class.as_str());
        if names_body(tokens, &parsed.tree, head, at, rule) {
            seen.push(name);
        } else {
            seen.push(format!("{name} and stands as {}", parsed.tree.relations[at].as_str()));
        }
    }
    let seen = if seen.is_empty() { "no name stands at it".to_string() } else { seen.join(", ") };
    format!("wanted {}: {seen}", rule.classes.name())
}

/// The explanation; where no word of the rule stands, an attempt that says so.
fn finish(why: &Why, rule_at: &str, wants: String, words: &[String], mut attempts: Vec<Attempt>) -> Explanation {
    if attempts.is_empty() {
        let tokens = why.reading.sentences.iter().flat_map(|sentence| &sentence.tokens);
        let near: Vec<_> = tokens
            .filter_map(|token| {
                let lemma = token.lemma.to_lowercase();
                let form = why.quote(token.span);
                if words.iter().any(|word| word.split(' ').next() == Some(lemma.as_str())) {
                    return Some(format!("{form} stands in a sentence that triggers no rule and is not parsed"));
                }
                let word = words.iter().find(|word| akin(word, &lemma))?;
                Some(format!("{form} is only akin to “{word}”"))
            })
            .collect();
        let near = if near.is_empty() { String::new() } else { format!("; {}", near.join("; ")) };
        let mut attempt = Attempt::new("");
        attempt.step(false, "trigger", format!("none of its words is read here: {}{near}", list(words)));
        attempts.push(attempt);
    }
    Explanation { rule_at: rule_at.to_string(), wants, attempts }
}
