//! Irregular verbs of English: from past and participle to the base.
//!
//! In: a form. Out: the base of the verb whose past or participle it is, also with a prefix ("upheld", "overrode"). The list is
//! that of any grammar of English; forms that are a base themselves ("found", "lay") are asked only for past tags.

/// Pasts and participles with their bases, sorted for binary search.
#[rustfmt::skip]
const PASTS: &[(&str, &str)] = &[
    ("abode", "abide"), ("arisen", "arise"), ("arose", "arise"), ("ate", "eat"), ("awoke", "awake"),
    ("awoken", "awake"), ("bade", "bid"), ("beat", "beat"), ("beaten", "beat"), ("became", "become"),
    ("become", "become"), ("been", "be"), ("began", "begin"), ("begat", "beget"), ("begot", "beget"),
    ("begotten", "beget"), ("begun", "begin"), ("beheld", "behold"), ("belied", "belie"), ("bent", "bend"), ("bereft", "bereave"),
    ("beset", "beset"), ("besought", "beseech"), ("bid", "bid"), ("bidden", "bid"), ("bit", "bite"),
    ("bitten", "bite"), ("bled", "bleed"), ("blew", "blow"), ("blown", "blow"), ("bore", "bear"), ("born", "bear"),
    ("borne", "bear"), ("bought", "buy"), ("bound", "bind"), ("bred", "breed"), ("broke", "break"),
    ("broken", "break"), ("brought", "bring"), ("built", "build"), ("burnt", "burn"), ("came", "come"),
    ("caught", "catch"), ("chose", "choose"), ("chosen", "choose"), ("clung", "cling"), ("come", "come"),
    ("crept", "creep"), ("dealt", "deal"), ("did", "do"), ("done", "do"), ("drank", "drink"), ("drawn", "draw"),
    ("dreamt", "dream"), ("drew", "draw"), ("driven", "drive"), ("drove", "drive"), ("drunk", "drink"), ("dug", "dig"),
    ("dwelt", "dwell"), ("eaten", "eat"), ("fallen", "fall"), ("fed", "feed"), ("fell", "fall"), ("felt", "feel"),
    ("fled", "flee"), ("flew", "fly"), ("flown", "fly"), ("flung", "fling"), ("forbad", "forbid"),
    ("forbade", "forbid"), ("forbidden", "forbid"), ("forbore", "forbear"), ("forborne", "forbear"),
    ("forgave", "forgive"), ("forgiven", "forgive"), ("forgot", "forget"), ("forgotten", "forget"),
    ("forsaken", "forsake"), ("forsook", "forsake"), ("fought", "fight"), ("found", "find"), ("froze", "freeze"),
    ("frozen", "freeze"), ("gave", "give"), ("given", "give"), ("gone", "go"), ("got", "get"), ("gotten", "get"),
    ("grew", "grow"), ("ground", "grind"), ("grown", "grow"), ("had", "have"), ("heard", "hear"), ("held", "hold"),
    ("hid", "hide"), ("hidden", "hide"), ("hung", "hang"), ("kept", "keep"), ("knelt", "kneel"), ("knew", "know"),
    ("known", "know"), ("laid", "lay"), ("lain", "lie"), ("lay", "lie"), ("leant", "lean"), ("leapt", "leap"),
    ("learnt", "learn"), ("led", "lead"), ("left", "leave"), ("lent", "lend"), ("lied", "lie"), ("lit", "light"), ("lost", "lose"),
    ("made", "make"), ("meant", "mean"), ("met", "meet"), ("mowed", "mow"), ("mown", "mow"), ("paid", "pay"),
    ("partaken", "partake"), ("partook", "partake"), ("proved", "prove"), ("proven", "prove"), ("ran", "run"),
    ("rang", "ring"), ("relied", "rely"), ("rent", "rend"), ("ridden", "ride"), ("risen", "rise"), ("rode", "ride"), ("rose", "rise"),
    ("run", "run"), ("rung", "ring"), ("said", "say"), ("sang", "sing"), ("sank", "sink"), ("sat", "sit"),
    ("saw", "see"), ("sawed", "saw"), ("sawn", "saw"), ("seen", "see"), ("sent", "send"), ("sewed", "sew"),
    ("sewn", "sew"), ("shaken", "shake"), ("sheared", "shear"), ("shone", "shine"), ("shook", "shake"),
    ("shorn", "shear"), ("shot", "shoot"), ("showed", "show"), ("shown", "show"), ("shrank", "shrink"),
    ("shrunk", "shrink"), ("slain", "slay"), ("slept", "sleep"), ("slew", "slay"), ("slid", "slide"),
    ("slung", "sling"), ("slunk", "slink"), ("smelt", "smell"), ("smitten", "smite"), ("smote", "smite"),
    ("sold", "sell"), ("sought", "seek"), ("sowed", "sow"), ("sown", "sow"), ("spat", "spit"), ("sped", "speed"),
    ("spelt", "spell"), ("spent", "spend"), ("spilt", "spill"), ("spoilt", "spoil"), ("spoke", "speak"),
    ("spoken", "speak"), ("sprang", "spring"), ("sprung", "spring"), ("spun", "spin"), ("stank", "stink"),
    ("stole", "steal"), ("stolen", "steal"), ("stood", "stand"), ("strewed", "strew"), ("strewn", "strew"),
    ("stricken", "strike"), ("stridden", "stride"), ("striven", "strive"), ("strode", "stride"), ("strove", "strive"),
    ("struck", "strike"), ("strung", "string"), ("stuck", "stick"), ("stung", "sting"), ("stunk", "stink"),
    ("sung", "sing"), ("sunk", "sink"), ("swam", "swim"), ("swelled", "swell"), ("swept", "sweep"),
    ("swollen", "swell"), ("swore", "swear"), ("sworn", "swear"), ("swum", "swim"), ("swung", "swing"),
    ("taken", "take"), ("taught", "teach"), ("thought", "think"), ("threw", "throw"), ("thrown", "throw"),
    ("told", "tell"), ("took", "take"), ("tore", "tear"), ("torn", "tear"), ("trod", "tread"), ("trodden", "tread"),
    ("vied", "vie"), ("was", "be"), ("went", "go"), ("wept", "weep"), ("were", "be"), ("woke", "wake"), ("woken", "wake"),
    ("won", "win"), ("wore", "wear"), ("worn", "wear"), ("wound", "wind"), ("wove", "weave"), ("woven", "weave"),
    ("written", "write"), ("wrote", "write"), ("wrung", "wring"),
];

/// What may stand before an irregular verb without changing how it is inflected.
const PREFIXES: &[&str] = &["fore", "inter", "mis", "out", "over", "re", "un", "under", "up", "with"];

/// Forms that are bases too, or adjectives and nouns: no sign of an irregular past by themselves.
const BASES: &[&str] = &[
    "beat", "become", "beset", "bid", "born", "bound", "burnt", "come", "fed", "fell", "felt", "found", "ground",
    "lay", "left", "light", "met", "rent", "rose", "run", "saw", "shot", "spat", "spoke", "wound",
];

/// The base of an irregular past or participle in lower case; `is_past` says that the tag is one of these.
pub(in crate::syntax) fn base(form: &str, is_past: bool) -> Option<String> {
    if !is_past && BASES.contains(&form) {
        return None;
    }
    let simple = |form: &str| PASTS.binary_search_by_key(&form, |pair| pair.0).ok().map(|at| PASTS[at].1);
    if let Some(base) = simple(form) {
        return Some(base.to_string());
    }
    PREFIXES.iter().filter(|_| is_past).find_map(|prefix| {
        let rest = form.strip_prefix(prefix).filter(|rest| rest.len() > 2)?;
        simple(rest).filter(|base| *base != "be").map(|base| format!("{prefix}{base}"))
    })
}

#[cfg(test)]
mod tests {
    use super::{PASTS, base};

    #[test]
    fn irregular_forms_lead_to_their_verbs() {
        for (form, verb) in
            [("struck", "strike"), ("upheld", "uphold"), ("overrode", "override"), ("withdrew", "withdraw")]
        {
            assert_eq!(base(form, true).as_deref(), Some(verb));
        }
        assert_eq!(base("froze", false).as_deref(), Some("freeze"));
        assert_eq!(base("found", false), None);
        assert_eq!(base("wanted", true), None);
        assert!(PASTS.is_sorted());
    }
}
