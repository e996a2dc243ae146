//! Where the family stands in a name of Vietnam: told from the whole name, for its syllables are words of all peoples (Son, An,
//! Do).

use smallvec::SmallVec;
use tamis_text::{FamilyOfVietnam, Script};

use super::PreparedPart;

/// The family of a name that is of Vietnam as a whole.
pub(super) fn family(parts: &[PreparedPart]) -> Option<FamilyOfVietnam> {
    let [first, .., last] = parts else { return None };
    let ends = [first, last].map(|part| part.part.latin.as_str());
    if !FamilyOfVietnam::may_be_among(parts.len(), ends)
        || parts.iter().any(|part| part.part.script != Script::Latin)
    {
        return None;
    }
    let words: SmallVec<[&str; 5]> = parts.iter().map(|part| part.part.latin.as_str()).collect();
    FamilyOfVietnam::of(&words)
}
