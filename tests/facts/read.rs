//! Small readers of what the program writes, so that the law is checked on the files and not on what made them.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

/// A vertex or edge of an XML graph: its attributes and its columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// `node` or `edge`.
    pub(super) kind: String,
    /// Attributes and columns by name; colours as `r`, `g`, `b`, yEd's line as `line`.
    pub(super) values: BTreeMap<String, String>,
}

impl Element {
    /// A value; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }
}

fn attributes(tag: &BytesStart) -> BTreeMap<String, String> {
    let text = |text: &str| text.replace("&amp;", "&");
    tag.attributes().flatten().map(|one| (text(one.key.as_ref()), text(&one.value))).collect()
}

/// The vertices and edges of a GraphML or GEXF file.
pub(super) fn graph(bytes: &[u8]) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(bytes).expect("UTF-8"));
    let (mut elements, mut current, mut key) = (Vec::new(), None::<Element>, String::new());
    loop {
        let event = reader.read_event().expect("well-formed");
        match &event {
            Event::Eof => return elements,
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_string();
                let mut values = attributes(tag);
                match (name.as_str(), &mut current) {
                    ("node" | "edge", _) => {
                        let values = values.into_iter().map(|(name, value)| (format!("@{name}"), value)).collect();
                        current = Some(Element { kind: name, values });
                    }
                    ("data", _) => key = values.remove("key").unwrap_or_default(),
                    ("attvalue", Some(element)) => {
                        element.values.insert(values["for"].clone(), values["value"].clone());
                    }
                    ("viz:color", Some(element)) => element.values.extend(values),
                    ("y:LineStyle", Some(element)) => {
                        element.values.insert("line".into(), values["type"].clone());
                        element.values.insert("colour".into(), values["color"].clone());
                    }
                    _ => {}
                }
            }
            Event::Text(text) => {
                if let Some(element) = current.as_mut().filter(|_| !key.is_empty()) {
                    let name = key.split_once('-').map_or(key.as_str(), |(_, name)| name).to_string();
                    element.values.entry(name).or_default().push_str(text);
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                "node" | "edge" => elements.extend(current.take()),
                "data" => key.clear(),
                _ => {}
            },
            _ => {}
        }
    }
}

/// Claims in a dossier's Markdown: the stance of their section, and their line.
pub(super) fn markdown(text: &str) -> Vec<(String, String)> {
    let (mut section, mut stance, mut found) = (String::new(), String::new(), Vec::new());
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("### ") {
            stance = if section == "Contested" { "contested".into() } else { title.to_lowercase() };
        } else if let Some(title) = line.strip_prefix("## ") {
            section = title.to_string();
        } else if let Some(claim) = line.strip_prefix("- ").filter(|_| !section.is_empty()) {
            found.push((stance.clone(), claim.to_string()));
        }
    }
    found
}

/// The same in a dossier's HTML.
pub(super) fn html(text: &str) -> Vec<(String, String)> {
    let (mut section, mut stance, mut found) = (String::new(), String::new(), Vec::new());
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("<h2>") {
            section = title.trim_end_matches("</h2>").to_string();
        } else if line.starts_with("<h3") {
            let title = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            stance = if section == "Contested" { "contested".into() } else { title.to_string() };
        } else if let Some(claim) = line.strip_prefix("<li><p>") {
            found.push((stance.clone(), claim.to_string()));
        }
    }
    found
}
