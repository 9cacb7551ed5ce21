//! Tables of entities and of claims, for spreadsheets and data frames.
//!
//! One line an entity or claim, a header first. A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or
//! a line end for a formula or part of one, so such cells get an apostrophe in front (OWASP, CSV injection). A claim's
//! `statement` column carries its stance wherever the document does not assert it.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

use super::super::corpus::{Corpus, Said, ThingId};

/// Writes a line for each entity that is looked at.
pub fn entities(corpus: &Corpus, out: &mut impl Write) -> io::Result<()> {
    let mut counts = vec![[0u32; 3]; corpus.things.len()];
    for said in &corpus.claims {
        for (role, id) in [Some(said.subject), said.object, said.speaker].into_iter().enumerate() {
            if let Some(id) = id {
                counts[id.index()][role] += 1;
            }
        }
    }
    let mut table = table(out);
    let header = ["key", "class", "name", "aliases", "wikidata", "documents", "mentions"];
    write(&mut table, header.into_iter().chain(["claims_as_subject", "claims_as_object", "claims_as_speaker"]))?;
    for (id, thing) in corpus.shown() {
        let [subject, object, speaker] = counts[id.index()];
        let aliases = thing.aliases.join("; ");
        let numbers = [thing.documents.len() as u32, thing.mentions, subject, object, speaker].map(|n| n.to_string());
        let wikidata = thing.wikidata.as_deref().unwrap_or_default();
        let words = [thing.key.as_str(), thing.class.as_str(), &thing.name, &aliases, wikidata];
        write(&mut table, words.into_iter().chain(numbers.iter().map(String::as_str)))?;
    }
    table.flush()
}

const CLAIM: [&str; 24] = [
    "id",
    "stance",
    "contested",
    "statement",
    "subject",
    "predicate",
    "object",
    "content",
    "speaker",
    "modality",
    "polarity",
    "date",
    "sentence",
    "document",
    "title",
    "publisher",
    "published",
    "url",
    "start",
    "end",
    "subject_key",
    "object_key",
    "speaker_key",
    "rule",
];

/// Writes a line for each claim that is looked at.
pub fn claims(corpus: &Corpus, out: &mut impl Write) -> io::Result<()> {
    let mut table = table(out);
    write(&mut table, CLAIM.into_iter())?;
    for said in &corpus.claims {
        let row = row(corpus, said);
        write(&mut table, row.iter().map(AsRef::as_ref))?;
    }
    table.flush()
}

fn row<'a>(corpus: &'a Corpus, said: &Said<'a>) -> [Cow<'a, str>; 24] {
    let (claim, document) = (said.claim, corpus.document(said));
    let name = |id: Option<ThingId>| id.map_or("", |id| corpus.name(id)).into();
    let key = |id: Option<ThingId>| id.map_or("", |id| corpus.things[id.index()].key.as_str()).into();
    let optional = |text: &'a Option<String>| text.as_deref().unwrap_or_default().into();
    [
        said.id(document).into(),
        said.stance.as_str().into(),
        if said.contested { "yes" } else { "no" }.into(),
        statement(corpus, said).into(),
        name(Some(said.subject)),
        claim.predicate.as_str().into(),
        name(said.object),
        optional(&claim.content),
        name(said.speaker),
        claim.modality.as_str().into(),
        claim.polarity.as_str().into(),
        optional(&claim.date),
        claim.quote.as_str().into(),
        document.id.as_str().into(),
        optional(&document.title),
        optional(&document.publisher),
        optional(&document.date),
        optional(&document.url),
        claim.sentence[0].to_string().into(),
        claim.sentence[1].to_string().into(),
        key(Some(said.subject)),
        key(said.object),
        key(said.speaker),
        claim.rule.as_str().into(),
    ]
}

/// A claim in one line: who, what with its stance, to whom, of what.
pub(super) fn statement(corpus: &Corpus, said: &Said) -> String {
    let mut line = format!("{} — {}", corpus.name(said.subject), said.label());
    if let Some(object) = said.object {
        line.push_str(" — ");
        line.push_str(corpus.name(object));
    }
    if let Some(content) = &said.claim.content {
        line.push_str(": ");
        line.push_str(content);
    }
    line
}

fn table<W: Write>(out: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out)
}

fn write<'c, W: Write>(table: &mut Writer<W>, cells: impl Iterator<Item = &'c str>) -> io::Result<()> {
    for cell in cells {
        table.write_field(safe(cell).as_bytes())?;
    }
    Ok(table.write_record(None::<&[u8]>)?)
}

/// A cell that no spreadsheet takes for a formula.
fn safe(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_taken_for_text() {
        for cell in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1"] {
            assert_eq!(safe(cell), format!("'{cell}"));
        }
        assert_eq!(safe("a=b"), "a=b");
        assert_eq!(safe(""), "");
    }
}
