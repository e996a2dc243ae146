//! What holds of every text, however hostile.

use proptest::prelude::*;
use tamis_text::{
    AnalysisRefusal, MAXIMUM_NAME_BYTES, NameKind, NoteKind, analyse, distance, fold, romanise,
    skeleton, split_field,
};

fn kinds() -> impl Strategy<Value = NameKind> {
    prop_oneof![
        Just(NameKind::Person),
        Just(NameKind::Organisation),
        Just(NameKind::Vessel),
        Just(NameKind::Aircraft),
        Just(NameKind::Unknown),
    ]
}

/// Texts of all characters, and texts dense in what the code has branches for.
fn texts() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Abd",
        "al",
        "-",
        " ",
        "Rahman",
        "Abu",
        "Umm",
        ",",
        "<",
        "<<",
        "bin",
        "Allah",
        "ad",
        "Din",
        "Jr.",
        "III",
        "FNU",
        "MXHMD",
        "عبد",
        "ال",
        "الرحمن",
        "ابو",
        "آل",
        "الله",
        "ג׳",
        "אל",
        "김",
        "ャ",
        "ッ",
        "ン",
        "क",
        "्",
        "\u{301}",
        "\u{202e}",
        "\u{640}",
        "'",
        "ﷺ",
        "İ",
        "ß",
        "і",
        "а",
        "習",
        "ส",
        "1",
        "٣",
        ";",
        "(",
        ")",
        "a)",
        "\"",
        "alias",
        "ul",
        "ur",
        "khel",
        "sahib",
        "d.o.o.",
        "\u{fffd}",
        "µ",
        "ʼ",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(words, 0..40).prop_map(|all| all.concat())]
}

proptest! {
    // A failure is told by its minimal input, which then becomes a case; no file is written.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn romanisation_is_plain(text in texts()) {
        let latin = romanise(&fold(&text));
        prop_assert!(
            latin.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b' '),
            "{latin}"
        );
    }

    #[test]
    fn skeletons_print(latin in "[a-z0-9]{0,40}") {
        let classes = skeleton(&latin);
        prop_assert!(classes.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
        prop_assert_eq!(classes.is_empty(), latin.is_empty());
    }

    #[test]
    fn analysis_keeps_its_promises(text in texts(), kind in kinds()) {
        let name = match analyse(&text, kind) {
            Ok(name) => name,
            Err(AnalysisRefusal::TooManyBytes { bytes, .. }) => {
                prop_assert_eq!(bytes, text.len());
                prop_assert!(bytes > MAXIMUM_NAME_BYTES);
                return Ok(());
            }
            Err(AnalysisRefusal::TooLongWrittenOut { bytes, limit }) => {
                prop_assert!(bytes > limit);
                return Ok(());
            }
            Err(AnalysisRefusal::TooManyParts { .. }) => return Ok(()),
        };
        prop_assert_eq!(&*name.original, text.as_str());
        prop_assert_eq!(name.parts.is_empty(), name.has_note(NoteKind::NothingComparable));
        for part in &name.parts {
            prop_assert!(text.get(part.span.clone()).is_some(), "{part:?}");
            prop_assert!(!part.surface.is_empty() && !part.folded.is_empty(), "{part:?}");
            prop_assert!(part.latin.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{part:?}");
            prop_assert_eq!(part.latin.is_empty(), part.skeleton.is_empty(), "{:?}", part);
        }
        for note in &name.notes {
            prop_assert!(text.get(note.span.clone()).is_some(), "{note:?}");
        }
        let reordered = name.has_note(NoteKind::CommaUninverted) || name.has_note(NoteKind::MachineReadableZone);
        let in_order = name.parts.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        prop_assert!(reordered || in_order, "{:?}", name.parts);
    }

    #[test]
    fn fields_are_cut_in_order(text in texts()) {
        let pieces = split_field(&text, NameKind::Person);
        prop_assert_eq!(pieces.is_empty(), text.trim().is_empty());
        for piece in &pieces {
            let inside = text.get(piece.span.clone());
            prop_assert!(inside.is_some_and(|name| !name.is_empty() && name.trim() == name), "{piece:?}");
        }
        let place = |at: usize| (pieces[at].span.start, std::cmp::Reverse(pieces[at].span.end));
        prop_assert!((1..pieces.len()).all(|at| place(at - 1) < place(at)));
    }

    #[test]
    fn distance_is_bounded_and_symmetric(a in "[ab]{0,9}", b in "[ab]{0,9}", max in 0_u32..5) {
        let (a, b) = (a.as_bytes(), b.as_bytes());
        let whole = naive(a, b);
        let bounded = distance::optimal_string_alignment(a, b, max);
        prop_assert_eq!(bounded, (whole <= max).then_some(whole));
        prop_assert_eq!(bounded, distance::optimal_string_alignment(b, a, max));
    }
}

/// The recurrence as it stands in textbooks.
fn naive(a: &[u8], b: &[u8]) -> u32 {
    let mut table = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                u32::try_from(i + j).unwrap()
            } else {
                let replaced = table[i - 1][j - 1] + u32::from(a[i - 1] != b[j - 1]);
                let mut least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}

#[test]
fn long_inputs_are_compared_too() {
    let a = "a".repeat(500);
    let b = format!("{a}bc");
    assert_eq!(distance::optimal_string_alignment(a.as_bytes(), b.as_bytes(), 2), Some(2));
    let x = "xa".repeat(200);
    let y = "ya".repeat(200);
    assert_eq!(distance::optimal_string_alignment(x.as_bytes(), y.as_bytes(), 200), Some(200));
    assert_eq!(distance::optimal_string_alignment(x.as_bytes(), y.as_bytes(), 199), None);
}
