//! Standard output for data, standard error for what is said about it.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, LineWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context as _;
use tamis_wire::TerminalStyle;

use crate::arguments::{Colour, Common};

/// How to talk to the one who runs this.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Console {
    /// Whether tables are wanted as JSON.
    pub(crate) json: bool,
    quiet: bool,
    colour: Colour,
}

impl Console {
    /// As the options say.
    pub(crate) fn of(common: &Common) -> Self {
        Self { json: common.json, quiet: common.quiet, colour: common.color }
    }

    /// Says something about the data, unless it is not wanted.
    #[expect(clippy::print_stderr, reason = "this is where the program speaks")]
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            eprintln!("{text}");
        }
    }

    /// A line of an error, which is told also where quiet is wanted.
    #[expect(clippy::print_stderr, reason = "this is where the program speaks")]
    pub(crate) fn error_line(&self, line: &str) {
        match line.strip_prefix("error:").filter(|_| self.colours(io::stderr().is_terminal())) {
            Some(rest) => eprintln!("\u{1b}[1;31merror:\u{1b}[0m{rest}"),
            None => eprintln!("{line}"),
        }
    }

    /// Whether progress may be drawn.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// How tables are written to standard output.
    pub(crate) fn style(&self) -> TerminalStyle {
        let terminal = io::stdout().is_terminal();
        TerminalStyle { colour: self.colours(terminal), isolate: terminal }
    }

    /// A heading on standard output.
    pub(crate) fn heading(&self, text: &str) -> String {
        if self.colours(io::stdout().is_terminal()) {
            format!("\u{1b}[1m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn colours(&self, terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        }
    }
}

/// A destination of data.
pub(crate) type Destination = Box<dyn Write>;

/// The file that `--out` names; none for standard output, which `-` names too.
pub(crate) fn named_file(out: Option<&PathBuf>) -> Option<PathBuf> {
    out.filter(|path| path.as_os_str() != "-").cloned()
}

/// Standard output, or the file that is named. `by_line`: each line leaves at once, for those who pipe
/// rows in and wait for the answers; else a buffer is filled first.
pub(crate) fn destination(path: Option<&Path>, by_line: bool) -> anyhow::Result<Destination> {
    match path {
        None if by_line => Ok(Box::new(LineWriter::new(StandardOutput))),
        None => Ok(Box::new(BufWriter::new(StandardOutput))),
        Some(path) => Ok(Box::new(BufWriter::new(create(path)?))),
    }
}

/// Whether the reader of standard output went away: no failure of ours, and nothing is left to say.
pub(crate) fn was_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}

static CLOSED: AtomicBool = AtomicBool::new(false);

/// Standard output that remembers when its reader goes away. The error itself may come back to the
/// program wrapped by any writer that stands between.
struct StandardOutput;

impl Write for StandardOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        remembered(io::stdout().lock().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        remembered(io::stdout().lock().flush())
    }
}

fn remembered<T>(result: io::Result<T>) -> io::Result<T> {
    if result.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
        CLOSED.store(true, Ordering::Relaxed);
    }
    result
}

/// Creates a file.
pub(crate) fn create(path: &Path) -> anyhow::Result<File> {
    File::create(path).with_context(|| {
        format!("can't write {}; name another file or make its folder", path.display())
    })
}

/// Writes text to standard output and flushes it.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut output = StandardOutput;
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).context("writing the output")
}
