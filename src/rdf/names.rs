//! Finding things by what people call them: a label, an alias, a key, a Wikidata id, an IRI; and the way back.
//!
//! In: words. Out: the entities that they may mean, best first: all that bear exactly that name (case aside), else all
//! whose name holds the words. Which of several is meant is for the caller to ask; nothing is guessed. Labels of IRIs for
//! people are made here too.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};

use super::store::Graph;
use super::vocabulary::{NAMESPACE, PREFIXES, WIKIDATA, cg, rdf, rdfs, skos};
use crate::diagnostic::suggestion;

/// An entity by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its IRI.
    pub iri: NamedNode,
    /// Its name.
    pub label: String,
    /// Its class, as a local name.
    pub class: String,
    /// How many documents name it.
    pub documents: usize,
}

/// What words may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Its key, by which it can be asked for.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How many documents name it.
    pub documents: usize,
}

/// Why words mean no one entity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameProblem {
    /// Nothing is called so.
    #[error("no entity is called {words:?}{suggestion}")]
    Unknown {
        /// The words.
        words: String,
        /// What was probably meant.
        suggestion: String,
    },
    /// Several things are called so.
    #[error("{words:?} may be any of these; give the first column instead:{}", listed(.found))]
    Unclear {
        /// The words.
        words: String,
        /// What they may mean, best first.
        found: Vec<Meant>,
    },
}

/// How many of several things an error lists.
const LISTED: usize = 12;

fn listed(found: &[Meant]) -> String {
    let line = |one: &Meant| {
        let name = one.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let unit = if one.documents == 1 { "document" } else { "documents" };
        format!("\n  {}  ({name}, {} {unit})", one.key, one.documents)
    };
    let more = found.len().saturating_sub(LISTED);
    let more = if more > 0 { format!("\n  … and {more} more") } else { String::new() };
    found.iter().take(LISTED).map(line).collect::<String>() + &more
}

impl Graph {
    /// The one entity that the words mean.
    pub fn one(&self, words: &str) -> Result<Named, NameProblem> {
        let mut found = self.find(words);
        match found.len() {
            0 => {
                let names = self.names();
                let suggestion = suggestion(words, names.iter().map(String::as_str));
                Err(NameProblem::Unknown { words: words.to_string(), suggestion })
            }
            1 => Ok(found.remove(0)),
            _ => {
                let meant = |one: Named| {
                    let key = one.iri.as_str().strip_prefix(self.mint().base()).unwrap_or(one.iri.as_str());
                    Meant { key: key.to_string(), name: one.label, documents: one.documents }
                };
                Err(NameProblem::Unclear { words: words.to_string(), found: found.into_iter().map(meant).collect() })
            }
        }
    }

    /// The ids of the documents.
    pub fn documents(&self) -> Vec<String> {
        let found = self.store().quads_for_pattern(None, Some(rdf::TYPE), Some(cg::DOCUMENT.into()), None);
        found.filter_map(Result::ok).filter_map(|quad| node(quad.subject)).map(|iri| self.label(&iri)).collect()
    }

    /// The local names of the vocabulary's classes, properties and stances.
    pub fn terms(&self) -> Vec<String> {
        let found = self.store().quads_for_pattern(None, Some(rdf::TYPE), None, None).filter_map(Result::ok);
        let local = |quad: Quad| Some(node(quad.subject)?.as_str().strip_prefix(NAMESPACE)?.to_string());
        let terms: BTreeSet<String> = found.filter_map(local).collect();
        terms.into_iter().collect()
    }

    /// What entities are called: names first, those of the most documents first, then other names.
    fn names(&self) -> Vec<String> {
        let labels = |predicate| self.store().quads_for_pattern(None, Some(predicate), None, None);
        let name = |quad: Quad| match (node(quad.subject), quad.object) {
            (Some(iri), Term::Literal(name)) => Some((self.named(iri)?.documents, name.value().to_string())),
            _ => None,
        };
        let mut names = Vec::new();
        for predicate in [rdfs::LABEL, skos::ALT_LABEL] {
            let mut found: Vec<_> = labels(predicate).filter_map(Result::ok).filter_map(name).collect();
            found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            names.extend(found.into_iter().map(|(_, name)| name));
        }
        names
    }

    /// The entities that the words may mean.
    pub fn find(&self, words: &str) -> Vec<Named> {
        let words = words.trim();
        let wanted = words.to_lowercase();
        let mut exact: BTreeMap<String, NamedNode> = BTreeMap::new();
        let mut close: BTreeMap<String, NamedNode> = BTreeMap::new();
        for predicate in [rdfs::LABEL, skos::ALT_LABEL] {
            for quad in self.store().quads_for_pattern(None, Some(predicate), None, None).filter_map(Result::ok) {
                let (Term::Literal(name), Some(iri)) = (&quad.object, node(quad.subject)) else {
                    continue;
                };
                let name = name.value().to_lowercase();
                if name == wanted {
                    exact.insert(iri.as_str().to_string(), iri);
                } else if !wanted.is_empty() && name.contains(&wanted) {
                    close.insert(iri.as_str().to_string(), iri);
                }
            }
        }
        exact.extend(self.by_id(words).map(|iri| (iri.as_str().to_string(), iri)));
        let named = |found: BTreeMap<String, NamedNode>| {
            let mut named: Vec<Named> = found.into_values().filter_map(|iri| self.named(iri)).collect();
            named.sort_by(|a, b| b.documents.cmp(&a.documents).then_with(|| a.iri.as_str().cmp(b.iri.as_str())));
            named
        };
        let exact = named(exact);
        if exact.is_empty() { named(close) } else { exact }
    }

    /// The entity with that IRI, key or Wikidata id.
    fn by_id(&self, id: &str) -> Option<NamedNode> {
        if id.starts_with('Q') && id[1..].bytes().all(|byte| byte.is_ascii_digit()) {
            let wikidata = NamedNode::new_unchecked(format!("{WIKIDATA}{id}"));
            let found = self.store().quads_for_pattern(None, Some(skos::EXACT_MATCH), Some((&wikidata).into()), None);
            return found
                .filter_map(Result::ok)
                .filter_map(|quad| node(quad.subject))
                .find(|iri| iri.as_str().starts_with(self.mint().base()));
        }
        if id.contains("://") { NamedNode::new(id).ok() } else { Some(self.mint().iri(id)) }
    }

    /// An entity of the documents; nothing for other IRIs.
    pub fn named(&self, iri: NamedNode) -> Option<Named> {
        let documents = self.store().quads_for_pattern(Some((&iri).into()), Some(cg::MENTIONED_IN), None, None).count();
        let class = self.object(&iri, rdf::TYPE)?.strip_prefix(NAMESPACE)?.to_string();
        (documents > 0).then(|| Named { label: self.label(&iri), class, documents, iri })
    }

    /// What people call an IRI: its label, a document's id, else the IRI with a prefix of ours.
    pub fn label(&self, iri: &NamedNode) -> String {
        let known = iri.as_str();
        let base = self.mint().base();
        if let Some(local) = known.strip_prefix(NAMESPACE) {
            return local.to_string();
        }
        if let Some(document) = known.strip_prefix(&format!("{base}document/")) {
            return document.to_string();
        }
        if let Some(label) = self.object(iri, rdfs::LABEL).filter(|_| known.starts_with(base)) {
            return label;
        }
        if let Some(path) = known.strip_prefix(base) {
            return path.to_string();
        }
        let short = PREFIXES.iter().find_map(|(name, space)| Some(format!("{name}:{}", known.strip_prefix(space)?)));
        short.unwrap_or_else(|| known.to_string())
    }

    /// The first value of a property, as text.
    pub fn object(&self, subject: &NamedNode, predicate: NamedNodeRef) -> Option<String> {
        let mut found = self.store().quads_for_pattern(Some(subject.into()), Some(predicate), None, None);
        match found.next()?.ok()?.object {
            Term::Literal(literal) => Some(literal.value().to_string()),
            Term::NamedNode(iri) => Some(iri.into_string()),
            Term::BlankNode(_) | Term::Triple(_) => None,
        }
    }

    /// What people read for a value: labels for IRIs, the plain words of literals.
    pub fn show(&self, term: &Term) -> String {
        match term {
            Term::NamedNode(iri) => self.label(iri),
            Term::Literal(literal) => literal.value().to_string(),
            Term::BlankNode(node) => node.to_string(),
            Term::Triple(triple) => {
                let predicate = self.label(&triple.predicate);
                format!("« {} {predicate} {} »", self.show(&triple.subject.clone().into()), self.show(&triple.object))
            }
        }
    }
}

fn node(subject: NamedOrBlankNode) -> Option<NamedNode> {
    match subject {
        NamedOrBlankNode::NamedNode(iri) => Some(iri),
        NamedOrBlankNode::BlankNode(_) => None,
    }
}
