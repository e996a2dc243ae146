//! Letters that a machine has misread, in names of persons: W0N, 5OP, KlM, KhaIid.
//!
//! Only what cannot stand where it stands is read otherwise: a digit inside a word of letters, a small
//! letter among capitals, a capital among small letters; the table has the letters. A letter that is
//! a letter (rn for m, h for b) is the matcher's business. Knows no names of things, where digits mean what
//! they say.

use super::tokens::Word;
use crate::generated::lookups::MISREAD;
use crate::name::{AnalysisNote, NoteKind};

/// Reads misread words of ASCII letters and digits, each letter with a note.
pub(super) fn repair(words: &mut [Word<'_>], notes: &mut Vec<AnalysisNote>) {
    let case = |word: &Word<'_>| word.letters.bytes().skip(1).any(|byte| byte.is_ascii_lowercase());
    for index in 0..words.len() {
        let Some(word) = words.get(index).filter(|word| word.plain) else { continue };
        let surface = word.letters.as_bytes();
        if !may_be_misread(surface) {
            continue;
        }
        let Some(case_of_word) = case_of(surface) else { continue };
        // AI-Annabi in a name of capitals and small letters; alone it may be a Chinese family's
        let article = matches!(surface, b"AI" | b"EI" | b"UI")
            && words.iter().enumerate().any(|(other, word)| other != index && case(word));
        let Some(read) = read(surface, if article { Case::Small } else { case_of_word }) else {
            continue;
        };
        for (offset, (written, meant)) in surface.iter().zip(&read).enumerate() {
            if written != meant {
                let (written, meant) = (char::from(*written), char::from(*meant));
                let start = word.span.start + offset;
                let kind = NoteKind::HomoglyphRepaired { written, meant };
                notes.push(AnalysisNote { kind, span: start..start + 1 });
            }
        }
        if let (Some(word), Ok(read)) = (words.get_mut(index), String::from_utf8(read)) {
            word.letters = read.into();
        }
    }
}

/// Whether a word has a letter of the table where it may be misread: a digit, an I that is not the first, an l
/// among capitals. In one reading, for most words of the names that come here have none.
fn may_be_misread(word: &[u8]) -> bool {
    let (mut odd, mut bar, mut small) = (false, false, false);
    for (at, byte) in word.iter().enumerate() {
        odd |= byte.is_ascii_digit() | ((*byte == b'I') & (at > 0));
        bar |= *byte == b'l';
        small |= byte.is_ascii_lowercase() & (*byte != b'l');
    }
    odd || bar && !small
}

/// How the letters of a word are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// In capitals, but for letters that the table reads as capitals.
    Capitals,
    /// In small letters, the first perhaps a capital.
    Small,
}

/// The case of a word; `None` where it has none to tell by, or is another mixture (JanAlizai).
fn case_of(word: &[u8]) -> Option<Case> {
    let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase() && **byte != b'I').count();
    let small = word.iter().filter(|byte| byte.is_ascii_lowercase() && **byte != b'l').count();
    let bars = word.iter().filter(|byte| matches!(byte, b'I' | b'l')).count();
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    let rest = word.get(1..).unwrap_or_default();
    let small_but_first = rest.iter().all(|byte| !byte.is_ascii_uppercase() || *byte == b'I');
    match (capitals, small) {
        _ if digits > capitals + small + bars + 1 => None,
        // Rl, H0; but Al and El are written so
        (1, 0) if word.len() == 2 => {
            let vowel = matches!(word.first(), Some(b'A' | b'E' | b'U'));
            (!vowel || word.contains(&b'I')).then_some(Case::Capitals)
        }
        (0, 0) => (word == b"lL").then_some(Case::Capitals),
        // All, Bill
        (1, 0) if digits == 0 && rest.iter().all(|byte| *byte == b'l') => None,
        (_, 0) => Some(Case::Capitals),
        (_, 1..) if small_but_first => Some(Case::Small),
        _ => None,
    }
}

/// Words before a name that begins with I: McIntyre, AbuIbrahim.
const BEFORE_CAPITALS: [&[u8]; 17] = [
    b"mc", b"mac", b"de", b"di", b"la", b"le", b"san", b"van", b"von", b"fitz", b"abu", b"abou",
    b"bin", b"ben", b"ibn", b"al", b"el",
];

/// Beginnings of names with I that are written together with the one before: HamzaIbrahim.
const AFTER_SMALL_LETTERS: [&[u8]; 7] = [b"Ibr", b"Ism", b"Imr", b"Idr", b"Ily", b"Iqb", b"Iss"];

/// The word as it is meant; `None` where nothing was misread, or a digit is no letter.
fn read(word: &[u8], case: Case) -> Option<Vec<u8>> {
    if is_numbered(word) {
        return None;
    }
    let mut changed = false;
    let mut read = Vec::with_capacity(word.len());
    for (at, &written) in word.iter().enumerate() {
        let row = MISREAD.iter().find(|[found, _, _]| *found == written);
        let meant = match (row, case) {
            (Some(&[_, capital, _]), Case::Capitals) => capital,
            (Some(&[_, _, small]), Case::Small) => small,
            (None, _) if written.is_ascii_digit() => return None,
            (None, _) => b' ',
        };
        let stays = meant == b' ' || written == b'I' && !may_be_l(word, at);
        changed |= !stays;
        let meant = if case == Case::Capitals { meant.to_ascii_uppercase() } else { meant };
        read.push(if stays { written } else { meant });
    }
    changed.then_some(read)
}

/// Whether a capital I inside small letters is an l.
fn may_be_l(word: &[u8], at: usize) -> bool {
    let head = word.get(..at).unwrap_or_default();
    let binds = BEFORE_CAPITALS.iter().any(|known| head.eq_ignore_ascii_case(known));
    let tail = word.get(at..).unwrap_or_default();
    let begins = AFTER_SMALL_LETTERS.iter().any(|name| tail.starts_with(name));
    at > 0 && (word.len() == 2 || !binds && !begins)
}

/// Whether its digits are a number: several at an end, or an ordinal (86, Agent86, 5th).
fn is_numbered(word: &[u8]) -> bool {
    let digits = |byte: &&u8| byte.is_ascii_digit();
    let first = word.iter().take_while(digits).count();
    let last = word.iter().rev().take_while(digits).count();
    // 50K, 80NG: no round number stands before a name
    let round = first == 2 && word.get(1) == Some(&b'0');
    let ordinal = word.get(first..).is_some_and(|end| {
        first > 0 && [&b"st"[..], b"nd", b"rd", b"th"].iter().any(|o| end.eq_ignore_ascii_case(o))
    });
    first > 1 && !round || last > 1 || first == word.len() || ordinal
}

#[cfg(test)]
mod tests {
    use crate::{NameKind, NoteKind, analyse};

    fn check(name: &str, kind: NameKind, latin: &[&str], repaired: usize) {
        let analysed = analyse(name, kind).unwrap();
        let parts: Vec<&str> = analysed.parts.iter().map(|part| &*part.latin).collect();
        assert_eq!(parts, latin, "{name}");
        let repair = |kind: &NoteKind| matches!(kind, NoteKind::HomoglyphRepaired { .. });
        let notes = analysed.notes.iter().filter(|note| repair(&note.kind));
        assert_eq!(notes.count(), repaired, "{name}");
    }

    #[test]
    fn what_cannot_stand_where_it_stands_is_misread() {
        use NameKind::Person;
        check("T0RJAN BARQAW1", Person, &["torjan", "barqawi"], 2);
        check("Torjan 8arqawi", Person, &["torjan", "barqawi"], 1);
        check("50K TORJAN 80NG", Person, &["sok", "torjan", "bong"], 4);
        check("T0RJAN H0", Person, &["torjan", "ho"], 2);
        check("Rl KlM lL", Person, &["ri", "kim", "il"], 3);
        check("SHElKH", Person, &["sheikh"], 1);
        check("BARQAWl", Person, &["barqawi"], 1);
        check("KhaIid TORJAN", Person, &["khalid", "torjan"], 1);
        check("Torjan AI-Barqawi", Person, &["torjan", "barqawi"], 1);
        check("Sa1im", Person, &["salim"], 1);
    }

    #[test]
    fn what_may_be_meant_stays() {
        use NameKind::{Organisation, Person};
        check("Bill Tall All", Person, &["bill", "tall", "all"], 0);
        check("McIntyre", Person, &["mcintyre"], 0);
        check("TorjanIbrahim", Person, &["torjanibrahim"], 0);
        check("Kim Il Sung", Person, &["kim", "il", "sung"], 0);
        check("AI TORJAN", Person, &["ai", "torjan"], 0);
        check("Ai Torjan", Person, &["ai", "torjan"], 0);
        check("Agent86", Person, &["agent86"], 0);
        check("10th 50 Torjan", Person, &["10th", "50", "torjan"], 0);
        check("7asan", Person, &["7asan"], 0);
        check("1-P", Person, &["1", "p"], 0);
        check("KATAIB 1920", Person, &["kataib", "1920"], 0);
        check("W0N KlM", Organisation, &["w0n", "klm"], 0);
    }

    #[test]
    fn what_is_passed_over_is_read_as_it_is_written() {
        let letters = b"aAlLiIbBoO015";
        let (mut passed, mut words) = (0, vec![Vec::new()]);
        for _ in 0..4 {
            words = words
                .iter()
                .flat_map(|word: &Vec<u8>| {
                    letters.iter().map(move |letter| [word.as_slice(), &[*letter]].concat())
                })
                .collect();
            for word in words.iter().filter(|word| !super::may_be_misread(word)) {
                let read = super::case_of(word).and_then(|case| super::read(word, case));
                assert_eq!(read, None, "{}", String::from_utf8_lossy(word));
                passed += 1;
            }
        }
        assert!(passed > 5_000, "{passed}");
    }
}
