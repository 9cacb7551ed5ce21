//! Irregular verbs of English: from past and participle to the base.
//!
//! In: a form. Out: the base of the verb whose past or participle it is, also with a prefix ("upheld", "overrode"). The list is
//! that of any grammar of English; forms that are a base themselves ("found", "lay") are asked only for past tags.

/// Base, past, participle; several pasts or participles are joined by a stroke.
const VERBS: &str = "\
abide abode abode; arise arose arisen; awake awoke awoken; be was|were been; bear bore borne|born; beat beat beaten; \
become became become; beget begot|begat begotten; begin began begun; behold beheld beheld; bend bent bent; \
bereave bereft bereft; beseech besought besought; beset beset beset; bid bade|bid bidden|bid; bind bound bound; \
bite bit bitten; bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought; \
build built built; burn burnt burnt; buy bought bought; catch caught caught; choose chose chosen; cling clung clung; \
come came come; creep crept crept; deal dealt dealt; dig dug dug; do did done; draw drew drawn; dream dreamt dreamt; \
drink drank drunk; drive drove driven; dwell dwelt dwelt; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; \
fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown; forbear forbore forborne; \
forbid forbade|forbad forbidden; forget forgot forgotten; forgive forgave forgiven; forsake forsook forsaken; \
freeze froze frozen; get got gotten|got; give gave given; go went gone; grind ground ground; grow grew grown; \
hang hung hung; have had had; hear heard heard; hide hid hidden; hold held held; keep kept kept; kneel knelt knelt; \
know knew known; lay laid laid; lead led led; lean leant leant; leap leapt leapt; learn learnt learnt; leave left left; \
lend lent lent; lie lay lain; light lit lit; lose lost lost; make made made; mean meant meant; meet met met; \
mow mowed mown; partake partook partaken; pay paid paid; prove proved proven; rend rent rent; ride rode ridden; \
ring rang rung; rise rose risen; run ran run; saw sawed sawn; say said said; see saw seen; seek sought sought; \
sell sold sold; send sent sent; sew sewed sewn; shake shook shaken; shear sheared shorn; shine shone shone; \
shoot shot shot; show showed shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat sat; slay slew slain; \
sleep slept slept; slide slid slid; sling slung slung; slink slunk slunk; smell smelt smelt; smite smote smitten; \
sow sowed sown; speak spoke spoken; speed sped sped; spell spelt spelt; spend spent spent; spill spilt spilt; \
spin spun spun; spit spat spat; spoil spoilt spoilt; spring sprang sprung; stand stood stood; steal stole stolen; \
stick stuck stuck; sting stung stung; stink stank stunk; strew strewed strewn; stride strode stridden; \
strike struck stricken|struck; string strung strung; strive strove striven; swear swore sworn; sweep swept swept; \
swell swelled swollen; swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; \
tell told told; think thought thought; throw threw thrown; tread trod trodden; wake woke woken; wear wore worn; \
weave wove woven; weep wept wept; win won won; wind wound wound; wring wrung wrung; write wrote written";

/// What may stand before an irregular verb without changing how it is inflected.
const PREFIXES: &[&str] = &["fore", "inter", "mis", "out", "over", "re", "un", "under", "up", "with"];

/// Forms that are bases too, or adjectives and nouns: no sign of an irregular past by themselves.
const BASES: &[&str] = &[
    "beat", "become", "beset", "bid", "born", "bound", "burnt", "come", "fed", "fell", "felt", "found", "ground",
    "lay", "left", "light", "met", "rent", "rose", "run", "saw", "shot", "spat", "spoke", "wound",
];

/// The base of an irregular past or participle in lower case; `is_past` says that the tag is one of these.
pub(super) fn base(form: &str, is_past: bool) -> Option<String> {
    if !is_past && BASES.contains(&form) {
        return None;
    }
    let simple = |form: &str| {
        VERBS.split("; ").find_map(|verb| {
            let (base, pasts) = verb.split_once(' ')?;
            pasts.split([' ', '|']).any(|past| past == form).then_some(base)
        })
    };
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
    use super::base;

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
    }
}
