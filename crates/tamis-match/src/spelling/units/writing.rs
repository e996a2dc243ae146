//! The writings, and what their units are: letters, and groups of letters that are one sound.

use tamis_text::Script;

/// A writing with an inventory of units of its own, or that has learned costs of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Writing {
    /// Latin letters; what other scripts are romanised to where they have no units.
    Latin,
    /// Arabic letters of all languages.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Cyrillic letters of all languages.
    Cyrillic,
    /// Kana, romanised.
    Kana,
    /// Hangul, romanised.
    Hangul,
    /// Chinese characters, read in the standard language and romanised.
    Han,
}

impl Writing {
    /// The writing of a script.
    #[must_use]
    pub const fn of(script: Script) -> Self {
        match script {
            Script::Arabic => Self::Arabic,
            Script::Hebrew => Self::Hebrew,
            Script::Cyrillic => Self::Cyrillic,
            Script::Kana => Self::Kana,
            Script::Hangul => Self::Hangul,
            Script::Han => Self::Han,
            _ => Self::Latin,
        }
    }

    /// Its groups of several letters, longest first where one begins another, then its letters.
    pub(super) const fn inventory(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Arabic => (ARABIC_GROUPS, ARABIC),
            Self::Hebrew => (HEBREW_GROUPS, HEBREW),
            Self::Cyrillic => (CYRILLIC_GROUPS, CYRILLIC),
            Self::Latin | Self::Kana | Self::Hangul | Self::Han => (LATIN_GROUPS, LATIN),
        }
    }

    /// Whether its units are those of its own letters, not of a romanisation.
    #[must_use]
    pub const fn has_letters(self) -> bool {
        matches!(self, Self::Latin | Self::Arabic | Self::Hebrew | Self::Cyrillic)
    }
}

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

pub(super) const LATIN_GROUPS: &[&str] = &[
    "dzh", "dsch", "tsch", "tch", "sch", "eau", "aux", "ch", "sh", "kh", "gh", "th", "dh", "zh",
    "ph", "xh", "dj", "dz", "ts", "tz", "ck", "cz", "sz", "rz", "qu", "gu", "gn", "ng", "wh", "oo",
    "ou", "ee", "sy",
];

/// Two vowels that another writing has one letter for, or one vowel of its own: one unit beside other
/// writings (see [`finer`]). Beside Latin they stay two, for the pairs of Latin are too few to teach them.
pub(super) const VOWEL_PAIRS: &[&str] = &[
    "ya", "yu", "yo", "ia", "io", "ai", "ei", "au", "eu", "ie", "oi", "ay", "ey", "ow", "aw", "ew",
    "ea",
];

const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگڤڭټډړږښځڼوءئؤېەێۆۇڕڵںڈٹڑ";

const ARABIC_GROUPS: &[&str] =
    &["تش", "دج", "دز", "كس", "تس", "نغ", "نج", "يو", "وي", "او", "اي", "يا", "وا"];

const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";

const HEBREW_GROUPS: &[&str] = &[
    "ג׳", "ז׳", "צ׳", "ץ׳", "ת׳", "ח׳", "ע׳", "ד׳", "ר׳", "וו", "יי", "טש", "קס", "דז", "יו", "וי",
    "או", "אי", "יא",
];

const CYRILLIC: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюяґєіїўјљњћђџѓќѕәғқңөұүһҳҷӣӯ";

const CYRILLIC_GROUPS: &[&str] =
    &["дж", "дз", "кс", "тч", "ий", "ый", "ай", "ей", "ой", "уа", "иа", "ио", "ау", "оу"];
