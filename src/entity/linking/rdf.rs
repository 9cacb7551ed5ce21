//! RDF as open data: every IRI that has a name.
//!
//! In: bytes in any RDF format, told by the file's ending. Out: one candidate for each subject with a label, its other names,
//! types and Wikidata id, whatever vocabulary of the usual ones they are written in. Broken lines are named and left out.

use std::collections::BTreeMap;
use std::path::Path;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use super::{Candidate, classes, wikidata};
use crate::diagnostic::{Diagnostic, Place};

/// How many mistakes of a file are shown.
const SHOWN: usize = 20;

/// Reads a file.
pub(super) fn read(path: &Path, file: &str, bytes: &[u8]) -> (Vec<Candidate>, Vec<Diagnostic>) {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let format = RdfFormat::from_extension(ending).unwrap_or(RdfFormat::NTriples);
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for quad in RdfParser::from_format(format).for_slice(bytes) {
        match quad {
            Ok(quad) => {
                let NamedOrBlankNode::NamedNode(subject) = &quad.subject else { continue };
                let at = *places.entry(subject.as_str().to_owned()).or_insert_with(|| {
                    let (iri, id) = (subject.as_str().to_owned(), wikidata(subject.as_str()));
                    candidates.push(Candidate { iri, wikidata: id, ..Candidate::default() });
                    candidates.len() - 1
                });
                add(&mut candidates[at], &quad);
            }
            Err(problem) if diagnostics.len() < SHOWN => {
                let number = |at: u64| u32::try_from(at + 1).unwrap_or(0);
                let (line, column) =
                    problem.location().map_or((0, 0), |at| (number(at.start.line), number(at.start.column)));
                let place = Place { file: file.to_owned(), line, column };
                let hint = "what can be read of the file was read; mend the line, or take it out";
                diagnostics.push(Diagnostic::error(place, "bad-rdf", problem.to_string()).hint(hint));
            }
            Err(_) => (),
        }
    }
    candidates.retain(|candidate| !candidate.names.is_empty());
    (candidates, diagnostics)
}

/// What a triple adds to its subject; the main name comes first.
fn add(candidate: &mut Candidate, quad: &Quad) {
    let property = quad.predicate.as_str();
    let local = property.rsplit(['/', '#', ':']).next().unwrap_or(property);
    match &quad.object {
        Term::Literal(name) => match local {
            "label" | "prefLabel" | "name" | "legalName" => candidate.names.insert(0, name.value().to_owned()),
            "altLabel" | "alternateName" | "alias" | "acronym" => candidate.names.push(name.value().to_owned()),
            "P31" | "type" => candidate.classes.extend(classes(name.value())),
            _ => (),
        },
        Term::NamedNode(object) => match local {
            "type" => candidate.classes.extend(classes(object.as_str())),
            "exactMatch" | "sameAs" if candidate.wikidata.is_none() => candidate.wikidata = wikidata(object.as_str()),
            _ => (),
        },
        Term::BlankNode(_) | Term::Triple(_) => (),
    }
}
