//! Law 2 over everything that is written: no format, view, profile, page or dossier gives what is denied, alleged,
//! planned or only reported as a plain fact. Generated records, read back from the files; see [`generated`].

mod drawings;
mod generated;
mod read;
mod texts;
mod triples;

use claimgraph::claim::record::DocumentRecord;
use claimgraph::graph::corpus::Corpus;
use claimgraph::graph::filter::{self, Filter};
use generated::Truth;

/// Calls `check` with generated records, whole and filtered in ways that could hide the other side.
fn over(seeds: u64, check: impl Fn(&[DocumentRecord], &Truth)) {
    for seed in 1..=seeds {
        let (records, truth) = generated::records(&mut crate::Random(seed));
        assert!(truth.asserted.len() > 20 && truth.contested.len() > 3, "the records hold all kinds");
        check(&records, &truth);
    }
}

/// The corpus, and parts of it.
fn parts<'a>(records: &'a [DocumentRecord]) -> Vec<Corpus<'a>> {
    let whole = Corpus::new(records);
    let stances = |list: &[claimgraph::claim::record::Stance]| Filter { stances: list.to_vec(), ..Filter::default() };
    use claimgraph::claim::record::Stance::{Alleged, Asserted, Denied, Planned, Reported};
    let filters = [
        stances(&[Asserted]),
        stances(&[Reported, Alleged, Planned, Denied]),
        Filter { documents: vec!["d1".into(), "d2".into()], ..Filter::default() },
        Filter { around: Some("Thing 3".into()), hops: 1, ..Filter::default() },
    ];
    let parts = filters.iter().map(|filter| filter::part(&whole, filter).expect("a part"));
    let mut all: Vec<Corpus> = parts.collect();
    all.push(whole);
    all
}
