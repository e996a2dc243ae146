//! Answers read back: the party of a line of answers, exactly as it was recorded, and its stamps. What is
//! cleaned in a file of parties is taken here as it stands, so that the same question can be asked again.

use serde_json::{Map, Value};
use tamis_model::{
    CivilDate, Country, DateStatement, Identifier, IdentifierKind, IgnoredValue, NameFields,
    NameProvenance, ParentRole, ParentStatement, Party, PartyId, PartyKind, PartyName, Place, Sex,
    SnapshotId, Threshold,
};

use crate::codes::Coded;
use crate::form::{Counts, CountsForm, PartyForm, to_line};

/// What is wrong with a line of answers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no answer of `tamis screen --format jsonl`: {detail}")]
pub struct RecordedError {
    /// What.
    pub detail: String,
}

/// An answer as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedAnswer {
    /// The row that it came from.
    pub row: Option<u64>,
    /// The party.
    pub party: Party,
    /// What was not used of it.
    pub ignored: Vec<IgnoredValue>,
    /// What it was made with.
    pub stamps: RecordedStamps,
    /// The limit of alerts, as far as it shows: where it cut nothing there is none.
    pub limit: Option<usize>,
}

/// The stamps of an answer, as far as they tell how to make it again.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedStamps {
    /// The snapshots, in order.
    pub snapshots: Vec<SnapshotId>,
    /// The id of the policy.
    pub policy: String,
    /// The threshold.
    pub threshold: Threshold,
    /// The engine.
    pub engine: String,
    /// The day as of which was screened.
    pub as_of: Option<CivilDate>,
    /// The state of the reviewers' log.
    pub reviewed_links: u64,
}

impl Eq for RecordedStamps {}

/// The manifest of a run, as far as its answers can be held against it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedManifest {
    stamps: RecordedStamps,
    counts: Value,
}

impl RecordedManifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// [`RecordedError`] when it is none.
    pub fn read(text: &str) -> Result<Self, RecordedError> {
        let value: Value = serde_json::from_str(text)
            .map_err(|error| wrong(format!("it is no JSON ({error})")))?;
        let part = |key: &str| value.get(key).ok_or_else(|| wrong(format!("it has no `{key}`")));
        Ok(Self { stamps: stamps(part("stamps")?)?, counts: of_answers(part("counts")?.clone()) })
    }

    /// Where answers that were made again are not those that it counted: what, as recorded, and now.
    #[must_use]
    pub fn differences(
        &self,
        stamps: Option<&RecordedStamps>,
        counts: &Counts,
    ) -> Vec<(String, String, String)> {
        let now =
            serde_json::to_value(CountsForm::from(counts)).map(of_answers).unwrap_or_default();
        let mut found = Vec::new();
        compare("counts", Some(&self.counts), Some(&now), 20, &mut found);
        if stamps.is_some_and(|stamps| *stamps != self.stamps) {
            let of = |stamps: &RecordedStamps| cut(&format!("{stamps:?}"));
            let now = stamps.map(of).unwrap_or_default();
            found.push(("stamps".to_owned(), of(&self.stamps), now));
        }
        found
    }
}

/// Counts without those of rows that have no answer.
fn of_answers(mut counts: Value) -> Value {
    if let Some(counts) = counts.as_object_mut() {
        counts.remove("read");
        counts.remove("rejected");
    }
    counts
}

/// Reads a line of answers.
///
/// # Errors
/// [`RecordedError`] when it is none, or was recorded in a form that this version can't read whole.
pub fn recorded_answer(line: &str) -> Result<RecordedAnswer, RecordedError> {
    let value: Value =
        serde_json::from_str(line).map_err(|error| wrong(format!("it is no JSON ({error})")))?;
    let answer = value.as_object().ok_or_else(|| wrong("it is no object"))?;
    let shown = u64::try_from(list(answer, "alerts")?.len()).unwrap_or(u64::MAX);
    let total = answer.get("total").and_then(|total| total.get("alerts")).and_then(Value::as_u64);
    let total = total.ok_or_else(|| wrong("it has no `total`"))?;
    if shown == 0 && total > 0 {
        return Err(wrong("its alerts are missing: `total` counts some, and no limit shows none"));
    }
    Ok(RecordedAnswer {
        row: answer.get("row").and_then(Value::as_u64),
        party: recorded_party(answer.get("party").ok_or_else(|| wrong("it has no `party`"))?)?,
        ignored: recorded_ignored(&value)?,
        stamps: stamps(answer.get("stamps").ok_or_else(|| wrong("it has no `stamps`"))?)?,
        limit: (shown < total).then(|| usize::try_from(shown).unwrap_or(usize::MAX)),
    })
}

/// Reads a party as answers record it, and makes sure that nothing of it is lost: written again it is
/// the same.
///
/// # Errors
/// [`RecordedError`] when it is none, or can't be read whole.
pub fn recorded_party(value: &Value) -> Result<Party, RecordedError> {
    let party = party(value)?;
    let again = to_line(&PartyForm::from(&party)).map_err(|error| wrong(error.to_string()))?;
    let again: Value = serde_json::from_str(&again).map_err(|error| wrong(error.to_string()))?;
    if again == *value {
        return Ok(party);
    }
    Err(wrong("its party has values that this version reads otherwise"))
}

/// Reads what an answer says was not used.
///
/// # Errors
/// [`RecordedError`] when it says nothing, or not so.
pub fn recorded_ignored(answer: &Value) -> Result<Vec<IgnoredValue>, RecordedError> {
    let ignored = answer.get("ignored").and_then(Value::as_array);
    let ignored = ignored.ok_or_else(|| wrong("it has no list `ignored`"))?;
    ignored.iter().map(ignored_value).collect()
}

fn wrong(detail: impl Into<String>) -> RecordedError {
    RecordedError { detail: detail.into() }
}

fn list<'a>(object: &'a Map<String, Value>, key: &str) -> Result<&'a [Value], RecordedError> {
    let values = object.get(key).and_then(Value::as_array);
    values.map(Vec::as_slice).ok_or_else(|| wrong(format!("it has no list `{key}`")))
}

/// The values of a list that is left out where it is empty.
fn values<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

fn needed(value: &Value, key: &str) -> Result<String, RecordedError> {
    text(value, key).ok_or_else(|| wrong(format!("it has no `{key}` where one is needed")))
}

fn coded<T: Coded>(value: &Value, key: &str) -> Result<T, RecordedError> {
    let word = needed(value, key)?;
    T::from_code(&word).ok_or_else(|| wrong(format!("`{word}` is no `{key}` that is known")))
}

fn ignored_value(value: &Value) -> Result<IgnoredValue, RecordedError> {
    Ok(IgnoredValue {
        field: needed(value, "field")?,
        value: needed(value, "value")?,
        reason: needed(value, "reason")?,
    })
}

fn stamps(value: &Value) -> Result<RecordedStamps, RecordedError> {
    let id = |snapshot: &Value| {
        SnapshotId::parse(&needed(snapshot, "id")?).map_err(|error| wrong(error.to_string()))
    };
    let threshold = value.get("threshold").and_then(Value::as_f64);
    let threshold = threshold.and_then(|number| Threshold::new(number).ok());
    Ok(RecordedStamps {
        snapshots: values(value, "snapshots").map(id).collect::<Result<_, _>>()?,
        policy: needed(value, "policy")?,
        threshold: threshold.ok_or_else(|| wrong("it has no `threshold`"))?,
        engine: needed(value, "engine")?,
        as_of: text(value, "as_of").map(|day| date(&day)).transpose()?,
        reviewed_links: value.get("reviewed_links").and_then(Value::as_u64).unwrap_or(0),
    })
}

fn date(text: &str) -> Result<CivilDate, RecordedError> {
    CivilDate::parse_iso(text).map_err(|error| wrong(error.to_string()))
}

fn party(value: &Value) -> Result<Party, RecordedError> {
    let kind: PartyKind = coded(value, "kind")?;
    let births = values(value, "births").map(|birth| {
        let written = needed(birth, "as_written")?;
        Ok(DateStatement::read(&written).unwrap_or_else(|_| DateStatement::unreadable(written)))
    });
    let sex = value.get("sex").map(|_| coded::<Sex>(value, "sex")).transpose()?;
    let parents = values(value, "parents").map(|parent| {
        Ok(ParentStatement {
            role: coded::<ParentRole>(parent, "role")?,
            name: needed(parent, "name")?,
        })
    });
    Ok(Party {
        id: text(value, "id").map(|id| PartyId(id.into())),
        kind,
        names: values(value, "names").map(name).collect::<Result<_, _>>()?,
        births: births.collect::<Result<_, _>>()?,
        birthplaces: values(value, "birthplaces").map(place).collect::<Result<_, _>>()?,
        nationalities: values(value, "nationalities").map(country).collect::<Result<_, _>>()?,
        sex,
        parents: parents.collect::<Result<_, _>>()?,
        identifiers: values(value, "identifiers").map(identifier).collect::<Result<_, _>>()?,
    })
}

fn name(value: &Value) -> Result<PartyName, RecordedError> {
    let field = |key: &str| value.get("fields").and_then(|fields| text(fields, key));
    Ok(PartyName {
        text: needed(value, "text")?,
        fields: NameFields {
            given: field("given"),
            middle: field("middle"),
            patronymic: field("patronymic"),
            family: field("family"),
            maiden: field("maiden"),
        },
        provenance: coded::<NameProvenance>(value, "provenance")?,
    })
}

fn country(value: &Value) -> Result<Country, RecordedError> {
    Ok(Country { as_written: needed(value, "as_written")?, code: text(value, "code") })
}

fn place(value: &Value) -> Result<Place, RecordedError> {
    Ok(Place {
        locality: text(value, "locality"),
        region: text(value, "region"),
        country: value.get("country").map(country).transpose()?,
        note: text(value, "note"),
    })
}

fn identifier(value: &Value) -> Result<Identifier, RecordedError> {
    let kind: IdentifierKind = coded(value, "kind")?;
    let (words, number) = (needed(value, "kind_as_written")?, needed(value, "number")?);
    let mut made = Identifier::new(kind, words, number);
    made.issuer = value.get("issuer").map(country).transpose()?;
    made.issued = text(value, "issued").map(|day| date(&day)).transpose()?;
    made.expires = text(value, "expires").map(|day| date(&day)).transpose()?;
    made.note = text(value, "note");
    Ok(made)
}

/// Where two JSON texts differ: path, the one value, the other; at most so many.
#[must_use]
pub fn differences(one: &str, other: &str, most: usize) -> Vec<(String, String, String)> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or(Value::Null);
    let mut found = Vec::new();
    compare("", Some(&parsed(one)), Some(&parsed(other)), most, &mut found);
    if found.is_empty() && one != other {
        found.push(("the writing of the line".to_owned(), String::new(), String::new()));
    }
    found
}

fn compare(
    path: &str,
    one: Option<&Value>,
    other: Option<&Value>,
    most: usize,
    found: &mut Vec<(String, String, String)>,
) {
    if found.len() >= most || one == other {
        return;
    }
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match (one, other) {
        (Some(Value::Object(one)), Some(Value::Object(other))) => {
            let new = other.keys().filter(|key| !one.contains_key(*key));
            for key in one.keys().chain(new) {
                compare(&below(key), one.get(key), other.get(key), most, found);
            }
        }
        (Some(Value::Array(one)), Some(Value::Array(other))) => {
            for place in 0..one.len().max(other.len()) {
                compare(&below(&place.to_string()), one.get(place), other.get(place), most, found);
            }
        }
        _ => {
            let shown = |value: Option<&Value>| {
                value.map_or_else(|| "nothing".to_owned(), |value| cut(&value.to_string()))
            };
            found.push((path.to_owned(), shown(one), shown(other)));
        }
    }
}

/// The most letters of a value that are shown.
const LONGEST_VALUE: usize = 160;

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
