//! Chinese characters: one Mandarin syllable each, from the generated text of fixed cells.

use crate::generated::HAN;

const LINE_CELLS: usize = 16;
const CELL_BYTES: usize = 6;
const LINE_BYTES: usize = LINE_CELLS * CELL_BYTES + 1;

/// Appends the syllable; false where the character is not in the table.
pub(super) fn romanise(character: char, latin: &mut String) -> bool {
    // The two blocks follow each other in the table, extension A first.
    let cell = match u32::from(character) {
        code @ 0x3400..=0x4DBF => code - 0x3400,
        code @ 0x4E00..=0x9FFF => code - 0x4E00 + 0x19C0,
        _ => return false,
    };
    let Ok(cell) = usize::try_from(cell) else { return false };
    let start = cell / LINE_CELLS * LINE_BYTES + cell % LINE_CELLS * CELL_BYTES;
    let syllable = HAN.get(start..start + CELL_BYTES).unwrap_or_default().trim_end();
    latin.push_str(syllable);
    !syllable.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_first_and_last_characters() {
        for (character, syllable) in
            [('㐀', "qiu"), ('䶵', "chi"), ('一', "yi"), ('金', "jin"), ('龥', "yu")]
        {
            let mut latin = String::new();
            romanise(character, &mut latin);
            assert_eq!(latin, syllable, "{character}");
        }
    }
}
