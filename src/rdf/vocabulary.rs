//! The IRIs that the graph uses: our vocabulary, the ones it borrows, and those of the graph's own things.
//!
//! In: a base IRI and keys. Out: named nodes. Keys and ids are percent-encoded, so that a document's odd name still gives
//! a valid IRI. What our vocabulary's terms mean stands in `ontology/vocabulary.ttl`, against which they are tested.

use oxigraph::model::NamedNode;

/// Namespace of our vocabulary.
pub const CG: &str = "https://w3id.org/claimgraph/ns#";
/// Beginning of the IRIs of a graph's own things, unless `--base` says otherwise.
pub const DEFAULT_BASE: &str = "https://claimgraph.example/";
/// Wikidata's entities.
pub const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// Prefixes for reading and writing.
pub const PREFIXES: [(&str, &str); 16] = [
    ("cg", CG),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("schema", "https://schema.org/"),
    ("time", "http://www.w3.org/2006/time#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("void", "http://rdfs.org/ns/void#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("wd", WIKIDATA),
];

/// A term by its prefixed name: `cg:Claim`, `rdfs:label`.
///
/// # Panics
/// If the prefix is none of [`PREFIXES`]: names are written in this program only.
pub fn term(name: &str) -> NamedNode {
    let (prefix, local) = name.split_once(':').expect("a prefixed name");
    let (_, namespace) = PREFIXES.iter().find(|(known, _)| *known == prefix).expect("a known prefix");
    NamedNode::new_unchecked(format!("{namespace}{local}"))
}

/// The IRIs of a graph's own things.
#[derive(Clone, Debug)]
pub struct Names {
    base: String,
}

impl Names {
    /// Under a base IRI, which should end in `/` or `#`.
    pub fn new(base: &str) -> Self {
        Self { base: base.to_string() }
    }

    /// An IRI below the base.
    pub fn node(&self, path: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}{}", self.base, encode(path)))
    }

    /// An entity by its key.
    pub fn entity(&self, key: &str) -> NamedNode {
        self.node(key)
    }

    /// A document by its id.
    pub fn document(&self, id: &str) -> NamedNode {
        self.node(&format!("document/{id}"))
    }

    /// A range of code points of a document.
    pub fn sentence(&self, id: &str, range: [u32; 2]) -> NamedNode {
        let document = self.document(id);
        NamedNode::new_unchecked(format!("{}#char={},{}", document.as_str(), range[0], range[1]))
    }

    /// A named graph: `propositions`, `entities`, `links`, `direct`, `dataset`, `vocabulary`.
    pub fn graph(&self, name: &str) -> NamedNode {
        self.node(&format!("graph/{name}"))
    }
}

/// Percent-encodes what an IRI's path may not hold.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        let plain = c.is_ascii_alphanumeric()
            || matches!(c, '/' | '-' | '_' | '.' | '~')
            || (!c.is_ascii() && c.is_alphanumeric());
        if plain {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}
