//! Which aliases an entry bore on a day, where the file of that day does not tell.
//!
//! Files date no alias. A snapshot shows what was listed when it was published; between two snapshots a
//! small table of sourced statements (`data/alias_validity.tsv`) tells what came and went. It adds and
//! takes names of entries of a snapshot that is used as of a day, and touches nothing else: a list that
//! says otherwise in a later snapshot is right.

use std::sync::LazyLock;

use tamis_model::{CivilDate, Entry, EntryId, ListedName, NameGrade, SnapshotInfo};

const TABLE: &str = include_str!("../data/alias_validity.tsv");

/// A name that an entry bore from one day to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasStatement {
    /// The entry, by its present reference.
    pub entry: EntryId,
    /// The alias as listed.
    pub alias: String,
    /// Its grade.
    pub grade: NameGrade,
    /// The first day.
    pub from: CivilDate,
    /// The last day.
    pub until: CivilDate,
    /// The entry that the name belongs to since.
    pub then: Option<EntryId>,
    /// Where that is stated.
    pub source: String,
}

static STATEMENTS: LazyLock<Vec<AliasStatement>> =
    LazyLock::new(|| rows(TABLE).filter_map(statement).collect());

/// The statements that ship, in the order of the table.
#[must_use]
pub fn statements() -> &'static [AliasStatement] {
    &STATEMENTS
}

/// The rows behind the header.
fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1)
}

fn statement(row: &str) -> Option<AliasStatement> {
    let mut cells = row.split('\t');
    let statement = AliasStatement {
        entry: EntryId::parse(cells.next()?).ok()?,
        alias: cells.next()?.to_owned(),
        grade: match cells.next()? {
            "strong" => NameGrade::Strong,
            "weak" => NameGrade::Weak,
            "unrated" => NameGrade::Unrated,
            "former" => NameGrade::Former,
            _ => return None,
        },
        from: CivilDate::parse_iso(cells.next()?).ok()?,
        until: CivilDate::parse_iso(cells.next()?).ok()?,
        then: match cells.next()? {
            "" => None,
            entry => Some(EntryId::parse(entry).ok()?),
        },
        source: cells.next()?.to_owned(),
    };
    (cells.next().is_none() && statement.from <= statement.until).then_some(statement)
}

/// The entries of a snapshot with the names that they bore on a day, which is not before that of the
/// snapshot, as far as statements tell. Entries that a statement makes stand at the end.
#[must_use]
pub fn as_of(
    snapshot: &SnapshotInfo,
    entries: Vec<Entry>,
    day: CivilDate,
    statements: &[AliasStatement],
) -> Vec<Entry> {
    let mut entries = entries;
    for told in statements.iter().filter(|told| told.entry.list == snapshot.list) {
        let Some(entry) = entries.iter_mut().find(|entry| entry.id.is_same_record(&told.entry))
        else {
            continue;
        };
        let key = folded(&told.alias);
        if told.from <= day && day <= told.until {
            if entry.names.iter().all(|name| folded(&name.text) != key) {
                entry.names.push(told.name());
            }
        } else if told.until < day && snapshot.published <= told.until {
            // the heading stays, whatever is stated: an entry without a name is none
            let heading = entry.heading().to_owned();
            entry.names.retain(|name| folded(&name.text) != key || name.text == heading);
            let kind = entry.kind;
            if let Some(then) = &told.then {
                let programmes = entry.programmes.clone();
                own_entry(&mut entries, told, then, snapshot, |new| {
                    new.kind = kind;
                    new.programmes = programmes;
                });
            }
        }
    }
    entries
}

/// Gives the name to the entry that has it since; one that the snapshot has is as its list says.
fn own_entry(
    entries: &mut Vec<Entry>,
    told: &AliasStatement,
    then: &EntryId,
    snapshot: &SnapshotInfo,
    fill: impl FnOnce(&mut Entry),
) {
    let place = entries.iter().position(|entry| entry.id.is_same_record(then));
    match place.and_then(|place| entries.get_mut(place)) {
        Some(own) if own.names.first().is_some_and(ListedName::is_stated) => {
            own.names.push(told.name());
        }
        Some(_) => {}
        None => {
            let mut own = Entry::new(then.clone(), tamis_model::PartyKind::Unknown);
            fill(&mut own);
            let mut heading = told.name();
            heading.grade = NameGrade::Primary;
            own.names.push(heading);
            let words = format!(
                "not in the snapshot of {}: an alias of {} until {} ({})",
                snapshot.published, told.entry, told.until, told.source
            );
            own.push_note(ORIGIN, &words);
            entries.push(own);
        }
    }
}

/// Where a name or note that a statement brought comes from.
const ORIGIN: &str = "statement of validity";

trait Stated {
    fn is_stated(&self) -> bool;
}

impl Stated for ListedName {
    fn is_stated(&self) -> bool {
        self.origin == ORIGIN
    }
}

impl AliasStatement {
    fn name(&self) -> ListedName {
        let mut name = ListedName::new(self.alias.clone(), self.grade, ORIGIN);
        let days = format!("{} to {}", self.from, self.until);
        name.note = Some(format!("alias of {} {days} ({})", self.entry, self.source));
        name
    }
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use tamis_model::{ListId, PartyKind, SnapshotId, SnapshotScope};

    use super::*;

    fn day(text: &str) -> CivilDate {
        CivilDate::parse_iso(text).unwrap()
    }

    /// A snapshot with one entry that is al-Test in Utopia, and what it and others are called as of a day.
    fn check(published: &str, names: &[&str], on: &str, expected: &[&str]) {
        let table = "entry\n\
            un:UTe.115\tTesti Front\tstrong\t2013-05-30\t2014-05-13\tun:UTe.137\ta source\n\
            un:UTe.115\tJabhat al-Testi\tweak\t2013-05-30\t2014-05-13\tun:UTe.137\ta source\n\
            un:UTe.115\tOld Word\tformer\t2010-01-01\t2010-12-31\t\ta source\n\
            uk:UTe.115\tAl-Test in Utopia\tformer\t2010-01-01\t2010-12-31\t\ta source\n";
        let told: Vec<AliasStatement> = rows(table).map(|row| statement(row).unwrap()).collect();
        let list = ListId::new("un").unwrap();
        let mut entry = Entry::new(EntryId::new(&list, "UTE.115."), PartyKind::Organisation);
        entry.names =
            names.iter().map(|n| ListedName::new(*n, NameGrade::Strong, "test")).collect();
        let snapshot = SnapshotInfo {
            list,
            id: SnapshotId([1; 32]),
            format: "test".into(),
            published: day(published),
            published_as_written: None,
            scope: SnapshotScope::Whole,
            entries: 1,
        };
        let found = as_of(&snapshot, vec![entry], day(on), &told);
        let words: Vec<String> = found
            .iter()
            .map(|entry| {
                let names: Vec<&str> = entry.names.iter().map(|name| name.text.as_str()).collect();
                format!("{} {}", entry.id.reference, names.join(", "))
            })
            .collect();
        assert_eq!(words, expected, "{published}, as of {on}");
    }

    #[test]
    fn names_come_and_go_on_their_days() {
        let front = ["Al-Test in Utopia", "TESTI FRONT", "Jabhat al-Testi"];
        // published before the name came
        check("2013-01-01", &front[..1], "2013-05-29", &["UTE.115. Al-Test in Utopia"]);
        for on in ["2013-05-30", "2014-01-01", "2014-05-13"] {
            let expected = "UTE.115. Al-Test in Utopia, Testi Front, Jabhat al-Testi";
            check("2013-01-01", &front[..1], on, &[expected]);
        }
        // published while it was there
        let with = "UTE.115. Al-Test in Utopia, TESTI FRONT, Jabhat al-Testi";
        check("2014-04-02", &front, "2014-05-13", &[with]);
        let apart = ["UTE.115. Al-Test in Utopia", "UTe.137 Testi Front, Jabhat al-Testi"];
        check("2014-04-02", &front, "2014-05-14", &apart);
        check("2013-01-01", &front[..1], "2014-06-01", &apart);
        // published after it went: the list says what is
        check("2014-11-19", &front[..1], "2014-12-01", &["UTE.115. Al-Test in Utopia"]);
        check("2014-11-19", &front, "2014-12-01", &[with]);
    }

    #[test]
    fn the_last_name_of_an_entry_stays() {
        check("2010-02-01", &["Old Word"], "2011-01-01", &["UTE.115. Old Word"]);
        check("2010-02-01", &["A B", "Old Word"], "2011-01-01", &["UTE.115. A B"]);
    }

    #[test]
    fn each_row_of_the_table_is_a_statement_with_a_source() {
        assert_eq!(rows(TABLE).count(), statements().len());
        assert!(statements().iter().all(|told| told.source.len() > 10));
        let lasted: Vec<&str> = statements().iter().map(|told| told.alias.as_str()).collect();
        assert!(lasted.contains(&"Jabhat al-Nusrah"), "{lasted:?}");
    }

    #[test]
    fn rows_that_say_nothing_are_none() {
        for row in [
            "un:1\tx\tstrong\t2014-01-02\t2014-01-01\t\tsource",
            "un:1\tx\tgreat\t2014-01-01\t2014-01-02\t\tsource",
            "un:1\tx\tstrong\t2014-01-01\t2014-01-02\t",
            "1\tx\tstrong\t2014-01-01\t2014-01-02\t\tsource",
        ] {
            assert_eq!(statement(row), None, "{row}");
        }
    }
}
