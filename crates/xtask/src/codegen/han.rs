//! Syllables of Chinese characters, as text of one fixed width: the table is large, and a text shows
//! its changes line by line. Of any_ascii, with `characters_of_names.tsv` on top.

use std::collections::HashMap;

use any_ascii::any_ascii_char;

use super::table::Row;

/// The unified ideographs and extension A, which names use.
const BLOCKS: [(u32, u32); 2] = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF)];
/// Cells of a line.
const LINE: usize = 16;
/// Bytes of a cell: the longest syllable has six letters.
const CELL: usize = 6;

/// One line per sixteen characters, one cell of six bytes a character, filled up with blanks.
pub(super) fn generate(of_names: &[Row]) -> String {
    let of_names: HashMap<&str, &str> =
        of_names.iter().map(|row| (row.get(0), row.get(1))).collect();
    let mut text = String::new();
    for (first, last) in BLOCKS {
        let codes: Vec<u32> = (first..=last).collect();
        for line in codes.chunks(LINE) {
            for &code in line {
                let character = char::from_u32(code);
                let of_name =
                    character.and_then(|character| of_names.get(&*character.to_string()).copied());
                let syllable = of_name.or(character.map(any_ascii_char)).unwrap_or_default();
                let mut letters: String =
                    syllable.chars().filter(char::is_ascii_alphanumeric).take(CELL).collect();
                letters.make_ascii_lowercase();
                text.push_str(&format!("{letters:CELL$}"));
            }
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_one_width() {
        let text = generate(&[]);
        assert!(text.lines().all(|line| line.len() == LINE * CELL));
        assert_eq!(text.lines().count(), (0x4DC0 - 0x3400 + 0xA000 - 0x4E00) / LINE);
    }
}
