//! One test binary: laws, layers, rules, golden cases, rejected files, hostile documents, the command line.

mod collection;
mod command;
mod coreference;
mod dated;
mod diagnostics;
mod documents;
mod examples;
mod facts;
mod golden;
mod laws;
mod layers;
mod matrix;
mod mutants;
mod packs;
mod profiles;
mod questions;
mod rejected;
mod stances;
mod syntax_sample;
mod why_not;

/// The built-in knowledge, loaded once.
fn knowledge() -> &'static claimgraph::pipeline::Knowledge {
    static KNOWLEDGE: std::sync::OnceLock<claimgraph::pipeline::Knowledge> = std::sync::OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let (knowledge, diagnostics) = claimgraph::pipeline::Knowledge::load(&[]).expect("the built-in ontology loads");
        let text: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert!(diagnostics.is_empty(), "{}", text.join("\n"));
        knowledge
    })
}

/// A small generator of random numbers, the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// The repository's folder.
fn root() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
}
