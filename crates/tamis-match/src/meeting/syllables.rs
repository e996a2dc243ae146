//! Words of East Asia that are the same syllables, or surely others.

use tamis_model::{PartRelation, Weight};
use tamis_text::distance::optimal_string_alignment;
use tamis_text::{
    KoreanSounds, Language, Script, Syllables, are_one_by_initial_law, are_other_characters,
    are_other_mandarin, are_other_syllables,
};

use super::{Form, Meeting};

/// What the same syllables earn: a class of sounds is less than the sound.
pub(super) const SAME_SYLLABLES: i32 = 900;

/// What syllables of pinyin cost beside a Korean word that they may be read as, for each doubling of the words that
/// they may be read as: a word of four readings is met four times as often by chance.
const DOUBLED_READINGS: Weight = Weight::from_millinats(693);

/// The most that it costs: with all syllables of a name the same, each of the two words of an own name bears being joined.
const MOST_OF_READINGS: Weight = Weight::from_millinats(1_400);

/// Whether two parts that are read alike are Chinese names of other characters (伟, 炜). Foreign names are written in
/// whatever is read so.
pub(super) fn are_names_of_other_characters(one: &Form<'_>, other: &Form<'_>) -> bool {
    let of_china = |form: &Form<'_>| form.script == Script::Han && !form.syllables.is_none();
    of_china(one) && of_china(other) && are_other_characters(one.folded, other.folded)
}

/// Whether two parts are written in characters each of which is a syllable of the name: where they are not
/// equal, near letters make no near name.
pub(super) fn are_characters(one: &Form<'_>, other: &Form<'_>) -> bool {
    one.script == other.script && matches!(one.script, Script::Han | Script::Hangul)
}

/// Whether two parts that are not equal are written in characters that are read as other syllables, or are
/// Korean or Chinese names of other sounds: near letters make no near name there (Myong-sik / Myong-guk). One letter may
/// be a slip.
pub(super) fn are_words_of_other_syllables(one: &Form<'_>, other: &Form<'_>) -> bool {
    use Script::{Hangul, Latin};
    let differ = |hangul: KoreanSounds, latin: &str| {
        KoreanSounds::of(latin).is_some_and(|sounds| {
            sounds != hangul || are_other_syllables(one.spelled(), other.spelled())
        })
    };
    match (one.korean, other.korean) {
        _ if are_read_otherwise(one, other) || are_read_otherwise(other, one) => true,
        (Some(sounds), Some(other_sounds)) => {
            let slip = || {
                optimal_string_alignment(one.latin.as_bytes(), other.latin.as_bytes(), 1).is_some()
            };
            let other_vowels = || are_other_syllables(one.spelled(), other.spelled());
            (sounds != other_sounds || other_vowels()) && !(one.script == other.script && slip())
        }
        (Some(sounds), None) => {
            one.script == Hangul && other.script == Latin && differ(sounds, other.latin)
        }
        (None, Some(sounds)) => {
            other.script == Hangul && one.script == Latin && differ(sounds, one.latin)
        }
        (None, None) => {
            let latin = one.script == Latin && other.script == Latin;
            latin
                && one.syllables.are_other_pinyin(&other.syllables)
                && optimal_string_alignment(one.latin.as_bytes(), other.latin.as_bytes(), 1)
                    .is_none()
        }
    }
}

/// Whether one is written in Chinese characters and the other in Latin letters as other syllables.
fn are_read_otherwise(one: &Form<'_>, other: &Form<'_>) -> bool {
    one.script == Script::Han
        && other.script == Script::Latin
        && are_other_mandarin(one.latin, other.latin, one.folded.chars().count())
}

/// The same syllables of East Asia, in letters of several systems or in characters.
#[inline]
pub(crate) fn by_syllables(one: &Form<'_>, other: &Form<'_>) -> Option<Meeting> {
    if one.syllables.is_none() {
        return None;
    }
    let language = one.syllables.met(&other.syllables)?;
    // what characters and Hangul tell apart is two names (김종은, 김정은), but for what North and South begin otherwise
    let meet = match (one.script, other.script) {
        (Script::Han, Script::Han) => false,
        (Script::Hangul, Script::Hangul) => are_one_by_initial_law(one.folded, other.folded),
        _ => language == Language::Chinese || !are_other_syllables(one.spelled(), other.spelled()),
    };
    meet.then_some(BY_SYLLABLES)
}

/// A meeting by syllables.
const BY_SYLLABLES: Meeting = Meeting::new(PartRelation::Transliteration, 0, SAME_SYLLABLES);

/// A Korean word and the pinyin of its characters.
pub(crate) fn through_chinese(one: Syllables, other: Syllables) -> Option<Meeting> {
    let readings = one.meet_through_chinese(&other)?;
    let doublings = i32::try_from(readings.ilog2()).unwrap_or(i32::MAX);
    let cost = Weight(DOUBLED_READINGS.0.saturating_mul(doublings)).min(MOST_OF_READINGS);
    Some(Meeting { cost, ..BY_SYLLABLES })
}
