//! Names that are no names: each is compared or refused with the limit named, never a panic. What is
//! bounded is what is counted here: bytes, parts, names; the work of a pair is a product of them.

use tamis_match::record::MAXIMUM_NAMES;
use tamis_match::{AnalysedRecord, Policy, RecordRefusal, compare};
use tamis_model::{Party, PartyKind, PartyName, Threshold};
use tamis_text::{AnalysisRefusal, MAXIMUM_NAME_BYTES, MAXIMUM_NAME_PARTS};

use super::analysed;

const KINDS: [PartyKind; 5] = [
    PartyKind::Person,
    PartyKind::Organisation,
    PartyKind::Vessel,
    PartyKind::Aircraft,
    PartyKind::Unknown,
];

fn named(kind: PartyKind, name: &str) -> Party {
    Party { kind, names: vec![PartyName::whole(name)], ..Party::default() }
}

fn refusal(name: &str) -> AnalysisRefusal {
    let refused = AnalysedRecord::of_party(&named(PartyKind::Person, name), &Policy::vetting());
    match refused.map(|_| ()) {
        Err(RecordRefusal::Name { number: 1, source }) => Some(source),
        _ => None,
    }
    .unwrap()
}

#[test]
fn beyond_a_limit_the_record_is_refused_and_the_limit_named() {
    let limit = MAXIMUM_NAME_BYTES;
    for long in ["a".repeat(10_000), "\u{301}".repeat(10_000), "محمد".repeat(2_000)] {
        assert_eq!(refusal(&long), AnalysisRefusal::TooManyBytes { bytes: long.len(), limit });
        assert!(refusal(&long).to_string().contains("1024"), "{}", refusal(&long));
    }
    let many = "a ".repeat(MAXIMUM_NAME_PARTS + 1);
    assert_eq!(refusal(&many), AnalysisRefusal::TooManyParts { limit: MAXIMUM_NAME_PARTS });
    let names = vec![PartyName::whole("Fajr"); MAXIMUM_NAMES + 1];
    let crowd = Party { names, ..named(PartyKind::Person, "") };
    let refused = AnalysedRecord::of_party(&crowd, &Policy::vetting()).map(|_| ());
    assert!(refused.unwrap_err().to_string().contains("1000"));
}

/// Texts that are no names, and one that is.
const TEXTS: [&str; 19] = [
    "",
    " ",
    "\u{301}",
    "😀😀 😀",
    "\u{0}\u{7}\u{1b}[31m",
    "\u{202e}\u{2066}\u{200f}",
    "\u{feff}\u{200d}\u{200c}",
    "\u{fffd}\u{fffd}",
    "this is a whole sentence that somebody wrote into the field of the name, and it goes on.",
    "torjan.wardak@example.org",
    "https://barqawi.test/?q=nabil",
    "Mullah Haji Sheikh Dr. Sahib",
    "Unknown",
    "'\"--;;//()",
    "12345 67890",
    "ሰላም አበበ",
    "សុខ ចាន់",
    "அருண் குமார்",
    "Fajr Qasim Zubaydi",
];

#[test]
fn whatever_is_no_name_is_compared_with_all_else() {
    let policy = Policy::vetting();
    for kind in KINDS {
        let records: Vec<AnalysedRecord> =
            TEXTS.iter().map(|text| analysed(&named(kind, text))).collect();
        for (one, record) in TEXTS.iter().zip(&records) {
            for (other, entry) in TEXTS.iter().zip(&records) {
                let comparison = compare(record, entry, &policy);
                let hit = comparison.reaches(Threshold::DEFAULT);
                assert!(!hit || one == other, "{one:?} and {other:?} as {kind:?}");
            }
        }
    }
}

#[test]
fn nothing_to_compare_is_no_hit_with_itself() {
    let policy = Policy::vetting();
    for text in &TEXTS[..8] {
        for kind in KINDS {
            let record = analysed(&named(kind, text));
            let comparison = compare(&record, &record, &policy);
            assert!(!comparison.reaches(Threshold::DEFAULT), "{text:?} as {kind:?}");
        }
    }
}

#[test]
fn the_longest_names_are_compared() {
    let longest = "ab ".repeat(MAXIMUM_NAME_PARTS);
    let record = analysed(&named(PartyKind::Person, longest.trim()));
    let parts: usize = record.names.iter().map(|name| name.informative.len()).sum();
    assert!(parts <= MAXIMUM_NAME_PARTS, "{parts}");
    assert!(compare(&record, &record, &Policy::vetting()).reaches(Threshold::DEFAULT));
}
