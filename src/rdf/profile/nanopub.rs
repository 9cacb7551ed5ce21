//! One nanopublication a claim: head, assertion, provenance, publication info, each a graph.
//!
//! In: records. Out: quads. The assertion is the description of the claim (who takes which stance to what), which is true
//! whoever is right; the plain triple stands beside it only where the document asserts it in its own voice. Provenance
//! names sentence and document, publication info the program and the licence. The guidelines ask for a time of making
//! where there is one; there is no clock here, so the document's date, in the provenance, is the only one.
//! Source: nanopub.org, Nanopublication Guidelines.

use std::collections::BTreeMap;

use oxigraph::model::{Literal, NamedNode, Quad};

use crate::claim::record::{DocumentRecord, EntityRecord};
use crate::rdf::assert::Mint;
use crate::rdf::assert::claims::{self, Placed, Writer};
use crate::rdf::assert::date;
use crate::rdf::describe::BuildDescription;
use crate::rdf::vocabulary::{self, cg, dc, dcterms, np, oa, prov, rdf, rdfs, schema, xsd};

/// The nanopublications of all claims.
pub fn quads(mint: &Mint, records: &[DocumentRecord], build: &BuildDescription) -> Vec<Quad> {
    let mut documents: Vec<&DocumentRecord> = records.iter().collect();
    documents.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    let mut quads = Vec::new();
    for record in documents {
        let placed = claims::placed(mint, record);
        let by_id: Siblings = placed.iter().map(|claim| (&*claim.claim.id, &claim.iri)).collect();
        for claim in &placed {
            let one = Nanopub::new(mint, record, claim);
            one.head(&mut quads);
            one.assertion(&by_id, &mut quads);
            one.provenance(&mut quads);
            one.information(build, &mut quads);
        }
    }
    quads
}

/// The claims of the same document by their ids there.
type Siblings<'a> = BTreeMap<&'a str, &'a NamedNode>;

struct Nanopub<'a> {
    mint: &'a Mint,
    record: &'a DocumentRecord,
    placed: &'a Placed<'a>,
    iri: NamedNode,
}

impl<'a> Nanopub<'a> {
    fn new(mint: &'a Mint, record: &'a DocumentRecord, placed: &'a Placed<'a>) -> Self {
        let hash = placed.iri.as_str().rsplit('/').next().unwrap_or_default();
        Self { mint, record, placed, iri: mint.iri(&format!("nanopub/{hash}")) }
    }

    fn graph(&self, name: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}#{name}", self.iri.as_str()))
    }

    fn head(&self, quads: &mut Vec<Quad>) {
        let mut out = Writer::new(quads, self.graph("head"));
        out.add(&self.iri, rdf::TYPE, np::NANOPUBLICATION);
        out.add(&self.iri, np::ASSERTION, self.graph("assertion"));
        out.add(&self.iri, np::PROVENANCE, self.graph("provenance"));
        out.add(&self.iri, np::INFO, self.graph("pubinfo"));
    }

    fn assertion(&self, siblings: &Siblings, quads: &mut Vec<Quad>) {
        let (mint, placed) = (self.mint, self.placed);
        let claim = placed.claim;
        let mut out = Writer::new(quads, self.graph("assertion"));
        out.add(&placed.iri, rdf::TYPE, cg::CLAIM);
        out.add(&placed.iri, cg::PROPOSITION, placed.proposition.clone());
        out.text(&placed.iri, cg::POLARITY, &claim.polarity);
        out.text(&placed.iri, cg::MODALITY, &claim.modality);
        out.add(&placed.iri, cg::STANCE, vocabulary::property(claim.stance().as_str()));
        if let Some(speaker) = placed.speaker {
            out.add(&placed.iri, prov::ATTRIBUTED, mint.entity(speaker));
        }
        if let Some(outer) = claim.reported_in.as_deref().and_then(|id| siblings.get(id)) {
            out.add(&placed.iri, cg::REPORTED_IN, (*outer).clone());
        }
        if let Some(date) = &claim.date {
            out.add(&placed.iri, cg::DATE, mint.date(date));
        }
        let (subject, predicate) = (mint.entity(placed.subject), vocabulary::property(&claim.predicate));
        out.add(&placed.proposition, rdf::TYPE, cg::PROPOSITION_CLASS);
        out.add(&placed.proposition, rdf::SUBJECT, subject.clone());
        out.add(&placed.proposition, rdf::PREDICATE, predicate.clone());
        if let Some(content) = &claim.content {
            out.text(&placed.proposition, cg::CONTENT, content);
        }
        if let Some(object) = placed.object {
            out.add(&placed.proposition, rdf::OBJECT, mint.entity(object));
            if claims::is_own_voice(claim) {
                out.add(&subject, predicate.as_ref(), mint.entity(object));
            }
        }
    }

    fn provenance(&self, quads: &mut Vec<Quad>) {
        let (record, claim) = (self.record, self.placed.claim);
        let assertion = self.graph("assertion");
        let sentence = self.mint.sentence(&record.id, claim.sentence);
        let document = self.mint.document(&record.id);
        let mut out = Writer::new(quads, self.graph("provenance"));
        out.add(&assertion, prov::DERIVED, sentence.clone());
        out.add(&assertion, prov::GENERATED, self.mint.iri("build"));
        if !claim.rule.is_empty() {
            out.text(&assertion, cg::RULE, &claim.rule);
        }
        out.add(&sentence, oa::SOURCE, document.clone());
        out.number(&sentence, oa::START, claim.sentence[0]);
        out.number(&sentence, oa::END, claim.sentence[1]);
        if !claim.quote.is_empty() {
            out.text(&sentence, oa::EXACT, &claim.quote);
        }
        let words =
            [(dcterms::TITLE, &record.title), (dc::PUBLISHER, &record.publisher), (dc::CREATOR, &record.author)];
        for (predicate, value) in words {
            if let Some(value) = value.as_deref().filter(|value| !value.is_empty()) {
                out.text(&document, predicate, value);
            }
        }
        if let Some(day) = &record.date {
            out.add(&document, dcterms::ISSUED, date::literal(day));
        }
        if let Some(url) = &record.url {
            out.add(&document, schema::URL, Literal::new_typed_literal(url, xsd::ANY_URI));
        }
    }

    fn information(&self, build: &BuildDescription, quads: &mut Vec<Quad>) {
        let (mint, placed) = (self.mint, self.placed);
        let tool = mint.iri("build/claimgraph");
        let mut out = Writer::new(quads, self.graph("pubinfo"));
        out.add(&self.iri, prov::ATTRIBUTED, tool.clone());
        if let Ok(licence) = NamedNode::new(&build.licence) {
            out.add(&self.iri, dcterms::LICENSE, licence);
        }
        out.add(&tool, rdf::TYPE, prov::AGENT);
        out.text(&tool, rdfs::LABEL, "claimgraph");
        out.text(&tool, dcterms::VERSION, &build.version);
        let parties = [Some(placed.subject), placed.object, placed.speaker];
        let mut named: Vec<&EntityRecord> = parties.into_iter().flatten().collect();
        named.dedup_by(|a, b| a.id == b.id);
        for entity in named {
            out.text(&mint.entity(entity), rdfs::LABEL, &entity.name);
        }
    }
}
