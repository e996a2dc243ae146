//! Numbers in names of organisations, ships and aircraft are discrete.

use tamis_model::PartyKind;

use super::Pair;

/// Both names have numbers, and they are not the same ones.
pub(super) fn differ(pair: &Pair<'_>) -> Option<bool> {
    if pair.kind == PartyKind::Person {
        return None;
    }
    let of = |words: &[String]| {
        let mut numbers: Vec<String> = words.iter().filter_map(|word| number(word)).collect();
        numbers.sort_unstable();
        numbers
    };
    let (one, other) = (of(&pair.one.all), of(&pair.other.all));
    (!one.is_empty() && !other.is_empty() && one != other).then_some(false)
}

/// A word of digits, with letters or without, or a Roman numeral, as a decimal number and letters.
fn number(word: &str) -> Option<String> {
    if word.chars().any(|letter| letter.is_ascii_digit()) {
        return Some(word.to_owned());
    }
    let value = |letter| match letter {
        'i' => Some(1_u32),
        'v' => Some(5),
        'x' => Some(10),
        _ => None,
    };
    let values: Option<Vec<u32>> = word.chars().map(value).collect();
    let values = values.filter(|values| values.len() <= 6)?;
    let mut sum = 0;
    for (at, value) in values.iter().enumerate() {
        if values.get(at + 1).is_some_and(|next| next > value) {
            sum -= i64::from(*value);
        } else {
            sum += i64::from(*value);
        }
    }
    Some(sum.to_string())
}
