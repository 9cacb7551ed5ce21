//! Lemmas: a table of exceptions, then suffix rules of English inflection.
//!
//! In: a form and its Penn Treebank tag. Out: the dictionary form, lower case except for proper names. The table holds the
//! treebanks' forms for which the rules are wrong; the rules are those of any grammar of English. Where they leave open whether a
//! verb ends in "e" or in a double consonant ("freed", "bankrolled"), the words of the lexicon decide.

use std::collections::HashMap;
use std::sync::Arc;

pub(super) mod irregular;

use super::Xpos;
use super::model::lexicon::Lexicon;
use super::tagger;

/// Exceptions by form and tag, and the words that are known.
#[derive(Clone, Debug)]
pub(super) struct Lemmas {
    table: HashMap<String, Vec<(Xpos, String)>>,
    words: Arc<Lexicon>,
}

impl Lemmas {
    /// Reads lines of form, tag, lemma, separated by tabs.
    pub(super) fn read(text: &str, words: Arc<Lexicon>) -> Self {
        let entry = |line: &str| {
            let mut parts = line.split('\t');
            let (form, tag, lemma) = (parts.next()?, Xpos::from_name(parts.next()?)?, parts.next()?);
            Some((form.to_string(), tag, lemma.to_string()))
        };
        let mut table: HashMap<String, Vec<(Xpos, String)>> = HashMap::new();
        for (form, tag, lemma) in text.lines().filter_map(entry) {
            table.entry(form).or_default().push((tag, lemma));
        }
        Self { table, words }
    }

    /// The lemma of a form.
    pub(super) fn lemma(&self, form: &str, tag: Xpos) -> String {
        let plain: String = form.chars().map(|c| if c == '’' { '\'' } else { c }).collect();
        let lower = plain.to_lowercase();
        let past = matches!(tag, Xpos::Vbd | Xpos::Vbn).then(|| irregular::base(&lower, true)).flatten();
        if matches!(tag, Xpos::Afx | Xpos::Gw) {
            return lower;
        }
        let listed = || {
            let lemmas = self.table.get(&lower)?;
            // The last line of a form and tag counts.
            lemmas.iter().rfind(|(of, _)| *of == tag).map(|(_, lemma)| lemma.clone())
        };
        past.or_else(listed).unwrap_or_else(|| self.known(&lower, tag).unwrap_or_else(|| by_rule(&plain, tag)))
    }

    /// The known word that a regular past or participle belongs to, where the suffix rules give none.
    fn known(&self, form: &str, tag: Xpos) -> Option<String> {
        let stem = match tag {
            Xpos::Vbd | Xpos::Vbn => form.strip_suffix("ed"),
            Xpos::Vbg => form.strip_suffix("ing"),
            _ => None,
        }?;
        // "hypothesised" is the verb's, not the noun "hypothesis".
        if stem.ends_with("is") {
            return None;
        }
        let is_known = |word: &String| self.words.entry(tagger::word(word)).fine > 0;
        let mut ends = stem.chars().rev();
        let shorter = ends.next().filter(|last| ends.next() == Some(*last)).and_then(|last| stem.strip_suffix(last));
        let bases =
            [Some(by_rule(form, tag)), Some(stem.to_string()), Some(format!("{stem}e")), shorter.map(Into::into)];
        bases.into_iter().flatten().find(is_known)
    }
}

/// The lemma by the irregular verbs and the suffix rules alone.
pub(super) fn by_rule(form: &str, tag: Xpos) -> String {
    let lower = form.to_lowercase();
    let is_past = matches!(tag, Xpos::Vbd | Xpos::Vbn);
    if (is_past || matches!(tag, Xpos::Vb | Xpos::Vbp))
        && let Some(base) = irregular::base(&lower, is_past)
    {
        return base;
    }
    match tag {
        Xpos::Nnp | Xpos::Add => form.to_string(),
        Xpos::Nnps => plural(form).unwrap_or_else(|| form.to_string()),
        Xpos::Nns => plural(&lower).unwrap_or(lower),
        Xpos::Vbz => third_person(&lower),
        Xpos::Vbd | Xpos::Vbn => strip(&lower, "ed").unwrap_or(lower),
        Xpos::Vbg => strip(&lower, "ing").unwrap_or(lower),
        Xpos::Jjr | Xpos::Rbr => strip(&lower, "er").unwrap_or(lower),
        Xpos::Jjs | Xpos::Rbs => strip(&lower, "est").unwrap_or(lower),
        _ => lower,
    }
}

fn plural(form: &str) -> Option<String> {
    // "the s of a word" loses nothing.
    let stem = form.strip_suffix('s').filter(|stem| !stem.is_empty())?;
    if let Some(stem) = form.strip_suffix("ies").filter(|stem| stem.chars().count() > 1) {
        return Some(format!("{stem}y"));
    }
    for ending in ["ches", "shes", "sses", "xes", "zzes"] {
        if form.ends_with(ending) {
            return form.strip_suffix("es").map(str::to_string);
        }
    }
    if form.ends_with("men") {
        return None;
    }
    (!stem.ends_with('s') && !stem.ends_with('u')).then(|| stem.to_string())
}

fn third_person(form: &str) -> String {
    match form {
        "'s" | "is" => "be".to_string(),
        "has" => "have".to_string(),
        "does" | "goes" => form.trim_end_matches("es").to_string(),
        _ => plural(form)
            .unwrap_or_else(|| form.strip_suffix('s').filter(|stem| !stem.is_empty()).unwrap_or(form).to_string()),
    }
}

/// Takes "ed", "ing", "er", "est" off: doubled consonants are undone, a silent e is put back, "ied" gives y.
fn strip(form: &str, ending: &str) -> Option<String> {
    let stem = form.strip_suffix(ending)?;
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    if !stem.chars().any(vowel) {
        return None;
    }
    if ending != "ing" && stem.ends_with('i') {
        return Some(format!("{}y", &stem[..stem.len() - 1]));
    }
    let letters: Vec<char> = stem.chars().rev().take(3).collect();
    let (last, before) = (*letters.first()?, letters.get(1).copied().unwrap_or(' '));
    if last == before && !vowel(last) && !keeps_double(stem, last) {
        return Some(stem[..stem.len() - last.len_utf8()].to_string());
    }
    let before_that = letters.get(2).copied().unwrap_or(' ');
    let silent = matches!(last, 'c' | 'v' | 'u')
        || (last == 'z' && before != 'z')
        || (last == 's' && before != 's')
        || (last == 'g' && (vowel(before) || matches!(before, 'r' | 'n' | 'd' | 'l')))
        || (last == 'l' && !vowel(before) && before != 'l' && before != 'r' && before != 'w')
        || (last == 't' && before == 'a' && (!vowel(before_that) || matches!(before_that, 'i' | 'u')))
        || (last == 'r' && matches!(before, 'a' | 'i' | 'u') && (!vowel(before_that) || stem.ends_with("quir")))
        || ["ador", "bor", "cor", "gnor", "lor", "stor"].iter().any(|end| last == 'r' && stem.ends_with(end))
        || (last == 'b' && vowel(before) && !vowel(before_that))
        || (last == 'k' && before == 'a' && !vowel(before_that))
        || (last == 'd' && before == 'e' && matches!(before_that, 'c' | 'p' | 's'))
        || (last == 'f' && matches!(before, 'a' | 'i') && !vowel(before_that))
        || (last == 'l' && matches!(before, 'i' | 'o' | 'u' | 'y') && !vowel(before_that))
        || (last == 't' && before == 'u' && !vowel(before_that))
        || (last == 'd' && matches!(before, 'a' | 'i' | 'u' | 'o') && !vowel(before_that))
        || (matches!(last, 'm' | 'k') && matches!(before, 'u' | 'o' | 'i') && !vowel(before_that))
        || (last == 'n' && before == 'i' && !vowel(before_that))
        || (matches!(last, 'k' | 'm' | 'n' | 'p') && matches!(before, 'a' | 'i' | 'u' | 'o') && !vowel(before_that))
            && stem.chars().filter(|&c| vowel(c)).count() == 1;
    Some(if silent { format!("{stem}e") } else { stem.to_string() })
}

/// Whether a doubled consonant belongs to the verb ("pass", "boycott", "install"), not to its ending ("controlled").
fn keeps_double(stem: &str, last: char) -> bool {
    let own = ["call", "cott", "fall", "fill", "nroll", "scroll", "stall", "still", "swell", "thrall", "wall"];
    let syllables = stem.split(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).filter(|vowels| !vowels.is_empty());
    matches!(last, 's' | 'z' | 'f') || own.iter().any(|end| stem.ends_with(end)) || last == 'l' && syllables.count() < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflection_is_undone() {
        for (form, tag, lemma) in [
            ("parties", Xpos::Nns, "party"),
            ("accused", Xpos::Vbd, "accuse"),
            ("denying", Xpos::Vbg, "deny"),
            ("denied", Xpos::Vbd, "deny"),
            ("banned", Xpos::Vbn, "ban"),
            ("urges", Xpos::Vbz, "urge"),
            ("passes", Xpos::Vbz, "pass"),
            ("persecuted", Xpos::Vbd, "persecute"),
            ("invaded", Xpos::Vbn, "invade"),
            ("detained", Xpos::Vbd, "detain"),
            ("deplored", Xpos::Vbd, "deplore"),
            ("repudiated", Xpos::Vbn, "repudiate"),
            ("controlled", Xpos::Vbd, "control"),
            ("recalled", Xpos::Vbd, "recall"),
            ("boycotted", Xpos::Vbd, "boycott"),
            ("withdrew", Xpos::Vbd, "withdraw"),
            ("lied", Xpos::Vbd, "lie"),
            ("relied", Xpos::Vbd, "rely"),
            ("China", Xpos::Nnp, "China"),
            ("s", Xpos::Nns, "s"),
            ("s", Xpos::Vbz, "s"),
            ("S", Xpos::Nnps, "S"),
        ] {
            assert_eq!(by_rule(form, tag), lemma);
        }
    }
}
