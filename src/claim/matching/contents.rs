//! The content of a match: which words of a frame are what was said, asked or done, and where they end.
//!
//! In: a frame and a rule's role. Out: spans, and the head of the clause or phrase. What follows at once belongs to it;
//! circumstances of the saying and the predicate's own relative clause do not. Quotations beside it are found in `quoted`.

use crate::claim::attribution::trim;
use crate::claim::matching::InFrame;
use crate::document::Span;
use crate::rules::{Alternative, From, Role};
use crate::syntax::frames::{Clause, ClauseForm, Kind, Oblique, is_speech, is_time, is_utterance};
use crate::syntax::{Relation, Token, TokenId, Upos, Xpos};

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

/// Nouns for what somebody has just said.
const RESUMING: [&str; 11] = [
    "accusation",
    "allegation",
    "appeal",
    "call",
    "charge",
    "claim",
    "demand",
    "plea",
    "proposal",
    "request",
    "suggestion",
];

/// Participles of verbs for what comes of words.
const RESULTING: [&str; 7] = ["angering", "drawing", "fuelling", "prompting", "provoking", "sparking", "triggering"];

impl InFrame<'_> {
    /// The content's words, and its head where it is a clause; `None` where a required content is missing.
    pub(in crate::claim) fn content(&self, role: &Role, reports: bool) -> Option<(Vec<Span>, Option<TokenId>)> {
        let takes = |form: ClauseForm| {
            role.alternatives.iter().any(|choice| matches!(&choice.from, From::Clause(forms) if forms.contains(&form)))
        };
        let closed = self.closed_quotation().filter(|_| reports && takes(ClauseForm::Finite));
        for choice in &role.alternatives {
            if let Some((spans, head)) = self.content_of(choice) {
                if let Some(quotation) = closed.filter(|quotation| !spans.iter().any(|span| span.overlaps(*quotation)))
                {
                    return Some((vec![quotation], None));
                }
                let finite = |clause: &&Clause| Some(clause.head) == head && clause.form == ClauseForm::Finite;
                let whole = self.frame.clauses.iter().any(|clause| finite(&clause));
                let clause = self.frame.clauses.iter().any(|clause| Some(clause.head) == head);
                let spans = match whole {
                    true => self.cut(spans, |at| self.opens_contrast(at)),
                    // "called the claims false *during a briefing*": when and in what circumstances something was said is no content.
                    false => self.cut(self.with_rest(spans), |at| self.opens_circumstance(at, clause)),
                };
                return Some((spans, head));
            }
        }
        // "would continue “to help”": no verb says an infinitive that takes none.
        let fits = |quotation: &Span| {
            let words = self.reading.text(*quotation).trim_start_matches(['"', '“', '‘', '\'']);
            takes(ClauseForm::Infinitive) || !words.starts_with("to ")
        };
        if reports
            && takes(ClauseForm::Finite)
            && let Some(quotation) = self.adjacent_quotation().filter(fits)
        {
            return Some((vec![quotation], None));
        }
        (!role.required).then(|| (Vec::new(), None))
    }

    /// "alleged torture, forced labour, *and the destruction of homes*": a last member of a list that ends the sentence, which the
    /// parser hung elsewhere.
    fn with_rest(&self, mut spans: Vec<Span>) -> Vec<Span> {
        let tokens = &self.reading.sentences[self.sentence].tokens;
        let Some(last) = spans.last_mut().filter(|last| last.end > self.token(self.frame.predicate).span.end) else {
            return spans;
        };
        let from = tokens.partition_point(|token| token.span.start < last.end);
        let [comma, and, rest @ ..] = &tokens[from..] else { return spans };
        let noun = |token: &Token| matches!(token.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
        let listed = self.reading.text(comma.span) == "," && self.reading.text(and.span) == "and";
        if !listed || !rest.first().is_some_and(noun) {
            return spans;
        }
        let finite = |token: &Token| token.xpos.is_finite() || token.xpos == Xpos::OpenQuote;
        let own = rest.iter().position(|token| matches!(token.xpos, Xpos::Wdt | Xpos::Wp)).unwrap_or(rest.len());
        if !rest[..own].iter().any(finite)
            && let Some(end) = rest.iter().rev().find(|token| token.upos != Upos::Punct)
        {
            last.end = end.span.end;
        }
        spans
    }

    /// The words up to the first place outside of a quotation that opens something else.
    fn cut(&self, mut spans: Vec<Span>, opens: impl Fn(usize) -> bool) -> Vec<Span> {
        let tokens = &self.reading.sentences[self.sentence].tokens;
        let Some(last) = spans.last_mut() else { return spans };
        let quoted = |at: usize| self.quotations.iter().any(|quotation| quotation.span.contains(tokens[at].span));
        let inside = |at: &usize| tokens[*at].span.start > last.start && last.contains(tokens[*at].span);
        let cut = (1..tokens.len()).find(|at| inside(at) && opens(*at) && !quoted(*at));
        if let Some(at) = cut
            && let Some(kept) = trim(self.reading, Span { start: last.start, end: tokens[at].span.start })
        {
            *last = kept;
        }
        spans
    }

    /// "said it was shocked, *while Chad summoned its envoy*", "found that it had lied, *a claim Chad made before*": what somebody
    /// else did meanwhile, or a noun for what was said, begins at a place.
    fn opens_contrast(&self, at: usize) -> bool {
        let name = match (self.form_at(at + 1), self.form_at(at + 2)) {
            ("while", name) => name,
            ("even", "as") => self.form_at(at + 3),
            _ => "",
        };
        self.form_at(at) == "," && (name.starts_with(char::is_uppercase) || self.resumes(at + 1))
    }

    /// The lemma at a place, empty past the sentence's end.
    fn lemma_at(&self, at: usize) -> &str {
        self.reading.sentences[self.sentence].tokens.get(at).map_or("", |token| token.lemma.as_str())
    }

    /// Whether when, amid what or how something was said begins at a place.
    fn opens_circumstance(&self, at: usize, clause: bool) -> bool {
        let next = |words: [&str; 2]| self.form_at(at + 1) == words[0] && self.form_at(at + 2) == words[1];
        match self.form_at(at).to_lowercase().as_str() {
            "amid" | "despite" => true,
            // "treat them well during their detention" is what was asked, "during a visit" when.
            "during" => !clause || (at + 1..at + 7).any(|at| OCCASIONS.contains(&self.lemma_at(at))),
            "ahead" => self.form_at(at + 1) == "of",
            "," => self.opens_remark(at + 1),
            "on" => next(["the", "eve"]),
            "in" => next(["the", "wake"]),
            _ => false,
        }
    }

    /// Whether what begins behind a comma is a remark on what was said: "a ban, which does not cover …".
    fn opens_remark(&self, at: usize) -> bool {
        // "…, in a message posted on Monday": how it was said.
        let by_paper = || {
            self.form_at(at) == "in"
                && self.form_at(at + 1) == "a"
                && (at + 2..at + 5).any(|at| is_utterance(self.lemma_at(at)))
        };
        matches!(self.form_at(at), "which" | "who" | "whose" | "where")
            || self.resumes(at)
            // "…, sparking protests": what came of it.
            || RESULTING.contains(&self.form_at(at))
            || by_paper()
            || self.says_more(at)
    }

    /// "…, a call that France rejected": a noun for what was said is a remark on it.
    fn resumes(&self, at: usize) -> bool {
        let tokens = &self.reading.sentences[self.sentence].tokens;
        matches!(self.form_at(at), "a" | "an")
            && RESUMING.contains(&self.lemma_at(at + 1))
            && tokens.get(at + 2).is_some_and(|next| {
                use Xpos::{Dt, Nnp, Prp, Rb, Vbd, Vbn, Wdt};
                matches!(next.xpos, Vbn | Vbd | Rb | Wdt | Dt | Nnp | Prp) || next.lemma == "that"
            })
    }

    /// "plans to sue, accusing Chad of theft": another act of speech.
    fn says_more(&self, at: usize) -> bool {
        let speech = |token: &Token| token.xpos == Xpos::Vbg && is_speech(&token.lemma);
        // "denied a report by X, alleging that …": the report alleges so.
        let tree = self.tree();
        let head = tree.heads.get(at).copied().flatten();
        let of_paper = head.is_some_and(|head| tree.relations[at] == Relation::Acl && is_utterance(self.lemma(head)));
        self.reading.sentences[self.sentence].tokens.get(at).is_some_and(speech) && !of_paper
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
                // "On a visit to Peru, she praised it": what stands before a verb is when and where.
                let verb = (self.frame.kind == Kind::Verb).then(|| self.token(self.frame.predicate).span);
                let oblique = self.frame.obliques.iter().find(|oblique| {
                    verb.is_none_or(|verb| oblique.span.start > verb.start)
                        && known.contains(&oblique.preposition)
                        && oblique.heads.iter().any(|&head| fits(head) && !self.is_day(head))
                })?;
                // "sentenced to six years in prison": a time has no more to it.
                let time = oblique.heads.iter().any(|&head| self.is_date(head));
                let whole = if time { oblique.span } else { self.with_phrases(oblique.span, &[]) };
                Some((vec![self.with_infinitive(whole)], oblique.heads.first().copied()))
            }
            _ => {
                let heads: Vec<_> = self.heads(choice, None).into_iter().filter(|&head| fits(head)).collect();
                let phrases = &self.parsed().phrases;
                let spans = heads.iter().flat_map(|&head| phrases.subtree(head));
                let whole = spans.chain(heads.iter().map(|&head| phrases.phrase(head))).reduce(Span::join)?;
                let whole = self.with_phrases(whole, &heads);
                let whole = self.without_itself(whole, choice)?;
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
                && clause.spans.first().is_some_and(|first| adjoins(span, *first, "to"))
        };
        let clause = self.frame.clauses.iter().find(follows);
        clause.and_then(|clause| clause.spans.last()).map_or(span, |last| span.join(*last))
    }

    /// "more openness *in its dealings with firms*", "imports *from there*": phrases right behind that the parser gave to the
    /// verb, up to one that says when, where, how or to whom it was said. The first may also complete one of `heads`.
    fn with_phrases(&self, mut span: Span, mut heads: &[TokenId]) -> Span {
        let follows = |span: Span, heads: &[TokenId], oblique: &&Oblique| {
            !oblique.on_object
                && adjoins(span, oblique.span, &oblique.preposition)
                && (self.belongs(oblique) || heads.iter().any(|&head| self.completes(head, oblique)))
        };
        while let Some(oblique) = self.frame.obliques.iter().find(|oblique| follows(span, heads, oblique)) {
            (span, heads) = (span.join(oblique.span), &[]);
        }
        span
    }

    /// Whether a phrase of the verb stands where a noun right before it has its own: "an attack *on a village*".
    fn completes(&self, noun: TokenId, oblique: &Oblique) -> bool {
        match oblique.preposition.as_str() {
            "of" | "from" | "against" | "at" | "between" | "into" => true,
            // "reaffirmed its commitment *to helping them*"
            "to" if oblique.heads.iter().any(|&head| self.token(head).xpos == Xpos::Vbg) => true,
            preposition => !oblique.heads.iter().any(|&head| self.is_day(head)) && self.takes(noun, preposition),
        }
    }

    /// Whether a phrase of the verb goes on with the words right before it.
    fn belongs(&self, oblique: &Oblique) -> bool {
        let named = |head: TokenId| self.reading.entity_at(self.token(head).span);
        let agent = |&head: &TokenId| named(head).is_some_and(|(_, class)| class.is_agent());
        let nominal = match oblique.preposition.as_str() {
            "for" | "in" | "of" | "between" | "across" | "within" | "among" | "against" | "into" | "toward"
            | "towards" => true,
            // Who is asked, told or helped stands there, too.
            "on" | "with" | "by" | "over" | "about" => !oblique.heads.iter().any(agent),
            _ => false,
        };
        let circumstance = |&head: &TokenId| {
            let (token, lemma) = (self.token(head), self.lemma(head).to_lowercase());
            token.xpos == Xpos::Vbg
                || self.is_date(head)
                || is_utterance(&lemma)
                || OCCASIONS.contains(&lemma.as_str())
                || is_time(&lemma)
        };
        nominal && !oblique.heads.iter().any(circumstance)
    }

    /// Whether a word stands in a date.
    fn is_date(&self, head: TokenId) -> bool {
        self.reading.mention_at(self.token(head).span).is_some_and(|(_, mention)| mention.date.is_some())
    }

    /// Whether a word stands in a date that is a day, month or year, and no duration.
    fn is_day(&self, head: TokenId) -> bool {
        let mention = self.reading.mention_at(self.token(head).span).map(|(_, mention)| mention);
        mention.and_then(|mention| mention.date.as_ref()).is_some_and(|date| !date.value.starts_with('P'))
    }

    /// Whether a noun is one of an act whose object stands behind a preposition: "sanctions on".
    fn takes(&self, noun: TokenId, preposition: &str) -> bool {
        let rules = self.reading.rules;
        let acts = rules.triggered(Kind::Noun, &self.lemma(noun).to_lowercase()).iter().map(|&id| rules.frame(id));
        let objects = acts.filter_map(|rule| rule.object.as_ref()).flat_map(|role| &role.alternatives);
        objects.into_iter().any(
            |choice| matches!(&choice.from, From::Preposition(known) if known.iter().any(|one| one == preposition)),
        )
    }
}

/// Whether a phrase stands right behind other words, with no more than its preposition between.
fn adjoins(words: Span, phrase: Span, preposition: &str) -> bool {
    phrase.start > words.end && (phrase.start - words.end) as usize <= preposition.len() + 2
}
