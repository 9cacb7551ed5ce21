//! Arguments of the commands that trade with other programs and open data: export, import, link.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Arguments of `export`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph export -o graph.graphml         open it in Gephi
  claimgraph export -o graph.html            one page to look around in
  claimgraph export --around Uyghurs --view claims -o uyghurs.gexf
      one entity's claims, with a timeline
  claimgraph export --around Uyghurs -o uyghurs.ttl
      the same part as RDF
  claimgraph export --stance denied --format csv-claims
      what is denied, as a table
  claimgraph export --stance reported --profile nanopub
      what is reported, as nanopublications")]
pub struct ExportArgs {
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: super::Graph,
    /// What to write; told by the output's ending where it is left out
    #[arg(short, long, value_enum)]
    pub format: Option<ExportFormat>,
    /// File to write to; standard output otherwise
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// For which program a GraphML file is (Gephi if left out), or in which shape the RDF
    #[arg(long, value_enum)]
    pub profile: Option<ExportProfile>,
    /// What becomes vertices and edges of GraphML and GEXF; entities if left out
    #[arg(long, value_enum)]
    pub view: Option<ExportView>,
    /// What the colours of vertices of GraphML and GEXF stand for; the class if left out
    #[arg(long, value_enum)]
    pub colour: Option<ExportColour>,
    /// Leave out the places of vertices of GraphML and GEXF: 100,000 vertices with a million edges take a core 29 s to
    /// measure and 11 s to place
    #[arg(long)]
    pub no_layout: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub part: Part,
}

/// Which part of the graph is looked at.
#[derive(Args, Debug)]
#[command(next_help_heading = "Part of the graph")]
pub struct Part {
    /// Only what is near this entity
    #[arg(long, value_name = "NAME")]
    pub around: Option<String>,
    /// How many edges away from it
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub hops: u32,
    /// Only entities of these classes
    #[arg(long, value_name = "CLASS", value_delimiter = ',')]
    pub class: Vec<String>,
    /// Only claims of these predicates
    #[arg(long, value_delimiter = ',')]
    pub predicate: Vec<String>,
    /// Only claims of these stances: asserted, reported, alleged, planned, negated, denied
    #[arg(long, value_delimiter = ',')]
    pub stance: Vec<String>,
    /// Only what these documents say, by id
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub document: Vec<String>,
    /// Only claims from this day, month or year on
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Only claims up to this day, month or year
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Only relations that at least this many claims state
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub min_weight: u32,
}

/// What `export` writes.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// GraphML for Gephi, yEd, Cytoscape
    Graphml,
    /// GEXF 1.3 with a timeline, for Gephi
    Gexf,
    /// One page to look around in, that works without a network
    Html,
    /// Table of claims
    CsvClaims,
    /// Table of entities
    CsvEntities,
    /// FollowTheMoney entities for Aleph and OpenSanctions tools, one JSON object a line
    Ftm,
    /// RDF that people can read, without graphs
    Turtle,
    /// RDF that people can read, with graphs
    Trig,
    /// RDF, one line a triple
    Ntriples,
    /// RDF, one line a quad
    Nquads,
    /// RDF as XML
    Rdfxml,
    /// RDF as JSON
    Jsonld,
}

/// For which program, or in which shape, `export` writes.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportProfile {
    /// GraphML for Gephi; the default
    Gephi,
    /// GraphML for yEd
    Yed,
    /// GraphML for Cytoscape
    Cytoscape,
    /// RDF 1.2: claims reify triple terms
    Rdf12,
    /// RDF with graphs: one nanopublication a claim
    Nanopub,
    /// RDF: texts, sentences and mentions in NIF 2.0
    Nif,
}

/// What becomes vertices and edges.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportView {
    /// Entities, and what they do to each other
    Entities,
    /// Entities and claims, so that claims without object and speakers are seen
    Claims,
    /// Documents and the entities that they mention
    Documents,
    /// Entities that are named near each other
    CoMention,
}

/// What the colours of vertices stand for.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportColour {
    /// The class of an entity
    Class,
    /// The community it belongs to
    Community,
}

/// Arguments of `import`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph import ror.nt --graph https://ror.org/
  claimgraph ask ror                           joins it by Wikidata ids
  claimgraph import --remove --graph https://ror.org/")]
pub struct ImportArgs {
    /// RDF files: .ttl .nt .nq .trig .rdf .xml .jsonld .n3
    #[arg(required_unless_present = "remove")]
    pub files: Vec<PathBuf>,
    /// Graph to put their triples into, replacing what stands there; named after the file otherwise
    #[arg(long = "graph", value_name = "IRI")]
    pub graph_iri: Option<String>,
    /// Take that graph out again
    #[arg(long, requires = "graph_iri", conflicts_with = "files")]
    pub remove: bool,
    /// Folder that `build` wrote
    #[arg(short = 'g', long, value_name = "DIR", default_value = "graph")]
    pub folder: PathBuf,
}

/// Arguments of `link`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph link ror.nt                       what would be linked, and why
  claimgraph link ror.nt -o input/links.csv    write it down, to be checked
  claimgraph link people.csv --class Person

Nothing is linked by likeness: the full name or the Wikidata id must be the
same, the class must fit, and nothing else may fit on either side. `build`
obeys links.csv beside the documents; to refuse a link for good, write
`different` for `link` in its row.")]
pub struct LinkArgs {
    /// Open data: RDF (.nt .ttl …), .csv with the columns name,id,class, .jsonl (FollowTheMoney, ROR)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// File to add the links to, as rows for people to check; what stands there stays
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What the things are whose type the file does not tell
    #[arg(long, value_name = "CLASS")]
    pub class: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub graph: super::Graph,
}
