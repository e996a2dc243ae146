//! Artefacts as their users meet them: whole, damaged, cut, half written, and built by two at once.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tamis_archive::{Archive, ArtefactOpenError, Check, DiskFiles, FileSystem, StoreError};
use tamis_index::artefact::{ArtefactError, Writer};

fn written(value: u32, to: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::to(to)?;
    writer.section("numbers", &vec![value; 100_000])?;
    writer.finish()?;
    Ok(())
}

fn put(archive: &Archive, name: &str, value: u32) -> Result<(), StoreError> {
    archive.lock_artefact(name, &mut || false)?.put(|to| written(value, to))
}

fn value(archive: &Archive, name: &str) -> Option<u32> {
    let artefact = archive.artefact(name, Check::AsOpened).unwrap()?;
    let numbers = artefact.section::<u32>("numbers").unwrap();
    assert_eq!(numbers.len(), 100_000);
    numbers.get(99_999)
}

#[test]
fn an_artefact_is_there_once_it_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path().join("not/yet/there"));
    assert!(archive.artefact("a", Check::AsOpened).unwrap().is_none());
    put(&archive, "a", 7).unwrap();
    assert_eq!(value(&archive, "a"), Some(7));
    let mapped = archive.artefact("a", Check::AsOpened).unwrap().unwrap();
    put(&archive, "a", 8).unwrap();
    assert_eq!(value(&archive, "a"), Some(8));
    let numbers = mapped.section::<u32>("numbers").unwrap();
    assert_eq!(numbers.get(5), Some(7), "who reads the old one goes on with it");
}

#[test]
fn a_changed_byte_and_a_cut_file_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    put(&archive, "a", 7).unwrap();
    let path = archive.artefact_path("a");
    let whole = fs::read(&path).unwrap();
    for at in [0, 16, 70, 200_000, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&path, changed).unwrap();
        let refused = archive.artefact("a", Check::AsOpened).unwrap_err();
        assert!(matches!(refused, ArtefactOpenError::Refused { .. }), "{at}: {refused}");
        assert!(refused.to_string().ends_with("build it again: tamis index build"), "{refused}");
    }
    for length in [0, 10, 70_000, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        assert!(archive.artefact("a", Check::AsOpened).is_err(), "{length}");
    }
}

#[test]
fn a_file_that_is_cut_under_its_map_is_damage_and_no_crash() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    put(&archive, "a", 7).unwrap();
    let artefact = archive.artefact("a", Check::AsOpened).unwrap().unwrap();
    let file = fs::File::options().write(true).open(archive.artefact_path("a")).unwrap();
    file.set_len(8_192).unwrap();
    let numbers = artefact.section::<u32>("numbers").unwrap();
    assert_eq!(numbers.get(99_000), Some(0));
    assert_eq!(artefact.damage(), Some(ArtefactError::CutShort));
}

/// A disk with so much room for artefacts.
#[derive(Debug)]
struct Full(Arc<AtomicUsize>);

struct Filling(Box<dyn Write>, Arc<AtomicUsize>);

impl Write for Filling {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = self.1.load(Ordering::SeqCst).min(bytes.len());
        if room == 0 && !bytes.is_empty() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.1.fetch_sub(room, Ordering::SeqCst);
        self.0.write(&bytes[..room])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl FileSystem for Full {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        DiskFiles.create_folder(path)
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        DiskFiles.write(path, bytes)
    }
    fn create(&self, path: &Path) -> io::Result<Box<dyn Write>> {
        Ok(Box::new(Filling(DiskFiles.create(path)?, Arc::clone(&self.0))))
    }
    fn sync_file(&self, path: &Path) -> io::Result<()> {
        DiskFiles.sync_file(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        DiskFiles.rename(from, to)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        DiskFiles.sync_folder(path)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        DiskFiles.remove(path)
    }
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    put(&Archive::at(folder.path()), "a", 7).unwrap();
    for room in [0, 100_000, 399_000] {
        let full = Full(Arc::new(AtomicUsize::new(room)));
        let archive = Archive::on(folder.path(), Arc::new(full));
        let told = put(&archive, "a", 8).unwrap_err();
        assert!(matches!(told, StoreError::DiskFull { .. }), "{told}");
        assert_eq!(value(&archive, "a"), Some(7));
        let files = fs::read_dir(folder.path().join("index")).unwrap().count();
        assert_eq!(files, 2, "the artefact and the lock, and nothing half written");
    }
}

#[test]
fn what_a_killed_build_left_is_removed_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    put(&archive, "a", 7).unwrap();
    let beside = folder.path().join("index/a.tamis.unfinished");
    fs::write(&beside, b"half").unwrap();
    assert_eq!(value(&archive, "a"), Some(7));
    put(&archive, "b", 8).unwrap();
    assert!(!beside.exists());
    assert_eq!((value(&archive, "a"), value(&archive, "b")), (Some(7), Some(8)));
}

#[test]
fn one_builds_and_the_other_waits() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    let first = archive.lock_artefact("a", &mut || false).unwrap();
    let mut asked = 0;
    let busy = archive.lock_artefact("a", &mut || {
        asked += 1;
        asked < 3
    });
    assert!(matches!(busy, Err(StoreError::Busy { .. })));
    assert_eq!(asked, 3);
    first.put(|to| written(7, to)).unwrap();
    assert_eq!(value(&archive, "a"), Some(7));
    put(&archive, "a", 8).unwrap();
    assert_eq!(value(&archive, "a"), Some(8));
}

#[test]
fn old_artefacts_are_removed_but_for_some() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    for number in 0..8 {
        put(&archive, &format!("n{number}"), number).unwrap();
    }
    let there = (0..8).filter(|number| archive.artefact_path(&format!("n{number}")).exists());
    assert_eq!(there.count(), 4);
    assert_eq!(value(&archive, "n7"), Some(7));
}
