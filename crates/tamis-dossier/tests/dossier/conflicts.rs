//! Statements that contradict each other stand side by side (D10), claims without a source are marked (F16).

use tamis_dossier::conflicts::{attributed_elsewhere, before_founding, conflicts};
use tamis_dossier::{Knowledge, OrganisationId, Origin, Property};

fn isil() -> (&'static Knowledge, OrganisationId) {
    (Knowledge::shipped().unwrap(), OrganisationId::new("isil").unwrap())
}

#[test]
fn accounts_of_the_founding_stand_side_by_side() {
    let (knowledge, id) = isil();
    let [conflict] = conflicts(knowledge, &id).try_into().unwrap();
    assert_eq!(conflict.property, Property::Founded);
    let told: Vec<String> = conflict.statements.iter().map(|one| one.proposition.words()).collect();
    assert!(told.contains(&"2006-10-15, merger of 11 radical Sunni groups".to_owned()), "{told:?}");
    for year in ["1999", "2004", "2006-10-13"] {
        assert!(told.iter().any(|one| one.starts_with(year)), "{told:?}");
    }
}

#[test]
fn a_listing_of_before_the_founding_is_explained_by_the_predecessor() {
    let (knowledge, id) = isil();
    let found = before_founding(knowledge, &id);
    let un = found.iter().find(|one| one.act.id.as_str() == "isil.un.1267").unwrap();
    assert_eq!(un.dated.date.unwrap().words(), "2004-10-18");
    assert!(un.founded.iter().any(|one| one.proposition.words().starts_with("2006-10-15")));
    let before: Vec<String> = un.predecessors.iter().map(|one| one.proposition.words()).collect();
    assert_eq!(before, ["Jama'at al-Tawhid wal-Jihad (JTJ)", "Al-Qaida in Iraq (AQI)"]);
    // of no act after the founding is it said
    assert!(found.iter().all(|one| one.dated.date.unwrap().latest().year() < 2007), "{found:?}");
}

#[test]
fn a_claim_that_is_attributed_to_nobody_is_marked_until_it_has_a_source() {
    let (knowledge, id) = isil();
    let core: Vec<_> = knowledge.of_property(&id, Property::Core).collect();
    let [core] = core.as_slice() else { panic!("{core:?}") };
    assert_eq!(core.origin, Origin::Unattributed);
    assert!(attributed_elsewhere(knowledge, core).is_empty());
    let unattributed = |area: &&&tamis_dossier::Statement| area.origin == Origin::Unattributed;
    let areas: Vec<_> = knowledge.of_property(&id, Property::Area).collect();
    let claimed: Vec<_> = areas.iter().filter(unattributed).collect();
    assert_eq!(claimed.len(), 2);
    // that it is active in Iraq has a source elsewhere; of Syria none is on file
    let elsewhere: Vec<usize> =
        claimed.iter().map(|one| attributed_elsewhere(knowledge, one).len()).collect();
    assert_eq!(elsewhere, [1, 0]);
}
