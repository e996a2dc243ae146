//! What a screening promises: complete or refused, stamped, ordered, its limit applied last.

#![expect(clippy::unwrap_used, reason = "a test that can't be set up fails")]

#[path = "screening/api.rs"]
mod api;
#[path = "screening/embed.rs"]
mod embed;

use std::sync::Arc;

use tamis_index::artefact::{Artefact, ArtefactError, InMemory};
use tamis_match::Policy;
use tamis_model::{
    CivilDate, DateStatement, Entry, EntryId, HitClass, Identifier, IdentifierKind, ListId,
    ListedName, NameGrade, Party, PartyKind, PartyName, SnapshotId, SnapshotInfo, SnapshotScope,
    Threshold, Totals,
};
use tamis_screen::{KeptRefusal, ListEntries, ScreenRefusal, ScreenSet, Screener};

/// A list of persons, `reference: name | name @ birth date`.
fn list(id: &str, persons: &[&str]) -> ListEntries {
    let list = ListId::new(id).unwrap();
    let entries: Vec<Entry> = persons.iter().map(|text| person(&list, text)).collect();
    let snapshot = SnapshotInfo {
        list,
        id: SnapshotId([7; 32]),
        format: "test".to_owned(),
        published: CivilDate::new(2026, 2, 27).unwrap(),
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries: entries.len() as u64,
    };
    ListEntries { snapshot, entries }
}

fn person(list: &ListId, text: &str) -> Entry {
    let (reference, rest) = text.split_once(':').unwrap();
    let (names, born) = rest.split_once('@').unwrap_or((rest, ""));
    let mut entry = Entry::new(EntryId::new(list, reference), PartyKind::Person);
    let mut grade = NameGrade::Primary;
    for name in names.split('|') {
        entry.names.push(ListedName::new(name.trim(), grade, "test"));
        grade = NameGrade::Strong;
    }
    entry.births = DateStatement::read_several(born).map(Result::unwrap).collect();
    entry
}

fn screener(policy: Policy) -> Screener {
    let lists = vec![
        list(
            "un",
            &[
                "UTi.001: Fajr Qasim Zubaydi | Abu Umar al-Zubaydi @ 4 May 1960",
                "UTi.002: Salman Yarub Rawandi",
                "UTi.003: Fajr Qasim Zubaydi Harbi @ 1931",
            ],
        ),
        list("uk", &["900: ZUBAYDI, Fajr Qasim @ 1960"]),
    ];
    Screener::exhaustive(Arc::new(ScreenSet::build(lists, &policy).unwrap()), policy)
}

fn asked(name: &str, born: &str) -> Party {
    Party {
        kind: PartyKind::Person,
        names: vec![PartyName::whole(name)],
        births: DateStatement::read_several(born).map(Result::unwrap).collect(),
        ..Party::default()
    }
}

#[test]
fn hits_stand_in_order_of_class_score_list_and_reference() {
    let screening = screener(Policy::vetting())
        .screen(&asked("Fajr Qasim Zubaydi", "1960-05-04"), None)
        .unwrap();
    let order: Vec<_> =
        screening.hits().map(|hit| format!("{} {} {}", hit.rank, hit.class, hit.entry)).collect();
    assert_eq!(order, ["1 A un:UTi.001", "2 B uk:900", "3 D un:UTi.003"]);
    assert_eq!((screening.total.hits, screening.considered), (3, 4));
}

#[test]
fn a_limit_cuts_the_answer_and_not_the_total() {
    let screener = screener(Policy::vetting());
    let all = screener.screen(&asked("Fajr Qasim Zubaydi", ""), None).unwrap();
    let some = screener.screen(&asked("Fajr Qasim Zubaydi", ""), Some(1)).unwrap();
    assert_eq!(some.alerts.len(), 1);
    assert_eq!(some.alerts.first(), all.alerts.first());
    assert_eq!(some.total, all.total);
}

#[test]
fn a_screening_is_stamped() {
    let screening = screener(Policy::bulk()).screen(&asked("Nobody Here", ""), None).unwrap();
    assert_eq!(screening.total, Totals::default());
    let stamps = screening.stamps;
    assert_eq!(stamps.policy.to_string(), "bulk-1");
    assert_eq!(stamps.threshold, Threshold::DEFAULT);
    assert_eq!(stamps.engine, tamis_screen::ENGINE);
    let lists: Vec<_> = stamps.snapshots.iter().map(|snapshot| snapshot.list.as_str()).collect();
    assert_eq!(lists, ["un", "uk"]);
}

#[test]
fn no_answer_is_never_no_hit() {
    let policy = Policy::vetting();
    let empty = ScreenSet::build(Vec::new(), &policy).unwrap();
    let refused = Screener::exhaustive(Arc::new(empty), policy).screen(&asked("Fajr", ""), None);
    assert_eq!(refused, Err(ScreenRefusal::NoLists));
    let refused = screener(Policy::vetting()).screen(&asked("", ""), None);
    assert_eq!(refused, Err(ScreenRefusal::NothingToScreen));
    let names = vec![PartyName::whole("Fajr"); tamis_match::record::MAXIMUM_NAMES + 1];
    let refused = screener(Policy::vetting()).screen(&Party { names, ..asked("", "") }, None);
    assert!(matches!(refused, Err(ScreenRefusal::Record(_))), "{refused:?}");
}

#[test]
fn pairs_below_by_their_date_alone_are_counted() {
    let screener = screener(Policy::vetting());
    let silent = screener.screen(&asked("Salman Rawandi", ""), None).unwrap();
    assert_eq!((silent.total.hits, silent.below_by_date), (1, 0));
    let mut lists = vec![list("un", &["UTi.009: Ahmad Ali @ 1931-02-03"])];
    let set = ScreenSet::build(std::mem::take(&mut lists), screener.policy()).unwrap();
    let common = Screener::exhaustive(Arc::new(set), Policy::vetting());
    let dated = common.screen(&asked("Ahmad Ali", "1999-08-09"), None).unwrap();
    assert_eq!((dated.total.hits, dated.below_by_date), (0, 1));
}

#[test]
fn an_identifier_is_enough() {
    let policy = Policy::vetting();
    let mut with_passport = list("un", &["UTi.001: Fajr Qasim Zubaydi"]);
    let passport = Identifier::new(IdentifierKind::Passport, "Passport", "UT1234567");
    with_passport.entries[0].identifiers.push(passport.clone());
    let set = ScreenSet::build(vec![with_passport], &policy).unwrap();
    let screener = Screener::exhaustive(Arc::new(set), policy);
    let mut party = asked("Somebody Else", "");
    party.identifiers.push(passport);
    let screening = screener.screen(&party, None).unwrap();
    assert_eq!(screening.hits().next().map(|hit| hit.class), Some(HitClass::A));
    party.names.clear();
    assert_eq!(screener.screen(&party, None).unwrap().total.hits, 1);
}

#[test]
fn an_index_gives_the_answers_of_the_exhaustive_screener() {
    let parties = [
        asked("Fajr Qasim Zubaydi", ""),
        asked("Fajr Kasem al-Zubeidi", "1960"),
        asked("Zubaydi", ""),
        asked("فجر قاسم الزبيدي", "4 May 1990"),
        asked("Fajr Zubaydi Harbi", "1931"),
        asked("SALMAN<YARUB", ""),
        asked("Nobody Listed", "1984-03-09"),
    ];
    let mut hits = 0;
    for policy in [Policy::vetting(), Policy::bulk()] {
        for threshold in [0.3, 0.5, 0.7, 0.8] {
            let policy = policy.clone().with_threshold(Threshold::new(threshold).unwrap());
            let exhaustive = screener(policy.clone());
            let indexed = Screener::indexed(Arc::new(exhaustive.set().clone()), policy.clone());
            let bytes = exhaustive.set().write(&policy, Vec::new()).unwrap();
            let kept = Screener::indexed(Arc::new(opened(&bytes, &policy).unwrap()), policy);
            for party in &parties {
                for limit in [None, Some(1)] {
                    let (all, some) =
                        (exhaustive.screen(party, limit), indexed.screen(party, limit));
                    assert_eq!(all, some, "{threshold}");
                    assert_eq!(all, kept.screen(party, limit), "{threshold}, of an artefact");
                    hits += all.unwrap().total.hits;
                }
            }
        }
    }
    assert!(hits > 100, "{hits}");
}

fn opened(bytes: &[u8], policy: &Policy) -> Result<ScreenSet, KeptRefusal> {
    let artefact = Artefact::open(Arc::new(InMemory::of(bytes)))?;
    ScreenSet::open(Arc::new(artefact), policy)
}

#[test]
fn an_artefact_is_refused_by_other_weights_and_other_engines() {
    let policy = Policy::vetting();
    let set = ScreenSet::build(vec![list("un", &["UTi.001: Fajr Zubaydi"])], &policy).unwrap();
    let bytes = set.write(&policy, Vec::new()).unwrap();
    assert_eq!(bytes, set.write(&policy, Vec::new()).unwrap(), "the same set is the same bytes");
    assert!(opened(&bytes, &Policy::bulk()).is_ok(), "one artefact serves both policies");
    let mut other = policy.clone();
    other.names.part_ceiling = tamis_model::Weight::from_millinats(8_000);
    assert_eq!(opened(&bytes, &other).unwrap_err(), KeptRefusal::OtherWeights);
    // another engine would write its own name and checksum
    let name = tamis_screen::ENGINE.as_bytes();
    let at = bytes.windows(name.len()).position(|found| found == name).unwrap();
    let mut changed = bytes;
    changed[at] = b'T';
    let refused = opened(&changed, &policy).unwrap_err();
    assert!(matches!(refused, KeptRefusal::Artefact(ArtefactError::Section { .. })), "{refused}");
}

#[test]
fn a_damaged_artefact_answers_nobody() {
    let policy = Policy::vetting();
    let persons: Vec<String> =
        (0..3_000).map(|n| format!("UTi.{n}: Fajr{} Qasim Zubaydi{n}", n % 50)).collect();
    let persons: Vec<&str> = persons.iter().map(String::as_str).collect();
    let set = ScreenSet::build(vec![list("un", &persons)], &policy).unwrap();
    let bytes = set.write(&policy, Vec::new()).unwrap();
    let party = asked("Fajr7 Qasim Zubaydi7", "");
    let whole = Screener::indexed(Arc::new(opened(&bytes, &policy).unwrap()), policy.clone());
    assert!(whole.screen(&party, None).unwrap().total.hits > 0);
    let (mut refused, mut answered) = (0, 0);
    for at in (64..bytes.len()).step_by(bytes.len() / 97) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        let Ok(set) = opened(&changed, &policy) else {
            refused += 1;
            continue;
        };
        match Screener::indexed(Arc::new(set), policy.clone()).screen(&party, None) {
            // nothing of the damaged block was read
            Ok(screening) => {
                assert_eq!(screening, whole.screen(&party, None).unwrap(), "byte {at}");
                answered += 1;
            }
            Err(ScreenRefusal::Damaged(_)) => refused += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(refused > 10 && refused + answered >= 97, "{refused} refused, {answered} answered");
}

#[test]
fn names_that_cannot_be_screened_are_told() {
    let mut party = asked("Fajr Qasim Zubaydi", "");
    party.names.push(PartyName::whole("FNU"));
    let screening = screener(Policy::vetting()).screen(&party, None).unwrap();
    assert_eq!(screening.ignored.len(), 1);
    assert_eq!(screening.ignored[0].value, "FNU");
}

#[test]
fn what_is_hardly_a_name_is_told_in_the_answer() {
    let screener = screener(Policy::vetting());
    for (name, told) in [
        ("ሰላም አበበ", "compared by its own letters"),
        ("សុខ ចាន់", "compared by its own letters"),
        ("அருண் குமார்", "compared by its own letters"),
        ("torjan.wardak@example.org", "hardly a name"),
        ("Fajr Qasim", ""),
    ] {
        let screening = screener.screen(&asked(name, ""), None).unwrap();
        let reasons: Vec<&str> = screening.ignored.iter().map(|i| i.reason.as_str()).collect();
        match told {
            "" => assert!(reasons.is_empty(), "{name}: {reasons:?}"),
            told => {
                assert!(reasons.iter().any(|reason| reason.contains(told)), "{name}: {reasons:?}");
            }
        }
    }
}
