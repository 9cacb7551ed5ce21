//! A dependency tree in a form that can be asked and mended: children lists, lower-case forms, prepositions.
//!
//! In: a sentence and its tree, of which nothing is believed (a cycle or a second root is cut). Out: [`Arcs`], the one
//! view of the arcs that the frame layer works on; repairs move arcs here, never in the [`Tree`]. It knows tags and
//! relations, and no lexicon.

use crate::syntax::lemma::by_rule;
use crate::syntax::{Relation, Sentence, TokenId, Tree, Upos, Xpos};

/// A tree with children lists, acyclic whatever it was made from.
#[derive(Clone, Debug)]
pub(super) struct Arcs<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: &'a Sentence,
    heads: Vec<Option<TokenId>>,
    relations: Vec<Relation>,
    children: Vec<Vec<TokenId>>,
    forms: Vec<String>,
    tags: Vec<(Upos, Xpos)>,
    lemmas: Vec<Option<String>>,
    /// For each token, the number of the quotation that it stands in; 0 outside.
    pub(super) quotes: Vec<u32>,
}

impl<'a> Arcs<'a> {
    pub(super) fn new(text: &'a str, sentence: &'a Sentence, tree: &Tree) -> Self {
        let count = sentence.tokens.len();
        let mut heads: Vec<Option<TokenId>> = (0..count)
            .map(|at| tree.heads.get(at).copied().flatten().filter(|head| head.index() < count && head.index() != at))
            .collect();
        cut_cycles(&mut heads);
        let relations = (0..count).map(|at| tree.relations.get(at).copied().unwrap_or(Relation::Dep)).collect();
        let mut children = vec![Vec::new(); count];
        for (at, head) in heads.iter().enumerate() {
            if let Some(head) = head {
                children[head.index()].push(TokenId::at(at));
            }
        }
        let forms = sentence.tokens.iter().map(|token| token.span.of(text).to_lowercase().replace('’', "'")).collect();
        let tags = sentence.tokens.iter().map(|token| (token.upos, token.xpos)).collect();
        let mut arcs = Self {
            text,
            sentence,
            heads,
            relations,
            children,
            forms,
            tags,
            lemmas: vec![None; count],
            quotes: Vec::new(),
        };
        arcs.quotes = quotations(&arcs);
        arcs
    }

    /// The tree as it now stands.
    pub(super) fn tree(&self) -> Tree {
        Tree { heads: self.heads.clone(), relations: self.relations.clone() }
    }

    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    pub(super) fn tokens(&self) -> impl DoubleEndedIterator<Item = TokenId> + use<> {
        (0..self.heads.len()).map(TokenId::at)
    }

    pub(super) fn head(&self, token: TokenId) -> Option<TokenId> {
        self.heads[token.index()]
    }

    pub(super) fn relation(&self, token: TokenId) -> Relation {
        self.relations[token.index()]
    }

    pub(super) fn kids(&self, token: TokenId) -> &[TokenId] {
        &self.children[token.index()]
    }

    /// The children that have one of these relations.
    pub(super) fn with<'s>(
        &'s self,
        token: TokenId,
        relations: &'s [Relation],
    ) -> impl DoubleEndedIterator<Item = TokenId> + 's {
        self.kids(token).iter().copied().filter(|&kid| relations.contains(&self.relation(kid)))
    }

    pub(super) fn has(&self, token: TokenId, relations: &[Relation]) -> bool {
        self.with(token, relations).next().is_some()
    }

    pub(super) fn upos(&self, token: TokenId) -> Upos {
        self.tags[token.index()].0
    }

    pub(super) fn xpos(&self, token: TokenId) -> Xpos {
        self.tags[token.index()].1
    }

    pub(super) fn lemma(&self, token: TokenId) -> &str {
        self.lemmas[token.index()].as_deref().unwrap_or(&self.sentence.tokens[token.index()].lemma)
    }

    /// The form in lower case, with straight apostrophes.
    pub(super) fn form(&self, token: TokenId) -> &str {
        &self.forms[token.index()]
    }

    pub(super) fn form_at(&self, at: usize) -> &str {
        self.forms.get(at).map_or("", String::as_str)
    }

    pub(super) fn capital(&self, token: TokenId) -> bool {
        self.sentence.tokens[token.index()].span.of(self.text).starts_with(char::is_uppercase)
    }

    pub(super) fn is_punct(&self, token: TokenId) -> bool {
        self.upos(token) == Upos::Punct
    }

    /// A full verb, not an auxiliary or copula.
    pub(super) fn is_verb(&self, token: TokenId) -> bool {
        use Relation::{Aux, AuxPass, Case, Cop, Fixed, Mark};
        self.upos(token) == Upos::Verb && !matches!(self.relation(token), Aux | AuxPass | Case | Cop | Fixed | Mark)
    }

    pub(super) fn is_nominal(&self, token: TokenId) -> bool {
        matches!(self.upos(token), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym | Upos::X)
    }

    /// Whether it heads a clause: a verb, or a predicate with a copula or a subject.
    pub(super) fn is_clause(&self, token: TokenId) -> bool {
        use Relation::{Aux, Cop, Nsubj, NsubjPass};
        self.is_verb(token) || self.has(token, &[Cop, Nsubj, NsubjPass, Aux])
    }

    /// A relative pronoun: "who", "which", "whose", or "that" where it is an argument.
    pub(super) fn is_relative(&self, token: TokenId) -> bool {
        match self.xpos(token) {
            Xpos::Wdt | Xpos::WpPoss => true,
            Xpos::Wp => self.form(token) != "what",
            _ => {
                self.form(token) == "that"
                    && (self.upos(token) == Upos::Pron && self.under_relative(token) || self.goes_on(token))
            }
        }
    }

    /// "a group that Peru sanctioned and that Chad backs": the second "that" goes on with the relative clause.
    fn goes_on(&self, that: TokenId) -> bool {
        let subject = matches!(self.relation(that), Relation::Nsubj | Relation::NsubjPass | Relation::Obj);
        let verb = self.head(that).filter(|&verb| subject && that < verb && self.relation(verb) == Relation::Conj);
        let first = verb.and_then(|verb| self.head(verb));
        let joined = self.before(that).is_some_and(|before| matches!(self.form(before), "and" | "but" | "or"));
        joined && first.is_some_and(|first| self.relation(first) == Relation::AclRelcl)
    }

    fn under_relative(&self, token: TokenId) -> bool {
        self.head(token).is_some_and(|head| self.relation(head) == Relation::AclRelcl && token < head)
    }

    /// Heads upwards, from the token's own head to the root.
    pub(super) fn ancestors(&self, token: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        std::iter::successors(self.head(token), |&above| self.head(above))
    }

    /// The token and all below it, in the order of the text, without the tokens that `skip` names.
    pub(super) fn below(&self, token: TokenId, skip: impl Fn(TokenId) -> bool) -> Vec<TokenId> {
        let mut found = vec![token];
        let mut at = 0;
        while at < found.len() {
            found.extend(self.kids(found[at]).iter().copied().filter(|&kid| !skip(kid)));
            at += 1;
        }
        found.sort_unstable();
        found
    }

    pub(super) fn roots(&self) -> impl Iterator<Item = TokenId> + '_ {
        self.tokens().filter(|&token| self.head(token).is_none() && !self.is_punct(token))
    }

    /// The preposition of a nominal or gerund, several words joined: "of", "according to"; empty without one.
    pub(super) fn preposition(&self, token: TokenId) -> String {
        let gerund = self.is_gerund(token);
        let mut words: Vec<TokenId> = Vec::new();
        // "of being behind the raid": what stands behind "being" belongs to the predicate.
        let being = self.with(token, &[Relation::Cop]).find(|&cop| self.form(cop) == "being").unwrap_or(token);
        for kid in self.kids(token).iter().copied().filter(|&kid| kid < being) {
            let marks = match self.relation(kid) {
                Relation::Case => self.xpos(kid) != Xpos::Pos,
                Relation::Mark => {
                    gerund
                        && matches!(self.upos(kid), Upos::Adp | Upos::Sconj)
                        && !matches!(self.form(kid), "that" | "whether")
                }
                _ => false,
            };
            if marks {
                words.push(kid);
                words.extend(self.with(kid, &[Relation::Fixed]));
            }
        }
        words.sort_unstable();
        words.iter().map(|&word| self.form(word)).collect::<Vec<_>>().join(" ")
    }

    /// Whether a quotation begins with this token.
    pub(super) fn opens(&self, token: TokenId) -> bool {
        let at = token.index();
        self.quotes[at] != 0 && (at == 0 || self.quotes[at - 1] != self.quotes[at])
    }

    /// Whether a quotation ends with this token.
    pub(super) fn closes(&self, token: TokenId) -> bool {
        let at = token.index();
        self.quotes[at] != 0
            && !self.opens(token)
            && is_quote(self.form(token))
            && self.quotes.get(at + 1) != Some(&self.quotes[at])
    }

    /// Corrects a tag, and the lemma of a noun that is a gerund; the sentence keeps its own.
    pub(super) fn retag(&mut self, token: TokenId, upos: Upos, xpos: Xpos) {
        // "Vote Was Fair, EU Says"
        let title = xpos == Xpos::Vbz && self.upos(token) == Upos::Propn;
        if xpos == Xpos::Vbg && self.upos(token) == Upos::Noun || title {
            self.lemmas[token.index()] = Some(by_rule(self.form(token), xpos));
        }
        self.tags[token.index()] = (upos, xpos);
    }

    /// Takes a past participle without an auxiliary for a finite form.
    pub(super) fn make_finite(&mut self, verb: TokenId) {
        if self.xpos(verb) == Xpos::Vbn && !self.has(verb, &[Relation::Aux, Relation::AuxPass]) {
            self.retag(verb, Upos::Verb, Xpos::Vbd);
        }
    }

    /// Gives a token another's place in the tree, and hangs the other below it.
    pub(super) fn replace(&mut self, old: TokenId, new: TokenId, relation_of_old: Relation) {
        let (head, relation) = (self.head(old), self.relation(old));
        if self.ancestors(new).any(|above| above == old) {
            self.attach(new, head, relation);
            self.attach(old, Some(new), relation_of_old);
        }
    }

    /// Makes a verb the predicate of a noun whose participle was taken for it.
    pub(super) fn reduce(&mut self, participle: TokenId, noun: TokenId, verb: TokenId) {
        self.replace(participle, verb, Relation::Acl);
        self.attach_subject(verb, noun);
        self.attach(participle, Some(noun), Relation::Acl);
        if self.xpos(participle) == Xpos::Vbd {
            self.retag(participle, Upos::Verb, Xpos::Vbn);
        }
    }

    /// Hands children on to another token, with their relations.
    pub(super) fn hand_on(&mut self, from: TokenId, to: TokenId, which: impl Fn(TokenId) -> bool) {
        let kids: Vec<TokenId> = self.kids(from).iter().copied().filter(|&kid| kid != to && which(kid)).collect();
        for kid in kids {
            let relation = self.relation(kid);
            self.attach(kid, Some(to), relation);
        }
    }

    /// Parts what was taken for one noun phrase: the noun before its head stands by itself below the same word, with all
    /// that stands left of it, and the head has another relation.
    pub(super) fn part(&mut self, head: TokenId, noun: TokenId, noun_is: Relation, head_is: Relation) {
        self.attach(noun, self.head(head), noun_is);
        self.relabel(head, head_is);
        self.hand_on(head, noun, |kid| kid < noun);
    }

    /// What the subject of a clause is to it.
    pub(super) fn subject_relation(&self, clause: TokenId) -> Relation {
        if self.has(clause, &[Relation::AuxPass]) { Relation::NsubjPass } else { Relation::Nsubj }
    }

    /// Makes a noun the subject of a clause.
    pub(super) fn attach_subject(&mut self, clause: TokenId, noun: TokenId) {
        self.attach(noun, Some(clause), self.subject_relation(clause));
    }

    /// Whether a clause is introduced by this word.
    pub(super) fn marked(&self, token: TokenId, word: &str) -> bool {
        self.with(token, &[Relation::Mark]).any(|mark| self.form(mark) == word)
    }

    /// Whether a token, or the auxiliary before it, is finite.
    pub(super) fn is_finite(&self, token: TokenId) -> bool {
        let finite = |word: TokenId| self.xpos(word).is_finite();
        finite(token) || self.with(token, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).any(finite)
    }

    /// Whether a verb has a modal: "would go".
    pub(super) fn has_modal(&self, verb: TokenId) -> bool {
        self.with(verb, &[Relation::Aux]).any(|aux| self.xpos(aux) == Xpos::Md)
    }

    /// "doing", "being done", "having done".
    pub(super) fn is_gerund(&self, token: TokenId) -> bool {
        let ing = |word: TokenId| self.xpos(word) == Xpos::Vbg;
        !self.is_finite(token)
            && (ing(token) || self.with(token, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).any(ing))
    }

    /// The token before, if any.
    pub(super) fn before(&self, token: TokenId) -> Option<TokenId> {
        token.index().checked_sub(1).map(TokenId::at)
    }

    pub(super) fn relabel(&mut self, token: TokenId, relation: Relation) {
        self.relations[token.index()] = relation;
    }

    /// Hangs a token elsewhere; a request that would close a cycle is refused.
    pub(super) fn attach(&mut self, token: TokenId, head: Option<TokenId>, relation: Relation) {
        if head.is_some_and(|head| head == token || self.ancestors(head).any(|above| above == token)) {
            return;
        }
        if let Some(old) = self.head(token) {
            self.children[old.index()].retain(|&kid| kid != token);
        }
        if let Some(new) = head {
            let kids = &mut self.children[new.index()];
            let place = kids.partition_point(|&kid| kid < token);
            kids.insert(place, token);
        }
        self.heads[token.index()] = head;
        self.relations[token.index()] = relation;
    }
}

/// The last straight mark of a sentence, right after a comma or stop, closes a quotation that began earlier.
fn closes_open_start(arcs: &Arcs<'_>, token: TokenId) -> bool {
    let after_stop = arcs.before(token).is_some_and(|before| matches!(arcs.form(before), "," | "." | "?" | "!"));
    after_stop && !(token.index() + 1..arcs.len()).any(|at| arcs.form_at(at) == "\"")
}

pub(super) fn is_quote(form: &str) -> bool {
    matches!(form, "“" | "”" | "\"" | "``" | "''" | "«" | "»" | "„" | "‘" | "'")
}

/// Makes every token whose way up never ends a root.
fn cut_cycles(heads: &mut [Option<TokenId>]) {
    const UNSEEN: u8 = 0;
    const ON_THE_WAY: u8 = 1;
    const DONE: u8 = 2;
    let mut state = vec![UNSEEN; heads.len()];
    for start in 0..heads.len() {
        let mut way = Vec::new();
        let mut at = start;
        while state[at] == UNSEEN {
            state[at] = ON_THE_WAY;
            way.push(at);
            match heads[at] {
                Some(head) if state[head.index()] == ON_THE_WAY => heads[at] = None,
                Some(head) => at = head.index(),
                None => {}
            }
        }
        for step in way {
            state[step] = DONE;
        }
    }
}

/// Whether a closing mark stands where an opening one would: some papers print ”so”.
fn opens_word(arcs: &Arcs<'_>, token: TokenId) -> bool {
    let (text, span) = (arcs.text, arcs.sentence.tokens[token.index()].span);
    let (before, behind) = (&text[..span.start as usize], &text[span.end as usize..]);
    before.chars().next_back().is_none_or(char::is_whitespace) && behind.starts_with(char::is_alphanumeric)
}

/// Whether a word stands right before a mark: "what it calls its "new order," and".
fn stands_behind_word(arcs: &Arcs<'_>, token: TokenId) -> bool {
    arcs.before(token).is_some_and(|before| !arcs.is_punct(before) && arcs.upos(before) != Upos::Sym)
}

/// Numbers the quotations; one that never closes goes to the sentence's end, one that never opens begins with it.
fn quotations(arcs: &Arcs<'_>) -> Vec<u32> {
    let (mut number, mut open) = (0, false);
    let mut found = Vec::with_capacity(arcs.len());
    let mut double = false;
    // How many typographic marks stand open inside others.
    let mut depth = 0;
    for token in arcs.tokens() {
        let form = arcs.form(token);
        let single = matches!(form, "‘" | "'");
        let (opens, closes) = match form {
            // Single marks inside double ones are no quotation of their own.
            "‘" | "'" if open && double => (false, false),
            "“" if open && double && opens_word(arcs, token) => {
                depth += 1;
                (false, false)
            }
            "\"" if open && double && opens_word(arcs, token) && stands_behind_word(arcs, token) => {
                depth += 1;
                (false, false)
            }
            "”" | "\"" if depth > 0 => {
                depth -= 1;
                (false, false)
            }
            "“" | "``" | "«" | "„" | "‘" => (true, false),
            "”" if !open && token.index() + 1 < arcs.len() && opens_word(arcs, token) => (true, false),
            "”" | "''" | "»" => (false, true),
            "\"" => (!open && !closes_open_start(arcs, token), open || closes_open_start(arcs, token)),
            "'" => (arcs.xpos(token) == Xpos::OpenQuote && !open, arcs.xpos(token) == Xpos::CloseQuote && open),
            _ => (false, false),
        };
        if opens {
            number += 1;
            open = true;
            double = !single;
        }
        if closes && !open && !single {
            // The quotation began in an earlier sentence.
            number += 1;
            found.iter_mut().rev().take_while(|earlier| **earlier == 0).for_each(|earlier| *earlier = number);
            open = true;
        }
        found.push(if open { number } else { 0 });
        if closes {
            open = false;
        }
    }
    found
}
