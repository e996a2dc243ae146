//! The exit codes, in one table that help, manual and program share.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All was done.
    Done,
    /// Something failed.
    Failed,
    /// Wrong usage; clap ends the program with this code by itself.
    #[cfg_attr(not(test), expect(dead_code, reason = "a row of the table; clap uses its number"))]
    Usage,
    /// All was done, but for rows that were rejected.
    Rejected,
    /// Replayed answers are not those that were recorded.
    Differs,
    /// All was done, and a snapshot waits for a person.
    Held,
    /// Interrupted.
    Interrupted,
}

/// Each code and what it means.
pub(crate) const EXIT_CODES: &[(u8, &str)] = &[
    (0, "done; also when the reader of the output closed it early"),
    (1, "failed: nothing was changed, or the message says what was"),
    (2, "wrong usage"),
    (3, "done, but some rows were rejected; they are in the rejects file"),
    (4, "replayed, and some answers differ from those that were recorded"),
    (5, "done, and a snapshot of a list waits for a person (tamis lists held)"),
    (130, "interrupted; what was answered until then is written beside, as partial"),
];

impl Exit {
    fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Rejected => 3,
            Self::Differs => 4,
            Self::Held => 5,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// The table as help prints it.
pub(crate) fn table() -> String {
    let mut text = String::from("Exit codes:\n");
    for (code, meaning) in EXIT_CODES {
        text.push_str(&format!("  {code:<4} {meaning}\n"));
    }
    text.pop();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_in_the_table_once() {
        let ends = [
            Exit::Done,
            Exit::Failed,
            Exit::Usage,
            Exit::Rejected,
            Exit::Differs,
            Exit::Held,
            Exit::Interrupted,
        ];
        let codes: Vec<u8> = ends.iter().map(|end| end.code()).collect();
        assert_eq!(codes, EXIT_CODES.iter().map(|row| row.0).collect::<Vec<_>>());
    }
}
