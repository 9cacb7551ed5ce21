//! Every saved question on an invented graph of about a million quads, printed as a table: `cargo bench --bench questions`.
//!
//! In: generated records whose entities are named as unevenly as in real news. Out: for each question the seconds and rows
//! with nothing filled in, where it can be asked so, and with the entity that is named most for its first parameter. A question that takes longer
//! than a minute is given up. No thresholds, since machines differ.

use std::collections::BTreeMap;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use claimgraph::claim::record::DocumentRecord;
use claimgraph::rdf::query::Answer;
use claimgraph::rdf::question::Kind;
use claimgraph::rdf::store::Graph;
use claimgraph::rdf::{BuildDescription, dataset, formats, question};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(60);
const CLASSES: [&str; 8] =
    ["Government", "Official", "Person", "Organisation", "Report", "Instrument", "Place", "Group"];
const PREDICATES: [&str; 29] = [
    "holdsOffice",
    "affiliatedWith",
    "partOf",
    "authored",
    "published",
    "locatedIn",
    "says",
    "accuses",
    "denies",
    "condemns",
    "praises",
    "callsOn",
    "supports",
    "opposes",
    "warns",
    "declares",
    "sanctions",
    "restricts",
    "investigates",
    "adopts",
    "proposes",
    "complainsTo",
    "detains",
    "persecutes",
    "kills",
    "meets",
    "visits",
    "funds",
    "attacks",
];

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    /// A number below the limit, small ones far more often.
    fn uneven(&mut self, limit: usize) -> usize {
        let once = self.below(limit) + 1;
        let twice = self.below(once) + 1;
        self.below(twice)
    }
}

fn record(random: &mut Random, number: usize, entities: usize) -> DocumentRecord {
    let mut known: Vec<usize> = (0..20).map(|_| random.uneven(entities)).collect();
    known.sort_unstable();
    known.dedup();
    let list: Vec<Value> = (known.iter())
        .map(|e| json!({"id": format!("e{e}"), "key": format!("{}/x{e}", CLASSES[e % 8].to_lowercase()),
            "type": CLASSES[e % 8], "name": format!("Thing {e}"), "wikidata": if e % 3 == 0 { json!(format!("Q{e}")) } else { Value::Null }}))
        .collect();
    let claims: Vec<Value> = (0..35)
        .map(|c| {
            let mut one = || format!("e{}", known[random.below(known.len())]);
            let (subject, object, speaker) = (one(), one(), one());
            let mut pick = |list: &[&str]| list[random.below(list.len())].to_string();
            let predicate = pick(&PREDICATES);
            let (modality, polarity) = (pick(&["asserted", "asserted", "alleged", "planned"]), pick(&["positive", "positive", "positive", "negative"]));
            let day = format!("20{}-0{}-1{}", 10 + random.below(15), 1 + random.below(9), random.below(10));
            let maybe = |random: &mut Random, value: String| if random.below(2) == 0 { json!(value) } else { Value::Null };
            let content = format!("the matter of {}", random.uneven(2000));
            let at = c / 2 * 120;
            json!({"id": format!("c{c}"), "predicate": predicate, "subject": subject, "object": maybe(random, object),
                "content": maybe(random, content), "speaker": maybe(random, speaker),
                "modality": modality, "polarity": polarity, "date": maybe(random, day), "sentence": [at, at + 119],
                "trigger": [[at + c % 2, at + 9]], "quote": format!("Sentence {at} of document {number}."), "rule": "r"})
        })
        .collect();
    let document = json!({"id": format!("d{number}"), "language": "en", "date": "2021-06-01", "publisher": format!("Paper {}", number % 50),
        "entities": list, "claims": claims});
    serde_json::from_value(document).expect("a record")
}

fn ask(graph: &Arc<Graph>, sparql: String) -> Option<(f64, usize)> {
    let (sender, receiver) = mpsc::channel();
    let graph = Arc::clone(graph);
    std::thread::spawn(move || {
        let start = Instant::now();
        let rows = match graph.query(&sparql) {
            Ok(Answer::Solutions { rows, .. }) => rows.len(),
            _ => 0,
        };
        sender.send((start.elapsed().as_secs_f64(), rows))
    });
    receiver.recv_timeout(PATIENCE).ok()
}

fn main() {
    let documents: usize = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let only = std::env::args().nth(2).filter(|name| !name.starts_with('-'));
    let mut random = Random(1);
    let records: Vec<DocumentRecord> =
        (0..documents).map(|number| record(&mut random, number, documents * 4)).collect();
    let quads = dataset(&records, &BuildDescription::default());
    let start = Instant::now();
    let mut bytes = Vec::new();
    formats::nquads(&quads, &mut bytes).expect("written to memory");
    println!("{} quads; N-Quads {:.0} quads/s", quads.len(), quads.len() as f64 / start.elapsed().as_secs_f64());
    let start = Instant::now();
    let graph = Arc::new(Graph::of(&quads).expect("a graph in memory"));
    println!(
        "loaded in {:.1} s\n\n{:14} {:>10} {:>8}   {:>10} {:>8}",
        start.elapsed().as_secs_f64(),
        "",
        "seconds",
        "rows",
        "filled in",
        "rows"
    );
    let most = graph.find("Thing 0").first().expect("the entity that is named most").iri.clone();
    let show = |answer: Option<(f64, usize)>| match answer {
        Some((seconds, rows)) => format!("{seconds:>10.3} {rows:>8}"),
        None => format!("{:>10} {:>8}", "> 60", ""),
    };
    for question in question::builtin() {
        if only.as_ref().is_some_and(|only| !only.split(',').any(|name| name == question.name)) {
            continue;
        }
        let is_asked_plain = question.parameters.iter().all(|parameter| !parameter.required);
        let plain = is_asked_plain.then(|| show(ask(&graph, question.fill(&BTreeMap::new()))));
        let entity = question.parameters.iter().find(|parameter| parameter.kind == Kind::Entity);
        let filled = entity.map(|entity| {
            let values = BTreeMap::from([(entity.name.clone(), most.clone().into())]);
            show(ask(&graph, question.fill(&values)))
        });
        println!("{:14} {}   {}", question.name, plain.unwrap_or_else(|| " ".repeat(19)), filled.unwrap_or_default());
    }
    // A question that was given up still runs.
    std::process::exit(0);
}
