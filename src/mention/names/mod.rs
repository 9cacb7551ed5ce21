//! Names that no list holds: persons by given name, title or context, bodies by their head noun, places by theirs.
//!
//! In: a scanned sentence, with the listed names in it. Out: candidates. `run` finds runs of capitals, `titles` what in them
//! is title and not name, `read` what they name; `bodies` and `instruments` find names by their head noun and join them over
//! "of", "for", "and". A run that nothing speaks for is no mention.

mod bodies;
pub(super) mod evidence;
mod forms;
mod instruments;
mod quoted;
mod read;
pub(super) mod run;
mod titles;

use super::scan::{Found, Scan};
use crate::gazetteer::Class;
use crate::mention::Form;
use read::read;
use run::{adjoins, run};
use titles::behind_seat;

/// Candidates from the form of words alone.
pub(super) fn find(scan: &Scan, listed: &[Found]) -> Vec<Found> {
    let mut found = Vec::new();
    found.extend(bodies::find(scan));
    found.extend(forms::find(scan));
    found.extend(instruments::find(scan));
    found.extend(quoted::find(scan));
    let unlisted = found.len();
    let mut at = 0;
    while at < scan.len() {
        let covered = listed.iter().find(|name| name.from <= at && at < name.to && name.class != Class::Group);
        if let Some(name) = covered {
            at = name.to;
            continue;
        }
        match run(scan, at, listed) {
            Some(to) => {
                found.extend(read(scan, at, to));
                // "MP for West Clare Jane Doe"
                if let Some(name) = behind_seat(scan, at, to) {
                    let (class, form, rule, rank) = (Class::Place, Form::Name, "name.in-place", 2);
                    found.push(Found { from: at, to: name, class, form, entry: None, part_of: None, rule, rank });
                }
                // "AMR CEO Jane Doe"
                if evidence::is_acronym(scan, at) && scan.title_at(at + 1).is_some() {
                    found.extend(evidence::single(scan, at));
                }
                at = to;
            }
            None => at += 1,
        }
    }
    for name in &mut found[unlisted..] {
        name.from = with_article(scan, name.from);
    }
    found
}

/// Where a name begins whose article is tied to it by a hyphen: "el-Masri", "Al-Haddad".
pub(super) fn with_article(scan: &Scan, from: usize) -> usize {
    let hyphen = |&at: &usize| at > 0 && scan.folded[at].is_empty() && adjoins(scan, at);
    let tied = from.checked_sub(1).filter(hyphen).map(|hyphen| hyphen - 1);
    let whole =
        |&at: &usize| scan.is("name-particle", at) && !at.checked_sub(1).is_some_and(|at| scan.folded[at].is_empty());
    tied.filter(whole).unwrap_or(from)
}
