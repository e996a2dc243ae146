//! What a generated list promises.

use std::collections::BTreeMap;

use super::queries::words;
use super::table::Writing;
use super::*;

fn list(entries: u32) -> Population {
    Population::new(Population::SEED, entries)
}

#[test]
fn a_longer_list_begins_with_the_shorter_one() {
    let short: Vec<Entry> = list(50).entries().collect();
    let long: Vec<Entry> = list(200).entries().take(50).collect();
    assert_eq!(short, long);
    assert_eq!(list(200).entry(17), list(50).entry(17));
}

#[test]
fn entries_have_four_names_and_a_seed_gives_others() {
    for entry in list(2_000).entries() {
        assert_eq!(entry.names.len(), NAMES, "{entry:?}");
        assert!(entry.names.iter().all(|name| !name.text.trim().is_empty()), "{entry:?}");
    }
    assert_ne!(list(9).entry(3).names, Population::new(1, 9).entry(3).names);
}

#[test]
fn shares_are_of_a_thousand_and_each_group_has_parts() {
    assert_eq!(SHARES.iter().map(|(_, share)| share).sum::<u32>(), 1_000);
    for (group, share) in SHARES {
        assert!(share >= 10, "{group}");
    }
    for writing in Writing::ALL {
        assert!(writing.parts().len() >= 50, "{writing:?}: {}", writing.parts().len());
    }
}

#[test]
fn all_scripts_stand_in_it() {
    let scripts = [
        ("Arabic", '\u{627}'..='\u{6d2}'),
        ("Cyrillic", '\u{410}'..='\u{4ff}'),
        ("Hebrew", '\u{5d0}'..='\u{5ea}'),
        ("Greek", '\u{391}'..='\u{3c9}'),
        ("Armenian", '\u{531}'..='\u{586}'),
        ("Georgian", '\u{10d0}'..='\u{10fa}'),
        ("Han", '\u{4e00}'..='\u{9fff}'),
        ("Kana", '\u{3041}'..='\u{30fa}'),
        ("Hangul", '\u{ac00}'..='\u{d7a3}'),
        ("Devanagari", '\u{904}'..='\u{939}'),
        ("Bengali", '\u{985}'..='\u{9b9}'),
        ("Thai", '\u{e01}'..='\u{e2e}'),
    ];
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for entry in list(4_000).entries() {
        for name in &entry.names {
            let has = |(_, range): &&(&str, std::ops::RangeInclusive<char>)| {
                name.text.chars().any(|letter| range.contains(&letter))
            };
            for (script, _) in scripts.iter().filter(has) {
                *counts.entry(script).or_default() += 1;
            }
        }
    }
    for (script, _) in scripts {
        assert!(counts.get(script).is_some_and(|count| *count >= 20), "{script}: {counts:?}");
    }
}

#[test]
fn names_are_as_concentrated_as_asked() {
    let mut census = Census::default();
    for entry in list(12_000).entries() {
        for name in &entry.names {
            let words = words(&name.text);
            census.add(words.iter().map(String::as_str));
        }
    }
    let findings = census.findings();
    assert_eq!(findings.check(), Ok(()), "{findings:?}");
    assert!(findings.distinct > 15_000, "{findings:?}");
}

#[test]
fn a_list_that_is_spread_too_thin_fails() {
    let mut census = Census::default();
    for number in 0..1_000 {
        let (one, other) = (format!("one{number}"), format!("other{number}"));
        census.add([one.as_str(), other.as_str()]);
    }
    assert_eq!(census.findings().check(), Err(CensusFailure::Covered(10)));
    let thin = Findings {
        names: 4_000_000,
        parts: 8_000_000,
        distinct: 9,
        commonest: Vec::new(),
        covered: 200,
        pair: (String::new(), String::new(), 499),
    };
    assert_eq!(thin.check(), Err(CensusFailure::Pair { found: 499, asked: 500 }));
}

#[test]
fn queries_are_of_three_kinds_and_some_have_dates() {
    let queries: Vec<_> = list(3_000).queries(300).collect();
    for kind in QueryKind::ALL {
        let of_kind: Vec<_> = queries.iter().filter(|(found, _)| *found == kind).collect();
        assert_eq!(of_kind.len(), 100);
        let dated = of_kind.iter().filter(|(_, party)| !party.births.is_empty()).count();
        assert!((30..=50).contains(&dated), "{kind:?}: {dated}");
    }
    let common = list(3_000).commonest_parts();
    assert_eq!(common.len(), 100);
    assert!(common.iter().take(12).any(|part| part.starts_with("m")), "{common:?}");
}
