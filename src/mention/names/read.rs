//! What a run of name words names.
//!
//! In: a run of capitals. Out: a candidate, if anything speaks for one. Its own words are asked first (a head noun at its end,
//! a title before it, a given name at its beginning), then the words around it, and capitals alone last, which make a person
//! of what is no thing. What the words around a name tell is read by [`evidence`].

use super::evidence;
use super::instruments::ENACTED;
use super::run::acronyms_wing;
use super::titles::skip_titles;
use crate::gazetteer::{Class, Form as Listed, Hit};
use crate::mention::Form;
use crate::mention::scan::{Found, Scan};
use crate::syntax::{Upos, Xpos};

/// A run of name words behind its titles.
struct Run<'a> {
    scan: &'a Scan<'a>,
    from: usize,
    to: usize,
    /// What the nouns beside it say that it names.
    told: Option<(Class, &'static str)>,
    /// Whether it begins with a given name that is not a body's first word.
    given: bool,
}

/// What a run of name words names, if anything speaks for it.
pub(super) fn read(scan: &Scan, from: usize, to: usize) -> Option<Found> {
    let from = skip_titles(scan, from, to);
    if from >= to {
        return None;
    }
    let run = Run::new(scan, from, to);
    if let Some(found) = run.by_last_word() {
        return Some(found);
    }
    // "NRA Members said": an acronym before a common noun in capitals.
    if run.length() > 1 && evidence::is_acronym(scan, from) && (from + 1..to).all(|at| scan.is("common", at)) {
        return evidence::single(scan, from);
    }
    if let Some(found) = run.by_title_or_given_name() {
        return Some(found);
    }
    if run.is_seat() {
        return Some(run.make(Class::Place, "name.seat", 2));
    }
    if run.length() == 1 {
        return evidence::single(scan, from);
    }
    // "Forget Brandt": what somebody quoted says to do
    let verb = from > 0 && scan.begins(from) && scan.is("common", from);
    if run.length() == 2 && verb && scan.upos(to) != Some(Upos::Propn) {
        return evidence::single(scan, from + 1);
    }
    run.by_direction()
        .or_else(|| run.in_place())
        .or_else(|| run.by_first_word())
        .or_else(|| run.by_nouns_beside())
        .or_else(|| run.by_capitals())
}

impl<'a> Run<'a> {
    fn new(scan: &'a Scan<'a>, from: usize, to: usize) -> Self {
        // "the television station Red Uno", "El Faro news agency"
        let told = evidence::nouns(scan, from, to);
        let outlet = matches!(scan.word(to), "news" | "television" | "radio");
        let article = scan.is("name-particle", from);
        let bodys = to - from > 1
            && (scan.is("common", from) || outlet || article)
            && told.is_some_and(|(class, _)| class == Class::Organisation);
        // "the Francis Inquiry"
        let inquiry = to - from == 2 && scan.word(to - 1) == "inquiry" && scan.before(from) == "the";
        let given = scan.is_given_name(from) && !bodys && !inquiry;
        Self { scan, from, to, told, given }
    }

    fn length(&self) -> usize {
        self.to - self.from
    }

    fn make(&self, class: Class, rule: &'static str, rank: u8) -> Found {
        Found { from: self.from, to: self.to, class, form: Form::Name, entry: None, part_of: None, rule, rank }
    }

    /// A place, a law, a report or the wing of a party, by the run's last word or the noun behind it.
    fn by_last_word(&self) -> Option<Found> {
        let Self { scan, from, to, given, .. } = *self;
        let (length, last) = (self.length(), scan.word(to - 1));
        // "Rebecca Hall said": a place does not speak.
        let speaks = given && evidence::is_persons(scan, from, to);
        if scan.gazetteer.is("place-head", last) && length > 1 && !speaks {
            let autonomous = length > 2 && scan.word(to - 2) == "autonomous";
            // "the Eastern Province"
            let side = length == 2 && scan.is("side", from);
            let kept = autonomous
                || side
                || scan.gazetteer.is("place-kept", last)
                || (from..to).any(|at| scan.is("facility", at));
            let place = self.make(Class::Place, "name.place", 2);
            return Some(Found { to: if kept { to } else { to - 1 }, ..place });
        }
        // "Zorva de Roe airport"
        let built = scan.is("facility", to) && !scan.is_capital(to);
        if given && length > 1 && built {
            return Some(self.make(Class::Place, "name.place-noun", 4));
        }
        if let Some(jail) = self.jail() {
            return Some(jail);
        }
        if ENACTED.contains(&last.trim_end_matches('s')) && last != "deal" && length > 1 {
            return Some(self.make(Class::Instrument, "name.instrument", 3));
        }
        // "the Zorva Review", which somebody of that name wrote; not "the National Review"
        let review = last == "review" && length == 2 && scan.before(from) == "the";
        if review && scan.capitals_tell && !scan.is("common", from) && !scan.is("organisation-head", from) {
            return Some(self.make(Class::Report, "name.report", 4));
        }
        // "Zorva Cables" may be a company.
        let paper =
            matches!(last, "report" | "papers" | "files" | "leaks") || last == "cables" && scan.before(from) == "the";
        if paper && length > 1 && scan.capitals_tell {
            return Some(self.make(Class::Report, "name.report", 3));
        }
        // "PML-N", "CPN-UML"
        let wing = length == 3 && acronyms_wing(scan, from, to - 1);
        wing.then(|| self.make(Class::Organisation, "name.acronym", 3))
    }

    /// "In Zorva prison", and no "Zorva prison terms".
    fn jail(&self) -> Option<Found> {
        let Self { scan, from, to, .. } = *self;
        let jail = matches!(scan.form(to), "prison" | "jail") && self.length() < 3 && scan.capitals_tell;
        let modifies = matches!(scan.upos(to + 1), Some(Upos::Noun | Upos::Propn));
        let plain = scan.is_demonym(from) || (from..to).any(|at| scan.is("common", at));
        let place = self.make(Class::Place, "name.place-noun", 4);
        (jail && !modifies && !plain && scan.title_before(from).is_none()).then_some(Found { to: to + 1, ..place })
    }

    /// A person with a title before the name or a given name in it, or a body with a particle of bodies.
    fn by_title_or_given_name(&self) -> Option<Found> {
        let Self { scan, from, to, given, .. } = *self;
        if (from..to).any(|at| scan.is("body-particle", at)) {
            return Some(self.make(Class::Organisation, "name.body", 3));
        }
        // "Ahmed Nasser Al Mohammad Al Sabah": particles of a name, and brackets in it, count for nothing.
        let counts = |at: &usize| !scan.is("name-particle", *at) && !matches!(scan.form(*at), "(" | ")");
        let length = (from..to).filter(counts).count();
        // "Kenyan Minister Resigns": a headline's verb
        let listed =
            |stem: &str| ["", "ed", "d"].iter().any(|end| scan.gazetteer.is("common", &format!("{stem}{end}")));
        let stem = scan.word(from).strip_suffix('s').is_some_and(listed);
        let verb =
            stem || scan.is("common", from) && ["ed", "s", "ing"].iter().any(|end| scan.word(from).ends_with(end));
        if length == 1 && !scan.capitals_tell && verb {
            return None;
        }
        if self.is_titled() && length <= 5 {
            return Some(self.make(Class::Person, "name.title", 4));
        }
        (given && (2..=5).contains(&length)).then(|| self.make(Class::Person, "name.given", 4))
    }

    /// Whether a person's title stands before the run.
    fn is_titled(&self) -> bool {
        let Self { scan, from, to, .. } = *self;
        // "leader of the opposition Green party"
        let noun = if scan.form(to) == "(" && scan.form(to + 2) == ")" { to + 3 } else { to };
        let party = scan.is("body-noun", noun) && !scan.is_capital(noun);
        // "leader of the opposition Green Party", "Advocates sans Frontières"
        let kind = self.is_body();
        // "the major Santa Zorva mine"
        let size = scan.before(from) == "major" && from > 1 && matches!(scan.before(from - 1), "the" | "a" | "an");
        !party && !kind && !size && scan.office_before(from).is_some()
    }

    /// "the MP for West Clare": whether it is what a member's seat is called by.
    fn is_seat(&self) -> bool {
        let seat = self.from.checked_sub(2).filter(|&at| self.scan.form(at + 1) == "for");
        seat.is_some_and(|at| matches!(self.scan.word(at), "councillor" | "mla" | "mp" | "msp" | "mps" | "senator"))
            && !self.is_body()
            && self.told.is_none()
    }

    /// Whether the run ends with a noun for a body, and begins with no given name.
    fn is_body(&self) -> bool {
        self.length() > 1 && self.scan.is("organisation-head", self.to - 1) && !self.given
    }

    /// Whether it is common words of a headline: "Involvement in Cyber Attack".
    fn is_headline(&self) -> bool {
        !self.scan.capitals_tell && (self.from..self.to).all(|at| self.scan.is("common", at))
    }

    /// What stands behind "in" or "from", unless it is a headline's common words ("Involvement in Cyber Attack") or a body.
    fn in_place(&self) -> Option<Found> {
        let place = self.scan.is("place-preposition", self.from.wrapping_sub(1)) && self.length() <= 3;
        let body = self.told.is_some_and(|(class, _)| class == Class::Organisation);
        (place && !body && !self.is_headline()).then(|| self.make(Class::Place, "name.in-place", 1))
    }

    /// "in North Zorva", "Togo's Upper Zorva", "North Zorva province": part of a land, where the words around it say so.
    fn by_direction(&self) -> Option<Found> {
        let Self { scan, from, to, .. } = *self;
        let plain = (from + 1..to).all(|at| scan.is("common", at) || scan.is_demonym(at));
        let place = scan.is("side", from) && self.length() == 2 && !plain && !self.is_body() && scan.capitals_tell;
        let told = self.told.is_none_or(|(class, _)| class == Class::Place);
        let owned = matches!(scan.before(from), "'s" | "'" | "of" | "to" | "into" | "across" | "from");
        let inside = owned || scan.is("place-preposition", from.wrapping_sub(1)) || scan.is("place-noun", to);
        (place && told && inside && !is_thing(scan, from, to) && !evidence::is_aged(scan, to))
            .then(|| self.make(Class::Place, "name.direction", 2))
    }

    /// A body whose kind stands first: "Bank Sepah".
    fn by_first_word(&self) -> Option<Found> {
        let Self { scan, from, .. } = *self;
        let bank = scan.word(from) == "bank" && (!scan.begins(from) || scan.upos(from) == Some(Upos::Propn));
        let foreign = scan.is("foreign-head", from) && !scan.is("common", from);
        (bank || foreign).then(|| self.make(Class::Organisation, "name.body", 3))
    }

    fn by_nouns_beside(&self) -> Option<Found> {
        let (class, rule) = self.told.filter(|_| !self.scan.is_demonym(self.to - 1) && !self.is_regions())?;
        Some(self.make(class, rule, 2))
    }

    /// "Southeast Asian": whether the run is the adjective of a listed region.
    fn is_regions(&self) -> bool {
        let (mut words, mut ends) = (Vec::new(), Vec::new());
        self.scan.words_from(self.from, self.length(), &mut words, &mut ends);
        let (length, hits) = self.scan.gazetteer.longest(&words).unwrap_or_default();
        length > 0 && length == words.len() && hits.iter().all(|hit| hit.form == Listed::Demonym)
    }

    /// A person, for want of anything else that it could be.
    fn by_capitals(&self) -> Option<Found> {
        let Self { scan, from, to, .. } = *self;
        // "Atlantic Ridge Metal", "the Boston Marathon Bombing": what goes on behind a place's name is nobody's.
        if self.is_behind_place() {
            return None;
        }
        let tells = evidence::is_persons(scan, from, to) || scan.form(to) == ",";
        // "responsible for Tribal Affairs and Trade"
        let field = scan.is("ministry-field", to - 1) && matches!(scan.before(from), "of" | "for" | "on");
        let person = self.length() <= 4
            && !field
            && !self.is_body()
            && !self.is_compound()
            && self.is_spelt_as_persons()
            && !scan.is_demonym(to - 1)
            && !is_thing(scan, from, to)
            && (tells || !(from..to).all(|at| scan.is("common", at) || scan.folded[at].is_empty()))
            && (scan.capitals_tell || tells && !self.is_headline())
            && scan.before(from) != "the";
        person.then(|| self.make(Class::Person, "name.capitals", 1))
    }

    /// Whether the name of a listed place stands right before the run, and not where somebody is: "in Gaza Jane Doe said".
    fn is_behind_place(&self) -> bool {
        let Self { scan, from, to, .. } = *self;
        let place = |at: usize| {
            let named = |hit: &Hit| hit.form == Listed::Name && scan.gazetteer.entry(hit.entry).class == Class::Place;
            let inside = scan.is("place-preposition", at.wrapping_sub(1));
            scan.is_capital(at) && !inside && scan.listed(at).any(named) && scan.listed(at).all(named)
        };
        let apart = scan.title_before(from).is_none() && scan.title_at(from).is_none() && !evidence::is_aged(scan, to);
        from.checked_sub(1).is_some_and(|at| place(at) && !scan.begins(at))
            && apart
            && scan.capitals_tell
            && !self.given
    }

    /// "endorses the Zorva Chechnya plan": a place before a noun is no surname.
    fn is_compound(&self) -> bool {
        let Self { scan, to, .. } = *self;
        let land = |class: Class| matches!(class, Class::Place | Class::Government);
        scan.upos(to) == Some(Upos::Noun) && scan.listed(to - 1).any(|hit| land(scan.gazetteer.entry(hit.entry).class))
    }

    /// Whether capitals inside a word stand only behind a mark, as in "O'Neill".
    fn is_spelt_as_persons(&self) -> bool {
        (self.from..self.to).all(|at| {
            let form = self.scan.form(at);
            form.chars().skip(1).all(|c| !c.is_uppercase()) || form.contains(['\'', '’', '.'])
        })
    }
}

/// Whether a run's words are no person's: a demonym before them, a plural, a thing's head noun or kind.
pub(super) fn is_thing(scan: &Scan, from: usize, to: usize) -> bool {
    let small_thing = |at: usize| matches!(scan.form(at), "prize" | "award" | "project" | "pipeline" | "summit");
    scan.is_demonym(from)
        || scan.xpos(to - 1) == Some(Xpos::Nnps)
        // "European Commissioners"
        || scan.word(to - 1).strip_suffix('s').is_some_and(|one| scan.gazetteer.title(&[one.to_string()]).is_some())
        || scan.is("thing-head", to - 1)
        // "the Zorva Peace prize", "the Santa Zorva copper project"
        || small_thing(to)
        || scan.upos(to) == Some(Upos::Noun) && small_thing(to + 1)
        || scan.is("event-noun", from)
        || scan.is("event-noun", from.wrapping_sub(1))
}
