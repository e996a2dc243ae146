//! Arabic letters in the reversible code of Doc 9303-3 (MXHMD, EBDALRXHMN), decoded.

use std::ops::Range;

use super::tokens::Word;
use crate::generated::lookups::MRZ_ARABIC;
use crate::name::{AnalysisNote, NoteKind};
use crate::script::Script;

/// The lengths of the name fields of zones: of a passport, of a card of the second size, of a card.
const ZONES: [usize; 3] = [39, 31, 30];

/// The length of the name field of payment messages and of much of what banks keep.
const BANKS: usize = 35;

/// The last word of a name that fills its field to the end, and so may be cut; noted.
pub(super) fn note_cut(
    text: &str,
    words: &[Word<'_>],
    notes: &mut Vec<AnalysisNote>,
) -> Option<Range<usize>> {
    // A name of 35 characters has as many bytes or more, and at most four a character.
    if text.len() < 30 || text.len() > BANKS * 4 {
        return None;
    }
    let last = words.last().filter(|word| word.span.end == text.len())?.span.clone();
    let full = (ZONES.contains(&text.len()) && text.contains('<')) || text.chars().count() == BANKS;
    if !full || words.len() < 2 {
        return None;
    }
    notes.push(AnalysisNote { kind: NoteKind::PerhapsTruncated, span: last.clone() });
    Some(last)
}

/// Words that only the code writes so: ʿAbd, Allah, al-Din, Abu, ibn.
const WORDS_OF_THE_CODE: [&str; 7] = ["EBD", "ALLH", "ALDYN", "ABW", "BN", "ABN", "XAEBW"];

/// Decodes the words of a name in the style of a machine readable zone: capitals throughout, every
/// word in the code, and something that Latin names do not have: a code that no Latin word contains,
/// a word that only the code writes so, or hardly a vowel.
///
/// The name is judged as a whole, for every short word of the code is a Latin word too. Only a name
/// with an X or a filler needs to be asked.
pub(super) fn decode(text: &str, words: &mut [Word<'_>], notes: &mut Vec<AnalysisNote>) {
    let filler = text.find('<');
    if let Some(place) = filler {
        notes.push(AnalysisNote { kind: NoteKind::MachineReadableZone, span: place..place + 1 });
    }
    let last = words.len().wrapping_sub(1);
    let torn = |index| index == last && filler.is_some();
    let decoded: Option<Vec<Decoded>> =
        words.iter().enumerate().map(|(at, word)| decoded(&word.letters, torn(at))).collect();
    let Some(decoded) = decoded.filter(|decoded| is_arabic(words, decoded, filler.is_some()))
    else {
        return;
    };
    for (word, arabic) in words.iter_mut().zip(decoded) {
        word.letters = arabic.letters.into();
        word.script = Script::Arabic;
        let kind = NoteKind::MachineReadableArabicDecoded;
        notes.push(AnalysisNote { kind, span: word.span.clone() });
    }
}

/// Whether a name of decodable words is Arabic rather than Latin.
fn is_arabic(words: &[Word<'_>], decoded: &[Decoded], filler: bool) -> bool {
    let sum = |of: fn(&Decoded) -> usize| decoded.iter().map(of).sum::<usize>();
    let (count, vowels) = (sum(|word| word.count), sum(|word| word.vowels));
    if decoded.iter().any(|word| word.marked == Marked::Surely) {
        return true;
    }
    // Albanian XHEMAL, Basque XIMENA: with so many vowels it is a Latin word.
    let latin = decoded.iter().any(|word| word.vowels * 3 > word.count);
    if decoded.iter().any(|word| word.marked == Marked::Perhaps) && !latin {
        return true;
    }
    let of_the_code = |word: &Word<'_>| WORDS_OF_THE_CODE.contains(&&*word.letters);
    filler && (words.iter().any(of_the_code) || count >= 8 && vowels * 5 <= count)
}

/// Whether a word has a code that begins with X.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Marked {
    No,
    /// One that Latin words have too (XHEMAL, XENIA).
    Perhaps,
    /// One that no Latin word has: XSH, XTT, an XH before a consonant.
    Surely,
}

struct Decoded {
    letters: String,
    marked: Marked,
    /// Letters, and how many of them would be vowels of a Latin word.
    count: usize,
    vowels: usize,
}

/// The Arabic letters of a word; `None` where it is not in the code. The last word of a zone may end
/// inside a code, whose rest is `torn` off.
fn decoded(word: &str, torn: bool) -> Option<Decoded> {
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let mut rest = word;
    let mut found = Decoded { letters: String::new(), marked: Marked::No, count: 0, vowels: 0 };
    while !rest.is_empty() {
        let code = [3, 2, 1].into_iter().find_map(|length| {
            let code = rest.get(..length)?;
            // XAH is a ta marbuta only at the end of a word.
            if code == "XAH" && rest.len() > 3 {
                return None;
            }
            let index = MRZ_ARABIC.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
            MRZ_ARABIC.get(index).copied()
        });
        let Some((code, letter)) = code else {
            return (torn && matches!(rest.as_bytes(), [b'X'] | [b'X', _])).then_some(found);
        };
        rest = rest.get(code.len()..)?;
        found.letters.push_str(letter);
        found.marked = found.marked.max(mark(code, rest));
        found.count += 1;
        found.vowels += usize::from(matches!(code, "A" | "E" | "I" | "U"));
    }
    Some(found)
}

fn mark(code: &str, rest: &str) -> Marked {
    let vowel_follows = rest.starts_with(['A', 'E', 'I', 'O', 'U', 'Y']);
    match code {
        _ if !code.starts_with('X') => Marked::No,
        "XH" if vowel_follows => Marked::Perhaps,
        // Latin X with a vowel or a c after it, and the ends of French and English words.
        "XE" | "XI" | "XAA" | "XAE" | "XAH" | "XAY" | "XYA" | "XC" | "XTA" => Marked::Perhaps,
        _ => Marked::Surely,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted() {
        assert!(MRZ_ARABIC.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn words_in_the_code() {
        for (word, letters) in [
            ("MXHMD", Some("محمد")),
            ("EBDALRXHMN", Some("عبدالرحمن")),
            ("XAEXHMD", Some("أحمد")),
            ("FATTMXTA", Some("فاتتمة")),
            ("ELY", Some("علي")),
            ("MAXAMED", None),
            ("ALEXANDER", None),
            ("HOXHA", None),
            ("mxhmd", None),
        ] {
            let found = decoded(word, false).map(|word| word.letters);
            assert_eq!(found.as_deref(), letters, "{word}");
        }
        assert_eq!(decoded("XHEMAL", false).unwrap().marked, Marked::Perhaps);
        assert_eq!(decoded("XHSYN", false).unwrap().marked, Marked::Surely);
    }

    #[test]
    fn a_code_that_is_torn_at_the_end() {
        for (word, letters) in [("SLX", Some("سل")), ("MXS", Some("م")), ("MO", None)] {
            let found = decoded(word, true).map(|word| word.letters);
            assert_eq!(found.as_deref(), letters, "{word}");
        }
    }
}
