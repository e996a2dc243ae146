//! The JSON Schema that is published for a screening, against what is written. The validator below
//! knows the keywords that the schema uses and fails on any other.

use serde_json::Value;
use tamis_testkit::sample;

use super::*;

const SCHEMA: &str = include_str!("../../../../docs/schema/screening.schema.json");

fn fault(schema: &Value, root: &Value, value: &Value, path: &str) -> Option<String> {
    let wrong = |what: &str| Some(format!("{path}: {what}: {value}"));
    for (keyword, told) in schema.as_object()? {
        let found = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "required" => None,
            "$ref" => {
                let pointer = told.as_str().unwrap().trim_start_matches('#');
                fault(root.pointer(pointer).expect("a definition"), root, value, path)
            }
            "type" => {
                let fits = match told.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "number" => value.is_number(),
                    "boolean" => value.is_boolean(),
                    other => panic!("type {other}"),
                };
                if fits { None } else { wrong("another type") }
            }
            "const" => {
                if value == told {
                    None
                } else {
                    wrong("another constant")
                }
            }
            "enum" => {
                if told.as_array().unwrap().contains(value) {
                    None
                } else {
                    wrong("no such word")
                }
            }
            "minimum" => {
                if value.as_f64() >= told.as_f64() {
                    None
                } else {
                    wrong("too small")
                }
            }
            "maximum" => {
                if value.as_f64() <= told.as_f64() {
                    None
                } else {
                    wrong("too large")
                }
            }
            "items" => value.as_array().and_then(|items| {
                let mut items = items.iter().enumerate();
                items.find_map(|(at, item)| fault(told, root, item, &format!("{path}/{at}")))
            }),
            "oneOf" => {
                let faults: Vec<_> = told
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter_map(|one| fault(one, root, value, path))
                    .collect();
                let fitting = told.as_array().unwrap().len() - faults.len();
                if fitting == 1 { None } else { wrong(&format!("fits {fitting} of: {faults:?}")) }
            }
            "properties" => value.as_object().and_then(|object| {
                let properties = told.as_object().unwrap();
                let required = schema["required"].as_array().unwrap();
                let missing =
                    required.iter().find(|name| !object.contains_key(name.as_str().unwrap()));
                if let Some(missing) = missing {
                    return wrong(&format!("lacks {missing}"));
                }
                object.iter().find_map(|(name, value)| match properties.get(name) {
                    Some(schema) => fault(schema, root, value, &format!("{path}/{name}")),
                    None => wrong(&format!("has {name}")),
                })
            }),
            "additionalProperties" => {
                assert_eq!(told, &Value::Bool(false));
                None
            }
            other => panic!("the validator does not know the keyword {other}"),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

#[test]
fn each_line_fits_the_published_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for (row, screening) in sample::screenings() {
        let line = to_line(&ScreeningForm::of_row(row, &screening)).unwrap();
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(fault(&schema, &schema, &value, ""), None);
    }
}

#[test]
fn the_validator_finds_what_does_not_fit() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let (row, screening) = sample::screenings().swap_remove(0);
    let good = serde_json::to_value(ScreeningForm::of_row(row, &screening)).unwrap();
    let mut broken = Vec::new();
    for (pointer, value) in [
        ("/total/hits", Value::from("two")),
        ("/alerts/0/hits/0/class", Value::from("F")),
        ("/alerts/0/hits/0/score", Value::from(1.5)),
        ("/alerts/0/hits/0/evidence/0/finding", Value::from("guess")),
        ("/alerts/0/links/0/ground", Value::from("guess")),
        ("/party/names/0/text", Value::Null),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        broken.push(bad);
    }
    let mut extra = good.clone();
    extra["danger"] = Value::from("red");
    broken.push(extra);
    let mut lacking = good;
    lacking.as_object_mut().unwrap().remove("stamps");
    broken.push(lacking);
    for bad in broken {
        assert!(fault(&schema, &schema, &bad, "").is_some());
    }
}

#[test]
fn the_schema_has_every_word_of_the_evidence() {
    use crate::codes::Coded;
    fn check<T: Coded>() {
        let words: Vec<String> = T::CODES.iter().map(|(_, word)| format!("\"{word}\"")).collect();
        let plain: String = SCHEMA.split_whitespace().collect();
        assert!(plain.contains(&format!("\"enum\":[{}]", words.join(","))), "{words:?}");
    }
    check::<tamis_model::PartRelation>();
    check::<tamis_model::PartRole>();
    check::<tamis_model::OrderRelation>();
    check::<tamis_model::DateRelation>();
    check::<tamis_model::IdentifierRelation>();
    check::<tamis_model::IdentifierKind>();
    check::<tamis_model::NameGrade>();
    check::<tamis_model::NameProvenance>();
    check::<tamis_model::Attribute>();
    check::<tamis_model::Agreement>();
    check::<tamis_model::Ceiling>();
    check::<tamis_model::ClassRule>();
    check::<tamis_model::HitClass>();
    check::<tamis_model::PartyKind>();
}
