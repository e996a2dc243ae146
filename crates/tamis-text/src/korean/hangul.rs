//! Syllables of Hangul by their number. Knows what North and South write otherwise at the beginning of a name, and
//! no weights.

/// Whether two words of Hangul are the same but for r at the beginning, which the South writes as n, or not at all
/// before i and y: 리 and 이, 로 and 노, 룡호 and 용호. Source: *Hangul machumbeop*, articles 11 and 12 (National Institute
/// of Korean Language); the North writes the consonant that the character has.
#[must_use]
pub fn are_one_by_initial_law(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    let first = |word: &mut std::str::Chars<'_>| word.next().and_then(southern);
    first(&mut one).zip(first(&mut other)).is_some_and(|(one, other)| one == other) && one.eq(other)
}

/// The number of a syllable that begins a name, as the South writes it; none of another letter.
fn southern(syllable: char) -> Option<u32> {
    let number = u32::from(syllable).checked_sub(FIRST_SYLLABLE).filter(|at| *at < SYLLABLES)?;
    let (initial, rest) = (number / OF_INITIAL, number % OF_INITIAL);
    // ya, yae, yeo, ye, yo, yu, i
    let before_i_or_y = matches!(rest / OF_VOWEL, 2 | 3 | 6 | 7 | 12 | 17 | 20);
    let initial = match (initial, before_i_or_y) {
        (RIEUL, true) => SILENT,
        (RIEUL, false) => NIEUN,
        (initial, _) => initial,
    };
    Some(initial * OF_INITIAL + rest)
}

/// The vowel and the last consonant of a syllable, by their numbers; none of another letter.
pub(super) fn vowel_and_last(syllable: char) -> Option<(u32, u32)> {
    let number = u32::from(syllable).checked_sub(FIRST_SYLLABLE).filter(|at| *at < SYLLABLES)?;
    Some((number % OF_INITIAL / OF_VOWEL, number % OF_VOWEL))
}

/// The first syllable, how many there are, how many begin alike, and how many of these have one vowel.
const FIRST_SYLLABLE: u32 = 0xAC00;
const SYLLABLES: u32 = 11_172;
const OF_INITIAL: u32 = 588;
const OF_VOWEL: u32 = 28;

/// Numbers of initial consonants.
const NIEUN: u32 = 2;
const RIEUL: u32 = 5;
const SILENT: u32 = 11;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_north_and_south_write_at_the_beginning() {
        for (one, other, same) in [
            ("리", "이", true),
            ("로", "노", true),
            ("룡해", "용해", true),
            ("량", "양", true),
            ("라", "나", true),
            ("이", "이", true),
            ("라", "아", false),
            ("노", "오", false),
            ("해룡", "해용", false),
            ("영호", "용호", false),
            ("룡호", "용해", false),
            ("ri", "ri", false),
            ("", "", false),
        ] {
            assert_eq!(are_one_by_initial_law(one, other), same, "{one} {other}");
        }
    }
}
