//! Markdown: front matter as metadata, the rest as text without its marks.
//!
//! In: decoded text. Out: plain paragraphs. Only the marks that writers of articles use are undone (headings, emphasis,
//! links, images, quotes, code fences); a full Markdown parser would give no better text for reading.

use regex::Regex;

use crate::document::Metadata;
use crate::document::manifest::is_date;

/// Reads a Markdown text.
pub(super) fn read(text: &str) -> (String, Metadata) {
    let (metadata, body) = front_matter(text);
    let plain = plain(body);
    let date = metadata.date.clone().or_else(|| super::text::dateline(&plain));
    let heading = || body.lines().find_map(|line| line.strip_prefix("# ")).map(|title| title.trim().to_string());
    let title = metadata.title.clone().or_else(heading);
    (plain, Metadata { date, title, ..metadata })
}

/// What stands between two lines of `---` or `+++` at the top.
fn front_matter(text: &str) -> (Metadata, &str) {
    for fence in ["---", "+++"] {
        let Some(rest) = text.strip_prefix(fence).and_then(|rest| rest.strip_prefix(['\n', '\r'])) else { continue };
        let end = rest.match_indices(fence).find(|(at, _)| *at == 0 || rest[..*at].ends_with('\n'));
        let Some((at, _)) = end else { continue };
        let mut metadata = Metadata::default();
        for line in rest[..at].lines() {
            let Some((key, value)) = line.split_once([':', '=']) else { continue };
            let value = value.trim().trim_matches(['"', '\'']).to_string();
            match key.trim().to_lowercase().as_str() {
                "title" => metadata.title = Some(value),
                "author" => metadata.author = Some(value),
                "publisher" | "source" => metadata.publisher = Some(value),
                "url" | "link" => metadata.url = Some(value),
                "date" => metadata.date = value.get(..10).filter(|day| is_date(day)).map(str::to_string),
                _ => {}
            }
        }
        return (metadata, &rest[at + fence.len()..]);
    }
    (Metadata::default(), text)
}

fn plain(body: &str) -> String {
    let link = Regex::new(r"!?\[([^\]\n]*)\]\([^)\n]*\)").expect("a valid pattern");
    let emphasis = Regex::new(r"(\*\*|__|\*|`)([^*_`\n]+)(\*\*|__|\*|`)").expect("a valid pattern");
    let mut lines = Vec::new();
    let mut fenced = false;
    for line in body.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        if fenced {
            continue;
        }
        let line = line.trim_start_matches(['#', '>']).trim_start_matches(' ');
        let line = line.strip_prefix("* ").map_or(line.to_string(), |item| format!("• {item}"));
        let line = link.replace_all(&line, "$1");
        lines.push(emphasis.replace_all(&line, "$2").into_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn front_matter_is_metadata_and_marks_are_gone() {
        let (text, metadata) =
            read("---\ntitle: \"A: b\"\ndate: 2020-06-29\n---\n# Head\n\nThe **big** [plan](http://a.org).\n");
        assert_eq!(text.trim(), "Head\n\nThe big plan.");
        assert_eq!((metadata.title.as_deref(), metadata.date.as_deref()), (Some("A: b"), Some("2020-06-29")));
    }
}
