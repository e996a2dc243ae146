//! Words that a full field has cut short.

use tamis_model::PartRelation;

use super::{Form, Meeting};
use crate::record::PreparedPart;

/// Whether one part is the other cut short at the end of a full field (39 letters of a passport's zone,
/// 35 of many a form), and what that earns. Its key is the beginning of the longer part, in letters or
/// in consonants.
#[must_use]
pub fn cut_short(one: &PreparedPart, other: &PreparedPart) -> Option<Meeting> {
    let begins = |cut: &PreparedPart, whole: &PreparedPart| {
        if cut.is_cut { begins_as(&cut.form(), &whole.form()) } else { None }
    };
    begins(one, other).or_else(|| begins(other, one))
}

/// The meeting of a part cut short and one that begins with it: romanised, or of another script and with its
/// consonants, for letters of two scripts are seldom the same (БАРКА, Barqaviev).
#[must_use]
pub fn begins_as(cut: &Form<'_>, whole: &Form<'_>) -> Option<Meeting> {
    // two full fields that end alike are equal
    let begins = |cut: &[u8], whole: &[u8]| {
        cut.len() >= SHORTEST_CUT && cut.len() < whole.len() && whole.starts_with(cut)
    };
    let met = begins(cut.latin.as_bytes(), whole.latin.as_bytes())
        || cut.script != whole.script && begins(cut.skeleton, whole.skeleton);
    met.then_some(Meeting::new(PartRelation::Truncated, 0, CUT_SHORT))
}

/// Letters, or consonants, that a part cut short must have left.
pub const SHORTEST_CUT: usize = 3;

/// What a part cut short earns, in thousandths.
const CUT_SHORT: i32 = 700;
