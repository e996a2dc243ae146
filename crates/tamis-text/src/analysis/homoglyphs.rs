//! Letters of another script that look like one of the word's own: repaired, each with a note.

use super::cutting::ScriptSet;
use super::tokens::Word;
use crate::generated::lookups::HOMOGLYPHS;
use crate::name::{AnalysisNote, NoteKind};
use crate::script::{Script, script_of};

/// The three scripts whose letters look alike, in the order of the columns of the table.
const SCRIPTS: [Script; 3] = [Script::Latin, Script::Cyrillic, Script::Greek];

/// Gives each word of mixed scripts the script that most of its letters have, where the others look
/// like letters of it. Among equals the script of the other words decides.
///
/// `scripts` are those of the name: where only one of the three is among them, which is nearly
/// always, no word needs to be looked at.
pub(super) fn repair(words: &mut [Word<'_>], scripts: ScriptSet, notes: &mut Vec<AnalysisNote>) {
    if SCRIPTS.iter().filter(|script| scripts.contains(**script)).count() < 2 {
        return;
    }
    let mut around = [0_usize; 3];
    let mut mixed = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let counts = counts(&word.letters);
        match counts.iter().filter(|count| **count > 0).count() {
            0 => {}
            1 => around.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count),
            _ => mixed.push((index, counts)),
        }
    }
    for (index, own) in mixed {
        let Some(word) = words.get_mut(index) else { continue };
        let mut order = [0, 1, 2];
        let rank = |column: usize| {
            (own.get(column).copied().unwrap_or(0), around.get(column).copied().unwrap_or(0))
        };
        order.sort_by_key(|&column| std::cmp::Reverse(rank(column)));
        for target in order {
            if let Some(repaired) = rewritten(word, target, notes) {
                word.letters = repaired.into();
                word.script = SCRIPTS.get(target).copied().unwrap_or(Script::Common);
                break;
            }
        }
    }
}

fn counts(letters: &str) -> [usize; 3] {
    SCRIPTS.map(|script| letters.chars().filter(|letter| script_of(*letter) == script).count())
}

/// The word in one script; `None` where a letter has no like there.
fn rewritten(word: &Word<'_>, target: usize, notes: &mut Vec<AnalysisNote>) -> Option<String> {
    let mut repaired = String::with_capacity(word.letters.len());
    let mut changes = Vec::new();
    for (offset, written) in word.letters.char_indices() {
        let script = script_of(written);
        let foreign = SCRIPTS.iter().position(|known| *known == script);
        match foreign.filter(|column| *column != target) {
            None => repaired.push(written),
            Some(column) => {
                let meant = alike(written, column, target)?;
                let start = word.span.start + offset;
                changes.push(AnalysisNote {
                    kind: NoteKind::HomoglyphRepaired { written, meant },
                    span: start..start + written.len_utf8(),
                });
                repaired.push(meant);
            }
        }
    }
    notes.append(&mut changes);
    Some(repaired)
}

fn alike(written: char, column: usize, target: usize) -> Option<char> {
    // The micro sign is a compatibility form of the Greek letter, which only folding would find.
    let written = if written == '\u{00B5}' { 'μ' } else { written };
    let lower = written.to_lowercase().next()?;
    let row = HOMOGLYPHS.iter().find(|row| row.get(column) == Some(&lower))?;
    row.get(target).copied().filter(|letter| *letter != ' ')
}
