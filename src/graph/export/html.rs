//! One HTML page to look around in: graph, search, filters, timeline, and every claim with its sentence.
//!
//! The file holds all it needs, sigma.js and graphology (versions and licences in `page/LICENSES.txt`) and the corpus as
//! JSON, and loads nothing. Words of documents are data: they are escaped here and set as text by the scripts; the
//! policy runs the page's own scripts by their hashes and nothing else.

use std::collections::BTreeMap;
use std::io::{self, Write};

use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::super::corpus::{Corpus, Said, ThingId};
use super::super::looks;
use super::page;
use super::{Drawing, drawing};
use crate::claim::record::Range;
use crate::gazetteer::Class;

const STYLE: &str = include_str!("page/style.css");
const BODY: &str = include_str!("page/page.html");
const LICENSES: &str = include_str!("page/LICENSES.txt");
const SCRIPTS: [&str; 6] = [
    include_str!("page/graphology.umd.min.js"),
    include_str!("page/sigma.min.js"),
    include_str!("page/model.js"),
    include_str!("page/panel.js"),
    include_str!("page/graph.js"),
    include_str!("page/app.js"),
];
const ABOUT: &str = "Made by claimgraph. Lines and claims that no document states in its own voice say so: reported, alleged, \
                     planned, negated, denied. Drawn with sigma.js 3.0.3 and graphology 0.26.0, both under the MIT licence.";

#[derive(Serialize)]
struct Payload<'a> {
    about: &'a str,
    colours: Colours,
    documents: Vec<Document<'a>>,
    things: Vec<Entity<'a>>,
    claims: Vec<Claim<'a>>,
}

/// Colours of classes; those of stances stand in the style, since they differ by theme.
#[derive(Serialize)]
struct Colours {
    classes: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct Document<'a> {
    id: &'a str,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    date: Option<&'a str>,
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct Entity<'a> {
    key: &'a str,
    class: &'static str,
    name: &'a str,
    label: &'a str,
    wikidata: Option<&'a str>,
    aliases: &'a [String],
    documents: usize,
    mentions: u32,
    x: f64,
    y: f64,
    size: f64,
}

/// A claim; the names are short, since they stand in the file as often as there are claims.
#[derive(Serialize)]
struct Claim<'a> {
    id: String,
    /// Document, subject, object, speaker: indices.
    d: u32,
    s: usize,
    o: Option<usize>,
    k: Option<usize>,
    /// Predicate, content, stance (its place in `Stance::ALL`), contested.
    p: &'a str,
    x: Option<&'a str>,
    t: usize,
    c: bool,
    /// Whether somebody says it whom the page does not show.
    unnamed: bool,
    date: Option<&'a str>,
    first: Option<&'a str>,
    last: Option<&'a str>,
    /// The sentence, where it begins and ends, and the marks in it.
    q: &'a str,
    at0: u32,
    at1: u32,
    m: Vec<(u32, u32, char)>,
    /// Rule and reasons.
    r: &'a str,
    w: &'a [String],
}

/// Writes the page. `texts` gives the texts of documents by id, where they are at hand; of the others the page shows
/// the sentences that claims quote.
pub fn write(
    corpus: &Corpus,
    texts: &BTreeMap<String, String>,
    progress: impl FnMut(u64, u64),
    out: &mut impl Write,
) -> io::Result<()> {
    let drawing = drawing(corpus, Drawing::default(), progress);
    let shown: Vec<ThingId> = corpus.shown().map(|(id, _)| id).collect();
    let mut place = vec![None; corpus.things.len()];
    for (at, id) in shown.iter().enumerate() {
        place[id.index()] = Some(at);
    }
    let scale = (1.0 / (shown.len().max(1) as f64).sqrt() * 6.0).clamp(0.15, 0.4);
    let entity = |(at, id): (usize, &ThingId)| {
        let (thing, vertex) = (&corpus.things[id.index()], &drawing.graph[NodeIndex::new(at)]);
        Entity {
            key: &thing.key,
            class: thing.class.as_str(),
            name: &thing.name,
            label: &vertex.label,
            wikidata: thing.wikidata.as_deref(),
            aliases: &thing.aliases,
            documents: thing.documents.len(),
            mentions: thing.mentions,
            x: rounded(vertex.place[0]),
            y: rounded(vertex.place[1]),
            size: rounded(vertex.size * scale),
        }
    };
    let order: Vec<u32> = corpus.shown_documents().map(|(at, _)| at).collect();
    let claim = |said| {
        let claim = claim(corpus, said, &place)?;
        Some(Claim { d: order.partition_point(|&at| at < claim.d) as u32, ..claim })
    };
    let payload = Payload {
        about: ABOUT,
        colours: colours(),
        documents: documents(corpus, texts),
        things: shown.iter().enumerate().map(entity).collect(),
        claims: corpus.claims.iter().filter_map(claim).collect(),
    };
    frame(&page::json(&payload)?, out)
}

fn frame(payload: &str, out: &mut impl Write) -> io::Result<()> {
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>claimgraph</title>\n\
         <!--\n{}\n-->\n<style>{STYLE}</style>\n</head>\n<body>\n{BODY}\
         <script type=\"application/json\" id=\"payload\">{payload}</script>\n",
        page::policy(STYLE, &SCRIPTS),
        LICENSES.trim().replace("--", "=="),
    )?;
    for script in SCRIPTS {
        writeln!(out, "<script>{script}</script>")?;
    }
    out.write_all(b"</body>\n</html>\n")
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn colours() -> Colours {
    Colours { classes: Class::ALL.map(|class| (class.as_str(), looks::hex(looks::class(class.as_str())))).into() }
}

fn documents<'a>(corpus: &'a Corpus, texts: &'a BTreeMap<String, String>) -> Vec<Document<'a>> {
    (corpus.shown_documents())
        .map(|(_, document)| Document {
            id: &document.id,
            title: document.title.as_deref(),
            publisher: document.publisher.as_deref(),
            date: document.date.as_deref(),
            url: document.url.as_deref(),
            text: texts.get(&document.id).map(String::as_str),
        })
        .collect()
}

fn claim<'a>(corpus: &Corpus<'a>, said: &'a Said<'a>, place: &[Option<usize>]) -> Option<Claim<'a>> {
    let claim = said.claim;
    let of = |id: Option<ThingId>| id.and_then(|id| place[id.index()]);
    let [start, end] = claim.sentence;
    let mut marks = Vec::new();
    let names = [&claim.subject_at, &claim.object_at, &claim.speaker_at];
    names.into_iter().for_each(|ranges| mark(&mut marks, ranges, start, 'n'));
    mark(&mut marks, &claim.trigger, start, 't');
    Some(Claim {
        id: said.id(corpus.document(said)),
        d: said.document,
        s: of(Some(said.subject))?,
        o: of(said.object),
        k: of(said.speaker),
        p: &claim.predicate,
        x: claim.content.as_deref(),
        t: said.stance as usize,
        c: said.contested,
        unnamed: claim.speaker.is_some() && of(said.speaker).is_none(),
        date: claim.date.as_deref(),
        first: said.when.as_ref().map(|when| when.first.as_str()),
        last: said.when.as_ref().map(|when| when.last.as_str()),
        q: &claim.quote,
        at0: start,
        at1: end,
        m: marks,
        r: &claim.rule,
        w: &claim.why,
    })
}

fn mark(marks: &mut Vec<(u32, u32, char)>, ranges: &[Range], start: u32, kind: char) {
    let inside = ranges.iter().filter(|range| range[0] >= start);
    marks.extend(inside.map(|range| (range[0] - start, range[1] - start, kind)));
}
