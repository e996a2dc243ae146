//! Organisations: from a name to entries of lists, dossiers, designations, and what contradicts what.
//!
//! `tamis-dossier` knows what is claimed; the matcher says which names are one; the archive has the lists. They
//! meet here. Without lists the dossiers answer alone, and the answer says so.

mod contradictions;
mod listed;
mod naming;
mod words;

use std::collections::BTreeSet;

use tamis_archive::Archive;
use tamis_dossier::conflicts;
use tamis_dossier::dossier::DossierAnswer;
use tamis_dossier::register::{self, RegisterAnswer};
use tamis_dossier::search::{self, EntryMet, Meeting, Met, SearchAnswer};
use tamis_dossier::{DataError, Knowledge, Organisation, OrganisationId};
use tamis_match::RecordRefusal;
use tamis_model::{CivilDate, EntryId};

use crate::load::{LoadError, refuse_a_day_to_come};
use listed::Listed;
use naming::{Abbreviations, Namer};

pub use contradictions::contradictions;

/// Why a question about organisations could not be answered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OrganisationsError {
    /// The tables that ship are wrong.
    #[error("the register that ships is damaged; install Tamis again")]
    Knowledge(#[source] &'static DataError),
    /// No dossier is of that id, entry or name.
    #[error(
        "no dossier is called `{asked}`{near}; ask `tamis organisations search NAME`, or name one of: {known}"
    )]
    NotFound {
        /// What was asked for.
        asked: String,
        /// `, but … is`, or nothing.
        near: String,
        /// The ids that there are.
        known: String,
    },
    /// Several dossiers have that name.
    #[error("`{asked}` is a name of several organisations; name one of: {found}")]
    Several {
        /// What was asked for.
        asked: String,
        /// Their ids.
        found: String,
    },
    /// Nothing that could be a name.
    #[error("`{0}` has no letter and no digit; give the name of an organisation, in any script")]
    NoName(String),
    /// The name is beyond a limit of analysis.
    #[error("the name can't be compared: {0}")]
    Name(#[source] RecordRefusal),
    /// Lists could not be read.
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// The knowledge that ships.
///
/// # Errors
/// [`OrganisationsError::Knowledge`].
pub fn knowledge() -> Result<&'static Knowledge, OrganisationsError> {
    Knowledge::shipped().map_err(OrganisationsError::Knowledge)
}

/// Finds organisations and entries of lists by a name in any script, through the dossiers.
///
/// # Errors
/// [`OrganisationsError`].
pub fn search_organisations(
    archive: &Archive,
    asked: &str,
    day: Option<CivilDate>,
) -> Result<SearchAnswer<'static>, OrganisationsError> {
    let knowledge = knowledge()?;
    let abbreviations = Abbreviations::of(knowledge);
    let namer = asked_name(asked, &abbreviations)?;
    let listed = Listed::load(archive, day)?;
    let mut met = met_in_dossiers(knowledge, &namer, &abbreviations)?;
    met.entries = met_in_lists(&listed, &namer, &abbreviations);
    met.named = listed.named_by(knowledge);
    met.linked = listed.linked_by(knowledge);
    Ok(search::answer(knowledge, asked, day, listed.used, &met))
}

/// The name that was asked for; signs alone are none.
fn asked_name(asked: &str, abbreviations: &Abbreviations) -> Result<Namer, OrganisationsError> {
    if !asked.chars().any(char::is_alphanumeric) {
        return Err(OrganisationsError::NoName(asked.to_owned()));
    }
    Namer::of(asked, abbreviations).map_err(OrganisationsError::Name)
}

fn met_in_dossiers(
    knowledge: &'static Knowledge,
    namer: &Namer,
    abbreviations: &Abbreviations,
) -> Result<Met<'static>, OrganisationsError> {
    let mut met = Met::default();
    for statement in knowledge.statements() {
        let Some(name) = statement.name() else { continue };
        let other = Namer::of(name, abbreviations).map_err(OrganisationsError::Name)?;
        if let Some(meeting) = namer.meets(&other) {
            met.statements.push((statement, meeting));
        }
    }
    Ok(met)
}

/// The names of organisations' entries that meet; of an entry that bears the name itself those alone.
fn met_in_lists(listed: &Listed, namer: &Namer, abbreviations: &Abbreviations) -> Vec<EntryMet> {
    listed.each_organisation(|entry| {
        let mut met: Vec<EntryMet> = entry
            .entry
            .names
            .iter()
            // a name beyond a limit stands in no list that was imported
            .filter_map(|name| {
                let meeting = namer.meets(&Namer::of(&name.text, abbreviations).ok()?)?;
                Some(EntryMet { entry: entry.told(), name: name.text.clone(), meeting })
            })
            .collect();
        met.sort_by_key(|one| one.meeting);
        // an entry may bear one name in several languages
        let mut told: BTreeSet<String> = BTreeSet::new();
        met.retain(|one| told.insert(one.name.clone()));
        if met.first().is_some_and(|one| one.meeting != Meeting::Inside) {
            met.retain(|one| one.meeting != Meeting::Inside);
        } else {
            met.truncate(1);
        }
        met
    })
}

/// The organisation of an id, of an entry of a list, or of a name that is one organisation's alone.
///
/// # Errors
/// [`OrganisationsError::NotFound`], [`OrganisationsError::Several`].
pub fn organisation(asked: &str) -> Result<&'static Organisation, OrganisationsError> {
    let knowledge = knowledge()?;
    let by_id = OrganisationId::new(asked).and_then(|id| knowledge.organisation(&id));
    let by_entry = || EntryId::parse(asked).ok().and_then(|entry| knowledge.owner(&entry));
    // the references of the United Nations are written without their list
    let by_un_reference = || {
        let entry = EntryId::parse(&format!("un:{asked}")).ok()?;
        knowledge.owner(&entry)
    };
    if let Some(found) = by_id.or_else(by_entry).or_else(by_un_reference) {
        return Ok(found);
    }
    let abbreviations = Abbreviations::of(knowledge);
    let namer = asked_name(asked, &abbreviations)?;
    let met = met_in_dossiers(knowledge, &namer, &abbreviations)?;
    let mut same: Vec<&OrganisationId> = Vec::new();
    let mut inside: Vec<&OrganisationId> = Vec::new();
    for (statement, meeting) in &met.statements {
        let all = if *meeting == Meeting::Inside { &mut inside } else { &mut same };
        if !all.contains(&&statement.organisation) {
            all.push(&statement.organisation);
        }
    }
    let joined = |ids: &[&OrganisationId]| {
        ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    match same.as_slice() {
        [one] => knowledge.organisation(one).ok_or_else(|| not_found(knowledge, asked, "")),
        [] if inside.is_empty() => Err(not_found(knowledge, asked, "")),
        [] => Err(not_found(knowledge, asked, &joined(&inside))),
        several => {
            Err(OrganisationsError::Several { asked: asked.to_owned(), found: joined(several) })
        }
    }
}

fn not_found(knowledge: &Knowledge, asked: &str, inside: &str) -> OrganisationsError {
    let known: Vec<&str> = knowledge.organisations().iter().map(|one| one.id.as_str()).collect();
    let near = if inside.is_empty() {
        String::new()
    } else {
        format!(", though names of {inside} hold it")
    };
    OrganisationsError::NotFound { asked: asked.to_owned(), near, known: known.join(", ") }
}

/// The dossier of an organisation as of a day, with what the lists say of its entries.
///
/// # Errors
/// [`OrganisationsError`].
pub fn dossier(
    archive: &Archive,
    asked: &str,
    day: Option<CivilDate>,
) -> Result<DossierAnswer<'static>, OrganisationsError> {
    let (knowledge, organisation) = (knowledge()?, organisation(asked)?);
    let listed = Listed::load(archive, day)?;
    let named = listed.named_by(knowledge);
    let entries =
        search::reached(knowledge, organisation, day, &listed.used, &named, |_| Vec::new());
    Ok(DossierAnswer {
        organisation,
        statements: knowledge.statements_of(&organisation.id).collect(),
        day,
        entries,
        linked: search::linked_to(&listed.linked_by(knowledge), organisation),
        conflicts: conflicts::conflicts(knowledge, &organisation.id),
        before_founding: conflicts::before_founding(knowledge, &organisation.id),
        mentions: listed.mentions_of(knowledge, organisation),
        lists: listed.used,
    })
}

/// Who designated an organisation on a day. The register alone answers.
///
/// # Errors
/// [`OrganisationsError`].
pub fn designations(
    asked: &str,
    day: Option<CivilDate>,
) -> Result<RegisterAnswer<'static>, OrganisationsError> {
    let organisation = organisation(asked)?;
    if let Some(day) = day {
        refuse_a_day_to_come(day)?;
    }
    Ok(register::ask(knowledge()?, organisation, day))
}
