//! Parts with their bearers, drawn by them.

use std::sync::LazyLock;

use tamis_generate::Random;

/// Parts as Latin papers and as native ones write them.
pub(crate) type Part = (&'static str, &'static str);

/// The parts of one writing.
#[derive(Debug)]
pub(crate) struct Parts {
    parts: Vec<Part>,
    /// Bearers of each part and all before it.
    sums: Vec<u64>,
}

impl Parts {
    /// The rows of a table that are of a writing: writing, Latin, native, bearers.
    fn read(table: &'static str, writing: &str) -> Self {
        let (mut parts, mut sums, mut sum) = (Vec::new(), Vec::new(), 0);
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            if columns.next() != Some(writing) {
                continue;
            }
            let (Some(latin), Some(native), Some(Ok(bearers))) =
                (columns.next(), columns.next(), columns.next().map(str::parse::<u64>))
            else {
                continue;
            };
            sum += bearers;
            parts.push((latin, native));
            sums.push(sum);
        }
        Self { parts, sums }
    }

    /// A part, as often as it has bearers.
    pub(crate) fn drawn(&self, random: &mut Random) -> Part {
        let all = self.sums.last().copied().unwrap_or(0);
        let at = random.below(usize::try_from(all).unwrap_or(usize::MAX)) as u64;
        let place = self.sums.partition_point(|sum| *sum <= at);
        self.parts.get(place).copied().unwrap_or_default()
    }

    /// How many different ones there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }
}

/// A writing of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writing {
    Arabic,
    Cyrillic,
    Hangul,
    Han,
    Hebrew,
    Kana,
    Devanagari,
    /// Parts of listed names, in Latin letters alone.
    Listed,
}

impl Writing {
    pub(crate) const ALL: [Self; 8] = [
        Self::Arabic,
        Self::Cyrillic,
        Self::Hangul,
        Self::Han,
        Self::Hebrew,
        Self::Kana,
        Self::Devanagari,
        Self::Listed,
    ];

    const fn words(self) -> &'static str {
        match self {
            Self::Arabic => "arabic",
            Self::Cyrillic => "cyrillic",
            Self::Hangul => "hangul",
            Self::Han => "han",
            Self::Hebrew => "hebrew",
            Self::Kana => "kana",
            Self::Devanagari => "devanagari",
            Self::Listed => "listed",
        }
    }

    /// What stands between the parts of a name.
    pub(crate) const fn between(self) -> &'static str {
        match self {
            Self::Han => "·",
            Self::Kana => "・",
            _ => " ",
        }
    }

    pub(crate) fn parts(self) -> &'static Parts {
        static ALL: LazyLock<[Parts; 8]> = LazyLock::new(|| {
            let counted = include_str!("../../data/population.tsv");
            let estimated = include_str!("../../data/devanagari.tsv");
            Writing::ALL.map(|writing| match writing {
                Writing::Devanagari => Parts::read(estimated, writing.words()),
                _ => Parts::read(counted, writing.words()),
            })
        });
        let [first, ..] = &*ALL;
        let at = Self::ALL.iter().position(|known| *known == self);
        at.and_then(|at| ALL.get(at)).unwrap_or(first)
    }
}
