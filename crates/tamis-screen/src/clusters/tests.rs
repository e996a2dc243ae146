//! Who is one with whom, why, and what an answer makes of it. All persons are invented.

use std::sync::Arc;

use tamis_match::Policy;
use tamis_model::{
    CivilDate, ClusterLink, DateStatement, Difference, Entry, EntryId, LinkRefusal, ListId,
    ListReference, ListedName, NameGrade, Note, Party, PartyKind, PartyName, ReviewedLink,
    Screening, SnapshotId, SnapshotInfo, SnapshotScope, Totals,
};

use crate::{ListEntries, ScreenSet, Screener};

fn list_id(text: &str) -> ListId {
    ListId::new(text).unwrap()
}

/// `list:reference | name, weak name? | born | list:reference it states`
fn entry(text: &str) -> Entry {
    let mut cells = text.split('|').map(str::trim);
    let id = EntryId::parse(cells.next().unwrap()).unwrap();
    let mut entry = Entry::new(id, PartyKind::Person);
    let mut grade = NameGrade::Primary;
    for name in cells.next().unwrap_or_default().split(", ") {
        let weak = name.strip_suffix('?');
        let grade_here = if weak.is_some() { NameGrade::Weak } else { grade };
        entry.names.push(ListedName::new(weak.unwrap_or(name), grade_here, "test"));
        grade = NameGrade::Strong;
    }
    let born = cells.next().unwrap_or_default();
    entry.births = DateStatement::read_several(born).map(Result::unwrap).collect();
    for stated in cells.next().unwrap_or_default().split_whitespace() {
        let stated = EntryId::parse(stated).unwrap();
        entry.references.push(ListReference {
            list: stated.list,
            reference: stated.reference.to_string(),
            origin: "Ref".to_owned(),
        });
    }
    entry
}

fn set_of(entries: Vec<Entry>) -> ScreenSet {
    let mut lists: Vec<ListEntries> = Vec::new();
    for entry in entries {
        match lists.iter_mut().find(|list| list.snapshot.list == entry.id.list) {
            Some(list) => list.entries.push(entry),
            None => lists.push(ListEntries {
                snapshot: SnapshotInfo {
                    list: entry.id.list.clone(),
                    id: SnapshotId([7; 32]),
                    format: "test".to_owned(),
                    published: CivilDate::new(2026, 2, 27).unwrap(),
                    published_as_written: None,
                    scope: SnapshotScope::Whole,
                    entries: 1,
                },
                entries: vec![entry],
            }),
        }
    }
    ScreenSet::build(lists, &Policy::vetting()).unwrap()
}

fn set(entries: &[&str]) -> ScreenSet {
    set_of(entries.iter().map(|text| entry(text)).collect())
}

/// The clusters of two entries and more, the entries of each joined, then what was refused.
#[track_caller]
fn check(set: &ScreenSet, expected: &[&str], refused: &[(&str, LinkRefusal)]) {
    let id = |place: &usize| set.entry(*place).unwrap().entry.id.to_string();
    let mut told: Vec<String> = set
        .clusters()
        .all()
        .iter()
        .map(|cluster| cluster.entries.iter().map(id).collect::<Vec<_>>().join(" "))
        .collect();
    told.sort();
    assert_eq!(told, expected);
    let told: Vec<(String, LinkRefusal)> = set
        .clusters()
        .refused()
        .iter()
        .map(|refused| (format!("{} {}", refused.link.entry, refused.link.other), refused.refusal))
        .collect();
    let expected: Vec<(String, LinkRefusal)> =
        refused.iter().map(|(text, refusal)| ((*text).to_owned(), *refusal)).collect();
    assert_eq!(told, expected);
    let mut places: Vec<usize> =
        set.clusters().all().iter().flat_map(|cluster| cluster.entries.clone()).collect();
    let count = places.len();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), count, "no entry is in two clusters");
    assert!(set.clusters().all().iter().all(|cluster| cluster.entries.len() > 1));
}

fn screened(set: ScreenSet, policy: Policy, name: &str, limit: Option<usize>) -> Screening {
    let party = Party {
        kind: PartyKind::Person,
        names: vec![PartyName::whole(name)],
        births: DateStatement::read_several("1960-05-04").map(Result::unwrap).collect(),
        ..Party::default()
    };
    Screener::exhaustive(Arc::new(set), policy).screen(&party, limit).unwrap()
}

fn shape(screening: &Screening) -> Vec<String> {
    let hits = |alert: &tamis_model::Alert| {
        let hits = alert.hits.iter().map(|hit| format!("{}.{}{}", hit.rank, hit.class, hit.entry));
        hits.collect::<Vec<_>>().join(" ")
    };
    let told = screening.alerts.iter().map(|alert| {
        let others: Vec<String> =
            alert.others.iter().map(|other| other.entry.to_string()).collect();
        format!("{} {}: {} + {}", alert.rank, alert.cluster, hits(alert), others.join(" "))
    });
    told.collect()
}

const FOUR: [&str; 4] = [
    "un:UTi.001 | Fajr Qasim Zubaydi | 1960-05-04 |",
    "eu:EU.1.1 | Fajr Qasim Zubaydi | 1931 | un:UTi.1",
    "uk:900 | Salman Yarub Rawandi | | un:UTi.001.",
    "uk:901 | Fajr Qasim Zubaydi | |",
];

#[test]
fn three_that_are_linked_are_one_alert_and_a_fourth_is_another() {
    let set = set(&FOUR);
    check(&set, &["eu:EU.1.1 uk:900 un:UTi.001"], &[]);
    let screening = screened(set, Policy::vetting(), "Fajr Qasim Zubaydi", None);
    assert_eq!(screening.total, Totals { alerts: 2, hits: 3 });
    // the entry of class D stands before the one of class B, inside the alert of class A
    assert_eq!(
        shape(&screening),
        ["1 eu:EU.1.1: 1.Aun:UTi.001 2.Deu:EU.1.1 + uk:900", "2 uk:901: 3.Buk:901 + "]
    );
    let words: Vec<String> = screening.alerts[0].links.iter().map(ClusterLink::words).collect();
    assert_eq!(
        words,
        [
            "eu:EU.1.1 states un:UTi.001 as UTi.1 (Ref)",
            "uk:900 states un:UTi.001 as UTi.001. (Ref)"
        ]
    );
    let differs: Vec<String> =
        screening.alerts[0].differences.iter().map(|difference| difference.field.words()).collect();
    assert_eq!(differs, ["birth date"]);
    assert!(screening.alerts[1].links.is_empty() && screening.alerts[1].differences.is_empty());
}

#[test]
fn a_cluster_changes_no_score_and_no_class() {
    let apart: Vec<Entry> =
        FOUR.iter().map(|text| Entry { references: Vec::new(), ..entry(text) }).collect();
    for policy in [Policy::vetting(), Policy::bulk()] {
        for name in ["Fajr Qasim Zubaydi", "Salman Rawandi", "Fajr Zubaydi"] {
            let one = screened(set(&FOUR), policy.clone(), name, None);
            let other = screened(set_of(apart.clone()), policy.clone(), name, None);
            let told = |screening: &Screening| {
                let mut hits: Vec<_> = screening
                    .hits()
                    .map(|hit| (hit.entry.clone(), hit.score, hit.class, hit.evidence.clone()))
                    .collect();
                hits.sort_by(|a, b| a.0.cmp(&b.0));
                hits
            };
            assert_eq!(told(&one), told(&other), "{name}");
            assert_eq!(one.total.hits, other.total.hits);
            assert_eq!(other.total.alerts, other.total.hits);
        }
    }
}

#[test]
fn a_limit_cuts_alerts_and_never_one_in_two() {
    let all = screened(set(&FOUR), Policy::vetting(), "Fajr Qasim Zubaydi", None);
    let one = screened(set(&FOUR), Policy::vetting(), "Fajr Qasim Zubaydi", Some(1));
    assert_eq!((one.alerts.len(), one.hits().count()), (1, 2));
    assert_eq!(one.alerts[0], all.alerts[0]);
    assert_eq!(one.total, all.total);
    let none = screened(set(&FOUR), Policy::vetting(), "Fajr Qasim Zubaydi", Some(0));
    assert_eq!((none.alerts.len(), none.total), (0, all.total));
}

#[test]
fn the_order_of_lists_and_entries_changes_nothing() {
    let mut turned = FOUR;
    turned.reverse();
    let mut one = screened(set(&FOUR), Policy::vetting(), "Fajr Qasim Zubaydi", None);
    let other = screened(set(&turned), Policy::vetting(), "Fajr Qasim Zubaydi", None);
    let again = screened(set(&FOUR), Policy::vetting(), "Fajr Qasim Zubaydi", None);
    assert_eq!(one, again);
    one.stamps = other.stamps.clone();
    assert_eq!(one, other);
    let joined = ScreenSet::join([set(&FOUR[..1]), set(&FOUR[1..])]);
    check(&joined, &["eu:EU.1.1 uk:900 un:UTi.001"], &[]);
}

#[test]
fn a_person_listed_twice_in_one_list_is_one_where_a_list_says_so() {
    let twice = ["un:UTi.042 | Hasan Dahir Testov", "un:UTj.002 | Hasan Dahir Testov"];
    check(&set(&twice), &[], &[]);
    let told = set(&[twice[0], twice[1], "uk:7 | Hasan Testov | | un:UTi.042 un:UTj.002"]);
    check(&told, &["uk:7 un:UTi.042 un:UTj.002"], &[]);
}

#[test]
fn two_that_name_an_entry_of_a_list_that_is_not_there_are_one() {
    let set = set(&[
        "eu:EU.1.1 | Fajr Zubaydi | | un:UTi.009",
        "uk:900 | F. Zubaydi | | un:UTi.9",
        "uk:901 | Salman Rawandi | | un:UTi.010",
    ]);
    check(&set, &["eu:EU.1.1 uk:900"], &[]);
}

#[test]
fn of_two_entries_of_a_list_that_claim_one_reference_the_one_that_is_like_it_joins() {
    let claimed = [
        "un:UTi.045 | Kim Testok",
        "eu:EU.1.1 | Testok Kim | | un:UTi.045",
        "eu:EU.2.2 | Pak Probho | | un:UTi.045",
    ];
    let refused = ("eu:EU.2.2 un:UTi.045", LinkRefusal::ClaimedByOthers);
    check(&set(&claimed), &["eu:EU.1.1 un:UTi.045"], &[refused]);
    // where the named entry is not there, nobody can tell which of the two it is
    let both = [("eu:EU.1.1 un:UTi.045", LinkRefusal::ClaimedByOthers), refused];
    check(&set(&claimed[1..]), &[], &both);
}

#[test]
fn a_person_is_never_one_with_an_organisation() {
    let mut company = entry("eu:EU.3.3 | Zubaydi Trading | | un:UTi.001");
    company.kind = PartyKind::Organisation;
    let set = set_of(vec![entry(FOUR[0]), company]);
    check(&set, &[], &[("eu:EU.3.3 un:UTi.001", LinkRefusal::KindsDiffer)]);
}

#[test]
fn an_older_reference_names_the_entry_too() {
    let mut renamed = entry("un:UTi.001 | Fajr Zubaydi");
    renamed.other_keys.push(Note { field: "old reference".into(), text: "I.47.D.7".into() });
    renamed.other_keys.push(Note { field: "DATAID".into(), text: "6908555".into() });
    let named = entry("uk:900 | Fajr Zubaydi | | un:I.47.D.7");
    let number = entry("uk:901 | Fajr Zubaydi | | un:6908555");
    check(&set_of(vec![renamed, named, number]), &["uk:900 un:UTi.001"], &[]);
}

#[test]
fn lists_of_one_numbering_share_their_records() {
    let set = set(&[
        "ofac-sdn:9659 | Fajr Zubaydi",
        "ofac-nonsdn:9659 | Fajr Zubaydi",
        "uk:9659 | Salman Rawandi",
    ]);
    check(&set, &["ofac-nonsdn:9659 ofac-sdn:9659"], &[]);
}

#[test]
fn reviewers_join_in_twos() {
    let pair = ["un:UTi.001 | Fajr Zubaydi", "ofac-sdn:1 | Fajr Zubaydi"];
    let link = |first: &str, second: &str| ReviewedLink {
        one: EntryId::new(&list_id("un"), "UTi.001"),
        other: EntryId::new(&list_id("ofac-sdn"), "1"),
        reviewers: [first.to_owned(), second.to_owned()],
    };
    check(&set(&pair).clustered(&[link("a", "b")]), &["ofac-sdn:1 un:UTi.001"], &[]);
    let refused = ("un:UTi.001 ofac-sdn:1", LinkRefusal::OneReviewer);
    check(&set(&pair).clustered(&[link("a", "a")]), &[], &[refused]);
    check(&set(&pair[..1]).clustered(&[link("a", "b")]), &[], &[]);
}

/// Each list's own grade is shown; the alert stands where the list that grades the alias highest puts
/// it, and the hit on the other entry keeps its own class.
#[test]
fn the_strongest_grade_of_an_alias_decides_for_the_alert() {
    let set = || {
        set(&[
            "un:UTi.001 | Fajr Qasim Zubaydi, Zulkarnaen? | |",
            "ofac-sdn:1 | Qasim Zubaydi, Zulkarnaen | |",
            "eu:EU.1.1 | Fajr Zubaydi | | un:UTi.001 ofac-sdn:1",
        ])
    };
    let screening = screened(set(), Policy::vetting(), "Zulkarnaen", None);
    let best = &screening.alerts[0].hits[0];
    assert_eq!(best.entry.to_string(), "ofac-sdn:1");
    assert_eq!(screening.total.alerts, 1);
    let grades: Vec<&Difference> = screening.alerts[0].differences.iter().collect();
    assert_eq!(grades.len(), 1, "{grades:?}");
    let values: Vec<String> =
        grades[0].values.iter().map(|(entry, grade)| format!("{entry} {grade}")).collect();
    assert_eq!(values, ["ofac-sdn:1 good alias", "un:UTi.001 weak alias"]);
    let bulk = screened(set(), Policy::bulk(), "Zulkarnaen", None);
    assert_eq!(bulk.total.alerts, 1);
}

#[test]
fn references_meet_in_plain_form() {
    for (written, expected) in [
        ("UTi.28", "uti.28"),
        ("UTi.028", "uti.28"),
        (" UTe.053 ", "ute.53"),
        ("UT.A.157.04.", "ut.a.157.4"),
        ("UTi.400", "uti.400"),
        ("10", "10"),
        ("0", "0"),
        ("...", ""),
        ("QE.J.115.04.", "qde.115"),
    ] {
        let list = list_id("un");
        assert_eq!(tamis_model::reference::plain_form(&list, written), expected, "{written}");
    }
}
