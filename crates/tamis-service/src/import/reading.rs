//! The lists of the given files, read several at a time.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_model::{CivilDate, ListId};

use super::grouping::Group;
use super::{ImportError, ImportOptions, ImportStep};

/// A list that was read and not stored yet.
pub(super) struct ReadList<'a> {
    pub(super) files: Vec<SourceFile<'a>>,
    pub(super) reading: Reading,
    pub(super) published: CivilDate,
}

enum Told<'a> {
    /// So many bytes of a group are read.
    At(usize, u64),
    /// A group was read.
    Ended(usize, Box<Result<ReadList<'a>, ImportError>>),
}

/// Reads all groups, as many at a time as there are cores; the lists in the order of their files. The first
/// group with an error, in that order, decides.
pub(super) fn read_all<'a>(
    groups: &[Group<'a>],
    options: &ImportOptions,
    report: &mut dyn FnMut(ImportStep) -> bool,
) -> Result<Vec<ReadList<'a>>, ImportError> {
    let total = groups.iter().map(|group| size(&group.files)).sum();
    // what takes longest first, so that none is waited for alone
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|place| {
        std::cmp::Reverse(groups.get(*place).map_or(0, |group| effort(&group.files)))
    });
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (told, heard) = mpsc::channel();
    let workers = rayon::current_num_threads().clamp(1, groups.len().max(1));
    let mut done = BTreeMap::new();
    let mut results = BTreeMap::new();
    thread::scope(|scope| {
        for _ in 0..workers {
            let told = told.clone();
            let (order, next, stopped) = (&order, &next, &stopped);
            scope.spawn(move || {
                while let Some(place) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let Some(group) = groups.get(*place) else { return };
                    if stopped.load(Ordering::Relaxed) {
                        return;
                    }
                    // who listens no more has ended
                    let read = read_one(group, options, &mut |bytes| {
                        let _ = told.send(Told::At(*place, bytes));
                    });
                    let _ = told.send(Told::Ended(*place, Box::new(read)));
                }
            });
        }
        drop(told);
        for told in heard {
            match told {
                Told::At(place, bytes) => drop(done.insert(place, bytes)),
                Told::Ended(place, result) => {
                    done.insert(place, groups.get(place).map_or(0, |group| size(&group.files)));
                    results.insert(place, *result);
                }
            }
            if !report(ImportStep::Reading { done: done.values().sum(), total }) {
                stopped.store(true, Ordering::Relaxed);
            }
        }
    });
    if stopped.into_inner() {
        return Err(ImportError::Stopped);
    }
    results.into_values().collect()
}

fn size(files: &[SourceFile<'_>]) -> u64 {
    files.iter().map(|file| file.bytes.len() as u64).sum()
}

/// How long reading may take, in bytes of XML: a workbook is packed, to about a sixteenth.
fn effort(files: &[SourceFile<'_>]) -> u64 {
    let packed = |file: &SourceFile<'_>| file.bytes.starts_with(b"PK");
    files.iter().map(|file| file.bytes.len() as u64 * if packed(file) { 16 } else { 1 }).sum()
}

fn read_one<'a>(
    Group { format, files }: &Group<'a>,
    options: &ImportOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<ReadList<'a>, ImportError> {
    let read_options = ReadOptions { list: options.list.clone() };
    let reading = tamis_lists::read_as(format, files, &read_options, progress)?;
    if let Some(list) = options.expects.as_ref().filter(|list| **list != reading.list) {
        let (asked, found) = (list.clone(), reading.list);
        return Err(ImportError::OtherList { files: names(files), asked, found });
    }
    let published = published(&reading, files, options)?;
    if reading.entries.is_empty() {
        return Err(ImportError::NoEntries {
            files: names(files),
            list: reading.list,
            refused: reading.account.refused.len(),
        });
    }
    Ok(ReadList { files: files.to_vec(), reading, published })
}

/// The publisher's date: from the file, else as told, else as its publisher said beside it; never the day
/// of the import.
fn published(
    reading: &Reading,
    files: &[SourceFile<'_>],
    options: &ImportOptions,
) -> Result<CivilDate, ImportError> {
    let of_list: Option<&CivilDate> = options.published_of.get::<ListId>(&reading.list);
    match (reading.published, options.published) {
        (Some(written), Some(told)) if written != told => {
            Err(ImportError::PublishedOtherwise { files: names(files), written, told })
        }
        (Some(date), _) | (None, Some(date)) => Ok(date),
        (None, None) => of_list
            .copied()
            .or(options.said_beside)
            .ok_or_else(|| ImportError::NoDate { files: names(files), list: reading.list.clone() }),
    }
}

pub(super) fn names(files: &[SourceFile<'_>]) -> String {
    files.iter().map(|file| file.name).collect::<Vec<_>>().join(", ")
}
