//! What is told of two snapshots. All persons are invented.

use tamis_model::{
    CivilDate, DateStatement, Entry, EntryId, Identifier, IdentifierKind, ListId, ListedName,
    NameGrade, Note, PartyKind, SnapshotId, SnapshotInfo, SnapshotScope,
};

use super::*;

/// `reference | heading, alias, weak alias? | born | key=text …`, a thing where the reference has an `e`
/// before its number.
fn entry(text: &str) -> Entry {
    let mut cells = text.split('|').map(str::trim);
    let reference = cells.next().unwrap();
    let thing = reference.contains("e.") || reference.contains("E.");
    let kind = if thing { PartyKind::Organisation } else { PartyKind::Person };
    let list = ListId::new("un").unwrap();
    let mut entry = Entry::new(EntryId::new(&list, reference), kind);
    let mut grade = NameGrade::Primary;
    for (place, name) in cells.next().unwrap_or_default().split(", ").enumerate() {
        let weak = name.strip_suffix('?');
        let grade_here = if weak.is_some() { NameGrade::Weak } else { grade };
        let origin = format!("ALIAS[{place}]");
        entry.names.push(ListedName::new(weak.unwrap_or(name), grade_here, origin));
        grade = NameGrade::Strong;
    }
    let born = cells.next().unwrap_or_default();
    entry.births = DateStatement::read_several(born).map(Result::unwrap).collect();
    for key in cells.next().unwrap_or_default().split("; ").filter(|key| !key.is_empty()) {
        let (field, text) = key.split_once('=').unwrap();
        match field {
            "programme" => entry.programmes.push(text.to_owned()),
            "note" => entry.push_note("COMMENTS1", text),
            "passport" => {
                entry.identifiers.push(Identifier::new(IdentifierKind::Passport, "passport", text));
            }
            _ => entry.other_keys.push(Note { field: field.to_owned(), text: text.to_owned() }),
        }
    }
    entry
}

fn snapshot(day: u8, scope: SnapshotScope) -> SnapshotInfo {
    SnapshotInfo {
        list: ListId::new("un").unwrap(),
        id: SnapshotId([day; 32]),
        format: "test".to_owned(),
        published: CivilDate::new(2026, 2, day).unwrap(),
        published_as_written: None,
        scope,
        entries: 0,
    }
}

fn told(change: &EntryChange<'_>) -> String {
    let fate = match &change.fate {
        Fate::Kept(by) => format!("{by:?}"),
        Fate::SplitFrom { entry, names } => format!("from {entry}: {}", names.join(", ")),
        Fate::MergedInto { entry, names } => format!("into {entry}: {}", names.join(", ")),
        Fate::Added | Fate::Removed => String::new(),
    };
    let ids =
        [change.before, change.after].into_iter().flatten().map(|e| e.id.reference.to_string());
    let ids: Vec<String> = ids.collect();
    let fields: Vec<String> = change
        .fields
        .iter()
        .map(|field| format!("{} -{} +{}", field.field.words(), field.gone.len(), field.come.len()))
        .collect();
    let kind = change.kind().words();
    format!("{kind} {} [{fate}] {}", ids.join(" > "), fields.join("; ")).trim().to_owned()
}

/// Compares two lists of entries and what is told of them with what is expected.
#[track_caller]
fn check(from: &[&str], to: &[&str], expected: &[&str]) {
    let from_entries: Vec<Entry> = from.iter().map(|text| entry(text)).collect();
    let to_entries: Vec<Entry> = to.iter().map(|text| entry(text)).collect();
    let (one, two) = (snapshot(1, SnapshotScope::Whole), snapshot(2, SnapshotScope::Whole));
    let from = Dated { snapshot: &one, entries: &from_entries };
    let to = Dated { snapshot: &two, entries: &to_entries };
    let found = difference(from, to);
    let all: Vec<String> = found.changes.iter().map(told).collect();
    assert_eq!(all, expected);
    let pairs = found.changes.iter().filter(|c| c.before.is_some() && c.after.is_some()).count();
    let (before, after) = (from_entries.len(), to_entries.len());
    let alone = found.changes.len() - pairs;
    let unchanged = usize::try_from(found.unchanged).unwrap();
    assert_eq!(before + after, 2 * (unchanged + pairs) + alone, "each entry is told of once");
}

#[test]
fn nothing_changed() {
    let same = "UTi.001 | Fajr Zubaydi, Abu Umar? | 1960 | note=as before";
    check(&[same], &[same], &[]);
    // the order of aliases is none, neither is the element that they stood in
    check(
        &["UTi.001 | Fajr Zubaydi, One Name, Two Name"],
        &["UTi.001 | Fajr Zubaydi, Two Name, One Name"],
        &[],
    );
}

#[test]
fn added_removed_and_changed_field_by_field() {
    check(
        &["UTi.001 | Fajr Zubaydi, Abu Umar? | 1960 | note=one", "UTi.002 | Salman Rawandi"],
        &[
            "UTi.001 | Fajr Zubaydi, Abu Umar | 4 May 1960 | note=two; passport=U1",
            "UTi.003 | Jalil Testi",
        ],
        &[
            "changed UTi.001 > UTi.001 [Reference] name -1 +1; birth date -1 +1; number -0 +1; note -1 +1",
            "added UTi.003 []",
            "removed UTi.002 []",
        ],
    );
}

#[test]
fn a_reference_in_another_form_is_a_move() {
    check(
        &["QE.J.115.04. | AL-TEST IN UTOPIA", "QDi.346. | Fajr Zubaydi"],
        &["QDe.115 | AL-TEST IN UTOPIA", "QDi.346 | Fajr Zubaydi"],
        &[
            "moved QE.J.115.04. > QDe.115 [FormOfReference] reference -1 +1",
            "moved QDi.346. > QDi.346 [FormOfReference] reference -1 +1",
        ],
    );
}

#[test]
fn other_ways_to_find_a_record_again() {
    check(
        &[
            "I.47.D.7 | Jalil Testi",
            "UTi.8 | Salman Rawandi | | DATAID=690",
            "UTi.9 | Fajr Zubaydi | 4 May 1960",
            "UTi.10 | Common Name",
        ],
        &[
            "UTi.043 | Jalil Testi | | old reference=I.47.D.7",
            "UTi.044 | Salman al-Rawandi | | DATAID=690",
            "UTi.045 | FAJR ZUBAYDI | 4 May 1960",
            "UTi.046 | Common Name",
        ],
        &[
            "moved I.47.D.7 > UTi.043 [OldReference] reference -1 +1; other key -0 +1",
            "moved UTi.8 > UTi.044 [PublishersKey] reference -1 +1; name -1 +1",
            "moved UTi.9 > UTi.045 [NamesAndDates] reference -1 +1; name -1 +1",
            // a heading alone is not enough: it may be a namesake
            "added UTi.046 []",
            "removed UTi.10 []",
        ],
    );
}

#[test]
fn what_is_doubtful_joins_nobody() {
    check(
        &["UTi.1 | Fajr Zubaydi | 1960", "UTi.2 | Fajr Zubaydi | 1960"],
        &["UTi.3 | Fajr Zubaydi | 1960"],
        &["added UTi.3 []", "removed UTi.1 []", "removed UTi.2 []"],
    );
    // a person is no organisation, whatever key it has
    check(
        &["UTi.1 | Zubaydi | | DATAID=1"],
        &["UTe.1 | Zubaydi | | DATAID=1"],
        &["added UTe.1 []", "removed UTi.1 []"],
    );
}

#[test]
fn a_renamed_entry() {
    check(
        &["UTe.115 | AL-TEST IN UTOPIA, ISLAMIC TEST"],
        &["UTe.115 | ISLAMIC TEST, AL-TEST IN UTOPIA"],
        &["renamed UTe.115 > UTe.115 [Reference] name -2 +2"],
    );
}

#[test]
fn an_alias_that_became_an_entry_is_a_split() {
    check(
        &["UTe.115 | AL-TEST IN UTOPIA, TESTI FRONT, Jabhat al-Testi, ISI"],
        &[
            "UTe.115 | AL-TEST IN UTOPIA, ISI",
            "UTe.137 | TESTI FRONT FOR THE PEOPLE, Testi Front, Jabhat al-Testi",
            "UTe.138 | ISI",
        ],
        &[
            "changed UTe.115 > UTe.115 [Reference] name -2 +0",
            "split UTe.137 [from un:UTe.115: Testi Front, Jabhat al-Testi]",
            // it is an alias of the other still
            "added UTe.138 []",
        ],
    );
}

#[test]
fn an_entry_that_became_an_alias_is_a_merger() {
    check(
        &["UTe.115 | AL-TEST IN UTOPIA", "UTe.137 | TESTI FRONT"],
        &["UTe.115 | AL-TEST IN UTOPIA, Testi Front"],
        &[
            "changed UTe.115 > UTe.115 [Reference] name -0 +1",
            "merged UTe.137 [into un:UTe.115: TESTI FRONT]",
        ],
    );
}

#[test]
fn only_the_common_scope_is_compared_and_the_rest_is_named() {
    let before =
        [entry("UTi.1 | Jalil Testi | | programme=Test"), entry("UTi.2 | A B | | programme=Test")];
    let after = [
        entry("UTi.1 | Jalil Testi | | programme=Test"),
        entry("UTi.3 | Fajr Zubaydi | | programme=Test"),
        entry("UTi.4 | Salman Rawandi | | programme=Other"),
        entry("UTi.5 | Harith Rawandi | | programme=Other"),
    ];
    let one = snapshot(1, SnapshotScope::Programmes(vec!["test".to_owned()]));
    let two = snapshot(2, SnapshotScope::Whole);
    let (from, to) =
        (Dated { snapshot: &one, entries: &before }, Dated { snapshot: &two, entries: &after });
    let found = difference(from, to);
    let all: Vec<String> = found.changes.iter().map(told).collect();
    assert_eq!(all, ["added UTi.3 []", "removed UTi.2 []"]);
    assert_eq!(found.scope.programmes.as_deref(), Some(&["test".to_owned()][..]));
    assert_eq!(found.scope.left_of_to, [("Other".to_owned(), 2)].into());
    let back = difference(to, from);
    assert_eq!(back.scope.left_of_from, [("Other".to_owned(), 2)].into());
    assert_eq!(back.counts().get(&ChangeKind::Removed), Some(&1));
}
