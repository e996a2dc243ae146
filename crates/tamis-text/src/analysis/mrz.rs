//! Arabic letters in the reversible code of Doc 9303-3 (MXHMD, EBDALRXHMN), decoded.

use super::tokens::Word;
use crate::generated::lookups::MRZ_ARABIC;
use crate::name::{AnalysisNote, NoteKind};
use crate::script::Script;

/// Decodes the words of a name in the style of a machine readable zone: capitals throughout, every
/// word in the code, one at least with a letter that only the code writes so, few vowels.
pub(super) fn decode(text: &str, words: &mut [Word<'_>], notes: &mut Vec<AnalysisNote>) {
    let filler = text.find('<');
    if let Some(place) = filler {
        notes.push(AnalysisNote { kind: NoteKind::MachineReadableZone, span: place..place + 1 });
    }
    if filler.is_none() && !text.contains('X') {
        return;
    }
    let decoded: Option<Vec<Decoded>> = words.iter().map(|word| decoded(&word.letters)).collect();
    let Some(decoded) = decoded else { return };
    if !decoded.iter().any(|word| word.marked) || decoded.iter().any(|word| word.looks_latin) {
        return;
    }
    for (word, arabic) in words.iter_mut().zip(decoded) {
        word.letters = arabic.letters.into();
        word.script = Script::Arabic;
        let kind = NoteKind::MachineReadableArabicDecoded;
        notes.push(AnalysisNote { kind, span: word.span.clone() });
    }
}

struct Decoded {
    letters: String,
    /// Has a code that begins with X.
    marked: bool,
    /// Has a code that begins with X and so many vowels that it is a Latin word (Albanian XHEMAL).
    looks_latin: bool,
}

fn decoded(word: &str) -> Option<Decoded> {
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let mut rest = word;
    let (mut letters, mut marked, mut count, mut vowels) = (String::new(), false, 0, 0);
    while !rest.is_empty() {
        let (code, letter) = [3, 2, 1].into_iter().find_map(|length| {
            let code = rest.get(..length)?;
            // XAH is a ta marbuta only at the end of a word.
            if code == "XAH" && rest.len() > 3 {
                return None;
            }
            let index = MRZ_ARABIC.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
            MRZ_ARABIC.get(index).copied()
        })?;
        letters.push_str(letter);
        marked |= code.starts_with('X');
        count += 1;
        vowels += usize::from(matches!(code, "A" | "E" | "I" | "U"));
        rest = rest.get(code.len()..)?;
    }
    Some(Decoded { letters, marked, looks_latin: marked && vowels * 3 > count })
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
            assert_eq!(decoded(word).map(|word| word.letters).as_deref(), letters, "{word}");
        }
        assert!(decoded("XHEMAL").unwrap().looks_latin);
        assert!(!decoded("XHSYN").unwrap().looks_latin);
    }
}
