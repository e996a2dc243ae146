//! The score is computed from the evidence alone; every part is told once; equal identifiers lift.

use proptest::prelude::*;
use tamis_match::{Policy, compare, curve};
use tamis_model::{Evidence, Finding, Identifier, IdentifierKind, PartyKind, Weight};

use super::{analysed, compared, party};

/// Names of one to five words out of a few, so that pairs meet often.
fn name() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Fajr",
        "Qasim",
        "Zubaydi",
        "al-Zubaidi",
        "Muhammad",
        "Mohamed",
        "محمد",
        "قاسم",
        "Abd",
        "al-Rahman",
        "Abdulrahman",
        "Касим",
        "Ali",
        "J.",
        "Dr",
        "Abu",
        "Umar",
        "Khan",
    ]);
    prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
}

/// The indexes of the informative parts that findings tell, by side.
fn told(evidence: &[Evidence]) -> (Vec<usize>, Vec<usize>) {
    let (mut party, mut entry) = (Vec::new(), Vec::new());
    for item in evidence {
        if let Finding::Part(part) = &item.finding {
            let informative =
                |part: &&tamis_model::AlignedPart| part.role != tamis_model::PartRole::Initial;
            party.extend(part.party.iter().filter(informative).map(|part| part.index));
            entry.extend(part.entry.iter().filter(informative).map(|part| part.index));
        }
    }
    (party, entry)
}

proptest! {
    #[test]
    fn score_comes_from_the_items(one in name(), other in name()) {
        let comparison = compared(PartyKind::Person, &one, &other);
        let sum: Weight = comparison.evidence.iter().map(|item| item.weight).sum();
        prop_assert_eq!(sum, comparison.sum);
        prop_assert_eq!(curve::score(sum), comparison.score);
    }

    #[test]
    fn a_word_that_nobody_reads_raises_no_hit(
        one in name(),
        other in name(),
        word in prop::sample::select(vec!["சுகன்", "សុខ", "සුගන්"]),
    ) {
        // one that stands between a title and the end would make a name of the title, and behind Abd and Abu it is their
        // other half
        prop_assume!(["Khan", "Dr", "Abd", "Abu"].iter().all(|last| !one.ends_with(last)));
        let alone = compared(PartyKind::Person, &one, &other);
        let with = compared(PartyKind::Person, &format!("{one} {word}"), &other);
        // below the threshold a last word that is last no more may contradict less
        let below = with.score < Policy::vetting().threshold.score();
        prop_assert!(below || with.score <= alone.score, "{} {} {}", one, other, with.score);
    }

    #[test]
    fn parts_are_told_once(one in name(), other in name()) {
        let (party, entry) = told(&compared(PartyKind::Person, &one, &other).evidence);
        for mut side in [party, entry] {
            let count = side.len();
            side.sort_unstable();
            side.dedup();
            prop_assert_eq!(side.len(), count);
        }
    }

    #[test]
    fn symmetric(one in name(), other in name()) {
        let there = compared(PartyKind::Person, &one, &other);
        let back = compared(PartyKind::Person, &other, &one);
        prop_assert_eq!(there.score, back.score, "{:?}\n{:?}", there.evidence, back.evidence);
    }

    #[test]
    fn an_equal_identifier_never_lowers(one in name(), other in name()) {
        let policy = Policy::vetting();
        let (mut a, mut b) = (analysed(&party(PartyKind::Person, &one)), analysed(&party(PartyKind::Person, &other)));
        let bare = compare(&a, &b, &policy).tell();
        for record in [&mut a, &mut b] {
            record.identifiers.push(Identifier::new(IdentifierKind::Passport, "Passport", "UT 123-4567").into());
        }
        let with = compare(&a, &b, &policy);
        prop_assert!(with.score >= bare.score);
        prop_assert!(with.reaches(policy.threshold));
    }

    #[test]
    fn a_name_meets_itself_in_full(one in name()) {
        let comparison = compared(PartyKind::Person, &one, &one);
        let costs = comparison.evidence.iter().any(|item| {
            item.weight < Weight::ZERO && !matches!(item.finding, Finding::NotScreenableAlone | Finding::Ceiling(_))
        });
        prop_assert!(!costs, "{:?}", comparison.evidence);
    }
}
