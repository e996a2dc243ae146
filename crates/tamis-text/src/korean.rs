//! Korean names by their sounds: each syllable is a letter of the name, and another syllable another
//! name, however near the romanised letters are (Myong-sik / Myong-guk). Knows no weights.
//!
//! Romanisations (revised, McCune-Reischauer, the North's, English habits) write one syllable in many
//! ways; what they agree in is kept: k and g, t and d, p and b, ch and j, r and l are one consonant each,
//! ŏ, ŭ, o and u one vowel, and glides are left out, for lists drop them. Source: the tables of the three
//! systems (Library of Congress, National Institute of Korean Language).

/// Family names as they are romanised, the forty commonest of the census of 2015 (Statistics Korea).
const FAMILIES: [&str; 96] = [
    "ahn", "an", "bae", "baek", "ban", "bang", "chae", "chang", "cheon", "cho", "choe", "choi",
    "chon", "chong", "chu", "chun", "chung", "eom", "gang", "go", "goh", "gu", "gwak", "gwon",
    "ha", "ham", "han", "heo", "ho", "hong", "huh", "hwang", "im", "in", "jang", "jeon", "jeong",
    "ji", "jin", "jo", "joo", "ju", "jun", "jung", "kang", "kil", "kim", "ko", "koh", "koo", "ku",
    "kwak", "kwon", "lee", "li", "lim", "ma", "min", "moon", "mun", "na", "nam", "no", "noh", "o",
    "oh", "paek", "paik", "pak", "pang", "park", "pyon", "ra", "rhee", "ri", "rim", "roh", "ryu",
    "seo", "shim", "shin", "sim", "sin", "so", "son", "song", "suh", "sung", "u", "um", "won",
    "woo", "yang", "yi", "yoon", "yun",
];

/// Whether a romanised word may be a Korean family name.
#[must_use]
pub fn is_korean_family(latin: &str) -> bool {
    FAMILIES.binary_search(&latin).is_ok()
}

/// The sounds of a word of Korean syllables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KoreanSounds {
    /// Consonants and vowels in classes, four bits each, the last one lowest.
    classes: u64,
    /// How many syllables.
    syllables: u8,
}

impl KoreanSounds {
    /// The sounds of a romanised word; none where it can't be cut into Korean syllables.
    #[must_use]
    pub fn of(latin: &str) -> Option<Self> {
        let mut sounds = Self { classes: 0, syllables: 0 };
        let mut rest = latin;
        let mut consonants = 0;
        while !rest.is_empty() {
            if let Some((class, after)) = taken(rest, &VOWELS) {
                sounds = sounds.then(class)?;
                sounds.syllables += 1;
                (rest, consonants) = (after, 0);
                continue;
            }
            let (class, mut after) = taken(rest, &CONSONANTS)?;
            // a doubled consonant is one, tense or mistyped
            while let Some((again, behind)) = taken(after, &CONSONANTS).filter(|two| two.0 == class)
            {
                debug_assert_eq!(again, class, "the same class");
                after = behind;
            }
            consonants += 1;
            // a word begins with one, a syllable ends with one and the next begins with one
            if consonants > if sounds.syllables == 0 { 1 } else { 2 } {
                return None;
            }
            sounds = sounds.then(class)?;
            rest = after;
        }
        // no syllable ends with s, ch or h in any romanisation
        let closed = consonants == 0 || ![4, 8, 9].contains(&(sounds.classes & 15));
        (sounds.syllables > 0 && consonants < 2 && closed).then_some(sounds)
    }

    /// How many syllables.
    #[must_use]
    pub const fn syllables(self) -> u8 {
        self.syllables
    }

    /// These and then others, as of one word; none beyond sixteen sounds.
    #[must_use]
    pub fn followed_by(self, other: Self) -> Option<Self> {
        let mut whole = self;
        let length = (u64::BITS - other.classes.leading_zeros()).div_ceil(4);
        for place in (0..length).rev() {
            whole = whole.then(u8::try_from(other.classes >> (4 * place) & 15).ok()?)?;
        }
        whole.syllables += other.syllables;
        Some(whole)
    }

    fn then(self, class: u8) -> Option<Self> {
        (self.classes >> 60 == 0)
            .then_some(Self { classes: self.classes << 4 | u64::from(class), ..self })
    }
}

/// Vowels with their glides, the longest first, and their classes.
const VOWELS: [(&str, u8); 38] = [
    ("yeo", O),
    ("yae", E),
    ("yoo", O),
    ("you", O),
    ("wae", E),
    ("woo", O),
    ("eui", I),
    ("eou", O),
    ("ya", A),
    ("ye", E),
    ("yo", O),
    ("yu", O),
    ("yi", I),
    ("wa", A),
    ("we", E),
    ("wi", I),
    ("wo", O),
    ("wu", O),
    ("eo", O),
    ("eu", O),
    ("ae", E),
    ("oe", E),
    ("oi", E),
    ("ui", I),
    ("oo", O),
    ("ou", O),
    ("uh", O),
    ("ah", A),
    ("oh", O),
    ("ee", I),
    ("ai", E),
    ("ei", E),
    ("aa", A),
    ("a", A),
    ("e", E),
    ("i", I),
    ("o", O),
    ("u", O),
];

/// Consonants, the longest first, and their classes.
const CONSONANTS: [(&str, u8); 19] = [
    ("nng", 10),
    ("ng", 10),
    ("ch", 4),
    ("sh", 8),
    ("rh", 5),
    ("k", 1),
    ("g", 1),
    ("t", 2),
    ("d", 2),
    ("p", 3),
    ("b", 3),
    ("j", 4),
    ("r", 5),
    ("l", 5),
    ("m", 6),
    ("n", 7),
    ("s", 8),
    ("h", 9),
    ("c", 4),
];

const A: u8 = 11;
const E: u8 = 12;
const I: u8 = 13;
const O: u8 = 14;

fn taken<'w>(word: &'w str, table: &[(&str, u8)]) -> Option<(u8, &'w str)> {
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
        ] {
            check(one, other, false);
        }
    }

    #[test]
    fn words_of_no_korean_syllables() {
        for word in ["smith", "khan", "minh", "vladimir", "abbas", "", "st", "ali7"] {
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
        assert!(FAMILIES.is_sorted());
        assert!(is_korean_family("kim") && !is_korean_family("smith"));
    }
}
