//! Mends arcs where the parser is known to err, before frames are read from them.
//!
//! In: the arcs of a sentence. Out: the same arcs, some moved, some tags corrected. `headline` finds the verb of a
//! sentence without one, `subject` who does what, `attachment` moves coordinated clauses and `relative` relative clauses to where
//! they belong, `nominal` noun phrases, `complement` small clauses and, with `clausal`, infinitives and gerunds, `content` clauses
//! with "that", `saying` finds speech clauses by their place, `speech` gives them speakers and contents, `coordination` sorts
//! what goes on with them, `beside` what stands beside them. Each repair is one pattern of English, none a sentence. Order matters: verbs first, speech last.

mod attachment;
mod beside;
mod clausal;
mod complement;
mod content;
mod coordination;
mod headline;
mod nominal;
mod relative;
mod saying;
mod speech;
mod subject;

use super::arcs::Arcs;

/// Mends all that is known.
pub(super) fn mend(arcs: &mut Arcs<'_>) {
    headline::mend(arcs);
    attachment::mend(arcs);
    complement::mend(arcs);
    content::mend(arcs);
    beside::answers(arcs);
    saying::mend(arcs);
    speech::mend(arcs);
    beside::mend(arcs);
}
