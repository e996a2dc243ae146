//! Names of East Asia by their syllables: the same name in characters, in Hangul, and in the Latin and Cyrillic
//! letters of several systems. 習近平 is Xi Jinping, Hsi Chin-ping and Си Цзиньпин; 黃之鋒 is Wong Chi-fung; 金正恩
//! is 김정은, Kim Jong Un and Ким Чен Ын.
//!
//! Whether a word is made of such syllables is told from the whole name, for single syllables stand in names of all
//! peoples. Knows no weights.

mod cantonese;
mod characters;
mod cyrillic;
mod mandarin;
mod spellings;
mod through_chinese;
mod vietnamese;

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use smallvec::SmallVec;

use crate::korean::{BROAD_K as K, KoreanSounds, is_korean_family};
use crate::romanisation::romanise_character;
use crate::script::Script;
use through_chinese::{Kept, Pinyin};

pub use characters::are_other_characters;
pub(crate) use characters::korean_readings_of_character;
pub use through_chinese::{
    ThroughChinese, are_one_through_chinese, korean_readings, korean_readings_of_family,
    korean_spellings,
};
pub(crate) use vietnamese::is_family_of_vietnam_alone;
pub use vietnamese::{FamilyOfVietnam, are_two_of_vietnam};

/// In how many ways a word may be read.
const WAYS: usize = 4;
/// In pinyin, and no other way of Mandarin.
const PINYIN: usize = 0;
/// As syllables of Mandarin, in classes that Wade-Giles and pinyin share.
const MANDARIN: usize = 1;
const CANTONESE: usize = 2;
const KOREAN: usize = 3;

/// A word's syllables, as numbers: words that have the same are one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Syllables {
    /// A hash of what each way of reading keeps of the word.
    hashes: [u32; WAYS],
    /// How many letters that is; 0 where the word can't be read so.
    lengths: [u8; WAYS],
    /// What it is in pinyin, where the name may be a Korean's through Chinese.
    pinyin: Pinyin,
}

/// A language that syllables are read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Mandarin or Cantonese.
    Chinese,
    /// Korean, in sounds so broad that other vowels may be other syllables.
    Korean,
}

/// What hashes are made with.
const BASE: u32 = 0x9E37_79B1;

impl Syllables {
    /// Those of a word of no such syllables.
    pub const NONE: Self = Self { hashes: [0; WAYS], lengths: [0; WAYS], pinyin: Pinyin::NONE };

    /// Whether there are none.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        u32::from_le_bytes(self.lengths) == 0 && self.pinyin.is_none()
    }

    fn set(&mut self, way: usize, kept: &str) {
        let hash = kept
            .bytes()
            .fold(0_u32, |hash, byte| hash.wrapping_mul(BASE).wrapping_add(u32::from(byte)));
        if let (Some(place), Some(length)) = (self.hashes.get_mut(way), self.lengths.get_mut(way)) {
            (*place, *length) = (hash, u8::try_from(kept.len()).unwrap_or(0));
        }
    }

    fn get(&self, way: usize) -> Option<Kept> {
        let length = self.lengths.get(way).copied().unwrap_or(0);
        if length > 0 { self.hashes.get(way).map(|hash| (*hash, length)) } else { None }
    }

    /// Whether two words are the same syllables in one way of reading.
    #[must_use]
    pub fn meet(&self, other: &Self) -> bool {
        self.met(other).is_some()
    }

    /// In which language two words are the same syllables; the one that tells more.
    #[must_use]
    pub fn met(&self, other: &Self) -> Option<Language> {
        let same = |way: usize| self.get(way).is_some() && self.get(way) == other.get(way);
        let pinyin = self.get(PINYIN).zip(other.get(PINYIN));
        // Zhang and Chang are two names where both are pinyin
        let chinese =
            same(CANTONESE) || same(MANDARIN) && pinyin.is_none_or(|(one, other)| one == other);
        match chinese {
            true => Some(Language::Chinese),
            false => same(KOREAN).then_some(Language::Korean),
        }
    }

    /// In how many ways Koreans may read a word of pinyin one of which is the other word; none where they are not the
    /// same so. Two words of pinyin are told by their letters.
    #[must_use]
    pub fn meet_through_chinese(&self, other: &Self) -> Option<usize> {
        let (pinyin, korean) = match (self.pinyin.is_none(), other.pinyin.is_none()) {
            (false, true) => (self.pinyin, other),
            (true, false) => (other.pinyin, self),
            _ => return None,
        };
        if korean.get(PINYIN).is_some() {
            return None;
        }
        let korean = korean.get(KOREAN)?;
        let readings = pinyin.readings();
        readings.binary_search(&korean).ok().map(|_| readings.len())
    }

    /// Whether it is pinyin in a name that may be a Korean's through Chinese.
    #[must_use]
    pub const fn may_be_through_chinese(&self) -> bool {
        !self.pinyin.is_none()
    }

    /// Whether it is pinyin and nothing else that Chinese is written in.
    #[must_use]
    pub fn is_pinyin_alone(&self) -> bool {
        self.get(PINYIN).is_some()
    }

    /// What it is in pinyin, where its name may be a Korean's through Chinese.
    #[must_use]
    pub fn through_chinese(&self) -> Option<ThroughChinese> {
        ThroughChinese::of(self.pinyin)
    }

    /// Whether Koreans read it with these sounds, in the letters of [`KoreanSounds::broad`].
    #[must_use]
    pub fn is_korean(&self, broad: &str) -> bool {
        let mut read = Self::NONE;
        read.set(KOREAN, broad);
        self.get(KOREAN).is_some_and(|korean| read.get(KOREAN) == Some(korean))
    }

    /// Whether two words are other syllables where both are pinyin: Guangliang, Guangming.
    #[must_use]
    pub fn are_other_pinyin(&self, other: &Self) -> bool {
        let pinyin = self.get(PINYIN).zip(other.get(PINYIN));
        pinyin.is_some() && self.get(MANDARIN) != other.get(MANDARIN)
    }

    /// All that they are, as numbers that an index can hold.
    #[must_use]
    pub fn as_numbers(&self) -> [u32; WAYS + 2] {
        let [pinyin, mandarin, cantonese, korean] = self.hashes;
        [pinyin, mandarin, cantonese, korean, u32::from_le_bytes(self.lengths), self.pinyin.0]
    }

    /// The same from these numbers.
    #[must_use]
    pub fn of_numbers(numbers: [u32; WAYS + 2]) -> Self {
        let [pinyin, mandarin, cantonese, korean, lengths, of_korean] = numbers;
        Self {
            hashes: [pinyin, mandarin, cantonese, korean],
            lengths: lengths.to_le_bytes(),
            pinyin: Pinyin(of_korean),
        }
    }

    /// A number for each way of reading: words that [`meet`](Self::meet) share one.
    pub fn keys(&self) -> impl Iterator<Item = u64> + use<> {
        let all = *self;
        (MANDARIN..WAYS).filter_map(move |way| Some(key(way, all.get(way)?)))
    }

    /// A number for each way in which Koreans may read a word of pinyin; the word that it
    /// [meets](Self::meet_through_chinese) has one of them among its [`keys`](Self::keys).
    pub fn keys_through_chinese(&self) -> impl Iterator<Item = u64> + use<> {
        self.pinyin.readings().into_iter().map(|kept| key(KOREAN, kept))
    }

    /// The number that a word has among its [`keys`](Self::keys) as Koreans read it.
    #[must_use]
    pub fn korean_key(&self) -> Option<u64> {
        self.get(KOREAN).map(|kept| key(KOREAN, kept))
    }

    /// These and then others, as of one word.
    #[must_use]
    pub fn followed_by(&self, other: &Self) -> Self {
        let mut whole = Self { pinyin: self.pinyin.followed_by(other.pinyin), ..Self::NONE };
        for way in 0..WAYS {
            let (Some(one), Some(next)) = (self.get(way), other.get(way)) else { continue };
            let (hash, length) = joined(one, next);
            if let (Some(place), Some(of_length)) =
                (whole.hashes.get_mut(way), whole.lengths.get_mut(way))
            {
                (*place, *of_length) = (hash, length);
            }
        }
        whole
    }
}

/// Two Korean words in Latin letters as one in which n and g at the seam are read as ng: Sin Gwon, written Singwon. None
/// where the seam is another.
#[must_use]
pub fn run_together(
    (one, latin): (&Syllables, &str),
    (next, next_latin): (&Syllables, &str),
) -> Option<Syllables> {
    let is_ng = latin.ends_with('n') && next_latin.starts_with(['g', 'k']);
    let (kept, (hash, length)) = one.get(KOREAN).zip(next.get(KOREAN)).filter(|_| is_ng)?;
    let rest = without_first(hash, length, K);
    let mut whole = Syllables::NONE;
    (whole.hashes[KOREAN], whole.lengths[KOREAN]) = joined(kept, rest);
    Some(whole)
}

/// What is kept of a word without its first letter.
const fn without_first(hash: u32, length: u8, first: u8) -> Kept {
    let rest = length.saturating_sub(1);
    (hash.wrapping_sub(BASE.wrapping_pow(rest as u32).wrapping_mul(first as u32)), rest)
}

/// What is kept of a word and then of another.
const fn joined((hash, length): Kept, (next, of_next): Kept) -> Kept {
    let shifted = hash.wrapping_mul(BASE.wrapping_pow(of_next as u32));
    (shifted.wrapping_add(next), length.saturating_add(of_next))
}

/// The number of what is kept of a word in one way of reading.
const fn key(way: usize, (hash, _): Kept) -> u64 {
    (way as u64) << 32 | hash as u64
}

/// A word of a name: folded, romanised, and its script.
pub type WordOfName<'a> = (&'a str, &'a str, Script);

/// The syllables of each word of a name.
pub type SyllablesOfName = SmallVec<[Syllables; 4]>;

/// Syllables of a name, family name and own name together.
const IN_A_NAME: RangeInclusive<usize> = 2..=4;

/// Letters of a word of three syllables in Cyrillic.
const LONGEST_IN_CYRILLIC: usize = 12;

/// The syllables of the words of a name; none where it is no name of East Asia.
#[must_use]
pub fn syllables_of_name(words: &[WordOfName<'_>]) -> Option<SyllablesOfName> {
    of_whole_name(words).or_else(|| behind_another_name(words))
}

/// A name of East Asia behind a Western own name: Joshua Wong Chi-fung. The first word has no syllables.
fn behind_another_name(words: &[WordOfName<'_>]) -> Option<SyllablesOfName> {
    let [(_, _, Script::Latin), rest @ ..] = words else { return None };
    match rest {
        [family, _, ..] if may_be_family(family.1) => {
            let mut all = of_whole_name(rest)?;
            // a name through Chinese is whole
            all.iter_mut().for_each(|syllables| syllables.pinyin = Pinyin::NONE);
            all.insert(0, Syllables::NONE);
            all.iter().any(|syllables| !syllables.is_none()).then_some(all)
        }
        _ => None,
    }
}

fn of_whole_name(words: &[WordOfName<'_>]) -> Option<SyllablesOfName> {
    let &[(_, _, script), ..] = words else { return None };
    if words.len() > *IN_A_NAME.end() || words.iter().any(|word| word.2 != script) {
        return None;
    }
    let mut all = SyllablesOfName::from_elem(Syllables::NONE, words.len());
    match script {
        Script::Latin
            if words.len() > 1
                && [words.first(), words.last()]
                    .into_iter()
                    .flatten()
                    .any(|word| may_be_family(word.1)) =>
        {
            in_pinyin_or_wade(words, &mut all);
            each(
                words,
                &mut all,
                CANTONESE,
                |word| cantonese::is_family(word.1),
                |word, _| cantonese::kept(word.1),
            );
            each(words, &mut all, KOREAN, |word| is_korean_family(word.1), korean);
            through_chinese::note(words, &mut all);
        }
        Script::Cyrillic
            if words.len() > 1
                && words.iter().all(|word| word.0.chars().count() <= LONGEST_IN_CYRILLIC) =>
        {
            cyrillic::note(words, &mut all);
        }
        Script::Hangul => each(words, &mut all, KOREAN, |_| true, of_hangul),
        Script::Han => characters::note(words, &mut all),
        _ => {}
    }
    all.iter().any(|syllables| !syllables.is_none()).then_some(all)
}

/// Whether a Latin word is written as a family of East Asia is in some way: asked of each name, most of which end here.
fn may_be_family(latin: &str) -> bool {
    static ALL: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let spellings = mandarin::spellings_of_families();
        let all = spellings.chain(cantonese::FAMILIES).chain(crate::korean::FAMILIES);
        let all = all.chain(through_chinese::families());
        let mut all: Vec<u64> = all.filter_map(as_number).collect();
        all.sort_unstable();
        all
    });
    as_number(latin).is_some_and(|number| ALL.binary_search(&number).is_ok())
}

/// A word of up to eight letters as a number.
fn as_number(word: &str) -> Option<u64> {
    (word.len() <= 8).then(|| word.bytes().fold(0, |number, byte| number << 8 | u64::from(byte)))
}

/// Where a word stands in a name of East Asia.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Family,
    /// The first word of the own name.
    BeginsOwn,
    Inside,
}

/// Reads all words in one way, or none: the name has few syllables, and a family name at one end.
fn each(
    words: &[WordOfName<'_>],
    all: &mut SyllablesOfName,
    way: usize,
    is_family: impl Fn(&WordOfName<'_>) -> bool,
    read: impl Fn(&WordOfName<'_>, Place) -> Option<(String, usize)>,
) {
    let last = words.len() - 1;
    let ends = |at: usize| at == 0 || at == last;
    let at_end = |(at, word): (usize, &WordOfName<'_>)| ends(at) && is_family(word);
    let Some(family) = words.iter().enumerate().position(at_end) else { return };
    let begins_own = if family == 0 { 1 } else { 0 };
    let place = |at: usize| match at {
        at if at == family => Place::Family,
        at if at == begins_own => Place::BeginsOwn,
        _ => Place::Inside,
    };
    let read: Option<SmallVec<[(String, usize); 4]>> =
        words.iter().enumerate().map(|(at, word)| read(word, place(at))).collect();
    let Some(read) = read else { return };
    let syllables = read.iter().map(|(_, syllables)| syllables).sum::<usize>();
    // one word of characters or of Hangul may be an own name alone
    if syllables > *IN_A_NAME.end() || syllables < *IN_A_NAME.start() && words.len() > 1 {
        return;
    }
    for (syllables, (kept, _)) in all.iter_mut().zip(&read) {
        syllables.set(way, kept);
    }
}

/// The sounds of a Korean word; at the beginning of a name without what North and South write otherwise there.
fn korean((_, latin, _): &WordOfName<'_>, place: Place) -> Option<(String, usize)> {
    let sounds = match place {
        Place::Family => KoreanSounds::of_family(latin),
        Place::BeginsOwn => KoreanSounds::of_beginning(latin),
        Place::Inside => KoreanSounds::of(latin),
    }?;
    Some((sounds.broad(), usize::from(sounds.syllables())))
}

/// The same of a word of Hangul, syllable by syllable: 선권 is son and kwon, 성원 song and won, and both are written
/// Songwon.
fn of_hangul((folded, ..): &WordOfName<'_>, place: Place) -> Option<(String, usize)> {
    let mut syllables = folded.chars().map(romanise_character);
    let latin = syllables.next()?;
    let first = korean(&("", &latin, Script::Hangul), place)?;
    syllables.try_fold(first, |(mut kept, count), latin| {
        let sounds = KoreanSounds::of(&latin)?;
        kept.push_str(&sounds.broad());
        Some((kept, count + usize::from(sounds.syllables())))
    })
}

/// Whether a name in Latin or Cyrillic letters is syllables of Korean or of Mandarin throughout, so many, with a family's
/// name at one end.
pub(crate) fn are_syllables(words: &[WordOfName<'_>], counts: RangeInclusive<usize>) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let are = |is_family: fn(&WordOfName<'_>) -> bool,
               count: fn(&WordOfName<'_>) -> Option<usize>| {
        let count = || words.iter().map(count).sum::<Option<usize>>();
        (is_family(first) || is_family(last)) && count().is_some_and(|all| counts.contains(&all))
    };
    // the broadest of its places: what North and South begin otherwise, and Park
    let korean = |word: &WordOfName<'_>| Some(korean(word, Place::Family)?.1);
    let mandarin = |word: &WordOfName<'_>| Some(mandarin::kept_of_either(word.1)?.1);
    match first.2 {
        // most names end here
        Script::Latin if !may_be_family(first.1) && !may_be_family(last.1) => false,
        Script::Latin => {
            are(|word| is_korean_family(word.1), korean)
                || are(|word| mandarin::is_family(word.1), mandarin)
        }
        Script::Cyrillic => are(cyrillic::is_family, cyrillic::count),
        _ => false,
    }
}

/// Whether a word is one syllable of Korean.
pub(crate) fn is_korean_syllable((_, latin, _): &WordOfName<'_>) -> bool {
    KoreanSounds::of(latin).is_some_and(|sounds| sounds.syllables() == 1)
}

/// Whether a word may be the name of a Korean family.
pub(crate) fn is_family_of_korea((_, latin, _): &WordOfName<'_>) -> bool {
    is_korean_family(latin)
}

/// Whether a word may be the name of a Chinese family, in Latin letters.
pub(crate) fn is_family_of_china((_, latin, _): &WordOfName<'_>) -> bool {
    mandarin::is_family(latin)
}

/// Whether a word is so many syllables of pinyin.
pub(crate) fn is_pinyin((_, latin, _): &WordOfName<'_>, syllables: usize) -> bool {
    mandarin::cut(latin).is_some_and(|cut| cut.len() == syllables)
}

fn set_pinyin(syllables: &mut Syllables, pinyin: &str) {
    syllables.set(PINYIN, pinyin);
    if let Some((kept, _)) = mandarin::kept_of_pinyin(pinyin) {
        syllables.set(MANDARIN, &kept);
    }
}

/// A name in pinyin throughout, where a word of it is no Wade-Giles; else in either.
fn in_pinyin_or_wade(words: &[WordOfName<'_>], all: &mut SyllablesOfName) {
    let (first, last) = (words.first(), words.last());
    if ![first, last].into_iter().flatten().any(|word| mandarin::is_family(word.1)) {
        return;
    }
    let fits = |read: &[(String, usize)]| {
        IN_A_NAME.contains(&read.iter().map(|(_, syllables)| syllables).sum())
    };
    let by = |read: fn(&str) -> Option<(String, usize)>| -> Option<SmallVec<[_; 4]>> {
        words.iter().map(|(_, latin, _)| read(latin)).collect()
    };
    let pinyin = by(mandarin::kept_of_pinyin).filter(|read| fits(read));
    let wade = by(mandarin::kept_of_wade).filter(|read| fits(read));
    let is_pinyin_alone = pinyin.is_some() && wade.is_none();
    let Some(read) =
        wade.or(pinyin).or_else(|| by(mandarin::kept_of_either)).filter(|read| fits(read))
    else {
        return;
    };
    for ((syllables, (kept, _)), word) in all.iter_mut().zip(&read).zip(words) {
        syllables.set(MANDARIN, kept);
        if is_pinyin_alone {
            syllables.set(PINYIN, word.1);
        }
    }
}

#[cfg(test)]
mod tests;
