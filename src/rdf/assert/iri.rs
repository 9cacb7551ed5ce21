//! The IRIs of a graph's own things: readable where a thing has a name, a hash where it is what it says.
//!
//! Entities are `DEFAULT_BASE` and their key (`government/china`), documents `document/ID`, sentences a fragment of their
//! document (RFC 5147: `#char=120,245`), dates `date/2020-06-29`; propositions and claims carry 64 bits of SHA-256 over
//! what they consist of. The same records give the same IRIs in every build.

use std::fmt::Write;

use oxigraph::model::NamedNode;
use sha2::{Digest, Sha256};

use crate::claim::record::{ClaimRecord, EntityRecord, Range};
use crate::rdf::vocabulary::DEFAULT_BASE;

/// Mints IRIs below a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mint {
    base: String,
}

impl Default for Mint {
    fn default() -> Self {
        Self { base: DEFAULT_BASE.to_string() }
    }
}

impl Mint {
    /// IRIs that begin with `base`; a `/` is put to its end where it has neither that nor `#`.
    pub fn new(base: &str) -> Self {
        let slash = if base.ends_with(['/', '#']) { "" } else { "/" };
        Self { base: format!("{base}{slash}") }
    }

    /// The base.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The IRI of something below the base; letters that an IRI can't hold are percent-encoded, `/` is kept.
    pub fn iri(&self, path: &str) -> NamedNode {
        let mut iri = self.base.clone();
        for letter in path.chars() {
            if letter == '/' || letter.is_ascii_alphanumeric() || "-._~".contains(letter) || is_plain(letter) {
                iri.push(letter);
            } else {
                for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(iri, "%{byte:02X}");
                }
            }
        }
        NamedNode::new_unchecked(iri)
    }

    /// A graph of the dataset: `entities`, `links`, `propositions`, `facts`, `dates`, `vocabulary`, `description`.
    pub fn graph(&self, name: &str) -> NamedNode {
        self.iri(&format!("graph/{name}"))
    }

    /// A document, and the graph of what it says.
    pub fn document(&self, id: &str) -> NamedNode {
        self.iri(&format!("document/{}", id.replace('/', "_")))
    }

    /// A sentence of a document.
    pub fn sentence(&self, document: &str, [start, end]: Range) -> NamedNode {
        NamedNode::new_unchecked(format!("{}#char={start},{end}", self.document(document).as_str()))
    }

    /// An entity.
    pub fn entity(&self, entity: &EntityRecord) -> NamedNode {
        self.iri(&key(entity))
    }

    /// A date, from its TIMEX3 value; the `/` of an interval is written `--`, as in ISO 8601 for file names.
    pub fn date(&self, value: &str) -> NamedNode {
        self.iri(&format!("date/{}", value.replace('/', "--")))
    }

    /// A proposition, from the keys of its subject and object, its predicate and its content.
    pub fn proposition(
        &self,
        subject: &str,
        predicate: &str,
        object: Option<&str>,
        content: Option<&str>,
    ) -> NamedNode {
        let content = content.map(normal).unwrap_or_default();
        self.iri(&format!("proposition/{}", hash(&[subject, predicate, object.unwrap_or_default(), &content])))
    }

    /// A claim, from its document, the words that made it, its rule and its proposition; `nth` tells apart claims that
    /// have all of these in common.
    pub fn claim(&self, document: &str, claim: &ClaimRecord, proposition: &NamedNode, nth: usize) -> NamedNode {
        let at = claim.trigger.first().unwrap_or(&claim.sentence);
        let span = format!("{},{};{},{}", claim.sentence[0], claim.sentence[1], at[0], at[1]);
        let hash = hash(&[document, &span, &claim.rule, proposition.as_str().rsplit('/').next().unwrap_or_default()]);
        let more = if nth == 0 { String::new() } else { format!("-{}", nth + 1) };
        self.iri(&format!("claim/{hash}{more}"))
    }
}

/// An entity's key; records of other tools may have none, and get class and slug.
pub fn key(entity: &EntityRecord) -> String {
    if !entity.key.is_empty() {
        return entity.key.clone();
    }
    let mut slug = String::new();
    for letter in entity.name.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    format!("{}/{}", entity.class.as_str().to_lowercase(), slug.trim_end_matches('-'))
}

/// A content without what makes no difference: case, runs of blanks, quotation marks and stops around it.
pub fn normal(content: &str) -> String {
    let words: Vec<&str> = content.split_whitespace().collect();
    let marks = |c: char| "\"'“”‘’«».,;:".contains(c);
    words.join(" ").trim_matches(marks).to_lowercase()
}

/// Whether a letter beyond ASCII may stand in an IRI as it is.
fn is_plain(letter: char) -> bool {
    !letter.is_ascii() && letter.is_alphanumeric()
}

/// 16 hexadecimal digits of SHA-256 over the parts.
fn hash(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes().first_chunk::<4>().expect("eight bytes have a first four"));
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().take(8).fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minted_iris_are_valid_whatever_stands_in_them() {
        let mint = Mint::new("https://example.org/data");
        for id in ["000_1b5c", "a b/c", "<>\"{}|\\^`", "ÄÖ ü", "\u{202e}\u{0}", "%20", "中国"] {
            let iri = mint.document(id);
            assert!(NamedNode::new(iri.as_str()).is_ok(), "{iri}");
            assert!(NamedNode::new(mint.sentence(id, [1, 2]).as_str()).is_ok());
        }
        assert_eq!(mint.iri("government/china").as_str(), "https://example.org/data/government/china");
        assert_eq!(mint.date("2017/2019").as_str(), "https://example.org/data/date/2017--2019");
    }

    #[test]
    fn contents_that_differ_in_looks_only_are_one_proposition() {
        let mint = Mint::default();
        let iri = |content| mint.proposition("a/b", "says", None, Some(content));
        assert_eq!(iri("“It is  over.”"), iri("it is over"));
        assert_ne!(iri("it is over"), iri("it is not over"));
        assert_ne!(mint.proposition("a", "bc", None, None), mint.proposition("ab", "c", None, None));
    }
}
