//! The terms that the program writes, as constants: ours and those of other vocabularies.
//!
//! Ours are defined in `ontology/vocabulary.ttl`, which is embedded here as [`TURTLE`]; a test holds the two together.
//! The properties that rules may claim are data, so they are no constants: see [`property`].

use oxigraph::model::{NamedNode, NamedNodeRef};

/// The vocabulary itself.
pub const TURTLE: &str = include_str!("../../ontology/vocabulary.ttl");

/// Beginning of the IRIs of our terms.
pub const NAMESPACE: &str = "https://w3id.org/claimgraph/ns#";

/// Beginning of the IRIs of a graph's own things where the user gives none.
pub const DEFAULT_BASE: &str = "https://claimgraph.example/";

/// Beginning of the IRIs of Wikidata's entities.
pub const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// The prefixes that every query and every export knows.
pub const PREFIXES: [(&str, &str); 17] = [
    ("cg", NAMESPACE),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("schema", "https://schema.org/"),
    ("void", "http://rdfs.org/ns/void#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("wd", WIKIDATA),
];

/// The prefixes of the export profiles, written only where they are used.
pub const PROFILE_PREFIXES: [(&str, &str); 3] = [("np", NANOPUB), ("nif", NIF), ("itsrdf", ITS)];

/// Beginning of the terms of nanopublications.
pub const NANOPUB: &str = "http://www.nanopub.org/nschema#";
/// Beginning of the terms of the NLP Interchange Format 2.0.
pub const NIF: &str = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
/// Beginning of the terms of the Internationalization Tag Set 2.0 as RDF.
pub const ITS: &str = "http://www.w3.org/2005/11/its/rdf#";

/// A property or class of ours by its local name; letters that an IRI's end can't hold become `_`.
pub fn property(local: &str) -> NamedNode {
    let safe: String = local.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect();
    NamedNode::new_unchecked(format!("{NAMESPACE}{safe}"))
}

macro_rules! terms {
    ($module:ident, $space:literal, $doc:literal: $($name:ident = $local:literal),* $(,)?) => {
        #[doc = $doc]
        pub mod $module {
            use super::NamedNodeRef;
            $(
                #[doc = concat!("`", stringify!($module), ":", $local, "`")]
                pub const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked(concat!($space, $local));
            )*
        }
    };
}

terms!(cg, "https://w3id.org/claimgraph/ns#", "Our terms.":
    ENTITY = "Entity", PROPOSITION_CLASS = "Proposition", CLAIM = "Claim", DOCUMENT = "Document",
    SENTENCE = "Sentence", CONTENT = "content", PROPOSITION = "proposition", POLARITY = "polarity",
    MODALITY = "modality", STANCE = "stance", SPEECH_ACT = "speechAct", DATE = "date", RULE = "rule",
    REPORTED_IN = "reportedIn", MENTIONED_IN = "mentionedIn", PATH = "path", SHA256 = "sha256",
    TEXT_LENGTH = "textLength", EARLIEST = "earliest", LATEST = "latest", POLICY = "policy", OWN_VOICE = "OwnVoice",
    KNOWLEDGE = "Knowledge",
);
terms!(rdf, "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "RDF.":
    TYPE = "type", STATEMENT = "Statement", SUBJECT = "subject", PREDICATE = "predicate", OBJECT = "object",
    REIFIES = "reifies");
terms!(rdfs, "http://www.w3.org/2000/01/rdf-schema#", "RDF Schema.": LABEL = "label");
terms!(skos, "http://www.w3.org/2004/02/skos/core#", "SKOS.": ALT_LABEL = "altLabel", EXACT_MATCH = "exactMatch");
terms!(prov, "http://www.w3.org/ns/prov#", "PROV-O.":
    ATTRIBUTED = "wasAttributedTo", DERIVED = "wasDerivedFrom", GENERATED = "wasGeneratedBy", USED = "used",
    ASSOCIATED = "wasAssociatedWith", ACTIVITY = "Activity", AGENT = "SoftwareAgent", ENTITY = "Entity");
terms!(dcterms, "http://purl.org/dc/terms/", "Dublin Core terms.":
    TITLE = "title", ISSUED = "issued", LANGUAGE = "language", LICENSE = "license", DESCRIPTION = "description",
    VERSION = "hasVersion", RIGHTS = "rights");
terms!(dc, "http://purl.org/dc/elements/1.1/", "Dublin Core elements, for names without an IRI.":
    PUBLISHER = "publisher", CREATOR = "creator");
terms!(schema, "https://schema.org/", "schema.org.": URL = "url");
terms!(oa, "http://www.w3.org/ns/oa#", "Web Annotation.":
    SOURCE = "hasSource", START = "start", END = "end", EXACT = "exact");
terms!(time, "http://www.w3.org/2006/time#", "OWL-Time.":
    INSTANT = "Instant", INTERVAL = "ProperInterval", ENTITY = "TemporalEntity", IN_DATE = "inXSDDate");
terms!(void, "http://rdfs.org/ns/void#", "VoID.":
    DATASET = "Dataset", LINKSET = "Linkset", TRIPLES = "triples", ENTITIES = "entities", DOCUMENTS = "documents",
    URI_SPACE = "uriSpace", VOCABULARY = "vocabulary", SUBSET = "subset", SUBJECTS = "subjectsTarget",
    OBJECTS = "objectsTarget", LINK = "linkPredicate", CLASS_PARTITION = "classPartition", CLASS = "class",
    PROPERTY_PARTITION = "propertyPartition", PROPERTY = "property");
terms!(dcat, "http://www.w3.org/ns/dcat#", "DCAT.":
    DATASET = "Dataset", DISTRIBUTION_CLASS = "Distribution", DISTRIBUTION = "distribution", MEDIA_TYPE = "mediaType",
    TITLE = "downloadURL");
terms!(np, "http://www.nanopub.org/nschema#", "Nanopublications.":
    NANOPUBLICATION = "Nanopublication", ASSERTION_CLASS = "Assertion", PROVENANCE_CLASS = "Provenance",
    INFO_CLASS = "PublicationInfo", ASSERTION = "hasAssertion", PROVENANCE = "hasProvenance",
    INFO = "hasPublicationInfo");
terms!(nif, "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", "NLP Interchange Format 2.0.":
    CONTEXT_CLASS = "Context", SENTENCE_CLASS = "Sentence", PHRASE = "Phrase", STRING = "RFC5147String",
    IS_STRING = "isString", ANCHOR = "anchorOf", BEGIN = "beginIndex", END = "endIndex", CONTEXT = "referenceContext",
    SENTENCE = "sentence", SOURCE = "sourceUrl");
terms!(its, "http://www.w3.org/2005/11/its/rdf#", "Internationalization Tag Set 2.0.":
    IDENTITY = "taIdentRef", CLASS = "taClassRef");
terms!(xsd, "http://www.w3.org/2001/XMLSchema#", "Datatypes.":
    DATE = "date", MONTH = "gYearMonth", YEAR = "gYear", INTEGER = "integer",
    INDEX = "nonNegativeInteger", ANY_URI = "anyURI");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_of_ours_is_defined() {
        let source = include_str!("vocabulary.rs");
        let ours = source.split("terms!(cg").nth(1).and_then(|rest| rest.split(");").next()).expect("our terms");
        for local in ours.split('"').skip(5).step_by(2) {
            assert!(TURTLE.contains(&format!("\ncg:{local} a ")), "cg:{local} is not defined in vocabulary.ttl");
        }
    }

    #[test]
    fn a_property_is_always_an_iri() {
        assert_eq!(property("says").as_str(), "https://w3id.org/claimgraph/ns#says");
        assert!(NamedNode::new(property("a b>\"é").into_string()).is_ok());
    }
}
