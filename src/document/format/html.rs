//! HTML: the main content as paragraphs, and what the page says of itself.
//!
//! In: decoded text. Out: text and metadata from `<meta>`, OpenGraph and JSON-LD. The article is found by the crate
//! dom_smoothie; where that finds next to nothing (list pages), or the page nests too deep for a tree, all the body's text
//! is taken by a stripper of our own, which needs no stack.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::Metadata;
use crate::document::manifest::is_date;

/// Deepest nesting that is given to a tree builder.
const MAX_NESTING: usize = 400;
/// Largest page that is given to it, in bytes.
const MAX_TREE: usize = 4 << 20;

/// Reads a page.
pub(super) fn read(page: &str) -> (String, Metadata) {
    let metadata = metadata(page);
    let stripped = strip(page);
    let article = (page.len() <= MAX_TREE && nesting(page) <= MAX_NESTING).then(|| article(page)).flatten();
    let text = match article {
        Some(text) if text.len() * 5 >= stripped.len() || text.len() > 2000 => text,
        _ => stripped,
    };
    let date = metadata.date.clone().or_else(|| super::text::dateline(&text));
    (text, Metadata { date, ..metadata })
}

/// The encoding that the page names.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let named = Regex::new(r#"(?i)charset\s*=\s*["']?([\w-]+)"#).expect("a valid pattern");
    encoding_rs::Encoding::for_label(named.captures(&head)?[1].as_bytes())
}

/// The main content by dom_smoothie, with its paragraphs.
fn article(page: &str) -> Option<String> {
    let mut readability = dom_smoothie::Readability::new(page, None, None).ok()?;
    let found = readability.parse().ok()?;
    Some(strip(&found.content))
}

/// How deep elements nest, by counting tags.
fn nesting(page: &str) -> usize {
    let (mut depth, mut deepest) = (0usize, 0usize);
    for part in page.split('<').skip(1) {
        match part.as_bytes().first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'a'..=b'z' | b'A'..=b'Z') if !is_void(part) => depth += 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn is_void(tag: &str) -> bool {
    let name = tag_name(tag);
    matches!(
        name.as_str(),
        "br" | "img" | "meta" | "link" | "hr" | "input" | "p" | "li" | "source" | "wbr" | "td" | "tr"
    )
}

fn tag_name(tag: &str) -> String {
    tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

/// All text without tags, scripts and styles; block elements end a paragraph.
fn strip(page: &str) -> String {
    let mut text = String::with_capacity(page.len() / 2);
    let mut rest = page;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(close) = rest.find('>') else { break };
        let name = tag_name(&rest[1..close]);
        let closing = rest.as_bytes().get(1) == Some(&b'/');
        rest = &rest[close + 1..];
        match name.as_str() {
            "script" | "style" | "head" | "noscript" | "template" | "svg" | "nav" | "footer" if !closing => {
                let end = format!("</{name}");
                rest = find_ignoring_case(rest, &end).map_or("", |at| &rest[at..]);
            }
            "li" if !closing => text.push_str("\n\n• "),
            "br" => text.push('\n'),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "li" | "table" | "tr" | "section"
            | "article" | "blockquote" | "figure" | "figcaption" | "header" | "body" | "main" | "aside" | "form"
            | "title" => text.push_str("\n\n"),
            "td" | "th" => text.push(' '),
            _ => {}
        }
    }
    if !rest.starts_with('<') {
        text.push_str(rest);
    }
    paragraphs(&entities(&text))
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    text.windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}

/// Single spaces in lines, single blank lines between paragraphs.
fn paragraphs(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split("\n\n") {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() && line != "•" {
            lines.push(line);
        }
    }
    lines.join("\n\n")
}

/// Resolves the entities that articles use; unknown ones stay as they are.
fn entities(text: &str) -> String {
    static ENTITY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});").expect("a valid pattern"));
    let replaced = ENTITY.replace_all(text, |found: &regex::Captures| {
        let name = &found[1];
        let number = name.strip_prefix("#x").or_else(|| name.strip_prefix("#X")).map_or_else(
            || name.strip_prefix('#').and_then(|digits| digits.parse().ok()),
            |hex| u32::from_str_radix(hex, 16).ok(),
        );
        let named = match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            "nbsp" => " ",
            "rsquo" => "’",
            "lsquo" => "‘",
            "ldquo" => "“",
            "rdquo" => "”",
            "ndash" => "–",
            "mdash" => "—",
            "hellip" => "…",
            "eacute" => "é",
            "copy" => "©",
            _ => {
                return number
                    .and_then(char::from_u32)
                    .filter(|&c| c != '\0')
                    .map_or(found[0].to_string(), String::from);
            }
        };
        named.to_string()
    });
    replaced.into_owned()
}

/// What the page says of itself; OpenGraph before plain meta before JSON-LD before `<title>`.
fn metadata(page: &str) -> Metadata {
    let head = &page[..page.char_indices().nth(200_000).map_or(page.len(), |(at, _)| at)];
    let meta = Regex::new(r#"(?is)<meta\s+([^>]*)>"#).expect("a valid pattern");
    let attribute = Regex::new(r#"(?is)([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')"#).expect("a valid pattern");
    let mut found: Vec<(String, String)> = Vec::new();
    for tag in meta.captures_iter(head) {
        let (mut name, mut content) = (String::new(), String::new());
        for part in attribute.captures_iter(&tag[1]) {
            let value = part.get(2).or(part.get(3)).map_or("", |value| value.as_str());
            match part[1].to_lowercase().as_str() {
                "name" | "property" | "itemprop" => name = value.to_lowercase(),
                "content" => content = entities(value),
                _ => {}
            }
        }
        found.push((name, content));
    }
    for key in ["headline", "datePublished", "url"] {
        let pattern = Regex::new(&format!(r#""{key}"\s*:\s*"((?:[^"\\]|\\.)*)""#)).expect("a valid pattern");
        found.extend(
            pattern
                .captures(head)
                .map(|value| (format!("ld:{key}"), value[1].replace("\\\"", "\"").replace("\\/", "/"))),
        );
    }
    let title = Regex::new(r"(?is)<title[^>]*>(.*?)</title>").expect("a valid pattern");
    found.extend(title.captures(head).map(|title| ("title".to_string(), entities(title[1].trim()))));
    let first = |names: &[&str]| {
        names.iter().find_map(|name| {
            found
                .iter()
                .find(|(known, value)| known == name && !value.trim().is_empty())
                .map(|(_, value)| value.trim().to_string())
        })
    };
    let date = first(&[
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dcterms.date",
        "pubdate",
        "ld:datePublished",
    ]);
    Metadata {
        title: first(&["og:title", "dc.title", "ld:headline", "title"]),
        publisher: first(&["og:site_name", "publisher", "dc.publisher"]),
        author: first(&["author", "article:author", "dc.creator"]),
        date: date.and_then(|date| date.get(..10).filter(|day| is_date(day)).map(str::to_string)),
        url: first(&["og:url", "ld:url"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_give_paragraphs_and_metadata_and_deep_nesting_is_survived() {
        let page = "<html><head><title>T</title><meta property='og:site_name' content='Paper'>\
                    <meta name=\"date\" content=\"2020-06-29T10:00\"></head><body><script>x<y</script><p>A &amp; b\nc</p><p>D</p></body></html>";
        let (text, metadata) = read(page);
        assert_eq!(text, "A & b c\n\nD");
        assert_eq!((metadata.publisher.as_deref(), metadata.date.as_deref()), (Some("Paper"), Some("2020-06-29")));
        let deep = format!("{}x{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(read(&deep).0, "x");
    }
}
