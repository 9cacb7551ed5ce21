//! Dates in text and their TIMEX3 values.
//!
//! In: tagged sentences and the document's own date. Out: spans with a [`DateValue`]. ISO 8601 values follow TimeML
//! (<https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html#timex3>).

/// What a date expression comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// ISO 8601 / TIMEX3 value: `2020-06-29`, `2020-07`, `2020`, `2017/2019`, `P4Y`, `XXXX-03-08`.
    pub value: String,
    /// EDTF interval beside an uncertain or open value (`2017-03/..`), where there is one.
    pub interval: Option<String>,
}
