//! East Slavic names by way of German and Polish letters: Jakowlew, Schewzow, Czernyszow. Their w is v, their j is y,
//! their z or c is ts. Words are told by their ends; English ones in -ow and -ew (Winslow, Andrew) have none of the
//! signs that must stand before it.

use super::latin::Letters;

/// Ends that need a sign before them.
const ENDS: [&[u8]; 5] = [b"ow", b"ew", b"owa", b"ewa", b"enko"];

/// Ends that are signs themselves.
const PLAIN_ENDS: [&[u8]; 8] =
    [b"owitsch", b"ewitsch", b"owna", b"ewna", b"owicz", b"ewicz", b"slaw", b"slawa"];

/// How German writes Russian sounds (DUDEN), the longer group first.
const GERMAN: [(&[u8], &[u8]); 14] = [
    (b"schtsch", b"shch"),
    (b"dsch", b"dzh"),
    (b"dsh", b"dzh"),
    // as Polish has them, and what is English already
    (b"dzh", b"dzh"),
    (b"dz", b"dzh"),
    (b"zh", b"zh"),
    (b"tsch", b"ch"),
    (b"sch", b"sh"),
    (b"ch", b"kh"),
    (b"tz", b"ts"),
    (b"z", b"ts"),
    (b"w", b"v"),
    (b"j", b"y"),
    (b"x", b"ks"),
];

/// How Polish does (PWN), without its marks.
const POLISH: [(&[u8], &[u8]); 10] = [
    (b"dzh", b"dzh"),
    (b"dz", b"dzh"),
    (b"szcz", b"shch"),
    (b"sz", b"sh"),
    (b"cz", b"ch"),
    (b"rz", b"zh"),
    (b"ch", b"kh"),
    (b"c", b"ts"),
    (b"w", b"v"),
    (b"j", b"y"),
];

/// Whether the last letters are those of such a word: nearly all words end here.
#[inline]
pub(super) fn may_be(latin: &[u8]) -> bool {
    matches!(
        latin,
        [.., b'w']
            | [.., b'w', b'a']
            | [.., b's', b'c', b'h']
            | [.., b'i', b'c', b'z']
            | [.., b'w', b'n', b'a']
            | [.., b'n', b'k', b'o']
    )
}

/// The word as English writes it; `None` for one that is not written so.
pub(super) fn respelled<'t>(latin: &[u8], buffer: &'t mut Letters) -> Option<&'t [u8]> {
    if !may_be(latin) || !is_written_so(latin) {
        return None;
    }
    let is_polish = contains(latin, b"cz")
        || contains(latin, b"sz") && !contains(latin, b"sch")
        || contains(latin, b"cow")
        || contains(latin, b"cew");
    let groups: &[(&[u8], &[u8])] = if is_polish { &POLISH } else { &GERMAN };
    let mut rest = latin;
    while let Some((letter, after)) = rest.split_first() {
        match groups.iter().find(|(group, _)| rest.starts_with(group)) {
            Some((group, sound)) => {
                buffer.extend_from_slice(sound);
                rest = rest.get(group.len()..).unwrap_or_default();
            }
            None => {
                buffer.push(*letter);
                rest = after;
            }
        }
    }
    Some(buffer)
}

fn is_written_so(latin: &[u8]) -> bool {
    let longer = |end: &&&[u8]| latin.len() > end.len() && latin.ends_with(end);
    // Timosjenko, Sjevtjenko: Dutch and Nordic letters
    let is_of_the_north =
        latin.ends_with(b"enko") && [b"sj", b"tj"].iter().any(|sign| contains(latin, *sign));
    if is_of_the_north {
        return false;
    }
    if PLAIN_ENDS.iter().any(|end| longer(&end)) {
        return true;
    }
    let Some(end) = ENDS.iter().find(|end| longer(end)) else { return false };
    let Some(stem) = latin.get(..latin.len() - end.len()) else { return false };
    let [first, inside @ ..] = stem else { return false };
    // Barlow, Morrow
    let is_english = matches!(stem.last(), Some(b'l' | b'r'));
    let is_of_a_hiss = match stem {
        [.., b'z'] => true,
        // Moscow
        [.., before, b'c'] => *before != b's',
        _ => false,
    };
    is_of_a_hiss
        || inside.iter().any(|letter| matches!(letter, b'j' | b'w'))
        || [b"sch".as_slice(), b"sz", b"cz"].iter().any(|sign| contains(stem, sign))
        || matches!(first, b'j' | b'w') && !is_english
}

fn contains(word: &[u8], group: &[u8]) -> bool {
    word.windows(group.len()).any(|window| window == group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_by_way_of_german_and_polish() {
        for (word, read) in [
            ("jakowlew", Some("yakovlev")),
            ("schewzow", Some("shevtsov")),
            ("szewcow", Some("shevtsov")),
            ("zwetkow", Some("tsvetkov")),
            ("jemeljanow", Some("yemelyanov")),
            ("tschernyschow", Some("chernyshov")),
            ("czernyszow", Some("chernyshov")),
            ("alexejewitsch", Some("alekseyevich")),
            ("wjatscheslaw", Some("vyacheslav")),
            ("jaroslaw", Some("yaroslav")),
            ("kusnezowa", Some("kusnetsova")),
            ("iwanow", Some("ivanov")),
            ("dschemilew", Some("dzhemilev")),
            ("timosjenko", None),
            ("jewtuschenko", Some("yevtushenko")),
            ("winslow", None),
            ("woodrow", None),
            ("matthew", None),
            ("andrew", None),
            ("bartholomew", None),
            ("morrow", None),
            ("moscow", None),
            ("warsaw", None),
            ("bosch", None),
            ("franko", None),
        ] {
            let mut buffer = Letters::new();
            let found = respelled(word.as_bytes(), &mut buffer);
            let found = found.map(|letters| std::str::from_utf8(letters).unwrap());
            assert_eq!(found, read, "{word}");
        }
    }
}
