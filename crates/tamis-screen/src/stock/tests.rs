//! A stock beside the screener that compares with all. All persons are invented.

use tamis_model::{DateStatement, Entry, ListedName, NameGrade, Party, PartyKind, PartyName};

use super::*;

fn party(name: &str, born: &str) -> Party {
    Party {
        kind: PartyKind::Person,
        names: vec![PartyName::whole(name)],
        births: DateStatement::read_several(born).map(Result::unwrap).collect(),
        ..Party::default()
    }
}

fn entry(id: &str, name: &str, born: &str, policy: &Policy) -> PreparedEntry {
    let mut entry = Entry::new(EntryId::parse(id).unwrap(), PartyKind::Person);
    entry.names.push(ListedName::new(name, NameGrade::Primary, "test"));
    entry.births = DateStatement::read_several(born).map(Result::unwrap).collect();
    let record = AnalysedRecord::of_entry(&entry, policy).unwrap();
    PreparedEntry { entry, record }
}

fn stock(parties: &[Party], policy: &Policy) -> Stock {
    let mut writer = StockWriter::new();
    for (number, party) in parties.iter().enumerate() {
        let record = AnalysedRecord::of_party(party, policy).unwrap();
        writer.add(&record, format!("party {number}").as_bytes());
    }
    let bytes = writer.write(policy, "these", Vec::new()).unwrap();
    let held = tamis_index::artefact::InMemory::of(&bytes);
    Stock::open(Arc::new(Artefact::open(Arc::new(held)).unwrap()), policy, "these").unwrap()
}

#[test]
fn a_changed_entry_meets_its_parties_alone() {
    let policy = Policy::vetting();
    let parties = [
        party("Salman Yarub Rawandi", "1960"),
        party("Fajr Qasim Zubaydi", "4 May 1960"),
        party("Harith Talib Dulaymi", ""),
    ];
    let stock = stock(&parties, &policy);
    assert_eq!((stock.len(), stock.damage()), (3, None));
    let after = entry("un:UTi.1", "Fajr Qasim al-Zubaydi", "1960", &policy);
    let offered = stock.candidates_of(None, Some(&after), &policy);
    assert_eq!(offered, [1]);
    assert_eq!(stock.party(1).unwrap(), b"party 1");
    assert!(stock.party(3).is_err());
    let before = entry("un:UTi.1", "Salman Yarub Rawandi", "", &policy);
    assert_eq!(stock.candidates_of(Some(&before), Some(&after), &policy), [0, 1]);
}

#[test]
fn what_becomes_of_a_hit() {
    let policy = Policy::vetting();
    let zubaydi = AnalysedRecord::of_party(&party("Fajr Qasim Zubaydi", "1960"), &policy).unwrap();
    let (id, other_id) = ("un:UTi.1", "un:UTi.2");
    let same = entry(id, "Fajr Qasim Zubaydi", "1960", &policy);
    let moved = entry(other_id, "Fajr Qasim Zubaydi", "1960", &policy);
    let undated = entry(id, "Fajr Qasim Zubaydi", "", &policy);
    let another = entry(id, "Harith Talib Dulaymi", "1960", &policy);
    let fate = |before, after| hit_change(&zubaydi, before, after, &policy).map(|found| found.0);
    assert_eq!(fate(None, Some(&same)), Some(HitFate::New));
    assert_eq!(fate(Some(&another), Some(&same)), Some(HitFate::New));
    assert_eq!(fate(Some(&same), None), Some(HitFate::Gone));
    assert_eq!(fate(Some(&same), Some(&another)), Some(HitFate::Gone));
    assert_eq!(fate(Some(&same), Some(&same)), Some(HitFate::EntryChanged));
    assert_eq!(fate(Some(&same), Some(&undated)), Some(HitFate::Changed));
    assert_eq!(fate(Some(&same), Some(&moved)), Some(HitFate::Changed));
    assert_eq!(fate(Some(&another), Some(&another)), None);
    assert_eq!(fate(None, None), None);
}

#[test]
fn a_stock_of_other_weights_or_of_another_kind_is_refused() {
    let policy = Policy::vetting();
    let bytes = StockWriter::new().write(&policy, "these", Vec::new()).unwrap();
    let held = Arc::new(tamis_index::artefact::InMemory::of(&bytes));
    let artefact = Arc::new(Artefact::open(held).unwrap());
    assert!(Stock::open(Arc::clone(&artefact), &policy, "these").unwrap().is_empty());
    assert!(crate::ScreenSet::open(Arc::clone(&artefact), &policy).is_err());
    let mut other = Policy::vetting();
    other.names.initial = tamis_model::Weight(other.names.initial.0 + 1);
    let of_others = Stock::open(Arc::clone(&artefact), &policy, "those");
    assert!(matches!(of_others, Err(KeptRefusal::OtherParties)));
    assert!(matches!(Stock::open(artefact, &other, "these"), Err(KeptRefusal::OtherWeights)));
}
