//! What lists and dossiers say of one organisation and can't all be so (T7): each name of its entries with where it
//! comes from, flagged where another dossier, another entry, or every other name says otherwise.

use std::collections::{BTreeMap, BTreeSet};

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
use super::naming::{Abbreviations, Namer};
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
    /// What meets the names of its own entries, by the folded name: lists copy each other.
    met: BTreeMap<String, MetElsewhere<'a>>,
    abbreviations: Abbreviations,
}

/// What meets a name, that is not of the organisation.
#[derive(Default)]
struct MetElsewhere<'a> {
    statements: Vec<&'static Statement>,
    entries: Vec<(InSnapshot<'a>, &'a str)>,
}

impl<'a> Asking<'a> {
    fn of(
        knowledge: &'static Knowledge,
        organisation: &'static Organisation,
        day: Option<CivilDate>,
        listed: &'a Listed,
    ) -> Result<Self, OrganisationsError> {
        let abbreviations = Abbreviations::of(knowledge);
        let is_own = |one: &InSnapshot<'_>| {
            knowledge.owner_of(one.entry).is_some_and(|owner| owner.id == organisation.id)
        };
        let (own, others): (Vec<_>, Vec<_>) = listed.organisations().into_iter().partition(is_own);
        let (mut stated, mut of_others) = (Vec::new(), Vec::new());
        for statement in knowledge.statements() {
            let Some(name) = statement.name() else { continue };
            let namer = Namer::of(name, &abbreviations).map_err(OrganisationsError::Name)?;
            if statement.organisation == organisation.id {
                stated.push(Held { namer, of: () });
            } else {
                of_others.push(Held { namer, of: statement });
            }
        }
        let of_entries: Vec<Held<(InSnapshot<'a>, &'a str)>> = others
            .par_iter()
            .flat_map_iter(|one| {
                let names = one.entry.names.iter();
                // a name beyond a limit stands in no list that was imported
                names.filter_map(|name| {
                    let namer = Namer::of(&name.text, &abbreviations).ok()?;
                    Some(Held { namer, of: (*one, name.text.as_str()) })
                })
            })
            .collect();
        let names: BTreeMap<String, Namer> = own
            .iter()
            .flat_map(|one| &one.entry.names)
            .filter_map(|name| Namer::of(&name.text, &abbreviations).ok())
            .map(|namer| (namer.folded().to_owned(), namer))
            .collect();
        let met = names
            .into_par_iter()
            .map(|(folded, namer)| {
                let same = |other: &Namer| matches!(namer.meets(other), Some(Meeting::Same(_)));
                let mut met = MetElsewhere::default();
                // a name of two organisations is no contradiction where both dossiers say so
                if !stated.iter().any(|held| same(&held.namer)) {
                    let held = of_others.iter().filter(|held| same(&held.namer));
                    met.statements = held.map(|held| held.of).collect();
                }
                let held = of_entries.iter().filter(|held| same(&held.namer));
                met.entries = held.map(|held| held.of).collect();
                (folded, met)
            })
            .collect();
        Ok(Self { knowledge, organisation, day, own, met, abbreviations })
    }

    fn entry(&self, one: InSnapshot<'a>) -> EntryNames<'static> {
        let places = self.places_beside(one);
        let names = one.entry.names.iter().map(|name| {
            let flags = self.flags(one, &name.text, &places);
            AliasOrigin { name: name.clone(), flags }
        });
        EntryNames { entry: one.told(), names: names.collect() }
    }

    fn flags(
        &self,
        one: InSnapshot<'a>,
        text: &str,
        places: &BTreeSet<&'static str>,
    ) -> Vec<Flag<'static>> {
        let mut flags: Vec<Flag<'static>> = Vec::new();
        let namer = Namer::of(text, &self.abbreviations).ok();
        if let Some(met) = namer.and_then(|namer| self.met.get(namer.folded())) {
            for statement in &met.statements {
                self.flag_organisation(&mut flags, one, statement);
            }
            for entry in &met.entries {
                self.flag_entry(&mut flags, *entry);
            }
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
        let owner = self.knowledge.owner_of(other.entry);
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
