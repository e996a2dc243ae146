//! Whether two names of organisations are one name, by the matcher's evidence.
//!
//! The threshold alone is no answer here: "Islamic State in Iraq and the Levant" beside the same with
//! "- Libya" stands above it, and is another organisation. So every word of both names has to be met, but for
//! words that tell nothing; where a word is left over on the other side, the name only stands inside. An
//! abbreviation has no spellings: it is these letters, or another thing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use tamis_dossier::Knowledge;
use tamis_dossier::search::{Likeness, Meeting};
use tamis_match::comparison::{Item, Reason};
use tamis_match::{AnalysedRecord, Policy, RecordRefusal, compare};
use tamis_model::{
    AlignedPart, Ceiling, Finding, PartRelation, PartRole, Party, PartyKind, PartyName,
};
use tamis_text::{fold, skeleton};

use super::words::{as_searched, is_type_word};

/// A name that others are held against.
#[derive(Debug)]
pub(super) struct Namer {
    folded: String,
    record: AnalysedRecord,
    letters: Letters,
}

/// Whether a name may be spelt in another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// It may.
    Spelt,
    /// It is an abbreviation: its letters alone are it.
    Alone,
}

/// The policy of a desk: aliases of every grade count.
static POLICY: LazyLock<Policy> = LazyLock::new(Policy::vetting);

impl Namer {
    /// Analyses a name; one that a dossier knows as an abbreviation is its letters alone.
    pub(super) fn of(name: &str, abbreviations: &Abbreviations) -> Result<Self, RecordRefusal> {
        let name = as_searched(name);
        let folded = fold(&name);
        let letters =
            if abbreviations.0.contains(&folded) { Letters::Alone } else { Letters::Spelt };
        Ok(Self { folded, record: analysed(&name)?, letters })
    }

    /// The folded name: names that are equal in it meet others alike.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// How another name meets it.
    pub(super) fn meets(&self, other: &Self) -> Option<Meeting> {
        if self.folded == other.folded {
            return Some(Meeting::Same(Likeness::Written));
        }
        let letters = if [self.letters, other.letters].contains(&Letters::Alone) {
            Letters::Alone
        } else {
            Letters::Spelt
        };
        self.compared(&other.record, letters)
    }

    fn compared(&self, other: &AnalysedRecord, letters: Letters) -> Option<Meeting> {
        let comparison = compare(&self.record, other, &POLICY);
        let differ = |item: &Item| item.reason == Reason::NamesDiffer;
        if comparison.items.iter().any(differ) {
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
        match words.meeting(comparison.reaches(POLICY.threshold), letters)? {
            same @ Meeting::Same(_) => Some(same),
            // what stands inside has to be the same name by itself
            Meeting::Inside => {
                let inside = analysed(&words.met_words.join(" ")).ok()?;
                let same = words.met_in_other_letters == 0
                    || matches!(self.compared(&inside, letters), Some(Meeting::Same(_)));
                same.then_some(Meeting::Inside)
            }
        }
    }
}

/// The names that dossiers know as abbreviations, folded.
#[derive(Debug)]
pub(super) struct Abbreviations(BTreeSet<String>);

impl Abbreviations {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let known = knowledge.statements().iter().filter(|one| one.is_abbreviation());
        Self(known.filter_map(|one| one.name()).map(fold).collect())
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
    met_in_another_spelling: bool,
    met_words: Vec<String>,
    left_of_asked: usize,
    left_of_other: usize,
    left_that_tell_nothing: usize,
    /// The other is a group, network or company of the asked name, which may be a person's.
    type_left_of_other: bool,
    contradicted: bool,
    another_thing: bool,
}

impl Words {
    fn count(&mut self, relation: PartRelation, asked: &[AlignedPart], other: &[AlignedPart]) {
        use PartRelation as Relation;
        let tells = asked.iter().chain(other).any(tells);
        if !asked.is_empty() {
            self.met_words.extend(other.iter().map(|part| part.text.clone()));
        }
        match relation {
            Relation::Equal => self.met += usize::from(tells),
            // the matcher forgives a consonant in a word of an abjad; Daesh is not Danesh
            Relation::Transliteration if skeleton(&written(asked)) != skeleton(&written(other)) => {
                self.contradicted = true;
            }
            Relation::Variant
            | Relation::Transliteration
            | Relation::JoinedOrSplit
            | Relation::Edit => {
                self.met += usize::from(tells);
                self.met_in_other_letters += 1;
                // another script has the same letters
                self.met_in_another_spelling |= written(asked) != written(other);
            }
            Relation::MissingInEntry | Relation::MissingInParty if !tells => {
                self.left_that_tell_nothing += 1;
                self.type_left_of_other |= other.iter().any(tells_a_kind);
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

    fn meeting(&self, reaches: bool, letters: Letters) -> Option<Meeting> {
        if self.met == 0 || self.contradicted || self.left_of_asked > 0 {
            return None;
        }
        if letters == Letters::Alone && self.met_in_another_spelling {
            return None;
        }
        if self.left_of_other > 0 || self.type_left_of_other {
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

/// The letters of some parts, romanised.
fn written(parts: &[AlignedPart]) -> String {
    parts.iter().map(|part| part.romanised.as_str()).collect()
}

/// Whether a word says that the name is of an organisation, and of no person.
fn tells_a_kind(part: &AlignedPart) -> bool {
    matches!(part.role, PartRole::OrganisationType | PartRole::Weak) || is_type_word(&part.text)
}

/// Whether a word tells one organisation from another.
fn tells(part: &AlignedPart) -> bool {
    !matches!(part.role, PartRole::Title | PartRole::Particle) && !tells_a_kind(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expected: Option<Meeting>) {
        let known = Abbreviations::of(Knowledge::shipped().unwrap());
        let namer = |name| Namer::of(name, &known).unwrap();
        assert_eq!(namer(one).meets(&namer(other)), expected, "{one} / {other}");
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
    fn an_abbreviation_is_its_letters_alone() {
        check("isil", "ISIL", WRITTEN);
        check("ISIL", "AL-ISLAH", None);
        check("ISIS", "OSIS", None);
        check("IGIL", "ИГИЛ", WRITTEN);
        check("ISIS", "ISIS in Yemen", Some(Meeting::Inside));
    }

    #[test]
    fn what_stands_inside_is_the_name_by_itself() {
        check("Daesh", "Daesh Tunisia", Some(Meeting::Inside));
        check("Da'ish", "Daesh Tunisia", Some(Meeting::Inside));
        check("Daesh", "DANESH SHIPPING COMPANY LIMITED", None);
        check("Daesh", "Drex Technologies S.A.", None);
        check("Daesh", "101 DAYS CAMPAIGN", None);
    }

    #[test]
    fn an_organisation_called_after_a_person_has_another_name() {
        check("Osama bin Laden", "Usama Bin Laden Organization", Some(Meeting::Inside));
        check("Usama bin Laden", "Usama Bin Laden Network", Some(Meeting::Inside));
        check("al-Zarqawi", "al-Zarqawi network", Some(Meeting::Inside));
        check("Muhammad Jamal", "MUHAMMAD JAMAL NETWORK", Some(Meeting::Inside));
        // pieces in quotation marks are pieces of it
        check("Zarqawi", "Мрежата „al-Zarqawi”", Some(Meeting::Inside));
        check("Osama bin Laden", "Организация „Осама бин Ладен“", Some(Meeting::Inside));
        check("al-Zarqawi", "Réseau «al-Zarqawi»", Some(Meeting::Inside));
    }

    #[test]
    fn a_word_for_organisation_tells_nothing_in_any_language() {
        check("организация Исламское государство", "Исламское государство", SPELLING);
        check("Ağı", "al-Zarqawi ağı", None);
    }

    #[test]
    fn small_words_before_a_name_and_turkish_letters_are_no_other_name() {
        check("DAIŞ", "Da'ish", WRITTEN);
        check("Daiş", "DAISH", WRITTEN);
        check("l'État islamique", "État islamique", WRITTEN);
        check("d’Al-Qaida", "Al-Qaida", WRITTEN);
        check("so-called Islamic State", "Islamic State", WRITTEN);
        check("the so-called \"Islamic State\"", "Islamic State", WRITTEN);
        check("so-called", "Islamic State", None);
    }

    #[test]
    fn what_bears_a_further_word_is_another_thing() {
        check("Daesh", "Daesh Tunisia", Some(Meeting::Inside));
        check("ISIS", "ISIS in Yemen", Some(Meeting::Inside));
        check("Abu Sayyaf", "ABU SAYYAF GROUP", Some(Meeting::Inside));
        check("Islamic State", "Islamic State Khurasan", Some(Meeting::Inside));
        let libya = "Islamic State in Iraq and the Levant - Libya";
        check("Islamic State in Iraq and the Levant", libya, Some(Meeting::Inside));
        check(libya, "Islamic State in Iraq and the Levant", None);
        check("Islamic State of Iraq", "Islamic State of Iran", None);
        check("ISIS", "ISIL", None);
        check("Islamic State - Libya", "Islamic State - Yemen", None);
    }
}
