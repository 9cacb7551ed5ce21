//! `claimgraph export`: the graph, or a part of it, for another program.
//!
//! The format is told by `--format` or by the output's ending. Everything is made in memory and written at the end, so
//! that a failure leaves no half file behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use clap::ValueEnum;

use crate::claim::record::Stance;
use crate::cli::args::{ExportArgs, ExportColour, ExportFormat, ExportProfile, ExportView, Part};
use crate::cli::report;
use crate::gazetteer::Class;
use crate::graph::corpus::Corpus;
use crate::graph::export::{self, Drawing, csv, gexf, graphml, html};
use crate::graph::filter::{self, Filter};
use crate::graph::interval::Interval;
use crate::graph::looks::ColourBy;
use crate::graph::property::PropertyGraph;
use crate::graph::view::View;
use crate::pipeline::folder;
use crate::rdf::{self, formats, store};

/// Runs the command.
pub(in crate::cli) fn run(args: &ExportArgs) -> anyhow::Result<bool> {
    let format = format(args)?;
    fits(args, format)?;
    let filter = part(&args.part)?;
    let records = folder::load(&args.graph.graph)?.decided();
    let corpus = filter::part(&Corpus::new(&records), &filter)?;
    let mut bytes = Vec::new();
    match format {
        ExportFormat::Graphml => graphml::write_drawing(&drawing(&corpus, args), profile(args), &mut bytes)?,
        ExportFormat::Gexf => gexf::write_drawing(&drawing(&corpus, args), &mut bytes)?,
        ExportFormat::Html => {
            let line = working(&corpus);
            html::write(&corpus, &BTreeMap::new(), report::placing(&line), &mut bytes)?;
            line.finish_and_clear();
        }
        ExportFormat::CsvClaims => csv::claims(&corpus, &mut bytes)?,
        ExportFormat::CsvEntities => csv::entities(&corpus, &mut bytes)?,
        ExportFormat::Turtle => triples("turtle", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Trig => triples("trig", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Ntriples => triples("ntriples", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Nquads => triples("nquads", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Rdfxml => triples("rdfxml", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Jsonld => triples("jsonld", &filter, &corpus, args, &mut bytes)?,
    }
    write(&bytes, args.output.as_deref())
}

/// Writes to the file, or to stdout where there is none or it is `-`.
pub(in crate::cli) fn write(bytes: &[u8], output: Option<&Path>) -> anyhow::Result<bool> {
    match output {
        Some(path) if path != Path::new("-") => {
            fs::write(path, bytes).with_context(|| format!("can't write {}", path.display()))?;
            Ok(true)
        }
        _ => report::print(|out| {
            out.extend_from_slice(bytes);
            Ok(())
        }),
    }
}

fn format(args: &ExportArgs) -> anyhow::Result<ExportFormat> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let ending = args.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    Ok(match ending {
        Some("graphml") => ExportFormat::Graphml,
        Some("gexf") => ExportFormat::Gexf,
        Some("html" | "htm") => ExportFormat::Html,
        Some("csv") => ExportFormat::CsvClaims,
        Some("ttl") => ExportFormat::Turtle,
        Some("trig") => ExportFormat::Trig,
        Some("nt") => ExportFormat::Ntriples,
        Some("nq") => ExportFormat::Nquads,
        Some("rdf") => ExportFormat::Rdfxml,
        Some("jsonld") => ExportFormat::Jsonld,
        Some(other) => bail!("no format is known by the ending .{other}; give one with --format"),
        None => bail!("give a format with --format, or a file with a known ending with -o"),
    })
}

/// Whether the format uses every option that was given.
fn fits(args: &ExportArgs, format: ExportFormat) -> anyhow::Result<()> {
    let drawings: &[ExportFormat] = &[ExportFormat::Graphml, ExportFormat::Gexf];
    let given = [
        ("--profile", args.profile.is_some(), &drawings[..1]),
        ("--view", args.view.is_some(), drawings),
        ("--colour", args.colour.is_some(), drawings),
        ("--no-layout", args.no_layout, drawings),
    ];
    let name =
        |format: &ExportFormat| format.to_possible_value().map_or(String::new(), |value| value.get_name().to_string());
    if let Some((option, _, users)) = given.iter().find(|(_, given, users)| *given && !users.contains(&format)) {
        let users: Vec<String> = users.iter().map(name).collect();
        bail!(
            "{option} makes no difference to {}; leave it out, or give --format {}",
            name(&format),
            users.join(" or --format ")
        );
    }
    Ok(())
}

fn profile(args: &ExportArgs) -> graphml::Profile {
    match args.profile {
        None | Some(ExportProfile::Gephi) => graphml::Profile::Gephi,
        Some(ExportProfile::Yed) => graphml::Profile::Yed,
        Some(ExportProfile::Cytoscape) => graphml::Profile::Cytoscape,
    }
}

/// The class of that name.
pub(in crate::cli) fn class(name: &str) -> anyhow::Result<Class> {
    let known = || Class::ALL.map(Class::as_str).join(", ");
    let same = |class: &Class| class.as_str().eq_ignore_ascii_case(name);
    Class::ALL.into_iter().find(same).with_context(|| format!("no class {name:?}; there are {}", known()))
}

/// The filter that the arguments stand for.
pub(in crate::cli) fn part(part: &Part) -> anyhow::Result<Filter> {
    let day = |value: &Option<String>| {
        let parse = |text: &String| {
            Interval::parse(text)
                .with_context(|| format!("{text:?} is no day, month or year like 2020-06-29, 2020-06, 2020"))
        };
        value.as_ref().map(parse).transpose()
    };
    let stance = |name: &String| {
        let known = || Stance::ALL.map(Stance::as_str).join(", ");
        Stance::from_name(&name.to_lowercase()).with_context(|| format!("no stance {name:?}; there are {}", known()))
    };
    Ok(Filter {
        around: part.around.clone(),
        hops: part.hops,
        classes: part.class.iter().map(|name| class(name)).collect::<Result<_, _>>()?,
        predicates: part.predicate.clone(),
        stances: part.stance.iter().map(stance).collect::<Result<_, _>>()?,
        documents: part.document.clone(),
        since: day(&part.since)?,
        until: day(&part.until)?,
        min_weight: part.min_weight,
    })
}

/// RDF of the whole dataset as it is kept, or of a part of the records, made like the whole.
fn triples(
    format: &str,
    filter: &Filter,
    corpus: &Corpus,
    args: &ExportArgs,
    bytes: &mut Vec<u8>,
) -> anyhow::Result<()> {
    let header = folder::load(&args.graph.graph)?.header;
    let quads = if filter.is_all() {
        store::read(&args.graph.graph.join(store::DATASET))?
    } else {
        rdf::dataset(&corpus.records(), &header.description())
    };
    let format = formats::format(format).expect("the formats' names are those of the module");
    Ok(formats::write(&quads, format, &header.base, bytes)?)
}

/// The line that says what goes on while a drawing is made.
fn working(corpus: &Corpus) -> indicatif::ProgressBar {
    report::work("measuring vertices", corpus.claims.len() + corpus.things.len())
}

fn drawing(corpus: &Corpus, args: &ExportArgs) -> PropertyGraph {
    let view = match args.view {
        None | Some(ExportView::Entities) => View::Entities,
        Some(ExportView::Claims) => View::Claims,
        Some(ExportView::Documents) => View::Documents,
        Some(ExportView::CoMention) => View::CoMention,
    };
    let colour = match args.colour {
        None | Some(ExportColour::Class) => ColourBy::Class,
        Some(ExportColour::Community) => ColourBy::Community,
    };
    let line = working(corpus);
    let drawing = export::drawing(corpus, Drawing { view, colour, layout: !args.no_layout }, report::placing(&line));
    line.finish_and_clear();
    drawing
}
