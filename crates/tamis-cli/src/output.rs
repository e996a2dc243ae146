//! Standard output for data, standard error for what is said about it.

mod whole_file;

use std::cell::RefCell;
use std::io::{self, BufWriter, IsTerminal as _, LineWriter, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context as _;
use tamis_service::HashingWriter;
use tamis_wire::TerminalStyle;

use crate::arguments::{Colour, Common};

pub(crate) use whole_file::{
    Digest, NewFile, PARTIAL, WholeFile, sync_folder, unfinished, with_ending,
};

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

/// The file that `--out` names; none for standard output, which `-` names too.
pub(crate) fn named_file(out: Option<&PathBuf>) -> Option<PathBuf> {
    out.filter(|path| path.as_os_str() != "-").cloned()
}

/// A destination of data; clones write to the same.
#[derive(Clone)]
pub(crate) enum Destination {
    /// Standard output.
    Standard(Rc<RefCell<HashingWriter<Box<dyn Write>>>>),
    /// A file that comes to its place when it is whole.
    File(NewFile),
}

/// What was written to its end.
pub(crate) enum Ended {
    /// Standard output.
    Standard(Digest),
    /// A file that is not in its place yet.
    File(WholeFile),
}

impl Destination {
    /// Standard output, or the file that is named. `by_line`: each line leaves at once, for those who pipe
    /// rows in and wait for the answers; else a buffer is filled first.
    pub(crate) fn of(path: Option<&Path>, by_line: bool) -> anyhow::Result<Self> {
        let standard =
            |out: Box<dyn Write>| Self::Standard(Rc::new(RefCell::new(HashingWriter::new(out))));
        Ok(match path {
            None if by_line => standard(Box::new(LineWriter::new(StandardOutput))),
            None => standard(Box::new(BufWriter::new(StandardOutput))),
            Some(path) => Self::File(NewFile::begin(path)?),
        })
    }

    /// Ends it.
    pub(crate) fn end(mut self) -> io::Result<Ended> {
        match self.flush() {
            // the reader of standard output: that is known, and no failure
            Err(_) if was_closed() && matches!(self, Self::Standard(_)) => {}
            flushed => flushed?,
        }
        Ok(match self {
            Self::Standard(out) => {
                let out = out.borrow();
                // who went away has not seen all
                let sha256 = (!was_closed()).then(|| out.sha256());
                Ended::Standard(Digest { bytes: out.count(), sha256 })
            }
            Self::File(file) => Ended::File(file.whole()?),
        })
    }
}

impl Ended {
    pub(crate) fn digest(&self) -> Digest {
        match self {
            Self::Standard(digest) => *digest,
            Self::File(file) => file.digest,
        }
    }
}

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.borrow_mut().write(bytes),
            Self::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.borrow_mut().flush(),
            Self::File(file) => file.flush(),
        }
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

/// Writes text to standard output and flushes it.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut output = StandardOutput;
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).context("writing the output")
}
