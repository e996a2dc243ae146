//! "Ilia Vasilyevich or Vasilievich Rebrov" → both names. Knows words that stand for one another, no list.

/// Most names that one text of alternatives may stand for. Largest real value with a clear sense: 4.
const MOST_NAMES: usize = 8;

/// The names that parts between "or", "and" and "/" stand for: each part is a name of its own, or its
/// first word is another spelling of the last word before it. None where that makes more names than
/// anybody meant.
pub(super) fn names(parts: &[&str]) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut places: Vec<Vec<&str>> = Vec::new();
    for part in parts {
        let words: Vec<&str> = part.split_whitespace().collect();
        let Some((first, rest)) = words.split_first() else { continue };
        // a whole name again: it begins as the one before does, or both have three words and more
        let restarts =
            places.len() > 1 && is_like(&places, 0, first) || places.len() > 2 && rest.len() > 1;
        let replaces = rest.is_empty() || is_like(&places, places.len().saturating_sub(1), first);
        match places.last_mut() {
            Some(last) if replaces && !restarts => last.push(first),
            _ => {
                names.extend(spelt_out(&places)?);
                places = vec![vec![first]];
            }
        }
        places.extend(rest.iter().map(|word| vec![*word]));
    }
    names.extend(spelt_out(&places)?);
    Some(names)
}

fn is_like(places: &[Vec<&str>], place: usize, word: &str) -> bool {
    places.get(place).is_some_and(|words| words.iter().any(|other| alike(other, word)))
}

/// Two spellings of one word: what they share at the beginning and at the end is half of the longer one.
fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().chars().collect::<Vec<_>>();
    let (one, other) = (letters(one), letters(other));
    let shorter = one.len().min(other.len());
    let same = |pair: &(&char, &char)| pair.0 == pair.1;
    let start = one.iter().zip(&other).take_while(same).count();
    let end = one.iter().rev().zip(other.iter().rev()).take_while(same).count();
    let shared = start + end.min(shorter - start);
    start > 0 && shared * 2 >= one.len().max(other.len())
}

/// All ways through the places.
fn spelt_out(places: &[Vec<&str>]) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for (index, words) in places.iter().enumerate() {
        if index == 0 {
            names = words.iter().map(|word| (*word).to_owned()).collect();
            continue;
        }
        names = names
            .iter()
            .flat_map(|name| words.iter().map(move |word| format!("{name} {word}")))
            .collect();
        if names.len() > MOST_NAMES {
            return None;
        }
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_names_or_spellings_of_a_word() {
        for (parts, expected) in [
            (["Brell Oru", "Gura Oru"].as_slice(), Some("Brell Oru | Gura Oru")),
            (&["Brell Orevich", "Orewich Kon"], Some("Brell Orevich Kon | Brell Orewich Kon")),
            (&["Brell Oru", "Gura"], Some("Brell Oru | Brell Gura")),
            (&["Katerina", "Katherina Oru"], Some("Katerina Oru | Katherina Oru")),
            (&["Iwan Iwanow", "Iwan Petrow"], Some("Iwan Iwanow | Iwan Petrow")),
            (
                &["Brell Gur Orevich", "Orewich Brel Gur"],
                Some("Brell Gur Orevich | Orewich Brel Gur"),
            ),
            (&["Oru", "Gura", "Zed"], Some("Oru | Gura | Zed")),
            (&["Nik", "Nikol", "Nikolay Maxim", "Maximo", "Maxime", "Maximov"], None),
            (&["", "Oru"], Some("Oru")),
            (&[], Some("")),
        ] {
            let told = names(parts).map(|names| names.join(" | "));
            assert_eq!(told.as_deref(), expected, "{parts:?}");
        }
    }

    #[test]
    fn words_are_alike_by_beginning_and_end() {
        for (one, other, expected) in [
            ("Evgenyevich", "Evgenievich", true),
            ("Олександр", "ОЛЕЙНИК", false),
            ("Nikolay", "Nikolai", true),
            ("Oru", "Oru", true),
            ("Ann", "Hann", false),
        ] {
            assert_eq!(alike(one, other), expected, "{one} {other}");
        }
    }
}
