//! Arguments of the commands that read documents: build, annotate, parse.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Where documents come from and how much of them is read.
#[derive(Args, Debug)]
pub struct Reading {
    /// Files or folders to read; `-` is standard input
    #[arg(required = true)]
    pub input: Vec<PathBuf>,
    /// Skip files larger than this many megabytes
    #[arg(long, value_name = "MB", default_value_t = 64, value_parser = megabytes)]
    pub max_size: u64,
    /// Threads to use; the result is the same with any number
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
}

/// Far more than a machine holds; as many bytes can still be counted.
const MOST_MEGABYTES: u64 = 1 << 40;

fn megabytes(text: &str) -> Result<u64, String> {
    let number = text.parse().ok().filter(|number| (1..=MOST_MEGABYTES).contains(number));
    number.ok_or_else(|| "give a whole number of megabytes from 1 on, such as 64".to_string())
}

/// Which curated knowledge is used.
#[derive(Args, Debug)]
pub struct Knowledge {
    /// Folders to use instead of the built-in ontology, later ones on top of earlier ones
    #[arg(long, value_name = "DIR", value_delimiter = ',')]
    pub ontology: Vec<PathBuf>,
}

/// Arguments of `build`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph build input                    the graph is written to graph
  claimgraph build letters news -o both     two folders, one graph

Who is who, decided by you: any folder of documents may hold identities.csv
(and links.csv, which `claimgraph link` writes), with the columns
decision,key,other,reason. `claimgraph explain NAME` shows keys.
  same,person/adrian-zenz,person/andrian-zenz,a misspelling
      one entity; the first key stays
  different,person/zhang-jun,person/zhang-jun@DOCUMENT,another
      in that document it is somebody else
  link,organisation/jamestown-foundation,https://ror.org/…,page
      it is what another dataset calls so
The next build obeys them without reading the documents again; a row taken
out is undone.")]
pub struct BuildArgs {
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub reading: Reading,
    /// Folder to write the graph to
    #[arg(short, long, value_name = "DIR", default_value = "graph")]
    pub output: PathBuf,
    /// Beginning of the IRIs of the graph's own things
    #[arg(long, value_name = "IRI")]
    pub base: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub knowledge: Knowledge,
}

/// Arguments of `annotate`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph annotate input -o input.jsonl
  echo 'France accused Belarus of piracy.' | claimgraph annotate -")]
pub struct AnnotateArgs {
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub reading: Reading,
    /// File to write to; standard output otherwise
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub knowledge: Knowledge,
}

/// Arguments of `parse`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  claimgraph parse input/letter.txt
  echo 'France accused Belarus of piracy.' | claimgraph parse -")]
pub struct ParseArgs {
    /// File or folder to read; `-` is standard input
    pub input: PathBuf,
    /// What to print
    #[arg(long, value_enum, default_value_t = ParseFormat::Frames)]
    pub format: ParseFormat,
    #[command(flatten)]
    #[expect(missing_docs, reason = "flattened")]
    pub knowledge: Knowledge,
}

/// What `parse` prints.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseFormat {
    /// Tokens, tags and arcs as CoNLL-U
    Conllu,
    /// Who does what to whom, as the rules see it
    Frames,
}
