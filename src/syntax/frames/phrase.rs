//! From heads to words: the span of a noun phrase, of a clause, the members of a coordination, appositions.
//!
//! In: the mended arcs of a sentence. Out: spans as the annotation scheme wants them: a source is the whole noun phrase
//! with article and titles, without trailing apposition, relative clause or bracket; a content is a clause without
//! "that" and outer punctuation, with its quotation marks. Nothing here decides who is a source.

use super::arcs::{Arcs, is_quote};
use super::words::is_utterance;
use super::{Frame, build};
use crate::document::Span;
use crate::syntax::{Relation, Sentence, TokenId, Tree, Upos, Xpos};

/// A sentence's phrases, after the parser's known errors are mended.
#[derive(Clone, Debug)]
pub struct Phrases<'a> {
    pub(super) arcs: Arcs<'a>,
}

impl<'a> Phrases<'a> {
    /// Mends the tree once; everything else reads from it.
    pub fn new(text: &'a str, sentence: &'a Sentence, tree: &Tree) -> Self {
        let mut arcs = Arcs::new(text, sentence, tree);
        super::repair::mend(&mut arcs);
        Self { arcs }
    }

    /// The tree as it was mended.
    pub fn tree(&self) -> Tree {
        self.arcs.tree()
    }

    /// The sentence's frames, in the order of their predicates.
    pub fn frames(&self) -> Vec<Frame> {
        build::frames(&self.arcs)
    }

    /// The noun phrase of a head: article, titles, modifiers; no other members of its coordination, no trailing
    /// apposition, relative clause or bracket, no preposition, no possessive 's.
    pub fn phrase(&self, head: TokenId) -> Span {
        self.noun_phrase(head, false)
    }

    /// The same with all members of the head's coordination: "the ministry and the police".
    pub fn coordination(&self, head: TokenId) -> Span {
        self.noun_phrase(head, true)
    }

    /// A clause's words without its conjunction and outer punctuation, a span for each uninterrupted part.
    pub fn subtree(&self, head: TokenId) -> Vec<Span> {
        clause_spans(&self.arcs, head)
    }

    /// The byte behind all that belongs to a phrase, a clause ", which …" behind it too.
    pub fn end(&self, head: TokenId) -> u32 {
        let spans = spans_of(&self.arcs, &self.arcs.below(head, |_| false));
        spans.last().map_or(0, |last| last.end)
    }

    /// The heads of a coordination that begins with this head, or the head alone.
    pub fn members(&self, head: TokenId) -> Vec<TokenId> {
        members(&self.arcs, head)
    }

    /// The heads of phrases in apposition to this one, and the one that it is in apposition to.
    pub fn apposition(&self, head: TokenId) -> Vec<TokenId> {
        let mut found: Vec<TokenId> = self.arcs.with(head, &[Relation::Appos]).collect();
        if self.arcs.relation(head) == Relation::Appos {
            found.extend(self.arcs.head(head));
        }
        found.extend(self.bare_apposition(head));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The document's text.
    pub fn text(&self) -> &'a str {
        self.arcs.text
    }

    /// A token's form in lower case.
    pub fn form(&self, token: TokenId) -> &str {
        self.arcs.form(token)
    }

    /// Token by token up to the root: the words that a head depends on.
    pub fn head(&self, token: TokenId) -> Option<TokenId> {
        self.arcs.head(token)
    }

    /// "Name, noun phrase," where the parser calls it a coordination: a second member without a conjunction, between
    /// commas, one a name and the other a description.
    fn bare_apposition(&self, head: TokenId) -> Option<TokenId> {
        let arcs = &self.arcs;
        let mut members = arcs.with(head, &[Relation::Conj]);
        let (only, none) = (members.next()?, members.next().is_none());
        let named = (arcs.upos(head) == Upos::Propn) != (arcs.upos(only) == Upos::Propn);
        (none && named && !arcs.has(only, &[Relation::Cc])).then_some(only)
    }

    fn noun_phrase(&self, head: TokenId, coordinated: bool) -> Span {
        let arcs = &self.arcs;
        let all = if coordinated { members(arcs, head) } else { vec![head] };
        let kept = arcs.below(head, |kid| {
            let above = arcs.head(kid).expect("a token below another has a head");
            if all.contains(&above) { leaves_phrase(arcs, kid, &all) } else { trails(arcs, kid) }
        });
        let at = kept.binary_search(&head).expect("a head is below itself");
        let last_member = all.last().and_then(|last| kept.binary_search(last).ok()).unwrap_or(at);
        let (mut first, mut last) = (at, at);
        while first > 0 && joined(arcs, kept[first - 1], kept[first]) {
            first -= 1;
        }
        while last + 1 < kept.len() && (last < last_member || joined(arcs, kept[last], kept[last + 1])) {
            last += 1;
        }
        trimmed(arcs, kept[first], kept[last]).unwrap_or(arcs.sentence.tokens[head.index()].span)
    }
}

/// A dependent of a phrase's head that is no part of the phrase.
fn leaves_phrase(arcs: &Arcs<'_>, kid: TokenId, members: &[TokenId]) -> bool {
    use Relation as R;
    match arcs.relation(kid) {
        R::Case | R::CcPreconj => true,
        R::Cc | R::Conj => members.len() < 2 || arcs.relation(kid) == R::Conj && !members.contains(&kid),
        R::Nsubj
        | R::NsubjPass
        | R::NsubjOuter
        | R::Cop
        | R::Aux
        | R::Mark
        | R::Obl
        | R::OblUnmarked
        | R::Advcl
        | R::Expl
        | R::Ccomp
        | R::Csubj
        | R::Discourse
        | R::Vocative
        | R::Dislocated => true,
        R::Advmod => {
            arcs.xpos(kid) == Xpos::Wrb
                || arcs.lemma(kid) == "not" && arcs.has(arcs.head(kid).unwrap_or(kid), &[R::Cop])
        }
        _ => trails(arcs, kid),
    }
}

/// What may trail a noun phrase without belonging to it: appositions, relative clauses, brackets, asides.
fn trails(arcs: &Arcs<'_>, kid: TokenId) -> bool {
    use Relation as R;
    match arcs.relation(kid) {
        R::AclRelcl | R::AdvclRelcl | R::Parataxis | R::List | R::Dep | R::Orphan => true,
        R::Appos | R::Acl | R::Conj if arcs.head(kid).is_some_and(|head| head < kid) => {
            arcs.relation(kid) != R::Conj && after_break(arcs, kid)
        }
        R::Nmod | R::NmodUnmarked => bracketed(arcs, kid) || is_occasion(arcs, kid),
        _ => false,
    }
}

/// "The ministry, in a statement, said", "Oxfam in a report said": where and how it was said is no part of who says it.
fn is_occasion(arcs: &Arcs<'_>, kid: TokenId) -> bool {
    let Some(head) = arcs.head(kid).filter(|&head| arcs.relation(head) == Relation::Nsubj) else { return false };
    let apart = after_break(arcs, kid) || arcs.upos(head) == Upos::Propn;
    apart
        && matches!(arcs.preposition(kid).as_str(), "in" | "at")
        && (is_utterance(arcs.lemma(kid)) || arcs.lemma(kid) == "release")
}

/// Whether punctuation stands right before a token's subtree.
pub(super) fn after_break(arcs: &Arcs<'_>, token: TokenId) -> bool {
    let first = first_word(arcs, token);
    let before = first.index().checked_sub(1).map(TokenId::at);
    before.is_some_and(|before| arcs.is_punct(before) && !matches!(arcs.form(before), "-" | "'" | "’" | "/"))
        || arcs.is_punct(first)
}

fn bracketed(arcs: &Arcs<'_>, token: TokenId) -> bool {
    let first = first_word(arcs, token);
    let before = first.index().checked_sub(1).map(TokenId::at);
    before.is_some_and(|before| matches!(arcs.form(before), "(" | "[")) || matches!(arcs.form(first), "(" | "[")
}

/// The leftmost token of a subtree, punctuation left out.
pub(super) fn first_word(arcs: &Arcs<'_>, token: TokenId) -> TokenId {
    let mut first = token;
    loop {
        match arcs.kids(first).iter().copied().find(|&kid| !arcs.is_punct(kid)) {
            Some(kid) if kid < first => first = kid,
            _ => return first,
        }
    }
}

/// Whether two kept tokens are neighbours, or only quotation marks and hyphens stand between them.
fn joined(arcs: &Arcs<'_>, left: TokenId, right: TokenId) -> bool {
    (left.index() + 1..right.index()).map(TokenId::at).all(|between| {
        arcs.is_punct(between)
            && !matches!(arcs.form(between), "," | "(" | ")" | "[" | "]" | "—" | "–" | ";" | ":" | ".")
    })
}

/// Nominal members of the coordination that begins with `head`; a list whose last members the parser calls
/// appositions ("A, B and C" with B as apposition) is one coordination too.
pub(super) fn members(arcs: &Arcs<'_>, head: TokenId) -> Vec<TokenId> {
    let mut found = vec![head];
    let mut at = 0;
    while at < found.len() {
        let member = found[at];
        let names = arcs.upos(member) == Upos::Propn;
        for kid in arcs.kids(member).iter().copied().filter(|&kid| kid > member) {
            let joins = match arcs.relation(kid) {
                Relation::Conj => arcs.is_nominal(kid) || matches!(arcs.upos(kid), Upos::Adj | Upos::Det),
                Relation::Appos => {
                    names && arcs.upos(kid) == Upos::Propn && after_break(arcs, kid) && in_list(arcs, kid)
                }
                // "Germany, along with France, has called": a second party.
                Relation::Nmod => {
                    let along = ["along with", "together with", "alongside", "as well as"];
                    arcs.upos(kid) == Upos::Propn && along.contains(&arcs.preposition(kid).as_str())
                }
                _ => false,
            };
            let clause = arcs.has(kid, &[Relation::Nsubj, Relation::Cop]);
            // "Iran, not Iraq": who is denied to take part does not.
            let denied = arcs.with(kid, &[Relation::Advmod]).any(|word| word < kid && arcs.form(word) == "not");
            if joins && !denied && (!clause || arcs.has(member, &[Relation::Cop])) {
                found.push(kid);
            }
        }
        at += 1;
    }
    found.sort_unstable();
    found
}

/// A name that goes on with ", B and C" is in the middle of a list.
fn in_list(arcs: &Arcs<'_>, name: TokenId) -> bool {
    arcs.with(name, &[Relation::Conj])
        .any(|member| arcs.upos(member) == Upos::Propn && arcs.has(member, &[Relation::Cc]))
        && !arcs.has(name, &[Relation::Det])
}

/// The spans of a clause: its subtree without leading conjunctions, a span for each part that foreign words do not
/// interrupt, outer commas and stops cut, quotation marks kept where they are balanced.
pub(super) fn clause_spans(arcs: &Arcs<'_>, head: TokenId) -> Vec<Span> {
    let marks = |kid: TokenId| {
        arcs.head(kid) == Some(head)
            && kid < head
            && matches!(arcs.relation(kid), Relation::Mark | Relation::Case | Relation::Cc)
    };
    // A clause goes on to its end; what is named in a phrase does without ", which …".
    let finite = arcs.is_finite(head);
    let aside = |kid: TokenId| match arcs.relation(kid) {
        Relation::AclRelcl => !finite && after_break(arcs, kid),
        Relation::AdvclRelcl => resumes(arcs, kid),
        _ => false,
    };
    let mut tokens = arcs.below(head, aside);
    // "which X contends is a mistake": the pronoun stands before the verb that reports.
    let verb = arcs.head(head).filter(|&verb| verb < head);
    tokens.retain(|&token| {
        !(verb.is_some_and(|verb| token < verb) && arcs.head(token) == Some(head) && arcs.is_relative(token))
    });
    if arcs.xpos(head) != Xpos::Vbg {
        quoted_predicate(arcs, head, &mut tokens);
    }
    // "said that, as …" and "states that few …": a conjunction right after the verb, whatever the parser calls it.
    let that = |token: TokenId| {
        let reported = arcs.head(head).is_some_and(|verb| arcs.before(token) == Some(verb));
        let next = arcs.form_at(token.index() + 1);
        let pronoun = arcs.upos(TokenId::at((token.index() + 1).min(arcs.len() - 1)));
        arcs.form(token) == "that"
            && reported
            && (next == ","
                || arcs.relation(token) == Relation::Mark
                || !matches!(pronoun, Upos::Verb | Upos::Aux | Upos::Punct))
    };
    let lead = tokens
        .iter()
        .position(|&token| {
            !(arcs.is_punct(token) && !arcs.opens(token)
                || marks(token)
                || that(token)
                || arcs.relation(token) == Relation::Fixed && arcs.head(token).is_some_and(marks))
        })
        .unwrap_or(0);
    spans_of(arcs, &tokens[lead..])
}

/// Whether a clause takes up by its object what is told before it: "which Y denies".
pub(super) fn resumes(arcs: &Arcs<'_>, verb: TokenId) -> bool {
    arcs.relation(verb) == Relation::AdvclRelcl
        && arcs.with(verb, &[Relation::Obj]).any(|object| arcs.is_relative(object) && object < verb)
}

/// "called it “a lie” during a briefing": a quoted predicate ends with its quotation, where a preposition follows.
fn quoted_predicate(arcs: &Arcs<'_>, head: TokenId, tokens: &mut Vec<TokenId>) {
    let Some(opened) = tokens.first().filter(|&&first| arcs.opens(first) && !arcs.is_clause(head)) else { return };
    let number = arcs.quotes[opened.index()];
    let Some(close) = tokens.iter().rposition(|&token| arcs.quotes[token.index()] == number) else { return };
    let follows = tokens.get(close + 1).is_some_and(|&next| arcs.upos(next) == Upos::Adp);
    if follows && arcs.closes(tokens[close]) {
        tokens.truncate(close + 1);
    }
}

/// The spans of a set of tokens (sorted), see [`clause_spans`].
pub(super) fn spans_of(arcs: &Arcs<'_>, tokens: &[TokenId]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut from = 0;
    for at in 1..=tokens.len() {
        let breaks = at == tokens.len()
            || (tokens[at - 1].index() + 1..tokens[at].index()).any(|between| !arcs.is_punct(TokenId::at(between)));
        if breaks {
            spans.extend(tokens.get(from).and_then(|&first| trimmed(arcs, first, tokens[at - 1])));
            from = at;
        }
    }
    spans
}

/// From first to last token without outer punctuation; quotation marks are kept or taken in where both belong.
fn trimmed(arcs: &Arcs<'_>, first: TokenId, last: TokenId) -> Option<Span> {
    let outer = |token: TokenId| {
        arcs.is_punct(token)
            && !arcs.opens(token)
            && !arcs.closes(token)
            && !matches!(arcs.form(token), "(" | ")" | "[" | "]" | "%" | "$")
    };
    let (mut from, mut to) = (first.index(), last.index());
    while from <= to && (outer(TokenId::at(from)) || arcs.closes(TokenId::at(from))) {
        from += 1;
    }
    while to > from && (outer(TokenId::at(to)) || arcs.opens(TokenId::at(to))) {
        to -= 1;
    }
    if from > to || from == to && is_quote(arcs.form(TokenId::at(from))) {
        return None;
    }
    let (from, to) = quoted(arcs, from, to);
    Some(arcs.sentence.tokens[from].span.join(arcs.sentence.tokens[to].span))
}

/// Takes in an opening mark right before and a closing mark right after, where the other one stands inside or beside.
fn quoted(arcs: &Arcs<'_>, from: usize, to: usize) -> (usize, usize) {
    let (mut from, mut to) = (from, to);
    let quotation = arcs.quotes[to];
    let mut close = to + 1;
    while close < arcs.len() && arcs.is_punct(TokenId::at(close)) && !arcs.closes(TokenId::at(close)) {
        close += 1;
    }
    let closing =
        close < arcs.len() && arcs.closes(TokenId::at(close)) && arcs.quotes[close] == quotation && quotation != 0;
    if let Some(before) = from.checked_sub(1).filter(|&before| arcs.opens(TokenId::at(before))) {
        let number = arcs.quotes[before];
        let closed = (from..=to).any(|at| arcs.closes(TokenId::at(at)) && arcs.quotes[at] == number);
        if closed || closing && number == quotation {
            from = before;
        }
    }
    if closing
        && !arcs.closes(TokenId::at(to))
        && (from..=to).any(|at| arcs.opens(TokenId::at(at)) && arcs.quotes[at] == quotation)
    {
        to = close;
    }
    let dangling = arcs.opens(TokenId::at(from)) && to > from && {
        let number = arcs.quotes[from];
        arcs.quotes[to] != number && !(from..=to).any(|at| arcs.closes(TokenId::at(at)) && arcs.quotes[at] == number)
    };
    (if dangling { from + 1 } else { from }, to)
}
