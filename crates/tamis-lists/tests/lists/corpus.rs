//! Each folder of `corpus/lists/<format>/<case>/` holds what one list gives (`input*`), and what comes
//! of it (`reading.snap`).

use std::fs;
use std::path::{Path, PathBuf};

use tamis_lists::{ReadOptions, Reading, SourceFile};
use tamis_testkit::{data, render};

/// The folders of the cases of a format, in order.
pub(crate) fn cases(format: &str) -> Vec<PathBuf> {
    folders(&data::workspace().join("corpus/lists").join(format))
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let inside =
        fs::read_dir(parent).unwrap_or_else(|error| panic!("{}: {error}", parent.display()));
    let mut folders: Vec<PathBuf> =
        inside.map(|item| item.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The input files of a case: name and bytes.
pub(crate) fn inputs(case: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(case)
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| path.is_file() && path.extension().is_none_or(|end| end != "snap"))
        .collect();
    files.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

/// Reads the files of a case.
pub(crate) fn read(inputs: &[(String, Vec<u8>)]) -> Result<Reading, tamis_lists::ReadError> {
    let files: Vec<SourceFile<'_>> =
        inputs.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    tamis_lists::read(&files, &ReadOptions::default(), &mut |_| {})
}

/// A reading as text.
pub(crate) fn told(reading: &Reading) -> String {
    let Reading { list, format, published, published_as_written, scope, entries, account } =
        reading;
    let published = published.map_or_else(|| "?".to_owned(), |day| day.to_string());
    format!(
        "{list} {format}, published {published} ({}), {scope:?}\n\n{}\n{}",
        published_as_written.as_deref().unwrap_or("not told"),
        render::account(account),
        render::entries(entries)
    )
}

#[test]
fn each_case_reads_as_its_snapshot_tells() {
    let mut number = 0;
    for format in folders(&data::workspace().join("corpus/lists")) {
        for case in folders(&format) {
            let name = case.strip_prefix(data::workspace()).unwrap().display().to_string();
            let text = match read(&inputs(&case)) {
                Ok(reading) => {
                    assert_eq!(format.file_name().unwrap(), reading.format, "{name}");
                    told(&reading)
                }
                Err(error) => format!("refused: {error}\n"),
            };
            insta::with_settings!({
                snapshot_path => &case,
                prepend_module_to_snapshot => false,
                omit_expression => true,
                description => name,
            }, { insta::assert_snapshot!("reading", text) });
            number += 1;
        }
    }
    assert!(number >= 16, "the corpus has {number} cases");
}
