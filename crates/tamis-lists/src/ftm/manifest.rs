//! The manifest beside the entities: which list they are, of which day, and how many.

use serde_json::{Map, Value};
use tamis_model::{CivilDate, ListId};

use crate::error::ReadError;
use crate::reading::SourceFile;

/// Keys for the day of publication, the best first. Sources: the dataset indexes of publishers of
/// FollowTheMoney (`updated_at`, `last_export`), and this project's own word.
const DAYS: [&str; 3] = ["published", "updated_at", "last_export"];

/// Bytes of a manifest. Such a file tells one dataset; the largest known has some 40 kB.
const MAX_BYTES: usize = 4 << 20;

/// What a manifest tells.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) list: Option<ListId>,
    pub(super) published: Option<CivilDate>,
    pub(super) published_as_written: Option<String>,
    pub(super) entities: Option<u64>,
}

impl Manifest {
    /// Whether a file is one JSON object with a name, and no entity.
    pub(super) fn is_one(bytes: &[u8]) -> bool {
        object(bytes)
            .is_some_and(|object| object.contains_key("name") && !object.contains_key("schema"))
    }

    /// Reads a manifest: `{"name": "utopia", "updated_at": "2031-05-07T…", "entity_count": 12}`. The name becomes
    /// the id of the list, in small letters with hyphens.
    pub(super) fn read(file: &SourceFile<'_>) -> Result<Self, ReadError> {
        let object = object(file.bytes).unwrap_or_default();
        let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
        let name = text("name").unwrap_or_default().to_lowercase().replace(['_', ' ', '.'], "-");
        let written = DAYS.iter().find_map(|key| text(key));
        Ok(Self {
            list: Some(ListId::new(&name).map_err(|error| ReadError::Table {
                file: file.name.to_owned(),
                detail: format!("the name of the manifest is no name of a list: {error}"),
            })?),
            published: written.as_deref().and_then(|text| CivilDate::parse_iso(text).ok()),
            published_as_written: written,
            entities: object.get("entity_count").and_then(Value::as_u64),
        })
    }
}

fn object(bytes: &[u8]) -> Option<Map<String, Value>> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(bytes);
    match serde_json::from_slice(bytes).ok()? {
        Value::Object(object) => Some(object),
        _ => None,
    }
}
