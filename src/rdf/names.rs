//! Finding things by what people call them: a label, an alias, a key, a Wikidata id, an IRI; and the way back.
//!
//! In: words. Out: the entities that they may mean, best first: all that bear exactly that name (case aside), else all
//! whose name holds the words. Which of several is meant is for the caller to ask; nothing is guessed. Labels of IRIs for
//! people are made here too.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term};

use super::store::Graph;
use super::vocabulary::{NAMESPACE, PREFIXES, WIKIDATA, cg, rdf, rdfs, skos};

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

impl Graph {
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
