//! What is learned of spelling, as the program reads them.
//!
//! A line of `data/spelling.tsv` is a table, a unit of Latin, a unit of the other writing and what
//! they tell in steps of 1/16 nat: the logarithm of how much likelier they stand beside each other in
//! one name than in two. `-` is no unit, `?` what has no line of its own, `=` what a unit gains in the
//! mean. Made by `cargo xtask train costs`.

use std::sync::LazyLock;

use super::units::{NOTHING, UNITS, Writing, written};

const TEXT: &str = include_str!("../../data/spelling.tsv");

/// Steps of a nat in a table.
pub const STEPS_A_NAT: i32 = 16;

/// Two writings that have a table; the first is the writing of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pairing {
    /// Latin spellings of one name.
    Latin,
    /// Latin spellings of one Arabic name.
    LatinOfArabic,
    /// Latin and Arabic, names that are written with few vowels there.
    ArabicNative,
    /// Latin and Arabic, names of other languages, with each vowel a letter.
    ArabicForeign,
    /// Latin and Hebrew.
    Hebrew,
    /// Latin and Cyrillic.
    Cyrillic,
    /// Latin and romanised kana.
    Kana,
    /// Latin and romanised Hangul.
    Hangul,
    /// Latin and romanised Chinese.
    Han,
}

impl Pairing {
    /// All, in the order of the file.
    pub const ALL: [Self; 9] = [
        Self::Latin,
        Self::LatinOfArabic,
        Self::ArabicNative,
        Self::ArabicForeign,
        Self::Hebrew,
        Self::Cyrillic,
        Self::Kana,
        Self::Hangul,
        Self::Han,
    ];

    /// Its name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Latin => "latin",
            Self::LatinOfArabic => "latin-arabic",
            Self::ArabicNative => "arabic",
            Self::ArabicForeign => "arabic-foreign",
            Self::Hebrew => "hebrew",
            Self::Cyrillic => "cyrillic",
            Self::Kana => "kana",
            Self::Hangul => "hangul",
            Self::Han => "han",
        }
    }

    /// The writing of its columns.
    #[must_use]
    pub const fn columns(self) -> Writing {
        match self {
            Self::Latin | Self::LatinOfArabic => Writing::Latin,
            Self::ArabicNative | Self::ArabicForeign => Writing::Arabic,
            Self::Hebrew => Writing::Hebrew,
            Self::Cyrillic => Writing::Cyrillic,
            Self::Kana => Writing::Kana,
            Self::Hangul => Writing::Hangul,
            Self::Han => Writing::Han,
        }
    }
}

/// What units against units tell, in steps.
#[derive(Debug, Clone)]
pub struct Gains {
    /// A row of each unit of Latin and of nothing: a column of each unit of the other writing, of
    /// nothing, and what the unit gains in the mean.
    cells: Box<[Row; UNITS + 1]>,
}

/// A row: a cell for any byte, so that none is looked for beyond it.
pub type Row = [i8; 256];

/// The column, and row, of what a unit gains in the mean.
const USUAL: usize = UNITS;

impl Gains {
    /// A table where everything tells the same.
    #[must_use]
    pub fn new(all: i8) -> Self {
        Self { cells: Box::new([[all; 256]; UNITS + 1]) }
    }

    /// What a unit of Latin tells against those of the other writing.
    #[must_use]
    #[inline]
    pub fn row(&self, unit: u8) -> &Row {
        static NONE: Row = [i8::MIN; 256];
        self.cells.get(usize::from(unit)).unwrap_or(&NONE)
    }

    /// What two words gain in the mean of those that are one name, each unit half of it.
    #[must_use]
    pub fn usual(&self, latin: &[u8], written: &[u8]) -> i32 {
        let rows: i32 = latin.iter().map(|unit| i32::from(self.row(*unit)[USUAL])).sum();
        let usual = self.cells.get(USUAL);
        let column = |unit: &u8| usual.and_then(|row| row.get(usize::from(*unit))).copied();
        let columns: i32 = written.iter().map(|unit| i32::from(column(unit).unwrap_or(0))).sum();
        (rows + columns) / 2
    }

    /// What tells the most of two tables.
    fn or(&self, other: &Self) -> Self {
        let mut most = self.clone();
        for (row, other) in most.cells.iter_mut().zip(other.cells.iter()) {
            for (gain, other) in row.iter_mut().zip(other) {
                *gain = (*gain).max(*other);
            }
        }
        most
    }

    /// Sets a gain.
    pub fn set(&mut self, one: usize, other: usize, gain: i8) {
        if let Some(cell) = self.cells.get_mut(one).and_then(|row| row.get_mut(other)) {
            *cell = gain;
        }
    }
}

/// A table that ships.
#[derive(Debug)]
pub struct Shipped {
    /// What units tell.
    pub gains: Gains,
}

/// The tables that ship.
pub fn shipped(pairing: Pairing) -> &'static Shipped {
    static TABLES: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
        Pairing::ALL.into_iter().map(|pairing| Shipped { gains: parse(TEXT, pairing) }).collect()
    });
    static NONE: LazyLock<Shipped> = LazyLock::new(|| Shipped { gains: Gains::new(i8::MIN) });
    TABLES.get(pairing as usize).unwrap_or(&NONE)
}

/// Two tables for one pair of writings, and what bounds both.
#[derive(Debug)]
pub struct Two {
    /// What the first gains or the second, whichever is more.
    pub either: Shipped,
    /// The tables.
    pub tables: [&'static Gains; 2],
}

impl Two {
    fn of(first: Pairing, second: Pairing) -> Self {
        let tables = [&shipped(first).gains, &shipped(second).gains];
        Self { either: Shipped { gains: tables[0].or(tables[1]) }, tables }
    }
}

/// Names in Latin letters, and such that are Arabic.
pub static LATIN: LazyLock<Two> = LazyLock::new(|| Two::of(Pairing::Latin, Pairing::LatinOfArabic));

/// Names in Arabic letters, Arabic ones and those of other languages.
pub static ARABIC: LazyLock<Two> =
    LazyLock::new(|| Two::of(Pairing::ArabicNative, Pairing::ArabicForeign));

/// Reads one table of the file.
#[must_use]
pub fn parse(text: &str, pairing: Pairing) -> Gains {
    let number = |writing: Writing| {
        let mut names: Vec<(String, u8)> = (0..=NOTHING)
            .map(|unit| (written(unit, writing), unit))
            .filter(|(name, _)| !matches!(name.as_str(), "" | "^" | "$"))
            .collect();
        names.sort();
        names
    };
    let (rows, columns) = (number(Writing::Latin), number(pairing.columns()));
    let find = |names: &[(String, u8)], name: &str| {
        let at = names.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        names.get(at).map(|(_, unit)| usize::from(*unit))
    };
    let mut gains = Gains::new(i8::MIN);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        if cells.next() != Some(pairing.name()) {
            continue;
        }
        let (Some(one), Some(other), Some(Ok(gain))) =
            (cells.next(), cells.next(), cells.next().map(str::parse::<i8>))
        else {
            continue;
        };
        let nothing = usize::from(NOTHING);
        match (one, other) {
            ("?", "?") => gains = Gains::new(gain),
            ("?", "-") => (0..nothing).for_each(|unit| gains.set(unit, nothing, gain)),
            ("-", "?") => (0..nothing).for_each(|unit| gains.set(nothing, unit, gain)),
            ("?", "=") => (0..nothing).for_each(|unit| gains.set(unit, USUAL, gain)),
            ("=", "?") => (0..nothing).for_each(|unit| gains.set(USUAL, unit, gain)),
            (one, other) => {
                let row = if one == "=" { Some(USUAL) } else { find(&rows, one) };
                let column = if other == "=" { Some(USUAL) } else { find(&columns, other) };
                if let (Some(row), Some(column)) = (row, column) {
                    gains.set(row, column, gain);
                }
            }
        }
    }
    gains
}
