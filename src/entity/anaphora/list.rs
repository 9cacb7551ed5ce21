//! Named ones that stand together: "Chad and Kenya left. They said", "Chad and Kenya, the latter".
//!
//! In: mentions in the order of the text. Out: [`List`]s, each with its members in order, and an item for one that is a
//! subject, so that "they" can mean them all. A list is joined by commas and "and" alone; one with an unnamed member is none.

use super::discourse::{Item, Place};
use super::{EntityId, Reader};
use crate::gazetteer::Class;
use crate::mention::{MentionId, Role};
use crate::syntax::{Sentence, Upos, Xpos};

/// Several together.
pub(super) struct List {
    pub(super) sentence: usize,
    pub(super) members: Vec<EntityId>,
}

impl Reader<'_> {
    /// Notes the list that ends with a mention, if one does; `last` is its last token.
    pub(super) fn list(&mut self, number: usize, mention: usize, last: usize, place: Place) {
        let members = self.members(mention);
        if members.len() < 2 {
            return;
        }
        let near = self.items.iter().rev().take_while(|item| item.sentence == number).take(3 * members.len());
        let first = near.filter(|item| item.entity == Some(members[0])).last();
        // "The owners of Acme and Shell said": neither is a subject.
        let subjects = |first: &Item| first.place == Place::Subject && place == Place::Subject;
        // "“…,” said Doe and Roe.", "“…,” Doe and Roe said."
        let behind = self.items.last().is_some_and(|last| last.spoke);
        let speaks = |first: &Item| first.spoke || behind && !matches!(first.place, Place::Oblique | Place::Possessor);
        let leads = first.filter(|first| subjects(first) || speaks(first)).map(|first| first.leads || !subjects(first));
        self.lists.push(List { sentence: number, members });
        let Some(leads) = leads else { return };
        self.items.push(Item {
            plural: true,
            human: true,
            leads,
            quoted: self.quoted,
            list: Some(self.lists.len() - 1),
            ..Item::at(number, last, place)
        });
    }

    /// The members of the list that ends with a mention, in order: "A, B and the C".
    fn members(&self, mention: usize) -> Vec<EntityId> {
        let mut members: Vec<EntityId> = self.agent(mention).into_iter().collect();
        let mut at = mention;
        loop {
            let to = self.start(at);
            let before = self.mentions.list[..at].partition_point(|mention| mention.span.end <= to);
            let Some(before) = before.checked_sub(1).filter(|_| !members.is_empty()) else { break };
            let from = self.mentions.list[before].span.end;
            let between = self.text.get(from as usize..to as usize).unwrap_or("").trim();
            let between = between.strip_suffix("the").map_or(between, str::trim_end);
            let joined = if at == mention { matches!(between, "and" | ", and") } else { between == "," };
            let Some(member) = self.agent(before).filter(|member| joined && !members.contains(member)) else { break };
            members.insert(0, member);
            at = before;
        }
        members
    }

    /// Whom a mention means, if that one can speak.
    fn agent(&self, mention: usize) -> Option<EntityId> {
        let entity = self.entities.of(MentionId(u32::try_from(mention).ok()?))?;
        let class = self.entities.list[entity.index()].class;
        let agents = [Class::Government, Class::Organisation, Class::Official, Class::Person];
        agents.contains(&class).then_some(entity)
    }

    /// Where a mention begins, with the title before it and whose title it is: "Kenyan President Omar Doe".
    fn start(&self, mention: usize) -> u32 {
        let span = self.mentions.list[mention].span;
        let roles = &self.mentions.roles;
        let after = roles.partition_point(|role| role.span.start <= span.start);
        let titles = roles[..after].iter().rev().take(3).filter(|role| role.person.index() == mention);
        let body = |role: &Role| role.body.map(|body| self.mentions.list[body.index()].span.start);
        let starts = titles.flat_map(|role| [Some(role.span.start), body(role)]).flatten();
        starts.chain([span.start]).min().unwrap_or(span.start)
    }

    /// "The latter", "the former": one of the last two that stood together.
    pub(super) fn one_of_two(&self, number: usize, sentence: &Sentence, at: usize) -> Option<(EntityId, &'static str)> {
        const REACH: usize = 1;
        let tokens = &sentence.tokens;
        let last = match tokens[at].lemma.as_str() {
            "latter" => 1,
            "former" => 0,
            _ => return None,
        };
        let article = at.checked_sub(1).is_some_and(|before| tokens[before].lemma == "the");
        let goes_on = tokens.get(at + 1).is_some_and(|next| {
            matches!(next.upos, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num) || next.xpos == Xpos::Hyph
        });
        // "They kept Chad out of the union despite the latter's demand": whom the sentence named last.
        if last == 1 {
            let span = tokens[at].span;
            let before = self.mentions.list.partition_point(|mention| mention.span.start < span.start);
            let near = (0..before).rev().take_while(|&i| self.mentions.list[i].span.start >= sentence.span.start);
            if let Some(entity) = near.filter_map(|i| self.agent(i)).next().filter(|_| article && !goes_on) {
                return Some((entity, "description: the one named last"));
            }
        }
        let pair = self.lists.last().filter(|list| list.members.len() == 2 && list.sentence + REACH >= number);
        let entity = pair.filter(|_| article && !goes_on).map(|pair| pair.members[last])?;
        Some((entity, "description: one of two"))
    }
}
