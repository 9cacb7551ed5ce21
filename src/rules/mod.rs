//! The rule language: TOML files under `ontology/rules/` that people write, compiled for matching.
//!
//! In: the files' names and texts. Out: [`Rules`], found by their trigger words, and a diagnostic for every mistake in
//! every file, all at once. Three kinds of rule: `[[frame]]` (a verb, noun or adjective and its roles), `[[source]]`
//! (phrases such as "according to" that name who says the clause) and `[[stance]]` (words that negate, hedge or plan).
//! `[[member]]` lists the nouns by which unnamed people stand for the body that their phrase names. The files' grammar is
//! documented in `ontology/README.md`. Nothing here looks at a document.

mod classes;
mod example;
mod frame;
mod load;
mod phrase;
mod schema;
mod table;

use std::collections::{HashMap, HashSet};

pub use classes::ClassSet;
pub use example::{Example, ExpectedClaim};
pub use frame::{Alternative, FrameRule, From, Role};
pub use phrase::{MemberRule, SourceRule, Stance, StanceRule};
pub use schema::schema;

use crate::syntax::frames::Kind;

/// A commented frame for authors to fill in, with `ID` where its id belongs.
pub const TEMPLATE: &str = include_str!("template.toml");

/// A frame rule's index in [`Rules::frames`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FrameRuleId(pub u32);

impl FrameRuleId {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What every rule has: a name, a place and examples.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The rule's id, unique among all rules: `accuse.of`.
    pub id: String,
    /// File and line of its `id`: `rules/accuse.toml:12`.
    pub place: String,
    /// What it must and must not find.
    pub examples: Vec<Example>,
}

/// All rules, compiled.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// In the order of files and lines.
    pub frames: Vec<FrameRule>,
    /// Phrases that name a source.
    pub sources: Vec<SourceRule>,
    /// Words of negation, hedging, planning.
    pub stances: Vec<StanceRule>,
    /// Nouns by which unnamed people stand for a body.
    pub members: Vec<MemberRule>,
    verbs: HashMap<String, Vec<FrameRuleId>>,
    nouns: HashMap<String, Vec<FrameRuleId>>,
    adjectives: HashMap<String, Vec<FrameRuleId>>,
    /// First words of verbs with a particle, and of source phrases.
    particle_verbs: HashSet<String>,
    source_words: HashSet<String>,
}

impl Rules {
    /// The frame rules that a predicate of this kind and lemma triggers, in the order of the files.
    pub fn triggered(&self, kind: Kind, lemma: &str) -> &[FrameRuleId] {
        let table = match kind {
            Kind::Verb => &self.verbs,
            Kind::Noun => &self.nouns,
            Kind::Adjective => &self.adjectives,
        };
        table.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Those of them that report speech, writing or belief.
    pub fn reporting(&self, kind: Kind, lemma: &str) -> impl Iterator<Item = &FrameRule> {
        self.triggered(kind, lemma).iter().map(|&id| self.frame(id)).filter(|rule| rule.reports && !rule.only_judges())
    }

    /// Whether a lemma triggers any frame rule; of a verb with a particle, its first word does.
    pub fn is_trigger(&self, lemma: &str) -> bool {
        self.verbs.contains_key(lemma)
            || self.nouns.contains_key(lemma)
            || self.adjectives.contains_key(lemma)
            || self.particle_verbs.contains(lemma)
    }

    /// Whether a word, in lower case, begins a source phrase.
    pub fn begins_source(&self, word: &str) -> bool {
        self.source_words.contains(word)
    }

    /// Whether a noun, as a lemma in lower case, means people or bodies that can say something.
    pub fn is_people(&self, noun: &str) -> bool {
        self.members.iter().any(|rule| rule.speaks && rule.nouns.iter().any(|known| known == noun))
    }

    /// A frame rule.
    pub fn frame(&self, id: FrameRuleId) -> &FrameRule {
        &self.frames[id.index()]
    }

    /// Every rule's origin, in the order frames, sources, stances, members.
    pub fn origins(&self) -> impl Iterator<Item = &Origin> {
        let frames = self.frames.iter().map(|rule| &rule.origin);
        let sources = self.sources.iter().map(|rule| &rule.origin);
        let stances = self.stances.iter().map(|rule| &rule.origin);
        frames.chain(sources).chain(stances).chain(self.members.iter().map(|rule| &rule.origin))
    }

    fn index(&mut self) {
        let first = |words: &String| words.split(' ').next().map(str::to_string);
        let verbs = self.frames.iter().flat_map(|rule| &rule.verbs).filter(|verb| verb.contains(' '));
        self.particle_verbs = verbs.filter_map(first).collect();
        self.source_words = self.sources.iter().flat_map(|rule| &rule.prepositions).filter_map(first).collect();
        for (number, rule) in self.frames.iter().enumerate() {
            let id = FrameRuleId(u32::try_from(number).expect("fewer than 2^32 rules"));
            for (table, words) in [
                (&mut self.verbs, &rule.verbs),
                (&mut self.nouns, &rule.nouns),
                (&mut self.adjectives, &rule.adjectives),
            ] {
                for word in words {
                    table.entry(word.clone()).or_default().push(id);
                }
            }
        }
    }
}
