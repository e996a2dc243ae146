//! Where the family stands in a name of Vietnam: told from the whole name, for its syllables are words of all peoples (Son, An,
//! Do).

use smallvec::SmallVec;
use tamis_text::{FamilyOfVietnam, Script, WrittenWord};

use super::PreparedPart;

/// The family of a name that is of Vietnam as a whole.
pub(super) fn family(parts: &[PreparedPart]) -> Option<FamilyOfVietnam> {
    if !FamilyOfVietnam::WORDS.contains(&parts.len())
        || parts.iter().any(|part| part.part.latin.len() > FamilyOfVietnam::LETTERS)
        || parts.iter().any(|part| part.part.script != Script::Latin)
    {
        return None;
    }
    let words: SmallVec<[WrittenWord<'_>; 5]> =
        parts.iter().map(|part| (part.part.latin.as_str(), part.part.surface.as_str())).collect();
    FamilyOfVietnam::of(&words)
}
