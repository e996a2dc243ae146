//! Whether two names of organisations are one name, by the matcher's evidence.
//!
//! The threshold alone is no answer here: "Islamic State in Iraq and the Levant" beside the same with
//! "- Libya" stands above it, and is another organisation. So every word of both names has to be met, but for
//! words that tell nothing; where a word is left over on the other side, the name only stands inside.

use std::sync::LazyLock;

use tamis_dossier::search::{Likeness, Meeting};
use tamis_match::{AnalysedRecord, Policy, RecordRefusal, compare};
use tamis_model::{
    AlignedPart, Ceiling, Finding, PartRelation, PartRole, Party, PartyKind, PartyName,
};
use tamis_text::fold;

/// A name that others are held against.
#[derive(Debug)]
pub(super) struct Namer {
    folded: String,
    record: AnalysedRecord,
}

/// The policy of a desk: aliases of every grade count.
static POLICY: LazyLock<Policy> = LazyLock::new(Policy::vetting);

impl Namer {
    /// Analyses the name.
    pub(super) fn of(name: &str) -> Result<Self, RecordRefusal> {
        Ok(Self { folded: fold(name), record: analysed(name)? })
    }

    /// How another name meets it.
    pub(super) fn meets(&self, other: &str) -> Result<Option<Meeting>, RecordRefusal> {
        if fold(other) == self.folded {
            return Ok(Some(Meeting::Same(Likeness::Written)));
        }
        Ok(self.meets_analysed(&analysed(other)?))
    }

    /// How another one meets it.
    pub(super) fn meets_prepared(&self, other: &Self) -> Option<Meeting> {
        if self.folded == other.folded {
            return Some(Meeting::Same(Likeness::Written));
        }
        self.meets_analysed(&other.record)
    }

    fn meets_analysed(&self, other: &AnalysedRecord) -> Option<Meeting> {
        let comparison = compare(&self.record, other, &POLICY);
        let told = |reason| comparison.items.iter().any(|item| item.reason == reason);
        if told(tamis_match::comparison::Reason::NamesDiffer) {
            return None;
        }
        let mut words = Words::default();
        for evidence in comparison.evidence() {
            match evidence.finding {
                Finding::Part(part) => words.count(part.relation, &part.party, &part.entry),
                Finding::Ceiling(Ceiling::OtherThing) => words.another_thing = true,
                _ => {}
            }
        }
        words.meeting(comparison.reaches(POLICY.threshold))
    }
}

fn analysed(name: &str) -> Result<AnalysedRecord, RecordRefusal> {
    let names = vec![PartyName::whole(name)];
    let party = Party { kind: PartyKind::Organisation, names, ..Party::default() };
    AnalysedRecord::of_party(&party, &POLICY)
}

/// How the words of two names meet.
#[derive(Debug, Default)]
struct Words {
    met: usize,
    met_in_other_letters: usize,
    left_of_asked: usize,
    left_of_other: usize,
    left_that_tell_nothing: usize,
    contradicted: bool,
    another_thing: bool,
}

impl Words {
    fn count(&mut self, relation: PartRelation, asked: &[AlignedPart], other: &[AlignedPart]) {
        use PartRelation as Relation;
        let tells = asked.iter().chain(other).any(|part| tells(part.role));
        match relation {
            Relation::Equal => self.met += usize::from(tells),
            Relation::Variant
            | Relation::Transliteration
            | Relation::JoinedOrSplit
            | Relation::Edit => {
                self.met += usize::from(tells);
                self.met_in_other_letters += 1;
            }
            Relation::MissingInEntry | Relation::MissingInParty if !tells => {
                self.left_that_tell_nothing += 1;
            }
            Relation::MissingInEntry => self.left_of_asked += 1,
            Relation::MissingInParty => self.left_of_other += 1,
            // an acronym beside its words is a claim that the dossier has to make
            Relation::Acronym
            | Relation::Initial
            | Relation::Truncated
            | Relation::Contradicted => {
                self.contradicted = true;
            }
        }
    }

    fn meeting(&self, reaches: bool) -> Option<Meeting> {
        if self.met == 0 || self.contradicted || self.left_of_asked > 0 {
            return None;
        }
        if self.left_of_other > 0 {
            return Some(Meeting::Inside);
        }
        // of short acronyms the matcher makes no hit; equal in all letters they are the same writing
        let same_letters = self.met_in_other_letters == 0 && self.left_that_tell_nothing == 0;
        if self.another_thing || !(reaches || same_letters) {
            return None;
        }
        Some(Meeting::Same(if same_letters { Likeness::Written } else { Likeness::Spelling }))
    }
}

/// Whether a word of that role tells one organisation from another.
fn tells(role: PartRole) -> bool {
    !matches!(
        role,
        PartRole::Title | PartRole::Particle | PartRole::OrganisationType | PartRole::Weak
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expected: Option<Meeting>) {
        let namer = Namer::of(one).unwrap();
        assert_eq!(namer.meets(other).unwrap(), expected, "{one} / {other}");
    }

    const SPELLING: Option<Meeting> = Some(Meeting::Same(Likeness::Spelling));
    const WRITTEN: Option<Meeting> = Some(Meeting::Same(Likeness::Written));

    #[test]
    fn spellings_and_scripts_of_one_name_are_one() {
        check("daesh", "DAESH", WRITTEN);
        check("Da'ish", "Daesh", SPELLING);
        check("داعش", "Daesh", SPELLING);
        check("Al-Qaeda in Iraq", "AL-QAIDA IN IRAQ", SPELLING);
        check("Islamic State in Iraq and Syria", "Islamic State of Iraq and Syria", WRITTEN);
        check("Jabhat al-Nusra", "جبهة النصرة", SPELLING);
        check("JTJ", "JTJ", WRITTEN);
    }

    #[test]
    fn what_bears_a_further_word_is_another_thing() {
        check("Daesh", "Daesh Tunisia", Some(Meeting::Inside));
        check("ISIS", "ISIS in Yemen", Some(Meeting::Inside));
        check("Islamic State", "Islamic State Khurasan", Some(Meeting::Inside));
        let libya = "Islamic State in Iraq and the Levant - Libya";
        check("Islamic State in Iraq and the Levant", libya, Some(Meeting::Inside));
        check(libya, "Islamic State in Iraq and the Levant", None);
        check("Islamic State of Iraq", "Islamic State of Iran", None);
        check("ISIS", "ISIL", None);
        check("Islamic State - Libya", "Islamic State - Yemen", None);
    }
}
