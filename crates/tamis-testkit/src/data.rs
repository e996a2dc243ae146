//! Finds the real data that lies outside the repository: official lists, labelled name pairs.
//!
//! None of that data is committed. A test that wants a file asks for it here and returns early when
//! it is absent; the absence is printed, and counted by `script/test`. Knows paths and three
//! environment variables, nothing of what is in the files.
//!
//! ```no_run
//! # fn reads_the_whole_list() {
//! let Some(path) = tamis_testkit::require_data!("lists/un/2026-02-27.xml") else { return };
//! let bytes = std::fs::read(path).unwrap();
//! # }
//! ```

use std::env;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Where the data lies when `TAMIS_DATA` is not set, relative to the workspace root.
pub const DEFAULT: &str = "../shared/data";

/// Names the data folder; a relative path is relative to the workspace root.
pub const FOLDER_VARIABLE: &str = "TAMIS_DATA";
/// Set to `1`, an absent file is a failure.
pub const REQUIRED_VARIABLE: &str = "TAMIS_DATA_REQUIRED";
/// Names a file to which each skip appends its line, because test runners swallow what passing
/// tests print.
pub const SKIPPED_LOG_VARIABLE: &str = "TAMIS_SKIPPED_LOG";

/// The root of the workspace, fixed when this crate is compiled.
pub fn workspace() -> PathBuf {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate_folder.ancestors().nth(2).unwrap_or(crate_folder).to_path_buf()
}

/// The data folder, whether or not it exists.
pub fn folder() -> PathBuf {
    let named = env::var_os(FOLDER_VARIABLE).filter(|value| !value.is_empty());
    workspace().join(named.map_or_else(|| PathBuf::from(DEFAULT), PathBuf::from))
}

/// The file or folder `relative` below the data folder, if it is there.
///
/// For code that has its own way to go on without it; a test uses [`require`], so that its skip is
/// seen.
pub fn path(relative: &str) -> Option<PathBuf> {
    Some(folder().join(relative)).filter(|path| path.exists())
}

/// The file or folder `relative` for `test`, or `None` after one line that says what is skipped.
///
/// # Panics
///
/// When the file is absent and `TAMIS_DATA_REQUIRED` is `1`.
pub fn require(relative: &str, test: &str) -> Option<PathBuf> {
    let required = env::var_os(REQUIRED_VARIABLE).is_some_and(|value| value == "1");
    let found = path(relative);
    if found.is_none() {
        skip(relative, test, required, env::var_os(SKIPPED_LOG_VARIABLE).map(PathBuf::from));
    }
    found
}

/// [`require`] with the name of the function that it stands in.
#[macro_export]
macro_rules! require_data {
    ($relative:expr) => {{
        fn here() {}
        $crate::data::require($relative, $crate::data::function_around(here))
    }};
}

/// The path of the function in which `marker` is declared. Used by [`require_data!`](crate::require_data).
#[doc(hidden)]
pub fn function_around<Marker>(_marker: Marker) -> &'static str {
    let name = std::any::type_name::<Marker>();
    name.strip_suffix("::here").unwrap_or(name)
}

#[expect(clippy::panic, reason = "TAMIS_DATA_REQUIRED=1 asks for exactly this failure")]
#[expect(clippy::print_stdout, reason = "a skipped test says so where its runner shows it")]
fn skip(relative: &str, test: &str, required: bool, log: Option<PathBuf>) {
    let line = format!("SKIPPED {test}: needs {relative} under {FOLDER_VARIABLE}");
    if required {
        let folder = folder();
        panic!("{line} ({}), and {REQUIRED_VARIABLE}=1 forbids to skip", folder.display());
    }
    println!("{line}");
    if let Some(log) = log.filter(|log| !log.as_os_str().is_empty()) {
        // One write a line, in append mode: tests of many processes share the file.
        let written = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&log)
            .and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
        if let Err(error) = written {
            println!("cannot note the skip in {}: {error}", log.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_is_the_folder_with_the_lock_file() {
        assert!(workspace().join("Cargo.lock").is_file());
    }

    #[test]
    fn an_absent_file_is_no_path() {
        assert_eq!(path("no/such/file"), None);
    }

    #[test]
    fn a_skip_is_noted_with_test_and_file() {
        let log = env::temp_dir().join(format!("tamis-skips-{}", std::process::id()));
        skip("lists/un/none.xml", "un::reads", false, Some(log.clone()));
        skip("lists/eu/none.xml", "eu::reads", false, Some(log.clone()));
        let noted = std::fs::read_to_string(&log).unwrap();
        std::fs::remove_file(&log).unwrap();
        assert_eq!(
            noted,
            "SKIPPED un::reads: needs lists/un/none.xml under TAMIS_DATA\n\
             SKIPPED eu::reads: needs lists/eu/none.xml under TAMIS_DATA\n"
        );
    }

    #[test]
    #[should_panic(expected = "TAMIS_DATA_REQUIRED=1 forbids to skip")]
    fn required_data_is_not_skipped() {
        skip("lists/un/none.xml", "un::reads", true, None);
    }

    #[test]
    fn the_macro_names_the_test() {
        fn here() {}
        assert_eq!(function_around(here), "tamis_testkit::data::tests::the_macro_names_the_test");
    }
}
