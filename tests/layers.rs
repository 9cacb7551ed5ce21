//! The layers of the house: a module may name those to its left, never those to its right.

use std::path::Path;

const LAYERS: [&str; 12] = [
    "diagnostic",
    "document",
    "syntax",
    "gazetteer",
    "rules",
    "mention",
    "entity",
    "claim",
    "rdf",
    "graph",
    "pipeline",
    "cli",
];

/// `use crate::x` and `crate::x::` in a file's code, with the layer the file belongs to.
fn named(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a source file");
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in code {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + 7..];
            let names = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or(list));
            for name in names.split(',').take(if rest.starts_with('{') { 20 } else { 1 }) {
                let word: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.push(word);
            }
        }
    }
    found
}

fn files(folder: &Path, list: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() { files(&path, list) } else { list.push(path) }
    }
}

#[test]
fn no_module_names_one_to_its_right() {
    let src = crate::root().join("src");
    let mut list = Vec::new();
    files(&src, &mut list);
    let rank = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let mut wrong = Vec::new();
    for path in list.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let relative = path.strip_prefix(&src).expect("below src");
        let first = relative.components().next().expect("a name").as_os_str().to_string_lossy().replace(".rs", "");
        let Some(own) = rank(&first) else { continue };
        for name in named(path) {
            if rank(&name).is_some_and(|other| other > own) {
                wrong.push(format!("{} names {name}", relative.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
