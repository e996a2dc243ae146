//! What lists and dossiers say of one organisation and can't all be so (T7): each name of its entries with where it
//! comes from, flagged where another dossier, another entry, or every other name says otherwise.

use std::collections::BTreeSet;

use rayon::prelude::*;
use tamis_archive::Archive;
use tamis_dossier::conflicts;
use tamis_dossier::contradictions::{AliasOrigin, ContradictionsAnswer, EntryNames, Flag};
use tamis_dossier::search::Meeting;
use tamis_dossier::{Knowledge, Organisation, Property, Proposition, Statement};
use tamis_model::{CivilDate, EntryId};
use tamis_text::things::{ConceptKind, concept};
use tamis_text::{NameKind, analyse};

use super::listed::{InSnapshot, Listed};
use super::naming::Namer;
use super::{OrganisationsError, knowledge, organisation};

/// Shows what contradicts what about an organisation, in the lists that are there and in its dossier.
///
/// # Errors
/// [`OrganisationsError`].
pub fn contradictions(
    archive: &Archive,
    asked: &str,
    day: Option<CivilDate>,
) -> Result<ContradictionsAnswer<'static>, OrganisationsError> {
    let (knowledge, organisation) = (knowledge()?, organisation(asked)?);
    let listed = Listed::load(archive, day)?;
    let asking = Asking::of(knowledge, organisation, day, &listed)?;
    let entries: Vec<EntryNames<'static>> =
        asking.own.iter().map(|one| asking.entry(*one)).collect();
    let missing = |statement: &Statement| match &statement.proposition {
        Proposition::ListedAs(id) if listed.used.has(&id.list) && listed.entry(id).is_none() => {
            Some(id.clone())
        }
        _ => None,
    };
    let absent: Vec<EntryId> =
        knowledge.statements_of(&organisation.id).filter_map(missing).collect();
    Ok(ContradictionsAnswer {
        organisation,
        day,
        entries,
        absent,
        conflicts: conflicts::conflicts(knowledge, &organisation.id),
        before_founding: conflicts::before_founding(knowledge, &organisation.id),
        mentions: listed.mentions_of(knowledge, organisation),
        lists: listed.used,
    })
}

/// A name that others are compared with, and whose it is.
struct Held<T> {
    namer: Namer,
    of: T,
}

struct Asking<'a> {
    knowledge: &'static Knowledge,
    organisation: &'static Organisation,
    day: Option<CivilDate>,
    /// The organisation's own entries.
    own: Vec<InSnapshot<'a>>,
    /// Names that its own dossier states.
    stated: Vec<Held<()>>,
    /// Names of other dossiers.
    of_others: Vec<Held<&'static Statement>>,
    /// Names of entries that are not its own.
    of_entries: Vec<Held<(InSnapshot<'a>, &'a str)>>,
}

impl<'a> Asking<'a> {
    fn of(
        knowledge: &'static Knowledge,
        organisation: &'static Organisation,
        day: Option<CivilDate>,
        listed: &'a Listed,
    ) -> Result<Self, OrganisationsError> {
        let is_own = |one: &InSnapshot<'_>| {
            knowledge.owner(&one.entry.id).is_some_and(|owner| owner.id == organisation.id)
        };
        let (own, others): (Vec<_>, Vec<_>) = listed.organisations().into_iter().partition(is_own);
        let (mut stated, mut of_others) = (Vec::new(), Vec::new());
        for statement in knowledge.statements() {
            let Some(name) = statement.name() else { continue };
            let namer = Namer::of(name).map_err(OrganisationsError::Name)?;
            if statement.organisation == organisation.id {
                stated.push(Held { namer, of: () });
            } else {
                of_others.push(Held { namer, of: statement });
            }
        }
        let of_entries = others
            .par_iter()
            .flat_map_iter(|one| {
                let names = one.entry.names.iter();
                // a name beyond a limit stands in no list that was imported
                names.filter_map(|name| {
                    let namer = Namer::of(&name.text).ok()?;
                    Some(Held { namer, of: (*one, name.text.as_str()) })
                })
            })
            .collect();
        Ok(Self { knowledge, organisation, day, own, stated, of_others, of_entries })
    }

    fn entry(&self, one: InSnapshot<'a>) -> EntryNames<'static> {
        let places = self.places_beside(one);
        let names = one
            .entry
            .names
            .par_iter()
            .map(|name| {
                let flags = match Namer::of(&name.text) {
                    Ok(namer) => self.flags(one, &namer, &name.text, &places),
                    Err(_) => Vec::new(),
                };
                AliasOrigin { name: name.clone(), flags }
            })
            .collect();
        EntryNames { entry: one.told(), names }
    }

    fn flags(
        &self,
        one: InSnapshot<'a>,
        namer: &Namer,
        text: &str,
        places: &BTreeSet<&'static str>,
    ) -> Vec<Flag<'static>> {
        let same = |other: &Namer| matches!(namer.meets_prepared(other), Some(Meeting::Same(_)));
        let mut flags: Vec<Flag<'static>> = Vec::new();
        if !self.stated.iter().any(|held| same(&held.namer)) {
            for held in self.of_others.iter().filter(|held| same(&held.namer)) {
                self.flag_organisation(&mut flags, one, held.of);
            }
        }
        for held in self.of_entries.iter().filter(|held| same(&held.namer)) {
            self.flag_entry(&mut flags, held.of);
        }
        flags.extend(places_of(text).into_iter().filter(|(_, place)| !places.contains(place)).map(
            |(word, place)| Flag::OtherPlace {
                word,
                place,
                others: places.iter().copied().collect(),
            },
        ));
        flags
    }

    fn flag_organisation(
        &self,
        flags: &mut Vec<Flag<'static>>,
        one: InSnapshot<'a>,
        statement: &'static Statement,
    ) {
        let Some(other) = self.knowledge.organisation(&statement.organisation) else { return };
        let told = |flag: &Flag<'_>| matches!(flag, Flag::OfAnotherOrganisation { organisation, .. } if organisation.id == other.id);
        if flags.iter().any(told) {
            return;
        }
        let as_alias = self
            .knowledge
            .of_property(&other.id, Property::AliasOf)
            .find(|alias| {
                alias.proposition.entry().is_some_and(|id| id.is_same_record(&one.entry.id))
            })
            .map(|alias| (alias, self.day.map(|day| alias.validity.on(day))));
        flags.push(Flag::OfAnotherOrganisation { organisation: other, statement, as_alias });
    }

    fn flag_entry(&self, flags: &mut Vec<Flag<'static>>, (other, name): (InSnapshot<'a>, &str)) {
        let owner = self.knowledge.owner(&other.entry.id);
        let told = |flag: &Flag<'_>| match flag {
            // its dossier was told already
            Flag::OfAnotherOrganisation { organisation, .. } => {
                owner.is_some_and(|owner| owner.id == organisation.id)
            }
            Flag::OfAnotherEntry { entry, .. } => entry.id == other.entry.id,
            Flag::OtherPlace { .. } => false,
        };
        if !flags.iter().any(told) {
            let (entry, name) = (other.told(), name.to_owned());
            flags.push(Flag::OfAnotherEntry { entry, name, organisation: owner });
        }
    }

    /// The places that other entries of the organisation name, and those of its dossier.
    fn places_beside(&self, one: InSnapshot<'a>) -> BTreeSet<&'static str> {
        let elsewhere = self.own.iter().filter(|other| other.entry.id != one.entry.id);
        let listed = elsewhere.flat_map(|other| &other.entry.names).map(|name| name.text.as_str());
        let stated = self.knowledge.statements_of(&self.organisation.id).filter_map(|statement| {
            match &statement.proposition {
                Proposition::Name { text, .. } | Proposition::Area(text) => Some(text.as_str()),
                _ => None,
            }
        });
        listed.chain(stated).flat_map(places_of).map(|(_, place)| place).collect()
    }
}

/// The words of a name that mean a place, with the place.
fn places_of(name: &str) -> Vec<(String, &'static str)> {
    let Ok(analysed) = analyse(name, NameKind::Organisation) else { return Vec::new() };
    let place = |part: &tamis_text::Part| {
        let found = concept(part).filter(|found| found.kind == ConceptKind::Place)?;
        let word = name.get(part.span.clone()).unwrap_or_default().to_owned();
        Some((word, found.name))
    };
    analysed.parts.iter().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_in_many_languages() {
        let check = |name: &str, expected: &[&str]| {
            let places: Vec<&str> = places_of(name).into_iter().map(|(_, place)| place).collect();
            assert_eq!(places, expected, "{name}");
        };
        check("Estado Islâmico do Irão", &["iran"]);
        check("Al-Qaida no Iraque", &["iraq"]);
        check("الدولة الإسلامية في العراق والشام", &["iraq", "levant"]);
        check("Jama'at Al-Tawhid", &[]);
    }
}
