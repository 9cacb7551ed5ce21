//! Files that are no TOML or no JSON: their first mistake, in words that say what to write.
//!
//! In: a file's name, its text, and what its parser found. Out: one diagnostic. What follows the first mistake may only seem
//! to be wrong, so nothing of it is told: a list that is not closed takes the next rule for one of its elements. Where that is
//! seen, the place is the end of the list and not the line at which the parser gave up.

use super::{Diagnostic, Place};

/// The first mistake of a TOML file; nothing where it is sound.
pub fn broken_toml(file: &str, text: &str, problems: &[toml::de::Error]) -> Option<Diagnostic> {
    let start = |problem: &toml::de::Error| problem.span().map_or(0, |span| span.start);
    let first = problems.iter().min_by_key(|problem| start(problem))?;
    let (at, message) = unclosed(text, start(first), first.message())
        .map_or((start(first), first.message().to_owned()), |(at, message)| (at, message.to_owned()));
    let hint = "mend this place and try again: what follows it can't be judged before";
    Some(Diagnostic::error(Place::of_byte(file, text, at), "bad-toml", message).hint(hint))
}

/// The end of a list or table after which the parser met the beginning of a line that does not belong to it, and what is
/// missing there.
fn unclosed(text: &str, at: usize, message: &str) -> Option<(usize, &'static str)> {
    let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let read = text[line..at].trim_start();
    let missing = match message {
        _ if read == "[[" && message.contains("boolean") | message.contains("quoted") => {
            "the list is not closed: expected `]`"
        }
        _ if !read.is_empty() => return None,
        _ if message.contains("array elements") => "the list is not closed: expected `]`, or `,` and another element",
        _ if message.contains("key-value pairs") => "the table is not closed: expected `}`, or `,` and another key",
        _ => return None,
    };
    let mut before = text[..line].trim_end();
    while let Some(last) = before.lines().next_back().filter(|last| last.trim_start().starts_with('#')) {
        before = before[..before.len() - last.len()].trim_end();
    }
    (!before.is_empty()).then_some((before.len(), missing))
}

/// What is wrong with a JSON text that begins at a line of a file.
pub fn broken_json(file: &str, line: u32, problem: &serde_json::Error) -> Diagnostic {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let place = Place {
        file: file.to_owned(),
        line: line.saturating_add(number(problem.line())).saturating_sub(1),
        column: number(problem.column()),
    };
    let words = problem.to_string();
    let words = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
    Diagnostic::error(place, "bad-json", format!("this is no JSON: {words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toml(text: &str) -> String {
        let found = broken_toml("x.toml", text, &toml::de::DeTable::parse_recoverable(text).1);
        found.map(|found| format!("{} {}", found.place, found.message)).unwrap_or_default()
    }

    #[test]
    fn a_list_that_is_not_closed_is_told_where_it_ends() {
        let told = toml("[[frame]]\nverbs = [\"a\", \"b\"\n\n# a remark\nid = \"x\"\n");
        assert_eq!(told, "x.toml:2:18 the list is not closed: expected `]`, or `,` and another element");
        for next in ["frame", "source", "stance", "member"] {
            let told = toml(&format!("[[frame]]\nexamples = [\n  {{}},\n\n[[{next}]]\nid = \"x\"\n"));
            assert_eq!(told, "x.toml:3:6 the list is not closed: expected `]`");
        }
        let told = toml("[[frame]]\nobject = { class = \"A\"\nid = \"x\"\n");
        assert_eq!(told, "x.toml:2:23 the table is not closed: expected `}`, or `,` and another key");
        assert!(toml("[[frame]\nid = 1\n").starts_with("x.toml:1:9 unclosed"), "{}", toml("[[frame]\nid = 1\n"));
        assert!(toml("[[]]\n").starts_with("x.toml:1:"));
        assert_eq!(toml("[[frame]]\nid = \"x\"\n"), "");
    }

    #[test]
    fn a_line_of_json_is_told_by_its_line_in_the_file() {
        let problem = serde_json::from_str::<serde_json::Value>("{\"id\": ").expect_err("broken");
        let found = broken_json("x.jsonl", 7, &problem);
        assert_eq!(found.place.to_string(), "x.jsonl:7:7");
        assert_eq!(found.message, "this is no JSON: EOF while parsing a value");
    }
}
