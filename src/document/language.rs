//! Which language a text is in: ISO 639-1, `und` where it can't be told.
//!
//! In: a text. Out: a code. Trigram statistics by the crate whatlang; a short text counts as English if English function
//! words stand in it, since missing an English document is worse than reading a foreign one for names.

/// Letters below which statistics are not trusted.
const SHORT: usize = 120;

/// The language of a text.
pub(super) fn of(text: &str) -> String {
    let sample: String = text.chars().take(20_000).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    if has_english_words(&sample) {
        return "en".to_string();
    }
    if letters < SHORT {
        return "und".to_string();
    }
    whatlang::detect(&sample).filter(|found| found.is_reliable()).map_or("und", |found| code(found.lang())).to_string()
}

/// At least one word in twelve is an English function word.
fn has_english_words(text: &str) -> bool {
    const WORDS: [&str; 14] =
        ["the", "of", "and", "to", "in", "is", "that", "was", "for", "with", "has", "said", "by", "from"];
    let (mut all, mut english, mut the) = (0usize, 0usize, 0usize);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        all += 1;
        let lower = word.to_ascii_lowercase();
        english += usize::from(WORDS.contains(&lower.as_str()));
        the += usize::from(lower == "the");
    }
    all > 0 && english * 8 >= all && the > 0
}

/// whatlang names languages by ISO 639-3; the commonest in two letters.
fn code(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang;
    match lang {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Swe => "sv",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn english_is_not_missed_and_german_is_told() {
        assert_eq!(of("The minister said that the talks in Oslo were over."), "en");
        let german = "Die Bundesregierung hat am Montag in Berlin mitgeteilt, dass die Verhandlungen über das Abkommen \
                      nach mehreren Wochen ohne ein Ergebnis beendet worden sind und nicht wieder aufgenommen werden.";
        assert_eq!(of(german), "de");
    }
}
