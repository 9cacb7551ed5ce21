//! The command line: what a person sees first, exit codes, pipes.

use std::process::{Command, Output, Stdio};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claimgraph")).args(args).stdin(Stdio::null()).output().expect("the program runs")
}

#[test]
fn a_first_time_user_learns_what_to_type() {
    let seen = run(&[]);
    let text = String::from_utf8_lossy(&seen.stdout).to_string() + &String::from_utf8_lossy(&seen.stderr);
    assert!(text.contains("claimgraph build"), "{text}");
}

#[test]
fn exit_codes_tell_problems_from_failures() {
    assert_eq!(run(&["build", "no-such-folder"]).status.code(), Some(2));
    assert_eq!(run(&["query", "-e", "SELECT * WHERE { ?s ?p ?o }", "-g", "no-such-graph"]).status.code(), Some(2));
    assert_eq!(run(&["no-such-command"]).status.code(), Some(2));
    assert_eq!(run(&["rules", "check"]).status.code(), Some(0));
}

#[test]
fn annotate_prints_one_object_a_document() {
    let input = crate::root().join("input");
    let seen = run(&["annotate", &input.to_string_lossy()]);
    assert_eq!(seen.status.code(), Some(0), "{}", String::from_utf8_lossy(&seen.stderr));
    let text = String::from_utf8(seen.stdout).expect("UTF-8");
    for line in text.lines() {
        let document: serde_json::Value = serde_json::from_str(line).expect("an object a line");
        assert!(document["claims"].is_array() && document["mentions"].is_array());
    }
    assert_eq!(text.lines().count(), 4);
}

#[test]
fn completions_and_manual_are_printed() {
    assert!(String::from_utf8_lossy(&run(&["completions", "bash"]).stdout).contains("claimgraph"));
    assert!(String::from_utf8_lossy(&run(&["man"]).stdout).contains(".TH"));
}
