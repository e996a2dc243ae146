//! `[layout]`: how the records lie in the file.

use super::block::Block;
use super::{Layout, Sheets};
use crate::error::ReadError;
use crate::mapped::cells::key;
use crate::mapped::text::Shape;

pub(super) fn layout(block: Block<'_>) -> Result<Layout, ReadError> {
    let kind = block.required("kind", "table")?;
    let holds = || block.text("holds").map(|told| told.map(|told| told.text));
    let published = || block.text("published").map(|told| told.map(|told| key(&told.text)));
    let layout = match kind.text.as_str() {
        "table" => Layout::Table { sheets: sheets(&block)? },
        "xml" => {
            let record = block.required("record", "feed.entry")?;
            if !record.text.contains('.') {
                let detail =
                    "`record` is the path of an element below the root: write root.element";
                return Err(block.file.error(record.at, detail));
            }
            Layout::Xml { record: key(&record.text), holds: holds()?, published: published()? }
        }
        "json" => {
            let record = block.text("record")?.map(|told| key(&told.text)).unwrap_or_default();
            let keyed = block.pairs("keyed")?;
            let keyed = keyed.into_iter().map(|(array, by)| (key(&array), key(&by.text))).collect();
            Layout::Json { record, holds: holds()?, published: published()?, keyed }
        }
        "text" => {
            let shapes = block.texts("line")?;
            if shapes.is_empty() {
                let detail =
                    "`line` is missing: write line = [\"{no:number}. {name}, {born:date}\"]";
                return Err(block.error(detail));
            }
            let shape = |told: &super::block::Told| {
                Shape::parse(&told.text).map_err(|detail| block.file.error(told.at, detail))
            };
            let shapes = shapes.iter().map(shape).collect::<Result<_, _>>()?;
            let sections = block.texts("sections")?.iter().map(|told| key(&told.text)).collect();
            let strip = block.text("strip")?.map(|told| told.text.chars().collect());
            let ends = block.text("ends")?;
            if let Some(blank) = ends.as_ref().filter(|told| told.text.trim().is_empty()) {
                let detail =
                    "`ends` is blank: write what stands at the end of each record, such as \";\"";
                return Err(block.file.error(blank.at, detail));
            }
            let ends = ends.map(|told| told.text.trim().to_owned());
            Layout::Text {
                ends,
                shapes,
                sections,
                strip: strip.unwrap_or_default(),
                holds: holds()?,
            }
        }
        other => {
            let detail = format!("there is no layout `{other}`; write table, xml, json or text");
            return Err(block.file.error(kind.at, detail));
        }
    };
    block.finish()?;
    Ok(layout)
}

fn sheets(block: &Block<'_>) -> Result<Sheets, ReadError> {
    let named: Vec<String> = block.texts("sheets")?.into_iter().map(|told| told.text).collect();
    Ok(match named.as_slice() {
        [] => Sheets::First,
        [all] if all == "all" => Sheets::All,
        _ => Sheets::Named(named),
    })
}
