//! Any text as a file of rules is read, with a diagnostic for what is wrong; what is read is matched without a fault.
#![no_main]

use std::cell::RefCell;

use claimgraph::pipeline::{Knowledge, examples};
use claimgraph::rules::Rules;
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "Sweden accused Iraq of lying, Amnesty International said in a report on Monday. “We deny it,” Iraq's foreign \
                    minister told reporters. According to China, sanctions by the EU on its officials may be planned.";

thread_local! {
    static KNOWLEDGE: RefCell<Knowledge> = RefCell::new(Knowledge::load(&[]).expect("the built-in ontology").0);
}

fuzz_target!(|text: &str| {
    KNOWLEDGE.with_borrow_mut(|knowledge| {
        let (rules, _) = Rules::load(&[("rules/own.toml".into(), text.into())], &knowledge.properties);
        if !rules.frames.is_empty() {
            knowledge.rules = rules;
            examples::read(TEXT, knowledge);
        }
    });
});
