//! What rows say of each other, once every entry is known: names, parents, offices, and what papers call bodies.
//!
//! In: rows and the entries made of them. Out: the same [`Builder`], with each entry's names, the body or state that it belongs
//! to and the offices that it holds. An id that names no entry gives a diagnostic, and the row keeps the rest.

use super::{Builder, folded, folder};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::rows::Row;
use crate::gazetteer::{ARMED, CALLED, Class, EntryId, Form, Hit, Holding, OUTLET, PARTY, PRIVATE, spelling};

impl Builder {
    /// Adds a row's names, its parent and its offices, now that every entry is known.
    pub(super) fn link(&mut self, class: Class, file: &str, row: &Row, diagnostics: &mut Vec<Diagnostic>) {
        let entry = match file {
            "seats.csv" => self.by_key.get(row.cell("stands_for")),
            _ => self.by_key.get(&format!("{}/{}", folder(class), row.cell("id"))),
        };
        let Some(&entry) = entry else {
            if file == "seats.csv" {
                let message = format!("`stands_for` names \"{}\", which is no entry", row.cell("stands_for"));
                let hint = "give the id of a state, with its folder: government/russia";
                diagnostics.push(Diagnostic::warning(row.place.clone(), "unknown-entry", message).hint(hint));
            }
            return;
        };
        let parent = self.parent_of(row, diagnostics);
        let kinds: &[&str] = match file {
            "ngos.csv" | "companies.csv" | "universities.csv" => &[PRIVATE],
            "media.csv" => &[PRIVATE, OUTLET],
            "parties.csv" => &[PARTY],
            "militaries.csv" => &[ARMED],
            _ => &[],
        };
        for kind in kinds {
            let key = self.done.entries[entry.index()].key.clone();
            self.done.words.entry((*kind).to_string()).or_default().insert(key);
        }
        let listed = &mut self.done.entries[entry.index()];
        if file != "seats.csv" && listed.part_of.is_none() && class != Class::Official {
            listed.part_of = parent.filter(|&parent| parent != entry);
        }
        self.names(entry, parent, file, row);
        if class == Class::Official {
            self.office(entry, parent, row);
        }
    }

    /// Adds a word by which papers call bodies again, now that every body is known.
    pub(super) fn called(&mut self, row: &Row, diagnostics: &mut Vec<Diagnostic>) {
        for body in row.list("of") {
            let key = format!("organisation/{body}");
            if self.by_key.contains_key(&key) {
                let called = self.done.words.entry(CALLED.to_string()).or_default();
                called.insert(format!("{} {key}", row.cell("name")));
            } else {
                let message = format!("`of` names \"{body}\", which is no body");
                let hint = "give the id of a row of a list of bodies";
                diagnostics.push(Diagnostic::warning(row.place.clone(), "unknown-entry", message).hint(hint));
            }
        }
    }

    /// The state, body or place that a row's entry belongs to.
    fn parent_of(&self, row: &Row, diagnostics: &mut Vec<Diagnostic>) -> Option<EntryId> {
        let column = ["of", "within", "country"].into_iter().find(|column| !row.cell(column).is_empty())?;
        let found = self.parent(row.cell(column));
        if found.is_none() {
            let message = format!("`{column}` names \"{}\", which is no entry", row.cell(column));
            let hint = "give the id of a row of a list of governments, bodies or places";
            diagnostics.push(Diagnostic::warning(row.place.clone(), "unknown-entry", message).hint(hint));
        }
        found
    }

    /// Adds the names of a row's entry, with the adjectives that stand for it.
    fn names(&mut self, entry: EntryId, parent: Option<EntryId>, file: &str, row: &Row) {
        let ambiguous = row.list("ambiguous");
        let form = match file {
            "seats.csv" => Form::Seat,
            "capitals.csv" if row.cell("seat") == "yes" => Form::Capital,
            _ => Form::Name,
        };
        let government = (form == Form::Capital).then_some(parent).flatten();
        let names = std::iter::once(row.cell("name")).chain(row.list("aliases"));
        for name in names.filter(|name| !name.is_empty()) {
            let hit = Hit { entry, government, form, ambiguous: ambiguous.contains(&name) };
            self.insert(name, hit);
            let whole = parent.filter(|_| matches!(file, "bodies.csv" | "courts.csv"));
            for name in whole.map(|whole| self.with_whole(whole, name)).unwrap_or_default() {
                self.insert(&name, Hit { ambiguous: false, ..hit });
            }
        }
        for name in row.list("adjectives") {
            let hit = Hit { entry, government: None, form: Form::Demonym, ambiguous: ambiguous.contains(&name) };
            self.insert(name, hit);
        }
    }

    /// Adds the office that a row says an official holds, and his surname.
    fn office(&mut self, person: EntryId, of: Option<EntryId>, row: &Row) {
        if let Some((_, last)) = row.cell("name").rsplit_once(' ') {
            self.done.words.entry("surname".to_string()).or_default().insert(last.to_lowercase());
        }
        self.done.holdings.push(Holding {
            person,
            office: row.cell("office").to_string(),
            of,
            start: row.cell("start").to_string(),
            end: row.cell("end").to_string(),
        });
    }

    /// The state, body or place with an id.
    fn parent(&self, id: &str) -> Option<EntryId> {
        let folders = ["", "government/", "organisation/", "place/"];
        folders.iter().find_map(|folder| self.by_key.get(&format!("{folder}{id}")).copied())
    }

    /// A body's name with each name of the body that it belongs to: "UN Children's Fund" is the "United Nations Children's
    /// Fund", "the United Nations' refugee agency" the "UN refugee agency".
    fn with_whole(&self, whole: EntryId, name: &str) -> Vec<String> {
        let Some(called) = self.called.get(&whole).filter(|_| name.contains(' ')) else { return Vec::new() };
        let own = called.iter().find_map(|whole| name.strip_prefix(whole.as_str())?.strip_prefix(' '));
        let rest = own.unwrap_or(name);
        let owned = own.is_some() && rest.starts_with(char::is_lowercase);
        let sign = |whole: &str| if whole.ends_with('s') { "'" } else { "'s" };
        let owner = |whole: &String| owned.then(|| format!("{whole}{} {rest}", sign(whole)));
        called.iter().flat_map(|whole| [Some(format!("{whole} {rest}")), owner(whole)]).flatten().collect()
    }

    fn insert(&mut self, name: &str, hit: Hit) {
        let words = folded(name);
        // British papers write initials without a stop: "George W Bush".
        let initial = |word: &String| word.ends_with('.') && word.chars().count() == 2;
        if words.len() > 2 && words.iter().any(initial) {
            let bare: Vec<&str> = words
                .iter()
                .map(|word| if initial(word) { word.trim_end_matches('.') } else { word.as_str() })
                .collect();
            self.names.push((bare.join(" "), hit));
        }
        // Wire services write without accents: "Michoacan".
        self.names.extend(spelling::bare(&words).map(|bare| (bare.join(" "), hit)));
        self.names.push((words.join(" "), hit));
    }
}
