//! Where the words of a text begin and end, and what its characters are.

use std::borrow::Cow;
use std::ops::Range;

use super::tokens::{Before, Word, WordText, Words};
use crate::letters::{self, CharacterKind, Letter};
use crate::name::{AnalysisNote, NoteKind};
use crate::script::Script;

/// What the characters of a text are.
pub(super) struct Cut {
    pub(super) scripts: ScriptSet,
    /// Some of its letters and digits are of ASCII.
    pub(super) some_plain: bool,
    /// It has an X, or a `<`: only then can it be of a machine readable zone.
    pub(super) perhaps_zone: bool,
    /// A capital and a small letter stand in one run of letters, the capital not first.
    pub(super) capitals_inside: bool,
    /// A digit stands beside letters, or a word of two letters ends in l or I: a machine may have misread it.
    pub(super) perhaps_misread: bool,
    /// It has an `@`.
    pub(super) at_sign: bool,
}

/// Scripts, a bit each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ScriptSet(u32);

impl ScriptSet {
    fn insert(&mut self, script: Script) {
        self.0 |= 1 << script as u32;
    }

    pub(super) fn contains(self, script: Script) -> bool {
        self.0 & 1 << script as u32 != 0
    }
}

/// Cuts a text into words; notes what is dropped inside them.
pub(super) fn cut<'t>(text: &'t str, words: &mut Words<'t>, notes: &mut Vec<AnalysisNote>) -> Cut {
    let mut cutter =
        Cutter { text, words, open: 0..0, script: Script::Common, plain: 0, before: Before::Gap };
    let mut scripts = ScriptSet::default();
    let (mut found, mut position) = (0, 0);
    let kind_at = |position: usize| text.as_bytes().get(position).map_or(0, |byte| plain(*byte));
    while position < text.len() {
        // Most characters of most names are letters of ASCII: whole runs of them at once.
        let first = kind_at(position);
        if first & SIGN == 0 && first != 0 {
            let start = position;
            let mut inside = 0;
            position += 1;
            loop {
                let kind = kind_at(position);
                if kind == 0 || kind & SIGN != 0 {
                    break;
                }
                inside |= kind;
                position += 1;
            }
            let run = first | inside;
            let mixed = inside & CAPITAL != 0 && run & LETTER != 0;
            found |= run | if mixed { CAPITAL_INSIDE } else { 0 };
            let among_letters = run & DIGIT != 0 && run & (LETTER | CAPITAL) != 0;
            let two = position - start == 2;
            if among_letters || two && matches!(text.as_bytes().get(start + 1), Some(b'l' | b'I')) {
                found |= PERHAPS_MISREAD;
            }
            cutter.run(start..position, first & DIGIT == 0);
            continue;
        }
        if first == BLANK {
            scripts.insert(Script::Common);
            cutter.separator(' ', position);
            position += 1;
            continue;
        }
        let mut rest = text.get(position..).unwrap_or_default().chars();
        let Some(character) = rest.next() else { break };
        let letter = letters::letter(character);
        let mut span = position..position + character.len_utf8();
        if letter.kind == CharacterKind::Letter {
            // Most letters beyond ASCII stand among those of their script: a run of them at once.
            for character in rest {
                let same = |known: &&Letter| {
                    known.kind == CharacterKind::Letter && known.script == letter.script
                };
                if character.is_ascii() || letters::known(character).filter(same).is_none() {
                    break;
                }
                span.end += character.len_utf8();
            }
        }
        position = span.end;
        scripts.insert(letter.script);
        match letter.kind {
            CharacterKind::Letter => cutter.letters(span, letter.script),
            CharacterKind::Apostrophe => {}
            CharacterKind::Replacement => {
                notes.push(AnalysisNote { kind: NoteKind::ReplacementCharacter, span });
            }
            CharacterKind::Invisible => {
                let kind = NoteKind::InvisibleRemoved { written: character };
                notes.push(AnalysisNote { kind, span });
            }
            CharacterKind::Separator => {
                found |= first & (CAPITAL_X | AT_SIGN);
                cutter.separator(character, span.start);
            }
        }
    }
    cutter.close();
    if found & (LETTER | CAPITAL) != 0 {
        scripts.insert(Script::Latin);
    }
    Cut {
        scripts,
        some_plain: found & (LETTER | CAPITAL | DIGIT) != 0,
        perhaps_zone: found & CAPITAL_X != 0,
        capitals_inside: found & CAPITAL_INSIDE != 0,
        perhaps_misread: found & PERHAPS_MISREAD != 0,
        at_sign: found & AT_SIGN != 0,
    }
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
/// An X, or the filler.
const CAPITAL_X: u8 = 4;
const CAPITAL: u8 = 8;
const CAPITAL_INSIDE: u8 = 16;
const AT_SIGN: u8 = 32;
/// No letter and no digit.
const SIGN: u8 = 64;
const BLANK: u8 = SIGN | 128;
/// Of a run, no character.
const PERHAPS_MISREAD: u8 = 128;

/// What a byte of ASCII is; 0 where its character has to be asked.
#[inline]
#[expect(clippy::indexing_slicing, reason = "an index out of bounds would not compile")]
fn plain(byte: u8) -> u8 {
    static PLAIN: [u8; 256] = {
        let (mut kinds, mut byte) = ([0; 256], 0_u8);
        while byte < 128 {
            kinds[byte as usize] = match byte {
                b'X' => CAPITAL_X | CAPITAL,
                b'A'..=b'Z' => CAPITAL,
                b'a'..=b'z' => LETTER,
                b'0'..=b'9' => DIGIT,
                b' ' => BLANK,
                b'<' => SIGN | CAPITAL_X,
                b'@' => SIGN | AT_SIGN,
                _ => 0,
            };
            byte += 1;
        }
        kinds
    };
    PLAIN.get(usize::from(byte)).copied().unwrap_or(0)
}

struct Cutter<'t, 'w> {
    text: &'t str,
    words: &'w mut Words<'t>,
    /// First and last byte of the letters of the open word; empty where none is open.
    open: Range<usize>,
    /// The script of its first letter.
    script: Script,
    /// How many of its letters are letters and digits of ASCII.
    plain: usize,
    before: Before,
}

impl Cutter<'_, '_> {
    /// Letters and digits of ASCII.
    fn run(&mut self, span: Range<usize>, letter: bool) {
        self.plain += span.len();
        self.letters(span, if letter { Script::Latin } else { Script::Common });
    }

    fn letters(&mut self, span: Range<usize>, script: Script) {
        if self.open.is_empty() {
            self.open.start = span.start;
            self.script = script;
        }
        self.open.end = span.end;
    }

    #[inline]
    fn separator(&mut self, character: char, position: usize) {
        let adjacent = !self.open.is_empty();
        self.close();
        if character == ' ' && self.before == Before::Gap {
            return;
        }
        self.before = match character {
            ',' | '،' | '，' | '、' => Before::Comma,
            _ if self.before == Before::Comma => Before::Comma,
            '<' if self.text.get(..position).is_some_and(|before| before.ends_with('<')) => {
                Before::DoubleFiller
            }
            _ if self.before == Before::DoubleFiller => Before::DoubleFiller,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{05BE}' | '\u{FF0D}' if adjacent => {
                Before::Hyphen
            }
            '.' | '．' | '。' | '/' if adjacent => Before::Dot,
            _ => Before::Gap,
        };
    }

    fn close(&mut self) {
        let span = std::mem::take(&mut self.open);
        if span.is_empty() {
            return;
        }
        let surface = self.text.get(span.clone()).unwrap_or_default();
        let plain = std::mem::take(&mut self.plain) == span.len();
        let mut script = self.script;
        if script == Script::Common {
            // A digit or a mark stands first: the first character that has a script tells.
            let scripts = surface.chars().map(|character| letters::letter(character).script);
            script = scripts.into_iter().find(|found| *found != script).unwrap_or(Script::Common);
        }
        self.words.push(Word {
            span,
            letters: Cow::Borrowed(surface),
            plain,
            folded: WordText::Of(""),
            latin: WordText::Of(""),
            script,
            known: None,
            role: None,
            before: self.before,
        });
        self.before = Before::Gap;
    }
}
