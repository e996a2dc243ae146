//! Father and son of one name: Martin Luther King Sr. and Jr., Ferdinand III and IV.

use tamis_text::PartClass;

use crate::record::PreparedName;

/// What generations are called, and which one in the line each is: Jr. is II as well.
const GENERATIONS: [(&str, u8); 7] =
    [("sr", 1), ("senior", 1), ("jr", 2), ("junior", 2), ("ii", 2), ("iii", 3), ("iv", 4)];

/// Whether both names tell a generation, and not the same.
pub(in crate::names) fn are_two(party: &PreparedName, entry: &PreparedName) -> bool {
    matches!((of(party), of(entry)), (Some(one), Some(other)) if one != other)
}

fn of(name: &PreparedName) -> Option<u8> {
    let suffix = name.other.iter().find(|part| part.part.class == PartClass::GenerationSuffix)?;
    let known = GENERATIONS.iter().find(|(word, _)| *word == suffix.part.latin)?;
    Some(known.1)
}
