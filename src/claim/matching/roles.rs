//! What fills a role of a rule: the arguments of a frame that its alternatives take.
//!
//! In: a frame and a role. Out: subjects and objects with what they mean, or none where the role asks for more than the frame
//! has; and, for questions about a rule, why an argument does not fit. Contents are left to `contents`.

use super::InFrame;
use super::argument::{Argument, Via, arguments};
use crate::gazetteer::Class;
use crate::rules::{Alternative, ClassSet, From, Role};
use crate::syntax::frames::{Frame, Kind, Voice, can_speak};
use crate::syntax::{Relation, TokenId, Upos};

/// Prefixes that the tokenizer parts from a noun, and with which it is another: a "re-election" is no election.
const OTHERWISE: [&str; 6] = ["anti", "non", "post", "pre", "quasi", "re"];

/// Why an argument does not fit an alternative of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Unfit {
    /// It is unnamed members, who don't stand for their body here.
    Member,
    /// It is what a body did, which stands for it only where a rule wants the word.
    Deed,
    /// Its class is none that the alternative takes.
    Class,
    /// It means nobody known.
    Unknown,
}

impl InFrame<'_> {
    /// The named subjects; for a rule that reports, else the unnamed ones.
    pub(in crate::claim) fn subjects(&self, role: &Role, reports: bool) -> Option<Vec<Argument>> {
        // "Jane Doe's office said so" for her; what else it does, she need not have done.
        let office = |argument: &Argument| argument.via == Via::Member && argument.class.is_some_and(Class::is_person);
        let mut named = self.entities(role, None);
        named.retain(|argument| reports || !office(argument));
        if !named.is_empty() {
            return Some(named);
        }
        // "reports that it rained": what a rule takes for its own subject it takes only by its class.
        if !reports || role.alternatives.iter().all(|choice| choice.from == From::Itself) {
            return None;
        }
        // A thing of a class that no rule about anybody's words takes (a place, a group) speaks as somebody unnamed.
        let anybody = role.alternatives.iter().any(|choice| choice.classes.len() >= ClassSet::SOURCES);
        let agents = role.alternatives.iter().any(|choice| choice.classes.contains(Class::Person));
        let heads = role.alternatives.iter().flat_map(|choice| self.heads(choice, None));
        let all: Vec<_> = heads
            .flat_map(|head| arguments(self.reading, self.sentence, head))
            .filter(|argument| argument.entity.is_none() || anybody)
            .filter(|argument| agents || self.is_document(argument))
            .filter(|argument| {
                let phrase = self.reading.text(argument.phrase).to_lowercase();
                let unnamed = self.reading.coreference.is_unnamed(argument.words) || phrase.starts_with("one of ");
                unnamed || !is_nobody(self.reading.text(argument.words))
            })
            .filter(|argument| {
                let mention = self.reading.mention_at(argument.words);
                mention.is_none_or(|(_, mention)| mention.class != Class::Date)
            })
            .map(|argument| Argument { entity: None, ..argument })
            .collect();
        (!all.is_empty()).then_some(all)
    }

    /// The entities of the first alternative that any fills.
    pub(in crate::claim) fn entities(&self, role: &Role, content_head: Option<TokenId>) -> Vec<Argument> {
        for choice in &role.alternatives {
            let found: Vec<_> = self
                .heads(choice, content_head)
                .into_iter()
                .filter(|&head| self.has_word(choice, head))
                .flat_map(|head| self.meant(head))
                .filter(|argument| unfit(choice, argument).is_none())
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// The named objects. What is asked of a spokesman or done to him is not done to the one whom he speaks for.
    pub(in crate::claim) fn objects(&self, role: &Role, content_head: Option<TokenId>) -> Vec<Argument> {
        let mut found = self.entities(role, content_head);
        found.retain(|argument| !(argument.via == Via::Member && argument.class.is_some_and(Class::is_person)));
        found
    }

    /// What a phrase stands for: "each other" for the subjects.
    fn meant(&self, head: TokenId) -> Vec<Argument> {
        let next = self.reading.sentences[self.sentence].tokens.get(head.index() + 1);
        let next = next.map_or("", |token| self.reading.text(token.span));
        let reciprocal = matches!((self.lemma(head).as_str(), next), ("each", "other") | ("one", "another"));
        let heads = if reciprocal { self.frame.subjects.as_slice() } else { &[head] };
        heads.iter().flat_map(|&head| arguments(self.reading, self.sentence, head)).collect()
    }

    /// Whether a head's lemma is one that an alternative wants.
    pub(in crate::claim) fn has_word(&self, choice: &Alternative, head: TokenId) -> bool {
        choice.words.is_empty() || self.is_one_of(&choice.words, head) && !self.is_bare_thought(choice, head)
    }

    /// Whether words have a noun's lemma, or a compound that ends with it ("sanctions list"); a "re-election" is no election.
    pub(in crate::claim) fn is_one_of(&self, words: &[String], head: TokenId) -> bool {
        let form = |back: usize| Some(self.form_at(head.index().checked_sub(back)?).to_lowercase());
        let lemma = self.lemma(head);
        let compound = |word: &String| {
            word.split_once(' ').is_some_and(|(first, last)| last == lemma && form(1).as_deref() == Some(first))
        };
        let otherwise =
            || form(1).as_deref() == Some("-") && form(2).is_some_and(|prefix| OTHERWISE.contains(&prefix.as_str()));
        words.contains(lemma) && !otherwise() || words.iter().any(compound)
    }

    /// "rejected this idea", and not "the idea that …", where an idea is wanted that says something.
    fn is_bare_thought(&self, choice: &Alternative, head: TokenId) -> bool {
        let tree = self.tree();
        let thought = matches!(self.lemma(head).as_str(), "idea" | "notion");
        let says =
            |at: TokenId| matches!(tree.relations[at.index()], Relation::Acl | Relation::AclRelcl | Relation::Ccomp);
        thought && choice.from == From::Object && !tree.kids(head).any(says)
    }

    /// The heads that stand where an alternative looks.
    pub(in crate::claim) fn heads(&self, choice: &Alternative, content_head: Option<TokenId>) -> Vec<TokenId> {
        let frame = self.frame;
        match &choice.from {
            From::Subject => frame.subjects.clone(),
            From::Object => frame.objects.clone(),
            From::Recipient => frame.recipients.clone(),
            From::Itself => vec![frame.predicate],
            From::Others if self.are_alone() => frame.subjects.clone(),
            From::Others => Vec::new(),
            From::Preposition(known) => frame
                .obliques
                .iter()
                .filter(|oblique| known.contains(&oblique.preposition))
                .flat_map(|oblique| oblique.heads.iter().copied())
                .collect(),
            From::Clause(forms) => {
                frame.clauses.iter().filter(|clause| forms.contains(&clause.form)).map(|clause| clause.head).collect()
            }
            From::Owner => {
                let tree = self.tree();
                let owned = |at: &usize| {
                    tree.relations[*at] == Relation::NmodPoss
                        && tree.heads[*at].is_some_and(|head| frame.objects.contains(&head))
                };
                let owners: Vec<TokenId> = (0..tree.heads.len()).filter(owned).map(TokenId::at).collect();
                if owners.is_empty() { self.states_behind(&frame.objects) } else { owners }
            }
            From::ContentSubject | From::Oneself => self.content_subject(content_head),
        }
    }

    /// Whether nobody is named whom the subjects meet or talk with, and nothing that they play or talk to get: then they do it to
    /// each other. "Chad and Mali met with rebels", "met in the final", "held talks to buy gas", "Chad or Mali will meet".
    fn are_alone(&self) -> bool {
        let frame = self.frame;
        let held = frame.kind == Kind::Noun;
        let about = |word: &str| matches!(word, "against" | "between" | "for" | "of" | "with");
        let game = |head: &TokenId| self.reading.gazetteer.is("contest-noun", self.lemma(*head));
        let others = frame.obliques.iter().any(|oblique| about(&oblique.preposition) || oblique.heads.iter().any(game));
        let or = |kid: TokenId| self.tree().relations[kid.index()] == Relation::Cc && self.lemma(kid) == "or";
        let either = frame.subjects.iter().any(|&subject| self.tree().kids(subject).any(or));
        (held || frame.objects.is_empty()) && frame.clauses.is_empty() && !others && !either
    }

    /// The states whose adjective or short name says whose act an object is: "the Kenyan attack on Chad", "EU sanctions"; in "the
    /// Kenyan minister" and "the Chad war" it says neither.
    fn states_behind(&self, objects: &[TokenId]) -> Vec<TokenId> {
        let tree = self.tree();
        let modifies = |&at: &usize| {
            let act = |head: TokenId| at < head.index() && objects.contains(&head) && self.is_act(head);
            let before =
                matches!(tree.relations[at], Relation::Amod | Relation::Compound | Relation::Flat | Relation::NmodDesc);
            // "the Kenyan church bombing", "the Kenyan attacks by Doe": where it was, and not whose.
            let noun = |at: usize| self.reading.sentences[self.sentence].tokens[at].upos == Upos::Noun;
            let beside = tree.heads[at].is_some_and(|head| !(at + 1..head.index()).any(noun) && !self.has_doer(head));
            before && beside && tree.heads[at].is_some_and(act) && self.is_state_before_act(TokenId::at(at))
        };
        let first: Vec<TokenId> = (0..tree.heads.len()).filter(modifies).map(TokenId::at).collect();
        let joined = |&at: &usize| {
            tree.relations[at] == Relation::Conj && tree.heads[at].is_some_and(|head| first.contains(&head))
        };
        let more: Vec<TokenId> = (0..tree.heads.len()).filter(joined).map(TokenId::at).collect();
        first.into_iter().chain(more).collect()
    }

    /// Whether a phrase with "by" says who did what a noun says.
    fn has_doer(&self, noun: TokenId) -> bool {
        let tree = self.tree();
        let by = |at: TokenId| tree.relations[at.index()] == Relation::Case && self.lemma(at) == "by";
        tree.kids(noun).flat_map(|kid| tree.kids(kid)).any(|at| at > noun && by(at))
    }

    /// Whether a noun is what a state does, and no body or person of it.
    fn is_act(&self, noun: TokenId) -> bool {
        let rules = self.reading.rules;
        let lemma = self.lemma(noun).to_lowercase();
        let form = self.form_at(noun.index()).to_lowercase();
        let bears = rules.is_people(&lemma) && rules.triggered(Kind::Noun, &lemma).is_empty();
        self.reading.gazetteer.is("state-act", &form)
            && !bears
            && !can_speak(&lemma)
            && self.reading.gazetteer.title(&[lemma]).is_none()
    }

    /// Whether a word is a state's adjective or its initials, and all of its mention.
    fn is_state_before_act(&self, word: TokenId) -> bool {
        let span = self.token(word).span;
        let initials = self.reading.text(span).chars().all(|c| c.is_uppercase() || c == '.');
        let mention = self.reading.mention_at(span).map(|(_, mention)| mention);
        mention.is_some_and(|mention| mention.span == span && (initials || mention.rule == "gazetteer.demonym"))
    }

    /// The subjects of the content clause's frame, else of the clause that follows as an object with its complement.
    fn content_subject(&self, content_head: Option<TokenId>) -> Vec<TokenId> {
        let Some(parsed) = &self.reading.parsed[self.sentence] else { return Vec::new() };
        let Some(head) = content_head else { return Vec::new() };
        // "alleged that Chad was involved in the raid": whoever is involved in a thing does it.
        let involved = |frame: &Frame| {
            frame.voice == Voice::Passive && matches!(frame.lemma.as_str(), "engage" | "implicate" | "involve")
        };
        let acts = |frame: &Frame| involved(frame) && frame.subjects.is_empty();
        parsed
            .frame(head)
            .map_or(Vec::new(), |frame| if acts(frame) { &frame.objects } else { &frame.subjects }.clone())
    }
}

/// Why an argument does not fit an alternative, if it does not.
pub(in crate::claim) fn unfit(choice: &Alternative, argument: &Argument) -> Option<Unfit> {
    match argument.class {
        _ if argument.via == Via::Member && !choice.members => Some(Unfit::Member),
        _ if argument.via == Via::Deed && choice.words.is_empty() => Some(Unfit::Deed),
        Some(class) => (!choice.classes.contains(class)).then_some(Unfit::Class),
        // "We" are people, or the body that they speak for.
        None => {
            let people = [Class::Person, Class::Government, Class::Organisation];
            let speaks = argument.via == Via::Speaker && people.into_iter().any(|class| choice.classes.contains(class));
            (!speaks).then_some(Unfit::Unknown)
        }
    }
}

/// Pronouns that name no source: "you", "this", an "it" without antecedent.
fn is_nobody(word: &str) -> bool {
    let words = ["it", "this", "that", "these", "those", "which", "what", "you", "there", "one", "i"];
    words.contains(&word.to_lowercase().as_str())
}
