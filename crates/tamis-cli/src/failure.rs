//! How errors are told: one line for what failed, one for each cause.

use anyhow::Error;

use crate::output::Console;

/// The user interrupted the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interrupted;

impl std::fmt::Display for Interrupted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("interrupted; nothing was changed")
    }
}

impl std::error::Error for Interrupted {}

/// Whether the user asked to stop.
pub(crate) fn is_interruption(error: &Error) -> bool {
    error.downcast_ref::<Interrupted>().is_some()
}

/// Prints an error with its causes. A message of the form `what; what to do` is told in two lines.
pub(crate) fn print(console: &Console, error: &Error) {
    for line in lines(error) {
        console.error_line(&line);
    }
}

fn lines(error: &Error) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut remedy = None;
    for (depth, cause) in error.chain().enumerate() {
        let text = cause.to_string();
        // An error that only passes on its cause says the same twice.
        if lines.iter().any(|line| line.contains(&text)) {
            continue;
        }
        let told = match text.split_once("; ") {
            Some((what, advice)) => {
                remedy.get_or_insert(advice.to_owned());
                what.to_owned()
            }
            None => text,
        };
        lines.push(match depth {
            0 => format!("error: {told}"),
            _ => format!("  because: {told}"),
        });
    }
    lines.extend(remedy.map(|remedy| format!("  remedy: {remedy}")));
    lines
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn causes_and_the_remedy_have_lines_of_their_own() {
        let error = Error::new(io::Error::other("no such device"))
            .context("can't read un.xml; check the disk");
        assert_eq!(
            lines(&error),
            ["error: can't read un.xml", "  because: no such device", "  remedy: check the disk"]
        );
        assert_eq!(lines(&anyhow::anyhow!("odd")), ["error: odd"]);
    }

    #[test]
    fn an_interruption_is_told_from_other_errors() {
        assert!(!is_interruption(&Error::new(io::Error::other("full"))));
        assert!(is_interruption(&Error::new(Interrupted)));
    }
}
