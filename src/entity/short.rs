//! Short forms: which longer name "Brandt", "Security Council", "Kurd" belong to.
//!
//! In: clusters of same names. Out: the same, each short form's mentions moved to the cluster of the longer name that a rule
//! of [`super::name`] gives, mention by mention where several names would do; a bare surname is no kin's of its bearer, and
//! none who stands in a list with it. Candidates are found by a word they share, so
//! that the cost grows with the names and not with their pairs.

use std::collections::BTreeMap;

use super::cluster::{Cluster, Clusters, Family};
use super::{apart, name};
use crate::gazetteer::{Class, EntryId, Gazetteer};
use crate::mention::Mentions;

/// What short forms are looked up in.
struct Forms<'a> {
    text: &'a str,
    mentions: &'a Mentions,
    gazetteer: &'a Gazetteer,
    /// Clusters by a word of their names.
    index: BTreeMap<(Family, String), Vec<usize>>,
    /// Each cluster's names, the gazetteer's among them.
    names: Vec<Vec<Vec<String>>>,
    /// The cluster of the state that a body is part of.
    states: Vec<Option<usize>>,
    /// The first mention of a state.
    land: Option<usize>,
}

/// Puts short forms with the longer name that they belong to, longer ones first.
pub(super) fn short_forms(text: &str, mentions: &Mentions, clusters: &mut Clusters, gazetteer: &Gazetteer) {
    let states = states(mentions, clusters, gazetteer);
    let land = mentions.list.iter().position(|mention| mention.class == Class::Government);
    let (index, names) = (BTreeMap::new(), Vec::new());
    let mut forms = Forms { text, mentions, gazetteer, index, names, states, land };
    for (at, cluster) in clusters.list.iter().enumerate() {
        let said = cluster.mentions.iter().map(|&mention| mentions.list[mention].span.of(text));
        let row = cluster.entry.map(|entry| gazetteer.entry(entry).name.as_str());
        let mut names: Vec<Vec<String>> = said.chain(row).map(name::words).collect();
        names.sort();
        names.dedup();
        let mut keys: Vec<String> = names.iter().flatten().map(|word| bare(word)).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            forms.index.entry((cluster.family, key)).or_default().push(at);
        }
        forms.names.push(names);
    }
    let mut order: Vec<usize> = (0..clusters.list.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(clusters.list[at].words.len()), at));
    for at in order {
        place_short(at, clusters, &forms);
    }
}

impl Forms<'_> {
    /// Whether mentions of two clusters stand in one list of names, or the later comes in as somebody's kin: "George Roe met
    /// his son, George W. Roe".
    fn are_apart(&self, clusters: &Clusters, short: usize, long: usize) -> bool {
        const NEAR: usize = 6;
        let first = |cluster: usize| clusters.list[cluster].mentions.first().copied();
        let later = first(short).max(first(long)).filter(|_| clusters.list[short].words.len() > 1);
        if later.is_some_and(|later| apart::kin(self.text, self.mentions.list[later].span, self.gazetteer).is_some()) {
            return true;
        }
        let of = |mention: usize| clusters.of[mention].map(|(cluster, _)| cluster);
        clusters.list[short].mentions.iter().any(|&mention| {
            let near = mention.saturating_sub(NEAR)..(mention + NEAR).min(self.mentions.list.len());
            near.filter(|&other| of(other) == Some(long)).any(|other| {
                let (first, second) = (mention.min(other), mention.max(other));
                apart::are_listed(self.text, self.mentions, first, second, self.gazetteer)
            })
        })
    }

    /// Whether a lone surname is only the second half of a name's: "Doe" of "Ana Lind-Doe".
    fn is_half(&self, clusters: &Clusters, short: &[String], long: usize) -> bool {
        let [surname] = short else { return false };
        let half = format!("-{surname}");
        let span = |&mention: &usize| self.mentions.list[mention].span;
        clusters.list[long].mentions.iter().map(span).any(|span| span.of(self.text).to_lowercase().ends_with(&half))
    }

    /// Whether a body is the organ of a state or place, by the last word of its name.
    fn is_organ(&self, name: &[String]) -> bool {
        let is = |word: &String| ["state-organ", "lone-body"].iter().any(|kind| self.gazetteer.is(kind, word));
        name.last().is_some_and(is)
    }

    /// Whether a full name came in as somebody's kin, and a surname has no title that tells it is hers all the same.
    fn is_kin(&self, clusters: &Clusters, surname: usize, long: usize) -> bool {
        let span = |mention: usize| self.mentions.list[mention].span;
        let first = clusters.list[long].mentions.first();
        let kin = first.and_then(|&first| apart::kin(self.text, span(first), self.gazetteer));
        kin.is_some_and(|woman| !(woman && apart::is_titled_woman(self.text, span(surname))))
    }
}

/// For each cluster of a body the cluster of the state or body that it is part of, by its row or name, if that is spoken of too.
fn states(mentions: &Mentions, clusters: &Clusters, gazetteer: &Gazetteer) -> Vec<Option<usize>> {
    let rows: BTreeMap<EntryId, usize> =
        clusters.list.iter().enumerate().filter_map(|(at, cluster)| Some((cluster.entry?, at))).collect();
    let whole = |cluster: &Cluster| {
        let named = || cluster.mentions.iter().find_map(|&mention| mentions.list[mention].part_of);
        let part_of = cluster.entry.and_then(|entry| gazetteer.entry(entry).part_of).or_else(named);
        part_of.and_then(|part_of| rows.get(&part_of).copied())
    };
    clusters.list.iter().map(whole).collect()
}

/// The key under which a word is found whatever its number.
fn bare(word: &str) -> String {
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// How many names that share a word are looked at: more are a list of names and no text about them.
const MOST: usize = 500;

/// Puts each mention of one short form where it belongs.
fn place_short(at: usize, clusters: &mut Clusters, forms: &Forms<'_>) {
    let short = clusters.list[at].words.clone();
    let family = clusters.list[at].family;
    let Some(word) = short.last() else { return };
    let mut families = vec![family];
    // A lone surname or place name may be the short form of a body: "Carnegie".
    if short.len() == 1 && clusters.list[at].entry.is_none() && matches!(family, Family::Person | Family::Land) {
        families.push(Family::Organisation);
    }
    for wanted in families {
        let found: Vec<(usize, &'static str)> = forms
            .index
            .get(&(wanted, bare(word)))
            .into_iter()
            .flatten()
            .take(MOST)
            .filter(|&&other| other != at && !clusters.list[other].mentions.is_empty())
            .filter(|&&other| clusters.list[at].entry.is_none() || clusters.list[other].entry.is_none())
            // "The NATO Military Committee" does not make NATO a committee; "the Supreme Court" may be Kenya's.
            .filter(|_| {
                wanted != Family::Organisation || clusters.list[at].entry.is_none() || name::is_any_states(&short)
            })
            // "Kosovo's foreign ministry" is not the Serbian one.
            .filter(|&&other| !clusters.of_other_states(forms.mentions, at, other))
            // "Lagos" is not short for the Lagos police.
            .filter(|&&other| {
                family != Family::Land || wanted == family || !forms.is_organ(&clusters.list[other].words)
            })
            .filter_map(|&other| Some((other, forms.names[other].iter().find_map(|long| rule(wanted, &short, long))?)))
            .collect();
        let mut found = strongest(found);
        found.retain(|&(other, _)| wanted != Family::Person || !forms.are_apart(clusters, at, other));
        // "Nicolas Doe and Ana Lind-Doe": "Doe" is he who is called no more than that.
        let plain = |&(other, _): &(usize, &'static str)| !forms.is_half(clusters, &short, other);
        if wanted == Family::Person && found.iter().any(plain) {
            found.retain(plain);
        }
        if found.is_empty() {
            continue;
        }
        // "The Foreign Ministry" is not the ministry of a state that is named only later, where another state was named before.
        let apart = forms.land.filter(|_| wanted == Family::Organisation && name::is_any_states(&short));
        let kin = |mention: usize, other: usize| wanted == Family::Person && forms.is_kin(clusters, mention, other);
        let shares = clusters.shares(at, &found, &forms.states, apart, &kin);
        clusters.share_out(at, &found, shares);
        return;
    }
}

/// Only those linked by a surname, where some are.
fn strongest(found: Vec<(usize, &'static str)>) -> Vec<(usize, &'static str)> {
    let surnames: Vec<_> = found.iter().filter(|(_, rule)| *rule == "surname").copied().collect();
    if surnames.is_empty() { found } else { surnames }
}

/// By which rule of its family a short form belongs to a longer name.
fn rule(family: Family, short: &[String], long: &[String]) -> Option<&'static str> {
    match family {
        Family::Person => name::person(short, long),
        Family::Organisation => name::organisation(short, long),
        Family::Land => name::place(short, long),
        Family::Group => name::group(short, long),
        Family::Instrument => name::instrument(short, long),
        Family::Report => None,
    }
}
