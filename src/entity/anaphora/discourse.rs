//! What has been spoken of so far, and how prominently: the material that pronouns and descriptions choose from.
//!
//! In: tagged sentences, mentions and their entities, read once from the first word to the last. Out: [`Item`]s, one for
//! each name, pronoun and common noun, with its grammatical place guessed from the tags beside it; no tree is needed. A
//! common noun is an item without entity: where it is the best antecedent, there is none.

use super::gender::Gender;
use crate::entity::EntityId;
use crate::gazetteer::Class;
use crate::syntax::frames::is_speech;
use crate::syntax::{Sentence, Token, Upos, Xpos};

/// The place of a phrase in its clause, as far as the words beside it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Subject,
    Object,
    Possessor,
    Oblique,
}

/// Something spoken of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The entity; none for a common noun or for several together.
    pub(super) entity: Option<EntityId>,
    pub(super) class: Option<Class>,
    pub(super) sentence: usize,
    /// Its last token.
    pub(super) token: usize,
    pub(super) place: Place,
    pub(super) plural: bool,
    /// Whether a common noun means a person ("spokeswoman").
    pub(super) human: bool,
    /// What a common noun for a person tells of it ("wife").
    pub(super) gender: Option<Gender>,
    /// Whether a common noun says something in its own sentence ("the statement alleges").
    pub(super) tells: bool,
    /// Whether a common noun means a body, which may speak ("the commission").
    pub(super) body: bool,
    /// Whether it is one named, or a pronoun, that says something there: "Doe said", "…," said Doe.
    pub(super) spoke: bool,
    /// Whether something is done to it there: "Doe was arrested".
    pub(super) suffers: bool,
    /// Whether it only stands in the name of a body: Canada in "Environment Canada". No pronoun means it.
    pub(super) within: bool,
    /// Whether it means some of a body's people, who are not the body: "two officials", "officials were arrested".
    pub(super) members: bool,
    /// Whether a pronoun spoke of it.
    pub(super) pronoun: bool,
    /// Whether it is the first subject of its sentence.
    pub(super) leads: bool,
    /// Whether it stands in somebody's quoted sentence.
    pub(super) quoted: bool,
    /// Which several named ones it means together: "Chad and Kenya said … They".
    pub(super) list: Option<usize>,
}

impl Item {
    /// A thing of which no more is known than where it stands.
    pub(super) fn at(sentence: usize, token: usize, place: Place) -> Self {
        Self {
            entity: None,
            class: None,
            sentence,
            token,
            place,
            plural: false,
            human: false,
            gender: None,
            tells: false,
            body: false,
            spoke: false,
            suffers: false,
            within: false,
            members: false,
            pronoun: false,
            leads: false,
            quoted: false,
            list: None,
        }
    }
}

pub(super) fn is_finite(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
}

fn is_verb(token: &Token) -> bool {
    matches!(token.upos, Upos::Verb | Upos::Aux)
}

/// The place of the phrase of tokens `[first, last]`.
pub(super) fn place(sentence: &Sentence, first: usize, last: usize) -> Place {
    const REACH: usize = 12;
    const FAR: usize = 60;
    let tokens = &sentence.tokens;
    if tokens.get(last + 1).is_some_and(|token| token.xpos == Xpos::Pos) || matches!(tokens[last].xpos, Xpos::PrpPoss) {
        return Place::Possessor;
    }
    let inside = |token: &Token| {
        matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
            || matches!(token.xpos, Xpos::Pos | Xpos::PrpPoss | Xpos::Hyph)
    };
    // "said on Sunday she thinks": a pronoun has nothing before it in its phrase.
    let alone = tokens[first].xpos == Xpos::Prp;
    let before = (first.saturating_sub(REACH)..first).rev().map(|at| &tokens[at]).find(|token| alone || !inside(token));
    let next =
        tokens[last + 1..].iter().find(|token| token.upos != Upos::Adv && !matches!(token.xpos, Xpos::CloseQuote));
    let verb_next = next.is_some_and(is_finite);
    match before {
        Some(token) if token.upos == Upos::Adp => {
            let source = tokens[first.saturating_sub(REACH)..first]
                .iter()
                .any(|t| matches!(t.lemma.as_str(), "accord" | "according"));
            if source && token.lemma == "to" { Place::Subject } else { Place::Oblique }
        }
        Some(token) if is_verb(token) => {
            let said = is_speech(&token.lemma)
                && next.is_none_or(|next| matches!(next.xpos, Xpos::Comma | Xpos::Stop | Xpos::Colon));
            // "called Doe a liar and accused him": what stands behind "and" is the first verb's subject's.
            let goes_on = |at: usize| {
                let verb = tokens[at + 1..].iter().find(|token| token.upos != Upos::Adv);
                tokens[at].xpos == Xpos::Cc && verb.is_some_and(|verb| verb.upos == Upos::Verb && is_finite(verb))
            };
            let clause = (last + 1..tokens.len()).take(REACH);
            let mut clause = clause.take_while(|&at| tokens[at].xpos != Xpos::Comma && !goes_on(at));
            let thought = (is_speech(&token.lemma)
                || matches!(token.lemma.as_str(), "think" | "believe" | "hope" | "know"))
                && clause.any(|at| is_finite(&tokens[at]));
            if verb_next || said || thought { Place::Subject } else { Place::Object }
        }
        Some(token) if token.xpos == Xpos::To => Place::Oblique,
        _ if verb_next => Place::Subject,
        _ if !tokens[first.saturating_sub(FAR)..first].iter().any(is_finite)
            && tokens[last + 1..].iter().take(FAR).any(is_finite) =>
        {
            Place::Subject
        }
        _ => Place::Object,
    }
}

/// Whether the phrase of tokens `[first, last]` says something: "Doe has said", "…," said Doe.
pub(super) fn says(sentence: &Sentence, first: usize, last: usize) -> bool {
    const TITLE: usize = 6;
    let tokens = &sentence.tokens;
    let mut behind = tokens[last + 1..].iter().filter(|token| token.upos != Upos::Adv && token.upos != Upos::Aux);
    if behind.next().is_some_and(|verb| verb.upos == Upos::Verb && verb.xpos != Xpos::Vbg && is_speech(&verb.lemma)) {
        return true;
    }
    let part = |token: &Token| matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
    let verb = (first.saturating_sub(TITLE)..first).rev().find(|&at| !part(&tokens[at]));
    let quoted = |at: usize| {
        let before = at.checked_sub(1).map(|before| tokens[before].xpos);
        matches!(before, Some(Xpos::CloseQuote | Xpos::Comma))
    };
    // "Doe, said Roe had left": Roe says nothing.
    let told = tokens.get(last + 1).is_some_and(is_finite);
    verb.is_some_and(|at| is_finite(&tokens[at]) && is_speech(&tokens[at].lemma) && quoted(at) && !told)
}

/// Whether the clause behind a subject tells its death: "Doe and his wife were shot dead", "Doe has died".
pub(super) fn dies(tokens: &[Token]) -> bool {
    const PHRASE: usize = 12;
    const KILLS: &[&str] =
        &["kill", "murder", "assassinate", "execute", "behead", "hang", "lynch", "slay", "massacre", "strangle"];
    let phrase = |token: &Token| {
        matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Cconj | Upos::Num | Upos::Adv)
            || matches!(token.xpos, Xpos::PrpPoss | Xpos::Comma)
    };
    let Some(verb) = tokens.iter().take(PHRASE).position(|token| !phrase(token)) else { return false };
    let mut verbs = tokens[verb..].iter().filter(|token| token.upos != Upos::Adv).peekable();
    let mut be = false;
    while let Some(auxiliary) = verbs.next_if(|token| token.upos == Upos::Aux && token.xpos != Xpos::Md) {
        be |= auxiliary.lemma == "be";
    }
    let Some(verb) = verbs.next().filter(|verb| verb.upos == Upos::Verb) else { return false };
    let dead = verbs.next().is_some_and(|next| next.lemma == "dead");
    let died = verb.lemma == "die" && matches!(verb.xpos, Xpos::Vbd | Xpos::Vbn);
    died || be && (KILLS.contains(&verb.lemma.as_str()) || dead && matches!(verb.lemma.as_str(), "shoot" | "find"))
}

/// Whether the clause behind a subject tells that it gives up or loses an office: "Doe resigned", "Doe was ousted".
pub(super) fn leaves(tokens: &[Token]) -> bool {
    const LEAVES: &[&str] = &["resign", "quit", "retire", "abdicate"];
    const LOSES: &[&str] =
        &["oust", "dismiss", "sack", "fire", "impeach", "remove", "depose", "replace", "suspend", "topple"];
    let Some(at) = tokens.iter().position(|token| token.upos != Upos::Adv && token.upos != Upos::Aux) else {
        return false;
    };
    // "Doe stepped up the attacks" is still in office.
    let steps = |verb: &Token| {
        let next = tokens.get(at + 1).map_or("", |next| next.lemma.as_str());
        verb.lemma == "step" && matches!(next, "down" | "aside" | "back")
    };
    Some(&tokens[at]).filter(|verb| verb.upos == Upos::Verb).is_some_and(|verb| {
        steps(verb)
            || LEAVES.contains(&verb.lemma.as_str())
            || LOSES.contains(&verb.lemma.as_str()) && verb.xpos == Xpos::Vbn
    })
}

/// How many finite or non-finite verbs stand between two tokens of a sentence.
pub(super) fn verbs_between(sentence: &Sentence, first: usize, second: usize) -> usize {
    sentence
        .tokens
        .get(first + 1..second)
        .map_or(0, |tokens| tokens.iter().filter(|token| token.upos == Upos::Verb).count())
}

/// Whether a noun heads a phrase: no noun goes on after it.
pub(super) fn is_head(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.tokens;
    let noun = |token: &Token| matches!(token.xpos, Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps);
    noun(&tokens[at]) && !tokens.get(at + 1).is_some_and(noun)
}

/// The first token of the phrase that a noun heads, article included.
pub(super) fn phrase_start(sentence: &Sentence, at: usize) -> usize {
    let part = |token: &Token| {
        matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Num | Upos::Propn)
            || matches!(token.xpos, Xpos::PrpPoss | Xpos::Pos | Xpos::Hyph)
    };
    // "The Oslo-based group"
    let based =
        |word: usize| word > 0 && sentence.tokens[word].lemma == "base" && sentence.tokens[word - 1].lemma == "-";
    let mut first = at;
    while first > 0 && at - first < 10 && (part(&sentence.tokens[first - 1]) || based(first - 1)) {
        first -= 1;
    }
    first
}

/// "Were later arrested", "have been charged": whether the verb that comes next is in the passive.
pub(super) fn is_passive(tokens: &[Token]) -> bool {
    let mut verbs = tokens.iter().filter(|token| token.upos != Upos::Adv).peekable();
    let mut be = false;
    while let Some(auxiliary) = verbs.next_if(|token| token.upos == Upos::Aux) {
        be |= auxiliary.lemma == "be";
    }
    be && verbs.next().is_some_and(|verb| verb.xpos == Xpos::Vbn)
}
