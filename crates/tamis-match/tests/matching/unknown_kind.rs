//! Records whose kind nobody tells are compared as what the other side is.

use tamis_match::comparison::Reason;
use tamis_match::{Policy, compare};
use tamis_model::{PartyKind, Threshold};

use super::{analysed, compared, party};

/// Names of people and of things; neighbours are alike.
const NAMES: [&str; 16] = [
    "박근혜",
    "Park Geun-hye",
    "周永康",
    "Yongkang Zhou",
    "TORJAN ZUBAYDI, ABDUL @ 1984-03-09",
    "Abdul Torjan Zubaydi @ 1984",
    "AL ILLAH, Abd",
    "Abd al-Ilah",
    "J and K Trading Co.",
    "J&K Trading",
    "ZARVAN STAR 455",
    "ZARVAN STAR 456",
    "Zarvan d.o.o.",
    "شركة زروان للتجارة",
    "A. Wardak",
    "General Ahmad Wardak",
];

#[test]
fn one_side_that_tells_its_kind_tells_the_others() {
    let policy = Policy::vetting();
    for kind in [PartyKind::Person, PartyKind::Organisation, PartyKind::Vessel] {
        for pair in NAMES.windows(2) {
            let [one, other] = [pair[0], pair[1]];
            let [told, entry] = [one, other].map(|name| analysed(&party(kind, name)));
            let [bare, bare_entry] =
                [one, other].map(|name| analysed(&party(PartyKind::Unknown, name)));
            let expected = compare(&told, &entry, &policy);
            for found in [compare(&bare, &entry, &policy), compare(&told, &bare_entry, &policy)] {
                assert_eq!(found.items, expected.items, "{one} / {other} as {kind:?}");
            }
        }
    }
}

#[test]
fn names_alone_are_those_of_what_their_words_tell() {
    for (one, other, is_hit) in [
        ("박근혜", "Park Geun-hye", true),
        ("周永康", "Yongkang Zhou", true),
        ("習近平", "习近平", true),
        ("TORJAN ZUBAYDI, ABDUL", "Abdul Torjan Zubaydi", true),
        ("AL ILLAH, Abd", "Abd al-Ilah", true),
        ("Qasim ag Torjan", "Qasim Ag Torjan", true),
        ("General Ahmad Torjan", "Ahmad Torjan", true),
        ("J and K Trading Co.", "J&K Trading", true),
        // one side alone tells
        ("Zarvan Kestrel", "LIMITED LIABILITY COMPANY ZARVAN KESTREL", true),
        ("ZARVAN STAR 455", "ZARVAN STAR 456", false),
        ("11th Zarvan Brigade", "12th Zarvan Brigade", false),
        ("Bank of Zarvan (Hong Kong) Limited", "Bank of Zarvan (Australia) Limited", false),
        ("Ahmad Qasim", "Mahmud Qasim", false),
    ] {
        for (one, other) in [(one, other), (other, one)] {
            let found = compared(PartyKind::Unknown, one, other);
            let wrong = format!("{one} / {other}: {:?} {:?}", found.score, found.evidence);
            assert_eq!(found.reaches(Threshold::DEFAULT), is_hit, "{wrong}");
        }
    }
}

#[test]
fn names_that_do_not_meet_have_no_class() {
    let policy = Policy::vetting();
    for kind in [PartyKind::Person, PartyKind::Unknown] {
        let [one, other] = ["Qasim Torjan", "Yun Ho Jin"].map(|name| analysed(&party(kind, name)));
        let reasons: Vec<_> =
            compare(&one, &other, &policy).items.iter().map(|item| item.reason).collect();
        assert_eq!(reasons, [Reason::NamesDiffer]);
    }
}
