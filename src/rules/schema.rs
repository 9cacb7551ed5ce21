//! The JSON Schema of rule files, by which editors complete and check them.
//!
//! In: the properties of the vocabulary. Out: a schema of draft 2020-12, with each key's meaning. It says what the reader of
//! [`super::Rules`] accepts; what only shows over all files (ids that stand twice) it can't say.

use serde_json::{Value, json};

use super::ClassSet;

/// The schema of a rule file, given the names of all properties that a rule may claim.
pub fn schema(properties: &[String]) -> Value {
    let classes: Vec<&str> = ClassSet::names().collect();
    let mut claims: Vec<&str> = properties.iter().map(String::as_str).collect();
    claims.push("none");
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules of claimgraph",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "frame": { "type": "array", "items": { "$ref": "#/$defs/frame" } },
            "source": { "type": "array", "items": { "$ref": "#/$defs/source" } },
            "stance": { "type": "array", "items": { "$ref": "#/$defs/stance" } },
            "member": { "type": "array", "items": { "$ref": "#/$defs/member" } },
        },
        "$defs": {
            "words": { "oneOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] },
            "class": { "enum": classes },
            "claim": { "enum": claims, "description": "the property that it yields" },
            "classes": { "oneOf": [{ "$ref": "#/$defs/class" }, { "type": "array", "items": { "$ref": "#/$defs/class" } }] },
            "role": role(),
            "examples": examples(),
            "frame": frame(),
            "source": source(),
            "stance": rule(json!({
                "gives": { "enum": ["negative", "alleged", "planned", "open", "fact"], "description": "what it makes of what it governs" },
                "governors": words("verbs, nouns and adjectives above, with particle or mark: \"refuse\", \"prevent from\", \"ready to\""),
                "modals": words("auxiliaries: \"may\""),
                "adverbs": words("adverbs of the predicate: \"allegedly\""),
                "adjectives": words("adjectives of a noun that states an act: \"alleged\""),
                "marks": words("conjunctions: \"if\", \"in case\""),
            }), &["gives"]),
            "member": rule(json!({
                "nouns": words("nouns whose bearers stand for what their phrase names: \"official\""),
                "class": { "$ref": "#/$defs/classes" },
                "prep": words("prepositions behind which the body may stand: \"of\""),
                "speaks": flag("whether they can say something, as they do unless told: \"official\", but not \"sanction\""),
            }), &["nouns", "class"]),
        },
    })
}

/// A rule with an id and examples.
fn rule(mut keys: Value, required: &[&str]) -> Value {
    keys["id"] =
        json!({ "type": "string", "description": "unique among all rules; explain shows it with file and line" });
    keys["examples"] = json!({ "$ref": "#/$defs/examples" });
    let required: Vec<&str> = ["id", "examples"].into_iter().chain(required.iter().copied()).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": keys, "required": required })
}

fn frame() -> Value {
    let role = |meaning: &str| json!({ "$ref": "#/$defs/role", "description": meaning });
    let mut rule = rule(
        json!({
            "like": { "type": "string", "description": "id of an earlier frame to inherit from" },
            "verbs": words("trigger lemmas of verbs, with particle: \"carry out\""),
            "nouns": words("trigger lemmas of nouns"),
            "adjectives": words("trigger lemmas of adjectives"),
            "claim": { "$ref": "#/$defs/claim" },
            "subject": role("who"),
            "object": role("to whom"),
            "content": role("the words for what is said or asked"),
            "topic": role("the claim's content where it is not what is reported"),
            "about": words("the object's lemma must be one of these"),
            "light": words("for nouns: verbs under which they state an act, or prepositions: \"on\" a visit"),
            "reports": flag("whether it reports speech, so that its content is an attribution"),
            "inside": { "enum": ["asserted", "alleged", "denied", "planned", "asked"], "description": "what claims inside the content are" },
            "modality": { "enum": ["asserted", "alleged", "planned"], "description": "of the claim itself" },
            "negative": flag("whether the word itself negates: \"acquit\"; negated in turn it claims nothing"),
            "negated": flag("whether it claims only under a negation, which is its own: \"has not permitted\""),
            "speech_act": { "enum": ["statement", "call", "denial", "accusation", "warning", "question"] },
            "passive": flag("only passive verbs, or only active ones"),
        }),
        &[],
    );
    rule["anyOf"] = json!([{ "required": ["verbs"] }, { "required": ["nouns"] }, { "required": ["adjectives"] }]);
    rule
}

fn source() -> Value {
    let mut rule = rule(
        json!({
            "prep": words("phrases that name who says the clause: \"according to\", \"in … view\""),
            "headline": words("marks before or behind which a headline names who says the rest: \":\""),
            "claim": { "$ref": "#/$defs/claim" },
            "shares": flag("whether it takes the content of the verb that reports: \"…, citing X\""),
        }),
        &[],
    );
    rule["anyOf"] = json!([{ "required": ["prep"] }, { "required": ["headline"] }]);
    rule
}

fn role() -> Value {
    let table = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "class": { "$ref": "#/$defs/classes" },
            "at": { "enum": ["subject", "object", "recipient", "content", "oneself", "others", "itself", "owner"], "description": "where it stands" },
            "prep": words("behind one of these prepositions"),
            "clause": { "description": "in a clause of one of these forms",
                "type": "array", "items": { "enum": ["that", "whether", "to", "ing", "small"] } },
            "words": words("the head's lemma must be one of these"),
            "optional": flag("whether the rule fires without it"),
            "members": flag("whether unnamed members may stand for their body"),
        },
    });
    json!({ "oneOf": [{ "$ref": "#/$defs/classes" }, table.clone(), { "type": "array", "items": table }] })
}

fn examples() -> Value {
    json!({
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["text", "claims"],
            "properties": {
                "text": { "type": "string" },
                "claims": { "type": "array", "items": { "type": "string",
                    "description": "[not] [alleged|planned] property(Subject, Object): content @ Speaker" } },
            },
        },
    })
}

fn words(meaning: &str) -> Value {
    json!({ "$ref": "#/$defs/words", "description": meaning })
}

fn flag(meaning: &str) -> Value {
    json!({ "type": "boolean", "description": meaning })
}
