//! `[[frame]]` rules: a verb, noun or adjective, its roles, and the claim it yields.
//!
//! In: one TOML table. Out: a [`FrameRule`] or diagnostics. A role is where an argument stands (`subject`, `object`,
//! `recipient`, a preposition, a clause) and which classes may stand there; several alternatives are tried in order. The
//! author writes no tense, passive, coordination, relative clause or light verb: the frame layer has undone them.

use toml::Spanned;
use toml::de::DeValue;

use super::table::{Source, Table, Word, as_word, wrong_type};
use super::{ClassSet, Origin};
use crate::syntax::frames::ClauseForm;

/// Where in a frame an argument stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// The one who does it.
    Subject,
    /// The one it is done to.
    Object,
    /// The one it is done or said for: "told reporters".
    Recipient,
    /// After one of these prepositions.
    Preposition(Vec<String>),
    /// A clause of one of these forms.
    Clause(Vec<ClauseForm>),
    /// The subject of the content clause: China in "alleges that China …".
    ContentSubject,
    /// The same where it is the one who acts: "has shown that *it* respects the law".
    Oneself,
    /// The other subjects, each pair once: "Chad and Mali met".
    Others,
    /// Whoever owns the object: China in "condemned China's actions".
    Owner,
    /// The predicate noun itself: the report in "a report by X".
    Itself,
}

/// One way to fill a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Where it stands.
    pub from: From,
    /// Which classes may stand there; empty where words are wanted and no entity.
    pub classes: ClassSet,
    /// If not empty, the head's lemma must be one of these.
    pub words: Vec<String>,
    /// Whether unnamed people may stand for their body here: always for a subject, on request for others.
    pub members: bool,
}

/// A role: its alternatives, in order, and whether the rule needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Tried in order; the first that is filled wins.
    pub alternatives: Vec<Alternative>,
    /// Whether the rule yields nothing without it.
    pub required: bool,
}

/// A rule that turns a frame into a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrameRule {
    /// Name, place, examples.
    pub origin: Origin,
    /// Lemmas of its verbs, with particle ("carry out").
    pub verbs: Vec<String>,
    /// Lemmas of its nouns.
    pub nouns: Vec<String>,
    /// Lemmas of its adjectives.
    pub adjectives: Vec<String>,
    /// The property it claims; none for a rule that only blocks less specific ones.
    pub claim: Option<String>,
    /// Who does it.
    pub subject: Option<Role>,
    /// To whom.
    pub object: Option<Role>,
    /// The words for what is said, asked, rejected.
    pub content: Option<Role>,
    /// The claim's content, where it is not what is reported: the accusations in "called the accusations false".
    pub topic: Option<Role>,
    /// If not empty, the frame's object must have one of these lemmas: "pass" + motion, law.
    pub about: Vec<String>,
    /// For nouns: verbs under which they state an act ("impose" sanctions), or prepositions ("on" a visit). Without them a
    /// possessor or "by" is needed.
    pub light: Vec<String>,
    /// Whether it reports speech, writing or belief, so that its content is an attribution.
    pub reports: bool,
    /// What claims inside its content are to its subject: `asserted`, `alleged`, `denied`, `planned`.
    pub inside: Option<String>,
    /// Its own modality where it is not `asserted`: `planned` for "plan sanctions".
    pub modality: Option<String>,
    /// Whether the word itself negates: "acquit". Negated in turn it claims nothing.
    pub negative: bool,
    /// Whether it claims only under a negation, which is no more than its own: "has not permitted".
    pub negated: bool,
    /// How it is said: `statement`, `call`, `denial`, `accusation`, `warning`, `question`.
    pub speech_act: Option<String>,
    /// Only with a passive verb ("is believed to") or only with an active one.
    pub passive: Option<bool>,
}

impl FrameRule {
    /// How specific it is: word constraints first, then roles; the more specific of two rules on one frame wins.
    pub fn specificity(&self) -> u32 {
        let worded = |role: &Option<Role>| {
            role.as_ref().is_some_and(|role| role.alternatives.iter().any(|choice| !choice.words.is_empty()))
        };
        // An object of one class tells as much as a word: "adopted the accord".
        let kind = self
            .object
            .as_ref()
            .is_some_and(|role| role.required && role.alternatives.iter().all(|choice| choice.classes.len() == 1));
        let words = u32::from(!self.about.is_empty())
            + u32::from(worded(&self.content))
            + u32::from(worded(&self.object) || kind)
            + u32::from(self.passive.is_some());
        let required = |role: &Option<Role>| u32::from(role.as_ref().is_some_and(|role| role.required));
        let narrow = self
            .subject
            .as_ref()
            .is_some_and(|role| role.alternatives.iter().all(|choice| choice.classes.len() < ClassSet::SOURCES));
        words * 8 + u32::from(narrow) + required(&self.object) * 4 + required(&self.content) * 2
    }

    /// Whether it is of a verb that says what somebody takes a thing for, and never that something is so: "denounced it as a lie".
    pub fn only_judges(&self) -> bool {
        let says = self.claim.as_deref() == Some("says");
        let content = self.content.as_ref().map_or(&[][..], |role| &role.alternatives);
        let as_what = |choice: &Alternative| matches!(&choice.from, From::Preposition(known) if *known == ["as"]);
        !says && content.iter().all(as_what) && !content.is_empty()
    }

    /// Whether it wants the subject itself as object.
    pub fn takes_oneself(&self) -> bool {
        self.object.iter().flat_map(|role| &role.alternatives).any(|choice| choice.from == From::Oneself)
    }

    /// Whether the subjects do it to each other.
    pub fn takes_others(&self) -> bool {
        self.object.iter().flat_map(|role| &role.alternatives).any(|choice| choice.from == From::Others)
    }

    /// Whether, of a noun, it tells what the thing says that the noun means: "a report that rain fell".
    pub fn tells_itself(&self) -> bool {
        takes_itself(&self.subject)
    }

    /// Whether the thing that its noun means is its subject or object.
    pub fn takes_itself(&self) -> bool {
        takes_itself(&self.object) || self.tells_itself()
    }

    /// Whether it reads every predicate that another reads, on the same conditions, so that the other never decides.
    pub fn takes_all_of(&self, other: &Self) -> bool {
        let words = |mine: &[String], theirs: &[String]| theirs.iter().all(|word| mine.contains(word));
        words(&self.verbs, &other.verbs)
            && words(&self.nouns, &other.nouns)
            && words(&self.adjectives, &other.adjectives)
            && (&self.subject, &self.object, &self.content, &self.topic)
                == (&other.subject, &other.object, &other.content, &other.topic)
            && (&self.about, &self.light, self.passive) == (&other.about, &other.light, other.passive)
    }
}

fn takes_itself(role: &Option<Role>) -> bool {
    role.iter().flat_map(|role| &role.alternatives).any(|choice| choice.from == From::Itself)
}

/// Reads one `[[frame]]` table; `base` is the rule that `like` names.
pub(super) fn read(source: &mut Source, mut table: Table, base: Option<&FrameRule>) -> FrameRule {
    let mut rule = base.cloned().unwrap_or_default();
    if base.is_some() {
        (rule.verbs, rule.nouns, rule.adjectives) = (vec![], vec![], vec![]);
    }
    table.value("like");
    rule.origin = super::load::origin(source, &mut table, "frame");
    for (key, list) in [
        ("verbs", &mut rule.verbs),
        ("nouns", &mut rule.nouns),
        ("adjectives", &mut rule.adjectives),
        ("about", &mut rule.about),
        ("light", &mut rule.light),
    ] {
        if let Some(words) = table.words(source, key) {
            *list = words.into_iter().map(|word| lemma(source, word)).collect();
        }
    }
    if rule.verbs.is_empty() && rule.nouns.is_empty() && rule.adjectives.is_empty() {
        let hint = "give at least one of verbs, nouns, adjectives: lemmas such as \"accuse\"";
        source.error(table.at, "no-trigger", "the frame has no trigger word", hint);
    }
    if let Some(word) = table.word(source, "claim") {
        rule.claim = (word.text != "none").then_some(word.text);
    } else if base.is_none() {
        source.error(
            table.at,
            "no-claim",
            "the frame yields nothing",
            "say claim = \"accuses\"; claim = \"none\" blocks",
        );
    }
    for (key, default, role) in [
        ("subject", From::Subject, &mut rule.subject),
        ("object", From::Object, &mut rule.object),
        ("topic", From::Object, &mut rule.topic),
        ("content", From::Clause(forms().iter().map(|(_, form)| *form).collect()), &mut rule.content),
    ] {
        if let Some(value) = table.value(key) {
            *role = read_role(source, value, &default, key == "content" || key == "topic");
        }
    }
    if let Some(role) = &mut rule.subject {
        role.required = true;
    }
    rule.reports = table.flag(source, "reports").unwrap_or(rule.reports);
    rule.negative = table.flag(source, "negative").unwrap_or(rule.negative);
    rule.negated = table.flag(source, "negated").unwrap_or(rule.negated);
    rule.passive = table.flag(source, "passive").or(rule.passive);
    let modalities = ["asserted", "alleged", "planned"];
    let insides = ["asserted", "alleged", "denied", "planned", "asked"];
    let acts = ["statement", "call", "denial", "accusation", "warning", "question"];
    rule.inside = one_of(source, &mut table, "inside", &insides).or(rule.inside);
    rule.modality = one_of(source, &mut table, "modality", &modalities).or(rule.modality);
    rule.speech_act = one_of(source, &mut table, "speech_act", &acts).or(rule.speech_act);
    table.finish(source, "a frame");
    rule
}

fn lemma(source: &mut Source, word: Word) -> String {
    if word.text.is_empty() || word.text.chars().any(char::is_uppercase) {
        let message = format!("\"{}\" is no lemma", word.text);
        source.error(word.at, "bad-lemma", message, "write the dictionary form in lower case: \"accuse\"");
    }
    word.text
}

fn one_of(source: &mut Source, table: &mut Table, key: &'static str, known: &[&str]) -> Option<String> {
    let word = table.word(source, key)?;
    if !known.contains(&word.text.as_str()) {
        let message = format!("`{key}` can't be \"{}\"", word.text);
        source.error(word.at, "unknown-value", message, &format!("one of: {}", known.join(", ")));
    }
    Some(word.text)
}

/// The names of clause forms in rules.
fn forms() -> [(&'static str, ClauseForm); 5] {
    [
        ("that", ClauseForm::Finite),
        ("whether", ClauseForm::Question),
        ("to", ClauseForm::Infinitive),
        ("ing", ClauseForm::Gerund),
        ("small", ClauseForm::Small),
    ]
}

/// Reads a role: a class name, a table, or a list of tables.
fn read_role(source: &mut Source, value: &Spanned<DeValue<'_>>, default: &From, words: bool) -> Option<Role> {
    let mut role = Role { alternatives: Vec::new(), required: true };
    if let Some(word) = as_word(value) {
        let classes = if words && word.text == "Clause" { ClassSet::default() } else { classes(source, &[word]) };
        role.alternatives.push(Alternative {
            from: default.clone(),
            classes,
            words: Vec::new(),
            members: *default == From::Subject,
        });
        return Some(role);
    }
    if let Some(list) = value.get_ref().as_array()
        && let Some(names) = list.iter().map(as_word).collect::<Option<Vec<_>>>()
    {
        let members = *default == From::Subject;
        role.alternatives.push(Alternative {
            from: default.clone(),
            classes: classes(source, &names),
            words: Vec::new(),
            members,
        });
        return Some(role);
    }
    let single = std::slice::from_ref(value);
    let list: Vec<&Spanned<DeValue<'_>>> = match value.get_ref().as_array() {
        Some(list) => list.iter().collect(),
        None => single.iter().collect(),
    };
    for item in list {
        let Some(table) = item.get_ref().as_table() else {
            wrong_type(source, "role", item, "a class name, a table such as { prep = [\"of\"] }, or a list of tables");
            continue;
        };
        let mut table = Table::new(table, item.span().start);
        read_alternatives(source, &mut table, default, words, &mut role);
        table.finish(source, "a role");
    }
    Some(role)
}

fn read_alternatives(source: &mut Source, table: &mut Table, default: &From, words: bool, role: &mut Role) {
    let classes = match table.words(source, "class") {
        Some(names) => classes(source, &names),
        None if words => ClassSet::default(),
        None => ClassSet::ANY,
    };
    let lemmas = table.words(source, "words").unwrap_or_default().into_iter().map(|word| word.text).collect::<Vec<_>>();
    if table.flag(source, "optional") == Some(true) {
        role.required = false;
    }
    let members = table.flag(source, "members").unwrap_or(*default == From::Subject);
    let mut places = Vec::new();
    if let Some(word) = table.word(source, "at") {
        match word.text.as_str() {
            "subject" => places.push(From::Subject),
            "object" => places.push(From::Object),
            "recipient" => places.push(From::Recipient),
            "content" => places.push(From::ContentSubject),
            "oneself" => places.push(From::Oneself),
            "others" => places.push(From::Others),
            "itself" => places.push(From::Itself),
            "owner" => places.push(From::Owner),
            _ => source.error(
                word.at,
                "unknown-value",
                format!("no argument stands at \"{}\"", word.text),
                "one of: subject, object, recipient, content, oneself, others, itself, owner; or prep = […], clause = […]",
            ),
        }
    }
    if let Some(prepositions) = table.words(source, "prep") {
        places.push(From::Preposition(prepositions.into_iter().map(|word| word.text.to_lowercase()).collect()));
    }
    if let Some(names) = table.words(source, "clause") {
        let mut clause = Vec::new();
        for name in names {
            match forms().iter().find(|(known, _)| *known == name.text) {
                Some((_, form)) => clause.push(*form),
                None => source.error(
                    name.at,
                    "unknown-value",
                    format!("\"{}\" is no form of clause", name.text),
                    "one of: that, whether, to, ing, small",
                ),
            }
        }
        places.push(From::Clause(clause));
    }
    if places.is_empty() {
        places.push(default.clone());
    }
    for from in places {
        role.alternatives.push(Alternative { from, classes, words: lemmas.clone(), members });
    }
}

pub(super) fn classes(source: &mut Source, names: &[Word]) -> ClassSet {
    let mut set = ClassSet::default();
    for name in names {
        match ClassSet::from_name(&name.text) {
            Some(more) => set = set.union(more),
            None => source.error(
                name.at,
                "unknown-class",
                format!("\"{}\" is no class", name.text),
                &format!("one of: {}", ClassSet::names().collect::<Vec<_>>().join(", ")),
            ),
        }
    }
    set
}
