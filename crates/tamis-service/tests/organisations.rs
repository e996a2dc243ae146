//! Organisations on the real lists: the traps T1 and T3 to T7 of names and lists, and F18.

#![expect(clippy::unwrap_used, reason = "a test that can't be set up fails")]

use std::path::Path;

use tamis_dossier::Holding;
use tamis_dossier::contradictions::{AliasOrigin, ContradictionsAnswer, Flag};
use tamis_dossier::search::{Found, SearchAnswer};
use tamis_model::CivilDate;
use tamis_service::{
    Archive, GivenFile, ImportOptions, OrganisationsError, contradictions, dossier, import,
    search_organisations,
};
use tamis_testkit::require_data;

const UN_2026: &str = "lists/un/2026-02-27.xml";
const UN_2015: &str = "lists/un/2015-03-27.xml";
const EU: &str = "lists/eu/2021-03-02.xml";
const OFAC: &str = "lists/ofac/sdn-2021-03-10.xml";
const UK_2014: &str = "lists/uk/conlist-2014-04-02.csv";
const UK_2023: &str = "lists/uk/conlist-2023-06-05.xlsx";

/// An archive with some real lists, in a folder that goes with it.
struct Desk {
    archive: Archive,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn without_lists() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { archive: Archive::at(folder.path().to_owned()), _folder: folder }
    }

    fn with(files: &[impl AsRef<Path>]) -> Self {
        let desk = Self::without_lists();
        let files: Vec<GivenFile> =
            files.iter().map(|file| GivenFile::open(file.as_ref()).unwrap()).collect();
        import(&desk.archive, &files, &ImportOptions::default(), &mut |_| true).unwrap();
        desk
    }

    fn search(&self, name: &str, day: Option<&str>) -> SearchAnswer<'static> {
        search_organisations(&self.archive, name, day.map(on)).unwrap()
    }

    fn contradictions(&self, of: &str) -> ContradictionsAnswer<'static> {
        contradictions(&self.archive, of, None).unwrap()
    }
}

fn on(day: &str) -> CivilDate {
    CivilDate::parse_iso(day).unwrap()
}

fn ids(answer: &SearchAnswer<'_>) -> Vec<String> {
    answer.found.iter().map(|found| found.organisation.id.to_string()).collect()
}

fn themselves(answer: &SearchAnswer<'_>) -> Vec<String> {
    answer.stay_themselves.iter().map(|one| one.organisation.id.to_string()).collect()
}

/// The entries that hold on the day.
fn held(found: &Found<'_>, list: &str) -> Vec<String> {
    let held = found.entries.iter().filter(|one| one.holding == Some(Holding::Held));
    held.map(|one| one.entry.to_string()).filter(|id| id.starts_with(list)).collect()
}

#[test]
fn t1_common_names_reach_the_core_through_the_dossier_alone() {
    let Some(un) = require_data!(UN_2026) else { return };
    let Some(eu) = require_data!(EU) else { return };
    let desk = Desk::with(&[un, eu]);
    for name in ["Daesh", "ISIS", "ISIL", "Islamic State", "ИГИЛ", "داعش", "Da'ish", "DAECH"]
    {
        let answer = desk.search(name, None);
        assert_eq!(ids(&answer), ["isil"], "{name}");
        let [found] = answer.found.as_slice() else { unreachable!() };
        assert!(!found.through.is_empty(), "{name} is reached through a statement");
        for list in ["un:QDe.115", "eu:EU.1163.58"] {
            let entry = found.entries.iter().find(|one| one.entry.to_string() == list).unwrap();
            assert!(entry.listed.is_some(), "{name}: {list} is in its list");
            assert_eq!(entry.bears, [""; 0], "{name}: {list} does not bear it");
        }
        assert!(answer.elsewhere.is_empty(), "{name}: {:?}", answer.elsewhere);
    }
    // what a search of the list alone would give stays itself
    let isis = themselves(&desk.search("ISIS", None));
    for other in ["isil-khorasan", "isil-greater-sahara", "isil-yemen"] {
        assert!(isis.contains(&other.to_owned()), "{isis:?}");
    }
    assert!(themselves(&desk.search("Daesh", None)).contains(&"isil-tunisia".to_owned()));
}

#[test]
fn a_person_s_name_leads_to_no_organisation_called_after_him() {
    let desk = Desk::without_lists();
    for name in ["Osama bin Laden", "Usama bin Ladin", "Zarqawi"] {
        assert_eq!(ids(&desk.search(name, None)), [""; 0], "{name}");
    }
}

#[test]
fn a_person_s_name_in_an_entry_of_the_eu_list_leads_to_no_organisation() {
    let Some(eu) = require_data!(EU) else { return };
    let desk = Desk::with(&[eu]);
    for name in ["Osama bin Laden", "Usama bin Ladin", "Осама бин Ладен", "Zarqawi", "al-Zarqawi"]
    {
        let answer = desk.search(name, None);
        assert_eq!(ids(&answer), [""; 0], "{name}");
    }
    // a piece in quotation marks that the reader gives as a name is told with its entry, not as the organisation's
    let answer = desk.search("Zarqawi", None);
    let told: Vec<(&str, String)> = answer
        .elsewhere
        .iter()
        .map(|(met, _)| (met.name.as_str(), met.entry.id.to_string()))
        .collect();
    assert_eq!(told, [("„al-Zarqawi”", "eu:EU.1163.58".to_owned())]);
    // the heading of an entry leads to its organisation
    assert_eq!(ids(&desk.search("Al-Qaida", None)), ["al-qaida"]);
}

#[test]
fn t5_an_affiliate_has_no_entry_before_its_own_listing() {
    let desk = Desk::without_lists();
    let entries = |day: &str| -> Vec<String> {
        let answer = desk.search("ISIS", Some(day));
        let mut all = answer.stay_themselves.iter();
        let one = all.find(|one| one.organisation.id.as_str() == "isil-khorasan").unwrap();
        one.entries.iter().map(ToString::to_string).collect()
    };
    assert!(!entries("2019-05-13").contains(&"un:QDe.161".to_owned()));
    assert!(entries("2019-05-14").contains(&"un:QDe.161".to_owned()));
}

#[test]
fn t1_names_that_the_entry_bears_reach_it_too() {
    let Some(un) = require_data!(UN_2026) else { return };
    let desk = Desk::with(&[un]);
    for name in ["AQI", "al-Qaeda in Iraq", "القاعدة في العراق", "Аль-Каида в Ираке", "ISI", "JTJ"]
    {
        let answer = desk.search(name, None);
        assert_eq!(ids(&answer), ["isil"], "{name}");
    }
    let bears = |name: &str| {
        let answer = desk.search(name, None);
        let un = answer.found[0].entries.iter().find(|one| one.entry.to_string() == "un:QDe.115");
        un.unwrap().bears.clone()
    };
    // in either script, whichever it is asked in
    let both = ["AL-QAIDA IN IRAQ", "القاعده في العراق"];
    assert_eq!(bears("al-Qaeda in Iraq"), both);
    assert_eq!(bears("القاعدة في العراق"), ["القاعده في العراق"]);
    assert_eq!(bears("AQI"), ["AQI"]);
}

#[test]
fn t3_the_heading_differs_by_list() {
    let Some(un) = require_data!(UN_2026) else { return };
    let Some(ofac) = require_data!(OFAC) else { return };
    let answer = Desk::with(&[un, ofac]).contradictions("isil");
    let headings: Vec<(String, &str)> = answer
        .entries
        .iter()
        .map(|one| (one.entry.id.to_string(), one.entry.heading.as_str()))
        .collect();
    assert_eq!(
        headings,
        [
            ("ofac-sdn:8759".to_owned(), "ISLAMIC STATE OF IRAQ AND THE LEVANT"),
            ("un:QDe.115".to_owned(), "AL-QAIDA IN IRAQ"),
        ]
    );
    assert!(answer.headings_differ());
}

#[test]
fn a_list_without_days_of_listing_tells_by_having_the_entry() {
    let Some(ofac) = require_data!(OFAC) else { return };
    let desk = Desk::with(&[ofac]);
    let on_list = |day: &str| held(&desk.search("Daesh", Some(day)).found[0], "ofac");
    assert_eq!(on_list("2021-06-01"), ["ofac-sdn:8759"]);
    // before the earliest snapshot nobody tells
    assert_eq!(on_list("2020-06-01"), [""; 0]);
}

#[test]
fn t4_f18_an_alias_becomes_an_entry_of_its_own() {
    // without a list the dossier alone answers, and says so
    let desk = Desk::without_lists();
    for name in ["al-Nusrah", "Jabhat al-Nusra", "جبهة النصرة", "Al-Nusra Front"] {
        let check = |day: &str, expected: &[&str]| {
            let answer = desk.search(name, Some(day));
            assert!(answer.lists.none_imported());
            assert_eq!(ids(&answer), ["nusrah"], "{name}");
            assert_eq!(held(&answer.found[0], "un:"), expected, "{name} on {day}");
        };
        check("2013-05-29", &[]);
        check("2013-05-30", &["un:QDe.115"]);
        check("2014-01-01", &["un:QDe.115"]);
        check("2014-05-13", &["un:QDe.115"]);
        check("2014-05-14", &["un:QDe.137"]);
        check("2014-06-01", &["un:QDe.137"]);
    }
}

#[test]
fn t4_the_list_of_that_day_bears_the_name() {
    let Some(uk) = require_data!(UK_2014) else { return };
    let Some(un) = require_data!(UN_2015) else { return };
    let desk = Desk::with(&[uk, un]);
    let answer = desk.search("Al-Nusrah Front", Some("2014-05-01"));
    // no snapshot of the UN list is stored for that day, and the answer names it
    let lacking: Vec<String> =
        answer.lists.lacking.iter().map(|(list, earliest)| format!("{list} {earliest}")).collect();
    assert_eq!(lacking, ["un 2015-03-27"]);
    let uk = answer.found[0].entries.iter().find(|one| one.entry.to_string() == "uk:8441").unwrap();
    assert_eq!(uk.holding, Some(Holding::Perhaps), "to the end of May nobody told");
    assert_eq!(uk.listed.as_ref().unwrap().heading, "AL-QAIDA IN IRAQ");
    assert!(uk.is_of_another());
    // the front is jabha in Arabic
    assert_eq!(uk.bears, ["AL-NUSRAH FRONT", "JABHAT AL NUSRAH"]);
}

#[test]
fn an_old_snapshot_in_force_on_a_day_is_told_with_its_age() {
    let Some(uk) = require_data!(UK_2014) else { return };
    let desk = Desk::with(&[uk]);
    let old = |day: Option<&str>| -> Vec<(String, u32)> {
        let answer = desk.search("Daesh", day);
        let all = answer.lists.old_on_the_day();
        all.map(|one| (one.snapshot.list.to_string(), one.age_days)).collect()
    };
    assert_eq!(old(Some("2021-03-12")), [("uk".to_owned(), 2536)]);
    assert_eq!(old(Some("2015-04-02")), []);
    assert_eq!(old(Some("2015-04-03")), [("uk".to_owned(), 366)]);
    assert_eq!(old(None), []);
}

#[test]
fn t5_affiliates_are_listings_of_their_own() {
    let Some(un) = require_data!(UN_2026) else { return };
    let desk = Desk::with(&[un]);
    for (name, id, entry, listed_on) in [
        ("ISIL Khorasan", "isil-khorasan", "un:QDe.161", "2019-05-14"),
        ("Islamic State - Khorasan Province", "isil-khorasan", "un:QDe.161", "2019-05-14"),
        ("Islamic State West Africa Province", "isil-west-africa", "un:QDe.162", "2020-02-23"),
        ("ISIS in the Greater Sahara", "isil-greater-sahara", "un:QDe.163", "2020-02-23"),
        ("الدولة الإسلامية في العراق والشام - ليبيا", "isil-libya", "un:QDe.165", "2020-03-04"),
        ("ISIS in Yemen", "isil-yemen", "un:QDe.166", "2020-03-04"),
        ("Daesh Tunisia", "isil-tunisia", "un:QDe.167", "2021-12-29"),
        ("Islamic State East Asia Division", "isil-south-east-asia", "un:QDe.169", "2023-01-27"),
    ] {
        let answer = desk.search(name, None);
        assert_eq!(ids(&answer), [id], "{name}");
        let own =
            answer.found[0].entries.iter().find(|one| one.entry.to_string() == entry).unwrap();
        let listed = own.listed.as_ref().unwrap();
        assert_eq!(listed.listed_on, Some(on(listed_on)), "{name}");
        assert!(
            answer.found[0].entries.iter().all(|one| one.entry.to_string() != "un:QDe.115"),
            "{name} is not the core"
        );
    }
}

#[test]
fn t6_a_mention_is_no_match() {
    let Some(un) = require_data!(UN_2026) else { return };
    let desk = Desk::with(&[un]);
    let answer = dossier(&desk.archive, "un:QDe.115", None).unwrap();
    let told: Vec<String> = answer
        .mentions
        .iter()
        .map(|one| format!("{} {} {}", one.list, one.of, one.records))
        .collect();
    assert_eq!(told, ["un un:QDe.115 79"]);
    let entries = answer.entries.iter().filter(|one| one.listed.is_some()).count();
    assert_eq!(entries, 1, "none of them is an entry of the organisation");
}

/// The names of an entry that are flagged, with the kinds of flags.
fn flagged<'a>(answer: &'a ContradictionsAnswer<'_>, entry: &str) -> Vec<&'a AliasOrigin<'a>> {
    let entry = answer.entries.iter().find(|one| one.entry.id.to_string() == entry).unwrap();
    entry.names.iter().filter(|name| !name.flags.is_empty()).collect()
}

#[test]
fn t7_names_that_contradict_other_lists_are_flagged_with_their_origin() {
    let Some(un) = require_data!(UN_2026) else { return };
    let Some(eu) = require_data!(EU) else { return };
    let Some(ofac) = require_data!(OFAC) else { return };
    let Some(uk) = require_data!(UK_2023) else { return };
    let answer = Desk::with(&[un, eu, ofac, uk]).contradictions("isil");
    let eu = flagged(&answer, "eu:EU.1163.58");
    let of_nusrah: Vec<(&str, &str, &str)> = eu
        .iter()
        .filter(|one| {
            one.flags.iter().any(|flag| {
                matches!(flag, Flag::OfAnotherOrganisation { organisation, as_alias: Some(_), .. }
                    if organisation.id.as_str() == "nusrah")
            })
        })
        .map(|one| {
            let written = one.name.as_written.as_deref().unwrap_or(&one.name.text);
            let act = &one.name.legal_basis.as_ref().unwrap().title;
            (written, one.name.language.as_deref().unwrap(), act.as_str())
        })
        .collect();
    assert_eq!(
        of_nusrah,
        [
            ("Фронтът Al-Nusrah за хората от Изтока", "bg", "632/2013 (OJ L179)"),
            ("Победният фронт", "bg", "632/2013 (OJ L179)"),
        ]
    );
    let of_places: Vec<(&str, &str, &str)> = eu
        .iter()
        .flat_map(|one| {
            one.flags.iter().filter_map(|flag| match flag {
                Flag::OtherPlace { word, place, .. } => {
                    Some((one.name.text.as_str(), word.as_str(), *place))
                }
                _ => None,
            })
        })
        .collect();
    assert_eq!(of_places, [("Estado Islâmico do Irão", "Irão", "iran")]);
    // nothing was mended: the entry keeps all its names
    let entry =
        answer.entries.iter().find(|one| one.entry.id.to_string() == "eu:EU.1163.58").unwrap();
    let as_listed: std::collections::BTreeSet<&str> =
        entry.names.iter().map(|one| one.name.origin.as_str()).collect();
    assert_eq!(as_listed.len(), 45);
    // names of the UN entry that are nobody else's are not flagged
    let un = flagged(&answer, "un:QDe.115");
    assert!(un.iter().all(|one| one.name.text != "AL-QAIDA IN IRAQ"), "{un:#?}");
}

#[test]
fn t7_a_name_that_two_entries_of_one_list_bear_is_flagged() {
    let Some(un) = require_data!(UN_2026) else { return };
    let answer = Desk::with(&[un]).contradictions("isil");
    let shared: Vec<(String, String)> = flagged(&answer, "un:QDe.115")
        .iter()
        .flat_map(|one| {
            one.flags.iter().filter_map(|flag| match flag {
                Flag::OfAnotherEntry { entry, .. } => {
                    Some((one.name.text.clone(), entry.id.to_string()))
                }
                _ => None,
            })
        })
        .collect();
    // Khatiba al-Tawhid wal-Jihad, listed in 2022, bears the first name of the article's organisation
    let ktj = ("Jama'at Al-Tawhid Wa'al-Jihad".to_owned(), "un:QDe.168".to_owned());
    assert!(shared.contains(&ktj), "{shared:?}");
}

#[test]
fn an_entry_that_no_dossier_names_is_reached_by_its_own_reference() {
    // a list that came after the dossier: its record says which entry of the UN it is
    let record = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
        <Designations><DateGenerated>07/09/2026</DateGenerated><Designation>\
        <LastUpdated>31/12/2020</LastUpdated><DateDesignated>18/10/2004</DateDesignated>\
        <UniqueID>AQD0028</UniqueID><OFSIGroupID>9000001</OFSIGroupID>\
        <UNReferenceNumber>QDe.115</UNReferenceNumber>\
        <Names><Name><Name6>AL-QAIDA IN IRAQ</Name6><NameType>Primary Name</NameType></Name></Names>\
        <RegimeName>The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019\
        </RegimeName><IndividualEntityShip>Entity</IndividualEntityShip>\
        </Designation></Designations>";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("uk.xml");
    std::fs::write(&file, record).unwrap();
    let desk = Desk::with(&[file]);
    let answer = desk.search("Daesh", None);
    let [found] = answer.found.as_slice() else { panic!("{answer:#?}") };
    let linked: Vec<String> = found.linked.iter().map(|one| one.id.to_string()).collect();
    assert_eq!(linked, ["uk-sanctions:AQD0028"]);
    // and no longer contradicts the organisation by bearing its name
    let answer = desk.contradictions("isil");
    assert_eq!(answer.entries.len(), 1);
    assert!(flagged(&answer, "uk-sanctions:AQD0028").is_empty());
}

#[test]
fn no_person_is_found() {
    let Some(un) = require_data!(UN_2026) else { return };
    let desk = Desk::with(&[un]);
    // listed persons, whose remarks name the organisation
    for name in ["Ibrahim Awwad Ibrahim Ali al-Badri al-Samarrai", "Abu Mohammed al-Jawlani"] {
        let answer = desk.search(name, None);
        assert!(answer.found.is_empty() && answer.elsewhere.is_empty(), "{name}: {answer:#?}");
        assert!(answer.entries_inside.is_empty(), "{name}: {answer:#?}");
    }
}

#[test]
fn the_table_of_aliases_of_a_day_and_the_dossier_say_the_same() {
    use tamis_dossier::{Bound, Knowledge, Property};
    let knowledge = Knowledge::shipped().unwrap();
    for told in tamis_screen::validity::statements() {
        let Some(then) = &told.then else { continue };
        let organisation = knowledge.owner(then).unwrap();
        let alias = knowledge
            .of_property(&organisation.id, Property::AliasOf)
            .find(|one| one.proposition.entry().is_some_and(|id| id.is_same_record(&told.entry)))
            .unwrap();
        let day = |bound| match bound {
            Bound::On(date) => Some((date.earliest(), date.latest())),
            Bound::Open | Bound::NotTold => None,
        };
        assert_eq!(day(alias.validity.from), Some((told.from, told.from)), "{}", told.alias);
        assert_eq!(day(alias.validity.to), Some((told.until, told.until)), "{}", told.alias);
    }
}

#[test]
fn what_has_no_dossier_is_told_with_those_that_there_are() {
    let error = tamis_service::designations("Khorasan group of nothing", None).unwrap_err();
    assert!(matches!(error, OrganisationsError::NotFound { .. }), "{error}");
    let error =
        tamis_service::designations("Daesh", None).map(|found| found.organisation.id.to_string());
    assert_eq!(error.unwrap(), "isil");
    for reference in ["un:QE.J.115.04", "QE.J.115.04", "QDe.115", "eu:EU.1163.58"] {
        let found = tamis_service::designations(reference, None).unwrap();
        assert_eq!(found.organisation.id.as_str(), "isil", "{reference}");
    }
}
