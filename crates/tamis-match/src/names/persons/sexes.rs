//! A brother and a sister: Valentin Grigoryev, Valentina Grigoryeva. Both their own names and their family's differ by
//! the ending of a woman, which one alone may (a husband's form of the name on a Western paper).

use crate::alignment::{Alignment, Pair};
use crate::names::part;
use crate::record::{PreparedName, PreparedPart};

/// Endings of the families of men, and of the same families' women.
const FAMILIES: [[&str; 2]; 7] = [
    ["ov", "ova"],
    ["ev", "eva"],
    ["in", "ina"],
    ["yn", "yna"],
    ["ski", "skaya"],
    ["skiy", "skaya"],
    ["sky", "skaya"],
];

/// Whether the own names and the families of both stand beside each other as a man's and a woman's.
pub(super) fn are_apart(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> bool {
    let parts = |pair: &Pair| {
        Some([part(&party.informative, pair.party)?, part(&entry.informative, pair.entry)?])
    };
    let pairs = || alignment.pairs.iter().filter_map(parts);
    // no a at an end, no woman's name
    if !pairs().any(|[one, other]| ends_in_a(one) != ends_in_a(other)) {
        return false;
    }
    [false, true].into_iter().any(|woman_first| {
        let of = |[one, other]: [&PreparedPart; 2], are: fn(&str, &str) -> bool| {
            let [man, woman] = if woman_first { [other, one] } else { [one, other] };
            are(&man.part.latin, &woman.part.latin)
        };
        // Martin and Martina end as families do
        pairs().enumerate().any(|(at, pair)| {
            let mut others = pairs().enumerate().filter(|(place, _)| *place != at);
            of(pair, are_families) && others.any(|(_, pair)| of(pair, are_own_names))
        })
    })
}

fn ends_in_a(part: &PreparedPart) -> bool {
    part.part.latin.ends_with('a')
}

fn are_families(man: &str, woman: &str) -> bool {
    FAMILIES.iter().any(|[his, hers]| man.ends_with(his) && woman.ends_with(hers))
}

/// Valentin, Valentina; Valeriy, Valeriya.
fn are_own_names(man: &str, woman: &str) -> bool {
    woman.strip_suffix('a').is_some_and(|stem| without_glides(stem) == without_glides(man))
}

/// Yevgeniy as Evgeni.
fn without_glides(word: &str) -> &str {
    word.trim_start_matches('y').trim_end_matches(['i', 'j', 'y'])
}
