//! Texts, sentences and mentions in the NLP Interchange Format 2.0, as linguistic tools read them.
//!
//! In: records, and the documents' texts where they are at hand. Out: quads in the default graph. A context is a document,
//! `#char=0,LENGTH`, with its text where that is known; phrases are its mentions, linked to entities and dates by
//! `itsrdf:taIdentRef`. Offsets count code points, begin at 0 and are half-open. Claims are not in it: NIF has no stance,
//! so what would be a relation there would look like a fact. Source: NIF 2.0 core; RFC 5147; ITS 2.0.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};

use crate::claim::record::{DocumentRecord, MentionRecord, Range};
use crate::rdf::assert::Mint;
use crate::rdf::vocabulary::{self, WIKIDATA, dcterms, its, nif, rdf, rdfs, skos, xsd};

/// A document's text and its sentences, in code points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: String,
    /// Its sentences, ascending.
    pub sentences: Vec<Range>,
}

/// Texts by the id of their document.
pub type Texts = BTreeMap<String, Text>;

/// The quads of all documents; of one without a text the sentences that claims stand in.
pub fn quads(mint: &Mint, records: &[DocumentRecord], texts: &Texts) -> Vec<Quad> {
    let mut documents: Vec<&DocumentRecord> = records.iter().collect();
    documents.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    let mut out = Strings { mint, quads: Vec::new() };
    let mut described = BTreeSet::new();
    for record in documents {
        out.document(record, texts.get(&record.id));
        for entity in &record.entities {
            let iri = mint.entity(entity);
            if described.insert(iri.as_str().to_string()) {
                out.add(&iri, rdf::TYPE, vocabulary::property(entity.class.as_str()));
                out.add(&iri, rdfs::LABEL, Literal::new_simple_literal(&entity.name));
                if let Some(id) = &entity.wikidata
                    && let Ok(same) = NamedNode::new(format!("{WIKIDATA}{id}"))
                {
                    out.add(&iri, skos::EXACT_MATCH, same);
                }
            }
        }
    }
    out.quads
}

struct Strings<'a> {
    mint: &'a Mint,
    quads: Vec<Quad>,
}

impl Strings<'_> {
    fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef, object: impl Into<Term>) {
        self.quads.push(Quad::new(subject.clone(), predicate, object, GraphName::DefaultGraph));
    }

    fn document(&mut self, record: &DocumentRecord, text: Option<&Text>) {
        let context = self.mint.sentence(&record.id, [0, record.text_length]);
        self.string(&context, nif::CONTEXT_CLASS, [0, record.text_length]);
        self.add(&context, nif::SOURCE, self.mint.document(&record.id));
        if !record.language.is_empty() {
            self.add(&context, dcterms::LANGUAGE, Literal::new_simple_literal(&record.language));
        }
        if let Some(text) = text {
            self.add(&context, nif::IS_STRING, Literal::new_simple_literal(&text.text));
        }
        let sentences = sentences(record, text);
        for (range, words) in &sentences {
            let sentence = self.mint.sentence(&record.id, *range);
            if sentence != context {
                self.string(&sentence, nif::SENTENCE_CLASS, *range);
                self.add(&sentence, nif::CONTEXT, context.clone());
                self.add(&sentence, nif::ANCHOR, Literal::new_simple_literal(words));
            }
        }
        for mention in &record.mentions {
            self.mention(record, mention, &context, &sentences);
        }
    }

    fn string(&mut self, iri: &NamedNode, class: NamedNodeRef, range: Range) {
        self.add(iri, rdf::TYPE, class);
        self.add(iri, rdf::TYPE, nif::STRING);
        for (predicate, at) in [(nif::BEGIN, range[0]), (nif::END, range[1])] {
            self.add(iri, predicate, Literal::new_typed_literal(at.to_string(), xsd::INDEX));
        }
    }

    fn mention(
        &mut self,
        record: &DocumentRecord,
        mention: &MentionRecord,
        context: &NamedNode,
        sentences: &BTreeMap<Range, String>,
    ) {
        let range = [mention.start, mention.end];
        let phrase = self.mint.sentence(&record.id, range);
        if phrase == *context {
            return;
        }
        self.string(&phrase, nif::PHRASE, range);
        self.add(&phrase, nif::CONTEXT, context.clone());
        self.add(&phrase, nif::ANCHOR, Literal::new_simple_literal(&mention.text));
        let before = sentences.range(..=[mention.start, u32::MAX]).next_back();
        if let Some((sentence, _)) = before.filter(|(sentence, _)| mention.end <= sentence[1]) {
            let sentence = self.mint.sentence(&record.id, *sentence);
            self.add(&phrase, nif::SENTENCE, sentence);
        }
        let entity = mention.entity.as_ref().and_then(|id| record.entities.iter().find(|entity| entity.id == *id));
        if let Some(entity) = entity {
            self.add(&phrase, its::IDENTITY, self.mint.entity(entity));
            self.add(&phrase, its::CLASS, vocabulary::property(mention.class.as_str()));
        } else if let Some(value) = &mention.value {
            self.add(&phrase, its::IDENTITY, self.mint.date(value));
        }
    }
}

/// The sentences with their words.
fn sentences(record: &DocumentRecord, text: Option<&Text>) -> BTreeMap<Range, String> {
    match text {
        Some(text) => {
            let points = crate::document::CodePoints::new(&text.text);
            let words = |range: &Range| Some((*range, points.slice(*range)?.to_string()));
            text.sentences.iter().filter_map(words).collect()
        }
        None => record.claims.iter().map(|claim| (claim.sentence, claim.quote.clone())).collect(),
    }
}
