//! Line coverage of a package's sources by its tests: builds them with rustc's own instrumentation,
//! runs them, and has LLVM's tools of the same major version count. Knows no test and no source.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};
use cargo_metadata::Message;

use crate::tidy::rust_source::{is_test_module, production_code};
use crate::tree;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The package whose sources are counted and whose tests run
    #[arg(long, short, default_value = "tamis-lists")]
    package: String,
    /// Fail when a file below the package's `src/` has fewer lines covered than this, in percent
    #[arg(long, value_name = "PERCENT")]
    at_least: Option<f64>,
    /// Count only files whose path contains this
    #[arg(long, value_name = "TEXT")]
    files: Option<String>,
    /// Run only tests whose name contains this (for example those over the fuzz corpora)
    tests: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let root = tree::root();
    let work = target_folder(&root).join("coverage");
    let raw = work.join("raw");
    if raw.exists() {
        std::fs::remove_dir_all(&raw)?;
    }
    let profile_tool = llvm_tool("llvm-profdata")?;
    let report_tool = llvm_tool("llvm-cov")?;

    let binaries = build(&root, &work, &arguments.package)?;
    for binary in &binaries {
        println!("running {}", binary.display());
        let mut command = Command::new(binary);
        command.current_dir(root.join("crates").join(&arguments.package)).arg("--quiet");
        command.env("LLVM_PROFILE_FILE", raw.join("%p-%m.profraw")).args(&arguments.tests);
        ensure!(command.status()?.success(), "tests failed: {}", binary.display());
    }

    let merged = work.join("merged.profdata");
    let mut merge = Command::new(&profile_tool);
    output(merge.args(["merge", "--sparse", "-o"]).arg(&merged).arg(&raw))?;
    let mut export = Command::new(&report_tool);
    export.args(["export", "--format=lcov", "--instr-profile"]).arg(&merged);
    // The first stands alone, so that what follows the options is taken for sources.
    for (number, binary) in binaries.iter().enumerate() {
        if number > 0 {
            export.arg("--object");
        }
        export.arg(binary);
    }
    let sources = root.join("crates").join(&arguments.package).join("src");
    let lcov = output(export.arg(&sources))?;
    let files = lines_by_file(&lcov, &root, |path| std::fs::read_to_string(root.join(path)).ok());
    report(arguments, &files)
}

/// Lines that can be reached, and lines that were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Lines {
    all: u64,
    reached: u64,
}

impl Lines {
    #[expect(clippy::cast_precision_loss, reason = "counts of lines are small")]
    fn percent(self) -> f64 {
        if self.all == 0 { 100.0 } else { self.reached as f64 * 100.0 / self.all as f64 }
    }
}

fn report(arguments: &Arguments, files: &BTreeMap<String, Lines>) -> anyhow::Result<()> {
    let mut total = Lines::default();
    let mut short = 0;
    for (path, lines) in files {
        if arguments.files.as_ref().is_some_and(|wanted| !path.contains(wanted)) {
            continue;
        }
        total.all += lines.all;
        total.reached += lines.reached;
        let is_short = arguments.at_least.is_some_and(|wanted| lines.percent() < wanted);
        short += usize::from(is_short);
        let mark = if is_short { "  too few" } else { "" };
        let Lines { all, reached } = *lines;
        println!("{:>6.1} %  {reached:>6} of {all:>6}  {path}{mark}", lines.percent());
    }
    println!("{:>6.1} %  {:>6} of {:>6}  all", total.percent(), total.reached, total.all);
    ensure!(total.all > 0, "no source line was counted: does the package have tests?");
    ensure!(short == 0, "{short} files are covered less than asked for");
    Ok(())
}

/// Builds the tests of `package` with instrumentation, and returns their binaries.
fn build(root: &Path, target: &Path, package: &str) -> anyhow::Result<Vec<PathBuf>> {
    let flags = env::var("RUSTFLAGS").unwrap_or_default();
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).args(["test", "--no-run", "--tests"]);
    cargo.args(["--message-format=json-render-diagnostics", "--package", package]);
    cargo.env("RUSTFLAGS", format!("{flags} -C instrument-coverage"));
    cargo.env("CARGO_TARGET_DIR", target);
    // Build scripts and macros are instrumented too; what they write is thrown away.
    cargo.env("LLVM_PROFILE_FILE", target.join("build-%m.profraw"));
    let built = output(&mut cargo)?;
    let mut binaries = Vec::new();
    for message in Message::parse_stream(built.as_bytes()) {
        if let Message::CompilerArtifact(artifact) = message?
            && artifact.profile.test
        {
            binaries.extend(artifact.executable.map(PathBuf::from));
        }
    }
    ensure!(!binaries.is_empty(), "{package} has no test binary");
    Ok(binaries)
}

/// Runs to the end and returns what was printed; the errors of the command pass through.
fn output(command: &mut Command) -> anyhow::Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let run = command.stderr(std::process::Stdio::inherit()).output();
    let run = run.with_context(|| format!("cannot run {name}"))?;
    ensure!(run.status.success(), "{name} failed ({})", run.status);
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}

/// Reads LCOV: `SF:` a file, `DA:` a line and how often it was reached. Lines of tests do not count,
/// which is told from the file's text; a file that `text` does not have counts whole.
///
/// A file of which several binaries hold a copy appears once, its counts already joined.
fn lines_by_file(
    lcov: &str,
    root: &Path,
    text: impl Fn(&str) -> Option<String>,
) -> BTreeMap<String, Lines> {
    let mut files: BTreeMap<String, Lines> = BTreeMap::new();
    let mut path = String::new();
    let mut code = None;
    for line in lcov.lines() {
        if let Some(named) = line.strip_prefix("SF:") {
            let named = Path::new(named);
            path = named.strip_prefix(root).unwrap_or(named).to_string_lossy().into_owned();
            code = text(&path).map(|text| production_code(&text));
        } else if let Some((number, count)) =
            line.strip_prefix("DA:").and_then(|line| line.split_once(','))
        {
            let number: usize = number.parse().unwrap_or_default();
            let counts = code.as_ref().is_none_or(|code| {
                let line = code.lines().nth(number.saturating_sub(1));
                line.is_some_and(|line| !line.trim().is_empty())
            });
            if counts && !is_test_module(&path) {
                let lines = files.entry(path.clone()).or_default();
                lines.all += 1;
                lines.reached += u64::from(count != "0");
            }
        }
    }
    files
}

/// LLVM's tool of the major version that rustc has: the formats of others differ. `script/coverage`
/// installs it where it is missing.
fn llvm_tool(name: &str) -> anyhow::Result<PathBuf> {
    let version = output(Command::new("rustc").arg("-vV"))?;
    let field = |key: &str| {
        let line = version.lines().find_map(|line| line.strip_prefix(key));
        line.map(|value| value.trim().to_owned())
            .with_context(|| format!("rustc -vV does not tell its {key}"))
    };
    let llvm = field("LLVM version:")?;
    let major = llvm.split('.').next().unwrap_or_default();
    let toolchain = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let own = Path::new(toolchain.trim()).join("lib/rustlib").join(field("host:")?);
    let candidates = [own.join("bin").join(name), PathBuf::from(format!("{name}-{major}"))];
    for candidate in candidates {
        if Command::new(&candidate).arg("--version").output().is_ok_and(|run| run.status.success())
            || Command::new(&candidate).arg("--help").output().is_ok_and(|it| it.status.success())
        {
            return Ok(candidate);
        }
    }
    bail!("{name} of LLVM {major} is missing: run script/coverage, which installs it")
}

fn target_folder(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |it| root.join(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lcov_is_counted_by_file_without_tests() {
        let lcov = "SF:/tree/crates/a/src/lib.rs\nDA:1,3\nDA:2,0\nDA:5,1\nend_of_record\n\
                    SF:/tree/crates/a/src/b.rs\nDA:9,1\nLF:1\nend_of_record\n\
                    SF:/tree/crates/a/src/b/tests.rs\nDA:9,1\nLF:1\nend_of_record\n";
        let source = "fn a() {}\nfn b() {}\n#[cfg(test)]\nmod tests {\n  fn c() {}\n}\n";
        let text = |path: &str| path.ends_with("lib.rs").then(|| source.to_owned());
        let files = lines_by_file(lcov, Path::new("/tree"), text);
        let expect = [
            ("crates/a/src/b.rs".to_owned(), Lines { all: 1, reached: 1 }),
            ("crates/a/src/lib.rs".to_owned(), Lines { all: 2, reached: 1 }),
        ];
        assert_eq!(files.into_iter().collect::<Vec<_>>(), expect);
    }

    #[test]
    fn too_few_lines_are_an_error() {
        let files = BTreeMap::from([("src/a.rs".to_owned(), Lines { all: 10, reached: 8 })]);
        let asked =
            |at_least| Arguments { package: "a".to_owned(), at_least, files: None, tests: None };
        assert!(report(&asked(None), &files).is_ok());
        assert!(report(&asked(Some(80.0)), &files).is_ok());
        assert!(report(&asked(Some(85.0)), &files).is_err());
        assert!(report(&asked(None), &BTreeMap::new()).is_err());
    }
}
