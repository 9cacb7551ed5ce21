//! A dossier as Markdown that any reader shows as it is meant.
//!
//! All words that come from documents are escaped: no markup, link or HTML of theirs takes effect.

use std::fmt::Write;

use super::{Dossier, Line};

/// The dossier's text.
pub fn write(dossier: &Dossier) -> String {
    let mut out = format!("# {}\n\n", safe(&dossier.title));
    for (name, value, address) in &dossier.facts {
        let value = safe(value);
        let value = match address.as_deref().filter(|address| is_plain(address)) {
            Some(address) => format!("[{value}](<{address}>)"),
            None => value,
        };
        line(&mut out, format_args!("- **{name}:** {value}"));
    }
    if !dossier.contested.is_empty() {
        out.push_str("\n## Contested\n");
    }
    for (what, pro, contra) in &dossier.contested {
        line(&mut out, format_args!("\n### {}\n\n**Says so:**\n", safe(what)));
        pro.iter().for_each(|claim| claim_of(&mut out, claim));
        line(&mut out, format_args!("\n**Says that it is not so:**\n"));
        contra.iter().for_each(|claim| claim_of(&mut out, claim));
    }
    for (title, groups) in &dossier.sections {
        line(&mut out, format_args!("\n## {}", safe(title)));
        for (stance, lines) in groups {
            line(&mut out, format_args!("\n### {}{}\n", stance.as_str()[..1].to_uppercase(), &stance.as_str()[1..]));
            lines.iter().for_each(|claim| claim_of(&mut out, claim));
        }
    }
    out
}

fn line(out: &mut String, text: std::fmt::Arguments) {
    writeln!(out, "{text}").expect("a string takes all that is written to it");
}

fn claim_of(out: &mut String, claim: &Line) {
    let date = if claim.date.is_empty() { String::new() } else { format!(" ({})", safe(&claim.date)) };
    line(out, format_args!("- {}{date}", safe(&claim.statement)));
    let mut quote = String::new();
    for (text, mark) in &claim.quote {
        let (inner, before) = (text.trim(), text.len() - text.trim_start().len());
        match *mark && !inner.is_empty() {
            true => {
                quote.push_str(&safe(&text[..before]));
                quote.push_str(&format!("**{}**", safe(inner)));
                quote.push_str(&safe(&text[before + inner.len()..]));
            }
            false => quote.push_str(&safe(text)),
        }
    }
    if !quote.is_empty() {
        line(out, format_args!("  > {}\n  >", quote.trim()));
    }
    let place = safe(&claim.place);
    let place = match claim.url.as_deref().filter(|url| is_plain(url)) {
        Some(url) => format!("[{place}](<{url}>)"),
        None => place,
    };
    line(out, format_args!("  > — {}; {place}", safe(&claim.source)));
}

/// Whether an address can stand between angle brackets.
fn is_plain(address: &str) -> bool {
    (address.starts_with("https://") || address.starts_with("http://"))
        && !address.contains(|letter: char| {
            letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>' | '\\')
        })
}

/// Text without effect as Markdown.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' | '\t' => out.push(' '),
            _ if letter.is_control() => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '=' => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_has_no_effect() {
        assert_eq!(safe("<b>*x*[a](b)\n# y"), "&lt;b&gt;\\*x\\*\\[a\\](b) \\# y");
        assert!(!is_plain("javascript:alert(1)") && !is_plain("https://a/> <b"));
    }
}
