//! What the words around an unlisted name tell of what it names.
//!
//! In: a scanned sentence and a run of name words. Out: a class, with the rule that gave it. Lower-case nouns beside the
//! name ("the city of X", "the X union", "his wife, X"), verbs that people do, an age, a relative "who" each speak for one
//! class; the nearest is asked first. It does not look at the name's own words, which `read` looks at.

use crate::gazetteer::{Class, Form as Listed, TitleKind};
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::{Upos, Xpos};

/// The class that the nouns beside a name give it.
pub(in crate::mention) fn nouns(scan: &Scan, from: usize, to: usize) -> Option<(Class, &'static str)> {
    nouns_before(scan, from, to).or_else(|| nouns_behind(scan, from, to))
}

/// Whether a noun of a kind stands at a token, in small letters.
fn is_noun(scan: &Scan, kind: &str, at: usize) -> bool {
    scan.form(at).starts_with(char::is_lowercase) && scan.is(kind, at)
}

/// The class that a noun before a name gives it, or one that it stands in apposition to.
fn nouns_before(scan: &Scan, from: usize, to: usize) -> Option<(Class, &'static str)> {
    let back = |steps: usize| from.checked_sub(steps);
    let before = |kind: &str, steps: usize| back(steps).is_some_and(|at| is_noun(scan, kind, at));
    let comma = scan.before(from) == ",";
    if before("kin-noun", 1) || comma && before("kin-noun", 2) && scan.form(to) == "," {
        return Some((Class::Person, "name.kin"));
    }
    if before("place-noun", 1) || scan.before(from) == "of" && before("place-noun", 2) {
        return Some((Class::Place, "name.place-noun"));
    }
    // "The intelligence service, X,", but not "the chairman of the council, X,"
    let named = comma && scan.form(to) == "," && (before("body-noun", 2) || before("organisation-head", 2));
    if named && !back(2).is_some_and(|noun| is_led(scan, noun)) || is_listed_body(scan, from, to) {
        return Some((Class::Organisation, "name.apposed"));
    }
    // "The Green party Jane Doe": the noun belongs to the name before it; not in "the British broadcaster X".
    let quoted = is_quoted(scan, from);
    let of_other = back(2).is_some_and(|at| {
        let local = scan.before(at) == "local";
        !quoted && !local && scan.is_name_word(at) && !scan.is_demonym(at) && scan.listed(at).next().is_none()
    });
    // "the television station Red Uno"
    let station = scan.before(from) == "station"
        && back(2).is_some_and(|at| matches!(scan.word(at), "television" | "radio" | "tv" | "broadcasting"));
    let founded = before("founder-noun", 2) && scan.before(from) == "of";
    if station || before("body-noun", 1 + usize::from(quoted)) && !of_other || founded {
        return Some((Class::Organisation, "name.body-noun"));
    }
    // "the editor of Nova Vita", "a reporter for Le Jour"
    let press = before("press-noun", 2) && matches!(scan.before(from), "of" | "for" | "at" | "with");
    if press && !matches!(scan.word(to), "'s" | "'") {
        return Some((Class::Organisation, "name.press-noun"));
    }
    if let Some(class) = apposed(scan, to) {
        return Some((class, "name.apposed"));
    }
    let places = |at: usize| is_noun(scan, "places-noun", at) || is_noun(scan, "places-noun", at.saturating_sub(1));
    let such = matches!(scan.before(from), "like" | "as") && back(2).is_some_and(places);
    such.then_some((Class::Place, "name.place-noun"))
}

/// Whether a quotation mark opens right before a token.
fn is_quoted(scan: &Scan, from: usize) -> bool {
    matches!(scan.before(from), "\"" | "“")
}

/// The class that a noun behind a name gives it.
fn nouns_behind(scan: &Scan, from: usize, to: usize) -> Option<(Class, &'static str)> {
    if is_people(scan, from, to) {
        return Some((Class::Group, "name.group-noun"));
    }
    // "the Zorvia refugee camp"
    if matches!(scan.form(to), "refugee" | "displacement" | "detention" | "internment" | "transit")
        && matches!(scan.form(to + 1), "camp" | "camps")
    {
        return Some((Class::Place, "name.place-noun"));
    }
    // "the local Zorva newspaper Green Sun": the place where the paper named behind it is
    if scan.before(from) == "local" && is_noun(scan, "body-noun", to) && scan.is_name_word(to + 1) {
        return Some((Class::Place, "name.place-noun"));
    }
    let owns = matches!(scan.word(to), "'s" | "'");
    // "the Ganjam and Puri districts"
    let next_to = if scan.form(to) == "and" && scan.is_name_word(to + 1) { to + 2 } else { to };
    if !owns && (is_noun(scan, "place-noun", to) || is_noun(scan, "places-noun", next_to)) {
        return Some((Class::Place, "name.place-noun"));
    }
    let airs = matches!(scan.word(to), "radio" | "television") && !scan.is("body-part", to + 1);
    // "World leaders" lead no body: the first word of a sentence may be any word.
    let lone = !owns && from + 1 == to && scan.listed(from).next().is_none();
    let any = lone && scan.begins(from) && scan.is("common", from);
    // "Acme's power division": people have divisions of nothing.
    let division = owns
        && scan.upos(to + 1) == Some(Upos::Noun)
        && matches!(scan.word(to + 2), "division" | "subsidiary" | "unit" | "business")
        && !scan.is_capital(to + 1);
    // "Acme's operations manager", "Acme's finance director"
    let staff = owns
        && scan.upos(to + 1) == Some(Upos::Noun)
        && (is_noun(scan, "body-part", to + 2) || scan.word(to + 2) == "manager")
        && !scan.is_capital(to + 1);
    let part = (division || staff || is_noun(scan, "body-part", to + usize::from(owns))) && !any;
    let body = !owns && (airs || is_noun(scan, "body-noun", noun_behind(scan, from, to))) || part;
    body.then_some((Class::Organisation, "name.body-noun"))
}

/// Where the noun for a body stands behind its name, over what may come between.
fn noun_behind(scan: &Scan, from: usize, to: usize) -> usize {
    // “El Mundo” daily
    let behind = to + usize::from(is_quoted(scan, from) && matches!(scan.form(to), "\"" | "”"));
    // "Ata-Meken (Fatherland) party"
    let behind = if scan.form(to) == "(" && scan.form(to + 2) == ")" { to + 3 } else { behind };
    // "El Faro news agency"
    let behind = behind + usize::from(matches!(scan.word(behind), "news" | "press" | "television" | "radio" | "media"));
    // "Zorvia government daily"
    let owner = matches!(scan.word(behind), "government" | "state" | "party" | "opposition" | "business" | "financial");
    if owner && is_noun(scan, "body-noun", behind + 1) {
        return behind + 1;
    }
    // "the Zorva freedom of speech watchdog", "the Zorva non-governmental organization"
    const FAR: usize = 5;
    let says = |at: &usize| {
        let small = scan.form(*at).starts_with(char::is_lowercase);
        small && (matches!(scan.upos(*at), Some(Upos::Adj | Upos::Noun)) || matches!(scan.form(*at), "of" | "non"))
            || scan.folded.get(*at).is_some_and(String::is_empty) && scan.form(*at) == "-"
    };
    let works = |at: usize| {
        matches!(scan.form(at), "rights" | "speech" | "law" | "information" | "governmental" | "profit" | "aid")
    };
    let noun = (behind..behind + FAR).take_while(says).find(|&at| at > behind && is_noun(scan, "body-noun", at));
    noun.filter(|&noun| scan.before(from) == "the" && works(noun - 1)).unwrap_or(behind)
}

/// Whether the nouns beside a name say that it is a people's: "Zorva indigenous people", "the minority Zorvas".
fn is_people(scan: &Scan, from: usize, to: usize) -> bool {
    // "ruled by the ethnic majority Hans"
    let numbered = matches!(scan.before(from), "minority" | "majority" | "ethnic" | "indigenous");
    if numbered && scan.form(to - 1).ends_with('s') && scan.upos(to) != Some(Upos::Noun) && !scan.is_name_word(to) {
        return true;
    }
    if matches!(scan.form(to), "indigenous" | "ethnic" | "tribal" | "native") {
        let nouns = ["people", "peoples", "group", "groups", "community", "communities", "minority", "leaders"];
        return nouns.contains(&scan.form(to + 1));
    }
    matches!(scan.form(to), "tribe" | "tribes" | "tribesmen" | "clan" | "clans")
        || matches!(scan.form(to), "people" | "peoples") && scan.before(from) == "the"
}

/// Whether a noun for a body only says what somebody leads or is with: "the speaker of parliament", "a source close to the
/// party".
fn is_led(scan: &Scan, noun: usize) -> bool {
    let phrase = |at: &usize| matches!(scan.upos(*at), Some(Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn));
    let first = (0..noun).rev().take_while(phrase).last().unwrap_or(noun);
    let Some(preposition) = first.checked_sub(1) else { return false };
    matches!(scan.word(preposition), "of" | "for" | "at" | "in" | "to" | "with")
        && (scan.title_before(preposition).or_else(|| scan.title_before(noun + 1)).is_some()
            || scan.before(preposition) == "close")
}

/// Whether a name stands in a list of bodies that a plural noun before a comma announces: "two charities, X and Y,".
fn is_listed_body(scan: &Scan, from: usize, to: usize) -> bool {
    const FAR: usize = 12;
    if !matches!(scan.form(to), "," | "and" | "&") {
        return false;
    }
    let plural = |at: usize| {
        let word = scan.word(at);
        let singular = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
        let singular = singular.or_else(|| word.strip_suffix('s').map(str::to_owned)).unwrap_or_default();
        scan.gazetteer.is("body-noun", &singular)
    };
    let listed = |at: &usize| scan.is_capital(*at) || matches!(scan.form(*at), "," | "and" | "&" | "of" | "for");
    // "The leaders of the Moon and Dawn parties, Jane Doe and Juan Roe": persons
    let persons = |noun: usize| {
        let phrase = |at: &usize| !matches!(scan.upos(*at), Some(Upos::Adp | Upos::Verb | Upos::Aux | Upos::Punct));
        let first = (0..noun).rev().take_while(phrase).last().unwrap_or(noun);
        first > 1 && scan.word(first - 1) == "of" && scan.xpos(first - 2) == Some(Xpos::Nns)
    };
    let announced = |at: usize| at > 0 && scan.form(at) == "," && plural(at - 1) && !persons(at - 1);
    (from.saturating_sub(FAR)..from).rev().take_while(listed).any(announced)
}

/// What an apposition behind a name says that it is: "X, a human rights organization,", "X, a city in Y".
pub(in crate::mention) fn apposed(scan: &Scan, to: usize) -> Option<Class> {
    if scan.form(to) != "," || !matches!(scan.word(to + 1), "a" | "an" | "the") {
        return None;
    }
    let modifies = |at: &usize| {
        matches!(scan.upos(*at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adv)) || scan.folded[*at].is_empty()
    };
    let head = (to + 2..scan.len()).take_while(modifies).last()?;
    match head {
        head if scan.is("body-noun", head) => Some(Class::Organisation),
        head if scan.is("place-noun", head) => Some(Class::Place),
        _ => None,
    }
}

/// Whether a name does or has what people do and have: it speaks, is so many years old, is followed by "who".
pub(in crate::mention) fn is_persons(scan: &Scan, from: usize, to: usize) -> bool {
    let after = to + usize::from(scan.form(to) == ",");
    scan.is("speech-verb", to)
        || scan.is("person-verb", to)
        || matches!(scan.word(to), "himself" | "herself")
        || from > 0 && scan.is("speech-verb", from - 1) && speech_before(scan, from)
        || scan.upos(to) == Some(Upos::Adv) && scan.is("speech-verb", to + 1)
        || matches!(scan.word(to), "has" | "had" | "was") && scan.is("person-verb", to + 1)
        || scan.word(after) == "who"
        || is_aged(scan, to)
}

/// "…," said Brandt; not "he told Reuters", which may be a body.
fn speech_before(scan: &Scan, from: usize) -> bool {
    let subject = from.checked_sub(2).and_then(|at| scan.upos(at));
    !matches!(subject, Some(Upos::Pron | Upos::Propn | Upos::Noun)) && !scan.word(from - 1).starts_with("tell")
}

/// "Jane Doe, 45," tells a person.
pub(in crate::mention) fn is_aged(scan: &Scan, to: usize) -> bool {
    let age = scan.form(to + 1);
    scan.form(to) == "," && age.len() == 2 && age.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a lone name is the subject of a finite verb right behind it.
pub(in crate::mention) fn acts(scan: &Scan, to: usize) -> bool {
    let finite = |at: usize| {
        matches!(scan.upos(at), Some(Upos::Verb | Upos::Aux))
            && matches!(scan.xpos(at), Some(Xpos::Vbd | Xpos::Vbz | Xpos::Md))
    };
    finite(to) || scan.upos(to) == Some(Upos::Adv) && finite(to + 1)
}

/// Whether a listed place or state follows the comma behind a name: "Plano, Texas".
pub(in crate::mention) fn lies_in(scan: &Scan, to: usize) -> bool {
    let land = |class: Class| matches!(class, Class::Government | Class::Place);
    scan.form(to) == ","
        && scan.listed(to + 1).any(|hit| hit.form != Listed::Demonym && land(scan.gazetteer.entry(hit.entry).class))
}

/// One capitalized word: an acronym is a body, a word after "in" a place; else what the words around it say.
pub(in crate::mention) fn single(scan: &Scan, at: usize) -> Option<Found> {
    let proper = scan.upos(at) == Some(Upos::Propn) || scan.may_be_name(at);
    if is_acronym(scan, at) && scan.capitals_tell && proper {
        let after_number = at > 0 && scan.form(at - 1).chars().any(|c| c.is_ascii_digit());
        return if after_number { None } else { make(at, Class::Organisation, "name.acronym") };
    }
    let institution = is_institution(scan, at) || scan.is("lone-body", at) && !scan.begins(at) && proper;
    if institution && !modifies(scan, at) && scan.capitals_tell && !matches!(scan.form(at + 1), "of" | "-") {
        return make(at, Class::Organisation, "name.lone-body");
    }
    if !proper || is_no_name(scan, at) || !scan.capitals_tell || scan.is_compound(at) || scan.is_demonym(at) {
        return None;
    }
    if let Some((class, rule)) = nouns(scan, at, at + 1) {
        return make(at, class, rule);
    }
    if scan.title_at(at).is_some_and(|(_, kind)| kind != TitleKind::Honorific) {
        return None;
    }
    if is_brand(scan.form(at)) {
        return make(at, Class::Organisation, "name.brand");
    }
    by_place(scan, at)
}

fn make(at: usize, class: Class, rule: &'static str) -> Option<Found> {
    Some(Found { from: at, to: at + 1, class, form: Form::Name, entry: None, part_of: None, rule, rank: 1 })
}

/// Whether a lone word in capitals names nobody for what it is: too short, a kind of body or thing, an idea, a direction.
fn is_no_name(scan: &Scan, at: usize) -> bool {
    let form = scan.form(at);
    let letters = form.chars().count();
    // "Zionism"; "the North" of a country or a continent
    letters < 3
        || scan.is("organisation-head", at)
        || scan.is("thing-head", at)
        || scan.gazetteer.is("not-an-acronym", form)
        || scan.is("side", at)
        || letters > 5 && form.ends_with("ism")
}

/// What a lone word names by where it stands and what it does.
fn by_place(scan: &Scan, at: usize) -> Option<Found> {
    let common = scan.is("common", at);
    // "told the Government that", "the Cabinet said": a common word with an article is nobody's name.
    let noun = scan.is("state-whole", at) || common && scan.before(at) == "the";
    // "in Zorva and Tombo": the second of two places, before no verb of one subject
    let second = scan.before(at) == "and"
        && at > 2
        && scan.is_name_word(at - 2)
        && scan.is("place-preposition", at - 3)
        && !scan.is_given_name(at - 2)
        && scan.listed(at - 2).all(|hit| scan.gazetteer.entry(hit.entry).class == Class::Place);
    let sole = is_persons(scan, at, at + 1) || scan.xpos(at + 1) == Some(Xpos::Vbz) || scan.word(at + 1) == "was";
    if second && !sole && !common && !modifies(scan, at) && scan.word(at + 1) != "'s" {
        return make(at, Class::Place, "name.in-place");
    }
    // "Governor of Rivers"
    if scan.before(at) == "of" && at > 1 && matches!(scan.word(at - 2), "governor" | "premier" | "mayor") {
        return make(at, Class::Place, "name.in-place");
    }
    let inside = scan.is("place-preposition", at.wrapping_sub(1)) && !matches!(scan.word(at + 1), "'s" | "'");
    let opening_word = common && scan.begins(at);
    if !(inside || noun || opening_word) && is_persons(scan, at, at + 1) {
        return make(at, Class::Person, "name.acts");
    }
    let modifies = modifies(scan, at);
    if scan.is_given_name(at) && !modifies && !common {
        return make(at, Class::Person, "name.given-alone");
    }
    if inside || lies_in(scan, at + 1) && matches!(scan.before(at), "of" | "to" | "for") {
        return if modifies { None } else { make(at, Class::Place, "name.in-place") };
    }
    if common || modifies {
        return None;
    }
    if scan.is("place-verb", at.wrapping_sub(1)) {
        return make(at, Class::Place, "name.place-verb");
    }
    if scan.is("surname", at) {
        return make(at, Class::Official, "name.known-surname");
    }
    if is_subject(scan, at) { make(at, Class::Person, "name.subject") } else { None }
}

/// Whether a lone name without "the" does, owns or tells something.
fn is_subject(scan: &Scan, at: usize) -> bool {
    let possessive = scan.word(at + 1) == "'s" || scan.word(at + 1) == "'" && scan.form(at).ends_with('s');
    let owns = possessive && matches!(scan.upos(at + 2), Some(Upos::Noun | Upos::Adj));
    let told = scan.before(at) == "to" && at > 1 && scan.word(at - 2) == "according";
    (acts(scan, at + 1) || owns || told) && scan.before(at) != "the"
}

/// "Parliament urged Ghana to act": a body that needs no article begins the sentence, and is no noun before another.
pub(in crate::mention) fn is_institution(scan: &Scan, at: usize) -> bool {
    scan.is("lone-body", at)
        && scan.begins(at)
        && scan.capitals_tell
        && matches!(scan.upos(at), Some(Upos::Propn | Upos::Noun))
        && !matches!(scan.xpos(at), Some(Xpos::Nns | Xpos::Nnps))
        && (acts(scan, at + 1) || scan.word(at + 1) == "'s" && scan.is_capital(at + 2))
}

/// A capital inside a word is a maker's ("SaskTel"), where no prefix of surnames explains it ("McBride").
fn is_brand(form: &str) -> bool {
    const PREFIXES: [&str; 12] = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "O'", "O’"];
    let mut letters = form.chars();
    letters.next().is_some_and(char::is_uppercase)
        && form.chars().all(char::is_alphanumeric)
        && form.chars().skip(1).any(char::is_uppercase)
        && form.chars().any(char::is_lowercase)
        && !PREFIXES
            .iter()
            .any(|prefix| form.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

fn modifies(scan: &Scan, at: usize) -> bool {
    matches!(scan.upos(at + 1), Some(Upos::Noun | Upos::Propn))
}

/// Two to six capitals, with a digit inside at most: "IMU", "M5S".
pub(in crate::mention) fn is_acronym(scan: &Scan, at: usize) -> bool {
    let form = scan.form(at);
    let inner = form.chars().count() > 2 && form.ends_with(char::is_uppercase) && form.starts_with(char::is_uppercase);
    (2..=6).contains(&form.chars().count())
        && form.chars().all(|c| c.is_uppercase() || c == '&' || inner && c.is_ascii_digit())
        && !scan.is("name-suffix", at)
        && !scan.gazetteer.is("not-an-acronym", form)
}
