//! From a phrase to the entity that it means: the mention at its head, a pronoun's antecedent, or the body that unnamed
//! people stand for.
//!
//! In: a token that heads a phrase. Out: [`Argument`]s, several where the phrase names several ("the parliaments of
//! Canada and Belgium"). A phrase that means nobody known stays an argument without an entity: it can be the source of an
//! attribution, never the subject or object of a claim.

use crate::claim::Reading;
use crate::document::Span;
use crate::entity::EntityId;
use crate::gazetteer::Class;
use crate::mention::Form;
use crate::rules::MemberRule;
use crate::syntax::{Relation, Sentence, Token, TokenId, Tree, Upos, Xpos};

/// How a phrase means its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Via {
    /// It is a mention.
    Mention,
    /// It is a pronoun or a description with an antecedent.
    Antecedent,
    /// It is "I", "we", "our": the speaker of the quotation it stands in.
    Speaker,
    /// It is unnamed people who stand for the body that their phrase names.
    Member,
    /// It is what the body that its phrase names did: "U.S. sanctions".
    Deed,
    /// Nobody is named.
    Unnamed,
}

/// What fills a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) struct Argument {
    /// The entity, if one is meant.
    pub(in crate::claim) entity: Option<EntityId>,
    /// Its class.
    pub(in crate::claim) class: Option<Class>,
    /// The words that stand for it: the mention, the pronoun, the description.
    pub(in crate::claim) words: Span,
    /// The whole phrase, with article and title.
    pub(in crate::claim) phrase: Span,
    /// How it is meant.
    pub(in crate::claim) via: Via,
}

/// The arguments that a phrase stands for, by the token that heads it.
pub(in crate::claim) fn arguments(reading: &Reading, sentence: usize, head: TokenId) -> Vec<Argument> {
    let Some(parsed) = &reading.parsed[sentence] else { return Vec::new() };
    let tokens = &reading.sentences[sentence];
    let token = &tokens.tokens[head.index()];
    let whole = parsed.phrases.phrase(head);
    if let Some(argument) = mentioned(reading, token.span, whole) {
        return vec![argument];
    }
    if token.upos == Upos::Pron && is_first_person(&token.lemma, token.span.of(&reading.document.text)) {
        let (words, via) = (token.span, Via::Speaker);
        return vec![Argument { entity: None, class: None, words, phrase: whole, via }];
    }
    let named = named_list(reading, tokens, &parsed.tree, head, whole);
    if !named.is_empty() {
        return named;
    }
    if let Some(argument) = apposed(reading, tokens, &parsed.tree, head, whole) {
        return vec![argument];
    }
    if let Some(argument) = described(reading, token.span, whole) {
        return vec![argument];
    }
    if let Some(argument) = explained(reading, tokens, &parsed.tree, head, whole) {
        return vec![argument];
    }
    let several = reading.coreference.several(token.span);
    if !several.is_empty() {
        return several.iter().map(|&entity| antecedent(reading, entity, token.span, whole)).collect();
    }
    if let Some(argument) = ruled(reading, tokens, &parsed.tree, head, whole) {
        return vec![argument];
    }
    let examples = examples(reading, sentence, head, whole);
    if !examples.is_empty() {
        return examples;
    }
    let members = members(reading, tokens, &parsed.tree, head, whole);
    if members.is_empty() {
        let (words, via) = (token.span, Via::Unnamed);
        return vec![Argument { entity: None, class: None, words, phrase: whole, via }];
    }
    members
}

fn is_first_person(lemma: &str, form: &str) -> bool {
    matches!(lemma, "i" | "I" | "we" | "my" | "our" | "me" | "us")
        || matches!(form.to_lowercase().as_str(), "i" | "we" | "my" | "our" | "me" | "us" | "ours")
}

/// The mention that holds the head token, or the person whose title does.
fn mentioned(reading: &Reading, token: Span, whole: Span) -> Option<Argument> {
    let found = match reading.mention_at(token) {
        Some((at, mention)) if mention.class != Class::Date => Some((at, mention)),
        Some(_) => None,
        None => {
            let mut titled = reading.mentions.roles.iter().filter(|role| role.title.contains(token));
            let role = titled.next()?;
            let person = reading.mentions.list[role.person.index()].span;
            // "Senators Jane Doe and Tom Roe": the title is several persons'.
            let beside = person.start <= role.title.end + 1;
            if beside && titled.any(|other| other.title == role.title && other.person != role.person) {
                return None;
            }
            let adjoining = whole.overlaps(person);
            let at = role.person.index();
            (adjoining || role.span.contains(token)).then(|| (at, &reading.mentions.list[at]))
        }
    };
    let (at, mention) = found?;
    let (entity, _) = reading.entities.of_mention[at]?;
    let class = Some(reading.entities.list[entity.index()].class);
    let via = if mention.form == Form::Pronoun { Via::Antecedent } else { Via::Mention };
    Some(Argument { entity: Some(entity), class, words: mention.span, phrase: whole.join(mention.span), via })
}

/// "Robert Mugabe's government", "the government of Zambian President Jane Doe": the state that the text or the lists say
/// its head leads, where the document speaks of it.
fn ruled(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId, whole: Span) -> Option<Argument> {
    let token = &sentence.tokens[head.index()];
    if !is_government(reading, token) {
        return None;
    }
    let owner = tree.kids(head).find(|&at| match tree.relations[at.index()] {
        Relation::NmodPoss => true,
        Relation::Nmod => preposition(sentence, tree, at).is_some_and(|preposition| preposition == "of"),
        _ => false,
    })?;
    let owner = mentioned(reading, sentence.tokens[owner.index()].span, whole)?;
    owner.class.filter(|class| class.is_person())?;
    let entity = led(reading, owner.entity?).or_else(|| {
        let name = reading.entities.list[owner.entity?.index()].name.rsplit(' ').next()?;
        reading.entities.of_entry(reading.gazetteer.state_of(name)?)
    })?;
    let class = Some(reading.entities.list[entity.index()].class);
    Some(Argument { entity: Some(entity), class, words: token.span, phrase: whole, via: Via::Member })
}

/// Whether a noun means those who govern: "government", "authorities".
fn is_government(reading: &Reading, token: &Token) -> bool {
    matches!(token.lemma.as_str(), "government" | "govt" | "administration" | "regime" | "cabinet" | "junta")
        || reading.text(token.span).eq_ignore_ascii_case("authorities")
}

/// The state that the text names a person the head of.
fn led(reading: &Reading, person: EntityId) -> Option<EntityId> {
    let head = |title: &str| {
        let title = title.to_lowercase();
        !title.contains("vice")
            && ["president", "prime minister", "premier", "chancellor"].iter().any(|end| title.ends_with(end))
    };
    let mut roles = reading.mentions.roles.iter().filter(|role| reading.entities.of(role.person) == Some(person));
    let state = roles.find_map(|role| role.body.filter(|_| head(reading.text(role.title))))?;
    let state = reading.entities.of(state)?;
    (reading.entities.list[state.index()].class == Class::Government).then_some(state)
}

/// "Two aid groups, Oxfam and Save the Children, said": those whose names stand in commas behind a plural.
fn named_list(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId, whole: Span) -> Vec<Argument> {
    let tokens = &sentence.tokens;
    let behind = |&at: &TokenId| {
        at > head && tree.relations[at.index()] == Relation::Appos && tokens[at.index()].upos == Upos::Propn
    };
    let first = tree.kids(head).find(behind).filter(|_| tokens[head.index()].xpos == Xpos::Nns);
    let members = first.map_or(Vec::new(), |first| coordinated(tree, first));
    let named = members.iter().filter_map(|member| mentioned(reading, tokens[member.index()].span, whole));
    let named: Vec<Argument> = named.map(|argument| Argument { phrase: whole, ..argument }).collect();
    if named.len() > 1 { named } else { Vec::new() }
}

/// The person or body named beside a description: "the report's author, Jane Doe", "the news agency Anadolu".
fn apposed(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId, whole: Span) -> Option<Argument> {
    tree.kids(head)
        .map(TokenId::index)
        .filter(|&at| match tree.relations[at] {
            Relation::Appos | Relation::Flat => true,
            // "Jane Doe, spokesman for", "Education Minister Jane Doe": the parser takes the name for a modifier.
            Relation::Compound => {
                let between = &sentence.tokens[at.min(head.index())..at.max(head.index())];
                at > head.index() || between.iter().any(|token| reading.text(token.span) == ",")
            }
            _ => false,
        })
        .filter_map(|at| {
            let named = mentioned(reading, sentence.tokens[at].span, whole)?;
            // "the attack on Jane Doe, an editor in Dakar": whoever the words behind the name describe is not the attack.
            let within = named.words.start > sentence.tokens[head.index()].span.end
                && named.words.end <= sentence.tokens[at].span.start;
            (!within).then_some(named)
        })
        .find(is_person)
        .or_else(|| called(reading, sentence, tree, head, whole))
        .or_else(|| named_behind(reading, sentence, tree, head, whole))
        .or_else(|| body_beside(reading, sentence, head, whole))
}

/// "The rights group, Amnesty International,": the body whose name stands in commas behind the noun for its kind.
fn called(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId, whole: Span) -> Option<Argument> {
    let kind = is_kind_of_body(reading, &sentence.tokens[head.index()]);
    let apposed = |&at: &usize| {
        let comma = (head.index() + 1..at).next().is_some_and(|next| reading.text(sentence.tokens[next].span) == ",");
        tree.heads[at] == Some(head) && tree.relations[at] == Relation::Appos && comma
    };
    (head.index() + 1..sentence.tokens.len())
        .filter(|at| kind && apposed(at))
        .filter_map(|at| mentioned(reading, sentence.tokens[at].span, whole))
        .find(|argument| argument.class == Some(Class::Organisation))
}

/// Whether a noun says what kind of body a name beside it is: "agency", "newspaper", "bloc".
fn is_kind_of_body(reading: &Reading, noun: &Token) -> bool {
    let word = reading.text(noun.span).to_lowercase();
    let listed = ["organisation-head", "body-noun"].iter().any(|kind| reading.gazetteer.is(kind, &word));
    listed || matches!(word.as_str(), "grouping" | "bloc" | "station")
}

fn is_person(argument: &Argument) -> bool {
    argument.class.is_some_and(Class::is_person)
}

/// "The leader of Acme, Jane Doe,", "a spokesman for Jane Roe, John Doe,": a person's name that the parser takes for another
/// name of what stands behind "of" or "for", and which can only be the name of who leads it or speaks for it.
fn named_behind(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId, whole: Span) -> Option<Argument> {
    let noun = &sentence.tokens[head.index()];
    let word = noun.lemma.to_lowercase();
    let leads = matches!(word.as_str(), "head" | "member") || reading.gazetteer.title(&[word]).is_some();
    let of_head = |mut at: TokenId| {
        while tree.relations[at.index()] == Relation::Nmod {
            let Some(above) = tree.heads[at.index()].filter(|_| at > head) else { return false };
            at = above;
        }
        at == head
    };
    (head.index() + 1..sentence.tokens.len())
        .filter(|&at| leads && tree.relations[at] == Relation::Appos)
        .filter(|&at| tree.heads[at].is_some_and(|led| led != head && of_head(led)))
        .filter_map(|at| mentioned(reading, sentence.tokens[at].span, whole))
        .find(is_person)
}

/// The body whose name stands right after the noun for its kind: "the news agency Anadolu".
fn body_beside(reading: &Reading, sentence: &Sentence, head: TokenId, whole: Span) -> Option<Argument> {
    let kind = is_kind_of_body(reading, &sentence.tokens[head.index()]);
    let next = sentence.tokens.get(head.index() + 1).filter(|_| kind)?;
    mentioned(reading, next.span, whole).filter(|argument| argument.class == Some(Class::Organisation))
}

/// Those of unnamed ones who are named: "several countries, including Chad and Mali", "a number of states such as Kenya".
fn examples(reading: &Reading, sentence: usize, head: TokenId, whole: Span) -> Vec<Argument> {
    let Some(parsed) = &reading.parsed[sentence] else { return Vec::new() };
    let (tokens, tree) = (&reading.sentences[sentence], &parsed.tree);
    let is = |at: &TokenId, wanted: &[&str]| {
        tree.relations[at.index()] == Relation::Nmod
            && preposition(tokens, tree, *at).is_some_and(|preposition| wanted.contains(&preposition.as_str()))
    };
    let quantity = reading.gazetteer.is("quantity-noun", &tokens.tokens[head.index()].lemma.to_lowercase());
    let counted = tree.kids(head).filter(|at| quantity && is(at, &["of"]));
    std::iter::once(head)
        .chain(counted)
        .flat_map(|head| tree.kids(head).filter(|at| is(at, &["including", "such"])))
        .chain(among_them(reading, tokens, tree, head))
        .flat_map(|example| coordinated(tree, example))
        .flat_map(|example| arguments(reading, sentence, example))
        .filter(|argument| argument.entity.is_some() && !matches!(argument.via, Via::Member | Via::Deed))
        .map(|argument| Argument { phrase: whole, ..argument })
        .collect()
}

/// "34 groups, among them Oxfam and Greenpeace,": the first name behind "among them".
fn among_them(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId) -> Option<TokenId> {
    let form = |at: usize| sentence.tokens.get(at).map_or("", |token| reading.text(token.span));
    let at = head.index() + 1;
    let told = form(at) == "," && form(at + 1) == "among" && matches!(form(at + 2), "them" | "whom");
    let first = sentence.tokens.get(at + 3).filter(|token| told && token.upos == Upos::Propn)?;
    let (_, name) = reading.mention_at(first.span)?;
    // The word of the name that no other word of it governs.
    (at + 3..sentence.tokens.len())
        .map(TokenId::at)
        .take_while(|word| name.span.contains(sentence.tokens[word.index()].span))
        .find(|&word| {
            tree.heads[word.index()].is_none_or(|head| !name.span.contains(sentence.tokens[head.index()].span))
        })
}

/// The bodies that unnamed people stand for, if the head noun is one by which they may.
fn members(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId, whole: Span) -> Vec<Argument> {
    let lemma = sentence.tokens[head.index()].lemma.to_lowercase();
    let rules = reading.rules.members.iter().filter(|rule| rule.nouns.contains(&lemma));
    rules
        .map(|rule| stand_ins(reading, sentence, tree, head, whole, rule))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The bodies that the people of a noun stand for by one rule.
pub(in crate::claim) fn stand_ins(
    reading: &Reading,
    sentence: &Sentence,
    tree: &Tree,
    head: TokenId,
    whole: Span,
    rule: &MemberRule,
) -> Vec<Argument> {
    let (mut found, mut places) = (Vec::new(), Vec::new());
    // "Iran's opposition leader" speaks for nobody who governs.
    let modified = |is: &dyn Fn(&str) -> bool| {
        tree.kids(head).any(|at| at < head && is(&sentence.tokens[at.index()].lemma.to_lowercase()))
    };
    let opposes = modified(&|word| reading.gazetteer.is("opposed", word));
    // "A former British minister" speaks for nobody any more.
    let former = modified(&|word| matches!(word, "former" | "ex" | "retired"));
    let governs = |argument: &Argument| argument.class == Some(Class::Government);
    for at in 0..sentence.tokens.len() {
        // "Lebanese health authorities": what the noun's own modifier is modified by.
        let through = tree.heads[at].is_some_and(|middle| {
            let nouns = [tree.relations[at], tree.relations[middle.index()]];
            let modifies = |relation: &Relation| matches!(relation, Relation::Compound | Relation::Amod);
            // "Brazil's prosecutor's office"
            let office = sentence.tokens[head.index()].lemma.eq_ignore_ascii_case("office");
            let owns = |relation: &Relation| *relation == Relation::NmodPoss;
            tree.heads[middle.index()] == Some(head)
                && middle.index() < head.index()
                && (nouns.iter().all(modifies) || office && owns(&nouns[1]) && (modifies(&nouns[0]) || owns(&nouns[0])))
        });
        if tree.heads[at] != Some(head) && !through {
            continue;
        }
        if names_body(sentence, tree, head, at, rule) {
            let heads = coordinated(tree, TokenId::at(at));
            let of = at < head.index() || preposition(sentence, tree, TokenId::at(at)).is_some_and(|word| word == "of");
            let named = if of { &mut found } else { &mut places };
            named.extend(heads.into_iter().filter_map(|member| {
                let span = sentence.tokens[member.index()].span;
                // "hundreds of Kurdish protesters"
                let counts = reading.gazetteer.is("quantity-noun", &sentence.tokens[head.index()].lemma.to_lowercase());
                let counted = || members(reading, sentence, tree, member, whole).into_iter().next();
                let named = mentioned(reading, span, whole).or_else(|| described(reading, span, whole));
                named.or_else(|| counted().filter(|_| counts && member != head))
            }));
        }
    }
    let stands = |argument: &Argument| argument.class.is_some_and(|class| rule.classes.contains(class));
    found.retain(stands);
    // "UNICEF officials in Mali", "Kenya's envoy to Chad": whose they are is said, and the other name says where they are.
    if found.is_empty() {
        found.extend(places.into_iter().filter(stands));
    }
    found.retain(|argument| !(opposes && governs(argument)));
    found.retain(|argument| !former || matches!(argument.class, Some(Class::Group | Class::Place)));
    for argument in &mut found {
        // "Uyghur women" are Uyghurs, "the city of Basra" is Basra, "Chad's government" is Chad; "Chinese officials" are not
        // China, and stand for it only where a rule lets them.
        let itself = match argument.class {
            Some(Class::Group | Class::Place) => true,
            Some(Class::Government) => is_government(reading, &sentence.tokens[head.index()]),
            _ => false,
        };
        let via = match itself {
            true => Via::Mention,
            false if rule.speaks => Via::Member,
            false => Via::Deed,
        };
        (argument.phrase, argument.via) = (whole, via);
    }
    found
}

/// Whether a dependent of the noun stands where the body may be named: before it, or behind one of the rule's prepositions.
pub(in crate::claim) fn names_body(
    sentence: &Sentence,
    tree: &Tree,
    head: TokenId,
    at: usize,
    rule: &MemberRule,
) -> bool {
    match tree.relations[at] {
        Relation::Compound | Relation::Amod | Relation::NmodPoss | Relation::Flat | Relation::NmodDesc => {
            at < head.index()
        }
        Relation::Nmod | Relation::Obl => preposition(sentence, tree, TokenId::at(at))
            .is_some_and(|preposition| rule.prepositions.contains(&preposition)),
        _ => false,
    }
}

/// The one that a pronoun or description means: "it", the possessor in "its authors".
fn described(reading: &Reading, token: Span, whole: Span) -> Option<Argument> {
    let (entity, _) = reading.coreference.of(token)?;
    Some(antecedent(reading, entity, token, whole))
}

fn antecedent(reading: &Reading, entity: EntityId, words: Span, phrase: Span) -> Argument {
    let class = Some(reading.entities.list[entity.index()].class);
    Argument { entity: Some(entity), class, words, phrase, via: Via::Antecedent }
}

/// "M23, an armed group that Rwanda backs,": whom a noun in commas behind a name explains.
fn explained(reading: &Reading, sentence: &Sentence, tree: &Tree, head: TokenId, whole: Span) -> Option<Argument> {
    let name = tree.heads[head.index()].filter(|&name| name < head)?;
    let article = tree.kids(head).find(|&at| tree.relations[at.index()] == Relation::Det && at < head)?;
    let comma = article.index().checked_sub(1).map(|at| reading.text(sentence.tokens[at].span))?;
    let explains = tree.relations[head.index()] == Relation::Appos && comma == ",";
    // "Chad, a village and a camp": a list.
    let listed = tree.kids(head).any(|at| tree.relations[at.index()] == Relation::Conj);
    let named = mentioned(reading, sentence.tokens[name.index()].span, whole).filter(|_| explains && !listed)?;
    let noun = &sentence.tokens[head.index()];
    is_kind_of(reading, &noun.lemma.to_lowercase(), named.class?).then_some(Argument { words: noun.span, ..named })
}

/// Whether a noun says what kind of thing something of a class is: a body is "a group", and no "blow".
fn is_kind_of(reading: &Reading, noun: &str, class: Class) -> bool {
    let listed = |kinds: &[&str]| kinds.iter().any(|kind| reading.gazetteer.is(kind, noun));
    match class {
        Class::Organisation => listed(&["body-noun", "organisation-head", "part-noun"]),
        Class::Government => {
            matches!(noun, "ally" | "country" | "nation" | "neighbour" | "neighbor" | "republic" | "state")
        }
        Class::Place => listed(&["place-noun"]),
        Class::Person | Class::Official => {
            reading.gazetteer.title(&[noun.to_owned()]).is_some() || noun.ends_with("man") || noun.ends_with("woman")
        }
        _ => false,
    }
}

/// The preposition of a phrase, lower case.
fn preposition(sentence: &Sentence, tree: &Tree, head: TokenId) -> Option<String> {
    let case = tree.kids(head).find(|&at| tree.relations[at.index()] == Relation::Case && at < head)?;
    let lemma = sentence.tokens[case.index()].lemma.to_lowercase();
    // A participle that is a preposition has the lemma of its verb.
    Some(if lemma == "include" { "including".to_string() } else { lemma })
}

/// A phrase's head and the heads that are coordinated with it.
fn coordinated(tree: &Tree, head: TokenId) -> Vec<TokenId> {
    let conjuncts = tree.kids(head).filter(|at| tree.relations[at.index()] == Relation::Conj);
    std::iter::once(head).chain(conjuncts).collect()
}
