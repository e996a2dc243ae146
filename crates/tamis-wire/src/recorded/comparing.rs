//! Where two texts of JSON differ: by the paths of their values, else by how they are written.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Where two JSON texts differ: path, the one value, the other; at most so many. Texts with the same
/// values, or with a key that stands twice, are told by how they are written.
#[must_use]
pub fn differences(one: &str, other: &str, most: usize) -> Vec<(String, String, String)> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or(Value::Null);
    let mut found = Vec::new();
    if let Some(fault) = key_that_stands_twice(one) {
        found.push((WRITING.to_owned(), fault, "each key once".to_owned()));
    }
    compare("", Some(&parsed(one)), Some(&parsed(other)), most, &mut found);
    if found.is_empty() && one != other {
        let (recorded, now) = written(one, other);
        found.push((WRITING.to_owned(), recorded, now));
    }
    found
}

const WRITING: &str = "how the line is written";

/// How two texts with the same values are written otherwise.
fn written(one: &str, other: &str) -> (String, String) {
    let around = |text: &str| {
        let before = text.len() - text.trim_start().len();
        let after = text.len() - text.trim_end().len();
        (before, after)
    };
    let nothing = || "none".to_owned();
    match around(one) {
        (0, 0) => {}
        (0, after) => return (format!("{after} blanks at its end"), nothing()),
        (before, _) => return (format!("{before} blanks at its beginning"), nothing()),
    }
    let place = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let place = (0..=place).rev().find(|at| one.is_char_boundary(*at)).unwrap_or(0);
    let shown = |text: &str| {
        let rest: String = text.get(place..).unwrap_or_default().chars().take(40).collect();
        format!("from byte {}: {rest}", place + 1)
    };
    (shown(one), shown(other))
}

/// What is said of an object in which a key stands twice: readers take one of the two values, and not all
/// the same one.
fn key_that_stands_twice(text: &str) -> Option<String> {
    let error = serde_json::from_str::<Keys>(text).err()?.to_string();
    error.starts_with(TWICE).then(|| error.split(" at line").next().unwrap_or(&error).to_owned())
}

const TWICE: &str = "the key ";

/// Any JSON, of which the keys alone are looked at.
struct Keys;

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Keys {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self, A::Error> {
        while from.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self, A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = from.next_key::<String>()? {
            if seen.contains(&key) {
                return Err(A::Error::custom(format!("{TWICE}`{}` stands twice", cut(&key))));
            }
            seen.insert(key);
            from.next_value::<Self>()?;
        }
        Ok(self)
    }
}

pub(super) fn compare(
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
