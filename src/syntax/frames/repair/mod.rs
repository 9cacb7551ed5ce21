//! Mends arcs where the parser is known to err, before frames are read from them.
//!
//! In: the arcs of a sentence. Out: the same arcs, some moved, some tags corrected. `listing` joins lists of names,
//! `headline` finds the verb of a sentence without one, `adjectival` verbs that look like adjectives, `subject` who does what,
//! with `fronted` what opens a sentence, `attachment` moves coordinated clauses and `relative` relative clauses to where they
//! belong, `nominal` noun phrases and what commas hold beside them, `complement` what verbs take, with `naming` small clauses
//! and with `clausal` infinitives and gerunds, `content` clauses with "that", `speech` finds speech clauses and gives them
//! speakers and contents. Each repair is one pattern of English, none a sentence. Order matters: verbs first, speech last.

mod adjectival;
mod attachment;
mod clausal;
mod complement;
mod content;
mod fronted;
mod headline;
mod listing;
mod naming;
mod nominal;
mod relative;
mod speech;
mod subject;

use super::arcs::Arcs;

/// Mends all that is known.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    for token in arcs.tokens() {
        clausal::had_noun(arcs, token);
    }
    listing::mend(arcs);
    headline::mend(arcs);
    adjectival::mend(arcs);
    nominal::apposed::mend(arcs);
    attachment::mend(arcs);
    complement::mend(arcs);
    content::mend(arcs);
    speech::mend(arcs);
}
