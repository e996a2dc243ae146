//! Two records side by side.

use std::sync::atomic::AtomicBool;

use tamis_archive::Archive;
use tamis_match::{AnalysedRecord, Policy, RecordRefusal, ToldComparison};
use tamis_model::{Entry, EntryId, NotedWord, Party};

use crate::ordered::{Ending, in_order};
use crate::show::{ShowError, ShownEntry, show};

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A party: a name, or a record with more than a name.
    Party(Box<Party>),
    /// An entry of an active list.
    Entry(EntryId),
}

/// Why two records could not be compared.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CompareError {
    /// An entry could not be found.
    #[error(transparent)]
    Show(#[from] ShowError),
    /// A record is beyond a limit of analysis.
    #[error("the {side} record can't be compared: {source}")]
    Record {
        /// `first` or `second`.
        side: &'static str,
        /// Why.
        #[source]
        source: RecordRefusal,
    },
}

/// A record as it was found and as it was analysed.
enum Side {
    Party(Box<Party>),
    /// The entry, and how it was reached where that was not by its reference.
    Entry(Box<Entry>, Option<String>),
}

impl Side {
    fn title(&self) -> String {
        match self {
            Self::Entry(entry, None) => format!("{}  {}", entry.id, entry.heading()),
            Self::Entry(entry, Some(how)) => format!("{}  {} ({how})", entry.id, entry.heading()),
            Self::Party(party) => match party.names.as_slice() {
                [] => party.identifiers.first().map(|id| id.number.clone()).unwrap_or_default(),
                names => names.iter().map(|name| &*name.text).collect::<Vec<_>>().join(" / "),
            },
        }
    }
}

/// Two records compared, with what they are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The first record: its name, or the entry with its heading.
    pub first: String,
    /// The second record.
    pub second: String,
    /// The comparison.
    pub comparison: ToldComparison,
    /// Words of the two names that are not compared as names are.
    pub noted: Vec<NotedWord>,
}

/// Compares two records; the first is shown as the party, the second as the entry.
///
/// # Errors
/// [`CompareError`].
pub fn compare(
    archive: &Archive,
    policy: &Policy,
    first: &Operand,
    second: &Operand,
) -> Result<Compared, CompareError> {
    let (first, second) = (found(archive, first)?, found(archive, second)?);
    let one = analysed(&first, policy)
        .map_err(|source| CompareError::Record { side: "first", source })?;
    let other = analysed(&second, policy)
        .map_err(|source| CompareError::Record { side: "second", source })?;
    let compared = tamis_match::compare(&one, &other, policy);
    let (comparison, noted) = (compared.tell(), compared.noted());
    Ok(Compared { first: first.title(), second: second.title(), comparison, noted })
}

/// Compares pairs of parties on all cores, in their order. An item without a pair (a row that could
/// not be read) takes its place with no answer.
///
/// # Errors
/// The first error of `answer`: an output that can't be written.
pub fn compare_pairs<Item: Send + Sync, Failure>(
    policy: &Policy,
    items: impl IntoIterator<Item = Item>,
    pair: impl Fn(&Item) -> Option<(&Party, &Party)> + Sync,
    stop: &AtomicBool,
    answer: impl FnMut(Item, Option<Result<ToldComparison, RecordRefusal>>) -> Result<(), Failure>,
) -> Result<Ending, Failure> {
    let work = |item: &Item| {
        let (first, second) = pair(item)?;
        Some(AnalysedRecord::of_party(first, policy).and_then(|first| {
            let second = AnalysedRecord::of_party(second, policy)?;
            Ok(tamis_match::compare(&first, &second, policy).tell())
        }))
    };
    in_order(items, stop, work, answer)
}

fn found(archive: &Archive, operand: &Operand) -> Result<Side, ShowError> {
    match operand {
        Operand::Party(party) => Ok(Side::Party(party.clone())),
        Operand::Entry(id) => {
            let ShownEntry { entry, reached_by, .. } = show(archive, id, None)?;
            let how = reached_by.words(id, &entry.id);
            Ok(Side::Entry(Box::new(entry), how))
        }
    }
}

fn analysed(side: &Side, policy: &Policy) -> Result<AnalysedRecord, RecordRefusal> {
    match side {
        Side::Party(party) => AnalysedRecord::of_party(party, policy),
        Side::Entry(entry, _) => AnalysedRecord::of_entry(entry, policy),
    }
}
