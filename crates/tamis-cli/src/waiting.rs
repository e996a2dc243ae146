//! Waiting for another process that holds what is needed.

use std::thread;
use std::time::Duration;

use crate::output::Console;

/// How often it is looked whether the other one has ended.
pub(crate) const A_WHILE: Duration = Duration::from_millis(100);

/// What is said of another import.
pub(crate) const FOR_AN_IMPORT: &str =
    "another import is writing to this data folder; waiting for it";

/// Waits, and says once what for.
#[derive(Debug)]
pub(crate) struct Waiting {
    what: &'static str,
    said: bool,
}

impl Waiting {
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what, said: false }
    }

    /// Waits a while.
    pub(crate) fn wait(&mut self, console: &Console) {
        if !self.said {
            console.say(self.what);
            self.said = true;
        }
        thread::sleep(A_WHILE);
    }
}
