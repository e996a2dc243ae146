//! Koreans through Chinese: a name in pinyin is a Korean's only as a whole.

use smallvec::SmallVec;
use tamis_text::{Syllables, are_one_through_chinese};

use crate::alignment::{Alignment, Pair};
use crate::joined::{run_of, syllables_of};
use crate::meeting::{Meeting, through_chinese};
use crate::record::PreparedName;

/// Whether names agree through Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ThroughChinese {
    /// No words of theirs.
    No,
    /// Some words, and the names are not one as a whole: each syllable is a letter of the name, and two of three fit by
    /// chance.
    InPart,
    /// As a whole.
    Whole,
}

/// Syllables of a name that agrees so, however its words are cut.
pub(super) const SYLLABLES: u8 = 3;

impl ThroughChinese {
    /// What two names say; `covered` where all words of both are met.
    pub(super) fn of(
        party: &PreparedName,
        entry: &PreparedName,
        alignment: &Alignment,
        covered: bool,
    ) -> Self {
        let by_chinese = |pair: &Pair| {
            if !pair.meeting.may_be_by_syllables() {
                return false;
            }
            let one = syllables_of(run_of(party, pair.party, pair.party_length));
            let other = syllables_of(run_of(entry, pair.entry, pair.entry_length));
            let is_met = |meeting: Meeting| [meeting, meeting.joined()].contains(&pair.meeting);
            !one.meet(&other) && through_chinese(one, other).is_some_and(is_met)
        };
        if !alignment.pairs.iter().any(by_chinese) {
            return Self::No;
        }
        let agree = covered && (are_one(party, entry) || are_one(entry, party));
        if agree { Self::Whole } else { Self::InPart }
    }
}

/// Whether a name of pinyin and a Korean's are one as a whole.
fn are_one(pinyin: &PreparedName, korean: &PreparedName) -> bool {
    let words: SmallVec<[Syllables; 4]> =
        pinyin.informative.iter().map(|part| part.syllables).collect();
    let korean: SmallVec<[&str; 4]> =
        korean.informative.iter().map(|part| part.part.latin.as_str()).collect();
    are_one_through_chinese(&words, &korean)
}
