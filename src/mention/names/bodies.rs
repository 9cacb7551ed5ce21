//! Bodies that no list holds, by their head noun: "Committee to Protect Journalists", "Ministry of Justice of Belarus".
//!
//! In: a scanned sentence. Out: candidates: capitalized words around a noun for a body, joined over "of", "for" and "and",
//! with the state that the name says the body is of.

use super::adjoins;
use crate::gazetteer::{Class, Form as Listed, Hit, TitleKind};
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::Upos;

/// Bodies: capitalized words around a head noun, over small words between them.
pub(super) fn find(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    for head in 0..scan.len() {
        // "the Kenyan Red Cross"
        let red = matches!(scan.word(head), "cross" | "crescent") && scan.before(head) == "red";
        // "the Road Traffic Safety Administration", and no "Zorva Administration" of a president
        let agency = scan.word(head) == "administration"
            && head > 1
            && scan.is("common", head - 1)
            && scan.is_capital(head - 1)
            && scan.is_capital(head - 2);
        if !scan.is_capital(head) || !(red || agency || is_slate(scan, head) || scan.is("organisation-head", head)) {
            continue;
        }
        // "the IRIN Weekly Round-up", "the Daily Graphic"
        let goes_on = matches!(scan.word(head), "daily" | "weekly") && scan.is_capital(head + 1);
        // "Security Council Press Statement"
        let paper = matches!(scan.word(head + 1), "briefing" | "conference" | "release" | "statement");
        let goes_on = goes_on || scan.word(head) == "press" && paper;
        if scan.is_work(head) || goes_on {
            continue;
        }
        // "member of Parliament"
        if scan.title_before(head + 1).is_some_and(|(from, _)| from < head) {
            continue;
        }
        let proper = matches!(scan.upos(head), Some(Upos::Propn | Upos::Noun));
        if !proper || !scan.capitals_tell && scan.upos(head) != Some(Upos::Propn) {
            continue;
        }
        let (from, to) = (start_of_body(scan, head), end_of_body(scan, head));
        // "Minister of Trade and Social Services Jane Doe": what an office is for.
        let field = || scan.office_before(to).is_some_and(|(start, _)| start < from);
        if to - from < 2 || from + 1 == to || is_prize(scan, to) || field() {
            continue;
        }
        // "Commission of Inquiry on Burundi" is no body of Burundi's, and "Forum on Latin America" none of America's.
        let about =
            |at: usize| (from..at).any(|word| matches!(scan.word(word), "on" | "for" | "against" | "to" | "with"));
        // "Zorvia Muslim League-Nawaz" is a party.
        let wing = to > head + 1 && scan.form(head + 1) == "-";
        let wing = wing || is_slate(scan, head);
        // "The Kenyan Centre for Peace" is no organ of Kenya's.
        let cause = matches!(scan.word(head), "center" | "centre" | "institute") && scan.word(head + 1) == "for";
        let part_of = (from..to).filter(|_| !wing && !cause).filter(|&at| !about(at)).find_map(|at| state_at(scan, at));
        found.push(Found {
            from,
            to,
            class: Class::Organisation,
            form: Form::Name,
            entry: None,
            part_of,
            rule: "name.body",
            rank: 3,
        });
    }
    found
}

/// "The Joint List", "the Kenyan List": a party that stood for election as a list, by a people's or land's name or a word of union.
fn is_slate(scan: &Scan, head: usize) -> bool {
    let Some(before) = head.checked_sub(1).filter(|_| scan.form(head) == "List" && scan.capitals_tell) else {
        return false;
    };
    let whose = |class: Class| matches!(class, Class::Group | Class::Place | Class::Government);
    let listed = || scan.listed(before).any(|hit| whose(scan.gazetteer.entry(hit.entry).class));
    let united = matches!(scan.form(before), "Joint" | "United" | "Unity" | "Common" | "Democratic" | "National");
    !scan.is_capital(head + 1) && (united || listed())
}

/// Whether a name goes on to that of a prize: "the Zorvia Press Freedom Award".
fn is_prize(scan: &Scan, to: usize) -> bool {
    let last = (to..scan.len()).take_while(|&at| scan.is_capital(at)).last();
    last.is_some_and(|last| matches!(scan.word(last), "award" | "awards" | "prize" | "prizes" | "medal"))
}

/// Whether a plural or singular noun for owners stands before a possessive: "Children's", "Teachers'".
fn owns(scan: &Scan, sign: usize) -> bool {
    sign > 0 && matches!(scan.word(sign), "'s" | "'") && scan.is_capital(sign - 1) && scan.is("owner-noun", sign - 1)
}

/// The state that a word names: Belarus in "Ministry of Justice of Belarus".
pub(super) fn state_at(scan: &Scan, at: usize) -> Option<crate::gazetteer::EntryId> {
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    scan.words_from(at, 6, &mut words, &mut ends);
    if words.is_empty() || scan.folded[at].is_empty() {
        return None;
    }
    let (_, hits) = scan.gazetteer.longest(&words)?;
    let hit = hits.iter().find(|hit| scan.gazetteer.entry(hit.entry).class == Class::Government)?;
    Some(hit.entry)
}

fn start_of_body(scan: &Scan, head: usize) -> usize {
    let mut from = head;
    while let Some(before) = from.checked_sub(1) {
        // "News" alone is a heading; in "French News Agency" it is a kind of body.
        // "the Safe Internet League": inside a name any capital belongs to it.
        let inner = scan.capitals_tell
            && before > 1
            && scan.is_capital(before - 1)
            && !scan.is("not-a-name", before - 1)
            && !scan.begins(before - 1)
            && scan.title_before(before).is_none();
        let name = !scan.is("not-a-name", before)
            || scan.is("organisation-head", before)
            || is_rights(scan, before)
            || inner && scan.is("common", before);
        // "Imam Zorva University" is named after him.
        let named_after = || matches!(scan.word(head), "university" | "mosque" | "academy") && !scan.begins(before);
        // "Free Scholar Who Accused Ministry"
        let clause = !scan.capitals_tell && matches!(scan.before(before), "who" | "that" | "which");
        let joins = scan.is_capital(before) && name && !clause && (!scan.begins_title(before) || named_after())
            || scan.folded[before].is_empty() && before > 0 && adjoins(scan, before)
            || owns(scan, before)
            // "Muhammad bin Zorva University"
            || before > 0 && named_after() && scan.is("name-particle", before) && scan.is_capital(before - 1)
            // "the New Patriotic Party", but not at a sentence's beginning.
            || scan.word(before) == "new"
                && scan.is_capital(before)
                && (scan.listed(before).next().is_some() || scan.capitals_tell && !scan.begins(before))
            // "the Third Committee"
            || from == head
                && matches!(scan.form(before), "First" | "Second" | "Third" | "Fourth")
                && scan.capitals_tell
                && !scan.begins(before)
            || matches!(scan.form(before), "and" | "for" | "&" | "of")
                && before > 0
                && scan.is_capital(before - 1)
                && scan.capitals_tell
                && !scan.is("not-a-name", before - 1)
                && scan.title_before(before).is_none_or(|(start, _)| {
                    start + 1 == before && scan.is("ministry-field", start)
                })
                // "the Ford Foundation and Acme International" are two.
                // In "the Media and Law Association" the first word names nothing.
                && !(matches!(scan.form(before), "and" | "&")
                    && scan.is("organisation-head", before - 1)
                    && before > 1
                    && scan.is_capital(before - 2)
                    && scan.word(before - 2) != "the")
                && !(scan.form(before) == "and" && are_two(scan, before, head))
                && scan.word(from) != "human"
                && from < head;
        if !joins {
            break;
        }
        from = before;
        // "Rode of New Meadow Party": nothing before it belongs to the name.
        if scan.word(from) == "new" && scan.listed(from).next().is_none() {
            break;
        }
    }
    while from < head && (scan.folded[from].is_empty() || matches!(scan.form(from), "and" | "for" | "of" | "&" | "The"))
    {
        from += 1;
    }
    // "All India Football Federation", "the All Progressives Party"
    let inside = |at: usize| scan.capitals_tell && !scan.begins(at);
    let all =
        from.checked_sub(1).filter(|&at| scan.form(at) == "All" && (inside(at) || scan.listed(from).next().is_some()));
    if let Some(all) = all {
        return all;
    }
    // "The pro-Kurdish Justice Party": whom a word with a hyphen is for or against is no part of the name.
    let side = |at: usize| matches!(scan.word(at), "pro" | "anti") && !scan.is_capital(at);
    if from > 1 && from + 1 < head && scan.folded[from - 1].is_empty() && side(from - 2) {
        return from + 1;
    }
    // "Senior Treasury officials": how high or how many they are is no part of the body's name.
    let rank = matches!(scan.word(from), "senior" | "top" | "former" | "several" | "some" | "many" | "other" | "most");
    from + usize::from(rank && from < head && scan.begins(from))
}

/// "Reuters and General Electric", "the U.S. and African Union": a listed body before "and" has no part in a name, nor has
/// anything before a whole listed name that ends with the head.
fn are_two(scan: &Scan, and: usize, head: usize) -> bool {
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    let class = |hit: &Hit| scan.gazetteer.entry(hit.entry).class;
    let mut whole = |from: usize, to: usize, classes: &[Class]| {
        scan.words_from(from, 6, &mut words, &mut ends);
        let listed = scan.gazetteer.longest(&words);
        listed.is_some_and(|(length, hits)| {
            ends.get(length - 1) == Some(&to) && hits.iter().any(|hit| classes.contains(&class(hit)))
        })
    };
    // "Science and Technology Committee" is none of the journal's.
    let fields = |at: usize| scan.is("common", at) || scan.is("ministry-field", at);
    let near = and.saturating_sub(4)..and;
    let body = near.clone().any(|from| !(from..and).all(fields) && whole(from, and, &[Class::Organisation]));
    // "Minister Jane Doe and Green Party", "Jane Doe and the Green Party": a person's name ends before it.
    let person = near.clone().any(|at| {
        let given = at + 1 < and && scan.is_given_name(at);
        given && (at..and).all(|word| scan.is_capital(word))
    });
    // "Zorva and National Assembly Speaker Jane Doe": before a name of common words with a title, one word that is no field.
    let plain = (and + 1..=head).all(|at| fields(at) || scan.is("organisation-head", at));
    let led = plain && and + 2 <= head && scan.title_at(head + 1).is_some();
    let idea = ["ity", "ion", "ment", "ance", "ence", "ship", "ure", "ics"]
        .iter()
        .any(|end| scan.word(and - 1).ends_with(end));
    let one = !idea && !fields(and - 1) && !scan.is("organisation-head", and - 1);
    let single =
        one && and.checked_sub(2).is_none_or(|at| !scan.is_capital(at) || scan.title_before(and - 1).is_some());
    // "the Moon and Green Dawn parties"
    let several = matches!(scan.word(head + 1), "parties" | "groups" | "newspapers" | "ministries" | "agencies");
    body || person
        || several
        || led && single
        || scan.listed(and - 1).next().is_some() && whole(and + 1, head + 1, &[Class::Organisation])
}

/// "Ministry of Justice of Belarus", "Council on Foreign Relations", "Committee to Protect Journalists".
fn end_of_body(scan: &Scan, head: usize) -> usize {
    let mut to = head + 1;
    // "Zorvia Muslim League-Nawaz (ZML-N)": the wing of a party
    let wing = scan.form(to) == "-" && to + 2 < scan.len() && adjoins(scan, to) && scan.is_capital(to + 1);
    if wing && scan.form(to + 2) == "(" {
        return to + 2;
    }
    // "Group 24", "Unit 731"
    let number = !scan.form(to).is_empty() && scan.form(to).bytes().all(|byte| byte.is_ascii_digit());
    let alone = !head.checked_sub(1).is_some_and(|before| scan.is_capital(before))
        && scan.form(to).len() < 4
        && !matches!(scan.upos(to + 1), Some(Upos::Noun | Upos::Propn));
    if number && alone && matches!(scan.word(head), "battalion" | "brigade" | "group" | "regiment" | "unit") {
        return to + 1;
    }
    loop {
        // "Ministry of Information, Publicity and Broadcasting Services"
        if let Some(end) = portfolios(scan, head, to) {
            to = end;
            continue;
        }
        // "the Trade Committee of the Senate's Inquiry Board", "the Third Committee of the UN General Assembly": whole names.
        if scan.form(to) == "of" && of_other(scan, head, to + 1) {
            return to;
        }
        // "Commission on Human Rights in Chad"
        let state = || state_at(scan, to + 1).is_some() && scan.is_capital(to + 1);
        let about = || (head + 1..to).any(|at| scan.form(at) == "on");
        if scan.form(to) == "in" && is_inquiry(scan, head) && about() && state() {
            let (mut words, mut ends) = (Vec::new(), Vec::new());
            scan.words_from(to + 1, 4, &mut words, &mut ends);
            return scan.gazetteer.longest(&words).map_or(to, |(length, _)| ends[length - 1]);
        }
        // "Velmora Coalition in Exile"
        if scan.form(to) == "in" && scan.form(to + 1) == "Exile" {
            return to + 2;
        }
        let Some(after) = goes_on(scan, head, to) else { return to };
        to = end_of_names(scan, after + 1);
    }
}

/// Whether a body's head is that of one set up to inquire into something somewhere.
fn is_inquiry(scan: &Scan, head: usize) -> bool {
    matches!(scan.word(head), "commission" | "committee" | "inquiry" | "panel" | "mission")
}

/// The capital with which a body's name goes on at a small word: "of Justice", "on Foreign Relations".
fn goes_on(scan: &Scan, head: usize, to: usize) -> Option<usize> {
    const ABOUT: [&str; 8] = ["commission", "committee", "conference", "council", "forum", "group", "inquiry", "panel"];
    let small = matches!(scan.form(to), "of" | "for" | "on" | "in" | "against" | "to" | "and" | "&");
    let after = if small && matches!(scan.form(to + 1), "the") { to + 2 } else { to + 1 };
    let and = scan.form(to) == "and";
    if !small || !is_named(scan, after) || !scan.capitals_tell {
        return None;
    }
    if and && (to <= head + 1 || scan.is("organisation-head", to - 1)) || scan.form(to) == "in" {
        return None;
    }
    // "the adoption by the Kenyan Parliament of the Law on Fishing"
    let law = scan.is("treaty-noun", after) && matches!(scan.form(after + 1), "on" | "of" | "for" | "against");
    let listed = || scan.listed(after).any(|hit| scan.gazetteer.entry(hit.entry).class == Class::Instrument);
    if scan.form(to + 1) == "the" && (law || listed()) {
        return None;
    }
    let person = || scan.is_given_name(after) || scan.title_at(after).is_some();
    if and && !scan.is("ministry-field", after) && person() {
        return None;
    }
    // "The Ministry of Defence and the Interior Ministry" are two.
    if and && after == to + 2 && (is_body(scan, after) || state_at(scan, after).is_some()) {
        return None;
    }
    // "The High Court against Uganda", "the World Bank on African debt": whom it is about is no part of the name.
    let told = || (head..to).any(|at| ABOUT.contains(&scan.word(at)));
    let about = scan.form(to) == "against" || scan.form(to) == "on" && !told();
    (!about || scan.listed(after).next().is_none()).then_some(after)
}

/// Whose rights a body's name tells of: "Human Rights", "Roma Rights", "Women's Rights".
fn is_rights(scan: &Scan, at: usize) -> bool {
    let whose = at.checked_sub(1).is_some_and(|whose| scan.is_capital(whose) || owns(scan, whose));
    scan.is_capital(at) && scan.word(at) == "rights" && whose
}

/// Whether a token is a word of a body's name: "Human Rights", "External Affairs".
fn is_named(scan: &Scan, at: usize) -> bool {
    let rights = || is_rights(scan, at);
    let field = || scan.is_capital(at + 1) && scan.is("ministry-field", at + 1);
    scan.is_capital(at) && (!scan.is("not-a-name", at) || rights() || field())
}

/// Where the words of a body's name that go on at a token end, owners among them.
fn end_of_names(scan: &Scan, mut to: usize) -> usize {
    // "the Commission of Inquiry Jane Doe"
    let fields = |at: usize| scan.is("common", at) || scan.is("ministry-field", at);
    let person = |at: usize| {
        scan.is_given_name(at) && scan.is_name_word(at + 1) && fields(at - 1) && !fields(at) && !fields(at + 1)
    };
    let named = |at: usize| {
        is_named(scan, at) && !is_title_of_next(scan, at) && scan.upos(at) != Some(Upos::Verb) && !person(at)
    };
    // "the Committee to Protect Kenya's Forests"
    let purpose = to > 1 && scan.form(to - 2) == "to";
    loop {
        let states = purpose && matches!(scan.word(to), "'s" | "'") && state_at(scan, to - 1).is_some();
        if (owns(scan, to) || states) && scan.is_capital(to + 1) {
            to += 2;
        } else if named(to) {
            to += 1;
        } else {
            return to;
        }
    }
}

/// "Law Society of Kenya Chairman Jane Doe": whether a title at a token is the one of who follows.
fn is_title_of_next(scan: &Scan, at: usize) -> bool {
    let office = scan.title_at(at).filter(|(_, kind)| *kind != TitleKind::Honorific);
    office.is_some_and(|(length, _)| {
        let name = at + length;
        let last = (name..scan.len()).take_while(|&at| scan.is_name_word(at)).last();
        let kinds = ["organisation-head", "ministry-field", "ministry-head"];
        let plain = |at: usize| !kinds.iter().any(|kind| scan.is(kind, at));
        last.is_some_and(|last| last > name && (name..=last).all(plain))
    })
}

/// Whether another body's name stands behind the "of" of one: a lone one that owns what follows, or a listed one of which a
/// committee is a part.
fn of_other(scan: &Scan, head: usize, from: usize) -> bool {
    let from = from + usize::from(scan.word(from) == "the");
    let owner = scan.is("lone-body", from) && scan.word(from + 1) == "'s" && scan.is_capital(from + 2);
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    scan.words_from(from, 6, &mut words, &mut ends);
    let part = matches!(scan.word(head), "committee" | "subcommittee" | "division" | "chamber" | "branch");
    let listed = |(_, hits): (usize, &[Hit])| {
        hits.iter().any(|hit| scan.gazetteer.entry(hit.entry).class == Class::Organisation)
    };
    owner || part && scan.gazetteer.longest(&words).is_some_and(listed)
}

/// Whether a body's name begins at a token: a listed one, or capitals up to a noun for one.
fn is_body(scan: &Scan, at: usize) -> bool {
    let listed = |hit: &Hit| hit.form == Listed::Seat || scan.gazetteer.entry(hit.entry).class == Class::Organisation;
    let head = |at: usize| ["organisation-head", "lone-body"].iter().any(|kind| scan.is(kind, at));
    scan.listed(at).any(listed) || (at..scan.len()).take_while(|&at| scan.is_capital(at)).any(head)
}

/// The end of a list of a ministry's fields that goes on at a comma: ", Publicity and Broadcasting Services".
fn portfolios(scan: &Scan, head: usize, to: usize) -> Option<usize> {
    // "the Joint Committee on Trade, Defence and Foreign Affairs"
    let committee =
        matches!(scan.word(head), "committee" | "commission" | "subcommittee") && scan.word(head + 1) == "on";
    let ministry = scan.is("ministry-head", head) && matches!(scan.word(head + 1), "of" | "for");
    // "the Institute for Peace, Justice and Trade"
    let fielded =
        matches!(scan.word(head), "center" | "centre" | "institute" | "council" | "forum" | "network" | "foundation");
    let committee = committee || fielded && matches!(scan.word(head + 1), "for" | "of" | "on");
    if !(ministry || committee) || scan.form(to) != "," {
        return None;
    }
    let name = |at: usize| is_named(scan, at);
    let and = (to + 1..(to + 6).min(scan.len())).find(|&at| scan.form(at) == "and")?;
    let listed = (to + 1..and).all(|at| name(at) || scan.form(at) == ",");
    let person = |at: usize| scan.is_given_name(at);
    if !listed || and == to + 1 || !name(and + 1) || person(to + 1) || person(and + 1) {
        return None;
    }
    // "the Commission on Human Rights, Amnesty International and Oxfam": each word between is a field.
    if committee
        && !(to + 1..and).all(|at| scan.form(at) == "," || scan.is("ministry-field", at) || scan.is("common", at))
    {
        return None;
    }
    (and + 1..=scan.len()).find(|&at| !name(at))
}
