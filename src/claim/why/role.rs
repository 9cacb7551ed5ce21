//! Roles in words: what an alternative wants, and what stands where it looks.
//!
//! In: a frame in its sentence and a role. Out: one line for people. Heads, arguments and their fitness come from the
//! matcher; nothing is decided here.

use crate::claim::matching::InFrame;
use crate::claim::matching::argument::{Argument, Via, arguments};
use crate::claim::matching::roles::{Unfit, unfit};
use crate::rules::{Alternative, From, Role};
use crate::syntax::TokenId;
use crate::syntax::frames::ClauseForm;

/// Where an alternative looks, and for what: `Agent after “of”`.
pub(super) fn wanted(choice: &Alternative) -> String {
    let what = if choice.classes.is_empty() { "words".to_string() } else { choice.classes.name() };
    let words = if choice.words.is_empty() { String::new() } else { format!(" ({})", super::list(&choice.words)) };
    format!("{what}{words} {}", place(&choice.from))
}

/// What a role wants, its alternatives joined by "else".
pub(super) fn role(role: &Role) -> String {
    role.alternatives.iter().map(wanted).collect::<Vec<_>>().join(", else ")
}

fn place(from: &From) -> String {
    match from {
        From::Subject => "as subject".into(),
        From::Object => "as object".into(),
        From::Recipient => "as recipient".into(),
        From::Preposition(list) => format!("after “{}”", list.join("”, “")),
        From::Clause(forms) => {
            format!("in a clause ({})", forms.iter().map(|form| form_name(*form)).collect::<Vec<_>>().join(", "))
        }
        From::ContentSubject => "as subject of the content".into(),
        From::Others => "as the other subjects".into(),
        From::Oneself => "as subject of the content and of the trigger".into(),
        From::Owner => "as owner of the object".into(),
        From::Itself => "as the trigger itself".into(),
    }
}

fn form_name(form: ClauseForm) -> &'static str {
    match form {
        ClauseForm::Finite => "that",
        ClauseForm::Question => "whether",
        ClauseForm::Infinitive => "to",
        ClauseForm::Gerund => "ing",
        ClauseForm::Small => "small",
    }
}

impl InFrame<'_> {
    /// What stands where each alternative of a role looks, and why it does not fit.
    pub(super) fn missed(&self, role: &Role, content_head: Option<TokenId>) -> String {
        let tried = role
            .alternatives
            .iter()
            .map(|choice| format!("wanted {}: {}", wanted(choice), self.missed_by(choice, content_head)));
        tried.collect::<Vec<_>>().join("; ")
    }

    fn missed_by(&self, choice: &Alternative, content_head: Option<TokenId>) -> String {
        let heads = self.heads(choice, content_head);
        if heads.is_empty() {
            return self.nothing(choice);
        }
        let mut seen = Vec::new();
        for head in heads {
            if !self.has_word(choice, head) {
                seen.push(format!("there stands “{}”, none of its words", self.lemma(head)));
                continue;
            }
            if choice.classes.is_empty() {
                seen.push(format!("“{}” has no words that could be taken", self.lemma(head)));
                continue;
            }
            for argument in arguments(self.reading, self.sentence, head) {
                seen.push(self.seen(choice, &argument));
            }
        }
        seen.join(", ")
    }

    fn seen(&self, choice: &Alternative, argument: &Argument) -> String {
        let words = self.reading.text(argument.phrase).split_whitespace().collect::<Vec<_>>().join(" ");
        let who = self.named(argument);
        match unfit(choice, argument) {
            Some(Unfit::Member) => format!("“{words}” are unnamed members of {who}, who don't stand for it here"),
            Some(Unfit::Deed) => format!("“{words}” are what {who} did, and stand for it only where `words` has them"),
            Some(Unfit::Class) => format!("“{words}” is {who}"),
            Some(Unfit::Unknown) => format!("“{words}” is no mention and means nobody known"),
            None => format!("“{words}” fits"),
        }
    }

    /// An argument's entity, with its class: `Government China`.
    pub(super) fn named(&self, argument: &Argument) -> String {
        match argument.entity {
            Some(entity) => {
                let entity = &self.reading.entities.list[entity.index()];
                format!("{} {}", entity.class.as_str(), entity.name)
            }
            None if argument.via == Via::Speaker => "the speaker".into(),
            None => "nobody known".into(),
        }
    }

    /// That nothing stands there, with what stands elsewhere.
    fn nothing(&self, choice: &Alternative) -> String {
        let there = match &choice.from {
            From::Preposition(_) => {
                self.frame.obliques.iter().map(|oblique| format!("“{}”", oblique.preposition)).collect::<Vec<_>>()
            }
            From::Clause(_) => self
                .frame
                .clauses
                .iter()
                .map(|clause| {
                    let words =
                        clause.spans.iter().map(|span| self.reading.text(*span)).collect::<Vec<_>>().join(" … ");
                    format!("{} “{words}”", form_name(clause.form))
                })
                .collect(),
            _ => Vec::new(),
        };
        if there.is_empty() { "nothing stands there".into() } else { format!("there is only {}", there.join(", ")) }
    }
}
