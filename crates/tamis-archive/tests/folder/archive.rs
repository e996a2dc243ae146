//! The data folder as its users meet it: whole, damaged, interrupted at every step, and shared.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tamis_archive::{
    Archive, DiskFiles, FileSystem, HeldSnapshot, HoldDecision, HoldEnd, HoldReason, Import,
    NewFile, NewSnapshot, OpenError, SnapshotRecord, StoreError,
};
use tamis_model::{Account, CivilDate, ListId, Moment, SnapshotScope};

fn day(text: &str) -> CivilDate {
    CivilDate::parse_iso(text).unwrap()
}

fn list(text: &str) -> ListId {
    ListId::new(text).unwrap()
}

/// Stores one snapshot and makes it the one to be active.
fn put(
    import: &mut Import<'_>,
    of: &str,
    published: &str,
    contents: &[&str],
) -> Result<SnapshotRecord, StoreError> {
    let files: Vec<NewFile<'_>> =
        contents.iter().map(|text| NewFile { name: "list.xml", bytes: text.as_bytes() }).collect();
    let account = Account { entries: 1, ..Account::default() };
    let stored = import.store(&NewSnapshot {
        list: &list(of),
        format: "un-xml",
        published: day(published),
        published_as_written: None,
        scope: &SnapshotScope::Whole,
        files: &files,
        account: &account,
        imported_by: "0.1.0",
        origin: None,
    })?;
    import.activate(&stored.record);
    Ok(stored.record)
}

/// An import of two lists, one of several files: what the tests below interrupt.
fn import_two(archive: &Archive) -> Result<(), StoreError> {
    let mut import = archive.begin_import(&mut || false)?;
    put(&mut import, "un", "2021-02-01", &["new un"])?;
    put(&mut import, "ofac-sdn", "2021-02-02", &["sdn", "add", "alt"])?;
    import.commit()?;
    Ok(())
}

fn import_first(archive: &Archive) {
    let mut import = archive.begin_import(&mut || false).unwrap();
    put(&mut import, "un", "2021-01-01", &["old un"]).unwrap();
    import.commit().unwrap();
}

/// What the active set says, with all bytes read and checked.
fn active(archive: &Archive) -> Vec<String> {
    let describe = |record: SnapshotRecord| {
        let files = archive.files(&record).unwrap();
        let contents: Vec<_> =
            files.into_iter().map(|file| String::from_utf8(file.bytes).unwrap()).collect();
        format!("{} {} {}", record.info.list, record.info.published, contents.join("+"))
    };
    archive.active().unwrap().into_iter().map(describe).collect()
}

const BEFORE: &[&str] = &["un 2021-01-01 old un"];
const AFTER: &[&str] = &["ofac-sdn 2021-02-02 sdn+add+alt", "un 2021-02-01 new un"];

#[test]
fn what_is_stored_reads_back_and_older_snapshots_stay() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path().join("not/yet/there"));
    assert!(archive.current().unwrap().is_empty());
    assert!(archive.stored().unwrap().is_empty());
    import_first(&archive);
    assert_eq!(active(&archive), BEFORE);
    import_two(&archive).unwrap();
    assert_eq!(active(&archive), AFTER);
    let un: Vec<_> =
        archive.stored_of(&list("un")).unwrap().iter().map(|r| r.info.published).collect();
    assert_eq!(un, [day("2021-01-01"), day("2021-02-01")]);
}

#[test]
fn the_same_content_is_stored_once() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    import_two(&archive).unwrap();
    import_two(&archive).unwrap();
    assert_eq!(archive.stored().unwrap().len(), 2);
    // Three files of OFAC, one of the UN, and a manifest for each snapshot.
    assert_eq!(fs::read_dir(folder.path().join("snapshots")).unwrap().count(), 6);
}

#[test]
fn the_same_content_as_another_list_or_of_another_day_is_refused() {
    for (of, published) in [("eu", "2021-01-01"), ("un", "2020-12-31")] {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::at(folder.path());
        import_first(&archive);
        let mut import = archive.begin_import(&mut || false).unwrap();
        let error = put(&mut import, of, published, &["old un"]).unwrap_err();
        assert!(matches!(error, StoreError::StoredOtherwise { .. }), "{error}");
        assert!(error.to_string().contains("un of 2021-01-01"), "{error}");
    }
}

#[test]
fn a_damaged_file_is_refused_by_name_and_mended_by_a_new_import() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    import_first(&archive);
    let record = archive.active().unwrap().remove(0);
    let content = folder.path().join("snapshots").join(record.info.id.to_string());
    fs::write(&content, "old xn").unwrap();
    let error = archive.files(&record).unwrap_err();
    assert!(matches!(&error, OpenError::Damaged { path, .. } if *path == content), "{error}");
    assert!(error.to_string().contains("import the same publication again"), "{error}");
    fs::remove_file(&content).unwrap();
    assert!(matches!(archive.files(&record).unwrap_err(), OpenError::Missing { .. }));
    import_first(&archive);
    assert_eq!(active(&archive), BEFORE);
}

#[test]
fn a_damaged_manifest_or_pointer_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    import_first(&archive);
    let id = archive.active().unwrap().remove(0).info.id;
    let manifest = folder.path().join("snapshots").join(format!("{id}.json"));
    let whole = fs::read_to_string(&manifest).unwrap();
    for wrong in ["", "{", &whole.replace(&id.to_string(), &"0".repeat(64))] {
        fs::write(&manifest, wrong).unwrap();
        let error = archive.active().unwrap_err();
        assert!(matches!(&error, OpenError::Unreadable { path, .. } if *path == manifest));
    }
    fs::write(folder.path().join("current.json"), "[]").unwrap();
    assert!(matches!(archive.current().unwrap_err(), OpenError::Unreadable { .. }));
}

#[test]
fn one_import_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::at(folder.path());
    import_first(&archive);
    let first = archive.begin_import(&mut || panic!("nobody else is here")).unwrap();
    let mut asked = 0;
    let error = archive
        .begin_import(&mut || {
            asked += 1;
            asked < 3
        })
        .unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    assert_eq!(asked, 3);
    assert_eq!(active(&archive), BEFORE, "readers don't wait");
    let mut first = Some(first);
    archive
        .begin_import(&mut || {
            first = None;
            true
        })
        .unwrap();
}

/// A file system that fails at one step, and, when `dies`, at all later ones: as a process that was
/// killed there, with the file under way half written.
#[derive(Debug)]
struct FailsAt {
    step: usize,
    dies: bool,
    taken: AtomicUsize,
}

impl FailsAt {
    fn step(&self, half: impl FnOnce() -> io::Result<()>) -> io::Result<bool> {
        let now = self.taken.fetch_add(1, Ordering::SeqCst);
        if now == self.step {
            half()?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        if self.dies && now > self.step {
            return Err(io::Error::other("the process is gone"));
        }
        Ok(true)
    }
}

impl FileSystem for FailsAt {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|| Ok(()))?;
        DiskFiles.create_folder(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step(|| DiskFiles.write(path, &bytes[..bytes.len() / 2]))?;
        DiskFiles.write(path, bytes)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn io::Write>> {
        self.step(|| DiskFiles.write(path, b"half"))?;
        DiskFiles.create(path)
    }

    /// Only counted: what a flush does shows after a loss of power alone, and it is slow.
    fn sync_file(&self, _path: &Path) -> io::Result<()> {
        self.step(|| Ok(())).map(drop)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| Ok(()))?;
        DiskFiles.rename(from, to)
    }

    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        self.step(|| Ok(())).map(drop)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if self.dies && self.taken.load(Ordering::SeqCst) > self.step {
            return Err(io::Error::other("the process is gone"));
        }
        DiskFiles.remove(path)
    }
}

/// Steps of `import_two` on a fresh folder that holds the first import.
fn steps() -> usize {
    let folder = tempfile::tempdir().unwrap();
    import_first(&Archive::at(folder.path()));
    let files = Arc::new(FailsAt { step: usize::MAX, dies: false, taken: AtomicUsize::default() });
    import_two(&Archive::on(folder.path(), Arc::<FailsAt>::clone(&files))).unwrap();
    files.taken.load(Ordering::SeqCst)
}

fn unfinished(folder: &Path) -> Vec<PathBuf> {
    [folder.to_owned(), folder.join("snapshots")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "unfinished"))
        .collect()
}

/// Accepts the snapshot of the UN's list that waits.
fn accept(archive: &Archive) -> Result<(), StoreError> {
    let mut import = archive.begin_import(&mut || false)?;
    let id = import.current().held(&list("un")).unwrap().id;
    import.current_mut().decide(HoldDecision {
        list: list("un"),
        id,
        end: HoldEnd::Accepted,
        reviewer: Some("A".into()),
        reason: Some("looked at".into()),
        at: Moment::EPOCH,
    });
    import.commit().map(drop)
}

/// The import by which one more comes to wait.
fn hold_another(archive: &Archive) -> Result<SnapshotRecord, StoreError> {
    let mut import = archive.begin_import(&mut || false)?;
    let before = import.current().get(&list("un")).unwrap();
    let held = put(&mut import, "un", "2021-02-01", &["half un"])?;
    let current = import.current_mut();
    current.set(list("un"), before);
    let reasons = vec![HoldReason::Fewer { before: 100, after: 50, bound: 5 }];
    current.hold(list("un"), HeldSnapshot { id: held.info.id, since: Moment::EPOCH, reasons });
    import.commit()?;
    Ok(held)
}

/// A folder in which a snapshot of the UN's list waits.
fn hold_one(archive: &Archive) -> SnapshotRecord {
    import_first(archive);
    hold_another(archive).unwrap()
}

#[test]
fn what_is_to_wait_is_in_force_on_no_day_wherever_its_import_is_cut_short() {
    let counted =
        Arc::new(FailsAt { step: usize::MAX, dies: false, taken: AtomicUsize::default() });
    let folder = tempfile::tempdir().unwrap();
    import_first(&Archive::at(folder.path()));
    let id = hold_another(&Archive::on(folder.path(), Arc::<FailsAt>::clone(&counted))).unwrap();
    let id = id.info.id;
    let steps = counted.taken.load(Ordering::SeqCst);
    assert!(steps > 10, "{steps}");
    for dies in [false, true] {
        for step in 0..steps {
            let folder = tempfile::tempdir().unwrap();
            let whole = Archive::at(folder.path());
            import_first(&whole);
            let files = FailsAt { step, dies, taken: AtomicUsize::default() };
            hold_another(&Archive::on(folder.path(), Arc::new(files))).unwrap_err();
            let is_seen = whole.stored().unwrap().iter().any(|record| record.info.id == id);
            let aside = whole.current().unwrap().is_set_aside(id);
            assert!(!is_seen || aside, "step {step}, dies: {dies}");
            assert_eq!(active(&whole), BEFORE);
            hold_another(&whole).unwrap();
            assert_eq!(whole.current().unwrap().held(&list("un")).unwrap().id, id);
        }
    }
}

#[test]
fn a_decision_that_fails_at_any_step_leaves_what_was_in_force() {
    const HALF: &[&str] = &["un 2021-02-01 half un"];
    let never =
        || Arc::new(FailsAt { step: usize::MAX, dies: false, taken: AtomicUsize::default() });
    let counted = never();
    let folder = tempfile::tempdir().unwrap();
    hold_one(&Archive::on(folder.path(), never()));
    accept(&Archive::on(folder.path(), Arc::clone(&counted) as Arc<dyn FileSystem>)).unwrap();
    let steps = counted.taken.load(Ordering::SeqCst);
    assert!(steps > 3, "{steps}");
    for dies in [false, true] {
        for step in 0..steps {
            let folder = tempfile::tempdir().unwrap();
            let whole = Archive::on(folder.path(), never());
            let held = hold_one(&whole);
            let files = FailsAt { step, dies, taken: AtomicUsize::default() };
            accept(&Archive::on(folder.path(), Arc::new(files))).unwrap_err();
            let current = whole.current().unwrap();
            // the last step flushes the folder after the pointer has moved: the decision is in force, whole
            let done = step + 1 == steps;
            assert_eq!(
                active(&whole),
                if done { HALF } else { BEFORE },
                "step {step}, dies: {dies}"
            );
            assert_eq!(current.held(&list("un")).is_none(), done);
            assert_eq!(current.is_set_aside(held.info.id), !done);
            if !done {
                accept(&whole).unwrap();
            }
            assert_eq!(active(&whole), HALF, "again after step {step}");
        }
    }
}

#[test]
fn an_import_that_fails_or_is_killed_at_any_step_leaves_the_old_set() {
    let steps = steps();
    // Four contents, two manifests and the pointer with four steps each, and the folder.
    assert_eq!(steps, 29);
    for dies in [false, true] {
        for step in 0..steps {
            let folder = tempfile::tempdir().unwrap();
            let never = FailsAt { step: usize::MAX, dies, taken: AtomicUsize::default() };
            let whole = Archive::on(folder.path(), Arc::new(never));
            import_first(&whole);
            let files = Arc::new(FailsAt { step, dies, taken: AtomicUsize::default() });
            let error = import_two(&Archive::on(folder.path(), files)).unwrap_err();
            // The last step flushes the folder after the pointer has moved: then the new set is in
            // force, whole. At each step before, the old one is.
            let expected = if step + 1 == steps {
                assert!(matches!(error, StoreError::NotFlushed { .. }), "{error}");
                AFTER
            } else {
                assert!(matches!(error, StoreError::DiskFull { .. }), "step {step}: {error}");
                assert!(error.to_string().contains("unchanged"), "{error}");
                BEFORE
            };
            assert_eq!(active(&whole), expected, "step {step}, dies: {dies}");
            if !dies {
                assert!(unfinished(folder.path()).is_empty(), "step {step}");
            }
            import_two(&whole).unwrap();
            assert_eq!(active(&whole), AFTER, "again after step {step}");
            assert!(unfinished(folder.path()).is_empty(), "step {step}");
        }
    }
}
