//! Koreans through Chinese: the characters of a Korean name read in Mandarin and written in pinyin. 金铁三, Kim Chol
//! Sam, is Jin Tiesan there.
//!
//! A syllable of pinyin stands for many characters, and these have three Korean readings on average (in broad
//! sounds, Unihan). A word is kept as its syllables, in a few bits; what Koreans may read it as is made of a table when
//! it is asked. One word tells little; a name of three syllables each of which fits tells much.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use smallvec::SmallVec;

use super::spellings::spellings;
use super::{Syllables, SyllablesOfName, WordOfName, characters, mandarin};
use crate::korean::{FAMILIES, KoreanSounds, is_korean_family, is_one_at_seam};
use crate::romanisation::romanise_character;

/// Syllables of a name that is read so: a family's and two of the own name, as nearly all Koreans have. Names of two
/// are met by chance too often.
const IN_A_NAME: usize = 3;

/// Families of Koreans by their character, those of 20,000 bearers and more that Chinese letters write (census of 2015,
/// Statistics Korea), and the simplified form where it is another.
const CHARACTERS_OF_FAMILIES: &str = "金李朴崔鄭郑姜趙赵尹張张林任韓韩吳吴徐申權权黃黄安宋柳劉刘洪全田高文梁孫孙裵裴白許许\
    南沈盧卢魯鲁河郭成車车朱周禹具丘羅罗閔闵陳陈秦池嚴严元蔡千方房孔玄咸卞邊边廉呂吕秋都石蘇苏薛宣馬马吉延魏\
    表明奇潘琴玉陸陆印孟牟卓康曹蔣蒋辛兪俞楊杨余魚鱼殷龍龙丁慶庆奉史夫賈贾太卜桂皮諸诸董溫温";

/// Families whose character China reads in another way than in other words.
const READ_AS_FAMILY: [(char, &str); 1] = [('朴', "piao")];

/// Most readings of a word: one pair of syllables in two hundred has more, and what fits so many tells nothing.
const MOST: usize = 64;

/// What a word of pinyin is, in bits: the numbers of up to two syllables, from 1, and what they may be in the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Pinyin(pub(super) u32);

impl Pinyin {
    pub(super) const NONE: Self = Self(0);
    const BITS: u32 = 9;
    const SYLLABLE: u32 = (1 << Self::BITS) - 1;
    /// It may be the family's name.
    const FAMILY: u32 = 1 << (2 * Self::BITS);
    /// It may be the own name or a syllable of that.
    const OWN: u32 = Self::FAMILY << 1;

    fn of(syllables: &[usize], may_be: u32) -> Self {
        let number = |syllable: usize| u32::try_from(syllable + 1).unwrap_or(0) & Self::SYLLABLE;
        let packed = syllables.iter().rev().fold(0, |all, at| all << Self::BITS | number(*at));
        Self(packed | may_be)
    }

    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Its syllables by their rows in the table of Mandarin.
    fn syllables(self) -> impl Iterator<Item = usize> {
        [self.0, self.0 >> Self::BITS]
            .into_iter()
            .filter_map(|bits| ((bits & Self::SYLLABLE) as usize).checked_sub(1))
    }

    /// Its only syllable, where that may be the family's name.
    fn family(self) -> Option<usize> {
        let mut all = self.syllables();
        let (only, more) = (all.next(), all.next());
        only.filter(|_| more.is_none() && self.0 & Self::FAMILY != 0)
    }

    /// Two syllables of an own name as one word.
    pub(super) fn followed_by(self, other: Self) -> Self {
        let syllable = |word: Self| {
            let mut all = word.syllables();
            let (only, more) = (all.next(), all.next());
            only.filter(|_| more.is_none() && word.0 & Self::OWN != 0)
        };
        match (syllable(self), syllable(other)) {
            (Some(one), Some(next)) => Self::of(&[one, next], Self::OWN),
            _ => Self::NONE,
        }
    }

    /// What Koreans may read it as, each once; none where that is too much to tell anything.
    pub(super) fn readings(self) -> Readings {
        let mut all = Readings::new();
        let mut syllables = self.syllables().filter_map(|at| TABLE.get(at));
        match (syllables.next(), syllables.next()) {
            (Some(only), None) => {
                let may_be = |bit: u32| self.0 & bit != 0;
                let family = if may_be(Self::FAMILY) { only.family.as_slice() } else { &[] };
                let own = if may_be(Self::OWN) { only.own.as_slice() } else { &[] };
                all.extend(family.iter().chain(own).map(|sounds| sounds.kept));
            }
            (Some(first), Some(second)) => {
                for one in &first.own {
                    for next in &second.own {
                        all.extend(one.followed_by(next));
                    }
                }
            }
            _ => {}
        }
        all.sort_unstable();
        all.dedup();
        if all.len() > MOST { Readings::new() } else { all }
    }
}

/// What is kept of the Korean readings of a word.
pub(super) type Readings = SmallVec<[Kept; 32]>;

/// Hash and length of what is kept of a word that is read as Korean.
pub(super) type Kept = (u32, u8);

/// One Korean reading of a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sounds {
    kept: Kept,
    first: u8,
    last: u8,
}

impl Sounds {
    fn of(broad: &str) -> Option<Self> {
        let (first, last) = (broad.bytes().next()?, broad.bytes().next_back()?);
        let mut kept = Syllables::NONE;
        kept.set(super::KOREAN, broad);
        Some(Self { kept: kept.get(super::KOREAN)?, first, last })
    }

    /// This and then another: a sound after a sound, and as one word of both is read where they run together.
    fn followed_by(&self, next: &Self) -> impl Iterator<Item = Kept> {
        let apart = super::joined(self.kept, next.kept);
        let together = is_one_at_seam(self.last, next.first).then(|| {
            let (hash, length) = next.kept;
            super::joined(self.kept, super::without_first(hash, length, next.first))
        });
        std::iter::once(apart).chain(together)
    }
}

/// The Korean readings of a syllable of pinyin.
#[derive(Debug, Default)]
struct Syllable {
    /// As a family's name.
    family: Vec<Sounds>,
    /// As a syllable of an own name.
    own: Vec<Sounds>,
}

/// Those of each syllable of pinyin, by its row.
static TABLE: LazyLock<Vec<Syllable>> = LazyLock::new(|| {
    let sounds = |all: BTreeSet<String>| all.iter().filter_map(|broad| Sounds::of(broad)).collect();
    let rows = mandarin::rows().map(|(syllable, ..)| Syllable {
        family: sounds(korean_readings_of_family(syllable)),
        own: sounds(korean_readings(syllable)),
    });
    rows.collect()
});

/// Korean readings in the letters of [`KoreanSounds::broad`], by pinyin.
type ByPinyin = HashMap<String, BTreeSet<String>>;

/// What Koreans may read a syllable of pinyin as in an own name, in the letters of [`KoreanSounds::broad`]: the readings
/// of all characters that Mandarin reads so.
#[must_use]
pub fn korean_readings(pinyin: &str) -> BTreeSet<String> {
    static OWN: LazyLock<ByPinyin> = LazyLock::new(|| {
        let mut all = ByPinyin::new();
        for (character, hangul) in characters::readings() {
            let readings = all.entry(romanise_character(character)).or_default();
            for latin in hangul.chars().map(romanise_character) {
                // the South leaves out the r that the North writes first in a name
                let begins = latin.starts_with(['r', 'l']);
                let without = begins.then(|| KoreanSounds::of_family(&latin)).flatten();
                let sounds = [KoreanSounds::of(&latin), without].into_iter().flatten();
                readings.extend(sounds.map(KoreanSounds::broad));
            }
        }
        all
    });
    OWN.get(pinyin).cloned().unwrap_or_default()
}

/// All spellings of what Koreans may read a syllable of pinyin as in an own name.
#[must_use]
pub fn korean_spellings(pinyin: &str) -> &'static BTreeSet<String> {
    static ALL: LazyLock<ByPinyin> = LazyLock::new(|| {
        let mut all = ByPinyin::new();
        for (character, hangul) in characters::readings() {
            let spellings = hangul.chars().flat_map(spellings);
            all.entry(romanise_character(character)).or_default().extend(spellings);
        }
        all
    });
    static NONE: BTreeSet<String> = BTreeSet::new();
    ALL.get(pinyin).unwrap_or(&NONE)
}

/// Whether a name of pinyin, by its words, and the romanised words of a Korean name are one as a whole: the families
/// stand at an end of each and are read alike, and the own name is spelled as one that the two other syllables may be.
#[must_use]
pub fn are_one_through_chinese(pinyin: &[Syllables], korean: &[&str]) -> bool {
    let without_end = |last: bool| match (pinyin, last) {
        ([family, own @ ..], false) | ([own @ .., family], true) => Some((family.pinyin, own)),
        _ => None,
    };
    [false, true].into_iter().filter_map(without_end).any(|(family, own)| {
        let own: SmallVec<[usize; 4]> =
            own.iter().flat_map(|word| word.pinyin.syllables()).collect();
        let family = family.family().and_then(mandarin::syllable);
        let (Some(family), &[first, second]) = (family, own.as_slice()) else { return false };
        let spelled = |at: usize| mandarin::syllable(at).map(korean_spellings);
        let (Some(first), Some(second)) = (spelled(first), spelled(second)) else { return false };
        let fits = |of_korean: &str, own: &[&str]| {
            let own = own.concat();
            let mut cuts = 1..own.len();
            is_korean_family(of_korean)
                && KoreanSounds::of_family(of_korean).is_some_and(|sounds| {
                    korean_readings_of_family(family).contains(&sounds.broad())
                })
                && cuts.any(|cut| {
                    own.split_at_checked(cut)
                        .is_some_and(|(one, next)| first.contains(one) && second.contains(next))
                })
        };
        let begins = matches!(korean, [family, own @ ..] if fits(family, own));
        begins || matches!(korean, [own @ .., family] if fits(family, own))
    })
}

/// The same where it is a family's name: those of the families whose character China reads so.
#[must_use]
pub fn korean_readings_of_family(pinyin: &str) -> BTreeSet<String> {
    FAMILIES_BY_PINYIN.get(pinyin).cloned().unwrap_or_default()
}

static FAMILIES_BY_PINYIN: LazyLock<ByPinyin> = LazyLock::new(|| {
    let known: HashSet<String> = FAMILIES
        .iter()
        .filter_map(|family| KoreanSounds::of_family(family))
        .map(KoreanSounds::broad)
        .collect();
    let mut all = ByPinyin::new();
    for character in CHARACTERS_OF_FAMILIES.chars() {
        let Some(sounds) = sounds_of_family(character).filter(|sounds| known.contains(sounds))
        else {
            continue;
        };
        let other = READ_AS_FAMILY.iter().filter(|(family, _)| *family == character);
        for pinyin in
            other.map(|(_, pinyin)| (*pinyin).to_owned()).chain([romanise_character(character)])
        {
            all.entry(pinyin).or_default().insert(sounds.clone());
        }
    }
    all
});

fn sounds_of_family(character: char) -> Option<String> {
    let text = character.to_string();
    let latin = match characters::family(&text) {
        Some(latin) => latin.to_owned(),
        None => characters::read(&text)?.1,
    };
    KoreanSounds::of_family(&latin).map(KoreanSounds::broad)
}

/// Pinyin of the families of Koreans.
pub(super) fn families() -> impl Iterator<Item = &'static str> {
    FAMILIES_BY_PINYIN.keys().map(String::as_str)
}

/// Notes the syllables of a name that is pinyin throughout, has three of them, and at one end one that may be a Korean
/// family's.
pub(super) fn note(words: &[WordOfName<'_>], all: &mut SyllablesOfName) {
    let cut: Option<SmallVec<[mandarin::Cut; 4]>> =
        words.iter().map(|(_, latin, _)| mandarin::cut(latin)).collect();
    let Some(cut) = cut else { return };
    let last = words.len() - 1;
    if last == 0 || cut.iter().map(SmallVec::len).sum::<usize>() != IN_A_NAME {
        return;
    }
    let may_be_family = |at: usize| match cut.get(at).map(mandarin::Cut::as_slice) {
        Some(&[only]) => TABLE.get(only).is_some_and(|syllable| !syllable.family.is_empty()),
        _ => false,
    };
    let (first_may, last_may) = (may_be_family(0), may_be_family(last));
    if !first_may && !last_may {
        return;
    }
    for (at, (syllables, word)) in all.iter_mut().zip(&cut).enumerate() {
        let (family, own) = match at {
            0 => (first_may, last_may),
            at if at == last => (last_may, first_may),
            _ => (false, true),
        };
        let bit = |holds: bool, bit: u32| if holds { bit } else { 0 };
        syllables.pinyin = Pinyin::of(word, bit(family, Pinyin::FAMILY) | bit(own, Pinyin::OWN));
    }
}

/// A word of pinyin that may be of a Korean name, syllable by syllable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThroughChinese {
    /// One or two syllables.
    pub syllables: Vec<&'static str>,
    /// Whether it may be the family's name.
    pub may_be_family: bool,
    /// Whether it may be the own name or a part of it.
    pub may_be_own: bool,
}

impl ThroughChinese {
    pub(super) fn of(pinyin: Pinyin) -> Option<Self> {
        let syllables: Vec<&str> = pinyin.syllables().filter_map(mandarin::syllable).collect();
        let may_be = |bit: u32| pinyin.0 & bit != 0;
        (!pinyin.is_none()).then(|| Self {
            syllables,
            may_be_family: may_be(Pinyin::FAMILY),
            may_be_own: may_be(Pinyin::OWN),
        })
    }
}

#[cfg(test)]
mod tests;
