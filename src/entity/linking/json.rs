//! JSON lines as open data: FollowTheMoney entities, as OpenSanctions publishes them, and plain objects with a name.
//!
//! In: one object a line, `{"id", "caption", "schema", "properties": {"name": […], "alias": […], "wikidataId": […]}}` or
//! `{"id", "label", "aliases", "types", "wikidata"}`. Out: a candidate a line; a diagnostic for each line that is no object.
//! An id without `://` is Wikidata's where it looks like one, else OpenSanctions'. Source: followthemoney.tech.

use serde_json::Value;

use super::{Candidate, classes, iri, wikidata};
use crate::diagnostic::{Diagnostic, Place};

/// Reads a file.
pub(super) fn read(file: &str, bytes: &[u8]) -> (Vec<Candidate>, Vec<Diagnostic>) {
    let text = String::from_utf8_lossy(bytes);
    let mut candidates = Vec::new();
    let mut diagnostics = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(object)) => candidates.extend(candidate(&Value::Object(object))),
            other => {
                let problem = other.err().map_or("it is no object".to_owned(), |problem| problem.to_string());
                let place = Place { file: file.to_owned(), line: u32::try_from(number + 1).unwrap_or(0), column: 0 };
                let message = format!("the line can't be read: {problem}");
                diagnostics.push(Diagnostic::error(place, "bad-json", message).hint("write one JSON object a line"));
            }
        }
    }
    (candidates, diagnostics)
}

fn candidate(object: &Value) -> Option<Candidate> {
    let properties = &object["properties"];
    let texts = |from: &[&Value]| -> Vec<String> { from.iter().flat_map(|value| strings(value)).collect() };
    let id = texts(&[&object["id"], &object["qid"], &object["wikidata"]]).into_iter().next()?;
    let opensanctions = || properties.is_object().then(|| format!("https://www.opensanctions.org/entities/{id}/"));
    let iri = iri(&id).or_else(|| opensanctions().and_then(|page| iri(&page)))?;
    let names = [&object["caption"], &object["label"], &object["name"], &properties["name"], &object["aliases"]];
    let mut names = texts(&names);
    names.extend(texts(&[&object["names_strong"], &properties["alias"]]));
    let kinds = texts(&[&object["schema"], &object["types"], &object["class"], &object["type"]]);
    let ids = texts(&[&object["wikidata"], &object["qid"], &properties["wikidataId"]]);
    Some(Candidate {
        wikidata: wikidata(&iri).or_else(|| ids.iter().find_map(|id| wikidata(id))),
        classes: kinds.iter().flat_map(|kind| classes(kind)).copied().collect(),
        iri,
        names,
    })
    .filter(|candidate| !candidate.names.is_empty())
}

/// A text, or the texts of a list.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
