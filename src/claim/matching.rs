//! Frame rules against frames: which rule reads a frame, and what fills its roles.
//!
//! In: a sentence's frames and the rules that their lemmas trigger. Out: at most one [`Match`] a frame, of the most
//! specific rule that fits (word constraints, then required roles, then the order of the files). Polarity, modality and
//! who says it are decided later.

use super::Reading;
use super::argument::{Argument, Via, arguments};
use super::attribution::trim;
use super::quotation::Quotation;
use crate::document::Span;
use crate::gazetteer::Class;
use crate::rules::{Alternative, ClassSet, FrameRule, FrameRuleId, From, Role};
use crate::syntax::frames::{Clause, ClauseForm, Frame, FrameId, Kind};
use crate::syntax::{Relation, TokenId};

/// A frame that a rule reads.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) sentence: usize,
    pub(super) frame: FrameId,
    pub(super) rule: FrameRuleId,
    /// Who does it: named, or for a rule that reports speech also unnamed.
    pub(super) subjects: Vec<Argument>,
    /// To whom; always named.
    pub(super) objects: Vec<Argument>,
    /// The words for what is said or asked.
    pub(super) content: Vec<Span>,
    /// The claim's content, where it is not what is reported.
    pub(super) topic: Vec<Span>,
    /// The predicate's words.
    pub(super) trigger: Vec<Span>,
}

/// The first element of a rule that a frame does not fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// The verb is active where the rule wants a passive one, or the other way round.
    Voice,
    /// The object is none of the things that the rule is about.
    About,
    /// The noun names an act without stating it.
    Act,
    /// Nothing is said, asked or rejected where the rule looks for it.
    Content,
    /// The thing that the content is about is missing.
    Topic,
    /// Nobody whom the rule takes stands where its object should.
    Object,
    /// Nobody whom the rule takes stands where its subject should.
    Subject,
}

/// Why an argument does not fit an alternative of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is unnamed members, who don't stand for their body here.
    Member,
    /// Its class is none that the alternative takes.
    Class,
    /// It means nobody known.
    Unknown,
}

/// The matches of a sentence, in the order of its frames.
pub(super) fn matches(reading: &Reading, sentence: usize, quotations: &[Quotation]) -> Vec<Match> {
    let Some(parsed) = &reading.parsed[sentence] else { return Vec::new() };
    let mut found = Vec::new();
    for (number, frame) in parsed.frames.iter().enumerate() {
        if names_source(reading, sentence, frame) {
            continue;
        }
        let id = FrameId(u32::try_from(number).expect("fewer frames than tokens"));
        let mut best: Option<(u32, Match)> = None;
        for &rule_id in reading.rules.triggered(frame.kind, &frame.lemma) {
            let rule = reading.rules.frame(rule_id);
            let specificity = rule.specificity();
            if best.as_ref().is_some_and(|(most, _)| *most >= specificity) {
                continue;
            }
            let place = InFrame { reading, sentence, frame, quotations };
            if let Ok(filled) = place.fill(rule, rule_id, id) {
                best = Some((specificity, filled));
            }
        }
        found.extend(best.map(|(_, matched)| matched));
    }
    found
}

/// "citing …" names a source; as a verb of saying it would give the words to the wrong one.
pub(super) fn names_source(reading: &Reading, sentence: usize, frame: &Frame) -> bool {
    let form = reading.text(reading.sentences[sentence].tokens[frame.predicate.index()].span);
    frame.kind == Kind::Verb && reading.rules.begins_source(&form.to_lowercase())
}

/// A frame in its sentence.
pub(super) struct InFrame<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) sentence: usize,
    pub(super) frame: &'a Frame,
    pub(super) quotations: &'a [Quotation],
}

impl InFrame<'_> {
    /// Fills a rule's roles from the frame, or names the first element that it can't fill.
    pub(super) fn fill(&self, rule: &FrameRule, rule_id: FrameRuleId, id: FrameId) -> Result<Match, Miss> {
        let frame = self.frame;
        if let Some(passive) = rule.passive
            && passive != (frame.voice == crate::syntax::frames::Voice::Passive)
        {
            return Err(Miss::Voice);
        }
        if !rule.about.is_empty() && !frame.objects.iter().any(|&head| rule.about.contains(self.lemma(head))) {
            return Err(Miss::About);
        }
        if frame.kind == Kind::Noun && !self.noun_states_act(rule) {
            return Err(Miss::Act);
        }
        let (content, content_head) = match &rule.content {
            Some(role) => self.content(role, rule.reports).ok_or(Miss::Content)?,
            None => (Vec::new(), None),
        };
        let topic = match &rule.topic {
            Some(role) => self.content(role, false).ok_or(Miss::Topic)?.0,
            None => Vec::new(),
        };
        let objects = match &rule.object {
            Some(role) => {
                let objects = self.entities(role, content_head);
                if objects.is_empty() && role.required {
                    return Err(Miss::Object);
                }
                objects
            }
            None => Vec::new(),
        };
        let subjects = match &rule.subject {
            Some(role) => self.subjects(role, rule.reports).ok_or(Miss::Subject)?,
            None => Vec::new(),
        };
        // "called on its members to act": nobody does it to himself, and the members have no name.
        let is_itself = |object: &Argument| subjects.iter().any(|subject| subject.entity == object.entity);
        if !objects.is_empty()
            && objects.iter().all(is_itself)
            && rule.object.as_ref().is_some_and(|role| role.required)
        {
            return Err(Miss::Object);
        }
        let trigger = vec![self.token(frame.predicate).span];
        Ok(Match { sentence: self.sentence, frame: id, rule: rule_id, subjects, objects, content, topic, trigger })
    }

    fn token(&self, id: TokenId) -> &crate::syntax::Token {
        &self.reading.sentences[self.sentence].tokens[id.index()]
    }

    pub(super) fn lemma(&self, id: TokenId) -> &String {
        &self.token(id).lemma
    }

    fn parsed(&self) -> &super::Parsed<'_> {
        self.reading.parsed[self.sentence].as_ref().expect("frames come from a parsed sentence")
    }

    fn tree(&self) -> &crate::syntax::Tree {
        &self.parsed().tree
    }

    /// A noun states an act only with its own agent ("China's denial of …") or under a light verb ("imposed sanctions").
    fn noun_states_act(&self, rule: &FrameRule) -> bool {
        let (predicate, tree) = (self.frame.predicate, self.tree());
        let owns = self.frame.subjects.iter().any(|&head| self.is_below(head, predicate));
        if owns || rule_takes_itself(rule) {
            return true;
        }
        let Some(verb) = tree.heads[predicate.index()] else { return false };
        let governed = matches!(tree.relations[predicate.index()], Relation::Obj | Relation::NsubjPass | Relation::Obl);
        let apposed = tree.relations[predicate.index()] == Relation::Appos;
        (governed && rule.light.contains(self.lemma(verb))) || apposed || self.is_predicative(predicate)
    }

    /// Whether a copula makes the noun a predicate: "is a critic of".
    fn is_predicative(&self, predicate: TokenId) -> bool {
        let tree = self.tree();
        (0..tree.heads.len()).any(|at| tree.heads[at] == Some(predicate) && tree.relations[at] == Relation::Cop)
    }

    fn is_below(&self, mut token: TokenId, ancestor: TokenId) -> bool {
        let tree = self.tree();
        for _ in 0..tree.heads.len() {
            match tree.heads[token.index()] {
                Some(head) if head == ancestor => return true,
                Some(head) => token = head,
                None => return false,
            }
        }
        false
    }

    /// The named subjects; for a rule that reports, else the unnamed ones.
    pub(super) fn subjects(&self, role: &Role, reports: bool) -> Option<Vec<Argument>> {
        let named = self.entities(role, None);
        if !named.is_empty() {
            return Some(named);
        }
        if !reports {
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
            .filter(|argument| !is_nobody(self.reading.text(argument.words)))
            .map(|argument| Argument { entity: None, ..argument })
            .collect();
        (!all.is_empty()).then_some(all)
    }

    /// Whether an unnamed argument is a document: "leaked papers", "the letter".
    fn is_document(&self, argument: &Argument) -> bool {
        let word = self.reading.text(argument.words).to_lowercase();
        let known = |word: &str| {
            ["report-noun", "instrument-noun", "instrument-generic"]
                .iter()
                .any(|kind| self.reading.gazetteer.is(kind, word))
        };
        known(&word) || word.strip_suffix('s').is_some_and(known)
    }

    /// The entities of the first alternative that any fills.
    pub(super) fn entities(&self, role: &Role, content_head: Option<TokenId>) -> Vec<Argument> {
        for choice in &role.alternatives {
            let found: Vec<_> = self
                .heads(choice, content_head)
                .into_iter()
                .filter(|&head| self.has_word(choice, head))
                .flat_map(|head| arguments(self.reading, self.sentence, head))
                .filter(|argument| unfit(choice, argument).is_none())
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Whether a head's lemma is one that an alternative wants.
    pub(super) fn has_word(&self, choice: &Alternative, head: TokenId) -> bool {
        choice.words.is_empty() || choice.words.contains(self.lemma(head))
    }

    /// The heads that stand where an alternative looks.
    pub(super) fn heads(&self, choice: &Alternative, content_head: Option<TokenId>) -> Vec<TokenId> {
        let frame = self.frame;
        match &choice.from {
            From::Subject => frame.subjects.clone(),
            From::Object => frame.objects.clone(),
            From::Recipient => frame.recipients.clone(),
            From::Itself => vec![frame.predicate],
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
                (0..tree.heads.len()).filter(owned).map(TokenId::at).collect()
            }
            From::ContentSubject => self.content_subject(content_head),
        }
    }

    /// The subjects of the content clause's frame, else of the clause that follows as an object with its complement.
    fn content_subject(&self, content_head: Option<TokenId>) -> Vec<TokenId> {
        let Some(parsed) = &self.reading.parsed[self.sentence] else { return Vec::new() };
        let Some(head) = content_head else { return Vec::new() };
        parsed.frames.iter().find(|frame| frame.predicate == head).map_or(Vec::new(), |frame| frame.subjects.clone())
    }

    /// The content's words, and its head where it is a clause; `None` where a required content is missing.
    pub(super) fn content(&self, role: &Role, reports: bool) -> Option<(Vec<Span>, Option<TokenId>)> {
        for choice in &role.alternatives {
            if let Some((spans, head)) = self.content_of(choice) {
                let finite = |clause: &&Clause| Some(clause.head) == head && clause.form == ClauseForm::Finite;
                let whole = self.frame.clauses.iter().any(|clause| finite(&clause));
                let clause = self.frame.clauses.iter().any(|clause| Some(clause.head) == head);
                let spans = if whole { spans } else { self.without_circumstance(self.with_rest(spans), clause) };
                return Some((spans, head));
            }
        }
        let finite = |choice: &Alternative| match &choice.from {
            From::Clause(forms) => forms.contains(&crate::syntax::frames::ClauseForm::Finite),
            _ => false,
        };
        if reports
            && role.alternatives.iter().any(finite)
            && let Some(quotation) = self.adjacent_quotation()
        {
            return Some((vec![quotation], None));
        }
        (!role.required).then(|| (Vec::new(), None))
    }

    /// "alleged torture, forced labour, *and the destruction of homes*": a last member of a list that ends the sentence, which the
    /// parser hung elsewhere.
    fn with_rest(&self, mut spans: Vec<Span>) -> Vec<Span> {
        use crate::syntax::{Upos, Xpos};
        let tokens = &self.reading.sentences[self.sentence].tokens;
        let Some(last) = spans.last_mut().filter(|last| last.end > self.token(self.frame.predicate).span.end) else {
            return spans;
        };
        let mut rest = tokens.iter().filter(|token| token.span.start >= last.end).peekable();
        let comma = rest.next_if(|token| self.reading.text(token.span) == ",").is_some();
        let and = rest.next_if(|token| self.reading.text(token.span) == "and").is_some();
        let noun =
            |token: &&&crate::syntax::Token| matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
        if !comma || !and || rest.peek().filter(noun).is_none() {
            return spans;
        }
        let finite = |token: &&crate::syntax::Token| token.xpos.is_finite() || token.xpos == Xpos::OpenQuote;
        let rest: Vec<_> = rest.collect();
        let own = rest.iter().position(|token| matches!(token.xpos, Xpos::Wdt | Xpos::Wp)).unwrap_or(rest.len());
        if !rest[..own].iter().copied().any(|token| finite(&token))
            && let Some(end) = rest.iter().rev().find(|token| token.upos != Upos::Punct)
        {
            last.end = end.span.end;
        }
        spans
    }

    /// "called the claims false *during a briefing*": when and in what circumstances something was said is not what was said.
    fn without_circumstance(&self, mut spans: Vec<Span>, clause: bool) -> Vec<Span> {
        let tokens = &self.reading.sentences[self.sentence].tokens;
        let word = |at: usize| tokens.get(at).map_or("", |token| self.reading.text(token.span));
        let Some(last) = spans.last_mut() else { return spans };
        let quoted = |at: usize| {
            let holds = |quotation: &Quotation| quotation.span.contains(tokens[at].span);
            self.quotations.iter().any(holds)
        };
        let occasion = |at: usize| tokens.get(at).is_some_and(|token| OCCASIONS.contains(&token.lemma.as_str()));
        let begins = |at: usize| match word(at).to_lowercase().as_str() {
            "amid" | "despite" => true,
            // "treat them well during their detention" is what was asked, "during a visit" when.
            "during" => !clause || (at + 1..at + 7).any(occasion),
            "ahead" => word(at + 1) == "of",
            // "a ban, which does not cover …": a remark on what was said.
            "," => matches!(word(at + 1), "which" | "who" | "whose" | "where"),
            "in" => word(at + 1) == "the" && word(at + 2) == "wake",
            _ => false,
        };
        let inside = |at: &usize| tokens[*at].span.start > last.start && last.contains(tokens[*at].span);
        let cut = (1..tokens.len()).find(|at| inside(at) && begins(*at) && !quoted(*at));
        if let Some(at) = cut
            && let Some(kept) = trim(self.reading, Span { start: last.start, end: tokens[at].span.start })
        {
            *last = kept;
        }
        spans
    }

    fn content_of(&self, choice: &Alternative) -> Option<(Vec<Span>, Option<TokenId>)> {
        let fits = |head: TokenId| self.has_word(choice, head);
        match &choice.from {
            From::Clause(forms) => {
                let mut clauses =
                    self.frame.clauses.iter().filter(|clause| forms.contains(&clause.form) && fits(clause.head));
                let clause = clauses.next()?;
                (!clause.spans.is_empty()).then(|| (clause.spans.clone(), Some(clause.head)))
            }
            From::Preposition(known) => {
                let dated = |head: TokenId| {
                    let mention = self.reading.mention_at(self.token(head).span);
                    let point = |mention: &crate::mention::Mention| {
                        mention.date.as_ref().is_some_and(|date| !date.value.starts_with('P'))
                    };
                    mention.is_some_and(|(_, mention)| point(mention))
                };
                // "On a visit to Peru, she praised it": what stands before a verb is when and where.
                let verb = (self.frame.kind == Kind::Verb).then(|| self.token(self.frame.predicate).span);
                let oblique = self.frame.obliques.iter().find(|oblique| {
                    verb.is_none_or(|verb| oblique.span.start > verb.start)
                        && known.contains(&oblique.preposition)
                        && oblique.heads.iter().any(|&head| fits(head) && !dated(head))
                })?;
                Some((vec![self.with_infinitive(oblique.span)], oblique.heads.first().copied()))
            }
            _ => {
                let heads: Vec<_> = self.heads(choice, None).into_iter().filter(|&head| fits(head)).collect();
                let phrases = &self.parsed().phrases;
                let spans = heads.iter().flat_map(|&head| phrases.subtree(head));
                let whole = spans.chain(heads.iter().map(|&head| phrases.phrase(head))).reduce(Span::join)?;
                let whole = self.without_itself(self.with_complement(whole), choice)?;
                Some((vec![whole], heads.first().copied()))
            }
        }
    }

    /// "a decision *that France criticised*": the predicate's own relative clause is no part of what it is about.
    fn without_itself(&self, span: Span, choice: &Alternative) -> Option<Span> {
        let predicate = self.token(self.frame.predicate).span;
        if self.frame.kind != Kind::Verb || choice.from == From::Itself || !span.contains(predicate) {
            return Some(span);
        }
        let tokens = &self.reading.sentences[self.sentence].tokens;
        let own = (0..tokens.len())
            .find(|&at| tokens[at].span.start > span.start && self.is_below(TokenId::at(at), self.frame.predicate));
        let end = own.map_or(predicate.start, |at| tokens[at].span.start.min(predicate.start));
        trim(self.reading, Span { start: span.start, end })
    }

    /// "called for its office *to withhold the report*": the infinitive that follows a phrase belongs to it.
    fn with_infinitive(&self, span: Span) -> Span {
        let follows = |clause: &&Clause| {
            clause.form == ClauseForm::Infinitive
                && clause
                    .spans
                    .first()
                    .is_some_and(|first| first.start > span.end && first.start - span.end <= " to ".len() as u32)
        };
        let clause = self.frame.clauses.iter().find(follows);
        clause.and_then(|clause| clause.spans.last()).map_or(span, |last| span.join(*last))
    }

    /// "imports *from there*": a phrase right behind an object that the parser gave to the verb.
    fn with_complement(&self, span: Span) -> Span {
        const NOMINAL: [&str; 6] = ["of", "from", "against", "at", "between", "into"];
        let follows = |oblique: &&crate::syntax::frames::Oblique| {
            let gap = u32::try_from(oblique.preposition.len() + 2).unwrap_or(0);
            !oblique.on_object
                && NOMINAL.contains(&oblique.preposition.as_str())
                && oblique.span.start > span.end
                && oblique.span.start - span.end <= gap
        };
        self.frame.obliques.iter().find(follows).map_or(span, |oblique| span.join(oblique.span))
    }

    /// The quotation nearest to the predicate in its sentence, if the predicate stands outside it.
    fn adjacent_quotation(&self) -> Option<Span> {
        let predicate = self.token(self.frame.predicate).span;
        let sentence = self.reading.sentences[self.sentence].span;
        // "…," a statement by X said: the verb reports it.
        let relation = self.tree().relations[self.frame.predicate.index()];
        if self.frame.kind == Kind::Noun && relation == Relation::Nsubj {
            return None;
        }
        // A word of one quotation does not report another.
        if self.quotations.iter().any(|quotation| quotation.span.contains(predicate)) {
            return None;
        }
        // "“…,” he said, adding that …": a participle reports what follows it.
        let follows = self.token(self.frame.predicate).xpos == crate::syntax::Xpos::Vbg;
        let outside = |quotation: &&Quotation| {
            quotation.is_speech
                && quotation.span.overlaps(sentence)
                && !quotation.span.overlaps(predicate)
                && (!follows || quotation.span.start > predicate.end)
        };
        let distance = |span: Span| span.start.saturating_sub(predicate.end) + predicate.start.saturating_sub(span.end);
        let from = self.quotations.partition_point(|quotation| quotation.span.end <= sentence.start);
        let to = self.quotations.partition_point(|quotation| quotation.span.start < sentence.end);
        let nearest = self.quotations[from..to.max(from)]
            .iter()
            .filter(outside)
            .min_by_key(|quotation| distance(quotation.span))?;
        Some(nearest.span)
    }
}

/// Why an argument does not fit an alternative, if it does not.
pub(super) fn unfit(choice: &Alternative, argument: &Argument) -> Option<Unfit> {
    match argument.class {
        _ if argument.via == Via::Member && !choice.members => Some(Unfit::Member),
        Some(class) => (!choice.classes.contains(class)).then_some(Unfit::Class),
        // "We" are people, or the body that they speak for.
        None => {
            let people = [Class::Person, Class::Government, Class::Organisation];
            let speaks = argument.via == Via::Speaker && people.into_iter().any(|class| choice.classes.contains(class));
            (!speaks).then_some(Unfit::Unknown)
        }
    }
}

/// Occasions on which people speak.
const OCCASIONS: [&str; 15] = [
    "address",
    "briefing",
    "call",
    "conference",
    "debate",
    "event",
    "hearing",
    "interview",
    "meeting",
    "session",
    "speech",
    "summit",
    "talk",
    "trip",
    "visit",
];

/// Pronouns that name no source: "you", "this", an "it" without antecedent.
fn is_nobody(word: &str) -> bool {
    let words = ["it", "this", "that", "these", "those", "which", "what", "you", "there", "one", "i"];
    words.contains(&word.to_lowercase().as_str())
}

pub(super) fn rule_takes_itself(rule: &FrameRule) -> bool {
    let takes = |role: &Option<Role>| {
        role.as_ref().is_some_and(|role| role.alternatives.iter().any(|choice| choice.from == From::Itself))
    };
    takes(&rule.object) || takes(&rule.subject)
}
