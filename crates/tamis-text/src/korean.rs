//! Korean names by their sounds: each syllable is a letter of the name, and another syllable another
//! name, however near the romanised letters are (Myong-sik / Myong-guk). Knows no weights.
//!
//! Romanisations (revised, McCune-Reischauer, the North's, English habits) write one syllable in many
//! ways; what they agree in is kept: k and g, t and d, p and b, ch and j, r and l are one consonant each,
//! ŏ, ŭ, o and u one vowel, and glides are left out, for lists drop them. Source: the tables of the three
//! systems (Library of Congress, National Institute of Korean Language).

mod hangul;
mod vowels;

use std::num::NonZeroU64;

pub use hangul::are_one_by_initial_law;
pub use vowels::{Spelled, are_other_syllables};

/// Family names as they are romanised in the South, in the North and by McCune and Reischauer: some eighty of the
/// commonest (census of 2015, Statistics Korea), and those that North and South begin otherwise.
pub(crate) const FAMILIES: [&str; 163] = [
    "ahn", "an", "bae", "baek", "ban", "bang", "bong", "byeon", "byon", "byun", "cha", "chae",
    "chang", "cheon", "chi", "chin", "cho", "choe", "choi", "chon", "chong", "choo", "chu", "chun",
    "chung", "do", "eom", "gang", "geum", "gi", "gil", "go", "goh", "gu", "gwak", "gwon", "gye",
    "gyeong", "ha", "ham", "han", "heo", "ho", "hong", "huh", "hwang", "hyeon", "hyon", "hyun",
    "im", "in", "jang", "jeon", "jeong", "ji", "jin", "jo", "jon", "jong", "joo", "ju", "jun",
    "jung", "kang", "ki", "kil", "kim", "ko", "koh", "koo", "ku", "kum", "kwak", "kwon", "kye",
    "kyong", "kyung", "lee", "li", "lim", "lyu", "ma", "maeng", "min", "mo", "moon", "mun",
    "myeong", "myong", "myung", "na", "nam", "no", "noh", "o", "oh", "ok", "om", "pae", "paek",
    "paeng", "paik", "pak", "pang", "park", "phyo", "pong", "pyo", "pyon", "pyun", "ra", "rhee",
    "rhim", "rho", "ri", "rim", "ro", "roh", "ryang", "ryo", "ryom", "ryoo", "ryu", "seo", "seok",
    "seol", "seong", "shim", "shin", "sim", "sin", "so", "sok", "sol", "son", "song", "suh", "suk",
    "sung", "tae", "tak", "thae", "thak", "to", "u", "um", "weon", "won", "woo", "yang", "yeo",
    "yeom", "yeon", "yi", "yim", "yo", "yom", "yon", "yoo", "yoon", "youn", "yu", "yun",
];

/// The same as numbers, in the same order: asked of each name, most of which are longer.
#[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
static PACKED_FAMILIES: [u64; FAMILIES.len()] = {
    let (mut packed, mut at) = ([0; FAMILIES.len()], 0);
    while at < packed.len() {
        packed[at] = as_number(FAMILIES[at].as_bytes());
        at += 1;
    }
    packed
};

/// The longest of them.
const LONGEST_FAMILY: usize = 6;

/// A short word as a number that is greater for a word that is.
#[expect(clippy::indexing_slicing, reason = "the index is below the length")]
const fn as_number(word: &[u8]) -> u64 {
    let (mut number, mut at) = (0, 0);
    while at < LONGEST_FAMILY {
        let letter = if at < word.len() { word[at] } else { 0 };
        number = number << 8 | letter as u64;
        at += 1;
    }
    number
}

/// Whether a romanised word may be a Korean family name.
#[must_use]
#[inline]
pub fn is_korean_family(latin: &str) -> bool {
    latin.len() <= LONGEST_FAMILY
        && PACKED_FAMILIES.binary_search(&as_number(latin.as_bytes())).is_ok()
}

/// The sounds of a word of Korean syllables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KoreanSounds(
    /// Consonants and vowels in classes, four bits each, the last one lowest.
    NonZeroU64,
);

impl KoreanSounds {
    /// The sounds as a number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0.get()
    }

    /// The sounds of a romanised word; none where it can't be cut into Korean syllables.
    #[must_use]
    pub fn of(latin: &str) -> Option<Self> {
        let mut classes = 0;
        cut(latin, |class, _| classes = classes << 4 | u64::from(class))?;
        NonZeroU64::new(classes).map(Self)
    }

    /// The sounds of a family's name, without what the South leaves out at its beginning and what English adds:
    /// Ri, Lee and Yi are one, and so are Roh and No, Park and Pak.
    #[must_use]
    pub fn of_family(latin: &str) -> Option<Self> {
        match latin {
            "park" => return Self::of("pak"),
            "paik" | "paek" | "baik" => return Self::of("baek"),
            _ => {}
        }
        Self::of_beginning(latin)
    }

    /// The sounds of a word that begins a family's or an own name, as the South writes them: without r before i and y,
    /// and with n for it elsewhere. Ryong-ho is Yong-ho there.
    #[must_use]
    pub fn of_beginning(latin: &str) -> Option<Self> {
        let rest = latin.strip_prefix("rh").or_else(|| latin.strip_prefix(['r', 'l']));
        match rest {
            Some(rest) if rest.starts_with(['i', 'y', 'e']) => Self::of(rest),
            Some(rest) => Self::of(&["n", rest].concat()),
            None => Self::of(latin),
        }
    }

    /// The same in letters, without the difference of n and ng, which Cyrillic letters do not tell.
    #[must_use]
    pub fn broad(self) -> String {
        let letter = |class: u8| char::from(b'a' + if class == NG { N } else { class });
        self.classes().map(letter).collect()
    }

    /// How many syllables: each has one vowel.
    #[must_use]
    pub fn syllables(self) -> u8 {
        self.classes().fold(0, |vowels, class| vowels + u8::from(class >= A))
    }

    /// These and then others, as of one word; none beyond sixteen sounds.
    #[must_use]
    pub fn followed_by(self, other: Self) -> Option<Self> {
        let whole = other.classes().try_fold(self.0.get(), followed)?;
        NonZeroU64::new(whole).map(Self)
    }

    /// The classes in their order.
    fn classes(self) -> impl Iterator<Item = u8> {
        let length = (u64::BITS - self.0.leading_zeros()).div_ceil(4);
        (0..length)
            .rev()
            .map(move |place| u8::try_from(self.0.get() >> (4 * place) & 15).unwrap_or(0))
    }
}

/// The [broad](KoreanSounds::broad) letter of k and g.
pub(crate) const BROAD_K: u8 = b'a' + 1;

/// Whether two [broad](KoreanSounds::broad) letters at the seam of two syllables may be one sound where both are one
/// word: a doubled consonant, and n before g, which reads as ng.
pub(crate) const fn is_one_at_seam(last: u8, first: u8) -> bool {
    first < b'a' + A && (last == first || last == b'a' + N && first == BROAD_K)
}

/// Cuts a romanised word into sounds, each with the letters that write it; none where it has no Korean syllables, or
/// more than sixteen sounds.
fn cut<'a>(latin: &'a str, mut sound: impl FnMut(u8, &'a str)) -> Option<()> {
    let (mut sounds, mut syllables, mut consonants, mut last) = (0, 0, 0, 0);
    let mut rest = latin;
    let written = |rest: &'a str, after: &str| rest.get(..rest.len() - after.len());
    while !rest.is_empty() {
        sounds += 1;
        if sounds > MOST_SOUNDS {
            return None;
        }
        if let Some((class, after)) = taken(rest, vowels_under) {
            sound(class, written(rest, after)?);
            syllables += 1;
            (rest, consonants) = (after, 0);
            continue;
        }
        let (class, mut after) = taken(rest, consonants_under)?;
        if is_aspirated(rest, syllables == 0 || consonants > 0) {
            after = after.strip_prefix('h')?;
        }
        // a doubled consonant is one, tense or mistyped; between vowels two syllables have one each, but for those that end none
        let is_seam = |behind: &str| {
            !ENDS_NONE.contains(&class)
                && syllables > 0
                && consonants == 0
                && taken(behind, vowels_under).is_some()
        };
        while let Some((_, behind)) = taken(after, consonants_under)
            .filter(|(again, behind)| *again == class && !is_seam(behind))
        {
            after = behind;
        }
        consonants += 1;
        // a word begins with one, a syllable ends with one and the next begins with one
        if consonants > if syllables == 0 { 1 } else { 2 } {
            return None;
        }
        sound(class, written(rest, after)?);
        (rest, last) = (after, class);
    }
    let closed = consonants == 0 || !ENDS_NONE.contains(&last);
    (syllables > 0 && consonants < 2 && closed).then_some(())
}

/// Most sounds of a word.
const MOST_SOUNDS: u32 = 16;

/// Classes and one more; none beyond sixteen.
fn followed(classes: u64, class: u8) -> Option<u64> {
    (classes >> 60 == 0).then_some(classes << 4 | u64::from(class))
}

/// Vowels with their glides and their classes by their first letter, the longest first.
const fn vowels_under(first: u8) -> &'static [(&'static str, u8)] {
    match first {
        b'y' => &[
            ("yeo", O),
            ("yae", E),
            ("yoo", O),
            ("you", O),
            ("ya", A),
            ("ye", E),
            ("yo", O),
            ("yu", O),
            ("yi", I),
        ],
        b'w' => &[
            ("wae", E),
            ("woo", O),
            ("weo", O),
            ("wa", A),
            ("we", E),
            ("wi", I),
            ("wo", O),
            ("wu", O),
        ],
        b'e' => &[("eui", I), ("eou", O), ("eo", O), ("eu", O), ("ee", I), ("ei", E), ("e", E)],
        b'a' => &[("ae", E), ("ah", A), ("ai", E), ("aa", A), ("a", A)],
        b'o' => &[("oe", E), ("oi", E), ("oo", O), ("ou", O), ("oh", O), ("o", O)],
        b'u' => &[("ui", I), ("uh", O), ("u", O)],
        b'i' => &[("i", I)],
        _ => &[],
    }
}

/// Consonants and their classes by their first letter, the longest first.
const fn consonants_under(first: u8) -> &'static [(&'static str, u8)] {
    match first {
        b'n' => &[("nng", 10), ("ng", 10), ("n", 7)],
        b'c' => &[("ch", 4), ("c", 4)],
        b's' => &[("sh", 8), ("s", 8)],
        b'r' => &[("rh", 5), ("r", 5)],
        b'k' => &[("k", 1)],
        b'g' => &[("g", 1)],
        b't' => &[("t", 2)],
        b'd' => &[("d", 2)],
        b'p' => &[("p", 3)],
        b'b' => &[("b", 3)],
        b'j' => &[("j", 4)],
        b'l' => &[("l", 5)],
        b'm' => &[("m", 6)],
        b'h' => &[("h", 9)],
        // Kang Kyung-wha: what English hears in hwa
        b'w' => &[("wh", 9)],
        _ => &[],
    }
}

/// Ch, s and h: no syllable ends with one in any romanisation.
const ENDS_NONE: [u8; 3] = [4, 8, 9];

/// The classes of n and ng.
const N: u8 = 7;
const NG: u8 = 10;

/// The vowels; all other classes are below.
const A: u8 = 11;
const E: u8 = 12;
const I: u8 = 13;
const O: u8 = 14;

/// Whether a word begins with kh, ph or th as one sound, as the North writes it: where no k or p can end the syllable
/// before. No syllable of a name ends with t.
fn is_aspirated(word: &str, begins_syllable: bool) -> bool {
    let vowel = |word: &str| word.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'w']);
    let sound = if begins_syllable {
        ["kh", "ph", "th"].iter().find_map(|sound| word.strip_prefix(sound))
    } else {
        word.strip_prefix("th")
    };
    sound.is_some_and(vowel)
}

/// What a word begins with of what stands under its first letter, and what follows.
fn taken(word: &str, of: fn(u8) -> &'static [(&'static str, u8)]) -> Option<(u8, &str)> {
    let table = of(word.bytes().next()?);
    table.iter().find_map(|(letters, class)| {
        let after = word.strip_prefix(letters)?;
        // the h of "ah" and "oh" begins the next syllable where a vowel follows
        let takes_next = letters.ends_with('h')
            && "aou".contains(letters.get(..1).unwrap_or_default())
            && after.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'w']);
        (!takes_next).then_some((*class, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, same: bool) {
        let (one_sounds, other_sounds) = (KoreanSounds::of(one), KoreanSounds::of(other));
        assert!(one_sounds.is_some() && other_sounds.is_some(), "{one} {other}");
        assert_eq!(one_sounds == other_sounds, same, "{one} {other}");
    }

    #[test]
    fn romanisations_of_one_syllable() {
        for (one, other) in [
            ("yong", "young"),
            ("chol", "cheol"),
            ("chol", "chul"),
            ("jo", "cho"),
            ("il", "eel"),
            ("gyu", "kyu"),
            ("cha", "ja"),
            ("hyong", "hyeong"),
            ("jong", "joonng"),
            ("rim", "lim"),
            ("yeonggil", "yonggil"),
            ("sun", "seon"),
            ("choi", "choe"),
            ("nah", "na"),
            ("naho", "naho"),
            ("thae", "tae"),
            ("songthaek", "seongtaek"),
            ("phyong", "pyong"),
            ("khun", "kun"),
            ("kyungwha", "kyonghwa"),
        ] {
            check(one, other, true);
        }
    }

    #[test]
    fn other_syllables() {
        for (one, other) in [
            ("sik", "guk"),
            ("chol", "chun"),
            ("bin", "hun"),
            ("young", "hyong"),
            ("min", "son"),
            ("seongho", "dongho"),
            ("yeonggil", "yongchul"),
            ("man", "hun"),
            ("sukhui", "sukui"),
        ] {
            check(one, other, false);
        }
    }

    #[test]
    fn what_north_and_south_begin_otherwise() {
        for (north, south) in
            [("ri", "yi"), ("ro", "noh"), ("ryang", "yang"), ("ra", "na"), ("ryonghae", "yonghae")]
        {
            let of = KoreanSounds::of_beginning;
            assert!(of(north).is_some() && of(north) == of(south), "{north} {south}");
        }
    }

    #[test]
    fn words_of_no_korean_syllables() {
        for word in ["smith", "qasim", "minh", "vladimir", "abbas", "", "st", "ali7"] {
            assert_eq!(KoreanSounds::of(word), None, "{word}");
        }
    }

    #[test]
    fn sounds_of_neighbours_are_those_of_the_word() {
        let of = |word| KoreanSounds::of(word).unwrap();
        assert_eq!(of("yong").followed_by(of("chol")), Some(of("yongchol")));
        assert_eq!(of("yongchol").syllables(), 2);
    }

    #[test]
    fn families_are_sorted() {
        assert!(FAMILIES.is_sorted() && PACKED_FAMILIES.is_sorted());
        assert_eq!(FAMILIES.iter().map(|family| family.len()).max(), Some(LONGEST_FAMILY));
        assert!(FAMILIES.iter().all(|family| is_korean_family(family)));
        assert!(is_korean_family("kim") && !is_korean_family("smith"));
    }
}
