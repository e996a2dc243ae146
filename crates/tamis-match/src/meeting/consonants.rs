//! Words that have the same consonants, or nearly.

use tamis_model::{PartRelation, Weight};
use tamis_text::distance::optimal_string_alignment;

use super::{Form, Meeting};
use crate::spelling::Likeness;
use crate::vowels;

/// What equal skeletons earn across scripts, by their length: few consonants fit many names.
const ACROSS_SCRIPTS: [i32; 5] = [0, 400, 700, 900, 950];

/// What equal skeletons earn within one script, by their length.
const WITHIN_SCRIPT: [i32; 5] = [0, 0, 600, 800, 850];

/// What equal skeletons earn within one script where the vowels between them are the same but for how a
/// convention writes them (Osama, Usamah; Mursi, Morsy).
const SAME_VOWELS: [i32; 5] = [0, 0, 850, 900, 950];

/// What skeletons one edit apart earn, from four consonants on.
const SKELETON_EDIT: i32 = 500;

/// Whether two words have the same consonants, where Bou- written together is Abu (Bouzid, Abu Zayd).
pub(super) fn have_same_consonants(one: &Form<'_>, other: &Form<'_>) -> bool {
    let father = |compound: &Form<'_>, word: &Form<'_>| match (compound.skeleton, word.skeleton) {
        ([b'P', child @ ..], [b'B', rest @ ..]) => child == rest && word.latin.starts_with("bou"),
        _ => false,
    };
    one.skeleton == other.skeleton || father(one, other) || father(other, one)
}

/// What follows "father of" in a word.
fn child_of(latin: &str) -> &str {
    const FATHERS: [&str; 6] = ["abou", "aboe", "abu", "abo", "ebu", "bou"];
    FATHERS.iter().find_map(|father| latin.strip_prefix(father)).unwrap_or(latin)
}

/// Equal consonants across writings, and of compounds within one, whose halves have their vowels and
/// articles spelled in too many ways to be learned.
pub(super) fn by_equal_skeletons(
    one: &Form<'_>,
    other: &Form<'_>,
    same_writing: bool,
    likeness: Likeness,
) -> Option<Meeting> {
    if !have_same_consonants(one, other) {
        return None;
    }
    let compound = matches!(one.skeleton, [b'Q' | b'P' | b'U', ..])
        || other.skeleton.first() == Some(&b'P')
        || matches!(one.skeleton, [_, .., b'D', b'N'] | [_, _, .., b'L']);
    let shorter = one.skeleton.len();
    let mut share = ACROSS_SCRIPTS.get(shorter.min(4)).copied().unwrap_or(0);
    if same_writing && one.skeleton != other.skeleton {
        // Bouzid is no Abu Daoud
        if !vowels::are_alike_loosely(child_of(one.latin), child_of(other.latin)) {
            return None;
        }
        share = WITHIN_SCRIPT.get(shorter.min(4)).copied().unwrap_or(0);
    } else if same_writing && !compound {
        // both sides write their vowels: few may differ (Mahmud has the consonants of Muhammad)
        let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
        let table = if vowels::are_alike(one.latin, other.latin) {
            SAME_VOWELS
        } else {
            let allowed = u32::try_from(a.len().min(b.len()) / 4).unwrap_or(0).max(1);
            let near = optimal_string_alignment(a, b, allowed).is_some()
                || vowels::are_alike_loosely(one.latin, other.latin);
            if !near {
                return None;
            }
            WITHIN_SCRIPT
        };
        share = table.get(shorter.min(4)).copied().unwrap_or(0);
    }
    let meeting = Meeting {
        cost: Weight(likeness.loss.0 / 32),
        ..Meeting::new(PartRelation::Transliteration, 0, share)
    };
    (share > 0).then_some(meeting)
}

/// Whether two words of one abjad write long vowels none of which is the other's with some left out: خليفي, خلوف.
fn have_other_long_vowels(one: &Form<'_>, other: &Form<'_>) -> bool {
    fn long(folded: &str) -> impl Iterator<Item = char> {
        folded.chars().filter_map(|letter| match letter {
            'و' | 'ו' => Some('w'),
            'ي' | 'ى' | 'ی' | 'י' => Some('y'),
            _ => None,
        })
    }
    let is_within = |one: &Form<'_>, other: &Form<'_>| {
        let mut others = long(other.folded);
        long(one.folded).all(|vowel| others.any(|other| other == vowel))
    };
    !is_within(one, other) && !is_within(other, one)
}

/// The same consonants, or nearly: how many differ, and what the meeting earns.
pub(super) fn skeletons(one: &Form<'_>, other: &Form<'_>, same_writing: bool) -> Option<(u8, i32)> {
    let shorter = one.skeleton.len().min(other.skeleton.len());
    if one.skeleton == other.skeleton {
        let table = if same_writing { WITHIN_SCRIPT } else { ACROSS_SCRIPTS };
        let share = table.get(shorter.min(4)).copied().unwrap_or(0);
        if share == 0 {
            return None;
        }
        if one.abjad && one.script == other.script && have_other_long_vowels(one, other) {
            return None;
        }
        if !same_writing || one.abjad {
            return Some((0, share));
        }
        // both sides write their vowels: they may differ in some, not in all
        let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
        let allowed = u32::try_from(a.len().max(b.len()) / 2).unwrap_or(u32::MAX);
        let edits = optimal_string_alignment(a, b, allowed)?;
        let vowels = i32::try_from(edits.saturating_sub(1)).unwrap_or(i32::MAX);
        return Some((u8::try_from(edits).unwrap_or(u8::MAX), (share - vowels * 40).max(300)));
    }
    if shorter < 4 {
        return None;
    }
    if same_writing && (!one.abjad || one.script == other.script) {
        // vowels tell enough there, and so do the letters of one script: the edit key decides
        return None;
    }
    optimal_string_alignment(one.skeleton, other.skeleton, 1).map(|_| (1, SKELETON_EDIT))
}
