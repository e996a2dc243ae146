//! Words of a name with their places, and the order of names that stand family first.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::fold::{REPLACEMENT, fold, is_apostrophe, is_invisible};
use crate::name::{AnalysisNote, NameKind, NoteKind};
use crate::romanisation::romanise_into;
use crate::script::{Script, script_of};
use crate::words::{Role, role_of};

/// One word as it is worked on.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) span: Range<usize>,
    /// The letters to fold: as written, or repaired, or decoded.
    pub(super) letters: String,
    pub(super) folded: String,
    pub(super) latin: String,
    pub(super) script: Script,
    pub(super) role: Option<Role>,
    pub(super) before: Before,
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

impl Word {
    /// Folds, romanises and looks up, once the letters are settled.
    pub(super) fn finish(&mut self, kind: NameKind, notes: &mut Vec<AnalysisNote>) {
        let house = self.letters == "آل";
        self.folded = fold(&self.letters);
        // Compatibility forms may hold blanks: one word stays one word.
        self.folded.retain(|character| character != ' ');
        self.latin.clear();
        if let Some(written) = romanise_into(&self.folded, &mut self.latin) {
            let kind = NoteKind::ScriptWithoutTable { written };
            notes.push(AnalysisNote { kind, span: self.span.clone() });
        }
        self.role = if house {
            Some(Role::HouseOf)
        } else {
            role_of(&self.folded, &self.latin, self.script, kind)
        };
        if self.role == Some(Role::PlaceholderLowerCase) {
            self.role = (self.letters == self.folded).then_some(Role::Placeholder);
        }
    }
}

/// Cuts a text into words; notes what is dropped inside them.
pub(super) fn words(text: &str, notes: &mut Vec<AnalysisNote>) -> Vec<Word> {
    let mut cutter = Cutter { text, words: Vec::new(), start: None, before: Before::Gap };
    for (position, character) in text.char_indices() {
        if is_apostrophe(character) {
            continue;
        }
        let span = position..position + character.len_utf8();
        if character == REPLACEMENT {
            notes.push(AnalysisNote { kind: NoteKind::ReplacementCharacter, span });
        } else if is_invisible(character) {
            let kind = NoteKind::InvisibleRemoved { written: character };
            notes.push(AnalysisNote { kind, span });
        } else if character.is_alphanumeric() || is_combining_mark(character) {
            cutter.letter(span);
        } else {
            cutter.separator(character, position);
        }
    }
    cutter.close();
    cutter.words
}

struct Cutter<'t> {
    text: &'t str,
    words: Vec<Word>,
    /// First and last byte of the letters of the open word.
    start: Option<Range<usize>>,
    before: Before,
}

impl Cutter<'_> {
    fn letter(&mut self, span: Range<usize>) {
        match &mut self.start {
            Some(open) => open.end = span.end,
            None => self.start = Some(span),
        }
    }

    fn separator(&mut self, character: char, position: usize) {
        let adjacent = self.start.is_some();
        self.close();
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
        let Some(span) = self.start.take() else { return };
        let surface = self.text.get(span.clone()).unwrap_or_default();
        let script = surface
            .chars()
            .map(script_of)
            .find(|script| *script != Script::Common)
            .unwrap_or(Script::Common);
        self.words.push(Word {
            span,
            letters: surface.to_owned(),
            folded: String::new(),
            latin: String::new(),
            script,
            role: None,
            before: self.before,
        });
        self.before = Before::Gap;
    }
}

/// Joins letters with full stops or slashes to the organisation type that they are: d.o.o., S.A., M/V.
pub(super) fn join_abbreviations(words: &mut Vec<Word>, kind: NameKind) {
    let letter = |word: &Word| word.latin.len() == 1;
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
        joined.role = role_of(&joined.folded, &joined.latin, joined.script, kind);
        if joined.role == Some(Role::OrganisationType) {
            words.splice(first..first + count, [joined]);
        }
        first += 1;
    }
}

/// Puts "FAMILY, given" and "FAMILY<<GIVEN" into the order of the name. Returns how many words at
/// the end are then the family block.
pub(super) fn restore_order(
    text: &str,
    words: &mut [Word],
    kind: NameKind,
    notes: &mut Vec<AnalysisNote>,
) -> usize {
    let breaks = |kind: Before| {
        let mut found = words.iter().enumerate().skip(1).filter(|(_, word)| word.before == kind);
        (found.next().map(|(index, _)| index), found.next().is_some())
    };
    let split = match (breaks(Before::DoubleFiller), breaks(Before::Comma)) {
        ((Some(split), _), _) => split,
        (_, (Some(split), false)) if kind == NameKind::Person => {
            let given = words.get(split..).unwrap_or_default();
            if given.iter().all(is_suffix) {
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
fn is_suffix(word: &Word) -> bool {
    matches!(word.role, Some(Role::GenerationSuffix | Role::Title | Role::OrganisationType))
}
