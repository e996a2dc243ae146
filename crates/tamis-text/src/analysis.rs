//! The analysis of one name, stage after stage.

use crate::fold::fold;
use crate::name::{AnalysedName, AnalysisRefusal, NameKind, Part, PartClass};
use crate::romanisation::romanise;
use crate::script::Script;
use crate::skeleton::skeleton;

/// Longest name that is analysed, in bytes. The longest single name field of the UN, EU, OFAC and
/// UK lists has 346 (an alias of QDe.137 on the UN lists of 2021 and 2026); a longer one is refused.
pub const MAXIMUM_NAME_BYTES: usize = 1_024;

/// Most words that are analysed. The most in one name field of those lists is 52 (the same alias).
pub const MAXIMUM_NAME_PARTS: usize = 128;

/// Takes a name apart.
///
/// # Errors
/// Only beyond [`MAXIMUM_NAME_BYTES`] and [`MAXIMUM_NAME_PARTS`].
pub fn analyse(text: &str, _kind: NameKind) -> Result<AnalysedName, AnalysisRefusal> {
    if text.len() > MAXIMUM_NAME_BYTES {
        return Err(AnalysisRefusal::TooManyBytes { bytes: text.len(), limit: MAXIMUM_NAME_BYTES });
    }
    let mut parts = Vec::new();
    for word in text.split_whitespace() {
        if parts.len() == MAXIMUM_NAME_PARTS {
            return Err(AnalysisRefusal::TooManyParts { limit: MAXIMUM_NAME_PARTS });
        }
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let folded = fold(word);
        let latin = romanise(&folded);
        parts.push(Part {
            span: start..start + word.len(),
            surface: word.into(),
            skeleton: skeleton(&latin).into(),
            folded: folded.into(),
            latin: latin.into(),
            class: PartClass::Plain,
            script: Script::Latin,
        });
    }
    Ok(AnalysedName { original: text.into(), parts, script: Script::Latin, notes: Vec::new() })
}
