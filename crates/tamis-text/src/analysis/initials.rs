//! Letters that are initials where they would be links or words elsewhere: E. Guzmán, I. Sechin, Surkov, Y., Ю. Ким, Yu. Andropov.

use super::tokens::{Before, Word};
use crate::script::Script;
use crate::words::Role;

/// Two letters and more that romanise one, and are a name's initial before a full stop: Yu. Andropov, Sh. Basayev.
const OF_ONE_LETTER: [&str; 16] = [
    "yu", "ya", "ye", "yo", "iu", "ia", "zh", "kh", "sh", "ch", "ts", "gh", "dzh", "shch", "sz",
    "cz",
];

/// Takes the role of a link from a capital by itself that a full stop follows, or that stands first or last: between two
/// names it stays one, Ortega Y Gasset. Gives a Cyrillic letter that is several in Latin the role of an initial before a
/// full stop or behind a comma: without these it is a family of Korea, Ю Сын Чун.
pub(super) fn mark(text: &str, words: &mut [Word<'_>]) {
    let last = words.len().saturating_sub(1);
    for (at, word) in words.iter_mut().enumerate() {
        let has_stop = || text.get(word.span.end..).is_some_and(|after| after.starts_with('.'));
        if word.letters.chars().nth(1).is_some() {
            if has_stop()
                && word.letters.len() <= 4
                && last > 0
                && word.script == Script::Latin
                && OF_ONE_LETTER.contains(&&*word.latin)
            {
                word.role = Some(Role::Initial);
            }
            continue;
        }
        if word.role == Some(Role::Particle) {
            let is_capital = text
                .get(word.span.clone())
                .is_some_and(|letter| letter.starts_with(char::is_uppercase));
            if is_capital && (at == 0 || at == last || has_stop()) {
                word.role = None;
            }
        } else if word.script == Script::Cyrillic && word.latin.len() > 1 && last > 0 {
            let is_behind_comma = at == last && word.before == Before::Comma;
            if is_behind_comma || has_stop() {
                word.role = Some(Role::Initial);
            }
        }
    }
}
