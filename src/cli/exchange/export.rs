//! `claimgraph export`: the graph, or a part of it, for another program.
//!
//! The format is told by `--format` or by the output's ending. Everything is made in memory and written at the end, so
//! that a failure leaves no half file behind.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use clap::ValueEnum;

use super::{rdf, texts};
use crate::claim::record::Stance;
use crate::cli::args::{ExportArgs, ExportColour, ExportFormat, ExportProfile, ExportView, Part};
use crate::cli::report::{self, text::count};
use crate::diagnostic::suggestion;
use crate::gazetteer::Class;
use crate::graph::corpus::Corpus;
use crate::graph::export::{self, Drawing, csv, ftm, gexf, graphml, html};
use crate::graph::filter::{self, Filter};
use crate::graph::interval::Interval;
use crate::graph::looks::ColourBy;
use crate::graph::property::PropertyGraph;
use crate::graph::view::View;
use crate::pipeline::folder;

/// What makes a drawing quicker in every format.
const LESS: &str = " --around NAME and --min-weight N draw less.";

/// Runs the command.
pub(in crate::cli) fn run(args: &ExportArgs) -> anyhow::Result<bool> {
    let format = format(args)?;
    fits(args, format)?;
    suits(args.profile, format)?;
    let filter = part(&args.part)?;
    let kept = folder::load(&args.graph.graph)?;
    let header = kept.header.clone();
    let records = kept.decided();
    let corpus = filter::part(&Corpus::new(&records), &filter)?;
    if !filter.is_all() && corpus.claims.is_empty() && corpus.shown().next().is_none() {
        report::say("Nothing in this graph fits the filters; leave one out, or see `claimgraph stats`.");
    }
    let mut bytes = Vec::new();
    match format {
        ExportFormat::Graphml => graphml::write_drawing(&drawing(&corpus, args), profile(args), &mut bytes)?,
        ExportFormat::Gexf => gexf::write_drawing(&drawing(&corpus, args), &mut bytes)?,
        ExportFormat::Html => {
            let line = working(&corpus);
            let texts = texts::texts(&header, &corpus.records());
            html::write(&corpus, &texts, report::drawing(&line, LESS), &mut bytes)?;
            line.finish_and_clear();
        }
        ExportFormat::CsvClaims => csv::claims(&corpus, &mut bytes)?,
        ExportFormat::CsvEntities => csv::entities(&corpus, &mut bytes)?,
        ExportFormat::Ftm => follow_the_money(&corpus, &mut bytes)?,
        ExportFormat::Turtle => rdf::write("turtle", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Trig => rdf::write("trig", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Ntriples => rdf::write("ntriples", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Nquads => rdf::write("nquads", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Rdfxml => rdf::write("rdfxml", &filter, &corpus, args, &mut bytes)?,
        ExportFormat::Jsonld => rdf::write("jsonld", &filter, &corpus, args, &mut bytes)?,
    }
    write(&bytes, args.output.as_deref())
}

/// Writes to the file, or to stdout where there is none or it is `-`.
pub(in crate::cli) fn write(bytes: &[u8], output: Option<&Path>) -> anyhow::Result<bool> {
    match output {
        Some(path) if path != Path::new("-") => {
            fs::write(path, bytes).with_context(|| format!("can't write {}", path.display()))?;
            report::written(path);
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
        Some("ijson") => ExportFormat::Ftm,
        Some("ttl") => ExportFormat::Turtle,
        Some("trig") => ExportFormat::Trig,
        Some("nt") => ExportFormat::Ntriples,
        Some("nq") => ExportFormat::Nquads,
        Some("rdf") => ExportFormat::Rdfxml,
        Some("jsonld") => ExportFormat::Jsonld,
        Some(other) => bail!("no format is known by the ending .{other}; give one with --format"),
        None if args.profile == Some(ExportProfile::Nanopub) => ExportFormat::Trig,
        None if matches!(args.profile, Some(ExportProfile::Rdf12 | ExportProfile::Nif)) => ExportFormat::Turtle,
        None if args.profile.is_some() => ExportFormat::Graphml,
        None => bail!("give a format with --format, or a file with a known ending with -o"),
    })
}

/// Whether the format uses every option that was given.
fn fits(args: &ExportArgs, format: ExportFormat) -> anyhow::Result<()> {
    let drawings: &[ExportFormat] = &[ExportFormat::Graphml, ExportFormat::Gexf];
    let given = [
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
        Some(ExportProfile::Yed) => graphml::Profile::Yed,
        Some(ExportProfile::Cytoscape) => graphml::Profile::Cytoscape,
        _ => graphml::Profile::Gephi,
    }
}

/// Refuses a profile that the format can't hold.
fn suits(profile: Option<ExportProfile>, format: ExportFormat) -> anyhow::Result<()> {
    use ExportFormat::{Graphml, Jsonld, Nquads, Ntriples, Rdfxml, Trig, Turtle};
    let (name, formats): (_, &[ExportFormat]) = match profile {
        None => return Ok(()),
        Some(ExportProfile::Gephi) => ("gephi", &[Graphml]),
        Some(ExportProfile::Yed) => ("yed", &[Graphml]),
        Some(ExportProfile::Cytoscape) => ("cytoscape", &[Graphml]),
        Some(ExportProfile::Rdf12) => ("rdf12", &[Turtle, Trig, Ntriples, Nquads, Rdfxml]),
        Some(ExportProfile::Nanopub) => ("nanopub", &[Trig, Nquads, Jsonld]),
        Some(ExportProfile::Nif) => ("nif", &[Turtle, Trig, Ntriples, Nquads, Rdfxml, Jsonld]),
    };
    if !formats.contains(&format) {
        let known = |format: &ExportFormat| format.to_possible_value().map(|value| value.get_name().to_string());
        let known: Vec<String> = formats.iter().filter_map(known).collect();
        bail!("the profile {name} needs one of these formats: {}; give one with --format", known.join(", "));
    }
    Ok(())
}

/// The class of that name.
pub(in crate::cli) fn class(name: &str) -> anyhow::Result<Class> {
    let known = || suggestion(name, Class::ALL.map(Class::as_str));
    let same = |class: &Class| class.as_str().eq_ignore_ascii_case(name);
    Class::ALL.into_iter().find(same).with_context(|| format!("no class {name:?}{}", known()))
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
        let known = || suggestion(name, Stance::ALL.map(Stance::as_str));
        Stance::from_name(&name.to_lowercase()).with_context(|| format!("no stance {name:?}{}", known()))
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

/// FollowTheMoney, and on stderr what it could not hold.
fn follow_the_money(corpus: &Corpus, bytes: &mut Vec<u8>) -> anyhow::Result<()> {
    let counts = ftm::write(corpus, bytes)?;
    report::say(&format!(
        "{}, {} that documents assert; {} as notes, {} left out",
        count(counts.things, "thing"),
        count(counts.relations, "relation"),
        count(counts.notes, "other claim"),
        count(counts.left_out, "claim")
    ));
    Ok(())
}

/// The line that says what goes on while a drawing is made.
fn working(corpus: &Corpus) -> indicatif::ProgressBar {
    report::work("drawing the graph", corpus.claims.len() + corpus.things.len())
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
    let quicker = if args.no_layout { LESS.to_string() } else { format!(" --no-layout leaves the places out.{LESS}") };
    let line = working(corpus);
    let how = Drawing { view, colour, layout: !args.no_layout };
    let drawing = export::drawing(corpus, how, report::drawing(&line, &quicker));
    line.finish_and_clear();
    drawing
}
