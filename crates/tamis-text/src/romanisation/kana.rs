//! Japanese syllables: Hepburn, with small letters joined to the syllable before them.

/// The sound of a kana, and whether the next character belongs to it; `None` for other characters.
pub(super) fn romanise(character: char, next: char) -> Option<(Sound, bool)> {
    let letter = katakana(character)?;
    Some(match letter {
        'ッ' => (Sound::Doubled(first_consonant(next)), false),
        'ー' | 'ヽ' | 'ヾ' => (Sound::Plain("", ""), false),
        'ン' => {
            let lips = matches!(first_consonant(next), 'm' | 'b' | 'p');
            (Sound::Plain(if lips { "m" } else { "n" }, ""), false)
        }
        _ => {
            let sound = super::letter(letter)?;
            match small_vowel(katakana(next).unwrap_or(' ')) {
                Some(vowel) => (Sound::Plain(sound, vowel), true),
                None => (Sound::Plain(sound, ""), false),
            }
        }
    })
}

/// What is to be written for a kana.
#[derive(Clone, Copy)]
pub(super) enum Sound {
    /// A syllable, and the small vowel that replaces its own.
    Plain(&'static str, &'static str),
    /// A consonant that is said twice.
    Doubled(char),
}

pub(super) fn push(sound: Sound, latin: &mut String) {
    match sound {
        Sound::Doubled(consonant) if consonant != ' ' => latin.push(consonant),
        Sound::Doubled(_) => {}
        // A small letter by itself (after ッ or at the beginning) is written as it is.
        Sound::Plain(syllable, "") => latin.push_str(syllable),
        Sound::Plain(syllable, vowel) => {
            let stem = syllable.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
            latin.push_str(stem);
            let palatal = stem.ends_with(['h', 'j']) && stem != "h";
            latin.push_str(if palatal { vowel.trim_start_matches('y') } else { vowel });
        }
    }
}

/// Hiragana as katakana; `None` for what is not kana.
fn katakana(character: char) -> Option<char> {
    match u32::from(character) {
        code @ 0x3041..=0x3096 => char::from_u32(code + 0x60),
        0x30A1..=0x30FE => Some(character),
        _ => None,
    }
}

fn small_vowel(katakana: char) -> Option<&'static str> {
    Some(match katakana {
        'ャ' => "ya",
        'ュ' => "yu",
        'ョ' => "yo",
        'ァ' => "a",
        'ィ' => "i",
        'ゥ' => "u",
        'ェ' => "e",
        'ォ' => "o",
        _ => return None,
    })
}

fn first_consonant(next: char) -> char {
    let sound = katakana(next).and_then(super::letter).unwrap_or_default();
    sound.chars().next().filter(|letter| !"aeiou".contains(*letter)).unwrap_or(' ')
}
