//! The sixth stage: records become RDF quads, kept as one dataset file and asked with SPARQL.
