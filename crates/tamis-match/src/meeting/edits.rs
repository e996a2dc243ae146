//! Words of which few letters differ.

use smallvec::SmallVec;
use tamis_text::distance::{optimal_string_alignment, optimal_string_alignment_chars};

use super::{Form, edits_allowed};
use crate::sketch::differ_in_at_most;

/// The letters of a word; most have room in place.
type Letters = SmallVec<[char; 24]>;

/// Few letters differ: how many, and what the meeting earns.
pub(super) fn edited(one: &Form<'_>, other: &Form<'_>) -> Option<(u8, i32)> {
    let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
    let shorter = a.len().min(b.len());
    let allowed = edits_allowed(shorter);
    if allowed == 0 {
        return None;
    }
    let edits = if one.abjad {
        // one letter of an abjad may be several romanised: their sets of letters tell nothing
        let [a, b] = [one, other].map(|form| form.folded.chars().collect::<Letters>());
        optimal_string_alignment_chars(&a, &b, edits_allowed(a.len().min(b.len())))?
    } else if !differ_in_at_most(one.letters, other.letters, allowed) {
        return None;
    } else {
        optimal_string_alignment(a, b, allowed)?
    };
    if begin_otherwise(one, other, edits) {
        return None;
    }
    let edits = u8::try_from(edits).unwrap_or(u8::MAX);
    let length = i32::try_from(shorter).unwrap_or(i32::MAX);
    // one letter of four costs 350, one of nine 156, two of nine 311
    let share = 1000 - i32::from(edits) * 1400 / length.max(1);
    let slip = edits == 1 && may_be_slip(one, other, shorter);
    Some((edits, if slip { share.max(SLIP) } else { share }))
}

/// Whether two words begin so differently that letters which differ are no slip, for nobody mistypes how a name begins: two
/// edits that change both first letters (Зайченко, Бойченко), or one that changes the first letter of a word of four (Gashi,
/// Ashi). Not where the letters are exchanged, where one may fall away, or where spellings begin so (Guma, Juma).
fn begin_otherwise(one: &Form<'_>, other: &Form<'_>, edits: u32) -> bool {
    let (a, b) = (one.latin.as_bytes(), other.latin.as_bytes());
    let ([first, second, ..], [other_first, other_second, ..]) = (a, b) else { return false };
    if first == other_first {
        return false;
    }
    if edits >= 2 {
        return second != other_second && first != other_second && second != other_first;
    }
    let exchanged = first == other_second && second == other_first;
    let lacks_first = falls_away(a, b) || falls_away(b, a);
    let are_one_sound = [first, other_first].iter().all(|letter| BEGIN_ONE_SOUND.contains(letter));
    a.len().min(b.len()) == SHORTEST_EDITED
        && one.skeleton != other.skeleton
        && !(exchanged || lacks_first || are_one_sound)
}

/// Whether a word is another behind a first letter that many leave out: a vowel or a glide (Idris, Dris; Yunus, Unus), h (Hamza,
/// Amza), the l of an article (Larbi, Arbi), a nasal before a consonant (Mbaye, Baye).
fn falls_away(longer: &[u8], shorter: &[u8]) -> bool {
    let is_vowel = |letter: &u8| b"aeiouy".contains(letter);
    match longer {
        [b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w' | b'h' | b'l', rest @ ..] => {
            rest == shorter
        }
        [b'm' | b'n', rest @ ..] => !rest.first().is_none_or(is_vowel) && rest == shorter,
        _ => false,
    }
}

/// Letters that begin spellings of one sound: Guma, Juma, Yuma; Zaki, Dhaki; Cemal, Jemal.
const BEGIN_ONE_SOUND: &[u8] = b"gjyzckqd";

/// Letters of the shortest words that an edit may part.
const SHORTEST_EDITED: usize = 4;

/// What a slip leaves at least: as much as one letter of ten that differs, near enough for names that agree
/// in all else.
const SLIP: i32 = 860;

/// Whether a letter that differs is likelier a slip of the hand than another name: a form that no source of names
/// knows stands beside a known one (Mfohammad, Mohammad), or neither is known and they are long.
fn may_be_slip(one: &Form<'_>, other: &Form<'_>, shorter: usize) -> bool {
    let unknown = |form: &Form<'_>| form.lexicon.is_empty();
    let least = match (unknown(one), unknown(other)) {
        (false, false) => return false,
        (true, true) => SHORTEST_OF_TWO_UNKNOWN,
        _ => SHORTEST_SLIP,
    };
    shorter >= least && !one.abjad
}

/// Letters of the shorter form from which on a letter that differs may be a slip: where the other is known, and
/// where neither is.
const SHORTEST_SLIP: usize = 5;
const SHORTEST_OF_TWO_UNKNOWN: usize = 6;
