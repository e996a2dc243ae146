//! Common parts that are names in their own right: what says that two parts are two names although
//! their letters are alike (Hassan, Husayn; Mahmud, Muhammad).
//!
//! The learned costs and the edits of letters judge spellings; they can't know that both of two
//! spellings are usual ones of different names. The table is made by `cargo xtask train known-names`.

use std::sync::LazyLock;

use tamis_text::Script;
use tamis_text::word_index::{self, WordIndex};

/// `form <tab> numbers of its names`, sorted by form.
const TABLE: &str = include_str!("../data/known_names.tsv");

/// The names that a form is a spelling of; none where it is no common one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownNames(Option<&'static Numbers>);

/// Numbers of names; a reference to it is one number, to the list two.
#[derive(Debug, PartialEq, Eq)]
struct Numbers(Box<[u32]>);

impl KnownNames {
    /// Of a form that is not known.
    pub const NONE: Self = Self(None);

    /// The names of the row of the table that a form has; see [`row_of`].
    #[must_use]
    pub fn of_row(row: u32) -> Self {
        Self(TABLE_READ.rows.get(row as usize).map(|(_, names)| names))
    }

    /// Whether both are known and of no name together: another name, not another spelling.
    #[must_use]
    pub fn are_apart(self, other: Self) -> bool {
        let (Some(ones), Some(others)) = (self.0, other.0) else { return false };
        !ones.0.iter().any(|name| others.0.contains(name))
    }

    /// The numbers of the names; none where the form is not known.
    #[must_use]
    pub fn numbers(&self) -> Option<&'static [u32]> {
        self.0.map(|names| &*names.0)
    }
}

/// The form by which the table has a part: folded in its own script, but of Cyrillic letters romanised, for groups have too few
/// spellings of these to vouch for them.
#[must_use]
pub fn form_of<'t>(folded: &'t str, latin: &'t str, script: Script) -> &'t str {
    if script == Script::Cyrillic { latin } else { folded }
}

/// The names of a form of the table.
#[must_use]
pub fn known_names(folded: &str) -> KnownNames {
    look(folded).names(folded)
}

/// Where a form would stand in the table.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Looked(word_index::Looked);

/// Looks where a form would stand, so that the waits for memory of several forms fall together.
#[inline]
pub(crate) fn look(folded: &str) -> Looked {
    Looked(TABLE_READ.index.look(folded.as_bytes()))
}

impl Looked {
    /// Reads the row that may be that of the form.
    #[inline]
    pub(crate) fn read_early(self) -> Option<&'static str> {
        self.0.row(&TABLE_READ.rows).map(|(form, _)| *form)
    }

    /// The names of the form.
    #[inline]
    pub(crate) fn names(self, folded: &str) -> KnownNames {
        let table: &'static Table = &TABLE_READ;
        let found =
            table.index.find_looked(self.0, &table.rows, folded.as_bytes(), |(form, _)| form);
        KnownNames(found.map(|(_, names)| names))
    }
}

/// The row of the table of this engine that a form has: what an index keeps of it.
#[must_use]
pub fn row_of(folded: &str) -> Option<u32> {
    let row = TABLE_READ.rows.binary_search_by(|(form, _)| (*form).cmp(folded)).ok()?;
    u32::try_from(row).ok()
}

struct Table {
    rows: Vec<(&'static str, Numbers)>,
    index: WordIndex,
}

/// The table, read at first use.
static TABLE_READ: LazyLock<Table> = LazyLock::new(|| {
    let rows: Vec<(&'static str, Numbers)> = TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(form, names)| {
            let numbers = names.split(' ').filter_map(|name| name.parse().ok());
            (form, Numbers(numbers.collect()))
        })
        .collect();
    Table { index: WordIndex::new(rows.iter().map(|(form, _)| *form)), rows }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_not_apart_and_other_names_are() {
        for (one, other, apart) in [
            ("muhammad", "mohamed", false),
            ("salim", "salem", false),
            ("ahmad", "ahmet", false),
            ("hassan", "husayn", true),
            ("mahmud", "muhammad", true),
            ("hassan", "حسين", true),
            ("hasan", "حسن", false),
            ("zyxwvut", "hassan", false),
        ] {
            let (ones, others) = (known_names(one), known_names(other));
            assert_eq!(ones.are_apart(others), apart, "{one} {other}");
            assert_eq!(others.are_apart(ones), apart, "{other} {one}");
        }
    }

    #[test]
    fn a_row_has_the_names_of_its_form() {
        for form in ["muhammad", "mahmud", "حسن"] {
            assert_eq!(row_of(form).map(KnownNames::of_row), Some(known_names(form)), "{form}");
        }
        assert_eq!(row_of("zyxwvut"), None);
        assert_eq!(KnownNames::of_row(u32::MAX), KnownNames::NONE);
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(TABLE_READ.rows.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
