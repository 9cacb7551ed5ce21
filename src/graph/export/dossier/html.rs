//! A dossier as one HTML page without scripts.
//!
//! All words that come from documents are escaped, and a content-security policy allows nothing but the page's own style.

use std::fmt::Write;

use super::super::page::{escape, policy};
use super::{Dossier, Line};

const STYLE: &str = include_str!("style.css");

/// The dossier's page.
pub fn write(dossier: &Dossier) -> String {
    let title = escape(&dossier.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<dl>\n",
        policy(STYLE, &[])
    );
    for (name, value, address) in &dossier.facts {
        line(&mut out, format_args!("<dt>{}</dt><dd>{}</dd>", escape(name), link(value, address.as_deref())));
    }
    out.push_str("</dl>\n");
    if !dossier.contested.is_empty() {
        out.push_str("<h2>Contested</h2>\n");
    }
    for (what, pro, contra) in &dossier.contested {
        line(&mut out, format_args!("<h3>{}</h3>\n<div class=\"sides\">", escape(what)));
        for (heading, lines) in [("Says so", pro), ("Says that it is not so", contra)] {
            line(&mut out, format_args!("<div><h4>{heading}</h4>"));
            claims(&mut out, lines);
            out.push_str("</div>\n");
        }
        out.push_str("</div>\n");
    }
    for (title, groups) in &dossier.sections {
        line(&mut out, format_args!("<h2>{}</h2>", escape(title)));
        for (stance, lines) in groups {
            line(&mut out, format_args!("<h3 class=\"{0}\">{0}</h3>", stance.as_str()));
            claims(&mut out, lines);
        }
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn line(out: &mut String, text: std::fmt::Arguments) {
    writeln!(out, "{text}").expect("a string takes all that is written to it");
}

fn claims(out: &mut String, lines: &[Line]) {
    out.push_str("<ul>\n");
    for claim in lines {
        let date = if claim.date.is_empty() { String::new() } else { format!(" ({})", escape(&claim.date)) };
        line(out, format_args!("<li><p>{}{date}</p>", escape(&claim.statement)));
        if !claim.quote.is_empty() {
            out.push_str("<blockquote>");
            for (text, mark) in &claim.quote {
                let text = escape(text);
                out.push_str(&if *mark { format!("<mark>{text}</mark>") } else { text });
            }
            out.push_str("</blockquote>\n");
        }
        let place = link(&claim.place, claim.url.as_deref());
        line(out, format_args!("<p class=\"source\">— {}; {place}</p></li>", escape(&claim.source)));
    }
    out.push_str("</ul>\n");
}

/// Text that leads to an address of the web; other kinds of addresses lead nowhere.
fn link(text: &str, address: Option<&str>) -> String {
    match address.filter(|address| address.starts_with("https://") || address.starts_with("http://")) {
        Some(address) => format!("<a rel=\"noreferrer\" href=\"{}\">{}</a>", escape(address), escape(text)),
        None => escape(text),
    }
}
