//! From files to [`Rules`]: reads every table of every file, resolves `like`, and checks what spans files.
//!
//! In: names and texts of the files, in a fixed order; a later file replaces rules of the same id in an earlier one only
//! where it belongs to another pack. Out: the rules that could be read and every diagnostic.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::table::{Source, Table};
use super::{FrameRule, Origin, Rules, example, frame, phrase};
use crate::diagnostic::{Diagnostic, broken_toml};

impl Rules {
    /// Reads rule files, each a name and a text; `properties` are the claims that the vocabulary knows.
    pub fn load(files: &[(String, String)], properties: &[String]) -> (Rules, Vec<Diagnostic>) {
        let mut rules = Rules::default();
        let mut diagnostics = Vec::new();
        let mut broken: Vec<Diagnostic> = Vec::new();
        for (file, text) in files {
            let mut source = Source { file, text, diagnostics: Vec::new() };
            broken.extend(read_file(&mut source, &mut rules));
            diagnostics.append(&mut source.diagnostics);
        }
        check(&rules, properties, &mut diagnostics);
        // What could be read of a broken file keeps its ids known to other files; what else seems wrong in it need not be.
        diagnostics.retain(|found| broken.iter().all(|broken| broken.place.file != found.place.file));
        diagnostics.append(&mut broken);
        rules.index();
        (rules, diagnostics)
    }
}

/// Reads the rules of a file; what makes it no TOML.
fn read_file(source: &mut Source, rules: &mut Rules) -> Option<Diagnostic> {
    let (root, problems) = DeTable::parse_recoverable(source.text);
    for (key, value) in root.get_ref() {
        let Some(list) = value.get_ref().as_array() else {
            unknown_kind(source, key.get_ref(), key.span().start);
            continue;
        };
        for item in list {
            let Some(table) = item.get_ref().as_table() else {
                unknown_kind(source, key.get_ref(), item.span().start);
                continue;
            };
            let at = first_key(table).unwrap_or(item.span().start);
            match key.get_ref().as_ref() {
                "frame" => {
                    let base = base(source, table, &rules.frames);
                    let rule = frame::read(source, Table::new(table, at), base.as_ref());
                    rules.frames.push(rule);
                }
                "source" => rules.sources.push(phrase::read_source(source, Table::new(table, at))),
                "stance" => rules.stances.push(phrase::read_stance(source, Table::new(table, at))),
                "member" => rules.members.push(phrase::read_member(source, Table::new(table, at))),
                other => unknown_kind(source, other, key.span().start),
            }
        }
    }
    broken_toml(source.file, source.text, &problems)
}

fn unknown_kind(source: &mut Source, kind: &str, at: usize) {
    let hint = "write [[frame]], [[source]], [[stance]] or [[member]]";
    source.error(at, "unknown-rule", format!("`{kind}` is no kind of rule"), hint);
}

/// Where the first key of a table stands, so that a mistake about the whole table points into it.
fn first_key(table: &DeTable<'_>) -> Option<usize> {
    table.keys().map(|key| key.span().start).min()
}

/// The rule that `like` names, which must stand before.
fn base(source: &mut Source, table: &DeTable<'_>, frames: &[FrameRule]) -> Option<FrameRule> {
    let value = table.get("like")?;
    let DeValue::String(id) = value.get_ref() else {
        super::table::wrong_type(source, "like", value, "the id of a frame");
        return None;
    };
    let found = frames.iter().find(|rule| rule.origin.id == id.as_ref()).cloned();
    if found.is_none() {
        let message = format!("`like` names \"{id}\", which is no frame");
        source.error(value.span().start, "unknown-rule", message, "name a frame that stands before this one");
    }
    found
}

/// Reads what every rule has: `id` and `examples`.
pub(super) fn origin(source: &mut Source, table: &mut Table, what: &str) -> Origin {
    let id = table.word(source, "id");
    let at = id.as_ref().map_or(table.at, |word| word.at);
    if id.is_none() {
        source.error(table.at, "no-id", format!("the {what} has no id"), "say id = \"accuse.of\"");
    }
    let place = source.place(at);
    let examples = example::read(source, table, what);
    Origin {
        id: id.map(|word| word.text).unwrap_or_default(),
        place: format!("{}:{}", place.file, place.line),
        examples,
    }
}

/// What can only be seen over all files: ids that stand twice and properties that the vocabulary lacks.
fn check(rules: &Rules, properties: &[String], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for origin in rules.origins().filter(|origin| !origin.id.is_empty()) {
        if let Some(first) = seen.insert(&origin.id, &origin.place) {
            let message = format!("the id \"{}\" stands twice", origin.id);
            let hint = format!("the first is at {first}");
            diagnostics.push(Diagnostic::error(place(&origin.place), "double-id", message).hint(hint));
        }
    }
    for (number, rule) in rules.frames.iter().enumerate() {
        let told = |origin: &Origin| place(&origin.place);
        if let Some(first) = rules.frames[..number].iter().find(|first| first.takes_all_of(rule)) {
            let message = format!(
                "\"{}\" never decides: another frame with the same words and roles stands before it",
                rule.origin.id
            );
            let hint = format!(
                "it is \"{}\" at {}; make one of the two narrower, or take one out",
                first.origin.id, first.origin.place
            );
            diagnostics.push(Diagnostic::warning(told(&rule.origin), "shadowed", message).hint(hint));
        }
        let shows_limits = rule.origin.examples.iter().any(|example| example.claims.iter().all(|claim| claim.negative));
        if !rule.origin.examples.is_empty() && !shows_limits {
            let message = format!("no example of \"{}\" shows where it must not fire", rule.origin.id);
            let hint = "add a text with claims = [], or one whose claim is negated: claims = [\"not …\"]";
            diagnostics.push(Diagnostic::warning(told(&rule.origin), "no-negative", message).hint(hint));
        }
    }
    let known = |name: &str| properties.iter().any(|property| property == name);
    let claims = rules.frames.iter().filter_map(|rule| Some((&rule.origin, rule.claim.as_ref()?)));
    let sources = rules.sources.iter().map(|rule| (&rule.origin, &rule.claim));
    for (origin, claim) in claims.chain(sources) {
        if !known(claim) {
            let message = format!("\"{claim}\" is no property of the vocabulary");
            let hint = format!("one of: {}", properties.join(", "));
            diagnostics.push(Diagnostic::error(place(&origin.place), "unknown-property", message).hint(hint));
        }
    }
}

/// A rule's recorded place as a diagnostic's.
fn place(text: &str) -> crate::diagnostic::Place {
    let (file, line) = text.rsplit_once(':').unwrap_or((text, "0"));
    crate::diagnostic::Place { file: file.to_string(), line: line.parse().unwrap_or(0), column: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_mistakes_are_told_at_once_with_their_places() {
        let text = "[[frame]]\nid = \"a\"\nverbs = [\"Accuse\"]\nclaim = \"acuses\"\nsubject = \"Agnt\"\ncolour = 1\n\n\
                    [[rule]]\nid = \"b\"\n";
        let (_, found) = Rules::load(&[("rules/x.toml".into(), text.into())], &["accuses".into()]);
        let codes: Vec<_> = found.iter().map(|d| (d.code, d.place.line)).collect();
        for expected in [
            ("bad-lemma", 3),
            ("unknown-property", 2),
            ("unknown-class", 5),
            ("unknown-key", 6),
            ("no-example", 2),
            ("unknown-rule", 8),
        ] {
            assert!(codes.contains(&expected), "{expected:?} not in {codes:?}");
        }
    }
}
