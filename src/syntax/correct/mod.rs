//! Tags that English grammar decides against the tagger.
//!
//! In: the words of a sentence and their tags. Out: the tags, some corrected, before anything is parsed. [`words`] looks at
//! a word and its neighbours, [`finite()`] at a sentence as a whole, which needs a finite verb. Each correction is one
//! pattern of English; source: Quirk et al., *A Comprehensive Grammar of the English Language* (1985).

mod finite;
mod neighbours;

pub(in crate::syntax) use finite::finite;
use neighbours::{
    behind_have, closes, closes_list, copula_before, demanded, interrupted, is_close, is_relative, is_subject, issued,
    names_behind, opens_clause, urged,
};

use super::frames::{ANSWERS, SPEECH, TRANSITIVE, is_utterance, listed};
use super::lemma::{Lemmas, irregular};
use super::model::Tag;
use super::{Upos, Xpos};

/// Verbs that are no nouns, in base form, rare as they may be in the treebanks.
#[rustfmt::skip]
const NO_NOUNS: [&str; 74] = [
    "abolish", "accuse", "acknowledge", "admit", "adopt", "agree", "allege", "allow", "announce", "argue", "assert",
    "become", "believe", "condemn", "consider", "contend", "convict", "criticise", "criticize", "declare", "defend",
    "denounce", "deny", "depict", "deport", "describe", "destroy", "detain", "emphasise", "emphasize", "enforce",
    "ensure", "establish", "evacuate", "exclude", "expect", "expel", "explain", "extradite", "imprison", "inform",
    "insist", "introduce", "investigate", "maintain", "persecute", "persuade", "plead", "portray", "predict",
    "prevent", "prosecute", "protect", "prove", "provide", "recommend", "refrain", "require", "rescind", "resign",
    "retract", "say", "slam", "solve", "strengthen", "suggest", "tell", "think", "undergo", "undermine", "urge",
    "vaccinate", "warn", "write",
];

/// Endings of plurals that are never verbs: "minorities", "parliamentarians".
pub(in crate::syntax) const NO_VERBS: [&str; 6] = ["ities", "ians", "nesses", "isms", "hoods", "encies"];

/// Auxiliaries that stand behind a plural.
const AUXILIARIES: [&str; 12] =
    ["are", "can", "could", "had", "have", "may", "might", "must", "should", "were", "will", "would"];

/// Verbs of thought, beside those of speech, that a clause may follow at once: "who he knows will".
const CLAUSAL: [&str; 8] = ["expect", "feel", "hope", "imply", "know", "see", "suspect", "want"];

fn no_noun(verb: &str) -> bool {
    NO_NOUNS.binary_search(&verb).is_ok()
}

/// Corrects tags by the word and its neighbours; `capitals` tells that the whole line is in capitals.
pub(in crate::syntax) fn words(words: &[&str], tags: &mut [Tag], capitals: bool, lemmas: &Lemmas) {
    let read: &[Tag] = tags;
    let tag = |at: Option<usize>| at.and_then(|at| read.get(at)).map(|tag| tag.1);
    let word = |at: usize| {
        let (before, after) = (tag(at.checked_sub(1)), tag(Some(at + 1)));
        let next = words.get(at + 1).copied().unwrap_or("");
        let word = Word { words, tags: read, at, form: words[at], next, before, after, lemmas };
        word.corrected(capitals).unwrap_or(read[at])
    };
    let found: Vec<Tag> = (0..words.len()).map(word).collect();
    tags.copy_from_slice(&found);
}

/// A word among its neighbours.
struct Word<'a> {
    words: &'a [&'a str],
    tags: &'a [Tag],
    at: usize,
    form: &'a str,
    /// The form that follows, empty at the end.
    next: &'a str,
    before: Option<Xpos>,
    after: Option<Xpos>,
    lemmas: &'a Lemmas,
}

impl Word<'_> {
    /// The tag that the word has instead of the tagger's, if that can't be.
    fn corrected(&self, capitals: bool) -> Option<Tag> {
        let (upos, xpos) = self.tags[self.at];
        match xpos {
            Xpos::Jj | Xpos::Nn if self.imposes() => Some((Upos::Verb, Xpos::Vbg)),
            // "in Peru amid warnings of war"
            Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Jj if matches!(self.form, "amid" | "amidst") => {
                Some((Upos::Adp, Xpos::In))
            }
            Xpos::Nn | Xpos::In | Xpos::Vb | Xpos::Vbd | Xpos::Vbn if self.targets() => Some((Upos::Verb, Xpos::Vbp)),
            Xpos::Vb | Xpos::Vbp | Xpos::Nn if self.reads() => Some((Upos::Verb, Xpos::Vbd)),
            Xpos::Vb | Xpos::Vbp if self.is_voiced() => Some((Upos::Noun, Xpos::Nn)),
            Xpos::Vbz | Xpos::Vbp | Xpos::Vbd | Xpos::Vbn | Xpos::Vbg => self.verb(upos, xpos),
            Xpos::Nn => self.noun(),
            Xpos::Nns => self.plural(),
            Xpos::Jj | Xpos::Rb => self.adjective(xpos),
            // A capital tells a name that is unlike English words from a foreign word.
            Xpos::Fw if self.at > 0 && !capitals && self.form.starts_with(char::is_uppercase) => {
                Some((Upos::Propn, Xpos::Nnp))
            }
            // "Governments bear part of the blame"
            Xpos::In if self.form == "bear" => Some((Upos::Verb, Xpos::Vbp)),
            // "said Under Secretary Jane Doe"
            Xpos::In if self.at > 0 && self.form == "Under" && self.next.starts_with("Secretar") => {
                Some((Upos::Propn, Xpos::Nnp))
            }
            // "declared them to be victims": no preposition stands before a base form.
            Xpos::In if self.form.eq_ignore_ascii_case("to") && self.after == Some(Xpos::Vb) => {
                Some((Upos::Part, Xpos::To))
            }
            Xpos::Wdt | Xpos::Dt | Xpos::In if self.form == "that" => self.that(xpos),
            // "COPINH, the rights group, put it at 31": letters are a name.
            Xpos::Uh if self.form.len() > 2 && !capitals && self.form.chars().all(char::is_uppercase) => {
                Some((Upos::Propn, Xpos::Nnp))
            }
            _ => None,
        }
    }

    /// A "that" that is taken for another.
    fn that(&self, xpos: Xpos) -> Option<Tag> {
        match xpos {
            // "said yesterday that rebels had joined", and not "the town that rebels had left"
            Xpos::Wdt if !is_relative(self.words, self.tags, self.at) && self.opens_plural() => {
                Some((Upos::Sconj, Xpos::In))
            }
            // "They alleged that police and guards had lied": no "that" stands before a plural.
            Xpos::Dt if self.is_behind(SPEECH) && self.is_before_plural() => Some((Upos::Sconj, Xpos::In)),
            // "Doe denied that, saying it was late": what was denied.
            Xpos::In if self.ends_clause() && self.is_behind(ANSWERS) => Some((Upos::Pron, Xpos::Dt)),
            // "They add that, based on the evidence, it is true": a pronoun would close the clause.
            Xpos::Dt if self.next == "," && interrupted(self.words, self.tags, self.at) => {
                Some((Upos::Sconj, Xpos::In))
            }
            _ => None,
        }
    }

    /// "is imposing visa restrictions", "hit back, imposing sanctions"
    fn imposes(&self) -> bool {
        let imposed = |word: &&str| {
            let curbs =
                ["ban", "bans", "controls", "curbs", "fines", "measures", "restrictions", "sanctions", "tariffs"];
            curbs.contains(word)
        };
        let comma = self.at > 0 && self.words[self.at - 1] == ",";
        self.form == "imposing" && (comma || self.words[self.at + 1..].iter().take(3).any(imposed))
    }

    /// Whether one of these verbs stands right before.
    fn is_behind(&self, verbs: &[&str]) -> bool {
        let before = self.at.checked_sub(1).filter(|&at| self.tags[at].0 == Upos::Verb);
        before.is_some_and(|at| listed(verbs, &self.lemmas.lemma(self.words[at], self.tags[at].1)))
    }

    /// Whether a stop stands right behind, or a comma and a participle.
    fn ends_clause(&self) -> bool {
        let participle = || self.tags.get(self.at + 2).is_some_and(|tag| tag.1 == Xpos::Vbg);
        self.next == "." || self.next == "," && participle()
    }

    /// Whether a plural ends the noun phrase that begins right behind.
    fn is_before_plural(&self) -> bool {
        let rest = &self.tags[self.at + 1..];
        let noun = |tag: &&Tag| matches!(tag.1, Xpos::Jj | Xpos::Nn | Xpos::Nnp | Xpos::Nns | Xpos::Nnps);
        rest.iter().take_while(noun).last().is_some_and(|last| matches!(last.1, Xpos::Nns | Xpos::Nnps))
    }

    /// "New Peruvian sanctions target Chad": the verb for what the sanctions do.
    fn targets(&self) -> bool {
        let object = matches!(self.after, Some(Xpos::Nnp | Xpos::Nn | Xpos::Nns | Xpos::Cd | Xpos::Jj | Xpos::Dt));
        matches!(self.form, "target" | "hit") && self.at > 0 && self.words[self.at - 1] == "sanctions" && object
    }

    /// Whether a plural that is taken for a verb stands right behind.
    fn opens_plural(&self) -> bool {
        let at = self.at + 1;
        let Some(&(upos, xpos)) = self.tags.get(at).filter(|tag| tag.1 == Xpos::Vbz) else { return false };
        let next = self.words.get(at + 1).copied().unwrap_or("");
        let (before, after) = (Some(Xpos::In), self.tags.get(at + 1).map(|tag| tag.1));
        let word = Word { at, form: self.words[at], next, before, after, ..*self };
        word.verb(upos, xpos).is_some_and(|tag| tag.1 == Xpos::Nns)
    }

    /// "expressed hope that it may end": the noun for what is felt.
    fn is_voiced(&self) -> bool {
        let felt = matches!(self.form, "concern" | "doubt" | "fear" | "hope" | "regret");
        let verb = self.at.checked_sub(1).map(|at| self.lemmas.lemma(self.words[at], Xpos::Vbd));
        felt && self.next == "that" && verb.is_some_and(|verb| matches!(&*verb, "express" | "reiterate" | "voice"))
    }

    /// "“…,” a statement by the council read."
    fn reads(&self) -> bool {
        self.form == "read" && self.next == "." && self.words[..self.at].iter().any(is_close)
    }

    /// Whether what is taken for a verb in the third person is a plural.
    fn is_plural(&self) -> bool {
        let &Self { words, tags, at, form, next, before, .. } = self;
        let Some(last) = at.checked_sub(1) else { return false };
        let said =
            matches!(form, "calls" | "charges" | "claims" | "demands" | "fears" | "offers" | "plans" | "reports");
        // "amid reports that it attacked", "despite calls to end it": behind a preposition stands a noun.
        let governed = said && matches!(words[last], "amid" | "despite" | "amidst");
        // "rejects claims it attacked": of two finite verbs side by side the second is a noun.
        let second = said && matches!(before, Some(Xpos::Vbz | Xpos::Vbd)) && tags[last].0 == Upos::Verb;
        // "New Peruvian sanctions target Chad": the noun for a measure.
        let measure = form == "sanctions" && matches!(next, "target" | "hit");
        // "had telephone talks with Peru"
        let held = form == "talks"
            && matches!(before, Some(Xpos::Nn | Xpos::Jj))
            && last > 0
            && matches!(words[last - 1], "had" | "has" | "have" | "having" | "held" | "hold" | "holding");
        // "that rebels had joined", and not "who she says had joined", "whoever wins will"
        let lemma = self.lemmas.lemma(form, Xpos::Vbz);
        let thinks = listed(SPEECH, &lemma) || CLAUSAL.contains(&&*lemma);
        let subject = match before {
            Some(Xpos::Wdt) => words[last] != "that" || is_relative(words, tags, last),
            _ => matches!(before, Some(Xpos::Prp | Xpos::Wp)),
        };
        let auxiliary = tags[at].0 == Upos::Verb && !thinks && !subject && AUXILIARIES.contains(&next);
        let states = form == "states" && words[last] == "member";
        governed || second || measure || held || auxiliary || states || NO_VERBS.iter().any(|end| form.ends_with(end))
    }

    /// A word that is taken for a verb, or for another form of one.
    fn verb(&self, upos: Upos, xpos: Xpos) -> Option<Tag> {
        let &Self { words, tags, at, form, next, before, after, lemmas } = self;
        match xpos {
            Xpos::Vbz if self.is_plural() => Some((Upos::Noun, Xpos::Nns)),
            Xpos::Vbz | Xpos::Vbp if irregular::base(form, false).is_some() => Some((upos, Xpos::Vbd)),
            // "claims it attacked", "the day they arrived": a pronoun in the nominative has no participle behind it.
            Xpos::Vbn if before == Some(Xpos::Prp) && is_subject(words, at - 1) => Some((Upos::Verb, Xpos::Vbd)),
            Xpos::Vbn
                if matches!(form, "alleged" | "disputed" | "reported" | "suspected")
                    && at > 0
                    && words[at - 1].ends_with("ing")
                    && matches!(after, Some(Xpos::Nn | Xpos::Nns)) =>
            {
                Some((Upos::Adj, Xpos::Jj))
            }
            // "issued a stern warning to Peru"
            Xpos::Vbg if matches!(form, "finding" | "ruling" | "warning") && issued(tags, words, at, lemmas) => {
                Some((Upos::Noun, Xpos::Nn))
            }
            // "The ruling drew criticism": an article and no noun behind it make a noun of the participle.
            Xpos::Vbg
                if matches!(form, "finding" | "hearing" | "killing" | "meeting" | "ruling" | "warning")
                    && matches!(before, Some(Xpos::Dt | Xpos::PrpPoss))
                    && (matches!(after, Some(Xpos::Vbd | Xpos::Vbz | Xpos::Md))
                        || irregular::base(next, true).is_some()) =>
            {
                Some((Upos::Noun, Xpos::Nn))
            }
            // "the use of clubs, whips and forced labour"
            Xpos::Vbd if closes_list(words, tags, at) => Some((Upos::Verb, Xpos::Vbn)),
            // "has “strongly condemned” it"
            Xpos::Vbd if behind_have(words, tags, at) => Some((upos, Xpos::Vbn)),
            // "was a plan intended to help": a copula's noun has no finite verb behind it.
            Xpos::Vbd
                if matches!(form, "aimed" | "designed" | "intended" | "meant")
                    && next == "to"
                    && before == Some(Xpos::Nn)
                    && copula_before(tags, at) =>
            {
                Some((Upos::Verb, Xpos::Vbn))
            }
            _ => None,
        }
    }

    /// A verb that is taken for a noun.
    fn noun(&self) -> Option<Tag> {
        let &Self { words, tags, at, form, next, before, after, lemmas } = self;
        // "is investigating alleged crimes": a noun would need an article, and would not have an object.
        let gerund = form.len() > 6
            && form.ends_with("ing")
            && before.is_some_and(Xpos::is_finite)
            && tags[at - 1].0 == Upos::Aux
            && matches!(after, Some(Xpos::Dt | Xpos::PrpPoss | Xpos::Jj | Xpos::Vbn | Xpos::Nnp));
        if gerund {
            return Some((Upos::Verb, Xpos::Vbg));
        }
        // "Human Rights Watch report they have found graves": British papers take a body for several.
        let subject = matches!(after, Some(Xpos::Prp)) && words.get(at + 2).is_some_and(|_| tags[at + 2].1.is_finite());
        let named = matches!(before, Some(Xpos::Nnp | Xpos::Nnps));
        if form == "report" && named && subject && !tags[..at].iter().any(|tag| tag.1.is_finite()) {
            return Some((Upos::Verb, Xpos::Vbp));
        }
        // "demanded that the government release protesters": a clause with "that" has a verb.
        let released = listed(TRANSITIVE, form)
            && matches!(before, Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp))
            && matches!(after, Some(Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Dt | Xpos::PrpPoss | Xpos::Jj))
            && demanded(words, tags, at, lemmas);
        if released {
            return Some((Upos::Verb, Xpos::Vb));
        }
        // "The Greens support the bill", "Villagers fear the dam": a plural right before a noun and an article has its verb there.
        let supports =
            matches!(form, "back" | "claim" | "defeat" | "demand" | "fear" | "need" | "plan" | "support" | "want")
                && matches!(before, Some(Xpos::Nns | Xpos::Nnps))
                && matches!(after, Some(Xpos::Dt | Xpos::PrpPoss))
                && !tags.iter().any(|tag| tag.1.is_finite());
        if supports {
            return Some((Upos::Verb, Xpos::Vbp));
        }
        // "Peru and the ITUC call upon the prosecutor to act"
        let calls = form == "call"
            && matches!(next, "on" | "upon")
            && matches!(before, Some(Xpos::Nns | Xpos::Nnp | Xpos::Nnps))
            && words[at..].contains(&"to")
            && !words[..at].iter().any(|word| matches!(*word, "a" | "A" | "of"))
            && !tags.iter().any(|tag| tag.1.is_finite());
        if calls {
            return Some((Upos::Verb, Xpos::Vbp));
        }
        // "proposed that the talks resume": a clause with "that" ends with a verb.
        let resume = before == Some(Xpos::Nns) && matches!(next, "." | "") && opens_clause(words, tags, at);
        // "Documents show that": no noun "show" has a clause with "that".
        if resume || form == "show" && next == "that" {
            return Some((Upos::Verb, Xpos::Vbp));
        }
        // "plans to sanction Iraq": a noun with neither article nor preposition before a name is a verb.
        let sanction = at > 0
            && words[at - 1].eq_ignore_ascii_case("to")
            && after == Some(Xpos::Nnp)
            && form.starts_with(char::is_lowercase);
        if sanction {
            return Some((Upos::Verb, Xpos::Vb));
        }
        if matches!(form, "became" | "began" | "gave" | "knew" | "said" | "told" | "took" | "went" | "wrote") {
            return Some((Upos::Verb, Xpos::Vbd));
        }
        (at > 0 && no_noun(form)).then_some((Upos::Verb, Xpos::Vbp))
    }

    /// A verb that is taken for a plural.
    fn plural(&self) -> Option<Tag> {
        let &Self { words, tags, at, form, next, before, lemmas, .. } = self;
        // "the task lies with them"
        let lies = form == "lies"
            && matches!(next, "with" | "in" | "behind" | "ahead" | "at")
            && !matches!(before, Some(Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb | Xpos::Vbg | Xpos::Jj | Xpos::In));
        // "…, AFP reports."
        let reports = || form == "reports" && matches!(next, "." | "") && closes(words, tags, at);
        // "Sweden fears that", "Egypt, which needs the river, fears it will run dry"
        let clause = matches!(next, "he" | "it" | "she" | "they");
        let alone = || before == Some(Xpos::Nnp) && !tags[..at].iter().any(|tag| tag.1.is_finite());
        let fears = next == "that" && (form == "shows" || before == Some(Xpos::Nnp))
            || form == "fears" && clause && (at > 0 && words[at - 1] == "," || alone());
        // "supports its mandate and regrets that"
        let regrets = next == "that"
            && at > 0
            && words[at - 1] == "and"
            && matches!(form, "believes" | "deplores" | "notes" | "recalls" | "regrets" | "stresses");
        let fears = fears || regrets;
        // "Sweden demands from Chad that"
        let demands = form == "demands" && next == "from" && before == Some(Xpos::Nnp);
        // "The report documents forced labour": what a paper does.
        let documents = matches!(form, "documents" | "details" | "highlights")
            && at > 1
            && is_utterance(words[at - 1])
            && tags[at - 2].1 == Xpos::Dt
            && next.starts_with(char::is_alphabetic);
        // "deplores the raid, calls on Chad to act", "The government calls on Chad"
        let calls = form == "calls"
            && matches!(next, "on" | "upon")
            && at > 0
            && (words[at - 1] == "," || matches!(before, Some(Xpos::Nn | Xpos::Nnp)) && names_behind(words, at + 2));
        // "said the resolution calls for talks"
        let paper = at > 1 && is_utterance(words[at - 1]) && tags[at - 2].1 == Xpos::Dt;
        // "Oxfam condemns the raid, and calls on Peru to act"
        let goes_on = at > 1
            && (words[at - 2], words[at - 1]) == (",", "and")
            && tags[..at].iter().any(|tag| tag.1 == Xpos::Vbz)
            && !tags[..at].iter().any(|tag| matches!(tag.1, Xpos::Vbd | Xpos::Md));
        let calls = calls || form == "calls" && matches!(next, "for" | "on") && (paper || goes_on);
        // "the treatment of the minority amounts to genocide"
        let amounts = form == "amounts" && next == "to" && matches!(before, Some(Xpos::Nn | Xpos::Nnp | Xpos::Nns));
        // "“…,” the letter reads."
        let verb = form == "reads" && matches!(next, "." | "" | ":")
            || lies
            || fears
            || demands
            || documents
            || calls
            || amounts
            || reports()
            || no_noun(&lemmas.lemma(form, Xpos::Vbz));
        verb.then_some((Upos::Verb, Xpos::Vbz))
    }

    /// A verb that is taken for an adjective, or an adjective for an adverb.
    fn adjective(&self, xpos: Xpos) -> Option<Tag> {
        let &Self { words, tags, at, form, after, lemmas, .. } = self;
        match xpos {
            // "appealed to Egypt to free X"
            Xpos::Jj
                if matches!(form, "free" | "clear" | "fine" | "open" | "secure" | "further")
                    && at > 0
                    && words[at - 1] == "to"
                    && matches!(after, Some(Xpos::Nnp | Xpos::Dt | Xpos::PrpPoss | Xpos::Prp)) =>
            {
                Some((Upos::Verb, Xpos::Vb))
            }
            // "urge Peru to free opposition leader": headlines have no articles.
            Xpos::Jj
                if form == "free" && matches!(after, Some(Xpos::Nn | Xpos::Nns)) && urged(words, tags, at, lemmas) =>
            {
                Some((Upos::Verb, Xpos::Vb))
            }
            // "imposed an arms embargo"
            Xpos::Rb if form == "embargo" => Some((Upos::Noun, Xpos::Nn)),
            // "called the claims false"
            Xpos::Rb
                if matches!(form, "absurd" | "false" | "illegal" | "unfair" | "unjust" | "unlawful" | "untrue")
                    || form.ends_with("less")
                        && !form.ends_with("theless")
                        && !matches!(form, "less" | "regardless" | "doubtless") =>
            {
                Some((Upos::Adj, Xpos::Jj))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_that_are_no_nouns_are_sorted() {
        assert!(NO_NOUNS.is_sorted());
    }
}
