//! The lemma table: forms of the treebanks for which the suffix rules are wrong.

use std::collections::BTreeMap;

use super::Row;
use crate::syntax::lemma::by_rule;

/// Lines of form, tag, lemma, sorted; the commonest lemma of each form and tag, where the rules give another.
pub(super) fn exceptions<'a>(train: impl IntoIterator<Item = &'a Row>) -> String {
    let mut counts: BTreeMap<(String, crate::syntax::Xpos), BTreeMap<String, usize>> = BTreeMap::new();
    for row in train {
        let form = row.form.replace('’', "'");
        *counts.entry((form.to_lowercase(), row.xpos)).or_default().entry(row.lemma.clone()).or_default() += 1;
    }
    let mut lines = Vec::new();
    for ((form, tag), lemmas) in counts {
        // Parts of words that the treebanks give the whole word's lemma.
        if matches!(tag, crate::syntax::Xpos::Afx | crate::syntax::Xpos::Gw) {
            continue;
        }
        let Some((lemma, _)) = lemmas.into_iter().max_by_key(|(_, count)| *count) else { continue };
        if lemma != "_" && lemma != by_rule(&form, tag) && !is_only_case(&lemma, &form, tag) {
            lines.push(format!("{form}\t{tag}\t{lemma}"));
        }
    }
    lines.join("\n")
}

/// Proper names keep their case by rule; the table, which is keyed by lower case, can't know it.
fn is_only_case(lemma: &str, form: &str, tag: crate::syntax::Xpos) -> bool {
    matches!(tag, crate::syntax::Xpos::Nnp | crate::syntax::Xpos::Nnps) && lemma.to_lowercase() == by_rule(form, tag)
}
