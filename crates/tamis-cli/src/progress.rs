//! A bar on the terminal for runs that take longer than a moment.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::output::Console;

/// Shorter runs show nothing.
const MOMENT: Duration = Duration::from_secs(1);

/// A bar that appears after a moment, where standard error is a terminal.
pub(crate) struct Progress {
    begun: Instant,
    wanted: bool,
    what: &'static str,
    bytes: bool,
    total: Option<u64>,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Progress in bytes.
    pub(crate) fn bytes(console: &Console, what: &'static str, total: u64) -> Self {
        Self::new(console, what, Some(total), true)
    }

    /// Progress in rows, of so many if that is known.
    pub(crate) fn rows(
        console: &Console,
        what: &'static str,
        total: impl FnOnce() -> Option<u64>,
    ) -> Self {
        let total = if console.shows_progress() { total() } else { None };
        Self::new(console, what, total, false)
    }

    fn new(console: &Console, what: &'static str, total: Option<u64>, bytes: bool) -> Self {
        let wanted = console.shows_progress();
        Self { begun: Instant::now(), wanted, what, bytes, total, bar: None }
    }

    /// So much is done.
    pub(crate) fn at(&mut self, done: u64) {
        if !self.wanted || self.begun.elapsed() < MOMENT {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| bar(self.what, self.total, self.bytes));
        bar.set_position(done);
    }

    /// Takes the bar away.
    pub(crate) fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

fn bar(what: &'static str, total: Option<u64>, bytes: bool) -> ProgressBar {
    let template = match (total, bytes) {
        (Some(_), true) => "{prefix} {bar:30} {bytes}/{total_bytes} {eta}",
        (Some(_), false) => "{prefix} {bar:30} {pos}/{len} {eta}",
        (None, true) => "{prefix} {spinner} {bytes}",
        (None, false) => "{prefix} {spinner} {pos}",
    };
    let bar = total.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_prefix(what);
    bar
}
