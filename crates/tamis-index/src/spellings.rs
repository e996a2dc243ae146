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
use crate::bounding::Beside;
use crate::sieve::{Listed, Prepared, Sieve, bits_of};
use crate::table::number;

/// A word with its units and its key.
pub(crate) type Spelt<'a> = (&'a [u8], Key, u32);

/// The words of a writing, in the order of their units.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spellings<'a> {
    /// All different units.
    different: Slice<'a, u8>,
    /// Where the units of each word begin, and where those of the last one end.
    starts: Slice<'a, u32>,
    units: Slice<'a, u8>,
    /// For each different unit a bit a word: which have it.
    having: Slice<'a, u64>,
    words: Slice<'a, u32>,
    /// What sought words of each writing gain, once one was sought.
    prepared: [OnceLock<Box<Prepared>>; WRITINGS.len()],
}

impl<'a> Spellings<'a> {
    /// Writes words of a writing by their units.
    pub(crate) fn write(
        mut words: Vec<Spelt<'_>>,
        name: &str,
        to: &mut Writer<impl Write>,
    ) -> io::Result<()> {
        // keys without classes meet nothing
        words.retain(|(units, key, _)| (1..=MOST_UNITS).contains(&units.len()) && !key.is_empty());
        words.sort_unstable_by_key(|(units, _, word)| (*units, *word));
        let (mut starts, mut units) = (vec![0], Vec::new());
        for (of_word, ..) in &words {
            units.extend_from_slice(of_word);
            starts.push(number(units.len()));
        }
        let different: Vec<u8> = (0..NOTHING).filter(|unit| units.contains(unit)).collect();
        let mut having = Vec::with_capacity(different.len() * bits_of(words.len()));
        for unit in &different {
            let has = |(units, ..): &Spelt<'_>| u64::from(units.contains(unit));
            let bits = |words: &[Spelt<'_>]| {
                words.iter().zip(0..).fold(0, |bits, (word, at)| bits | has(word) << at)
            };
            having.extend(words.chunks(64).map(bits));
        }
        let words: Vec<u32> = words.into_iter().map(|(_, _, word)| word).collect();
        to.section(format!("{name}.different"), &different)?;
        to.section(format!("{name}.starts"), &starts)?;
        to.section(format!("{name}.units"), &units)?;
        to.section(format!("{name}.having"), &having)?;
        to.section(format!("{name}.words"), &words)
    }

    /// Opens what was written.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        Ok(Self {
            different: artefact.section(&format!("{name}.different"))?,
            starts: artefact.section(&format!("{name}.starts"))?,
            units: artefact.section(&format!("{name}.units"))?,
            having: artefact.section(&format!("{name}.having"))?,
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
        let prepared =
            prepared.get_or_init(|| Box::new(Prepared::of(self.different.whole(), &beside)));
        let listed = Listed {
            different: self.different.whole(),
            starts: self.starts.whole(),
            units: self.units.whole(),
            having: self.having.whole(),
        };
        let Some(sieve) = Sieve::of(units, prepared, &beside, listed) else { return };
        let Sifting { short, middle, long, sifted } = sifting;
        // a cell more than units
        match units.len() {
            ..8 => self.sift(&sieve, short, sifted, (units, &beside), found),
            8..16 => self.sift(&sieve, middle, sifted, (units, &beside), found),
            16..=MOST_UNITS => self.sift(&sieve, long, sifted, (units, &beside), found),
            _ => {}
        }
    }

    fn sift<const N: usize>(
        &self,
        sieve: &Sieve<'_>,
        aligned: &mut Aligned<N>,
        sifted: &mut u64,
        (sought, beside): (&[u8], &Beside),
        mut found: impl FnMut(u32),
    ) {
        aligned.begin(sought, sieve.most(), beside);
        sieve.each_left(|word| {
            *sifted += 1;
            if aligned.reaches(word, sieve, beside) {
                self.words.get(word.place).into_iter().for_each(&mut found);
            }
        });
    }
}

/// What is written while words are sifted, for short words, which most are, and for longer ones.
#[derive(Debug)]
pub(crate) struct Sifting {
    short: Aligned<1>,
    middle: Aligned<2>,
    long: Aligned<6>,
    /// Words that a sieve left since it was made.
    pub(crate) sifted: u64,
}

impl Sifting {
    pub(crate) fn new() -> Self {
        Self { short: Aligned::new(), middle: Aligned::new(), long: Aligned::new(), sifted: 0 }
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
        let artefact =
            Artefact::in_memory::<Refused>(|to| Ok(Spellings::write(spelt, "test", to)?)).unwrap();
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
