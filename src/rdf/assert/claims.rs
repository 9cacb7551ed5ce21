//! What one document says, as quads: itself, the sentences that state something, its claims and their propositions.
//!
//! In: a record. Out: quads in the document's own graph, propositions in the shared one, and a direct triple for each
//! claim that [`is_own_voice`] allows. A claim whose subject the document does not list is left out, as is one that
//! says in every respect what another says in the same words.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Quad, Term};

use super::date;
use super::iri::{Mint, key};
use crate::claim::record::{ClaimRecord, DocumentRecord, EntityRecord, Stance};
use crate::rdf::vocabulary::{self, cg, dc, dcterms, oa, prov, rdf, schema, xsd};

/// Whether a claim becomes a direct triple: the document asserts it, in its own voice and in nobody's words.
pub fn is_own_voice(claim: &ClaimRecord) -> bool {
    claim.stance() == Stance::Asserted
}

/// What a claim is about, with the IRI of its proposition and its own.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// The claim.
    pub claim: &'a ClaimRecord,
    /// Its IRI.
    pub iri: NamedNode,
    /// Its proposition's IRI.
    pub proposition: NamedNode,
    /// Who does it.
    pub subject: &'a EntityRecord,
    /// To whom.
    pub object: Option<&'a EntityRecord>,
    /// Whose words it is.
    pub speaker: Option<&'a EntityRecord>,
}

/// The claims of a document that stand in the graph, with their IRIs.
pub fn placed<'a>(mint: &Mint, record: &'a DocumentRecord) -> Vec<Placed<'a>> {
    let known: BTreeMap<&str, &EntityRecord> = record.entities.iter().map(|entity| (&*entity.id, entity)).collect();
    let find = |id: &str| known.get(id).copied();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen: Vec<&ClaimRecord> = Vec::new();
    let mut last = record.claims.first().map(|claim| claim.sentence);
    let mut placed = Vec::with_capacity(record.claims.len());
    for claim in &record.claims {
        if last != Some(claim.sentence) {
            seen.clear();
            last = Some(claim.sentence);
        }
        let Some(subject) = find(&claim.subject) else { continue };
        if seen.iter().any(|other| same(other, claim)) {
            continue;
        }
        seen.push(claim);
        let object = claim.object.as_deref().and_then(find);
        let content = claim.content.as_deref();
        let proposition = mint.proposition(&key(subject), &claim.predicate, object.map(key).as_deref(), content);
        let first = mint.claim(&record.id, claim, &proposition, 0);
        let nth = taken.entry(first.as_str().to_string()).or_default();
        let iri = if *nth == 0 { first } else { mint.claim(&record.id, claim, &proposition, *nth) };
        *nth += 1;
        placed.push(Placed { claim, iri, proposition, subject, object, speaker: claim.voice().and_then(find) });
    }
    placed
}

/// Whether two claims differ in their ids and evidence only.
fn same(a: &ClaimRecord, b: &ClaimRecord) -> bool {
    let of = |c: &ClaimRecord| (c.sentence, c.trigger.first().copied());
    of(a) == of(b)
        && (&a.predicate, &a.subject, &a.object, &a.content) == (&b.predicate, &b.subject, &b.object, &b.content)
        && (&a.speaker, &a.modality, &a.polarity, &a.date) == (&b.speaker, &b.modality, &b.polarity, &b.date)
        && (&a.rule, &a.reported_in) == (&b.rule, &b.reported_in)
}

/// Writes quads of one graph.
pub struct Writer<'q> {
    quads: &'q mut Vec<Quad>,
    graph: NamedNode,
}

impl<'q> Writer<'q> {
    /// Writes into `graph`.
    pub fn new(quads: &'q mut Vec<Quad>, graph: NamedNode) -> Self {
        Self { quads, graph }
    }

    /// Adds one quad.
    pub fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef, object: impl Into<Term>) {
        self.quads.push(Quad::new(subject.clone(), predicate, object, self.graph.clone()));
    }

    /// Adds a plain literal.
    pub fn text(&mut self, subject: &NamedNode, predicate: NamedNodeRef, text: &str) {
        self.add(subject, predicate, Literal::new_simple_literal(text));
    }

    /// Adds a count.
    pub fn number(&mut self, subject: &NamedNode, predicate: NamedNodeRef, number: impl ToString) {
        self.add(subject, predicate, Literal::new_typed_literal(number.to_string(), xsd::INTEGER));
    }
}

/// The quads of a document's own graph; `dates` gathers the values that its claims point to.
pub fn document<'a>(mint: &Mint, record: &'a DocumentRecord, quads: &mut Vec<Quad>, dates: &mut BTreeSet<&'a str>) {
    let iri = mint.document(&record.id);
    let mut out = Writer::new(quads, iri.clone());
    metadata(&iri, record, &mut out);
    for entity in &record.entities {
        out.add(&mint.entity(entity), cg::MENTIONED_IN, iri.clone());
    }
    let placed = placed(mint, record);
    let by_id: BTreeMap<&str, &NamedNode> = placed.iter().map(|placed| (&*placed.claim.id, &placed.iri)).collect();
    for placed in &placed {
        let claim = placed.claim;
        out.add(&placed.iri, rdf::TYPE, cg::CLAIM);
        out.add(&placed.iri, cg::PROPOSITION, placed.proposition.clone());
        out.text(&placed.iri, cg::POLARITY, &claim.polarity);
        out.text(&placed.iri, cg::MODALITY, &claim.modality);
        out.add(&placed.iri, cg::STANCE, vocabulary::property(claim.stance().as_str()));
        if let Some(speaker) = placed.speaker {
            out.add(&placed.iri, prov::ATTRIBUTED, mint.entity(speaker));
        }
        if let Some(act) = &claim.speech_act {
            out.text(&placed.iri, cg::SPEECH_ACT, act);
        }
        if let Some(date) = &claim.date {
            dates.insert(date);
            out.add(&placed.iri, cg::DATE, mint.date(date));
        }
        if !claim.rule.is_empty() {
            out.text(&placed.iri, cg::RULE, &claim.rule);
        }
        if let Some(outer) = claim.reported_in.as_deref().and_then(|id| by_id.get(id)) {
            out.add(&placed.iri, cg::REPORTED_IN, (*outer).clone());
        }
        sentence(mint, record, placed, &iri, &mut out);
    }
}

fn sentence(mint: &Mint, record: &DocumentRecord, placed: &Placed, document: &NamedNode, out: &mut Writer) {
    let sentence = mint.sentence(&record.id, placed.claim.sentence);
    out.add(&placed.iri, prov::DERIVED, sentence.clone());
    out.add(&sentence, rdf::TYPE, cg::SENTENCE);
    out.add(&sentence, oa::SOURCE, document.clone());
    out.number(&sentence, oa::START, placed.claim.sentence[0]);
    out.number(&sentence, oa::END, placed.claim.sentence[1]);
    if !placed.claim.quote.is_empty() {
        out.text(&sentence, oa::EXACT, &placed.claim.quote);
    }
}

fn metadata(iri: &NamedNode, record: &DocumentRecord, out: &mut Writer) {
    out.add(iri, rdf::TYPE, cg::DOCUMENT);
    let mut known = |predicate, value: &Option<String>| {
        if let Some(value) = value.as_deref().filter(|value| !value.is_empty()) {
            out.text(iri, predicate, value);
        }
    };
    known(dcterms::TITLE, &record.title);
    known(dc::PUBLISHER, &record.publisher);
    known(dc::CREATOR, &record.author);
    if let Some(date) = &record.date {
        out.add(iri, dcterms::ISSUED, date::literal(date));
    }
    if let Some(url) = &record.url {
        out.add(iri, schema::URL, Literal::new_typed_literal(url, xsd::ANY_URI));
    }
    let mut plain = |predicate, value: &str| {
        if !value.is_empty() {
            out.text(iri, predicate, value);
        }
    };
    plain(dcterms::LANGUAGE, &record.language);
    plain(cg::PATH, &record.path);
    plain(cg::SHA256, &record.sha256);
    if record.text_length > 0 {
        out.number(iri, cg::TEXT_LENGTH, record.text_length);
    }
}

/// The propositions of all documents, each once.
pub fn propositions(mint: &Mint, records: &[&DocumentRecord], quads: &mut Vec<Quad>) {
    let mut all: BTreeMap<String, Placed> = BTreeMap::new();
    for record in records {
        for placed in placed(mint, record) {
            let known = all.entry(placed.proposition.as_str().to_string()).or_insert_with(|| placed.clone());
            if placed.claim.content < known.claim.content {
                *known = placed;
            }
        }
    }
    let mut out = Writer::new(quads, mint.graph("propositions"));
    for placed in all.values() {
        let iri = &placed.proposition;
        out.add(iri, rdf::TYPE, rdf::STATEMENT);
        out.add(iri, rdf::TYPE, cg::PROPOSITION_CLASS);
        out.add(iri, rdf::SUBJECT, mint.entity(placed.subject));
        out.add(iri, rdf::PREDICATE, vocabulary::property(&placed.claim.predicate));
        if let Some(object) = placed.object {
            out.add(iri, rdf::OBJECT, mint.entity(object));
        }
        if let Some(content) = &placed.claim.content {
            out.text(iri, cg::CONTENT, content);
        }
    }
}

/// The direct triples: for claims that a document asserts in its own voice, between two entities.
pub fn facts(mint: &Mint, records: &[&DocumentRecord], quads: &mut Vec<Quad>) {
    let graph = mint.graph("facts");
    for record in records {
        for placed in placed(mint, record).iter().filter(|placed| is_own_voice(placed.claim)) {
            if let Some(object) = placed.object {
                let predicate = vocabulary::property(&placed.claim.predicate);
                quads.push(Quad::new(mint.entity(placed.subject), predicate, mint.entity(object), graph.clone()));
            }
        }
    }
}
