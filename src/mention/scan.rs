//! A sentence as the recognizers see it: folded words, lower-case words, capitals, and the spans that are found so far.
//!
//! In: a tagged sentence. Out: [`Scan`], which answers what stands at a place, and [`Found`], a candidate mention by token
//! indices. Hyphens count as no word of their own, so that indices of words and tokens differ; `words_from` maps back.

use crate::document::Span;
use crate::gazetteer::{Class, EntryId, Form as Listed, Gazetteer, Hit, KindId, fold};
use crate::mention::Form;
use crate::syntax::{Sentence, Upos, Xpos};

/// A sentence, prepared.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    pub(super) gazetteer: &'a Gazetteer,
    /// For each token its folded form; empty for hyphens.
    pub(super) folded: Vec<String>,
    pub(super) lower: Vec<String>,
    /// For each token the kinds of its lower-case word.
    kinds: Vec<&'a [KindId]>,
    /// Whether the line is set in capitals or in title case, so that a capital tells nothing.
    pub(super) capitals_tell: bool,
    /// Whether all of the line is set in capitals.
    pub(super) shouts: bool,
}

/// A candidate mention.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Tokens, half-open.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) class: Class,
    pub(super) form: Form,
    pub(super) entry: Option<EntryId>,
    pub(super) part_of: Option<EntryId>,
    pub(super) rule: &'static str,
    /// Higher wins where two of the same length overlap.
    pub(super) rank: u8,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str, sentence: &'a Sentence, gazetteer: &'a Gazetteer) -> Self {
        let form = |at: usize| sentence.tokens[at].span.of(text);
        let count = sentence.tokens.len();
        let folded: Vec<String> = (0..count).map(|at| fold(form(at))).collect();
        let lower: Vec<String> = folded.iter().map(|word| word.to_lowercase()).collect();
        let kinds = lower.iter().map(|word| gazetteer.kinds(word)).collect();
        let words: Vec<&str> = (0..count).map(form).filter(|word| word.chars().any(char::is_alphabetic)).collect();
        let capital = |word: &&&str| word.starts_with(char::is_uppercase);
        let long: Vec<&&str> = words.iter().filter(|word| word.chars().count() > 3).collect();
        let capitals = long.iter().filter(|word| capital(word)).count();
        // "The six are members Jane Doe, Juan Roe and Zorva Brandt.": a sentence full of names is no headline.
        let verb = |token: &crate::syntax::Token| {
            matches!(token.upos, Upos::Verb | Upos::Aux) && token.span.of(text).starts_with(char::is_lowercase)
        };
        let names = sentence.has_stop && sentence.tokens.iter().any(verb);
        let titled = long.len() >= 3 && capitals * 5 >= long.len() * 4 && !names;
        let shouts = words.len() > 1 && !words.iter().any(|word| word.chars().any(char::is_lowercase));
        Self { text, sentence, gazetteer, folded, lower, kinds, capitals_tell: !titled, shouts }
    }

    pub(super) fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    pub(super) fn form(&self, at: usize) -> &'a str {
        self.sentence.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// The bracket that closes right before a token, if it opened near: "(UNHCR)", "(ZML-N)".
    pub(super) fn opened_bracket(&self, end: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        if self.before(end) != ")" {
            return None;
        }
        let mut inside = end.saturating_sub(LONGEST)..end.saturating_sub(2);
        inside.rfind(|&at| self.form(at) == "(").filter(|&at| at > 0)
    }

    pub(super) fn upos(&self, at: usize) -> Option<Upos> {
        self.sentence.tokens.get(at).map(|token| token.upos)
    }

    pub(super) fn xpos(&self, at: usize) -> Option<Xpos> {
        self.sentence.tokens.get(at).map(|token| token.xpos)
    }

    pub(super) fn is(&self, kind: &str, at: usize) -> bool {
        self.kinds.get(at).is_some_and(|kinds| self.gazetteer.is_of(kinds, kind))
    }

    /// Whether a token is written with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.form(at).starts_with(char::is_uppercase)
    }

    /// Whether a list of first names has a token.
    pub(super) fn is_given_name(&self, at: usize) -> bool {
        self.gazetteer.given_name(self.form(at)).is_some()
    }

    /// Whether a token looks like a name or part of one: a capital that the sentence's beginning does not explain.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        if !self.is_capital(at)
            || self.is("not-a-name", at)
            || self.form(at).chars().count() < 2 && !self.form(at).ends_with('.')
        {
            return false;
        }
        match self.upos(at) {
            Some(Upos::Propn) => true,
            Some(Upos::Noun | Upos::Adj | Upos::X) => !self.begins(at) && self.capitals_tell,
            Some(Upos::Verb | Upos::Adv) => !self.begins(at) && self.capitals_tell && self.xpos(at) != Some(Xpos::Md),
            _ => false,
        }
    }

    /// Whether the first word of a sentence may be a name, whatever its tag: no common word, demonym or title.
    pub(super) fn may_be_name(&self, at: usize) -> bool {
        self.is_capital(at)
            && self.begins(at)
            && !self.is("common", at)
            && !self.is("not-a-name", at)
            && self.form(at).chars().count() > 2
            && !(self.xpos(at) == Some(Xpos::Nns) && self.is_agents(at))
            && matches!(
                self.upos(at),
                Some(Upos::Propn | Upos::Noun | Upos::Adj | Upos::Verb | Upos::Adv | Upos::X | Upos::Intj)
            )
            && !self.is_demonym(at)
    }

    /// Whether a word has the form of a plural noun for people who do something: "Investigators", "Villagers".
    fn is_agents(&self, at: usize) -> bool {
        ["ors", "ers", "ists", "ians", "ants", "ents"].iter().any(|end| self.word(at).ends_with(end))
    }

    /// Whether a token is a part of a word with a hyphen: "Magnitsky-style".
    pub(super) fn is_compound(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens;
        let tied = tokens.get(at + 1).is_some_and(|hyphen| tokens[at].span.end == hyphen.span.start);
        tied && matches!(self.form(at + 1), "-" | "‑") && self.form(at + 2).starts_with(char::is_lowercase)
    }

    /// Whether a token is the first word of the sentence or of a quotation in it.
    pub(super) fn begins(&self, at: usize) -> bool {
        at == 0
            || (0..at).all(|before| !self.form(before).chars().any(char::is_alphanumeric))
            || matches!(self.form(at - 1), "“" | "\"" | ":" | "‘")
    }

    /// The folded words from a token on, hyphens left out, at most `limit`, with the token after each.
    pub(super) fn words_from(&self, from: usize, limit: usize, words: &mut Vec<String>, ends: &mut Vec<usize>) {
        words.clear();
        ends.clear();
        for at in from..self.len() {
            if words.len() == limit {
                break;
            }
            if self.folded[at].is_empty() {
                continue;
            }
            words.push(self.folded[at].clone());
            ends.push(at + 1);
        }
    }

    /// What the longest listed name that begins at a token may mean.
    pub(super) fn listed(&self, at: usize) -> impl Iterator<Item = &'a Hit> {
        let (mut words, mut ends) = (Vec::new(), Vec::new());
        if self.folded.get(at).is_some_and(|word| !word.is_empty()) {
            self.words_from(at, 6, &mut words, &mut ends);
        }
        self.gazetteer.longest(&words).map_or(&[][..], |(_, hits)| hits).iter()
    }

    /// Whether a token is the adjective or people of a state.
    pub(super) fn is_demonym(&self, at: usize) -> bool {
        self.listed(at).any(|hit| hit.form == Listed::Demonym)
    }

    /// "TV" in "a Swiss TV reporter": the work that a title is for, and no body of that name.
    pub(super) fn is_work(&self, at: usize) -> bool {
        self.gazetteer.is("not-an-acronym", self.form(at)) && self.title_at(at + 1).is_some()
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        self.sentence.tokens[from].span.join(self.sentence.tokens[to - 1].span)
    }
}
