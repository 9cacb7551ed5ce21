//! `train-syntax TREEBANKS OUT [--lemmas | --evaluate]`: trains the syntax model, only makes its lemma table anew, or only
//! scores the one in OUT;
//! `train-syntax VECTORS OUT --clusters`: makes the clusters of words that training reads from OUT.
//!
//! Needs the feature `train`. TREEBANKS is a folder with ewt- and gum-train, -dev, -test and pud `.conllu.xz`.

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let [_, treebanks, out, rest @ ..] = args.as_slice() else {
        eprintln!("usage: train-syntax TREEBANKS OUT [--lemmas | --evaluate], train-syntax VECTORS OUT --clusters");
        return std::process::ExitCode::from(2);
    };
    let (treebanks, out) = (std::path::Path::new(treebanks), std::path::Path::new(out));
    let done = match rest {
        [flag] if flag == "--evaluate" => claimgraph::syntax::train::evaluate(treebanks, out),
        [flag] if flag == "--lemmas" => claimgraph::syntax::train::renew_lemmas(treebanks, out),
        [flag] if flag == "--clusters" => claimgraph::syntax::train::clusters::write(treebanks, out),
        _ => claimgraph::syntax::train::run(treebanks, out),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("train-syntax: {problem}");
            std::process::ExitCode::from(2)
        }
    }
}
