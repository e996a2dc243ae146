//! `[[field]]`: one column or path, and what becomes of it.

use tamis_model::{NameGrade, ParentRole};

use super::block::{Block, Told};
use super::words::{
    DATE_PARTS, GRADES, KINDS, NAME_PARTS, NUMBERS, ORDERS, PLACE_PARTS, SEXES, Table, WRITINGS,
    known,
};
use super::{Becomes, DateOrder, Field, Graded, Part, Place, Words, Written};
use crate::error::ReadError;
use crate::mapped::cells::key;

/// What a value may become, for errors.
const TARGETS: &str = "reference, kind, name, birth, birthplace, nationality, sex, father, mother, identifier, \
    address, title, position, programme, legal basis, listed, changed, other key, un reference, note, dropped";

/// A place: its names stand between ` | `.
pub(super) fn place(told: &Told) -> Place {
    let names = told.text.split(" | ").map(key).filter(|name| !name.is_empty()).collect();
    Place { written: told.text.clone(), names }
}

pub(super) fn field(block: Block<'_>) -> Result<Field, ReadError> {
    let at: Vec<Place> = block.texts("at")?.iter().map(place).collect();
    let constant = block.text("constant")?.map(|told| told.text);
    if at.is_empty() == constant.is_none() {
        let detail = "a field has either `at` (a column or path) or `constant` (a text)";
        return Err(block.error(detail));
    }
    if at.iter().any(|place| place.names.is_empty()) {
        return Err(block.error("`at` is blank: write the name of a column or a path"));
    }
    let word = block.required("becomes", "name")?;
    let becomes = becomes(&block, &word, at.len())?;
    if let (Some(told), Becomes::Kind { .. }) = (block.text("constant")?, &becomes) {
        meaning(&block, &told, KINDS)?;
    }
    let field = Field {
        at,
        constant,
        becomes,
        required: block.truth("required")?,
        join: block.text("join")?.map_or_else(|| " ".to_owned(), |told| told.text),
        split: block.texts("split")?.into_iter().map(|told| told.text).collect(),
        strip: block.text("strip")?.map(|told| told.text.chars().collect()).unwrap_or_default(),
    };
    if field.split.iter().any(String::is_empty) {
        return Err(block.error("`split` holds a blank text: write what stands between two values"));
    }
    block.finish()?;
    Ok(field)
}

fn becomes(block: &Block<'_>, word: &Told, places: usize) -> Result<Becomes, ReadError> {
    Ok(match word.text.as_str() {
        "reference" => Becomes::Reference { leading_number: block.truth("leading_number")? },
        "kind" => Becomes::Kind {
            words: words(block, "words", KINDS)?,
            present: one(block, "present", KINDS)?,
        },
        "name" => Becomes::Name {
            grade: Graded {
                otherwise: one(block, "grade", GRADES)?.unwrap_or(NameGrade::Unrated),
                told: match block.text("grade_at")? {
                    Some(told) => Some((place(&told), words(block, "grades", GRADES)?)),
                    None => None,
                },
            },
            written: one(block, "written", WRITINGS)?.unwrap_or(Written::Plain),
            language: block.text("language")?.map(|told| told.text),
            parts: parts(block, NAME_PARTS, places)?,
        },
        "birth" => Becomes::Birth { order: order(block)?, parts: dates(block, places)? },
        "birthplace" => Becomes::Birthplace(parts(block, PLACE_PARTS, places)?),
        "nationality" => Becomes::Nationality,
        "sex" => Becomes::Sex(words(block, "words", SEXES)?),
        "father" => Becomes::Parent(ParentRole::Father),
        "mother" => Becomes::Parent(ParentRole::Mother),
        "identifier" => {
            let told = block.required("number", "passport")?;
            Becomes::Identifier(meaning(block, &told, NUMBERS)?)
        }
        "address" => Becomes::Address(parts(block, PLACE_PARTS, places)?),
        "title" => Becomes::Title,
        "position" => Becomes::Office,
        "programme" => Becomes::Programme,
        "legal basis" => Becomes::LegalBasis,
        "listed" => Becomes::Listed(order(block)?),
        "changed" => Becomes::Changed(order(block)?),
        "other key" => Becomes::OtherKey,
        "un reference" => Becomes::UnReference,
        "note" => Becomes::Note,
        "dropped" => Becomes::Dropped(block.required("reason", "why it says nothing")?.text),
        other => {
            let detail = format!("nothing becomes `{other}`; write one of {TARGETS}");
            return Err(block.file.error(word.at, detail));
        }
    })
}

fn order(block: &Block<'_>) -> Result<DateOrder, ReadError> {
    Ok(one(block, "dates", ORDERS)?.unwrap_or(DateOrder::Either))
}

fn dates(block: &Block<'_>, places: usize) -> Result<Vec<Part>, ReadError> {
    parts(block, DATE_PARTS, places)
}

/// The meaning of a word of a table.
fn meaning<T: Copy>(block: &Block<'_>, told: &Told, table: Table<T>) -> Result<T, ReadError> {
    let found = table.iter().find(|(word, _)| *word == told.text).map(|(_, meaning)| *meaning);
    found.ok_or_else(|| {
        let detail = format!("`{}` is not known; write one of {}", told.text, known(table));
        block.file.error(told.at, detail)
    })
}

fn one<T: Copy>(
    block: &Block<'_>,
    key: &'static str,
    table: Table<T>,
) -> Result<Option<T>, ReadError> {
    block.text(key)?.map(|told| meaning(block, &told, table)).transpose()
}

/// Words of the list with their meanings.
fn words<T: Copy>(
    block: &Block<'_>,
    name: &'static str,
    table: Table<T>,
) -> Result<Words<T>, ReadError> {
    let pairs = block.pairs(name)?;
    let read = |(word, told): &(String, Told)| Ok((key(word), meaning(block, told, table)?));
    Ok(Words(pairs.iter().map(read).collect::<Result<_, ReadError>>()?))
}

/// What each of several places is.
fn parts<T: Copy + PartialEq>(
    block: &Block<'_>,
    table: Table<T>,
    places: usize,
) -> Result<Vec<T>, ReadError> {
    let told = block.texts("parts")?;
    if !told.is_empty() && told.len() != places {
        let detail = format!("`parts` has {} words for {places} places of `at`", told.len());
        return Err(block.error(detail));
    }
    let mut parts = Vec::new();
    for told in &told {
        let part = meaning(block, told, table)?;
        if parts.contains(&part) {
            let detail = format!(
                "`{}` is there twice, and the second would be lost; join the places of one part in a field of their own",
                told.text
            );
            return Err(block.file.error(told.at, detail));
        }
        parts.push(part);
    }
    Ok(parts)
}
