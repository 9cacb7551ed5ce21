//! Which document or law "the report", "a new resolution", "the minister's statement" means.
//!
//! In: clusters of named mentions and the descriptions between them. Out: the same clusters with the descriptions in them,
//! and new ones for what has no name. A definite one goes to the last of its kind unless another body made that one; an
//! indefinite one brings in a new one, unless it names the maker of one that had none yet. "This report" in a credit line
//! is the document itself.

use super::cluster::{Cluster, Clusters, Family, family};
use crate::document::Span;
use crate::gazetteer::Class;
use crate::mention::{Form, Mention, Mentions};
use crate::syntax::{Sentence, Xpos};

/// A report or law spoken of.
struct Paper {
    cluster: usize,
    kind: Option<&'static str>,
    /// The cluster of who made it.
    maker: Option<usize>,
    /// The mention that spoke of it last.
    last: usize,
    /// The mention that brought it in.
    first: usize,
    /// Whether a headline brought it in.
    headline: bool,
    /// Whether it was spoken of as known from the first: "the report".
    known: bool,
    /// Whether it was only brought in beside another of its kind, which stays the one spoken of.
    aside: bool,
}

/// How a description is determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Article {
    Definite,
    Indefinite,
    Bare,
    /// "another", "a separate": never one spoken of before.
    Other,
    /// "this report" of a credit line.
    Own,
}

/// Nouns by what they can stand for in each other's place.
const KINDS: &[(&str, &[&str])] = &[
    (
        "report",
        &[
            "report",
            "study",
            "paper",
            "dossier",
            "analysis",
            "assessment",
            "research",
            "review",
            "findings",
            "publication",
            "investigation",
            "inquiry",
            "enquiry",
            "probe",
        ],
    ),
    ("poll", &["poll", "survey"]),
    ("article", &["article", "commentary", "editorial", "op-ed"]),
    (
        "statement",
        &[
            "statement",
            "declaration",
            "communique",
            "communiqué",
            "announcement",
            "release",
            "speech",
            "testimony",
            "remarks",
        ],
    ),
    ("letter", &["letter", "memo", "memorandum", "email", "note", "cable"]),
    ("petition", &["petition", "complaint", "submission", "appeal"]),
    ("leak", &["leak", "cables", "files", "papers", "documents"]),
    ("law", &["law", "act", "bill", "legislation", "statute"]),
    ("resolution", &["resolution", "motion"]),
    ("treaty", &["treaty", "convention", "agreement", "deal", "accord", "pact", "protocol", "charter"]),
    ("order", &["order", "decree", "directive", "regulation", "ban"]),
    ("amendment", &["amendment"]),
];

/// How many papers are remembered: the latest.
const MOST: usize = 300;

/// What kind of paper a noun names.
fn kind(noun: &str) -> Option<&'static str> {
    let noun = noun.to_lowercase();
    KINDS.iter().find(|(_, nouns)| nouns.contains(&noun.as_str())).map(|(kind, _)| *kind)
}

/// The kind of a mention: by its last word, for a title by its first, else a title is a report.
fn kind_of(text: &str, mention: &Mention) -> Option<&'static str> {
    let mut words = mention.span.of(text).split_whitespace();
    let first = words.clone().next().unwrap_or("");
    // "Resolution 1234" is a resolution.
    let last = words.rfind(|word| !word.starts_with(|c: char| c.is_ascii_digit())).unwrap_or("");
    let title = mention.form == Form::Name
        && mention.class == Class::Report
        && mention.span.of(text).split_whitespace().count() > 3;
    let by_word = if title { kind(first) } else { kind(last) };
    by_word.or_else(|| title.then_some("report"))
}

/// Puts the descriptions of reports and laws into clusters; the own document's cluster, if it is spoken of.
pub(super) fn nominals(
    text: &str,
    sentences: &[Sentence],
    mentions: &Mentions,
    clusters: &mut Clusters,
) -> Option<usize> {
    let mut papers: Vec<Paper> = Vec::new();
    let mut own = None;
    for index in 0..mentions.list.len() {
        let mention = &mentions.list[index];
        let Some(family @ (Family::Report | Family::Instrument)) = family(mention.class) else { continue };
        if let Some((cluster, _)) = clusters.of[index] {
            named(text, mentions, clusters, &mut papers, index, cluster);
            continue;
        }
        let sentence = sentence_of(sentences, mention.span);
        let place = Place { text, sentence, mentions, clusters };
        let article = match place.article(mention.span) {
            Article::Bare if place.is_anybodys(index) => Article::Indefinite,
            article => article,
        };
        if article == Article::Own {
            let cluster = *own.get_or_insert_with(|| new(clusters, family));
            join(clusters, index, cluster, "the document itself");
            continue;
        }
        let maker = place.maker(index);
        let kind = kind_of(text, mention);
        let headline = sentence.is_some_and(|sentence| !sentence.has_stop);
        let beside = |paper: &Paper| place.brings_in_beside(article, paper);
        let of_kind: Vec<usize> = (papers.len().saturating_sub(MOST)..papers.len())
            .filter(|&at| papers[at].kind == kind && clusters.list[papers[at].cluster].family == family)
            .filter(|&at| !beside(&papers[at]))
            .collect();
        let aside = papers.iter().any(|paper| paper.kind == kind && beside(paper));
        let found = choose(&papers, &of_kind, article, maker, kind, clusters);
        let (paper, rule) = found.unwrap_or_else(|| {
            let cluster = new(clusters, family);
            let known = article == Article::Definite;
            papers.push(Paper { cluster, kind, maker: None, last: index, first: index, headline, known, aside });
            (papers.len() - 1, "first description")
        });
        let paper = &mut papers[paper];
        paper.last = index;
        paper.maker = paper.maker.or(maker);
        join(clusters, index, paper.cluster, rule);
    }
    own
}

/// Which paper a description means, if it means one spoken of before.
fn choose(
    papers: &[Paper],
    of_kind: &[usize],
    article: Article,
    maker: Option<usize>,
    kind: Option<&'static str>,
    clusters: &Clusters,
) -> Option<(usize, &'static str)> {
    let latest = |fits: &dyn Fn(&Paper) -> bool| {
        of_kind.iter().copied().filter(|&at| fits(&papers[at])).max_by_key(|&at| papers[at].last)
    };
    let by_maker = |maker: usize| latest(&|paper| paper.maker == Some(maker));
    let unmade = || latest(&|paper| paper.maker.is_none());
    match (article, maker) {
        (Article::Other | Article::Own, _) => None,
        (Article::Indefinite, Some(maker)) => {
            let again = by_maker(maker)
                .filter(|&at| kind == Some("report") || papers[at].headline)
                .map(|at| (at, "same maker"));
            again.or_else(|| {
                // "The report was leaked. Acme wrote a report": another one.
                let brought_in = latest(&|paper| paper.maker.is_none() && !paper.known);
                // Of statements, laws and resolutions there are many.
                let rare = !matches!(kind, Some("statement" | "law" | "resolution" | "treaty" | "order" | "amendment"));
                brought_in.filter(|_| rare).map(|at| (at, "brought in again with its maker"))
            })
        }
        (Article::Indefinite, None) => {
            // Of statements there are many: a headline's is not the next one.
            latest(&|paper| paper.headline && paper.last == paper.first)
                .filter(|_| kind != Some("statement"))
                .map(|at| (at, "brought in by the headline"))
        }
        (_, Some(maker)) => {
            let person = |at: usize| clusters.list[at].family == Family::Person;
            // A person may have spoken for the body that made it.
            let other_kind = || latest(&|paper| paper.maker.is_some_and(|other| person(other) != person(maker)));
            by_maker(maker)
                .map(|at| (at, "same maker"))
                .or_else(|| unmade().map(|at| (at, "definite description")))
                .or_else(|| other_kind().filter(|_| kind != Some("statement")).map(|at| (at, "definite description")))
        }
        (_, None) => {
            let found = latest(&|paper| !paper.aside).or_else(|| latest(&|_| true));
            found.map(|at| (at, "definite description"))
        }
    }
}

/// A title: of the paper described right before it ("a report titled …"), or a new one.
fn named(
    text: &str,
    mentions: &Mentions,
    clusters: &mut Clusters,
    papers: &mut Vec<Paper>,
    index: usize,
    cluster: usize,
) {
    if let Some(paper) = papers.iter_mut().rev().take(MOST).find(|paper| paper.cluster == cluster) {
        paper.last = index;
        return;
    }
    let titled = (index.saturating_sub(3)..index).rev().find(|&before| {
        let previous = &mentions.list[before];
        let between = text.get(previous.span.end as usize..mentions.list[index].span.start as usize).unwrap_or("");
        previous.form == Form::Nominal && is_title_link(between)
    });
    let described = titled.and_then(|before| clusters.of[before]).map(|(described, _)| described);
    if let Some(described) = described
        && let Some(paper) = papers.iter_mut().rev().take(MOST).find(|paper| {
            paper.cluster == described && clusters.list[cluster].family == clusters.list[described].family
        })
    {
        clusters.join(described, cluster, "its title");
        paper.cluster = cluster;
        paper.last = index;
        return;
    }
    papers.push(Paper {
        cluster,
        kind: kind_of(text, &mentions.list[index]),
        maker: None,
        last: index,
        first: index,
        headline: false,
        known: true,
        aside: false,
    });
}

/// Whether words between a description and a title say that the title is its name.
fn is_title_link(between: &str) -> bool {
    let words: Vec<&str> = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [] => between.len() < 6 && !between.contains('.'),
        ["titled" | "entitled" | "called" | "named" | "headlined" | "dubbed" | "on"] => words != ["on"],
        ["under", "the", "title"] | ["with", "the", "title"] => true,
        [.., "titled" | "entitled"] => words.len() < 8 && !between.contains('.'),
        _ => false,
    }
}

fn new(clusters: &mut Clusters, family: Family) -> usize {
    clusters.list.push(Cluster { family, entry: None, words: Vec::new(), mentions: Vec::new() });
    clusters.list.len() - 1
}

fn join(clusters: &mut Clusters, mention: usize, cluster: usize, rule: &'static str) {
    let list = &mut clusters.list[cluster].mentions;
    let at = list.partition_point(|&m| m < mention);
    list.insert(at, mention);
    clusters.of[mention] = Some((cluster, rule));
}

/// The sentence that holds a span.
pub(super) fn sentence_of(sentences: &[Sentence], span: Span) -> Option<&Sentence> {
    let after = sentences.partition_point(|sentence| sentence.span.start <= span.start);
    sentences.get(after.checked_sub(1)?).filter(|sentence| span.start < sentence.span.end)
}

/// Participles after which "by" names who made a paper.
const MADE: &[&str] = &[
    "published",
    "released",
    "issued",
    "written",
    "compiled",
    "commissioned",
    "prepared",
    "produced",
    "authored",
    "drafted",
    "signed",
    "adopted",
    "passed",
    "submitted",
    "filed",
    "conducted",
    "presented",
    "posted",
    "made",
    "tabled",
    "proposed",
    "report",
];

/// A description in its sentence.
struct Place<'a> {
    text: &'a str,
    sentence: Option<&'a Sentence>,
    mentions: &'a Mentions,
    clusters: &'a Clusters,
}

impl<'a> Place<'a> {
    /// The words before a byte in the sentence, nearest first, lower case.
    fn before(&self, byte: u32) -> impl Iterator<Item = String> {
        let tokens = self.sentence.map_or(&[][..], |sentence| &sentence.tokens);
        let at = tokens.partition_point(|token| token.span.end <= byte);
        tokens[..at].iter().rev().map(|token| token.span.of(self.text).to_lowercase())
    }

    /// "The report is false, according to an Acme report": what is brought in beside a paper is another.
    fn brings_in_beside(&self, article: Article, paper: &Paper) -> bool {
        let last = self.mentions.list[paper.last].span;
        article == Article::Indefinite && self.sentence.is_some_and(|sentence| sentence.span.contains(last))
    }

    /// Whether an indefinite article stands before the name that a description stands behind: "an Acme report".
    fn is_anybodys(&self, index: usize) -> bool {
        let maker = index.checked_sub(1).filter(|&maker| self.between(maker, index).trim().is_empty());
        let word = maker.and_then(|maker| self.before(self.mentions.list[maker].span.start).next());
        word.is_some_and(|word| matches!(word.as_str(), "a" | "an"))
    }

    /// How a description is determined.
    fn article(&self, span: Span) -> Article {
        let words = span.of(self.text).to_lowercase();
        let first = words.split_whitespace().next().unwrap_or("");
        let mut before = self.before(span.start);
        let nearest = before.next().unwrap_or_default();
        let second = before.next().unwrap_or_default();
        let credit = || {
            let sentence = self.sentence.map_or("", |sentence| sentence.span.of(self.text));
            let words = ["contributed to", "reporting by", "contributing to", "contribution to"];
            sentence.len() < 300 && words.iter().any(|words| sentence.contains(words))
        };
        let other = matches!(
            first,
            "separate" | "second" | "another" | "earlier" | "previous" | "different" | "similar" | "other" | "third"
        );
        match nearest.as_str() {
            "this" if credit() => Article::Own,
            "another" => Article::Other,
            "a" | "an" | "one" if second == "such" => Article::Definite,
            _ if other => Article::Other,
            "a" | "an" | "one" | "any" | "some" => Article::Indefinite,
            "the" | "this" | "that" | "such" | "'s" | "’s" | "'" | "’" | "its" | "his" | "her" | "their" | "our"
            | "my" => Article::Definite,
            // "passed legislation": it has no article.
            _ if words == "legislation" => Article::Indefinite,
            _ => Article::Bare,
        }
    }

    /// The cluster of who made it: "X's report", "the X report", "a report by X", "X released a report".
    fn maker(&self, index: usize) -> Option<usize> {
        let span = self.mentions.list[index].span;
        let agent = |at: usize| {
            let cluster = self.clusters.of.get(at).copied().flatten()?.0;
            let family = self.clusters.list[cluster].family;
            let maker = matches!(family, Family::Person | Family::Organisation)
                || self.mentions.list[at].class == Class::Government;
            maker.then_some(cluster)
        };
        if let Some(before) = index.checked_sub(1) {
            let between = self.between(before, index);
            if matches!(between.trim(), "" | "'s" | "’s" | "'" | "’") {
                return agent(before);
            }
        }
        if let Some(after) = self.mentions.list.get(index + 1).map(|_| index + 1) {
            let between = self.between(index, after);
            let words: Vec<&str> = between.split_whitespace().collect();
            let by = words.iter().position(|word| matches!(*word, "by" | "from" | "for"));
            let made = by.is_some_and(|at| at == 0 || MADE.contains(&words[at - 1]));
            if made && words.len() <= 4 && !between.contains(['.', ',', ';', '"', '“']) {
                return agent(after);
            }
        }
        self.releaser(span).and_then(agent)
    }

    fn between(&self, first: usize, second: usize) -> &'a str {
        let (a, b) = (self.mentions.list[first].span, self.mentions.list[second].span);
        self.text.get(a.end as usize..b.start as usize).unwrap_or("")
    }

    /// The subject of "released", "published" … right before the description.
    fn releaser(&self, span: Span) -> Option<usize> {
        const RELEASES: &[&str] = &[
            "release", "publish", "issue", "produce", "write", "author", "present", "submit", "launch", "adopt",
            "pass", "file", "sign",
        ];
        let tokens = &self.sentence?.tokens;
        let at = tokens.partition_point(|token| token.span.end <= span.start);
        let verb = (at.saturating_sub(3)..at)
            .rev()
            .find(|&i| matches!(tokens[i].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbn | Xpos::Vbp | Xpos::Vb))?;
        if !RELEASES.contains(&tokens[verb].lemma.as_str()) {
            return None;
        }
        let byte = tokens[verb].span.start;
        let last = self.mentions.list.partition_point(|mention| mention.span.start < byte).checked_sub(1)?;
        let before = &self.mentions.list[last];
        let near = self.sentence?.span.start <= before.span.start && byte.saturating_sub(before.span.end) < 60;
        near.then_some(last)
    }
}
