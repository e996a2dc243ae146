//! The words of a writing by the units of their spelling: all that a word may be a spelling of.
//!
//! A sieve leaves the words that may gain enough (`sieve`), an alignment those that do (`aligned`). What is
//! found is judged afterwards.

use std::io::{self, Write};
use std::sync::OnceLock;

use tamis_match::key::Key;
use tamis_match::spelling::MOST_UNITS;
use tamis_match::spelling::units::{NOTHING, Writing};

use crate::aligned::Aligned;
use crate::artefact::{Artefact, ArtefactError, Slice, Writer};
use crate::bounding::{Beside, KINDS, is_first, kind_of};
use crate::sieve::{BLOCK, Bits, Prepared, Sieve};
use crate::table::number;

/// A word with its units and its key.
pub(crate) type Spelt<'a> = (&'a [u8], Key, u32);

/// The words of a writing, in the order of their units.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spellings<'a> {
    /// Blocks of rows of bits: of each of the units that words have, then of each kind of those that are not
    /// the first.
    blocks: Slice<'a, Bits>,
    /// The unit of each row, and its kind.
    rows: Slice<'a, u8>,
    kinds: Slice<'a, u8>,
    /// Where the units of each word begin, and where those of the last one end.
    starts: Slice<'a, u32>,
    units: Slice<'a, u8>,
    words: Slice<'a, u32>,
    /// What sought words of each writing gain, once one was sought.
    prepared: [OnceLock<Box<Prepared>>; WRITINGS.len()],
}

impl<'a> Spellings<'a> {
    /// Writes words of a writing by their units.
    pub(crate) fn write(
        mut words: Vec<Spelt<'_>>,
        writing: Writing,
        name: &str,
        to: &mut Writer<impl Write>,
    ) -> io::Result<()> {
        // keys without classes meet nothing
        words.retain(|(units, key, _)| (1..=MOST_UNITS).contains(&units.len()) && !key.is_empty());
        words.sort_unstable_by_key(|(units, _, word)| (*units, *word));
        let mut of_units: [Option<usize>; 256] = [None; 256];
        let mut rows: Vec<u8> = Vec::new();
        for unit in 0..NOTHING {
            if words.iter().any(|(units, ..)| units.contains(&unit)) {
                if let Some(row) = of_units.get_mut(usize::from(unit)) {
                    *row = Some(rows.len());
                }
                rows.push(unit);
            }
        }
        let kinds: Vec<u8> = rows.iter().map(|unit| kind_of(*unit, writing)).collect();
        let (mut starts, mut units, mut blocks) = (vec![0], Vec::new(), Vec::new());
        for of_block in words.chunks(BLOCK) {
            let mut block = vec![Bits::default(); rows.len() + KINDS];
            for (at, (of_word, ..)) in of_block.iter().enumerate() {
                let mut set = |row: usize| {
                    let bits = block.get_mut(row).and_then(|row| row.get_mut(at / 64));
                    bits.into_iter().for_each(|bits| *bits |= 1 << (at % 64));
                };
                for unit in *of_word {
                    let Some(Some(row)) = of_units.get(usize::from(*unit)) else { continue };
                    set(*row);
                    if let Some(kind) = kinds.get(*row).filter(|_| !is_first(*unit)) {
                        set(rows.len() + usize::from(*kind));
                    }
                }
                units.extend_from_slice(of_word);
                starts.push(number(units.len()));
            }
            blocks.append(&mut block);
        }
        let words: Vec<u32> = words.into_iter().map(|(_, _, word)| word).collect();
        to.section(format!("{name}.blocks"), &blocks)?;
        to.section(format!("{name}.rows"), &rows)?;
        to.section(format!("{name}.kinds"), &kinds)?;
        to.section(format!("{name}.starts"), &starts)?;
        to.section(format!("{name}.units"), &units)?;
        to.section(format!("{name}.words"), &words)
    }

    /// Opens what was written.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        Ok(Self {
            blocks: artefact.section(&format!("{name}.blocks"))?,
            rows: artefact.section(&format!("{name}.rows"))?,
            kinds: artefact.section(&format!("{name}.kinds"))?,
            starts: artefact.section(&format!("{name}.starts"))?,
            units: artefact.section(&format!("{name}.units"))?,
            words: artefact.section(&format!("{name}.words"))?,
            prepared: Default::default(),
        })
    }

    /// Calls `found` with each word that may be a spelling of the sought one.
    pub(crate) fn each_like(
        &self,
        sifting: &mut Sifting,
        (from, units, key): (Writing, &[u8], Key),
        writing: Writing,
        found: impl FnMut(u32),
    ) {
        if key.is_empty() || self.words.is_empty() {
            return;
        }
        let beside = Beside::of(from, writing);
        let at = WRITINGS.iter().position(|known| *known == from).unwrap_or(0);
        let Some(prepared) = self.prepared.get(at) else { return };
        let prepared = prepared
            .get_or_init(|| Box::new(Prepared::of(self.rows.whole(), self.kinds.whole(), &beside)));
        let Sifting { sieve, short, middle, long, sifted } = sifting;
        if !sieve.begin(units, prepared) {
            return;
        }
        let sought = (units, &beside);
        // a cell more than units
        match units.len() {
            ..8 => self.sift(sieve, short, sifted, sought, found),
            8..16 => self.sift(sieve, middle, sifted, sought, found),
            16..=MOST_UNITS => self.sift(sieve, long, sifted, sought, found),
            _ => {}
        }
    }

    fn sift<const W: usize>(
        &self,
        sieve: &Sieve,
        aligned: &mut Aligned<W>,
        sifted: &mut u64,
        (sought, beside): (&[u8], &Beside),
        mut found: impl FnMut(u32),
    ) {
        aligned.begin(sought, &sieve.most, beside);
        let (starts, units) = (self.starts.whole(), self.units.whole());
        let rows = self.rows.len() + KINDS;
        for (block, first) in self.blocks.whole().chunks_exact(rows).zip((0..).step_by(BLOCK)) {
            for (bits, first) in sieve.may_reach(block).into_iter().zip((first..).step_by(64)) {
                let mut bits: u64 = bits;
                while bits != 0 {
                    let word: usize = first + bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    let Some([start, end]) = starts.get(word..word + 2) else { break };
                    let of_word = units.get(*start as usize..*end as usize).unwrap_or_default();
                    *sifted += 1;
                    if aligned.reaches(of_word, beside) {
                        self.words.get(word).into_iter().for_each(&mut found);
                    }
                }
            }
        }
    }
}

/// What is written while words are sifted, for short words, which most are, and for longer ones.
#[derive(Debug)]
pub(crate) struct Sifting {
    sieve: Sieve,
    short: Aligned<8>,
    middle: Aligned<16>,
    long: Aligned<48>,
    /// Words that a sieve left since it was made.
    pub(crate) sifted: u64,
}

impl Sifting {
    pub(crate) fn new() -> Self {
        Self {
            sieve: Sieve::default(),
            short: Aligned::new(),
            middle: Aligned::new(),
            long: Aligned::new(),
            sifted: 0,
        }
    }
}

/// The writings whose words are found by their spelling, in their order.
pub(crate) const WRITINGS: [Writing; 7] = [
    Writing::Latin,
    Writing::Arabic,
    Writing::Hebrew,
    Writing::Cyrillic,
    Writing::Kana,
    Writing::Hangul,
    Writing::Han,
];

#[cfg(test)]
mod tests {
    use tamis_match::meeting::CHANCE;
    use tamis_match::spelling::likeness;
    use tamis_match::spelling::units::{Units, units_of_letters};
    use tamis_testkit::generate::Random;

    use super::*;

    #[derive(Debug, thiserror::Error)]
    enum Refused {
        #[error(transparent)]
        Artefact(#[from] ArtefactError),
        #[error(transparent)]
        Writing(#[from] io::Error),
    }

    /// Words of two to nine syllables or none, whose beginnings come again.
    fn words(count: usize, random: &mut Random) -> Vec<String> {
        let syllables = [
            "mu", "ham", "mad", "ab", "dul", "rah", "man", "kha", "lid", "sa", "lim", "yu", "suf",
            "tscho", "ri", "ov", "ez", "gon", "za", "les", "shi", "wei", "zhang", "o", "x",
        ];
        let word = |random: &mut Random| -> String {
            let count = 1 + random.below(4) + 5 * (random.below(20) / 19);
            (0..count).filter_map(|_| random.pick(&syllables).copied()).collect()
        };
        (0..count).map(|_| word(random)).collect()
    }

    #[test]
    fn all_that_gain_more_than_chance_are_found_and_few_others() {
        let mut random = Random::new(12, "spellings");
        let listed = words(1_500, &mut random);
        let key = |word: &str| Key::of(&tamis_text::skeleton(word));
        let listed: Vec<(Units, Key)> =
            listed.iter().map(|word| (units_of_letters(word), key(word))).collect();
        let spelt = (0..).zip(&listed).map(|(word, (units, key))| (units.as_slice(), *key, word));
        let spelt: Vec<Spelt<'_>> = spelt.collect();
        let artefact = Artefact::in_memory::<Refused>(|to| {
            Ok(Spellings::write(spelt, Writing::Latin, "test", to)?)
        })
        .unwrap();
        let spellings = Spellings::open(&artefact, "test").unwrap();
        let mut sifting = Sifting::new();
        let (mut told, mut gained) = (0, 0);
        for word in words(300, &mut random) {
            let units = units_of_letters(&word);
            let mut found = Vec::new();
            let sought = (Writing::Latin, units.as_slice(), key(&word));
            spellings.each_like(&mut sifting, sought, Writing::Latin, |word| found.push(word));
            found.sort_unstable();
            for (number, (of_listed, listed_key)) in (0..).zip(&listed) {
                let sides =
                    ((Writing::Latin, units.as_slice()), (Writing::Latin, of_listed.as_slice()));
                let likeness = likeness(sides.0, sides.1, None);
                if !listed_key.is_empty() && likeness.is_some_and(|likeness| likeness.gain > CHANCE)
                {
                    gained += 1;
                    assert!(found.binary_search(&number).is_ok(), "{word}: {of_listed:?}");
                }
            }
            told += found.len();
        }
        assert!(gained > 1_000 && told < 2 * gained, "{told} found, {gained} gain");
    }
}
