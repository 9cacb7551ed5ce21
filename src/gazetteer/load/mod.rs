//! From CSV files to a [`Gazetteer`], with a diagnostic for every bad row.
//!
//! In: file names and texts. A file's name says which class its rows are; its header says which columns it has: `id`,
//! `name`, `aliases`, `wikidata`, `source` in all, and what its class needs (see `ontology/gazetteer/README.md`). A row
//! with an id that an earlier file has replaces it. An external id without a source is refused.

mod link;

use std::collections::{BTreeSet, HashMap};

use super::kinds::{COMMON, LISTED};
use super::lookup::Names;
use super::rows::{self, Row, SOURCES, read};
use super::{Class, Entry, EntryId, Gazetteer, Gender, Hit, TitleKind, fold};
use crate::diagnostic::{Diagnostic, Place, suggestion};
use crate::syntax;

/// The files, and the class of their rows.
const FILES: [(&str, Class); 19] = [
    ("countries.csv", Class::Government),
    ("bodies.csv", Class::Organisation),
    ("ministries.csv", Class::Organisation),
    ("parliaments.csv", Class::Organisation),
    ("courts.csv", Class::Organisation),
    ("militaries.csv", Class::Organisation),
    ("ngos.csv", Class::Organisation),
    ("media.csv", Class::Organisation),
    ("parties.csv", Class::Organisation),
    ("companies.csv", Class::Organisation),
    ("universities.csv", Class::Organisation),
    ("places.csv", Class::Place),
    ("capitals.csv", Class::Place),
    ("seats.csv", Class::Place),
    ("groups.csv", Class::Group),
    ("instruments.csv", Class::Instrument),
    ("reports.csv", Class::Report),
    ("officials.csv", Class::Official),
    ("persons.csv", Class::Person),
];

/// The kinds of titles.
const TITLES: [(&str, TitleKind); 3] =
    [("office", TitleKind::Office), ("role", TitleKind::Role), ("honorific", TitleKind::Honorific)];

/// The genders of given names; "u" is borne by both.
const GENDERS: [(&str, Gender); 3] = [("f", Gender::Female), ("m", Gender::Male), ("u", Gender::Unknown)];

/// The first part of an entry's key; officials are persons.
fn folder(class: Class) -> String {
    let class = if class == Class::Official { Class::Person } else { class };
    class.as_str().to_lowercase()
}

/// A gazetteer whose rows are being read.
#[derive(Default)]
struct Builder {
    done: Gazetteer,
    by_key: HashMap<String, EntryId>,
    names: Vec<(String, Hit)>,
    /// What bodies between states are called, for the names of what belongs to them.
    called: HashMap<EntryId, Vec<String>>,
    titles: Vec<(String, TitleKind)>,
}

impl Gazetteer {
    /// Compiles files, each a name (`gazetteer/countries.csv`) and a text.
    pub fn load(files: &[(String, String)]) -> (Gazetteer, Vec<Diagnostic>) {
        let mut gazetteer = Builder::default();
        let mut diagnostics = Vec::new();
        let mut rows: Vec<(Class, String, Row)> = Vec::new();
        let mut called: Vec<Row> = Vec::new();
        let mut sources: BTreeSet<String> = BTreeSet::new();
        for (file, text) in files {
            let short = file.rsplit('/').next().unwrap_or(file);
            // A pack adds to a list by a file of its own: companies-ownership.csv.
            let own = |name: &str| {
                let stem = name.trim_end_matches(".csv");
                short.strip_prefix(stem).is_some_and(|rest| rest == ".csv" || rest.starts_with('-'))
            };
            match FILES.iter().find(|(name, _)| own(name)) {
                Some((name, class)) => {
                    let read = read(file, text, &["id", "name", "source"], &mut diagnostics);
                    rows.extend(read.into_iter().map(|row| (*class, (*name).to_string(), row)));
                }
                None if own("offices.csv") => gazetteer.titles(file, text, &mut diagnostics),
                None if own("words.csv") || own("common-words.csv") => {
                    gazetteer.word_kinds(file, text, &mut diagnostics)
                }
                None if own("called.csv") => {
                    called.extend(read(file, text, &["name", "of", "source"], &mut diagnostics))
                }
                None if own("first-names.csv") => gazetteer.given_names(file, text, &mut diagnostics),
                None if own(SOURCES) => {
                    let read = read(file, text, &["name"], &mut diagnostics);
                    sources.extend(read.iter().map(|row| row.cell("name").to_string()));
                }
                None => {
                    let known = FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                    let message = format!("`{short}` is no file of the gazetteer");
                    let hint = format!(
                        "known files: {known}, offices.csv, called.csv, first-names.csv, words.csv, common-words.csv, {SOURCES}"
                    );
                    diagnostics.push(Diagnostic::warning(Place::file(file), "unknown-file", message).hint(hint));
                }
            }
        }
        rows::check(&rows, &sources, &mut diagnostics);
        for (class, file, row) in &rows {
            if file != "seats.csv" {
                gazetteer.entry_of(*class, file, row, &mut diagnostics);
            }
        }
        for (class, file, row) in &rows {
            gazetteer.link(*class, file, row, &mut diagnostics);
        }
        for row in &called {
            gazetteer.called(row, &mut diagnostics);
        }
        (gazetteer.finish(), diagnostics)
    }
}

impl Builder {
    fn finish(self) -> Gazetteer {
        let mut done = self.done;
        done.names = Names::new(self.names, |a, b| a.entry == b.entry && a.form == b.form);
        done.titles = Names::new(self.titles, |_, _| false);
        done.index();
        done
    }

    /// Adds a row's entry, if its key is new.
    fn entry_of(&mut self, class: Class, file: &str, row: &Row, diagnostics: &mut Vec<Diagnostic>) {
        let (id, name, wikidata) = (row.cell("id"), row.cell("name"), row.cell("wikidata"));
        if id.is_empty() || name.is_empty() {
            let hint = "give an id such as `human-rights-watch` and a name";
            diagnostics
                .push(Diagnostic::error(row.place.clone(), "empty-cell", "the row has no id or name").hint(hint));
            return;
        }
        let is_id =
            wikidata.strip_prefix('Q').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
        if !wikidata.is_empty() && (!is_id || matches!(row.cell("source"), "" | "curated")) {
            let message = format!("the Wikidata id \"{wikidata}\" has no source, or is no id");
            let hint = "name the file it comes from in `source`, or leave `wikidata` empty";
            diagnostics.push(Diagnostic::error(row.place.clone(), "unsourced-id", message).hint(hint));
        }
        let key = format!("{}/{id}", folder(class));
        if self.by_key.contains_key(&key) {
            return;
        }
        let number = EntryId(u32::try_from(self.done.entries.len()).expect("fewer than 2^32 entries"));
        self.by_key.insert(key.clone(), number);
        if file == "bodies.csv" {
            let names = std::iter::once(name).chain(row.list("aliases"));
            self.called.insert(number, names.map(str::to_owned).collect());
        }
        let wikidata = (!wikidata.is_empty()).then(|| wikidata.to_string());
        self.done.entries.push(Entry { key, class, name: name.to_string(), part_of: None, wikidata });
    }

    fn titles(&mut self, file: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) {
        for row in read(file, text, &["name", "kind"], diagnostics) {
            let Some(kind) = known(&row, "kind", &TITLES, "no kind of title", diagnostics) else { continue };
            for name in [row.cell("name"), row.cell("plural")].into_iter().chain(row.list("aliases")) {
                let words: Vec<String> = folded(name).iter().map(|word| word.to_lowercase()).collect();
                // British papers write "Mr" without a stop.
                let bare: Vec<String> = words.iter().map(|word| word.trim_end_matches('.').to_string()).collect();
                for words in [Some(bare).filter(|bare| *bare != words), Some(words)].into_iter().flatten() {
                    self.titles.push((words.join(" "), kind));
                }
            }
        }
    }

    fn word_kinds(&mut self, file: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) {
        let common = file.rsplit('/').next().is_some_and(|short| short.starts_with("common-words"));
        let needed: &[&str] = if common { &["word"] } else { &["word", "kind"] };
        for row in read(file, text, needed, diagnostics) {
            let kind = match common {
                true => Some(COMMON),
                false => known(&row, "kind", &LISTED.map(|kind| (kind, kind)), "no kind of word", diagnostics),
            };
            let Some(kind) = kind else { continue };
            let kind = self.done.words.entry(kind.to_string()).or_default();
            kind.insert(row.cell("word").to_string());
        }
    }

    fn given_names(&mut self, file: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) {
        for row in read(file, text, &["name", "gender"], diagnostics) {
            let Some(gender) = known(&row, "gender", &GENDERS, "no gender of a given name", diagnostics) else {
                continue;
            };
            self.done.given.insert(row.cell("name").to_string(), gender);
        }
    }
}

/// What a cell's word stands for, among those that its column may hold; `no` says in the diagnostic what any other is not.
fn known<T: Copy>(
    row: &Row,
    column: &str,
    words: &[(&str, T)],
    no: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let word = row.cell(column);
    let found = words.iter().find(|(known, _)| *known == word).map(|(_, meant)| *meant);
    if found.is_none() {
        let known: Vec<&str> = words.iter().map(|(known, _)| *known).collect();
        let message = format!("\"{word}\" is {no}{}", suggestion(word, known.iter().copied()));
        let hint = format!("one of: {}", known.join(", "));
        diagnostics.push(Diagnostic::error(row.place.clone(), "unknown-value", message).hint(hint));
    }
    found
}

/// A name as folded words.
fn folded(name: &str) -> Vec<String> {
    syntax::words(name).into_iter().map(|span| fold(span.of(name))).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_rows_are_named_and_good_ones_found() {
        let text =
            "id,name,aliases,wikidata,source,ambiguous\nacme,Acme Group,ACME,,curated,\nx,X,,Q1,curated,\ny,Y,\n";
        let (gazetteer, found) = Gazetteer::load(&[("gazetteer/ngos.csv".into(), text.into())]);
        let codes: Vec<_> = found.iter().map(|found| (found.code, found.place.line)).collect();
        assert_eq!(codes, [("wrong-width", 4), ("unsourced-id", 3)]);
        let words: Vec<String> = ["Acme", "Group", "said"].map(String::from).to_vec();
        let (length, hits) = gazetteer.longest(&words).expect("listed");
        assert_eq!((length, gazetteer.entry(hits[0].entry).key.as_str()), (2, "organisation/acme"));
    }

    #[test]
    fn a_pack_adds_to_lists_of_words_by_files_of_its_own() {
        let files = [
            ("gazetteer/words-mine.csv", "word,kind\nguild,organisation-head\n"),
            ("gazetteer/common-words-mine.csv", "word\nheron\n"),
            ("gazetteer/first-names-mine.csv", "name,gender\nEirlys,f\n"),
        ];
        let files = files.map(|(file, text)| (file.to_string(), text.to_string()));
        let (gazetteer, found) = Gazetteer::load(&files);
        assert_eq!(found, []);
        assert!(gazetteer.is("organisation-head", "guild") && gazetteer.is("common", "heron"));
        assert_eq!(gazetteer.given_name("Eirlys"), Some(Gender::Female));
    }

    /// Code, file and line of what is found in lists of these names and texts.
    fn mistakes(files: &[(&str, &str)]) -> Vec<(&'static str, String)> {
        let files: Vec<_> = files.iter().map(|(name, text)| (format!("gazetteer/{name}"), text.to_string())).collect();
        Gazetteer::load(&files).1.into_iter().map(|found| (found.code, found.to_string())).collect()
    }

    #[test]
    fn kinds_and_genders_are_those_that_are_asked_for() {
        let found = mistakes(&[
            ("words-mine.csv", "word,kind\nguild,organisation-hed\nheron,bird\n"),
            ("first-names-mine.csv", "name,gender\nEirlys,female\n"),
        ]);
        assert_eq!(found.iter().map(|found| found.0).collect::<Vec<_>>(), ["unknown-value"; 3]);
        assert!(found[0].1.contains("did you mean organisation-head?") && found[0].1.contains("words-mine.csv:2"));
        assert!(found[1].1.contains("\"bird\" is no kind of word; there are"), "{}", found[1].1);
        assert!(LISTED.iter().all(|kind| found[1].1.contains(kind)), "{}", found[1].1);
        assert!(found[2].1.contains("one of: f, m, u"), "{}", found[2].1);
    }

    #[test]
    fn ids_stand_once_and_sources_in_their_list() {
        let found = mistakes(&[
            ("ngos.csv", "id,name,source\nacme,Acme Group,own\nAcme Ltd,Acme,own\nacme,Acme Union,curatd\n,,\n"),
            (
                "officials.csv",
                "id,name,source,office,of\nli,Li Wei,curated,Premier,chna\nli,Li Wei,curated,Mayor,\nli,Li Na,curated,Mayor,\n",
            ),
            ("sources.csv", "name,where\ncurated,\n"),
        ]);
        let codes: Vec<&str> = found.iter().map(|found| found.0).collect();
        let expected =
            ["bad-id", "double-id", "double-id", "unknown-source", "unknown-source", "empty-cell", "unknown-entry"];
        assert_eq!(codes, expected, "{found:?}");
        assert!(found[1].1.contains("ngos.csv:4") && found[1].1.contains("the first is in line 2"), "{}", found[1].1);
        assert!(found[2].1.contains("officials.csv:4"), "{}", found[2].1);
        assert!(found[3].1.contains("has \"curatd\"; did you mean curated?"), "{}", found[3].1);
        assert!(found[4].1.contains("(in 2 rows; this is the first)"), "{}", found[4].1);
    }
}
