//! Names with "of the faith" and without: Siraj Haqqani is called Sirajuddin on papers.
//!
//! The stem is a name by itself, and many bear it: the two meet as a name and its short form do. Knows
//! nothing of how a compound is spelled, for its skeleton is the same in every spelling.

use tamis_model::PartRelation;
use tamis_text::{HEADS_OF_FAITH, Part};

use crate::meeting::{Form, Meeting, SHORT_FORM};

/// What al-Din, -uddin, -eddine are in a skeleton.
const TAIL: &[u8] = b"DN";

/// Stems of fewer consonants are beginnings of too many names (Taj, Diya).
const SHORTEST_STEM: usize = 2;

/// How a compound meets its stem.
pub(crate) const LEFT_OUT: Meeting = Meeting::new(PartRelation::Variant, 0, SHORT_FORM);

/// Whether one part is the other without "of the faith".
#[inline]
pub(crate) fn is_left_out(one: &Form<'_>, other: &Form<'_>) -> bool {
    is_stem(one.skeleton, one.latin, other.skeleton)
        || is_stem(other.skeleton, other.latin, one.skeleton)
}

/// The same, asked before the rest of a comparison: whether the consonants of the one end with the tail.
#[inline]
pub(crate) fn is_tail(one: &Part, other: &Part) -> bool {
    one.skeleton.strip_suffix(TAIL) == Some(&*other.skeleton)
        || other.skeleton.strip_suffix(TAIL) == Some(&*one.skeleton)
}

/// Whether consonants are those of a name with "of the faith".
pub(crate) fn is_of_the_faith(skeleton: &[u8]) -> bool {
    skeleton.strip_suffix(TAIL).is_some_and(is_head)
}

/// The stem of a compound of faith, or of what may be its stem: two parts of which one is the other without
/// "of the faith" have the same.
#[must_use]
pub fn stem<'a>(form: &Form<'a>) -> Option<&'a [u8]> {
    // Zayn has the consonants of the tail itself, and is a stem all the same
    let stems = [form.skeleton.strip_suffix(TAIL), Some(form.skeleton)];
    stems.into_iter().flatten().find(|stem| is_head(stem))
}

fn is_stem(short: &[u8], latin: &str, long: &[u8]) -> bool {
    long.strip_suffix(TAIL) == Some(short)
        && is_head(short)
        && ends_in_consonant(latin)
        && !has_glide_between_vowels(latin)
}

/// Nawar is no Nur: no stem has a w or y between two vowels, which a skeleton leaves out.
fn has_glide_between_vowels(latin: &str) -> bool {
    let is_vowel = |letter: u8| b"aeiou".contains(&letter);
    let is_glide = |at: &[u8]| match at {
        [before, b'w' | b'y', behind] => is_vowel(*before) && is_vowel(*behind),
        _ => false,
    };
    latin.as_bytes().windows(3).any(is_glide)
}

fn is_head(stem: &[u8]) -> bool {
    stem.len() >= SHORTEST_STEM && HEADS_OF_FAITH.contains(&stem)
}

/// Nuri is no Nur.
fn ends_in_consonant(latin: &str) -> bool {
    latin.bytes().next_back().is_some_and(|last| !b"aeiouy".contains(&last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_and_its_compound_have_one_stem() {
        let policy = crate::Policy::vetting();
        let stem_of = |name: &str| {
            let names = vec![tamis_model::PartyName::whole(name)];
            let party = tamis_model::Party { names, ..tamis_model::Party::default() };
            let record = crate::AnalysedRecord::of_party(&party, &policy).unwrap();
            let part = &record.names[0].informative[0];
            super::stem(&part.form()).map(<[u8]>::to_vec)
        };
        for (short, long) in [
            ("Zayn", "Zaynuddin"),
            ("din", "Zindani"),
            ("Nur", "Nuruddin"),
            ("Siraj", "Sirajeddine"),
        ] {
            assert!(stem_of(short).is_some(), "{short}");
            assert_eq!(stem_of(short), stem_of(long), "{short} {long}");
        }
        // or one of them had two stems
        for head in HEADS_OF_FAITH.iter().filter_map(|head| head.strip_suffix(TAIL)) {
            assert!(!is_head(head), "{head:?}");
        }
    }

    #[test]
    fn stems_of_the_faith() {
        for (short, long, expected) in [
            ("siraj", "sirajuddin", true),
            ("seraj", "sirajeddine", true),
            ("jalal", "jalaluddin", true),
            ("nuri", "nuruddin", false),
            ("nawar", "nuruddin", false),
            ("jamal", "jalaluddin", false),
            ("bas", "basdin", false),
        ] {
            let (one, other) = (tamis_text::skeleton(short), tamis_text::skeleton(long));
            assert_eq!(is_stem(&one, short, &other), expected, "{short} {long}");
        }
    }
}
