//! The examples that every rule carries, and the short notation for the claims they must yield.
//!
//! `[not] [alleged|planned] predicate(Subject[, Object])[: content][ @ Speaker]`, for instance
//! `accuses(European Union, Belarus): hijacking a plane` or `alleged detains(China, Uyghurs) @ Human Rights Watch`. An
//! example names every claim of its rule's own property that the text yields; of other properties it may name some.

use std::fmt;

use super::table::{Source, Table, as_word, wrong_type};

/// A text and the claims that it must yield.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// One or more sentences.
    pub text: String,
    /// What they yield; empty for a text that must yield none of the rule's claims.
    pub claims: Vec<ExpectedClaim>,
    /// File and line.
    pub place: String,
}

/// A claim as an example writes it; entities by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExpectedClaim {
    /// Local name of the property.
    pub predicate: String,
    /// Name of the subject.
    pub subject: String,
    /// Name of the object.
    pub object: Option<String>,
    /// The content's words.
    pub content: Option<String>,
    /// Name of the speaker.
    pub speaker: Option<String>,
    /// `asserted`, `alleged` or `planned`.
    pub modality: String,
    /// Whether it is negative.
    pub negative: bool,
}

impl ExpectedClaim {
    /// Reads the notation; `Err` says what was expected.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let mut claim = Self { modality: "asserted".into(), ..Self::default() };
        let mut rest = text.trim();
        loop {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            match word {
                "not" => claim.negative = true,
                "alleged" | "planned" => claim.modality = word.to_string(),
                _ => break,
            }
            rest = after.trim_start();
        }
        let (predicate, after) = rest.split_once('(').ok_or("expected `predicate(Subject, Object): content`")?;
        let (arguments, after) = after.split_once(')').ok_or("expected `)` after the arguments")?;
        claim.predicate = predicate.trim().to_string();
        let (subject, object) = match arguments.split_once(',') {
            Some((subject, object)) => (subject, Some(object.trim().to_string())),
            None => (arguments, None),
        };
        (claim.subject, claim.object) = (subject.trim().to_string(), object);
        let (content, speaker) = match after.rsplit_once(" @ ") {
            Some((content, speaker)) => (content, Some(speaker.trim().to_string())),
            None => (after, None),
        };
        claim.speaker = speaker;
        let content = content.trim();
        if let Some(content) = content.strip_prefix(':') {
            claim.content = Some(content.trim().to_string());
        } else if !content.is_empty() {
            return Err("expected `: content` or ` @ Speaker` after the arguments");
        }
        if claim.predicate.is_empty() || claim.subject.is_empty() {
            return Err("expected `predicate(Subject, Object): content`");
        }
        Ok(claim)
    }
}

impl fmt::Display for ExpectedClaim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("not ")?;
        }
        if self.modality != "asserted" {
            write!(f, "{} ", self.modality)?;
        }
        write!(f, "{}({}", self.predicate, self.subject)?;
        if let Some(object) = &self.object {
            write!(f, ", {object}")?;
        }
        f.write_str(")")?;
        if let Some(content) = &self.content {
            write!(f, ": {content}")?;
        }
        if let Some(speaker) = &self.speaker {
            write!(f, " @ {speaker}")?;
        }
        Ok(())
    }
}

/// Reads the `examples` of a rule; a rule without one is refused.
pub(super) fn read(source: &mut Source, table: &mut Table, what: &str) -> Vec<Example> {
    let hint = "examples = [{ text = \"…\", claims = [\"predicate(Subject, Object): content\"] }]";
    let Some(value) = table.value("examples") else {
        source.error(table.at, "no-example", format!("the {what} has no examples"), hint);
        return Vec::new();
    };
    let Some(list) = value.get_ref().as_array() else {
        wrong_type(source, "examples", value, "a list of tables");
        return Vec::new();
    };
    if list.is_empty() {
        source.error(value.span().start, "no-example", format!("the {what} has no examples"), hint);
    }
    let mut examples = Vec::new();
    for item in list {
        let Some(inner) = item.get_ref().as_table() else {
            wrong_type(source, "examples", item, "a table with text and claims");
            continue;
        };
        let mut inner = Table::new(inner, item.span().start);
        let text = inner.word(source, "text").map(|word| word.text);
        if text.is_none() {
            source.error(item.span().start, "no-example", "the example has no text", hint);
        }
        let mut claims = Vec::new();
        if let Some(list) = inner.value("claims").and_then(|value| value.get_ref().as_array()) {
            for item in list {
                let Some(word) = as_word(item) else {
                    wrong_type(source, "claims", item, "a string");
                    continue;
                };
                match ExpectedClaim::parse(&word.text) {
                    Ok(claim) => claims.push(claim),
                    Err(expected) => source.error(word.at, "bad-example", expected, hint),
                }
            }
        } else {
            source.error(item.span().start, "no-example", "the example has no list of claims", hint);
        }
        inner.finish(source, "an example");
        let place = source.place(item.span().start);
        examples.push(Example {
            text: text.unwrap_or_default(),
            claims,
            place: format!("{}:{}", place.file, place.line),
        });
    }
    examples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notation_reads_back_as_written() {
        for text in [
            "accuses(European Union, Belarus): hijacking a plane",
            "not alleged detains(China, Uyghurs) @ Human Rights Watch",
            "planned proposes(France): a law: the second @ Agence France-Presse",
        ] {
            assert_eq!(ExpectedClaim::parse(text).expect(text).to_string(), text);
        }
        for text in ["accuses", "accuses()", "accuses(A) of b", "(A)"] {
            assert!(ExpectedClaim::parse(text).is_err(), "{text}");
        }
    }
}
