//! Claims as reifiers of triple terms, as RDF 1.2 has them: `<claim> rdf:reifies <<( s p o )>>`.
//!
//! In: the dataset. Out: the same without the nodes of propositions, since a triple term says what is said and asserts
//! nothing. Where a proposition has no object, its words stand for it, and a blank node where it has neither; where it
//! has both, the claim keeps the words. Counts of the description that hold no longer are left out.
//! Source: RDF 1.2 Concepts, triple terms and reification.

use std::collections::HashMap;

use oxigraph::model::{BlankNode, Literal, NamedNode, NamedOrBlankNode, Quad, Term, Triple};

use crate::rdf::assert::{self, Mint};
use crate::rdf::vocabulary::{cg, dcat, rdf, void};

/// What a proposition consists of.
#[derive(Default)]
struct Said {
    subject: Option<NamedNode>,
    predicate: Option<NamedNode>,
    object: Option<NamedNode>,
    content: Option<Literal>,
}

/// The dataset with reifiers.
pub fn quads(mint: &Mint, dataset: Vec<Quad>) -> Vec<Quad> {
    let graph = mint.graph("propositions").into();
    let mut said: HashMap<NamedOrBlankNode, Said> = HashMap::new();
    for quad in dataset.iter().filter(|quad| quad.graph_name == graph) {
        let said = said.entry(quad.subject.clone()).or_default();
        match &quad.object {
            Term::NamedNode(node) if quad.predicate == rdf::SUBJECT => said.subject = Some(node.clone()),
            Term::NamedNode(node) if quad.predicate == rdf::PREDICATE => said.predicate = Some(node.clone()),
            Term::NamedNode(node) if quad.predicate == rdf::OBJECT => said.object = Some(node.clone()),
            Term::Literal(words) if quad.predicate == cg::CONTENT => said.content = Some(words.clone()),
            _ => {}
        }
    }
    let mut out = Vec::with_capacity(dataset.len());
    for quad in dataset {
        if quad.graph_name == graph || counts(mint, &quad) {
            continue;
        }
        let proposition = match &quad.object {
            Term::NamedNode(node) if quad.predicate == cg::PROPOSITION => said.get(&node.clone().into()),
            _ => None,
        };
        match proposition {
            Some(said) => out.extend(reified(&quad, said)),
            None => out.push(quad),
        }
    }
    assert::sorted(out)
}

/// The quads that say what a claim is about.
fn reified(claim: &Quad, said: &Said) -> Vec<Quad> {
    let (Some(subject), Some(predicate)) = (&said.subject, &said.predicate) else { return Vec::new() };
    let (object, words): (Term, _) = match (&said.object, &said.content) {
        (Some(object), words) => (object.clone().into(), words.clone()),
        (None, Some(words)) => (words.clone().into(), None),
        (None, None) => (something(&claim.object), None),
    };
    let triple = Triple::new(subject.clone(), predicate.clone(), object);
    let quad = |predicate, object: Term| Quad::new(claim.subject.clone(), predicate, object, claim.graph_name.clone());
    let mut quads = vec![quad(rdf::REIFIES, triple.into())];
    quads.extend(words.map(|words| quad(cg::CONTENT, words.into())));
    quads
}

/// A blank node for what nobody names, the same for the same proposition.
fn something(proposition: &Term) -> Term {
    let text = proposition.to_string();
    let hash: String =
        text.rsplit('/').next().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
    BlankNode::new(format!("p{hash}")).map_or_else(|_| Literal::new_simple_literal("").into(), Term::from)
}

/// Whether a quad of the description counts what stands differently here.
fn counts(mint: &Mint, quad: &Quad) -> bool {
    let subject = quad.subject.to_string();
    let part = |folder: &str| subject.starts_with(&format!("<{}dataset/{folder}", mint.base()));
    let counting = [void::TRIPLES, void::CLASS_PARTITION, void::PROPERTY_PARTITION, dcat::DISTRIBUTION];
    let dataset = subject == format!("<{}dataset>", mint.base());
    dataset && counting.iter().any(|counted| quad.predicate == *counted)
        || part("") && quad.graph_name == mint.graph("description").into()
}
