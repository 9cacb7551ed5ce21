//! The command line: what a person sees first, exit codes, pipes; one file for each thing that people do with it.

mod exporting;
mod identities;
mod importing;
mod linking;
mod showing;
mod verifying;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claimgraph")).args(args).stdin(Stdio::null()).output().expect("the program runs")
}

/// A folder with a collection in `input/` and a graph in `graph/`.
struct Place(tempfile::TempDir);

impl Place {
    /// A collection of these files.
    fn new(files: &[(&str, &str)]) -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        std::fs::create_dir(place.path("input")).expect("a folder");
        files.iter().for_each(|(name, text)| place.write(&format!("input/{name}"), text));
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("written");
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect(name)
    }

    /// Runs the program in the folder: exit code, stdout, stderr.
    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let done = Command::new(env!("CARGO_BIN_EXE_claimgraph"))
            .args(args)
            .current_dir(self.0.path())
            .env("COLUMNS", "200")
            .stdin(Stdio::null())
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (done.status.code().expect("a code"), text(done.stdout), text(done.stderr))
    }

    /// Builds `graph/`, and says what `build` said.
    fn build(&self) -> String {
        let (code, _, said) = self.run(&["build", "input"]);
        assert!(code == 0, "{said}");
        said
    }

    /// Law 3: the graph is what a clean build gives.
    fn is_as_built_anew(&self) {
        let (_, _, said) = self.run(&["build", "input", "-o", "anew"]);
        for name in ["graph.nq", "graph.ttl", "graph.graphml", "annotations.jsonl"] {
            assert!(
                self.read(&format!("graph/{name}")) == self.read(&format!("anew/{name}")),
                "{name} differs: {said}"
            );
        }
        std::fs::remove_dir_all(Path::new(&self.path("anew"))).expect("removed");
    }
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

/// A reader of what is said that goes away, as `head -1` does, stops nothing.
#[test]
fn readers_may_go_away() {
    let place = Place::new(&[("a.txt", "France accused Belarus of piracy."), ("x.docx", "x")]);
    let alone = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimgraph"));
        let command = command.args(args).current_dir(place.0.path()).stdin(Stdio::null());
        let (out, said) = (std::io::pipe().expect("a pipe"), std::io::pipe().expect("a pipe"));
        let mut child = command.stdout(out.1).stderr(said.1).spawn().expect("the program runs");
        drop((out.0, said.0));
        child.wait().expect("it ends").code()
    };
    assert_eq!(alone(&["build", "input"]), Some(0));
    assert!(place.read("graph/graph.nq").contains("piracy"));
    for (args, code) in [
        (&["--help"][..], 0),
        (&["annotate", "input"], 0),
        (&["ask"], 0),
        (&["ask", "accusations"], 0),
        (&["query", "-e", "SELECT * { ?s cg:acuses ?o }"], 0),
        (&["export", "--format", "ntriples"], 0),
        (&["rules", "check"], 0),
        (&["man"], 0),
        (&["no-such-command"], 2),
        (&["build", "nowhere"], 2),
    ] {
        assert_eq!(alone(args), Some(code), "{args:?}");
    }
}

#[test]
fn completions_and_manual_are_printed() {
    assert!(String::from_utf8_lossy(&run(&["completions", "bash"]).stdout).contains("claimgraph"));
    assert!(String::from_utf8_lossy(&run(&["man"]).stdout).contains(".TH"));
}
