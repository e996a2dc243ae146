//! A mapping file → a mapping.

use tamis_model::{CivilDate, ListId};
use toml::de::DeTable;

use super::block::{Block, File};
use super::field::{field, place};
use super::layout::layout;
use super::{Becomes, Layout, Mapping, RefusedRecords, SameReference, State, Words};
use crate::error::ReadError;
use crate::mapped::cells::key;
use crate::reading::SourceFile;

/// The key that makes a file a mapping, with the version of the form.
const MARK: &str = "mapping";

/// Bytes of a mapping file. The largest that ships has 6 kB.
const MAX_BYTES: usize = 1 << 20;

/// Whether a file is a mapping: its first line that says something is `mapping = 1`.
#[must_use]
pub fn is_one(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(bytes);
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with(b"#"));
    let rest = first.and_then(|line| line.strip_prefix(MARK.as_bytes()));
    rest.is_some_and(|rest| rest.trim_ascii_start().starts_with(b"="))
}

/// Reads a mapping file.
///
/// # Errors
/// [`ReadError::Mapping`], with the line and what to write there.
pub fn parse(source: &SourceFile<'_>) -> Result<Mapping, ReadError> {
    let bytes = source.bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(source.bytes);
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let file = File { name: source.name, text };
    if bytes.len() > MAX_BYTES || (text.is_empty() && !bytes.is_empty()) {
        return Err(file.error(0, "a mapping is a small text in UTF-8; write it anew"));
    }
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        file.error(at, format!("no TOML: {}", error.message().replace('\n', ", ")))
    })?;
    let block = Block::new(file, 0, table.get_ref());
    let mapping = read(&block)?;
    block.finish()?;
    Ok(mapping)
}

fn read(block: &Block<'_>) -> Result<Mapping, ReadError> {
    let file = block.file;
    if block.version()? != 1 {
        return Err(block.error("this version reads the form `mapping = 1`"));
    }
    let list = block.required("list", "own-watch")?;
    let list = ListId::new(&list.text).map_err(|error| file.error(list.at, error.to_string()))?;
    let layout_block = block.block("layout")?.ok_or_else(|| {
        block.error("`[layout]` is missing: write [layout] and kind = \"table\", \"xml\", \"json\" or \"text\"")
    })?;
    let layout = layout(layout_block)?;
    let fields: Vec<_> = block.blocks("field")?.into_iter().map(field).collect::<Result<_, _>>()?;
    let has = |wanted: fn(&Becomes) -> bool| fields.iter().any(|field| wanted(&field.becomes));
    for (there, what) in [
        (has(|it| matches!(it, Becomes::Reference { .. })), "reference"),
        (has(|it| matches!(it, Becomes::Name { .. })), "name"),
        (has(|it| matches!(it, Becomes::Kind { .. })), "kind"),
    ] {
        if !there {
            let detail =
                format!("no field becomes `{what}`: add a [[field]] with becomes = \"{what}\"");
            return Err(block.error(detail));
        }
    }
    if matches!(layout, Layout::Table { .. }) && !fields.iter().any(|field| field.required) {
        let detail = "no field has `required = true`: the header of a table is told by the columns that must be there";
        return Err(block.error(detail));
    }
    let text = |key| -> Result<String, ReadError> {
        Ok(block.text(key)?.map(|told| told.text).unwrap_or_default())
    };
    Ok(Mapping {
        list,
        title: text("title")?,
        publisher: text("publisher")?,
        jurisdiction: text("jurisdiction")?,
        state: state(block)?,
        published: match block.text("published")? {
            None => None,
            Some(told) => Some(
                CivilDate::parse_iso(&told.text)
                    .map_err(|error| file.error(told.at, error.to_string()))?,
            ),
        },
        layout,
        fields,
        refused: block.blocks("refused")?.into_iter().map(refused).collect::<Result<_, _>>()?,
        same_reference: match block.text("same_reference")? {
            None => SameReference::Refused,
            Some(told) => match told.text.as_str() {
                "refused" => SameReference::Refused,
                "merged" => SameReference::Merged,
                _ => return Err(file.error(told.at, "write \"refused\" or \"merged\"")),
            },
        },
        nothing: block.texts("nothing")?.iter().map(|told| key(&told.text)).collect(),
        months: months(block)?,
        countries: countries(block)?,
    })
}

/// What a mapping says of itself; the table of lists alone uses `format` and `cadence`.
fn state(block: &Block<'_>) -> Result<State, ReadError> {
    let (_, _) = (block.text("format")?, block.text("cadence")?);
    let (against, rests_on) = (block.text("against")?, block.text("rests_on")?);
    let told = block.text("state")?;
    let need = |told: Option<super::block::Told>, what: &str| {
        told.map(|told| told.text).ok_or_else(|| block.error(format!("`{what}` is missing")))
    };
    match told.as_ref().map(|told| told.text.as_str()) {
        None | Some("own") => Ok(State::Own),
        Some("verified") => Ok(State::Verified { against: need(against, "against")? }),
        Some("unverified") => Ok(State::Unverified { rests_on: need(rests_on, "rests_on")? }),
        Some(_) => Err(block.file.error(
            told.map_or(0, |told| told.at),
            "write \"verified\", \"unverified\" or \"own\"",
        )),
    }
}

fn refused(block: Block<'_>) -> Result<RefusedRecords, ReadError> {
    let at = place(&block.required("at", "the column or path")?);
    let values = block.texts("values")?;
    if values.is_empty() {
        return Err(block.error("`values` is missing: write the words that refuse a record"));
    }
    let values = Words(values.iter().map(|told| (key(&told.text), ())).collect());
    let reason = block.required("reason", "why it is not screened")?.text;
    block.finish()?;
    Ok(RefusedRecords { at, values, reason })
}

fn months(block: &Block<'_>) -> Result<Vec<(String, u8)>, ReadError> {
    let read = |(word, told): (String, super::block::Told)| {
        let number = told.text.parse().ok().filter(|number| (1..=12).contains(number));
        let number = number.ok_or_else(|| block.file.error(told.at, "a month is 1 to 12"))?;
        Ok((key(&word), number))
    };
    block.pairs("months")?.into_iter().map(read).collect()
}

fn countries(block: &Block<'_>) -> Result<Vec<(String, String)>, ReadError> {
    let read = |(word, told): (String, super::block::Told)| {
        let code = crate::country::country_with_code("", &told.text).code;
        let code = code.ok_or_else(|| {
            block.file.error(told.at, format!("`{}` is no code of a country: write SY", told.text))
        })?;
        Ok((key(&word), code))
    };
    block.pairs("countries")?.into_iter().map(read).collect()
}
