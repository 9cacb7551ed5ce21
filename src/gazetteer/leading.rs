//! Which words of a title say that its holder leads a state or a body.
//!
//! In: words of titles, lower case. Out: yes or no. All who ask who leads ask here: the titles beside names, the descriptions
//! that stand for who holds them ("the NATO chief"), and the names of administrations. Which titles there are at all, and
//! which of them are offices, stands in `offices.csv`.

use super::Gazetteer;

/// Whether a noun means whoever leads a body, whatever the office is called: "the Acme chief".
pub fn is_leader(noun: &str) -> bool {
    matches!(noun, "leader" | "chief" | "head" | "boss" | "president")
}

/// Whether a noun means who leads a body only behind its name, and is no listed title: "NATO chief".
pub fn is_leader_behind_name(noun: &str) -> bool {
    matches!(noun, "chief" | "boss")
}

/// Whether a noun means those who govern a state: "the Obama administration", "Merkel's government".
pub fn governs(noun: &str) -> bool {
    matches!(noun, "administration" | "government" | "govt" | "regime")
}

/// Whether a word is a title of whoever chairs a body.
fn is_chair(word: &str) -> bool {
    matches!(word, "chairman" | "chairwoman" | "chairperson" | "chair")
}

/// Whether a body's full name is that of a party, a commission or a committee for a field of the state: who heads one holds an
/// office.
pub fn is_elected(name: &str, gazetteer: &Gazetteer) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    let field = words.iter().any(|word| gazetteer.is("ministry-field", word)) || words.contains(&"accounts");
    words.iter().any(|word| matches!(*word, "party" | "commission") || field && *word == "committee")
}

/// The last word of a name before "of", "for" and the like, in small letters.
pub fn head_word(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.take_while(|word| !matches!(word.as_str(), "of" | "for" | "to" | "against")).last().unwrap_or_default()
}

/// Whether a word ends the name of a body that is no state's: of a party or movement, or of a club or firm.
pub fn is_private_head(word: &str, gazetteer: &Gazetteer) -> bool {
    ["private-head", "civil-head"].iter().any(|kind| gazetteer.is(kind, word))
}

/// Whether an unlisted body's name is that of a club, a church, a firm or a trade union, whose president holds no public office.
pub fn is_civil(name: &str, gazetteer: &Gazetteer) -> bool {
    let head = head_word(name);
    let name = name.to_lowercase();
    let of_workers = || {
        name.split(|c: char| !c.is_alphanumeric()).any(|word| {
            matches!(word, "labour" | "labor" | "trade" | "trades")
                || gazetteer.is("owner-noun", word) && word.ends_with('s')
        })
    };
    gazetteer.is("civil-head", &head) || matches!(head.as_str(), "congress" | "union" | "unions") && of_workers()
}

/// Whether a body's name is that of a state's police, army or secret service, whose directors hold an office.
pub fn keeps_order(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    // "Arakan Liberation Army", "Salvation Army", "Prison Reform Trust"
    if has(&[
        "artificial",
        "federation",
        "free",
        "liberation",
        "reform",
        "republican",
        "resistance",
        "salvation",
        "trust",
        "union",
        "unit",
    ]) {
        return false;
    }
    has(&["army", "customs", "gendarmerie", "intelligence", "navy", "police", "prison", "prisons"])
        || has(&["border", "secret", "security"]) && has(&["agency", "guard", "service"])
}

/// Whether a word is a title or verb of whoever heads a body: "chair", "head", "leads".
pub fn heads(word: &str) -> bool {
    is_chair(word) || matches!(word, "head" | "heads" | "headed" | "leads" | "led" | "chairs" | "chaired")
}

/// Whether a title's head, beside one word more at most, is that of who leads a body: "Secretary-General", "executive director".
pub fn leads_body(head: &str, words: usize) -> bool {
    const LONGEST: usize = 2;
    is_leader(head) || words <= LONGEST && (is_chair(head) || matches!(head, "general" | "director"))
}

/// Whether a title is that of one who leads a state: no minister but the prime one.
pub fn is_head_of_state(head: &str, words: &[String]) -> bool {
    match head {
        "minister" => words.iter().any(|word| word == "prime"),
        _ => matches!(head, "president" | "premier" | "chancellor" | "king" | "leader" | "emir"),
    }
}

/// Whether a listed office is that of the head of a state or of its government.
pub(super) fn leads_state(office: &str) -> bool {
    let office = office.to_lowercase();
    // "President of the Privy Council"
    let bodys = ["council", "senate", "assembly", "court", "board", "bank", "commission"];
    if bodys.iter().any(|body| office.contains(body)) {
        return false;
    }
    matches!(office.as_str(), "president" | "chancellor" | "premier")
        || ["president of ", "prime minister", "premier of the "].iter().any(|head| office.starts_with(head))
}
