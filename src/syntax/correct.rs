//! Tags that English grammar decides against the tagger.
//!
//! In: the words of a sentence and their tags. Out: the tags, some corrected, before anything is parsed. [`words`] looks at
//! a word and its neighbours, [`finite`] at a sentence as a whole, which needs a finite verb. Each correction is one
//! pattern of English; source: Quirk et al., *A Comprehensive Grammar of the English Language* (1985).

use super::frames::{OBJECT_CONTROL, SPEECH, TIME, TRANSITIVE, is_utterance, is_weekday, listed};
use super::lemma::{Lemmas, irregular};
use super::model::Tag;
use super::{Token, Upos, Xpos};

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
pub(super) const NO_VERBS: [&str; 6] = ["ities", "ians", "nesses", "isms", "hoods", "encies"];

/// Auxiliaries that stand behind a plural.
const AUXILIARIES: [&str; 12] =
    ["are", "can", "could", "had", "have", "may", "might", "must", "should", "were", "will", "would"];

/// Verbs of thought, beside those of speech, that a clause may follow at once: "who he knows will".
const CLAUSAL: [&str; 8] = ["expect", "feel", "hope", "imply", "know", "see", "suspect", "want"];

fn no_noun(verb: &str) -> bool {
    NO_NOUNS.binary_search(&verb).is_ok()
}

/// Corrects tags by the word and its neighbours; `capitals` tells that the whole line is in capitals.
pub(super) fn words(words: &[&str], tags: &mut [Tag], capitals: bool, lemmas: &Lemmas) {
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
            // "declared them to be victims": no preposition stands before a base form.
            Xpos::In if self.form.eq_ignore_ascii_case("to") && self.after == Some(Xpos::Vb) => {
                Some((Upos::Part, Xpos::To))
            }
            // "said yesterday that rebels had joined", and not "the town that rebels had left"
            Xpos::Wdt if self.form == "that" && !is_relative(self.words, self.tags, self.at) && self.opens_plural() => {
                Some((Upos::Sconj, Xpos::In))
            }
            // "They add that, based on the evidence, it is true": a pronoun would close the clause.
            Xpos::Dt if self.form == "that" && self.next == "," && interrupted(self.words, self.tags, self.at) => {
                Some((Upos::Sconj, Xpos::In))
            }
            _ => None,
        }
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
        // "Sweden fears that": a plural behind a name does not go on with "that".
        let fears = next == "that" && (form == "shows" || before == Some(Xpos::Nnp));
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
            // "hit back, imposing sanctions"
            Xpos::Jj if form == "imposing" && at > 0 && words[at - 1] == "," => Some((Upos::Verb, Xpos::Vbg)),
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

/// Whether a noun stands before a "that" which a relative clause may be about: no day.
fn is_relative(words: &[&str], tags: &[Tag], that: usize) -> bool {
    let Some(before) = that.checked_sub(1) else { return false };
    let noun = matches!(tags[before].1, Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps);
    let day = words[before].to_lowercase();
    noun && !is_weekday(&day) && !matches!(&*day, "today" | "yesterday")
}

/// Whether a pronoun is the subject of what follows by its form, or behind a noun that has a content: "claims it".
fn is_subject(words: &[&str], at: usize) -> bool {
    let noun = at.checked_sub(1).map_or(String::new(), |before| words[before].to_lowercase());
    let noun = noun.as_str();
    match words[at] {
        "he" | "she" | "they" | "we" | "I" => {
            // "the work he had done", "as has he said"
            !matches!(noun, "have" | "has" | "had" | "was" | "were" | "is" | "are" | "am" | "been")
        }
        "it" => matches!(noun, "claims" | "allegations" | "accusations" | "charges" | "reports" | "suggestions"),
        _ => false,
    }
}

/// A closing quotation mark.
fn is_close(word: &&str) -> bool {
    matches!(*word, "”" | "\"" | "''")
}

/// Whether a form of "have" stands before, with nothing between but adverbs and quotation marks, and some of these.
fn behind_have(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let between = |at: &usize| tags[*at].0 == Upos::Adv || tags[*at].0 == Upos::Punct && words[*at] != ",";
    let count = (0..at).rev().take_while(between).count();
    count > 0 && at > count && matches!(words[at - count - 1], "has" | "have" | "had")
}

/// Whether a name that is no weekday stands at a place.
fn names_behind(words: &[&str], at: usize) -> bool {
    words.get(at).is_some_and(|word| word.starts_with(char::is_uppercase) && !is_weekday(&word.to_lowercase()))
}

/// Whether "to" stands before, and a verb that tells somebody to do something before that.
fn urged(words: &[&str], tags: &[Tag], at: usize, lemmas: &Lemmas) -> bool {
    let calls = |at: usize| words[at] == "calls" && words.get(at + 1) == Some(&"on");
    let verb = |at: usize| {
        calls(at) || tags[at].0 == Upos::Verb && listed(OBJECT_CONTROL, &lemmas.lemma(words[at], tags[at].1))
    };
    at > 1 && words[at - 1] == "to" && (0..at - 1).any(verb)
}

/// Whether a light verb, an article and one more word stand right before.
fn issued(tags: &[Tag], words: &[&str], at: usize, lemmas: &Lemmas) -> bool {
    let Some(verb) = at.checked_sub(3) else { return false };
    let light =
        matches!(lemmas.lemma(words[verb], tags[verb].1).as_str(), "deliver" | "give" | "issue" | "send" | "sound");
    light && matches!(words[verb + 1], "a" | "an" | "another") && matches!(tags[verb + 2].0, Upos::Adj | Upos::Noun)
}

/// Whether a verb of demanding and "that" stand before, and from there up to the clause's end no verb.
fn demanded(words: &[&str], tags: &[Tag], at: usize, lemmas: &Lemmas) -> bool {
    let Some(that) = words[..at].iter().rposition(|word| *word == "that").filter(|&that| that > 0) else {
        return false;
    };
    let verb = lemmas.lemma(words[that - 1], tags[that - 1].1);
    let demands =
        matches!(verb.as_str(), "ask" | "demand" | "insist" | "propose" | "recommend" | "request" | "require" | "urge");
    let end = (at..words.len()).find(|&at| matches!(words[at], "," | "." | ";")).unwrap_or(words.len());
    demands && !tags[that..end].iter().any(|tag| matches!(tag.0, Upos::Verb | Upos::Aux))
}

/// Whether nothing but a noun phrase stands between a conjunction "that" and a place.
fn opens_clause(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let part = |at: &usize| matches!(tags[*at].0, Upos::Noun | Upos::Adj | Upos::Det) && words[*at] != "that";
    let first = (0..at).rev().take_while(part).last();
    first.is_some_and(|first| first > 0 && words[first - 1] == "that" && tags[first - 1].1 == Xpos::In)
}

/// Whether a name stands between a comma and a place.
fn closes(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let capital = |at: usize| words[at].starts_with(char::is_uppercase);
    // "the BBC's Persian Service reports", "RFE/RL reports"
    let part = |&at: &usize| capital(at) || words[at] == "/" || matches!(tags[at].1, Xpos::Nnp | Xpos::Pos | Xpos::Dt);
    let name = (0..at).rev().take_while(part).count();
    name > 0 && capital(at - 1) && at > name && words[at - name - 1] == ","
}

/// Whether the nearest finite verb before a noun phrase that ends right before a place is a copula.
fn copula_before(tags: &[Tag], at: usize) -> bool {
    let phrase = |tag: &&Tag| matches!(tag.0, Upos::Noun | Upos::Adj | Upos::Det | Upos::Adv | Upos::Adp | Upos::Propn);
    tags[..at].iter().rev().find(|tag| !phrase(tag)).is_some_and(|tag| tag.0 == Upos::Aux && tag.1.is_finite())
}

/// Whether "that" stands behind a verb of speech and before an insertion in commas with a subject behind it.
fn interrupted(words: &[&str], tags: &[Tag], that: usize) -> bool {
    let verb = that.checked_sub(1).is_some_and(|at| tags[at].0 == Upos::Verb);
    let close = (that + 2..words.len()).find(|&at| words[at] == ",");
    let subject = close
        .and_then(|at| tags.get(at + 1))
        .is_some_and(|tag| matches!(tag.0, Upos::Propn | Upos::Noun | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num));
    verb && subject
}

/// Gives a sentence its finite verb, where the tagger found none: "Greenpeace called for a ban.", "Iran beat Iraq.", "The bill
/// calls on China to act.", "Lawmakers call for an inquiry".
pub(super) fn finite(text: &str, tokens: &mut [Token], has_stop: bool, lemmas: &Lemmas) {
    if !has_stop {
        title_case(text, tokens, lemmas);
    }
    let finite = |token: &Token| token.xpos.is_finite() || token.upos == Upos::Aux;
    // "The letter sent today demands an end, which is …": a relative clause is not the sentence's.
    let relative = |at: usize| at > 0 && tokens[at - 1].xpos == Xpos::Wdt;
    if tokens.iter().enumerate().any(|(at, token)| finite(token) && !relative(at))
        || tokens.first().is_some_and(|token| token.xpos == Xpos::Vb)
    {
        return;
    }
    let behind_noun = |at: &usize| matches!(tokens[at - 1].upos, Upos::Propn | Upos::Noun | Upos::Pron);
    let behind: Vec<usize> = (1..tokens.len()).filter(behind_noun).collect();
    let tag = |at: usize| tokens[at].xpos;
    let speaks = |at: usize, tag: Xpos| {
        let lemma = lemmas.lemma(tokens[at].span.of(text), tag);
        let goes_on = tokens.get(at + 1).map_or("", |token| token.span.of(text));
        (listed(SPEECH, &lemma) || listed(OBJECT_CONTROL, &lemma))
            && matches!(goes_on, "for" | "on" | "to" | "that" | "against")
    };
    let begins_phrase = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn))
    };
    let present = |at: &usize| match tag(*at) {
        Xpos::Nns if listed(TIME, &tokens[at - 1].lemma) => has_stop && begins_phrase(at + 1),
        Xpos::Nns => has_stop && matches!(tag(at - 1), Xpos::Nnp | Xpos::Nn) && speaks(*at, Xpos::Vbz),
        Xpos::Nn => matches!(tag(at - 1), Xpos::Nns | Xpos::Nnps) && speaks(*at, Xpos::Vbp),
        _ => false,
    };
    let participle = |at: &usize| has_stop && tag(*at) == Xpos::Vbn && tokens[*at].upos == Upos::Verb;
    let past = |at: &usize| {
        let form = tokens[*at].span.of(text);
        let regular = form.len() > 4 && form.ends_with("ed") && tokens[*at].upos != Upos::Propn;
        has_stop && form.starts_with(char::is_lowercase) && (regular || irregular::base(form, true).is_some())
    };
    let find = |holds: &dyn Fn(&usize) -> bool| behind.iter().copied().find(holds);
    let found = match find(&present) {
        Some(at) => Some((at, if tag(at) == Xpos::Nns { Xpos::Vbz } else { Xpos::Vbp })),
        None => find(&participle).or_else(|| find(&past)).map(|at| (at, Xpos::Vbd)),
    };
    if let Some((at, xpos)) = found {
        let lemma = lemmas.lemma(tokens[at].span.of(text), xpos);
        tokens[at] = Token { upos: Upos::Verb, xpos, lemma, span: tokens[at].span };
    }
}

/// Verbs in the third person that are plurals of nouns more often than not.
const PLURALS: [&str; 14] = [
    "answer", "call", "charge", "claim", "comment", "demand", "fear", "hope", "order", "plan", "post", "press",
    "report", "request",
];

/// "Peru Chief Warns Bolivian Farmers On Land": where a headline's words are capitalized, a verb of speech in the third person,
/// taken for a name, is its verb, and "To" begins an infinitive.
fn title_case(text: &str, tokens: &mut [Token], lemmas: &Lemmas) {
    let word = |token: &Token| token.span.of(text);
    let words: Vec<&str> = tokens.iter().map(word).filter(|word| word.chars().all(char::is_alphabetic)).collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let verb = |token: &Token| matches!(token.upos, Upos::Verb | Upos::Aux) && token.xpos != Xpos::Vbn;
    if words.len() < 4 || words.iter().filter(capital).count() * 5 < words.len() * 4 || tokens.iter().any(verb) {
        return;
    }
    let found = (1..tokens.len().saturating_sub(1)).find_map(|at| {
        let form = word(&tokens[at]).to_lowercase();
        let lemma = lemmas.lemma(&form, Xpos::Vbz);
        let speaks = listed(SPEECH, &lemma) || listed(OBJECT_CONTROL, &lemma) || no_noun(&lemma);
        let third = form.ends_with('s') && lemma != form && !PLURALS.contains(&lemma.as_str());
        let noun = matches!(tokens[at].xpos, Xpos::Nnp | Xpos::Nnps | Xpos::Nns);
        (noun && third && speaks).then_some((at, lemma))
    });
    let Some((at, lemma)) = found else { return };
    tokens[at] = Token { upos: Upos::Verb, xpos: Xpos::Vbz, lemma, span: tokens[at].span };
    for to in at + 1..tokens.len().saturating_sub(1) {
        let base = word(&tokens[to + 1]).to_lowercase();
        if word(&tokens[to]) == "To" && (no_noun(&base) || listed(TRANSITIVE, &base) || listed(OBJECT_CONTROL, &base)) {
            tokens[to] = Token { upos: Upos::Part, xpos: Xpos::To, lemma: "to".into(), span: tokens[to].span };
            tokens[to + 1] = Token { upos: Upos::Verb, xpos: Xpos::Vb, lemma: base, span: tokens[to + 1].span };
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
