//! Named mentions become clusters: a gazetteer row first, then the same name, then the listed rules for short forms.
//!
//! In: mentions and the listed names. Out: [`Clusters`]: for each named mention its cluster and the rule that put it there.
//! A short form that could belong to two longer names goes to the one spoken of last before it. Two gazetteer rows are
//! never merged.

use std::collections::BTreeMap;

use super::name;
use crate::gazetteer::{Class, EntryId, Gazetteer};
use crate::mention::{Form, Mention, Mentions};

/// What merges only with its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Person,
    Organisation,
    Land,
    Group,
    Report,
    Instrument,
}

/// The family of a class; dates have none.
pub(super) fn family(class: Class) -> Option<Family> {
    Some(match class {
        Class::Person | Class::Official => Family::Person,
        Class::Organisation => Family::Organisation,
        Class::Government | Class::Place => Family::Land,
        Class::Group => Family::Group,
        Class::Report => Family::Report,
        Class::Instrument => Family::Instrument,
        Class::Date => return None,
    })
}

/// One thing, as far as names tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    pub(super) family: Family,
    pub(super) entry: Option<EntryId>,
    /// The name as words.
    pub(super) words: Vec<String>,
    /// Mentions, in the order of the text.
    pub(super) mentions: Vec<usize>,
}

/// All clusters, and where each mention went.
#[derive(Clone, Debug, Default)]
pub(super) struct Clusters {
    pub(super) list: Vec<Cluster>,
    pub(super) of: Vec<Option<(usize, &'static str)>>,
}

/// Clusters the named mentions of a document; descriptions of reports and laws are left for later.
pub(super) fn clusters(text: &str, mentions: &Mentions, gazetteer: &Gazetteer) -> Clusters {
    let mut clusters = Clusters { list: Vec::new(), of: vec![None; mentions.list.len()] };
    same_names(text, mentions, &mut clusters);
    governments(text, mentions, &mut clusters);
    acronyms(text, mentions, &mut clusters, gazetteer);
    super::short::short_forms(text, mentions, &mut clusters, gazetteer);
    clusters
}

/// One cluster for each gazetteer row and for each name that is not listed.
fn same_names(text: &str, mentions: &Mentions, clusters: &mut Clusters) {
    let mut rows: BTreeMap<EntryId, usize> = BTreeMap::new();
    let mut names: BTreeMap<(Family, Vec<String>), Vec<usize>> = BTreeMap::new();
    for (index, mention) in mentions.list.iter().enumerate() {
        let Some(family) = family(mention.class).filter(|_| is_named(mention)) else { continue };
        let words = name::words(mention.span.of(text));
        // "Andy Warhol Foundation" may have been taken for a person by its first name.
        let bodys = family == Family::Person && mention.entry.is_none() && name::is_bodys(&words);
        let family = if bodys { Family::Organisation } else { family };
        let new = clusters.list.len();
        let (at, rule) = match mention.entry {
            Some(entry) => (*rows.entry(entry).or_insert(new), "gazetteer"),
            None => {
                let same = names.entry((family, words.clone())).or_default();
                // "Kenya's health ministry" is not Uganda's; "the health ministry" is the one spoken of last.
                let known = same.iter().rposition(|&at| !differ(whole_of(clusters, mentions, at), mention.part_of));
                let at = known.map_or(new, |known| same.remove(known));
                same.push(at);
                (at, if at == new { "name" } else { "same name" })
            }
        };
        if at == new {
            clusters.list.push(Cluster { family, entry: mention.entry, words, mentions: Vec::new() });
        }
        clusters.list[at].mentions.push(index);
        clusters.of[index] = Some((at, rule));
    }
    merge_unlisted(&rows, names, clusters, text, mentions);
}

/// An unlisted mention of a name that stands elsewhere with a row of its family, or in another family, is the same.
fn merge_unlisted(
    rows: &BTreeMap<EntryId, usize>,
    names: BTreeMap<(Family, Vec<String>), Vec<usize>>,
    clusters: &mut Clusters,
    text: &str,
    mentions: &Mentions,
) {
    let mut said: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for &at in rows.values() {
        for &index in &clusters.list[at].mentions {
            said.entry(name::words(mentions.list[index].span.of(text))).or_insert(at);
        }
    }
    let named = names.into_iter().flat_map(|(key, same)| same.into_iter().map(move |at| (key.clone(), at)));
    for ((family, words), at) in named {
        match said.get(&words) {
            // "Armenia's Security Council" is not the one whose row is the United Nations'.
            Some(&other) if clusters.of_other_states(mentions, at, other) => {}
            Some(&other) if clusters.list[other].family == family => clusters.join(at, other, "same name"),
            Some(_) => {}
            None => {
                said.insert(words, at);
            }
        }
    }
    // The recognizer may take one unlisted name once for a person and once for a body: the more frequent class stands.
    let unlisted: Vec<usize> = (0..clusters.list.len()).filter(|&at| clusters.list[at].entry.is_none()).collect();
    let mut by_words: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for at in unlisted {
        let cluster = &clusters.list[at];
        if cluster.mentions.is_empty()
            || !matches!(cluster.family, Family::Person | Family::Organisation | Family::Land)
        {
            continue;
        }
        match by_words.get(&cluster.words).copied() {
            None => {
                by_words.insert(cluster.words.clone(), at);
            }
            Some(other) if clusters.of_other_states(mentions, at, other) => {}
            Some(other) if clusters.list[other].mentions.len() >= cluster.mentions.len() => {
                clusters.join(at, other, "same name")
            }
            Some(other) => {
                by_words.insert(cluster.words.clone(), at);
                clusters.join(other, at, "same name");
            }
        }
    }
}

/// What a cluster's name says that it is part of.
fn whole_of(clusters: &Clusters, mentions: &Mentions, at: usize) -> Option<EntryId> {
    clusters.list[at].mentions.iter().find_map(|&mention| mentions.list[mention].part_of)
}

impl Clusters {
    /// Whether the names of two clusters say that they are part of different states or bodies.
    pub(super) fn of_other_states(&self, mentions: &Mentions, one: usize, other: usize) -> bool {
        differ(whole_of(self, mentions, one), whole_of(self, mentions, other))
    }
}

/// Whether both are known and not the same.
fn differ(one: Option<EntryId>, other: Option<EntryId>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

/// Whether a mention is a name and no description.
pub(super) fn is_named(mention: &Mention) -> bool {
    mention.form == Form::Name
}

/// "Italian government" means the state that its name contains; "the Draghi government" the state most spoken of.
fn governments(text: &str, mentions: &Mentions, clusters: &mut Clusters) {
    const RULERS: &[&str] = &["government", "administration", "regime", "cabinet", "authorities"];
    let mut states: BTreeMap<EntryId, usize> = BTreeMap::new();
    let mut most: Option<(usize, usize)> = None;
    for (at, cluster) in clusters.list.iter().enumerate() {
        let (Some(entry), Some(&first)) = (cluster.entry, cluster.mentions.first()) else { continue };
        states.insert(entry, at);
        let count = cluster.mentions.len();
        if mentions.list[first].class == Class::Government && most.is_none_or(|(other, _)| count > other) {
            most = Some((count, at));
        }
    }
    for at in 0..clusters.list.len() {
        let Some(&first) = clusters.list[at].mentions.first() else { continue };
        let mention = &mentions.list[first];
        if mention.class != Class::Government || mention.entry.is_some() {
            continue;
        }
        let rules = clusters.list[at].words.last().is_some_and(|word| RULERS.contains(&word.as_str()));
        let target = match mention.part_of {
            Some(entry) => states.get(&entry).copied(),
            None if rules && mention.span.of(text).contains(' ') => most.map(|(_, state)| state),
            None => None,
        };
        if let Some(target) = target {
            clusters.join(at, target, "government of its state");
        }
    }
}

/// Acronyms: in brackets right after or before the name, between commas after it, or matching the initials of exactly one name.
fn acronyms(text: &str, mentions: &Mentions, clusters: &mut Clusters, gazetteer: &Gazetteer) {
    for index in 1..mentions.list.len() {
        let (a, b) = (&mentions.list[index - 1], &mentions.list[index]);
        let between = text.get(a.span.end as usize..b.span.start as usize).unwrap_or("");
        let after = text.get(b.span.end as usize..).unwrap_or("");
        let called = between.trim().ends_with("known as") && b.rule == "name.bracketed";
        let bracketed = called || between.trim() == "(" && after.trim_start().starts_with(')');
        if let (Some((long, _)), Some((short, _))) = (clusters.of[index - 1], clusters.of[index])
            && is_apposed(text, a, b)
            && [long, short].iter().all(|&at| clusters.list[at].family == Family::Organisation)
        {
            clusters.join_listed(short, long, "acronym in apposition");
            continue;
        }
        let (Some((x, _)), Some((y, _))) = (clusters.of[index - 1], clusters.of[index]) else { continue };
        if !bracketed || x == y {
            continue;
        }
        let letters = |m: &Mention| m.span.of(text).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let pair = if letters(b) && !letters(a) {
            Some((y, x))
        } else if letters(a) && !letters(b) {
            Some((x, y))
        } else if b.rule == "name.bracketed" {
            Some((y, x))
        } else {
            None
        };
        let Some((short, long)) = pair.filter(|&(short, _)| clusters.list[short].family == Family::Organisation) else {
            continue;
        };
        // "the mission in Mali (EUTM)": the letters are not the state's, but may be the mission's.
        let stands_for = |long: usize| {
            let spelt = name::acronym(b.span.of(text))
                .is_some_and(|letters| name::initials(a.span.of(text)).contains(&letters));
            spelt || !matches!(clusters.list[long].family, Family::Land | Family::Person | Family::Group)
        };
        let located = || {
            let at = index.checked_sub(2).filter(|_| short == y)?;
            let between = text.get(mentions.list[at].span.end as usize..a.span.start as usize)?;
            clusters.of[at]
                .map(|(before, _)| before)
                .filter(|_| matches!(between, " in " | " in the " | " to " | " to the "))
        };
        if let Some(long) =
            Some(long).filter(|&long| stands_for(long)).or_else(|| located().filter(|&at| stands_for(at)))
        {
            clusters.join_listed(short, long, "acronym in brackets");
        }
    }
    initials(text, mentions, clusters, gazetteer);
}

/// "The Foreign Intelligence Service, SVR, said", "the Foreign Intelligence Service, or SVR,": letters between commas behind a
/// name of several words, where no list goes on.
fn is_apposed(text: &str, name: &Mention, letters: &Mention) -> bool {
    const GOES_ON: [&str; 10] = ["that", "which", "has", "have", "had", "is", "was", "are", "will", "said"];
    let between = text.get(name.span.end as usize..letters.span.start as usize).unwrap_or("").trim_end();
    let Some(after) = text.get(letters.span.end as usize..).and_then(|after| after.strip_prefix(", ")) else {
        return false;
    };
    let mut words = after.split_whitespace().map(|word| word.trim_end_matches([',', '.']));
    let (next, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let listed = match next {
        "and" | "or" | "but" => !GOES_ON.contains(&second),
        "the" | "a" | "an" | "as" => true,
        _ => !next.starts_with(char::is_lowercase),
    };
    let short = name::acronym(letters.span.of(text)).is_some();
    let long = name.span.of(text).contains(' ') && name.form == Form::Name && letters.form == Form::Name;
    short && long && (between == ", or" || between == "," && !listed)
}

/// Acronyms that are the initials of exactly one name of their family.
fn initials(text: &str, mentions: &Mentions, clusters: &mut Clusters, gazetteer: &Gazetteer) {
    let mut named: BTreeMap<(Family, String), Vec<usize>> = BTreeMap::new();
    for (at, cluster) in clusters.list.iter().enumerate() {
        let said = cluster.mentions.iter().map(|&mention| mentions.list[mention].span.of(text));
        let row = cluster.entry.map(|entry| gazetteer.entry(entry).name.as_str());
        let mut all: Vec<String> = said.chain(row).flat_map(name::initials).collect();
        all.sort();
        all.dedup();
        for initials in all {
            named.entry((cluster.family, initials)).or_default().push(at);
        }
    }
    for at in 0..clusters.list.len() {
        let Some(&first) = clusters.list[at].mentions.first() else { continue };
        let family = clusters.list[at].family;
        let Some(letters) = name::acronym(mentions.list[first].span.of(text)) else { continue };
        let others = named.get(&(family, letters)).map_or(&[][..], Vec::as_slice);
        if let (&[other], Family::Organisation | Family::Land | Family::Report | Family::Instrument) = (others, family)
            && !clusters.list[other].mentions.is_empty()
            && other != at
        {
            clusters.join_listed(at, other, "initials");
        }
    }
}

impl Clusters {
    /// Moves all mentions of one cluster into another.
    pub(super) fn join(&mut self, from: usize, to: usize, rule: &'static str) {
        if from == to {
            return;
        }
        let moved = std::mem::take(&mut self.list[from].mentions);
        for &mention in &moved {
            self.of[mention] = Some((to, rule));
        }
        self.list[to].mentions.extend(moved);
        self.list[to].mentions.sort_unstable();
    }

    /// Joins two, the unlisted one into the listed one; two rows stay apart.
    fn join_listed(&mut self, short: usize, long: usize, rule: &'static str) {
        match (self.list[short].entry, self.list[long].entry) {
            (Some(_), Some(_)) => {}
            (Some(_), None) => self.join(long, short, rule),
            _ => self.join(short, long, rule),
        }
    }

    /// For each mention of a short form the one of several clusters that was spoken of last before it, itself or the state
    /// that it is part of, before those that are only somebody's `kin`. From the mention `apart` on, those that neither was
    /// spoken of before have none.
    pub(super) fn shares(
        &self,
        from: usize,
        found: &[(usize, &'static str)],
        states: &[Option<usize>],
        apart: Option<usize>,
        kin: &dyn Fn(usize, usize) -> bool,
    ) -> Vec<(usize, Option<usize>)> {
        let share = |&mention: &usize| {
            let before = |other: usize| {
                let list = &self.list[other].mentions;
                list.partition_point(|&m| m < mention).checked_sub(1).map(|at| list[at])
            };
            let last = |(cluster, _): (usize, &str)| before(cluster).max(states[cluster].and_then(before));
            let rank = |share: usize| {
                let last = last(found[share]);
                let own = last.is_some() && found.len() > 1 && !kin(mention, found[share].0);
                (own, last, std::cmp::Reverse(share))
            };
            let best = (0..found.len()).max_by_key(|&share| rank(share));
            let ahead = best.is_none_or(|share| last(found[share]).is_none());
            (mention, best.filter(|_| !(ahead && apart.is_some_and(|first| first < mention))))
        };
        self.list[from].mentions.iter().map(share).collect()
    }

    /// Moves the mentions of a short form where their shares say; those without one stay.
    pub(super) fn share_out(
        &mut self,
        from: usize,
        found: &[(usize, &'static str)],
        shares: Vec<(usize, Option<usize>)>,
    ) {
        self.list[from].mentions.clear();
        for (mention, share) in shares {
            match share {
                Some(share) => {
                    self.of[mention] = Some(found[share]);
                    self.list[found[share].0].mentions.push(mention);
                }
                None => self.list[from].mentions.push(mention),
            }
        }
        for &(to, _) in found {
            self.list[to].mentions.sort_unstable();
        }
    }
}
