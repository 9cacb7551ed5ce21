//! Arguments of the commands that ask the graph: ask, query, explain, dossier, verify, stats.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Which graph is asked.
#[derive(Args, Debug)]
pub struct Graph {
    /// Folder that `build` wrote
    #[arg(short, long, value_name = "DIR", default_value = "graph")]
    pub graph: PathBuf,
}

/// Arguments of `ask`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph ask                              the questions, by theme
  claimgraph ask accusations --to China       who accuses China of what
  claimgraph ask contested --about Uyghurs    what some say and others deny
  claimgraph ask timeline --since 2020-06 --until 2020-12
  claimgraph ask accusations --format csv > accusations.csv")]
pub struct AskArgs {
    /// Name of the question, or a .rq file of your own; without it, the list
    pub name: Option<String>,
    /// How the answer is written
    #[arg(short, long, value_enum, default_value_t = AnswerFormat::Table)]
    pub format: AnswerFormat,
    /// Print the query instead of asking it
    #[arg(long)]
    pub show: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
    // Last, since its heading goes on for whatever stands below it.
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub values: Values,
}

/// What is filled into a question; `ask NAME --show` tells which it takes.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "What to fill in (entities by name, alias, key or Wikidata id)")]
pub struct Values {
    /// Whom or what it is about
    #[arg(long, value_name = "NAME")]
    pub about: Option<String>,
    /// Who does or says it
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// To whom it is done or said
    #[arg(long, value_name = "NAME")]
    pub to: Option<String>,
    /// Whose words it is
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,
    /// Whom it is named with
    #[arg(long, value_name = "NAME")]
    pub with: Option<String>,
    /// Of which class
    #[arg(long, value_name = "CLASS")]
    pub class: Option<String>,
    /// From this day, month or year on
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Up to this day, month or year
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Anything else that the question takes
    #[arg(short, long = "param", value_name = "NAME=VALUE")]
    pub param: Vec<String>,
}

/// How an answer is written.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFormat {
    /// For people: fits the terminal, names instead of IRIs
    Table,
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
    /// SPARQL 1.1 results as JSON
    Json,
    /// SPARQL 1.1 results as XML
    Xml,
    /// Triples as Turtle
    Turtle,
    /// Triples as N-Triples
    Ntriples,
    /// Triples as N-Quads
    Nquads,
    /// Triples as TriG
    Trig,
    /// Triples as RDF/XML
    Rdfxml,
    /// Triples as JSON-LD
    Jsonld,
}

/// How counts are written.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountFormat {
    /// For people: fits the terminal
    Table,
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
    /// One JSON object a count
    Json,
}

/// Arguments of `query`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph query -e 'SELECT ?s ?o { ?s cg:holdsOffice ?o }'
  claimgraph query -e 'SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p'
  claimgraph query queries/accusations.rq --format json
  claimgraph query           on a terminal: one query after another

Known prefixes: cg rdf rdfs owl xsd skos prov dcterms dc foaf org oa time
schema void dcat wd.
All graphs together are asked; GRAPH ?g { … } tells them apart.")]
pub struct QueryArgs {
    /// File with the query; `-` is standard input
    pub file: Option<PathBuf>,
    /// The query itself
    #[arg(short, long, value_name = "SPARQL", conflicts_with = "file")]
    pub execute: Option<String>,
    /// How the answer is written; triples are Turtle unless told otherwise
    #[arg(short, long, value_enum, default_value_t = AnswerFormat::Table)]
    pub format: AnswerFormat,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph explain China
      where it is named, by which rules, and what is claimed of it
  claimgraph explain 000_1b5cf901cfd745d5#c3
      a claim, by its document and number: its sentence, its rule, its stance

`explain NAME` and `ask` show such ids; a claim's IRI will do too.")]
pub struct ExplainArgs {
    /// A claim's id or IRI, or an entity's name, id or IRI
    pub what: String,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `dossier`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph dossier China -o china.md
  claimgraph dossier Uyghurs -o uyghurs.html
  claimgraph dossier --document 000_1b5cf901cfd745d5")]
pub struct DossierArgs {
    /// An entity's name, alias, key or Wikidata id
    #[arg(required_unless_present = "document", conflicts_with = "document")]
    pub name: Option<String>,
    /// A document's id or path, instead of an entity
    #[arg(long, value_name = "ID")]
    pub document: Option<String>,
    /// File to write to, HTML where it ends in .html; Markdown on standard output otherwise
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `verify`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph verify                              the files that `build` read
  claimgraph verify --input copy/of/the/documents
  claimgraph verify --ontology builtin,my-pack   if the pack has moved")]
pub struct VerifyArgs {
    /// Files or folders that the graph was built from; the ones that `build` read otherwise
    #[arg(long, value_name = "PATH")]
    pub input: Vec<PathBuf>,
    /// Folders of the ontology that the graph was built with; the ones that `build` read otherwise
    #[arg(long, value_name = "DIR", value_delimiter = ',')]
    pub ontology: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}

/// Arguments of `stats`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph stats
  claimgraph stats --format csv > counts.csv")]
pub struct StatsArgs {
    /// How the counts are written
    #[arg(short, long, value_enum, default_value_t = CountFormat::Table)]
    pub format: CountFormat,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: Graph,
}
