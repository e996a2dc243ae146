//! What a word is made of when its spelling is compared: letters, and groups of letters that are one
//! sound, each at the beginning, inside or at the end.
//!
//! A unit is a byte, so that a learned cost is one look-up. Which groups are one unit is a matter of
//! writing alone; what a unit costs against another is learned.

use smallvec::SmallVec;
use tamis_text::Script;

/// Units of a word; the words of the lists have six in the mean.
pub type Units = SmallVec<[u8; 16]>;

/// Groups of one writing; three places each fill a byte.
pub const GROUPS: usize = 80;

/// The number that stands for no unit at all.
pub const NOTHING: u8 = 240;

/// Numbers of units and of nothing.
pub const UNITS: usize = 241;

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
    const fn inventory(self) -> (&'static [&'static str], &'static str) {
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

const LATIN_GROUPS: &[&str] = &[
    "dzh", "dsch", "tsch", "tch", "sch", "eau", "aux", "ch", "sh", "kh", "gh", "th", "dh", "zh",
    "ph", "xh", "dj", "dz", "ts", "tz", "ck", "cz", "sz", "rz", "qu", "gu", "gn", "ng", "wh", "oo",
    "ou", "ee", "sy",
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

/// The numbers of single letters by their code, from a first one.
struct Inventory {
    first: u32,
    letters: [u8; 1024],
    groups: Vec<(Vec<char>, u8)>,
    /// First letters of groups, as numbers of letters.
    begins: [bool; GROUPS],
}

impl Inventory {
    fn of(writing: Writing) -> Self {
        let (groups, letters) = writing.inventory();
        let first = match writing {
            Writing::Arabic => 0x0600,
            Writing::Hebrew => 0x0590,
            Writing::Cyrillic => 0x0400,
            _ => 0x60,
        };
        let mut inventory =
            Self { first, letters: [NOTHING; 1024], groups: Vec::new(), begins: [false; GROUPS] };
        for (letter, number) in letters.chars().zip(0_u8..) {
            if let Some(cell) = inventory.cell(letter) {
                *cell = number;
            }
        }
        // the final forms of Hebrew are their letters at the end
        for (end, letter) in [('ך', 'כ'), ('ם', 'מ'), ('ן', 'נ'), ('ף', 'פ'), ('ץ', 'צ')]
        {
            let number = inventory.letter(letter);
            if let Some(cell) = inventory.cell(end).filter(|_| writing == Writing::Hebrew) {
                *cell = number;
            }
        }
        let singles = u8::try_from(letters.chars().count()).unwrap_or(NOTHING);
        for (group, number) in groups.iter().zip(singles..) {
            let group: Vec<char> = group.chars().collect();
            let begins = group.first().map_or(NOTHING, |letter| inventory.letter(*letter));
            if let Some(begins) = inventory.begins.get_mut(usize::from(begins)) {
                *begins = true;
            }
            inventory.groups.push((group, number));
        }
        inventory
    }

    fn cell(&mut self, letter: char) -> Option<&mut u8> {
        let place = usize::try_from(u32::from(letter).wrapping_sub(self.first)).ok()?;
        self.letters.get_mut(place)
    }

    fn letter(&self, letter: char) -> u8 {
        usize::try_from(u32::from(letter).wrapping_sub(self.first))
            .ok()
            .and_then(|place| self.letters.get(place).copied())
            .unwrap_or(NOTHING)
    }
}

static LATIN_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Latin));
static ARABIC_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Arabic));
static HEBREW_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Hebrew));
static CYRILLIC_INVENTORY: std::sync::LazyLock<Inventory> =
    std::sync::LazyLock::new(|| Inventory::of(Writing::Cyrillic));

fn inventory(writing: Writing) -> &'static Inventory {
    match writing {
        Writing::Arabic => &ARABIC_INVENTORY,
        Writing::Hebrew => &HEBREW_INVENTORY,
        Writing::Cyrillic => &CYRILLIC_INVENTORY,
        _ => &LATIN_INVENTORY,
    }
}

/// The units of a word: of its own letters where its writing has them, of its romanisation where not.
#[must_use]
pub fn units(folded: &str, latin: &str, writing: Writing) -> Units {
    match writing {
        Writing::Latin => units_of(&tamis_text::reading(latin), writing),
        Writing::Arabic | Writing::Hebrew | Writing::Cyrillic => units_of(folded, writing),
        Writing::Kana | Writing::Hangul | Writing::Han => units_of(latin, writing),
    }
}

/// The units of Latin letters as they are written.
#[must_use]
pub fn units_of_letters(word: &str) -> Units {
    units_of(word, Writing::Latin)
}

fn units_of(word: &str, writing: Writing) -> Units {
    let inventory = inventory(writing);
    let mut units = Units::new();
    let mut rest = word.chars();
    let mut previous = NOTHING;
    while let Some(letter) = rest.clone().next() {
        let mut number = inventory.letter(letter);
        let mut length = 1;
        if inventory.begins.get(usize::from(number)).is_some_and(|begins| *begins) {
            let group = inventory
                .groups
                .iter()
                .find(|(group, _)| group.iter().copied().eq(rest.clone().take(group.len())));
            if let Some((group, found)) = group {
                (number, length) = (*found, group.len());
            }
        }
        for _ in 0..length {
            rest.next();
        }
        // a doubled consonant is one; in Hebrew and Arabic letters stand as they are
        let doubled =
            number == previous && writing != Writing::Arabic && writing != Writing::Hebrew;
        if number == NOTHING || doubled {
            continue;
        }
        previous = number;
        units.push(number);
    }
    let groups = u8::try_from(GROUPS).unwrap_or(NOTHING);
    if let [_, .., last] = units.as_mut_slice() {
        *last += 2 * groups;
    }
    if let [first, ..] = units.as_mut_slice() {
        *first += groups;
    }
    units
}

/// How a unit is written in a table: `^sh` at the beginning, `h$` at the end; `-` is nothing.
#[must_use]
pub fn written(unit: u8, writing: Writing) -> String {
    let unit = usize::from(unit);
    if unit == usize::from(NOTHING) {
        return "-".to_owned();
    }
    let (groups, letters) = writing.inventory();
    let (place, number) = (unit / GROUPS, unit % GROUPS);
    let singles = letters.chars().count();
    let text = letters
        .chars()
        .nth(number)
        .map(String::from)
        .or_else(|| groups.get(number.checked_sub(singles)?).map(|group| (*group).to_owned()))
        .unwrap_or_default();
    match place {
        1 => format!("^{text}"),
        2 => format!("{text}$"),
        _ => text,
    }
}
