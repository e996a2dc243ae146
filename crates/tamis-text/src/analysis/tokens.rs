//! Words of a name with their places, and the order of names that stand family first.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use crate::fold::fold_into;
use crate::letters::{self, CharacterKind};
use crate::name::{AnalysisNote, NameKind, NoteKind, PartText};
use crate::romanisation::romanise_into;
use crate::script::{Script, script_of};
use crate::words::{Known, Role, known};

/// One word as it is worked on.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) span: Range<usize>,
    /// The letters to fold: as written, or repaired, or decoded.
    pub(super) letters: Cow<'t, str>,
    /// It was written in letters and digits of ASCII alone.
    pub(super) plain: bool,
    pub(super) folded: WordText<'t>,
    pub(super) latin: WordText<'t>,
    pub(super) script: Script,
    /// What the tables say of it.
    pub(super) known: Option<&'static Known>,
    pub(super) role: Option<Role>,
    pub(super) before: Before,
}

/// The words of a name; most names have room in place, without an allocation.
pub(super) type Words<'t> = SmallVec<[Word<'t>; 8]>;

/// A form of a word: of the text in lower case, as that of most words is, or made for it.
#[derive(Debug, Clone)]
pub(super) enum WordText<'t> {
    Of(&'t str),
    Made(PartText),
}

impl std::ops::Deref for WordText<'_> {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match self {
            Self::Of(text) => text,
            Self::Made(text) => text,
        }
    }
}

impl WordText<'_> {
    #[inline]
    pub(super) fn to_part(&self) -> PartText {
        match self {
            Self::Of(text) => PartText::new(text),
            Self::Made(text) => text.clone(),
        }
    }

    /// Whether both are the same place of the text.
    #[inline]
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Of(one), Self::Of(other)) => std::ptr::eq(*one, *other),
            _ => false,
        }
    }

    pub(super) fn push_str(&mut self, more: &str) {
        let mut text = self.to_part();
        text.push_str(more);
        *self = Self::Made(text);
    }
}

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Beginning, blank, any sign.
    Gap,
    /// A hyphen or a dash without blanks.
    Hyphen,
    /// A full stop or a slash without blanks.
    Dot,
    /// A comma.
    Comma,
    /// `<<` of a machine readable zone.
    DoubleFiller,
}

impl<'t> Word<'t> {
    /// Folds, romanises and looks up, once the letters are settled. `buffer` is space to work in.
    /// `lower` is the text in lower case, as far as it is ASCII.
    #[inline]
    pub(super) fn finish(
        &mut self,
        lower: &'t str,
        kind: NameKind,
        notes: &mut Vec<AnalysisNote>,
        buffer: &mut String,
    ) {
        match (self.plain, &self.letters, lower.get(self.span.clone())) {
            // Most words: folding is lower case, romanisation the same again.
            (true, Cow::Borrowed(_), Some(lower)) => {
                self.folded = WordText::Of(lower);
                self.latin = WordText::Of(lower);
            }
            _ => self.fold(notes, buffer),
        }
        self.look_up(kind);
        if self.script == Script::Arabic && self.letters == "آل" {
            self.role = Some(Role::HouseOf);
        }
        if self.role == Some(Role::PlaceholderLowerCase) {
            self.role = (*self.letters == *self.folded).then_some(Role::Placeholder);
        }
    }

    fn fold(&mut self, notes: &mut Vec<AnalysisNote>, buffer: &mut String) {
        fold_into(&self.letters, buffer);
        // Compatibility forms may hold blanks: one word stays one word.
        if buffer.as_bytes().contains(&b' ') {
            buffer.retain(|character| character != ' ');
        }
        let folded = PartText::new(&buffer);
        buffer.clear();
        let spelled_out = with_yo_spelled_out(&self.letters);
        let romanised = spelled_out.as_deref().unwrap_or(&folded);
        if let Some(written) = romanise_into(romanised, buffer) {
            let kind = NoteKind::ScriptWithoutTable { written };
            notes.push(AnalysisNote { kind, span: self.span.clone() });
        }
        self.folded = WordText::Made(folded);
        self.latin = WordText::Made(PartText::new(&buffer));
    }

    /// Asks the tables what they say of it.
    #[inline]
    pub(super) fn look_up(&mut self, kind: NameKind) {
        self.known = known(&self.folded, &self.latin, self.script);
        self.role = self.known.and_then(|known| known.role(self.script, kind));
    }
}

/// Cyrillic ё is folded to е, as it is printed; where it is written, it is heard: Мён is Myong, not Men.
fn with_yo_spelled_out(letters: &str) -> Option<String> {
    // By bytes, at a quarter of the cost: ё and Ё.
    let yo = |pair: &[u8]| matches!(pair, [0xD1, 0x91] | [0xD0, 0x81]);
    letters.as_bytes().windows(2).any(yo).then(|| {
        let mut folded = String::new();
        fold_into(&letters.replace(['ё', 'Ё'], "йо"), &mut folded);
        folded
    })
}

/// Family names of two characters: without them the second would open the given name.
const LONG_FAMILY_NAMES: [&str; 20] = [
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "皇甫", "东方", "東方", "慕容", "司徒",
    "尉迟", "尉遲", "남궁", "황보", "제갈", "선우", "독고", "서문",
];

/// Cuts a person's name of two or three characters in Han or Hangul (four behind a long family name)
/// that is written as one word, as is the custom, into family and given name: 김정은 is Kim Jong-un
/// and not one word of nine letters. Longer words are mostly foreign names (무함마드) and stay whole.
pub(super) fn cut_family_name(text: &str, words: &mut Words<'_>, kind: NameKind) {
    let [word] = words.as_slice() else { return };
    let characters = || word.letters.chars();
    let long = LONG_FAMILY_NAMES.iter().any(|name| word.letters.starts_with(name));
    let whole = matches!(word.letters, Cow::Borrowed(_))
        && kind == NameKind::Person
        && (2..=if long { 4 } else { 3 }).contains(&characters().count())
        && characters().all(|c| matches!(script_of(c), Script::Han | Script::Hangul));
    if !whole {
        return;
    }
    let family = characters().take(if long { 2 } else { 1 }).map(char::len_utf8).sum::<usize>();
    if family >= word.letters.len() {
        return;
    }
    let cut = word.span.start + family;
    let (Some(one), Some(other)) = (text.get(word.span.start..cut), text.get(cut..word.span.end))
    else {
        return;
    };
    let mut given = word.clone();
    given.span.start = cut;
    given.before = Before::Gap;
    given.letters = Cow::Owned(other.to_owned());
    let one = one.to_owned();
    if let Some(word) = words.first_mut() {
        word.span.end = cut;
        word.letters = Cow::Owned(one);
    }
    words.push(given);
}

/// What the characters of a text are.
pub(super) struct Cut {
    pub(super) scripts: ScriptSet,
    /// Some of its letters and digits are of ASCII.
    pub(super) some_plain: bool,
    /// It has an X, or a `<`: only then can it be of a machine readable zone.
    pub(super) perhaps_zone: bool,
    /// A capital and a small letter stand in one run of letters, the capital not first.
    pub(super) capitals_inside: bool,
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
            cutter.run(start..position, first & DIGIT == 0);
            continue;
        }
        if first == BLANK {
            scripts.insert(Script::Common);
            cutter.separator(' ', position);
            position += 1;
            continue;
        }
        let Some(character) = text.get(position..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        let letter = letters::letter(character);
        let span = position..position + character.len_utf8();
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

/// Joins letters with full stops or slashes to the organisation type that they are: d.o.o., S.A., M/V.
pub(super) fn join_abbreviations(words: &mut Words<'_>, kind: NameKind) {
    if words.iter().all(|word| word.before != Before::Dot) {
        return;
    }
    let letter = |word: &Word<'_>| word.latin.len() == 1;
    let mut first = 0;
    while first < words.len() {
        let run = words.get(first..).unwrap_or_default();
        let follow =
            run.iter().skip(1).take_while(|word| letter(word) && word.before == Before::Dot);
        let count = 1 + follow.count();
        let (Some(head), true) = (run.first().filter(|word| letter(word)), count > 1) else {
            first += 1;
            continue;
        };
        let mut joined = head.clone();
        for word in run.iter().take(count).skip(1) {
            joined.folded.push_str(&word.folded);
            joined.latin.push_str(&word.latin);
            joined.span.end = word.span.end;
        }
        joined.look_up(kind);
        if joined.role == Some(Role::OrganisationType) {
            words.drain(first + 1..first + count);
            if let Some(word) = words.get_mut(first) {
                *word = joined;
            }
        }
        first += 1;
    }
}

/// Puts "FAMILY, given" and "FAMILY<<GIVEN" into the order of the name. Returns how many words at
/// the end are then the family block.
pub(super) fn restore_order(
    text: &str,
    words: &mut [Word<'_>],
    kind: NameKind,
    notes: &mut Vec<AnalysisNote>,
) -> usize {
    if words.iter().all(|word| !matches!(word.before, Before::DoubleFiller | Before::Comma)) {
        return 0;
    }
    let breaks = |kind: Before| {
        let mut found = words.iter().enumerate().skip(1).filter(|(_, word)| word.before == kind);
        (found.next().map(|(index, _)| index), found.next().is_some())
    };
    let split = match (breaks(Before::DoubleFiller), breaks(Before::Comma)) {
        ((Some(split), _), _) => split,
        (_, (Some(split), false)) if kind == NameKind::Person => {
            let given = words.get(split..).unwrap_or_default();
            // Ruben Pestano, Jr. Lavilla: the comma belongs to the suffix
            let suffix_first =
                given.first().is_some_and(|word| word.role == Some(Role::GenerationSuffix));
            if suffix_first || given.iter().all(is_suffix) {
                return 0;
            }
            notes.push(AnalysisNote { kind: NoteKind::CommaUninverted, span: 0..text.len() });
            split
        }
        _ => return 0,
    };
    words.rotate_left(split);
    split
}

/// What may follow a comma without being the given name: Jr., III, Dr, Ltd.
fn is_suffix(word: &Word<'_>) -> bool {
    matches!(word.role, Some(Role::GenerationSuffix | Role::Title | Role::OrganisationType))
}
