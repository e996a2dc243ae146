//! One party from one JSON object, for comparisons.

use serde_json::Value;
use tamis_model::{IgnoredValue, Party, PartyKind};

use super::draft::Draft;
use super::error::PartyReadError;
use super::field::PartyField;
use super::{follow_the_money, json};

/// Reads one JSON object, in Tamis' own form or in FollowTheMoney's, as a party.
///
/// ```
/// let (party, ignored) = tamis_wire::parties::party_from_json(
///     r#"{"name": "Jalil Testov", "birth_date": "1984", "colour": "blue"}"#,
/// )?;
/// assert_eq!(party.names[0].text, "Jalil Testov");
/// assert_eq!(ignored[0].field, "colour");
/// # Ok::<(), tamis_wire::parties::PartyReadError>(())
/// ```
///
/// # Errors
/// [`PartyReadError::Party`] when it is no JSON object, or has no name and no identity number.
pub fn party_from_json(text: &str) -> Result<(Party, Vec<IgnoredValue>), PartyReadError> {
    let text = text.trim_start_matches('\u{feff}');
    object_of(text)
        .and_then(|value| party_of(&value, PartyKind::Unknown, &mut |_| ()))
        .map_err(|reason| PartyReadError::Party { reason })
}

pub(super) fn object_of(text: &str) -> Result<Value, String> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| format!("this is no JSON ({error}); give one object a line"))?;
    if value.is_object() {
        Ok(value)
    } else {
        Err("this is no JSON object; write {\"name\": …}".to_owned())
    }
}

pub(super) fn party_of(
    value: &Value,
    kind: PartyKind,
    unused: &mut dyn FnMut(&str),
) -> Result<(Party, Vec<IgnoredValue>), String> {
    match value.as_object() {
        Some(object) if follow_the_money::is_one(object) => {
            follow_the_money::party_of(object, unused)
        }
        Some(object) => json::party_of(object, kind),
        None => Err("this is no JSON object".to_owned()),
    }
}

/// A side of a pair: names parted by `|` alone (names of organisations hold semicolons), birth dates.
pub(crate) fn party_of_pair(
    kind: PartyKind,
    schema: &str,
    names: &str,
    births: &str,
) -> Result<(Party, Vec<IgnoredValue>), String> {
    let mut draft = Draft::new(kind);
    draft.put(PartyField::Kind, "schema", schema);
    for name in names.split('|') {
        draft.put(PartyField::FullName, "name", name);
    }
    draft.put_cell(PartyField::BirthDate, "dob", births);
    draft.finish()
}
