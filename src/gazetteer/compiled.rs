//! The compiled form of a gazetteer: one file that is read in a fraction of the time that its CSV files take.
//!
//! In: a [`Gazetteer`] and the hash of the files that it was compiled from. Out: bytes, and a gazetteer from them where they
//! are whole and those files unchanged. After a magic word stand two SHA-256 hashes, of the files and of what follows; then
//! numbers (32 bits, lowest byte first) and texts, each list after its length. Nothing in it is kept that the files do not say.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::kinds::Kinds;
use super::lookup::{Name, Names};
use super::{Class, Entry, EntryId, Form, Gazetteer, Gender, Hit, Holding, TitleKind, is_of_words};

const MAGIC: &[u8] = b"claimgraph names 2\n";
const HASH: usize = 32;

/// Why a compiled gazetteer can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompiledError {
    /// It is cut, changed, or of another version.
    #[error("it is cut, changed or of another version")]
    Broken,
    /// The CSV files say something else by now.
    #[error("the name lists have changed since")]
    Stale,
}

/// SHA-256 over the names and texts of files.
pub fn hash<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> [u8; HASH] {
    let mut hash = Sha256::new();
    for (name, text) in files {
        for part in [name, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().into()
}

impl Gazetteer {
    /// Its compiled form; `files` is the [`hash`] of the files that it was loaded from.
    pub fn compiled(&self, files: [u8; HASH]) -> Vec<u8> {
        let mut out = Out::default();
        out.entries(&self.entries);
        out.numbers(self.by_key.iter().map(|id| id.0));
        out.names(&self.names, |hit, numbers| numbers.extend(hit_numbers(hit)));
        out.names(&self.titles, |kind, numbers| numbers.push(position(&KINDS, kind)));
        out.texts(self.given.keys().map(String::as_str));
        out.numbers(self.given.values().map(|gender| position(&GENDERS, gender)));
        out.holdings(&self.holdings);
        out.texts(self.words.keys().map(String::as_str));
        for words in self.words.values() {
            out.texts(words.iter().map(String::as_str));
        }
        let checked: [u8; HASH] = Sha256::digest(&out.bytes).into();
        [MAGIC, &files, &checked, &out.bytes].concat()
    }

    /// Reads the compiled form of a gazetteer that was loaded from `files`.
    pub fn from_compiled(bytes: &[u8], files: [u8; HASH]) -> Result<Gazetteer, CompiledError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(CompiledError::Broken)?;
        let (of_files, rest) = rest.split_first_chunk::<HASH>().ok_or(CompiledError::Broken)?;
        let (checked, rest) = rest.split_first_chunk::<HASH>().ok_or(CompiledError::Broken)?;
        if <[u8; HASH]>::from(Sha256::digest(rest)) != *checked {
            return Err(CompiledError::Broken);
        }
        if *of_files != files {
            return Err(CompiledError::Stale);
        }
        read(&mut In { bytes: rest }).ok_or(CompiledError::Broken)
    }
}

fn read(from: &mut In<'_>) -> Option<Gazetteer> {
    let entries = from.entries()?;
    let is_entry = |id: u32| ((id as usize) < entries.len()).then_some(EntryId(id));
    let by_key = from.numbers()?.map(is_entry).collect::<Option<Vec<_>>>()?;
    let names = from.names(3, |numbers| hit(numbers, entries.len()))?;
    let titles = from.names(1, |numbers| KINDS.get(numbers[0] as usize).copied())?;
    let given: Vec<String> = from.texts()?.map(String::from).collect();
    let genders: Vec<Gender> =
        from.numbers()?.map(|at| GENDERS.get(at as usize).copied()).collect::<Option<Vec<_>>>()?;
    let holdings = from.holdings(entries.len())?;
    let kinds: Vec<String> = from.texts()?.map(String::from).collect();
    let mut words = BTreeMap::new();
    for kind in kinds {
        words.insert(kind, from.texts()?.map(String::from).collect::<BTreeSet<String>>());
    }
    let is_whole = from.bytes.is_empty() && by_key.len() == entries.len() && given.len() == genders.len();
    let given = given.into_iter().zip(genders).collect();
    let kinds = Kinds::new(words.iter().filter(|(kind, _)| is_of_words(kind)));
    is_whole.then_some(Gazetteer { entries, by_key, names, titles, given, holdings, words, kinds })
}

const CLASSES: [Class; 9] = Class::ALL;
const FORMS: [Form; 4] = [Form::Name, Form::Demonym, Form::Capital, Form::Seat];
const KINDS: [TitleKind; 3] = [TitleKind::Office, TitleKind::Role, TitleKind::Honorific];
const GENDERS: [Gender; 3] = [Gender::Female, Gender::Male, Gender::Unknown];
/// The bit beside a hit's form that marks an ambiguous name.
const AMBIGUOUS: u32 = 1 << 8;

fn position<T: PartialEq>(all: &[T], value: &T) -> u32 {
    all.iter().position(|other| other == value).map_or(0, |at| at as u32)
}

/// An entry or none as a number.
fn maybe(id: Option<EntryId>) -> u32 {
    id.map_or(0, |id| id.0 + 1)
}

/// The entry that a number stands for; none in the outer sense where there is no such entry.
fn of_maybe(number: u32, count: usize) -> Option<Option<EntryId>> {
    match number.checked_sub(1) {
        None => Some(None),
        Some(id) => ((id as usize) < count).then_some(Some(EntryId(id))),
    }
}

fn hit_numbers(hit: &Hit) -> [u32; 3] {
    [hit.entry.0, maybe(hit.government), position(&FORMS, &hit.form) | if hit.ambiguous { AMBIGUOUS } else { 0 }]
}

fn hit(numbers: &[u32], count: usize) -> Option<Hit> {
    let &[entry, government, form] = numbers else { return None };
    Some(Hit {
        entry: of_maybe(entry.checked_add(1)?, count)??,
        government: of_maybe(government, count)?,
        form: *FORMS.get((form & !AMBIGUOUS) as usize)?,
        ambiguous: form & AMBIGUOUS != 0,
    })
}

/// What is written so far.
#[derive(Default)]
struct Out {
    bytes: Vec<u8>,
}

impl Out {
    fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        let at = self.bytes.len();
        self.bytes.extend([0; 4]);
        self.bytes.extend(numbers.into_iter().flat_map(u32::to_le_bytes));
        let count = (self.bytes.len() - at) / 4 - 1;
        self.bytes[at..at + 4].copy_from_slice(&length(count).to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.bytes.extend(length(text.len()).to_le_bytes());
        self.bytes.extend(text.as_bytes());
    }

    /// Lengths, then all texts as one.
    fn texts<'a>(&mut self, texts: impl Iterator<Item = &'a str> + Clone) {
        self.numbers(texts.clone().map(|text| length(text.len())));
        self.text(&texts.collect::<String>());
    }

    fn names<T>(&mut self, names: &Names<T>, numbers: impl Fn(&T, &mut Vec<u32>)) {
        self.text(&names.text);
        self.numbers(names.list.iter().map(|name| name.text));
        self.numbers(names.list.iter().map(|name| name.values));
        let mut all = Vec::new();
        for value in &names.values {
            numbers(value, &mut all);
        }
        self.numbers(all);
    }

    fn entries(&mut self, entries: &[Entry]) {
        self.numbers(entries.iter().map(|entry| position(&CLASSES, &entry.class)));
        self.numbers(entries.iter().map(|entry| maybe(entry.part_of)));
        self.texts(entries.iter().map(|entry| entry.key.as_str()));
        self.texts(entries.iter().map(|entry| entry.name.as_str()));
        self.texts(entries.iter().map(|entry| entry.wikidata.as_deref().unwrap_or("")));
    }

    fn holdings(&mut self, holdings: &[Holding]) {
        self.numbers(holdings.iter().map(|holding| holding.person.0));
        self.numbers(holdings.iter().map(|holding| maybe(holding.of)));
        self.texts(holdings.iter().map(|holding| holding.office.as_str()));
        self.texts(holdings.iter().map(|holding| holding.start.as_str()));
        self.texts(holdings.iter().map(|holding| holding.end.as_str()));
    }
}

fn length(length: usize) -> u32 {
    u32::try_from(length).expect("a gazetteer fits into four gigabytes")
}

/// What is left to read.
struct In<'a> {
    bytes: &'a [u8],
}

impl<'a> In<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    fn length(&mut self) -> Option<usize> {
        let (count, rest) = self.bytes.split_first_chunk::<4>()?;
        self.bytes = rest;
        Some(u32::from_le_bytes(*count) as usize)
    }

    fn numbers(&mut self) -> Option<impl ExactSizeIterator<Item = u32> + use<'a>> {
        let count = self.length()?;
        let (numbers, _) = self.take(count.checked_mul(4)?)?.as_chunks::<4>();
        Some(numbers.iter().map(|bytes| u32::from_le_bytes(*bytes)))
    }

    fn text(&mut self) -> Option<&'a str> {
        let count = self.length()?;
        std::str::from_utf8(self.take(count)?).ok()
    }

    fn texts(&mut self) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
        let lengths: Vec<u32> = self.numbers()?.collect();
        let mut rest = self.text()?;
        let mut found = Vec::with_capacity(lengths.len());
        for length in lengths {
            let (text, after) = rest.split_at_checked(length as usize)?;
            found.push(text);
            rest = after;
        }
        Some(found.into_iter())
    }

    fn names<T>(&mut self, each: usize, value: impl Fn(&[u32]) -> Option<T>) -> Option<Names<T>> {
        let text = self.text()?.to_owned();
        let (texts, values) = (self.numbers()?, self.numbers()?);
        let numbers: Vec<u32> = self.numbers()?.collect();
        let all = numbers.chunks(each).map(value).collect::<Option<Vec<T>>>()?;
        if texts.len() != values.len() {
            return None;
        }
        let list: Vec<Name> = texts.zip(values).map(|(text, values)| Name { text, values }).collect();
        let ends = |at: usize| list.get(at + 1).map_or((text.len(), all.len()), Name::starts);
        let is_sound = |(at, name): (usize, &Name)| {
            let ((from, first), (to, end)) = (name.starts(), ends(at));
            from < to && text.is_char_boundary(from) && first < end && to <= text.len() && end <= all.len()
        };
        list.iter().enumerate().all(is_sound).then(|| Names::of_parts(text, list, all))
    }

    fn entries(&mut self) -> Option<Vec<Entry>> {
        let (classes, parents) = (self.numbers()?, self.numbers()?);
        let (keys, names, ids) = (self.texts()?, self.texts()?, self.texts()?);
        let count = classes.len();
        let rows = classes.zip(parents).zip(keys.zip(names).zip(ids));
        let entries = rows.map(|((class, parent), ((key, name), wikidata))| {
            Some(Entry {
                key: key.to_owned(),
                class: *CLASSES.get(class as usize)?,
                name: name.to_owned(),
                part_of: of_maybe(parent, count)?,
                wikidata: (!wikidata.is_empty()).then(|| wikidata.to_owned()),
            })
        });
        let entries = entries.collect::<Option<Vec<_>>>()?;
        (entries.len() == count).then_some(entries)
    }

    fn holdings(&mut self, count: usize) -> Option<Vec<Holding>> {
        let (persons, of) = (self.numbers()?, self.numbers()?);
        let (offices, starts, ends) = (self.texts()?, self.texts()?, self.texts()?);
        let rows = persons.zip(of).zip(offices.zip(starts).zip(ends));
        let holdings = rows.map(|((person, of), ((office, start), end))| {
            Some(Holding {
                person: of_maybe(person.checked_add(1)?, count)??,
                office: office.to_owned(),
                of: of_maybe(of, count)?,
                start: start.to_owned(),
                end: end.to_owned(),
            })
        });
        holdings.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Gazetteer {
        let files = [
            ("gazetteer/countries.csv", "id,name,source,adjectives,ambiguous\nchina,China,curated,Chinese,China\n"),
            ("gazetteer/ngos.csv", "id,name,aliases,wikidata,source\nacme,Acme Group,ACME|Acme,Q1,ror\n"),
            (
                "gazetteer/officials.csv",
                "id,name,source,office,of,start,end\nli,Li Keqiang,curated,Premier,china,2013-03-15,\n",
            ),
            ("gazetteer/offices.csv", "name,kind,plural\nPremier,office,Premiers\n"),
            ("gazetteer/first-names.csv", "name,gender\nMaria,f\n"),
            ("gazetteer/words.csv", "word,kind\nfoundation,organisation-head\n"),
        ];
        let files = files.map(|(name, text)| (name.to_string(), text.to_string()));
        let (gazetteer, diagnostics) = Gazetteer::load(&files);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        gazetteer
    }

    #[test]
    fn what_is_compiled_is_read_again() {
        let gazetteer = example();
        let bytes = gazetteer.compiled([7; HASH]);
        let again = Gazetteer::from_compiled(&bytes, [7; HASH]).expect("whole");
        assert_eq!(again.compiled([7; HASH]), bytes);
        let words = ["Acme", "Group"].map(String::from);
        assert_eq!(again.longest(&words), gazetteer.longest(&words));
        let china = again.by_key("government/china").expect("listed");
        assert_eq!(again.holder("premier", china, "2020-01-01"), again.by_key("person/li"));
        assert_eq!(again.given_name("Maria"), Some(Gender::Female));
        assert!(again.is("organisation-head", "foundation"));
    }

    #[test]
    fn what_is_stale_cut_or_changed_is_refused() {
        let bytes = example().compiled([7; HASH]);
        assert_eq!(Gazetteer::from_compiled(&bytes, [8; HASH]).err(), Some(CompiledError::Stale));
        for cut in 0..bytes.len() {
            assert_eq!(Gazetteer::from_compiled(&bytes[..cut], [7; HASH]).err(), Some(CompiledError::Broken));
        }
        let mut changed = bytes.clone();
        *changed.last_mut().expect("not empty") ^= 1;
        assert_eq!(Gazetteer::from_compiled(&changed, [7; HASH]).err(), Some(CompiledError::Broken));
    }

    /// Behind a right checksum too, broken numbers and lengths are refused and nothing panics.
    #[test]
    fn broken_numbers_are_refused() {
        let bytes = example().compiled([7; HASH]);
        let head = MAGIC.len() + 2 * HASH;
        for at in head..bytes.len() {
            for value in [0, 1, 0x7F, 0xFF] {
                let mut rest = bytes[head..].to_vec();
                rest[at - head] = value;
                if let Some(gazetteer) = read(&mut In { bytes: &rest }) {
                    gazetteer.longest(&["Acme", "Group"].map(String::from));
                    gazetteer.by_key("government/china");
                }
            }
        }
    }
}
