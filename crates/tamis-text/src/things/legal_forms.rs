//! Legal forms, of one word or several: GmbH, Gesellschaft mit beschränkter Haftung, ООО, ش.م.م.
//!
//! Forms fall into classes (limited, stock, partnership, nonprofit, state, sole, company): forms of
//! one class are the same form in another country or writing.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Table, phrase};

const FORMS: &str = include_str!("../../data/legal_forms.tsv");

/// A legal form of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LegalForm {
    /// How many words it has.
    pub(crate) words: usize,
    /// Its class.
    pub(crate) class: &'static str,
    /// It counts only at the beginning or the end of a name, being a word elsewhere (AS, SAN, PT).
    pub(crate) edge: bool,
}

/// The longest legal form that words begin with; the words as they are looked up.
pub(crate) fn longest<'w>(words: impl Iterator<Item = &'w str>) -> Option<LegalForm> {
    let mut words = words.take(MOST_WORDS);
    let first = words.next()?;
    // Few words begin a form: for all others nothing is written.
    TABLE.get(first)?;
    let (mut written, mut found) = (String::new(), None);
    for (word, count) in std::iter::once(first).chain(words).zip(1..) {
        if count > 1 {
            written.push(' ');
        }
        written.push_str(word);
        match TABLE.get(&written) {
            Some(Step::Form(class, edge)) => {
                found = Some(LegalForm { words: count, class, edge: *edge });
            }
            Some(Step::Beginning) => {}
            None => break,
        }
    }
    found
}

/// The longest form has so many words.
const MOST_WORDS: usize = 8;

/// What words are: a form, or the beginning of one. A form may be the beginning of a longer one, and
/// each of its beginnings is in the table too.
enum Step {
    Form(&'static str, bool),
    Beginning,
}

static TABLE: LazyLock<Table<Step>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for line in FORMS.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(form), Some(class), Some(place)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let form = phrase(form);
        for (end, _) in form.match_indices(' ') {
            let beginning = form.get(..end).unwrap_or_default().to_owned();
            table.entry(beginning).or_insert(Step::Beginning);
        }
        let step = Step::Form(class, place == "edge");
        if !matches!(table.get(&form), Some(Step::Form(..))) {
            table.insert(form, step);
        }
    }
    Table::new(table)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(usize, &str)>) {
        let found = longest(words.split(' ')).map(|form| (form.words, form.class));
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn the_longest_form_counts() {
        check("gmbh", Some((1, "limited")));
        check("gesellschaft mit beschrankter haftung", Some((4, "limited")));
        check("open joint stock company zarvan", Some((4, "stock")));
        check("joint venture", None);
        check("sa de cv", Some((3, "stock")));
        check("sa de zarvan", Some((1, "stock")));
        check("zarvan ltd", None);
    }

    #[test]
    fn every_row_has_a_class() {
        let classes = ["limited", "stock", "partnership", "nonprofit", "state", "sole", "company"];
        for line in FORMS.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() == 4 && classes.contains(&columns[1]), "{line}");
            assert!(matches!(columns[2], "any" | "edge"), "{line}");
            assert!(columns[0].split(' ').count() <= MOST_WORDS, "{line}");
        }
    }
}
