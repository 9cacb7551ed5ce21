//! The word lists that the frame layer needs to read arcs right.
//!
//! They say how words behave in grammar (who controls an infinitive, which verbs invert with their speaker, which nouns can
//! speak), and not what a claim means: that is the rules' part. Each list is sorted, for binary search. Source: general English grammar, after
//! the verb classes of Quirk et al., *A Comprehensive Grammar of the English Language* (1985), chapter 16.

/// Verbs that report speech or thought: they take quotations, and their subject may follow them.
#[rustfmt::skip]
pub(in crate::syntax) const SPEECH: &[&str] = &[
    "acknowledge", "add", "admit", "affirm", "allege", "announce", "argue", "ask", "assert", "assure", "believe",
    "boast", "caution", "chant", "charge", "claim", "clarify", "comment", "complain", "concede", "conclude", "confirm",
    "contend", "continue", "counter", "cry", "decide", "declare", "demand", "deny", "disclose", "emphasise",
    "emphasize", "estimate", "exclaim", "explain", "express", "fear", "find", "fume", "grumble", "hint", "insist",
    "joke", "lament", "maintain", "mention", "note", "observe", "opine", "plead", "pledge", "point out", "predict",
    "proclaim", "promise", "pronounce", "propose", "protest", "quip", "quote", "read", "reaffirm", "reason", "recall",
    "recommend", "recount", "reiterate", "remark", "remember", "repeat", "reply", "report", "respond", "retort",
    "reveal", "rule", "say", "shout", "show", "speculate", "state", "stress", "suggest", "swear", "tell", "testify",
    "think", "tweet", "underline", "underscore", "urge", "vow", "warn", "whisper", "wonder", "write",
];

/// Verbs with a particle that stands before their object: "voted down the bill".
#[rustfmt::skip]
pub(super) const PHRASAL: &[(&str, &str)] = &[
    ("break", "off"), ("bring", "forward"), ("brush", "off"), ("call", "off"), ("call", "out"), ("cast", "off"), ("cut", "off"),
    ("fend", "off"), ("fight", "off"), ("gun", "down"), ("hand", "down"), ("hand", "over"), ("laugh", "off"), ("lay", "out"),
    ("lock", "up"), ("play", "down"), ("put", "forth"), ("put", "forward"), ("put", "off"), ("round", "up"),
    ("rule", "out"), ("seal", "off"), ("set", "forth"), ("set", "out"), ("shake", "off"), ("shoot", "down"), ("shrug", "off"),
    ("shut", "down"), ("single", "out"), ("stave", "off"), ("step", "up"), ("strike", "down"), ("tear", "up"), ("throw", "out"),
    ("turn", "away"), ("turn", "down"), ("vote", "down"), ("wave", "away"), ("wipe", "out"), ("write", "off"),
];

/// Nouns for posts behind which "general" stands.
#[rustfmt::skip]
pub(super) const GENERALS: &[&str] = &[
    "advocate", "attorney", "auditor", "comptroller", "consul", "director", "governor", "inspector", "procurator",
    "prosecutor", "secretary", "solicitor",
];

/// Verbs whose object is the hearer.
#[rustfmt::skip]
pub(super) const TELL: &[&str] = &[
    "brief", "inform", "notify", "remind", "tell",
];

/// Verbs whose object (or "on X", "to X") is the subject of a following "to" infinitive, whatever the parser labels it.
#[rustfmt::skip]
pub(in crate::syntax) const OBJECT_CONTROL: &[&str] = &[
    "adjure", "admonish", "advise", "allow", "appeal", "ask", "authorise", "authorize", "beg", "beseech", "bid",
    "call", "cause", "caution", "challenge", "coax", "coerce", "command", "commission", "compel", "convince",
    "counsel", "dare", "defy", "direct", "drive", "enable", "encourage", "enjoin", "entreat", "exhort", "expect",
    "forbid", "force", "goad", "implore", "incite", "induce", "inspire", "instruct", "invite", "lobby", "look", "mandate",
    "motivate", "nominate", "nudge", "obligate", "oblige", "order", "permit", "persuade", "pester", "petition",
    "plead", "pledge", "press", "pressure", "prod", "prompt", "provoke", "push", "recommend", "remind", "request",
    "require", "sentence", "spur", "steer", "summon", "sway", "task", "tell", "tempt", "train", "trust", "urge",
    "want", "warn",
];

/// Agencies and stations that are told things, beside which a plural is a word of its own: "told Reuters prices rose".
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "afp", "ap", "bbc", "bloomberg", "cnbc", "cnn", "dpa", "efe", "interfax", "nbc", "npr", "reuters", "sky", "tass", "voa",
    "xinhua",
];

/// What is called for where nobody is called on: "called to end the war", and not "called to congratulate him".
#[rustfmt::skip]
pub(super) const ENDING: &[&str] = &[
    "abandon", "abolish", "ban", "boycott", "cancel", "cease", "change", "curb", "drop", "end", "expel", "free",
    "halt", "impeach", "lift", "postpone", "reform", "release", "repeal", "respect", "restore", "resume", "scrap",
    "stop", "strengthen", "suspend", "withdraw",
];

/// Verbs with a hearer and a "that" clause.
#[rustfmt::skip]
pub(super) const HEARER: &[&str] = &[
    "advise", "assure", "brief", "caution", "convince", "inform", "notify", "persuade", "promise", "remind", "tell",
    "warn",
];

/// Verbs that take "of doing", "with doing" or "for doing" beside their object.
#[rustfmt::skip]
pub(super) const CHARGING: &[&str] = &[
    "accuse", "acquit", "blame", "charge", "condemn", "convict", "criticise", "criticize", "denounce", "fault",
    "slam", "suspect", "thank",
];

/// Nouns for people and bodies, who can speak, beside those that end in "-er", "-or", "-ist", "-man" or "-ian".
#[rustfmt::skip]
pub(super) const SPEAKERS: &[&str] = &[
    "academic", "administration", "adult", "advocate", "agency", "aide", "ally", "analyst", "army", "association",
    "athlete", "attorney", "authority", "ayatollah", "bank", "bishop", "bloc", "body", "boy", "campaign",
    "candidate", "captain", "champion", "charity", "chef", "chief", "chieftain", "child", "church", "citizen", "clergy",
    "cleric", "coach", "colleague", "commission", "committee", "community", "company", "council", "country",
    "court", "critic", "crowd", "defence", "defendant", "defense", "delegate", "delegation", "department", "deputy",
    "diplomat", "duke", "embassy", "emir", "enemy", "envoy", "executive", "exile", "expatriate", "expert", "family",
    "firm", "force", "foundation", "friend", "general", "girl", "government", "group", "guard", "guest", "head",
    "husband", "imam", "immigrant", "institute", "insurgent", "judge", "junta", "king", "local", "magistrate",
    "media", "migrant", "militant", "military", "militia", "ministry", "minority", "mission", "monk", "mp",
    "mullah", "nation", "native", "navy", "network", "ngo", "nun", "nurse", "office", "official", "opponent",
    "opposition", "organisation", "organization", "outlet", "panel", "parent", "parliament", "participant", "party",
    "patient", "patriarch", "people", "person", "pilot", "police", "pope", "president", "priest", "prince",
    "princess", "prosecution", "public", "queen", "rabbi", "rebel", "referee", "refugee", "regime", "relative",
    "representative", "republic", "resident", "secretary", "sheikh", "side", "son", "source", "spokesperson",
    "staff", "state", "student", "sultan", "suspect", "team", "tribe", "troops", "union", "university", "veteran",
    "victim", "voice", "watchdog", "wife", "witness", "youth",
];

/// Nouns for things that end as those for people do.
#[rustfmt::skip]
pub(super) const THINGS: &[&str] = &[
    "border", "chapter", "computer", "corridor", "counter", "danger", "disaster", "error", "factor", "letter", "matter", "mirror",
    "murder", "number", "offer", "order", "paper", "power", "river", "sector", "shelter", "terror", "tower", "water",
    "weather",
];

/// Verbs with an object whose subject nevertheless is the infinitive's.
#[rustfmt::skip]
pub(super) const SUBJECT_CONTROL: &[&str] = &[
    "pledge", "promise", "swear", "threaten", "use", "vow",
];

/// Nouns for what is said or written in public, and says something.
#[rustfmt::skip]
const UTTERANCES: &[&str] = &[
    "address", "article", "bill", "book", "briefing", "broadcast", "claim", "column", "communique", "communiqué",
    "conference", "declaration", "decree", "document", "editorial", "email", "filing", "indictment", "interview",
    "judgement", "judgment", "law", "lawsuit", "legislation", "letter", "media", "memo", "memoir", "memorandum",
    "message", "motion", "order", "paper", "petition", "post", "publication", "remark", "report", "resolution",
    "ruling", "speech", "statement", "story", "study", "survey", "testimony", "tweet", "verdict", "video",
];

/// Prepositions whose object may be the subject of a following infinitive: "called on X to …".
#[rustfmt::skip]
pub(super) const ADDRESSING: &[&str] = &[
    "at", "for", "on", "to", "upon", "with",
];

/// Prepositions after which a gerund belongs to the object: "accused X of doing", "barred X from doing".
#[rustfmt::skip]
pub(super) const OBJECT_GERUND: &[&str] = &[
    "about", "against", "as", "for", "from", "into", "of", "over", "with",
];

/// Verbs that call something something: "called it a crime", "declared the vote void".
#[rustfmt::skip]
pub(super) const NAMING: &[&str] = &[
    "brand", "call", "consider", "declare", "deem", "designate", "dub", "find", "judge", "keep", "label", "leave", "make", "name",
    "proclaim", "pronounce", "rate", "render", "rule", "style", "term", "think", "title",
];

/// Those of them that take no clause: what they call a thing is no verb.
#[rustfmt::skip]
pub(super) const CALLING: &[&str] = &[
    "brand", "call", "dub", "label", "term",
];

/// Verbs whose "as" phrase says what they take their object for: "described X as brutal".
#[rustfmt::skip]
pub(super) const AS_VERBS: &[&str] = &[
    "accept", "acknowledge", "blast", "brand", "cast", "categorise", "categorize", "celebrate", "certify",
    "characterise", "characterize", "cite", "class", "classify", "condemn", "criticise", "criticize", "decry",
    "define", "denounce", "depict", "deride", "describe", "designate", "diagnose", "dismiss", "frame", "hail",
    "identify", "interpret", "know", "label", "list", "mock", "paint", "perceive", "portray", "praise", "present",
    "recognise", "recognize", "refer", "regard", "reject", "report", "represent", "ridicule", "see", "slam", "treat",
    "view",
];

/// Verbs that lend their subject to the noun that is their object: "made an accusation", "imposed sanctions on".
#[rustfmt::skip]
pub(super) const LIGHT: &[&str] = &[
    "adopt", "agree", "air", "announce", "apply", "approve", "authorise", "authorize", "begin", "bring", "broaden",
    "carry", "carry out", "cast", "commission", "commit", "conduct", "continue", "convey", "declare",
    "deliver", "deploy", "do", "donate", "draw", "echo", "enact", "enforce", "enter", "escalate", "establish",
    "execute", "expand", "export", "express", "extend", "file", "give", "grant", "hand over", "have", "hold",
    "implement", "impose", "increase", "inflict", "initiate", "instigate", "institute", "intensify", "introduce",
    "issue", "join", "launch", "lay out", "lead", "level", "levy", "lodge", "make", "mount", "offer", "open",
    "order", "pass", "pay", "perform", "perpetrate", "place", "pledge", "post", "present", "prolong", "provide",
    "publish", "pursue", "put", "put forward", "raise", "ramp up", "reach", "reaffirm", "register", "reimpose",
    "reinstate", "reiterate", "relaunch", "release", "renew", "reopen", "repeat", "resume", "roll out", "sell",
    "send", "set", "set up", "ship", "show", "sign", "slap", "smuggle", "stage", "start", "state", "step up",
    "strengthen", "submit", "supply", "table", "take", "tighten", "toughen", "transfer", "undertake", "unveil",
    "voice", "wage", "widen", "withhold", "write",
];

/// Verbs that need an object: in a headline, their past form without one is a passive participle.
#[rustfmt::skip]
pub(in crate::syntax) const TRANSITIVE: &[&str] = &[
    "abduct", "accuse", "acquit", "adopt", "appoint", "approve", "arrest", "assassinate", "assault", "attack",
    "award", "ban", "bar", "beat", "behead", "blackmail", "blame", "block", "bomb", "bury", "cancel", "capture",
    "censor", "charge", "condemn", "convict", "cremate", "criticise", "criticize", "deport", "detain", "discover",
    "displace", "elect", "evacuate", "execute", "exile", "expel", "extort", "extradite", "find", "fine", "fire",
    "force", "free", "grant", "hang", "harass", "hit", "hold", "honor", "honour", "hospitalise", "hospitalize",
    "impeach", "imprison", "indict", "injure", "investigate", "jail", "kidnap", "kill", "name", "nominate", "order",
    "oust", "overthrow", "persecute", "poison", "postpone", "praise", "prosecute", "question", "raid", "rape",
    "reject", "release", "remove", "rescue", "sack", "sanction", "seize", "sentence", "shoot", "shut", "smuggle",
    "stab", "strike", "summon", "suspend", "target", "torture", "urge", "wound",
];

/// Verbs of which a passive may keep an object: "were denied food".
#[rustfmt::skip]
pub(super) const TWO_OBJECTS: &[&str] = &[
    "ask", "award", "charge", "deny", "give", "grant", "offer", "pay", "promise", "refuse", "send", "show", "tell",
];

/// Participles that are adjectives in all but their tag: "is opposed to".
#[rustfmt::skip]
pub(super) const PARTICIPIAL: &[&str] = &[
    "alarm", "appal", "appall", "commit", "concern", "convince", "dedicate", "determine", "disappoint", "dismay",
    "oppose", "prepare", "sadden", "worry",
];

/// Verbs of judging what others do: who rejects a decision to act does not act.
#[rustfmt::skip]
pub(super) const JUDGING: &[&str] = &[
    "applaud", "attack", "back", "bemoan", "blast", "call", "celebrate", "challenge", "characterise", "characterize", "condemn",
    "criticise", "criticize", "decry", "denounce", "deplore", "deride", "describe", "dismiss", "dispute", "endorse", "hail", "lament",
    "mock", "oppose", "praise", "protest", "question", "regret", "reject", "ridicule", "slam", "support", "welcome",
];

/// Adjectives that single one out among those that did a thing; superlatives do so too.
#[rustfmt::skip]
const RANKING: &[&str] = &[
    "fifth", "first", "fourth", "last", "latest", "only", "second", "sixth", "sole", "third",
];

/// What whoever summons somebody does by it: "summoned the envoy to protest".
#[rustfmt::skip]
pub(super) const SUMMONING: &[&str] = &[
    "complain", "condemn", "convey", "criticise", "criticize", "demand", "denounce", "express", "object", "protest",
    "register",
];

/// Words that open a clause of time, reason or concession: "after the vote ended".
#[rustfmt::skip]
const OCCASION: &[&str] = &[
    "after", "although", "as", "because", "before", "since", "though", "until", "when", "while",
];

/// Adverbs that negate.
#[rustfmt::skip]
pub(super) const NEGATIVE: &[&str] =
    &[
    "barely", "hardly", "n't", "neither", "never", "nor", "not", "nowhere", "scarcely",
];

/// Verbs of saying whose speaker may stand behind them, and that are not done to people: "says Chad", but not "warned Chad".
#[rustfmt::skip]
pub(super) const INVERTING: &[&str] = &[
    "add", "allege", "announce", "argue", "assert", "claim", "comment", "complain", "conclude", "contend", "explain", "insist",
    "maintain", "note", "observe", "predict", "recall", "remark", "report", "say", "state", "write",
];

/// Adjectives of judgement that no ending tells, which the tagger may take for nouns.
#[rustfmt::skip]
pub(super) const JUDGEMENTS: &[&str] = &[
    "absurd", "biased", "brutal", "corrupt", "cruel", "evil", "fair", "false", "fraudulent", "harsh", "illegal",
    "inaccurate", "incorrect", "insane", "partial", "racist", "sexist", "tragic", "unfair", "unjust", "unlawful", "unsafe",
    "untrue", "unwise", "vague", "void", "weak", "wrong",
];

/// Verbs of taking a side for or against what others propose.
pub(super) const SIDES: &[&str] = &["back", "dismiss", "oppose", "refuse", "reject", "support", "veto", "welcome"];

/// Nouns for what is said against somebody.
pub(super) const CHARGES: &[&str] = &["accusation", "allegation", "assertion", "charge", "claim", "suggestion"];

/// Nouns for what is lodged with a court or a body against somebody.
pub(super) const COMPLAINTS: &[&str] =
    &["appeal", "case", "challenge", "claim", "complaint", "grievance", "lawsuit", "petition", "protest", "suit"];

/// Verbs of answering a charge.
pub(in crate::syntax) const ANSWERS: &[&str] = &["contest", "deny", "dismiss", "dispute", "refute", "reject"];

/// Nouns of time: "by Monday" is no agent.
#[rustfmt::skip]
pub(in crate::syntax) const TIME: &[&str] = &[
    "afternoon", "april", "august", "century", "date", "day", "deadline", "decade", "december", "end", "evening",
    "february", "friday", "hour", "january", "july", "june", "march", "may", "midnight", "minute", "monday", "month",
    "morning", "night", "noon", "november", "now", "october", "percent", "point", "saturday", "second", "september",
    "summer", "sunday", "then", "thursday", "time", "today", "tomorrow", "tuesday", "wednesday", "week", "weekend",
    "winter", "year", "yesterday",
];

/// Whether a form in lower case is a weekday.
pub fn is_weekday(form: &str) -> bool {
    matches!(form, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// Whether a verb's subject says, thinks or judges something.
pub fn is_speech(lemma: &str) -> bool {
    listed(SPEECH, lemma) || listed(CHARGING, lemma) || lemma == "call"
}

/// Whether a common noun means somebody who can say something, as far as the lists and its ending tell.
pub fn can_speak(lemma: &str) -> bool {
    let ends = ["er", "or", "ist", "man", "ian"].iter().any(|end| lemma.ends_with(end));
    listed(SPEAKERS, lemma) || ends && !listed(THINGS, lemma)
}

/// Whether an adjective singles one out among those that did a thing.
pub fn is_ranking(lemma: &str) -> bool {
    listed(RANKING, lemma)
}

/// Whether a word opens a clause that says when or why something else happened.
pub fn opens_occasion(word: &str) -> bool {
    listed(OCCASION, word)
}

/// Whether a verb tells what people do with words to people or to what is said: "say", "accuse", "urge".
pub(super) fn is_act_of_speech(lemma: &str) -> bool {
    [SPEECH, CHARGING, OBJECT_CONTROL].into_iter().any(|list| listed(list, lemma))
}

/// Whether a noun means what somebody is charged with: "allegation", "claim".
pub fn is_charge(lemma: &str) -> bool {
    listed(CHARGES, lemma)
}

/// Whether a noun means a time: "Monday", "month".
pub fn is_time(lemma: &str) -> bool {
    listed(TIME, lemma)
}

/// Whether a verb's object does what its infinitive says: "urge".
pub fn is_object_control(lemma: &str) -> bool {
    listed(OBJECT_CONTROL, lemma)
}

/// Whether a noun means something said or written in public.
pub fn is_utterance(lemma: &str) -> bool {
    listed(UTTERANCES, lemma)
}

/// Whether a noun means a document that a body votes on.
pub(super) fn is_voted_on(lemma: &str) -> bool {
    matches!(lemma, "amendment" | "bill" | "law" | "legislation" | "motion" | "resolution")
}

/// Whether a sorted list holds a word.
pub(in crate::syntax) fn listed(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(PHRASAL.is_sorted());
        for list in [
            SPEECH,
            TELL,
            OBJECT_CONTROL,
            GENERALS,
            SUBJECT_CONTROL,
            ADDRESSING,
            OBJECT_GERUND,
            NAMING,
            AS_VERBS,
            LIGHT,
            TWO_OBJECTS,
            TRANSITIVE,
            CHARGING,
            HEARER,
            AGENCIES,
            ENDING,
            SPEAKERS,
            THINGS,
            UTTERANCES,
            PARTICIPIAL,
            RANKING,
            SUMMONING,
            JUDGING,
            NEGATIVE,
            TIME,
            CALLING,
            OCCASION,
            INVERTING,
            JUDGEMENTS,
            SIDES,
            CHARGES,
            COMPLAINTS,
            ANSWERS,
        ] {
            let disordered: Vec<_> = list.windows(2).filter(|pair| pair[0] >= pair[1]).collect();
            assert!(disordered.is_empty(), "{disordered:?}");
        }
    }
}
