//! Folding: one form for all the ways to write the same letters in one script.
//!
//! Knows letters, not names: articles, compounds and homoglyphs are for `analysis`.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfkc_quick};

use crate::letters;
use crate::script::{Script, script_of};

/// Folds a text in its own script: compatibility forms, case, marks, tatweel, invisible marks and
/// apostrophes go, letter variants of the Arabic script meet, digits are `0-9`, words are kept apart
/// by one space.
///
/// ```
/// use tamis_text::fold;
/// assert_eq!(fold("Ba’asyir, İSMAİL"), "baasyir ismail");
/// assert_eq!(fold("مُحَمَّـد  علی"), "محمد علي");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The same into a buffer, whose content is lost.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if !fold_letters(text, folded) {
        *folded = fold_with_normalisation(text);
    }
}

/// Folds letter by letter; false at the first one that needs normalisation.
fn fold_letters(text: &str, folded: &mut String) -> bool {
    let mut folding = Folding::new(folded);
    for character in text.chars() {
        match letters::letter(character).folding {
            letters::Folding::To(letter) => folding.letter(letter),
            letters::Folding::Dropped => {}
            letters::Folding::Gap => folding.gap = true,
            letters::Folding::Apostrophe => folding.apostrophe(),
            letters::Folding::Seat => folding.seat(),
            letters::Folding::Aspiration => folding.aspiration(),
            letters::Folding::WrittenVowel => folding.written_vowel(),
            letters::Folding::ByNormalisation => return false,
        }
    }
    true
}

/// How one character folds by itself.
pub(crate) fn fold_character(character: char) -> letters::Folding {
    match character {
        SEAT => return letters::Folding::Seat,
        ASPIRATION => return letters::Folding::Aspiration,
        WRITTEN_VOWEL => return letters::Folding::WrittenVowel,
        _ if is_apostrophe(character) => return letters::Folding::Apostrophe,
        _ => {}
    }
    let mut folded = String::new();
    let mut folding = Folding::new(&mut folded);
    character.to_lowercase().for_each(|lower| folding.push(lower));
    let gap = folding.gap;
    let mut letters = folded.chars();
    match (letters.next(), letters.next(), gap) {
        (Some(letter), None, false) => letters::Folding::To(letter),
        (None, None, false) => letters::Folding::Dropped,
        (None, None, true) => letters::Folding::Gap,
        _ => letters::Folding::ByNormalisation,
    }
}

pub(crate) fn fold_with_normalisation(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_once(text, &mut folded);
    // What stood apart because of a dropped mark may now compose; three rounds are more than any
    // text of the tests needs, and a fourth would change nothing that a reader could see.
    for _ in 0..3 {
        if folded.is_ascii() || is_nfkc_quick(folded.chars()) == IsNormalized::Yes {
            break;
        }
        let mut again = String::with_capacity(folded.len());
        fold_once(&folded, &mut again);
        if again == folded {
            break;
        }
        folded = again;
    }
    folded
}

fn fold_once(text: &str, folded: &mut String) {
    let mut folding = Folding::new(folded);
    if text.is_ascii() {
        text.chars().for_each(|character| folding.push(character.to_ascii_lowercase()));
        return;
    }
    for character in text.nfkc() {
        if character.is_ascii() {
            folding.push(character.to_ascii_lowercase());
        } else {
            character.to_lowercase().for_each(|lower| folding.push(lower));
        }
    }
}

struct Folding<'t> {
    folded: &'t mut String,
    /// Something else than a letter stood here: a space is due before the next letter.
    gap: bool,
    /// The seat of a vowel began the word, and its vowel is due.
    seated: bool,
}

impl<'t> Folding<'t> {
    fn new(folded: &'t mut String) -> Self {
        Self { folded, gap: false, seated: false }
    }

    fn push(&mut self, character: char) {
        if character.is_ascii_lowercase() || character.is_ascii_digit() {
            self.letter(character);
        } else if is_apostrophe(character) {
            self.apostrophe();
        } else if !character.is_ascii() {
            self.push_beyond_ascii(character);
        } else {
            self.gap = true;
        }
    }

    fn push_beyond_ascii(&mut self, character: char) {
        if is_dropped_mark(character) || is_invisible(character) || character == REPLACEMENT {
            return;
        }
        match script_of(character) {
            Script::Arabic => match character {
                SEAT => self.seat(),
                ASPIRATION => self.aspiration(),
                WRITTEN_VOWEL => self.written_vowel(),
                _ => {
                    if let Some(letter) = arabic_letter(character) {
                        self.letter(letter);
                    }
                }
            },
            Script::Latin | Script::Greek => {
                let mut base = None;
                decompose_canonical(character, |part| base = base.or(Some(part)));
                self.letter_or_gap(match base.unwrap_or(character) {
                    'ı' => 'i',
                    'ς' => 'σ',
                    other => other,
                });
            }
            Script::Cyrillic => self.letter_or_gap(match character {
                'ё' | 'ѐ' => 'е',
                'ѝ' => 'и',
                other => other,
            }),
            _ => self.letter_or_gap(character),
        }
    }

    fn letter_or_gap(&mut self, character: char) {
        if let Some(digit) = decimal_digit(character) {
            self.letter(digit);
        } else if character.is_alphanumeric() || is_combining_mark(character) {
            self.letter(character);
        } else {
            self.gap = true;
        }
    }

    fn letter(&mut self, character: char) {
        if self.gap && !self.folded.is_empty() {
            self.folded.push(' ');
        }
        let vowel_of_seat = self.seated && !self.gap && character == 'ا';
        (self.gap, self.seated) = (false, false);
        if !vowel_of_seat {
            self.folded.push(character);
        }
    }

    /// Whether the next letter begins a word.
    fn at_beginning(&self) -> bool {
        self.gap || self.folded.is_empty()
    }

    /// The ya that bears a hamza. Sorani and Uyghur begin words with it, where a vowel begins them (ئازاد, ئومێد): there it
    /// is what Arabic writes as alef. Inside a word it is a ya.
    fn seat(&mut self) {
        let begins = self.at_beginning();
        self.letter(if begins { 'ا' } else { 'ي' });
        self.seated = begins;
    }

    /// The h of two eyes. Urdu writes it for the breath of the stop before it, of which Latin makes one sound: لکھوی is
    /// Lakhvi. Behind another letter it is h, as Uyghur, Sorani and many keyboards have it.
    fn aspiration(&mut self) {
        let stop = self.folded.chars().next_back().filter(|_| !self.gap);
        let Some(sound) = stop.and_then(aspirated) else {
            return self.letter('ه');
        };
        self.folded.pop();
        self.folded.push(sound);
    }

    /// The vowel a of Sorani and Uyghur. Behind the seat that begins a word it is the alef, and behind an ayn it is what
    /// Arabic leaves out: ئەحمەد, عەلی.
    fn written_vowel(&mut self) {
        let behind_ayn = || {
            let mut before = self.folded.chars().rev();
            before.next() == Some('ع') && matches!(before.next(), None | Some(' '))
        };
        if !self.gap && (self.seated || behind_ayn()) {
            self.seated = false;
        } else {
            self.letter(WRITTEN_VOWEL);
        }
    }

    /// Dropped, but for the geresh that makes another sound of a Hebrew letter.
    fn apostrophe(&mut self) {
        let sound =
            !self.gap && self.folded.ends_with(['ג', 'ז', 'צ', 'ץ', 'ת', 'ח', 'ע', 'ד', 'ר']);
        if sound {
            self.folded.push(GERESH);
        }
    }
}

/// Ya with hamza: see [`Folding::seat`].
const SEAT: char = 'ئ';
/// The h of two eyes: see [`Folding::aspiration`].
const ASPIRATION: char = 'ھ';
/// The a of Sorani and Uyghur: see [`Folding::written_vowel`].
const WRITTEN_VOWEL: char = 'ە';

/// The letter whose sound Latin writes as it writes an aspirated stop of Urdu: kh, gh, th, dh, ph. `None` where the letter
/// before takes no breath, or where Latin writes it with an h behind the stop (bh, jh, chh, rh), as the letters do.
pub(crate) fn aspirated(stop: char) -> Option<char> {
    Some(match stop {
        'ك' => 'خ',
        'گ' => 'غ',
        'پ' => 'ف',
        'ت' | 'ٹ' => 'ث',
        'د' | 'ڈ' => 'ذ',
        _ => return None,
    })
}

/// Hebrew geresh, the form that every apostrophe after a Hebrew letter takes.
pub(crate) const GERESH: char = '\u{05F3}';

/// Stands where the text was damaged.
pub(crate) const REPLACEMENT: char = '\u{FFFD}';

/// Every sign that people write for an apostrophe, ayn, hamza or the breve of McCune-Reischauer.
pub(crate) fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '`'
            | '\u{00B4}'
            | '\u{02B9}'..='\u{02C1}'
            | '\u{02C8}'
            | '\u{02CA}'
            | '\u{02CB}'
            | '\u{0374}'
            | '\u{055A}'
            | '\u{05F3}'
            | '\u{05F4}'
            | '\u{2018}'..='\u{201B}'
            | '\u{2032}'
            | '\u{2035}'
            | '\u{A78B}'
            | '\u{A78C}'
            | '\u{FF07}'
            | '\u{FF40}'
    )
}

/// Characters that show nothing: joiners, directions, soft hyphen, byte order mark, tatweel,
/// variation selectors, controls other than blanks.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{0640}'
            | '\u{061C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{E0000}'..='\u{E0FFF}'
    ) || (character.is_control() && !character.is_whitespace())
}

/// Marks above and below that are not letters: accents, Arabic and Hebrew vowel signs. The vowel
/// signs of Indic scripts and the voicing marks of kana are letters and stay.
fn is_dropped_mark(character: char) -> bool {
    matches!(
        u32::from(character),
        0x0300..=0x036F
            | 0x0483..=0x0489
            | 0x0591..=0x05C7
            | 0x0610..=0x061A
            | 0x064B..=0x065F
            | 0x0670
            | 0x06D6..=0x06DC
            | 0x06DF..=0x06E8
            | 0x06EA..=0x06ED
            | 0x08CA..=0x08FF
            | 0x1AB0..=0x1AFF
            | 0x1DC0..=0x1DFF
            | 0x20D0..=0x20FF
            | 0xFE20..=0xFE2F
    ) && character != '\u{05BE}'
}

/// One letter for the variants that mean the same in a name; `None` for the silent hamza.
fn arabic_letter(character: char) -> Option<char> {
    Some(match character {
        'ء' | 'ٔ' => return None,
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ې' | 'ۍ' | 'ێ' | 'ے' | 'ۓ' | 'ۑ' => 'ي',
        'ؤ' | 'ۆ' | 'ۇ' | 'ۈ' => 'و',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ہ' | 'ۀ' | 'ۂ' | 'ۃ' | 'ۿ' => 'ه',
        'ں' => 'ن',
        other => match decimal_digit(other) {
            Some(digit) => digit,
            None if other.is_alphabetic() => other,
            None => return None,
        },
    })
}

fn decimal_digit(character: char) -> Option<char> {
    const ZEROS: [u32; 5] = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50];
    let code = u32::from(character);
    let zero = ZEROS.into_iter().find(|zero| (*zero..*zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_meet() {
        for (written, folded) in [
            ("", ""),
            ("  Abd-al  Rahmān. ", "abd al rahman"),
            ("KO CH'O'L-CHAE", "ko chol chae"),
            ("Ḥasan ʿAlī", "hasan ali"),
            ("İSTANBUL ISPARTA ıo", "istanbul isparta io"),
            ("Ｆｕｌｌ ﬁne", "full fine"),
            ("Großmann Ørsted", "großmann ørsted"),
            ("ЁЖИКОВ Йован", "ежиков йован"),
            ("Χρήστος ΜΆΙΟΣ µικρος", "χρηστοσ μαιοσ μικροσ"),
            ("أَحْمَد إبراهيم آمنة", "احمد ابراهيم امنه"),
            ("ﷲ ﻣﺤﻤﺪ محمـد", "الله محمد محمد"),
            ("علي علی على ملک", "علي علي علي ملك"),
            ("ضياء رؤوف الطاھر", "ضيا رووف الطاهر"),
            ("خامنه\u{200c}ای", "خامنهاي"),
            ("ئازاد ئەحمەد ئەمین", "ازاد احمەد امين"),
            ("ئومێد ئیبراهیم ئۇسمان", "اوميد ايبراهيم اوسمان"),
            ("عەلی عەبدوڵڵا سەعەد", "علي عبدوڵڵا سەعەد"),
            ("ئ ا رئیس", "ا ا رييس"),
            ("لکھوی گھمن ٹھاکر پھل بھٹو جھنگ", "لخوي غمن ثاكر فل بهٹو جهنگ"),
            ("ھارون ابراھیم جىھاد", "هارون ابراهيم جيهاد"),
            ("١٢٣ ۴۵۶", "123 456"),
            ("ג'מאל ח׳אלד דוד'", "ג׳מאל ח׳אלד דוד׳"),
            ("נַפְתָּלִי", "נפתלי"),
            ("मोहम्मद", "मोहम्मद"),
            ("김정은", "김정은"),
            ("ガンダム", "ガンダム"),
            ("\u{0301} - 😀 \u{202e}", ""),
        ] {
            assert_eq!(fold(written), folded, "{written:?}");
            assert_eq!(fold(folded), folded, "{written:?}, twice");
        }
    }
}
