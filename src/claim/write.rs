//! From a reading and its statements to the record that everything later is built from.
//!
//! In: byte spans and ids of the reading stages. Out: a [`DocumentRecord`] with code-point ranges, text and names. Ids
//! are given in the order of the text. Nothing is decided here.

use std::collections::{BTreeMap, BTreeSet};

use super::Reading;
use super::record::{AttributionRecord, ClaimRecord, DocumentRecord, EntityRecord, MentionRecord, Range};
use super::statement::{Attribution, Claim, Kind, Modality, Statements};
use crate::document::{CodePoints, Document, Span, marks};
use crate::entity::EntityId;
use crate::mention::Form;

/// Writes down what a document says; its text is as long as the one that was read, whose quotation marks may be others.
pub fn record(document: &Document, reading: &Reading, statements: &Statements) -> DocumentRecord {
    let points = CodePoints::new(&document.text);
    let writer = Writer { text: &document.text, reading, points: &points };
    let metadata = document.metadata.clone();
    let (mentions, claims) = (writer.mentions(), writer.claims(&statements.claims));
    DocumentRecord {
        id: document.id.clone(),
        path: document.path.clone(),
        sha256: document.sha256.clone(),
        title: metadata.title,
        publisher: metadata.publisher,
        author: metadata.author,
        date: metadata.date,
        url: metadata.url,
        language: document.language.clone(),
        text_length: points.offset(u32::try_from(document.text.len()).expect("documents are shorter than 4 GiB")),
        entities: writer.entities(&mentions, &claims),
        mentions,
        attributions: statements.attributions.iter().map(|attribution| writer.attribution(attribution)).collect(),
        claims,
    }
}

struct Writer<'a> {
    /// The document's own.
    text: &'a str,
    reading: &'a Reading<'a>,
    points: &'a CodePoints<'a>,
}

/// What a quotation may begin with; some papers print ”so”.
const MARKS: [char; 4] = ['“', '”', '"', '‘'];

impl Writer<'_> {
    fn range(&self, span: Span) -> Range {
        self.points.range(span)
    }

    fn ranges(&self, spans: &[Span]) -> Vec<Range> {
        spans.iter().map(|&span| self.range(span)).collect()
    }

    /// The entities that the document names. A state that only resolving needed (Switzerland, where it speaks of Geneva) is
    /// none of them, unless a claim says it: a ministry's name holds its state's.
    fn entities(&self, mentions: &[MentionRecord], claims: &[ClaimRecord]) -> Vec<EntityRecord> {
        let mentioned = mentions.iter().filter_map(|mention| mention.entity.as_ref());
        let claimed =
            claims.iter().flat_map(|claim| [Some(&claim.subject), claim.object.as_ref(), claim.speaker.as_ref()]);
        let named: BTreeSet<&String> = mentioned.chain(claimed.flatten()).collect();
        let list = self.reading.entities.list.iter().enumerate();
        let records = list.map(|(at, entity)| EntityRecord {
            id: format!("e{}", at + 1),
            key: entity.key.clone(),
            class: entity.class,
            name: entity.name.clone(),
            wikidata: entity.wikidata.clone(),
            aliases: entity.aliases.clone(),
        });
        records.filter(|record| named.contains(&record.id)).collect()
    }

    fn mentions(&self) -> Vec<MentionRecord> {
        let mut records = Vec::new();
        for (at, mention) in self.reading.mentions.list.iter().enumerate() {
            let meant = self.reading.entities.of_mention[at];
            let [start, end] = self.range(mention.span);
            let linked = meant.map_or(String::new(), |(_, rule)| format!("; {rule}"));
            records.push(MentionRecord {
                id: format!("m{}", at + 1),
                start,
                end,
                text: mention.span.of(self.text).to_string(),
                class: meant.map_or(mention.class, |(entity, _)| self.reading.entities.list[entity.index()].class),
                entity: meant.map(|(entity, _)| entity_id(entity)),
                value: mention.date.as_ref().map(|date| date.value.clone()),
                interval: mention.date.as_ref().and_then(|date| date.interval.clone()),
                pronoun: mention.form == Form::Pronoun,
                nominal: mention.form == Form::Nominal,
                rule: format!("{}{linked}", mention.rule),
            });
        }
        records
    }

    fn attribution(&self, attribution: &Attribution) -> AttributionRecord {
        let kind = match attribution.kind {
            Kind::Direct => "direct",
            Kind::Indirect => "indirect",
            Kind::Mixed => "mixed",
        };
        AttributionRecord {
            source: self.ranges(&attribution.source),
            cue: self.ranges(&attribution.cue),
            content: self.ranges(&attribution.content),
            entity: attribution.entities.first().map(|&entity| entity_id(entity)),
            kind: kind.to_string(),
            rule: attribution.rule.id.clone(),
        }
    }

    fn claims(&self, claims: &[Claim]) -> Vec<ClaimRecord> {
        let sayings: BTreeMap<usize, usize> =
            claims.iter().enumerate().rev().filter_map(|(at, claim)| Some((claim.saying?, at))).collect();
        let saying = |attribution: usize| sayings.get(&attribution).copied();
        claims
            .iter()
            .enumerate()
            .map(|(at, claim)| {
                let outer = claim.inside.and_then(saying).map(claim_id);
                self.claim(at, claim, outer)
            })
            .collect()
    }

    fn claim(&self, at: usize, claim: &Claim, outer: Option<String>) -> ClaimRecord {
        let modality = match claim.modality {
            Modality::Asserted => "asserted",
            Modality::Alleged => "alleged",
            Modality::Planned => "planned",
        };
        ClaimRecord {
            id: claim_id(at),
            predicate: claim.predicate.clone(),
            subject: entity_id(claim.subject),
            object: claim.object.map(entity_id),
            content: self.words(&claim.content),
            speaker: claim.speaker.map(entity_id),
            modality: modality.to_string(),
            polarity: if claim.negative { "negative" } else { "positive" }.to_string(),
            speech_act: claim.speech_act.clone(),
            date: claim.date.clone(),
            sentence: self.range(claim.sentence),
            quote: claim.sentence.of(self.text).to_string(),
            trigger: self.ranges(&claim.trigger),
            subject_at: self.ranges(&claim.subject_at),
            object_at: self.ranges(&claim.object_at),
            content_at: self.ranges(&claim.content),
            speaker_at: self.ranges(&claim.speaker_at),
            reported_in: outer,
            rule: claim.rule.id.clone(),
            rule_at: claim.rule.place.clone(),
            why: claim.why.iter().cloned().chain(self.meant(claim)).collect(),
        }
    }

    /// Whom the pronouns and descriptions of a claim mean, and by which rules.
    fn meant(&self, claim: &Claim) -> Vec<String> {
        let roles = [
            (&claim.subject_at, Some(claim.subject)),
            (&claim.object_at, claim.object),
            (&claim.speaker_at, claim.speaker),
        ];
        let words = roles.into_iter().filter_map(|(at, entity)| Some((*at.first()?, entity?)));
        let rules = words.filter_map(|(at, entity)| Some((at, entity, self.reading.coreference.rule(at)?)));
        let said = |(at, entity, rule): (Span, EntityId, &str)| {
            let name = &self.reading.entities.list[entity.index()].name;
            format!("\"{}\" means {name}: {rule}", self.reading.text(at))
        };
        rules.map(said).collect()
    }

    /// The content's words, without the marks around it if all of it is one quotation, or the beginning of one.
    fn words(&self, spans: &[Span]) -> Option<String> {
        let shown = |&span: &Span| marks::shown(span.of(self.text), self.reading.text(span));
        let parts: Vec<String> = spans.iter().map(shown).collect();
        let mut text = parts.first().cloned().unwrap_or_default();
        for part in parts.iter().skip(1) {
            // "The plan," she says, "is expensive": one quotation again.
            let ends = text.trim_end_matches(['”', '"', '’']).trim_end_matches(',').len();
            match part.strip_prefix(MARKS).filter(|_| text.starts_with(MARKS)) {
                Some(rest) => {
                    text.truncate(ends);
                    text = text + " " + rest;
                }
                None => text = text + " " + part.as_str(),
            }
        }
        // Straight single marks are apostrophes, too: only a pair around all of it counts.
        let single = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
        let single = single.filter(|inner| !inner.contains("' ") && !inner.contains(" '"));
        // "called them 'cruel'": the closing mark may stand outside with the sentence's stop.
        let single = single.or_else(|| text.strip_prefix('\'').filter(|rest| !rest.contains('\'')));
        let inner = single
            .or_else(|| text.strip_prefix(MARKS))
            .map(|rest| rest.strip_suffix(['”', '"', '’']).or_else(|| rest.strip_suffix("''")).unwrap_or(rest))
            .filter(|inner| !inner.contains(['“', '”', '"']))
            .unwrap_or(&text)
            .trim_end_matches([',', ' ']);
        (!inner.is_empty()).then(|| inner.to_string())
    }
}

fn entity_id(entity: EntityId) -> String {
    format!("e{}", entity.index() + 1)
}

fn claim_id(at: usize) -> String {
    format!("c{}", at + 1)
}
