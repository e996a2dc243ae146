//! Thai as it is said: a syllable at a time, for a consonant has another sound at its end, short vowels and silent
//! letters are not told by letters alone, and vowels are written around the consonant that they follow.
//!
//! Consonants by the Royal Thai General System (Royal Institute, 1999), but as names are mostly written: p
//! without its h, j, and at the end l, j and ch as in the spelling. What a word of several syllables leaves open is decided
//! the shortest way: a consonant between two others closes the syllable before it where that has a vowel.

/// Whether a letter is Thai, a sign of Thai or a mark on one.
pub(super) fn is_thai(character: char) -> bool {
    matches!(character, '\u{0E01}'..='\u{0E4E}')
}

/// The sounds of a consonant: where it begins a syllable, and where it ends one.
const fn sounds(consonant: char) -> Option<(&'static str, &'static str)> {
    Some(match consonant {
        'ก' => ("k", "k"),
        'ข' | 'ฃ' | 'ค' | 'ฅ' | 'ฆ' => ("k", "k"),
        'ง' => ("ng", "ng"),
        'จ' => ("j", "j"),
        'ฉ' | 'ช' | 'ฌ' => ("ch", "ch"),
        'ซ' | 'ศ' | 'ษ' | 'ส' => ("s", "t"),
        'ญ' => ("y", "n"),
        'ฎ' | 'ด' => ("d", "t"),
        'ฏ' | 'ต' => ("t", "t"),
        'ฐ' | 'ฑ' | 'ฒ' | 'ถ' | 'ท' | 'ธ' => ("th", "t"),
        'ณ' | 'น' => ("n", "n"),
        'บ' => ("b", "p"),
        'ป' | 'ผ' | 'พ' | 'ภ' => ("p", "p"),
        'ฝ' | 'ฟ' => ("f", "p"),
        'ม' => ("m", "m"),
        'ย' => ("y", "i"),
        'ร' => ("r", "n"),
        'ล' | 'ฬ' => ("l", "l"),
        'ว' => ("w", "o"),
        'ห' | 'ฮ' => ("h", ""),
        'อ' => ("", ""),
        _ => return None,
    })
}

/// A vowel sign that stands on or behind its consonant.
const fn sign(character: char) -> Option<&'static str> {
    Some(match character {
        'ะ' | 'ั' | 'า' => "a",
        'ำ' => "am",
        'ิ' | 'ี' => "i",
        'ึ' | 'ื' => "ue",
        'ุ' | 'ู' => "u",
        _ => return None,
    })
}

/// The vowels that are written before their consonant.
const fn is_before(character: char) -> bool {
    matches!(character, 'เ'..='ไ')
}

/// Silences the consonant that it stands above.
const KILLER: char = '\u{0E4C}';

/// Tones and lengths, which no romanisation of names tells.
const fn is_mark(character: char) -> bool {
    matches!(character, '็' | '่' | '้' | '๊' | '๋' | 'ๆ' | '\u{0E4D}' | '\u{0E4E}' | '\u{0E3A}')
}

/// Words that names are made of and that are not said as they are spelled (Royal Institute, dictionary of 2011), with their sounds
/// as names are mostly written; the longer word first.
const SAID_OTHERWISE: [(&str, &str); 12] = [
    ("ประเสริฐ", "prasert"),
    ("จันทร์", "chan"),
    ("อินทร์", "in"),
    ("เสริฐ", "sert"),
    ("เจริญ", "charoen"),
    ("ศาสตร์", "sat"),
    ("พักตร์", "pak"),
    ("พรหม", "prom"),
    ("เพชร", "pet"),
    ("แก้ว", "kaeo"),
    ("แจ้ว", "chaeo"),
    ("สร้อย", "soi"),
];

/// Appends the sounds of a word.
pub(super) fn romanise(word: &str, latin: &mut String) {
    let mut letters = spoken(word);
    if SAID_OTHERWISE.iter().any(|(written, _)| word.contains(written)) {
        let said = |word: String, (written, said): &(&str, &str)| word.replace(written, said);
        letters = spoken(&SAID_OTHERWISE.iter().fold(word.to_owned(), said));
    }
    let mut reader = Reader { letters: &letters, at: 0, syllable: Syllable::Closed, latin };
    while reader.at < letters.len() {
        reader.step();
    }
    if reader.syllable == Syllable::Bare {
        reader.latin.push('a');
    }
}

/// The letters of a word without marks and without what is silenced.
fn spoken(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::new();
    let mut nasal = false;
    for character in word.chars() {
        if character == KILLER {
            // with the vowel sign between: the last syllable of สวัสดิ์
            if letters.last().is_some_and(|last| matches!(last, 'ิ' | 'ุ')) {
                letters.pop();
            }
            // r and l of foreign names are said behind a vowel (Vladimir)
            let behind_vowel =
                letters.iter().rev().nth(1).is_some_and(|before| sign(*before).is_some());
            match letters.pop() {
                Some('ร') if behind_vowel => letters.push('r'),
                Some('ล') if behind_vowel => letters.push('l'),
                _ => {}
            }
        } else if character == 'า' && nasal {
            letters.push('ำ');
        } else if !is_mark(character) {
            letters.push(character);
        }
        nasal = character == '\u{0E4D}';
    }
    letters
}

/// What the syllable that is being read has so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syllable {
    /// A consonant.
    Bare,
    /// A vowel.
    Open,
    /// A vowel and a consonant behind it, or nothing yet.
    Closed,
}

struct Reader<'a> {
    letters: &'a [char],
    at: usize,
    syllable: Syllable,
    latin: &'a mut String,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or(' ')
    }

    fn step(&mut self) {
        let letter = self.peek(0);
        if is_before(letter) {
            self.at += 1;
            self.begin();
            self.onset(true);
            self.vowel_around(letter);
        } else if let Some(vowel) = sign(letter) {
            self.at += 1;
            self.vowel(if letter == 'ั' && self.peek(0) == 'ว' { "ua" } else { vowel });
            self.at += usize::from(letter == 'ั' && self.peek(0) == 'ว');
        } else if letter == 'ฤ' {
            self.at += 1;
            self.vowel("ri");
        } else if let Some((first, last)) = sounds(letter) {
            self.consonant(letter, first, last);
        } else {
            // r and l that are said at the end of their syllable; signs of money and of abbreviation say nothing
            if letter.is_ascii_alphabetic() {
                self.latin.push(letter);
                self.syllable = Syllable::Closed;
            }
            self.at += 1;
        }
    }

    /// Ends the syllable before, which may lack its vowel.
    fn begin(&mut self) {
        if self.syllable == Syllable::Bare {
            self.latin.push('a');
        }
        self.syllable = Syllable::Closed;
    }

    fn vowel(&mut self, vowel: &str) {
        self.latin.push_str(vowel);
        self.syllable = Syllable::Open;
    }

    /// Reads what begins a syllable: a consonant, h before a sonorant, or two together.
    fn onset(&mut self, is_vowel_before: bool) {
        let (letter, second, third) = (self.peek(0), self.peek(1), self.peek(2));
        let Some((first, _)) = sounds(letter) else { return };
        let has_vowel = is_vowel_before || sign(third).is_some() || letter == 'ห' && third != ' ';
        let two = has_vowel && begin_together(letter, second);
        // song, sai
        let is_s = (letter, second) == ('ท', 'ร') && self.at == 0;
        self.latin.push_str(match (letter, two) {
            _ if is_s => "s",
            ('ห', true) => "",
            _ => first,
        });
        self.at += 1;
        if two && !is_s {
            // sawat, sawet
            self.latin.push_str(if first == "s" && second == 'ว' { "a" } else { "" });
            self.latin.push_str(sounds(second).map_or("", |(first, _)| first));
        }
        self.at += usize::from(two || is_s);
    }

    /// The vowel that is written before, and partly behind, the onset.
    fn vowel_around(&mut self, before: char) {
        let (next, after) = (self.peek(0), self.peek(1));
        let (vowel, used) = match (before, next, after) {
            ('เ', 'ี', 'ย') => ("ia", 2),
            ('เ', 'ื', 'อ') => ("uea", 2),
            ('เ', 'า', 'ะ') => ("o", 2),
            ('เ', 'า', _) => ("ao", 1),
            ('เ', 'ิ' | 'อ', _) => ("oe", 1),
            ('เ', 'ย', _) if sign(after).is_none() => ("oei", 1),
            ('เ', 'ะ', _) => ("e", 1),
            ('แ' | 'โ', 'ะ', _) => (if before == 'แ' { "ae" } else { "o" }, 1),
            ('แ', ..) => ("ae", 0),
            ('โ', ..) => ("o", 0),
            ('ไ', 'ย', _) if sign(after).is_none() => ("ai", 1),
            ('ไ' | 'ใ', ..) => ("ai", 0),
            _ => ("e", 0),
        };
        self.at += used;
        self.vowel(vowel);
        if matches!(before, 'ไ' | 'ใ') {
            self.syllable = Syllable::Closed;
        }
    }

    fn consonant(&mut self, letter: char, first: &str, last: &str) {
        let next = self.peek(1);
        let is_bare = self.syllable == Syllable::Bare;
        if is_bare && (letter, next) == ('ร', 'ร') {
            // "an", and "a" before the consonant that ends the syllable
            let ends = sounds(self.peek(2)).is_some() && !self.begins_syllable(2);
            self.at += 2;
            self.vowel(if ends { "a" } else { "an" });
            self.syllable = if ends { Syllable::Open } else { Syllable::Closed };
        } else if self.begins_syllable(0)
            || self.at == 0
            || is_bare && !matches!(letter, 'ว' | 'อ') && self.begins_last_syllable()
            || self.syllable != Syllable::Closed && letter == 'ว' && self.begins_syllable(1)
        {
            self.begin();
            self.onset(false);
            self.syllable = Syllable::Bare;
        } else if is_bare && letter == 'อ' {
            self.at += 1;
            self.vowel("o");
        } else if is_bare && letter == 'ว' && sounds(next).is_some() && !self.begins_syllable(1) {
            self.at += 1;
            self.vowel("ua");
        } else if is_bare {
            self.at += 1;
            self.latin.push_str(if letter == 'ร' { "orn" } else { "o" });
            self.latin.push_str(if letter == 'ร' { "" } else { last });
            self.syllable = Syllable::Closed;
        } else if self.syllable == Syllable::Open && !self.begins_last_syllable() {
            self.at += 1;
            self.latin.push_str(last);
            self.syllable = Syllable::Closed;
        } else if self.syllable == Syllable::Closed && next == ' ' && !self.latin.is_empty() {
            // a second consonant at the end of a word is silent
            // but in a long one, which is written as it is spelled as often (Shinawatra)
            if letter == 'ร' && self.at > LONG {
                self.latin.push_str("ra");
            }
            self.at += 1;
        } else {
            self.at += 1;
            let silent = letter == 'ห' && begin_together(letter, next);
            self.latin.push_str(if silent { "" } else { first });
            self.syllable = if silent { Syllable::Closed } else { Syllable::Bare };
        }
    }

    /// Whether a letter begins a syllable: a vowel follows it, or a second consonant with one.
    fn begins_syllable(&self, ahead: usize) -> bool {
        let (letter, next, after) = (self.peek(ahead), self.peek(ahead + 1), self.peek(ahead + 2));
        sign(next).is_some()
            // behind a short open syllable อ is the vowel o (มะรอ); elsewhere it begins a word (ชัยอนันต์)
            || next == 'อ' && sign(after).is_none() && self.before(ahead) == Some(&'ะ')
            || (next, after) == ('ร', 'ร')
            || begin_together(letter, next) && sign(after).is_some()
    }

    fn before(&self, ahead: usize) -> Option<&char> {
        (self.at + ahead).checked_sub(1).and_then(|at| self.letters.get(at))
    }

    /// Whether the last two consonants of a word are a syllable (Phimon, Sasithorn), not an end and a silent r (Samut, Chat).
    fn begins_last_syllable(&self) -> bool {
        let (letter, next, after) = (self.peek(0), self.peek(1), self.peek(2));
        let before = self.before(0);
        // Samut, Chat; Chakkarin of จักรินทร์
        let is_silent = next == 'ร' && matches!(letter, 'ต' | 'ท' | 'ช' | 'ด')
            || matches!((letter, next), ('น', 'ท' | 'ธ' | 'ต' | 'ด') | ('ก', 'ษ' | 'ต'));
        sounds(next).is_some() && after == ' ' && before != Some(&'ั') && !is_silent
    }
}

/// Letters of a long word.
const LONG: usize = 5;

/// Whether two consonants begin a syllable together; h before a sonorant is silent.
const fn begin_together(first: char, second: char) -> bool {
    match first {
        'ห' => matches!(second, 'ง' | 'ญ' | 'น' | 'ม' | 'ย' | 'ร' | 'ล' | 'ว'),
        'ก' | 'ข' | 'ค' => matches!(second, 'ร' | 'ล' | 'ว'),
        'ต' | 'ท' | 'ป' | 'ผ' | 'พ' | 'บ' | 'ฟ' => matches!(second, 'ร' | 'ล'),
        'ศ' | 'ส' => matches!(second, 'ว' | 'ร'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::{fold, romanise};

    #[test]
    fn names_as_they_are_said() {
        for (written, latin) in [
            ("สมชาย วงศ์สวัสดิ์", "somchai wongsawat"),
            ("พิมล ศศิธร", "pimol sasithorn"),
            ("ลักษณ์ ชัยอนันต์", "lak chaianan"),
            ("เกรียงศักดิ์ ไกรฤกษ์", "kriangsak krairik"),
            ("ชวน ชวลิต กมล", "chuan chawalit kamol"),
            ("อานนท์ ฉัตร สมุทร", "anon chat samut"),
            ("ธรรมรัตน์ พรรณ", "thamrat pan"),
            ("หลวง พวง รำไพ", "luang puang rampai"),
            ("ทองขาว แสงทอง", "thongkao saengthong"),
            ("ประเสริฐ แก้วมณี", "prasert kaeomani"),
            ("จันทร์เพ็ญ พรหมมา", "chanpen promma"),
            ("อินทร์แก้ว เจริญสุข", "inkaeo charoensuk"),
            ("ณัฐพล", "natpol"),
            ("ชินวัตร มะรอโซ", "chinwatra maroso"),
            ("วลาดิมีร์", "waladimir"),
        ] {
            assert_eq!(romanise(&fold(written)), latin, "{written}");
        }
    }
}
