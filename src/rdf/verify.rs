//! Whether a graph keeps its laws: every word where it is said to stand, no fact that no document asserts, no triple twice.
//!
//! In: records with the documents they were made from, or the quads of a graph. Out: one [`Finding`] for each break, none
//! for a sound graph. Nothing is believed: texts are cut again at the offsets, direct triples are made again from the
//! claims. What a claim means is not judged here.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::Quad;

use super::assert::claims::{is_own_voice, placed};
use super::assert::{Mint, iri};
use super::vocabulary::{NAMESPACE, property};
use crate::claim::record::{ClaimRecord, DocumentRecord, EntityRecord, Range};
use crate::document::{CodePoints, Document};
use crate::gazetteer::Gazetteer;

/// A break of a law.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Which law: 1 nothing invented, 2 nothing denied becomes a fact, 3 build equals rebuild, 4 one triple, one graph.
    pub law: u8,
    /// The document, entity, claim or triple.
    pub place: String,
    /// What is wrong with it.
    pub message: String,
}

impl Finding {
    /// What kind of thing is wrong, in a few words.
    pub fn kind(&self) -> &'static str {
        match self.law {
            1 => "not in the document",
            2 => "not asserted",
            3 => "out of date",
            _ => "stated twice",
        }
    }
}

/// Law 1 for one document: every mention, quote and span against its text, every name against its mentions.
pub fn document(record: &DocumentRecord, document: &Document, gazetteer: &Gazetteer) -> Vec<Finding> {
    let mut check = Check { id: &record.id, points: CodePoints::new(&document.text), findings: Vec::new() };
    if record.sha256 != document.sha256 {
        let message = "the file has changed since the graph was built; build again".to_string();
        return vec![Finding { law: 3, place: record.id.clone(), message }];
    }
    for mention in &record.mentions {
        let there = check.points.slice([mention.start, mention.end]);
        if there != Some(mention.text.as_str()) {
            check.find(
                &mention.id,
                format!("{:?} does not stand at characters {} to {}", mention.text, mention.start, mention.end),
            );
        }
    }
    for entity in &record.entities {
        check.names(entity, record, gazetteer);
    }
    let known: BTreeSet<&str> = record.entities.iter().map(|entity| entity.id.as_str()).collect();
    for claim in &record.claims {
        check.claim(claim, &known);
    }
    for attribution in &record.attributions {
        let spans = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        for &range in spans {
            check.range("attribution", range);
        }
    }
    check.findings
}

struct Check<'a> {
    id: &'a str,
    points: CodePoints<'a>,
    findings: Vec<Finding>,
}

impl<'a> Check<'a> {
    fn find(&mut self, part: &str, message: String) {
        let hash = if part.is_empty() { "" } else { "#" };
        self.findings.push(Finding { law: 1, place: format!("{}{hash}{part}", self.id), message });
    }

    fn range(&mut self, part: &str, range: Range) -> Option<&'a str> {
        let text = self.points.slice(range);
        if text.is_none() {
            self.find(part, format!("characters {} to {} are not in the text", range[0], range[1]));
        }
        text
    }

    /// A name stands in a mention or in the words of a claim about it ("Chinese Foreign Ministry" is part of China), is listed,
    /// or belongs to the document's own metadata; behind it may stand, in brackets, an entity that the document speaks of too:
    /// "foreign ministry (Mali)".
    fn names(&mut self, entity: &EntityRecord, record: &DocumentRecord, gazetteer: &Gazetteer) {
        let mentions = record.mentions.iter().filter(|mention| mention.entity.as_deref() == Some(&entity.id));
        let claimed = record.claims.iter().filter(|claim| claim.object.as_ref() == Some(&entity.id));
        let objects = claimed.flat_map(|claim| &claim.object_at).filter_map(|&range| self.points.slice(range));
        let texts: Vec<&str> = mentions.map(|mention| mention.text.as_str()).chain(objects).collect();
        let metadata = [&record.title, &record.publisher, &record.author];
        let own = |name: &str| metadata.iter().any(|known| known.as_deref().is_some_and(|known| known.contains(name)));
        if texts.is_empty() && !own(&entity.name) {
            self.find(&entity.id, format!("no mention of {:?}", entity.name));
        }
        if gazetteer.by_key(&iri::key(entity)).is_some() {
            return;
        }
        let named = iri::key(entity);
        // A state whose key begins the body's own: "organisation/mali-foreign-ministry".
        let known = |state: &str| {
            record.entities.iter().filter(|other| other.name == state).any(|other| {
                let slug = iri::key(other).rsplit('/').next().unwrap_or_default().to_owned();
                named.contains(&format!("/{slug}-"))
            })
        };
        let bracketed = entity.name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
        let name = bracketed.filter(|(_, state)| known(state)).map_or(&*entity.name, |(name, _)| name);
        for name in entity.aliases.iter().map(String::as_str).chain([name]) {
            let stands = texts.iter().any(|text| holds(text, name)) || own(name);
            if !stands {
                self.find(&entity.id, format!("{name:?} neither stands in a mention nor is a listed name"));
            }
        }
    }

    fn claim(&mut self, claim: &ClaimRecord, known: &BTreeSet<&str>) {
        let Some(sentence) = self.range(&claim.id, claim.sentence) else { return };
        if !claim.quote.is_empty() && sentence != claim.quote {
            self.find(&claim.id, "its quote is not what its sentence says".to_string());
        }
        for entity in [Some(&claim.subject), claim.object.as_ref(), claim.speaker.as_ref()].into_iter().flatten() {
            if !known.contains(entity.as_str()) {
                self.find(&claim.id, format!("it names {entity}, which the document does not list"));
            }
        }
        let inside = |range: &Range| claim.sentence[0] <= range[0] && range[1] <= claim.sentence[1];
        for range in claim.trigger.iter().chain(&claim.subject_at).chain(&claim.object_at).chain(&claim.content_at) {
            self.range(&claim.id, *range);
        }
        if claim.trigger.iter().any(|range| !inside(range)) {
            self.find(&claim.id, "the words that made its rule fire stand outside its sentence".to_string());
        }
        let places = claim.content_at.iter().filter_map(|range| self.points.slice(*range));
        let said: Vec<&str> = places.collect();
        if let Some(content) = claim.content.as_deref().filter(|_| !said.is_empty()) {
            if !letters(&said.concat()).contains(&letters(content)) {
                self.find(&claim.id, format!("its content {content:?} does not stand where it is said to"));
            }
        } else if let Some(content) = claim.content.as_deref()
            && !letters(sentence).contains(&letters(content))
        {
            self.find(&claim.id, format!("its content {content:?} does not stand in its sentence"));
        }
    }
}

/// A part of a triple as people read it: without the beginning of its IRI where that is ours.
fn short(mint: &Mint, part: &str) -> String {
    let iri = part.trim_start_matches('<').trim_end_matches('>');
    let own = iri.strip_prefix(mint.base()).or_else(|| iri.strip_prefix(NAMESPACE));
    own.unwrap_or(part).to_string()
}

/// Whether a name stands in a mention, case and blanks aside.
fn holds(text: &str, name: &str) -> bool {
    let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    fold(text).contains(&fold(name))
}

/// Letters and digits only, so that quotation marks and joints of spans make no difference.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Laws 2 and 4 for a dataset: facts only from claims in a document's own voice, every triple in one graph.
pub fn dataset(mint: &Mint, records: &[DocumentRecord], quads: &[Quad], imports: &[Quad]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut allowed: BTreeSet<(String, String, String)> = BTreeSet::new();
    for record in records {
        for one in placed(mint, record).iter().filter(|one| is_own_voice(one.claim)) {
            if let Some(object) = one.object {
                let triple = (mint.entity(one.subject), property(&one.claim.predicate), mint.entity(object));
                allowed.insert((triple.0.to_string(), triple.1.to_string(), triple.2.to_string()));
            }
        }
    }
    let claimable: BTreeSet<String> =
        records.iter().flat_map(|record| &record.claims).map(|claim| property(&claim.predicate).to_string()).collect();
    let mut graphs: BTreeMap<(String, String, String), String> = BTreeMap::new();
    let ours = quads.len();
    for (at, quad) in quads.iter().chain(imports).enumerate() {
        let triple = (quad.subject.to_string(), quad.predicate.to_string(), quad.object.to_string());
        let place = [&triple.0, &triple.1, &triple.2].map(|part| short(mint, part)).join(" ");
        if at < ours && claimable.contains(&triple.1) && !allowed.contains(&triple) {
            let message = "the graph states it as a fact, and no document asserts it in its own voice".to_string();
            findings.push(Finding { law: 2, place: place.clone(), message });
        }
        let graph = quad.graph_name.to_string();
        if let Some(other) = graphs.insert(triple, graph.clone()) {
            let message = format!("the same triple stands in two graphs, {other} and {graph}");
            findings.push(Finding { law: 4, place, message });
        }
    }
    findings.sort();
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rdf::{self, BuildDescription};

    const RECORD: &str = r#"{"id": "d", "sha256": "x", "entities": [
        {"id": "e1", "type": "Person", "name": "Ada Berg"}, {"id": "e2", "type": "Place", "name": "Vik"}], "mentions": [
        {"id": "m1", "start": 0, "end": 8, "text": "Ada Berg", "type": "Person", "entity": "e1"},
        {"id": "m2", "start": 17, "end": 20, "text": "Vik", "type": "Place", "entity": "e2"}], "claims": [
        {"id": "c1", "predicate": "visits", "subject": "e1", "object": "e2", "modality": "asserted",
         "polarity": "positive", "sentence": [0, 21], "quote": "Ada Berg visited Vik."}]}"#;

    fn found(change: impl Fn(&mut DocumentRecord)) -> Vec<String> {
        let mut record: DocumentRecord = serde_json::from_str(RECORD).expect("a record");
        change(&mut record);
        let text = Document {
            id: "d".into(),
            path: "d.txt".into(),
            text: "Ada Berg visited Vik.".into(),
            metadata: crate::document::Metadata::default(),
            sha256: "x".into(),
            language: "en".into(),
        };
        document(&record, &text, &Gazetteer::default()).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn words_that_do_not_stand_there_are_found() {
        assert_eq!(found(|_| ()), [""; 0]);
        assert_eq!(found(|record| record.mentions[0].end = 7), ["d#m1"]);
        assert_eq!(found(|record| record.entities[1].name = "Oslo".into()), ["d#e2"]);
        assert_eq!(found(|record| record.claims[0].content = Some("by train".into())), ["d#c1"]);
        assert_eq!(found(|record| record.claims[0].sentence = [0, 400]), ["d#c1"]);
        assert_eq!(found(|record| record.sha256 = "y".into()), ["d"]);
    }

    #[test]
    fn facts_that_nobody_asserts_and_double_triples_are_found() {
        let record: DocumentRecord = serde_json::from_str(RECORD).expect("a record");
        let mint = Mint::default();
        let quads = rdf::dataset(std::slice::from_ref(&record), &BuildDescription::default());
        assert_eq!(dataset(&mint, std::slice::from_ref(&record), &quads, &[]), []);
        let mut denied = record.clone();
        denied.claims[0].polarity = "negative".into();
        let laws = |record: &DocumentRecord, imports: &[Quad]| -> Vec<u8> {
            dataset(&mint, std::slice::from_ref(record), &quads, imports).iter().map(|finding| finding.law).collect()
        };
        assert_eq!(laws(&denied, &[]), [2]);
        let double = Quad { graph_name: mint.graph("other").into(), ..quads[0].clone() };
        assert_eq!(laws(&record, &[double]), [4]);
    }
}
