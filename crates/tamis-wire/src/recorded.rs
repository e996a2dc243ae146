//! Answers read back: the party of a line of answers, exactly as it was recorded, and its stamps. What is
//! cleaned in a file of parties is taken here as it stands, so that the same question can be asked again.

mod comparing;
mod manifest;
mod stamps;

use serde_json::{Map, Value};
use tamis_model::{
    CivilDate, Country, DateStatement, Identifier, IdentifierKind, IgnoredValue, NameFields,
    NameProvenance, ParentRole, ParentStatement, Party, PartyId, PartyKind, PartyName, Place, Sex,
};

use crate::codes::Coded;
use crate::form::{PartyForm, to_line};

pub use comparing::differences;
pub use manifest::{ManifestError, RecordedFile, RecordedManifest};
pub use stamps::{RecordedLimit, RecordedSnapshot, RecordedStamps};

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
    /// The limit of alerts as far as it shows: none where it cut nothing.
    shows: Option<usize>,
}

impl RecordedAnswer {
    /// The limit of alerts: as stamped; where it is not, as far as it shows where it cut.
    #[must_use]
    pub fn limit(&self) -> Option<usize> {
        match self.stamps.limit {
            RecordedLimit::All => None,
            RecordedLimit::Most(limit) => Some(limit),
            RecordedLimit::NotStamped => self.shows,
        }
    }
}

/// Reads a line of answers.
///
/// # Errors
/// [`RecordedError`] when it is none, or was recorded in a form that this version can't read whole.
pub fn recorded_answer(line: &str) -> Result<RecordedAnswer, RecordedError> {
    let value: Value = serde_json::from_str(line).map_err(|error| wrong(no_json(line, &error)))?;
    let answer = value.as_object().ok_or_else(|| wrong("it is no object"))?;
    if answer.contains_key("changes") && answer.contains_key("answer") {
        return Err(wrong(
            "it is a line of `tamis monitor run`, whose `answer` can be replayed by itself",
        ));
    }
    let shown = list(answer, "alerts")?.len();
    let total = answer.get("total").and_then(|total| total.get("alerts")).and_then(Value::as_u64);
    let total = total.ok_or_else(|| wrong("it has no `total`"))?;
    let stamps = answer.get("stamps").ok_or_else(|| wrong("it has no `stamps`"))?;
    let stamps = RecordedStamps::read(stamps)?;
    if stamps.limit == RecordedLimit::NotStamped && shown == 0 && total > 0 {
        return Err(wrong("its alerts are missing: `total` counts some, and no limit shows none"));
    }
    let shows = if shown as u64 == total { None } else { Some(shown) };
    Ok(RecordedAnswer {
        row: answer.get("row").and_then(Value::as_u64),
        party: recorded_party(answer.get("party").ok_or_else(|| wrong("it has no `party`"))?)?,
        ignored: recorded_ignored(&value)?,
        stamps,
        shows,
    })
}

/// What is said of a line that is no JSON: other forms of answers are known by how they begin.
fn no_json(line: &str, error: &serde_json::Error) -> String {
    const FORMS: &[(&str, &str)] = &[
        ("row,id,alert,", "it is the CSV form"),
        ("row,reason,raw", "it is a file of rejected rows"),
        ("<!doctype html", "it is the HTML form"),
    ];
    let begins = line.trim_start().to_ascii_lowercase();
    let form = FORMS.iter().find(|(beginning, _)| begins.starts_with(beginning));
    match form {
        Some((_, form)) => format!("{form}; only JSON lines hold what can be replayed"),
        None => format!("it is no JSON ({error})"),
    }
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

#[cfg(test)]
mod tests;
