//! One change to a romanised name, of the kinds that papers and forms make and that a screening must
//! see through.

use crate::letters::{self, capitalised};
use crate::mrz;
use crate::random::Random;
use crate::region::{Part, region};
use crate::spelling::{Before, Convention, NameForm, Unit};

/// A change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A title stands first.
    TitleAdded,
    /// The father's name is left out.
    FatherDropped,
    /// A father's name is put in.
    FatherAdded,
    /// Another tribe or nisba stands last.
    TribeSwapped,
    /// The last part stands first.
    FamilyFirst,
    /// A compound is split or joined.
    CompoundRespaced,
    /// Cut at the width of a machine readable zone.
    Truncated,
}

impl Change {
    /// All.
    pub const ALL: [Self; 7] = [
        Self::TitleAdded,
        Self::FatherDropped,
        Self::FatherAdded,
        Self::TribeSwapped,
        Self::FamilyFirst,
        Self::CompoundRespaced,
        Self::Truncated,
    ];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::TitleAdded => "title added",
            Self::FatherDropped => "father dropped",
            Self::FatherAdded => "father added",
            Self::TribeSwapped => "tribe swapped",
            Self::FamilyFirst => "family first",
            Self::CompoundRespaced => "compound split or joined",
            Self::Truncated => "cut as in a machine readable zone",
        }
    }
}

/// Titles that stand before names anywhere.
pub(crate) const TITLES: [&str; 6] = ["Sheikh", "Haji", "Dr", "Mullah", "Ustad", "Al-Hajj"];

/// A romanised variant of a name with one change that fits it, and which.
#[must_use]
pub fn variant(form: &NameForm, convention: Convention, random: &mut Random) -> (String, Change) {
    let fitting: Vec<Change> =
        Change::ALL.into_iter().filter(|change| fits(form, *change)).collect();
    let change = random.pick(&fitting).copied().unwrap_or(Change::TitleAdded);
    let mut form = form.clone();
    let parts = form.parts();
    match change {
        Change::FatherDropped => drop_unit(&mut form, parts.get(1).copied()),
        Change::FatherAdded => {
            if let Some(father) = drawn("levant_iraq", "male", random) {
                let added = NameForm::read(father.romanised, Some(father.native)).units;
                let place = parts.first().map_or(0, |at| at + 1);
                form.units.splice(place..place, added);
            }
        }
        Change::TribeSwapped => {
            if let (Some(last), Some(other)) = (parts.last(), drawn("gulf_yemen", "family", random))
            {
                let added = NameForm::read(other.romanised, Some(other.native)).units;
                form.units.splice(*last..=*last, added);
            }
        }
        Change::FamilyFirst => {
            if let Some(last) = form.units.pop() {
                form.units.insert(0, last);
            }
        }
        Change::TitleAdded | Change::CompoundRespaced | Change::Truncated => {}
    }
    let spelt = form.spelt(convention, change == Change::CompoundRespaced, random);
    let text = match change {
        Change::TitleAdded => {
            format!("{} {spelt}", random.pick(&TITLES).copied().unwrap_or("Dr"))
        }
        Change::Truncated => mrz::name_field(&spelt),
        _ => spelt,
    };
    (capitalised(&text), change)
}

/// Whether a change leaves a name that must be found: the own name stays, and enough beside it.
fn fits(form: &NameForm, change: Change) -> bool {
    let parts = form.parts();
    let whole = parts.len() == form.units.len();
    match change {
        Change::TitleAdded => true,
        Change::FatherAdded | Change::Truncated => parts.len() >= 2,
        Change::FatherDropped => {
            let left = parts.iter().enumerate().filter(|(place, _)| *place != 1);
            let names =
                left.filter_map(|(_, at)| form.units.get(*at)).filter(|unit| !is_title(unit));
            parts.len() >= 3 && names.count() >= 2
        }
        Change::FamilyFirst => parts.len() >= 2 && whole,
        Change::CompoundRespaced => form.has_compound(),
        Change::TribeSwapped => {
            parts.len() >= 3
                && parts.last().and_then(|at| form.units.get(*at)).is_some_and(is_nisba)
        }
    }
}

fn is_nisba(unit: &Unit) -> bool {
    match unit {
        Unit::Part { before, sounds, .. } => *before == Before::Article && sounds.ends_with('i'),
        _ => false,
    }
}

/// Whether a unit is a title, or as often one as a name.
fn is_title(unit: &Unit) -> bool {
    let mut random = Random::new(0, "titles");
    let form = NameForm { units: vec![unit.clone()] };
    letters::is_title(&form.spelt(Convention::UnitedNations, false, &mut random))
}

/// Leaves out a part, and the "son of" before it.
fn drop_unit(form: &mut NameForm, at: Option<usize>) {
    let Some(at) = at else { return };
    let from = match at.checked_sub(1).and_then(|before| form.units.get(before)) {
        Some(Unit::Son) => at - 1,
        _ => at,
    };
    form.units.drain(from..=at);
}

fn drawn(id: &str, role: &str, random: &mut Random) -> Option<Part> {
    random.weighted(region(id)?.parts(role), |part| part.weight).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_change_comes_and_keeps_the_own_name() {
        let name = "Hatim ibn Yasin Abd al-Karim al-Utawi";
        let form = NameForm::read(name, Some("حاتم بن ياسين عبد الكريم العطوي"));
        let mut random = Random::new(3, "variants");
        let mut seen = BTreeSet::new();
        for _ in 0..400 {
            let (text, change) = variant(&form, Convention::UnitedNations, &mut random);
            assert!(text.to_lowercase().contains("hatim"), "{text}");
            assert!(change != Change::FatherDropped || !text.contains("Yasin"), "{text}");
            assert!(change != Change::TribeSwapped || !text.contains("Utawi"), "{text}");
            seen.insert(change);
        }
        // a name with "son of" is not rotated as a whole
        assert_eq!(seen.len(), Change::ALL.len() - 1);
    }

    #[test]
    fn short_names_keep_their_parts() {
        let form = NameForm::read("Hatim Utawi", None);
        let mut random = Random::new(3, "short");
        for _ in 0..100 {
            let (_, change) = variant(&form, Convention::French, &mut random);
            assert!(!matches!(change, Change::FatherDropped | Change::TribeSwapped));
        }
    }
}
