//! FollowTheMoney entities (one JSON object a line) with the manifest that tells which list they are. Knows that
//! a party is several objects: a person, its papers, its addresses, its listing.

mod manifest;
mod object;
mod parties;
mod properties;

use tamis_model::SnapshotScope;

use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile};
use crate::source::decode;

pub use properties::{PROPERTIES, Property, property};

use manifest::Manifest;
use object::Object;

/// The id of the format.
pub const FORMAT: &str = "ftm-ndjson";

/// Bytes of the longest line. Largest line known of published files: 0.9 MB (a person with 4,000 names).
pub const MAX_LINE_BYTES: usize = 8 << 20;

/// Objects between two calls of the progress function.
const OBJECTS_A_STEP: u64 = 512;

/// Whether one of the files begins with an entity. That the manifest is there is looked at when they are read.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    files.iter().any(|file| object::begins(file.bytes))
        && files.iter().all(|file| object::begins(file.bytes) || Manifest::is_one(file.bytes))
}

/// Reads entities. List and date come from the manifest, or from the options and the importer.
///
/// # Errors
/// [`ReadError`] when neither tells which list it is, a line is beyond the limit or is no JSON, or the files hold
/// another number of entities than the manifest says.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let (entities, manifests): (Vec<_>, Vec<_>) =
        files.iter().partition(|file| object::begins(file.bytes));
    let manifest = match manifests.as_slice() {
        [] => Manifest::default(),
        [file] => Manifest::read(file)?,
        _ => return Err(ReadError::not_recognised(files)),
    };
    let Some(list) = options.list.clone().or_else(|| manifest.list.clone()) else {
        return Err(ReadError::missing_manifest(files));
    };
    let mut parties = parties::Parties::new(list.clone());
    let mut done = 0;
    for file in &entities {
        let source = decode(file)?;
        let mut number = 0_u64;
        let mut offset = 0;
        for line in source.text.split('\n') {
            number += 1;
            if line.len() > MAX_LINE_BYTES {
                let (what, bound) = ("a line", MAX_LINE_BYTES as u64);
                let file = file.name.to_owned();
                return Err(ReadError::LimitExceeded { file, line: number, what, bound });
            }
            if !line.trim().is_empty() {
                parties.take(Object::read(file.name, number, line)?);
            }
            offset += line.len() as u64 + 1;
            if number.is_multiple_of(OBJECTS_A_STEP) {
                progress(done + offset.min(file.bytes.len() as u64));
            }
        }
        parties.repaired(&source);
        done += file.bytes.len() as u64;
        progress(done);
    }
    let (entries, account) = parties.finish();
    let found = account.read_total();
    if let Some(stated) = manifest.entities.filter(|stated| *stated != found) {
        let file = entities.first().map_or("", |file| file.name).to_owned();
        return Err(ReadError::RecordCount { file, stated, found });
    }
    Ok(Reading {
        list,
        format: FORMAT,
        published: manifest.published,
        published_as_written: manifest.published_as_written,
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}
