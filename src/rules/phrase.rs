//! The smaller kinds of rule: `[[source]]`, `[[stance]]` and `[[member]]`.
//!
//! A source rule names prepositions after which the one stands who says the clause, or marks of a headline. A stance rule names
//! words that make what they govern negative, alleged or planned, by the place they stand in. A member rule names nouns
//! whose bearers, unnamed, stand for the state or body that their phrase names: "Chinese officials", "IPAC members".

use super::Origin;
use super::table::{Source, Table};

/// Words or marks that name who says the clause they stand in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceRule {
    /// Name, place, examples.
    pub origin: Origin,
    /// `according to`, `per`; lower case.
    pub prepositions: Vec<String>,
    /// Marks before or behind which a headline names who says the rest: `:`.
    pub headline_marks: Vec<String>,
    /// The property it claims: `says`.
    pub claim: String,
    /// Whether its content is that of the reporting verb it hangs on: "X said …, citing Y".
    pub shares: bool,
}

/// What a stance rule makes of what its words govern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It is not so.
    Negative,
    /// It is unproven.
    Alleged,
    /// It is to come.
    Planned,
    /// It is left open: a condition, a question, a duty. No claim is made.
    Open,
    /// It stands as if it were said outright: "knows that", "it is clear that".
    Fact,
}

/// Words that decide polarity and modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceRule {
    /// Name, place, examples.
    pub origin: Origin,
    /// What they make of it.
    pub gives: Stance,
    /// Lemmas of verbs, nouns and adjectives whose complement the predicate is: "refuse to", "plans to".
    pub governors: Vec<String>,
    /// Modal verbs: "may".
    pub modals: Vec<String>,
    /// Adverbs on the predicate: "reportedly".
    pub adverbs: Vec<String>,
    /// Adjectives on a predicate noun: "alleged".
    pub adjectives: Vec<String>,
    /// Subordinators of the predicate's clause: "if".
    pub marks: Vec<String>,
}

/// Nouns whose bearers stand for the body that their phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRule {
    /// Name, place, examples.
    pub origin: Origin,
    /// Lemmas: `official`, `spokesman`.
    pub nouns: Vec<String>,
    /// Which classes they may stand for.
    pub classes: super::ClassSet,
    /// Prepositions after which the body may stand: `of`, `from`; before the noun it always may.
    pub prepositions: Vec<String>,
    /// Whether they can say something: officials can, sanctions can't.
    pub speaks: bool,
}

/// Reads one `[[source]]` table.
pub(super) fn read_source(source: &mut Source, mut table: Table) -> SourceRule {
    let origin = super::load::origin(source, &mut table, "source");
    let prepositions = lower(table.words(source, "prep"));
    let headline_marks = lower(table.words(source, "headline"));
    if prepositions.is_empty() && headline_marks.is_empty() {
        let hint = "give prep = [\"according to\"] or headline = [\":\"]";
        source.error(table.at, "no-trigger", "the source rule has neither `prep` nor `headline`", hint);
    }
    let claim = table.word(source, "claim").map_or_else(|| "says".to_string(), |word| word.text);
    let shares = table.flag(source, "shares") == Some(true);
    table.finish(source, "a source rule");
    SourceRule { origin, prepositions, headline_marks, claim, shares }
}

/// Reads one `[[stance]]` table.
pub(super) fn read_stance(source: &mut Source, mut table: Table) -> StanceRule {
    let origin = super::load::origin(source, &mut table, "stance");
    let gives = match table.word(source, "gives") {
        Some(word) => match word.text.as_str() {
            "negative" => Stance::Negative,
            "alleged" => Stance::Alleged,
            "planned" => Stance::Planned,
            "open" => Stance::Open,
            "fact" => Stance::Fact,
            _ => {
                let message = format!("`gives` can't be \"{}\"", word.text);
                source.error(word.at, "unknown-value", message, "one of: negative, alleged, planned, open, fact");
                Stance::Negative
            }
        },
        None => {
            source.error(table.at, "no-claim", "the stance rule gives nothing", "say gives = \"alleged\"");
            Stance::Negative
        }
    };
    let rule = StanceRule {
        origin,
        gives,
        governors: lower(table.words(source, "governors")),
        modals: lower(table.words(source, "modals")),
        adverbs: lower(table.words(source, "adverbs")),
        adjectives: lower(table.words(source, "adjectives")),
        marks: lower(table.words(source, "marks")),
    };
    let lists = [&rule.governors, &rule.modals, &rule.adverbs, &rule.adjectives, &rule.marks];
    if lists.iter().all(|list| list.is_empty()) {
        let hint = "give at least one of governors, modals, adverbs, adjectives, marks";
        source.error(table.at, "no-trigger", "the stance rule has no words", hint);
    }
    table.finish(source, "a stance rule");
    rule
}

/// Reads one `[[member]]` table.
pub(super) fn read_member(source: &mut Source, mut table: Table) -> MemberRule {
    let origin = super::load::origin(source, &mut table, "member");
    let nouns = lower(table.words(source, "nouns"));
    if nouns.is_empty() {
        source.error(table.at, "no-trigger", "the member rule has no `nouns`", "give nouns = [\"official\"]");
    }
    let prepositions = lower(table.words(source, "prep"));
    let classes = match table.words(source, "class") {
        Some(names) => super::frame::classes(source, &names),
        None => super::ClassSet::from_name("Source").expect("a family"),
    };
    let speaks = table.flag(source, "speaks") != Some(false);
    table.finish(source, "a member rule");
    MemberRule { origin, nouns, classes, prepositions, speaks }
}

fn lower(words: Option<Vec<super::table::Word>>) -> Vec<String> {
    words.unwrap_or_default().into_iter().map(|word| word.text.to_lowercase()).collect()
}
