//! Names that are no names: each is compared or refused with the limit named, never a panic. What is
//! bounded is what is counted here: bytes, parts, names; the work of a pair is a product of them.

use tamis_match::record::MAXIMUM_NAMES;
use tamis_match::{AnalysedRecord, Policy, RecordRefusal, compare};
use tamis_model::{Party, PartyKind, PartyName, Threshold};
use tamis_text::{
    AnalysisRefusal, MAXIMUM_NAME_BYTES, MAXIMUM_NAME_PARTS, MAXIMUM_WRITTEN_OUT_BYTES,
};

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

#[test]
fn signs_that_stand_for_many_letters_are_limited_by_the_letters() {
    let refused = refusal(&"\u{fdfa}".repeat(341));
    assert!(matches!(refused, AnalysisRefusal::TooLongWrittenOut { .. }), "{refused}");
    assert!(refused.to_string().contains("4096"), "{refused}");
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

/// Texts that make the most work that the limits allow: many parts, one long part, marks, letters that
/// stand for many (a ligature of eighteen letters, a syllable of three), words that join and split.
fn costly() -> Vec<String> {
    let fill = |piece: &str| piece.repeat(MAXIMUM_NAME_BYTES / piece.len());
    let words = |piece: &str| {
        let count = (MAXIMUM_NAME_BYTES / (piece.len() + 1)).min(MAXIMUM_NAME_PARTS);
        vec![piece; count].join(" ")
    };
    vec![
        fill("a"),
        fill("م"),
        fill("\u{fdfa}"),
        fill("한"),
        fill("龘"),
        fill("a\u{301}"),
        fill("\u{202e}a"),
        fill("ab-"),
        fill("Ab"),
        fill("aB1"),
        fill("😀"),
        words("a"),
        words("ab"),
        words("Abdul"),
        words("عبد"),
        words("\u{fdfa}"),
        words("مح"),
        words("bin"),
        words("Haji"),
        words("u.s."),
    ]
}

/// The most parts of a name, after compounds, syllables and units were made.
const MOST_PARTS: usize = MAXIMUM_NAME_PARTS;

/// The most letters of a name in its own letters, in Latin ones, and of its skeletons, which are shorter
/// than these.
const MOST_LETTERS: usize = 2 * MAXIMUM_WRITTEN_OUT_BYTES;

/// The most runs of neighbours of a name that are looked up as one word.
const MOST_RUNS: usize = 4 * MAXIMUM_NAME_PARTS;

#[test]
fn the_work_of_a_pair_is_bounded_by_what_its_names_hold() {
    for kind in KINDS {
        for text in costly() {
            let shown: String = text.chars().take(12).collect();
            let Ok(record) = AnalysedRecord::of_party(&named(kind, &text), &Policy::vetting())
            else {
                continue;
            };
            for name in record.readings().flat_map(|(_, names)| names) {
                let parts = || name.informative.iter().chain(&name.other);
                let letters: usize = parts()
                    .map(|part| &part.part)
                    .map(|part| part.folded.len() + part.latin.len() + part.skeleton.len())
                    .sum();
                let counts = (parts().count(), letters, name.runs.len());
                let most = (MOST_PARTS, MOST_LETTERS, MOST_RUNS);
                let holds = counts.0 <= most.0 && counts.1 <= most.1 && counts.2 <= most.2;
                assert!(holds, "{shown:?} as {kind:?}: {counts:?}, the most is {most:?}");
            }
            assert!(compare(&record, &record, &Policy::vetting()).items.len() <= 3 * MOST_PARTS);
        }
    }
}

#[test]
fn a_script_without_table_is_compared_by_its_own_letters_and_says_so() {
    for (one, other) in [("ሰላም አበበ", "ተስፋዬ አበበ"), ("សុខ ចាន់", "សុភា ចាន់"), ("அருண் குமார்", "ராஜன் குமார்")]
    {
        let [same, differs] = [one, other].map(|text| analysed(&named(PartyKind::Person, text)));
        let policy = Policy::vetting();
        assert!(compare(&same, &same, &policy).reaches(Threshold::DEFAULT), "{one}");
        assert!(!compare(&same, &differs, &policy).reaches(Threshold::DEFAULT), "{one} {other}");
        let told = same
            .names
            .iter()
            .flat_map(|name| &name.notes)
            .any(|note| matches!(note.kind, tamis_text::NoteKind::ScriptWithoutTable { .. }));
        assert!(told, "{one}");
    }
}
